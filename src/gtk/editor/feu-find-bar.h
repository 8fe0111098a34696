/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding text in the article: a bar with an entry, a count, next and previous.
 */
#pragma once

#include "feu-editor.h"

G_BEGIN_DECLS

#define FEU_TYPE_FIND_BAR (feu_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (FeuFindBar, feu_find_bar, FEU, FIND_BAR, GtkSearchBar)

GtkWidget *feu_find_bar_new (FeuEditor *editor);

/** Opens the bar on the selected text, if that is on one line, and takes the focus. */
void feu_find_bar_open (FeuFindBar *self);

/** Goes to the match after, or before, the caret, around the ends; opens if closed. */
void feu_find_bar_go (FeuFindBar *self, gboolean forward);

G_END_DECLS
