/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the article's images to the site's: those that are there already by their
 * content, the others uploaded, several at a time. Texts that changed are sent without
 * the image.
 *
 * The content is known by the hash of the original file and the site's limits, so that
 * an article whose images are all there needs no picture to be decoded.
 */
#include "config.h"

#include "feu-publish-run.h"

#include "feu-image-path.h"
#include "feu-image-upload.h"
#include "feu-json.h"

#include <glib/gi18n.h>
#include <string.h>

/* The answer of the writer for an image; (nullable). */
static JsonObject *
get_answer (FeuPublishRun *run, const char *src)
{
  JsonObject *answers = feu_json_get_object (run->row->answers, "images");
  return feu_json_get_object (answers, src);
}

/* What was answered instead of an upload. An image that is left out has no entry. */
static void
use_answer (FeuPublishRun *run, const char *src, JsonObject *answer)
{
  gint64      id = feu_json_get_int (answer, "id");
  const char *url = feu_json_get_string (answer, "url");

  if (url != NULL)
    g_hash_table_insert (run->by_src, g_strdup (src), feu_remote_image_new (id, url));
  else
    feu_publish_run_take_note (
        run, g_strdup_printf (_ ("The image “%s” was left out."), src));
}

static void
ask_about (FeuPublishRun *run, const char *src, const char *reason)
{
  if (run->outcome == NULL)
    feu_publish_run_ask (
        run,
        FEU_QUESTION_IMAGES,
        _ ("Some images cannot be uploaded. Choose what is to be done about them."));
  feu_publish_outcome_add_image (run->outcome, src, reason);
}

static const char *
get_reason (FeuImageState state)
{
  switch (state)
    {
    case FEU_IMAGE_MISSING:
      return _ ("There is no such file.");
    case FEU_IMAGE_OUTSIDE:
      return _ ("The file is outside the article’s folder.");
    case FEU_IMAGE_BROKEN:
      return _ ("The file is not an image.");
    case FEU_IMAGE_OK:
    case FEU_IMAGE_REMOTE:
      break;
    }
  return _ ("Your account may not upload images to this site.");
}

static const char *
get_text (FeuPublishRun *run, const FeuImageRef *ref, FeuImageParam param)
{
  const FeuMetadata *metadata = feu_article_get_metadata (run->article);
  return feu_metadata_get_image_param (metadata, ref->src, param);
}

/* As the page has it: the caption, then who made the picture. (nullable) */
static char *
dup_caption (FeuPublishRun *run, const FeuImageRef *ref)
{
  const char *credit = get_text (run, ref, FEU_IMAGE_PARAM_CREDIT);
  const char *caption = ref->caption != NULL && *ref->caption != '\0'
                            ? ref->caption
                            : get_text (run, ref, FEU_IMAGE_PARAM_CAPTION);
  if (caption == NULL || credit == NULL)
    return g_strdup (caption != NULL ? caption : credit);
  return g_strdup_printf ("%s %s", caption, credit);
}

/* "mer-du-nord" → "mer du nord": what the library calls it. */
static char *
dup_title (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *title = g_filename_display_name (base);
  char            *dot = strrchr (title, '.');

  if (dot != NULL && dot != title)
    *dot = '\0';
  return g_strdelimit (g_steal_pointer (&title), "-_", ' ');
}

static void
add_image (FeuPublishRun *run, const FeuImageRef *ref, GFile *file)
{
  FeuRunImage *image = g_new0 (FeuRunImage, 1);
  const char  *alt = ref->alt != NULL && *ref->alt != '\0'
                         ? ref->alt
                         : get_text (run, ref, FEU_IMAGE_PARAM_ALT);
  image->src = g_strdup (ref->src);
  image->file = g_object_ref (file);
  image->alt = g_strdup (alt != NULL ? alt : "");
  image->caption = dup_caption (run, ref);
  image->title = dup_title (file);
  g_ptr_array_add (run->images, image);
}

static gboolean
is_known (FeuPublishRun *run, const char *src)
{
  for (guint i = 0; i < run->images->len; i++)
    {
      const FeuRunImage *image = g_ptr_array_index (run->images, i);
      if (g_str_equal (image->src, src))
        return TRUE;
    }
  return g_hash_table_contains (run->by_src, src);
}

static void
collect_one (FeuPublishRun *run, const FeuImageRef *ref)
{
  g_autoptr (GFile) file = NULL;
  JsonObject *answer = get_answer (run, ref->src);

  if (*ref->src == '\0' || is_known (run, ref->src) ||
      feu_image_ref_is_inline (ref->src))
    return;
  if (answer != NULL)
    {
      use_answer (run, ref->src, answer);
      return;
    }
  FeuImageState state = feu_image_resolve (run->row->folder, ref->src, &file);
  if (state == FEU_IMAGE_REMOTE)
    return;
  if (state == FEU_IMAGE_OK && !feu_image_upload_get_key (file, run->row, NULL, NULL))
    state = FEU_IMAGE_MISSING;
  if (state == FEU_IMAGE_OK)
    add_image (run, ref, file);
  else
    ask_about (run, ref->src, get_reason (state));
}

