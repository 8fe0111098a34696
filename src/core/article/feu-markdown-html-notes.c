/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Footnotes: the references in the text, and the list of notes at the end.
 */
#include "config.h"

#include "feu-markdown-html-private.h"

#include <cmark-gfm/node.h>

/* "1" for the first reference to note 1, "1-2" for the second. */
static char *
dup_reference_id (const char *number, int occurrence)
{
  return occurrence > 1 ? g_strdup_printf ("%s-%d", number, occurrence)
                        : g_strdup (number);
}

void
feu_markdown_render_footnote_reference (cmark_strbuf *html, cmark_node *node)
{
  const char      *number = cmark_node_get_literal (node);
  g_autofree char *id = dup_reference_id (number, node->footnote.ref_ix);

  feu_markdown_put_format (
      html,
      "<sup id=\"fnref-%s\"><a href=\"#fn-%s\" role=\"doc-noteref\">%s</a></sup>",
      id,
      number,
      number);
}

static void
put_back_links (cmark_strbuf *html, cmark_node *definition, guint number)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);

  for (int i = 1; i <= definition->footnote.def_count; i++)
    {
      g_autofree char *id = dup_reference_id (number_text, i);
      feu_markdown_put_format (html,
                               " <a href=\"#fnref-%s\" role=\"doc-backlink\" "
                               "aria-label=\"↩ %s\">↩</a>",
                               id,
                               id);
    }
}

/* cmark would put links of its own there. */
gboolean
feu_markdown_is_footnote_end (cmark_node *node)
{
  return node->type == CMARK_NODE_PARAGRAPH && node->next == NULL &&
         node->parent != NULL && node->parent->type == CMARK_NODE_FOOTNOTE_DEFINITION &&
         !feu_markdown_html_is_figure (node);
}

void
feu_markdown_render_footnote_end (FeuMarkdownHtml *self,
                                  cmark_strbuf    *html,
                                  cmark_node      *node,
                                  gboolean         entering)
{
  if (entering)
    {
      feu_markdown_begin_line (html);
      cmark_strbuf_puts (html, "<p>");
      return;
    }
  put_back_links (html, node->parent, self->next_footnote);
  cmark_strbuf_puts (html, "</p>\n");
}

void
feu_markdown_render_footnote_definition (FeuMarkdownHtml *self,
                                         cmark_strbuf    *html,
                                         cmark_node      *node,
                                         gboolean         entering)
{
  if (entering)
    {
      self->next_footnote++;
      feu_markdown_put_format (html, "<li id=\"fn-%u\">\n", self->next_footnote);
      return;
    }
  if (node->last_child == NULL || !feu_markdown_is_footnote_end (node->last_child))
    {
      feu_markdown_begin_line (html);
      cmark_strbuf_puts (html, "<p>");
      put_back_links (html, node, self->next_footnote);
      cmark_strbuf_puts (html, "</p>\n");
    }
  cmark_strbuf_puts (html, "</li>\n");
}
