/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Markup is taken out for reading only; what is compared is the stored text.
 */
#include "config.h"

#include "feu-post-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define SHOWN_CHARS 400
#define CONTEXT_CHARS 60

const char *
feu_post_text_get_status (FeuPostStatus status)
{
  switch (status)
    {
    case FEU_POST_DRAFT:
      return C_ ("state of a post", "Draft");
    case FEU_POST_PENDING:
      return C_ ("state of a post", "Waiting for review");
    case FEU_POST_PUBLISHED:
      return C_ ("state of a post", "Published");
    case FEU_POST_SCHEDULED:
      return C_ ("state of a post", "Scheduled");
    case FEU_POST_PRIVATE:
      return C_ ("state of a post", "Private");
    case FEU_POST_TRASHED:
      return C_ ("state of a post", "In the trash");
    case FEU_POST_OTHER:
      return C_ ("state of a post", "Other");
    }
  g_return_val_if_reached (NULL);
}

static gboolean
is_same_date (GDateTime *a, GDateTime *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_date_time_compare (a, b) == 0;
}

gboolean
feu_post_text_is_same (FeuPostFields field, const FeuPost *a, const FeuPost *b)
{
  switch (field)
    {
    case FEU_POST_FIELD_TITLE:
      return g_strcmp0 (a->title, b->title) == 0;
    case FEU_POST_FIELD_CONTENT:
      return g_strcmp0 (a->content, b->content) == 0;
    case FEU_POST_FIELD_EXCERPT:
      return g_strcmp0 (a->excerpt, b->excerpt) == 0;
    case FEU_POST_FIELD_SLUG:
      return g_strcmp0 (a->slug, b->slug) == 0;
    case FEU_POST_FIELD_STATUS:
      return a->status == b->status;
    case FEU_POST_FIELD_DATE:
      return is_same_date (a->date, b->date);
    case FEU_POST_FIELD_AUTHOR:
      return a->author == b->author;
    case FEU_POST_FIELD_CATEGORIES:
      return feu_post_has_same_terms (a, b, FEU_TAXONOMY_CATEGORY);
    case FEU_POST_FIELD_TAGS:
      return feu_post_has_same_terms (a, b, FEU_TAXONOMY_TAG);
    case FEU_POST_FIELD_FEATURED:
      return a->featured == b->featured;
    case FEU_POST_FIELD_COMMENTS:
      return a->comments == b->comments;
    case FEU_POST_FIELD_STICKY:
      return a->sticky == b->sticky;
    case FEU_POST_FIELD_FORMAT:
      return g_strcmp0 (a->format, b->format) == 0;
    }
  return TRUE;
}

