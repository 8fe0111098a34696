/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any text becomes an article whose blocks are valid and inert, whose images and
 * headings are where they say, and whose difference from the text before is right.
 */
#include "config.h"

#include <stdint.h>

#include "feu-article.h"
#include "feu-block-diff.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The value of an attribute may hold anything; what is no value must not. */
static void
check_tag (const char *tag, const char *end)
{
  gboolean in_value = FALSE;

  g_assert_true (g_ascii_strncasecmp (tag, "<script", 7) != 0);
  for (const char *at = tag; at < end; at++)
    {
      if (*at == '"')
        in_value = !in_value;
      if (in_value || *at != ' ')
        continue;
      g_assert_true (g_ascii_strncasecmp (at, " on", 3) != 0);
      for (const char *const *name =
               (const char *const[]){ " href=\"", " src=\"", NULL };
           *name != NULL;
           name++)
        if (g_str_has_prefix (at, *name))
          g_assert_true (g_ascii_strncasecmp (at + strlen (*name), "javascript:", 11) !=
                         0);
    }
}

static void
check_block (const FeuBlock *block)
{
  g_assert_cmpuint (strlen (block->html), ==, block->html_length);
  g_assert_true (g_utf8_validate (block->html, -1, NULL));
  g_assert_cmpuint (block->start_line, <=, block->end_line);
  for (const char *tag = strchr (block->html, '<'); tag != NULL;
       tag = strchr (tag, '<'))
    {
      const char *end = strchr (tag, '>');
      g_assert_nonnull (end);
      check_tag (tag, end);
      tag = end;
    }
}

static void
check_images (const FeuArticle *article)
{
  const GPtrArray *blocks = feu_article_get_blocks (article);
  const GPtrArray *images = feu_article_get_images (article);
  gsize            length = 0;
  const char      *text = feu_article_get_text (article, &length);

  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageRef *image = g_ptr_array_index (images, i);
      g_assert_cmpuint (image->block, <, blocks->len);
      const FeuBlock *block = g_ptr_array_index (blocks, image->block);
      g_assert_cmpuint (image->html_start, <, image->html_end);
      g_assert_cmpuint (image->html_end, <=, block->html_length);
      g_assert_true (block->html[image->html_start] == '<');
      g_assert_true (block->html[image->html_end - 1] == '>');
      g_assert_cmpuint (image->start_bytes, <=, image->end_bytes);
      g_assert_cmpuint (image->end_bytes, <=, length);
      if (image->start_bytes == image->end_bytes)
        continue;
      g_assert_true (g_str_has_prefix (text + image->start_bytes, "!["));
      g_assert_true (text[image->end_bytes - 1] == ')');
    }
}

static void
check_headings (const FeuArticle *article)
{
  const GPtrArray *headings = feu_article_get_headings (article);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < headings->len; i++)
    {
      const FeuHeading *heading = g_ptr_array_index (headings, i);
      g_assert_true (*heading->id != '\0');
      g_assert_true (g_hash_table_add (ids, heading->id));
    }
}

static void
append_blocks (GString *html, const GPtrArray *blocks, guint first, guint last)
{
  for (guint i = first; i < last; i++)
    g_string_append (html, ((const FeuBlock *) g_ptr_array_index (blocks, i))->html);
}

static void
check_diff (const GPtrArray *before, const GPtrArray *after)
{
  FeuBlockDiff diff = feu_block_diff (before, after);
  g_autoptr (GString) patched = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  append_blocks (patched, before, 0, diff.first);
  append_blocks (patched, after, diff.first, diff.first + diff.n_inserted);
  append_blocks (patched, before, diff.first + diff.n_removed, before->len);
  append_blocks (expected, after, 0, after->len);
  g_assert_cmpstr (patched->str, ==, expected->str);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* Valid and without nuls, as a document's loader gives it. */
  char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  gsize length = strlen (text);
  char *shorter = g_utf8_substring (text, 0, g_utf8_strlen (text, -1) * 2 / 3);
  gsize shorter_length = strlen (shorter);
  g_autoptr (FeuArticle) article = feu_article_new (text, length, 1);
  g_autoptr (FeuArticle) before = feu_article_new (shorter, shorter_length, 2);
  const GPtrArray *blocks = feu_article_get_blocks (article);

  for (guint i = 0; i < blocks->len; i++)
    check_block (g_ptr_array_index (blocks, i));
  check_images (article);
  check_headings (article);
  check_diff (feu_article_get_blocks (before), blocks);
  return 0;
}
