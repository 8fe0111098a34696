/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One replacement in a text, as a value: what panels, checks and formatting hand to a
 * FeuTextSource, which applies it as an undoable step.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FeuTextEdit:
 * @start_bytes: first byte to replace
 * @end_bytes: the byte after the last one to replace; equal to @start_bytes to insert
 * @text: the replacement, UTF-8, may be empty
 */
typedef struct
{
  gsize start_bytes;
  gsize end_bytes;
  char *text; /* owned */
} FeuTextEdit;

#define FEU_TYPE_TEXT_EDIT (feu_text_edit_get_type ())
GType feu_text_edit_get_type (void);

FeuTextEdit *feu_text_edit_new (gsize start_bytes, gsize end_bytes, const char *text);
FeuTextEdit *feu_text_edit_copy (const FeuTextEdit *self);
void         feu_text_edit_free (FeuTextEdit *self);

/** A new empty list of edits. Returns: (transfer full) (element-type FeuTextEdit) */
GPtrArray *feu_text_edit_list_new (void);

/**
 * feu_text_edit_list_apply:
 * @edits: (element-type FeuTextEdit): ranges of @text that do not overlap, in any order
 * @text: UTF-8 text of @length_bytes bytes
 * @out_length_bytes: (out) (optional): length of the result
 *
 * Returns: (transfer full): @text with all edits made; every other byte is kept
 */
char *feu_text_edit_list_apply (const GPtrArray *edits,
                                const char      *text,
                                gsize            length_bytes,
                                gsize           *out_length_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuTextEdit, feu_text_edit_free)

G_END_DECLS
