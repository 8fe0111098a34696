/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a local file so that a crash, a full disk or a pulled plug leaves either the
 * old contents or the new ones, whole.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuSafeFileCheck:
 *
 * Called when the new contents are on the disk beside @path and nothing was replaced
 * yet: the last moment to say no. Returns: FALSE with @error to leave everything as it
 * is
 */
typedef gboolean (*FeuSafeFileCheck) (const char *path,
                                      gpointer    user_data,
                                      GError    **error);

/**
 * feu_safe_file_write:
 * @path: a file to create or replace; its folder exists. Not a symbolic link: that
 * would be replaced itself
 * @check: (nullable): asked right before the replacement
 *
 * Writes a new file beside @path, flushes it, renames it over @path and flushes the
 * folder. Permissions, extended attributes and, where the system allows it, owner and
 * group stay those of the old file; a new one gets 0666 less the umask. The new file is
 * a file of its own even if the old one had other hard links. Blocks; any thread.
 *
 * Returns: FALSE with G_IO_ERROR (or @check's error) and nothing changed
 */
gboolean feu_safe_file_write (const char      *path,
                              const char      *data,
                              gsize            length,
                              FeuSafeFileCheck check,
                              gpointer         user_data,
                              GError         **error);

/** Flushes the names in the folder at @path to the disk. Best effort: not every file
 * system can. */
void feu_safe_file_sync_folder (const char *path);

/** Sets G_IO_ERROR from @error_number; a used-up quota is G_IO_ERROR_NO_SPACE. */
void feu_safe_file_set_error (GError **error, int error_number);

G_END_DECLS
