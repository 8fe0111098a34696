/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One tag scanner, used twice.
 */
#include "config.h"

#include "feu-raw-html.h"

#include <string.h>

static const char *const containers[] = {
  "article", "aside",  "blockquote", "center", "details", "div",
  "dl",      "figure", "footer",     "header", "nav",     "section",
  "span",    "table",  "ul",         "ol",     NULL,
};

/* Where the tag or comment that begins at @at ends: the byte after its ">". */
static const char *
skip_tag (const char *at)
{
  if (g_str_has_prefix (at, "<!--"))
    {
      const char *close = strstr (at + 4, "-->");
      return close != NULL ? close + 3 : at + strlen (at);
    }
  const char *close = strchr (at, '>');
  return close != NULL ? close + 1 : at + strlen (at);
}

static gboolean
is_tag_named (const char *at, const char *name)
{
  gsize length = strlen (name);
  return g_ascii_strncasecmp (at, name, length) == 0 && !g_ascii_isalnum (at[length]) &&
         at[length] != '-';
}

static gboolean
is_tag_start (const char *at)
{
  return at[0] == '<' &&
         (g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!' || at[1] == '?');
}

/* The end of an element whose content is no text, or NULL when @at begins none. */
static const char *
skip_hidden_element (const char *at)
{
  static const char *const hidden[] = { "script", "style", "template", NULL };

  for (guint i = 0; hidden[i] != NULL; i++)
    if (is_tag_named (at + 1, hidden[i]))
      {
        for (const char *close = strchr (at + 1, '<'); close != NULL;
             close = strchr (close + 1, '<'))
          if (close[1] == '/' && is_tag_named (close + 2, hidden[i]))
            return skip_tag (close);
        return at + strlen (at);
      }
  return NULL;
}

/* What the tag from @at to @end adds to the number of open containers. */
static int
get_tag_depth (const char *at, const char *end)
{
  gboolean is_end = at[1] == '/';
  gboolean is_empty = end - at >= 3 && end[-2] == '/';

  for (guint i = 0; containers[i] != NULL && !is_empty; i++)
    if (is_tag_named (at + (is_end ? 2 : 1), containers[i]))
      return is_end ? -1 : 1;
  return 0;
}

int
feu_raw_html_get_depth (const char *html)
{
  int depth = 0;

  for (const char *at = strchr (html, '<'); at != NULL; at = strchr (at, '<'))
    {
      if (!is_tag_start (at))
        {
          at++;
          continue;
        }
      const char *after = skip_hidden_element (at);
      const char *end = after != NULL ? after : skip_tag (at);
      if (after == NULL)
        depth += get_tag_depth (at, end);
      at = end;
    }
  return depth;
}

void
feu_raw_html_append_text (const char *html, GString *text)
{
  for (const char *at = html; *at != '\0';)
    {
      gsize plain = strcspn (at, "<");
      g_string_append_len (text, at, (gssize) plain);
      at += plain;
      if (*at == '\0')
        return;
      if (!is_tag_start (at))
        {
          g_string_append_c (text, *at++);
          continue;
        }
      const char *after = skip_hidden_element (at);
      at = after != NULL ? after : skip_tag (at);
    }
}
