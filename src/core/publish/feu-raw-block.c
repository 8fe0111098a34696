/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scanner for the comments and a stack of the blocks they leave open. WordPress finds
 * the comments with one regular expression; read_delimiter() is that expression by
 * hand, without its backtracking:
 *
 *   <!--\s+(/)?wp:(NAME/)?NAME\s+({...}\s+)?(/)?-->
 *
 * where NAME is "[a-z][a-z0-9_-]*" and "{...}" ends at the first "}" that white space
 * and the comment's end follow.
 */
#include "config.h"

#include "feu-raw-block.h"

#include <string.h>

typedef struct
{
  gsize    start;
  gsize    end;
  gsize    name_start;
  gsize    name_end;
  gsize    attributes_start;
  gsize    attributes_end;
  gboolean is_closer;
  gboolean is_void;
  gboolean has_namespace;
} Delimiter;

typedef struct
{
  const char *content;
  gsize       length;
  gboolean    has_no_attributes_left; /* no "} -->" from the last place it was sought */
  GPtrArray  *result;                 /* (element-type FeuRawBlock), owned */
  GPtrArray  *open;  /* (element-type FeuRawBlock), borrowed from result, outer first */
  guint       depth; /* open blocks; more than open has when they nest too deep */
} Parser;

void
feu_raw_block_free (FeuRawBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_ptr_array_unref (self->children);
  g_free (self);
}

static FeuRawBlock *
block_new (gsize start)
{
  FeuRawBlock *self = g_new0 (FeuRawBlock, 1);
  self->start_bytes = start;
  self->inner_start_bytes = self->inner_end_bytes = start;
  self->attributes_start_bytes = self->attributes_end_bytes = start;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_raw_block_free);
  return self;
}

static gboolean
is_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static gsize
skip_space (const Parser *self, gsize at)
{
  while (at < self->length && is_space (self->content[at]))
    at++;
  return at;
}

static gboolean
has_at (const Parser *self, gsize at, const char *text)
{
  gsize length = strlen (text);
  return length <= self->length - at && memcmp (self->content + at, text, length) == 0;
}

/* From the first letter of a name to behind its last character; @at for no name. */
static gsize
skip_name (const Parser *self, gsize at)
{
  if (at >= self->length || !g_ascii_islower (self->content[at]))
    return at;
  while (at < self->length &&
         (g_ascii_islower (self->content[at]) || g_ascii_isdigit (self->content[at]) ||
          self->content[at] == '_' || self->content[at] == '-'))
    at++;
  return at;
}

/* Behind the "}" that ends the attributes which begin at @at; @at when none does. */
static gsize
skip_attributes (Parser *self, gsize at)
{
  if (self->has_no_attributes_left)
    return at;
  for (const char *end = self->content + self->length,
                  *brace = memchr (self->content + at, '}', self->length - at);
       brace != NULL;
       brace = memchr (brace + 1, '}', (gsize) (end - brace - 1)))
    {
      gsize behind = (gsize) (brace - self->content) + 1;
      gsize after = skip_space (self, behind);
      if (after == behind || after >= self->length)
        continue;
      if (has_at (self, after, "-->") || has_at (self, after, "/-->"))
        return behind;
    }
  self->has_no_attributes_left = TRUE;
  return at;
}

/* @at: of "<!--". Returns FALSE when it begins an ordinary comment. */
static gboolean
read_delimiter (Parser *self, gsize at, Delimiter *out_delimiter)
{
  Delimiter found = { .start = at };
  gsize     space = at + strlen ("<!--");

  at = skip_space (self, space);
  if (at == space)
    return FALSE;
  found.is_closer = at < self->length && self->content[at] == '/';
  at += found.is_closer ? 1 : 0;
  if (!has_at (self, at, "wp:"))
    return FALSE;
  found.name_start = at + strlen ("wp:");
  at = skip_name (self, found.name_start);
  found.has_namespace =
      at > found.name_start && at < self->length && self->content[at] == '/';
  gsize name = found.has_namespace ? at + 1 : found.name_start;
  found.name_end = skip_name (self, name);
  at = skip_space (self, found.name_end);
  if (found.name_end == name || at == found.name_end)
    return FALSE;

  found.attributes_start = found.attributes_end = at;
  if (at < self->length && self->content[at] == '{')
    {
      found.attributes_end = skip_attributes (self, at);
      at = skip_space (self, found.attributes_end);
    }
  found.is_void = at < self->length && self->content[at] == '/';
  at += found.is_void ? 1 : 0;
  if (!has_at (self, at, "-->"))
    return FALSE;
  found.end = at + strlen ("-->");
  *out_delimiter = found;
  return TRUE;
}

