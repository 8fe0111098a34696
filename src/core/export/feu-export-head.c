/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article with a category is a publication's piece (NewsArticle), one without is
 * a blog's (BlogPosting).
 */
#include "config.h"

#include "feu-export-page-private.h"

#include "feu-author.h"
#include "feu-html-text.h"
#include "feu-page-date.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  const FeuArticle  *article;
  const FeuMetadata *metadata;
  const GPtrArray   *authors;   /* (element-type FeuAuthor) (nullable) */
  const char        *title;     /* (nullable): the article's own */
  const char        *canonical; /* (nullable): absolute */
  const char        *image;     /* (nullable): absolute */
  char              *date;      /* owned, (nullable): ISO 8601 */
} Facts;

static gboolean
is_web_address (const char *url)
{
  return url != NULL && (g_ascii_strncasecmp (url, "https://", 8) == 0 ||
                         g_ascii_strncasecmp (url, "http://", 7) == 0);
}

static void
append_meta (GString    *html,
             const char *key_attribute,
             const char *key,
             const char *content)
{
  if (content == NULL || *content == '\0')
    return;
  g_string_append_printf (html, "<meta %s=\"%s\"", key_attribute, key);
  feu_html_append_attribute (html, "content", content);
  g_string_append (html, ">\n");
}

static const char *
get_description (const Facts *facts)
{
  return feu_metadata_get_string (facts->metadata, FEU_FIELD_DESCRIPTION);
}

/* Open Graph wants fr_FR; a bare language, as most articles have, it does not know. */
static char *
dup_locale (const char *language)
{
  g_auto (GStrv) parts = g_strsplit (language, "-", 2);

  if (g_strv_length (parts) != 2 || strlen (parts[1]) != 2)
    return NULL;
  g_autofree char *region = g_ascii_strup (parts[1], -1);
  return g_strconcat (parts[0], "_", region, NULL);
}

static void
append_open_graph (GString *html, const Facts *facts)
{
  const char *const *tags = feu_metadata_get_list (facts->metadata, FEU_FIELD_TAGS);
  g_autofree char   *locale = dup_locale (feu_article_get_language (facts->article));

  append_meta (html, "property", "og:type", "article");
  append_meta (html, "property", "og:title", facts->title);
  append_meta (html, "property", "og:description", get_description (facts));
  append_meta (html, "property", "og:url", facts->canonical);
  append_meta (html, "property", "og:image", facts->image);
  append_meta (html, "property", "og:locale", locale);
  append_meta (html, "property", "article:published_time", facts->date);
  append_meta (html,
               "property",
               "article:section",
               feu_metadata_get_string (facts->metadata, FEU_FIELD_CATEGORIES));
  for (guint i = 0; tags[i] != NULL; i++)
    append_meta (html, "property", "article:tag", tags[i]);
}

static void
add_text (JsonBuilder *json, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_add_string_value (json, value);
}

static void
add_author (JsonBuilder *json, const FeuAuthor *author)
{
  json_builder_begin_object (json);
  add_text (json, "@type", "Person");
  add_text (json, "name", author->name);
  add_text (json, "jobTitle", author->role);
  add_text (json, "description", author->bio);
  add_text (json, "url", is_web_address (author->url) ? author->url : NULL);
  json_builder_end_object (json);
}

static void
add_authors (JsonBuilder *json, const GPtrArray *authors)
{
  if (authors == NULL || authors->len == 0)
    return;
  json_builder_set_member_name (json, "author");
  json_builder_begin_array (json);
  for (guint i = 0; i < authors->len; i++)
    add_author (json, g_ptr_array_index (authors, i));
  json_builder_end_array (json);
}

static void
add_list (JsonBuilder *json, const char *name, const char *const *values)
{
  if (values[0] == NULL)
    return;
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (json, values[i]);
  json_builder_end_array (json);
}

static JsonNode *
build_linked_data (const Facts *facts)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  const char *const *categories =
      feu_metadata_get_list (facts->metadata, FEU_FIELD_CATEGORIES);
  const char          *language = feu_article_get_language (facts->article);
  const FeuStatistics *statistics = feu_article_get_statistics (facts->article);

  json_builder_begin_object (json);
  add_text (json, "@context", "https://schema.org");
  add_text (json, "@type", categories[0] != NULL ? "NewsArticle" : "BlogPosting");
  add_text (json, "headline", facts->title);
  add_text (json,
            "alternativeHeadline",
            feu_metadata_get_string (facts->metadata, FEU_FIELD_SUBTITLE));
  add_text (json, "description", get_description (facts));
  add_text (json, "inLanguage", g_str_equal (language, "und") ? NULL : language);
  add_text (json, "datePublished", facts->date);
  add_authors (json, facts->authors);
  add_list (json, "articleSection", categories);
  add_list (json, "keywords", feu_metadata_get_list (facts->metadata, FEU_FIELD_TAGS));
  add_text (json, "image", facts->image);
  add_text (json, "mainEntityOfPage", facts->canonical);
  json_builder_set_member_name (json, "wordCount");
  json_builder_add_int_value (json, statistics->count.words);
  json_builder_end_object (json);
  return json_builder_get_root (json);
}

/* Within a script element only these could end it or be read as markup or as a line
 * end; in JSON they occur in strings alone, where their escapes mean the same. */
static void
append_json (GString *html, const char *json)
{
  for (const char *at = json; *at != '\0'; at++)
    if (*at == '<' || *at == '>' || *at == '&')
      g_string_append_printf (html, "\\u%04x", (guint) *at);
    else if (strncmp (at, "\xe2\x80\xa8", 3) == 0 ||
             strncmp (at, "\xe2\x80\xa9", 3) == 0)
      {
        g_string_append (html, at[2] == '\xa8' ? "\\u2028" : "\\u2029");
        at += 2;
      }
    else
      g_string_append_c (html, *at);
}

static void
append_linked_data (GString *html, const Facts *facts)
{
  g_autoptr (JsonNode) root = build_linked_data (facts);
  g_autofree char *json = json_to_string (root, /* pretty= */ FALSE);

  g_string_append (html, "<script type=\"application/ld+json\">");
  append_json (html, json);
  g_string_append (html, "</script>\n");
}

void
feu_export_head_append (GString                *html,
                        const FeuArticle       *article,
                        const FeuExportOptions *options)
{
  const FeuMetadata *metadata = feu_article_get_metadata (article);
  const char *canonical = feu_metadata_get_string (metadata, FEU_FIELD_CANONICAL);
  const char *image = feu_metadata_get_string (metadata, FEU_FIELD_IMAGE);
  Facts       facts = {
          .article = article,
          .metadata = metadata,
          .authors = options->authors,
          .title = feu_article_get_title (article),
          .canonical = is_web_address (canonical) ? canonical : NULL,
          .image = is_web_address (image) ? image : NULL,
          .date =
              feu_page_date_parse (feu_metadata_get_string (metadata, FEU_FIELD_DATE), NULL),
  };

  append_meta (html, "name", "description", get_description (&facts));
  for (guint i = 0; facts.authors != NULL && i < facts.authors->len; i++)
    {
      const FeuAuthor *author = g_ptr_array_index (facts.authors, i);
      append_meta (html, "name", "author", author->name);
    }
  if (facts.canonical != NULL)
    {
      g_string_append (html, "<link rel=\"canonical\"");
      feu_html_append_url_attribute (html, "href", facts.canonical);
      g_string_append (html, ">\n");
    }
  append_open_graph (html, &facts);
  append_linked_data (html, &facts);
  g_free (facts.date);
}
