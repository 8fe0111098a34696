/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The posts of a site, to bring one in as an article.
 */
#pragma once

#include <handy.h>

#include "feu-publishing.h"

G_BEGIN_DECLS

#define FEU_TYPE_REMOTE_POSTS_DIALOG (feu_remote_posts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FeuRemotePostsDialog,
                      feu_remote_posts_dialog,
                      FEU,
                      REMOTE_POSTS_DIALOG,
                      HdyWindow)

/**
 * FeuRemotePostsDialog:
 *
 * Signal `opened` (GFile *file): a post was brought in, and is in @file.
 * Signal `sites-requested`: there is no site yet, and the writer wants to add one.
 */
GtkWidget *feu_remote_posts_dialog_new (GtkWindow *parent, FeuPublishing *publishing);

G_END_DECLS
