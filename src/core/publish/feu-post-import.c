/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read, fetch, write, note. The text is read twice: first to learn of its images, then
 * with their names.
 */
#include "config.h"

#include "feu-post-import.h"

#include "feu-image-adopt.h"
#include "feu-post-fields.h"
#include "feu-post-front.h"
#include "feu-post-reader.h"
#include "feu-site-profile.h"
#include "feu-text-file.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_NAMESAKES 1000

typedef struct
{
  const FeuPostImportOrder *order;       /* borrowed */
  GCancellable             *cancellable; /* borrowed (nullable) */
  FeuPostImport            *result;      /* owned */
  FeuSiteProfile           *profile;     /* owned */
  FeuPostFetch             *fetch;       /* owned */
  FeuPostSource            *source;      /* owned */
  char                     *name;        /* owned: of folder and file */
  char                     *text;        /* owned: the article */
  GFile                    *work;        /* owned: the hidden folder */
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->result, feu_post_import_free);
  g_clear_pointer (&self->profile, feu_site_profile_unref);
  g_clear_pointer (&self->fetch, feu_post_fetch_free);
  g_clear_pointer (&self->source, feu_post_source_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->work);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

void
feu_post_import_free (FeuPostImport *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->post, feu_post_unref);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* ---- images ---- */

static const char *
tell_image (const char *url, gint64 id, gpointer user_data)
{
  feu_post_fetch_add (user_data, url, id);
  return NULL;
}

/* What the library says of them, a hundred at a time. It may not be ours to ask. */
static void
ask_library (Import *self)
{
  g_autoptr (GArray) ids = feu_post_fetch_dup_ids (self->fetch);

  for (guint i = 0; i < ids->len; i += 100)
    {
      g_autoptr (GPtrArray) images =
          feu_publisher_get_images (self->order->publisher,
                                    &g_array_index (ids, gint64, i),
                                    MIN (ids->len - i, 100),
                                    self->cancellable,
                                    NULL);
      for (guint n = 0; images != NULL && n < images->len; n++)
        feu_post_fetch_add_remote (self->fetch, g_ptr_array_index (images, n));
    }
}

static gboolean
fetch_images (Import *self, GError **error)
{
  const FeuPost *post = self->result->post;
  g_autoptr (FeuPostSource) first = NULL;

  self->fetch = feu_post_fetch_new (self->order->http, self->order->site->api_root);
  first = feu_post_read (post->content, post->footnotes, tell_image, self->fetch);
  if (post->featured != 0)
    feu_post_fetch_add (self->fetch, "", post->featured);
  ask_library (self);
  return feu_post_fetch_run (self->fetch,
                             self->work,
                             self->order->site->parallel_uploads,
                             self->order->progress,
                             self->order->progress_data,
                             self->result->notes,
                             self->cancellable,
                             error);
}

/* ---- the article ---- */

static GStrv
dup_term_names (Import *self, const GPtrArray *terms, const GArray *ids)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    for (guint n = 0; n < terms->len; n++)
      {
        const FeuTerm *term = g_ptr_array_index (terms, n);
        if (term->id == g_array_index (ids, gint64, i))
          g_strv_builder_add (names, term->name);
      }
  return g_strv_builder_end (names);
}

/* (nullable) */
static const char *
find_author (const Import *self)
{
  const FeuSiteProfile *profile = self->profile;
  gint64                id = self->result->post->author;

  for (guint i = 0; profile->authors != NULL && i < profile->authors->len; i++)
    {
      const FeuAccount *author = g_ptr_array_index (profile->authors, i);
      if (author->id == id)
        return author->name;
    }
  return profile->account->id == id ? profile->account->name : NULL;
}

static gboolean
make_text (Import *self, GError **error)
{
  FeuPost *post = self->result->post;
  g_auto (GStrv) categories =
      dup_term_names (self, self->profile->categories, post->categories);
  g_auto (GStrv) tags = dup_term_names (self, self->profile->tags, post->tags);
  FeuPostFacts facts = {
    .post = post,
    .author = find_author (self),
    .categories = (const char *const *) categories,
    .tags = (const char *const *) tags,
    .image = feu_post_fetch_get_name ("", post->featured, self->fetch),
    .image_info = feu_post_fetch_get_remote (self->fetch, post->featured),
    .site_id = self->order->site->id,
    .address = self->order->site->address,
    .time_zone = self->profile->info->time_zone,
  };

  self->source = feu_post_read (
      post->content, post->footnotes, feu_post_fetch_get_name, self->fetch);
  g_autofree char *body = feu_post_source_dup_body (self->source);
  self->text = feu_post_front_dup_text (&facts, body, error);
  return self->text != NULL;
}

static gboolean
write_text (Import *self, GError **error)
{
  g_autofree char *file_name = g_strconcat (self->name, ".md", NULL);
  g_autoptr (GFile) file = g_file_get_child (self->work, file_name);

  return feu_text_file_save (file,
                             self->text,
                             strlen (self->text),
                             NULL,
                             NULL,
                             self->cancellable,
                             NULL,
                             error);
}

