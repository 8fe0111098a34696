/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Escapes only where the text would be read otherwise: what a person would have typed
 * is what they find in the file. A "|" is always escaped, since the image may stand in
 * a table.
 */
#include "config.h"

#include "feu-image-text.h"

#include <string.h>

static gsize
skip_space (const char *markup, gsize at, gsize end)
{
  while (at < end && g_ascii_isspace (markup[at]))
    at++;
  return at;
}

/* From after an opening bracket to the one that balances it; @end when none does. */
static gsize
find_closing (const char *markup, gsize at, gsize end, char open, char close)
{
  int depth = 1;

  for (; at < end; at++)
    {
      if (markup[at] == '\\')
        at++;
      else if (markup[at] == close && --depth == 0)
        return at;
      else if (markup[at] == open)
        depth++;
    }
  return end;
}

static gsize
find_address_end (const char *markup, gsize at, gsize end)
{
  int depth = 0;

  if (at < end && markup[at] == '<')
    return MIN (end, find_closing (markup, at + 1, end, '\0', '>') + 1);
  for (; at < end && !g_ascii_isspace (markup[at]); at++)
    {
      if (markup[at] == '\\')
        at++;
      else if (markup[at] == '(')
        depth++;
      else if (markup[at] == ')' && depth-- == 0)
        break;
    }
  return MIN (at, end);
}

gboolean
feu_image_parts_read (const char *markup, gsize length_bytes, FeuImageParts *out_parts)
{
  g_return_val_if_fail (markup != NULL && out_parts != NULL, FALSE);
  FeuImageParts parts = { 0 };
  gsize         end = length_bytes;

  if (length_bytes < 5 || memcmp (markup, "![", 2) != 0 || markup[end - 1] != ')')
    return FALSE;
  parts.alt_start = 2;
  parts.alt_end = find_closing (markup, parts.alt_start, end, '[', ']');
  if (parts.alt_end + 2 > end || markup[parts.alt_end + 1] != '(')
    return FALSE;
  end--; /* without the closing parenthesis */
  parts.address_start = skip_space (markup, parts.alt_end + 2, end);
  parts.address_end = find_address_end (markup, parts.address_start, end);
  parts.title_start = skip_space (markup, parts.address_end, end);
  parts.title_end = end;
  while (parts.title_end > parts.title_start &&
         g_ascii_isspace (markup[parts.title_end - 1]))
    parts.title_end--;
  if (parts.title_start == parts.title_end)
    parts.title_start = parts.title_end = parts.address_end;
  *out_parts = parts;
  return TRUE;
}

/* Runs of white space, line breaks among them, become one space; none at the ends.
 * No-break spaces are typography and stay. */
static char *
dup_one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isspace (*at) && (guchar) *at >= ' ')
        g_string_append_c (line, *at);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  return g_string_free (line, FALSE);
}

/* "&amp;" and the like would be read as one character. */
static gboolean
begins_entity (const char *at)
{
  if (*at++ != '&')
    return FALSE;
  if (*at == '#')
    at++;
  const char *name = at;
  while (g_ascii_isalnum (*at))
    at++;
  return at > name && *at == ';';
}

/* An underscore within a word is only itself. */
static gboolean
is_within_word (const char *line, const char *at)
{
  return at > line && (g_ascii_isalnum (at[-1]) || (guchar) at[-1] >= 0x80) &&
         (g_ascii_isalnum (at[1]) || (guchar) at[1] >= 0x80);
}

static gboolean
is_between_spaces (const char *line, const char *at)
{
  return (at == line || at[-1] == ' ') && (at[1] == ' ' || at[1] == '\0');
}

static gboolean
alt_needs_escape (const char *line, const char *at)
{
  if (strchr ("\\`[]|~", *at) != NULL)
    return TRUE;
  if (*at == '*')
    return !is_between_spaces (line, at);
  if (*at == '_')
    return !is_within_word (line, at) && !is_between_spaces (line, at);
  if (*at == '<')
    return g_ascii_isalpha (at[1]) || (at[1] != '\0' && strchr ("/!?", at[1]) != NULL);
  return begins_entity (at);
}

char *
feu_image_text_dup_alt (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autofree char *line = dup_one_line (text);
  GString         *escaped = g_string_new (NULL);

  for (const char *at = line; *at != '\0'; at++)
    {
      if (alt_needs_escape (line, at))
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at);
    }
  return g_string_free (escaped, FALSE);
}

char *
feu_image_text_dup_title (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autofree char *line = dup_one_line (text);
  /* Single quotes where that saves escapes, which not all Markdown readers know here.
   */
  gboolean use_single = strchr (line, '"') != NULL && strchr (line, '\'') == NULL;
  char     quote = use_single ? '\'' : '"';
  GString *quoted = g_string_new (NULL);

  g_string_append_c (quoted, quote);
  for (const char *at = line; *at != '\0'; at++)
    {
      gboolean escapes = *at == '\\' && (at[1] == '\0' || g_ascii_ispunct (at[1]));
      if (*at == quote || *at == '|' || escapes)
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *at);
      /* cmark resolves entities in titles even behind a backslash. */
      if (begins_entity (at))
        g_string_append (quoted, "amp;");
    }
  g_string_append_c (quoted, quote);
  return g_string_free (quoted, FALSE);
}

char *
feu_image_text_dup_address (const char *src)
{
  g_return_val_if_fail (src != NULL, NULL);
  GString *address = g_string_new (NULL);

  for (const char *at = src; *at != '\0'; at++)
    {
      if ((guchar) *at <= ' ' || *at == 0x7f || strchr ("()<>\\\"'%#?&|*`[]", *at))
        g_string_append_printf (address, "%%%02X", (guint) (guchar) *at);
      else
        g_string_append_c (address, *at);
    }
  /* "a:b.jpg" is a file here, not a scheme. */
  const char *colon = strchr (address->str, ':');
  if (colon != NULL &&
      memchr (address->str, '/', (gsize) (colon - address->str)) == NULL)
    g_string_prepend (address, "./");
  return g_string_free (address, FALSE);
}
