/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value that is not good is left out, not repaired; only addresses are rewritten.
 */
#include "config.h"

#include "feu-html-attributes.h"

#include "feu-html-url.h"

#include <string.h>

const char *
feu_html_attributes_find (const char *const *pairs, const char *name)
{
  for (const char *const *at = pairs; at != NULL && at[0] != NULL; at += 2)
    if (strcmp (at[0], name) == 0)
      return at[1] != NULL ? at[1] : "";
  return NULL;
}

/* Controls and noncharacters, which no HTML may hold even as a reference. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

static const char *
get_escape (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return NULL;
    }
}

void
feu_html_append_escaped (GString *html, const char *text, gsize length_bytes)
{
  const char *end = text + length_bytes;
  const char *written = text;

  for (const char *at = text; at < end;)
    {
      const char *next = g_utf8_next_char (at);
      const char *escape = get_escape (*at);
      if (escape != NULL || is_forbidden (g_utf8_get_char (at)))
        {
          g_string_append_len (html, written, (gssize) (at - written));
          g_string_append (html, escape != NULL ? escape : "");
          written = next;
        }
      at = next;
    }
  g_string_append_len (html, written, (gssize) (end - written));
}

static gboolean
is_number (const char *value, gsize max_digits)
{
  gsize length = strspn (value, "0123456789");
  return length > 0 && length <= max_digits && value[length] == '\0';
}

/* @pattern: "0" stands for a digit, "+" for a sign, the rest for itself. */
static const char *
skip_pattern (const char *value, const char *pattern)
{
  for (; *pattern != '\0'; pattern++, value++)
    {
      gboolean fits = *pattern == '0'   ? g_ascii_isdigit (*value)
                      : *pattern == '+' ? *value == '+' || *value == '-'
                                        : *value == *pattern;
      if (!fits)
        return NULL;
    }
  return value;
}

