/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offers what a crash left behind: a row for each article.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-draft-store.h"

G_BEGIN_DECLS

/** The writer wants @left back. */
typedef void (*FeuRecoveryFunc) (FeuLeftDraft *left, gpointer user_data);

/**
 * feu_recovery_dialog_show:
 * @left: (transfer full) (element-type FeuLeftDraft): at least one
 * @restore: called once for each article to restore, with @user_data, which has to
 * outlive @parent
 *
 * Shows the dialog above @parent. What is neither restored nor discarded when it is
 * closed is offered again at the next start.
 */
void feu_recovery_dialog_show (GtkWindow      *parent,
                               GPtrArray      *left,
                               FeuRecoveryFunc restore,
                               gpointer        user_data);

G_END_DECLS
