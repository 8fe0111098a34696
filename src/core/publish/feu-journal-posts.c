/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of sites across jobs: posts with what was sent and what came of it,
 * images by their content, and what a site said of itself.
 */
#include "config.h"

#include "feu-journal-private.h"
#include "feu-journal-store-private.h"
#include "feu-json.h"
#include "feu-sql.h"

#include <string.h>

void
feu_post_record_free (FeuPostRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->article);
  g_clear_pointer (&self->sent, feu_post_unref);
  g_clear_pointer (&self->baseline, feu_post_unref);
  g_free (self->source);
  g_free (self);
}

static FeuPost *
read_post (sqlite3_stmt *query, int column)
{
  const char *json = (const char *) sqlite3_column_text (query, column);
  return json != NULL ? feu_post_from_json (json) : NULL;
}

/* The columns that read_record() reads. */
#define RECORD_COLUMNS "post_id, article, sent, baseline, source"

static FeuPostRecord *
read_record (sqlite3_stmt *query)
{
  FeuPostRecord *record = g_new0 (FeuPostRecord, 1);
  record->post_id = sqlite3_column_int64 (query, 0);
  record->article = feu_sql_dup_text (query, 1);
  record->sent = read_post (query, 2);
  record->baseline = read_post (query, 3);
  record->source = feu_sql_dup_text (query, 4);
  return record;
}

/* Takes @query; (nullable). */
static FeuPostRecord *
take_record (FeuJournal *self, sqlite3_stmt *query, GError **error)
{
  FeuPostRecord *record = NULL;

  if (query != NULL && feu_sql_next (query, error))
    record = read_record (query);
  sqlite3_finalize (query);
  feu_journal_unlock_db (self);
  return record;
}

FeuPostRecord *
feu_journal_get_post (FeuJournal *self,
                      const char *root,
                      gint64      post_id,
                      GError    **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (root != NULL, NULL);

  sqlite3      *db = feu_journal_lock_db (self);
  sqlite3_stmt *query = feu_sql_query (db,
                                       error,
                                       "SELECT " RECORD_COLUMNS
                                       " FROM posts WHERE root = ? AND post_id = ?",
                                       "si",
                                       root,
                                       post_id);
  return take_record (self, query, error);
}

FeuPostRecord *
feu_journal_find_post (FeuJournal *self,
                       const char *root,
                       const char *article,
                       GError    **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (self), NULL);
  g_return_val_if_fail (root != NULL && article != NULL, NULL);

  sqlite3      *db = feu_journal_lock_db (self);
  sqlite3_stmt *query =
      feu_sql_query (db,
                     error,
                     "SELECT " RECORD_COLUMNS " FROM posts WHERE root = ?"
                     " AND article = ? AND written_back = 0 ORDER BY post_id DESC",
                     "ss",
                     root,
                     article);
  return take_record (self, query, error);
}

gboolean
feu_journal_set_post (FeuJournal          *self,
                      const char          *root,
                      const FeuPostRecord *record,
                      GError             **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (root != NULL && record != NULL, FALSE);

  g_autofree char *sent = record->sent != NULL ? feu_post_to_json (record->sent) : NULL;
  g_autofree char *baseline =
      record->baseline != NULL ? feu_post_to_json (record->baseline) : NULL;

  feu_journal_call_hook (self, "record", "post", FALSE);
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok = feu_sql_run (
      db,
      error,
      "INSERT INTO posts (root, post_id, article, sent, baseline, source)"
      " VALUES (?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (root, post_id) DO UPDATE SET article = excluded.article,"
      " sent = excluded.sent, baseline = excluded.baseline, source = excluded.source",
      "sissss",
      root,
      record->post_id,
      record->article,
      sent,
      baseline,
      record->source);
  feu_journal_unlock_db (self);
  feu_journal_call_hook (self, "record", "post", TRUE);
  return ok;
}

