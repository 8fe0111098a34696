/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the missing steps of a path: as indented lines, or within brackets where their
 * parent is.
 */
#include "config.h"

#include "feu-yaml-create.h"

#include "feu-yaml-scalar.h"

#include <string.h>

#define INDENT 2

typedef struct
{
  const char *const  *path; /* borrowed */
  const FeuYamlValue *value;
  const char         *newline;
} Entry;

/* "src: images/a.jpg" of the step "[src=images/a.jpg]". */
static void
append_item_key (GString *out, const char *step, gboolean in_flow)
{
  const char      *equals = strchr (step, '=');
  g_autofree char *key = g_strndup (step + 1, (gsize) (equals - step - 1));
  g_autofree char *value = g_strndup (equals + 1, strlen (equals + 1) - 1);
  g_autofree char *written_key = feu_yaml_dup_inline (key, in_flow);
  g_autofree char *written_value = feu_yaml_dup_inline (value, in_flow);
  g_string_append_printf (out, "%s: %s", written_key, written_value);
}

static void
append_key (GString *out, const char *step)
{
  /* Careful as in brackets: keys are read by more than YAML readers. */
  g_autofree char *key = feu_yaml_dup_inline (step, /* in_flow= */ TRUE);
  g_string_append_printf (out, "%s:", key);
}

/* In brackets, which the caller writes. */
static void
append_flow (GString *out, const Entry *entry, guint i)
{
  const char *step = entry->path[i];
  gboolean    is_last = entry->path[i + 1] == NULL;

  if (feu_meta_step_is_item (step))
    {
      g_string_append_c (out, '{');
      append_item_key (out, step, /* in_flow= */ TRUE);
      g_string_append (out, ", ");
      append_flow (out, entry, i + 1);
      g_string_append_c (out, '}');
      return;
    }
  append_key (out, step);
  if (is_last)
    {
      feu_yaml_value_append (entry->value, out, /* in_flow= */ TRUE, 0, "");
      return;
    }
  gboolean is_item_next = feu_meta_step_is_item (entry->path[i + 1]);
  g_string_append (out, is_item_next ? " [" : " {");
  append_flow (out, entry, i + 1);
  g_string_append_c (out, is_item_next ? ']' : '}');
}

/* From @indent on, where the caller has already brought @out; no last newline. */
static void
append_block (GString *out, const Entry *entry, guint i, gsize indent)
{
  const char *step = entry->path[i];
  if (feu_meta_step_is_item (step))
    {
      g_string_append (out, "- ");
      append_item_key (out, step, /* in_flow= */ FALSE);
    }
  else
    {
      append_key (out, step);
      if (entry->path[i + 1] == NULL)
        {
          feu_yaml_value_append (entry->value,
                                 out,
                                 /* in_flow= */ FALSE,
                                 indent + INDENT,
                                 entry->newline);
          return;
        }
    }
  g_string_append_printf (out, "%s%*s", entry->newline, (int) (indent + INDENT), "");
  append_block (out, entry, i + 1, indent + INDENT);
}

static void
insert_line (FeuYamlEditor *editor, const Entry *entry, gsize at, gsize indent)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (out, "%*s", (int) indent, "");
  append_block (out, entry, 0, indent);
  g_string_append (out, editor->newline);
  feu_yaml_editor_replace (editor, at, at, out->str);
}

/* Where a new line goes at the end of all keys: before blank lines, unless those belong
 * to a text that keeps them ("|+"). */
static gsize
find_end_of_keys (const FeuYamlEditor *editor, const FeuMetaNode *root)
{
  const FeuMetaNode *last = root;
  while (last->children != NULL && last->children->len > 0)
    last = g_ptr_array_index (last->children, last->children->len - 1);
  if (!last->is_plain && editor->text[last->end_bytes] != '\0' &&
      strchr ("|>", editor->text[last->start_bytes]) != NULL)
    return editor->content_end;

  gsize at = editor->content_end;
  while (at > editor->content_start && strchr (" \t\r\n", editor->text[at - 1]) != NULL)
    at--;
  return at == editor->content_start ? editor->content_end
                                     : feu_yaml_editor_find_next_line (editor, at);
}

static const FeuMetaNode *
get_last_child (const FeuMetaNode *node)
{
  return node->children->len > 0
             ? g_ptr_array_index (node->children, node->children->len - 1)
             : NULL;
}

