/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folds the front matter of a buffer to one line, and opens it when the caret goes
 * there.
 */
#pragma once

#include "feu-buffer.h"
#include "feu-pipeline.h"

G_BEGIN_DECLS

#define FEU_TYPE_FOLD (feu_fold_get_type ())
G_DECLARE_FINAL_TYPE (FeuFold, feu_fold, FEU, FOLD, GObject)

/**
 * FeuFold:
 *
 * The text of the front matter is made invisible up to its closing fence, whose line
 * end stays: an empty line is left, on which the editor draws what is folded. Front
 * matter with an error is never folded. Main thread.
 *
 * Property `folded`: whether it is to be folded; settable, notifies.
 */
FeuFold *feu_fold_new (FeuBuffer *buffer, FeuPipeline *pipeline);

/** Whether there is front matter that can be folded. */
gboolean feu_fold_is_available (FeuFold *self);

gboolean feu_fold_get_folded (FeuFold *self);
void     feu_fold_set_folded (FeuFold *self, gboolean folded);

/** Number of lines of the front matter, fences included. */
guint feu_fold_get_n_lines (FeuFold *self);

/** Puts the caret at the beginning of the body. */
void feu_fold_place_caret_on_body (FeuFold *self);

G_END_DECLS