/* ---- the folder ---- */

static gboolean
make_work_folder (Import *self, GError **error)
{
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *hidden = g_strdup_printf (".%s.part", unique);

  self->name = feu_post_front_dup_name (self->result->post);
  self->work = g_file_get_child (self->order->folder, hidden);
  return g_file_make_directory (self->work, self->cancellable, error);
}

/* Removes a folder that was made here: files, and images/ with files. */
static void
remove_folder (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      folder,
      G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS,
      NULL,
      NULL);
  GFileInfo *info = NULL;
  GFile     *child = NULL;

  /* What cannot be removed stays hidden; the error at hand is the one to tell. */
  while (children != NULL &&
         g_file_enumerator_iterate (children, &info, &child, NULL, NULL) &&
         info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      remove_folder (child);
    else
      g_file_delete (child, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

/* Gives the folder its name, or the first one with a number that is free. */
static gboolean
show_folder (Import *self, GError **error)
{
  for (guint number = 1; number <= MAX_NAMESAKES; number++)
    {
      g_autofree char *name = number == 1
                                  ? g_strdup (self->name)
                                  : g_strdup_printf ("%s-%u", self->name, number);
      g_autoptr (GFile) target = g_file_get_child (self->order->folder, name);
      g_autoptr (GError) move_error = NULL;
      if (g_file_move (self->work,
                       target,
                       G_FILE_COPY_NO_FALLBACK_FOR_MOVE,
                       self->cancellable,
                       NULL,
                       NULL,
                       &move_error))
        {
          g_autofree char *file_name = g_strconcat (self->name, ".md", NULL);
          self->result->file = g_file_get_child (target, file_name);
          g_set_object (&self->work, target);
          return TRUE;
        }
      if (!g_error_matches (move_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&move_error));
          return FALSE;
        }
    }
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_EXISTS,
               _ ("There are too many folders called “%s” already."),
               self->name);
  return FALSE;
}

/* ---- the journal ---- */

typedef struct
{
  Import     *import;
  FeuArticle *article;
  gboolean    is_kept;
  GError    **error;
} Adoption;

static void
adopt_image (const char *name, const FeuRemoteImage *image, gpointer user_data)
{
  Adoption *self = user_data;
  g_autoptr (GFile) file = g_file_resolve_relative_path (self->import->work, name);

  self->is_kept = self->is_kept && feu_image_adopt (self->import->order->journal,
                                                    self->import->order->site,
                                                    self->article,
                                                    name,
                                                    file,
                                                    image,
                                                    self->error);
}

static gboolean
note_in_journal (Import *self, GError **error)
{
  FeuJournal      *journal = self->order->journal;
  const char      *root = self->order->site->api_root;
  FeuPost         *post = self->result->post;
  g_autofree char *uri = g_file_get_uri (self->result->file);
  g_autofree char *source = feu_post_source_to_json (self->source);
  FeuPostRecord    record = {
       .post_id = post->id,
       .article = uri,
       .sent = post,
       .baseline = post,
       .source = source,
  };
  g_autoptr (FeuArticle) article =
      feu_article_new (g_strdup (self->text), strlen (self->text), 0);
  Adoption adoption = {
    .import = self, .article = article, .is_kept = TRUE, .error = error
  };

  if (journal == NULL)
    return TRUE;
  feu_post_fetch_foreach_remote (self->fetch, adopt_image, &adoption);
  return adoption.is_kept && feu_journal_set_post (journal, root, &record, error) &&
         feu_journal_set_written_back (journal, root, post->id, error);
}

/* ---- all of it ---- */

static gboolean
run (Import *self, GError **error)
{
  const FeuPostImportOrder *order = self->order;

  self->result = g_new0 (FeuPostImport, 1);
  self->result->notes = g_ptr_array_new_with_free_func (g_free);
  self->result->post = feu_publisher_get_post (
      order->publisher, order->post_id, self->cancellable, error);
  if (self->result->post == NULL)
    return FALSE;
  self->profile = feu_site_profile_fetch (order->publisher, self->cancellable, error);
  if (self->profile == NULL || !make_work_folder (self, error))
    return FALSE;
  if (fetch_images (self, error) && make_text (self, error) &&
      write_text (self, error) && show_folder (self, error) &&
      note_in_journal (self, error))
    return TRUE;
  remove_folder (self->work);
  return FALSE;
}

FeuPostImport *
feu_post_import (const FeuPostImportOrder *order,
                 GCancellable             *cancellable,
                 GError                  **error)
{
  g_return_val_if_fail (order != NULL && order->site->api_root != NULL, NULL);
  g_auto (Import) self = { .order = order, .cancellable = cancellable };

  return run (&self, error) ? g_steal_pointer (&self.result) : NULL;
}
