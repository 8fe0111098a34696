/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening, saving and closing as short conversations. Text is never dropped without a
 * question, and a question is asked only when there is text to lose.
 */
#include "config.h"

#include "feu-window-private.h"

#include "feu-slug.h"
#include "feu-unsaved-dialog.h"

#include <glib/gi18n.h>

static void save_to (FeuWindow *self, GFile *file, FeuSaveFlags flags);

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
remember_folder (FeuWindow *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    g_settings_set_string (
        self->services->settings, "last-folder", g_file_peek_path (folder));
}

/* ---- opening ---- */

static void
load_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  feu_document_load_finish (FEU_DOCUMENT (object), result, &error);
  if (is_cancelled (error))
    return;
  if (error != NULL)
    {
      feu_article_view_show_message (
          self->view, _ ("The article could not be opened"), error->message);
      return;
    }
  feu_article_view_start (self->view);
  GFile           *file = feu_document_get_file (FEU_DOCUMENT (object));
  g_autofree char *uri = g_file_get_uri (file);
  gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

void
feu_window_open (FeuWindow *self, GFile *file)
{
  g_return_if_fail (FEU_IS_WINDOW (self));
  feu_document_load_async (feu_article_view_get_document (self->view),
                           file,
                           self->cancellable,
                           load_cb,
                           g_object_ref (self));
}

static void
add_article_filters (GtkFileChooser *chooser)
{
  GtkFileFilter *articles = gtk_file_filter_new ();
  GtkFileFilter *all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _ ("Articles (Markdown)"));
  gtk_file_filter_add_mime_type (articles, "text/markdown");
  gtk_file_filter_add_pattern (articles, "*.md");
  gtk_file_filter_add_pattern (articles, "*.markdown");
  gtk_file_chooser_add_filter (chooser, articles);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static GtkFileChooserNative *
new_chooser (FeuWindow *self, GtkFileChooserAction action)
{
  gboolean              is_open = action == GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      is_open ? _ ("Open an article") : _ ("Save the article"),
      GTK_WINDOW (self),
      action,
      is_open ? _ ("_Open") : _ ("_Save"),
      _ ("_Cancel"));
  g_autofree char *folder =
      g_settings_get_string (self->services->settings, "last-folder");

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  add_article_filters (GTK_FILE_CHOOSER (chooser));
  if (*folder != '\0')
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder);
  return chooser;
}

static void
on_open_response_cb (GtkNativeDialog *dialog, int response, FeuWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      GFile *files[] = { file };
      remember_folder (self, file);
      g_application_open (
          G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), files, 1, "");
    }
  g_object_unref (dialog);
}

