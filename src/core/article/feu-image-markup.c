/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scanner for the inline image syntax of CommonMark 0.29, §6.6: a bracketed
 * description, then an address in <> or with balanced parentheses, then perhaps a
 * title. One pass with a stack of open brackets, as cmark itself does it, so that
 * thousands of them cost no more than the text is long.
 */
#include "config.h"

#include "feu-image-markup.h"

#include <string.h>

/* As in cmark; it also bounds how far one failed address is read. */
#define MAX_PARENTHESES 32

typedef struct
{
  const char *at;
  const char *end;
} Cursor;

typedef struct
{
  const char *start;
  gboolean    is_image;
} Bracket;

typedef struct
{
  const char *text;
  Cursor      cursor;
  GArray     *open;    /* (element-type Bracket), owned */
  GArray     *found;   /* (element-type FeuImageMarkup), owned */
  GString    *address; /* owned */
} Scanner;

static gboolean
is_at (const Cursor *cursor, char byte)
{
  return cursor->at < cursor->end && *cursor->at == byte;
}

static gboolean
skip_escaped (Cursor *cursor)
{
  if (!is_at (cursor, '\\') || cursor->at + 1 >= cursor->end ||
      !g_ascii_ispunct (cursor->at[1]))
    return FALSE;
  cursor->at += 2;
  return TRUE;
}

static void
skip_space (Cursor *cursor)
{
  while (cursor->at < cursor->end && g_ascii_isspace (*cursor->at))
    cursor->at++;
}

static gboolean
read_angle_address (Cursor *cursor, GString *address)
{
  cursor->at++;
  while (cursor->at < cursor->end)
    {
      if (skip_escaped (cursor))
        {
          g_string_append_c (address, cursor->at[-1]);
          continue;
        }
      char byte = *cursor->at++;
      if (byte == '>')
        return TRUE;
      if (byte == '<' || byte == '\n')
        return FALSE;
      g_string_append_c (address, byte);
    }
  return FALSE;
}

/* Up to white space or the ")" that ends the image. */
static gboolean
read_plain_address (Cursor *cursor, GString *address)
{
  int depth = 0;

  while (cursor->at < cursor->end && depth <= MAX_PARENTHESES)
    {
      if (skip_escaped (cursor))
        {
          g_string_append_c (address, cursor->at[-1]);
          continue;
        }
      char byte = *cursor->at;
      if (g_ascii_isspace (byte) || g_ascii_iscntrl (byte) ||
          (byte == ')' && depth == 0))
        return TRUE;
      depth += (byte == '(') - (byte == ')');
      g_string_append_c (address, byte);
      cursor->at++;
    }
  return FALSE;
}

static gboolean
skip_title (Cursor *cursor)
{
  char open = *cursor->at++;
  char close = open == '(' ? ')' : open;

  if (open != '(' && open != '"' && open != '\'')
    return FALSE;
  while (cursor->at < cursor->end)
    {
      if (skip_escaped (cursor))
        continue;
      char byte = *cursor->at++;
      if (byte == close)
        return TRUE;
      if (byte == open)
        return FALSE;
    }
  return FALSE;
}

/* Reads `(url "title")`; leaves the cursor after its ")". */
static gboolean
read_target (Cursor *cursor, GString *address)
{
  g_string_truncate (address, 0);
  if (!is_at (cursor, '('))
    return FALSE;
  cursor->at++;
  skip_space (cursor);
  if (is_at (cursor, '<') ? !read_angle_address (cursor, address)
                          : !read_plain_address (cursor, address))
    return FALSE;
  const char *address_end = cursor->at;
  skip_space (cursor);
  if (cursor->at > address_end && cursor->at < cursor->end && *cursor->at != ')')
    {
      if (!skip_title (cursor))
        return FALSE;
      skip_space (cursor);
    }
  if (!is_at (cursor, ')'))
    return FALSE;
  cursor->at++;
  return TRUE;
}

static void
add_found (Scanner *scanner, const char *start, const char *end)
{
  GArray        *found = scanner->found;
  FeuImageMarkup image = { .start_bytes = (gsize) (start - scanner->text),
                           .end_bytes = (gsize) (end - scanner->text) };

  /* Images inside the description are only its text. */
  while (found->len > 0 &&
         g_array_index (found, FeuImageMarkup, found->len - 1).start_bytes >
             image.start_bytes)
    g_array_set_size (found, found->len - 1);
  image.url = g_strdup (scanner->address->str);
  g_array_append_val (found, image);
}

static void
close_bracket (Scanner *scanner)
{
  GArray *open = scanner->open;

  scanner->cursor.at++;
  if (open->len == 0)
    return;
  Bracket bracket = g_array_index (open, Bracket, open->len - 1);
  Cursor  target = scanner->cursor;
  g_array_set_size (open, open->len - 1);
  if (!read_target (&target, scanner->address))
    return;
  scanner->cursor = target;
  if (bracket.is_image)
    add_found (scanner, bracket.start, target.at);
}

static void
open_bracket (Scanner *scanner, gboolean is_image)
{
  Bracket bracket = { scanner->cursor.at, is_image };

  g_array_append_val (scanner->open, bracket);
  scanner->cursor.at += is_image ? 2 : 1;
}

static gsize
count_backticks (const Cursor *cursor)
{
  const char *at = cursor->at;

  while (at < cursor->end && *at == '`')
    at++;
  return (gsize) (at - cursor->at);
}

/* Passes over code, or over the backticks alone when as many do not follow. */
static void
skip_code (Cursor *cursor)
{
  gsize n = count_backticks (cursor);

  cursor->at += n;
  for (Cursor close = *cursor; close.at < close.end;)
    {
      gsize run = count_backticks (&close);
      close.at += MAX (run, 1);
      if (run != n)
        continue;
      *cursor = close;
      return;
    }
}

static void
clear_markup (gpointer markup)
{
  g_free (((FeuImageMarkup *) markup)->url);
}

GArray *
feu_image_markup_find (const char *text, gsize from_bytes, gsize limit_bytes)
{
  Scanner scanner = { .text = text,
                      .cursor = { text + from_bytes, text + limit_bytes } };
  Cursor *cursor = &scanner.cursor;

  scanner.open = g_array_new (FALSE, FALSE, sizeof (Bracket));
  scanner.found = g_array_new (FALSE, FALSE, sizeof (FeuImageMarkup));
  g_array_set_clear_func (scanner.found, clear_markup);
  scanner.address = g_string_new (NULL);
  while (cursor->at < cursor->end)
    {
      if (skip_escaped (cursor))
        continue;
      if (*cursor->at == '`')
        skip_code (cursor);
      else if (*cursor->at == '!' && cursor->at + 1 < cursor->end &&
               cursor->at[1] == '[')
        open_bracket (&scanner, /* is_image= */ TRUE);
      else if (*cursor->at == '[')
        open_bracket (&scanner, /* is_image= */ FALSE);
      else if (*cursor->at == ']')
        close_bracket (&scanner);
      else
        cursor->at++;
    }
  g_array_unref (scanner.open);
  g_string_free (scanner.address, TRUE);
  return scanner.found;
}
