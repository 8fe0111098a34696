/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages and the buttons.
 */
#include "config.h"

#include "feu-publish-dialog-private.h"

#include "feu-remote-images-dialog.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (FeuPublishDialog, feu_publish_dialog, HDY_TYPE_WINDOW)

enum
{
  SIGNAL_SAVE_REQUESTED,
  SIGNAL_SITES_REQUESTED,
  SIGNAL_PACKAGE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
feu_publish_dialog_emit_save (FeuPublishDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE_REQUESTED], 0);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

void
feu_publish_dialog_show_problem (FeuPublishDialog *self, const char *problem)
{
  set_label (self->problem_label, problem);
}

void
feu_publish_dialog_show_page (FeuPublishDialog *self,
                              const char       *page,
                              const char       *action)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  if (action != NULL)
    gtk_button_set_label (self->action_button, action);
  gtk_widget_set_visible (GTK_WIDGET (self->action_button), action != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->action_button), TRUE);
  gtk_widget_set_visible (self->stop_button, g_str_equal (page, "steps"));
  gtk_widget_hide (self->sites_button);
  gtk_widget_set_visible (self->site_box, self->site != NULL && self->run == NULL);
  if (action != NULL)
    gtk_widget_grab_default (GTK_WIDGET (self->action_button));
}

/* ---- the form ---- */

const char *
feu_publish_dialog_get_action (FeuPublishDialog *self)
{
  if (feu_publish_form_keeps_status (self->form))
    return _ ("_Update");
  switch (feu_publish_form_get_status (self->form))
    {
    case FEU_POST_PUBLISHED:
    case FEU_POST_PRIVATE:
      return _ ("_Publish");
    case FEU_POST_SCHEDULED:
      return _ ("_Schedule");
    case FEU_POST_PENDING:
      return _ ("Submit for _Review");
    case FEU_POST_DRAFT:
    case FEU_POST_TRASHED:
    case FEU_POST_OTHER:
      return _ ("Save _Draft");
    }
  g_return_val_if_reached (NULL);
}

static void
on_form_changed_cb (FeuPublishDialog *self)
{
  if (self->session == NULL)
    return;
  gtk_button_set_label (self->action_button, feu_publish_dialog_get_action (self));
  feu_publish_dialog_show_problem (self, NULL);
}

/* ---- what the writer does ---- */

static void
on_site_changed_cb (FeuPublishDialog *self)
{
  const char *id = gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->site_combo));
  FeuSite    *site =
      self->is_listing || id == NULL
             ? NULL
             : feu_site_store_dup_site (
                feu_publishing_get_sites (feu_outbox_get_publishing (self->outbox)),
                id);

  if (site == NULL)
    return;
  g_clear_pointer (&self->site, feu_site_unref);
  self->site = site;
  feu_publish_dialog_load_site (self);
}

static void
on_action_clicked_cb (FeuPublishDialog *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "form"))
    feu_publish_dialog_send (self);
  else
    feu_publish_dialog_act (self);
}

static void
on_status_clicked_cb (FeuPublishDialog *self)
{
  if (feu_document_get_file (self->document) == NULL)
    feu_publish_dialog_emit_save (self);
  else if (self->site == NULL)
    g_signal_emit (self, signals[SIGNAL_SITES_REQUESTED], 0);
  else
    feu_publish_dialog_load_site (self);
}

static void
on_sites_clicked_cb (FeuPublishDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_SITES_REQUESTED], 0);
}

static void
on_stop_clicked_cb (FeuPublishDialog *self)
{
  feu_outbox_run_stop (self->run);
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  feu_publish_steps_set_hint (self->steps,
                              _ ("Stopping: the site’s answer is waited for."));
}

static void
on_package_requested_cb (FeuPublishDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_PACKAGE_REQUESTED], 0);
}

static void
on_questions_changed_cb (FeuPublishDialog *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "questions") == 0)
    gtk_widget_set_sensitive (GTK_WIDGET (self->action_button),
                              feu_publish_questions_is_answered (self->questions));
}

/* ---- images of the site ---- */

#define SRC_KEY "feu-src"

static void
on_image_chosen_cb (FeuPublishDialog *self, FeuRemoteImage *image, GObject *chooser)
{
  const char *src = g_object_get_data (chooser, SRC_KEY);

  if (src != NULL)
    feu_publish_questions_set_image (self->questions, src, image);
  else
    feu_publish_form_set_remote_featured (self->form, image);
}

