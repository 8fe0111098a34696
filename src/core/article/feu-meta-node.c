/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tree of values in a front matter, and ways through it.
 */
#include "config.h"

#include "feu-meta-node.h"

#include "feu-meta-node-private.h"

#include <string.h>

FeuMetaNode *
feu_meta_node_new (FeuMetaNodeType type, char *text, gsize start_bytes)
{
  FeuMetaNode *self = g_new0 (FeuMetaNode, 1);
  self->type = type;
  self->text = text;
  self->start_bytes = start_bytes;
  self->end_bytes = start_bytes;
  if (type != FEU_META_SCALAR)
    self->children =
        g_ptr_array_new_with_free_func ((GDestroyNotify) feu_meta_node_free);
  return self;
}

void
feu_meta_node_free (FeuMetaNode *self)
{
  g_free (self->key);
  g_free (self->text);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

void
feu_meta_node_add (FeuMetaNode *self, FeuMetaNode *child)
{
  g_ptr_array_add (self->children, child);
}

FeuMetaNode *
feu_meta_node_new_alias (const FeuMetaNode *self)
{
  FeuMetaNode *alias = g_new0 (FeuMetaNode, 1);
  alias->type = self->type;
  alias->text = g_strdup (self->text);
  alias->is_plain = self->is_plain;
  alias->is_alias = TRUE;
  if (self->children != NULL)
    alias->children = g_ptr_array_ref (self->children);
  return alias;
}

gsize
feu_meta_weigh (const char *text)
{
  return 1 + (text != NULL ? strlen (text) / 64 : 0);
}

/* Dozens of spellings are looked up at each keystroke: nothing is copied for it, and
 * most keys differ in their first byte. */
static const FeuMetaNode *
get_child (const FeuMetaNode *self, const char *key, gsize length)
{
  if (self->type != FEU_META_MAPPING)
    return NULL;
  for (guint i = self->children->len; i > 0; i--)
    {
      const FeuMetaNode *child = g_ptr_array_index (self->children, i - 1);
      if (child->key[0] == key[0] && strncmp (child->key, key, length) == 0 &&
          child->key[length] == '\0')
        return child;
    }
  return NULL;
}

const FeuMetaNode *
feu_meta_node_get (const FeuMetaNode *self, const char *key)
{
  return get_child (self, key, strlen (key));
}

gboolean
feu_meta_node_is_null (const FeuMetaNode *self)
{
  static const char *const words[] = { "", "~", "null", "Null", "NULL", NULL };
  return self->type == FEU_META_SCALAR && self->is_plain &&
         g_strv_contains (words, self->text);
}

const char *
feu_meta_node_get_name (const FeuMetaNode *self)
{
  if (self->type == FEU_META_SCALAR)
    return feu_meta_node_is_null (self) ? NULL : self->text;
  const FeuMetaNode *name = feu_meta_node_get (self, "name");
  return name != NULL && name->type == FEU_META_SCALAR ? name->text : NULL;
}

/* Whether @item is a mapping in which the key has the value that @step, of the form
 * "[key=value]", asks for. */
static gboolean
matches_step (const FeuMetaNode *item, const char *step)
{
  const char *equals = strchr (step, '=');
  if (equals == NULL || item->type != FEU_META_MAPPING)
    return FALSE;
  g_autofree char   *key = g_strndup (step + 1, (gsize) (equals - step - 1));
  g_autofree char   *value = g_strndup (equals + 1, strlen (equals + 1) - 1);
  const FeuMetaNode *child = feu_meta_node_get (item, key);
  return child != NULL && child->type == FEU_META_SCALAR &&
         strcmp (child->text, value) == 0;
}

gboolean
feu_meta_step_is_item (const char *step)
{
  return step[0] == '[' && g_str_has_suffix (step, "]");
}

const FeuMetaNode *
feu_meta_node_step (const FeuMetaNode *self, const char *step)
{
  if (self->type == FEU_META_SCALAR)
    return NULL;
  if (!feu_meta_step_is_item (step) || self->type == FEU_META_MAPPING)
    return feu_meta_node_get (self, step);

  guint64          index = 0;
  g_autofree char *inside = g_strndup (step + 1, strlen (step) - 2);
  if (g_ascii_string_to_unsigned (inside, 10, 0, G_MAXUINT32, &index, NULL))
    return index < self->children->len ? g_ptr_array_index (self->children, index)
                                       : NULL;
  for (guint i = 0; i < self->children->len; i++)
    {
      const FeuMetaNode *item = g_ptr_array_index (self->children, i);
      if (matches_step (item, step))
        return item;
    }
  return NULL;
}

const FeuMetaNode *
feu_meta_node_find (const FeuMetaNode *self, const char *const *path)
{
  for (guint i = 0; self != NULL && path[i] != NULL; i++)
    self = feu_meta_node_step (self, path[i]);
  return self;
}

static const FeuMetaNode *
step_prefix (const FeuMetaNode *self, const char *name, gsize length)
{
  if (self->type != FEU_META_SEQUENCE)
    return get_child (self, name, length);
  g_autofree char *step = g_strndup (name, length);
  return feu_meta_node_step (self, step);
}

/* The child that the beginning of @name means, the longest key first; and in @out_rest
 * what of @name comes after it. */
static const FeuMetaNode *
step_dotted (const FeuMetaNode *self, const char *name, const char **out_rest)
{
  const FeuMetaNode *child = feu_meta_node_step (self, name);
  *out_rest = name + strlen (name);
  for (const char *dot = strrchr (name, '.'); child == NULL && dot != NULL;
       dot = g_strrstr_len (name, dot - name, "."))
    {
      child = step_prefix (self, name, (gsize) (dot - name));
      *out_rest = dot + 1;
    }
  return child;
}

const FeuMetaNode *
feu_meta_node_find_dotted (const FeuMetaNode *self, const char *name)
{
  while (self != NULL && name[0] != '\0')
    self = step_dotted (self, name, &name);
  return self;
}

/* At each dot that is not within "[src=images/a.jpg]". */
static void
split_rest (GStrvBuilder *steps, const char *name)
{
  while (name[0] != '\0')
    {
      gsize       length = strcspn (name, ".");
      const char *close = name[0] == '[' ? strstr (name, "].") : NULL;
      if (close != NULL)
        length = (gsize) (close + 1 - name);
      else if (name[0] == '[')
        length = strlen (name);
      g_autofree char *step = g_strndup (name, length);
      g_strv_builder_add (steps, step);
      name += length + (name[length] == '.' ? 1 : 0);
    }
}

GStrv
feu_meta_node_split_dotted (const FeuMetaNode *self, const char *name)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  while (self != NULL && name[0] != '\0')
    {
      const char *rest = name;
      self = step_dotted (self, name, &rest);
      if (self == NULL)
        break;
      gsize            length = (gsize) (rest - name) - (rest[0] != '\0' ? 1 : 0);
      g_autofree char *step = g_strndup (name, length);
      g_strv_builder_add (steps, step);
      name = rest;
    }
  split_rest (steps, name);
  return g_strv_builder_end (steps);
}
