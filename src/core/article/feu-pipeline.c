/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One idle source, at most one thread, and the newest article.
 *
 * Parsing on the main loop saves the hop to a thread and back, which is most of the
 * time for an ordinary article; it is done only while it cannot be felt.
 */
#include "config.h"

#include "feu-pipeline.h"

#include <gio/gio.h>

#define MAIN_LOOP_MAX_BYTES (256 * 1024)
#define MAIN_LOOP_MAX_US 3000
/* After input and before drawing: the page's process then works while the editor is
 * being drawn, which takes longer than parsing. */
#define PARSE_PRIORITY G_PRIORITY_HIGH_IDLE
/* Text that was never parsed, just opened or pasted, may be made to be slow. */
#define MAIN_LOOP_MAX_NEW_BYTES (32 * 1024)

struct _FeuPipeline
{
  GObject parent_instance;

  FeuTextSource *source;      /* owned */
  FeuArticle    *article;     /* owned, (nullable) */
  GCancellable  *cancellable; /* owned: of the thread's run */
  guint          idle_id;
  gboolean       running; /* a thread is parsing */
  gboolean       wanted_again;
  gint64         last_duration_us;
};

typedef struct
{
  char   *text; /* owned, until the article takes it */
  gsize   length;
  guint64 revision;
  gint64  duration_us; /* written by the thread */
} Job;

static guint article_changed_signal;

G_DEFINE_FINAL_TYPE (FeuPipeline, feu_pipeline, G_TYPE_OBJECT)

static void schedule (FeuPipeline *self);

static void
job_free (Job *job)
{
  g_free (job->text);
  g_free (job);
}

static void
take_article (FeuPipeline *self, FeuArticle *article)
{
  guint64 revision = feu_article_get_revision (article);

  if (self->article != NULL && feu_article_get_revision (self->article) >= revision)
    {
      feu_article_unref (article);
      return;
    }
  g_clear_pointer (&self->article, feu_article_unref);
  self->article = article;
  g_signal_emit (self, article_changed_signal, 0);
}

/* Takes @text, the source's current one, and notes how long parsing took. */
static FeuArticle *
parse_now (FeuPipeline *self, char *text, gsize length)
{
  guint64     revision = feu_text_source_get_revision (self->source);
  gint64      start_us = g_get_monotonic_time ();
  FeuArticle *article = feu_article_new (text, length, revision);

  self->last_duration_us = g_get_monotonic_time () - start_us;
  return article;
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job        *job = task_data;
  gint64      start_us = g_get_monotonic_time ();
  FeuArticle *article =
      feu_article_new (g_steal_pointer (&job->text), job->length, job->revision);

  job->duration_us = g_get_monotonic_time () - start_us;
  g_task_return_pointer (task, article, (GDestroyNotify) feu_article_unref);
}

static void
parse_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuPipeline) self = user_data;
  FeuArticle *article = g_task_propagate_pointer (G_TASK (result), NULL);
  Job        *job = g_task_get_task_data (G_TASK (result));

  self->running = FALSE;
  /* Fails only when cancelled, by dispose: nobody is left to be told. */
  if (article == NULL)
    return;
  self->last_duration_us = job->duration_us;
  take_article (self, article);
  if (self->wanted_again)
    schedule (self);
}

static void
start_thread (FeuPipeline *self, char *text, gsize length)
{
  Job *job = g_new0 (Job, 1);
  /* The callback holds the only reference: one of the task's own, as its source object,
   * could be the last and be dropped by the thread, and the text with it. */
  g_autoptr (GTask) task =
      g_task_new (NULL, self->cancellable, parse_cb, g_object_ref (self));

  job->text = text;
  job->length = length;
  job->revision = feu_text_source_get_revision (self->source);
  g_task_set_source_tag (task, start_thread);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  self->running = TRUE;
  self->wanted_again = FALSE;
  g_task_run_in_thread (task, parse_in_thread);
}

/* Whether parsing @length bytes will not be felt, as far as one can know. */
static gboolean
may_parse_here (FeuPipeline *self, gsize length)
{
  gsize known = 0;

  if (self->article != NULL)
    feu_article_get_text (self->article, &known);
  return length <= MIN (known + MAIN_LOOP_MAX_NEW_BYTES, MAIN_LOOP_MAX_BYTES) &&
         self->last_duration_us <= MAIN_LOOP_MAX_US;
}

static gboolean
parse_fired_cb (gpointer user_data)
{
  FeuPipeline *self = user_data;

  self->idle_id = 0;
  if (feu_pipeline_is_current (self))
    return G_SOURCE_REMOVE;
  gsize length = 0;
  char *text = feu_text_source_dup_text (self->source, &length);

  if (may_parse_here (self, length))
    take_article (self, parse_now (self, text, length));
  else
    start_thread (self, text, length);
  return G_SOURCE_REMOVE;
}

static void
schedule (FeuPipeline *self)
{
  if (self->running)
    {
      self->wanted_again = TRUE;
      return;
    }
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (PARSE_PRIORITY, parse_fired_cb, self, NULL);
}

static void
on_source_changed_cb (FeuTextSource *source, FeuPipeline *self)
{
  schedule (self);
}

static void
feu_pipeline_dispose (GObject *object)
{
  FeuPipeline *self = FEU_PIPELINE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->source);
  g_clear_pointer (&self->article, feu_article_unref);
  G_OBJECT_CLASS (feu_pipeline_parent_class)->dispose (object);
}

static void
feu_pipeline_finalize (GObject *object)
{
  FeuPipeline *self = FEU_PIPELINE (object);

  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (feu_pipeline_parent_class)->finalize (object);
}

static void
feu_pipeline_class_init (FeuPipelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_pipeline_dispose;
  object_class->finalize = feu_pipeline_finalize;
  article_changed_signal = g_signal_new ("article-changed",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);
}

static void
feu_pipeline_init (FeuPipeline *self)
{
  self->cancellable = g_cancellable_new ();
}

FeuPipeline *
feu_pipeline_new (FeuTextSource *source)
{
  g_return_val_if_fail (FEU_IS_TEXT_SOURCE (source), NULL);
  FeuPipeline *self = g_object_new (FEU_TYPE_PIPELINE, NULL);

  self->source = g_object_ref (source);
  g_signal_connect_object (
      source, "text-changed", G_CALLBACK (on_source_changed_cb), self, 0);
  schedule (self);
  return self;
}

FeuArticle *
feu_pipeline_get_article (FeuPipeline *self)
{
  g_return_val_if_fail (FEU_IS_PIPELINE (self), NULL);
  return self->article;
}

gboolean
feu_pipeline_is_current (FeuPipeline *self)
{
  g_return_val_if_fail (FEU_IS_PIPELINE (self), FALSE);
  return self->article != NULL && feu_article_get_revision (self->article) ==
                                      feu_text_source_get_revision (self->source);
}

FeuArticle *
feu_pipeline_dup_current_article (FeuPipeline *self)
{
  g_return_val_if_fail (FEU_IS_PIPELINE (self), NULL);
  if (!feu_pipeline_is_current (self))
    {
      gsize length = 0;
      char *text = feu_text_source_dup_text (self->source, &length);
      take_article (self, parse_now (self, text, length));
    }
  return feu_article_ref (self->article);
}
