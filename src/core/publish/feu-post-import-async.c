/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing in and listing, each in a thread of its own.
 */
#include "config.h"

#include "feu-post-import.h"

/* The order, and where its progress is told. */
typedef struct
{
  FeuPostImportOrder   order;   /* its objects owned */
  GMainContext        *context; /* owned */
  FeuPostFetchProgress progress;
  gpointer             progress_data;
} ImportData;

static void
import_data_free (gpointer user_data)
{
  ImportData *data = user_data;
  g_object_unref (data->order.publisher);
  g_object_unref (data->order.http);
  feu_site_unref (data->order.site);
  g_clear_object (&data->order.journal);
  g_object_unref (data->order.folder);
  g_main_context_unref (data->context);
  g_free (data);
}

typedef struct
{
  GTask *task; /* owned */
  guint  n_done;
  guint  n_images;
} Progress;

static void
progress_free (gpointer user_data)
{
  Progress *progress = user_data;
  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
progress_fired_cb (gpointer user_data)
{
  const Progress   *progress = user_data;
  const ImportData *data = g_task_get_task_data (progress->task);

  if (!g_task_get_completed (progress->task))
    data->progress (progress->n_done, progress->n_images, data->progress_data);
  return G_SOURCE_REMOVE;
}

/* In a thread that fetches. */
static void
on_progress (guint n_done, guint n_images, gpointer user_data)
{
  GTask            *task = user_data;
  const ImportData *data = g_task_get_task_data (task);
  Progress         *progress = g_new (Progress, 1);

  *progress = (Progress){ g_object_ref (task), n_done, n_images };
  g_main_context_invoke_full (
      data->context, G_PRIORITY_DEFAULT, progress_fired_cb, progress, progress_free);
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  ImportData        *data = task_data;
  FeuPostImportOrder order = data->order;
  g_autoptr (GError) error = NULL;

  order.progress = data->progress != NULL ? on_progress : NULL;
  order.progress_data = task;
  FeuPostImport *result = feu_post_import (&order, cancellable, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) feu_post_import_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
feu_post_import_async (const FeuPostImportOrder *order,
                       GCancellable             *cancellable,
                       GAsyncReadyCallback       callback,
                       gpointer                  user_data)
{
  g_return_if_fail (order != NULL);
  g_autoptr (GTask) task =
      g_task_new (order->publisher, cancellable, callback, user_data);
  ImportData *data = g_new0 (ImportData, 1);

  g_task_set_source_tag (task, feu_post_import_async);
  data->order = *order;
  g_object_ref (data->order.publisher);
  g_object_ref (data->order.http);
  feu_site_ref (data->order.site);
  if (data->order.journal != NULL)
    g_object_ref (data->order.journal);
  g_object_ref (data->order.folder);
  data->context = g_main_context_ref_thread_default ();
  data->progress = order->progress;
  data->progress_data = order->progress_data;
  g_task_set_task_data (task, data, import_data_free);
  g_task_run_in_thread (task, import_in_thread);
}

FeuPostImport *
feu_post_import_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
feu_post_list_free (FeuPostList *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->posts);
  g_free (self);
}

static void
query_free (gpointer user_data)
{
  FeuPostQuery *query = user_data;
  g_free ((char *) query->search);
  g_free (query);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  guint      n_pages = 0;
  GPtrArray *posts =
      feu_publisher_list_posts (source, task_data, &n_pages, cancellable, &error);

  if (posts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  FeuPostList *list = g_new0 (FeuPostList, 1);
  list->posts = posts;
  list->n_pages = n_pages;
  g_task_return_pointer (task, list, (GDestroyNotify) feu_post_list_free);
}

void
feu_post_list_async (FeuPublisher       *publisher,
                     const FeuPostQuery *query,
                     GCancellable       *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer            user_data)
{
  g_return_if_fail (FEU_IS_PUBLISHER (publisher) && query != NULL);
  g_autoptr (GTask) task = g_task_new (publisher, cancellable, callback, user_data);
  FeuPostQuery *copy = g_memdup2 (query, sizeof *query);

  copy->search = g_strdup (query->search);
  g_task_set_source_tag (task, feu_post_list_async);
  g_task_set_task_data (task, copy, query_free);
  g_task_run_in_thread (task, list_in_thread);
}

FeuPostList *
feu_post_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
