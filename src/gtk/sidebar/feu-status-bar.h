/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar below the article: its length, its language, and a mistake to correct.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-pipeline.h"

G_BEGIN_DECLS

#define FEU_TYPE_STATUS_BAR (feu_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (FeuStatusBar, feu_status_bar, FEU, STATUS_BAR, GtkBox)

/**
 * FeuStatusBar:
 *
 * Signal `locate` (guint line, guint column): show this place of the text, 0-based.
 */
GtkWidget *feu_status_bar_new (FeuPipeline *pipeline);

G_END_DECLS
