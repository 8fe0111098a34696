/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The database, its tables and what is listed of it. Jobs are put in by
 * feu-journal-jobs.c, what they do by feu-journal-steps.c, posts, images and sites by
 * feu-journal-posts.c.
 *
 * One connection, guarded by a lock that is held for a whole transaction. A job is held
 * by a lock on one byte of a file beside the database, at the job's number: such a lock
 * belongs to an open file, so it also keeps windows of one process apart, and it goes
 * with the process, however that ends.
 */
#include "config.h"

#include "feu-journal-private.h"
#include "feu-sql.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define SCHEMA_VERSION 1

struct _FeuJournal
{
  GObject parent_instance;

  /* owned */
  sqlite3      *db;
  char         *lock_path; /* (nullable): NULL for a copy */
  GMainContext *context;

  GMutex mutex;

  /* for tests */
  FeuJournalHook hook;
  gpointer       hook_data;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FeuJournal, feu_journal, G_TYPE_OBJECT)

static const char schema[] =
    "CREATE TABLE jobs ("
    "  number INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  id TEXT NOT NULL UNIQUE,"
    "  site_id TEXT NOT NULL,"
    "  root TEXT NOT NULL,"
    "  article TEXT NOT NULL,"
    "  title TEXT,"
    "  state TEXT NOT NULL," /* open, done, abandoned */
    "  kind TEXT NOT NULL,"
    "  message TEXT,"
    "  nonce TEXT NOT NULL,"
    "  text BLOB," /* NULL once the job is over */
    "  folder TEXT,"
    "  wish TEXT,"
    "  options TEXT,"
    "  answers TEXT,"
    "  post_id INTEGER NOT NULL DEFAULT 0,"
    "  link TEXT,"
    "  created INTEGER NOT NULL,"
    "  changed INTEGER NOT NULL);"
    "CREATE UNIQUE INDEX open_jobs ON jobs (root, article) WHERE state = 'open';"
    "CREATE TABLE steps ("
    "  job INTEGER NOT NULL REFERENCES jobs (number),"
    "  kind TEXT NOT NULL,"
    "  key TEXT NOT NULL,"
    "  state INTEGER NOT NULL,"
    "  detail TEXT,"
    "  attempts INTEGER NOT NULL,"
    "  time INTEGER NOT NULL,"
    "  PRIMARY KEY (job, kind, key));"
    "CREATE TABLE media ("
    "  root TEXT NOT NULL,"
    "  key TEXT NOT NULL,"
    "  file_name TEXT NOT NULL,"
    "  media_id INTEGER NOT NULL,"
    "  image TEXT NOT NULL,"
    "  PRIMARY KEY (root, key));"
    "CREATE TABLE posts ("
    "  root TEXT NOT NULL,"
    "  post_id INTEGER NOT NULL,"
    "  article TEXT NOT NULL,"
    "  sent TEXT,"
    "  baseline TEXT,"
    "  source TEXT,"
    "  written_back INTEGER NOT NULL DEFAULT 0,"
    "  PRIMARY KEY (root, post_id));"
    "CREATE INDEX post_articles ON posts (root, article);"
    "CREATE TABLE sites ("
    "  root TEXT PRIMARY KEY,"
    "  info TEXT NOT NULL,"
    "  time INTEGER NOT NULL);";

static void
feu_journal_dispose (GObject *object)
{
  FeuJournal *self = FEU_JOURNAL (object);

  g_clear_pointer (&self->context, g_main_context_unref);
  G_OBJECT_CLASS (feu_journal_parent_class)->dispose (object);
}

static void
feu_journal_finalize (GObject *object)
{
  FeuJournal *self = FEU_JOURNAL (object);

  sqlite3_close (self->db);
  g_free (self->lock_path);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (feu_journal_parent_class)->finalize (object);
}

