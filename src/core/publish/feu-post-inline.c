/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table says what becomes of each element; one that is not in it makes the whole
 * block stay HTML.
 */
#include "config.h"

#include "feu-post-inline.h"

#include "feu-image-text.h"
#include "feu-markdown-escape.h"

#include <string.h>

typedef enum
{
  FATE_STRONG,
  FATE_EMPHASIS,
  FATE_STRIKE,
  FATE_LINK,
  FATE_CODE,
  FATE_BREAK,
  FATE_IMAGE,
  FATE_NOTE, /* or else a tag */
  FATE_TAG,  /* stays an HTML tag around its content */
} Fate;

static const struct
{
  const char *name;
  Fate        fate;
} fates[] = {
  { "a", FATE_LINK },        { "abbr", FATE_TAG },      { "b", FATE_STRONG },
  { "bdi", FATE_TAG },       { "bdo", FATE_TAG },       { "big", FATE_TAG },
  { "br", FATE_BREAK },      { "cite", FATE_TAG },      { "code", FATE_CODE },
  { "data", FATE_TAG },      { "del", FATE_STRIKE },    { "dfn", FATE_TAG },
  { "em", FATE_EMPHASIS },   { "font", FATE_TAG },      { "i", FATE_EMPHASIS },
  { "img", FATE_IMAGE },     { "ins", FATE_TAG },       { "kbd", FATE_TAG },
  { "mark", FATE_TAG },      { "q", FATE_TAG },         { "rp", FATE_TAG },
  { "rt", FATE_TAG },        { "ruby", FATE_TAG },      { "s", FATE_STRIKE },
  { "samp", FATE_TAG },      { "small", FATE_TAG },     { "span", FATE_TAG },
  { "strike", FATE_STRIKE }, { "strong", FATE_STRONG }, { "sub", FATE_TAG },
  { "sup", FATE_NOTE },      { "time", FATE_TAG },      { "tt", FATE_TAG },
  { "u", FATE_TAG },         { "var", FATE_TAG },
};

static gboolean
find_fate (const xmlNode *node, Fate *out_fate)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fates); i++)
    if (feu_post_html_is (node, fates[i].name))
      {
        *out_fate = fates[i].fate;
        return TRUE;
      }
  return FALSE;
}

gboolean
feu_post_inline_is (const xmlNode *node)
{
  Fate fate = FATE_TAG;

  if (node->type == XML_TEXT_NODE || node->type == XML_ENTITY_REF_NODE)
    return TRUE;
  return find_fate (node, &fate);
}

char *
feu_post_inline_dup_image (const xmlNode        *image,
                           const char           *caption,
                           const FeuPostContext *context)
{
  g_autofree char *url = feu_post_html_dup_attribute (image, "src");
  g_autofree char *alt = feu_post_html_dup_attribute (image, "alt");

  if (url == NULL || *url == '\0')
    return NULL;
  g_autofree char *id = feu_post_html_dup_class_after (image, "wp-image-");
  const char      *name =
      context->namer != NULL
               ? context->namer (url,
                            id != NULL ? g_ascii_strtoll (id, NULL, 10) : 0,
                            context->namer_data)
               : NULL;
  g_autofree char *address =
      name != NULL ? feu_image_text_dup_address (name) : feu_markdown_dup_address (url);
  g_autofree char *text = feu_image_text_dup_alt (alt != NULL ? alt : "");
  g_autofree char *title =
      caption != NULL && *caption != '\0' ? feu_image_text_dup_title (caption) : NULL;
  return g_strconcat ("![",
                      text,
                      "](",
                      address,
                      title != NULL ? " " : "",
                      title != NULL ? title : "",
                      ")",
                      NULL);
}

static gboolean
add_image (FeuInlineMarkdown *out, const xmlNode *node, const FeuPostContext *context)
{
  g_autofree char *markup = feu_post_inline_dup_image (node, NULL, context);

  if (markup != NULL)
    feu_inline_markdown_add_markup (out, markup);
  return markup != NULL;
}

/* A note's mark is written by whoever shows the article; what stands in it is not. */
static gboolean
add_note (FeuInlineMarkdown *out, const xmlNode *node, const FeuPostContext *context)
{
  g_autofree char *id = feu_post_html_dup_attribute (node, "data-fn");
  const char      *label = id != NULL && context->note_labels != NULL
                               ? g_hash_table_lookup (context->note_labels, id)
                               : NULL;

  if (label == NULL)
    return FALSE;
  g_autofree char *markup = g_strconcat ("[^", label, "]", NULL);
  feu_inline_markdown_add_markup (out, markup);
  return TRUE;
}

static gboolean
add_children (FeuInlineMarkdown    *out,
              const xmlNode        *node,
              const FeuPostContext *context)
{
  return feu_post_inline_append (out, node->children, NULL, context);
}

