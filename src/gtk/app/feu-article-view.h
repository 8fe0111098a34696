/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One article on screen: editor, preview, side panel and status bar, and the document
 * behind them.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-document.h"
#include "feu-draft-store.h"
#include "feu-editor.h"
#include "feu-find-bar.h"
#include "feu-pipeline.h"
#include "feu-services.h"

G_BEGIN_DECLS

#define FEU_TYPE_ARTICLE_VIEW (feu_article_view_get_type ())
G_DECLARE_FINAL_TYPE (FeuArticleView, feu_article_view, FEU, ARTICLE_VIEW, GtkBox)

/**
 * FeuArticleView:
 *
 * Begins with an empty article. Knows nothing of the window it is in.
 *
 * Property `view-mode`: "write", "both" or "preview".
 * Property `side-panel`: whether the side panel is open.
 *
 * Signal `save-requested`: a panel needs the article to be saved first.
 * Signal `link-activated` (char *uri): a link in the preview was clicked.
 */
GtkWidget *feu_article_view_new (FeuServices *services);

FeuDocument *feu_article_view_get_document (FeuArticleView *self);
FeuPipeline *feu_article_view_get_pipeline (FeuArticleView *self);
FeuBuffer   *feu_article_view_get_buffer (FeuArticleView *self);
FeuEditor   *feu_article_view_get_editor (FeuArticleView *self);
FeuFindBar  *feu_article_view_get_find_bar (FeuArticleView *self);

/** Whether it is a new article that nothing was written in. */
gboolean feu_article_view_is_pristine (FeuArticleView *self);

/** Puts the caret on the body's first line and takes the focus; call after loading. */
void feu_article_view_start (FeuArticleView *self);

/** Puts what is being typed in the panels into the text; before saving and closing. */
void feu_article_view_flush (FeuArticleView *self);

/**
 * feu_article_view_restore:
 * @left: what a crash left behind
 *
 * Shows it in this view, whose article is pristine: loads its file and puts the text
 * over it, not saved. A file that is gone leaves a new article.
 */
void feu_article_view_restore (FeuArticleView *self, const FeuLeftDraft *left);

/** Removes the copy that a crash would be undone with: the writer saved the article or
 * gave it up, and the view is closed. */
void feu_article_view_discard_draft (FeuArticleView *self);

/**
 * feu_article_view_show_message:
 * @title: what happened, in a few words
 * @text: what is safe and what to do
 *
 * Shows an error above the article until it is closed or replaced.
 */
void feu_article_view_show_message (FeuArticleView *self,
                                    const char     *title,
                                    const char     *text);

G_END_DECLS
