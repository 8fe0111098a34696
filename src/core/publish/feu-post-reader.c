/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Block by block. Every byte goes somewhere: into a piece, or behind the piece before.
 */
#include "config.h"

#include "feu-post-reader.h"

#include "feu-post-classic.h"
#include "feu-post-flow.h"
#include "feu-post-notes.h"
#include "feu-raw-block.h"

#include <string.h>

/* The blocks whose HTML says all there is, and which blocks may be in them. Others have
 * HTML that looks the same and means something else. */
static const char *const readable[] = {
  "paragraph", "heading",   "list",  "list-item", "quote", "code",
  "table",     "separator", "image", "gallery",   "embed", NULL,
};

typedef struct
{
  const char    *content; /* borrowed */
  FeuPostSource *source;  /* owned */
  FeuPostContext context;
  GString       *between; /* what goes behind the last piece; owned */
} Reader;

static gboolean
is_readable (const FeuRawBlock *block)
{
  gboolean is_known = FALSE;

  for (guint i = 0; readable[i] != NULL; i++)
    is_known |= feu_raw_block_is (block, readable[i]);
  for (guint i = 0; i < block->children->len && is_known; i++)
    is_known = is_readable (g_ptr_array_index (block->children, i));
  return is_known && block->is_closed;
}

static char *
dup_newlines (const char *text, gsize length_bytes)
{
  GString *clean = g_string_new_len (text, (gssize) length_bytes);
  g_string_replace (clean, "\r\n", "\n", 0);
  g_string_replace (clean, "\r", "\n", 0);
  return g_string_free (clean, FALSE);
}

/* (nullable): the Markdown of a block with readable HTML; "" when it shows nothing. */
static char *
dup_readable (const Reader *self, const FeuRawBlock *block)
{
  const char *inner = self->content + block->inner_start_bytes;
  gsize       length = block->inner_end_bytes - block->inner_start_bytes;
  g_autoptr (xmlDoc) document = feu_post_html_parse (inner, length);

  if (document == NULL)
    return NULL;
  xmlNode       *first = feu_post_html_get_first (document);
  const xmlNode *only = feu_post_html_skip_nothing (first);
  if (only != NULL && feu_post_html_skip_nothing (only->next) != NULL)
    return NULL;
  return feu_post_flow_dup (first, NULL, &self->context);
}

/* (nullable): plain HTML without its comments, where Markdown reads that as one block
 * whatever follows. */
static char *
dup_plain_html (const Reader *self, const FeuRawBlock *block)
{
  const char      *inner = self->content + block->inner_start_bytes;
  gsize            length = block->inner_end_bytes - block->inner_start_bytes;
  g_autofree char *clean = dup_newlines (inner, length);
  char            *html = g_strstrip (clean);

  if (block->attributes_end_bytes > block->attributes_start_bytes ||
      block->children->len > 0 || strstr (html, "<!--") != NULL ||
      !feu_post_classic_is_block (html))
    return NULL;
  for (const char *line = html; line != NULL; line = strchr (line + 1, '\n'))
    if (line > html && strspn (line + 1, " \t") == strcspn (line + 1, "\n"))
      return NULL;
  return g_strdup (html);
}

static gboolean
is_more (const Reader *self, const FeuRawBlock *block)
{
  gsize            length = block->inner_end_bytes - block->inner_start_bytes;
  g_autofree char *inner = g_strndup (self->content + block->inner_start_bytes, length);
  return strcmp (g_strstrip (inner), "<!--more-->") == 0 &&
         block->attributes_end_bytes == block->attributes_start_bytes;
}

static char *
dup_block (const Reader *self, const FeuRawBlock *block)
{
  char *markdown = NULL;

  if (is_readable (block))
    markdown = dup_readable (self, block);
  else if (feu_raw_block_is (block, "html") && block->is_closed)
    markdown = dup_plain_html (self, block);
  else if (feu_raw_block_is (block, "more") && is_more (self, block))
    markdown = g_strdup ("<!--more-->");
  else if (feu_raw_block_is (block, "footnotes") && self->context.note_labels != NULL)
    markdown = g_strdup ("");
  return markdown != NULL ? markdown
                          : dup_newlines (self->content + block->start_bytes,
                                          block->end_bytes - block->start_bytes);
}

