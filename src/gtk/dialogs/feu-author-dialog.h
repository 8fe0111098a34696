/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing the profile behind a byline: photo, name, role, biography, web address.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-author-store.h"

G_BEGIN_DECLS

#define FEU_TYPE_AUTHOR_DIALOG (feu_author_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FeuAuthorDialog, feu_author_dialog, FEU, AUTHOR_DIALOG, GtkDialog)

/**
 * feu_author_dialog_new:
 * @store: where the profile is saved
 * @name: the author in the article's front matter
 * @article_folder: (nullable): see feu_author_store_dup_author()
 */
GtkWidget *feu_author_dialog_new (GtkWindow      *parent,
                                  FeuAuthorStore *store,
                                  const char     *name,
                                  GFile          *article_folder);

/** Shows a new dialog above @parent, which stays usable, and returns at once. */
void feu_author_dialog_show (GtkWindow      *parent,
                             FeuAuthorStore *store,
                             const char     *name,
                             GFile          *article_folder);

G_END_DECLS
