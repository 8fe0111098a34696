/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a site has a category or tag already. Sites compare names byte by byte, so
 * that they would make "été" beside "Été"; here is compared as a reader does, and what
 * is nearly the same is asked about.
 */
#pragma once

#include "feu-publish-types.h"

G_BEGIN_DECLS

/**
 * feu_term_match_find:
 * @name: as the writer has it; "R&D" or "R&amp;D"
 * @terms: (element-type FeuTerm): of both taxonomies or one
 * @out_near: (out) (optional) (transfer full) (element-type FeuTerm): terms that are
 * nearly the same, most used first; empty when there is a match
 *
 * The same are names that differ in case, in how their letters are composed, in kinds
 * of apostrophes, hyphens and white space. Nearly the same are those that differ in
 * accents, hyphens, white space or punctuation: "ile de france" and "Île-de-France";
 * not "C" and "C++". Of several that are the same, the one written like @name, then the
 * most used, then the oldest is it.
 *
 * Returns: (transfer full) (nullable): the term that is the same
 */
FeuTerm *feu_term_match_find (const char      *name,
                              FeuTaxonomy      taxonomy,
                              const GPtrArray *terms,
                              GPtrArray      **out_near);

/** Whether two names are the same, see feu_term_match_find(). */
gboolean feu_term_match_is_same (const char *a, const char *b);

G_END_DECLS
