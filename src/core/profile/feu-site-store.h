/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sites of this writer: key files in a folder.
 */
#pragma once

#include "feu-site.h"

G_BEGIN_DECLS

#define FEU_TYPE_SITE_STORE (feu_site_store_get_type ())
G_DECLARE_FINAL_TYPE (FeuSiteStore, feu_site_store, FEU, SITE_STORE, GObject)

/**
 * FeuSiteStore:
 *
 * Reads `ID.site` files once, at construction. A broken file is skipped, and stays.
 * Files are readable by their owner alone. Main thread only; the sites themselves may
 * be used anywhere.
 *
 * Signal `changed`: a site was saved or removed here.
 */

#define FEU_SITE_ERROR (feu_site_error_quark ())
GQuark feu_site_error_quark (void);
typedef enum
{
  FEU_SITE_ERROR_NOT_A_SITE, /* the file to be imported is something else */
} FeuSiteError;

/** @folder: need not exist yet; normally $XDG_CONFIG_HOME/feuillet/sites. */
FeuSiteStore *feu_site_store_new (GFile *folder);

/** (transfer full): the folder named above. */
GFile *feu_site_store_dup_default_folder (void);

/** (transfer container) (element-type FeuSite): by name. */
GPtrArray *feu_site_store_list (FeuSiteStore *self);

/**
 * feu_site_store_dup_site:
 * @text: id, name (without case and accents), or address of a site, as front matter
 * may name it
 *
 * Returns: (transfer full) (nullable)
 */
FeuSite *feu_site_store_dup_site (FeuSiteStore *self, const char *text);

/** (transfer full): an id made of @name that no site has yet. */
char *feu_site_store_dup_free_id (FeuSiteStore *self, const char *name);

/** Creates or replaces the site with this id, atomically. Emits `changed`. */
gboolean feu_site_store_save (FeuSiteStore *self, FeuSite *site, GError **error);

/** Forgets the site. Its password is not this store's business. Emits `changed`. */
gboolean feu_site_store_remove (FeuSiteStore *self, const char *id, GError **error);

/** Writes @site to @file, for another computer or another writer. */
gboolean feu_site_store_export (FeuSite *site, GFile *file, GError **error);

/**
 * feu_site_store_import:
 *
 * Adds the site in @file, under an id of its own if the id is taken. Since the file may
 * be anybody's, it comes without interface address and without leave for unencrypted
 * sign-in: both are settled when the writer signs in. Emits `changed`.
 *
 * Returns: (transfer full)
 */
FeuSite *feu_site_store_import (FeuSiteStore *self, GFile *file, GError **error);

G_END_DECLS
