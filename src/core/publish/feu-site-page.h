/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a web page says about the interfaces of its site, and plain text out of HTML.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_site_page_dup_link:
 * @html: any bytes
 * @rel: relation of the <link> wanted
 *
 * Returns: (transfer full) (nullable): its address, as written
 */
char *feu_site_page_dup_link (GBytes *html, const char *rel);

/** (nullable): the address of @api ("WP-API" …) in a document of Really Simple
 * Discovery. */
char *feu_site_page_dup_rsd_api (GBytes *xml, const char *api);

/** (transfer full): the text of a bit of HTML, spaces trimmed: "A &amp; B" → "A & B".
 */
char *feu_site_page_dup_text (const char *html);

G_END_DECLS
