/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A site keeps notes as a list beside the content, which refers to them by id.
 */
#include "config.h"

#include "feu-merge-private.h"

#include "feu-json-text.h"
#include "feu-post-normal.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* (transfer full) (element-type utf8 JsonNode): notes by id */
static GHashTable *
read_notes (const char *footnotes)
{
  GHashTable *notes = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  g_autoptr (JsonNode) root = feu_json_text_parse (footnotes, strlen (footnotes));

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return notes;
  JsonArray *array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      const char *id = JSON_NODE_HOLDS_OBJECT (node)
                           ? json_object_get_string_member_with_default (
                                 json_node_get_object (node), "id", NULL)
                           : NULL;
      if (id != NULL)
        g_hash_table_insert (notes, g_strdup (id), json_node_ref (node));
    }
  return notes;
}

static const char *
find_reference (const FeuPostTag *tag)
{
  for (guint i = 0; i + 1 < tag->attributes->len; i += 2)
    if (g_str_equal (g_ptr_array_index (tag->attributes, i), "data-fn"))
      return g_ptr_array_index (tag->attributes, i + 1);
  return NULL;
}

static gboolean
is_mine (const GPtrArray *passages, const char *id)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const FeuMergeRealPassage *passage = g_ptr_array_index (passages, i);
      if (g_strcmp0 (passage->note_id, id) == 0)
        return passage->public.choice != FEU_MERGE_TAKE_THEIRS;
    }
  return FALSE;
}

char *
feu_merge_notes_dup (const GPtrArray     *passages,
                     const FeuPostSource *mine,
                     const FeuPostSource *theirs,
                     const char          *content)
{
  g_autoptr (GHashTable) my_notes = read_notes (mine->footnotes);
  g_autoptr (GHashTable) their_notes = read_notes (theirs->footnotes);
  g_autoptr (GHashTable) done =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  gsize      length = strlen (content);

  json_node_take_array (root, array);
  for (const char *at = content; (at = strchr (at, '<')) != NULL;)
    {
      g_autoptr (FeuPostTag) tag =
          feu_post_tag_read (content, length, (gsize) (at - content));
      const char *id = tag != NULL ? find_reference (tag) : NULL;
      at = tag != NULL ? content + tag->end_bytes : at + 1;
      if (id == NULL || !g_hash_table_add (done, g_strdup (id)))
        continue;
      JsonNode *first =
          g_hash_table_lookup (is_mine (passages, id) ? my_notes : their_notes, id);
      JsonNode *other =
          g_hash_table_lookup (is_mine (passages, id) ? their_notes : my_notes, id);
      if (first != NULL || other != NULL)
        json_array_add_element (array, json_node_copy (first != NULL ? first : other));
    }
  return json_array_get_length (array) > 0 ? json_to_string (root, /* pretty= */ FALSE)
                                           : g_strdup ("");
}
