/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offsets: GTK counts characters and lines, core counts bytes. Both ways go line by
 * line with gtk_text_iter_get_bytes_in_line(), which reads no text.
 */
#include "config.h"

#include "feu-buffer.h"

struct _FeuBuffer
{
  GtkSourceBuffer parent_instance;

  guint64 revision;
};

static char *
buffer_dup_text (FeuTextSource *source, gsize *out_length_bytes)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (source);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  char *text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (out_length_bytes != NULL)
    *out_length_bytes = strlen (text);
  return text;
}

static guint64
buffer_get_revision (FeuTextSource *source)
{
  return FEU_BUFFER (source)->revision;
}

static int
compare_from_last (gconstpointer a, gconstpointer b)
{
  const FeuTextEdit *left = *(const FeuTextEdit *const *) a;
  const FeuTextEdit *right = *(const FeuTextEdit *const *) b;
  return (left->start_bytes < right->start_bytes) -
         (left->start_bytes > right->start_bytes);
}

static void
apply_edit (FeuBuffer *self, const FeuTextEdit *edit)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter    start, end;

  feu_buffer_get_iter_at_bytes (self, edit->start_bytes, &start);
  feu_buffer_get_iter_at_bytes (self, edit->end_bytes, &end);
  if (edit->end_bytes > edit->start_bytes)
    gtk_text_buffer_delete (buffer, &start, &end);
  if (*edit->text != '\0')
    gtk_text_buffer_insert (buffer, &start, edit->text, -1);
}

static void
buffer_apply (FeuTextSource *source, const GPtrArray *edits)
{
  FeuBuffer     *self = FEU_BUFFER (source);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (edits->len);

  /* From the last to the first, so that offsets stay true. */
  for (guint i = 0; i < edits->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (edits, edits->len - 1 - i));
  g_ptr_array_sort (sorted, compare_from_last);
  gtk_text_buffer_begin_user_action (buffer);
  for (guint i = 0; i < sorted->len; i++)
    apply_edit (self, g_ptr_array_index (sorted, i));
  gtk_text_buffer_end_user_action (buffer);
}

static void
buffer_reset (FeuTextSource *source, const char *text)
{
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (source);

  gtk_source_buffer_begin_not_undoable_action (buffer);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (source), text, -1);
  gtk_source_buffer_end_not_undoable_action (buffer);
}

static void
text_source_iface_init (FeuTextSourceInterface *iface)
{
  iface->dup_text = buffer_dup_text;
  iface->get_revision = buffer_get_revision;
  iface->apply = buffer_apply;
  iface->reset = buffer_reset;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FeuBuffer,
                               feu_buffer,
                               GTK_SOURCE_TYPE_BUFFER,
                               G_IMPLEMENT_INTERFACE (FEU_TYPE_TEXT_SOURCE,
                                                      text_source_iface_init))

static void
feu_buffer_changed (GtkTextBuffer *buffer)
{
  FeuBuffer *self = FEU_BUFFER (buffer);

  GTK_TEXT_BUFFER_CLASS (feu_buffer_parent_class)->changed (buffer);
  self->revision++;
  feu_text_source_emit_changed (FEU_TEXT_SOURCE (self));
}

/* Not in init: the tag table comes with the construct properties. */
static void
feu_buffer_constructed (GObject *object)
{
  GtkSourceBuffer          *buffer = GTK_SOURCE_BUFFER (object);
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  GtkSourceLanguage        *language =
      gtk_source_language_manager_get_language (languages, "feuillet-article");

  G_OBJECT_CLASS (feu_buffer_parent_class)->constructed (object);
  if (language == NULL)
    language = gtk_source_language_manager_get_language (languages, "markdown");
  gtk_source_buffer_set_language (buffer, language);
  gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
}

static void
feu_buffer_class_init (FeuBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = feu_buffer_constructed;
  GTK_TEXT_BUFFER_CLASS (klass)->changed = feu_buffer_changed;
}

static void
feu_buffer_init (FeuBuffer *self)
{
  self->revision = 1;
}

FeuBuffer *
feu_buffer_new (void)
{
  return g_object_new (FEU_TYPE_BUFFER, NULL);
}

gsize
feu_buffer_get_offset_bytes (FeuBuffer *self, const GtkTextIter *iter)
{
  GtkTextIter line;
  gsize       offset = (gsize) gtk_text_iter_get_line_index (iter);
  int         n_lines = gtk_text_iter_get_line (iter);

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &line);
  for (int i = 0; i < n_lines; i++)
    {
      offset += (gsize) gtk_text_iter_get_bytes_in_line (&line);
      gtk_text_iter_forward_line (&line);
    }
  return offset;
}

void
feu_buffer_get_iter_at_bytes (FeuBuffer *self, gsize offset_bytes, GtkTextIter *iter)
{
  gsize rest = offset_bytes;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), iter);
  for (;;)
    {
      gsize n_bytes = (gsize) gtk_text_iter_get_bytes_in_line (iter);
      if (rest < n_bytes)
        {
          gtk_text_iter_set_line_index (iter, (int) rest);
          return;
        }
      rest -= n_bytes;
      if (!gtk_text_iter_forward_line (iter))
        {
          gtk_text_iter_forward_to_end (iter);
          return;
        }
    }
}

void
feu_buffer_insert_at_caret (FeuBuffer *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}
