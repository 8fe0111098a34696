/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks as HTML without the editor's comments: for the classic editor, and for what
 * has to go into an HTML block. Raw HTML is written as it is and made good afterwards,
 * when all that it holds together is there.
 */
#include "config.h"

#include "feu-markup-writer-private.h"

#include <string.h>

static void
put_children (FeuMarkupWriter *self, const char *element, const FeuNode *node)
{
  feu_markup_put_format (self, "<%s>", element);
  feu_markup_put_inline (self, node->first_child, NULL, 0);
  feu_markup_put_format (self, "</%s>", element);
}

/* ---- images ---- */

static void
put_img (FeuMarkupWriter *self, const FeuMarkupImage *image)
{
  g_string_append (self->out, "<img src=\"");
  feu_markup_put_address (self, image->url);
  g_string_append (self->out, "\" alt=\"");
  feu_markup_put_value (self, image->alt);
  if (image->remote != NULL && image->remote->id > 0)
    feu_markup_put_format (self,
                           "\" class=\"%ssize-%s wp-image-%" G_GINT64_FORMAT,
                           self->is_classic ? "alignnone " : "",
                           image->is_large ? "large" : "full",
                           image->remote->id);
  g_string_append (self->out, "\" />");
}

static void
put_figure (FeuMarkupWriter *self, const FeuNode *node, const FeuNode *link)
{
  FeuMarkupImage image = feu_markup_find_image (self, node);
  const char    *address = link != NULL ? feu_markup_find_address (self, link) : NULL;
  gboolean       has_caption = image.caption != NULL || image.credit != NULL;

  g_string_append (self->out,
                   !has_caption       ? "<p>"
                   : self->is_classic ? "<figure class=\"wp-caption\">"
                                      : "<figure class=\"wp-block-image\">");
  if (image.url == NULL)
    feu_markup_put_text (self, image.alt);
  else
    {
      if (address != NULL)
        {
          g_string_append (self->out, "<a href=\"");
          feu_markup_put_address (self, address);
          g_string_append (self->out, "\">");
        }
      put_img (self, &image);
      g_string_append (self->out, address != NULL ? "</a>" : "");
    }
  if (has_caption)
    {
      g_string_append (self->out,
                       self->is_classic ? "<figcaption class=\"wp-caption-text\">"
                                        : "<figcaption class=\"wp-element-caption\">");
      feu_markup_put_caption (self, &image);
      g_string_append (self->out, "</figcaption></figure>");
    }
  else
    g_string_append (self->out, "</p>");
}

/* The classic editor shows a gallery of images that the site has. */
static gboolean
put_gallery (FeuMarkupWriter *self, const FeuNode *paragraph)
{
  gsize start = self->out->len;

  g_string_append (self->out, "[gallery link=\"none\" ids=\"");
  gsize ids = self->out->len;
  for (const FeuNode *at = paragraph->first_child; at != NULL; at = at->next)
    {
      const FeuNode *link = NULL;
      const FeuNode *node = feu_shape_get_gallery_image (at, &link);
      if (node == NULL)
        continue;
      FeuMarkupImage image = feu_markup_find_image (self, node);
      if (image.remote == NULL || image.remote->id <= 0 || link != NULL)
        {
          g_string_truncate (self->out, start);
          return FALSE;
        }
      feu_markup_put_format (self,
                             "%s%" G_GINT64_FORMAT,
                             self->out->len > ids ? "," : "",
                             image.remote->id);
    }
  g_string_append (self->out, "\"]");
  return TRUE;
}

/* ---- text ---- */

static void
put_paragraph (FeuMarkupWriter *self, const FeuNode *paragraph)
{
  const FeuNode *link = NULL;
  const FeuNode *image = feu_shape_get_figure (paragraph, &link);
  const char    *address = feu_shape_get_bare_address (paragraph);
  FeuEmbed       embed = { 0 };

  if (image != NULL)
    put_figure (self, image, link);
  else if (self->is_classic && feu_shape_is_gallery (paragraph) &&
           put_gallery (self, paragraph))
    return;
  else if (self->is_classic && address != NULL && feu_embed_find (address, &embed))
    {
      feu_markup_put_value (self, embed.url);
      g_free (embed.url);
    }
  else
    put_children (self, "p", paragraph);
}

static void
put_heading (FeuMarkupWriter *self, const FeuNode *heading)
{
  if (heading->is_title)
    return;
  feu_markup_put_format (self, "<h%u", heading->number);
  if (!self->is_classic)
    g_string_append (self->out, " class=\"wp-block-heading\"");
  if (g_hash_table_contains (self->targets, heading->id))
    {
      g_string_append (self->out, " id=\"");
      feu_markup_put_value (self, heading->id);
      g_string_append_c (self->out, '"');
    }
  g_string_append_c (self->out, '>');
  feu_markup_put_inline (self, heading->first_child, NULL, 0);
  feu_markup_put_format (self, "</h%u>", heading->number);
}

static void
put_code (FeuMarkupWriter *self, const FeuNode *code)
{
  g_autofree char *language = feu_shape_dup_language (code);

  g_string_append (self->out,
                   self->is_classic ? "<pre><code"
                                    : "<pre class=\"wp-block-code\"><code");
  if (language != NULL)
    feu_markup_put_format (self, " class=\"language-%s\"", language);
  g_string_append_c (self->out, '>');
  feu_markup_put_code (self, code->text);
  g_string_append (self->out, "</code></pre>");
}

