/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Escaping. Besides HTML itself, these read what WordPress stores:
 *
 *  - shortcodes: a bracket and a name, in text and in values;
 *  - embeds: an address alone on its line or in its paragraph;
 *  - the filter for authors (kses): takes out control characters, a backslash before 0,
 *    and a backslash before a quote.
 */
#include "config.h"

#include "feu-markup-writer-private.h"

#include "feu-html-url.h"

#include <string.h>

static gboolean
is_control (char c)
{
  return ((guchar) c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

/* Whether a shortcode may begin with the bracket at @at: a name follows. "[12]" and
 * "[a]" are notes in books, "[x]" is a box. */
static gboolean
is_shortcode (const char *at)
{
  gsize n_digits = strspn (at + 1, "0123456789");
  char  c = at[1];

  if ((n_digits > 0 && at[1 + n_digits] == ']') || (c != '\0' && at[2] == ']'))
    return FALSE;
  return g_ascii_isalnum (c) || c == '_' || c == '-' || (guchar) c >= 0x80;
}

/* Writes the backslashes at @at. Returns: the last of them */
static const char *
put_backslashes (FeuMarkupWriter *self, const char *at)
{
  gsize       n = strspn (at, "\\");
  gboolean    is_lost = at[n] == '0' && !feu_markup_may_send_all (self);
  const char *written = is_lost ? "&#92;" : "\\";

  for (gsize i = 0; i < n; i++)
    g_string_append (self->out, written);
  return at + n - 1;
}

/* Length of "http:" or "https:" when an address begins at @at; else 0. */
static gsize
get_protocol_length (const char *at)
{
  return g_ascii_strncasecmp (at, "http://", 7) == 0    ? 5
         : g_ascii_strncasecmp (at, "https://", 8) == 0 ? 6
                                                        : 0;
}

/* Whether what is written next begins a line, or a paragraph. */
static gboolean
is_line_start (const GString *out)
{
  return out->len == 0 || out->str[out->len - 1] == '\n' ||
         (out->len >= 3 && memcmp (out->str + out->len - 3, "<p>", 3) == 0);
}

static void
put_character (GString *out, char c)
{
  if (c == '&')
    g_string_append (out, "&amp;");
  else if (c == '<')
    g_string_append (out, "&lt;");
  else if (c == '>')
    g_string_append (out, "&gt;");
  else if (!is_control (c))
    g_string_append_c (out, c);
}

/* Writes what is special at @at. Returns: its last byte; NULL when nothing is */
static const char *
put_special (FeuMarkupWriter *self, const char *at)
{
  gsize protocol = 0;

  switch (*at)
    {
    case '[':
      if (!is_shortcode (at))
        return NULL;
      g_string_append (self->out, "&#91;");
      return at;
    case '\\':
      return put_backslashes (self, at);
    case '\n':
      g_string_append_c (self->out, self->is_classic ? ' ' : '\n');
      return at;
    case '\xc2':
      /* A no-break space, as the editor writes it. */
      if (at[1] != '\xa0')
        return NULL;
      g_string_append (self->out, "&nbsp;");
      return at + 1;
    case 'h':
    case 'H':
      protocol = get_protocol_length (at);
      if (protocol == 0 || !is_line_start (self->out))
        return NULL;
      g_string_append_len (self->out, at, (gssize) protocol);
      g_string_append (self->out, "&#47;&#47;");
      return at + protocol + 1;
    default:
      return NULL;
    }
}

void
feu_markup_put_text (FeuMarkupWriter *self, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *last = put_special (self, at);
      if (last != NULL)
        at = last;
      else
        put_character (self->out, *at);
    }
}

/* Whether the line that @at is in holds nothing but the address at @at. */
static gboolean
is_alone_on_line (const char *code, const char *at)
{
  const char *before = at;

  while (before > code && (before[-1] == ' ' || before[-1] == '\t'))
    before--;
  if (before > code && before[-1] != '\n')
    return FALSE;
  at += strcspn (at, " \t\n<>\"");
  at += strspn (at, " \t");
  return *at == '\n' || *at == '\0';
}

void
feu_markup_put_code (FeuMarkupWriter *self, const char *code)
{
  GString *out = self->out;

  for (const char *at = code; *at != '\0'; at++)
    {
      gsize protocol = get_protocol_length (at);
      if (*at == '[')
        g_string_append (out, "&#91;");
      else if (*at == '\\')
        at = put_backslashes (self, at);
      else if (at[0] == '\xc2' && at[1] == '\xa0')
        {
          g_string_append (out, "&nbsp;");
          at++;
        }
      else if (protocol > 0 && is_alone_on_line (code, at))
        {
          g_string_append_len (out, at, (gssize) protocol);
          g_string_append (out, "&#47;&#47;");
          at += protocol + 1;
        }
      else
        put_character (out, *at);
    }
}

void
feu_markup_put_value (FeuMarkupWriter *self, const char *value)
{
  for (const char *at = value; *at != '\0'; at++)
    if (*at == '"')
      g_string_append (self->out, "&quot;");
    else if (*at == '[')
      g_string_append (self->out, "&#91;");
    else if (*at == '\\' && !feu_markup_may_send_all (self))
      g_string_append (self->out, "&#92;");
    else if (*at == '\n' || *at == '\t')
      g_string_append_c (self->out, ' ');
    else
      put_character (self->out, *at);
}

void
feu_markup_put_address (FeuMarkupWriter *self, const char *url)
{
  g_autofree char *normal = feu_html_url_normalize (url);
  feu_markup_put_value (self, normal);
}

void
feu_markup_put_json (FeuMarkupWriter *self, const char *text)
{
  GString *out = self->out;

  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (g_str_has_prefix (at, "--"))
      {
        g_string_append (out, "\\u002d\\u002d");
        at++;
      }
    else if (strchr ("\"\\<>&", *at) != NULL)
      g_string_append_printf (out, "\\u%04x", (guint) *at);
    else if ((guchar) *at < 0x20 || *at == 0x7f)
      g_string_append_c (out, ' ');
    else
      g_string_append_c (out, *at);
  g_string_append_c (out, '"');
}

void
feu_markup_put_format (FeuMarkupWriter *self, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_string_append_vprintf (self->out, format, arguments);
  va_end (arguments);
}
