/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * WordPress as a FeuPublisher, by its REST interface (wp/v2) and an application
 * password.
 */
#pragma once

#include "feu-http.h"
#include "feu-publisher.h"

G_BEGIN_DECLS

#define FEU_TYPE_WORDPRESS (feu_wordpress_get_type ())
G_DECLARE_FINAL_TYPE (FeuWordPress, feu_wordpress, FEU, WORDPRESS, GObject)

typedef enum
{
  FEU_WORDPRESS_BLOCKS,
  FEU_WORDPRESS_CLASSIC, /* HTML for the classic editor, and for sites before 6.1 */
} FeuWordPressFormat;

/**
 * feu_wordpress_new:
 * @api_root: as the site gives it: "https://example.org/wp-json/" or
 * "https://example.org/index.php?rest_route=/"
 * @login: (nullable): NULL can only read what everybody can
 * @format: how feu_publisher_build_content() writes
 *
 * Usable from several threads at once.
 */
FeuWordPress *feu_wordpress_new (FeuHttp           *http,
                                 const char        *api_root,
                                 FeuHttpLogin      *login,
                                 FeuWordPressFormat format);

G_END_DECLS
