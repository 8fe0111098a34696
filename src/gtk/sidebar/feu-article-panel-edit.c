/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the writer to the text. The widgets' "edited" and "committed" come from the
 * writer only; what they made of the text is shown when the next article comes.
 */
#include "config.h"

#include "feu-article-panel-private.h"

#include "feu-image-picker.h"

/* After an edit that could not be made: says why and shows what the article has. */
static void
report (FeuArticlePanel *self, const GError *error)
{
  if (error == NULL)
    return;
  feu_article_panel_refresh (self);
  feu_panel_notice_show_text (self->notice, error->message);
}

static void
set_string (FeuArticlePanel *self, FeuMetaField field, const char *value)
{
  g_autoptr (GError) error = NULL;
  feu_panel_context_set_string (self->context, field, value, &error);
  report (self, error);
}

static void
on_field_committed_cb (FeuField *field, const char *text, FeuArticlePanel *self)
{
  for (gsize i = 0; i < FEU_ARTICLE_PANEL_N_TEXTS; i++)
    if (self->fields[i] == field)
      set_string (self, feu_article_panel_texts[i], text);
}

static void
on_tags_edited_cb (FeuTagEntry *entry, FeuArticlePanel *self)
{
  g_auto (GStrv) values = feu_tag_entry_dup_values (entry);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < FEU_ARTICLE_PANEL_N_LISTS; i++)
    if (feu_article_panel_get_list_entry (self, i) == entry)
      feu_panel_context_set_list (self->context,
                                  feu_article_panel_lists[i],
                                  (const char *const *) values,
                                  &error);
  report (self, error);
}

static void
on_language_edited_cb (FeuArticlePanel *self, const char *tag)
{
  set_string (self, FEU_FIELD_LANG, tag);
}

static void
on_date_edited_cb (FeuArticlePanel *self, const char *iso)
{
  set_string (self, FEU_FIELD_DATE, iso);
}

static void
on_featured_edited_cb (FeuArticlePanel *self, const char *src)
{
  set_string (self, FEU_FIELD_IMAGE, src);
}

static void
on_comments_changed_cb (FeuArticlePanel *self)
{
  const char *id = gtk_combo_box_get_active_id (self->comments_combo);
  g_autoptr (GError) error = NULL;

  if (self->is_showing || id == NULL)
    return;
  FeuComments value = g_str_equal (id, "open")     ? FEU_COMMENTS_OPEN
                      : g_str_equal (id, "closed") ? FEU_COMMENTS_CLOSED
                                                   : FEU_COMMENTS_UNSET;
  feu_panel_context_set_comments (self->context, value, &error);
  report (self, error);
}

static void
pick_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuArticlePanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *src = feu_image_picker_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->context == NULL)
    return;
  if (src != NULL)
    set_string (self, FEU_FIELD_IMAGE, src);
  else
    feu_panel_notice_show_text (self->notice, error->message);
}

static void
on_featured_file_requested_cb (FeuArticlePanel *self)
{
  GFile *folder = feu_panel_context_get_folder (self->context);

  if (folder == NULL)
    feu_panel_notice_show_save_first (self->notice);
  else
    feu_image_picker_run_async (
        GTK_WIDGET (self), folder, self->cancellable, pick_cb, g_object_ref (self));
}

void
feu_article_panel_bind_edits (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_comments_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_date_edited_cb);
  gtk_widget_class_bind_template_callback (klass, on_featured_edited_cb);
  gtk_widget_class_bind_template_callback (klass, on_featured_file_requested_cb);
  gtk_widget_class_bind_template_callback (klass, on_language_edited_cb);
  gtk_widget_class_bind_template_callback (klass, on_tags_edited_cb);
}

void
feu_article_panel_add_fields (FeuArticlePanel *self)
{
  GtkWidget *widgets[FEU_ARTICLE_PANEL_N_TEXTS] = {
    GTK_WIDGET (self->title_entry),
    GTK_WIDGET (self->subtitle_entry),
    GTK_WIDGET (self->description_view),
    GTK_WIDGET (self->slug_entry),
  };

  for (gsize i = 0; i < FEU_ARTICLE_PANEL_N_TEXTS; i++)
    {
      self->fields[i] = feu_field_new (widgets[i]);
      g_signal_connect_object (
          self->fields[i], "committed", G_CALLBACK (on_field_committed_cb), self, 0);
    }
}
