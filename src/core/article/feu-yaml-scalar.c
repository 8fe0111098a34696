/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where readers differ, the careful side is taken: quotes too many harm nobody.
 */
#include "config.h"

#include "feu-yaml-scalar.h"

#include <string.h>

/* Characters that YAML forbids, takes for line ends (1.1: NEL, LS, PS), or that nobody
 * would see: only escapes hold them. */
static gboolean
needs_escape (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 ||
         c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

/* @allowed: of those, the ones that may stand. */
static gboolean
has_escapes (const char *value, const char *allowed)
{
  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (needs_escape (c) && (c >= 0x80 || strchr (allowed, (int) c) == NULL))
        return TRUE;
    }
  return FALSE;
}

gboolean
feu_yaml_can_be_plain (const char *value, gboolean in_flow)
{
  gsize length = strlen (value);

  if (length == 0 || value[0] == ' ' || value[length - 1] == ' ' ||
      value[length - 1] == ':' || has_escapes (value, ""))
    return FALSE;
  if (strchr ("-?:,[]{}#&*!|>'\"%@`", value[0]) != NULL)
    return FALSE;
  if (strstr (value, ": ") != NULL || strstr (value, " #") != NULL)
    return FALSE;
  /* Older readers stop at any ":" or "?" within brackets. */
  return !in_flow || strpbrk (value, ",[]{}:?") == NULL;
}

/* Digits and what numbers, dates and times of any notation are made of. */
static gboolean
looks_like_number (const char *value)
{
  const char *first = value + strspn (value, "+-.");
  if (!g_ascii_isdigit (*first))
    return FALSE;
  return strspn (value, "0123456789abcdefABCDEFxXoOtTzZ_+-.,: ") == strlen (value);
}

gboolean
feu_yaml_is_string (const char *value)
{
  static const char *const words[] = { "null",  "true",  "false", "yes", "no",
                                       "on",    "off",   "y",     "n",   ".inf",
                                       "-.inf", "+.inf", ".nan",  NULL };
  g_autofree char         *word = g_ascii_strdown (value, -1);

  return value[0] != '\0' && strchr ("~=<:", value[0]) == NULL &&
         !g_strv_contains ((const char *const *) words, word) &&
         !looks_like_number (value);
}

gboolean
feu_yaml_can_be_literal (const char *value)
{
  return strchr (value, '\n') != NULL && strchr (" \t\n", value[0]) == NULL &&
         !g_str_has_suffix (value, "\n") && !has_escapes (value, "\t\n");
}

char *
feu_yaml_dup_double_quoted (const char *value)
{
  GString *out = g_string_new ("\"");
  for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", (char) c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else if (!needs_escape (c))
        g_string_append_unichar (out, c);
      else if (c <= 0xFFFF)
        g_string_append_printf (out, "\\u%04X", c);
      else
        g_string_append_printf (out, "\\U%08X", c);
    }
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}

char *
feu_yaml_dup_single_quoted (const char *value)
{
  if (has_escapes (value, ""))
    return NULL;
  g_auto (GStrv) parts = g_strsplit (value, "'", -1);
  g_autofree char *inside = g_strjoinv ("''", parts);
  return g_strdup_printf ("'%s'", value[0] != '\0' ? inside : "");
}

char *
feu_yaml_dup_inline (const char *value, gboolean in_flow)
{
  if (feu_yaml_can_be_plain (value, in_flow) && feu_yaml_is_string (value))
    return g_strdup (value);
  return feu_yaml_dup_double_quoted (value);
}

void
feu_yaml_append_lines (GString    *out,
                       const char *value,
                       gsize       indent,
                       const char *newline)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (out, newline);
      if (lines[i][0] != '\0')
        g_string_append_printf (out, "%*s%s", (int) indent, "", lines[i]);
    }
}
