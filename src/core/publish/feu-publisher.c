/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The interface's functions: each hands over to the implementation.
 */
#include "config.h"

#include "feu-publisher.h"

G_DEFINE_INTERFACE (FeuPublisher, feu_publisher, G_TYPE_OBJECT)

static void
feu_publisher_default_init (FeuPublisherInterface *iface)
{
}

FeuAccount *
feu_publisher_get_account (FeuPublisher *self,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->get_account (self, cancellable, error);
}

FeuSiteInfo *
feu_publisher_get_site_info (FeuPublisher *self,
                             GCancellable *cancellable,
                             GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->get_site_info (self, cancellable, error);
}

GPtrArray *
feu_publisher_list_terms (FeuPublisher *self,
                          FeuTaxonomy   taxonomy,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->list_terms (
      self, taxonomy, cancellable, error);
}

FeuTerm *
feu_publisher_create_term (FeuPublisher *self,
                           FeuTaxonomy   taxonomy,
                           const char   *name,
                           gint64        parent,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->create_term (
      self, taxonomy, name, parent, cancellable, error);
}

GPtrArray *
feu_publisher_list_authors (FeuPublisher *self,
                            GCancellable *cancellable,
                            GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->list_authors (self, cancellable, error);
}

FeuRemoteImage *
feu_publisher_upload_image (FeuPublisher         *self,
                            const FeuImageUpload *upload,
                            GCancellable         *cancellable,
                            GError              **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->upload_image (
      self, upload, cancellable, error);
}

FeuRemoteImage *
feu_publisher_update_image (FeuPublisher         *self,
                            const FeuRemoteImage *image,
                            GCancellable         *cancellable,
                            GError              **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->update_image (self, image, cancellable, error);
}

GPtrArray *
feu_publisher_get_images (FeuPublisher *self,
                          const gint64 *ids,
                          gsize         n_ids,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->get_images (
      self, ids, n_ids, cancellable, error);
}

GPtrArray *
feu_publisher_find_images (FeuPublisher *self,
                           const char   *file_name,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->find_images (
      self, file_name, cancellable, error);
}

GPtrArray *
feu_publisher_list_images (FeuPublisher *self,
                           const char   *search,
                           guint         page,
                           guint        *out_n_pages,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->list_images (
      self, search, page, out_n_pages, cancellable, error);
}

FeuPost *
feu_publisher_create_draft (FeuPublisher *self,
                            const char   *title,
                            const char   *content,
                            const char   *nonce_slug,
                            GCancellable *cancellable,
                            GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->create_draft (
      self, title, content, nonce_slug, cancellable, error);
}

GPtrArray *
feu_publisher_find_drafts (FeuPublisher *self,
                           const char   *nonce_slug,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->find_drafts (
      self, nonce_slug, cancellable, error);
}

FeuPost *
feu_publisher_get_post (FeuPublisher *self,
                        gint64        id,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->get_post (self, id, cancellable, error);
}

FeuPost *
feu_publisher_update_post (FeuPublisher  *self,
                           const FeuPost *post,
                           FeuPostFields  fields,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->update_post (
      self, post, fields, cancellable, error);
}

FeuPost *
feu_publisher_trash_post (FeuPublisher *self,
                          gint64        id,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->trash_post (self, id, cancellable, error);
}

GPtrArray *
feu_publisher_list_posts (FeuPublisher       *self,
                          const FeuPostQuery *query,
                          guint              *out_n_pages,
                          GCancellable       *cancellable,
                          GError            **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->list_posts (
      self, query, out_n_pages, cancellable, error);
}

FeuContent *
feu_publisher_build_content (FeuPublisher      *self,
                             const FeuArticle  *article,
                             FeuRights          rights,
                             const FeuSiteInfo *site,
                             const char        *source,
                             FeuImageLookup     lookup,
                             gpointer           lookup_data)
{
  g_return_val_if_fail (FEU_IS_PUBLISHER (self), NULL);

  return FEU_PUBLISHER_GET_IFACE (self)->build_content (
      self, article, rights, site, source, lookup, lookup_data);
}
