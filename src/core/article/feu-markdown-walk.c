/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The walk reads the nodes' fields directly: it runs over every node at every
 * keystroke, and cmark's accessors are calls into another library.
 */
#include "config.h"

#include "feu-markdown-walk-private.h"

#include "feu-html-url.h"
#include "feu-image-markup.h"
#include "feu-raw-html.h"
#include "feu-slug.h"

#include <cmark-gfm/node.h>
#include <string.h>

#define HEADING_ID_MAX_CHARACTERS 60

guint
feu_markdown_walk_get_line (const FeuMarkdownWalk *self, int cmark_line)
{
  return self->body_line + (guint) MAX (cmark_line - 1, 0);
}

static void
begin_top_block (FeuMarkdownWalk *self, cmark_node *node)
{
  FeuTopBlock top = { .node = node, .last = self->tops->len };

  if (node->type == CMARK_NODE_HTML_BLOCK)
    top.depth = feu_raw_html_get_depth (cmark_node_get_literal (node));
  g_array_append_val (self->tops, top);
}

static void
begin_leaf (FeuMarkdownWalk *self)
{
  g_string_truncate (self->leaf_text, 0);
  self->leaf_images = self->images->len;
}

static void
count_leaf (FeuMarkdownWalk *self)
{
  feu_text_count_add (
      &self->statistics.count, self->leaf_text->str, self->leaf_text->len);
}

/* ---- images ---- */

/* For each address, how often it was found in the text less how often the paragraph has
 * it. Only where that is 0 is it certain which is which. */
static GHashTable *
compare_addresses (FeuMarkdownWalk *self, const GArray *found)
{
  GHashTable *excess = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < found->len; i++)
    {
      char *url = g_array_index (found, FeuImageMarkup, i).url;
      int   n = GPOINTER_TO_INT (g_hash_table_lookup (excess, url));
      g_hash_table_insert (excess, url, GINT_TO_POINTER (n + 1));
    }
  for (guint i = self->leaf_images; i < self->addresses->len; i++)
    {
      char *url = g_ptr_array_index (self->addresses, i);
      int   n = GPOINTER_TO_INT (g_hash_table_lookup (excess, url));
      g_hash_table_insert (excess, url, GINT_TO_POINTER (n - 1));
    }
  return excess;
}

/* Finds where the images of @leaf are written. */
static void
locate_images (FeuMarkdownWalk *self, cmark_node *leaf)
{
  if (self->images->len == self->leaf_images)
    return;
  if (self->lines == NULL)
    self->lines = feu_line_index_new (self->text, self->length);
  guint first = feu_markdown_walk_get_line (self, leaf->start_line);
  guint last = MAX (first, feu_markdown_walk_get_line (self, leaf->end_line));
  gsize from = feu_line_index_get_start (self->lines, first);
  gsize limit = feu_line_index_get_start (self->lines, last + 1);
  g_autoptr (GArray) found = feu_image_markup_find (self->text, from, limit);
  g_autoptr (GHashTable) excess = compare_addresses (self, found);
  guint next = 0;

  for (guint i = self->leaf_images; i < self->images->len; i++)
    {
      FeuImageRef *image = g_ptr_array_index (self->images, i);
      const char  *url = g_ptr_array_index (self->addresses, i);
      guint        column = 0;

      image->line = first;
      if (GPOINTER_TO_INT (g_hash_table_lookup (excess, url)) != 0)
        continue;
      while (next < found->len &&
             strcmp (g_array_index (found, FeuImageMarkup, next).url, url) != 0)
        next++;
      if (next == found->len)
        continue;
      const FeuImageMarkup *markup = &g_array_index (found, FeuImageMarkup, next++);
      image->start_bytes = markup->start_bytes;
      image->end_bytes = markup->end_bytes;
      feu_line_index_locate (self->lines, image->start_bytes, &image->line, &column);
    }
}

static void
begin_image (FeuMarkdownWalk *self, cmark_node *node)
{
  self->image_node = node;
  g_string_truncate (self->alt, 0);
}