static void
feu_journal_class_init (FeuJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_journal_dispose;
  object_class->finalize = feu_journal_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          FEU_TYPE_JOURNAL,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
feu_journal_init (FeuJournal *self)
{
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
}

sqlite3 *
feu_journal_lock_db (FeuJournal *self)
{
  g_mutex_lock (&self->mutex);
  return self->db;
}

void
feu_journal_unlock_db (FeuJournal *self)
{
  g_mutex_unlock (&self->mutex);
}

/* IMMEDIATE: a read that turns into a write could otherwise fail as busy at once. */
gboolean
feu_journal_begin (FeuJournal *self, GError **error)
{
  return feu_sql_run (self->db, error, "BEGIN IMMEDIATE", "");
}

gboolean
feu_journal_end (FeuJournal *self, gboolean ok, GError **error)
{
  if (ok && feu_sql_run (self->db, error, "COMMIT", ""))
    return TRUE;
  /* What failed is reported already; if rolling back fails, SQLite has done it. */
  feu_sql_run (self->db, NULL, "ROLLBACK", "");
  return FALSE;
}

static gboolean
changed_fired_cb (gpointer data)
{
  FeuJournal *self = data;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

void
feu_journal_notify (FeuJournal *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_callback (source, changed_fired_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

void
feu_journal_set_hook (FeuJournal *self, FeuJournalHook hook, gpointer data)
{
  self->hook = hook;
  self->hook_data = data;
}

void
feu_journal_call_hook (FeuJournal *self,
                       const char *phase,
                       const char *kind,
                       gboolean    is_after)
{
  if (self->hook == NULL)
    return;
  g_autofree char *record = g_strconcat (phase, " ", kind, NULL);
  self->hook (record, is_after, self->hook_data);
}

static int
get_version (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) query = feu_sql_query (db, NULL, "PRAGMA user_version", "");
  return query != NULL && feu_sql_next (query, NULL) ? sqlite3_column_int (query, 0)
                                                     : -1;
}

static gboolean
make_tables (FeuJournal *self, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("%s PRAGMA user_version = %d;", schema, SCHEMA_VERSION);

  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  g_set_error (error,
               FEU_PUBLISH_ERROR,
               FEU_PUBLISH_ERROR_JOURNAL,
               _ ("The record of what was published cannot be used: %s"),
               sqlite3_errmsg (self->db));
  return FALSE;
}

/* Two programs may find a new file at once: looked at within a transaction. */
static gboolean
check_schema (FeuJournal *self, GError **error)
{
  if (!feu_journal_begin (self, error))
    return FALSE;
  int version = get_version (self->db);
  if (version == 0)
    return feu_journal_end (self, make_tables (self, error), error);
  feu_journal_end (self, FALSE, NULL);
  if (version == SCHEMA_VERSION)
    return TRUE;
  g_set_error_literal (error,
                       FEU_PUBLISH_ERROR,
                       FEU_PUBLISH_ERROR_JOURNAL,
                       _ ("The record of what was published is of another version of "
                          "Feuillet. Publish with that one."));
  return FALSE;
}

FeuJournal *
feu_journal_new (GFile *file, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  g_autoptr (FeuJournal) self = g_object_new (FEU_TYPE_JOURNAL, NULL);
  g_autofree char *path = g_file_get_path (file);
  self->db = feu_sql_open (path, error);
  self->lock_path = g_strconcat (path, ".lock", NULL);
  if (self->db == NULL || !check_schema (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

FeuJournal *
feu_journal_new_copy (FeuJournal *self, GError **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (self), NULL);

  g_autoptr (FeuJournal) copy = g_object_new (FEU_TYPE_JOURNAL, NULL);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  copy->db = feu_sql_open_copy (self->db, error);
  return copy->db != NULL ? g_steal_pointer (&copy) : NULL;
}

static struct flock
make_lock (gint64 number, short type)
{
  return (struct flock){
    .l_type = type, .l_whence = SEEK_SET, .l_start = (off_t) number, .l_len = 1
  };
}

int
feu_journal_hold_job (FeuJournal *self, gint64 number, GError **error)
{
  /* Nobody else sees a copy. */
  if (self->lock_path == NULL)
    return g_open ("/dev/null", O_RDONLY | O_CLOEXEC, 0);

  struct flock lock = make_lock (number, F_WRLCK);
  int          fd = g_open (self->lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd >= 0 && fcntl (fd, F_OFD_SETLK, &lock) == 0)
    return fd;
  gboolean is_taken = fd >= 0 && (errno == EAGAIN || errno == EACCES);
  feu_publish_error_set (error,
                         is_taken ? FEU_PUBLISH_ERROR_RUNNING
                                  : FEU_PUBLISH_ERROR_JOURNAL,
                         0,
                         0,
                         is_taken ? _ ("This article is being published already, in "
                                       "another window or program.")
                                  : _ ("The record of what was published cannot be "
                                       "locked."));
  if (fd >= 0)
    g_close (fd, NULL);
  return -1;
}

static gboolean
is_held (FeuJournal *self, gint64 number)
{
  struct flock lock = make_lock (number, F_WRLCK);
  int          fd =
      self->lock_path != NULL ? g_open (self->lock_path, O_RDWR | O_CLOEXEC, 0) : -1;

  if (fd < 0)
    return FALSE;
  gboolean held = fcntl (fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  g_close (fd, NULL);
  return held;
}

void
feu_job_info_free (FeuJobInfo *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->site_id);
  g_free (self->root);
  g_free (self->article);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->message);
  g_free (self->link);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);
  g_free (self);
}

static FeuJobInfo *
read_info (FeuJournal *self, sqlite3_stmt *row)
{
  FeuJobInfo *info = g_new0 (FeuJobInfo, 1);
  info->is_running = is_held (self, sqlite3_column_int64 (row, 0));
  info->id = feu_sql_dup_text (row, 1);
  info->site_id = feu_sql_dup_text (row, 2);
  info->root = feu_sql_dup_text (row, 3);
  info->article = feu_sql_dup_text (row, 4);
  info->title = feu_sql_dup_text (row, 5);
  info->kind = feu_sql_dup_text (row, 6);
  info->message = feu_sql_dup_text (row, 7);
  info->post_id = sqlite3_column_int64 (row, 8);
  info->link = feu_sql_dup_text (row, 9);
  info->created = g_date_time_new_from_unix_utc (sqlite3_column_int64 (row, 10));
  info->changed = g_date_time_new_from_unix_utc (sqlite3_column_int64 (row, 11));
  return info;
}

GPtrArray *
feu_journal_list_jobs (FeuJournal *self, GError **error)
{
  g_return_val_if_fail (FEU_IS_JOURNAL (self), NULL);

  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) jobs =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_job_info_free);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (sqlite3_stmt) query = feu_sql_query (
      self->db,
      error,
      "SELECT number, id, site_id, root, article, title, kind, message, post_id, link,"
      " created, changed FROM jobs WHERE state = 'open' ORDER BY number",
      "");
  if (query == NULL)
    return NULL;
  while (feu_sql_next (query, &local_error))
    g_ptr_array_add (jobs, read_info (self, query));
  if (local_error == NULL)
    return g_steal_pointer (&jobs);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
