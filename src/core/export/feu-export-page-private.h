/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The HTML of an export, as strings: document, head and body.
 */
#pragma once

#include "feu-article.h"
#include "feu-export-images-private.h"
#include "feu-export-types.h"

G_BEGIN_DECLS

/** The whole document; its style is within it or style.css beside it. */
char *feu_export_page_dup (const FeuArticle       *article,
                           const FeuExportOptions *options,
                           gboolean                style_is_inline,
                           FeuExportImages        *images);

/** The blocks with their local images at the addresses that @images gives. */
void feu_export_body_append (GString          *html,
                             const FeuArticle *article,
                             FeuExportImages  *images);

/** The blocks as a CMS wants them. */
void feu_export_body_append_fragment (GString *html, const FeuArticle *article);

/** What says to machines who wrote what when: title, description, Open Graph, JSON-LD.
 */
void feu_export_head_append (GString                *html,
                             const FeuArticle       *article,
                             const FeuExportOptions *options);

G_END_DECLS
