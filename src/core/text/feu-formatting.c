/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Emphasis is told from the run of asterisks on both sides of the text, read as a
 * number: its lowest bit is italic, the next one bold. So each can be added and taken
 * away independently, and doing it twice changes nothing.
 */
#include "config.h"

#include "feu-formatting.h"

#include <string.h>

static void
add_edit (GPtrArray *edits, gsize start, gsize end, const char *text)
{
  g_ptr_array_add (edits, feu_text_edit_new (start, end, text));
}

/* Where @offset of the old text is once @edits are made; what is inserted right there
 * stands before it if @is_after_insertion. */
static gsize
map_offset (const GPtrArray *edits, gsize offset, gboolean is_after_insertion)
{
  gsize mapped = offset;

  for (guint i = 0; i < edits->len; i++)
    {
      const FeuTextEdit *edit = g_ptr_array_index (edits, i);
      if (edit->start_bytes > offset ||
          (edit->start_bytes == offset && edit->end_bytes == offset &&
           !is_after_insertion))
        continue;
      mapped -= MIN (edit->end_bytes, offset) - edit->start_bytes;
      mapped += strlen (edit->text);
    }
  return mapped;
}

/* ---- what is to be formatted ---- */

static gboolean
is_letter (const char *at)
{
  gunichar c = g_utf8_get_char (at);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether the character at @at is inside a word: a letter, or between two of them. */
static gboolean
is_in_word (const char *text, const char *end, const char *at)
{
  gunichar    c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);

  if (is_letter (at))
    return TRUE;
  return (c == '\'' || c == 0x2019 || c == '-') && at > text && next < end &&
         is_letter (g_utf8_prev_char (at)) && is_letter (next);
}

/* The word at the caret; the caret itself between words. */
static FeuSelection
find_word (const char *text, gsize length, gsize caret)
{
  const char *start = text + caret;
  const char *end = start;

  while (start > text && is_in_word (text, text + length, g_utf8_prev_char (start)))
    start = g_utf8_prev_char (start);
  while (end < text + length && is_in_word (text, text + length, end))
    end = g_utf8_next_char (end);
  return (FeuSelection){ (gsize) (start - text), (gsize) (end - text) };
}

static void
trim_space (const char *text, FeuSelection *part)
{
  const char *start = text + part->start_bytes;
  const char *end = text + part->end_bytes;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  part->start_bytes = (gsize) (start - text);
  part->end_bytes = (gsize) (end - text);
}

static gsize
find_line_start (const char *text, gsize at)
{
  while (at > 0 && text[at - 1] != '\n')
    at--;
  return at;
}

/* The bytes of a bullet, a number, "#"s, a quote's mark or a task's box at @at, with
 * the space that makes them one; 0 if there is none. */
static gsize
get_mark_length (const char *at, const char *end)
{
  gsize n = 0, length = (gsize) (end - at);

  if (length >= 4 && at[0] == '[' && strchr (" xX", at[1]) != NULL && at[2] == ']' &&
      at[3] == ' ')
    return 4;
  if (length >= 1 && *at == '>')
    return 1;
  while (n < length && n < 9 && g_ascii_isdigit (at[n]))
    n++;
  if (n > 0)
    n = n < length && (at[n] == '.' || at[n] == ')') ? n + 1 : 0;
  else if (length > 0 && strchr ("-+*", *at) != NULL)
    n = 1;
  else
    while (n < length && n < 6 && at[n] == '#')
      n++;
  return n > 0 && n < length && at[n] == ' ' ? n + 1 : 0;
}

/* Moves the start of @part behind what makes its line an item, a heading, a quote. */
static void
skip_line_marks (const char *text, FeuSelection *part)
{
  const char *at = text + find_line_start (text, part->start_bytes);
  const char *end = text + part->end_bytes;

  while (at < end)
    {
      gsize n = *at == ' ' || *at == '\t' ? 1 : get_mark_length (at, end);
      if (n == 0)
        break;
      at += n;
    }
  part->start_bytes = MAX (part->start_bytes, (gsize) (at - text));
}

