/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass from quote to quote.
 */
#include "config.h"

#include "feu-toml-string.h"

#include <glib/gi18n.h>
#include <string.h>

/* The character of "u00e9" or "U0001F600" at @at, 0 if it is none. */
static gunichar
read_code (const char *at, const char *end, gsize n_digits)
{
  gunichar code = 0;
  if ((gsize) (end - at) < n_digits)
    return 0;
  for (gsize i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      code = code * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
    }
  return g_unichar_validate (code) ? code : 0;
}

/* A backslash at the end of a line takes away the line end and what is blank after it.
 */
static const char *
skip_line_end (const char *at, const char *end)
{
  const char *blank = at;
  while (blank < end && (*blank == ' ' || *blank == '\t'))
    blank++;
  if (blank >= end || (*blank != '\n' && *blank != '\r'))
    return NULL;
  while (blank < end && strchr (" \t\r\n", *blank) != NULL)
    blank++;
  return blank;
}

/* @at: after the backslash. Returns: (nullable): what follows the escape */
static const char *
read_escape (const char *at, const char *end, GString *string)
{
  static const char names[] = "btnfre\"\\";
  static const char meanings[] = "\b\t\n\f\r\x1b\"\\";

  if (at >= end)
    return NULL;
  if (*at == 'u' || *at == 'U')
    {
      gsize    n_digits = *at == 'u' ? 4 : 8;
      gunichar code = read_code (at + 1, end, n_digits);
      if (code == 0)
        return NULL;
      g_string_append_unichar (string, code);
      return at + 1 + n_digits;
    }
  const char *name = strchr (names, *at);
  if (name == NULL)
    return skip_line_end (at, end);
  g_string_append_c (string, meanings[name - names]);
  return at + 1;
}

/* How many quotes stand at @at. */
static gsize
count_quotes (const char *at, const char *end, char quote)
{
  gsize n = 0;
  while (at + n < end && at[n] == quote)
    n++;
  return n;
}

/* Up to two quotes may stand before the three that close. Returns FALSE if it goes on.
 */
static gboolean
read_quotes (const char **at,
             const char  *end,
             char         quote,
             gsize        n_close,
             GString     *string)
{
  gsize n = MIN (count_quotes (*at, end, quote), n_close == 3 ? 5 : 1);
  gsize n_inside = n >= n_close ? n - n_close : n;
  for (gsize i = 0; i < n_inside; i++)
    g_string_append_c (string, quote);
  *at += n;
  return n >= n_close;
}

static const char *
skip_first_newline (const char *at, const char *end)
{
  if (at < end && *at == '\r')
    at++;
  if (at < end && *at == '\n')
    at++;
  return at;
}

char *
feu_toml_string_read (const char **at, const char *end, const char **out_message)
{
  g_autoptr (GString) string = g_string_new (NULL);
  const char *here = *at;
  char        quote = *here;
  gsize       n_close = count_quotes (here, end, quote) >= 3 ? 3 : 1;

  here += n_close;
  if (n_close == 3)
    here = skip_first_newline (here, end);
  while (here < end && (n_close == 3 || (*here != '\n' && *here != '\r')))
    if (*here == quote)
      {
        if (!read_quotes (&here, end, quote, n_close, string))
          continue;
        *at = here;
        return g_string_free (g_steal_pointer (&string), FALSE);
      }
    else if (*here == '\\' && quote == '"')
      {
        here = read_escape (here + 1, end, string);
        if (here == NULL)
          {
            *out_message =
                _ ("Unknown escape: within double quotes, write \\\\ for a backslash");
            return NULL;
          }
      }
    else
      {
        if (*here != '\r' || here + 1 >= end || here[1] != '\n')
          g_string_append_c (string, *here);
        here++;
      }
  *out_message = _ ("The quote that is opened here is never closed");
  return NULL;
}
