/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading JSON that nobody vouches for: a member that is missing or of another type
 * than wanted reads as nothing, where json-glib would complain.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * feu_json_parse:
 *
 * Also what has other text before it or after it, as when a site's PHP prints warnings,
 * see feu-json-text.h.
 *
 * Returns: (transfer full) (nullable): the root, an object or array
 */
JsonNode *feu_json_parse (const char *text, gsize length_bytes);

/** (nullable): NULL for @object NULL, too; so calls can be chained. */
JsonObject *feu_json_get_object (JsonObject *object, const char *name);
JsonArray  *feu_json_get_array (JsonObject *object, const char *name);

/** (nullable): a string; NULL for what is not valid UTF-8 or no string. */
const char *feu_json_get_string (JsonObject *object, const char *name);

/** A number, or a string that is one; 0 otherwise. */
gint64   feu_json_get_int (JsonObject *object, const char *name);
double   feu_json_get_double (JsonObject *object, const char *name);
gboolean feu_json_get_boolean (JsonObject *object, const char *name);

/** (nullable): the object at @index. */
JsonObject *feu_json_get_element_object (JsonArray *array, guint index);
const char *feu_json_get_element_string (JsonArray *array, guint index);
gint64      feu_json_get_element_int (JsonArray *array, guint index);

/** (transfer full): the text of the node. */
char *feu_json_to_text (JsonNode *node);

G_END_DECLS
