/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a site makes addresses is told by no service directly; it is read off the newest
 * post: its template, with the parts of its date put back into words.
 */
#include "config.h"

#include "feu-site-profile.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (FeuSiteProfile,
                     feu_site_profile,
                     feu_site_profile_ref,
                     feu_site_profile_unref)

FeuSiteProfile *
feu_site_profile_ref (FeuSiteProfile *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_site_profile_unref (FeuSiteProfile *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->account, feu_account_unref);
  g_clear_pointer (&self->info, feu_site_info_unref);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->authors, g_ptr_array_unref);
  g_free (self->permalink);
  g_free (self);
}

/* "https://e.org/2026/11/%postname%/" of a post of 3 November 2026 becomes
 * "https://e.org/%year%/%monthnum%/%postname%/". */
static char *
generalise (const char *permalink, GDateTime *date, GTimeZone *zone)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (date, zone);
  g_autofree char *day = g_date_time_format (local, "/%Y/%m/%d/");
  g_autofree char *month = g_date_time_format (local, "/%Y/%m/");
  GString         *text = g_string_new (permalink);

  if (g_string_replace (text, day, "/%year%/%monthnum%/%day%/", 1) == 0)
    g_string_replace (text, month, "/%year%/%monthnum%/", 1);
  return g_string_free (text, FALSE);
}

static char *
find_permalink (FeuPublisher      *publisher,
                const FeuSiteInfo *info,
                GCancellable      *cancellable)
{
  FeuPostQuery query = {
    .has_status = TRUE, .status = FEU_POST_PUBLISHED, .page = 1, .per_page = 1
  };
  guint n_pages = 0;
  /* Only a preview would be missing. */
  g_autoptr (GPtrArray) posts =
      feu_publisher_list_posts (publisher, &query, &n_pages, cancellable, NULL);

  if (posts == NULL || posts->len == 0)
    return NULL;
  const FeuPost *post = g_ptr_array_index (posts, 0);
  if (post->permalink_template == NULL || post->date == NULL ||
      strstr (post->permalink_template, "%postname%") == NULL)
    return NULL;
  return generalise (post->permalink_template, post->date, info->time_zone);
}

FeuSiteProfile *
feu_site_profile_fetch (FeuPublisher *publisher,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (publisher), NULL);
  g_autoptr (FeuSiteProfile) self = g_new0 (FeuSiteProfile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->account = feu_publisher_get_account (publisher, cancellable, error);
  if (self->account == NULL)
    return NULL;
  self->info = feu_publisher_get_site_info (publisher, cancellable, error);
  if (self->info == NULL)
    return NULL;
  self->categories =
      feu_publisher_list_terms (publisher, FEU_TAXONOMY_CATEGORY, cancellable, error);
  if (self->categories == NULL)
    return NULL;
  self->tags =
      feu_publisher_list_terms (publisher, FEU_TAXONOMY_TAG, cancellable, error);
  if (self->tags == NULL)
    return NULL;
  if ((self->account->rights & FEU_RIGHT_CHOOSE_AUTHOR) != 0)
    self->authors = feu_publisher_list_authors (publisher, cancellable, error);
  else
    self->authors = g_ptr_array_new ();
  if (self->authors == NULL)
    return NULL;
  self->permalink = find_permalink (publisher, self->info, cancellable);
  return g_steal_pointer (&self);
}

FeuSiteProfile *
feu_site_profile_new_offline (const char *name, const char *address, gint64 user_id)
{
  g_return_val_if_fail (name != NULL && address != NULL, NULL);
  FeuSiteProfile *self = g_new0 (FeuSiteProfile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->account = feu_account_new (user_id, "");
  self->account->rights = FEU_RIGHT_WRITE | FEU_RIGHT_PUBLISH | FEU_RIGHT_UPLOAD |
                          FEU_RIGHT_EDIT_PUBLISHED | FEU_RIGHT_CREATE_TAGS |
                          FEU_RIGHT_CREATE_CATEGORIES;
  self->info = feu_site_info_new (name, address);
  self->categories = g_ptr_array_new ();
  self->tags = g_ptr_array_new ();
  self->authors = g_ptr_array_new ();
  return self;
}

static void
put_date_part (GString *text, const char *name, GDateTime *date, const char *format)
{
  g_autofree char *part = g_date_time_format (date, format);

  g_string_replace (text, name, part, 0);
}

char *
feu_site_profile_dup_permalink (const FeuSiteProfile *self,
                                const char           *slug,
                                GDateTime            *date)
{
  g_return_val_if_fail (self != NULL && slug != NULL, NULL);
  if (self->permalink == NULL)
    return NULL;
  g_autoptr (GDateTime) local =
      date != NULL ? g_date_time_to_timezone (date, self->info->time_zone)
                   : g_date_time_new_now (self->info->time_zone);
  GString *text = g_string_new (self->permalink);

  put_date_part (text, "%year%", local, "%Y");
  put_date_part (text, "%monthnum%", local, "%m");
  put_date_part (text, "%day%", local, "%d");
  g_string_replace (text, "%postname%", slug, 0);
  return g_string_free (text, FALSE);
}