/* @src: (nullable): the image of the text that it is for; NULL: the featured one */
static void
choose_image (FeuPublishDialog *self, const char *src)
{
  FeuPublisher *publisher = self->run != NULL ? feu_outbox_run_get_publisher (self->run)
                                              : self->session->publisher;
  GtkWidget    *chooser = feu_remote_images_dialog_new (GTK_WINDOW (self), publisher);

  g_object_set_data_full (G_OBJECT (chooser), SRC_KEY, g_strdup (src), g_free);
  g_signal_connect_object (
      chooser, "chosen", G_CALLBACK (on_image_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
on_featured_requested_cb (FeuPublishDialog *self)
{
  choose_image (self, NULL);
}

static gboolean
on_key_press_cb (FeuPublishDialog *self, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

/* ---- the class ---- */

static void
feu_publish_dialog_destroy (GtkWidget *widget)
{
  g_cancellable_cancel (FEU_PUBLISH_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (feu_publish_dialog_parent_class)->destroy (widget);
}

static void
feu_publish_dialog_dispose (GObject *object)
{
  FeuPublishDialog *self = FEU_PUBLISH_DIALOG (object);

  g_clear_object (&self->outbox);
  g_clear_object (&self->pipeline);
  g_clear_object (&self->document);
  g_clear_object (&self->inventory);
  g_clear_object (&self->thumbnails);
  g_clear_pointer (&self->site, feu_site_unref);
  g_clear_pointer (&self->session, feu_site_session_unref);
  g_clear_object (&self->run);
  G_OBJECT_CLASS (feu_publish_dialog_parent_class)->dispose (object);
}

static void
feu_publish_dialog_finalize (GObject *object)
{
  g_clear_object (&FEU_PUBLISH_DIALOG (object)->cancellable);
  g_free (FEU_PUBLISH_DIALOG (object)->title);
  G_OBJECT_CLASS (feu_publish_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, action_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, sites_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, status_page);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, status_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, loading_label);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, site_box);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, site_combo);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, account_label);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, form);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, conflict);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishDialog, result);
}

static guint
new_signal (GType type, const char *name)
{
  return g_signal_new (
      name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
feu_publish_dialog_class_init (FeuPublishDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_publish_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = feu_publish_dialog_finalize;
  widget_class->destroy = feu_publish_dialog_destroy;
  signals[SIGNAL_SAVE_REQUESTED] = new_signal (type, "save-requested");
  signals[SIGNAL_SITES_REQUESTED] = new_signal (type, "sites-requested");
  signals[SIGNAL_PACKAGE_REQUESTED] = new_signal (type, "package-requested");
  g_type_ensure (FEU_TYPE_PUBLISH_FORM);
  g_type_ensure (FEU_TYPE_PUBLISH_STEPS);
  g_type_ensure (FEU_TYPE_PUBLISH_QUESTIONS);
  g_type_ensure (FEU_TYPE_PUBLISH_CONFLICT);
  g_type_ensure (FEU_TYPE_PUBLISH_RESULT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-publish-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_action_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_site_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sites_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_status_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked_cb);
}

static void
connect (FeuPublishDialog *self,
         gpointer          object,
         const char       *signal,
         GCallback         callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
feu_publish_dialog_init (FeuPublishDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->inventory = feu_image_inventory_new ();
  self->thumbnails = feu_thumbnails_new ();
  connect (self, self->form, "changed", G_CALLBACK (on_form_changed_cb));
  connect (self, self->form, "images-requested", G_CALLBACK (on_featured_requested_cb));
  connect (self, self->questions, "image-requested", G_CALLBACK (choose_image));
  connect (self, self->questions, "changed", G_CALLBACK (on_questions_changed_cb));
  connect (
      self, self->questions, "package-requested", G_CALLBACK (on_package_requested_cb));
}

GtkWidget *
feu_publish_dialog_new (GtkWindow   *parent,
                        FeuOutbox   *outbox,
                        FeuPipeline *pipeline,
                        FeuDocument *document)
{
  FeuPublishDialog *self =
      g_object_new (FEU_TYPE_PUBLISH_DIALOG, "transient-for", parent, NULL);

  self->outbox = g_object_ref (outbox);
  self->pipeline = g_object_ref (pipeline);
  self->document = g_object_ref (document);
  connect (self, document, "notify::file", G_CALLBACK (feu_publish_dialog_start));
  connect (self,
           feu_publishing_get_sites (feu_outbox_get_publishing (outbox)),
           "changed",
           G_CALLBACK (feu_publish_dialog_start));
  feu_publish_dialog_start (self);
  return GTK_WIDGET (self);
}

GtkWidget *
feu_publish_dialog_new_for_run (GtkWindow    *parent,
                                FeuOutbox    *outbox,
                                FeuOutboxRun *run,
                                const char   *title)
{
  FeuPublishDialog *self =
      g_object_new (FEU_TYPE_PUBLISH_DIALOG, "transient-for", parent, NULL);

  self->outbox = g_object_ref (outbox);
  self->title = g_strdup (title);
  feu_publish_dialog_show_run (self, run);
  return GTK_WIDGET (self);
}
