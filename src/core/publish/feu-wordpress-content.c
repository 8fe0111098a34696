/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Until the writer of blocks is here: the body's HTML, and the images after it.
 */
#include "config.h"

#include "feu-wordpress-content.h"

FeuContent *
feu_wordpress_content_new (const FeuArticle *article,
                           gboolean          is_classic,
                           FeuRights         rights,
                           gboolean          has_footnotes,
                           FeuImageLookup    lookup,
                           gpointer          lookup_data)
{
  const GPtrArray *blocks = feu_article_get_blocks (article);
  const GPtrArray *images = feu_article_get_images (article);
  GString         *body = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, i);
      g_string_append (body, block->html);
    }
  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageRef    *ref = g_ptr_array_index (images, i);
      const FeuRemoteImage *image = lookup (ref->src, lookup_data);
      if (image != NULL)
        g_string_append_printf (body, "<img src=\"%s\">\n", image->url);
    }
  return feu_content_new (g_string_free (body, FALSE), g_strdup (""));
}
