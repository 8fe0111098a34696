/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works on the bytes of the two blocks: nothing is parsed that could be written
 * otherwise. What is not exactly as expected stays as @markup has it.
 */
#include "config.h"

#include "feu-post-graft.h"

#include "feu-post-graft-image.h"
#include "feu-raw-block.h"

#include <string.h>

/* One block and its parts: comment, line end, start tag of the outer element, the rest.
 */
typedef struct
{
  GPtrArray         *blocks; /* owned */
  const FeuRawBlock *block;  /* borrowed */
  gsize              tag_start;
  gsize              tag_end;
} Parts;

static void
clear_parts (Parts *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

static gboolean
read_parts (Parts *self, const char *content)
{
  self->blocks = feu_raw_block_parse (content, strlen (content));
  self->block = self->blocks->len == 1 ? g_ptr_array_index (self->blocks, 0) : NULL;
  if (self->block == NULL || self->block->name == NULL || !self->block->is_closed)
    return FALSE;
  const char *inner = content + self->block->inner_start_bytes;
  const char *tag = inner + strspn (inner, " \t\r\n");
  const char *end = *tag == '<' && g_ascii_isalpha (tag[1]) ? strchr (tag, '>') : NULL;
  if (end == NULL || (gsize) (end - content) >= self->block->inner_end_bytes)
    return FALSE;
  self->tag_start = (gsize) (tag - content);
  self->tag_end = (gsize) (end - content) + 1;
  return TRUE;
}

static gboolean
has_same_element (const char *a, const char *b)
{
  gsize length = strcspn (a, " \t\r\n>/");
  return length > 1 && length == strcspn (b, " \t\r\n>/") &&
         strncmp (a, b, length) == 0;
}

/* Blocks whose comment and outer tag say nothing that Markdown says, too. */
static gboolean
can_keep_opening (const FeuRawBlock *block, const char *tag)
{
  if (feu_raw_block_is (block, "list"))
    return g_str_has_prefix (tag, "<ul");
  return feu_raw_block_is (block, "paragraph") || feu_raw_block_is (block, "quote") ||
         feu_raw_block_is (block, "table");
}

static gsize
count_marks (const char *markdown)
{
  return strspn (markdown, "#");
}

/* Headings: the level is in all three places, and the writer of markup may shift it. */
static gboolean
can_keep_heading (const FeuRawBlock *block, const char *old_text, const char *new_text)
{
  return feu_raw_block_is (block, "heading") && count_marks (old_text) > 0 &&
         count_marks (old_text) == count_marks (new_text);
}

/* The opening of @old with what is in @new. */
static char *
join_opening (const char *raw, const Parts *old, const char *markup, const Parts *new)
{
  return g_strdup_printf ("%.*s%s", (int) old->tag_end, raw, markup + new->tag_end);
}

static char *
join_heading (const char *raw, const Parts *old, const char *markup, const Parts *new)
{
  const char *end = markup + new->block->inner_end_bytes;
  const char *close = g_strrstr_len (markup, end - markup, "</");
  gsize       level = old->tag_start + strlen ("<h");

  if (close == NULL || close < markup + new->tag_end)
    return NULL;
  return g_strdup_printf ("%.*s%.*s</h%c>%s",
                          (int) old->tag_end,
                          raw,
                          (int) (close - markup - (gssize) new->tag_end),
                          markup + new->tag_end,
                          raw[level],
                          "\n<!-- /wp:heading -->");
}

/* (nullable): the start tag in @raw of a link whose href, as written, is @href. */
static char *
find_link (const char *raw, const char *href, gsize length)
{
  for (const char *at = strstr (raw, "<a "); at != NULL; at = strstr (at + 1, "<a "))
    {
      const char *end = strchr (at, '>');
      const char *found = strstr (at, " href=\"");
      if (end == NULL || found == NULL || found > end)
        continue;
      found += strlen (" href=\"");
      if (strncmp (found, href, length) == 0 && found[length] == '"' &&
          memchr (at, '\n', (gsize) (end - at)) == NULL)
        return g_strndup (at, (gsize) (end - at) + 1);
    }
  return NULL;
}

/* Gives the links of @markup the attributes that those of @raw have. */
static char *
keep_links (const char *raw, const char *markup)
{
  static const char mark[] = "<a href=\"";
  GString          *out = g_string_new (NULL);

  for (const char *at = markup;;)
    {
      const char *link = strstr (at, mark);
      if (link == NULL)
        {
          g_string_append (out, at);
          return g_string_free (out, FALSE);
        }
      const char *href = link + strlen (mark);
      gsize       length = strcspn (href, "\"");
      g_string_append_len (out, at, link - at);
      /* Only where the link has no title: that is said in Markdown. */
      g_autofree char *tag = g_str_has_prefix (href + length, "\">")
                                 ? find_link (raw, href, length)
                                 : NULL;
      at = tag != NULL ? href + length + strlen ("\">") : href;
      g_string_append (out, tag != NULL ? tag : mark);
    }
}

/* Brackets that were in @raw as they are, as shortcodes are, stay so. */
static char *
keep_brackets (const char *raw, char *take_markup)
{
  static const char mark[] = "&#91;";
  GString          *out = g_string_new (NULL);

  for (const char *at = take_markup;;)
    {
      const char *found = strstr (at, mark);
      const char *rest = found != NULL ? found + strlen (mark) : NULL;
      if (found == NULL)
        {
          g_string_append (out, at);
          g_free (take_markup);
          return g_string_free (out, FALSE);
        }
      g_autofree char *code =
          g_strdup_printf ("[%.*s]", (int) strcspn (rest, "]<\n"), rest);
      g_string_append_len (out, at, found - at);
      g_string_append (out, strstr (raw, code) != NULL ? "[" : mark);
      at = rest;
    }
}

/* Removes the row of empty headings that Markdown could not do without. */
static char *
drop_empty_head (const char *raw, char *take_markup)
{
  const char *head = strstr (take_markup, "<thead>");
  const char *end = head != NULL ? strstr (head, "</thead>") : NULL;

  if (end == NULL || strstr (raw, "<thead") != NULL)
    return take_markup;
  for (const char *at = head; at < end; at++)
    {
      if (*at != '<')
        return take_markup;
      at = strchr (at, '>');
    }
  char *without = g_strdup_printf (
      "%.*s%s", (int) (head - take_markup), take_markup, end + strlen ("</thead>"));
  g_free (take_markup);
  return without;
}

char *
feu_post_graft (const char *raw,
                const char *old_text,
                const char *new_text,
                const char *markup)
{
  g_auto (Parts) old = { 0 };
  g_auto (Parts) new = { 0 };
  g_autofree char *linked = keep_brackets (raw, keep_links (raw, markup));
  char            *result = NULL;

  if (!read_parts (&old, raw) || !read_parts (&new, linked) ||
      strcmp (old.block->name, new.block->name) != 0)
    return g_steal_pointer (&linked);
  if (feu_raw_block_is (old.block, "image"))
    result = feu_post_graft_image (raw, linked);
  else if (can_keep_heading (old.block, old_text, new_text))
    result = join_heading (raw, &old, linked, &new);
  else if (can_keep_opening (old.block, raw + old.tag_start) &&
           has_same_element (raw + old.tag_start, linked + new.tag_start))
    result = join_opening (raw, &old, linked, &new);
  if (result == NULL)
    result = g_steal_pointer (&linked);
  return feu_raw_block_is (old.block, "table") ? drop_empty_head (raw, result) : result;
}