static gboolean
is_outside (const char *at)
{
  return *at == '*' || g_unichar_isspace (g_utf8_get_char (at));
}

/* Leaves out marks that were selected too, and space, beside which no mark may stand.
 */
static void
trim_marks (const char *text, FeuSelection *part)
{
  const char *start = text + part->start_bytes;
  const char *end = text + part->end_bytes;

  while (start < end && is_outside (start))
    start = g_utf8_next_char (start);
  while (end > start && is_outside (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);
  part->start_bytes = (gsize) (start - text);
  part->end_bytes = (gsize) (end - text);
}

/* What can be emphasized in each line of a selection; if nothing, where it begins. */
static GArray *
split_lines (const char *text, const FeuSelection *selection)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (FeuSelection));
  gsize   start = selection->start_bytes;

  while (start < selection->end_bytes)
    {
      const char *newline = memchr (text + start, '\n', selection->end_bytes - start);
      gsize end = newline != NULL ? (gsize) (newline - text) : selection->end_bytes;
      FeuSelection part = { start, end };
      skip_line_marks (text, &part);
      trim_marks (text, &part);
      if (part.end_bytes > part.start_bytes)
        g_array_append_val (parts, part);
      start = end + 1;
    }
  if (parts->len == 0)
    {
      FeuSelection caret = { selection->start_bytes, selection->start_bytes };
      g_array_append_val (parts, caret);
    }
  return parts;
}

/* ---- emphasis ---- */

static gboolean
has_emphasis (const char *text, gsize length, const FeuSelection *part, gsize width)
{
  gsize before = 0, after = 0;

  while (before < part->start_bytes && text[part->start_bytes - before - 1] == '*')
    before++;
  while (part->end_bytes + after < length && text[part->end_bytes + after] == '*')
    after++;
  return (MIN (before, after) & width) != 0;
}

GPtrArray *
feu_formatting_toggle_emphasis (const char   *text,
                                gsize         length_bytes,
                                FeuEmphasis   emphasis,
                                FeuSelection *selection)
{
  const char  *mark = emphasis == FEU_EMPHASIS_BOLD ? "**" : "*";
  gsize        width = strlen (mark);
  GPtrArray   *edits = feu_text_edit_list_new ();
  gboolean     is_caret = selection->start_bytes == selection->end_bytes;
  gboolean     has_all = TRUE;
  FeuSelection wanted =
      is_caret ? find_word (text, length_bytes, selection->start_bytes) : *selection;
  g_autoptr (GArray) parts = split_lines (text, &wanted);
  FeuSelection *part = (FeuSelection *) (gpointer) parts->data;

  for (guint i = 0; i < parts->len; i++)
    has_all = has_all && has_emphasis (text, length_bytes, &part[i], width);
  for (guint i = 0; i < parts->len; i++)
    {
      gsize start = part[i].start_bytes, end = part[i].end_bytes;
      if (has_all)
        {
          add_edit (edits, start - width, start, "");
          add_edit (edits, end, end + width, "");
        }
      else if (!has_emphasis (text, length_bytes, &part[i], width))
        {
          add_edit (edits, start, start, mark);
          add_edit (edits, end, end, mark);
        }
    }
  gsize start = part[0].start_bytes, end = part[parts->len - 1].end_bytes;
  if (start == end)
    selection->start_bytes = selection->end_bytes =
        has_all ? start - width : start + width;
  else if (is_caret)
    selection->start_bytes = selection->end_bytes =
        map_offset (edits, selection->start_bytes, selection->start_bytes < end);
  else
    *selection = (FeuSelection){ map_offset (edits, start, TRUE),
                                 map_offset (edits, end, FALSE) };
  return edits;
}

/* ---- headings ---- */

