/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses of the web: which ones are accepted and when two are of one origin.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * feu_http_address_parse:
 *
 * Returns: (transfer full) (nullable): @address if it is absolute, http or https, has a
 * host and holds no login; else NULL with FEU_HTTP_ERROR_BAD_REQUEST
 */
GUri *feu_http_address_parse (const char *address, GError **error);

/** Same scheme, host and port, where a port left out is the scheme's own. */
gboolean feu_http_address_is_same_origin (GUri *a, GUri *b);

gboolean feu_http_address_is_https (GUri *uri);

/** Whether the address can only mean this computer: 127.0.0.1, ::1, localhost. */
gboolean feu_http_address_is_loopback (GUri *uri);

/** The port, that of the scheme where it is left out. */
int feu_http_address_get_port (GUri *uri);

G_END_DECLS
