/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-post-diff.h"

#include "feu-post-diff-private.h"
#include "feu-post-normal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* WordPress keeps whole seconds, and publishes what is due up to a minute later. */
#define SAME_TIME_SECONDS 60

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
is_same_date (const FeuPost *a, const FeuPost *b)
{
  if (a->date == NULL || b->date == NULL)
    return TRUE;
  GTimeSpan span = g_date_time_difference (a->date, b->date);
  return ABS (span) < SAME_TIME_SECONDS * G_TIME_SPAN_SECOND;
}

static gboolean
is_same_status (const FeuPost *before, const FeuPost *after)
{
  return before->status == after->status ||
         (before->status == FEU_POST_SCHEDULED && after->status == FEU_POST_PUBLISHED);
}

static gboolean
is_same_format (const FeuPost *a, const FeuPost *b)
{
  const char *first = or_empty (a->format);
  const char *second = or_empty (b->format);

  return *first == '\0' || *second == '\0' || strcmp (first, second) == 0;
}

static gboolean
is_same_content (const FeuPost *a, const FeuPost *b)
{
  return feu_post_normal_equal (a->content, b->content) &&
         feu_post_normal_equal (a->footnotes, b->footnotes);
}

static gboolean
is_same (const FeuPost *before, const FeuPost *after, FeuPostFields field)
{
  switch (field)
    {
    case FEU_POST_FIELD_TITLE:
      return feu_post_normal_equal (before->title, after->title);
    case FEU_POST_FIELD_CONTENT:
      return is_same_content (before, after);
    case FEU_POST_FIELD_EXCERPT:
      return feu_post_normal_equal (before->excerpt, after->excerpt);
    case FEU_POST_FIELD_SLUG:
      return strcmp (or_empty (before->slug), or_empty (after->slug)) == 0;
    case FEU_POST_FIELD_STATUS:
      return is_same_status (before, after);
    case FEU_POST_FIELD_DATE:
      return is_same_date (before, after);
    case FEU_POST_FIELD_AUTHOR:
      return before->author == after->author;
    case FEU_POST_FIELD_CATEGORIES:
      return feu_post_has_same_terms (before, after, FEU_TAXONOMY_CATEGORY);
    case FEU_POST_FIELD_TAGS:
      return feu_post_has_same_terms (before, after, FEU_TAXONOMY_TAG);
    case FEU_POST_FIELD_FEATURED:
      return before->featured == after->featured;
    case FEU_POST_FIELD_COMMENTS:
      return before->comments == after->comments;
    case FEU_POST_FIELD_STICKY:
      return before->sticky == after->sticky;
    case FEU_POST_FIELD_FORMAT:
      return is_same_format (before, after);
    }
  g_return_val_if_reached (TRUE);
}

FeuPostFields
feu_post_diff_find (const FeuPost *before, const FeuPost *after)
{
  g_return_val_if_fail (before != NULL && after != NULL, 0);
  FeuPostFields fields = 0;

  for (guint bit = 1; bit <= FEU_POST_FIELD_FORMAT; bit <<= 1)
    if (!is_same (before, after, (FeuPostFields) bit))
      fields |= (FeuPostFields) bit;
  return fields;
}

static void
add (GPtrArray *notes, const char *sentence)
{
  g_ptr_array_add (notes, g_strdup (sentence));
}

