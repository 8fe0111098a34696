/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pool of as many threads as the site takes uploads at a time. Pictures are made
 * ready one at a time, because that takes memory; so the network works meanwhile.
 */
#include "config.h"

#include "feu-image-upload.h"

#include "feu-image-derivative.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_PARALLEL 3
#define MAX_PARALLEL 8
#define PROGRESS_INTERVAL_US 50000

/* What the threads of one run share. */
typedef struct
{
  FeuPublishRun *run;

  GMutex  derive_mutex;
  GMutex  mutex; /* of what follows */
  GError *error;
  guint   n_sending;
  guint   n_started;
  guint   n_done;
  gint64  told_us;
} Uploads;

/* What one thread works on. */
typedef struct
{
  Uploads            *uploads;
  FeuRunImage        *image;
  FeuImageDerivative *derivative;
} Work;

gboolean
feu_image_upload_get_key (GFile           *file,
                          const FeuJobRow *row,
                          char           **out_key,
                          GError         **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GMappedFile) map = g_mapped_file_new (path, FALSE, NULL);
  if (map == NULL)
    {
      feu_publish_error_set (error,
                             FEU_PUBLISH_ERROR_LOCAL,
                             0,
                             0,
                             _ ("The image “%s” cannot be read."),
                             path);
      return FALSE;
    }
  if (out_key == NULL)
    return TRUE;

  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (map);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  *out_key = g_strdup_printf ("%s %u %" G_GUINT64_FORMAT " %u",
                              hash,
                              row->max_image_px,
                              row->max_image_bytes,
                              row->jpeg_quality);
  return TRUE;
}

static gboolean
is_stopped (Uploads *uploads)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&uploads->mutex);
  return uploads->error != NULL;
}

static void
stop (Uploads *uploads, GError *take_error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&uploads->mutex);
  if (uploads->error == NULL)
    uploads->error = take_error;
  else
    g_error_free (take_error);
}

static void
tell (Uploads *uploads, const char *detail)
{
  FeuPublishRun *run = uploads->run;
  guint64        sent = 0;
  guint64        total = 0;
  guint          n_done;

  g_mutex_lock (&uploads->mutex);
  n_done = uploads->n_done;
  for (guint i = 0; i < run->images->len; i++)
    {
      const FeuRunImage *image = g_ptr_array_index (run->images, i);
      sent += image->sent_bytes;
      total += image->size_bytes;
    }
  uploads->told_us = g_get_monotonic_time ();
  g_mutex_unlock (&uploads->mutex);

  g_mutex_lock (&run->mutex);
  run->step.bytes_sent = sent;
  run->step.bytes_total = total;
  g_mutex_unlock (&run->mutex);
  feu_publish_run_tell (run, FEU_STEP_RUNNING, n_done, run->images->len, detail);
}

static void
on_progress (guint64 sent, guint64 total, gpointer data)
{
  Work    *work = data;
  Uploads *uploads = work->uploads;

  g_mutex_lock (&uploads->mutex);
  work->image->sent_bytes = sent;
  work->image->size_bytes = total;
  gboolean is_due = g_get_monotonic_time () - uploads->told_us >= PROGRESS_INTERVAL_US;
  g_mutex_unlock (&uploads->mutex);
  if (is_due)
    tell (uploads, work->image->title);
}

/* Whether the library has the texts that are wanted. */
static gboolean
has_texts (const FeuRunImage *image)
{
  const FeuRemoteImage *remote = image->remote;
  return g_strcmp0 (remote->alt, image->alt) == 0 &&
         g_strcmp0 (remote->caption, image->caption) == 0;
}

/* @remote with the texts as they were sent: what the site makes of them is its own. */
static FeuRemoteImage *
with_texts (const FeuRunImage *image, const FeuRemoteImage *remote)
{
  FeuRemoteImage *copy = feu_remote_image_new (remote->id, remote->url);
  copy->large_url = g_strdup (remote->large_url);
  copy->width = remote->width;
  copy->height = remote->height;
  copy->mime_type = g_strdup (remote->mime_type);
  g_free (copy->alt);
  copy->alt = g_strdup (image->alt);
  copy->caption = g_strdup (image->caption);
  copy->title = g_strdup (image->title);
  return copy;
}

