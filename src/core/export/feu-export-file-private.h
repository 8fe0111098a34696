/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the files of an export.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_export_file_write:
 *
 * Makes or replaces the file at @path, which appears whole or not at all. A symbolic
 * link there is replaced, not followed. Unlike g_file_set_contents() it never waits for
 * the disk: an export of a thousand articles would wait two thousand times.
 */
gboolean feu_export_file_write (const char *path,
                                const char *data,
                                gsize       length_bytes,
                                GError    **error);

/** Makes the folder at @path and those above it, if they are not there. */
gboolean feu_export_file_make_folder (const char *path, GError **error);

G_END_DECLS