/* ---- lists, quotes, tables ---- */

static void
put_item (FeuMarkupWriter *self, const FeuNode *item, gboolean is_tight)
{
  const FeuNode *first = item->first_child;
  const FeuNode *link = NULL;

  g_string_append (self->out, "<li>");
  if (item->is_task)
    g_string_append (self->out, item->is_checked ? "☑ " : "☐ ");
  if (first != NULL && first->type == FEU_NODE_PARAGRAPH &&
      (is_tight || item->is_task) && feu_shape_get_figure (first, &link) == NULL)
    {
      feu_markup_put_inline (self, first->first_child, NULL, 0);
      first = first->next;
    }
  feu_markup_put_plain (self, first, NULL);
  g_string_append (self->out, "</li>\n");
}

static void
put_list (FeuMarkupWriter *self, const FeuNode *list)
{
  const char *element = list->is_ordered ? "ol" : "ul";

  feu_markup_put_format (self, "<%s", element);
  if (list->is_ordered && list->number != 1)
    feu_markup_put_format (self, " start=\"%u\"", list->number);
  g_string_append (self->out, ">\n");
  for (const FeuNode *item = list->first_child; item != NULL; item = item->next)
    put_item (self, item, list->is_tight);
  feu_markup_put_format (self, "</%s>", element);
}

static void
put_quote (FeuMarkupWriter *self, const FeuNode *quote)
{
  FeuCitation citation = feu_shape_get_citation (quote);
  FeuCitation outer = self->citation;

  self->citation = citation;
  g_string_append (self->out,
                   self->is_classic ? "<blockquote>"
                                    : "<blockquote class=\"wp-block-quote\">");
  feu_markup_put_plain (self, quote->first_child, NULL);
  self->citation = outer;
  if (citation.paragraph != NULL)
    {
      g_string_append (self->out, "<cite>");
      feu_markup_put_inline (self, citation.first, NULL, citation.skip_bytes);
      g_string_append (self->out, "</cite>");
    }
  g_string_append (self->out, "</blockquote>");
}

static void
put_raw (FeuMarkupWriter *self, const FeuNode *raw)
{
  g_autofree char *text = NULL;
  FeuBreak         kind = FEU_BREAK_NONE;

  if (self->is_classic && raw->parent->type == FEU_NODE_DOCUMENT)
    kind = feu_shape_get_break (raw->text, &text);
  if (kind == FEU_BREAK_PAGE)
    g_string_append (self->out, "<!--nextpage-->");
  else if (kind == FEU_BREAK_MORE)
    feu_markup_put_format (self, "<!--more%s%s-->", *text != '\0' ? " " : "", text);
  else
    {
      gsize length = strlen (raw->text);
      while (length > 0 && raw->text[length - 1] == '\n')
        length--;
      g_string_append_len (self->out, raw->text, (gssize) length);
    }
}

/* ---- all ---- */

/* Returns: the next node to write */
static const FeuNode *
put_block (FeuMarkupWriter *self, const FeuNode *node)
{
  const FeuNode *caption = NULL;
  gsize          skip_bytes = 0;

  self->line = node->start_line;
  switch ((int) node->type)
    {
    case FEU_NODE_PARAGRAPH:
      if (node != self->citation.paragraph)
        put_paragraph (self, node);
      else if (self->citation.limit != NULL)
        {
          g_string_append (self->out, "<p>");
          feu_markup_put_inline (self, node->first_child, self->citation.limit, 0);
          g_string_append (self->out, "</p>");
        }
      break;
    case FEU_NODE_HEADING:
      put_heading (self, node);
      break;
    case FEU_NODE_QUOTE:
      put_quote (self, node);
      break;
    case FEU_NODE_LIST:
      put_list (self, node);
      break;
    case FEU_NODE_CODE_BLOCK:
      put_code (self, node);
      break;
    case FEU_NODE_TABLE:
      caption = feu_shape_get_table_caption (node, &skip_bytes);
      feu_markup_put_table (self, node, caption, skip_bytes);
      break;
    case FEU_NODE_RULE:
      g_string_append (self->out, "<hr />");
      break;
    case FEU_NODE_RAW_BLOCK:
      put_raw (self, node);
      break;
    }
  return caption != NULL ? caption->next : node->next;
}

void
feu_markup_put_plain (FeuMarkupWriter *self, const FeuNode *first, const FeuNode *limit)
{
  for (const FeuNode *at = first; at != NULL && at != limit;)
    {
      gsize start = self->out->len;
      at = put_block (self, at);
      /* A line end that a shortcode, an address or a comment stands alone between. */
      if (self->out->len > start && at != NULL)
        g_string_append_c (self->out, '\n');
    }
}

void
feu_markup_put_clean (FeuMarkupWriter *self, const FeuNode *first, const FeuNode *limit)
{
  GString *out = self->out;

  self->out = g_string_new (NULL);
  self->keeps_raw = TRUE;
  feu_markup_put_plain (self, first, limit);
  self->keeps_raw = FALSE;
  g_autofree char *html = g_string_free (self->out, FALSE);
  self->out = out;
  feu_markup_put_raw_block (self, html);
}
