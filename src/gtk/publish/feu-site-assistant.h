/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From any address of a site to a site that is signed in to.
 */
#pragma once

#include <handy.h>

#include "feu-publishing.h"

G_BEGIN_DECLS

#define FEU_TYPE_SITE_ASSISTANT (feu_site_assistant_get_type ())
G_DECLARE_FINAL_TYPE (FeuSiteAssistant,
                      feu_site_assistant,
                      FEU,
                      SITE_ASSISTANT,
                      HdyWindow)

/**
 * feu_site_assistant_new:
 * @site: (nullable): one that is to be signed in to again; NULL to add one
 *
 * Asks for the address, finds the site, and signs in: on the site's own approval page,
 * in a web view that keeps nothing; or in the browser, or with a pasted password. Saves
 * the site and its password.
 */
GtkWidget *feu_site_assistant_new (GtkWindow     *parent,
                                   FeuPublishing *publishing,
                                   FeuSite       *site);

/** Shows a new one, and returns at once. */
void feu_site_assistant_show (GtkWindow     *parent,
                              FeuPublishing *publishing,
                              FeuSite       *site);

G_END_DECLS
