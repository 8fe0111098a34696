/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note is known by its label; its definition's lines tell whether it was changed.
 */
#include "config.h"

#include "feu-post-restore-notes.h"

#include "feu-json.h"
#include "feu-node.h"
#include "feu-post-units.h"

#include <string.h>

static const FeuPostNote *
find_note (const FeuPostSource *source, const char *id)
{
  for (guint i = 0; i < source->notes->len; i++)
    {
      const FeuPostNote *note = g_ptr_array_index (source->notes, i);
      if (strcmp (note->id, id) == 0)
        return note;
    }
  return NULL;
}

static gboolean
is_same_text (const FeuArticle *article, const FeuNode *node, const FeuPostNote *note)
{
  g_autofree char *lines =
      feu_post_units_dup_lines (article, node->start_line, node->end_line);
  g_autofree char *wanted = g_strdup_printf ("[^%s]: %s", note->label, note->markdown);
  return strcmp (g_strchomp (lines), wanted) == 0;
}

/* Ids of notes whose text is as it was (a set of utf8). @out_is_all: whether that are
 * all notes, with their numbers. */
static GHashTable *
find_unchanged (const FeuPostSource *source,
                const FeuArticle    *article,
                gboolean            *out_is_all)
{
  GHashTable *unchanged = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (FeuNodeTree) tree = feu_node_tree_new (article);
  guint    n_notes = 0;
  gboolean keeps_numbers = TRUE;

  for (const FeuNode *node = feu_node_tree_get_root (tree)->first_child; node != NULL;
       node = node->next)
    {
      if (node->type != FEU_NODE_NOTE)
        continue;
      n_notes++;
      for (guint i = 0; i < source->notes->len; i++)
        {
          const FeuPostNote *note = g_ptr_array_index (source->notes, i);
          if (strcmp (note->label, node->text) != 0 ||
              !is_same_text (article, node, note))
            continue;
          g_hash_table_add (unchanged, note->id);
          keeps_numbers &= node->number == i + 1;
        }
    }
  *out_is_all = keeps_numbers && n_notes == source->notes->len &&
                g_hash_table_size (unchanged) == n_notes;
  return unchanged;
}

static JsonArray *
get_list (JsonNode *root)
{
  return root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root)
                                                      : NULL;
}

static JsonNode *
parse (const char *json)
{
  return *json != '\0' ? feu_json_parse (json, strlen (json)) : NULL;
}

static JsonObject *
find_object (JsonArray *list, const char *id)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *object = feu_json_get_element_object (list, i);
      if (g_strcmp0 (feu_json_get_string (object, "id"), id) == 0)
        return object;
    }
  return NULL;
}

static void
add_object (JsonArray *list, JsonObject *object)
{
  json_array_add_object_element (list, json_object_ref (object));
}

char *
feu_post_restore_notes (const FeuPostSource *source,
                        const FeuArticle    *article,
                        const FeuMarkup     *markup)
{
  gboolean is_all = FALSE;
  g_autoptr (GHashTable) unchanged = find_unchanged (source, article, &is_all);

  if (is_all)
    return g_strdup (source->footnotes);
  g_autoptr (JsonNode) old_root = parse (source->footnotes);
  g_autoptr (JsonNode) new_root = parse (markup->footnotes);
  JsonArray *old = get_list (old_root);
  JsonArray *new = get_list (new_root);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *result = json_array_new ();

  for (guint i = 0; new != NULL &&i < json_array_get_length (new); i++)
    {
      JsonObject *object = feu_json_get_element_object (new, i);
      const char *id = feu_json_get_string (object, "id");
      JsonObject *kept = id != NULL && g_hash_table_contains (unchanged, id)
                             ? find_object (old, id)
                             : NULL;
      if (object != NULL)
        add_object (result, kept != NULL ? kept : object);
    }
  for (guint i = 0; old != NULL && i < json_array_get_length (old); i++)
    {
      JsonObject *object = feu_json_get_element_object (old, i);
      const char *id = feu_json_get_string (object, "id");
      if (id != NULL && find_note (source, id) == NULL && find_object (new, id) == NULL)
        add_object (result, object);
    }
  gboolean is_empty = json_array_get_length (result) == 0;
  json_node_take_array (root, result);
  return is_empty ? g_strdup ("") : feu_json_to_text (root);
}
