/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes are made one after the other, each to the text that the one before left.
 */
#include "config.h"

#include "feu-cli-meta-edit.h"

#include "feu-front-matter-edit.h"
#include "feu-text-edit.h"
#include "feu-yaml-scalar.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const FeuMetadata *metadata; /* borrowed */
  const char        *text;     /* borrowed */
  gsize              length;
  const char        *key; /* borrowed */
  const char        *value;
  FeuCliMetaAction   action;
  GPtrArray         *edits; /* (element-type FeuTextEdit), borrowed */
} Change;

const FeuMetaNode *
feu_cli_meta_find_node (const FeuMetadata *metadata, const char *key)
{
  const FeuMetaNode *root =
      feu_front_matter_get_root (feu_metadata_get_front_matter (metadata));
  return root != NULL ? feu_meta_node_find_dotted (root, key) : NULL;
}

gboolean
feu_cli_meta_find_field (const FeuMetadata *metadata,
                         const char        *key,
                         FeuMetaField      *out_field)
{
  FeuMetaField field = FEU_FIELD_TITLE;
  if (!feu_meta_field_from_name (key, &field))
    return FALSE;
  *out_field = field;
  const char *found = feu_metadata_get_spelling (metadata, field);
  if (found == NULL)
    return strcmp (key, feu_meta_field_get_name (field)) == 0;
  return strcmp (key, found) == 0 || feu_cli_meta_find_node (metadata, key) == NULL;
}

static gboolean
refuse (GError **error, const char *format, const char *word)
{
  g_autoptr (GString) message = g_string_new (format);
  g_string_replace (message, "%s", word, 1);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message->str);
  return FALSE;
}

/* The items that are wanted where @items are now. */
static GStrv
dup_wanted_items (const Change *self, const char *const *items)
{
  if (self->action == FEU_CLI_META_SET)
    {
      GStrv wanted = g_strsplit (self->value, ",", -1);
      for (guint i = 0; wanted[i] != NULL; i++)
        g_strstrip (wanted[i]);
      return wanted;
    }
  g_autoptr (GStrvBuilder) wanted = g_strv_builder_new ();
  for (guint i = 0; items[i] != NULL; i++)
    if (strcmp (items[i], self->value) != 0)
      g_strv_builder_add (wanted, items[i]);
    else if (self->action == FEU_CLI_META_ADD)
      return g_strdupv ((GStrv) items);
  if (self->action == FEU_CLI_META_ADD && self->value[0] != '\0')
    g_strv_builder_add (wanted, self->value);
  return g_strv_builder_end (wanted);
}

static gboolean
change_comments (const Change *self, GError **error)
{
  static const char *const open[] = { "true", "yes", "on", "open", "1", NULL };
  static const char *const closed[] = { "false", "no", "off", "closed", "0", NULL };
  FeuComments              comments = FEU_COMMENTS_UNSET;

  if (g_strv_contains (open, self->value))
    comments = FEU_COMMENTS_OPEN;
  else if (g_strv_contains (closed, self->value))
    comments = FEU_COMMENTS_CLOSED;
  else if (self->value[0] != '\0')
    return refuse (
        error, _ ("Comments are “open” or “closed”, not “%s”."), self->value);
  return feu_metadata_edit_comments (
      self->metadata, self->text, self->length, comments, self->edits, error);
}

static gboolean
change_field (const Change *self, FeuMetaField field, GError **error)
{
  if (feu_meta_field_is_list (field))
    {
      g_auto (GStrv) items =
          dup_wanted_items (self, feu_metadata_get_list (self->metadata, field));
      return feu_metadata_edit_list (self->metadata,
                                     self->text,
                                     self->length,
                                     field,
                                     (const char *const *) items,
                                     self->edits,
                                     error);
    }
  if (self->action != FEU_CLI_META_SET)
    return refuse (error, _ ("“%s” is no list; use --set."), self->key);
  if (field == FEU_FIELD_COMMENTS)
    return change_comments (self, error);
  return feu_metadata_edit_string (
      self->metadata, self->text, self->length, field, self->value, self->edits, error);
}

