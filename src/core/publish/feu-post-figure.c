/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A figure is told by what is in it, not by its class, so that figures of old posts and
 * of other editors are read, too.
 */
#include "config.h"

#include "feu-post-figure.h"

#include "feu-markdown-escape.h"
#include "feu-post-table.h"

#include <string.h>

/* The img that @node is, or that is all there is in it, perhaps behind a link or a
 * picture or div of its own. */
static const xmlNode *
find_image (const xmlNode *node, const xmlNode **out_link)
{
  for (int depth = 0; node != NULL && depth < 4; depth++)
    {
      if (feu_post_html_is (node, "img"))
        return node;
      if (feu_post_html_is (node, "a") && *out_link == NULL)
        *out_link = node;
      else if (!feu_post_html_is (node, "div"))
        return NULL;
      node = feu_post_html_get_only_child (node);
    }
  return NULL;
}

/* Images that follow each other in one paragraph are a gallery. */
static char *
dup_gallery (const xmlNode *first, const FeuPostContext *context)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const xmlNode *node = first; node != NULL;
       node = feu_post_html_skip_nothing (node->next))
    {
      g_autofree char *image = feu_post_html_is (node, "figure")
                                   ? feu_post_figure_dup (node, context)
                                   : NULL;
      /* A gallery in a gallery has line breaks. */
      if (image == NULL || strchr (image, '\n') != NULL || strstr (image, "![") == NULL)
        return NULL;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, image);
    }
  return strchr (out->str, '\n') != NULL ? g_strdup (out->str) : NULL;
}

/* The address that is all there is in @node. */
static char *
dup_embed (const xmlNode *node)
{
  const xmlNode *only = feu_post_html_get_only_child (node);

  if (only == NULL || only->type != XML_TEXT_NODE)
    return NULL;
  g_autofree char *url = g_strstrip (g_strdup ((const char *) only->content));
  if (!(g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")) ||
      strpbrk (url, " \t\r\n<>") != NULL)
    return NULL;
  return g_steal_pointer (&url);
}

char *
feu_post_figure_dup (const xmlNode *node, const FeuPostContext *context)
{
  const xmlNode *content = feu_post_html_skip_nothing (node->children);
  const xmlNode *caption =
      content != NULL ? feu_post_html_skip_nothing (content->next) : NULL;

  if (content == NULL)
    return NULL;
  if (feu_post_html_is (content, "figure"))
    return dup_gallery (content, context);
  if (caption != NULL && (!feu_post_html_is (caption, "figcaption") ||
                          feu_post_html_skip_nothing (caption->next) != NULL))
    return NULL;
  if (feu_post_html_is (content, "table"))
    return caption == NULL ? feu_post_table_dup (content, context) : NULL;
  if (feu_post_html_has_class (content, "wp-block-embed__wrapper"))
    return caption == NULL ? dup_embed (content) : NULL;
  g_autofree char *text = caption != NULL ? feu_post_html_dup_text (caption) : NULL;
  return feu_post_figure_dup_image (
      content, text != NULL ? g_strstrip (text) : NULL, context);
}

char *
feu_post_figure_dup_image (const xmlNode        *content,
                           const char           *caption,
                           const FeuPostContext *context)
{
  const xmlNode *link = NULL;
  const xmlNode *image = find_image (content, &link);

  if (image == NULL)
    return NULL;
  g_autofree char *markup = feu_post_inline_dup_image (image, caption, context);
  g_autofree char *href =
      link != NULL ? feu_post_html_dup_attribute (link, "href") : NULL;
  if (markup == NULL || href == NULL)
    return g_steal_pointer (&markup);
  g_autofree char *address = feu_markdown_dup_address (href);
  return g_strconcat ("[", markup, "](", address, ")", NULL);
}

/* The text of code; NULL where there is more than text and line breaks in it. */
static GString *
read_code (const xmlNode *node)
{
  GString *code = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        g_string_append (code, (const char *) child->content);
      else if (feu_post_html_is (child, "br"))
        g_string_append_c (code, '\n');
      else
        {
          g_string_free (code, TRUE);
          return NULL;
        }
    }
  g_string_replace (code, "\r\n", "\n", 0);
  g_string_replace (code, "\r", "\n", 0);
  if (g_str_has_suffix (code->str, "\n"))
    g_string_truncate (code, code->len - 1);
  return code;
}

static gsize
find_longest_run (const char *text, char c)
{
  gsize longest = 0;
  gsize run = 0;

  for (; *text != '\0'; text++)
    {
      run = *text == c ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  return longest;
}

char *
feu_post_figure_dup_code (const xmlNode *node)
{
  const xmlNode   *only = feu_post_html_get_only_child (node);
  const xmlNode   *inner = feu_post_html_is (only, "code") ? only : node;
  g_autofree char *language = feu_post_html_dup_class_after (node, "language-");
  g_autoptr (GString) code = read_code (inner);

  if (code == NULL)
    return NULL;
  if (language == NULL)
    language = feu_post_html_dup_class_after (inner, "language-");
  if (language != NULL && strpbrk (language, "`\\&") != NULL)
    g_clear_pointer (&language, g_free);
  g_autofree char *fence =
      g_strnfill (MAX (3, find_longest_run (code->str, '`') + 1), '`');
  return g_strconcat (fence,
                      language != NULL ? language : "",
                      "\n",
                      code->str,
                      code->len > 0 ? "\n" : "",
                      fence,
                      NULL);
}
