/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of feu-block-markup.c. Each writes one block with its comments, without a
 * line end behind it, or nothing where there is nothing to show.
 */
#pragma once

#include "feu-embed.h"
#include "feu-markup-writer-private.h"

G_BEGIN_DECLS

/** Writes @first and what follows it, with @separator between. */
void feu_block_put_siblings (FeuMarkupWriter *self,
                             const FeuNode   *first,
                             const char      *separator);

void feu_block_put_list (FeuMarkupWriter *self, const FeuNode *list);

/** The notes as a list, for sites without a block for them. */
void feu_block_put_note_list (FeuMarkupWriter *self, const FeuNode *first);

/** @link: (nullable) */
void feu_block_put_image (FeuMarkupWriter *self,
                          const FeuNode   *node,
                          const FeuNode   *link);

void feu_block_put_gallery (FeuMarkupWriter *self, const FeuNode *paragraph);

void feu_block_put_embed (FeuMarkupWriter *self, const FeuEmbed *embed);

G_END_DECLS
