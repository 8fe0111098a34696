/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three pages of a stack: the choice, the work, the result.
 */
#include "config.h"

#include "feu-export-dialog.h"

#include "feu-export.h"
#include "feu-page.h"
#include "feu-slug.h"

#include <glib/gi18n.h>
#include <handy.h>

#define FEU_TYPE_EXPORT_DIALOG (feu_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FeuExportDialog, feu_export_dialog, FEU, EXPORT_DIALOG, HdyWindow)

struct _FeuExportDialog
{
  HdyWindow parent_instance;

  FeuArticle     *article;     /* owned */
  FeuAuthorStore *authors;     /* owned */
  GFile          *file;        /* owned, (nullable) */
  GCancellable   *cancellable; /* owned */
  char           *result_path; /* owned, (nullable) */

  /* template */
  GtkStack       *stack;
  GtkRadioButton *format_page;
  GtkRadioButton *format_folder;
  GtkLabel       *error_label;
  GtkLabel       *path_label;
  GtkLabel       *warnings_label;
  GtkWidget      *warnings_box;
  GtkWidget      *export_button;
  GtkWidget      *open_button;
};

G_DEFINE_FINAL_TYPE (FeuExportDialog, feu_export_dialog, HDY_TYPE_WINDOW)

static FeuExportFormat
get_format (FeuExportDialog *self)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->format_page)))
    return FEU_EXPORT_PAGE;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->format_folder)))
    return FEU_EXPORT_PAGE_FOLDER;
  return FEU_EXPORT_FRAGMENT;
}

/* The name of the article's file without its ending, or one made from the title. */
static char *
dup_base_name (FeuExportDialog *self)
{
  if (self->file != NULL)
    {
      char *name = g_file_get_basename (self->file);
      char *dot = strrchr (name, '.');
      if (dot != NULL && dot != name)
        *dot = '\0';
      return name;
    }
  const char *title = feu_article_get_title (self->article);
  char       *slug = feu_slug_new (title != NULL ? title : "", 60);
  if (*slug != '\0')
    return slug;
  g_free (slug);
  return g_strdup (_ ("article"));
}

static char *
dup_target_name (FeuExportDialog *self)
{
  g_autofree char *base = dup_base_name (self);

  switch (get_format (self))
    {
    case FEU_EXPORT_PAGE:
      return g_strconcat (base, ".html", NULL);
    case FEU_EXPORT_PAGE_FOLDER:
      /* A folder of the same name may be the article's own. */
      return g_strconcat (base, "-html", NULL);
    case FEU_EXPORT_FRAGMENT:
      return g_strconcat (base, "-fragment.html", NULL);
    }
  g_return_val_if_reached (NULL);
}

static void
show_error (FeuExportDialog *self, const char *message)
{
  gtk_label_set_text (self->error_label, message);
  gtk_widget_show (GTK_WIDGET (self->error_label));
  gtk_stack_set_visible_child_name (self->stack, "choice");
  gtk_widget_set_sensitive (self->export_button, TRUE);
}

static void
show_warnings (FeuExportDialog *self, const GPtrArray *warnings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      const FeuExportWarning *warning = g_ptr_array_index (warnings, i);
      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", warning->message);
    }
  gtk_label_set_text (self->warnings_label, text->str);
  gtk_widget_set_visible (self->warnings_box, warnings->len > 0);
  g_string_free (text, TRUE);
}

static void
write_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuExportResult) exported = feu_export_write_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      show_error (self, error->message);
      return;
    }
  g_free (self->result_path);
  self->result_path = g_strdup (exported->path);
  g_autofree char *shown = g_filename_display_name (exported->path);
  gtk_label_set_text (self->path_label, shown);
  show_warnings (self, exported->warnings);
  gtk_widget_hide (self->export_button);
  gtk_stack_set_visible_child_name (self->stack, "result");
  gtk_widget_grab_focus (self->open_button);
}

static void
start_writing (FeuExportDialog *self, const char *path)
{
  g_autoptr (GFile) folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;
  g_autoptr (GPtrArray) authors =
      feu_page_dup_authors (self->article, self->authors, folder);
  g_autofree char *base = dup_base_name (self);
  FeuExportOptions options = { authors, folder, base };

  gtk_widget_hide (GTK_WIDGET (self->error_label));
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "work");
  feu_export_write_async (self->article,
                          get_format (self),
                          &options,
                          path,
                          self->cancellable,
                          write_cb,
                          g_object_ref (self));
}

static void
on_chooser_response_cb (GtkNativeDialog *chooser, int response, FeuExportDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autofree char *path =
          gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (chooser));
      if (path != NULL)
        start_writing (self, path);
      else
        show_error (self, _ ("Feuillet can export to folders of this computer only."));
    }
  g_object_unref (chooser);
}

static void
on_export_clicked_cb (FeuExportDialog *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export the article"),
                                   GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE,
                                   _ ("_Export"),
                                   _ ("_Cancel"));
  g_autofree char *name = dup_target_name (self);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_do_overwrite_confirmation (
      GTK_FILE_CHOOSER (chooser), get_format (self) != FEU_EXPORT_PAGE_FOLDER);
  if (self->file != NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (self->file);
      gtk_file_chooser_set_current_folder_file (
          GTK_FILE_CHOOSER (chooser), folder, NULL);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (
      chooser, "response", G_CALLBACK (on_chooser_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_uri (FeuExportDialog *self, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_on_window (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, &error))
    {
      gtk_label_set_text (self->warnings_label, error->message);
      gtk_widget_show (self->warnings_box);
    }
}

static void
on_open_clicked_cb (FeuExportDialog *self)
{
  open_uri (self, self->result_path);
}

static void
on_open_folder_clicked_cb (FeuExportDialog *self)
{
  g_autofree char *folder = g_path_get_dirname (self->result_path);

  open_uri (self, folder);
}

static gboolean
on_key_press_cb (FeuExportDialog *self, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

static void
on_cancel_clicked_cb (FeuExportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
feu_export_dialog_dispose (GObject *object)
{
  FeuExportDialog *self = FEU_EXPORT_DIALOG (object);

  g_clear_pointer (&self->article, feu_article_unref);
  g_clear_object (&self->authors);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (feu_export_dialog_parent_class)->dispose (object);
}

static void
feu_export_dialog_finalize (GObject *object)
{
  FeuExportDialog *self = FEU_EXPORT_DIALOG (object);

  g_object_unref (self->cancellable);
  g_free (self->result_path);
  G_OBJECT_CLASS (feu_export_dialog_parent_class)->finalize (object);
}

static void
feu_export_dialog_destroy (GtkWidget *widget)
{
  g_cancellable_cancel (FEU_EXPORT_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (feu_export_dialog_parent_class)->destroy (widget);
}

static void
feu_export_dialog_class_init (FeuExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = feu_export_dialog_finalize;
  widget_class->destroy = feu_export_dialog_destroy;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, format_page);
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, format_folder);
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, path_label);
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, warnings_label);
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, FeuExportDialog, open_button);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_folder_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_press_cb);
}

static void
feu_export_dialog_init (FeuExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

void
feu_export_dialog_show (GtkWindow      *parent,
                        FeuArticle     *article,
                        GFile          *file,
                        FeuAuthorStore *authors)
{
  FeuExportDialog *self = g_object_new (FEU_TYPE_EXPORT_DIALOG,
                                        "transient-for",
                                        parent,
                                        "destroy-with-parent",
                                        TRUE,
                                        "modal",
                                        TRUE,
                                        NULL);

  self->article = feu_article_ref (article);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->authors = g_object_ref (authors);
  gtk_window_present (GTK_WINDOW (self));
}
