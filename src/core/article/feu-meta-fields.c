/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The vocabulary: which keys of Hugo, Jekyll, Eleventy, Zola, Astro, Pelican and of
 * exports from Ghost and WordPress stand for which field, and how their lists are read.
 */
#include "config.h"

#include "feu-metadata-private.h"

#include <string.h>

/* The first spelling with a value counts. */
static const char *const spellings[FEU_N_FIELDS][32] = {
  [FEU_FIELD_TITLE] = { "title" },
  [FEU_FIELD_SUBTITLE] = { "subtitle",
                           "standfirst",
                           "deck",
                           "lead",
                           "tagline",
                           "extra.subtitle",
                           "params.subtitle" },
  [FEU_FIELD_DESCRIPTION] = { "description",
                              "excerpt",
                              "summary",
                              "abstract",
                              "custom_excerpt",
                              "meta_description",
                              "metaDescription",
                              "desc" },
  [FEU_FIELD_SLUG] = { "slug", "post_name", "basename" },
  [FEU_FIELD_LANG] = { "lang", "language", "locale", "languageCode", "extra.lang" },
  [FEU_FIELD_DATE] = { "date",
                       "published",
                       "pubdate",
                       "publishDate",
                       "publish_date",
                       "pubDate",
                       "published_at",
                       "publishedAt",
                       "datePublished",
                       "created" },
  [FEU_FIELD_IMAGE] = { "image",
                        "featured_image",
                        "feature_image",
                        "featuredImage",
                        "featuredimage",
                        "featured-image",
                        "thumbnail",
                        "cover",
                        "cover.image",
                        "cover.src",
                        "cover.path",
                        "image.path",
                        "image.src",
                        "image.url",
                        "image.feature",
                        "banner",
                        "hero",
                        "heroImage",
                        "hero_image",
                        "coverImage",
                        "cover_image",
                        "header.image",
                        "header.overlay_image",
                        "header.teaser",
                        "og_image",
                        "ogImage",
                        "images",
                        "extra.image",
                        "extra.cover",
                        "params.image",
                        "teaser" },
  [FEU_FIELD_CANONICAL] = { "canonical",
                            "canonical_url",
                            "canonicalURL",
                            "canonicalUrl",
                            "canonicalurl" },
  [FEU_FIELD_SITE] = { "site" },
  [FEU_FIELD_COMMENTS] = { "comments",
                           "allow_comments",
                           "comment",
                           "allowComments",
                           "enableComments",
                           "enable_comments",
                           "comment_status",
                           "disableComments",
                           "disable_comments",
                           "hide_comments" },
  [FEU_FIELD_AUTHORS] = { "authors",
                          "author",
                          "byline",
                          "taxonomies.authors",
                          "extra.author",
                          "params.author" },
  [FEU_FIELD_CATEGORIES] = { "categories",
                             "category",
                             "section",
                             "taxonomies.categories" },
  [FEU_FIELD_TAGS] = { "tags", "tag", "keywords", "taxonomies.tags" },
};

const char *const *
feu_meta_field_get_spellings (FeuMetaField field)
{
  return spellings[field];
}

const char *
feu_meta_field_get_name (FeuMetaField field)
{
  return spellings[field][0];
}

gboolean
feu_meta_field_from_name (const char *name, FeuMetaField *out_field)
{
  for (guint field = 0; field < FEU_N_FIELDS; field++)
    if (g_strv_contains (spellings[field], name))
      {
        *out_field = (FeuMetaField) field;
        return TRUE;
      }
  return FALSE;
}

gboolean
feu_meta_field_is_list (FeuMetaField field)
{
  return field >= FEU_FIELD_AUTHORS;
}

gboolean
feu_meta_comments_is_inverted (const char *name)
{
  return g_str_has_prefix (name, "disable") || g_str_has_prefix (name, "hide");
}

/* Jekyll's posts name a layout, without extension; Eleventy's name a file. */
static gboolean
has_jekyll_layout (const FeuMetaNode *root)
{
  const FeuMetaNode *layout = feu_meta_node_get (root, "layout");
  return layout != NULL && layout->type == FEU_META_SCALAR && layout->text[0] != '\0' &&
         strpbrk (layout->text, "./") == NULL;
}

/* "jekyll web ruby-on-rails": three words or more that are written like slugs. */
static gboolean
is_list_of_slugs (const char *text)
{
  guint n_words = 1;
  for (const char *at = text; *at != '\0'; at++)
    if (*at == ' ')
      n_words += at[1] != ' ';
    else if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) &&
             strchr ("-_", *at) == NULL)
      return FALSE;
  return n_words >= 3;
}

FeuListSplit
feu_meta_list_get_split (const FeuMetaNode *root,
                         const char        *name,
                         const char        *text,
                         gboolean           is_plain)
{
  static const char *const many[] = {
    "tags",    "categories",      "keywords",
    "authors", "taxonomies.tags", "taxonomies.categories",
    NULL
  };

  if (!g_strv_contains (many, name))
    return FEU_LIST_SPLIT_NOT;
  if (strchr (text, ',') != NULL)
    return FEU_LIST_SPLIT_COMMAS;
  if (is_plain && strchr (text, ' ') != NULL &&
      (strcmp (name, "tags") == 0 || strcmp (name, "categories") == 0) &&
      (is_list_of_slugs (text) || (root != NULL && has_jekyll_layout (root))))
    return FEU_LIST_SPLIT_SPACES;
  return FEU_LIST_SPLIT_NOT;
}

GStrv
feu_meta_list_split (const char *text, FeuListSplit split)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  const char *separators = split == FEU_LIST_SPLIT_COMMAS   ? ","
                           : split == FEU_LIST_SPLIT_SPACES ? " \t\n"
                                                            : "";
  g_auto (GStrv) parts = g_strsplit_set (text, separators, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strstrip (parts[i])[0] != '\0')
      g_strv_builder_add (items, parts[i]);
  return g_strv_builder_end (items);
}
