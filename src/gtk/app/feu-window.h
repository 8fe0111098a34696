/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: header bar, actions, and one article.
 */
#pragma once

#include <handy.h>

#include "feu-article-view.h"
#include "feu-services.h"

G_BEGIN_DECLS

#define FEU_TYPE_WINDOW (feu_window_get_type ())
G_DECLARE_FINAL_TYPE (FeuWindow, feu_window, FEU, WINDOW, HdyApplicationWindow)

/** A window with a new article. */
GtkWidget *feu_window_new (GtkApplication *application, FeuServices *services);

FeuArticleView *feu_window_get_article_view (FeuWindow *self);

/** Sets the keys of all windows' actions; once, when the application starts. */
void feu_window_set_accels (GtkApplication *application);

/** Loads @file into this window, whose article is pristine; shows an error if it fails.
 */
void feu_window_open (FeuWindow *self, GFile *file);

G_END_DECLS
