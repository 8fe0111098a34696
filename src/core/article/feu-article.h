/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article as one immutable snapshot: what everything but the editor reads.
 */
#pragma once

#include "feu-block.h"
#include "feu-metadata.h"
#include "feu-statistics.h"

G_BEGIN_DECLS

/**
 * FeuArticle:
 *
 * A text at one revision, with everything that was found in it. Immutable, reference-
 * counted, made in any thread and read from any.
 */
#define FEU_TYPE_ARTICLE (feu_article_get_type ())
typedef struct _FeuArticle FeuArticle;
GType                      feu_article_get_type (void);

/**
 * feu_article_new:
 * @text: (transfer full): the whole file's text, valid UTF-8, no nul inside
 * @revision: where it comes from, see feu_text_source_get_revision()
 *
 * Parses and renders. Linear in the text for anything a person writes; hostile text may
 * take longer (see feu-markdown.h), so interactive callers go through FeuPipeline.
 */
FeuArticle *feu_article_new (char *text, gsize length_bytes, guint64 revision);
FeuArticle *feu_article_ref (FeuArticle *self);
void        feu_article_unref (FeuArticle *self);

guint64     feu_article_get_revision (const FeuArticle *self);
const char *feu_article_get_text (const FeuArticle *self, gsize *out_length_bytes);
const FeuMetadata *feu_article_get_metadata (const FeuArticle *self);

/** (element-type FeuBlock): top-level blocks in order; footnotes are one last block. */
const GPtrArray *feu_article_get_blocks (const FeuArticle *self);

/** (element-type FeuHeading): headings in order, without the title. */
const GPtrArray *feu_article_get_headings (const FeuArticle *self);

/** (element-type FeuImageRef): images of the body in order; the same one may recur. */
const GPtrArray *feu_article_get_images (const FeuArticle *self);

const FeuStatistics *feu_article_get_statistics (const FeuArticle *self);

/**
 * The title: the front matter's; else the text of a level-1 heading that begins the
 * body, whose block then renders as "" because the page shows it above. (nullable)
 */
const char *feu_article_get_title (const FeuArticle *self);

/**
 * The lead image as written in the front matter, unless the body begins with that very
 * image: it is not to be shown twice. (nullable)
 */
const char *feu_article_get_lead_image (const FeuArticle *self);

/** BCP 47 tag of the text's language; "und" where the front matter names none. */
const char *feu_article_get_language (const FeuArticle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuArticle, feu_article_unref)

G_END_DECLS