static void
insert_in_flow (FeuYamlEditor *editor, const FeuMetaNode *parent, const Entry *entry)
{
  const FeuMetaNode *last = get_last_child (parent);
  g_autoptr (GString) out = g_string_new (last != NULL ? ", " : "");
  gsize at = last != NULL ? last->end_bytes : parent->start_bytes + 1;

  append_flow (out, entry, 0);
  feu_yaml_editor_replace (editor, at, at, out->str);
}

static void
insert_in_block (FeuYamlEditor *editor, const FeuMetaNode *parent, const Entry *entry)
{
  const FeuMetaNode *last = get_last_child (parent);
  if (last == NULL)
    {
      insert_line (editor, entry, find_end_of_keys (editor, parent), 0);
      return;
    }
  const FeuMetaNode *first = g_ptr_array_index (parent->children, 0);
  gsize indent = feu_yaml_editor_get_column (editor, first->key_start_bytes);
  /* Only the top is the value of no key and no dash. */
  gsize at = parent->key_start_bytes == 0
                 ? find_end_of_keys (editor, parent)
                 : feu_yaml_editor_find_next_line (editor, last->end_bytes);
  insert_line (editor, entry, at, indent);
}

/* A key that has no value gets keys of its own. */
static void
fill_null (FeuYamlEditor *editor, const FeuMetaNode *node, const Entry *entry)
{
  if (node->is_flow)
    {
      gboolean is_item = feu_meta_step_is_item (entry->path[0]);
      g_autoptr (GString) out = g_string_new (is_item ? "[" : "{");
      append_flow (out, entry, 0);
      g_string_append_c (out, is_item ? ']' : '}');
      feu_yaml_editor_set_inline (editor, node, out->str);
      return;
    }
  if (node->end_bytes > node->start_bytes)
    feu_yaml_editor_replace (editor, node->start_bytes, node->end_bytes, "");
  insert_line (editor,
               entry,
               feu_yaml_editor_find_next_line (editor, node->end_bytes),
               feu_yaml_editor_get_column (editor, node->key_start_bytes) + INDENT);
}

/* Steps into sequences can be made only by "[key=value]", and only with keys below. */
static gboolean
can_create (const char *const *path)
{
  for (guint i = 0; path[i] != NULL; i++)
    if (feu_meta_step_is_item (path[i]) &&
        (strchr (path[i], '=') == NULL || path[i + 1] == NULL ||
         feu_meta_step_is_item (path[i + 1])))
      return FALSE;
  return TRUE;
}

gboolean
feu_yaml_create (FeuYamlEditor      *editor,
                 const FeuMetaNode  *parent,
                 const char *const  *path,
                 const FeuYamlValue *value)
{
  const Entry entry = { path, value, editor->newline };
  gboolean    is_item = feu_meta_step_is_item (path[0]);

  if (!can_create (path))
    return FALSE;
  switch (parent->type)
    {
    case FEU_META_SCALAR:
      if (!feu_meta_node_is_null (parent))
        return FALSE;
      fill_null (editor, parent, &entry);
      return TRUE;
    case FEU_META_SEQUENCE:
    case FEU_META_MAPPING:
      if (is_item != (parent->type == FEU_META_SEQUENCE))
        return FALSE;
      if (parent->is_flow)
        insert_in_flow (editor, parent, &entry);
      else
        insert_in_block (editor, parent, &entry);
      return TRUE;
    }
  return FALSE;
}

gboolean
feu_yaml_create_front_matter (FeuYamlEditor      *editor,
                              gsize               length,
                              const char *const  *path,
                              const FeuYamlValue *value)
{
  const Entry entry = { path, value, editor->newline };
  g_autoptr (GString) out = g_string_new ("---");

  if (!can_create (path) || feu_meta_step_is_item (path[0]))
    return FALSE;
  g_string_append (out, editor->newline);
  append_block (out, &entry, 0, 0);
  g_string_append_printf (out, "%s---%s", editor->newline, editor->newline);
  if (length > 0 && strchr ("\r\n", editor->text[0]) == NULL)
    g_string_append (out, editor->newline);
  feu_yaml_editor_replace (editor, 0, 0, out->str);
  return TRUE;
}
