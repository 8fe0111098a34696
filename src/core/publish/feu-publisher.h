/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A service that articles are published to, with one account: what every such service
 * can do, in words that know none of them. feu-wordpress.h is the first to do it.
 */
#pragma once

#include "feu-article.h"
#include "feu-publish-error.h"
#include "feu-publish-request.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISHER (feu_publisher_get_type ())
G_DECLARE_INTERFACE (FeuPublisher, feu_publisher, FEU, PUBLISHER, GObject)

/**
 * FeuPublisher:
 *
 * Every function blocks and is for a worker thread; several may be called at once. Each
 * sends what it says once: repeating, looking up and waiting is the job's business
 * (feu-publish-job.h). Errors are FEU_PUBLISH_ERROR or G_IO_ERROR_CANCELLED.
 */

struct _FeuPublisherInterface
{
  GTypeInterface parent_iface;

  FeuAccount *(*get_account) (FeuPublisher *, GCancellable *, GError **);
  FeuSiteInfo *(*get_site_info) (FeuPublisher *, GCancellable *, GError **);
  GPtrArray *(*list_terms) (FeuPublisher *, FeuTaxonomy, GCancellable *, GError **);
  FeuTerm *(*create_term) (FeuPublisher *,
                           FeuTaxonomy,
                           const char *,
                           gint64,
                           GCancellable *,
                           GError **);
  GPtrArray *(*list_authors) (FeuPublisher *, GCancellable *, GError **);

  FeuRemoteImage *(*upload_image) (FeuPublisher *,
                                   const FeuImageUpload *,
                                   GCancellable *,
                                   GError **);
  FeuRemoteImage *(*update_image) (FeuPublisher *,
                                   const FeuRemoteImage *,
                                   GCancellable *,
                                   GError **);
  GPtrArray *(
      *get_images) (FeuPublisher *, const gint64 *, gsize, GCancellable *, GError **);
  GPtrArray *(*find_images) (FeuPublisher *, const char *, GCancellable *, GError **);
  GPtrArray *(*list_images) (FeuPublisher *,
                             const char *,
                             guint,
                             guint *,
                             GCancellable *,
                             GError **);

  FeuPost *(*create_draft) (FeuPublisher *,
                            const char *,
                            const char *,
                            const char *,
                            GCancellable *,
                            GError **);
  GPtrArray *(*find_drafts) (FeuPublisher *, const char *, GCancellable *, GError **);
  FeuPost *(*get_post) (FeuPublisher *, gint64, GCancellable *, GError **);
  FeuPost *(*update_post) (FeuPublisher *,
                           const FeuPost *,
                           FeuPostFields,
                           GCancellable *,
                           GError **);
  FeuPost *(*trash_post) (FeuPublisher *, gint64, GCancellable *, GError **);
  GPtrArray *(*list_posts) (FeuPublisher *,
                            const FeuPostQuery *,
                            guint *,
                            GCancellable *,
                            GError **);

  FeuContent *(*build_content) (FeuPublisher *,
                                const FeuArticle *,
                                FeuRights,
                                const FeuSiteInfo *,
                                const char *,
                                FeuImageLookup,
                                gpointer);
};

/** Who this is, with rights. */
FeuAccount *feu_publisher_get_account (FeuPublisher *self,
                                       GCancellable *cancellable,
                                       GError      **error);

FeuSiteInfo *feu_publisher_get_site_info (FeuPublisher *self,
                                          GCancellable *cancellable,
                                          GError      **error);

/** (transfer full) (element-type FeuTerm): all pages of them, by name. */
GPtrArray *feu_publisher_list_terms (FeuPublisher *self,
                                     FeuTaxonomy   taxonomy,
                                     GCancellable *cancellable,
                                     GError      **error);

/** @parent: 0 for the top. FEU_PUBLISH_ERROR_EXISTS gives the id of the one there. */
FeuTerm *feu_publisher_create_term (FeuPublisher *self,
                                    FeuTaxonomy   taxonomy,
                                    const char   *name,
                                    gint64        parent,
                                    GCancellable *cancellable,
                                    GError      **error);

