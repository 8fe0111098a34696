/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One timer for all that wait: the network's signal is the usual reason to go on; the
 * timer is for sites that are busy or down while the network is there.
 */
#include "config.h"

#include "feu-outbox.h"

#include <glib/gi18n.h>

/* When a site said nothing of when to come back. */
#define RETRY_SECONDS 60

struct _FeuOutbox
{
  GObject parent_instance;

  /* owned */
  FeuPublishing   *publishing;
  GPtrArray       *runs; /* (element-type FeuOutboxRun) */
  GNetworkMonitor *network;
  guint            retry_id;
};

G_DEFINE_FINAL_TYPE (FeuOutbox, feu_outbox, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_RUN_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_waiting (FeuOutboxRun *run)
{
  FeuPublishOutcome *outcome = feu_outbox_run_get_outcome (run);

  return outcome != NULL && outcome->kind == FEU_OUTCOME_WAITING;
}

/* ---- going on by itself ---- */

static void
restart_waiting (FeuOutbox *self)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      FeuOutboxRun *run = g_ptr_array_index (self->runs, i);
      if (is_waiting (run))
        feu_outbox_run_start (run);
    }
}

static gboolean
retry_fired_cb (gpointer user_data)
{
  FeuOutbox *self = user_data;

  self->retry_id = 0;
  restart_waiting (self);
  return G_SOURCE_REMOVE;
}

static void
on_network_changed_cb (FeuOutbox *self, gboolean is_available)
{
  if (is_available)
    restart_waiting (self);
}

static void
plan_retry (FeuOutbox *self, const FeuPublishOutcome *outcome)
{
  guint seconds = outcome->retry_after_s > 0 ? outcome->retry_after_s : RETRY_SECONDS;

  if (self->retry_id == 0)
    self->retry_id =
        g_timeout_add_seconds (MAX (seconds, RETRY_SECONDS), retry_fired_cb, self);
}

