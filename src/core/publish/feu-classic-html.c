/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Piece by piece what feu-markup-plain.c writes, and the notes as a list at the end.
 */
#include "config.h"

#include "feu-classic-html.h"

#include "feu-markup-writer-private.h"

static gboolean
has_raw (const FeuNode *node)
{
  if (node->type == FEU_NODE_RAW || node->type == FEU_NODE_RAW_BLOCK)
    return TRUE;
  for (const FeuNode *at = node->first_child; at != NULL; at = at->next)
    if (has_raw (at))
      return TRUE;
  return FALSE;
}

static gboolean
is_break (const FeuNode *node)
{
  g_autofree char *text = NULL;
  return node->type == FEU_NODE_RAW_BLOCK &&
         feu_shape_get_break (node->text, &text) != FEU_BREAK_NONE;
}

/* The last node of the piece that begins with @node. */
static const FeuNode *
get_last (FeuMarkupWriter *self, const FeuNode *node)
{
  gsize          skip_bytes = 0;
  const FeuNode *last = NULL;

  if (node->type == FEU_NODE_TABLE)
    last = feu_shape_get_table_caption (node, &skip_bytes);
  else if (node->type == FEU_NODE_RAW_BLOCK)
    last = feu_markup_get_group_end (self, node);
  return last != NULL ? last : node;
}

static void
add_piece (FeuMarkupWriter *self, const FeuNode *first, const FeuNode *last)
{
  gboolean is_raw = FALSE;

  for (const FeuNode *at = first; at != last->next; at = at->next)
    is_raw = is_raw || has_raw (at);
  g_string_truncate (self->out, 0);
  if (is_raw && !is_break (first))
    feu_markup_put_clean (self, first, last->next);
  else
    feu_markup_put_plain (self, first, last->next);
  g_strchomp (self->out->str);
  feu_markup_add (self->result, self->out->str, first->start_line, last->end_line);
}

static void
add_notes (FeuMarkupWriter *self, const FeuNode *first)
{
  guint start_line = first->start_line;
  guint end_line = first->end_line;

  g_string_assign (self->out, "<hr />\n<ol>\n");
  for (const FeuNode *note = first; note != NULL; note = note->next)
    {
      g_autofree char *id = feu_markup_dup_note_id (self, note->text);
      feu_markup_put_format (self, "<li id=\"%s\">", id);
      feu_markup_put_note (self, note);
      feu_markup_put_format (self, " <a href=\"#%s-link\">↩︎</a></li>\n", id);
      start_line = MIN (start_line, note->start_line);
      end_line = MAX (end_line, note->end_line);
    }
  g_string_append (self->out, "</ol>");
  feu_markup_add (self->result, self->out->str, start_line, end_line);
}

FeuMarkup *
feu_classic_html_new (const FeuArticle *article, const FeuMarkupOptions *options)
{
  FeuMarkupWriter self;

  g_return_val_if_fail (article != NULL && options != NULL, NULL);
  feu_markup_writer_init (&self, article, options);
  self.is_classic = TRUE;
  const FeuNode *at = feu_node_tree_get_root (self.tree)->first_child;
  while (at != NULL && at->type != FEU_NODE_NOTE)
    {
      const FeuNode *last = get_last (&self, at);
      add_piece (&self, at, last);
      at = last->next;
    }
  if (at != NULL)
    add_notes (&self, at);
  return feu_markup_writer_finish (&self);
}
