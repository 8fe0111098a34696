/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From one list to another with the fewest items touched: those that stay, in the
 * longest common order, keep their bytes; an old and a new one in the same place are a
 * replacement; the rest is removed or put in.
 */
#include "config.h"

#include "feu-yaml-edit-private.h"
#include "feu-yaml-scalar.h"

#include <string.h>

/* Beyond this many pairs, what is between common beginning and end is replaced. */
#define MAX_PAIRS (1000 * 1000)

typedef struct
{
  FeuYamlEditor     *editor;   /* borrowed */
  const FeuMetaNode *sequence; /* borrowed */
  const char *const *items;    /* borrowed: what is wanted */
  guint              n_items;

  /* Items that have a name take part; others stay whatever is wanted. */
  GPtrArray *names;    /* (element-type utf8), owned */
  GArray    *children; /* (element-type guint), owned: the child of each name */

  gboolean *removed;      /* owned: for each child */
  gboolean  are_mappings; /* items are { name: … } */

  /* The gap between two items that stay. */
  guint old_start;
  guint new_start;
  int   anchor; /* the child before the gap, -1 if there is none */
} ListEdit;

static const FeuMetaNode *
get_child (const ListEdit *self, guint i)
{
  return g_ptr_array_index (self->sequence->children, i);
}

static void
collect_names (ListEdit *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->children = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->sequence->children->len; i++)
    {
      const FeuMetaNode *child = get_child (self, i);
      const char        *name = feu_meta_node_get_name (child);
      if (name == NULL)
        continue;
      g_ptr_array_add (self->names, g_strstrip (g_strdup (name)));
      g_array_append_val (self->children, i);
      self->are_mappings |= child->type == FEU_META_MAPPING;
    }
}

static gboolean
is_same (const ListEdit *self, guint old_index, guint new_index)
{
  return strcmp (g_ptr_array_index (self->names, old_index), self->items[new_index]) ==
         0;
}

static char *
dup_item (const ListEdit *self, const char *name)
{
  gboolean         in_flow = self->sequence->is_flow;
  g_autofree char *text = feu_yaml_dup_inline (name, in_flow);
  if (!self->are_mappings)
    return g_steal_pointer (&text);
  return g_strdup_printf (in_flow ? "{name: %s}" : "name: %s", text);
}

/* Puts items @first up to @end of those wanted after the anchor. */
static void
insert_items (ListEdit *self, guint first, guint end)
{
  gboolean is_flow = self->sequence->is_flow;
  gboolean is_empty = self->sequence->children->len == 0;
  gboolean is_before = self->anchor < 0;
  g_autoptr (GString) out = g_string_new (NULL);

  if (is_empty && !is_flow)
    return;
  const FeuMetaNode *beside = is_empty ? NULL : get_child (self, MAX (self->anchor, 0));
  gsize              column = is_flow ? 0
                                      : feu_yaml_editor_get_column (
                               self->editor, get_child (self, 0)->key_start_bytes);
  for (guint i = first; i < end; i++)
    {
      g_autofree char *item = dup_item (self, self->items[i]);
      if (is_flow && (is_empty ? i > first : !is_before))
        g_string_append (out, ", ");
      if (!is_flow && !is_before)
        g_string_append_printf (out, "%*s", (int) column, "");
      g_string_append_printf (out, "%s%s", is_flow ? "" : "- ", item);
      if (is_flow && is_before && !is_empty)
        g_string_append (out, ", ");
      if (!is_flow)
        g_string_append (out, self->editor->newline);
      if (!is_flow && is_before)
        g_string_append_printf (out, "%*s", (int) column, "");
    }
  gsize at = is_empty    ? self->sequence->start_bytes + 1
             : is_before ? beside->key_start_bytes
             : is_flow
                 ? beside->end_bytes
                 : feu_yaml_editor_find_next_line (self->editor, beside->end_bytes);
  feu_yaml_editor_replace (self->editor, at, at, out->str);
}

static void
replace_item (ListEdit *self, guint child_index, const char *name)
{
  const FeuMetaNode *child = get_child (self, child_index);
  if (child->type == FEU_META_SCALAR && !self->are_mappings)
    {
      feu_yaml_editor_set_scalar (self->editor, child, name, /* is_bare= */ FALSE);
      return;
    }
  g_autofree char *item = dup_item (self, name);
  feu_yaml_editor_set_inline (self->editor, child, item);
}

/* Ends the gap before old item @old_end and new item @new_end. */
static void
close_gap (ListEdit *self, guint old_end, guint new_end)
{
  while (self->old_start < old_end && self->new_start < new_end)
    {
      guint child = g_array_index (self->children, guint, self->old_start++);
      replace_item (self, child, self->items[self->new_start++]);
      self->anchor = (int) child;
    }
  if (self->new_start < new_end)
    insert_items (self, self->new_start, new_end);
  while (self->old_start < old_end)
    self->removed[g_array_index (self->children, guint, self->old_start++)] = TRUE;
  self->new_start = new_end;
}

static void
keep_item (ListEdit *self, guint old_index, guint new_index)
{
  close_gap (self, old_index, new_index);
  self->anchor = (int) g_array_index (self->children, guint, old_index);
  self->old_start = old_index + 1;
  self->new_start = new_index + 1;
}

/* The longest common subsequence of old items @old up to @n_old and new ones alike, by
 * the table of lengths that remain. */
static void
keep_common (ListEdit *self, guint old, guint old_end, guint new, guint new_end)
{
  guint n_old = old_end - old;
  guint n_new = new_end - new;
  guint width = n_new + 1;

  if ((guint64) n_old * n_new > MAX_PAIRS)
    return;
  g_autofree guint *lengths = g_new0 (guint, (gsize) (n_old + 1) * width);
  for (guint i = n_old; i-- > 0;)
    for (guint j = n_new; j-- > 0;)
      lengths[i * width + j] =
          is_same (self, old + i, new + j)
              ? lengths[(i + 1) * width + j + 1] + 1
              : MAX (lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  for (guint i = 0, j = 0; i < n_old && j < n_new;)
    if (is_same (self, old + i, new + j))
      {
        keep_item (self, old + i, new + j);
        i++;
        j++;
      }
    else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      i++;
    else
      j++;
}

static void
plan (ListEdit *self)
{
  guint old = 0;
  guint old_end = self->names->len;
  guint new_end = self->n_items;
  guint n_suffix = 0;

  while (old < MIN (old_end, new_end) && is_same (self, old, old))
    {
      keep_item (self, old, old);
      old++;
    }
  while (n_suffix < MIN (old_end, new_end) - old &&
         is_same (self, old_end - n_suffix - 1, new_end - n_suffix - 1))
    n_suffix++;
  keep_common (self, old, old_end - n_suffix, old, new_end - n_suffix);
  for (guint i = n_suffix; i > 0; i--)
    keep_item (self, old_end - i, new_end - i);
  close_gap (self, old_end, new_end);
}

void
feu_yaml_editor_set_items (FeuYamlEditor     *self,
                           const FeuMetaNode *node,
                           const char *const *items)
{
  ListEdit edit = {
    .editor = self,
    .sequence = node,
    .items = items,
    .n_items = g_strv_length ((GStrv) items),
    .anchor = -1,
  };

  edit.removed = g_new0 (gboolean, node->children->len + 1);
  collect_names (&edit);
  plan (&edit);
  feu_yaml_editor_remove (self, node, edit.removed);
  g_ptr_array_unref (edit.names);
  g_array_unref (edit.children);
  g_free (edit.removed);
}