static gboolean
is_datetime (const char *value)
{
  static const char *const patterns[] = {
    "0000",
    "0000-00",
    "0000-00-00",
    "00:00",
    "0000-00-00T00:00",
    "0000-00-00 00:00",
    "0000-00-00T00:00:00",
    "0000-00-00 00:00:00",
  };
  static const char *const zones[] = { "", "Z", "+00:00", "+0000" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      const char *rest = skip_pattern (value, patterns[i]);
      gboolean    has_zone = strlen (patterns[i]) > strlen ("0000-00-00");
      for (guint j = 0; rest != NULL && j < (has_zone ? G_N_ELEMENTS (zones) : 1); j++)
        {
          const char *end = skip_pattern (rest, zones[j]);
          if (end != NULL && *end == '\0')
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_one_of (const char *value, const char *const *values)
{
  return g_strv_contains (values, value);
}

static gboolean
is_good_rel (const char *value)
{
  static const char *const known[] = { "author",   "bookmark",   "external", "help",
                                       "license",  "me",         "next",     "nofollow",
                                       "noopener", "noreferrer", "prev",     "search",
                                       "tag",      NULL };
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (char **word = words; *word != NULL; word++)
    if (!is_one_of (*word, known))
      return FALSE;
  return words[0] != NULL;
}

static gboolean
is_language_tag (const char *value)
{
  if (!g_ascii_isalpha (value[0]) || !g_ascii_isalpha (value[1]))
    return FALSE;
  for (const char *at = value; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && (*at != '-' || at[1] == '-' || at[1] == '\0'))
      return FALSE;
  return strcspn (value, "-") <= 3 && strlen (value) <= 35;
}

static gboolean
is_good (FeuHtmlAttributeType type, const char *value)
{
  static const char *const dirs[] = { "ltr", "rtl", "auto", NULL };
  static const char *const list_types[] = { "1", "a", "A", "i", "I", NULL };
  static const char *const scopes[] = { "row", "col", "rowgroup", "colgroup", NULL };
  static const char *const styles[] = {
    "text-align: left", "text-align: center", "text-align: right", NULL
  };
  static const char *const roles[] = {
    "doc-noteref", "doc-backlink", "doc-endnotes", NULL
  };

  switch (type)
    {
    case FEU_HTML_ATTRIBUTE_TEXT:
    case FEU_HTML_ATTRIBUTE_FLAG:
      return TRUE;
    case FEU_HTML_ATTRIBUTE_ID:
      return value[0] != '\0' && strpbrk (value, " \t\n\r\f") == NULL;
    case FEU_HTML_ATTRIBUTE_URL:
      return feu_html_url_is_safe (value);
    case FEU_HTML_ATTRIBUTE_SIZE:
      return is_number (value, 5) && value[0] != '0';
    case FEU_HTML_ATTRIBUTE_INTEGER:
      return is_number (value[0] == '-' ? value + 1 : value, 9);
    case FEU_HTML_ATTRIBUTE_DATETIME:
      return is_datetime (value);
    case FEU_HTML_ATTRIBUTE_LANG:
      return is_language_tag (value);
    case FEU_HTML_ATTRIBUTE_DIR:
      return is_one_of (value, dirs);
    case FEU_HTML_ATTRIBUTE_REL:
      return is_good_rel (value);
    case FEU_HTML_ATTRIBUTE_LIST_TYPE:
      return is_one_of (value, list_types);
    case FEU_HTML_ATTRIBUTE_SCOPE:
      return is_one_of (value, scopes);
    case FEU_HTML_ATTRIBUTE_CELL_STYLE:
      return is_one_of (value, styles);
    case FEU_HTML_ATTRIBUTE_NOTE_ROLE:
      return is_one_of (value, roles);
    }
  return FALSE;
}

static void
append_value (GString *html, const char *name, const char *value)
{
  g_string_append_c (html, ' ');
  g_string_append (html, name);
  g_string_append (html, "=\"");
  feu_html_append_escaped (html, value, strlen (value));
  g_string_append_c (html, '"');
}

static gboolean
append_checked (GString                *html,
                const FeuHtmlAttribute *attribute,
                const char *const      *pairs)
{
  const char *value = feu_html_attributes_find (pairs, attribute->name);
  if (value == NULL || !is_good (attribute->type, value))
    return FALSE;
  if (attribute->type == FEU_HTML_ATTRIBUTE_URL)
    {
      g_autofree char *url = feu_html_url_normalize (value);
      append_value (html, attribute->name, url);
    }
  else if (attribute->type == FEU_HTML_ATTRIBUTE_FLAG)
    append_value (html, attribute->name, "");
  else
    append_value (html, attribute->name, value);
  return TRUE;
}

static gboolean
has_own (const FeuHtmlElement *element, const char *name)
{
  for (const FeuHtmlAttribute *own = element->attributes; own->name != NULL; own++)
    if (strcmp (own->name, name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
feu_html_attributes_append (GString              *html,
                            const FeuHtmlElement *element,
                            const char *const    *pairs)
{
  const FeuHtmlAttribute *global = feu_html_get_global_attributes ();
  gsize                   start = html->len;

  for (; global->name != NULL; global++)
    if (!has_own (element, global->name))
      append_checked (html, global, pairs);
  for (const FeuHtmlAttribute *own = element->attributes; own->name != NULL; own++)
    if (!append_checked (html, own, pairs) && element->needs_own)
      {
        g_string_truncate (html, start);
        return FALSE;
      }
  return TRUE;
}

void
feu_html_append_image (GString *html, const char *const *pairs)
{
  static const char *const sizes[] = { "width", "height" };
  const char              *src = feu_html_attributes_find (pairs, "src");
  const char              *alt = feu_html_attributes_find (pairs, "alt");
  const char              *title = feu_html_attributes_find (pairs, "title");
  gboolean                 is_safe = src != NULL && feu_html_url_is_safe_image (src);
  g_autofree char         *url = feu_html_url_normalize (is_safe ? src : "");

  g_string_append (html, "<img");
  append_value (html, "src", url);
  append_value (html, "alt", alt != NULL ? alt : "");
  if (title != NULL)
    append_value (html, "title", title);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const char *size = feu_html_attributes_find (pairs, sizes[i]);
      if (size != NULL && is_good (FEU_HTML_ATTRIBUTE_SIZE, size))
        append_value (html, sizes[i], size);
    }
  g_string_append (html, " />");
}

void
feu_html_append_checkbox (GString *html, const char *const *pairs)
{
  const char *type = feu_html_attributes_find (pairs, "type");

  if (type == NULL || g_ascii_strcasecmp (type, "checkbox") != 0)
    return;
  g_string_append (html, "<input type=\"checkbox\" disabled=\"\"");
  if (feu_html_attributes_find (pairs, "checked") != NULL)
    append_value (html, "checked", "");
  g_string_append (html, " />");
}
