/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small pictures of image files, made in threads and kept.
 */
#pragma once

#include "feu-image-inventory.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

#define FEU_TYPE_THUMBNAILS (feu_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (FeuThumbnails, feu_thumbnails, FEU, THUMBNAILS, GObject)

/**
 * FeuThumbnails:
 *
 * Makes at most two at a time and keeps the last hundred, by file, time and size. Main
 * thread only.
 */
FeuThumbnails *feu_thumbnails_new (void);

/** (transfer full) (nullable): the picture, when it is kept: then without any wait. */
GdkPixbuf *feu_thumbnails_peek (FeuThumbnails      *self,
                                const FeuImageInfo *info,
                                int                 size);

/**
 * feu_thumbnails_load_async:
 * @info: with a file
 * @size: the longer side of the result, in device pixels
 */
void feu_thumbnails_load_async (FeuThumbnails      *self,
                                const FeuImageInfo *info,
                                int                 size,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);

/** Returns: (transfer full): the picture, turned as the camera noted; NULL with an
 * error of gdk-pixbuf, or G_IO_ERROR_NOT_SUPPORTED for more than 200 million pixels */
GdkPixbuf *feu_thumbnails_load_finish (FeuThumbnails *self,
                                       GAsyncResult  *result,
                                       GError       **error);

G_END_DECLS
