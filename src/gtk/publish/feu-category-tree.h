/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A site's categories as a tree to tick in, with a filter.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-publish-types.h"

G_BEGIN_DECLS

#define FEU_TYPE_CATEGORY_TREE (feu_category_tree_get_type ())
G_DECLARE_FINAL_TYPE (FeuCategoryTree, feu_category_tree, FEU, CATEGORY_TREE, GtkBox)

/**
 * FeuCategoryTree:
 *
 * What the article names and the site does not have is shown at the top: ticked when
 * the account may create it, else greyed, with a sentence that says so.
 *
 * Signal `edited`: the writer ticked, unticked or created one.
 */

GtkWidget *feu_category_tree_new (void);

/**
 * feu_category_tree_set_terms:
 * @terms: (element-type FeuTerm): all of the site's categories, in any order
 * @can_create: whether the account may make new ones
 *
 * What is ticked stays ticked, by name.
 */
void feu_category_tree_set_terms (FeuCategoryTree *self,
                                  const GPtrArray *terms,
                                  gboolean         can_create);

/** @values: (array zero-terminated=1): names, compared without regard to case and
 * accents, or "#12" for an id. */
void feu_category_tree_set_values (FeuCategoryTree *self, const char *const *values);

/** (transfer full) (array zero-terminated=1): as FeuPublishWish has them: "#12" where
 * several of the site's categories have the same name, names else. */
GStrv feu_category_tree_dup_values (FeuCategoryTree *self);

/** (transfer full) (array zero-terminated=1): the names of what is ticked. */
GStrv feu_category_tree_dup_names (FeuCategoryTree *self);

G_END_DECLS
