/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks or HTML, by their writers; their notes without the lines.
 */
#include "config.h"

#include "feu-wordpress-content.h"

#include "feu-block-markup.h"
#include "feu-classic-html.h"

FeuContent *
feu_wordpress_content_new (const FeuArticle *article,
                           gboolean          is_classic,
                           FeuRights         rights,
                           gboolean          has_footnotes,
                           FeuImageLookup    lookup,
                           gpointer          lookup_data)
{
  const FeuMarkupOptions options = {
    .rights = rights,
    .has_footnotes = has_footnotes,
    .find_image = lookup,
    .image_data = lookup_data,
  };
  g_autoptr (FeuMarkup) markup = is_classic ? feu_classic_html_new (article, &options)
                                            : feu_block_markup_new (article, &options);
  FeuContent *content = feu_content_new (feu_markup_dup_body (markup),
                                         g_steal_pointer (&markup->footnotes));

  for (guint i = 0; i < markup->notes->len; i++)
    {
      FeuMarkupNote *note = g_ptr_array_index (markup->notes, i);
      g_ptr_array_add (content->notes, g_strdup (note->text));
    }
  return content;
}
