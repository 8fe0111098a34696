/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a WordPress says of itself to whoever finds it.
 */
#pragma once

#include "feu-http-response.h"

G_BEGIN_DECLS

/**
 * FeuFoundSite:
 * @api_root: canonical address of the interface: ends with a slash
 * @name: of the site, plain text; its host where it has none
 * @home: address of the front page
 * @url: where WordPress itself lives: wp-admin, xmlrpc.php
 * @time_zone: (nullable): "Europe/Paris"; NULL where only an offset is set
 * @offset_min: from UTC, at the time of asking
 * @authorization: (nullable): page where the writer approves an application password;
 * NULL where the site offers none
 * @is_plain_http: without encryption: the writer agreed, or it is this computer
 * @needs_login: the interface is for signed-in users only
 *
 * Immutable by convention; reference-counted, usable from any thread.
 */
#define FEU_TYPE_FOUND_SITE (feu_found_site_get_type ())
typedef struct
{
  gatomicrefcount ref_count;

  char    *api_root;
  char    *name;
  char    *home;
  char    *url;
  char    *time_zone;
  int      offset_min;
  char    *authorization;
  gboolean is_plain_http;
  gboolean needs_login;
} FeuFoundSite;

GType feu_found_site_get_type (void);

/** The members of an interface's index that feu_found_site_new() reads. */
#define FEU_FOUND_SITE_FIELDS                                                          \
  "_fields=name,url,home,gmt_offset,timezone_string,namespaces,authentication"

/**
 * feu_found_site_new:
 * @response: of the index of an interface
 *
 * Returns: (transfer full) (nullable): NULL where that is no WordPress's index
 */
FeuFoundSite *feu_found_site_new (FeuHttpResponse *response);
FeuFoundSite *feu_found_site_ref (FeuFoundSite *self);
void          feu_found_site_unref (FeuFoundSite *self);

/** Whether @index, a root of JSON, lists "wp/v2" among its namespaces. */
gboolean feu_found_site_has_posts (JsonNode *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuFoundSite, feu_found_site_unref)

G_END_DECLS
