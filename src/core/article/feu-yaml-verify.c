/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Compares the trees before and after. YAML has more corners than an editor of lines
 * can know; this turns each of them into "change it in the text" instead of damage.
 */
#include "config.h"

#include "feu-yaml-verify.h"

#include "feu-text-edit.h"

#include <string.h>

static gboolean
is_same (const FeuMetaNode *before, const FeuMetaNode *after)
{
  if (g_strcmp0 (before->key, after->key) != 0 || before->is_alias != after->is_alias)
    return FALSE;
  if (before->is_alias)
    return TRUE;
  if (before->type != after->type || before->is_plain != after->is_plain ||
      g_strcmp0 (before->text, after->text) != 0)
    return FALSE;
  if (before->children == NULL)
    return TRUE;
  if (before->children->len != after->children->len)
    return FALSE;
  for (guint i = 0; i < before->children->len; i++)
    if (!is_same (g_ptr_array_index (before->children, i),
                  g_ptr_array_index (after->children, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_picked (const FeuMetaNode *child, const FeuMetaNode *picked, const char *step)
{
  return child == picked || (child->key != NULL && strcmp (child->key, step) == 0);
}

static guint
skip_picked (const FeuMetaNode *node,
             guint              i,
             const FeuMetaNode *picked,
             const char        *step)
{
  while (i < node->children->len &&
         is_picked (g_ptr_array_index (node->children, i), picked, step))
    i++;
  return i;
}

/* Whether all but what @path leads to is the same in both. */
static gboolean
is_same_beside (const FeuMetaNode *before,
                const FeuMetaNode *after,
                const char *const *path)
{
  if (path[0] == NULL)
    return TRUE;
  if (before->type != after->type || before->children == NULL)
    return feu_meta_node_is_null (before);

  const FeuMetaNode *old = feu_meta_node_step (before, path[0]);
  const FeuMetaNode *new = feu_meta_node_step (after, path[0]);
  guint i = skip_picked (before, 0, old, path[0]);
  guint j = skip_picked (after, 0, new, path[0]);
  while (i < before->children->len && j < after->children->len)
    {
      if (!is_same (g_ptr_array_index (before->children, i),
                    g_ptr_array_index (after->children, j)))
        return FALSE;
      i = skip_picked (before, i + 1, old, path[0]);
      j = skip_picked (after, j + 1, new, path[0]);
    }
  if (i < before->children->len || j < after->children->len)
    return FALSE;
  return old == NULL || new == NULL || is_same_beside (old, new, path + 1);
}

static gboolean
has_items (const FeuMetaNode *node, const FeuYamlValue *value)
{
  guint n_matched = 0;
  if (node->type == FEU_META_SCALAR)
    {
      g_autofree char *joined = g_strjoinv (
          value->separator != NULL ? value->separator : "", (GStrv) value->items);
      return strcmp (node->text, joined) == 0;
    }
  if (node->type != FEU_META_SEQUENCE)
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    {
      const char *name = feu_meta_node_get_name (g_ptr_array_index (node->children, i));
      if (name == NULL)
        continue;
      g_autofree char *trimmed = g_strstrip (g_strdup (name));
      if (g_strcmp0 (trimmed, value->items[n_matched]) != 0)
        return FALSE;
      n_matched++;
    }
  return value->items[n_matched] == NULL;
}

static gboolean
has_value (const FeuMetaNode *root, const char *const *path, const FeuYamlValue *value)
{
  const FeuMetaNode *node = feu_meta_node_find (root, path);
  if (value->items != NULL)
    return node != NULL && has_items (node, value);
  if (value->text == NULL)
    return node == NULL;
  return node != NULL && node->type == FEU_META_SCALAR &&
         strcmp (node->text, value->text) == 0 &&
         (value->is_bare || !feu_meta_node_is_null (node));
}

gboolean
feu_yaml_verify (const FeuFrontMatter *front_matter,
                 const char           *text,
                 const GPtrArray      *edits,
                 const char *const    *path,
                 const FeuYamlValue   *value)
{
  gsize            length = 0;
  g_autofree char *changed = feu_text_edit_list_apply (
      edits, text, feu_front_matter_get_body_start (front_matter), &length);
  g_autoptr (FeuFrontMatter) result = feu_front_matter_parse (changed, length);

  const FeuMetaNode *before = feu_front_matter_get_root (front_matter);
  const FeuMetaNode *after = feu_front_matter_get_root (result);
  if (feu_front_matter_get_kind (result) != FEU_FRONT_MATTER_YAML ||
      !has_value (after, path, value))
    return FALSE;
  return before == NULL || (feu_front_matter_get_body_start (result) == length &&
                            is_same_beside (before, after, path));
}
