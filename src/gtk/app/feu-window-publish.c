/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing as the window sees it: its dialogs, and what a job that ended means to the
 * article. Nothing of it is made before the writer asks for it, but a look whether jobs
 * were left from the last time.
 */
#include "config.h"

#include "feu-window-private.h"

#include "feu-outbox-dialog.h"
#include "feu-publish-dialog.h"
#include "feu-publish-record.h"

#include <glib/gi18n.h>

/* After the start, when nobody waits for the machine any more. */
#define OFFER_AFTER_SECONDS 2

static void on_run_finished_cb (GtkApplication *application, FeuOutboxRun *run);

FeuOutbox *
feu_window_get_outbox (FeuWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->services->outbox == NULL)
    {
      self->services->outbox = feu_services_new_outbox ();
      g_signal_connect_object (self->services->outbox,
                               "run-finished",
                               G_CALLBACK (on_run_finished_cb),
                               application,
                               G_CONNECT_SWAPPED);
    }
  return self->services->outbox;
}

/* ---- what became of a job ---- */

static FeuWindow *
find_window (GtkApplication *application, const char *uri)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    {
      if (!FEU_IS_WINDOW (at->data))
        continue;
      FeuWindow *window = at->data;
      GFile     *file =
          feu_document_get_file (feu_article_view_get_document (window->view));
      g_autofree char *open = file != NULL ? g_file_get_uri (file) : NULL;
      if (g_strcmp0 (open, uri) == 0)
        return window;
    }
  return NULL;
}

typedef struct
{
  FeuWindow  *window;  /* owned */
  FeuJournal *journal; /* owned */
  char       *root;
  gint64      post_id;
} Note;

static void
note_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Note *note = user_data;
  g_autoptr (GError) error = NULL;

  /* Only the file counts from now on; if the journal cannot be told, it counts too. */
  if (feu_document_save_finish (FEU_DOCUMENT (object), result, &error))
    feu_journal_set_written_back (note->journal, note->root, note->post_id, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    feu_window_save (note->window); /* which says what is wrong */
  g_object_unref (note->window);
  g_object_unref (note->journal);
  g_free (note->root);
  g_free (note);
}

static GTimeZone *
dup_zone (void)
{
  return g_time_zone_new_local ();
}

/* Which post the article is, in its front matter, as one step that can be undone. */
static void
note_post (FeuWindow *self, FeuOutboxRun *run, const FeuPost *post)
{
  FeuSite       *site = feu_outbox_run_get_site (run);
  FeuPublishing *publishing = feu_outbox_get_publishing (feu_window_get_outbox (self));
  FeuJournal    *journal = feu_publishing_get_journal (publishing, NULL);
  FeuDocument   *document = feu_article_view_get_document (self->view);
  g_autoptr (FeuArticle) article =
      feu_pipeline_dup_current_article (feu_article_view_get_pipeline (self->view));
  g_autoptr (GTimeZone) zone = dup_zone ();
  const char      *addresses[] = { site->address, site->id, site->api_root, NULL };
  g_autofree char *text =
      feu_publish_record_post (article, site->address, addresses, post, zone, NULL);

  /* Front matter that cannot be edited stays; the journal knows the post. */
  if (text == NULL || journal == NULL)
    return;
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  FeuTextEdit *edit =
      feu_publish_record_get_edit (feu_article_get_text (article, NULL), text);
  if (edit != NULL)
    g_ptr_array_add (edits, edit);
  feu_text_source_apply (feu_document_get_source (document), edits);
  Note *note = g_new0 (Note, 1);
  note->window = g_object_ref (self);
  note->journal = g_object_ref (journal);
  note->root = g_strdup (site->api_root);
  note->post_id = post->id;
  feu_document_save_async (
      document, FEU_SAVE_NONE, self->cancellable, note_saved_cb, note);
}

static void
on_run_finished_cb (GtkApplication *application, FeuOutboxRun *run)
{
  FeuPublishOutcome *outcome = feu_outbox_run_get_outcome (run);
  FeuWindow *owner = find_window (application, feu_outbox_run_get_article (run));
  GtkWindow *active = gtk_application_get_active_window (application);
  FeuWindow *shown = owner != NULL            ? owner
                     : FEU_IS_WINDOW (active) ? FEU_WINDOW (active)
                                              : NULL;

  if (outcome->kind == FEU_OUTCOME_DONE && owner != NULL && outcome->post != NULL)
    note_post (owner, run, outcome->post);
  if (shown != NULL && shown->publish_dialog == NULL)
    feu_window_show_toast (shown, outcome->message);
}

