/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of posts at a time; what is typed or chosen anew makes the older request be
 * forgotten.
 */
#include "config.h"

#include "feu-remote-posts-dialog.h"

#include "feu-post-import.h"
#include "feu-post-text.h"

#include <glib/gi18n.h>

#define PER_PAGE 20

struct _FeuRemotePostsDialog
{
  HdyWindow parent_instance;

  /* owned */
  FeuPublishing *publishing;
  GCancellable  *cancellable; /* of the newest request */
  FeuPublisher  *publisher;   /* (nullable): of the chosen site */
  FeuSite       *site;        /* (nullable): the chosen one */
  GPtrArray     *posts;       /* (element-type FeuPost): those shown */
  guint          page;
  gboolean       is_listing;

  /* template */
  GtkWidget       *open_button;
  GtkStack        *outer_stack;
  GtkComboBoxText *site_combo;
  GtkEntry        *search_entry;
  GtkComboBox     *status_combo;
  GtkToggleButton *mine_check;
  GtkLabel        *message;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkWidget       *more_button;
};

G_DEFINE_FINAL_TYPE (FeuRemotePostsDialog, feu_remote_posts_dialog, HDY_TYPE_WINDOW)

enum
{
  SIGNAL_OPENED,
  SIGNAL_SITES_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_message (FeuRemotePostsDialog *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

/* ---- the rows ---- */

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  return label;
}

static void
add_row (FeuRemotePostsDialog *self, const FeuPost *post)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *when = post->modified != NULL
                              ? g_date_time_format (post->modified, _ ("%-d %B %Y"))
                              : g_strdup ("");
  g_autofree char *line =
      g_strdup_printf ("%s · %s", feu_post_text_get_status (post->status), when);
  g_autofree char *plain = feu_post_text_dup_plain (post->title);
  const char      *title = *plain != '\0' ? plain : _ ("Without title");

  g_object_set (box, "margin", 9, NULL);
  gtk_container_add (GTK_CONTAINER (box), new_label (title, "feu-field-label"));
  gtk_container_add (GTK_CONTAINER (box), new_label (line, GTK_STYLE_CLASS_DIM_LABEL));
  gtk_container_add (GTK_CONTAINER (row), box);
  atk_object_set_name (gtk_widget_get_accessible (row), title);
  gtk_widget_show_all (row);
  gtk_container_add (GTK_CONTAINER (self->list), row);
}

static void
remove_child (GtkWidget *child, gpointer unused)
{
  gtk_widget_destroy (child);
}

/* ---- asking the site ---- */

static void
take_posts (FeuRemotePostsDialog *self, const GPtrArray *posts, guint n_pages)
{
  if (self->page == 1)
    {
      g_ptr_array_set_size (self->posts, 0);
      gtk_container_foreach (GTK_CONTAINER (self->list), remove_child, NULL);
    }
  for (guint i = 0; i < posts->len; i++)
    {
      FeuPost *post = g_ptr_array_index (posts, i);
      g_ptr_array_add (self->posts, feu_post_ref (post));
      add_row (self, post);
    }
  gtk_widget_set_visible (self->more_button, self->page < n_pages);
  gtk_widget_set_sensitive (self->more_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->posts->len > 0 ? "list" : "none");
}

static void
list_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuRemotePostsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuPostList) found = feu_post_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_message (self, error != NULL ? error->message : NULL);
  if (found != NULL)
    take_posts (self, found->posts, found->n_pages);
  else
    gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
request (FeuRemotePostsDialog *self)
{
  const char  *status = gtk_combo_box_get_active_id (self->status_combo);
  const char  *search = gtk_entry_get_text (self->search_entry);
  FeuPostQuery query = {
    .search = *search != '\0' ? search : NULL,
    .mine_only = gtk_toggle_button_get_active (self->mine_check),
    .page = self->page,
    .per_page = PER_PAGE,
  };

  query.has_status = feu_post_status_from_name (status, &query.status);
  feu_post_list_async (
      self->publisher, &query, self->cancellable, list_cb, g_object_ref (self));
}

