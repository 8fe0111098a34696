/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the newest article of a text: watches a FeuTextSource, parses when it changed.
 */
#pragma once

#include "feu-article.h"
#include "feu-text-source.h"

G_BEGIN_DECLS

#define FEU_TYPE_PIPELINE (feu_pipeline_get_type ())
G_DECLARE_FINAL_TYPE (FeuPipeline, feu_pipeline, FEU, PIPELINE, GObject)

/**
 * FeuPipeline:
 *
 * Signal `article-changed`: feu_pipeline_get_article() is newer than before.
 *
 * A change is parsed when the input that made it has been dealt with and before the
 * frame that shows it is drawn: on the main loop while that was quick the last time and
 * the text is small, else in a thread. At most one run is in flight; what changed
 * meanwhile makes one more run, and a result that is older than the article at hand is
 * dropped. Main thread only.
 */
FeuPipeline *feu_pipeline_new (FeuTextSource *source);

/** (nullable): the newest article; NULL before the first was parsed. */
FeuArticle *feu_pipeline_get_article (FeuPipeline *self);

/** Whether the article at hand is of the source's current revision. */
gboolean feu_pipeline_is_current (FeuPipeline *self);

/**
 * The article of the current text, now: parses on the spot when the one at hand is
 * older. For exporting and the like. Returns: (transfer full)
 */
FeuArticle *feu_pipeline_dup_current_article (FeuPipeline *self);

G_END_DECLS
