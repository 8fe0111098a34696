/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Addresses in untrusted HTML: which ones may be followed, and how to write them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_html_url_is_safe:
 * @url: an address as an attribute holds it, unescaped
 *
 * Returns: TRUE for relative addresses and the schemes http, https, mailto and tel. A
 * scheme is found as browsers find it: spaces before it do not count, and tabs, line
 * ends and controls nowhere
 */
gboolean feu_html_url_is_safe (const char *url);

/**
 * feu_html_url_is_safe_image:
 * @url: as for feu_html_url_is_safe()
 *
 * Returns: TRUE for relative addresses, http, https, file, and data of an image type
 */
gboolean feu_html_url_is_safe_image (const char *url);

/**
 * feu_html_url_normalize:
 * @url: as for feu_html_url_is_safe()
 *
 * Returns: (transfer full): @url without the white space and controls that browsers
 * ignore; characters that no address may hold are percent-encoded, so that a decoded
 * address is what was meant. Unchanged when applied again.
 */
char *feu_html_url_normalize (const char *url);

G_END_DECLS
