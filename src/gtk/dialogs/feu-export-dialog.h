/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exporting the article to HTML: what, where to, and what came of it.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-article.h"
#include "feu-author-store.h"

G_BEGIN_DECLS

/**
 * feu_export_dialog_show:
 * @article: what to export; stays as it is while the writer goes on
 * @file: (nullable): the article's file; none while it was never saved
 *
 * Shows the dialog above @parent and returns at once. It writes in a thread, can be
 * cancelled, and then tells where the result is, with buttons to open it.
 */
void feu_export_dialog_show (GtkWindow      *parent,
                             FeuArticle     *article,
                             GFile          *file,
                             FeuAuthorStore *authors);

G_END_DECLS
