/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same values for people and, as JSON, for scripts.
 */
#include "config.h"

#include "feu-cli-meta-print.h"

#include "feu-cli-meta-edit.h"

#include <errno.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void add_node (JsonBuilder *json, const FeuMetaNode *node);

/* Plain scalars as YAML 1.2 reads them, which TOML's are like. */
static void
add_scalar (JsonBuilder *json, const FeuMetaNode *node)
{
  gboolean is_number = node->is_plain &&
                       g_ascii_isdigit (node->text[node->text[0] == '-' ? 1 : 0]) &&
                       strspn (node->text, "0123456789.eE+-") == strlen (node->text);
  char  *end = NULL;
  double real = 0;
  gint64 whole = 0;

  if (feu_meta_node_is_null (node))
    json_builder_add_null_value (json);
  else if (node->is_plain && g_ascii_strcasecmp (node->text, "true") == 0)
    json_builder_add_boolean_value (json, TRUE);
  else if (node->is_plain && g_ascii_strcasecmp (node->text, "false") == 0)
    json_builder_add_boolean_value (json, FALSE);
  else if (is_number && g_ascii_string_to_signed (
                            node->text, 10, G_MININT64, G_MAXINT64, &whole, NULL))
    json_builder_add_int_value (json, whole);
  else if (is_number && (real = g_ascii_strtod (node->text, &end), *end == '\0') &&
           isfinite (real))
    json_builder_add_double_value (json, real);
  else
    json_builder_add_string_value (json, node->text);
}

static void
add_node (JsonBuilder *json, const FeuMetaNode *node)
{
  switch (node->type)
    {
    case FEU_META_SCALAR:
      add_scalar (json, node);
      break;
    case FEU_META_SEQUENCE:
      json_builder_begin_array (json);
      for (guint i = 0; i < node->children->len; i++)
        add_node (json, g_ptr_array_index (node->children, i));
      json_builder_end_array (json);
      break;
    case FEU_META_MAPPING:
      json_builder_begin_object (json);
      for (guint i = 0; i < node->children->len; i++)
        {
          const FeuMetaNode *child = g_ptr_array_index (node->children, i);
          /* Of a repeated key the last value counts, in the first one's place. */
          if (child != feu_meta_node_get (node, child->key))
            continue;
          json_builder_set_member_name (json, child->key);
          add_node (json, child);
        }
      json_builder_end_object (json);
      break;
    }
}

static void
add_field (JsonBuilder *json, const FeuMetadata *metadata, FeuMetaField field)
{
  const char *const *values = feu_metadata_get_list (metadata, field);

  if (feu_meta_field_is_list (field))
    {
      json_builder_begin_array (json);
      for (guint i = 0; values[i] != NULL; i++)
        json_builder_add_string_value (json, values[i]);
      json_builder_end_array (json);
    }
  else if (field == FEU_FIELD_COMMENTS &&
           feu_metadata_get_comments (metadata) != FEU_COMMENTS_UNSET)
    json_builder_add_boolean_value (
        json, feu_metadata_get_comments (metadata) == FEU_COMMENTS_OPEN);
  else if (values[0] != NULL && field != FEU_FIELD_COMMENTS)
    json_builder_add_string_value (json, values[0]);
  else
    json_builder_add_null_value (json);
}

static void
print_builder (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = json_to_string (root, /* pretty= */ TRUE);
  g_print ("%s\n", text);
}

void
feu_cli_meta_print_json (const FeuMetadata *metadata)
{
  const FeuMetaNode *root =
      feu_front_matter_get_root (feu_metadata_get_front_matter (metadata));
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  for (guint i = 0; i < FEU_N_FIELDS; i++)
    {
      json_builder_set_member_name (json, feu_meta_field_get_name ((FeuMetaField) i));
      add_field (json, metadata, (FeuMetaField) i);
    }
  json_builder_set_member_name (json, "front_matter");
  if (root != NULL)
    add_node (json, root);
  else
    json_builder_add_null_value (json);
  json_builder_end_object (json);
  print_builder (json);
}

void
feu_cli_meta_print_key_json (const FeuMetadata *metadata, const char *key)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  const FeuMetaNode *node = feu_cli_meta_find_node (metadata, key);
  FeuMetaField       field = FEU_FIELD_TITLE;

  if (feu_cli_meta_find_field (metadata, key, &field))
    add_field (json, metadata, field);
  else if (node != NULL)
    add_node (json, node);
  else
    json_builder_add_null_value (json);
  print_builder (json);
}

/* A mapping as one line of JSON. */
static void
print_node (const FeuMetaNode *node)
{
  if (node->type == FEU_META_SCALAR)
    {
      if (!feu_meta_node_is_null (node))
        g_print ("%s\n", node->text);
      return;
    }
  if (node->type == FEU_META_SEQUENCE)
    {
      for (guint i = 0; i < node->children->len; i++)
        print_node (g_ptr_array_index (node->children, i));
      return;
    }
  g_autoptr (JsonBuilder) json = json_builder_new ();
  add_node (json, node);
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = json_to_string (root, /* pretty= */ FALSE);
  g_print ("%s\n", text);
}

void
feu_cli_meta_print_key (const FeuMetadata *metadata, const char *key)
{
  const FeuMetaNode *node = feu_cli_meta_find_node (metadata, key);
  FeuMetaField       field = FEU_FIELD_TITLE;

  if (feu_cli_meta_find_field (metadata, key, &field))
    {
      const char *const *values = feu_metadata_get_list (metadata, field);
      for (guint i = 0; values[i] != NULL; i++)
        g_print ("%s\n", values[i]);
    }
  else if (node != NULL)
    print_node (node);
}

void
feu_cli_meta_print (const FeuMetadata *metadata)
{
  for (guint i = 0; i < FEU_N_FIELDS; i++)
    {
      const char *const *values = feu_metadata_get_list (metadata, (FeuMetaField) i);
      if (values[0] == NULL)
        continue;
      g_autofree char *joined = g_strjoinv (", ", (GStrv) values);
      g_autoptr (GString) indented = g_string_new (joined);
      g_string_replace (indented, "\n", "\n             ", 0);
      g_print ("%-12s %s\n", feu_meta_field_get_name ((FeuMetaField) i), indented->str);
    }
}
