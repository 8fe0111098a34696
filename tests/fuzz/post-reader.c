/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading any content keeps every byte of it; blocks are whole and in order.
 */
#include "config.h"

#include <stdint.h>

#include "feu-post-reader.h"
#include "feu-raw-block.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_blocks (const GPtrArray *blocks, gsize start, gsize end, gboolean is_whole)
{
  gsize at = start;

  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuRawBlock *block = g_ptr_array_index (blocks, i);
      g_assert_cmpuint (block->start_bytes, >=, at);
      g_assert_true (!is_whole || block->start_bytes == at);
      g_assert_cmpuint (block->inner_start_bytes, >=, block->start_bytes);
      g_assert_cmpuint (block->inner_end_bytes, >=, block->inner_start_bytes);
      g_assert_cmpuint (block->end_bytes, >=, block->inner_end_bytes);
      check_blocks (
          block->children, block->inner_start_bytes, block->inner_end_bytes, FALSE);
      at = block->end_bytes;
    }
  g_assert_cmpuint (at, <=, end);
  g_assert_true (!is_whole || at == end);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) blocks = feu_raw_block_parse ((const char *) data, size);
  check_blocks (blocks, 0, size, TRUE);

  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *content = g_utf8_make_valid (text, -1);
  g_autoptr (FeuPostSource) source = feu_post_read (content, content, NULL, NULL);
  g_autofree char *again = feu_post_source_dup_content (source);
  g_assert_cmpstr (again, ==, content);
  g_autofree char *body = feu_post_source_dup_body (source);
  g_assert_true (g_utf8_validate (body, -1, NULL));
  return 0;
}
