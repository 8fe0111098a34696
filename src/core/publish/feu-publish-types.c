/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reference-counted boxes of GLib's own making.
 */
#include "config.h"

#include "feu-publish-types.h"

G_DEFINE_BOXED_TYPE (FeuAccount, feu_account, feu_account_ref, feu_account_unref)
G_DEFINE_BOXED_TYPE (FeuSiteInfo, feu_site_info, feu_site_info_ref, feu_site_info_unref)
G_DEFINE_BOXED_TYPE (FeuTerm, feu_term, feu_term_ref, feu_term_unref)
G_DEFINE_BOXED_TYPE (FeuRemoteImage,
                     feu_remote_image,
                     feu_remote_image_ref,
                     feu_remote_image_unref)

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

FeuAccount *
feu_account_new (gint64 id, const char *name)
{
  FeuAccount *self = g_atomic_rc_box_new0 (FeuAccount);
  self->id = id;
  self->name = dup_or_empty (name);
  return self;
}

FeuAccount *
feu_account_ref (FeuAccount *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_account (gpointer data)
{
  FeuAccount *self = data;
  g_free (self->name);
  g_free (self->login);
}

void
feu_account_unref (FeuAccount *self)
{
  g_atomic_rc_box_release_full (self, clear_account);
}

FeuSiteInfo *
feu_site_info_new (const char *name, const char *home)
{
  static const char *const standard_only[] = { "standard", NULL };

  FeuSiteInfo *self = g_atomic_rc_box_new0 (FeuSiteInfo);
  self->name = dup_or_empty (name);
  self->home = dup_or_empty (home);
  self->time_zone = g_time_zone_new_utc ();
  self->formats = g_strdupv ((char **) standard_only);
  return self;
}

FeuSiteInfo *
feu_site_info_ref (FeuSiteInfo *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_site_info (gpointer data)
{
  FeuSiteInfo *self = data;
  g_free (self->name);
  g_free (self->home);
  g_time_zone_unref (self->time_zone);
  g_strfreev (self->formats);
}

void
feu_site_info_unref (FeuSiteInfo *self)
{
  g_atomic_rc_box_release_full (self, clear_site_info);
}

FeuTerm *
feu_term_new (FeuTaxonomy taxonomy, gint64 id, const char *name, const char *slug)
{
  FeuTerm *self = g_atomic_rc_box_new0 (FeuTerm);
  self->taxonomy = taxonomy;
  self->id = id;
  self->name = dup_or_empty (name);
  self->slug = dup_or_empty (slug);
  return self;
}

FeuTerm *
feu_term_ref (FeuTerm *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_term (gpointer data)
{
  FeuTerm *self = data;
  g_free (self->name);
  g_free (self->slug);
}

void
feu_term_unref (FeuTerm *self)
{
  g_atomic_rc_box_release_full (self, clear_term);
}

FeuRemoteImage *
feu_remote_image_new (gint64 id, const char *url)
{
  FeuRemoteImage *self = g_atomic_rc_box_new0 (FeuRemoteImage);
  self->id = id;
  self->url = dup_or_empty (url);
  self->alt = g_strdup ("");
  return self;
}

FeuRemoteImage *
feu_remote_image_ref (FeuRemoteImage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_remote_image (gpointer data)
{
  FeuRemoteImage *self = data;
  g_free (self->url);
  g_free (self->large_url);
  g_free (self->alt);
  g_free (self->caption);
  g_free (self->title);
  g_free (self->mime_type);
}

void
feu_remote_image_unref (FeuRemoteImage *self)
{
  g_atomic_rc_box_release_full (self, clear_remote_image);
}
