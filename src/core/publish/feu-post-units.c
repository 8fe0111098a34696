/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writer's pieces are walked in order; one that begins a block of WordPress's is
 * taken together with all up to the block's end.
 */
#include "config.h"

#include "feu-post-units.h"

#include "feu-line-index.h"
#include "feu-node.h"
#include "feu-raw-block.h"

#include <string.h>

typedef struct
{
  const char           *text;   /* borrowed */
  gsize                 length; /* bytes */
  FeuLineIndex         *lines;  /* owned */
  const FeuMarkupPiece *notes;  /* borrowed (nullable) */
  GPtrArray            *units;  /* owned */
} Units;

static void
unit_free (gpointer data)
{
  FeuPostUnit *unit = data;
  g_free (unit->text);
  g_free (unit->markup);
  g_free (unit);
}

static char *
dup_lines (const char *text, const FeuLineIndex *lines, guint start, guint end)
{
  gsize    from = feu_line_index_get_start (lines, start);
  gsize    to = feu_line_index_get_start (lines, end + 1);
  GString *part = g_string_new_len (text + from, (gssize) (to - from));

  g_string_replace (part, "\r\n", "\n", 0);
  g_string_replace (part, "\r", "\n", 0);
  if (g_str_has_suffix (part->str, "\n"))
    g_string_truncate (part, part->len - 1);
  return g_string_free (part, FALSE);
}

char *
feu_post_units_dup_lines (const FeuArticle *article, guint start_line, guint end_line)
{
  gsize       length = 0;
  const char *text = feu_article_get_text (article, &length);
  g_autoptr (FeuLineIndex) lines = feu_line_index_new (text, length);
  return dup_lines (text, lines, start_line, end_line);
}

const FeuMarkupPiece *
feu_post_units_get_notes (const FeuArticle *article, const FeuMarkup *markup)
{
  g_autoptr (FeuNodeTree) tree = feu_node_tree_new (article);
  const FeuNode *last = feu_node_tree_get_root (tree)->last_child;

  if (last == NULL || last->type != FEU_NODE_NOTE || markup->pieces->len == 0)
    return NULL;
  const FeuMarkupPiece *piece =
      g_ptr_array_index (markup->pieces, markup->pieces->len - 1);
  return piece->start_line <= last->start_line && last->start_line <= piece->end_line
             ? piece
             : NULL;
}

/* The last line of the block that begins with @line, if it is one to be sent as it is
 * written. */
static gboolean
find_block_end (const Units *self, guint line, guint *out_end_line)
{
  gsize start = feu_line_index_get_start (self->lines, line);
  guint column = 0;

  if (strncmp (self->text + start, "<!-- wp:", strlen ("<!-- wp:")) != 0)
    return FALSE;
  gsize size = feu_raw_block_find_end (self->text + start, self->length - start);
  if (size == 0)
    return FALSE;
  gsize end = start + size;
  gsize rest = strspn (self->text + end, " \t");
  if (end + rest < self->length && strchr ("\r\n", self->text[end + rest]) == NULL)
    return FALSE;
  feu_line_index_locate (self->lines, end, out_end_line, &column);
  return TRUE;
}

static gboolean
is_blank (const Units *self, guint line)
{
  g_autofree char *text = dup_lines (self->text, self->lines, line, line);
  return text[strspn (text, " \t")] == '\0';
}

static void
add_unit (Units *self, guint start_line, guint end_line, const char *markup)
{
  FeuPostUnit *unit = g_new0 (FeuPostUnit, 1);

  /* For some blocks the parser counts the blank line behind them. */
  while (end_line > start_line && is_blank (self, end_line))
    end_line--;
  unit->text = dup_lines (self->text, self->lines, start_line, end_line);
  unit->markup = g_strdup (markup != NULL ? markup : unit->text);
  unit->start_line = start_line;
  unit->end_line = end_line;
  g_ptr_array_add (self->units, unit);
}

/* What stands between a block's end and @end, the last line of the piece that the
 * block ends in: more blocks, or HTML. Returns the line after all that. */
static guint
add_rest (Units *self, guint line, guint end)
{
  while (line <= end)
    {
      guint last = end;
      if (is_blank (self, line))
        {
          line++;
          continue;
        }
      if (!find_block_end (self, line, &last))
        last = end;
      add_unit (self, line, last, NULL);
      line = last + 1;
    }
  return line;
}

static void
add_pieces (Units *self, const FeuMarkup *markup)
{
  guint done = 0; /* the first line that is in no unit yet */

  for (guint i = 0; i < markup->pieces->len; i++)
    {
      const FeuMarkupPiece *piece = g_ptr_array_index (markup->pieces, i);
      guint                 end_line = 0;

      if (piece == self->notes || piece->end_line < done)
        continue;
      if (piece->start_line < done)
        done = add_rest (self, done, piece->end_line);
      else if (find_block_end (self, piece->start_line, &end_line))
        {
          add_unit (self, piece->start_line, end_line, NULL);
          done = add_rest (self, end_line + 1, piece->end_line);
        }
      else
        add_unit (self, piece->start_line, piece->end_line, piece->markup);
      done = MAX (done, piece->end_line + 1);
    }
}

GPtrArray *
feu_post_units_new (const FeuArticle *article, const FeuMarkup *markup)
{
  Units self = { .units = g_ptr_array_new_with_free_func (unit_free) };

  self.text = feu_article_get_text (article, &self.length);
  self.lines = feu_line_index_new (self.text, self.length);
  self.notes = feu_post_units_get_notes (article, markup);
  add_pieces (&self, markup);
  feu_line_index_free (self.lines);
  return self.units;
}
