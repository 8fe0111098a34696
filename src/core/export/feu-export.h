/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands an article over as HTML: a page for readers, or a fragment for a CMS field. The
 * same article and files always give the same bytes. Nothing written here loads
 * anything from elsewhere or runs a script.
 */
#pragma once

#include "feu-article.h"
#include "feu-export-types.h"

G_BEGIN_DECLS

/**
 * FeuExportResult:
 * @path: the HTML file
 * @files: (element-type filename): every file that belongs to the result, @path first
 * @warnings: (element-type FeuExportWarning): in the order of the page
 */
typedef struct
{
  char      *path;
  GPtrArray *files;
  GPtrArray *warnings;
} FeuExportResult;

void feu_export_result_free (FeuExportResult *self);

/** A new list for the warnings of the functions below. */
GPtrArray *feu_export_warnings_new (void);

/**
 * feu_export_dup_page:
 * @warnings: (element-type FeuExportWarning) (nullable): gets warnings appended
 *
 * Returns: (transfer full): what FEU_EXPORT_PAGE writes, as a string
 */
char *feu_export_dup_page (const FeuArticle       *article,
                           const FeuExportOptions *options,
                           GPtrArray              *warnings);

/** (transfer full): what FEU_EXPORT_FRAGMENT writes, as a string; "" if there is no
 * body. */
char *feu_export_dup_fragment (const FeuArticle *article);

/**
 * feu_export_write:
 * @path: the file to write; for FEU_EXPORT_PAGE_FOLDER the folder. Missing folders are
 * made.
 *
 * Each file is complete or not there, also after a crash of the program, but not forced
 * to the disk: it can be made again. Of the files in a folder, index.html and style.css
 * are replaced; an image only by the very same one, another name is found otherwise;
 * nothing is removed. Blocks; callable from any thread.
 *
 * Returns: (nullable): what was written; NULL with G_FILE_ERROR or G_IO_ERROR
 */
FeuExportResult *feu_export_write (const FeuArticle       *article,
                                   FeuExportFormat         format,
                                   const FeuExportOptions *options,
                                   const char             *path,
                                   GCancellable           *cancellable,
                                   GError                **error);

/** As feu_export_write(), in a thread. @options is copied. */
void feu_export_write_async (FeuArticle             *article,
                             FeuExportFormat         format,
                             const FeuExportOptions *options,
                             const char             *path,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data);

FeuExportResult *feu_export_write_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuExportResult, feu_export_result_free)

G_END_DECLS
