/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar above a panel that says why something cannot be done, and what helps.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-article.h"

G_BEGIN_DECLS

#define FEU_TYPE_PANEL_NOTICE (feu_panel_notice_get_type ())
G_DECLARE_FINAL_TYPE (FeuPanelNotice, feu_panel_notice, FEU, PANEL_NOTICE, GtkBox)

/**
 * FeuPanelNotice:
 *
 * Not visible while there is nothing to say.
 *
 * Signal `save-requested`: the writer wants to save the article.
 * Signal `locate` (guint line, guint column): show this place of the text, 0-based.
 */

GtkWidget *feu_panel_notice_new (void);

/**
 * feu_panel_notice_show_access:
 *
 * Says why the front matter of @article cannot be edited, or nothing when it can.
 *
 * Returns: whether it can
 */
gboolean feu_panel_notice_show_access (FeuPanelNotice *self, const FeuArticle *article);

/** @text: what went wrong and what to do. */
void feu_panel_notice_show_text (FeuPanelNotice *self, const char *text);

/** Asks the writer to save, with a button that does. */
void feu_panel_notice_show_save_first (FeuPanelNotice *self);

G_END_DECLS