/* The bytes of "## " at the beginning of the line at @line; 0 if it is no heading. */
static gsize
get_heading_prefix (const char *line, const char *end, guint *out_level)
{
  gsize n = 0, length = (gsize) (end - line);

  *out_level = 0;
  while (n < length && line[n] == '#')
    n++;
  if (n == 0 || n > 6 || (n < length && strchr (" \t\r", line[n]) == NULL))
    return 0;
  *out_level = (guint) n;
  while (n < length && line[n] == ' ')
    n++;
  return n;
}

/* The selected lines that hold something; the one with the caret in any case. */
static GArray *
find_lines (const char *text, gsize length, const FeuSelection *selection)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (FeuSelection));
  gsize   start = find_line_start (text, selection->start_bytes);

  while (start <= selection->end_bytes)
    {
      const char  *newline = memchr (text + start, '\n', length - start);
      gsize        end = newline != NULL ? (gsize) (newline - text) : length;
      FeuSelection line = { start, end };
      FeuSelection content = line;
      trim_space (text, &content);
      /* A selection up to a line's very start does not mean that line. */
      gboolean is_touched = start < selection->end_bytes || lines->len == 0;
      if (is_touched && content.end_bytes > content.start_bytes)
        g_array_append_val (lines, line);
      start = end + 1;
    }
  if (lines->len == 0)
    {
      gsize        at = find_line_start (text, selection->start_bytes);
      FeuSelection line = { at, at };
      g_array_append_val (lines, line);
    }
  return lines;
}

GPtrArray *
feu_formatting_set_heading (const char   *text,
                            gsize         length_bytes,
                            guint         level,
                            FeuSelection *selection)
{
  GPtrArray *edits = feu_text_edit_list_new ();
  gboolean   has_all = TRUE;
  guint      found = 0;
  g_autoptr (GArray) lines = find_lines (text, length_bytes, selection);

  g_return_val_if_fail (level <= 6, edits);
  for (guint i = 0; i < lines->len; i++)
    {
      const FeuSelection *line = &g_array_index (lines, FeuSelection, i);
      get_heading_prefix (text + line->start_bytes, text + line->end_bytes, &found);
      has_all = has_all && found == level;
    }
  g_autofree char *prefix = has_all || level == 0
                                ? g_strdup ("")
                                : g_strdup_printf ("%.*s ", (int) level, "######");
  for (guint i = 0; i < lines->len; i++)
    {
      const FeuSelection *line = &g_array_index (lines, FeuSelection, i);
      gsize               old =
          get_heading_prefix (text + line->start_bytes, text + line->end_bytes, &found);
      if (old > 0 || *prefix != '\0')
        add_edit (edits, line->start_bytes, line->start_bytes + old, prefix);
    }
  selection->start_bytes = map_offset (edits, selection->start_bytes, TRUE);
  selection->end_bytes = map_offset (edits, selection->end_bytes, TRUE);
  return edits;
}

/* ---- links ---- */

static gboolean
is_address (const char *text, const FeuSelection *selection)
{
  g_autofree char *word = g_strndup (text + selection->start_bytes,
                                     selection->end_bytes - selection->start_bytes);

  return strpbrk (word, " \n") == NULL &&
         (g_str_has_prefix (word, "https://") || g_str_has_prefix (word, "http://")) &&
         strlen (word) > strlen ("https://");
}

GPtrArray *
feu_formatting_insert_link (const char   *text,
                            gsize         length_bytes,
                            FeuSelection *selection)
{
  GPtrArray *edits = feu_text_edit_list_new ();

  if (selection->start_bytes == selection->end_bytes)
    *selection = find_word (text, length_bytes, selection->start_bytes);
  trim_space (text, selection);
  gsize start = selection->start_bytes, end = selection->end_bytes;
  if (is_address (text, selection))
    {
      add_edit (edits, start, start, "[](");
      add_edit (edits, end, end, ")");
      selection->start_bytes = selection->end_bytes = start + strlen ("[");
      return edits;
    }
  add_edit (edits, start, start, "[");
  add_edit (edits, end, end, "]()");
  selection->start_bytes = selection->end_bytes =
      end > start ? end + strlen ("[](") : start + strlen ("[");
  return edits;
}
