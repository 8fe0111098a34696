/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and writes text files safely. Errors are in FEU_TEXT_FILE_ERROR, besides
 * G_IO_ERROR_CANCELLED, G_IO_ERROR_WRONG_ETAG (see feu_text_file_save()), and what
 * remains of G_IO_ERROR.
 */
#pragma once

#include <gio/gio.h>

#include "feu-text-format.h"

G_BEGIN_DECLS

/**
 * FeuTextFile:
 * @text: nul-terminated, valid UTF-8
 * @etag: (nullable): tells this version of the file from a later one
 *
 * What was read from one file.
 */
typedef struct
{
  char         *text; /* owned */
  gsize         length_bytes;
  FeuTextFormat format;
  char         *etag; /* owned */
} FeuTextFile;

void feu_text_file_free (FeuTextFile *self);

/** Reads the whole @file. Blocks; callable from any thread. */
FeuTextFile *feu_text_file_load (GFile        *file,
                                 GCancellable *cancellable,
                                 GError      **error);

/** The same in a thread of its own. */
void         feu_text_file_load_async (GFile              *file,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
FeuTextFile *feu_text_file_load_finish (GAsyncResult *result, GError **error);

/**
 * feu_text_file_save:
 * @file: what to create or replace; its folder has to exist
 * @format: (nullable): as it was loaded; NULL for a new file's
 * @etag: (nullable): the version that may be replaced; NULL for any. A file that
 * somebody else changed since gives G_IO_ERROR_WRONG_ETAG and is left as it is; one
 * that was deleted is written again
 * @out_etag: (out) (optional) (nullable): the version just written
 *
 * The new contents are written beside the file, synced to disk and renamed over it, so
 * that whatever happens either the old or the new text is there whole (see
 * feu-safe-file.h). A symbolic link stays one: its target is replaced. A file that may
 * not be written, or whose folder may not, is left alone. Blocks; callable from any
 * thread.
 */
gboolean feu_text_file_save (GFile               *file,
                             const char          *text,
                             gsize                length_bytes,
                             const FeuTextFormat *format,
                             const char          *etag,
                             GCancellable        *cancellable,
                             char               **out_etag,
                             GError             **error);

/** The same in a thread of its own, with text as a GBytes that is not copied. */
void     feu_text_file_save_async (GFile               *file,
                                   GBytes              *text,
                                   const FeuTextFormat *format,
                                   const char          *etag,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean feu_text_file_save_finish (GAsyncResult *result,
                                    char        **out_etag,
                                    GError      **error);

/** The version of @file that is on the disk now. Blocks. Returns: (nullable) */
char *feu_text_file_query_etag (GFile *file);

/** (transfer full): what to call @file in front of its writer. */
char *feu_text_file_dup_name (GFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuTextFile, feu_text_file_free)

G_END_DECLS
