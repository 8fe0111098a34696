/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article as plain HTML, for WordPress before 6.1 and for sites that keep the
 * classic editor. Line ends within a paragraph are spaces, because WordPress would make
 * breaks of them; figures, galleries, embeds and more are read as in
 * feu-block-markup.h.
 */
#pragma once

#include "feu-markup.h"

G_BEGIN_DECLS

FeuMarkup *feu_classic_html_new (const FeuArticle       *article,
                                 const FeuMarkupOptions *options);

G_END_DECLS
