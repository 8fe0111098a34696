/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One image of the article in the images panel: what it is, and what is said of it.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-thumbnails.h"

G_BEGIN_DECLS

typedef enum
{
  FEU_IMAGE_ROW_ALT,
  FEU_IMAGE_ROW_CAPTION,
  FEU_IMAGE_ROW_CREDIT,
} FeuImageRowField;

#define FEU_TYPE_IMAGE_ROW (feu_image_row_get_type ())
G_DECLARE_FINAL_TYPE (FeuImageRow, feu_image_row, FEU, IMAGE_ROW, GtkListBoxRow)

/**
 * FeuImageRow:
 *
 * Signal `edited` (FeuImageRowField field, const char *text): the writer changed it.
 * Signal `featured-toggled` (gboolean is_featured): the writer chose.
 * Signal `located`: the thumbnail was clicked.
 */

/** @thumbnails: where its picture comes from. */
GtkWidget *feu_image_row_new (FeuThumbnails *thumbnails);

/** Shows @info; emits nothing. @is_editable: whether the front matter can be changed.
 */
void feu_image_row_set_info (FeuImageRow  *self,
                             FeuImageInfo *info,
                             gboolean      is_editable);

FeuImageInfo *feu_image_row_get_info (FeuImageRow *self);

/** Emits `edited` for what is being typed, if anything. */
void feu_image_row_flush (FeuImageRow *self);

G_END_DECLS
