/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds where images are written in the text, so that a panel can change their
 * descriptions there.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuImageMarkup:
 * @start_bytes: at "!["
 * @end_bytes: the byte after ")"
 * @url: the address, without escapes
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
  char *url; /* owned */
} FeuImageMarkup;

/**
 * feu_image_markup_find:
 * @text: the whole article
 * @from_bytes: where the paragraph begins
 * @limit_bytes: where it ends
 *
 * Finds the inline images `![…](url …)` of one paragraph, heading or table row, without
 * those in code and those inside the description of another. Images by reference
 * (`![…][label]`) are not found: what describes them stands elsewhere. Linear.
 *
 * Returns: (transfer full) (element-type FeuImageMarkup): what looks like an image, in
 * order; a caller that edits compares it with what cmark found
 */
GArray *feu_image_markup_find (const char *text, gsize from_bytes, gsize limit_bytes);

G_END_DECLS
