/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a job is about to ask of a site and what came of it: one row for each thing that
 * a request makes, first as an intent, then with its result.
 */
#include "config.h"

#include "feu-journal-private.h"
#include "feu-journal-store-private.h"
#include "feu-sql.h"

#include <string.h>

static const char upsert_result[] =
    "INSERT INTO steps (job, kind, key, state, detail, attempts, time)"
    " VALUES (?, ?, ?, ?, ?, 0, ?)"
    " ON CONFLICT (job, kind, key) DO UPDATE SET state = excluded.state,"
    " detail = excluded.detail";

static gboolean
write_result (sqlite3         *db,
              const FeuJobRow *row,
              const char      *kind,
              const char      *key,
              FeuJournalState  state,
              const char      *detail,
              GError         **error)
{
  return feu_sql_run (db,
                      error,
                      upsert_result,
                      "issisi",
                      row->number,
                      kind,
                      key,
                      (gint64) state,
                      detail,
                      g_get_real_time ());
}

void
feu_journal_step_clear (FeuJournalStep *step)
{
  g_clear_pointer (&step->detail, g_free);
}

gboolean
feu_journal_get_step (FeuJournal      *self,
                      const FeuJobRow *row,
                      const char      *kind,
                      const char      *key,
                      FeuJournalStep  *out_step,
                      GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3 *db = feu_journal_lock_db (self);
  g_autoptr (sqlite3_stmt) query =
      feu_sql_query (db,
                     &local_error,
                     "SELECT state, detail, time, attempts FROM steps"
                     " WHERE job = ? AND kind = ? AND key = ?",
                     "iss",
                     row->number,
                     kind,
                     key);
  *out_step = (FeuJournalStep){ .state = FEU_JOURNAL_NONE };
  if (query != NULL && feu_sql_next (query, &local_error))
    {
      out_step->state = (FeuJournalState) sqlite3_column_int (query, 0);
      out_step->detail = feu_sql_dup_text (query, 1);
      out_step->time_us = sqlite3_column_int64 (query, 2);
      out_step->attempts = (guint) sqlite3_column_int (query, 3);
    }
  g_clear_pointer (&query, sqlite3_finalize);
  feu_journal_unlock_db (self);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
feu_journal_add_intent (FeuJournal      *self,
                        const FeuJobRow *row,
                        const char      *kind,
                        const char      *key,
                        const char      *detail,
                        GError         **error)
{
  feu_journal_call_hook (self, "intent", kind, FALSE);
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok =
      feu_sql_run (db,
                   error,
                   "INSERT INTO steps (job, kind, key, state, detail, attempts, time)"
                   " VALUES (?, ?, ?, ?, ?, 1, ?)"
                   " ON CONFLICT (job, kind, key) DO UPDATE SET state = excluded.state,"
                   " detail = excluded.detail, attempts = attempts + 1,"
                   " time = excluded.time",
                   "issisi",
                   row->number,
                   kind,
                   key,
                   (gint64) FEU_JOURNAL_INTENT,
                   detail,
                   g_get_real_time ());
  feu_journal_unlock_db (self);
  feu_journal_call_hook (self, "intent", kind, TRUE);
  return ok;
}

gboolean
feu_journal_add_result (FeuJournal      *self,
                        const FeuJobRow *row,
                        const char      *kind,
                        const char      *key,
                        FeuJournalState  state,
                        const char      *detail,
                        GError         **error)
{
  feu_journal_call_hook (self, "result", kind, FALSE);
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok = write_result (db, row, kind, key, state, detail, error);
  feu_journal_unlock_db (self);
  feu_journal_call_hook (self, "result", kind, TRUE);
  return ok;
}

static gboolean
write_post (sqlite3         *db,
            const FeuJobRow *row,
            gint64           post_id,
            const char      *link,
            GError         **error)
{
  return write_result (db, row, "create", "", FEU_JOURNAL_DONE, link, error) &&
         feu_sql_run (db,
                      error,
                      "UPDATE jobs SET post_id = ?, link = ? WHERE number = ?",
                      "isi",
                      post_id,
                      link,
                      row->number) &&
         feu_sql_run (db,
                      error,
                      "INSERT INTO posts (root, post_id, article) VALUES (?, ?, ?)"
                      " ON CONFLICT (root, post_id) DO NOTHING",
                      "sis",
                      row->root,
                      post_id,
                      row->article);
}

gboolean
feu_journal_add_post (FeuJournal *self,
                      FeuJobRow  *row,
                      gint64      post_id,
                      const char *link,
                      GError    **error)
{
  feu_journal_call_hook (self, "result", "create", FALSE);
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok = feu_journal_begin (self, error);
  if (ok)
    ok = write_post (db, row, post_id, link, error);
  ok = feu_journal_end (self, ok, ok ? error : NULL);
  feu_journal_unlock_db (self);
  feu_journal_call_hook (self, "result", "create", TRUE);
  if (ok)
    row->post_id = post_id;
  return ok;
}

/* The old nonce must not find the post in the trash, should it come back. */
gboolean
feu_journal_forget_post (FeuJournal *self, FeuJobRow *row, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *nonce = g_strndup (uuid, strlen (row->nonce));
  sqlite3         *db = feu_journal_lock_db (self);
  gboolean         ok = feu_journal_begin (self, error);

  if (ok)
    ok = feu_sql_run (db,
                      error,
                      "UPDATE jobs SET post_id = 0, link = NULL, nonce = ?"
                      " WHERE number = ?",
                      "si",
                      nonce,
                      row->number) &&
         feu_sql_run (db,
                      error,
                      "DELETE FROM steps WHERE job = ? AND kind = 'create'",
                      "i",
                      row->number) &&
         feu_sql_run (db,
                      error,
                      "DELETE FROM posts WHERE root = ? AND post_id = ?",
                      "si",
                      row->root,
                      row->post_id);
  ok = feu_journal_end (self, ok, ok ? error : NULL);
  feu_journal_unlock_db (self);
  if (!ok)
    return FALSE;
  row->post_id = 0;
  g_free (row->nonce);
  row->nonce = g_steal_pointer (&nonce);
  return TRUE;
}

gboolean
feu_journal_add_image (FeuJournal           *self,
                       const FeuJobRow      *row,
                       const char           *key,
                       const char           *file_name,
                       const FeuRemoteImage *image,
                       GError              **error)
{
  feu_journal_call_hook (self, "result", "upload", FALSE);
  sqlite3 *db = feu_journal_lock_db (self);
  gboolean ok = feu_journal_begin (self, error);
  if (ok)
    ok = feu_journal_store_image (db, row->root, key, file_name, image, error) &&
         write_result (db, row, "upload", key, FEU_JOURNAL_DONE, file_name, error);
  ok = feu_journal_end (self, ok, ok ? error : NULL);
  feu_journal_unlock_db (self);
  feu_journal_call_hook (self, "result", "upload", TRUE);
  return ok;
}
