/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article's units are matched with the pieces of the source; then both the parts
 * and what is between them are taken from one or the other.
 */
#include "config.h"

#include "feu-post-restore.h"

#include "feu-node.h"
#include "feu-post-graft.h"
#include "feu-post-match.h"
#include "feu-post-restore-notes.h"
#include "feu-post-units.h"

#include <string.h>

#define NOTES_BLOCK "<!-- wp:footnotes /-->"

typedef struct
{
  const FeuPostSource *source;  /* borrowed */
  GPtrArray           *units;   /* (element-type FeuPostUnit), owned */
  GHashTable          *numbers; /* of the notes now, by label (utf8 to guint), owned */
  GString             *out;     /* owned */
  int                  place;   /* of what @out ends with; -1 for none */
} Restore;

const char *
feu_post_restore_get_note_id (const char *label, gpointer user_data)
{
  const FeuPostSource *source = user_data;

  for (guint i = 0; i < source->notes->len; i++)
    {
      const FeuPostNote *note = g_ptr_array_index (source->notes, i);
      if (strcmp (note->label, label) == 0)
        return note->id;
    }
  return NULL;
}

static void
number_notes (GHashTable *numbers, const FeuNode *node)
{
  if (node->type == FEU_NODE_NOTE_REFERENCE)
    g_hash_table_insert (
        numbers, g_strdup (node->text), GUINT_TO_POINTER (node->number));
  for (const FeuNode *child = node->first_child; child != NULL; child = child->next)
    number_notes (numbers, child);
}

/* The number of a note is part of the bytes of what refers to it. */
static gboolean
keeps_numbers (const Restore *self, const char *markdown)
{
  for (guint i = 0; i < self->source->notes->len; i++)
    {
      const FeuPostNote *note = g_ptr_array_index (self->source->notes, i);
      g_autofree char   *mark = g_strconcat ("[^", note->label, "]", NULL);
      gpointer           number = g_hash_table_lookup (self->numbers, note->label);
      if (strstr (markdown, mark) != NULL &&
          (guint64) GPOINTER_TO_UINT (number) !=
              g_ascii_strtoull (note->label, NULL, 10))
        return FALSE;
    }
  return TRUE;
}

static const FeuPostPiece *
get_piece (const Restore *self, int i)
{
  return g_ptr_array_index (self->source->pieces, (guint) i);
}

/* What to send for @match. */
static char *
dup_part (const Restore *self, const FeuPostMatch *match)
{
  const FeuPostUnit *unit = g_ptr_array_index (self->units, match->unit);

  if (match->piece >= 0)
    {
      const FeuPostPiece *piece = get_piece (self, match->piece);
      if (keeps_numbers (self, piece->markdown))
        return g_strdup (piece->raw);
      return feu_post_graft (piece->raw, piece->markdown, unit->text, unit->markup);
    }
  if (match->place < 0)
    return g_strdup (unit->markup);
  const FeuPostPiece *piece = get_piece (self, match->place);
  return feu_post_graft (piece->raw, piece->markdown, unit->text, unit->markup);
}

/* What stands between the part that @out ends with and one in @place. */
static void
append_gap (Restore *self, int place)
{
  gboolean    is_last = self->place + 1 == (int) self->source->pieces->len;
  const char *after =
      self->place >= 0 && !is_last ? get_piece (self, self->place)->after : "\n\n";

  if (self->place >= 0 && place == self->place + 1)
    g_string_append (self->out, after);
  else
    g_string_append (self->out, strstr (after, "\n\n") != NULL ? after : "\n\n");
}

/* @last: (nullable): what goes behind all parts. */
static void
append_parts (Restore *self, const GArray *matches, const char *last)
{
  const GPtrArray *pieces = self->source->pieces;
  gboolean         is_first = pieces->len > 0 || *self->source->lead == '\0';

  g_string_append (self->out, self->source->lead);
  self->place = -1;
  for (guint i = 0; i < matches->len; i++)
    {
      const FeuPostMatch *match = &g_array_index (matches, FeuPostMatch, i);
      g_autofree char    *part = dup_part (self, match);
      if (*part == '\0')
        continue;
      if (!is_first)
        append_gap (self, match->place);
      g_string_append (self->out, part);
      self->place = match->place;
      is_first = FALSE;
    }
  if (last != NULL && *last != '\0')
    g_string_append_printf (self->out, "\n\n%s", last);
  /* What ends the post ends it still. */
  if (pieces->len > 0)
    g_string_append (self->out, get_piece (self, (int) pieces->len - 1)->after);
}

/* The block that shows the notes is there when there are notes, and only then. */
static void
settle_notes_block (Restore *self, gboolean has_notes)
{
  static const char mark[] = "<!-- wp:footnotes ";
  const char       *block = strstr (self->out->str, mark);

  if (has_notes && block == NULL)
    g_string_append (self->out, self->out->len > 0 ? "\n\n" NOTES_BLOCK : NOTES_BLOCK);
  if (has_notes || block == NULL)
    return;
  const char *end = strstr (block, "/-->");
  if (end == NULL)
    return;
  gsize start = (gsize) (block - self->out->str);
  gsize length = (gsize) (end - block) + strlen ("/-->");
  while (start > 0 && g_ascii_isspace (self->out->str[start - 1]))
    {
      start--;
      length++;
    }
  g_string_erase (self->out, (gssize) start, (gssize) length);
}

char *
feu_post_restore (const FeuPostSource *source,
                  const FeuArticle    *article,
                  const FeuMarkup     *markup,
                  char               **out_footnotes)
{
  g_return_val_if_fail (source != NULL && article != NULL, NULL);
  g_return_val_if_fail (markup != NULL && out_footnotes != NULL, NULL);
  Restore self = { .source = source, .out = g_string_new (NULL) };
  g_autoptr (FeuNodeTree) tree = feu_node_tree_new (article);

  self.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  number_notes (self.numbers, feu_node_tree_get_root (tree));
  self.units = feu_post_units_new (article, markup);
  g_autoptr (GArray) matches = feu_post_match (source, self.units);
  const FeuMarkupPiece *notes = feu_post_units_get_notes (article, markup);
  gboolean              is_plain = notes != NULL && *markup->footnotes == '\0';
  append_parts (&self, matches, is_plain ? notes->markup : NULL);

  char *footnotes = feu_post_restore_notes (source, article, markup);
  if (*footnotes != '\0' || *source->footnotes != '\0')
    settle_notes_block (&self, *footnotes != '\0');
  *out_footnotes = footnotes;
  g_ptr_array_unref (self.units);
  g_hash_table_unref (self.numbers);
  return g_string_free (self.out, FALSE);
}
