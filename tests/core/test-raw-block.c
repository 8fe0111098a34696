/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-raw-block.h"

#include <string.h>

/* The names of @blocks and of those inside, "-" for what is between blocks. */
static void
append_names (GString *names, const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuRawBlock *block = g_ptr_array_index (blocks, i);
      g_string_append_printf (
          names, "%s%s", i > 0 ? " " : "", block->name != NULL ? block->name : "-");
      if (!block->is_closed)
        g_string_append_c (names, '!');
      if (block->children->len == 0)
        continue;
      g_string_append_c (names, '(');
      append_names (names, block->children);
      g_string_append_c (names, ')');
    }
}

static void
check_whole (const GPtrArray *blocks, gsize length)
{
  gsize at = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuRawBlock *block = g_ptr_array_index (blocks, i);
      g_assert_cmpuint (block->start_bytes, ==, at);
      g_assert_cmpuint (block->end_bytes, >, at);
      at = block->end_bytes;
    }
  g_assert_cmpuint (at, ==, length);
}

/* What WordPress 6.1, 6.8 and 7.1 make of these is what is wanted here. */
static const struct
{
  const char *name;
  const char *content;
  const char *blocks;
} cases[] = {
  { "empty", "", "" },
  { "text", "x", "-" },
  { "one",
    "<!-- wp:paragraph -->\n<p>x</p>\n<!-- /wp:paragraph -->",
    "core/paragraph" },
  { "void", "<!-- wp:latest-posts /-->", "core/latest-posts" },
  { "namespace", "<!-- wp:my-1_plugin/box-2 /-->", "my-1_plugin/box-2" },
  { "between", "a<!-- wp:x /-->\n\n<!-- wp:y /-->b", "- core/x - core/y -" },
  { "nested",
    "<!-- wp:a --><!-- wp:b --><!-- wp:c /--><!-- /wp:b -->x<!-- wp:d /--><!-- /wp:a "
    "-->",
    "core/a(core/b(core/c) core/d)" },
  { "other-closer", "<!-- wp:a -->x<!-- /wp:b --><!-- wp:c /-->", "core/a core/c" },
  { "open", "x<!-- wp:a -->y<!-- wp:b -->z<!-- /wp:b -->", "- core/a!(core/b)" },
  { "stray-closer", "x<!-- /wp:a --><!-- wp:b /-->", "-" },
  { "closer-behind", "<!-- wp:a /-->x<!-- /wp:a -->y", "core/a -" },
  { "void-closer", "<!-- /wp:a /-->x", "core/a -" },
  { "attributes", "<!-- wp:a {\"b\":{\"c\":\"} x\"}} -->x<!-- /wp:a -->", "core/a" },
  { "attributes-mark", "<!-- wp:a {\"b\":\"} /--> -->\"} /-->", "core/a -" },
  { "attributes-open", "<!-- wp:a {\"b\":1 --> <!-- wp:b /-->", "- core/b" },
  { "attributes-no-space", "<!-- wp:a {\"b\":1}-->", "-" },
  { "attributes-lines", "<!-- wp:a\n{\"b\":\n1}\n/-->", "core/a" },
  { "no-space", "<!--wp:a /--><!-- wp:b/--><!-- wp:c/d/e /--><!-- wp: /-->", "-" },
  { "upper-case", "<!-- wp:A /--><!-- WP:a /--><!-- wp:-a /-->", "-" },
  { "comment", "<!-- a --><!-- wp:b /--><!-- <!-- wp:c /-->", "- core/b - core/c" },
  { "cut", "<!-- wp:a {\"b\":", "-" },
  { "cut-mark", "<!-- wp:a --", "-" },
  { "cut-name", "<!-- wp:a", "-" },
  { "cut-start", "<!--", "-" },
  { "white-space", "<!--\t\f\n\v wp:a \r\n/-->", "core/a" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  gsize length = strlen (cases[i].content);
  g_autoptr (GPtrArray) blocks = feu_raw_block_parse (cases[i].content, length);
  g_autoptr (GString) names = g_string_new (NULL);

  append_names (names, blocks);
  g_assert_cmpstr (names->str, ==, cases[i].blocks);
  check_whole (blocks, length);
}

static void
assert_part (const char *content, gsize start, gsize end, const char *expected)
{
  g_autofree char *part = g_strndup (content + start, end - start);
  g_assert_cmpstr (part, ==, expected);
}

static void
test_parts (void)
{
  const char *content = "x<!-- wp:a {\"b\":1} -->y<!-- wp:c /--><!-- /wp:a -->z";
  g_autoptr (GPtrArray) blocks = feu_raw_block_parse (content, strlen (content));
  const FeuRawBlock *block = g_ptr_array_index (blocks, 1);

  assert_part (
      content, block->attributes_start_bytes, block->attributes_end_bytes, "{\"b\":1}");
  assert_part (
      content, block->inner_start_bytes, block->inner_end_bytes, "y<!-- wp:c /-->");
  assert_part (content,
               block->start_bytes,
               block->end_bytes,
               "<!-- wp:a {\"b\":1} -->y<!-- wp:c /--><!-- /wp:a -->");
  g_assert_true (feu_raw_block_is (block, "a"));
  g_assert_false (feu_raw_block_is (block, "core/a"));
  g_assert_false (feu_raw_block_is (g_ptr_array_index (blocks, 0), "a"));
}

static void
test_bytes (void)
{
  static const char content[] = "\xff\0<!-- wp:a -->\0\xfe<!-- /wp:a -->\0";
  gsize             length = sizeof content - 1;
  g_autoptr (GPtrArray) blocks = feu_raw_block_parse (content, length);

  g_assert_cmpuint (blocks->len, ==, 3);
  check_whole (blocks, length);
}

/* Deep nesting, and beginnings of comments that never end, in linear time. */
static void
test_hostile (gconstpointer data)
{
  const char *part = data;
  g_autoptr (GString) content = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append (content, part);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) blocks = feu_raw_block_parse (content->str, content->len);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  check_whole (blocks, content->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/raw-block/", cases[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/core/raw-block/parts", test_parts);
  g_test_add_func ("/core/raw-block/any-bytes", test_bytes);
  g_test_add_data_func ("/core/raw-block/deep", "<!-- wp:a -->", test_hostile);
  g_test_add_data_func ("/core/raw-block/unclosed", "<!-- wp:a {", test_hostile);
  g_test_add_data_func ("/core/raw-block/braces", "<!-- wp:a {}", test_hostile);
  g_test_add_data_func ("/core/raw-block/closers", "<!-- /wp:a -->", test_hostile);
  return g_test_run ();
}
