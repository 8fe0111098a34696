/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses the writer, and gives what it wrote the bytes that the post has already.
 */
#include "config.h"

#include "feu-wordpress-content.h"

#include "feu-block-markup.h"
#include "feu-classic-html.h"
#include "feu-post-restore.h"

static FeuContent *
make_content (const FeuArticle *article, const FeuPostSource *source, FeuMarkup *markup)
{
  char *footnotes = NULL;
  char *body = source != NULL ? feu_post_restore (source, article, markup, &footnotes)
                              : feu_markup_dup_body (markup);

  return feu_content_new (body,
                          source != NULL ? footnotes : g_strdup (markup->footnotes));
}

FeuContent *
feu_wordpress_content_new (const FeuArticle *article,
                           gboolean          is_classic,
                           FeuRights         rights,
                           gboolean          has_footnotes,
                           const char       *source,
                           FeuImageLookup    lookup,
                           gpointer          lookup_data)
{
  g_autoptr (FeuPostSource) kept =
      source != NULL ? feu_post_source_new_from_json (source) : NULL;
  FeuMarkupOptions options = {
    .rights = rights,
    .has_footnotes = has_footnotes,
    .find_image = lookup,
    .image_data = lookup_data,
    .find_note_id = kept != NULL ? feu_post_restore_get_note_id : NULL,
    .note_data = kept,
  };

  if (kept != NULL && kept->pieces->len > 0)
    is_classic = kept->is_classic;
  g_autoptr (FeuMarkup) markup = is_classic ? feu_classic_html_new (article, &options)
                                            : feu_block_markup_new (article, &options);
  FeuContent *content = make_content (article, kept, markup);
  for (guint i = 0; i < markup->notes->len; i++)
    {
      const FeuMarkupNote *note = g_ptr_array_index (markup->notes, i);
      g_ptr_array_add (content->notes, g_strdup (note->text));
    }
  return content;
}
