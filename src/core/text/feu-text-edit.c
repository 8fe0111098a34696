/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The edit value and its application to a plain string.
 */
#include "config.h"

#include "feu-text-edit.h"

G_DEFINE_BOXED_TYPE (FeuTextEdit, feu_text_edit, feu_text_edit_copy, feu_text_edit_free)

FeuTextEdit *
feu_text_edit_new (gsize start_bytes, gsize end_bytes, const char *text)
{
  g_return_val_if_fail (start_bytes <= end_bytes && text != NULL, NULL);
  FeuTextEdit *self = g_new (FeuTextEdit, 1);
  self->start_bytes = start_bytes;
  self->end_bytes = end_bytes;
  self->text = g_strdup (text);
  return self;
}

FeuTextEdit *
feu_text_edit_copy (const FeuTextEdit *self)
{
  return feu_text_edit_new (self->start_bytes, self->end_bytes, self->text);
}

void
feu_text_edit_free (FeuTextEdit *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

GPtrArray *
feu_text_edit_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) feu_text_edit_free);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const FeuTextEdit *left = *(const FeuTextEdit *const *) a;
  const FeuTextEdit *right = *(const FeuTextEdit *const *) b;
  return (left->start_bytes > right->start_bytes) -
         (left->start_bytes < right->start_bytes);
}

char *
feu_text_edit_list_apply (const GPtrArray *edits,
                          const char      *text,
                          gsize            length_bytes,
                          gsize           *out_length_bytes)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (edits->len);
  GString *result = g_string_sized_new (length_bytes + 64);
  gsize    copied = 0;

  for (guint i = 0; i < edits->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (edits, i));
  /* GLib sorts stably, so two insertions at one place keep their order. */
  g_ptr_array_sort (sorted, compare_starts);
  for (guint i = 0; i < sorted->len; i++)
    {
      const FeuTextEdit *edit = g_ptr_array_index (sorted, i);
      g_assert (edit->start_bytes >= copied && edit->end_bytes <= length_bytes);
      g_string_append_len (
          result, text + copied, (gssize) (edit->start_bytes - copied));
      g_string_append (result, edit->text);
      copied = edit->end_bytes;
    }
  g_string_append_len (result, text + copied, (gssize) (length_bytes - copied));
  if (out_length_bytes != NULL)
    *out_length_bytes = result->len;
  return g_string_free (result, FALSE);
}