static void
connect_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuRemotePostsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FeuPublisher *publisher =
      feu_publishing_connect_finish (FEU_PUBLISHING (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->publisher);
  self->publisher = publisher;
  if (publisher != NULL)
    request (self);
  else
    {
      show_message (self, error->message);
      gtk_stack_set_visible_child_name (self->stack, "none");
    }
}

static void
start_over (FeuRemotePostsDialog *self)
{
  const char *id = gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->site_combo));
  g_autoptr (FeuSite) site =
      id != NULL
          ? feu_site_store_dup_site (feu_publishing_get_sites (self->publishing), id)
          : NULL;

  if (site == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->page = 1;
  show_message (self, NULL);
  gtk_widget_set_sensitive (self->open_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gboolean is_same = self->site != NULL && g_str_equal (self->site->id, site->id);
  g_clear_pointer (&self->site, feu_site_unref);
  self->site = feu_site_ref (site);
  if (is_same && self->publisher != NULL)
    request (self);
  else
    feu_publishing_connect_async (
        self->publishing, site, self->cancellable, connect_cb, g_object_ref (self));
}

static void
list_sites (FeuRemotePostsDialog *self)
{
  g_autoptr (GPtrArray) sites =
      feu_site_store_list (feu_publishing_get_sites (self->publishing));

  self->is_listing = TRUE;
  gtk_combo_box_text_remove_all (self->site_combo);
  for (guint i = 0; i < sites->len; i++)
    {
      const FeuSite *site = g_ptr_array_index (sites, i);
      gtk_combo_box_text_append (self->site_combo, site->id, site->name);
    }
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->site_combo), 0);
  self->is_listing = FALSE;
  gtk_stack_set_visible_child_name (self->outer_stack,
                                    sites->len > 0 ? "posts" : "no-site");
  start_over (self);
}

/* ---- bringing one in ---- */

static void
import_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuRemotePostsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuPostImport) imported = feu_post_import_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_set_sensitive (self->open_button, TRUE);
  if (imported == NULL)
    {
      show_message (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, imported->file);
  if (imported->notes->len == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      g_ptr_array_add (imported->notes, NULL);
      g_autofree char *text = g_strjoinv ("\n", (char **) imported->notes->pdata);
      g_ptr_array_set_size (imported->notes, (int) imported->notes->len - 1);
      show_message (self, text);
    }
}

static const FeuPost *
get_selected (FeuRemotePostsDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL
             ? g_ptr_array_index (self->posts, (guint) gtk_list_box_row_get_index (row))
             : NULL;
}

static void
import (FeuRemotePostsDialog *self, GFile *folder, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FeuJournal *journal = feu_publishing_get_journal (self->publishing, &error);

  if (journal == NULL)
    {
      show_message (self, error->message);
      return;
    }
  FeuPostImportOrder order = {
    .publisher = self->publisher,
    .http = feu_publishing_get_http (self->publishing),
    .site = self->site,
    .journal = journal,
    .folder = folder,
    .post_id = id,
  };
  show_message (self, NULL);
  gtk_widget_set_sensitive (self->open_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  feu_post_import_async (&order, self->cancellable, import_cb, g_object_ref (self));
}

static void
on_folder_response_cb (GtkNativeDialog      *chooser,
                       int                   response,
                       FeuRemotePostsDialog *self)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  const FeuPost *post = get_selected (self);

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL && post != NULL)
    import (self, folder, post->id);
  g_object_unref (chooser);
}

