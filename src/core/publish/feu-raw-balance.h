/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps raw HTML in the form that a browser gives it back: every element closed, and
 * none where the parser of HTML would move, drop or close it. The editor of WordPress
 * 6.1 calls an HTML block invalid that is not in this form.
 *
 * Unlike feu_html_sanitize(), which decides what a reader may see, this knows all
 * elements and takes out only what has no place.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FEU_RAW_BALANCE_MAX_DEPTH 60

/**
 * FeuRawBalance:
 * @out: where tags are written that the source does not have
 * @names: of the open elements, innermost last
 */
typedef struct
{
  GString *out; /* borrowed */
  char     names[FEU_RAW_BALANCE_MAX_DEPTH][32];
  guint    n;
} FeuRawBalance;

void feu_raw_balance_init (FeuRawBalance *self, GString *out);

/**
 * feu_raw_balance_begin:
 * @name: of an element, in lower case
 * @is_empty: "/>" was written
 *
 * Makes room for a start tag: closes what must be closed before it, opens what must
 * stand around it.
 *
 * Returns: whether the caller may write the tag; the element is then open, unless it
 * can have no content
 */
gboolean feu_raw_balance_begin (FeuRawBalance *self,
                                const char    *name,
                                gboolean       is_empty);

/** Writes the end tag of @name, and of what is open in it, if it is open. */
void feu_raw_balance_end (FeuRawBalance *self, const char *name);

/** Makes room for text that is not blank. */
void feu_raw_balance_text (FeuRawBalance *self);

/** Closes everything. */
void feu_raw_balance_finish (FeuRawBalance *self);

/** Whether the elements named @name never have content. */
gboolean feu_raw_balance_is_void (const char *name);

/** Whether what is open is SVG or MathML. */
gboolean feu_raw_balance_is_foreign (const FeuRawBalance *self);

G_END_DECLS