static gpointer
send_image (FeuPublishRun *run, gpointer data, GError **error)
{
  Work          *work = data;
  FeuImageUpload upload = {
    .bytes = work->derivative->bytes,
    .file_name = work->derivative->name,
    .mime_type = work->derivative->content_type,
    .alt = work->image->alt,
    .caption = work->image->caption,
    .title = work->image->title,
    .progress = on_progress,
    .progress_data = work,
  };
  return feu_publisher_upload_image (run->publisher, &upload, run->cancellable, error);
}

static gpointer
find_image (FeuPublishRun *run, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (GPtrArray) found = feu_publisher_find_images (
      run->publisher, work->derivative->name, run->cancellable, error);
  if (found == NULL || found->len == 0)
    return NULL;
  return feu_remote_image_ref (g_ptr_array_index (found, 0));
}

static gboolean
keep_image (FeuPublishRun *run, gpointer result, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (FeuRemoteImage) sent = with_texts (work->image, result);
  return feu_journal_add_image (
      run->journal, run->row, work->image->key, work->derivative->name, sent, error);
}

static gpointer
send_texts (FeuPublishRun *run, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (FeuRemoteImage) wanted = with_texts (work->image, work->image->remote);
  return feu_publisher_update_image (run->publisher, wanted, run->cancellable, error);
}

/* The two tell whether other uploads were under way meanwhile: at the start of this
 * one, or begun before its end. */
static gboolean
start_sending (Uploads *uploads, guint *out_number)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&uploads->mutex);
  uploads->n_sending++;
  *out_number = ++uploads->n_started;
  return uploads->n_sending > 1;
}

static gboolean
end_sending (Uploads *uploads, guint number)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&uploads->mutex);
  uploads->n_sending--;
  return uploads->n_started != number;
}

/* WordPress stumbles when two uploads make the folder of a new month at the same time,
 * and says the same as of a file that it does not take. So one that was refused while
 * others were under way is sent once more. */
