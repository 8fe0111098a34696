/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the bytes: everything that matters to HTML is ASCII, but for the C1
 * controls, which are two bytes each.
 */
#include "config.h"

#include "feu-html-text.h"

#include "feu-html-sanitizer.h"

#define REPLACEMENT_CHARACTER "\xef\xbf\xbd"

static const char *
get_entity (char character)
{
  switch (character)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return NULL;
    }
}

/* Returns: how many bytes at @at are a forbidden control character; 0 if none is there
 */
static gsize
measure_control (const char *at)
{
  guchar byte = (guchar) *at;

  if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f)
    return 1;
  return byte == 0xc2 && (guchar) at[1] >= 0x80 && (guchar) at[1] < 0xa0 ? 2 : 0;
}

void
feu_html_append_text (GString *html, const char *text)
{
  if (text == NULL)
    return;

  const char *start = text;
  const char *at = text;
  while (*at != '\0')
    {
      const char *replacement = get_entity (*at);
      gsize       length = 1;
      if (replacement == NULL)
        {
          length = measure_control (at);
          replacement = length > 0 ? REPLACEMENT_CHARACTER : NULL;
        }
      if (replacement == NULL)
        {
          at++;
          continue;
        }
      g_string_append_len (html, start, at - start);
      g_string_append (html, replacement);
      at += length;
      start = at;
    }
  g_string_append_len (html, start, at - start);
}

void
feu_html_append_attribute (GString *html, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (html, " %s=\"", name);
  feu_html_append_text (html, value);
  g_string_append_c (html, '"');
}

void
feu_html_append_url_attribute (GString *html, const char *name, const char *url)
{
  if (url == NULL || *url == '\0' || !feu_html_url_is_safe (url))
    return;
  g_autofree char *escaped = g_uri_escape_string (
      url, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?#[]%", /* allow_utf8= */ TRUE);
  feu_html_append_attribute (html, name, escaped);
}
