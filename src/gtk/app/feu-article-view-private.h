/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests and benchmarks, which look at what the view otherwise keeps to itself.
 */
#pragma once

#include "feu-article-view.h"
#include "feu-preview.h"

G_BEGIN_DECLS

FeuPreview *feu_article_view_get_preview (FeuArticleView *self);

G_END_DECLS
