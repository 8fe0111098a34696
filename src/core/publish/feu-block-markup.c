/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks of text, and the order of all. What holds raw HTML that a browser would not
 * read as it is nested goes whole into an HTML block, which may hold anything.
 */
#include "config.h"

#include "feu-block-markup.h"

#include "feu-block-markup-private.h"
#include "feu-shape.h"

#include <string.h>

/* Takes back what was written since @start if nothing was since @content, else ends the
 * block with @end. */
static void
end_or_drop (FeuMarkupWriter *self, gsize start, gsize content, const char *end)
{
  if (self->out->len == content)
    g_string_truncate (self->out, start);
  else
    g_string_append (self->out, end);
}

/* What other blocks cannot hold, up to @limit. */
static void
put_html (FeuMarkupWriter *self, const FeuNode *first, const FeuNode *limit)
{
  gsize start = self->out->len;

  g_string_append (self->out, "<!-- wp:html -->\n");
  gsize content = self->out->len;
  feu_markup_put_clean (self, first, limit);
  end_or_drop (self, start, content, "\n<!-- /wp:html -->");
}

/* ---- paragraph, heading ---- */

/* Up to @limit: a whole paragraph, or one without its last line. */
static void
put_text_paragraph (FeuMarkupWriter *self,
                    const FeuNode   *paragraph,
                    const FeuNode   *limit)
{
  gsize start = self->out->len;

  if (!feu_markup_has_simple_inline (paragraph))
    {
      put_html (self, paragraph, paragraph->next);
      return;
    }
  g_string_append (self->out, "<!-- wp:paragraph -->\n<p>");
  gsize content = self->out->len;
  feu_markup_put_inline (self, paragraph->first_child, limit, 0);
  end_or_drop (self, start, content, "</p>\n<!-- /wp:paragraph -->");
}

static void
put_paragraph (FeuMarkupWriter *self, const FeuNode *paragraph)
{
  const FeuNode *link = NULL;
  const FeuNode *image = feu_shape_get_figure (paragraph, &link);
  const char    *address = feu_shape_get_bare_address (paragraph);
  FeuEmbed       embed = { 0 };

  if (image != NULL)
    feu_block_put_image (self, image, link);
  else if (feu_shape_is_gallery (paragraph))
    feu_block_put_gallery (self, paragraph);
  else if (address != NULL && feu_embed_find (address, &embed))
    {
      feu_block_put_embed (self, &embed);
      g_free (embed.url);
    }
  else
    put_text_paragraph (self, paragraph, NULL);
}

static void
put_heading_attributes (FeuMarkupWriter *self,
                        const FeuNode   *heading,
                        gboolean         is_target)
{
  if (heading->number == 2 && !is_target)
    return;
  g_string_append (self->out, " {");
  if (heading->number != 2)
    feu_markup_put_format (
        self, "\"level\":%u%s", heading->number, is_target ? "," : "");
  if (is_target)
    {
      g_string_append (self->out, "\"anchor\":");
      feu_markup_put_json (self, heading->id);
    }
  g_string_append_c (self->out, '}');
}

static void
put_heading (FeuMarkupWriter *self, const FeuNode *heading)
{
  gboolean is_target = g_hash_table_contains (self->targets, heading->id);
  gsize    start = self->out->len;

  if (heading->is_title)
    return;
  if (!feu_markup_has_simple_inline (heading))
    {
      put_html (self, heading, heading->next);
      return;
    }
  g_string_append (self->out, "<!-- wp:heading");
  put_heading_attributes (self, heading, is_target);
  feu_markup_put_format (
      self, " -->\n<h%u class=\"wp-block-heading\"", heading->number);
  if (is_target)
    {
      g_string_append (self->out, " id=\"");
      feu_markup_put_value (self, heading->id);
      g_string_append_c (self->out, '"');
    }
  g_string_append_c (self->out, '>');
  gsize content = self->out->len;
  feu_markup_put_inline (self, heading->first_child, NULL, 0);
  g_autofree char *end =
      g_strdup_printf ("</h%u>\n<!-- /wp:heading -->", heading->number);
  end_or_drop (self, start, content, end);
}

