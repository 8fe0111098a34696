/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the images of one export come from and what address they get in the page:
 * within it as data, or copied beside it.
 */
#pragma once

#include "feu-export-types.h"

G_BEGIN_DECLS

typedef struct _FeuExportImages FeuExportImages;

/**
 * FeuExportImage:
 * @url: the address for the page, unescaped
 * @width: in pixels; 0 when not known; @height alike
 */
typedef struct
{
  char *url;
  int   width;
  int   height;
} FeuExportImage;

/**
 * feu_export_images_new:
 * @article_folder: (nullable): local images are below it
 * @images_folder: (nullable): where to copy images, as images/NAME to the page; made
 *     when the first one is; NULL to put them into the page
 * @warnings: (element-type FeuExportWarning) (nullable): gets warnings appended
 */
FeuExportImages *feu_export_images_new (GFile      *article_folder,
                                        const char *images_folder,
                                        GPtrArray  *warnings);
void             feu_export_images_free (FeuExportImages *self);

/**
 * feu_export_images_get:
 * @src: as the article has it, see FeuImageRef
 * @line: 0-based line of the article, -1 when not known
 *
 * Returns: (nullable): the image; NULL, with a warning, for one that is missing,
 * refused, remote or no image
 */
const FeuExportImage *feu_export_images_get (FeuExportImages *self,
                                             const char      *src,
                                             int              line);

/** As feu_export_images_get(), for a file that need not be below the article's folder.
 */
const FeuExportImage *feu_export_images_get_photo (FeuExportImages *self,
                                                   const char      *path);

/** Takes note of a remote image that the page shows a link for. */
void feu_export_images_warn_remote (FeuExportImages *self, const char *src, int line);

/** (nullable): why copying images failed, if it did. */
const GError *feu_export_images_get_error (const FeuExportImages *self);

/** (element-type filename): files copied, or found there already. */
const GPtrArray *feu_export_images_get_files (const FeuExportImages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuExportImages, feu_export_images_free)

G_END_DECLS