gboolean
feu_journal_set_written_back (FeuJournal *self,
                              const char *root,
                              gint64      post_id,
                              GError    **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (root != NULL, FALSE);

  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok =
      feu_sql_run (db,
                   error,
                   "UPDATE posts SET written_back = 1 WHERE root = ? AND post_id = ?",
                   "si",
                   root,
                   post_id);
  feu_journal_unlock_db (self);
  return ok;
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static char *
image_to_text (const FeuRemoteImage *image)
{
  g_autoptr (JsonObject) object = json_object_new ();
  json_object_set_int_member (object, "id", image->id);
  add_text (object, "url", image->url);
  add_text (object, "large_url", image->large_url);
  json_object_set_int_member (object, "width", image->width);
  json_object_set_int_member (object, "height", image->height);
  add_text (object, "alt", image->alt);
  add_text (object, "caption", image->caption);
  add_text (object, "title", image->title);
  add_text (object, "mime_type", image->mime_type);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (root, object);
  return feu_json_to_text (root);
}

static FeuRemoteImage *
image_from_text (const char *text)
{
  g_autoptr (JsonNode) root =
      text != NULL ? feu_json_parse (text, strlen (text)) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  JsonObject     *object = json_node_get_object (root);
  FeuRemoteImage *image = feu_remote_image_new (feu_json_get_int (object, "id"),
                                                feu_json_get_string (object, "url"));
  image->large_url = g_strdup (feu_json_get_string (object, "large_url"));
  image->width = (guint) feu_json_get_int (object, "width");
  image->height = (guint) feu_json_get_int (object, "height");
  image->caption = g_strdup (feu_json_get_string (object, "caption"));
  image->title = g_strdup (feu_json_get_string (object, "title"));
  image->mime_type = g_strdup (feu_json_get_string (object, "mime_type"));
  const char *alt = feu_json_get_string (object, "alt");
  g_free (image->alt);
  image->alt = g_strdup (alt != NULL ? alt : "");
  return image;
}

gboolean
feu_journal_store_image (sqlite3              *db,
                         const char           *root,
                         const char           *key,
                         const char           *file_name,
                         const FeuRemoteImage *image,
                         GError              **error)
{
  g_autofree char *text = image_to_text (image);
  return feu_sql_run (db,
                      error,
                      "INSERT OR REPLACE INTO media (root, key, file_name, media_id,"
                      " image) VALUES (?, ?, ?, ?, ?)",
                      "sssis",
                      root,
                      key,
                      file_name,
                      image->id,
                      text);
}

gboolean
feu_journal_forget_image (FeuJournal *self, const char *root, gint64 id, GError **error)
{
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok = feu_sql_run (
      db, error, "DELETE FROM media WHERE root = ? AND media_id = ?", "si", root, id);
  feu_journal_unlock_db (self);
  return ok;
}

gboolean
feu_journal_set_image_texts (FeuJournal           *self,
                             const char           *root,
                             const FeuRemoteImage *image,
                             GError              **error)
{
  g_autofree char *text = image_to_text (image);
  sqlite3         *db = feu_journal_lock_db (self);
  gboolean         ok =
      feu_sql_run (db,
                   error,
                   "UPDATE media SET image = ? WHERE root = ? AND media_id = ?",
                   "ssi",
                   text,
                   root,
                   image->id);
  feu_journal_unlock_db (self);
  return ok;
}

FeuRemoteImage *
feu_journal_get_image (FeuJournal *self,
                       const char *root,
                       const char *key,
                       const char *file_name,
                       GError    **error)
{
  FeuRemoteImage *image = NULL;
  sqlite3        *db = feu_journal_lock_db (self);
  sqlite3_stmt   *query = feu_sql_query (
      db,
      error,
      key != NULL ? "SELECT image FROM media WHERE root = ? AND key = ?"
                    : "SELECT image FROM media WHERE root = ? AND file_name = ?",
      "ss",
      root,
      key != NULL ? key : file_name);
  if (query != NULL && feu_sql_next (query, error))
    image = image_from_text ((const char *) sqlite3_column_text (query, 0));
  sqlite3_finalize (query);
  feu_journal_unlock_db (self);
  return image;
}

char *
feu_journal_get_site (FeuJournal *self,
                      const char *root,
                      guint       max_age_s,
                      GError    **error)
{
  char         *info = NULL;
  gint64        oldest_s = g_get_real_time () / G_USEC_PER_SEC - max_age_s;
  sqlite3      *db = feu_journal_lock_db (self);
  sqlite3_stmt *query =
      feu_sql_query (db,
                     error,
                     "SELECT info FROM sites WHERE root = ? AND time >= ?",
                     "si",
                     root,
                     oldest_s);
  if (query != NULL && feu_sql_next (query, error))
    info = feu_sql_dup_text (query, 0);
  sqlite3_finalize (query);
  feu_journal_unlock_db (self);
  return info;
}

gboolean
feu_journal_set_site (FeuJournal *self,
                      const char *root,
                      const char *json,
                      GError    **error)
{
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok = feu_sql_run (db,
                             error,
                             "INSERT OR REPLACE INTO sites (root, info, time)"
                             " VALUES (?, ?, ?)",
                             "ssi",
                             root,
                             json,
                             g_get_real_time () / G_USEC_PER_SEC);
  feu_journal_unlock_db (self);
  return ok;
}
