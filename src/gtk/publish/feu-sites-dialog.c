/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list, made anew when the store changes.
 */
#include "config.h"

#include "feu-sites-dialog-private.h"

#include "feu-site-assistant.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (FeuSitesDialog, feu_sites_dialog, HDY_TYPE_WINDOW)

#define ID_KEY "feu-site-id"

/* ---- the list ---- */

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  return label;
}

static GtkWidget *
new_dot (const FeuSite *site)
{
  GtkWidget *dot = gtk_label_new (NULL);
  GdkRGBA    color;

  if (site->color != NULL && gdk_rgba_parse (&color, site->color))
    {
      g_autofree char *markup = g_markup_printf_escaped (
          "<span color=\"%s\" size=\"x-large\">●</span>", site->color);
      gtk_label_set_markup (GTK_LABEL (dot), markup);
    }
  return dot;
}

static void
add_row (FeuSitesDialog *self, const FeuSite *site)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *arrow =
      gtk_image_new_from_icon_name ("go-next-symbolic", GTK_ICON_SIZE_BUTTON);
  g_autofree char *line =
      site->user != NULL && site->api_root != NULL
          ? g_strdup_printf ("%s · %s", site->address, site->user)
          : g_strdup_printf (_ ("%s · not signed in yet"), site->address);

  g_object_set (box, "margin", 12, NULL);
  gtk_container_add (GTK_CONTAINER (texts), new_label (site->name, "feu-field-label"));
  gtk_container_add (GTK_CONTAINER (texts),
                     new_label (line, GTK_STYLE_CLASS_DIM_LABEL));
  gtk_container_add (GTK_CONTAINER (box), new_dot (site));
  gtk_box_pack_start (GTK_BOX (box), texts, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (box), arrow, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (row), box);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (site->id), g_free);
  atk_object_set_name (gtk_widget_get_accessible (row), site->name);
  gtk_widget_show_all (row);
  gtk_container_add (GTK_CONTAINER (self->list), row);
}

static void
remove_child (GtkWidget *child, gpointer unused)
{
  gtk_widget_destroy (child);
}

void
feu_sites_dialog_show_list (FeuSitesDialog *self, const char *message)
{
  g_autoptr (GPtrArray) sites =
      feu_site_store_list (feu_publishing_get_sites (self->publishing));

  gtk_container_foreach (GTK_CONTAINER (self->list), remove_child, NULL);
  for (guint i = 0; i < sites->len; i++)
    add_row (self, g_ptr_array_index (sites, i));
  g_clear_pointer (&self->site, feu_site_unref);
  gtk_label_set_text (self->list_message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->list_message), message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), sites->len > 0);
  gtk_stack_set_visible_child_name (
      self->stack, sites->len > 0 || message != NULL ? "list" : "empty");
  gtk_widget_hide (self->back_button);
  gtk_widget_hide (self->save_button);
  gtk_widget_show (self->add_button);
  gtk_widget_show (self->import_button);
  hdy_header_bar_set_title (self->header_bar, _ ("Sites"));
}

/* A site that is being looked at stays so: it may just have been signed in to. */
static void
on_sites_changed_cb (FeuSitesDialog *self)
{
  FeuSiteStore *store = feu_publishing_get_sites (self->publishing);
  g_autoptr (FeuSite) shown =
      self->site != NULL ? feu_site_store_dup_site (store, self->site->id) : NULL;

  if (shown != NULL)
    feu_sites_dialog_show_site (self, shown);
  else
    feu_sites_dialog_show_list (self, NULL);
}

/* ---- what the writer does ---- */

static void
on_row_activated_cb (FeuSitesDialog *self, GtkListBoxRow *row)
{
  g_autoptr (FeuSite) site =
      feu_site_store_dup_site (feu_publishing_get_sites (self->publishing),
                               g_object_get_data (G_OBJECT (row), ID_KEY));

  if (site != NULL)
    feu_sites_dialog_show_site (self, site);
}

static void
on_back_clicked_cb (FeuSitesDialog *self)
{
  feu_sites_dialog_show_list (self, NULL);
}

static void
on_add_clicked_cb (FeuSitesDialog *self)
{
  feu_site_assistant_show (GTK_WINDOW (self), self->publishing, NULL);
}

static void
on_import_response_cb (GtkNativeDialog *chooser, int response, FeuSitesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      g_autoptr (FeuSite) site = feu_site_store_import (
          feu_publishing_get_sites (self->publishing), file, &error);
      if (site == NULL)
        feu_sites_dialog_show_list (self, error->message);
      else
        feu_site_assistant_show (GTK_WINDOW (self), self->publishing, site);
    }
  g_object_unref (chooser);
}

static void
on_import_clicked_cb (FeuSitesDialog *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Import a site"),
                                   GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _ ("_Import"),
                                   _ ("_Cancel"));
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Sites"));
  gtk_file_filter_add_pattern (filter, "*.site");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (
      chooser, "response", G_CALLBACK (on_import_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
on_key_press_cb (FeuSitesDialog *self, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (self->site != NULL)
    feu_sites_dialog_show_list (self, NULL);
  else
    gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

/* ---- the class ---- */

static void
feu_sites_dialog_destroy (GtkWidget *widget)
{
  g_cancellable_cancel (FEU_SITES_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (feu_sites_dialog_parent_class)->destroy (widget);
}

static void
feu_sites_dialog_finalize (GObject *object)
{
  FeuSitesDialog *self = FEU_SITES_DIALOG (object);

  g_clear_object (&self->publishing);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->site, feu_site_unref);
  G_OBJECT_CLASS (feu_sites_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, list_message);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, color_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, address_label);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, format_combo);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, categories_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, px_spin);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, mb_spin);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, quality_spin);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, parallel_spin);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, edit_message);
  gtk_widget_class_bind_template_child (widget_class, FeuSitesDialog, test_button);
}

static void
feu_sites_dialog_class_init (FeuSitesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_sites_dialog_finalize;
  widget_class->destroy = feu_sites_dialog_destroy;
  g_type_ensure (FEU_TYPE_TAG_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-sites-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_press_cb);
  feu_sites_dialog_bind_edit (widget_class);
}

static void
feu_sites_dialog_init (FeuSitesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
feu_sites_dialog_new (GtkWindow *parent, FeuPublishing *publishing)
{
  FeuSitesDialog *self =
      g_object_new (FEU_TYPE_SITES_DIALOG, "transient-for", parent, NULL);

  self->publishing = g_object_ref (publishing);
  g_signal_connect_object (feu_publishing_get_sites (publishing),
                           "changed",
                           G_CALLBACK (on_sites_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  feu_sites_dialog_show_list (self, NULL);
  return GTK_WIDGET (self);
}
