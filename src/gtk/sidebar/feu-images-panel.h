/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side panel's page "Images": every image of the article, and adding more.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-pipeline.h"

G_BEGIN_DECLS

#define FEU_TYPE_IMAGES_PANEL (feu_images_panel_get_type ())
G_DECLARE_FINAL_TYPE (FeuImagesPanel, feu_images_panel, FEU, IMAGES_PANEL, GtkBox)

/**
 * FeuImagesPanel:
 *
 * Shows the images of the newest article while it is on screen. What the writer changes
 * of an image is applied to the text source as one undo step. Files can be dropped on
 * it.
 *
 * Signal `image-activated` (guint64 offset_bytes): show this place of the text.
 * Signal `insert-requested` (const char *src): an image was added beside the article;
 * answer with feu_images_panel_insert_figure().
 * Signal `save-requested`: images need a folder: the article has to be saved first.
 * Signal `locate` (guint line, guint column): show this place of the text, 0-based.
 */
GtkWidget *feu_images_panel_new (FeuPipeline *pipeline, FeuTextSource *source);

/** @folder: (nullable): where the article is; NULL for one that was never saved. */
void feu_images_panel_set_article_folder (FeuImagesPanel *self, GFile *folder);

/** Asks for a file and adds it; the same as the button. */
void feu_images_panel_add (FeuImagesPanel *self);

/** Adds @file, as if it were dropped here. */
void feu_images_panel_add_file (FeuImagesPanel *self, GFile *file);

/** Puts the image @src as a figure of its own near the caret, as one undo step. */
void feu_images_panel_insert_figure (FeuImagesPanel *self,
                                     const char     *src,
                                     gsize           caret_bytes);

/** Applies what is being typed, if anything; call before saving and closing. */
void feu_images_panel_flush (FeuImagesPanel *self);

G_END_DECLS
