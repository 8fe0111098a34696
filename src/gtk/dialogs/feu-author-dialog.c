/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what is wrong beside the field while it is typed, so that saving can only fail
 * for what the disk does; that is said at the bottom, and nothing typed is lost.
 */
#include "config.h"

#include "feu-author-dialog.h"

#include "feu-image-header.h"
#include "feu-image-picker.h"

#include <glib/gi18n.h>
#include <handy.h>
#include <string.h>

struct _FeuAuthorDialog
{
  GtkDialog parent_instance;

  /* template */
  HdyAvatar   *avatar;
  GtkWidget   *remove_photo_button;
  GtkEntry    *name_entry;
  GtkLabel    *name_hint;
  GtkEntry    *role_entry;
  GtkTextView *bio_view;
  GtkEntry    *url_entry;
  GtkLabel    *url_hint;
  GtkLabel    *error_label;
  GtkWidget   *save_button;

  /* owned */
  FeuAuthorStore       *store;
  FeuAuthor            *author; /* the profile as it was */
  GFile                *photo;
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (FeuAuthorDialog, feu_author_dialog, GTK_TYPE_DIALOG)

static char *
dup_trimmed (GtkEntry *entry)
{
  return g_strstrip (g_strdup (gtk_entry_get_text (entry)));
}

static char *
dup_bio (FeuAuthorDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->bio_view);
  GtkTextIter    start;
  GtkTextIter    end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_hint (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http"));
}

static gboolean
check_name (FeuAuthorDialog *self)
{
  g_autofree char *name = dup_trimmed (self->name_entry);

  if (*name == '\0')
    {
      show_hint (self->name_hint, _ ("A profile needs a name."));
      return FALSE;
    }
  g_autoptr (FeuAuthor) named = feu_author_new (name, NULL, NULL, NULL, NULL);
  gboolean         is_other = !g_str_equal (named->id, self->author->id);
  g_autofree char *text = g_strdup_printf (
      _ ("This makes a second profile; that of %s stays. The article names its authors "
         "itself."),
      self->author->name);
  show_hint (self->name_hint, is_other ? text : NULL);
  return TRUE;
}

static gboolean
check_url (FeuAuthorDialog *self)
{
  g_autofree char *url = dup_trimmed (self->url_entry);
  gboolean         is_valid = *url == '\0' || is_web_address (url);

  show_hint (self->url_hint,
             is_valid ? NULL : _ ("An address begins with https:// or http://"));
  return is_valid;
}

static void
check (FeuAuthorDialog *self)
{
  gboolean         has_name = check_name (self);
  gboolean         has_url = check_url (self);
  g_autofree char *name = dup_trimmed (self->name_entry);

  hdy_avatar_set_text (self->avatar, name);
  gtk_widget_set_sensitive (self->save_button, has_name && has_url);
}

static void
show_photo (FeuAuthorDialog *self)
{
  g_autoptr (GIcon) icon = self->photo != NULL ? g_file_icon_new (self->photo) : NULL;

  hdy_avatar_set_loadable_icon (self->avatar,
                                icon != NULL ? G_LOADABLE_ICON (icon) : NULL);
  gtk_widget_set_visible (self->remove_photo_button, self->photo != NULL);
}

static void
take_photo (FeuAuthorDialog *self, GFile *file)
{
  FeuImageHeader header = { 0 };
  const char    *path = g_file_peek_path (file);

  if (path == NULL || !feu_image_header_read (path, &header))
    {
      show_hint (
          self->error_label,
          _ ("This file cannot be read as an image. Choose a JPEG or PNG on this "
             "computer."));
      return;
    }
  show_hint (self->error_label, NULL);
  g_set_object (&self->photo, file);
  show_photo (self);
}

static void
on_chooser_response_cb (FeuAuthorDialog *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    take_photo (self, file);
}

static void
on_choose_photo_clicked_cb (FeuAuthorDialog *self)
{
  g_clear_object (&self->chooser);
  self->chooser = feu_image_picker_new_dialog (GTK_WIDGET (self));
  g_signal_connect_object (self->chooser,
                           "response",
                           G_CALLBACK (on_chooser_response_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_remove_photo_clicked_cb (FeuAuthorDialog *self)
{
  g_clear_object (&self->photo);
  show_photo (self);
}

static gboolean
save (FeuAuthorDialog *self)
{
  g_autofree char *name = dup_trimmed (self->name_entry);
  g_autofree char *bio = dup_bio (self);
  g_autoptr (FeuAuthor) author = feu_author_new (name,
                                                 gtk_entry_get_text (self->role_entry),
                                                 bio,
                                                 gtk_entry_get_text (self->url_entry),
                                                 self->photo);
  g_autoptr (GError) error = NULL;

  if (feu_author_store_save (self->store, author, &error))
    return TRUE;
  g_autofree char *text =
      g_strdup_printf (_ ("The profile was not saved: %s"), error->message);
  show_hint (self->error_label, text);
  return FALSE;
}

static void
feu_author_dialog_response (GtkDialog *dialog, int response)
{
  FeuAuthorDialog *self = FEU_AUTHOR_DIALOG (dialog);

  if (response == GTK_RESPONSE_OK && !save (self))
    return;
  gtk_widget_destroy (GTK_WIDGET (dialog));
}

static void
feu_author_dialog_dispose (GObject *object)
{
  FeuAuthorDialog *self = FEU_AUTHOR_DIALOG (object);
  g_clear_object (&self->store);
  g_clear_pointer (&self->author, feu_author_unref);
  g_clear_object (&self->photo);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (feu_author_dialog_parent_class)->dispose (object);
}

static void
feu_author_dialog_class_init (FeuAuthorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_author_dialog_dispose;
  GTK_DIALOG_CLASS (klass)->response = feu_author_dialog_response;
  g_type_ensure (HDY_TYPE_AVATAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-author-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, avatar);
  gtk_widget_class_bind_template_child (
      widget_class, FeuAuthorDialog, remove_photo_button);
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, name_hint);
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, role_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, bio_view);
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, url_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, url_hint);
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, FeuAuthorDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_photo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_photo_clicked_cb);
}

static void
feu_author_dialog_init (FeuAuthorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (FeuAuthorDialog *self)
{
  const FeuAuthor *author = self->author;
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->bio_view);

  gtk_entry_set_text (self->name_entry, author->name);
  gtk_entry_set_text (self->role_entry, author->role != NULL ? author->role : "");
  gtk_entry_set_text (self->url_entry, author->url != NULL ? author->url : "");
  gtk_text_buffer_set_text (buffer, author->bio != NULL ? author->bio : "", -1);
  g_set_object (&self->photo, author->photo);
  show_photo (self);
}

GtkWidget *
feu_author_dialog_new (GtkWindow      *parent,
                       FeuAuthorStore *store,
                       const char     *name,
                       GFile          *article_folder)
{
  g_return_val_if_fail (FEU_IS_AUTHOR_STORE (store) && name != NULL, NULL);
  FeuAuthorDialog *self = g_object_new (
      FEU_TYPE_AUTHOR_DIALOG, "use-header-bar", TRUE, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->author = feu_author_store_dup_author (store, name, article_folder);
  fill (self);
  check (self);
  g_signal_connect_object (
      self->name_entry, "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->url_entry, "changed", G_CALLBACK (check), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
feu_author_dialog_show (GtkWindow      *parent,
                        FeuAuthorStore *store,
                        const char     *name,
                        GFile          *article_folder)
{
  gtk_window_present (
      GTK_WINDOW (feu_author_dialog_new (parent, store, name, article_folder)));
}
