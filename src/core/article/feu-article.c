/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts front matter, metadata and Markdown of one text together.
 */
#include "config.h"

#include "feu-article.h"

#include "feu-markdown.h"

#include <string.h>

struct _FeuArticle
{
  gatomicrefcount ref_count;

  guint64      revision;
  char        *text; /* owned */
  gsize        length;
  FeuMetadata *metadata; /* owned */
  FeuMarkdown *markdown; /* owned */
  gboolean     shows_lead;
};

G_DEFINE_BOXED_TYPE (FeuArticle, feu_article, feu_article_ref, feu_article_unref)

/* Whether the body begins with the figure of @lead. */
static gboolean
begins_with_image (const FeuMarkdown *markdown, const char *lead)
{
  if (markdown->images->len == 0)
    return FALSE;
  const FeuImageRef *image = g_ptr_array_index (markdown->images, 0);
  return image->is_figure && image->block == (markdown->title != NULL ? 1 : 0) &&
         strcmp (image->src, lead) == 0;
}

FeuArticle *
feu_article_new (char *text, gsize length_bytes, guint64 revision)
{
  FeuArticle *self = g_new0 (FeuArticle, 1);
  g_autoptr (FeuFrontMatter) front_matter = feu_front_matter_parse (text, length_bytes);

  g_atomic_ref_count_init (&self->ref_count);
  self->revision = revision;
  self->text = text;
  self->length = length_bytes;
  self->metadata = feu_metadata_new (front_matter);
  self->markdown = feu_markdown_new (text, length_bytes, self->metadata);
  const char *lead = feu_metadata_get_string (self->metadata, FEU_FIELD_IMAGE);
  self->shows_lead = lead != NULL && !begins_with_image (self->markdown, lead);
  return self;
}

FeuArticle *
feu_article_ref (FeuArticle *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_article_unref (FeuArticle *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->text);
  feu_metadata_unref (self->metadata);
  feu_markdown_free (self->markdown);
  g_free (self);
}

guint64
feu_article_get_revision (const FeuArticle *self)
{
  return self->revision;
}

const char *
feu_article_get_text (const FeuArticle *self, gsize *out_length_bytes)
{
  if (out_length_bytes != NULL)
    *out_length_bytes = self->length;
  return self->text;
}

const FeuMetadata *
feu_article_get_metadata (const FeuArticle *self)
{
  return self->metadata;
}

const GPtrArray *
feu_article_get_blocks (const FeuArticle *self)
{
  return self->markdown->blocks;
}

const GPtrArray *
feu_article_get_headings (const FeuArticle *self)
{
  return self->markdown->headings;
}

const GPtrArray *
feu_article_get_images (const FeuArticle *self)
{
  return self->markdown->images;
}

const FeuStatistics *
feu_article_get_statistics (const FeuArticle *self)
{
  return &self->markdown->statistics;
}

const char *
feu_article_get_title (const FeuArticle *self)
{
  const char *title = feu_metadata_get_string (self->metadata, FEU_FIELD_TITLE);
  return title != NULL ? title : self->markdown->title;
}

const char *
feu_article_get_lead_image (const FeuArticle *self)
{
  return self->shows_lead ? feu_metadata_get_string (self->metadata, FEU_FIELD_IMAGE)
                          : NULL;
}

const char *
feu_article_get_language (const FeuArticle *self)
{
  const char *language = feu_metadata_get_string (self->metadata, FEU_FIELD_LANG);
  return language != NULL ? language : "und";
}
