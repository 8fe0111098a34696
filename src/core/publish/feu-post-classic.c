/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scanner of tags that knows what WordPress's wpautop() knows: which elements are
 * blocks, and that blank lines divide paragraphs.
 */
#include "config.h"

#include "feu-post-classic.h"

#include "feu-post-figure.h"
#include "feu-post-flow.h"

#include <string.h>

static const char *const blocks[] = {
  "address", "article",  "aside",  "blockquote", "details", "dir",    "div",
  "dl",      "fieldset", "figure", "footer",     "form",    "h1",     "h2",
  "h3",      "h4",       "h5",     "h6",         "header",  "hgroup", "hr",
  "iframe",  "math",     "menu",   "nav",        "ol",      "p",      "pre",
  "script",  "section",  "style",  "table",      "ul",      "video",  "audio",
};

static gboolean
is_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The length of the tag name at @at, which is @name in any case; 0 for another. */
static gsize
match_name (const char *at, const char *end, const char *name)
{
  gsize length = strlen (name);

  if ((gsize) (end - at) < length || g_ascii_strncasecmp (at, name, length) != 0)
    return 0;
  return at + length == end || !(g_ascii_isalnum (at[length]) || at[length] == '-')
             ? length
             : 0;
}

/* (nullable): the block element that begins with the "<" at @at. */
static const char *
find_block (const char *at, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (match_name (at + 1, end, blocks[i]) > 0)
      return blocks[i];
  return NULL;
}

static const char *
skip_past (const char *at, const char *end, const char *mark)
{
  const char *found = memmem (at, (gsize) (end - at), mark, strlen (mark));
  return found != NULL ? found + strlen (mark) : end;
}

/* Behind the end tag of the element called @name whose start tag is at @at. */
static const char *
skip_element (const char *at, const char *end, const char *name)
{
  guint depth = 0;

  if (strcmp (name, "hr") == 0)
    return skip_past (at, end, ">");
  while (at < end)
    {
      at = memchr (at, '<', (gsize) (end - at));
      if (at == NULL)
        return end;
      gboolean is_end = at + 1 < end && at[1] == '/';
      if (match_name (at + (is_end ? 2 : 1), end, name) == 0)
        {
          at++;
          continue;
        }
      at = skip_past (at, end, ">");
      depth += is_end ? 0 : 1;
      if (is_end && --depth == 0)
        return at;
    }
  return end;
}

static gboolean
is_comment_block (const char *at, const char *end)
{
  static const char *const marks[] = { "<!--more", "<!--nextpage" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((gsize) (end - at) >= strlen (marks[i]) &&
        memcmp (at, marks[i], strlen (marks[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Whether only white space stands from @at to the end of its line. */
static gboolean
is_blank_line (const char *at, const char *end)
{
  while (at < end && is_space (*at) && *at != '\n')
    at++;
  return at == end || *at == '\n';
}

/* The end of the text that begins at @at: a blank line or a block. */
static const char *
skip_text (const char *at, const char *end)
{
  for (const char *start = at; at < end; at++)
    {
      if (*at == '\n' && is_blank_line (at + 1, end))
        return at;
      if (*at == '<' && at > start &&
          (find_block (at, end) != NULL || is_comment_block (at, end)))
        return at;
    }
  return end;
}

gboolean
feu_post_classic_is_block (const char *html)
{
  return *html == '<' && find_block (html, html + strlen (html)) != NULL;
}

GArray *
feu_post_classic_split (const char *html, gsize length_bytes)
{
  GArray     *passages = g_array_new (FALSE, FALSE, sizeof (FeuPostPassage));
  const char *end = html + length_bytes;

  for (const char *at = html; at < end;)
    {
      if (is_space (*at))
        {
          at++;
          continue;
        }
      const char *name = *at == '<' ? find_block (at, end) : NULL;
      const char *behind = name != NULL                 ? skip_element (at, end, name)
                           : is_comment_block (at, end) ? skip_past (at, end, "-->")
                                                        : skip_text (at, end);
      const char *next = behind;
      while (behind > at && is_space (behind[-1]))
        behind--;
      FeuPostPassage passage = { (gsize) (at - html), (gsize) (behind - html) };
      g_array_append_val (passages, passage);
      at = next;
    }
  return passages;
}

/* "[caption …]<img …> What it shows[/caption]": how images got their captions. */
static char *
dup_caption (const char *html, gsize length_bytes, const FeuPostContext *context)
{
  static const char end_mark[] = "[/caption]";
  const char       *end = html + length_bytes - strlen (end_mark);

  if (length_bytes <= strlen (end_mark) ||
      match_name (html + 1, html + length_bytes, "caption") == 0 ||
      memcmp (end, end_mark, strlen (end_mark)) != 0)
    return NULL;
  const char *start = memchr (html, ']', (gsize) (end - html));
  if (start == NULL)
    return NULL;
  g_autoptr (xmlDoc) document =
      feu_post_html_parse (start + 1, (gsize) (end - start - 1));
  xmlNode *image = document != NULL
                       ? feu_post_html_skip_nothing (feu_post_html_get_first (document))
                       : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  for (const xmlNode *node = image != NULL ? image->next : NULL; node != NULL;
       node = node->next)
    {
      g_autofree char *part = feu_post_html_dup_text (node);
      g_string_append (text, part);
    }
  return image != NULL
             ? feu_post_figure_dup_image (image, g_strstrip (text->str), context)
             : NULL;
}

char *
feu_post_classic_dup (const char           *html,
                      gsize                 length_bytes,
                      const FeuPostContext *context)
{
  FeuPostContext lines = *context;

  lines.keeps_lines = TRUE;
  if (length_bytes > 0 && html[0] == '[')
    {
      char *figure = dup_caption (html, length_bytes, &lines);
      if (figure != NULL)
        return figure;
    }
  g_autoptr (xmlDoc) document = feu_post_html_parse (html, length_bytes);
  if (document == NULL)
    return NULL;
  return feu_post_flow_dup (feu_post_html_get_first (document), NULL, &lines);
}
