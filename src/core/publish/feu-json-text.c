/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text is scanned once per candidate: from an opening bracket to the bracket that
 * closes it, with strings passed over. A notice may hold brackets of its own, even such
 * as are JSON ("offset [0]"): the longest candidate that parses is the answer.
 */
#include "config.h"

#include "feu-json-text.h"

#include <string.h>

#define MAX_DEPTH 200

/* Notices are short: whoever prints more than this before the value has no value. */
#define MAX_CANDIDATES 64

/* Returns: behind the string that begins at @at; NULL if it does not end */
static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end; at++)
    {
      if (*at == '\\')
        at++;
      else if (*at == '"')
        return at + 1;
    }
  return NULL;
}

/* Returns: behind the value that begins at @at; NULL if it does not end, or too deep */
static const char *
skip_value (const char *at, const char *end)
{
  guint depth = 0;

  while (at < end)
    {
      if (*at == '"')
        {
          at = skip_string (at, end);
          if (at == NULL)
            return NULL;
          continue;
        }
      if (*at == '{' || *at == '[')
        depth++;
      else if (*at == '}' || *at == ']')
        depth--;
      if (depth > MAX_DEPTH)
        return NULL;
      at++;
      if (depth == 0)
        return at;
    }
  return NULL;
}

static const char *
find_opening (const char *at, const char *end)
{
  while (at < end && *at != '{' && *at != '[')
    at++;
  return at < end ? at : NULL;
}

/* Returns: (transfer full) (nullable): what stands between @at and @behind, if it is
 * JSON */
static JsonNode *
parse (const char *at, const char *behind)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  return json_parser_load_from_data (parser, at, behind - at, NULL)
             ? json_parser_steal_root (parser)
             : NULL;
}

JsonNode *
feu_json_text_parse (const char *text, gsize length)
{
  g_autoptr (JsonNode) best = NULL;
  gssize best_length = 0;

  if (text == NULL)
    return NULL;
  const char *end = text + length;
  const char *at = find_opening (text, end);
  for (guint i = 0; at != NULL && i < MAX_CANDIDATES; i++)
    {
      const char *behind = skip_value (at, end);
      g_autoptr (JsonNode) node =
          behind != NULL && behind - at > best_length ? parse (at, behind) : NULL;
      gboolean is_value = node != NULL;
      if (is_value)
        {
          g_clear_pointer (&best, json_node_unref);
          best = g_steal_pointer (&node);
          best_length = behind - at;
        }
      at = find_opening (is_value ? behind : at + 1, end);
    }
  return g_steal_pointer (&best);
}
