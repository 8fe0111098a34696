/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * WordPress's JSON and our data, both ways; the fields that are asked for.
 */
#pragma once

#include "feu-post.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Values of _fields: what the readers below need, and no rendered content. */
#define FEU_WORDPRESS_ACCOUNT_FIELDS "id,name,slug,capabilities"
#define FEU_WORDPRESS_TERM_FIELDS "id,name,slug,parent,count"
#define FEU_WORDPRESS_IMAGE_FIELDS                                                     \
  "id,source_url,alt_text,caption,title,mime_type,media_details"
#define FEU_WORDPRESS_POST_LIST_FIELDS                                                 \
  "id,status,title.raw,slug,link,date_gmt,modified_gmt,author,_links"
#define FEU_WORDPRESS_POST_FIELDS                                                      \
  "id,status,title.raw,content.raw,excerpt.raw,meta,slug,generated_slug,"              \
  "permalink_template,link,date_gmt,modified_gmt,author,categories,tags,"              \
  "featured_media,comment_status,sticky,format,_links"

/* Each: (nullable): NULL for what is not what it should be. */
FeuAccount     *feu_wordpress_read_account (JsonObject *object);
FeuTerm        *feu_wordpress_read_term (JsonObject *object, FeuTaxonomy taxonomy);
FeuRemoteImage *feu_wordpress_read_image (JsonObject *object);

/** @admin: address of the site's administration, for the post's edit_link. */
FeuPost *feu_wordpress_read_post (JsonObject *object, const char *admin);

/** The file's name in the media library, as stored. (nullable) */
const char *feu_wordpress_get_image_file (JsonObject *object);

/** What an update of @fields sends. */
JsonObject *feu_wordpress_write_post (const FeuPost *post, FeuPostFields fields);

G_END_DECLS
