/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parse once, walk once, then render block by block: cmark's HTML renderer is run on
 * each top-level block, so that a block's HTML does not depend on others.
 */
#include "config.h"

#include "feu-markdown.h"

#include "feu-cmark-arena.h"
#include "feu-cmark-parse-private.h"
#include "feu-html-sanitizer.h"
#include "feu-markdown-html-private.h"
#include "feu-markdown-walk-private.h"
#include "feu-raw-images-private.h"

#include <cmark-gfm/node.h>
#include <string.h>

#define FOOTNOTES_START                                                                \
  "<section class=\"footnotes\" role=\"doc-endnotes\">\n<hr />\n<ol>\n"
#define FOOTNOTES_END "</ol>\n</section>\n"

typedef struct
{
  FeuMarkdownWalk walk;
  FeuMarkdownHtml html;
  FeuMarkdown    *result;   /* borrowed */
  GString        *rendered; /* owned: the block at hand */
} Render;

/* Finds for each block that leaves containers open the one that closes them. */
static void
match_containers (GArray *tops)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) depths = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < tops->len; i++)
    {
      int depth = g_array_index (tops, FeuTopBlock, i).depth;
      if (depth > 0)
        {
          g_array_append_val (open, i);
          g_array_append_val (depths, depth);
        }
      while (depth < 0 && open->len > 0)
        {
          int *top_depth = &g_array_index (depths, int, depths->len - 1);
          int  closed = MIN (*top_depth, -depth);
          *top_depth -= closed;
          depth += closed;
          if (*top_depth > 0)
            continue;
          guint opener = g_array_index (open, guint, open->len - 1);
          g_array_index (tops, FeuTopBlock, opener).last = i;
          g_array_set_size (open, open->len - 1);
          g_array_set_size (depths, depths->len - 1);
        }
    }
}

/* Renders one top-level block behind what is in rendered already. */
static void
render_top_block (Render *self, cmark_node *node)
{
  gsize offset = self->rendered->len;
  guint first_image = self->html.next_image;

  g_string_append (self->rendered, cmark_render_html (node, FEU_CMARK_OPTIONS, NULL));
  for (guint i = first_image; i < self->html.next_image; i++)
    {
      FeuImageRef *image = g_ptr_array_index (self->walk.images, i);
      image->html_start += offset;
      image->html_end += offset;
    }
}

/* Gives the images found in the Markdown of the block at hand to the result. */
static void
take_images (Render *self, guint first_image)
{
  for (guint i = first_image; i < self->html.next_image; i++)
    {
      FeuImageRef *image = g_ptr_array_index (self->walk.images, i);
      image->block = self->result->blocks->len;
      g_ptr_array_add (self->result->images, image);
    }
}

/* Sanitizes @block, and gives the images that it then has to the result. */
static void
clean_block (Render *self, FeuBlock *block, guint first_image)
{
  g_autoptr (GPtrArray) known =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_image_ref_free);
  g_autoptr (GPtrArray) placed = NULL;
  g_autofree char *clean = feu_html_sanitize (self->rendered->str, self->rendered->len);

  for (guint i = first_image; i < self->html.next_image; i++)
    g_ptr_array_add (known, g_ptr_array_index (self->walk.images, i));
  block->html = feu_raw_images_place (clean, known, &placed);
  block->html_length = strlen (block->html);
  for (guint i = 0; i < placed->len; i++)
    {
      FeuImageRef *image = g_ptr_array_index (placed, i);
      image->line = MAX (image->line, block->start_line);
      image->block = self->result->blocks->len;
      g_ptr_array_add (self->result->images, image);
    }
  g_ptr_array_set_free_func (placed, NULL);
}

/* Makes one block of the top-level blocks @first to @last, between @prefix and @suffix.
 */
static void
add_block (Render     *self,
           guint       first,
           guint       last,
           const char *prefix,
           const char *suffix)
{
  FeuBlock          *block = g_new0 (FeuBlock, 1);
  const FeuTopBlock *tops = (const FeuTopBlock *) (gpointer) self->walk.tops->data;
  cmark_node        *node = tops[first].node;
  gboolean           has_notes = *prefix != '\0';
  guint              first_image = self->html.next_image;

  block->start_line = feu_markdown_walk_get_line (&self->walk, node->start_line);
  block->end_line = feu_markdown_walk_get_line (
      &self->walk, feu_cmark_get_end_line (has_notes ? node : tops[last].node));
  block->end_line = MAX (block->start_line, block->end_line);
  self->html.keeps_remote = FALSE;
  for (guint i = first; i <= last; i++)
    self->html.keeps_remote |= tops[i].has_raw_html;

  g_string_assign (self->rendered, prefix);
  if (node != self->walk.title_node)
    for (guint i = first; i <= last; i++)
      render_top_block (self, tops[i].node);
  g_string_append (self->rendered, suffix);
  if (self->html.keeps_remote)
    clean_block (self, block, first_image);
  else
    {
      block->html_length = self->rendered->len;
      block->html = g_strndup (self->rendered->str, self->rendered->len);
      take_images (self, first_image);
    }
  g_ptr_array_add (self->result->blocks, block);
}

static void
render_blocks (Render *self)
{
  const GArray *tops = self->walk.tops;

  self->rendered = g_string_new (NULL);
  for (guint i = 0; i < tops->len;)
    {
      const FeuTopBlock *top = &g_array_index (tops, FeuTopBlock, i);
      if (top->node->type == CMARK_NODE_FOOTNOTE_DEFINITION)
        {
          /* cmark moves them to the document's end. */
          add_block (self, i, tops->len - 1, FOOTNOTES_START, FOOTNOTES_END);
          break;
        }
      add_block (self, i, top->last, "", "");
      i = top->last + 1;
    }
  g_string_free (self->rendered, TRUE);
}

static FeuMarkdown *
result_new (void)
{
  FeuMarkdown *self = g_new0 (FeuMarkdown, 1);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_block_free);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_image_ref_free);
  return self;
}

FeuMarkdown *
feu_markdown_new (const char *text, gsize length_bytes, const FeuMetadata *metadata)
{
  FeuMarkdown   *self = result_new ();
  Render         render = { .result = self };
  FeuCmarkArena *arena = feu_cmark_arena_begin ();

  feu_markdown_walk_init (&render.walk, text, length_bytes, metadata);
  gsize       body_start = render.walk.body_start;
  cmark_node *document = feu_cmark_parse (text + body_start, length_bytes - body_start);
  feu_markdown_walk_run (&render.walk, document, &render.html);
  match_containers (render.walk.tops);
  self->headings = g_steal_pointer (&render.walk.headings);
  self->title = g_steal_pointer (&render.walk.title);
  self->statistics = render.walk.statistics;

  gboolean has_title = self->title != NULL ||
                       feu_metadata_get_string (metadata, FEU_FIELD_TITLE) != NULL;
  render.html.metadata = metadata;
  render.html.headings = self->headings;
  render.html.images = render.walk.images;
  render.html.heading_shift = has_title && render.walk.min_level == 1 ? 1 : 0;
  render_blocks (&render);
  self->statistics.images = self->images->len;

  feu_markdown_walk_clear (&render.walk);
  feu_cmark_arena_end (arena);
  return self;
}

void
feu_markdown_free (FeuMarkdown *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->images);
  g_free (self->title);
  g_free (self);
}
