/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brings an image beside the article: a copy under images/ with a readable name, never
 * twice for the same content.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FEU_IMAGE_ERROR (feu_image_error_quark ())
GQuark feu_image_error_quark (void);

/**
 * FeuImageError:
 * @FEU_IMAGE_ERROR_NOT_AN_IMAGE: the content is no image that a page can show
 * @FEU_IMAGE_ERROR_TOO_LARGE: larger than an article's image may be (100 MB)
 * @FEU_IMAGE_ERROR_OUTSIDE: images/ is a link that leads out of the article's folder
 * @FEU_IMAGE_ERROR_NOT_EDITABLE: see feu-image-edit.h
 * @FEU_IMAGE_ERROR_DAMAGED: part of the file is missing or wrong
 * @FEU_IMAGE_ERROR_UNSUPPORTED: an image, but of a kind that cannot be read here
 */
typedef enum
{
  FEU_IMAGE_ERROR_NOT_AN_IMAGE,
  FEU_IMAGE_ERROR_TOO_LARGE,
  FEU_IMAGE_ERROR_OUTSIDE,
  FEU_IMAGE_ERROR_NOT_EDITABLE,
  FEU_IMAGE_ERROR_DAMAGED,
  FEU_IMAGE_ERROR_UNSUPPORTED,
} FeuImageError;

/**
 * feu_image_import_file_async:
 * @file: what was picked or dropped; one that is below @article_folder already is used
 * where it is
 * @article_folder: exists, has a local path
 *
 * Copies @file to images/NAME.EXT, the name being the slug of its own, and a number
 * where that is taken; unless images/ has a file with the very same content.
 */
void feu_image_import_file_async (GFile              *file,
                                  GFile              *article_folder,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);

/** As feu_image_import_file_async(), for content that has no file; @suggested_name: a
 * file name, its extension need not be right. */
void feu_image_import_bytes_async (GBytes             *bytes,
                                   const char         *suggested_name,
                                   GFile              *article_folder,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);

/** As feu_image_import_bytes_async(), in the calling thread, any; several may do so at
 * once. Returns: as feu_image_import_finish() */
char *feu_image_import_bytes (GBytes       *bytes,
                              const char   *suggested_name,
                              GFile        *article_folder,
                              GCancellable *cancellable,
                              GError      **error);

/**
 * feu_image_import_finish:
 *
 * Returns: (transfer full): the image's address for the article, "images/name.jpg";
 * NULL with FEU_IMAGE_ERROR or G_IO_ERROR, then nothing was left behind
 */
char *feu_image_import_finish (GAsyncResult *result, GError **error);

G_END_DECLS
