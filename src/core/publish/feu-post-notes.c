/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The JSON is a list of { "id": …, "content": HTML }.
 */
#include "config.h"

#include "feu-post-notes.h"

#include "feu-json.h"

#include <stdlib.h>
#include <string.h>

/* From id to HTML (utf8 to utf8). */
static GHashTable *
read_texts (const char *footnotes)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonNode) root =
      *footnotes != '\0' ? feu_json_parse (footnotes, strlen (footnotes)) : NULL;
  JsonArray *notes =
      root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; notes != NULL && i < json_array_get_length (notes); i++)
    {
      JsonObject *note = feu_json_get_element_object (notes, i);
      const char *id = feu_json_get_string (note, "id");
      const char *text = feu_json_get_string (note, "content");
      if (id != NULL && text != NULL)
        g_hash_table_insert (texts, g_strdup (id), g_strdup (text));
    }
  return texts;
}

GHashTable *
feu_post_notes_label (const char *content, const char *footnotes)
{
  static const char mark[] = "data-fn=\"";
  g_autoptr (GHashTable) texts = read_texts (footnotes);
  g_autoptr (GHashTable) labels =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (const char *at = strstr (content, mark); at != NULL; at = strstr (at, mark))
    {
      at += strlen (mark);
      g_autofree char *id = g_strndup (at, strcspn (at, "\"<>"));
      if (!g_hash_table_contains (labels, id) && g_hash_table_contains (texts, id))
        g_hash_table_insert (labels,
                             g_steal_pointer (&id),
                             g_strdup_printf ("%u", g_hash_table_size (labels) + 1));
    }
  return g_hash_table_size (labels) > 0 ? g_steal_pointer (&labels) : NULL;
}

/* On one line; HTML that Markdown has no words for stays HTML. */
static char *
dup_text (const char *html, const FeuPostContext *context)
{
  gsize length = strlen (html);
  g_autoptr (xmlDoc) document = feu_post_html_parse (html, length);
  FeuInlineMarkdown *text = feu_inline_markdown_new (FEU_INLINE_LINE);

  if (document != NULL &&
      feu_post_inline_append (text, feu_post_html_get_first (document), NULL, context))
    return feu_inline_markdown_finish (text);
  feu_inline_markdown_free (text);
  return g_strdelimit (g_strdup (html), "\r\n", ' ');
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const FeuPostNote *first = *(FeuPostNote *const *) a;
  const FeuPostNote *second = *(FeuPostNote *const *) b;
  return atoi (first->label) - atoi (second->label);
}

void
feu_post_notes_read (FeuPostSource        *source,
                     const char           *footnotes,
                     const FeuPostContext *context)
{
  GHashTableIter at;
  gpointer       id = NULL;
  gpointer       label = NULL;
  g_autoptr (GHashTable) texts = read_texts (footnotes);

  g_free (source->footnotes);
  source->footnotes = g_strdup (footnotes);
  if (context->note_labels == NULL)
    return;
  g_hash_table_iter_init (&at, context->note_labels);
  while (g_hash_table_iter_next (&at, &id, &label))
    {
      g_autofree char *markdown = dup_text (g_hash_table_lookup (texts, id), context);
      feu_post_source_add_note (source, id, label, markdown);
    }
  g_ptr_array_sort (source->notes, compare_notes);
}
