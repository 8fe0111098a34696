/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jobs as rows: put in, taken up, answered, ended.
 */
#include "config.h"

#include "feu-journal-private.h"
#include "feu-json.h"
#include "feu-sql.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define NONCE_LENGTH 8

void
feu_job_row_free (FeuJobRow *row)
{
  if (row == NULL)
    return;
  g_free (row->id);
  g_free (row->site_id);
  g_free (row->root);
  g_free (row->article);
  g_free (row->nonce);
  g_clear_pointer (&row->text, g_bytes_unref);
  g_clear_object (&row->folder);
  feu_publish_wish_free (row->wish);
  g_clear_pointer (&row->answers, json_object_unref);
  if (row->lock >= 0)
    g_close (row->lock, NULL);
  g_free (row);
}

static gint64
now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static char *
object_to_text (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (root, object);
  return feu_json_to_text (root);
}

static JsonObject *
object_from_text (const char *text)
{
  g_autoptr (JsonNode) root =
      text != NULL ? feu_json_parse (text, strlen (text)) : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return json_object_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  /* A copy that may be changed: what was parsed is immutable. */
  if (!json_parser_load_from_data (parser, text, -1, NULL))
    return json_object_new ();
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static char *
options_to_text (const FeuPublishOrder *order)
{
  g_autoptr (JsonObject) object = json_object_new ();
  json_object_set_int_member (object, "remote_id", order->remote_id);
  json_object_set_int_member (object, "max_image_px", order->max_image_px);
  json_object_set_int_member (
      object, "max_image_bytes", (gint64) order->max_image_bytes);
  json_object_set_int_member (object, "jpeg_quality", order->jpeg_quality);
  json_object_set_int_member (object, "parallel_uploads", order->parallel_uploads);
  return object_to_text (object);
}

static void
read_options (FeuJobRow *row, const char *text)
{
  g_autoptr (JsonObject) object = object_from_text (text);
  row->remote_id = feu_json_get_int (object, "remote_id");
  row->max_image_px = (guint) feu_json_get_int (object, "max_image_px");
  row->max_image_bytes = (guint64) feu_json_get_int (object, "max_image_bytes");
  row->jpeg_quality = (guint) feu_json_get_int (object, "jpeg_quality");
  row->parallel_uploads = (guint) feu_json_get_int (object, "parallel_uploads");
}

/* Called within a transaction or not; takes the job's lock. */
static FeuJobRow *
load_row (FeuJournal *self, sqlite3 *db, const char *id, GError **error)
{
  g_autoptr (sqlite3_stmt) query = feu_sql_query (
      db,
      error,
      "SELECT number, id, site_id, root, article, nonce, text, folder, wish, options,"
      " answers, post_id, created FROM jobs WHERE id = ? AND state = 'open'",
      "s",
      id);
  if (query == NULL)
    return NULL;
  if (!feu_sql_next (query, error))
    {
      if (error == NULL || *error == NULL)
        feu_publish_error_set (error,
                               FEU_PUBLISH_ERROR_JOURNAL,
                               0,
                               0,
                               _ ("This article is not waiting to be published."));
      return NULL;
    }

  g_autoptr (FeuJobRow) row = g_new0 (FeuJobRow, 1);
  row->lock = -1;
  row->number = sqlite3_column_int64 (query, 0);
  row->id = feu_sql_dup_text (query, 1);
  row->site_id = feu_sql_dup_text (query, 2);
  row->root = feu_sql_dup_text (query, 3);
  row->article = feu_sql_dup_text (query, 4);
  row->nonce = feu_sql_dup_text (query, 5);
  row->text = feu_sql_dup_bytes (query, 6);
  if (row->text == NULL)
    row->text = g_bytes_new (NULL, 0);
  const char *folder = (const char *) sqlite3_column_text (query, 7);
  row->folder = folder != NULL ? g_file_new_for_uri (folder) : NULL;
  const char *wish = (const char *) sqlite3_column_text (query, 8);
  row->wish = wish != NULL ? feu_publish_wish_from_json (wish) : NULL;
  if (row->wish == NULL)
    row->wish = feu_publish_wish_new ();
  read_options (row, (const char *) sqlite3_column_text (query, 9));
  row->answers = object_from_text ((const char *) sqlite3_column_text (query, 10));
  row->post_id = sqlite3_column_int64 (query, 11);
  row->created_s = sqlite3_column_int64 (query, 12);
  row->lock = feu_journal_hold_job (self, row->number, error);
  return row->lock >= 0 ? g_steal_pointer (&row) : NULL;
}

/* (nullable): the id of the open job for this article; NULL also on failure */
static char *
find_open (sqlite3 *db, const FeuPublishOrder *order, GError **error)
{
  g_autoptr (sqlite3_stmt) query = feu_sql_query (
      db,
      error,
      "SELECT id FROM jobs WHERE root = ? AND article = ? AND state = 'open'",
      "ss",
      order->root,
      order->article);
  return query != NULL && feu_sql_next (query, error) ? feu_sql_dup_text (query, 0)
                                                      : NULL;
}

static gboolean
insert_job (sqlite3 *db, const char *id, const FeuPublishOrder *order, GError **error)
{
  g_autofree char *nonce = g_strndup (id, NONCE_LENGTH);
  gint64           now = now_s ();

  return feu_sql_run (
      db,
      error,
      "INSERT INTO jobs (id, site_id, root, article, state, kind, nonce,"
      " answers, created, changed)"
      " VALUES (?, ?, ?, ?, 'open', 'new', ?, '{}', ?, ?)",
      "sssssii",
      id,
      order->site_id,
      order->root,
      order->article,
      nonce,
      now,
      now);
}

/* Answers to what depended on the old wish or the old state of the site go. */
static gboolean
renew_job (sqlite3               *db,
           FeuJobRow             *row,
           const FeuPublishOrder *order,
           const char            *title,
           GError               **error)
{
  g_autofree char *wish = feu_publish_wish_to_json (order->wish);
  g_autofree char *options = options_to_text (order);
  g_autofree char *folder =
      order->folder != NULL ? g_file_get_uri (order->folder) : NULL;
  json_object_remove_member (row->answers, "status");
  json_object_remove_member (row->answers, "gone");
  g_autofree char *answers = object_to_text (row->answers);

  return feu_sql_run (db,
                      error,
                      "UPDATE jobs SET site_id = ?, title = ?, text = ?, folder = ?,"
                      " wish = ?, options = ?, answers = ?, changed = ?"
                      " WHERE number = ?",
                      "ssbssssii",
                      order->site_id,
                      title,
                      order->text,
                      folder,
                      wish,
                      options,
                      answers,
                      now_s (),
                      row->number);
}

static FeuJobRow *
put_job (FeuJournal            *self,
         sqlite3               *db,
         const FeuPublishOrder *order,
         const char            *title,
         GError               **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *id = find_open (db, order, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (id == NULL)
    {
      id = g_uuid_string_random ();
      if (!insert_job (db, id, order, error))
        return NULL;
    }
  g_autoptr (FeuJobRow) old = load_row (self, db, id, error);
  if (old == NULL || !renew_job (db, old, order, title, error))
    return NULL;
  g_close (g_steal_fd (&old->lock), NULL);
  return load_row (self, db, id, error);
}

FeuJobRow *
feu_journal_put_job (FeuJournal            *self,
                     const FeuPublishOrder *order,
                     const char            *title,
                     GError               **error)
{
  g_autoptr (FeuJobRow) row = NULL;

  feu_journal_call_hook (self, "put", "job", FALSE);
  sqlite3 *db = feu_journal_lock_db (self);
  if (feu_journal_begin (self, error))
    {
      row = put_job (self, db, order, title, error);
      if (!feu_journal_end (self, row != NULL, row != NULL ? error : NULL))
        g_clear_pointer (&row, feu_job_row_free);
    }
  feu_journal_unlock_db (self);
  feu_journal_call_hook (self, "put", "job", TRUE);
  feu_journal_notify (self);
  return g_steal_pointer (&row);
}

FeuJobRow *
feu_journal_take_job (FeuJournal *self, const char *id, GError **error)
{
  sqlite3   *db = feu_journal_lock_db (self);
  FeuJobRow *row = load_row (self, db, id, error);
  feu_journal_unlock_db (self);
  return row;
}

gboolean
feu_journal_save_answers (FeuJournal *self, const FeuJobRow *row, GError **error)
{
  g_autofree char *answers = object_to_text (row->answers);
  sqlite3         *db = feu_journal_lock_db (self);
  gboolean         ok = feu_sql_run (db,
                             error,
                             "UPDATE jobs SET answers = ? WHERE number = ?",
                             "si",
                             answers,
                             row->number);
  feu_journal_unlock_db (self);
  return ok;
}

gboolean
feu_journal_save_outcome (FeuJournal      *self,
                          const FeuJobRow *row,
                          const char      *kind,
                          const char      *message,
                          const char      *link,
                          gboolean         is_done,
                          GError         **error)
{
  feu_journal_call_hook (self, "outcome", kind, FALSE);
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok = feu_sql_run (
      db,
      error,
      is_done ? "UPDATE jobs SET kind = ?, message = ?, link = coalesce (?, link),"
                " changed = ?, state = 'done', text = NULL WHERE number = ?"
              : "UPDATE jobs SET kind = ?, message = ?, link = coalesce (?, link),"
                " changed = ? WHERE number = ?",
      "sssii",
      kind,
      message,
      link,
      now_s (),
      row->number);
  feu_journal_unlock_db (self);
  feu_journal_call_hook (self, "outcome", kind, TRUE);
  feu_journal_notify (self);
  return ok;
}

gboolean
feu_journal_abandon_job (FeuJournal *self, const char *id, GError **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  g_autoptr (FeuJobRow) row = feu_journal_take_job (self, id, error);
  if (row == NULL)
    return FALSE;
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok = feu_sql_run (
      db,
      error,
      "UPDATE jobs SET state = 'abandoned', text = NULL, changed = ? WHERE number = ?",
      "ii",
      now_s (),
      row->number);
  feu_journal_unlock_db (self);
  feu_journal_notify (self);
  return ok;
}
