/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked of the writer before an article is sent: what becomes of it, and what
 * the site is to know about it. Shows what the account may do and nothing else.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-image-inventory.h"
#include "feu-publish-wish.h"
#include "feu-site-profile.h"
#include "feu-thumbnails.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISH_FORM (feu_publish_form_get_type ())
G_DECLARE_FINAL_TYPE (FeuPublishForm, feu_publish_form, FEU, PUBLISH_FORM, GtkBox)

/**
 * FeuPublishForm:
 *
 * Give it the article, then the site; in any order and again when either is another.
 * What the writer changed stays.
 *
 * Signal `changed`: feu_publish_form_get_status() or feu_publish_form_check() says
 * something else than before.
 * Signal `images-requested`: the writer wants to choose among the site's images.
 */
GtkWidget *feu_publish_form_new (void);

/**
 * feu_publish_form_set_article:
 * @images: (element-type FeuImageInfo): of the article
 *
 * Fills the form from the front matter.
 */
void feu_publish_form_set_article (FeuPublishForm  *self,
                                   FeuArticle      *article,
                                   const GPtrArray *images,
                                   FeuThumbnails   *thumbnails);

/**
 * feu_publish_form_set_site:
 * @profile: what is known of the site and the account
 * @post: (nullable): the article's post there, when it has one
 */
void feu_publish_form_set_site (FeuPublishForm *self,
                                FeuSiteProfile *profile,
                                FeuPost        *post);

/** An image of the site to be the featured one. */
void feu_publish_form_set_remote_featured (FeuPublishForm *self, FeuRemoteImage *image);

/** What will become of the post. */
FeuPostStatus feu_publish_form_get_status (FeuPublishForm *self);

/** Whether the post is published, or not, already and is to stay so. */
gboolean feu_publish_form_keeps_status (FeuPublishForm *self);

/** (transfer full) (nullable): why this cannot be sent, as a sentence; NULL when it
 * can. */
char *feu_publish_form_check (FeuPublishForm *self);

/** (transfer full): what the form says. */
FeuPublishWish *feu_publish_form_dup_wish (FeuPublishForm *self);

/** (transfer full) (array zero-terminated=1): the names of the categories, for the
 * front matter; the wish may have ids. */
GStrv feu_publish_form_dup_category_names (FeuPublishForm *self);

G_END_DECLS
