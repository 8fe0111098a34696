/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what a change is about and has it made: a value set, a key removed, or one
 * created (feu-yaml-create.c). Then the result is read again (feu-yaml-verify.c).
 */
#include "config.h"

#include "feu-front-matter-edit.h"

#include "feu-text-edit.h"
#include "feu-yaml-create.h"
#include "feu-yaml-edit-private.h"
#include "feu-yaml-verify.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  FeuYamlEditor       editor;
  const FeuMetaNode  *root;  /* borrowed */
  const char *const  *path;  /* borrowed */
  const FeuYamlValue *value; /* borrowed */
  GPtrArray *chain; /* (element-type FeuMetaNode), owned: the root and what each step
                       found */
} Change;

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (
      error, FEU_FRONT_MATTER_ERROR, FEU_FRONT_MATTER_ERROR_READ_ONLY, message);
  return FALSE;
}

static gboolean
refuse_shape (const Change *self, GError **error)
{
  g_autofree char *name = g_strjoinv (".", (GStrv) self->path);
  g_autofree char *message = g_strdup_printf (
      _ ("“%s” is written in a way that can only be changed in the text itself."),
      name);
  return refuse (error, message);
}

static gboolean
is_removal (const FeuYamlValue *value)
{
  return value->text == NULL && value->items == NULL;
}

static const FeuMetaNode *
get_node (const Change *self, guint i)
{
  return g_ptr_array_index (self->chain, i);
}

/* Whether @parent has nothing once @child is gone, or only the key that the step which
 * found @parent asks for. */
static gboolean
is_left_empty (const FeuMetaNode *parent, const FeuMetaNode *child, const char *step)
{
  for (guint i = 0; i < parent->children->len; i++)
    {
      const FeuMetaNode *other = g_ptr_array_index (parent->children, i);
      if (other == child ||
          (child->key != NULL && strcmp (other->key, child->key) == 0))
        continue;
      gsize length = other->key != NULL ? strlen (other->key) : 0;
      if (step == NULL || !feu_meta_step_is_item (step) || other->key == NULL ||
          strncmp (step + 1, other->key, length) != 0 || step[1 + length] != '=')
        return FALSE;
    }
  return TRUE;
}

static void
remove_key (Change *self)
{
  guint level = self->chain->len - 1;
  while (level > 1 && is_left_empty (get_node (self, level - 1),
                                     get_node (self, level),
                                     self->path[level - 2]))
    level--;

  const FeuMetaNode   *parent = get_node (self, level - 1);
  const FeuMetaNode   *gone = get_node (self, level);
  g_autofree gboolean *removed = g_new0 (gboolean, parent->children->len);
  for (guint i = 0; i < parent->children->len; i++)
    {
      const FeuMetaNode *child = g_ptr_array_index (parent->children, i);
      removed[i] = child == gone || (gone->key != NULL && child->key != NULL &&
                                     strcmp (child->key, gone->key) == 0);
    }
  feu_yaml_editor_remove (&self->editor, parent, removed);
}

static gboolean
set_text (Change *self, const FeuMetaNode *node, const char *text, GError **error)
{
  if (node->type != FEU_META_SCALAR)
    return refuse_shape (self, error);
  if (strcmp (node->text, text) != 0 ||
      (!self->value->is_bare && feu_meta_node_is_null (node)))
    feu_yaml_editor_set_scalar (&self->editor, node, text, self->value->is_bare);
  return TRUE;
}

/* A text becomes a list in brackets in its place; as one of the items it may keep its
 * bytes. */
static void
set_text_to_list (Change *self, const FeuMetaNode *node)
{
  g_autoptr (GString) out = g_string_new (NULL);
  feu_yaml_value_append (self->value, out, /* in_flow= */ TRUE, 0, "");
  feu_yaml_editor_set_inline (&self->editor, node, out->str + 1);
}

