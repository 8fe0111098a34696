/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a draft is left behind is asked of its lock, never of a list of processes.
 */
#include "config.h"

#include "feu-draft-store.h"

#include "feu-article.h"
#include "feu-text-file.h"

struct _FeuDraftStore
{
  GObject parent_instance;

  GFile *folder; /* owned */
};

G_DEFINE_FINAL_TYPE (FeuDraftStore, feu_draft_store, G_TYPE_OBJECT)

void
feu_left_draft_free (FeuLeftDraft *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->draft);
  feu_draft_info_free (self->info);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_free (self->file_text);
  g_free (self->title);
  g_free (self);
}

FeuDraft *
feu_draft_store_create (FeuDraftStore *self, GError **error)
{
  g_return_val_if_fail (FEU_IS_DRAFT_STORE (self), NULL);
  FeuDraft *draft = NULL;
  GError   *problem = NULL;

  /* Another process that looks for what is left may take the new folder for empty and
   * remove it: then the next name is tried. */
  while (draft == NULL && problem == NULL)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autofree char *path =
          g_build_filename (g_file_peek_path (self->folder), id, NULL);
      draft = feu_draft_open (path, /* create= */ TRUE, &problem);
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) &&
          g_file_query_exists (self->folder, NULL))
        g_clear_error (&problem);
    }
  if (problem != NULL)
    g_propagate_error (error, problem);
  return draft;
}

/* ---- what is left ---- */

/* Whether the writer lost nothing: what the file has is what the draft has. */
static gboolean
is_saved (FeuLeftDraft *left)
{
  g_autoptr (FeuTextFile) file = left->info->file != NULL
                                     ? feu_text_file_load (left->info->file, NULL, NULL)
                                     : NULL;
  gsize       length = 0;
  const char *text = g_bytes_get_data (left->text, &length);

  if (file == NULL)
    return left->info->file == NULL && length == 0;
  left->is_newer_file = g_strcmp0 (file->etag, left->info->etag) != 0;
  left->file_text = g_steal_pointer (&file->text);
  return file->length_bytes == length && memcmp (left->file_text, text, length) == 0;
}

static void
describe (FeuLeftDraft *left)
{
  gsize       length = 0;
  const char *text = g_bytes_get_data (left->text, &length);
  g_autoptr (FeuArticle) article =
      feu_article_new (g_strndup (text, length), length, /* revision= */ 1);

  left->title = g_strdup (feu_article_get_title (article));
  left->n_words = feu_article_get_statistics (article)->count.words;
}

static FeuLeftDraft *
take_one (const char *path)
{
  g_autoptr (FeuLeftDraft) left = g_new0 (FeuLeftDraft, 1);
  g_autoptr (GError) error = NULL;

  left->draft = feu_draft_open (path, /* create= */ FALSE, NULL);
  if (left->draft == NULL)
    return NULL;
  left->text = feu_draft_read (left->draft, &left->info, &error);
  /* Images without an article are copies; what cannot be read may be another time. */
  gboolean has_no_text = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  if (left->text == NULL && !has_no_text)
    return NULL;
  if (has_no_text || is_saved (left))
    {
      feu_draft_discard (left->draft);
      return NULL;
    }
  describe (left);
  return g_steal_pointer (&left);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const FeuLeftDraft *left = *(const FeuLeftDraft *const *) a;
  const FeuLeftDraft *right = *(const FeuLeftDraft *const *) b;

  return (left->info->time_s < right->info->time_s) -
         (left->info->time_s > right->info->time_s);
}

static void
take_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  FeuDraftStore *self = source_object;
  const char    *folder = g_file_peek_path (self->folder);
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_left_draft_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      FeuLeftDraft    *left =
          g_file_test (path, G_FILE_TEST_IS_DIR) ? take_one (path) : NULL;
      if (left != NULL)
        g_ptr_array_add (found, left);
    }
  g_ptr_array_sort (found, compare_newest_first);
  g_task_return_pointer (
      task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

void
feu_draft_store_take_left_async (FeuDraftStore      *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_return_if_fail (FEU_IS_DRAFT_STORE (self));
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, feu_draft_store_take_left_async);
  g_task_run_in_thread (task, take_in_thread);
}

GPtrArray *
feu_draft_store_take_left_finish (FeuDraftStore *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- object ---- */

static void
feu_draft_store_finalize (GObject *object)
{
  FeuDraftStore *self = FEU_DRAFT_STORE (object);

  g_clear_object (&self->folder);
  G_OBJECT_CLASS (feu_draft_store_parent_class)->finalize (object);
}

static void
feu_draft_store_class_init (FeuDraftStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feu_draft_store_finalize;
}

static void
feu_draft_store_init (FeuDraftStore *self)
{
}

FeuDraftStore *
feu_draft_store_new (GFile *folder)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  FeuDraftStore *self = g_object_new (FEU_TYPE_DRAFT_STORE, NULL);

  self->folder = g_object_ref (folder);
  return self;
}
