/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite in few words: a statement with its values in one call, errors as GError.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * feu_sql_open:
 * @path: made when missing, readable by its owner only
 *
 * With a write-ahead log and every commit flushed to the disk. Several threads may use
 * the connection. Returns: (nullable); close with sqlite3_close()
 */
sqlite3 *feu_sql_open (const char *path, GError **error);

/** What @db holds now, in memory. (nullable) */
sqlite3 *feu_sql_open_copy (sqlite3 *db, GError **error);

/**
 * feu_sql_query:
 * @types: one letter for each value: "s" const char * (nullable), "i" gint64,
 * "b" GBytes * (nullable)
 *
 * Returns: (nullable): the statement, to be stepped; sqlite3_finalize() it
 */
sqlite3_stmt *feu_sql_query (sqlite3    *db,
                             GError    **error,
                             const char *sql,
                             const char *types,
                             ...);

/** The next row. Returns: TRUE with a row; FALSE without @error set at the end */
gboolean feu_sql_next (sqlite3_stmt *statement, GError **error);

/** feu_sql_query() for what gives no rows. */
gboolean feu_sql_run (sqlite3    *db,
                      GError    **error,
                      const char *sql,
                      const char *types,
                      ...);

/** (transfer full) (nullable): a column of the row. */
char   *feu_sql_dup_text (sqlite3_stmt *statement, int column);
GBytes *feu_sql_dup_bytes (sqlite3_stmt *statement, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