static void
describe_status (const FeuPost *sent, const FeuPost *got, GPtrArray *notes)
{
  gboolean was_to_be_public = feu_post_status_needs_publishing (sent->status);

  if (sent->status == got->status)
    return;
  if (got->status == FEU_POST_TRASHED)
    add (notes, _ ("The site put the post into the trash."));
  else if (sent->status == FEU_POST_SCHEDULED && got->status == FEU_POST_PUBLISHED)
    add (notes,
         _ ("The post was published at once, as its date is past or less than a minute "
            "away."));
  else if (sent->status == FEU_POST_PUBLISHED && got->status == FEU_POST_SCHEDULED)
    add (notes,
         _ ("The post is not public yet: its date is in the future, so the site "
            "scheduled it."));
  else if (was_to_be_public && got->status == FEU_POST_PENDING)
    add (notes, _ ("The post is not public yet: the site keeps it for review."));
  else if (was_to_be_public && got->status == FEU_POST_DRAFT)
    add (notes, _ ("The post is not public yet: the site keeps it as a draft."));
  else if (!was_to_be_public && feu_post_status_needs_publishing (got->status))
    add (notes, _ ("The site made the post public although that was not asked for."));
  else
    add (notes, _ ("The site gave the post another status than was asked for."));
}

static void
describe_slug (const FeuPost *sent, const FeuPost *got, GPtrArray *notes)
{
  const char *wanted = or_empty (sent->slug);
  const char *given = or_empty (got->slug);
  gsize       length = strlen (wanted);

  if (length == 0 || strcmp (wanted, given) == 0)
    return;
  if (*given == '\0')
    g_ptr_array_add (
        notes,
        g_strdup_printf (_ ("The site does not keep the address “%s” while "
                            "the post waits for review. Tell the editor "
                            "which address you wish."),
                         wanted));
  else if (strncmp (given, wanted, length) == 0 && given[length] == '-' &&
           g_ascii_isdigit (given[length + 1]))
    g_ptr_array_add (notes,
                     g_strdup_printf (_ ("The address “%s” is taken on this site, so "
                                         "the post got “%s”."),
                                      wanted,
                                      given));
  else
    g_ptr_array_add (notes,
                     g_strdup_printf (_ ("The site changed the address “%s” to “%s”."),
                                      wanted,
                                      given));
}

static const char *
find_name (const GPtrArray *terms, FeuTaxonomy taxonomy, gint64 id)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      const FeuTerm *term = g_ptr_array_index (terms, i);
      if (term->taxonomy == taxonomy && term->id == id)
        return term->name;
    }
  return NULL;
}

static gboolean
has_id (const GArray *ids, gint64 id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Names of what is in @ids and not in @others; NULL for nothing. */
static char *
dup_others (const GArray    *ids,
            const GArray    *others,
            FeuTaxonomy      taxonomy,
            const GPtrArray *terms)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64      id = g_array_index (ids, gint64, i);
      const char *name = find_name (terms, taxonomy, id);
      if (has_id (others, id))
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      if (name != NULL)
        g_string_append (names, name);
      else
        g_string_append_printf (names, "#%" G_GINT64_FORMAT, id);
    }
  return g_string_free (names, names->len == 0);
}

static void
describe_terms (const FeuPost   *sent,
                const FeuPost   *got,
                FeuTaxonomy      taxonomy,
                const GPtrArray *terms,
                GPtrArray       *notes)
{
  gboolean         is_tag = taxonomy == FEU_TAXONOMY_TAG;
  const GArray    *wanted = feu_post_get_terms (sent, taxonomy);
  const GArray    *given = feu_post_get_terms (got, taxonomy);
  g_autofree char *missing = dup_others (wanted, given, taxonomy, terms);
  g_autofree char *added = dup_others (given, wanted, taxonomy, terms);

  if (missing != NULL)
    g_ptr_array_add (
        notes,
        g_strdup_printf (is_tag ? _ ("The site did not take these tags: %s.")
                                : _ ("The site did not take these categories: %s."),
                         missing));
  if (added != NULL)
    g_ptr_array_add (notes,
                     g_strdup_printf (is_tag ? _ ("The site added tags: %s.")
                                             : _ ("The site added categories: %s."),
                                      added));
}