static void
collect (FeuPublishRun *run)
{
  const GPtrArray *refs = feu_article_get_images (run->article);

  for (guint i = 0; i < refs->len; i++)
    collect_one (run, g_ptr_array_index (refs, i));
  if (run->wish->featured == NULL || *run->wish->featured == '\0')
    return;
  FeuImageRef *featured = feu_image_ref_new (run->wish->featured, "");
  collect_one (run, featured);
  if (feu_image_resolve (run->row->folder, run->wish->featured, NULL) ==
      FEU_IMAGE_REMOTE)
    feu_publish_run_take_note (
        run,
        g_strdup (_ ("The featured image is on another site and was not set: choose "
                     "one from the article’s folder or from the site’s library.")));
  feu_image_ref_free (featured);
}

/* What the journal knows of them; several files may have the same content. */
static gboolean
look_into_journal (FeuPublishRun *run, GError **error)
{
  for (guint i = 0; i < run->images->len; i++)
    {
      FeuRunImage *image = g_ptr_array_index (run->images, i);
      g_autoptr (GError) local_error = NULL;
      if (!feu_image_upload_get_key (image->file, run->row, &image->key, error))
        return FALSE;
      image->remote = feu_journal_get_image (
          run->journal, run->row->root, image->key, NULL, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      image->is_new = image->remote == NULL;
    }
  return TRUE;
}

static gpointer
ask_images (FeuPublishRun *run, gpointer data, GError **error)
{
  const GArray *ids = data;
  return feu_publisher_get_images (
      run->publisher, (const gint64 *) ids->data, ids->len, run->cancellable, error);
}

static gboolean
has_id (const GPtrArray *found, gint64 id)
{
  for (guint i = 0; i < found->len; i++)
    {
      const FeuRemoteImage *image = g_ptr_array_index (found, i);
      if (image->id == id)
        return TRUE;
    }
  return FALSE;
}

/* Somebody may have deleted them from the library: one request for all. */
static gboolean
check_library (FeuPublishRun *run, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < run->images->len; i++)
    {
      const FeuRunImage *image = g_ptr_array_index (run->images, i);
      if (image->remote != NULL)
        g_array_append_val (ids, image->remote->id);
    }
  if (ids->len == 0)
    return TRUE;
  g_autoptr (GPtrArray) found = feu_publish_run_try (run, ask_images, ids, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < run->images->len; i++)
    {
      FeuRunImage *image = g_ptr_array_index (run->images, i);
      if (image->remote == NULL || has_id (found, image->remote->id))
        continue;
      if (!feu_journal_forget_image (
              run->journal, run->row->root, image->remote->id, error))
        return FALSE;
      g_clear_pointer (&image->remote, feu_remote_image_unref);
      image->is_new = TRUE;
    }
  return TRUE;
}

/* A new image without the right to upload it is a question, too. */
static void
check_right (FeuPublishRun *run)
{
  if ((run->account->rights & FEU_RIGHT_UPLOAD) != 0)
    return;
  for (guint i = 0; i < run->images->len; i++)
    {
      const FeuRunImage *image = g_ptr_array_index (run->images, i);
      if (image->is_new)
        ask_about (run, image->src, get_reason (FEU_IMAGE_OK));
    }
}

static gboolean
publish_map (FeuPublishRun *run)
{
  for (guint i = 0; i < run->images->len; i++)
    {
      FeuRunImage *image = g_ptr_array_index (run->images, i);
      g_hash_table_insert (
          run->by_src, g_strdup (image->src), feu_remote_image_ref (image->remote));
    }
  return TRUE;
}

static gboolean
note_uploads (FeuPublishRun *run)
{
  for (guint i = 0; i < run->images->len; i++)
    {
      const FeuRunImage *image = g_ptr_array_index (run->images, i);
      if (image->is_new)
        feu_publish_run_take_note (
            run, g_strdup_printf (_ ("“%s” would be uploaded."), image->src));
    }
  return TRUE;
}

gboolean
feu_publish_run_images (FeuPublishRun *run, GError **error)
{
  collect (run);
  if (run->outcome != NULL)
    return FALSE;
  if (run->images->len == 0)
    {
      feu_publish_run_tell (run, FEU_STEP_SKIPPED, 0, 0, NULL);
      return TRUE;
    }
  if (!look_into_journal (run, error) || !check_library (run, error))
    return FALSE;
  check_right (run);
  if (run->outcome != NULL)
    return FALSE;
  if (run->is_rehearsal)
    return note_uploads (run);
  return feu_image_upload_all (run, error) && publish_map (run);
}
