/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a new figure goes. The blocks tell what belongs together (a list, a code block
 * with blank lines), so that a figure never lands inside.
 */
#include "config.h"

#include "feu-image-insertion.h"

#include "feu-image-text.h"
#include "feu-line-index.h"

#include <string.h>

static gsize
find_body_start (const FeuArticle *article)
{
  const FeuMetadata *metadata = feu_article_get_metadata (article);
  return feu_front_matter_get_body_start (feu_metadata_get_front_matter (metadata));
}

/* The offset after the block that has @line, or where @line begins between blocks. */
static gsize
find_gap (const FeuArticle *article, const FeuLineIndex *lines, guint line)
{
  const GPtrArray *blocks = feu_article_get_blocks (article);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, i);
      if (block->start_line <= line && line <= block->end_line)
        return feu_line_index_get_start (lines, block->end_line + 1);
    }
  return feu_line_index_get_start (lines, line);
}

static gsize
count_newlines_before (const char *text, gsize at)
{
  gsize n = 0;

  while (at > 0 && (text[at - 1] == '\n' || text[at - 1] == '\r'))
    {
      at -= at >= 2 && memcmp (text + at - 2, "\r\n", 2) == 0 ? 2 : 1;
      n++;
    }
  return n;
}

static gboolean
ends_line (const char *at)
{
  return *at == '\n' || *at == '\r';
}

FeuTextEdit *
feu_image_insertion_new (const FeuArticle *article,
                         gsize             caret_bytes,
                         const char       *src,
                         const char       *alt)
{
  g_return_val_if_fail (article != NULL && src != NULL, NULL);
  gsize       length = 0;
  const char *text = feu_article_get_text (article, &length);
  const char *newline = strstr (text, "\r\n") != NULL ? "\r\n" : "\n";
  gsize       body_start = find_body_start (article);
  guint       line = 0;
  guint       column = 0;
  g_autoptr (FeuLineIndex) lines = feu_line_index_new (text, length);

  feu_line_index_locate (
      lines, CLAMP (caret_bytes, body_start, length), &line, &column);
  gsize at = MAX (find_gap (article, lines, line), body_start);

  gsize            n_before = at == 0 ? 2 : count_newlines_before (text, at);
  g_autofree char *description = feu_image_text_dup_alt (alt != NULL ? alt : "");
  g_autofree char *address = feu_image_text_dup_address (src);
  GString         *figure = g_string_new (NULL);
  for (gsize n = n_before; n < 2; n++)
    g_string_append (figure, newline);
  g_string_append_printf (figure, "![%s](%s)%s", description, address, newline);
  if (at < length && !ends_line (text + at))
    g_string_append (figure, newline);
  FeuTextEdit *edit = feu_text_edit_new (at, at, figure->str);
  g_string_free (figure, TRUE);
  return edit;
}
