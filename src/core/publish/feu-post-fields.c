/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line for each field, here and in nothing else.
 */
#include "config.h"

#include "feu-post-fields.h"

static gboolean
is_same_date (GDateTime *a, GDateTime *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_date_time_to_unix (a) == g_date_time_to_unix (b);
}

static gboolean
is_same_text (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static gboolean
is_same (const FeuPost *a, const FeuPost *b, FeuPostFields field)
{
  switch (field)
    {
    case FEU_POST_FIELD_TITLE:
      return is_same_text (a->title, b->title);
    case FEU_POST_FIELD_CONTENT:
      return is_same_text (a->content, b->content) &&
             is_same_text (a->footnotes, b->footnotes);
    case FEU_POST_FIELD_EXCERPT:
      return is_same_text (a->excerpt, b->excerpt);
    case FEU_POST_FIELD_SLUG:
      return is_same_text (a->slug, b->slug);
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
      return is_same_text (a->format, b->format);
    }
  return TRUE;
}

FeuPostFields
feu_post_get_differences (const FeuPost *a, const FeuPost *b, FeuPostFields among)
{
  g_return_val_if_fail (a != NULL && b != NULL, among);

  guint differences = 0;
  for (guint field = 1; field <= FEU_POST_FIELD_FORMAT; field <<= 1)
    if ((among & field) != 0 && !is_same (a, b, (FeuPostFields) field))
      differences |= field;
  return (FeuPostFields) differences;
}

static void
take_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
take_date (GDateTime **place, GDateTime *date)
{
  g_clear_pointer (place, g_date_time_unref);
  *place = date != NULL ? g_date_time_ref (date) : NULL;
}

static void
take_terms (FeuPost *to, const FeuPost *from, FeuTaxonomy taxonomy)
{
  const GArray *ids = feu_post_get_terms (from, taxonomy);
  feu_post_set_terms (to, taxonomy, (const gint64 *) ids->data, ids->len);
}

void
feu_post_take_fields (FeuPost *to, const FeuPost *from, FeuPostFields fields)
{
  g_return_if_fail (to != NULL && from != NULL);

  if ((fields & FEU_POST_FIELD_TITLE) != 0)
    take_text (&to->title, from->title);
  if ((fields & FEU_POST_FIELD_CONTENT) != 0)
    {
      take_text (&to->content, from->content);
      take_text (&to->footnotes, from->footnotes);
    }
  if ((fields & FEU_POST_FIELD_EXCERPT) != 0)
    take_text (&to->excerpt, from->excerpt);
  if ((fields & FEU_POST_FIELD_SLUG) != 0)
    take_text (&to->slug, from->slug);
  if ((fields & FEU_POST_FIELD_STATUS) != 0)
    to->status = from->status;
  if ((fields & FEU_POST_FIELD_DATE) != 0)
    take_date (&to->date, from->date);
  if ((fields & FEU_POST_FIELD_AUTHOR) != 0)
    to->author = from->author;
  if ((fields & FEU_POST_FIELD_CATEGORIES) != 0)
    take_terms (to, from, FEU_TAXONOMY_CATEGORY);
  if ((fields & FEU_POST_FIELD_TAGS) != 0)
    take_terms (to, from, FEU_TAXONOMY_TAG);
  if ((fields & FEU_POST_FIELD_FEATURED) != 0)
    to->featured = from->featured;
  if ((fields & FEU_POST_FIELD_COMMENTS) != 0)
    to->comments = from->comments;
  if ((fields & FEU_POST_FIELD_STICKY) != 0)
    to->sticky = from->sticky;
  if ((fields & FEU_POST_FIELD_FORMAT) != 0)
    take_text (&to->format, from->format);
}

FeuPost *
feu_post_copy (const FeuPost *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  FeuPost *copy = feu_post_new ();
  feu_post_take_fields (copy, self, FEU_POST_ALL_FIELDS);
  copy->id = self->id;
  copy->rights = self->rights;
  copy->generated_slug = g_strdup (self->generated_slug);
  copy->permalink_template = g_strdup (self->permalink_template);
  take_text (&copy->link, self->link);
  take_text (&copy->edit_link, self->edit_link);
  take_date (&copy->modified, self->modified);
  return copy;
}

char *
feu_post_dup_fingerprint (const FeuPost *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (FeuPost) plain = feu_post_new ();
  feu_post_take_fields (plain, self, FEU_POST_ALL_FIELDS);
  /* A draft without a date of its own is read with the time of reading. */
  if (!feu_post_status_needs_publishing (self->status))
    g_clear_pointer (&plain->date, g_date_time_unref);
  g_autofree char *json = feu_post_to_json (plain);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}