static void
end_image (FeuMarkdownWalk *self)
{
  cmark_node  *node = self->image_node;
  const char  *url = cmark_node_get_url (node);
  const char  *title = cmark_node_get_title (node);
  FeuImageRef *image = feu_image_ref_new (url, self->alt->str);
  cmark_node  *paragraph = node->parent;

  if (paragraph->type == CMARK_NODE_LINK)
    paragraph = paragraph->parent;
  if (title != NULL && *title != '\0')
    image->caption = g_strdup (title);
  image->is_figure = feu_markdown_html_is_figure (paragraph);
  g_ptr_array_add (self->images, image);
  g_ptr_array_add (self->addresses, (gpointer) url);
  self->image_node = NULL;
  /* The description is in the FeuImageRef now; as children it would be rendered again.
   */
  while (node->first_child != NULL)
    cmark_node_free (node->first_child);
}

/* ---- headings ---- */

static char *
dup_unique_id (FeuMarkdownWalk *self, const char *text)
{
  g_autofree char *slug = feu_slug_new (text, HEADING_ID_MAX_CHARACTERS);
  /* These prefixes are taken by footnotes and by the page's own parts. */
  gboolean is_reserved = g_str_has_prefix (slug, "fn-") ||
                         g_str_has_prefix (slug, "fnref-") ||
                         g_str_has_prefix (slug, "feu-");
  g_autofree char *base = *slug == '\0' ? g_strdup ("section")
                          : is_reserved ? g_strdup_printf ("section-%s", slug)
                                        : g_steal_pointer (&slug);
  char            *id = g_strdup (base);
  guint            n_before = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, base));

  while (g_hash_table_contains (self->ids, id))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, ++n_before + 1);
    }
  /* For the next one with this text: where to go on counting. */
  g_hash_table_insert (self->ids, g_strdup (id), GUINT_TO_POINTER (0));
  g_hash_table_insert (self->ids, g_strdup (base), GUINT_TO_POINTER (n_before));
  return id;
}

/* The level-1 heading that begins the body is the title, unless the front matter has
 * another one. */
static gboolean
is_title (const FeuMarkdownWalk *self, cmark_node *node, const char *text)
{
  const char *title = feu_metadata_get_string (self->metadata, FEU_FIELD_TITLE);

  return self->tops->len == 1 && node->parent->type == CMARK_NODE_DOCUMENT &&
         cmark_node_get_heading_level (node) == 1 && *text != '\0' &&
         (title == NULL || strcmp (title, text) == 0);
}

static void
drop_images (FeuMarkdownWalk *self)
{
  for (guint i = 0; i < self->images->len; i++)
    feu_image_ref_free (g_ptr_array_index (self->images, i));
  g_ptr_array_set_size (self->images, 0);
  g_ptr_array_set_size (self->addresses, 0);
}

