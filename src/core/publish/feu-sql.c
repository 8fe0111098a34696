/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Binding by letters, and the error of the connection as a sentence.
 */
#include "config.h"

#include "feu-sql.h"

#include "feu-publish-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* How long to wait for another process that writes. */
#define BUSY_TIMEOUT_MS 10000

static void
fail (sqlite3 *db, GError **error)
{
  g_set_error (error,
               FEU_PUBLISH_ERROR,
               FEU_PUBLISH_ERROR_JOURNAL,
               _ ("The record of what was published cannot be used: %s"),
               db != NULL ? sqlite3_errmsg (db) : _ ("no memory"));
}

/* SQLite would make the file readable to all. */
static gboolean
make_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              fd = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd >= 0)
    return g_close (fd, error);
  g_set_error (error,
               FEU_PUBLISH_ERROR,
               FEU_PUBLISH_ERROR_JOURNAL,
               _ ("The record of what was published cannot be written to “%s”: %s"),
               path,
               g_strerror (errno));
  return FALSE;
}

sqlite3 *
feu_sql_open (const char *path, GError **error)
{
  sqlite3 *db = NULL;

  if (!make_file (path, error))
    return NULL;
  if (sqlite3_open_v2 (
          path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL) ==
          SQLITE_OK &&
      sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS) == SQLITE_OK &&
      sqlite3_exec (db,
                    "PRAGMA journal_mode = WAL;"
                    "PRAGMA synchronous = FULL;"
                    "PRAGMA foreign_keys = ON;"
                    "PRAGMA trusted_schema = OFF;",
                    NULL,
                    NULL,
                    NULL) == SQLITE_OK)
    return db;
  fail (db, error);
  sqlite3_close (db);
  return NULL;
}

sqlite3 *
feu_sql_open_copy (sqlite3 *db, GError **error)
{
  sqlite3        *copy = NULL;
  sqlite3_backup *backup = NULL;

  if (sqlite3_open_v2 (
          ":memory:", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL) ==
      SQLITE_OK)
    backup = sqlite3_backup_init (copy, "main", db, "main");
  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  if (backup != NULL && sqlite3_backup_finish (backup) == SQLITE_OK)
    return copy;
  fail (copy, error);
  sqlite3_close (copy);
  return NULL;
}

static int
bind_bytes (sqlite3_stmt *statement, int index, GBytes *bytes)
{
  if (bytes == NULL)
    return sqlite3_bind_null (statement, index);
  gsize         size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  return sqlite3_bind_blob64 (
      statement, index, size > 0 ? data : "", size, SQLITE_TRANSIENT);
}

static int
bind_value (sqlite3_stmt *statement, int index, char type, va_list *values)
{
  switch (type)
    {
    case 's':
      return sqlite3_bind_text (
          statement, index, va_arg (*values, const char *), -1, SQLITE_TRANSIENT);
    case 'i':
      return sqlite3_bind_int64 (statement, index, va_arg (*values, gint64));
    case 'b':
      return bind_bytes (statement, index, va_arg (*values, GBytes *));
    default:
      g_assert_not_reached ();
    }
}

static sqlite3_stmt *
query (sqlite3 *db, GError **error, const char *sql, const char *types, va_list *values)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int status = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  for (int i = 0; status == SQLITE_OK && types[i] != '\0'; i++)
    status = bind_value (statement, i + 1, types[i], values);
  if (status == SQLITE_OK)
    return g_steal_pointer (&statement);
  fail (db, error);
  return NULL;
}

sqlite3_stmt *
feu_sql_query (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  sqlite3_stmt *statement = query (db, error, sql, types, &values);
  va_end (values);
  return statement;
}

gboolean
feu_sql_next (sqlite3_stmt *statement, GError **error)
{
  int status = sqlite3_step (statement);

  if (status != SQLITE_ROW && status != SQLITE_DONE)
    fail (sqlite3_db_handle (statement), error);
  return status == SQLITE_ROW;
}

gboolean
feu_sql_run (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  va_list values;
  g_autoptr (GError) local_error = NULL;

  va_start (values, types);
  g_autoptr (sqlite3_stmt) statement = query (db, error, sql, types, &values);
  va_end (values);
  if (statement == NULL)
    return FALSE;
  feu_sql_next (statement, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

char *
feu_sql_dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

GBytes *
feu_sql_dup_bytes (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;
  gconstpointer data = sqlite3_column_blob (statement, column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column));
}
