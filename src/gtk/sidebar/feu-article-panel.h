/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side panel's page "Article": the front matter as a form.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-author-store.h"
#include "feu-pipeline.h"
#include "feu-term-store.h"

G_BEGIN_DECLS

#define FEU_TYPE_ARTICLE_PANEL (feu_article_panel_get_type ())
G_DECLARE_FINAL_TYPE (FeuArticlePanel, feu_article_panel, FEU, ARTICLE_PANEL, GtkBox)

/**
 * FeuArticlePanel:
 *
 * The panel and the text are two views of one thing. It shows the newest article of its
 * pipeline while it is on screen; what the writer changes in it is applied to the text
 * source, each field as one undo step, when they leave the field, press Enter or pause.
 * When the front matter cannot be edited it says why and turns insensitive.
 *
 * Signal `edit-author` (const char *name): show the profile of this author.
 * Signal `save-requested`: an image needs a folder: the article has to be saved first.
 * Signal `locate` (guint line, guint column): show this place of the text, 0-based.
 */
GtkWidget *feu_article_panel_new (FeuPipeline    *pipeline,
                                  FeuTextSource  *source,
                                  FeuAuthorStore *authors,
                                  FeuTermStore   *terms);

/** @folder: (nullable): where the article is; NULL for one that was never saved. */
void feu_article_panel_set_article_folder (FeuArticlePanel *self, GFile *folder);

/** Applies what is being typed, if anything; call before saving and closing. */
void feu_article_panel_flush (FeuArticlePanel *self);

G_END_DECLS
