/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Services whose pages WordPress shows in an article when it finds their address.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuEmbed:
 * @url: (transfer full): the address, in the form that all versions of WordPress know
 * @provider: "youtube" …
 * @type: "video" or "rich"
 * @is_wide: whether it is shown at 16 to 9
 */
typedef struct
{
  char       *url;
  const char *provider;
  const char *type;
  gboolean    is_wide;
} FeuEmbed;

/** Returns: FALSE when @url is no page of a known service */
gboolean feu_embed_find (const char *url, FeuEmbed *out_embed);

G_END_DECLS
