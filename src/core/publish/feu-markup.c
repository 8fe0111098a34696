/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collecting what the writers write.
 */
#include "config.h"

#include "feu-markup.h"

static void
free_piece (gpointer data)
{
  FeuMarkupPiece *piece = data;
  g_free (piece->markup);
  g_free (piece);
}

static void
free_note (gpointer data)
{
  FeuMarkupNote *note = data;
  g_free (note->text);
  g_free (note);
}

FeuMarkup *
feu_markup_new (void)
{
  FeuMarkup *self = g_new0 (FeuMarkup, 1);
  self->pieces = g_ptr_array_new_with_free_func (free_piece);
  self->footnotes = g_strdup ("");
  self->notes = g_ptr_array_new_with_free_func (free_note);
  return self;
}

void
feu_markup_free (FeuMarkup *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pieces);
  g_free (self->footnotes);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
feu_markup_add (FeuMarkup *self, const char *markup, guint start_line, guint end_line)
{
  FeuMarkupPiece *piece = g_new0 (FeuMarkupPiece, 1);
  piece->markup = g_strdup (markup);
  piece->start_line = start_line;
  piece->end_line = end_line;
  g_ptr_array_add (self->pieces, piece);
}

void
feu_markup_take_note (FeuMarkup *self, char *text, guint line)
{
  FeuMarkupNote *note = g_new0 (FeuMarkupNote, 1);
  note->text = text;
  note->line = line;
  g_ptr_array_add (self->notes, note);
}

char *
feu_markup_dup_body (const FeuMarkup *self)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const FeuMarkupPiece *piece = g_ptr_array_index (self->pieces, i);
      if (*piece->markup == '\0')
        continue;
      if (body->len > 0)
        g_string_append (body, "\n\n");
      g_string_append (body, piece->markup);
    }
  return g_string_free (body, FALSE);
}
