/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of one inline image as written, `![alt](address "title")`, and how a text
 * is written so that Markdown reads that very text back.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuImageParts:
 *
 * Offsets within the markup. The title's include its quotes; both are the end of the
 * address when there is no title.
 */
typedef struct
{
  gsize alt_start;
  gsize alt_end;
  gsize address_start;
  gsize address_end;
  gsize title_start;
  gsize title_end;
} FeuImageParts;

/**
 * feu_image_parts_read:
 * @markup: from "![" to the ")" that closes it, see feu_image_markup_find()
 *
 * Returns: FALSE when it is not of that form
 */
gboolean feu_image_parts_read (const char    *markup,
                               gsize          length_bytes,
                               FeuImageParts *out_parts);

/** @text on one line, as the description of an image: everything that would be markup
 * is escaped. */
char *feu_image_text_dup_alt (const char *text);

/** @text on one line with quotes around it, as the title of an image. */
char *feu_image_text_dup_title (const char *text);

/** @src as an address, percent-encoded where Markdown or the URL syntax needs it. */
char *feu_image_text_dup_address (const char *src);

G_END_DECLS
