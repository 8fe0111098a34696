/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * cmark's tree is copied once, in its order. A node of cmark that was copied remembers
 * its copy in user_data; one that vanished (nested too deep) remembers its parent's, so
 * that its children find a place. Text is collected until something else comes, because
 * cmark cuts it at each special character.
 */
#include "config.h"

#include "feu-node.h"

#include "feu-cmark-arena.h"
#include "feu-cmark-parse-private.h"
#include "feu-line-index.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

/* Exported by libcmark-gfm-extensions, declared in none of its installed headers. */
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

struct _FeuNodeTree
{
  FeuNode      *root;    /* in nodes */
  GPtrArray    *nodes;   /* (element-type FeuNode), owned */
  GStringChunk *strings; /* owned */
};

typedef struct
{
  FeuNodeTree      *tree;    /* borrowed */
  const FeuArticle *article; /* borrowed */
  GString          *text;    /* owned: of the TEXT to come */
  FeuNode          *text_parent;
  guint             body_line;
  guint             next_heading;
  guint             heading_shift;
  guint             n_notes;
  guint             column; /* of the cell at hand */
} Builder;

/* ---- making nodes ---- */

static FeuNode *
append_node (Builder *self, FeuNode *parent, FeuNodeType type)
{
  FeuNode *node = g_new0 (FeuNode, 1);

  g_ptr_array_add (self->tree->nodes, node);
  node->type = type;
  node->parent = parent;
  if (parent == NULL)
    return node;
  if (parent->last_child != NULL)
    ((FeuNode *) parent->last_child)->next = node;
  else
    parent->first_child = node;
  parent->last_child = node;
  return node;
}

static const char *
keep (Builder *self, const char *text)
{
  return g_string_chunk_insert (self->tree->strings, text != NULL ? text : "");
}

static const char *
keep_if_any (Builder *self, const char *text)
{
  return text != NULL && *text != '\0' ? keep (self, text) : NULL;
}

static void
flush_text (Builder *self)
{
  if (self->text->len == 0)
    return;
  FeuNode *node = append_node (self, self->text_parent, FEU_NODE_TEXT);
  node->text = keep (self, self->text->str);
  g_string_truncate (self->text, 0);
}

/* The label of a note, which cmark's own function does not give. */
static const char *
keep_label (Builder *self, cmark_node *note)
{
  const cmark_chunk *label = &note->as.literal;
  return g_string_chunk_insert_len (
      self->tree->strings, (const char *) label->data, label->len);
}

static void
add_text (Builder *self, FeuNode *parent, const char *text)
{
  if (parent != self->text_parent)
    flush_text (self);
  self->text_parent = parent;
  g_string_append (self->text, text);
}

/* ---- what cmark has ---- */