/** (transfer full) (element-type FeuAccount): who can be a post's author, by name. */
GPtrArray *feu_publisher_list_authors (FeuPublisher *self,
                                       GCancellable *cancellable,
                                       GError      **error);

FeuRemoteImage *feu_publisher_upload_image (FeuPublisher         *self,
                                            const FeuImageUpload *upload,
                                            GCancellable         *cancellable,
                                            GError              **error);

/** Sets alt, caption and title of the image with the id of @image. */
FeuRemoteImage *feu_publisher_update_image (FeuPublisher         *self,
                                            const FeuRemoteImage *image,
                                            GCancellable         *cancellable,
                                            GError              **error);

/** (transfer full) (element-type FeuRemoteImage): those of @ids that are there. */
GPtrArray *feu_publisher_get_images (FeuPublisher *self,
                                     const gint64 *ids,
                                     gsize         n_ids,
                                     GCancellable *cancellable,
                                     GError      **error);

/** (transfer full) (element-type FeuRemoteImage): uploads named @file_name, oldest
 * first; normally one or none. */
GPtrArray *feu_publisher_find_images (FeuPublisher *self,
                                      const char   *file_name,
                                      GCancellable *cancellable,
                                      GError      **error);

/** The media library, newest first. @search: (nullable); @page: from 1. */
GPtrArray *feu_publisher_list_images (FeuPublisher *self,
                                      const char   *search,
                                      guint         page,
                                      guint        *out_n_pages,
                                      GCancellable *cancellable,
                                      GError      **error);

/**
 * feu_publisher_create_draft:
 * @nonce_slug: found nowhere else, so that the draft can be found if the answer is lost
 *
 * Makes a draft and sets nothing but these: what else a post has could fail after the
 * draft is there.
 */
FeuPost *feu_publisher_create_draft (FeuPublisher *self,
                                     const char   *title,
                                     const char   *content,
                                     const char   *nonce_slug,
                                     GCancellable *cancellable,
                                     GError      **error);

/** (transfer full) (element-type FeuPost): posts with this slug in any state but the
 * trash, oldest first. */
GPtrArray *feu_publisher_find_drafts (FeuPublisher *self,
                                      const char   *nonce_slug,
                                      GCancellable *cancellable,
                                      GError      **error);

/** FEU_PUBLISH_ERROR_GONE: there is none; one in the trash is returned, TRASHED. */
FeuPost *feu_publisher_get_post (FeuPublisher *self,
                                 gint64        id,
                                 GCancellable *cancellable,
                                 GError      **error);

/** Sets @fields of the post with the id of @post. Returns: the post as it is now */
FeuPost *feu_publisher_update_post (FeuPublisher  *self,
                                    const FeuPost *post,
                                    FeuPostFields  fields,
                                    GCancellable  *cancellable,
                                    GError       **error);

FeuPost *feu_publisher_trash_post (FeuPublisher *self,
                                   gint64        id,
                                   GCancellable *cancellable,
                                   GError      **error);

/** (transfer full) (element-type FeuPost): newest change first, without content. */
GPtrArray *feu_publisher_list_posts (FeuPublisher       *self,
                                     const FeuPostQuery *query,
                                     guint              *out_n_pages,
                                     GCancellable       *cancellable,
                                     GError            **error);

/** The article as this service stores articles; no request is made. @rights: of the
 * account, or of the post once it is there. @source: (nullable): what the reader of
 * posts kept of the post that the article was; unchanged parts are then sent as they
 * were. */
FeuContent *feu_publisher_build_content (FeuPublisher      *self,
                                         const FeuArticle  *article,
                                         FeuRights          rights,
                                         const FeuSiteInfo *site,
                                         const char        *source,
                                         FeuImageLookup     lookup,
                                         gpointer           lookup_data);

G_END_DECLS
