/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entities in values are left to libxml2, which knows their names.
 */
#include "config.h"

#include "feu-raw-token.h"

#include <libxml/HTMLparser.h>
#include <string.h>

static gboolean
is_space (char c)
{
  return c != '\0' && strchr (" \t\n\f\r", c) != NULL;
}

/* The byte after the ">" that closes the tag at @at; NULL without one. A ">" in quotes
 * closes nothing. */
static const char *
find_tag_end (const char *at)
{
  gboolean in_value = FALSE;

  for (; *at != '\0'; at++)
    {
      if (*at == '>')
        return at + 1;
      if (in_value && (*at == '"' || *at == '\''))
        {
          at = strchr (at + 1, *at);
          if (at == NULL)
            return NULL;
        }
      in_value = *at == '=' || (in_value && is_space (*at));
    }
  return NULL;
}

static void
set_end (FeuRawToken *token, const char *end)
{
  token->is_closed = end != NULL;
  token->end = end != NULL ? end : token->start + strlen (token->start);
}

static void
read_hidden (FeuRawToken *token)
{
  const char *at = token->start;

  token->kind = FEU_RAW_HIDDEN;
  if (g_str_has_prefix (at, "<!-->") || g_str_has_prefix (at, "<!--->"))
    {
      set_end (token, strchr (at, '>') + 1);
      return;
    }
  gboolean    is_comment = g_str_has_prefix (at, "<!--");
  const char *end = is_comment ? strstr (at + 4, "-->") : strchr (at, '>');
  set_end (token, end == NULL ? NULL : end + (is_comment ? 3 : 1));
}

static void
read_tag (FeuRawToken *token)
{
  gboolean    is_end = token->start[1] == '/';
  const char *name = token->start + (is_end ? 2 : 1);
  gsize       length = strcspn (name, " \t\n\f\r/>");

  token->kind = is_end ? FEU_RAW_END_TAG : FEU_RAW_START_TAG;
  for (gsize i = 0; i < MIN (length, sizeof token->name - 1); i++)
    token->name[i] = g_ascii_tolower (name[i]);
  token->attributes = name + length;
  set_end (token, find_tag_end (token->attributes));
  token->is_self_closing =
      token->is_closed && token->end - token->attributes >= 2 && token->end[-2] == '/';
}

gboolean
feu_raw_token_read (const char *at, FeuRawToken *out_token)
{
  *out_token = (FeuRawToken){ .start = at };
  if (*at == '\0')
    return FALSE;
  if (*at == '<' &&
      (g_ascii_isalpha (at[1]) || (at[1] == '/' && g_ascii_isalpha (at[2]))))
    read_tag (out_token);
  else if (*at == '<' && (at[1] == '!' || at[1] == '?' || at[1] == '/'))
    read_hidden (out_token);
  else
    set_end (out_token, at + 1 + strcspn (at + 1, "<"));
  return TRUE;
}

static void
free_attribute (gpointer data)
{
  FeuRawAttribute *attribute = data;
  g_free (attribute->name);
  g_free (attribute->value);
  g_free (attribute);
}

/* The character that a reference stands for, without its "&" and ";". 0 for none. */
static gunichar
find_character (const char *reference)
{
  if (reference[0] == '#')
    {
      gboolean is_hex = g_ascii_tolower (reference[1]) == 'x';
      guint64  c =
          g_ascii_strtoull (reference + (is_hex ? 2 : 1), NULL, is_hex ? 16 : 10);
      return c <= 0x10FFFF && g_unichar_validate ((gunichar) c) ? (gunichar) c : 0;
    }
  const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) reference);
  return entity != NULL ? entity->value : 0;
}

/* Character references decoded. */
static char *
decode (const char *value, gsize length)
{
  GString    *result = g_string_sized_new (length);
  const char *end = value + length;

  for (const char *at = value; at < end; at++)
    {
      const char *semicolon =
          *at == '&' ? memchr (at, ';', MIN ((gsize) (end - at), 40)) : NULL;
      g_autofree char *reference =
          semicolon != NULL ? g_strndup (at + 1, (gsize) (semicolon - at) - 1) : NULL;
      gunichar c = reference != NULL ? find_character (reference) : 0;
      if (c == 0)
        g_string_append_c (result, *at);
      else
        {
          g_string_append_unichar (result, c);
          at = semicolon;
        }
    }
  return g_string_free (result, FALSE);
}

/* Reads the attribute at @at, which is no space. Returns: the byte after it */
static const char *
read_attribute (const char *at, const char *end, FeuRawAttribute *attribute)
{
  const char *name = at;

  at++; /* An attribute may begin with "=". */
  while (at < end && !is_space (*at) && *at != '=' && *at != '/' && *at != '>')
    at++;
  attribute->name = g_ascii_strdown (name, at - name);
  const char *value = at;
  while (value < end && is_space (*value))
    value++;
  attribute->has_value = value < end && *value == '=';
  if (!attribute->has_value)
    {
      attribute->value = g_strdup ("");
      return at;
    }
  value++;
  while (value < end && is_space (*value))
    value++;
  const char *value_end = value;
  if (value < end && (*value == '"' || *value == '\''))
    {
      value_end = memchr (value + 1, *value, (gsize) (end - value - 1));
      value_end = value_end != NULL ? value_end : end;
      attribute->value = decode (value + 1, (gsize) (value_end - value - 1));
      return MIN (value_end + 1, end);
    }
  while (value_end < end && !is_space (*value_end) && *value_end != '>')
    value_end++;
  attribute->value = decode (value, (gsize) (value_end - value));
  return value_end;
}

GPtrArray *
feu_raw_token_read_attributes (const FeuRawToken *token)
{
  GPtrArray *attributes = g_ptr_array_new_with_free_func (free_attribute);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *end = token->is_closed ? token->end - 1 : token->end;

  g_return_val_if_fail (token->kind == FEU_RAW_START_TAG, attributes);
  for (const char *at = token->attributes; at < end;)
    {
      if (is_space (*at) || *at == '/')
        {
          at++;
          continue;
        }
      FeuRawAttribute *attribute = g_new0 (FeuRawAttribute, 1);
      at = read_attribute (at, end, attribute);
      if (g_hash_table_contains (seen, attribute->name))
        {
          free_attribute (attribute);
          continue;
        }
      g_hash_table_add (seen, attribute->name);
      g_ptr_array_add (attributes, attribute);
    }
  return attributes;
}

const char *
feu_raw_attributes_get (const GPtrArray *attributes, const char *name)
{
  for (guint i = 0; i < attributes->len; i++)
    {
      const FeuRawAttribute *attribute = g_ptr_array_index (attributes, i);
      if (strcmp (attribute->name, name) == 0)
        return attribute->value;
    }
  return NULL;
}

gboolean
feu_raw_token_is (const FeuRawToken *token, const char *name)
{
  return (token->kind == FEU_RAW_START_TAG || token->kind == FEU_RAW_END_TAG) &&
         strcmp (token->name, name) == 0;
}