static FeuRemoteImage *
upload_once (Uploads              *uploads,
             const FeuRunCreation *creation,
             Work                 *work,
             GError              **error)
{
  g_autoptr (GError) failure = NULL;
  guint    number = 0;
  gboolean had_company = start_sending (uploads, &number);
  gpointer remote =
      feu_publish_run_create_once (uploads->run, creation, work, &failure);
  had_company = end_sending (uploads, number) || had_company;

  if (had_company &&
      g_error_matches (failure, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_REFUSED_FILE))
    {
      g_clear_error (&failure);
      remote = feu_publish_run_create_once (uploads->run, creation, work, &failure);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return remote;
}

static gboolean
upload_new (Uploads *uploads, Work *work, GError **error)
{
  static const FeuRunCreation creation = {
    .kind = "upload",
    .create = send_image,
    .find = find_image,
    .keep = keep_image,
    .result_free = (GDestroyNotify) feu_remote_image_unref,
  };
  FeuPublishRun *run = uploads->run;
  FeuRunImage   *image = work->image;
  FeuRunCreation mine = creation;
  mine.key = image->key;
  mine.detail = work->derivative->name;

  /* The same picture may have been uploaded from another file. */
  g_autoptr (GError) local_error = NULL;
  image->remote = feu_journal_get_image (
      run->journal, run->row->root, NULL, work->derivative->name, &local_error);
  if (local_error == NULL && image->remote != NULL)
    keep_image (run, image->remote, work, &local_error);
  else if (local_error == NULL)
    {
      image->remote = upload_once (uploads, &mine, work, &local_error);
      run->has_sent = TRUE;
    }
  if (local_error == NULL)
    return TRUE;
  g_prefix_error (&local_error, _ ("“%s”: "), image->src);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
update_texts (Uploads *uploads, Work *work, GError **error)
{
  FeuPublishRun *run = uploads->run;
  FeuRunImage   *image = work->image;
  if (has_texts (image))
    return TRUE;

  g_autoptr (GError) local_error = NULL;
  g_autoptr (FeuRemoteImage) answer =
      feu_publish_run_try (run, send_texts, work, &local_error);
  if (g_error_matches (local_error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_PERMISSION))
    {
      feu_publish_run_take_note (
          run,
          g_strdup_printf (_ ("The texts of the image “%s” in the site’s library are "
                              "not yours to change."),
                           image->src));
      return TRUE;
    }
  if (answer == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  run->has_sent = TRUE;
  FeuRemoteImage *updated = with_texts (image, image->remote);
  feu_remote_image_unref (image->remote);
  image->remote = updated;
  return feu_journal_set_image_texts (run->journal, run->row->root, updated, error);
}

static gboolean
make_derivative (Uploads *uploads, Work *work, GError **error)
{
  const FeuJobRow *row = uploads->run->row;
  FeuImageLimits   limits = {
      .max_px = (int) row->max_image_px,
      .max_bytes = (gsize) row->max_image_bytes,
      .jpeg_quality = (int) row->jpeg_quality,
  };
  g_autoptr (GError) local_error = NULL;

  g_mutex_lock (&uploads->derive_mutex);
  work->derivative = feu_image_derivative_new (
      work->image->file, &limits, uploads->run->cancellable, &local_error);
  g_mutex_unlock (&uploads->derive_mutex);
  if (work->derivative != NULL)
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    feu_publish_error_set (error,
                           FEU_PUBLISH_ERROR_LOCAL,
                           0,
                           0,
                           "“%s”: %s",
                           work->image->src,
                           local_error->message);
  return FALSE;
}

static void
upload_fired_cb (gpointer data, gpointer user_data)
{
  Uploads *uploads = user_data;
  Work     work = { .uploads = uploads, .image = data };
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;
  if (is_stopped (uploads))
    return;

  if (work.image->is_new)
    ok =
        make_derivative (uploads, &work, &error) && upload_new (uploads, &work, &error);
  else
    ok = update_texts (uploads, &work, &error);
  g_clear_pointer (&work.derivative, feu_image_derivative_unref);
  if (!ok)
    {
      stop (uploads, g_steal_pointer (&error));
      return;
    }
  g_mutex_lock (&uploads->mutex);
  uploads->n_done++;
  work.image->sent_bytes = work.image->size_bytes;
  g_mutex_unlock (&uploads->mutex);
  tell (uploads, NULL);
}

/* Two files with the very same content: the second takes what the first became. */
static gboolean
is_first_of_content (const FeuPublishRun *run, guint index)
{
  const FeuRunImage *image = g_ptr_array_index (run->images, index);

  for (guint i = 0; i < index; i++)
    {
      const FeuRunImage *other = g_ptr_array_index (run->images, i);
      if (g_str_equal (other->key, image->key))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_over_same (FeuPublishRun *run)
{
  for (guint i = 0; i < run->images->len; i++)
    {
      FeuRunImage *image = g_ptr_array_index (run->images, i);
      for (guint k = 0; image->remote == NULL && k < i; k++)
        {
          FeuRunImage *other = g_ptr_array_index (run->images, k);
          if (g_str_equal (other->key, image->key))
            image->remote = feu_remote_image_ref (other->remote);
        }
    }
  return TRUE;
}

gboolean
feu_image_upload_all (FeuPublishRun *run, GError **error)
{
  guint wanted = run->row->parallel_uploads;
  int   n_threads =
      (int) CLAMP (wanted == 0 ? DEFAULT_PARALLEL : wanted, 1, MAX_PARALLEL);
  Uploads uploads = { .run = run };
  g_mutex_init (&uploads.mutex);
  g_mutex_init (&uploads.derive_mutex);

  tell (&uploads, NULL);
  /* A pool that is not exclusive cannot fail to be made. */
  GThreadPool *pool = g_thread_pool_new (
      upload_fired_cb, &uploads, n_threads, /* exclusive= */ FALSE, NULL);
  for (guint i = 0; i < run->images->len; i++)
    if (is_first_of_content (run, i))
      g_thread_pool_push (pool, g_ptr_array_index (run->images, i), NULL);
  g_thread_pool_free (pool, /* immediate= */ FALSE, /* wait= */ TRUE);

  g_mutex_clear (&uploads.mutex);
  g_mutex_clear (&uploads.derive_mutex);
  if (uploads.error == NULL)
    return take_over_same (run);
  g_propagate_error (error, uploads.error);
  return FALSE;
}
