/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A widget that shows the thumbnail of one image of the article, once it is there.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-thumbnails.h"

G_BEGIN_DECLS

#define FEU_TYPE_THUMBNAIL (feu_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (FeuThumbnail, feu_thumbnail, FEU, THUMBNAIL, GtkImage)

GtkWidget *feu_thumbnail_new (void);

/**
 * feu_thumbnail_show_image:
 * @info: (nullable): the image; an icon stands for one that cannot be shown
 * @size: the longer side, in logical pixels
 */
void feu_thumbnail_show_image (FeuThumbnail       *self,
                               FeuThumbnails      *thumbnails,
                               const FeuImageInfo *info,
                               int                 size);

G_END_DECLS
