/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The nodes that are ours, and one render function for each kind of them.
 */
#include "config.h"

#include "feu-markdown-html-private.h"

#include "feu-html-url.h"

#include <cmark-gfm/houdini.h>
#include <cmark-gfm/node.h>
#include <string.h>

void
feu_markdown_put_escaped (cmark_strbuf *html, const char *text)
{
  houdini_escape_html0 (html, (const uint8_t *) text, (bufsize_t) strlen (text), 0);
}

void
feu_markdown_put_href (cmark_strbuf *html, const char *url)
{
  houdini_escape_href (html, (const uint8_t *) url, (bufsize_t) strlen (url));
}

void
feu_markdown_put_format (cmark_strbuf *html, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  cmark_strbuf_puts (html, text);
}

void
feu_markdown_begin_line (cmark_strbuf *html)
{
  if (html->size > 0 && html->ptr[html->size - 1] != '\n')
    cmark_strbuf_putc (html, '\n');
}

static void
render_heading (FeuMarkdownHtml *self,
                cmark_strbuf    *html,
                cmark_node      *node,
                gboolean         entering)
{
  guint level =
      MIN ((guint) cmark_node_get_heading_level (node) + self->heading_shift, 6);

  if (!entering)
    {
      feu_markdown_put_format (html, "</h%u>\n", level);
      return;
    }
  const FeuHeading *heading = g_ptr_array_index (self->headings, self->next_heading++);
  feu_markdown_begin_line (html);
  feu_markdown_put_format (html, "<h%u id=\"", level);
  feu_markdown_put_escaped (html, heading->id);
  cmark_strbuf_puts (html, "\">");
}

/* A list item with a box. At first it is of the extension that found the box, then it
 * is ours; others have none. */
static gboolean
is_task_item (cmark_node *node)
{
  return node != NULL && node->type == CMARK_NODE_ITEM && node->extension != NULL;
}

static gboolean
is_task_label (cmark_node *paragraph)
{
  return paragraph->prev == NULL && is_task_item (paragraph->parent);
}

/* A task's first paragraph is the label of its box. */
static void
render_task_label (cmark_strbuf *html, cmark_node *node, gboolean entering)
{
  cmark_node *item = node->parent;
  gboolean    is_tight = cmark_node_get_list_tight (item->parent) != 0;

  if (!entering)
    {
      cmark_strbuf_puts (html, is_tight ? "</label>" : "</label></p>\n");
      return;
    }
  if (!is_tight)
    feu_markdown_begin_line (html);
  cmark_strbuf_puts (html, is_tight ? "<label>" : "<p><label>");
  cmark_strbuf_puts (html,
                     item->as.list.checked
                         ? "<input type=\"checkbox\" checked disabled /> "
                         : "<input type=\"checkbox\" disabled /> ");
}

static void
render_task_item (cmark_strbuf *html, gboolean entering)
{
  if (!entering)
    {
      cmark_strbuf_puts (html, "</li>\n");
      return;
    }
  feu_markdown_begin_line (html);
  cmark_strbuf_puts (html, "<li class=\"task\">");
}

static void
render_table_cell (FeuMarkdownHtml *self,
                   cmark_strbuf    *html,
                   cmark_node      *node,
                   gboolean         entering)
{
  cmark_node *row = node->parent;
  gboolean    is_header = cmark_gfm_extensions_get_table_row_is_header (row) != 0;

  if (!entering)
    {
      cmark_strbuf_puts (html, is_header ? "</th>" : "</td>");
      return;
    }
  self->table_column = node->prev == NULL ? 0 : self->table_column + 1;
  uint8_t *alignments = cmark_gfm_extensions_get_table_alignments (row->parent);
  guint    n_columns = cmark_gfm_extensions_get_table_columns (row->parent);
  char     alignment =
      self->table_column < n_columns ? (char) alignments[self->table_column] : '\0';
  feu_markdown_begin_line (html);
  cmark_strbuf_puts (html, is_header ? "<th scope=\"col\"" : "<td");
  cmark_strbuf_puts (html,
                     alignment == 'c'   ? " style=\"text-align: center\""
                     : alignment == 'r' ? " style=\"text-align: right\""
                     : alignment == 'l' ? " style=\"text-align: left\""
                                        : "");
  cmark_strbuf_putc (html, '>');
}

