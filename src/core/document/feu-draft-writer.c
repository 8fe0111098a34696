/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One run at a time, in a thread. What a run does is decided when it starts: write the
 * text as it is then, or clear the draft. A change does not put the timer off, so that
 * somebody who never pauses is protected as well.
 */
#include "config.h"

#include "feu-draft-writer.h"

#define RETRY_MS 5000

typedef struct
{
  FeuDraft     *draft; /* owned */
  FeuDraftInfo *info;  /* owned; NULL to clear the draft */
  GBytes       *text;  /* owned; NULL to clear the draft */
  guint64       revision;
} Run;

struct _FeuDraftWriter
{
  GObject parent_instance;

  FeuDocument     *document; /* owned */
  FeuDraftStore   *store;    /* owned */
  FeuDraft        *draft;    /* (nullable) owned */
  char            *problem;  /* (nullable) owned */
  FeuDraftDescribe describe;
  gpointer         describe_data;
  guint            delay_ms;
  guint            timeout_id;
  guint64          written_revision; /* what the draft has; 0 for nothing */
  gboolean         is_running;
  gboolean         is_wanted_again;
  gboolean         is_discarded;
};

enum
{
  PROP_PROBLEM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FeuDraftWriter, feu_draft_writer, G_TYPE_OBJECT)

static void start_run (FeuDraftWriter *self);

static void
run_free (Run *run)
{
  g_object_unref (run->draft);
  feu_draft_info_free (run->info);
  g_clear_pointer (&run->text, g_bytes_unref);
  g_free (run);
}

