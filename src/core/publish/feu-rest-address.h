/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses of a WordPress interface, in its two forms: "https://…/wp-json/" and
 * "https://…/?rest_route=/".
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** (transfer full): the canonical form of what a site calls its root: it ends with a
 * slash, so that a route can be put behind it, and has no other query. */
char *feu_rest_address_normalize (GUri *root);

/**
 * feu_rest_address_new:
 * @root: in its canonical form
 * @route: "wp/v2/users/me"; "" for the index
 * @query: (nullable): "context=edit&…", already encoded
 */
char *feu_rest_address_new (const char *root, const char *route, const char *query);

/** (transfer full): the same address with https, without the port of http. */
GUri *feu_rest_address_secure (GUri *uri);

G_END_DECLS
