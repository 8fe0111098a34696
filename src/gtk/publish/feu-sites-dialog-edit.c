/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One site: what it is called, what its articles are to be like, whether it works.
 */
#include "config.h"

#include "feu-sites-dialog-private.h"

#include "feu-site-assistant.h"
#include "feu-site-sign-in.h"

#include <glib/gi18n.h>

#define MEGABYTE 1000000

static void
show_message (FeuSitesDialog *self, const char *text)
{
  gtk_label_set_text (self->edit_message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->edit_message), text != NULL);
}

void
feu_sites_dialog_show_site (FeuSitesDialog *self, FeuSite *site)
{
  static const char *const none[] = { NULL };
  GdkRGBA                  color = { 0.21, 0.52, 0.89, 1.0 };
  g_autofree char         *address = g_strdup_printf (
      site->user != NULL ? _ ("%s, signed in as %s") : _ ("%s, not signed in yet"),
      site->address,
      site->user);

  g_clear_pointer (&self->site, feu_site_unref);
  self->site = feu_site_ref (site);
  gtk_entry_set_text (self->name_entry, site->name);
  if (site->color != NULL)
    gdk_rgba_parse (&color, site->color);
  gtk_color_chooser_set_rgba (self->color_button, &color);
  gtk_label_set_text (self->address_label, address);
  gtk_combo_box_set_active_id (self->format_combo,
                               site->format == FEU_SITE_CLASSIC ? "classic" : "blocks");
  feu_tag_entry_set_values (self->categories_entry,
                            site->default_categories != NULL ? site->default_categories
                                                             : none);
  gtk_spin_button_set_value (self->px_spin, site->max_image_px);
  gtk_spin_button_set_value (self->mb_spin, (double) site->max_image_bytes / MEGABYTE);
  gtk_spin_button_set_value (self->quality_spin, site->jpeg_quality);
  gtk_spin_button_set_value (self->parallel_spin, site->parallel_uploads);
  show_message (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_show (self->back_button);
  gtk_widget_show (self->save_button);
  gtk_widget_hide (self->add_button);
  gtk_widget_hide (self->import_button);
  hdy_header_bar_set_title (self->header_bar, site->name);
}

static char *
dup_color (FeuSitesDialog *self)
{
  GdkRGBA color;

  gtk_color_chooser_get_rgba (self->color_button, &color);
  return g_strdup_printf ("#%02x%02x%02x",
                          (guint) (color.red * 255 + 0.5),
                          (guint) (color.green * 255 + 0.5),
                          (guint) (color.blue * 255 + 0.5));
}

static void
on_save_clicked_cb (FeuSitesDialog *self)
{
  FeuSite          values = *self->site;
  g_autofree char *color = dup_color (self);
  g_auto (GStrv) categories = feu_tag_entry_dup_values (self->categories_entry);
  g_autoptr (GError) error = NULL;

  values.name = gtk_entry_get_text (self->name_entry);
  values.color = color;
  values.format =
      g_strcmp0 (gtk_combo_box_get_active_id (self->format_combo), "classic") == 0
          ? FEU_SITE_CLASSIC
          : FEU_SITE_BLOCKS;
  values.default_categories = (const char *const *) categories;
  values.max_image_px = (guint) gtk_spin_button_get_value_as_int (self->px_spin);
  values.max_image_bytes =
      (guint64) (gtk_spin_button_get_value (self->mb_spin) * MEGABYTE);
  values.jpeg_quality = (guint) gtk_spin_button_get_value_as_int (self->quality_spin);
  values.parallel_uploads =
      (guint) gtk_spin_button_get_value_as_int (self->parallel_spin);
  g_autoptr (FeuSite) site = feu_site_new (&values);
  if (feu_site_store_save (feu_publishing_get_sites (self->publishing), site, &error))
    feu_sites_dialog_show_list (self, NULL);
  else
    show_message (self, error->message);
}

/* ---- testing ---- */

static void
test_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuSitesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuSiteSession) session =
      feu_publishing_open_site_finish (FEU_PUBLISHING (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (self->test_button, TRUE);
  if (session == NULL)
    {
      show_message (self, error->message);
      return;
    }
  if (session->is_offline)
    {
      show_message (self, _ ("The site cannot be reached now: is the network there?"));
      return;
    }
  FeuRights        rights = session->profile->account->rights;
  g_autofree char *text = g_strdup_printf (
      (rights & FEU_RIGHT_PUBLISH) != 0 ? _ ("It works: %s may publish here.")
      : (rights & FEU_RIGHT_WRITE) != 0
          ? _ ("It works: %s may submit texts for review here.")
          : _ ("The sign-in works, but %s may not write here."),
      session->profile->account->name);
  show_message (self, text);
}

static void
on_test_clicked_cb (FeuSitesDialog *self)
{
  gtk_widget_set_sensitive (self->test_button, FALSE);
  show_message (self, _ ("Asking the site…"));
  feu_publishing_open_site_async (
      self->publishing, self->site, 0, self->cancellable, test_cb, g_object_ref (self));
}

static void
on_sign_in_clicked_cb (FeuSitesDialog *self)
{
  feu_site_assistant_show (GTK_WINDOW (self), self->publishing, self->site);
}

/* ---- export ---- */

static void
on_export_response_cb (GtkNativeDialog *chooser, int response, FeuSitesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    {
      if (feu_site_store_export (self->site, file, &error))
        show_message (self, _ ("Exported. The file has no password in it."));
      else
        show_message (self, error->message);
    }
  g_object_unref (chooser);
}

static void
on_export_clicked_cb (FeuSitesDialog *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export the site"),
                                   GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE,
                                   _ ("_Export"),
                                   _ ("_Cancel"));
  g_autofree char *name = g_strconcat (self->site->id, ".site", NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_do_overwrite_confirmation (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (
      chooser, "response", G_CALLBACK (on_export_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- removing ---- */

static void
forget (FeuSitesDialog *self, FeuSite *site, const char *message)
{
  g_autoptr (GError) error = NULL;

  if (feu_site_store_remove (
          feu_publishing_get_sites (self->publishing), site->id, &error))
    feu_sites_dialog_show_list (self, message);
  else
    show_message (self, error->message);
}

typedef struct
{
  FeuSitesDialog *dialog; /* owned */
  FeuSite        *site;   /* owned */
} Removal;

static void
revoke_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Removal *removal = user_data;
  g_autoptr (FeuSitesDialog) self = removal->dialog;
  g_autoptr (FeuSite) site = removal->site;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_free (removal);
  if (!feu_site_sign_out_finish (result, &error))
    message = g_strdup_printf (
        _ ("“%s” is removed here, but its password could not be revoked on the site: "
           "%s Revoke it there, in your profile under “Application Passwords”."),
        site->name,
        error->message);
  if (!g_cancellable_is_cancelled (self->cancellable))
    forget (self, site, message);
}

static void
on_remove_response_cb (GtkDialog *question, int response, FeuSitesDialog *self)
{
  gtk_widget_destroy (GTK_WIDGET (question));
  if (response != GTK_RESPONSE_ACCEPT || self->site == NULL)
    return;
  Removal *removal = g_new0 (Removal, 1);
  removal->dialog = g_object_ref (self);
  removal->site = feu_site_ref (self->site);
  show_message (self, _ ("Revoking the password on the site…"));
  feu_site_sign_out_async (
      self->publishing, self->site, self->cancellable, revoke_cb, removal);
}

static void
on_remove_clicked_cb (FeuSitesDialog *self)
{
  GtkWidget *question =
      gtk_message_dialog_new (GTK_WINDOW (self),
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION,
                              GTK_BUTTONS_NONE,
                              _ ("Remove “%s” from Feuillet?"),
                              self->site->name);

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (question),
      _ ("Feuillet’s password is revoked on the site first. The posts there and the "
         "articles here stay as they are."));
  gtk_dialog_add_button (GTK_DIALOG (question), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  GtkWidget *remove =
      gtk_dialog_add_button (GTK_DIALOG (question), _ ("_Remove"), GTK_RESPONSE_ACCEPT);
  gtk_style_context_add_class (gtk_widget_get_style_context (remove),
                               GTK_STYLE_CLASS_DESTRUCTIVE_ACTION);
  g_signal_connect_object (
      question, "response", G_CALLBACK (on_remove_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

void
feu_sites_dialog_bind_edit (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_test_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_sign_in_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_export_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_remove_clicked_cb);
}