static void
set_problem (FeuDraftWriter *self, const GError *error)
{
  const char *problem = error != NULL ? error->message : NULL;

  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
timeout_fired_cb (gpointer user_data)
{
  FeuDraftWriter *self = user_data;

  self->timeout_id = 0;
  start_run (self);
}

static void
run_later (FeuDraftWriter *self, guint delay_ms)
{
  if (self->is_running)
    self->is_wanted_again = TRUE;
  else if (self->timeout_id == 0 && !self->is_discarded)
    self->timeout_id = g_timeout_add_once (delay_ms, timeout_fired_cb, self);
}

static void
run_now (FeuDraftWriter *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  run_later (self, 0);
}

static FeuDraft *
ensure_draft (FeuDraftWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (self->draft == NULL && !self->is_discarded)
    {
      self->draft = feu_draft_store_create (self->store, &error);
      set_problem (self, error);
    }
  return self->draft;
}

/* ---- one run ---- */

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Run     *run = task_data;
  GError  *error = NULL;
  gboolean ok = run->text != NULL
                    ? feu_draft_write (run->draft, run->info, run->text, &error)
                    : feu_draft_clear (run->draft, &error);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  FeuDraftWriter *self = FEU_DRAFT_WRITER (object);
  Run            *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean is_wanted_again = self->is_wanted_again;

  self->is_running = FALSE;
  self->is_wanted_again = FALSE;
  if (ok)
    self->written_revision = run->text != NULL ? run->revision : 0;
  set_problem (self, error);
  /* Somebody removed the folder: the next try makes another one. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_clear_object (&self->draft);
  if (is_wanted_again)
    run_later (self, self->delay_ms);
  else if (!ok)
    run_later (self, RETRY_MS);
}

static FeuDraftInfo *
describe (FeuDraftWriter *self)
{
  FeuDraftInfo *info = feu_draft_info_new ();
  GFile        *file = feu_document_get_file (self->document);

  info->file = file != NULL ? g_object_ref (file) : NULL;
  info->etag = g_strdup (feu_document_get_etag (self->document));
  info->format = feu_document_get_format (self->document);
  info->time_s = g_get_real_time () / G_USEC_PER_SEC;
  if (self->describe != NULL)
    self->describe (info, self->describe_data);
  return info;
}

static void
start_run (FeuDraftWriter *self)
{
  gboolean       is_modified = feu_document_is_modified (self->document);
  FeuTextSource *source = feu_document_get_source (self->document);

  if (self->is_discarded || (!is_modified && self->draft == NULL))
    return;
  if (ensure_draft (self) == NULL)
    {
      run_later (self, RETRY_MS);
      return;
    }
  g_autoptr (GTask) task = g_task_new (self, NULL, run_cb, NULL);
  Run *run = g_new0 (Run, 1);

  run->draft = g_object_ref (self->draft);
  if (is_modified)
    {
      gsize length = 0;
      char *text = feu_text_source_dup_text (source, &length);
      run->text = g_bytes_new_take (text, length);
      run->info = describe (self);
      run->revision = feu_text_source_get_revision (source);
    }
  g_task_set_source_tag (task, start_run);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  self->is_running = TRUE;
  g_task_run_in_thread (task, run_in_thread);
}

/* ---- what starts it ---- */

static void
on_text_changed_cb (FeuDraftWriter *self)
{
  run_later (self, self->delay_ms);
}

static void
on_document_modified_cb (FeuDraftWriter *self)
{
  if (!feu_document_is_modified (self->document))
    run_now (self);
}

static void
on_document_file_cb (FeuDraftWriter *self)
{
  run_now (self);
}

void
feu_draft_writer_adopt (FeuDraftWriter *self, FeuDraft *draft)
{
  g_return_if_fail (FEU_IS_DRAFT_WRITER (self));
  g_return_if_fail (FEU_IS_DRAFT (draft));

  if (self->draft != NULL && self->draft != draft)
    feu_draft_discard (self->draft);
  g_set_object (&self->draft, draft);
  run_now (self);
}

gboolean
feu_draft_writer_is_current (FeuDraftWriter *self)
{
  g_return_val_if_fail (FEU_IS_DRAFT_WRITER (self), FALSE);
  FeuTextSource *source = feu_document_get_source (self->document);

  if (self->is_running)
    return FALSE;
  return feu_document_is_modified (self->document)
             ? self->written_revision == feu_text_source_get_revision (source)
             : self->written_revision == 0;
}

const char *
feu_draft_writer_get_problem (FeuDraftWriter *self)
{
  g_return_val_if_fail (FEU_IS_DRAFT_WRITER (self), NULL);
  return self->problem;
}

GFile *
feu_draft_writer_get_article_folder (FeuDraftWriter *self)
{
  g_return_val_if_fail (FEU_IS_DRAFT_WRITER (self), NULL);
  FeuDraft *draft = ensure_draft (self);

  return draft != NULL ? feu_draft_get_article_folder (draft) : NULL;
}

void
feu_draft_writer_discard (FeuDraftWriter *self)
{
  g_return_if_fail (FEU_IS_DRAFT_WRITER (self));

  self->is_discarded = TRUE;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  /* Waits for a run under way, which is a matter of milliseconds. */
  if (self->draft != NULL)
    feu_draft_discard (self->draft);
}

/* ---- object ---- */

static void
feu_draft_writer_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (property_id == PROP_PROBLEM)
    g_value_set_string (value, FEU_DRAFT_WRITER (object)->problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
feu_draft_writer_dispose (GObject *object)
{
  FeuDraftWriter *self = FEU_DRAFT_WRITER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->store);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (feu_draft_writer_parent_class)->dispose (object);
}

static void
feu_draft_writer_finalize (GObject *object)
{
  g_free (FEU_DRAFT_WRITER (object)->problem);
  G_OBJECT_CLASS (feu_draft_writer_parent_class)->finalize (object);
}

static void
feu_draft_writer_class_init (FeuDraftWriterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = feu_draft_writer_get_property;
  object_class->dispose = feu_draft_writer_dispose;
  object_class->finalize = feu_draft_writer_finalize;
  properties[PROP_PROBLEM] = g_param_spec_string (
      "problem",
      NULL,
      NULL,
      NULL,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
feu_draft_writer_init (FeuDraftWriter *self)
{
}

FeuDraftWriter *
feu_draft_writer_new (FeuDocument *document, FeuDraftStore *store, guint delay_ms)
{
  g_return_val_if_fail (FEU_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FEU_IS_DRAFT_STORE (store), NULL);
  FeuDraftWriter *self = g_object_new (FEU_TYPE_DRAFT_WRITER, NULL);

  self->document = g_object_ref (document);
  self->store = g_object_ref (store);
  self->delay_ms = delay_ms;
  g_signal_connect_object (feu_document_get_source (document),
                           "text-changed",
                           G_CALLBACK (on_text_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document,
                           "notify::modified",
                           G_CALLBACK (on_document_modified_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document,
                           "notify::file",
                           G_CALLBACK (on_document_file_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
feu_draft_writer_set_describe (FeuDraftWriter  *self,
                               FeuDraftDescribe describe_func,
                               gpointer         user_data)
{
  g_return_if_fail (FEU_IS_DRAFT_WRITER (self));

  self->describe = describe_func;
  self->describe_data = user_data;
}
