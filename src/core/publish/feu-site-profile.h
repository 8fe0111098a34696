/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be known of a site and an account there before the writer can be asked
 * anything: gathered in one go, and kept.
 */
#pragma once

#include "feu-publisher.h"

G_BEGIN_DECLS

/**
 * FeuSiteProfile:
 * @categories: (element-type FeuTerm): all of them
 * @tags: (element-type FeuTerm): all of them
 * @authors: (element-type FeuAccount): empty where the account may not choose
 * @permalink: (nullable): how the site makes addresses: has "%postname%" for the slug
 * and perhaps "%year%", "%monthnum%", "%day%"; NULL when it cannot be told
 *
 * Immutable, reference-counted (atomically).
 */
#define FEU_TYPE_SITE_PROFILE (feu_site_profile_get_type ())
typedef struct
{
  gatomicrefcount ref_count;
  FeuAccount     *account;
  FeuSiteInfo    *info;
  GPtrArray      *categories;
  GPtrArray      *tags;
  GPtrArray      *authors;
  char           *permalink;
} FeuSiteProfile;

GType           feu_site_profile_get_type (void);
FeuSiteProfile *feu_site_profile_ref (FeuSiteProfile *self);
void            feu_site_profile_unref (FeuSiteProfile *self);

/** Asks the site; blocks, for a worker thread. NULL with the errors of the publisher.
 */
FeuSiteProfile *feu_site_profile_fetch (FeuPublisher *publisher,
                                        GCancellable *cancellable,
                                        GError      **error);

/** For a site that cannot be reached: allows everything that an author may, as the site
 * is asked before anything happens. */
FeuSiteProfile *feu_site_profile_new_offline (const char *name,
                                              const char *address,
                                              gint64      user_id);

/**
 * feu_site_profile_dup_permalink:
 * @slug: as it will be
 * @date: (nullable): when it will be published; NULL: now
 *
 * Returns: (nullable) (transfer full): the post's address, as far as it can be told
 */
char *feu_site_profile_dup_permalink (const FeuSiteProfile *self,
                                      const char           *slug,
                                      GDateTime            *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuSiteProfile, feu_site_profile_unref)

G_END_DECLS