/* Whether one string with @separator between them holds all @items. */
static gboolean
can_be_joined (const char *const *items, const char *separator)
{
  if (separator == NULL)
    return FALSE;
  g_autofree char *mark = g_strstrip (g_strdup (separator));
  if (separator[0] == '\0')
    return items[1] == NULL;
  for (guint i = 0; items[i] != NULL; i++)
    if (strstr (items[i], mark[0] != '\0' ? mark : separator) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
set_list (Change *self, const FeuMetaNode *node, GError **error)
{
  const FeuYamlValue *value = self->value;
  switch (node->type)
    {
    case FEU_META_SCALAR:
      if (!feu_meta_node_is_null (node) &&
          can_be_joined (value->items, value->separator))
        {
          g_autofree char *joined = g_strjoinv (value->separator, (GStrv) value->items);
          return set_text (self, node, joined, error);
        }
      set_text_to_list (self, node);
      return TRUE;
    case FEU_META_SEQUENCE:
      feu_yaml_editor_set_items (&self->editor, node, value->items);
      return TRUE;
    case FEU_META_MAPPING:
      break;
    }
  return refuse_shape (self, error);
}

/* Follows the path as far as there is anything. */
static gboolean
find_chain (Change *self, GError **error)
{
  const FeuMetaNode *node = self->root;
  g_ptr_array_add (self->chain, (gpointer) node);
  for (guint i = 0; self->path[i] != NULL; i++)
    {
      node = feu_meta_node_step (node, self->path[i]);
      if (node == NULL)
        return TRUE;
      if (node->is_alias)
        return refuse (error,
                       _ ("This value is defined elsewhere in the front matter, with "
                          "“&”; change it there."));
      g_ptr_array_add (self->chain, (gpointer) node);
    }
  return TRUE;
}

static gboolean
make_edits (Change *self, GError **error)
{
  guint n_found = self->chain->len - 1;

  if (self->path[n_found] != NULL)
    {
      if (is_removal (self->value))
        return TRUE;
      return feu_yaml_create (&self->editor,
                              get_node (self, n_found),
                              self->path + n_found,
                              self->value) ||
             refuse_shape (self, error);
    }
  const FeuMetaNode *node = get_node (self, n_found);
  if (is_removal (self->value))
    remove_key (self);
  else if (self->value->items != NULL)
    return set_list (self, node, error);
  else
    return set_text (self, node, self->value->text, error);
  return TRUE;
}

/* The line ends of @text, by its first; "\n" without any. */
static const char *
find_newline (const char *text, gsize length)
{
  for (gsize at = 0; at < length; at++)
    if (text[at] == '\n')
      return "\n";
    else if (text[at] == '\r')
      return at + 1 < length && text[at + 1] == '\n' ? "\r\n" : "\r";
  return "\n";
}

/* Hands the edits over if they do what they should. */
static gboolean
hand_over (const FeuFrontMatter *front_matter,
           Change               *self,
           GPtrArray            *edits,
           GError              **error)
{
  GPtrArray *made = self->editor.edits;
  if (made->len > 0 &&
      !feu_yaml_verify (front_matter, self->editor.text, made, self->path, self->value))
    return refuse_shape (self, error);
  while (made->len > 0)
    g_ptr_array_add (edits, g_ptr_array_steal_index (made, 0));
  return TRUE;
}

static gboolean
change_existing (const FeuFrontMatter *front_matter,
                 Change               *self,
                 GPtrArray            *edits,
                 GError              **error)
{
  self->root = feu_front_matter_get_root (front_matter);
  feu_front_matter_get_content (
      front_matter, &self->editor.content_start, &self->editor.content_end);
  return find_chain (self, error) && make_edits (self, error) &&
         hand_over (front_matter, self, edits, error);
}

static gboolean
change_none (const FeuFrontMatter *front_matter,
             Change               *self,
             gsize                 length,
             GPtrArray            *edits,
             GError              **error)
{
  if (!is_removal (self->value) &&
      !feu_yaml_create_front_matter (&self->editor, length, self->path, self->value))
    return refuse_shape (self, error);
  return hand_over (front_matter, self, edits, error);
}

static gboolean
change (const FeuFrontMatter *front_matter,
        const char           *text,
        gsize                 length,
        const char *const    *path,
        const FeuYamlValue   *value,
        GPtrArray            *edits,
        GError              **error)
{
  g_return_val_if_fail (path[0] != NULL, FALSE);
  g_autoptr (GPtrArray) made = feu_text_edit_list_new ();
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  Change self = {
    .editor = { .text = text, .newline = find_newline (text, length), .edits = made },
    .path = path,
    .value = value,
    .chain = chain,
  };

  switch (feu_front_matter_get_kind (front_matter))
    {
    case FEU_FRONT_MATTER_NONE:
      return change_none (front_matter, &self, length, edits, error);
    case FEU_FRONT_MATTER_YAML:
      return change_existing (front_matter, &self, edits, error);
    case FEU_FRONT_MATTER_TOML:
      return refuse (error,
                     _ ("Front matter between “+++” can only be changed in the text "
                        "itself."));
    case FEU_FRONT_MATTER_INVALID:
      break;
    }
  return refuse (error,
                 _ ("The front matter has an error; correct it in the text first."));
}

gboolean
feu_front_matter_edit_string (const FeuFrontMatter *self,
                              const char           *text,
                              gsize                 length_bytes,
                              const char *const    *path,
                              const char           *value,
                              GPtrArray            *edits,
                              GError              **error)
{
  const FeuYamlValue wanted = { .text = value };
  return change (self, text, length_bytes, path, &wanted, edits, error);
}

gboolean
feu_front_matter_edit_bare (const FeuFrontMatter *self,
                            const char           *text,
                            gsize                 length_bytes,
                            const char *const    *path,
                            const char           *value,
                            GPtrArray            *edits,
                            GError              **error)
{
  const FeuYamlValue wanted = { .text = value, .is_bare = TRUE };
  return change (self, text, length_bytes, path, &wanted, edits, error);
}

/* The word for @value in the style of @found, "yes" for "no"; else true or false. */
static const char *
get_boolean_word (const FeuMetaNode *found, gboolean value)
{
  static const char *const words[][2] = {
    { "false", "true" }, { "False", "True" }, { "FALSE", "TRUE" },  { "no", "yes" },
    { "No", "Yes" },     { "NO", "YES" },     { "off", "on" },      { "Off", "On" },
    { "OFF", "ON" },     { "0", "1" },        { "closed", "open" },
  };

  if (found != NULL && found->type == FEU_META_SCALAR)
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
      if (strcmp (found->text, words[i][0]) == 0 ||
          strcmp (found->text, words[i][1]) == 0)
        return words[i][value ? 1 : 0];
  return value ? "true" : "false";
}

gboolean
feu_front_matter_edit_boolean (const FeuFrontMatter *self,
                               const char           *text,
                               gsize                 length_bytes,
                               const char *const    *path,
                               gboolean              value,
                               GPtrArray            *edits,
                               GError              **error)
{
  const FeuMetaNode *root = feu_front_matter_get_root (self);
  const FeuMetaNode *found = root != NULL ? feu_meta_node_find (root, path) : NULL;
  return feu_front_matter_edit_bare (
      self, text, length_bytes, path, get_boolean_word (found, value), edits, error);
}

gboolean
feu_front_matter_edit_list (const FeuFrontMatter *self,
                            const char           *text,
                            gsize                 length_bytes,
                            const char *const    *path,
                            const char *const    *values,
                            const char           *separator,
                            GPtrArray            *edits,
                            GError              **error)
{
  const FeuYamlValue wanted = {
    .items = values[0] != NULL ? values : NULL,
    .separator = separator,
  };
  return change (self, text, length_bytes, path, &wanted, edits, error);
}
