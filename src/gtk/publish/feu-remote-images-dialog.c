/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of the media library at a time, by name and description.
 */
#include "config.h"

#include "feu-remote-images-dialog.h"

#include <glib/gi18n.h>

struct _FeuRemoteImagesDialog
{
  HdyWindow parent_instance;

  /* owned */
  FeuPublisher *publisher;
  GCancellable *cancellable; /* of the newest request */
  GPtrArray    *images;      /* (element-type FeuRemoteImage): those shown */
  guint         page;

  /* template */
  GtkWidget  *choose_button;
  GtkEntry   *search_entry;
  GtkLabel   *message;
  GtkListBox *list;
  GtkWidget  *more_button;
};

G_DEFINE_FINAL_TYPE (FeuRemoteImagesDialog, feu_remote_images_dialog, HDY_TYPE_WINDOW)

static guint chosen_signal;

static void
show_message (FeuRemoteImagesDialog *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

/* ---- asking the site ---- */

typedef struct
{
  char *search; /* owned */
  guint page;
  guint n_pages; /* out */
} Query;

static void
free_query (gpointer data)
{
  g_free (((Query *) data)->search);
  g_free (data);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Query     *query = task_data;
  GError    *error = NULL;
  GPtrArray *images = feu_publisher_list_images (
      source, query->search, query->page, &query->n_pages, cancellable, &error);

  if (images != NULL)
    g_task_return_pointer (task, images, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  gtk_container_add (GTK_CONTAINER (box), label);
}

static void
add_row (FeuRemoteImagesDialog *self, const FeuRemoteImage *image)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = g_path_get_basename (image->url);
  g_autofree char *line =
      g_strdup_printf ("%u × %u · %s",
                       image->width,
                       image->height,
                       *image->alt != '\0' ? image->alt : _ ("No description"));

  g_object_set (box, "margin", 9, NULL);
  add_label (box, name, "feu-field-label");
  add_label (box, line, GTK_STYLE_CLASS_DIM_LABEL);
  gtk_container_add (GTK_CONTAINER (row), box);
  atk_object_set_name (gtk_widget_get_accessible (row), name);
  gtk_widget_show_all (row);
  gtk_container_add (GTK_CONTAINER (self->list), row);
}

static void
list_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuRemoteImagesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Query *query = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) images = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_message (self, error != NULL ? error->message : NULL);
  for (guint i = 0; images != NULL && i < images->len; i++)
    {
      FeuRemoteImage *image = g_ptr_array_index (images, i);
      g_ptr_array_add (self->images, feu_remote_image_ref (image));
      add_row (self, image);
    }
  if (error == NULL && self->images->len == 0)
    show_message (self, _ ("No image was found."));
  gtk_widget_set_visible (self->more_button, self->page < query->n_pages);
}

static void
request (FeuRemoteImagesDialog *self)
{
  g_autoptr (GTask) task =
      g_task_new (self->publisher, self->cancellable, list_cb, g_object_ref (self));
  Query      *query = g_new0 (Query, 1);
  const char *search = gtk_entry_get_text (self->search_entry);

  query->search = *search != '\0' ? g_strdup (search) : NULL;
  query->page = self->page;
  g_task_set_source_tag (task, request);
  g_task_set_task_data (task, query, free_query);
  g_task_run_in_thread (task, list_in_thread);
}

static void
remove_child (GtkWidget *child, gpointer unused)
{
  gtk_widget_destroy (child);
}

static void
start_over (FeuRemoteImagesDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->page = 1;
  gtk_container_foreach (GTK_CONTAINER (self->list), remove_child, NULL);
  g_ptr_array_set_size (self->images, 0);
  show_message (self, _ ("Asking the site…"));
  request (self);
}

/* ---- what the writer does ---- */

static void
on_search_changed_cb (FeuRemoteImagesDialog *self)
{
  start_over (self);
}

static void
on_more_clicked_cb (FeuRemoteImagesDialog *self)
{
  self->page++;
  gtk_widget_hide (self->more_button);
  request (self);
}

static void
on_row_selected_cb (FeuRemoteImagesDialog *self, GtkListBoxRow *row)
{
  gtk_widget_set_sensitive (self->choose_button, row != NULL);
}

static void
on_choose_clicked_cb (FeuRemoteImagesDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    return;
  g_signal_emit (
      self,
      chosen_signal,
      0,
      g_ptr_array_index (self->images, (guint) gtk_list_box_row_get_index (row)));
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
on_key_press_cb (FeuRemoteImagesDialog *self, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

/* ---- the class ---- */

static void
feu_remote_images_dialog_destroy (GtkWidget *widget)
{
  g_cancellable_cancel (FEU_REMOTE_IMAGES_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (feu_remote_images_dialog_parent_class)->destroy (widget);
}

static void
feu_remote_images_dialog_finalize (GObject *object)
{
  FeuRemoteImagesDialog *self = FEU_REMOTE_IMAGES_DIALOG (object);

  g_clear_object (&self->publisher);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->images);
  G_OBJECT_CLASS (feu_remote_images_dialog_parent_class)->finalize (object);
}

static void
feu_remote_images_dialog_class_init (FeuRemoteImagesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_remote_images_dialog_finalize;
  widget_class->destroy = feu_remote_images_dialog_destroy;
  chosen_signal = g_signal_new ("chosen",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                FEU_TYPE_REMOTE_IMAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-remote-images-dialog.ui");
  gtk_widget_class_bind_template_child (
      widget_class, FeuRemoteImagesDialog, choose_button);
  gtk_widget_class_bind_template_child (
      widget_class, FeuRemoteImagesDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuRemoteImagesDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FeuRemoteImagesDialog, list);
  gtk_widget_class_bind_template_child (
      widget_class, FeuRemoteImagesDialog, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
}

static void
feu_remote_images_dialog_init (FeuRemoteImagesDialog *self)
{
  self->images =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_remote_image_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
feu_remote_images_dialog_new (GtkWindow *parent, FeuPublisher *publisher)
{
  FeuRemoteImagesDialog *self =
      g_object_new (FEU_TYPE_REMOTE_IMAGES_DIALOG, "transient-for", parent, NULL);

  self->publisher = g_object_ref (publisher);
  start_over (self);
  return GTK_WIDGET (self);
}