/* ---- dialogs ---- */

static void
on_save_requested_cb (FeuWindow *self)
{
  feu_window_save (self);
}

static void
on_sites_requested_cb (FeuWindow *self)
{
  feu_window_show_sites (self);
}

static void
on_package_requested_cb (FeuWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self), "export", NULL);
}

static void
set_publish_dialog (FeuWindow *self, GtkWidget *dialog)
{
  if (self->publish_dialog != NULL)
    gtk_widget_destroy (self->publish_dialog);
  g_set_weak_pointer (&self->publish_dialog, dialog);
  g_signal_connect_object (dialog,
                           "save-requested",
                           G_CALLBACK (on_save_requested_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog,
                           "sites-requested",
                           G_CALLBACK (on_sites_requested_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog,
                           "package-requested",
                           G_CALLBACK (on_package_requested_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
feu_window_publish (FeuWindow *self)
{
  if (self->publish_dialog != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->publish_dialog));
      return;
    }
  feu_article_view_flush (self->view);
  set_publish_dialog (
      self,
      feu_publish_dialog_new (GTK_WINDOW (self),
                              feu_window_get_outbox (self),
                              feu_article_view_get_pipeline (self->view),
                              feu_article_view_get_document (self->view)));
}

static void
on_run_resumed_cb (FeuWindow *self, FeuOutboxRun *run, const char *title)
{
  set_publish_dialog (self,
                      feu_publish_dialog_new_for_run (
                          GTK_WINDOW (self), feu_window_get_outbox (self), run, title));
}

void
feu_window_show_outbox (FeuWindow *self)
{
  GtkWidget *dialog =
      feu_outbox_dialog_new (GTK_WINDOW (self), feu_window_get_outbox (self));

  g_signal_connect_object (
      dialog, "run-resumed", G_CALLBACK (on_run_resumed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- at the start ---- */

static void
on_bar_response_cb (GtkInfoBar *bar, int response, FeuWindow *self)
{
  gtk_widget_destroy (GTK_WIDGET (bar));
  if (response == GTK_RESPONSE_ACCEPT)
    feu_window_show_outbox (self);
}

static void
add_bar (FeuWindow *self, guint n_jobs)
{
  GtkWidget       *bar = gtk_info_bar_new ();
  g_autofree char *text = g_strdup_printf (
      g_dngettext (NULL,
                   "%u article waits in the outbox: it was not sent to its end.",
                   "%u articles wait in the outbox: they were not sent to their end.",
                   n_jobs),
      n_jobs);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_container_add (GTK_CONTAINER (gtk_info_bar_get_content_area (GTK_INFO_BAR (bar))),
                     label);
  gtk_info_bar_add_button (GTK_INFO_BAR (bar), _ ("_Outbox…"), GTK_RESPONSE_ACCEPT);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (bar), TRUE);
  g_signal_connect_object (bar, "response", G_CALLBACK (on_bar_response_cb), self, 0);
  gtk_widget_show_all (bar);
  gtk_box_pack_start (self->content, bar, FALSE, FALSE, 0);
  gtk_box_reorder_child (self->content, bar, 0);
}

static gboolean
offer_fired_cb (gpointer user_data)
{
  FeuWindow *self = user_data;
  guint      n_jobs = 0;

  self->offer_id = 0;
  if (!feu_services_has_journal ())
    return G_SOURCE_REMOVE;
  /* What is wrong with the journal is said when something is to be sent. */
  g_autoptr (GPtrArray) jobs = feu_outbox_list (feu_window_get_outbox (self), NULL);
  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    n_jobs += ((FeuJobInfo *) g_ptr_array_index (jobs, i))->is_running ? 0 : 1;
  if (n_jobs > 0)
    add_bar (self, n_jobs);
  return G_SOURCE_REMOVE;
}

void
feu_window_plan_offer (FeuWindow *self)
{
  if (self->services->has_offered_jobs)
    return;
  self->services->has_offered_jobs = TRUE;
  self->offer_id = g_timeout_add_seconds (OFFER_AFTER_SECONDS, offer_fired_cb, self);
}