static gboolean
find_type (cmark_node *node, FeuNodeType *out_type)
{
  const struct
  {
    cmark_node_type theirs;
    FeuNodeType     ours;
  } types[] = {
    { CMARK_NODE_DOCUMENT, FEU_NODE_DOCUMENT },
    { CMARK_NODE_PARAGRAPH, FEU_NODE_PARAGRAPH },
    { CMARK_NODE_HEADING, FEU_NODE_HEADING },
    { CMARK_NODE_BLOCK_QUOTE, FEU_NODE_QUOTE },
    { CMARK_NODE_LIST, FEU_NODE_LIST },
    { CMARK_NODE_ITEM, FEU_NODE_ITEM },
    { CMARK_NODE_CODE_BLOCK, FEU_NODE_CODE_BLOCK },
    { CMARK_NODE_TABLE, FEU_NODE_TABLE },
    { CMARK_NODE_TABLE_ROW, FEU_NODE_ROW },
    { CMARK_NODE_TABLE_CELL, FEU_NODE_CELL },
    { CMARK_NODE_THEMATIC_BREAK, FEU_NODE_RULE },
    { CMARK_NODE_HTML_BLOCK, FEU_NODE_RAW_BLOCK },
    { CMARK_NODE_FOOTNOTE_DEFINITION, FEU_NODE_NOTE },
    { CMARK_NODE_TEXT, FEU_NODE_TEXT },
    { CMARK_NODE_CODE, FEU_NODE_CODE },
    { CMARK_NODE_EMPH, FEU_NODE_EMPHASIS },
    { CMARK_NODE_STRONG, FEU_NODE_STRONG },
    { CMARK_NODE_STRIKETHROUGH, FEU_NODE_STRIKE },
    { CMARK_NODE_LINK, FEU_NODE_LINK },
    { CMARK_NODE_IMAGE, FEU_NODE_IMAGE },
    { CMARK_NODE_HTML_INLINE, FEU_NODE_RAW },
    { CMARK_NODE_SOFTBREAK, FEU_NODE_SOFT_BREAK },
    { CMARK_NODE_LINEBREAK, FEU_NODE_HARD_BREAK },
    { CMARK_NODE_FOOTNOTE_REFERENCE, FEU_NODE_NOTE_REFERENCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (node->type == types[i].theirs)
      {
        *out_type = types[i].ours;
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_depth (FeuNodeType type)
{
  return type == FEU_NODE_QUOTE || type == FEU_NODE_LIST || type == FEU_NODE_EMPHASIS ||
         type == FEU_NODE_STRONG || type == FEU_NODE_STRIKE || type == FEU_NODE_LINK;
}

/* Whether a node of @type below @parent would nest too deep, and so vanishes. */
static gboolean
is_too_deep (const FeuNode *parent, FeuNodeType type)
{
  guint depth = 0;

  /* The items of a list that vanished. */
  if (type == FEU_NODE_ITEM)
    return parent->type != FEU_NODE_LIST;
  if (!has_depth (type))
    return FALSE;
  gboolean is_inline = type > FEU_NODE_TEXT;
  for (const FeuNode *at = parent; at != NULL; at = at->parent)
    depth += has_depth (at->type) && (at->type > FEU_NODE_TEXT) == is_inline ? 1 : 0;
  return depth >= FEU_NODE_MAX_DEPTH;
}

static gboolean
is_title (const Builder *self, const FeuNode *node)
{
  const GPtrArray *blocks = feu_article_get_blocks (self->article);

  return node->parent->type == FEU_NODE_DOCUMENT && node->parent->first_child == node &&
         ((const FeuBlock *) g_ptr_array_index (blocks, 0))->html_length == 0;
}

static void
fill_heading (Builder *self, FeuNode *node, cmark_node *source)
{
  node->is_title = is_title (self, node);
  node->number = (guint) cmark_node_get_heading_level (source);
  node->id = "";
  if (node->is_title)
    return;
  const GPtrArray  *headings = feu_article_get_headings (self->article);
  const FeuHeading *heading = g_ptr_array_index (headings, self->next_heading++);
  node->id = keep (self, heading->id);
  node->number = MIN (node->number + self->heading_shift, 6);
}

static void
fill_cell (Builder *self, FeuNode *node, cmark_node *source)
{
  cmark_node *table = source->parent->parent;
  uint8_t    *alignments = cmark_gfm_extensions_get_table_alignments (table);
  guint       n_columns = cmark_gfm_extensions_get_table_columns (table);

  self->column = source->prev == NULL ? 0 : self->column + 1;
  char alignment = self->column < n_columns ? (char) alignments[self->column] : '\0';
  node->alignment = alignment == 'l'   ? FEU_ALIGNMENT_LEFT
                    : alignment == 'c' ? FEU_ALIGNMENT_CENTER
                    : alignment == 'r' ? FEU_ALIGNMENT_RIGHT
                                       : FEU_ALIGNMENT_NONE;
}

/* The label of the note that a reference is to; its own text is a number by now. */
static void
fill_reference (Builder *self, FeuNode *node, cmark_node *source)
{
  cmark_node *note = source->parent_footnote_def;

  node->text = note != NULL ? keep_label (self, note) : "";
  node->number = (guint) g_ascii_strtoull (cmark_node_get_literal (source), NULL, 10);
  node->occurrence = (guint) MAX (source->footnote.ref_ix, 1);
}

/* The description of an image, as in FeuImageRef: all text in it. */
static const char *
keep_description (Builder *self, cmark_node *image)
{
  g_autoptr (GString) text = g_string_new (NULL);
  cmark_node *node = image->first_child;

  while (node != NULL)
    {
      if (node->type == CMARK_NODE_TEXT || node->type == CMARK_NODE_CODE)
        g_string_append (text, cmark_node_get_literal (node));
      else if (node->type == CMARK_NODE_SOFTBREAK ||
               node->type == CMARK_NODE_LINEBREAK ||
               (node->type == CMARK_NODE_HTML_INLINE &&
                g_ascii_strncasecmp (cmark_node_get_literal (node), "<br", 3) == 0))
        g_string_append_c (text, ' ');
      if (node->first_child != NULL)
        {
          node = node->first_child;
          continue;
        }
      while (node != image && node->next == NULL)
        node = node->parent;
      node = node == image ? NULL : node->next;
    }
  return keep (self, text->str);
}

static void
fill_image (Builder *self, FeuNode *node, cmark_node *source)
{
  const char  *url = cmark_node_get_url (source);
  FeuImageRef *image = feu_image_ref_new (url, "");

  node->address = keep (self, url);
  node->src = keep (self, image->src);
  node->title = keep_if_any (self, cmark_node_get_title (source));
  node->text = keep_description (self, source);
  feu_image_ref_free (image);
}

static void
fill_list (FeuNode *node, cmark_node *source)
{
  node->is_ordered = cmark_node_get_list_type (source) == CMARK_ORDERED_LIST;
  node->is_tight = cmark_node_get_list_tight (source) != 0;
  node->number = node->is_ordered ? (guint) cmark_node_get_list_start (source) : 0;
}

static void
fill_node (Builder *self, FeuNode *node, cmark_node *source)
{
  switch ((int) node->type)
    {
    case FEU_NODE_HEADING:
      fill_heading (self, node, source);
      break;
    case FEU_NODE_LIST:
      fill_list (node, source);
      break;
    case FEU_NODE_ITEM:
      node->is_task = source->extension != NULL;
      node->is_checked = node->is_task && source->as.list.checked;
      break;
    case FEU_NODE_CODE_BLOCK:
      node->title = keep_if_any (self, cmark_node_get_fence_info (source));
      node->text = keep (self, cmark_node_get_literal (source));
      break;
    case FEU_NODE_TABLE:
      node->number = cmark_gfm_extensions_get_table_columns (source);
      break;
    case FEU_NODE_ROW:
      node->is_header = cmark_gfm_extensions_get_table_row_is_header (source) != 0;
      break;
    case FEU_NODE_CELL:
      fill_cell (self, node, source);
      break;
    case FEU_NODE_NOTE:
      node->number = ++self->n_notes;
      node->text = keep_label (self, source);
      break;
    case FEU_NODE_RAW_BLOCK:
    case FEU_NODE_CODE:
    case FEU_NODE_RAW:
      node->text = keep (self, cmark_node_get_literal (source));
      break;
    case FEU_NODE_LINK:
      node->address = keep (self, cmark_node_get_url (source));
      node->title = keep_if_any (self, cmark_node_get_title (source));
      break;
    case FEU_NODE_IMAGE:
      fill_image (self, node, source);
      break;
    case FEU_NODE_NOTE_REFERENCE:
      fill_reference (self, node, source);
      break;
    }
}

static guint
get_line (const Builder *self, int cmark_line)
{
  return self->body_line + (guint) MAX (cmark_line - 1, 0);
}

/* Returns: whether the children of @source are to be copied too */
static gboolean
copy_node (Builder *self, cmark_node *source)
{
  FeuNode    *parent = source->parent != NULL ? source->parent->user_data : NULL;
  FeuNodeType type = FEU_NODE_DOCUMENT;

  if (source->type == CMARK_NODE_TEXT)
    {
      add_text (self, parent, cmark_node_get_literal (source));
      return FALSE;
    }
  source->user_data = parent;
  if (!find_type (source, &type) || (parent != NULL && is_too_deep (parent, type)))
    return TRUE;
  flush_text (self);
  FeuNode *node = append_node (self, parent, type);
  source->user_data = node;
  if (parent == NULL)
    self->tree->root = node;
  if (!feu_node_is_inline (node))
    {
      node->start_line = get_line (self, source->start_line);
      node->end_line = get_line (self, feu_cmark_get_end_line (source));
      node->end_line = MAX (node->end_line, node->start_line);
    }
  fill_node (self, node, source);
  return type != FEU_NODE_IMAGE;
}

static void
copy_tree (Builder *self, cmark_node *document)
{
  cmark_node *node = document;

  while (node != NULL)
    {
      if (copy_node (self, node) && node->first_child != NULL)
        {
          node = node->first_child;
          continue;
        }
      while (node != NULL && node->next == NULL)
        node = node->parent;
      node = node != NULL ? node->next : NULL;
    }
  flush_text (self);
}

FeuNodeTree *
feu_node_tree_new (const FeuArticle *article)
{
  FeuNodeTree       *self = g_new0 (FeuNodeTree, 1);
  Builder            builder = { .tree = self, .article = article };
  const FeuMetadata *metadata = feu_article_get_metadata (article);
  const GPtrArray   *headings = feu_article_get_headings (article);
  gsize              length = 0;
  const char        *text = feu_article_get_text (article, &length);
  gsize              start =
      feu_front_matter_get_body_start (feu_metadata_get_front_matter (metadata));

  self->nodes = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (4096);
  builder.text = g_string_new (NULL);
  if (start > 0)
    {
      g_autoptr (FeuLineIndex) head = feu_line_index_new (text, start);
      builder.body_line = feu_line_index_get_n_lines (head) - 1;
    }
  for (guint i = 0; i < headings->len && feu_article_get_title (article) != NULL; i++)
    if (((const FeuHeading *) g_ptr_array_index (headings, i))->level == 1)
      builder.heading_shift = 1;

  FeuCmarkArena *arena = feu_cmark_arena_begin ();
  copy_tree (&builder, feu_cmark_parse (text + start, length - start));
  feu_cmark_arena_end (arena);
  g_string_free (builder.text, TRUE);
  return self;
}

void
feu_node_tree_free (FeuNodeTree *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->nodes);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const FeuNode *
feu_node_tree_get_root (const FeuNodeTree *self)
{
  return self->root;
}

gboolean
feu_node_is_inline (const FeuNode *self)
{
  return self->type >= FEU_NODE_TEXT;
}

void
feu_node_append_text (const FeuNode *self, GString *text)
{
  if (self->type == FEU_NODE_TEXT || self->type == FEU_NODE_CODE ||
      self->type == FEU_NODE_CODE_BLOCK || self->type == FEU_NODE_IMAGE)
    g_string_append (text, self->text);
  else if (self->type == FEU_NODE_SOFT_BREAK || self->type == FEU_NODE_HARD_BREAK)
    g_string_append_c (text, ' ');
  for (const FeuNode *at = self->first_child; at != NULL; at = at->next)
    feu_node_append_text (at, text);
}
