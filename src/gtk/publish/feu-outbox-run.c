/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reference is held while the job runs, so that closing a dialog ends nothing.
 */
#include "config.h"

#include "feu-outbox-run.h"

struct _FeuOutboxRun
{
  GObject parent_instance;

  /* owned */
  FeuPublishJob     *job;
  FeuSite           *site;
  FeuPublisher      *publisher;
  char              *article;
  GCancellable      *cancellable; /* (nullable): while it runs */
  FeuPublishOutcome *outcome;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FeuOutboxRun, feu_outbox_run, G_TYPE_OBJECT)

enum
{
  SIGNAL_STARTED,
  SIGNAL_FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
run_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuOutboxRun) self = user_data;

  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  self->outcome = feu_publish_job_run_finish (FEU_PUBLISH_JOB (object), result);
  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

void
feu_outbox_run_start (FeuOutboxRun *self)
{
  g_return_if_fail (FEU_IS_OUTBOX_RUN (self));
  if (self->cancellable != NULL)
    return;
  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  self->cancellable = g_cancellable_new ();
  feu_publish_job_run_async (self->job, self->cancellable, run_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_STARTED], 0);
}

void
feu_outbox_run_stop (FeuOutboxRun *self)
{
  g_return_if_fail (FEU_IS_OUTBOX_RUN (self));
  g_cancellable_cancel (self->cancellable);
}

FeuPublishJob *
feu_outbox_run_get_job (FeuOutboxRun *self)
{
  g_return_val_if_fail (FEU_IS_OUTBOX_RUN (self), NULL);
  return self->job;
}

FeuSite *
feu_outbox_run_get_site (FeuOutboxRun *self)
{
  g_return_val_if_fail (FEU_IS_OUTBOX_RUN (self), NULL);
  return self->site;
}

FeuPublisher *
feu_outbox_run_get_publisher (FeuOutboxRun *self)
{
  g_return_val_if_fail (FEU_IS_OUTBOX_RUN (self), NULL);
  return self->publisher;
}

const char *
feu_outbox_run_get_article (FeuOutboxRun *self)
{
  g_return_val_if_fail (FEU_IS_OUTBOX_RUN (self), NULL);
  return self->article;
}

gboolean
feu_outbox_run_is_running (FeuOutboxRun *self)
{
  g_return_val_if_fail (FEU_IS_OUTBOX_RUN (self), FALSE);
  return self->cancellable != NULL;
}

FeuPublishOutcome *
feu_outbox_run_get_outcome (FeuOutboxRun *self)
{
  g_return_val_if_fail (FEU_IS_OUTBOX_RUN (self), NULL);
  return self->outcome;
}

static void
feu_outbox_run_finalize (GObject *object)
{
  FeuOutboxRun *self = FEU_OUTBOX_RUN (object);

  g_object_unref (self->job);
  feu_site_unref (self->site);
  g_object_unref (self->publisher);
  g_free (self->article);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  G_OBJECT_CLASS (feu_outbox_run_parent_class)->finalize (object);
}

static guint
new_signal (GType type, const char *name)
{
  return g_signal_new (
      name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
feu_outbox_run_class_init (FeuOutboxRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feu_outbox_run_finalize;
  signals[SIGNAL_STARTED] = new_signal (G_TYPE_FROM_CLASS (klass), "started");
  signals[SIGNAL_FINISHED] = new_signal (G_TYPE_FROM_CLASS (klass), "finished");
}

static void
feu_outbox_run_init (FeuOutboxRun *self)
{
}

FeuOutboxRun *
feu_outbox_run_new (FeuPublishJob *job,
                    FeuSite       *site,
                    FeuPublisher  *publisher,
                    const char    *article)
{
  FeuOutboxRun *self = g_object_new (FEU_TYPE_OUTBOX_RUN, NULL);

  self->job = g_object_ref (job);
  self->site = feu_site_ref (site);
  self->publisher = g_object_ref (publisher);
  self->article = g_strdup (article);
  return self;
}