/* ---- quote, code, rule, raw ---- */

static void
put_quote (FeuMarkupWriter *self, const FeuNode *quote)
{
  FeuCitation citation = feu_shape_get_citation (quote);
  FeuCitation outer = self->citation;
  gsize       start = self->out->len;

  if (citation.paragraph != NULL && !feu_markup_has_simple_inline (citation.paragraph))
    citation.paragraph = NULL;
  self->citation = citation;
  g_string_append (self->out,
                   "<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\">");
  gsize content = self->out->len;
  feu_block_put_siblings (self, quote->first_child, "\n\n");
  self->citation = outer;
  if (citation.paragraph != NULL)
    {
      g_string_append (self->out, "<cite>");
      feu_markup_put_inline (self, citation.first, NULL, citation.skip_bytes);
      g_string_append (self->out, "</cite>");
    }
  end_or_drop (self, start, content, "</blockquote>\n<!-- /wp:quote -->");
}

static void
put_code (FeuMarkupWriter *self, const FeuNode *code)
{
  g_autofree char *language = feu_shape_dup_language (code);
  g_autofree char *text = g_strdup (code->text);
  gsize            length = strlen (text);

  if (length > 0 && text[length - 1] == '\n')
    text[length - 1] = '\0';
  g_string_append (self->out, "<!-- wp:code");
  if (language != NULL)
    {
      g_autofree char *class_name = g_strconcat ("language-", language, NULL);
      g_string_append (self->out, " {\"className\":");
      feu_markup_put_json (self, class_name);
      g_string_append_c (self->out, '}');
    }
  g_string_append (self->out, " -->\n<pre class=\"wp-block-code");
  if (language != NULL)
    feu_markup_put_format (self, " language-%s", language);
  g_string_append (self->out, "\"><code>");
  feu_markup_put_code (self, text);
  g_string_append (self->out, "</code></pre>\n<!-- /wp:code -->");
}

static void
put_more (FeuMarkupWriter *self, const char *text)
{
  g_string_append (self->out, "<!-- wp:more");
  if (*text != '\0')
    {
      g_string_append (self->out, " {\"customText\":");
      feu_markup_put_json (self, text);
      g_string_append_c (self->out, '}');
    }
  feu_markup_put_format (
      self, " -->\n<!--more%s%s-->\n<!-- /wp:more -->", *text != '\0' ? " " : "", text);
}

/* Returns: the next node to write */
static const FeuNode *
put_raw (FeuMarkupWriter *self, const FeuNode *raw)
{
  g_autofree char *text = NULL;
  FeuBreak         kind = feu_shape_get_break (raw->text, &text);
  gboolean         is_top = raw->parent->type == FEU_NODE_DOCUMENT;

  /* The editor takes one "more" in a post, and neither within other blocks. */
  if (kind == FEU_BREAK_MORE && is_top && !self->has_more)
    {
      put_more (self, text);
      self->has_more = TRUE;
      return raw->next;
    }
  if (kind == FEU_BREAK_PAGE && is_top)
    {
      g_string_append (self->out,
                       "<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->");
      return raw->next;
    }
  const FeuNode *last = feu_markup_get_group_end (self, raw);
  last = last != NULL ? last : raw;
  put_html (self, raw, last->next);
  return last->next;
}

static void
put_table (FeuMarkupWriter *self,
           const FeuNode   *table,
           const FeuNode   *caption,
           gsize            skip_bytes)
{
  if (!feu_markup_has_simple_cells (table) ||
      (caption != NULL && !feu_markup_has_simple_inline (caption)))
    {
      put_html (self, table, caption != NULL ? caption->next : table->next);
      return;
    }
  /* The default of this is another one in 6.8 than in 6.1, so it is always told. */
  g_string_append (self->out, "<!-- wp:table {\"hasFixedLayout\":false} -->\n");
  feu_markup_put_table (self, table, caption, skip_bytes);
  g_string_append (self->out, "\n<!-- /wp:table -->");
}

