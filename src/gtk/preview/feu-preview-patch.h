/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what the page shows to what it should show, as the arguments of the page's one
 * function. Pure data: no web view here.
 */
#pragma once

#include "feu-article.h"
#include "feu-page.h"

G_BEGIN_DECLS

/**
 * FeuPreviewState:
 * @article: (nullable): the article that the page shows; NULL for the empty page
 * @n_blocks: how many of its blocks the page shows, from the first on
 * @head: (nullable): the header's HTML
 * @foot: (nullable): the footer's HTML
 *
 * What the page shows. Zeroed, it is the empty page.
 */
typedef struct
{
  FeuArticle *article; /* owned */
  guint       n_blocks;
  char       *head; /* owned */
  char       *foot; /* owned */
} FeuPreviewState;

void feu_preview_state_clear (FeuPreviewState *self);

/**
 * feu_preview_state_init:
 * @self: (out caller-allocates): what the page should show next; must be clear
 * @shown: what it shows
 *
 * Of a long article an empty page gets the beginning first, and more with each further
 * state, so that there is something to read at once.
 */
void feu_preview_state_init (FeuPreviewState       *self,
                             const FeuPreviewState *shown,
                             FeuArticle            *article,
                             const FeuPageContext  *context);

/** Whether the page shows all of @article. */
gboolean feu_preview_state_is_whole (const FeuPreviewState *self, FeuArticle *article);

/**
 * feu_preview_patch_new:
 *
 * The dictionary for feuillet.patch() in shell.js: lang, dir, title, revision;
 * hint, what an empty page says, else empty; head and
 * foot, absent where they stay; first, removed, inserted, html for the blocks, as
 * feu_block_diff() says, html being the new blocks with "<!---->" before each.
 *
 * Returns: (transfer floating): of type a{sv}
 */
GVariant *feu_preview_patch_new (const FeuPreviewState *shown,
                                 const FeuPreviewState *wanted);

G_END_DECLS
