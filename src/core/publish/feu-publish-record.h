/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What publishing notes in the article's own front matter, as one change of its text:
 * what the writer said in the form, and which post the article has become.
 */
#pragma once

#include "feu-publish-wish.h"
#include "feu-text-edit.h"

G_BEGIN_DECLS

/**
 * feu_publish_record_find:
 * @addresses: (array zero-terminated=1): any addresses of the site
 * @out_url: (out) (optional) (nullable): the post's address
 *
 * Looks in `remote` for the post that the article is on this site. Addresses are
 * compared without their scheme, case of the host, "www." and trailing slash.
 *
 * Returns: its id; 0 when there is none
 */
gint64 feu_publish_record_find (const FeuMetadata *metadata,
                                const char *const *addresses,
                                char             **out_url);

/**
 * feu_publish_record_wish:
 * @wish: what the form says; what is NULL in it is left alone
 * @category_names: (nullable) (array zero-terminated=1): instead of those in @wish,
 * which may be ids
 * @site_id: (nullable): for the key `site`
 * @time_zone: the site's, for the date
 *
 * Returns: (transfer full): the article's text with it; the same text when that says it
 * already. NULL with the errors of feu-front-matter-edit.h
 */
char *feu_publish_record_wish (const FeuArticle     *article,
                               const FeuPublishWish *wish,
                               const char *const    *category_names,
                               const char           *site_id,
                               GTimeZone            *time_zone,
                               GError              **error);

/**
 * feu_publish_record_post:
 * @address: of the site, as it is to be named
 * @addresses: (array zero-terminated=1): what it may be named already, see
 * feu_publish_record_find()
 *
 * Notes that the article is @post there: id and address, the slug that the site gave,
 * and for what is published or scheduled the date, unless there is one.
 *
 * Returns: (transfer full): as feu_publish_record_wish()
 */
char *feu_publish_record_post (const FeuArticle  *article,
                               const char        *address,
                               const char *const *addresses,
                               const FeuPost     *post,
                               GTimeZone         *time_zone,
                               GError           **error);

/** The one replacement that makes @text into @new_text. Returns: (nullable) (transfer
 * full): NULL when they are the same */
FeuTextEdit *feu_publish_record_get_edit (const char *text, const char *new_text);

G_END_DECLS