static gboolean
find_delimiter (Parser *self, gsize at, Delimiter *out_delimiter)
{
  while (at < self->length)
    {
      const char *found =
          memmem (self->content + at, self->length - at, "<!--", strlen ("<!--"));
      if (found == NULL)
        return FALSE;
      at = (gsize) (found - self->content);
      if (read_delimiter (self, at, out_delimiter))
        return TRUE;
      at += strlen ("<!--");
    }
  return FALSE;
}

/* What stands from @start to @end outside of all blocks. */
static void
add_html (Parser *self, gsize start, gsize end)
{
  if (start == end)
    return;
  FeuRawBlock *block = block_new (start);
  block->end_bytes = block->inner_end_bytes = end;
  block->is_closed = TRUE;
  g_ptr_array_add (self->result, block);
}

static void
open_block (Parser *self, const Delimiter *delimiter)
{
  FeuRawBlock *block = block_new (delimiter->start);
  gsize        length = delimiter->name_end - delimiter->name_start;

  block->name = g_strdup_printf ("%s%.*s",
                                 delimiter->has_namespace ? "" : "core/",
                                 (int) MIN (length, 1000),
                                 self->content + delimiter->name_start);
  block->attributes_start_bytes = delimiter->attributes_start;
  block->attributes_end_bytes = delimiter->attributes_end;
  block->inner_start_bytes = block->inner_end_bytes = delimiter->end;
  block->end_bytes = delimiter->end;
  block->is_closed = delimiter->is_void;
  FeuRawBlock *parent =
      self->open->len > 0 ? g_ptr_array_index (self->open, self->open->len - 1) : NULL;
  g_ptr_array_add (parent != NULL ? parent->children : self->result, block);
  if (!delimiter->is_void)
    g_ptr_array_add (self->open, block);
}

static void
close_block (Parser *self, gsize inner_end, gsize end, gboolean is_closed)
{
  FeuRawBlock *block = g_ptr_array_index (self->open, self->open->len - 1);

  block->inner_end_bytes = inner_end;
  block->end_bytes = end;
  block->is_closed = is_closed;
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

/* One comment: opens, closes, or does both; beyond the limit it only counts. */
static void
take_delimiter (Parser *self, const Delimiter *delimiter)
{
  gboolean is_too_deep = self->depth >= FEU_RAW_BLOCK_MAX_DEPTH;

  if (delimiter->is_void)
    {
      if (!is_too_deep)
        open_block (self, delimiter);
    }
  else if (!delimiter->is_closer)
    {
      if (!is_too_deep)
        open_block (self, delimiter);
      self->depth++;
    }
  else
    {
      if (self->depth == self->open->len)
        close_block (self, delimiter->start, delimiter->end, TRUE);
      self->depth--;
    }
}

GPtrArray *
feu_raw_block_parse (const char *content, gsize length_bytes)
{
  g_return_val_if_fail (content != NULL || length_bytes == 0, NULL);
  Parser    self = { .content = content, .length = length_bytes };
  Delimiter delimiter = { 0 };
  gsize     done = 0; /* end of what is in the result, while no block is open */
  gsize     at = 0;

  self.result = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_raw_block_free);
  self.open = g_ptr_array_new ();
  while (find_delimiter (&self, at, &delimiter))
    {
      /* Void wins over closing, as it does in WordPress. */
      if (self.depth == 0 && delimiter.is_closer && !delimiter.is_void)
        break;
      if (self.depth == 0)
        add_html (&self, done, delimiter.start);
      take_delimiter (&self, &delimiter);
      at = done = delimiter.end;
    }
  if (self.depth == 0)
    add_html (&self, done, length_bytes);
  while (self.open->len > 0)
    close_block (&self, length_bytes, length_bytes, FALSE);
  g_ptr_array_unref (self.open);
  return self.result;
}

gsize
feu_raw_block_find_end (const char *content, gsize length_bytes)
{
  g_return_val_if_fail (content != NULL || length_bytes == 0, 0);
  Parser    self = { .content = content, .length = length_bytes };
  Delimiter delimiter = { 0 };
  gsize     depth = 0;

  for (gsize at = 0; find_delimiter (&self, at, &delimiter); at = delimiter.end)
    {
      if (depth == 0 &&
          (delimiter.start > 0 || (delimiter.is_closer && !delimiter.is_void)))
        return 0;
      if (!delimiter.is_void)
        depth = delimiter.is_closer ? depth - 1 : depth + 1;
      if (depth == 0)
        return delimiter.end;
    }
  return 0;
}

gboolean
feu_raw_block_is (const FeuRawBlock *self, const char *name)
{
  return self->name != NULL && g_str_has_prefix (self->name, "core/") &&
         strcmp (self->name + strlen ("core/"), name) == 0;
}
