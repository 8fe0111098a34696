/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Conventions, each in one place.
 */
#include "config.h"

#include "feu-shape.h"

#include <string.h>

const FeuNode *
feu_shape_get_gallery_image (const FeuNode *node, const FeuNode **out_link)
{
  *out_link = NULL;
  if (node->type == FEU_NODE_LINK && node->first_child != NULL &&
      node->first_child->next == NULL)
    {
      *out_link = node;
      node = node->first_child;
    }
  return node->type == FEU_NODE_IMAGE ? node : NULL;
}

const FeuNode *
feu_shape_get_figure (const FeuNode *paragraph, const FeuNode **out_link)
{
  const FeuNode *item = paragraph->parent;

  *out_link = NULL;
  if (paragraph->type != FEU_NODE_PARAGRAPH || paragraph->first_child == NULL ||
      paragraph->first_child->next != NULL)
    return NULL;
  if (item->type == FEU_NODE_ITEM && item->is_task && item->first_child == paragraph)
    return NULL;
  return feu_shape_get_gallery_image (paragraph->first_child, out_link);
}

static gboolean
is_blank (const FeuNode *node)
{
  return node->type == FEU_NODE_SOFT_BREAK || node->type == FEU_NODE_HARD_BREAK ||
         (node->type == FEU_NODE_TEXT &&
          node->text[strspn (node->text, " \t")] == '\0');
}

gboolean
feu_shape_is_gallery (const FeuNode *paragraph)
{
  const FeuNode *item = paragraph->parent;
  guint          n_images = 0;

  if (paragraph->type != FEU_NODE_PARAGRAPH ||
      (item->type == FEU_NODE_ITEM && item->is_task && item->first_child == paragraph))
    return FALSE;
  for (const FeuNode *at = paragraph->first_child; at != NULL; at = at->next)
    {
      const FeuNode *link = NULL;
      if (feu_shape_get_gallery_image (at, &link) != NULL)
        n_images++;
      else if (!is_blank (at))
        return FALSE;
    }
  return n_images >= 2;
}

const char *
feu_shape_get_bare_address (const FeuNode *paragraph)
{
  const FeuNode *link = paragraph->first_child;

  if (paragraph->type != FEU_NODE_PARAGRAPH || link == NULL || link->next != NULL ||
      link->type != FEU_NODE_LINK || link->title != NULL)
    return NULL;
  const FeuNode *text = link->first_child;
  if (text == NULL || text->next != NULL || text->type != FEU_NODE_TEXT ||
      strcmp (text->text, link->address) != 0)
    return NULL;
  return link->address;
}

const FeuNode *
feu_shape_get_table_caption (const FeuNode *table, gsize *out_skip)
{
  static const char *const marks[] = { ": ", "Table: ", NULL };
  const FeuNode           *paragraph = table->next;

  if (paragraph == NULL || paragraph->type != FEU_NODE_PARAGRAPH ||
      paragraph->first_child == NULL || paragraph->first_child->type != FEU_NODE_TEXT)
    return NULL;
  for (guint i = 0; marks[i] != NULL; i++)
    if (g_str_has_prefix (paragraph->first_child->text, marks[i]))
      {
        *out_skip = strlen (marks[i]);
        return paragraph;
      }
  return NULL;
}

char *
feu_shape_dup_language (const FeuNode *code)
{
  const char *info = code->title;
  gsize       length = info != NULL ? strcspn (info, " \t,{") : 0;

  if (length == 0 || length > 40 || !g_ascii_isalpha (info[0]))
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (info[i]) && strchr ("+#._-", info[i]) == NULL)
      return NULL;
  return g_strndup (info, length);
}

/* ---- who is quoted ---- */

/* Length of the dash and space that @node begins with; else 0. */
static gsize
get_dash_length (const FeuNode *node)
{
  static const char *const dashes[] = { "— ",        "– ", "-- ", "―\302\240",
                                        "—\302\240", "― ", NULL };

  if (node == NULL || node->type != FEU_NODE_TEXT)
    return 0;
  for (guint i = 0; dashes[i] != NULL; i++)
    if (g_str_has_prefix (node->text, dashes[i]) &&
        (node->text[strlen (dashes[i])] != '\0' || node->next != NULL))
      return strlen (dashes[i]);
  return 0;
}

static gboolean
is_break (const FeuNode *node)
{
  return node->type == FEU_NODE_SOFT_BREAK || node->type == FEU_NODE_HARD_BREAK;
}

/* The break before the paragraph's last line; NULL when it has one line. */
static const FeuNode *
get_last_break (const FeuNode *paragraph)
{
  const FeuNode *last = NULL;

  for (const FeuNode *at = paragraph->first_child; at != NULL; at = at->next)
    if (is_break (at))
      last = at;
  return last;
}

/* Lines of @quote that begin with a dash: more than one are a conversation. */
static guint
count_dashes (const FeuNode *quote)
{
  guint n = 0;

  for (const FeuNode *block = quote->first_child; block != NULL; block = block->next)
    {
      if (block->type != FEU_NODE_PARAGRAPH)
        continue;
      n += get_dash_length (block->first_child) > 0 ? 1 : 0;
      for (const FeuNode *at = block->first_child; at != NULL; at = at->next)
        n += is_break (at) && get_dash_length (at->next) > 0 ? 1 : 0;
    }
  return n;
}

FeuCitation
feu_shape_get_citation (const FeuNode *quote)
{
  FeuCitation    citation = { 0 };
  const FeuNode *last = quote->last_child;

  if (last == NULL || last->type != FEU_NODE_PARAGRAPH || count_dashes (quote) != 1)
    return citation;
  const FeuNode *before = get_last_break (last);
  const FeuNode *line = before != NULL ? before->next : last->first_child;
  if (get_dash_length (line) == 0 || (before == NULL && quote->first_child == last))
    return citation;
  citation.paragraph = last;
  citation.first = line;
  citation.skip_bytes = get_dash_length (line);
  citation.limit = before;
  return citation;
}

/* ---- breaks ---- */

/* Text that a comment can hold, and that is nothing else anywhere. */
static gboolean
is_plain (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at < 0x20 || *at == 0x7f || strchr ("<>&\"\\[", *at) != NULL)
      return FALSE;
  return strstr (text, "--") == NULL;
}

FeuBreak
feu_shape_get_break (const char *html, char **out_text)
{
  g_autofree char *comment = g_strstrip (g_strdup (html));
  gsize            length = strlen (comment);

  *out_text = NULL;
  if (length < 7 || !g_str_has_prefix (comment, "<!--") ||
      strstr (comment + 4, "-->") != comment + length - 3)
    return FEU_BREAK_NONE;
  comment[length - 3] = '\0';
  /* "<!-- more about this -->" is a remark, "<!--more Read on-->" is not. */
  gboolean has_text = g_str_has_prefix (comment, "<!--more ");
  char    *word = g_strstrip (comment + 4);
  if (strcmp (word, "nextpage") == 0)
    return FEU_BREAK_PAGE;
  if (strcmp (word, "more") != 0 && !(has_text && is_plain (word)))
    return FEU_BREAK_NONE;
  *out_text = g_strdup (g_strchug (word + 4));
  return FEU_BREAK_MORE;
}