static GStrv
dup_names (const FeuMetaNode *node)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  if (node != NULL && node->type == FEU_META_SCALAR && !feu_meta_node_is_null (node))
    g_strv_builder_add (names, node->text);
  for (guint i = 0;
       node != NULL && node->type == FEU_META_SEQUENCE && i < node->children->len;
       i++)
    {
      const char *name = feu_meta_node_get_name (g_ptr_array_index (node->children, i));
      if (name != NULL)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static gboolean
change_key (const Change *self, GError **error)
{
  FeuFrontMatter    *front_matter = feu_metadata_get_front_matter (self->metadata);
  const FeuMetaNode *node = feu_cli_meta_find_node (self->metadata, self->key);
  FeuMetaField       field = FEU_FIELD_TITLE;
  gboolean           is_list = self->action != FEU_CLI_META_SET ||
                     (node != NULL && node->type == FEU_META_SEQUENCE);
  g_auto (GStrv) path =
      feu_meta_node_split_dotted (feu_front_matter_get_root (front_matter), self->key);

  if (path[0] == NULL)
    return refuse (error, _ ("“%s” is no key."), self->key);
  is_list |= node == NULL && feu_meta_field_from_name (self->key, &field) &&
             feu_meta_field_is_list (field) && strchr (self->value, ',') != NULL;
  if (is_list)
    {
      g_auto (GStrv) names = dup_names (node);
      g_auto (GStrv) items = dup_wanted_items (self, (const char *const *) names);
      return feu_front_matter_edit_list (front_matter,
                                         self->text,
                                         self->length,
                                         (const char *const *) path,
                                         (const char *const *) items,
                                         "",
                                         self->edits,
                                         error);
    }
  gboolean is_bare = self->value[0] != '\0' && !feu_yaml_is_string (self->value);
  return (is_bare ? feu_front_matter_edit_bare : feu_front_matter_edit_string) (
      front_matter,
      self->text,
      self->length,
      (const char *const *) path,
      self->value[0] != '\0' ? self->value : NULL,
      self->edits,
      error);
}

gboolean
feu_cli_meta_edit (char           **text,
                   gsize           *length_bytes,
                   FeuCliMetaAction action,
                   const char      *assignment,
                   gsize           *out_error_bytes,
                   GError         **error)
{
  const char *equals = strchr (assignment, '=');
  /* "resources.[src=a.jpg].title=A" */
  const char *bracket = strchr (assignment, ']');
  if (bracket != NULL && equals != NULL && equals < bracket &&
      memchr (assignment, '[', (gsize) (equals - assignment)) != NULL)
    equals = strchr (bracket, '=');
  if (equals == NULL || equals == assignment)
    return refuse (error, _ ("“%s” is not of the form KEY=VALUE."), assignment);

  g_autofree char *key = g_strndup (assignment, (gsize) (equals - assignment));
  g_autofree char *value = g_strstrip (g_strdup (equals + 1));
  g_autoptr (FeuFrontMatter) front_matter =
      feu_front_matter_parse (*text, *length_bytes);
  g_autoptr (FeuMetadata) metadata = feu_metadata_new (front_matter);
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  FeuMetaField field = FEU_FIELD_TITLE;
  const Change change = { metadata, *text, *length_bytes, key, value, action, edits };

  if (!(feu_cli_meta_find_field (metadata, key, &field)
            ? change_field (&change, field, error)
            : change_key (&change, error)))
    {
      const FeuMetaNode *node = feu_cli_meta_find_node (metadata, key);
      *out_error_bytes = node != NULL ? node->key_start_bytes : 0;
      return FALSE;
    }
  char *changed = feu_text_edit_list_apply (edits, *text, *length_bytes, length_bytes);
  g_free (*text);
  *text = changed;
  return TRUE;
}
