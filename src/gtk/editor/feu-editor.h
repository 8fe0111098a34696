/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writing pane: a source view with a comfortable measure, whose front matter folds.
 */
#pragma once

#include "feu-buffer.h"
#include "feu-fold.h"

G_BEGIN_DECLS

#define FEU_TYPE_EDITOR (feu_editor_get_type ())
G_DECLARE_FINAL_TYPE (FeuEditor, feu_editor, FEU, EDITOR, GtkSourceView)

/** @settings: the application's, for the font. */
GtkWidget *feu_editor_new (FeuBuffer   *buffer,
                           FeuPipeline *pipeline,
                           GSettings   *settings);

FeuFold *feu_editor_get_fold (FeuEditor *self);

/** Puts the caret at @offset_bytes, shows it in the middle, and takes the focus. */
void feu_editor_go_to (FeuEditor *self, gsize offset_bytes);

/** As feu_editor_go_to(), for a 0-based line and column in characters. */
void feu_editor_go_to_line (FeuEditor *self, guint line, guint column);

G_END_DECLS
