/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two questions for each character: is it markup within a line, and, at the beginning
 * of one, does the line look like a heading, a list item, a rule, a fence or a table?
 */
#include "config.h"

#include "feu-markdown-escape.h"

#include <string.h>

/* "&amp;" and the like would be read as one character. */
static gboolean
begins_entity (const char *at)
{
  at++;
  if (*at == '#')
    at++;
  const char *name = at;
  while (g_ascii_isalnum (*at))
    at++;
  return at > name && *at == ';';
}

static gboolean
is_space_or_end (char c)
{
  return c == ' ' || c == '\0' || c == '\n';
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* @before and @after: the bytes around *@at, '\0' for none. */
static gboolean
is_markup (const char *at, char before, char after)
{
  switch (*at)
    {
    case '\\':
      return after == '\0' || g_ascii_ispunct (after);
    case '`':
      return TRUE;
    case '*':
      return !is_space_or_end (before) || !is_space_or_end (after);
    case '_':
      return !(is_word (before) && is_word (after)) &&
             !(is_space_or_end (before) && is_space_or_end (after));
    case '~':
      return !is_space_or_end (before) ||
             !(is_space_or_end (after) || g_ascii_isdigit (after));
    case '[':
      return after == '^';
    case ']':
      return after == '(' || after == ':';
    case '!':
      return after == '[';
    case '<':
      return g_ascii_isalpha (after) || after == '/' || after == '!' || after == '?';
    case '&':
      return begins_entity (at);
    default:
      return FALSE;
    }
}

/* Where in the line that begins with @at a backslash stops it from beginning a block:
 * an offset, or -1. */
static int
find_block_mark (const char *at, char next)
{
  gsize digits = strspn (at, "0123456789");
  char  mark = at[digits];
  char  after = mark != '\0' && at[digits + 1] != '\0' ? at[digits + 1] : next;

  if (digits > 0)
    return digits <= 9 && (mark == '.' || mark == ')') && is_space_or_end (after)
               ? (int) digits
               : -1;
  switch (mark)
    {
    case '#':
      digits = strspn (at, "#");
      return digits <= 6 && is_space_or_end (at[digits] != '\0' ? at[digits] : next)
                 ? 0
                 : -1;
    case '>':
    case '|':
    case '=':
      return 0;
    case '-':
    case '+':
      return is_space_or_end (after) || (mark == '-' && strchr ("-:|", after) != NULL)
                 ? 0
                 : -1;
    case '*':
    case '_':
    case '~':
      return is_space_or_end (after) || after == mark ? 0 : -1;
    case ':':
      return after == '-' ? 0 : -1;
    case '[':
      return after == ' ' || ((after == 'x' || after == 'X') && at[2] == ']') ? 0 : -1;
    default:
      return -1;
    }
}

void
feu_markdown_append_escaped (GString    *out,
                             const char *text,
                             gboolean    begins_block,
                             char        next)
{
  gboolean    is_first = out->len == 0 || out->str[out->len - 1] == '\n';
  int         block_mark = begins_block && is_first ? find_block_mark (text, next) : -1;
  const char *mark = block_mark >= 0 ? text + block_mark : NULL;

  for (const char *at = text; *at != '\0'; at++)
    {
      char before = at > text ? at[-1] : out->len > 0 ? out->str[out->len - 1] : '\0';
      char after = at[1] != '\0' ? at[1] : next;
      /* A bracket of the text itself has a backslash already. */
      gboolean is_target = *at == '(' && at == text && before == ']';
      if (at == mark || is_target || is_markup (at, before, after))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
}

/* Parentheses may stand in an address as long as they balance. */
static gboolean
has_balanced_parentheses (const char *url)
{
  int depth = 0;

  for (; *url != '\0' && depth >= 0 && depth < 16; url++)
    depth += *url == '(' ? 1 : *url == ')' ? -1 : 0;
  return depth == 0 && *url == '\0';
}

char *
feu_markdown_dup_address (const char *url)
{
  GString *address = g_string_new (NULL);
  gboolean is_balanced = has_balanced_parentheses (url);

  for (const char *at = url; *at != '\0'; at++)
    {
      if ((guchar) *at <= ' ' || *at == 0x7f || strchr ("<>\\", *at) != NULL ||
          (!is_balanced && (*at == '(' || *at == ')')))
        g_string_append_printf (address, "%%%02X", (guint) (guchar) *at);
      else if (*at == '&' && strchr (at, ';') != NULL)
        {
          gsize name = strspn (at + 1,
                               "#0123456789abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
          g_string_append (address, name > 0 && at[name + 1] == ';' ? "&amp;" : "&");
        }
      else
        g_string_append_c (address, *at);
    }
  return g_string_free (address, FALSE);
}

gboolean
feu_markdown_is_gap (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

gboolean
feu_markdown_is_punctuation (gunichar c)
{
  if (c < 0x80)
    return g_ascii_ispunct ((char) c);
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
feu_markdown_is_edge (gunichar outer, gunichar inner)
{
  return !feu_markdown_is_gap (inner) &&
         (!feu_markdown_is_punctuation (inner) || feu_markdown_is_gap (outer) ||
          feu_markdown_is_punctuation (outer));
}