static void
describe_date (const FeuPost *sent, const FeuPost *got, GPtrArray *notes)
{
  if (is_same_date (sent, got))
    return;
  g_autoptr (GDateTime) wanted = g_date_time_to_local (sent->date);
  g_autoptr (GDateTime) given = g_date_time_to_local (got->date);
  g_autofree char *wanted_text = g_date_time_format (wanted, "%x %H:%M");
  g_autofree char *given_text = g_date_time_format (given, "%x %H:%M");

  g_ptr_array_add (notes,
                   g_strdup_printf (_ ("The site dated the post %s instead of %s."),
                                    given_text,
                                    wanted_text));
}

static void
describe_text_fields (const FeuPost *sent,
                      FeuPostFields  changed,
                      const FeuPost *got,
                      FeuRights      rights,
                      GPtrArray     *notes)
{
  if ((changed & FEU_POST_FIELD_TITLE) != 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (_ ("The site changed the title to “%s”."),
                                      or_empty (got->title)));
  if ((changed & FEU_POST_FIELD_CONTENT) != 0)
    {
      feu_post_diff_describe_content (
          or_empty (sent->content), or_empty (got->content), rights, notes);
      if (!feu_post_normal_equal (sent->footnotes, got->footnotes))
        add (notes,
             or_empty (got->footnotes)[0] == '\0'
                 ? _ ("The site did not keep the footnotes.")
                 : _ ("The site changed the text of footnotes."));
    }
  if ((changed & FEU_POST_FIELD_EXCERPT) != 0)
    add (notes,
         or_empty (got->excerpt)[0] == '\0' ? _ ("The site did not keep the excerpt.")
                                            : _ ("The site changed the excerpt."));
}

static void
describe_switches (FeuPostFields  changed,
                   const FeuPost *sent,
                   const FeuPost *got,
                   GPtrArray     *notes)
{
  if ((changed & FEU_POST_FIELD_AUTHOR) != 0)
    add (notes, _ ("The site gave the post another author than was chosen."));
  if ((changed & FEU_POST_FIELD_FEATURED) != 0)
    add (notes,
         got->featured == 0 ? _ ("The site did not take the featured image.")
                            : _ ("The site shows another featured image."));
  if ((changed & FEU_POST_FIELD_COMMENTS) != 0)
    add (notes,
         got->comments == FEU_COMMENTS_OPEN
             ? _ ("Comments are open, although they were to be closed.")
             : _ ("Comments are closed, although they were to be open."));
  if ((changed & FEU_POST_FIELD_STICKY) != 0)
    add (notes,
         sent->sticky ? _ ("The post is not at the top of the front page: the site did "
                           "not take that setting.")
                      : _ ("The post stays at the top of the front page: the site did "
                           "not take that setting."));
  if ((changed & FEU_POST_FIELD_FORMAT) != 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (_ ("The site did not take the post format “%s”."),
                                      or_empty (sent->format)));
}

GPtrArray *
feu_post_diff_describe (const FeuPost   *sent,
                        FeuPostFields    fields,
                        const FeuPost   *got,
                        FeuRights        rights,
                        const GPtrArray *terms)
{
  g_return_val_if_fail (sent != NULL && got != NULL, NULL);
  GPtrArray    *notes = g_ptr_array_new_with_free_func (g_free);
  FeuPostFields changed = feu_post_diff_find (sent, got) & fields;

  if ((fields & FEU_POST_FIELD_STATUS) != 0)
    describe_status (sent, got, notes);
  describe_text_fields (sent, changed, got, rights, notes);
  if ((changed & FEU_POST_FIELD_SLUG) != 0)
    describe_slug (sent, got, notes);
  if ((changed & FEU_POST_FIELD_DATE) != 0)
    describe_date (sent, got, notes);
  if ((changed & FEU_POST_FIELD_CATEGORIES) != 0)
    describe_terms (sent, got, FEU_TAXONOMY_CATEGORY, terms, notes);
  if ((changed & FEU_POST_FIELD_TAGS) != 0)
    describe_terms (sent, got, FEU_TAXONOMY_TAG, terms, notes);
  describe_switches (changed, sent, got, notes);
  return notes;
}
