/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Images, as themselves or as links to what is elsewhere, and figures with what is
 * said below them.
 */
#include "config.h"

#include "feu-markdown-html-private.h"

#include <cmark-gfm/node.h>

/* The caption is the Markdown title, else the front matter's; the credit is there only.
 */
static void
put_figcaption (FeuMarkdownHtml *self, cmark_strbuf *html, const FeuImageRef *image)
{
  const char *caption = image->caption;
  const char *credit =
      feu_metadata_get_image_param (self->metadata, image->src, FEU_IMAGE_PARAM_CREDIT);

  if (caption == NULL)
    caption = feu_metadata_get_image_param (
        self->metadata, image->src, FEU_IMAGE_PARAM_CAPTION);
  if (caption == NULL && credit == NULL)
    return;
  cmark_strbuf_puts (html, "<figcaption>");
  if (caption != NULL)
    feu_markdown_put_escaped (html, caption);
  if (credit != NULL)
    {
      cmark_strbuf_puts (html,
                         caption != NULL ? " <small class=\"credit\">"
                                         : "<small class=\"credit\">");
      feu_markdown_put_escaped (html, credit);
      cmark_strbuf_puts (html, "</small>");
    }
  cmark_strbuf_puts (html, "</figcaption>\n");
}

static gboolean
is_inside_link (cmark_node *node)
{
  for (cmark_node *at = node->parent; at != NULL; at = at->parent)
    if (at->type == CMARK_NODE_LINK)
      return TRUE;
  return FALSE;
}

/* A remote image is a link to it, or plain text where a link surrounds it already. */
static void
put_remote_image (cmark_strbuf *html, cmark_node *node, const FeuImageRef *image)
{
  gboolean is_link = !is_inside_link (node);

  if (is_link)
    {
      cmark_strbuf_puts (html, "<a class=\"remote-image\" href=\"");
      feu_markdown_put_href (html, cmark_node_get_url (node));
      cmark_strbuf_puts (html, "\">");
    }
  else
    cmark_strbuf_puts (html, "<span class=\"remote-image\">");
  feu_markdown_put_escaped (html, *image->alt != '\0' ? image->alt : image->src);
  cmark_strbuf_puts (html, is_link ? "</a>" : "</span>");
}

static void
put_local_image (cmark_strbuf *html, cmark_node *node, const FeuImageRef *image)
{
  const char *url = cmark_node_get_url (node);

  cmark_strbuf_puts (html, "<img src=\"");
  feu_markdown_put_href (html, feu_image_ref_is_showable (url) ? url : "");
  cmark_strbuf_puts (html, "\" alt=\"");
  feu_markdown_put_escaped (html, image->alt);
  cmark_strbuf_putc (html, '"');
  if (image->caption != NULL && !image->is_figure)
    {
      cmark_strbuf_puts (html, " title=\"");
      feu_markdown_put_escaped (html, image->caption);
      cmark_strbuf_putc (html, '"');
    }
  cmark_strbuf_puts (html, " />");
}

void
feu_markdown_render_image (FeuMarkdownHtml *self, cmark_strbuf *html, cmark_node *node)
{
  FeuImageRef *image = g_ptr_array_index (self->images, self->next_image++);

  image->html_start = (gsize) html->size;
  if (image->is_remote && !self->keeps_remote)
    put_remote_image (html, node, image);
  else
    put_local_image (html, node, image);
  image->html_end = (gsize) html->size;
}

void
feu_markdown_render_figure (FeuMarkdownHtml *self,
                            cmark_strbuf    *html,
                            gboolean         entering)
{
  if (entering)
    {
      feu_markdown_begin_line (html);
      cmark_strbuf_puts (html, "<figure>\n");
      return;
    }
  cmark_strbuf_putc (html, '\n');
  put_figcaption (self, html, g_ptr_array_index (self->images, self->next_image - 1));
  cmark_strbuf_puts (html, "</figure>\n");
}
