/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article's featured image: shown, chosen among its images or from a file, removed.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-panel-context.h"

G_BEGIN_DECLS

#define FEU_TYPE_FEATURED_IMAGE (feu_featured_image_get_type ())
G_DECLARE_FINAL_TYPE (FeuFeaturedImage, feu_featured_image, FEU, FEATURED_IMAGE, GtkBox)

/**
 * FeuFeaturedImage:
 *
 * Shows what feu_panel_context_get_images() says, and follows it.
 *
 * Signal `edited` (const char *src): the writer chose an image of the article; "" for
 * none.
 * Signal `file-requested`: the writer wants to choose a file.
 */
GtkWidget *feu_featured_image_new (void);

/** @context: to be set once. */
void feu_featured_image_set_context (FeuFeaturedImage *self, FeuPanelContext *context);

G_END_DECLS