static void
on_open_clicked_cb (FeuRemotePostsDialog *self)
{
  if (get_selected (self) == NULL)
    return;
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Where to make the article’s folder"),
                                   GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                   _ ("_Open"),
                                   _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (
      chooser, "response", G_CALLBACK (on_folder_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* ---- signals of the template ---- */

static void
on_filter_changed_cb (FeuRemotePostsDialog *self)
{
  if (!self->is_listing && self->publishing != NULL)
    start_over (self);
}

static void
on_more_clicked_cb (FeuRemotePostsDialog *self)
{
  self->page++;
  gtk_widget_set_sensitive (self->more_button, FALSE);
  request (self);
}

static void
on_row_selected_cb (FeuRemotePostsDialog *self, GtkListBoxRow *row)
{
  gtk_widget_set_sensitive (self->open_button, row != NULL);
}

static void
on_row_activated_cb (FeuRemotePostsDialog *self)
{
  on_open_clicked_cb (self);
}

static void
on_sites_clicked_cb (FeuRemotePostsDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_SITES_REQUESTED], 0);
}

static gboolean
on_key_press_cb (FeuRemotePostsDialog *self, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

/* ---- the class ---- */

static void
feu_remote_posts_dialog_destroy (GtkWidget *widget)
{
  g_cancellable_cancel (FEU_REMOTE_POSTS_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (feu_remote_posts_dialog_parent_class)->destroy (widget);
}

static void
feu_remote_posts_dialog_finalize (GObject *object)
{
  FeuRemotePostsDialog *self = FEU_REMOTE_POSTS_DIALOG (object);

  g_clear_object (&self->publishing);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->publisher);
  g_clear_pointer (&self->site, feu_site_unref);
  g_ptr_array_unref (self->posts);
  G_OBJECT_CLASS (feu_remote_posts_dialog_parent_class)->finalize (object);
}

static guint
new_signal (GType type, const char *name, guint n_arguments)
{
  return g_signal_new (name,
                       type,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_arguments,
                       G_TYPE_FILE);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (
      widget_class, FeuRemotePostsDialog, open_button);
  gtk_widget_class_bind_template_child (
      widget_class, FeuRemotePostsDialog, outer_stack);
  gtk_widget_class_bind_template_child (widget_class, FeuRemotePostsDialog, site_combo);
  gtk_widget_class_bind_template_child (
      widget_class, FeuRemotePostsDialog, search_entry);
  gtk_widget_class_bind_template_child (
      widget_class, FeuRemotePostsDialog, status_combo);
  gtk_widget_class_bind_template_child (widget_class, FeuRemotePostsDialog, mine_check);
  gtk_widget_class_bind_template_child (widget_class, FeuRemotePostsDialog, message);
  gtk_widget_class_bind_template_child (widget_class, FeuRemotePostsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FeuRemotePostsDialog, list);
  gtk_widget_class_bind_template_child (
      widget_class, FeuRemotePostsDialog, more_button);
}

static void
feu_remote_posts_dialog_class_init (FeuRemotePostsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_remote_posts_dialog_finalize;
  widget_class->destroy = feu_remote_posts_dialog_destroy;
  signals[SIGNAL_OPENED] = new_signal (type, "opened", 1);
  signals[SIGNAL_SITES_REQUESTED] = new_signal (type, "sites-requested", 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-remote-posts-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sites_clicked_cb);
}

static void
feu_remote_posts_dialog_init (FeuRemotePostsDialog *self)
{
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_post_unref);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_combo_box_set_active_id (self->status_combo, "any");
}

GtkWidget *
feu_remote_posts_dialog_new (GtkWindow *parent, FeuPublishing *publishing)
{
  FeuRemotePostsDialog *self =
      g_object_new (FEU_TYPE_REMOTE_POSTS_DIALOG, "transient-for", parent, NULL);

  self->publishing = g_object_ref (publishing);
  g_signal_connect_object (feu_publishing_get_sites (publishing),
                           "changed",
                           G_CALLBACK (list_sites),
                           self,
                           G_CONNECT_SWAPPED);
  list_sites (self);
  return GTK_WIDGET (self);
}
