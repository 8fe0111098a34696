/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A native file dialog, then an import.
 */
#include "config.h"

#include "feu-image-picker.h"

#include "feu-image-import.h"

#include <glib/gi18n.h>

GtkFileChooserNative *
feu_image_picker_new_dialog (GtkWidget *parent)
{
  GtkWidget            *top = parent != NULL ? gtk_widget_get_toplevel (parent) : NULL;
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Choose an Image"),
                                   GTK_IS_WINDOW (top) ? GTK_WINDOW (top) : NULL,
                                   GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _ ("_Choose"),
                                   _ ("_Cancel"));
  GtkFileFilter *images = gtk_file_filter_new ();
  GtkFileFilter *all = gtk_file_filter_new ();

  gtk_file_filter_set_name (images, _ ("Images"));
  gtk_file_filter_add_mime_type (images, "image/*");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), images);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  return dialog;
}

static void
import_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *src = feu_image_import_finish (result, &error);

  if (src != NULL)
    g_task_return_pointer (task, src, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_dialog_response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *folder = g_task_get_task_data (task);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    {
      g_task_return_new_error (
          task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No image was chosen");
      return;
    }
  GCancellable *cancellable = g_task_get_cancellable (task);
  feu_image_import_file_async (
      file, folder, cancellable, import_cb, g_steal_pointer (&task));
}

void
feu_image_picker_run_async (GtkWidget          *parent,
                            GFile              *article_folder,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (G_IS_FILE (article_folder));
  GTask                *task = g_task_new (NULL, cancellable, callback, user_data);
  GtkFileChooserNative *dialog = feu_image_picker_new_dialog (parent);

  g_task_set_source_tag (task, feu_image_picker_run_async);
  g_task_set_task_data (task, g_object_ref (article_folder), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (on_dialog_response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

char *
feu_image_picker_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
