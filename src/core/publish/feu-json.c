/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tolerant access to json-glib's tree.
 */
#include "config.h"

#include "feu-json.h"

#include "feu-json-text.h"

JsonNode *
feu_json_parse (const char *text, gsize length_bytes)
{
  g_return_val_if_fail (text != NULL || length_bytes == 0, NULL);

  return feu_json_text_parse (text, length_bytes);
}

static JsonNode *
get_member (JsonObject *object, const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

static JsonNode *
get_element (JsonArray *array, guint index)
{
  if (array == NULL || index >= json_array_get_length (array))
    return NULL;
  return json_array_get_element (array, index);
}

static const char *
node_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  const char *text = json_node_get_string (node);
  return text != NULL && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

static double
node_double (JsonNode *node)
{
  const char *text = node_string (node);

  if (text != NULL)
    return g_ascii_strtod (text, NULL);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : 0;
}

static gint64
node_int (JsonNode *node)
{
  const char *text = node_string (node);

  if (text != NULL)
    return g_ascii_strtoll (text, NULL, 10);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
}

static JsonObject *
node_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node)
                                                       : NULL;
}

JsonObject *
feu_json_get_object (JsonObject *object, const char *name)
{
  return node_object (get_member (object, name));
}

JsonArray *
feu_json_get_array (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                      : NULL;
}

const char *
feu_json_get_string (JsonObject *object, const char *name)
{
  return node_string (get_member (object, name));
}

gint64
feu_json_get_int (JsonObject *object, const char *name)
{
  return node_int (get_member (object, name));
}

double
feu_json_get_double (JsonObject *object, const char *name)
{
  return node_double (get_member (object, name));
}

gboolean
feu_json_get_boolean (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name);
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
}

JsonObject *
feu_json_get_element_object (JsonArray *array, guint index)
{
  return node_object (get_element (array, index));
}

const char *
feu_json_get_element_string (JsonArray *array, guint index)
{
  return node_string (get_element (array, index));
}

gint64
feu_json_get_element_int (JsonArray *array, guint index)
{
  return node_int (get_element (array, index));
}

char *
feu_json_to_text (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return json_to_string (node, /* pretty= */ FALSE);
}