void
feu_window_choose_open (FeuWindow *self)
{
  GtkFileChooserNative *chooser = new_chooser (self, GTK_FILE_CHOOSER_ACTION_OPEN);

  g_signal_connect_object (
      chooser, "response", G_CALLBACK (on_open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- saving ---- */

static void
on_overwrite_response_cb (GtkDialog *dialog, int response, FeuWindow *self)
{
  gtk_widget_destroy (GTK_WIDGET (dialog));
  if (response == GTK_RESPONSE_ACCEPT)
    save_to (self, NULL, FEU_SAVE_OVERWRITE_FOREIGN);
  else if (response == GTK_RESPONSE_APPLY)
    feu_window_choose_save_as (self);
  else
    self->close_after_save = FALSE;
}

/* The file is not the one that was opened any more: somebody else wrote it. */
static void
ask_about_foreign_change (FeuWindow *self)
{
  FeuDocument     *document = feu_article_view_get_document (self->view);
  g_autofree char *name = feu_document_dup_display_name (document);
  GtkWidget       *dialog =
      gtk_message_dialog_new (GTK_WINDOW (self),
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_WARNING,
                              GTK_BUTTONS_NONE,
                              _ ("“%s” was changed by another program"),
                              name);

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog),
      _ ("Nothing was written. Your text is safe in this window. Replacing the file "
         "would erase what the other program wrote; a copy keeps both."));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  GtkWidget *replace =
      gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Replace"), GTK_RESPONSE_ACCEPT);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("Save a _Copy…"), GTK_RESPONSE_APPLY);
  gtk_style_context_add_class (gtk_widget_get_style_context (replace),
                               GTK_STYLE_CLASS_DESTRUCTIVE_ACTION);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_APPLY);
  g_signal_connect_object (
      dialog, "response", G_CALLBACK (on_overwrite_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuWindow) self = user_data;
  FeuDocument *document = FEU_DOCUMENT (object);
  g_autoptr (GError) error = NULL;

  feu_document_save_finish (document, result, &error);
  if (is_cancelled (error))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      ask_about_foreign_change (self);
      return;
    }
  if (error != NULL)
    {
      self->close_after_save = FALSE;
      g_autofree char *text = g_strdup_printf (
          _ ("%s Your text is safe in this window; “Save As” can put it elsewhere."),
          error->message);
      feu_article_view_show_message (
          self->view, _ ("The article could not be saved"), text);
      return;
    }
  FeuArticle *article =
      feu_pipeline_get_article (feu_article_view_get_pipeline (self->view));
  remember_folder (self, feu_document_get_file (document));
  if (article != NULL)
    {
      /* Only completions would be missing: not worth a message over a good save. */
      feu_term_store_remember (
          self->services->terms, feu_article_get_metadata (article), NULL);
    }
  if (self->close_after_save)
    {
      /* Once: what was typed meanwhile may make the writer stay. */
      self->close_after_save = FALSE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

/* Saves to @file, or to the document's own when NULL. */
static void
save_to (FeuWindow *self, GFile *file, FeuSaveFlags flags)
{
  FeuDocument *document = feu_article_view_get_document (self->view);

  feu_article_view_flush (self->view);
  if (file != NULL)
    feu_document_save_as_async (
        document, file, self->cancellable, save_cb, g_object_ref (self));
  else
    feu_document_save_async (
        document, flags, self->cancellable, save_cb, g_object_ref (self));
}

void
feu_window_save (FeuWindow *self)
{
  if (feu_document_get_file (feu_article_view_get_document (self->view)) == NULL)
    feu_window_choose_save_as (self);
  else
    save_to (self, NULL, FEU_SAVE_NONE);
}

static void
on_save_response_cb (GtkNativeDialog *dialog, int response, FeuWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      save_to (self, file, FEU_SAVE_NONE);
    }
  else
    self->close_after_save = FALSE;
  g_object_unref (dialog);
}

/* The slug that the article names, or one made from its title. */
static char *
dup_proposed_name (FeuWindow *self)
{
  g_autoptr (FeuArticle) article =
      feu_pipeline_dup_current_article (feu_article_view_get_pipeline (self->view));
  const char *title = feu_article_get_title (article);
  const char *slug =
      feu_metadata_get_string (feu_article_get_metadata (article), FEU_FIELD_SLUG);
  g_autofree char *name = feu_slug_new (slug != NULL    ? slug
                                        : title != NULL ? title
                                                        : _ ("Article"),
                                        60);

  return g_strconcat (*name != '\0' ? name : "article", ".md", NULL);
}

void
feu_window_choose_save_as (FeuWindow *self)
{
  GtkFileChooserNative *chooser = new_chooser (self, GTK_FILE_CHOOSER_ACTION_SAVE);
  GFile *file = feu_document_get_file (feu_article_view_get_document (self->view));

  gtk_file_chooser_set_do_overwrite_confirmation (GTK_FILE_CHOOSER (chooser), TRUE);
  if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, NULL);
  else
    {
      g_autofree char *name = dup_proposed_name (self);
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
    }
  g_signal_connect_object (
      chooser, "response", G_CALLBACK (on_save_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- closing ---- */

static void
on_unsaved_choice_cb (FeuUnsavedChoice choice, gpointer user_data)
{
  g_autoptr (FeuWindow) self = user_data;

  switch (choice)
    {
    case FEU_UNSAVED_CANCEL:
      return;
    case FEU_UNSAVED_DISCARD:
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    case FEU_UNSAVED_SAVE:
      self->close_after_save = TRUE;
      feu_window_save (self);
      return;
    }
}

gboolean
feu_window_hold_close (FeuWindow *self)
{
  FeuDocument *document = feu_article_view_get_document (self->view);

  feu_article_view_flush (self->view);
  if (self->closing || !feu_document_is_modified (document))
    return FALSE;
  g_autofree char *name = feu_document_dup_display_name (document);
  feu_unsaved_dialog_show (
      GTK_WINDOW (self), name, on_unsaved_choice_cb, g_object_ref (self));
  return TRUE;
}