/* As a browser shows it: without white space at the ends, and only one space within. */
static char *
dup_folded (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (folded, *at);
    else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static void
end_heading (FeuMarkdownWalk *self, cmark_node *node)
{
  g_autofree char *text = dup_folded (self->leaf_text->str);

  if (is_title (self, node, text))
    {
      self->title_node = node;
      self->title = g_steal_pointer (&text);
      drop_images (self); /* It is shown as text. */
      return;
    }
  FeuHeading *heading = g_new0 (FeuHeading, 1);
  heading->id = dup_unique_id (self, text);
  heading->text = g_steal_pointer (&text);
  heading->level = (guint) cmark_node_get_heading_level (node);
  heading->line = feu_markdown_walk_get_line (self, node->start_line);
  self->min_level = MIN (self->min_level, heading->level);
  self->statistics.headings++;
  g_ptr_array_add (self->headings, heading);
  count_leaf (self);
  locate_images (self, node);
}

static void
end_paragraph (FeuMarkdownWalk *self, cmark_node *node)
{
  if (self->leaf_text->len > 0)
    self->statistics.paragraphs++;
  count_leaf (self);
  locate_images (self, node);
}

/* ---- all nodes ---- */

static void
mark_raw_html (FeuMarkdownWalk *self)
{
  g_array_index (self->tops, FeuTopBlock, self->tops->len - 1).has_raw_html = TRUE;
}

static GString *
get_inline_text (FeuMarkdownWalk *self)
{
  return self->image_node != NULL ? self->alt : self->leaf_text;
}

static void
enter_raw_inline (FeuMarkdownWalk *self, cmark_node *node)
{
  mark_raw_html (self);
  if (g_ascii_strncasecmp (cmark_node_get_literal (node), "<br", 3) == 0)
    g_string_append_c (get_inline_text (self), ' ');
}

static void
enter_raw_block (FeuMarkdownWalk *self, cmark_node *node)
{
  mark_raw_html (self);
  begin_leaf (self);
  feu_raw_html_append_text (cmark_node_get_literal (node), self->leaf_text);
  count_leaf (self);
}

static void
enter_block (FeuMarkdownWalk *self, cmark_node *node)
{
  const cmark_chunk *code = &node->as.code.literal;

  if (node->parent != NULL && node->parent->type == CMARK_NODE_DOCUMENT)
    begin_top_block (self, node);
  feu_markdown_html_claim (self->html, node);
  if (node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING ||
      node->type == CMARK_NODE_TABLE_ROW)
    begin_leaf (self);
  else if (node->type == CMARK_NODE_TABLE_CELL)
    g_string_truncate (self->leaf_text, 0);
  else if (node->type == CMARK_NODE_HTML_BLOCK)
    enter_raw_block (self, node);
  else if (node->type == CMARK_NODE_CODE_BLOCK)
    feu_text_count_add (
        &self->statistics.count, (const char *) code->data, (gsize) code->len);
}

static void
enter_inline (FeuMarkdownWalk *self, cmark_node *node)
{
  const cmark_chunk *literal = &node->as.literal;

  if (node->type == CMARK_NODE_TEXT || node->type == CMARK_NODE_CODE)
    {
      g_string_append_len (
          get_inline_text (self), (const char *) literal->data, literal->len);
      return;
    }
  if (self->image_node == NULL)
    feu_markdown_html_claim (self->html, node);
  if (node->type == CMARK_NODE_SOFTBREAK || node->type == CMARK_NODE_LINEBREAK)
    g_string_append_c (get_inline_text (self), ' ');
  else if (node->type == CMARK_NODE_HTML_INLINE)
    enter_raw_inline (self, node);
  else if (node->type == CMARK_NODE_IMAGE && self->image_node == NULL)
    begin_image (self, node);
}

static void
exit_node (FeuMarkdownWalk *self, cmark_node *node)
{
  if (node == self->image_node)
    end_image (self);
  else if (node->type == CMARK_NODE_PARAGRAPH)
    end_paragraph (self, node);
  else if (node->type == CMARK_NODE_HEADING)
    end_heading (self, node);
  else if (node->type == CMARK_NODE_TABLE_CELL)
    count_leaf (self);
  else if (node->type == CMARK_NODE_TABLE_ROW)
    locate_images (self, node);
}

/* Leaves @node, and its parents as long as it is their last child. Returns: what comes
 * next in the document; NULL at its end. */
static cmark_node *
leave (FeuMarkdownWalk *self, cmark_node *node)
{
  for (; node != NULL; node = node->parent)
    {
      exit_node (self, node);
      if (node->next != NULL)
        return node->next;
    }
  return NULL;
}

void
feu_markdown_walk_run (FeuMarkdownWalk *self,
                       cmark_node      *document,
                       FeuMarkdownHtml *html)
{
  self->html = html;
  for (cmark_node *node = document; node != NULL;)
    {
      if (CMARK_NODE_INLINE_P (node))
        enter_inline (self, node);
      else
        enter_block (self, node);
      node = node->first_child != NULL ? node->first_child : leave (self, node);
    }
}

void
feu_markdown_walk_init (FeuMarkdownWalk   *self,
                        const char        *text,
                        gsize              length_bytes,
                        const FeuMetadata *metadata)
{
  *self = (FeuMarkdownWalk){
    .text = text, .length = length_bytes, .metadata = metadata, .min_level = G_MAXUINT
  };
  self->body_start =
      feu_front_matter_get_body_start (feu_metadata_get_front_matter (metadata));
  if (self->body_start > 0)
    {
      g_autoptr (FeuLineIndex) head = feu_line_index_new (text, self->body_start);
      self->body_line = feu_line_index_get_n_lines (head) - 1;
    }
  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_heading_free);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tops = g_array_new (FALSE, FALSE, sizeof (FeuTopBlock));
  self->images = g_ptr_array_new ();
  self->addresses = g_ptr_array_new ();
  self->leaf_text = g_string_new (NULL);
  self->alt = g_string_new (NULL);
}

void
feu_markdown_walk_clear (FeuMarkdownWalk *self)
{
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->tops, g_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->lines, feu_line_index_free);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  g_string_free (self->leaf_text, TRUE);
  g_string_free (self->alt, TRUE);
}
