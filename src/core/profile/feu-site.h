/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where articles go: a site, the account on it, and what its articles are to be like.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FEU_SITE_WORDPRESS "wordpress"

typedef enum
{
  FEU_SITE_BLOCKS,  /* native blocks; the default */
  FEU_SITE_CLASSIC, /* HTML as the classic editor writes it */
} FeuSiteFormat;

/**
 * FeuSite:
 * @id: file name and what `site:` in front matter says; letters, digits, hyphens
 * @name: as the writer calls it
 * @color: (nullable): "#rrggbb"
 * @kind: FEU_SITE_WORDPRESS
 * @address: what the writer typed or the site calls its front page; http or https
 * @api_root: (nullable): canonical address of the interface; NULL until the site was
 * found, and after an import
 * @user: (nullable): login name
 * @user_id: the account's number on the site; 0 when not known
 * @default_author: id on the site that new posts are given; 0 for the account itself
 * @default_categories: (nullable): names that new posts without any are given
 * @theme: (nullable): of the preview
 * @format: how content is written
 * @max_image_px: longest side of an image sent; 2560
 * @max_image_bytes: 0 for no limit
 * @jpeg_quality: 1 to 100; 85
 * @parallel_uploads: 1 to 8; 3
 * @allows_plain_http: the writer agreed to send the password unencrypted
 *
 * Immutable by convention once made; reference-counted, usable from any thread. Holds
 * no secret: those are with FeuCredentials, by @id.
 */
#define FEU_TYPE_SITE (feu_site_get_type ())
typedef struct
{
  gatomicrefcount ref_count;

  const char        *id;
  const char        *name;
  const char        *color;
  const char        *kind;
  const char        *address;
  const char        *api_root;
  const char        *user;
  gint64             user_id;
  gint64             default_author;
  const char *const *default_categories;
  const char        *theme;
  FeuSiteFormat      format;
  guint              max_image_px;
  guint64            max_image_bytes;
  guint              jpeg_quality;
  guint              parallel_uploads;
  gboolean           allows_plain_http;
} FeuSite;

GType feu_site_get_type (void);

/**
 * feu_site_new:
 * @values: what it is to hold: a struct on the stack, or a changed copy of another
 * site's. Strings are copied and trimmed, empty ones count as NULL, numbers left at 0
 * get their defaults. @name falls back on the address's host and @id on a slug of the
 * name.
 *
 * |[<!-- language="C" -->
 * FeuSite values = *site;
 * values.color = "#3584e4";
 * g_autoptr (FeuSite) changed = feu_site_new (&values);
 * ]|
 *
 * Returns: (transfer full) (nullable): NULL where @address is none, or holds a login
 */
FeuSite *feu_site_new (const FeuSite *values);
FeuSite *feu_site_ref (FeuSite *self);
void     feu_site_unref (FeuSite *self);

/** (transfer full): the text of a key file; without secrets. */
char *feu_site_to_text (const FeuSite *self);

/** (nullable): from such a text. @id: (nullable): overrides the file's. */
FeuSite *feu_site_new_from_text (const char *text, gsize length, const char *id);

/** Whether @id can be the id of a site, and so a file name. */
gboolean feu_site_is_id (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuSite, feu_site_unref)

G_END_DECLS
