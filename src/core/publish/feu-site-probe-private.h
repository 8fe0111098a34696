/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The requests of the finder: redirects followed by rules, the login shown to servers
 * that have earned it, and the most telling failure kept.
 */
#pragma once

#include "feu-http.h"
#include "feu-site-finder-error.h"

G_BEGIN_DECLS

/**
 * FeuSiteProbe:
 * @user: (nullable)
 * @allows_plain_http: the login may go unencrypted
 * @trusted: "host:port" of servers that may see the login: the one asked for, and those
 * that a trusted, encrypted one named
 * @was_led_away: an unencrypted answer passed us on to another host
 * @had_bad_certificate: encryption was there, and refused
 * @reason: (nullable): the most telling failure so far
 */
typedef struct
{
  FeuHttp      *http;        /* borrowed */
  GCancellable *cancellable; /* borrowed */
  const char   *user;        /* borrowed */
  const char   *password;    /* borrowed */
  gboolean      allows_plain_http;

  GHashTable *trusted; /* owned: set of utf8 */
  gboolean    was_led_away;
  gboolean    had_bad_certificate;
  GError     *reason; /* owned */
} FeuSiteProbe;

/** @asked: the server that may see the login */
void feu_site_probe_init (FeuSiteProbe *self, GUri *asked);
void feu_site_probe_clear (FeuSiteProbe *self);

/** Lets @target see the login if the server at @source may, and said so encrypted. */
void feu_site_probe_trust (FeuSiteProbe *self, GUri *source, GUri *target);

/** Whether the login may go to @uri. */
gboolean feu_site_probe_may_sign_in (FeuSiteProbe *self, GUri *uri);

/** (nullable): the last answer of a chain of redirects; FEU_SITE_FINDER_ERROR. */
FeuHttpResponse *feu_site_probe_fetch (FeuSiteProbe *self,
                                       const char   *method,
                                       GUri         *uri,
                                       gboolean      with_login,
                                       GError      **error);

/** Keeps @error as the reason if it tells more than the one kept. Takes @error. */
void feu_site_probe_note (FeuSiteProbe *self, GError *error);

/** The same with the usual sentence of @code. */
void feu_site_probe_note_code (FeuSiteProbe *self, FeuSiteFinderError code, GUri *uri);

G_END_DECLS
