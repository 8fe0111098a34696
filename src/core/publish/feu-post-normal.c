/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-post-normal.h"

#include "feu-html-decode.h"

#include <string.h>

static void
append_escaped (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '<')
        g_string_append (out, "&lt;");
      else if (*at == '&')
        g_string_append (out, "&amp;");
      else if (*at == '"')
        g_string_append (out, "&quot;");
      else if (*at != '\r')
        g_string_append_c (out, *at);
    }
}

/* Text between tags; not all of it is valid in posts of others. */
static void
append_text (GString *out, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autofree char *decoded = feu_html_decode_references (copy);

  append_escaped (out, decoded);
}

/* "a:b; c:d;" as "a:b;c:d" */
static void
append_style (GString *out, const char *style)
{
  g_auto (GStrv) rules = g_strsplit (style, ";", -1);
  gboolean is_first = TRUE;

  for (char **rule = rules; *rule != NULL; rule++)
    {
      g_auto (GStrv) sides = g_strsplit (g_strstrip (*rule), ":", 2);
      if (sides[0] == NULL)
        continue;
      if (!is_first)
        g_string_append_c (out, ';');
      is_first = FALSE;
      append_escaped (out, g_strstrip (sides[0]));
      if (sides[1] == NULL)
        continue;
      g_string_append_c (out, ':');
      append_escaped (out, g_strstrip (sides[1]));
    }
}

static void
append_tag (GString *out, const FeuPostTag *tag)
{
  g_string_append_c (out, '<');
  g_string_append (out, tag->name);
  for (guint i = 0; i + 1 < tag->attributes->len; i += 2)
    {
      const char *name = g_ptr_array_index (tag->attributes, i);
      const char *value = g_ptr_array_index (tag->attributes, i + 1);
      g_string_append_c (out, ' ');
      append_escaped (out, name);
      g_string_append (out, "=\"");
      if (strcmp (name, "style") == 0)
        append_style (out, value);
      else
        append_escaped (out, value);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
}

/* In the JSON of a block, an ampersand is written "\u0026", and an account that may not
 * use raw HTML gets "\u0026amp;" for it. */
static void
append_comment (GString *out, const char *comment, gsize length)
{
  GString *copy = g_string_new_len (comment, (gssize) length);

  g_string_replace (copy, "\\u0026amp;", "\\u0026", 0);
  g_string_replace (copy, "&amp;", "&", 0);
  g_string_replace (copy, "\\u0026", "&", 0);
  g_string_replace (copy, "\r", "", 0);
  g_string_append_len (out, copy->str, (gssize) copy->len);
  g_string_free (copy, TRUE);
}

static void
trim (GString *text)
{
  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  gsize start = 0;
  while (start < text->len && g_ascii_isspace (text->str[start]))
    start++;
  g_string_erase (text, 0, (gssize) start);
}

char *
feu_post_normal_dup (const char *content, gsize length_bytes)
{
  g_return_val_if_fail (content != NULL || length_bytes == 0, NULL);
  GString *out = g_string_sized_new (length_bytes + 1);
  gsize    at = 0;

  while (at < length_bytes)
    {
      const char *opening = memchr (content + at, '<', length_bytes - at);
      gsize tag_start = opening != NULL ? (gsize) (opening - content) : length_bytes;
      append_text (out, content + at, tag_start - at);
      at = tag_start;
      if (at >= length_bytes)
        break;
      g_autoptr (FeuPostTag) tag = feu_post_tag_read (content, length_bytes, at);
      if (tag == NULL)
        append_text (out, content + at, 1);
      else if (strcmp (tag->name, "!") == 0)
        append_comment (out, content + at, tag->end_bytes - at);
      else
        append_tag (out, tag);
      at = tag != NULL ? tag->end_bytes : at + 1;
    }
  trim (out);
  return g_string_free (out, FALSE);
}

gboolean
feu_post_normal_equal (const char *a, const char *b)
{
  const char *first = a != NULL ? a : "";
  const char *second = b != NULL ? b : "";

  if (strcmp (first, second) == 0)
    return TRUE;
  g_autofree char *normal_first = feu_post_normal_dup (first, strlen (first));
  g_autofree char *normal_second = feu_post_normal_dup (second, strlen (second));
  return strcmp (normal_first, normal_second) == 0;
}
