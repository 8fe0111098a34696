/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Schemes are read as browsers read them: leading controls and spaces, and tabs and
 * line ends anywhere, do not count. All controls are skipped here, which is stricter.
 */
#include "config.h"

#include "feu-html-url.h"

#include <string.h>

#define LONGEST_SCHEME 16

typedef enum
{
  SCHEME_NONE,  /* relative */
  SCHEME_OTHER, /* none of those asked for */
  SCHEME_KNOWN,
} SchemeKind;

/* At the ends of an address; within it all of these but the space. */
static gboolean
is_ignored (char c)
{
  return (guchar) c <= ' ' || c == 0x7F;
}

static const char *
skip_ignored (const char *url)
{
  while (*url != '\0' && is_ignored (*url))
    url++;
  return url;
}

/* Copies the scheme, lower case, to @scheme; FALSE when @url has none. One that is too
 * long to be known is cut. */
static gboolean
read_scheme (const char *url, char scheme[LONGEST_SCHEME])
{
  gsize length = 0;

  for (const char *at = skip_ignored (url); *at != '\0'; at++)
    {
      if (is_ignored (*at) && *at != ' ')
        continue;
      if (*at == ':')
        {
          scheme[length] = '\0';
          return TRUE;
        }
      if (*at == '/' || *at == '?' || *at == '#')
        return FALSE;
      if (length + 1 < LONGEST_SCHEME)
        scheme[length++] = g_ascii_tolower (*at);
    }
  return FALSE;
}

static SchemeKind
find_scheme (const char *url, const char *const *known)
{
  char scheme[LONGEST_SCHEME] = "";

  if (!read_scheme (url, scheme))
    return SCHEME_NONE;
  return g_strv_contains (known, scheme) ? SCHEME_KNOWN : SCHEME_OTHER;
}

gboolean
feu_html_url_is_safe (const char *url)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel", NULL };

  g_return_val_if_fail (url != NULL, FALSE);
  return find_scheme (url, schemes) != SCHEME_OTHER;
}

gboolean
feu_html_url_is_safe_image (const char *url)
{
  static const char *const schemes[] = { "http", "https", "file", NULL };

  g_return_val_if_fail (url != NULL, FALSE);
  return find_scheme (url, schemes) != SCHEME_OTHER ||
         g_ascii_strncasecmp (
             skip_ignored (url), "data:image/", strlen ("data:image/")) == 0;
}

static gboolean
needs_encoding (const char *at)
{
  if (*at == '%')
    return !g_ascii_isxdigit (at[1]) || !g_ascii_isxdigit (at[2]);
  return strchr (" \"<>\\^`{|}", *at) != NULL;
}

char *
feu_html_url_normalize (const char *url)
{
  g_return_val_if_fail (url != NULL, NULL);
  GString    *result = g_string_new (NULL);
  const char *end = url + strlen (url);

  url = skip_ignored (url);
  while (end > url && is_ignored (end[-1]))
    end--;
  for (const char *at = url; at < end; at++)
    if (is_ignored (*at) && *at != ' ')
      continue;
    else if (needs_encoding (at))
      g_string_append_printf (result, "%%%02X", (guint) (guchar) *at);
    else
      g_string_append_c (result, *at);
  return g_string_free (result, FALSE);
}
