/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of characters are libxml2's. A reference that is none stays as it is written.
 */
#include "config.h"

#include "feu-html-decode.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_REFERENCE_LENGTH 32

/* The character that @name ("amp", "#39", "#x27") stands for; 0 for none. */
static gunichar
look_up (const char *name)
{
  if (name[0] != '#')
    {
      const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *) name);
      return entity != NULL ? entity->value : 0;
    }

  gboolean is_hex = g_ascii_tolower (name[1]) == 'x';
  char    *end = NULL;
  guint64  value = g_ascii_strtoull (name + (is_hex ? 2 : 1), &end, is_hex ? 16 : 10);
  return *end == '\0' && value > 0 && value <= 0x10ffff &&
                 g_unichar_validate ((gunichar) value)
             ? (gunichar) value
             : 0;
}

/* Returns: the bytes of the reference at @at; 0 when it is none */
static gsize
decode_one (const char *at, GString *out)
{
  char        name[MAX_REFERENCE_LENGTH];
  const char *end = memchr (at, ';', strnlen (at, sizeof name));
  gsize       length = end != NULL ? (gsize) (end - at) - 1 : 0;

  if (length == 0 || length >= sizeof name)
    return 0;
  memcpy (name, at + 1, length);
  name[length] = '\0';
  gunichar character = look_up (name);
  if (character == 0)
    return 0;
  g_string_append_unichar (out, character);
  return length + 2;
}

char *
feu_html_decode_references (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  GString *out = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      gsize length = *text == '&' ? decode_one (text, out) : 0;
      if (length == 0)
        {
          g_string_append_c (out, *text);
          length = 1;
        }
      text += length;
    }
  return g_string_free (out, FALSE);
}

static char *
without_tags (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean is_tag = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '<' && (g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!'))
        is_tag = TRUE;
      if (!is_tag)
        g_string_append_c (out, *at);
      else if (*at == '>')
        is_tag = FALSE;
    }
  return g_string_free (out, FALSE);
}

static char *
single_spaces (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isspace (*at))
        g_string_append_c (out, *at);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strchomp (g_string_free (out, FALSE));
}

char *
feu_html_decode_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_autofree char *plain = without_tags (text);
  g_autofree char *decoded = feu_html_decode_references (plain);
  return single_spaces (decoded);
}