static void
on_run_started_cb (FeuOutbox *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_run_finished_cb (FeuOutbox *self, FeuOutboxRun *run)
{
  g_autoptr (FeuOutboxRun) kept = g_object_ref (run);
  FeuPublishOutcome *outcome = feu_outbox_run_get_outcome (run);

  if (outcome->kind == FEU_OUTCOME_WAITING)
    plan_retry (self, outcome);
  else if (outcome->kind == FEU_OUTCOME_DONE)
    {
      g_signal_handlers_disconnect_by_data (run, self);
      g_ptr_array_remove (self->runs, run);
    }
  g_signal_emit (self, signals[SIGNAL_RUN_FINISHED], 0, kept);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- runs ---- */

FeuOutboxRun *
feu_outbox_find (FeuOutbox *self, const char *id)
{
  g_return_val_if_fail (FEU_IS_OUTBOX (self) && id != NULL, NULL);
  for (guint i = 0; i < self->runs->len; i++)
    {
      FeuOutboxRun *run = g_ptr_array_index (self->runs, i);
      if (g_str_equal (feu_publish_job_get_id (feu_outbox_run_get_job (run)), id))
        return run;
    }
  return NULL;
}

/* A job that was taken up again with another text is the same job: the older run of it
 * gives way. */
static void
remove_older (FeuOutbox *self, FeuOutboxRun *run)
{
  const char   *id = feu_publish_job_get_id (feu_outbox_run_get_job (run));
  FeuOutboxRun *older = feu_outbox_find (self, id);

  if (older == NULL || older == run)
    return;
  feu_outbox_run_stop (older);
  g_signal_handlers_disconnect_by_data (older, self);
  g_ptr_array_remove (self->runs, older);
}

void
feu_outbox_add (FeuOutbox *self, FeuOutboxRun *run)
{
  g_return_if_fail (FEU_IS_OUTBOX (self) && FEU_IS_OUTBOX_RUN (run));
  remove_older (self, run);
  if (!g_ptr_array_find (self->runs, run, NULL))
    {
      g_ptr_array_add (self->runs, g_object_ref (run));
      g_signal_connect_object (
          run, "started", G_CALLBACK (on_run_started_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          run, "finished", G_CALLBACK (on_run_finished_cb), self, G_CONNECT_SWAPPED);
    }
  feu_outbox_run_start (run);
}

GPtrArray *
feu_outbox_list (FeuOutbox *self, GError **error)
{
  g_return_val_if_fail (FEU_IS_OUTBOX (self), NULL);
  if (!feu_publishing_has_journal (self->publishing))
    return g_ptr_array_new ();
  FeuJournal *journal = feu_publishing_get_journal (self->publishing, error);

  return journal != NULL ? feu_journal_list_jobs (journal, error) : NULL;
}

gboolean
feu_outbox_abandon (FeuOutbox *self, const char *id, GError **error)
{
  g_return_val_if_fail (FEU_IS_OUTBOX (self) && id != NULL, FALSE);
  FeuJournal   *journal = feu_publishing_get_journal (self->publishing, error);
  FeuOutboxRun *run = feu_outbox_find (self, id);

  if (journal == NULL || !feu_journal_abandon_job (journal, id, error))
    return FALSE;
  if (run != NULL)
    {
      g_signal_handlers_disconnect_by_data (run, self);
      g_ptr_array_remove (self->runs, run);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/* ---- taking a job up again ---- */

typedef struct
{
  char    *id;
  char    *article;
  FeuSite *site;
} Resumption;

static void
free_resumption (gpointer data)
{
  Resumption *resumption = data;

  g_free (resumption->id);
  g_free (resumption->article);
  feu_site_unref (resumption->site);
  g_free (resumption);
}

static void
connect_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FeuOutbox  *self = g_task_get_source_object (task);
  Resumption *resumption = g_task_get_task_data (task);
  GError     *error = NULL;
  g_autoptr (FeuPublisher) publisher =
      feu_publishing_connect_finish (FEU_PUBLISHING (object), result, &error);
  FeuJournal *journal =
      publisher != NULL ? feu_publishing_get_journal (self->publishing, &error) : NULL;
  g_autoptr (FeuPublishJob) job =
      journal != NULL
          ? feu_publish_job_open (journal, publisher, resumption->id, &error)
          : NULL;

  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  FeuOutboxRun *run =
      feu_outbox_run_new (job, resumption->site, publisher, resumption->article);
  feu_outbox_add (self, run);
  g_task_return_pointer (task, run, g_object_unref);
}

void
feu_outbox_resume_async (FeuOutbox          *self,
                         const FeuJobInfo   *info,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (FEU_IS_OUTBOX (self) && info != NULL);
  GTask        *task = g_task_new (self, cancellable, callback, user_data);
  FeuOutboxRun *run = feu_outbox_find (self, info->id);
  FeuSite *site = feu_site_store_dup_site (feu_publishing_get_sites (self->publishing),
                                           info->site_id);

  g_task_set_source_tag (task, feu_outbox_resume_async);
  if (run != NULL || site == NULL)
    {
      if (run != NULL)
        {
          feu_outbox_run_start (run);
          g_task_return_pointer (task, g_object_ref (run), g_object_unref);
        }
      else
        g_task_return_new_error (
            task,
            FEU_PUBLISH_ERROR,
            FEU_PUBLISH_ERROR_AUTH,
            _ ("The site “%s” is not among your sites any more: add it again first."),
            info->root);
      g_clear_pointer (&site, feu_site_unref);
      g_object_unref (task);
      return;
    }
  Resumption *resumption = g_new0 (Resumption, 1);
  resumption->id = g_strdup (info->id);
  resumption->article = g_strdup (info->article);
  resumption->site = site;
  g_task_set_task_data (task, resumption, free_resumption);
  feu_publishing_connect_async (self->publishing, site, cancellable, connect_cb, task);
}

FeuOutboxRun *
feu_outbox_resume_finish (FeuOutbox *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- the class ---- */

FeuPublishing *
feu_outbox_get_publishing (FeuOutbox *self)
{
  g_return_val_if_fail (FEU_IS_OUTBOX (self), NULL);
  return self->publishing;
}

static void
feu_outbox_dispose (GObject *object)
{
  FeuOutbox *self = FEU_OUTBOX (object);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  for (guint i = 0; i < self->runs->len; i++)
    feu_outbox_run_stop (g_ptr_array_index (self->runs, i));
  g_ptr_array_set_size (self->runs, 0);
  g_clear_object (&self->publishing);
  G_OBJECT_CLASS (feu_outbox_parent_class)->dispose (object);
}

static void
feu_outbox_finalize (GObject *object)
{
  g_ptr_array_unref (FEU_OUTBOX (object)->runs);
  G_OBJECT_CLASS (feu_outbox_parent_class)->finalize (object);
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
                       FEU_TYPE_OUTBOX_RUN);
}

static void
feu_outbox_class_init (FeuOutboxClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_outbox_dispose;
  G_OBJECT_CLASS (klass)->finalize = feu_outbox_finalize;
  signals[SIGNAL_CHANGED] = new_signal (type, "changed", 0);
  signals[SIGNAL_RUN_FINISHED] = new_signal (type, "run-finished", 1);
}

static void
feu_outbox_init (FeuOutbox *self)
{
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
}

FeuOutbox *
feu_outbox_new (FeuPublishing *publishing)
{
  FeuOutbox *self = g_object_new (FEU_TYPE_OUTBOX, NULL);

  self->publishing = g_object_ref (publishing);
  self->network = g_network_monitor_get_default (); /* GLib's own, never freed */
  g_signal_connect_object (self->network,
                           "network-changed",
                           G_CALLBACK (on_network_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}