static void
render_paragraph (FeuMarkdownHtml *self,
                  cmark_strbuf    *html,
                  cmark_node      *node,
                  gboolean         entering)
{
  if (feu_markdown_html_is_figure (node))
    feu_markdown_render_figure (self, html, entering);
  else if (feu_markdown_is_footnote_end (node))
    feu_markdown_render_footnote_end (self, html, node, entering);
  else
    render_task_label (html, node, entering);
}

static gboolean
is_unsafe_link (cmark_node *node)
{
  return node->type == CMARK_NODE_LINK &&
         !feu_html_url_is_safe (cmark_node_get_url (node));
}

static void
render_node (cmark_syntax_extension *extension,
             cmark_html_renderer    *renderer,
             cmark_node             *node,
             cmark_event_type        event,
             int                     options)
{
  FeuMarkdownHtml *self = node->user_data;
  cmark_strbuf    *html = renderer->html;
  cmark_node_type  type = node->type;
  gboolean         entering = event == CMARK_EVENT_ENTER;

  if (type == CMARK_NODE_HEADING)
    render_heading (self, html, node, entering);
  else if (type == CMARK_NODE_PARAGRAPH)
    render_paragraph (self, html, node, entering);
  else if (type == CMARK_NODE_ITEM)
    render_task_item (html, entering);
  else if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
    feu_markdown_render_footnote_definition (self, html, node, entering);
  else if (type == CMARK_NODE_TABLE_CELL)
    render_table_cell (self, html, node, entering);
  else if (type == CMARK_NODE_LINK || !entering)
    return; /* Of a link that must not be followed, the text stays. */
  else if (type == CMARK_NODE_IMAGE)
    feu_markdown_render_image (self, html, node);
  else if (type == CMARK_NODE_FOOTNOTE_REFERENCE)
    feu_markdown_render_footnote_reference (html, node);
  else
    /* Raw HTML, for the sanitizer that the whole block then goes through. */
    cmark_strbuf_puts (html, cmark_node_get_literal (node));
}

static gpointer
make_extension (gpointer unused)
{
  cmark_syntax_extension *extension = cmark_syntax_extension_new ("feuillet");
  cmark_syntax_extension_set_html_render_func (extension, render_node);
  return extension;
}

/* Immutable once made, so that threads may share it. */
static cmark_syntax_extension *
get_extension (void)
{
  static GOnce once = G_ONCE_INIT;
  return g_once (&once, make_extension, NULL);
}

static gboolean
is_ours (cmark_node *node)
{
  cmark_node_type type = node->type;

  if (type == CMARK_NODE_PARAGRAPH)
    return feu_markdown_html_is_figure (node) || feu_markdown_is_footnote_end (node) ||
           is_task_label (node);
  if (type == CMARK_NODE_ITEM)
    return is_task_item (node);
  return type == CMARK_NODE_HEADING || type == CMARK_NODE_IMAGE ||
         type == CMARK_NODE_FOOTNOTE_REFERENCE ||
         type == CMARK_NODE_FOOTNOTE_DEFINITION || type == CMARK_NODE_HTML_BLOCK ||
         type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_TABLE_CELL ||
         is_unsafe_link (node);
}

gboolean
feu_markdown_html_is_figure (cmark_node *node)
{
  if (node->type != CMARK_NODE_PARAGRAPH || is_task_label (node))
    return FALSE;
  cmark_node *child = node->first_child;
  if (child != NULL && child->next == NULL && child->type == CMARK_NODE_LINK)
    child = child->first_child;
  return child != NULL && child->next == NULL && child->type == CMARK_NODE_IMAGE;
}

void
feu_markdown_html_claim (FeuMarkdownHtml *self, cmark_node *node)
{
  if (!is_ours (node))
    return;
  cmark_node_set_syntax_extension (node, get_extension ());
  cmark_node_set_user_data (node, self);
}