/* ---- all ---- */

/* Returns: the next node to write */
static const FeuNode *
put_block (FeuMarkupWriter *self, const FeuNode *node)
{
  gsize          skip_bytes = 0;
  const FeuNode *caption = NULL;

  self->line = node->start_line;
  switch ((int) node->type)
    {
    case FEU_NODE_PARAGRAPH:
      if (node != self->citation.paragraph)
        put_paragraph (self, node);
      else if (self->citation.limit != NULL)
        put_text_paragraph (self, node, self->citation.limit);
      break;
    case FEU_NODE_HEADING:
      put_heading (self, node);
      break;
    case FEU_NODE_QUOTE:
      put_quote (self, node);
      break;
    case FEU_NODE_LIST:
      feu_block_put_list (self, node);
      break;
    case FEU_NODE_CODE_BLOCK:
      put_code (self, node);
      break;
    case FEU_NODE_TABLE:
      caption = feu_shape_get_table_caption (node, &skip_bytes);
      put_table (self, node, caption, skip_bytes);
      break;
    case FEU_NODE_RULE:
      g_string_append (self->out,
                       "<!-- wp:separator -->\n<hr class=\"wp-block-separator "
                       "has-alpha-channel-opacity\"/>\n<!-- /wp:separator -->");
      break;
    case FEU_NODE_RAW_BLOCK:
      return put_raw (self, node);
    }
  return caption != NULL ? caption->next : node->next;
}

void
feu_block_put_siblings (FeuMarkupWriter *self,
                        const FeuNode   *first,
                        const char      *separator)
{
  gboolean has_any = FALSE;

  for (const FeuNode *at = first; at != NULL;)
    {
      gsize before = self->out->len;
      if (has_any)
        g_string_append (self->out, separator);
      gsize start = self->out->len;
      at = put_block (self, at);
      if (self->out->len == start)
        g_string_truncate (self->out, before);
      else
        has_any = TRUE;
    }
}

/* The notes, from @first on: on the site, or as a list. */
static void
add_notes (FeuMarkupWriter *self, const FeuNode *first)
{
  const FeuNode *last = first;

  for (const FeuNode *at = first; at != NULL; at = at->next)
    last = at->end_line > last->end_line ? at : last;
  guint start_line = first->start_line;
  for (const FeuNode *at = first; at != NULL; at = at->next)
    start_line = MIN (start_line, at->start_line);
  g_string_truncate (self->out, 0);
  if (!self->options->has_footnotes)
    feu_block_put_note_list (self, first);
  else
    {
      g_free (self->result->footnotes);
      self->result->footnotes = feu_markup_dup_footnotes (self, first);
      g_string_assign (self->out, "<!-- wp:footnotes /-->");
    }
  feu_markup_add (self->result, self->out->str, start_line, last->end_line);
}

FeuMarkup *
feu_block_markup_new (const FeuArticle *article, const FeuMarkupOptions *options)
{
  FeuMarkupWriter self;

  g_return_val_if_fail (article != NULL && options != NULL, NULL);
  feu_markup_writer_init (&self, article, options);
  const FeuNode *at = feu_node_tree_get_root (self.tree)->first_child;
  while (at != NULL && at->type != FEU_NODE_NOTE)
    {
      const FeuNode *first = at;
      const FeuNode *last = at;
      g_string_truncate (self.out, 0);
      at = put_block (&self, at);
      while (last->next != at)
        last = last->next;
      feu_markup_add (self.result, self.out->str, first->start_line, last->end_line);
    }
  if (at != NULL)
    add_notes (&self, at);
  return feu_markup_writer_finish (&self);
}