/* Whether @markdown begins as lists do; then with which mark. */
static char
get_list_mark (const char *markdown)
{
  gsize digits = strspn (markdown, "0123456789");
  char  mark = markdown[digits];

  if (digits == 0)
    return (mark == '-' || mark == '*') && markdown[1] == ' ' ? mark : '\0';
  return (mark == '.' || mark == ')') && markdown[digits + 1] == ' ' ? mark : '\0';
}

static void
end_piece (Reader *self)
{
  GPtrArray *pieces = self->source->pieces;
  char     **place = &self->source->lead;

  if (pieces->len > 0)
    place = &((FeuPostPiece *) g_ptr_array_index (pieces, pieces->len - 1))->after;
  g_free (*place);
  *place = g_strdup (self->between->str);
  g_string_truncate (self->between, 0);
}

static void
add_piece (Reader *self, gsize start, gsize end, char *take_markdown)
{
  if (*take_markdown == '\0')
    {
      g_string_append_len (
          self->between, self->content + start, (gssize) (end - start));
      g_free (take_markdown);
      return;
    }
  end_piece (self);
  feu_post_source_add_piece (
      self->source, g_strndup (self->content + start, end - start), take_markdown);
}

/* Lists of the same mark that follow each other would be one. */
static gboolean
would_join (const Reader *self, const char *markdown)
{
  const GPtrArray *pieces = self->source->pieces;

  if (pieces->len == 0)
    return FALSE;
  const FeuPostPiece *last = g_ptr_array_index (pieces, pieces->len - 1);
  char                mark = get_list_mark (markdown);
  return mark != '\0' && mark == get_list_mark (last->markdown);
}

static void
read_block (Reader *self, const FeuRawBlock *block)
{
  char *markdown = dup_block (self, block);

  if (would_join (self, markdown))
    {
      g_free (markdown);
      self->context.uses_other_marks = TRUE;
      markdown = dup_block (self, block);
      self->context.uses_other_marks = FALSE;
    }
  add_piece (self, block->start_bytes, block->end_bytes, markdown);
}

static char *
dup_passage (const Reader *self, gsize start, gsize length)
{
  const char *html = self->content + start;
  char       *markdown = feu_post_classic_dup (html, length, &self->context);
  return markdown != NULL ? markdown : dup_newlines (html, length);
}

/* What stands outside of blocks. */
static void
read_html (Reader *self, const FeuRawBlock *block)
{
  const char *html = self->content + block->start_bytes;
  gsize       length = block->end_bytes - block->start_bytes;
  gsize       done = 0;
  g_autoptr (GArray) passages = feu_post_classic_split (html, length);

  for (guint i = 0; i < passages->len; i++)
    {
      FeuPostPassage passage = g_array_index (passages, FeuPostPassage, i);
      gsize          start = block->start_bytes + passage.start_bytes;
      gsize          size = passage.end_bytes - passage.start_bytes;
      g_string_append_len (
          self->between, html + done, (gssize) (passage.start_bytes - done));
      char *markdown = dup_passage (self, start, size);
      if (would_join (self, markdown))
        {
          g_free (markdown);
          self->context.uses_other_marks = TRUE;
          markdown = dup_passage (self, start, size);
          self->context.uses_other_marks = FALSE;
        }
      add_piece (self, start, start + size, markdown);
      done = passage.end_bytes;
    }
  g_string_append_len (self->between, html + done, (gssize) (length - done));
}

FeuPostSource *
feu_post_read (const char       *content,
               const char       *footnotes,
               FeuPostImageNamer namer,
               gpointer          namer_data)
{
  g_return_val_if_fail (content != NULL && footnotes != NULL, NULL);
  Reader self = { .content = content, .between = g_string_new (NULL) };
  g_autoptr (GPtrArray) blocks = feu_raw_block_parse (content, strlen (content));
  g_autoptr (GHashTable) labels = feu_post_notes_label (content, footnotes);

  self.source = feu_post_source_new ();
  self.context.namer = namer;
  self.context.namer_data = namer_data;
  self.context.note_labels = labels;
  self.source->is_classic = TRUE;
  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuRawBlock *block = g_ptr_array_index (blocks, i);
      self.source->is_classic &= block->name == NULL;
      if (block->name != NULL)
        read_block (&self, block);
      else
        read_html (&self, block);
    }
  end_piece (&self);
  feu_post_notes_read (self.source, footnotes, &self.context);
  g_string_free (self.between, TRUE);
  return self.source;
}