/* Text without comments and tags, blank space as single spaces. */
char *
feu_post_text_dup_plain (const char *markup)
{
  GString    *text = g_string_new (NULL);
  const char *at = markup;

  while (*at != '\0')
    {
      const char *end = NULL;
      if (g_str_has_prefix (at, "<!--") && (end = strstr (at, "-->")) != NULL)
        at = end + strlen ("-->");
      else if (*at == '<' && (end = strchr (at, '>')) != NULL)
        at = end + 1;
      else if (g_ascii_isspace (*at))
        {
          if (text->len > 0 && text->str[text->len - 1] != ' ')
            g_string_append_c (text, ' ');
          at++;
        }
      else
        g_string_append_c (text, *at++);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/* The part of @text around @start: where the two texts part. */
static char *
cut (const char *text, glong start)
{
  glong            length = g_utf8_strlen (text, -1);
  glong            from = MAX (0, MIN (start, length) - CONTEXT_CHARS);
  glong            to = MIN (length, from + SHOWN_CHARS);
  g_autofree char *part = g_utf8_substring (text, from, to);

  return g_strconcat (from > 0 ? "…" : "", part, to < length ? "…" : "", NULL);
}

static void
compare_texts (const char *a, const char *b, char **out_a, char **out_b)
{
  g_autofree char *first = feu_post_text_dup_plain (a);
  g_autofree char *second = feu_post_text_dup_plain (b);
  const char      *x = first;
  const char      *y = second;
  glong            start = 0;

  while (*x != '\0' && g_utf8_get_char (x) == g_utf8_get_char (y))
    {
      x = g_utf8_next_char (x);
      y = g_utf8_next_char (y);
      start++;
    }
  if (*x == '\0' && *y == '\0' && !g_str_equal (a, b))
    {
      *out_a = g_strdup (_ ("The same words, with other formatting"));
      *out_b = g_strdup (*out_a);
      return;
    }
  *out_a = cut (first, start);
  *out_b = cut (second, start);
}

static char *
describe_terms (const FeuPost        *post,
                FeuTaxonomy           taxonomy,
                const FeuSiteProfile *profile)
{
  GArray          *ids = feu_post_get_terms (post, taxonomy);
  const GPtrArray *terms = profile == NULL                     ? NULL
                           : taxonomy == FEU_TAXONOMY_CATEGORY ? profile->categories
                                                               : profile->tags;
  GString         *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64      id = g_array_index (ids, gint64, i);
      const char *name = NULL;
      for (guint j = 0; terms != NULL && j < terms->len; j++)
        if (((FeuTerm *) g_ptr_array_index (terms, j))->id == id)
          name = ((FeuTerm *) g_ptr_array_index (terms, j))->name;
      if (i > 0)
        g_string_append (text, ", ");
      if (name != NULL)
        g_string_append (text, name);
      else
        g_string_append_printf (text, "#%" G_GINT64_FORMAT, id);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_author (const FeuPost *post, const FeuSiteProfile *profile)
{
  for (guint i = 0; profile != NULL && i < profile->authors->len; i++)
    {
      const FeuAccount *author = g_ptr_array_index (profile->authors, i);
      if (author->id == post->author)
        return g_strdup (author->name);
    }
  return g_strdup_printf ("#%" G_GINT64_FORMAT, post->author);
}

static char *
describe_date (GDateTime *date, const FeuSiteProfile *profile)
{
  if (date == NULL)
    return g_strdup ("");
  g_autoptr (GDateTime) local =
      profile != NULL ? g_date_time_to_timezone (date, profile->info->time_zone)
                      : g_date_time_to_local (date);
  return g_date_time_format (local, _ ("%A %-d %B %Y, %H:%M"));
}

/* The macro for the number cannot be in a message to translate. */
static char *
describe_image (gint64 id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_strdup_printf (_ ("Image number %s of the site"), number);
}

static char *
describe (FeuPostFields field, const FeuPost *post, const FeuSiteProfile *profile)
{
  switch (field)
    {
    case FEU_POST_FIELD_SLUG:
      return g_strdup (post->slug);
    case FEU_POST_FIELD_STATUS:
      return g_strdup (feu_post_text_get_status (post->status));
    case FEU_POST_FIELD_DATE:
      return describe_date (post->date, profile);
    case FEU_POST_FIELD_AUTHOR:
      return describe_author (post, profile);
    case FEU_POST_FIELD_CATEGORIES:
      return describe_terms (post, FEU_TAXONOMY_CATEGORY, profile);
    case FEU_POST_FIELD_TAGS:
      return describe_terms (post, FEU_TAXONOMY_TAG, profile);
    case FEU_POST_FIELD_FEATURED:
      return post->featured != 0 ? describe_image (post->featured)
                                 : g_strdup (C_ ("featured image", "None"));
    case FEU_POST_FIELD_COMMENTS:
      return g_strdup (post->comments == FEU_COMMENTS_CLOSED ? _ ("Closed")
                                                             : _ ("Open"));
    case FEU_POST_FIELD_STICKY:
      return g_strdup (post->sticky ? _ ("Yes") : _ ("No"));
    case FEU_POST_FIELD_FORMAT:
      return g_strdup (post->format);
    case FEU_POST_FIELD_TITLE:
    case FEU_POST_FIELD_CONTENT:
    case FEU_POST_FIELD_EXCERPT:
      break;
    }
  return g_strdup ("");
}

void
feu_post_text_compare (FeuPostFields         field,
                       const FeuPost        *a,
                       const FeuPost        *b,
                       const FeuSiteProfile *profile,
                       char                **out_a,
                       char                **out_b)
{
  g_return_if_fail (a != NULL && b != NULL);
  if (field == FEU_POST_FIELD_CONTENT)
    compare_texts (a->content, b->content, out_a, out_b);
  else if (field == FEU_POST_FIELD_TITLE)
    compare_texts (a->title, b->title, out_a, out_b);
  else if (field == FEU_POST_FIELD_EXCERPT)
    compare_texts (a->excerpt, b->excerpt, out_a, out_b);
  else
    {
      *out_a = describe (field, a, profile);
      *out_b = describe (field, b, profile);
    }
}