static gboolean
add_tag (FeuInlineMarkdown *out, const xmlNode *node, const FeuPostContext *context)
{
  g_autofree char *start = feu_post_html_dup_start_tag (node);
  g_autofree char *end = g_strdup_printf ("</%s>", (const char *) node->name);

  feu_inline_markdown_add_markup (out, start);
  gboolean is_said = add_children (out, node, context);
  feu_inline_markdown_add_markup (out, end);
  return is_said;
}

/* "<https://…>" where the text is the address itself. */
static char *
dup_autolink (const xmlNode *node, const char *address, const char *title)
{
  const xmlNode *only = node->children;

  if (only == NULL || only->next != NULL || only->type != XML_TEXT_NODE ||
      title != NULL || strpbrk (address, " \t\r\n<>\\") != NULL ||
      strcmp ((const char *) only->content, address) != 0 ||
      !(g_str_has_prefix (address, "http://") ||
        g_str_has_prefix (address, "https://")))
    return NULL;
  return g_strconcat ("<", address, ">", NULL);
}

static gboolean
add_link (FeuInlineMarkdown *out, const xmlNode *node, const FeuPostContext *context)
{
  g_autofree char *address = feu_post_html_dup_attribute (node, "href");
  g_autofree char *title = feu_post_html_dup_attribute (node, "title");

  if (address == NULL)
    return add_tag (out, node, context);
  g_autofree char *autolink = dup_autolink (node, address, title);
  if (autolink != NULL)
    {
      feu_inline_markdown_add_markup (out, autolink);
      return TRUE;
    }
  feu_inline_markdown_open (out, FEU_INLINE_LINK);
  gboolean is_said = add_children (out, node, context);
  feu_inline_markdown_close (out, address, title);
  return is_said;
}

static gboolean
add_kind (FeuInlineMarkdown    *out,
          const xmlNode        *node,
          FeuInlineKind         kind,
          const FeuPostContext *context)
{
  feu_inline_markdown_open (out, kind);
  gboolean is_said = add_children (out, node, context);
  feu_inline_markdown_close (out, NULL, NULL);
  return is_said;
}

/* Code that holds markup cannot be between backticks. */
static gboolean
add_code (FeuInlineMarkdown *out, const xmlNode *node, const FeuPostContext *context)
{
  const xmlNode *child = node->children;

  while (child != NULL && child->type == XML_TEXT_NODE)
    child = child->next;
  if (child != NULL)
    return add_tag (out, node, context);
  g_autofree char *text = feu_post_html_dup_text (node);
  feu_inline_markdown_add_code (out, text);
  return TRUE;
}

static gboolean
add_element (FeuInlineMarkdown *out, const xmlNode *node, const FeuPostContext *context)
{
  Fate fate = FATE_TAG;

  if (!find_fate (node, &fate))
    return FALSE;
  switch (fate)
    {
    case FATE_STRONG:
      return add_kind (out, node, FEU_INLINE_STRONG, context);
    case FATE_EMPHASIS:
      return add_kind (out, node, FEU_INLINE_EMPHASIS, context);
    case FATE_STRIKE:
      return add_kind (out, node, FEU_INLINE_STRIKE, context);
    case FATE_LINK:
      return add_link (out, node, context);
    case FATE_CODE:
      return add_code (out, node, context);
    case FATE_BREAK:
      feu_inline_markdown_add_break (out);
      return TRUE;
    case FATE_IMAGE:
      return add_image (out, node, context);
    case FATE_NOTE:
      return add_note (out, node, context) || add_tag (out, node, context);
    case FATE_TAG:
      return add_tag (out, node, context);
    }
  return FALSE;
}

gboolean
feu_post_inline_append (FeuInlineMarkdown    *out,
                        xmlNode              *first,
                        const xmlNode        *end,
                        const FeuPostContext *context)
{
  for (xmlNode *node = first; node != NULL && node != end; node = node->next)
    {
      if (node->type == XML_TEXT_NODE)
        feu_inline_markdown_add_text (out, (const char *) node->content);
      else if (node->type == XML_COMMENT_NODE && feu_post_html_is_nothing (node))
        continue;
      else if (node->type != XML_ELEMENT_NODE || !add_element (out, node, context))
        return FALSE;
    }
  return TRUE;
}

char *
feu_post_inline_dup (const xmlNode        *parent,
                     FeuInlinePlace        place,
                     const FeuPostContext *context)
{
  FeuInlineMarkdown *out = feu_inline_markdown_new (place);

  if (feu_post_inline_append (out, parent->children, NULL, context))
    return feu_inline_markdown_finish (out);
  feu_inline_markdown_free (out);
  return NULL;
}
