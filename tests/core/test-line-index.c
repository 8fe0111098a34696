/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and columns of byte offsets, against a slow count by hand.
 */
#include "config.h"

#include "feu-line-index.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
  guint       n_lines;
  gsize       starts[4];
} cases[] = {
  { "empty", "", 1, { 0 } },
  { "one-byte", "a", 1, { 0 } },
  { "no-final-newline", "a\nb", 2, { 0, 2 } },
  { "final-newline", "a\n", 2, { 0, 2 } },
  { "crlf", "a\r\nb\r\n", 3, { 0, 3, 6 } },
  { "lone-return", "a\rb", 2, { 0, 2 } },
  { "return-at-end", "a\r", 2, { 0, 2 } },
  { "newline-then-return", "a\n\rb", 3, { 0, 2, 3 } },
  { "only-newlines", "\n\n\n", 4, { 0, 1, 2, 3 } },
};

static void
test_case (gconstpointer data)
{
  gsize       i = GPOINTER_TO_SIZE (data);
  const char *text = cases[i].text;
  g_autoptr (FeuLineIndex) index = feu_line_index_new (text, strlen (text));

  g_assert_cmpuint (feu_line_index_get_n_lines (index), ==, cases[i].n_lines);
  for (guint line = 0; line < cases[i].n_lines; line++)
    g_assert_cmpuint (
        feu_line_index_get_start (index, line), ==, cases[i].starts[line]);
  g_assert_cmpuint (
      feu_line_index_get_start (index, cases[i].n_lines), ==, strlen (text));
}

static void
test_locates_in_characters (void)
{
  const char *text = "été\n日本語 x\r\n";
  guint       line = 9, column = 9;
  g_autoptr (FeuLineIndex) index = feu_line_index_new (text, strlen (text));

  feu_line_index_locate (index, 0, &line, &column);
  g_assert_cmpuint (line, ==, 0);
  g_assert_cmpuint (column, ==, 0);
  feu_line_index_locate (index, strlen ("été"), &line, &column);
  g_assert_cmpuint (line, ==, 0);
  g_assert_cmpuint (column, ==, 3);
  feu_line_index_locate (index, strlen ("été\n日本語 "), &line, &column);
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, 4);
  feu_line_index_locate (index, 10000, &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 0);
}

static void
test_every_offset (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append_c (text, "ab\r\n"[g_test_rand_int_range (0, 4)]);
  g_autoptr (FeuLineIndex) index = feu_line_index_new (text->str, text->len);
  guint line = 0;
  gsize start = 0;
  for (gsize offset = 0; offset <= text->len; offset++)
    {
      guint found_line = 0, found_column = 0;
      feu_line_index_locate (index, offset, &found_line, &found_column);
      g_assert_cmpuint (found_line, ==, line);
      g_assert_cmpuint (found_column, ==, offset - start);
      gboolean ends_line = text->str[offset] == '\n' ||
                           (text->str[offset] == '\r' && text->str[offset + 1] != '\n');
      if (ends_line)
        {
          line++;
          start = offset + 1;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/line-index/", cases[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/core/line-index/locates-in-characters",
                   test_locates_in_characters);
  g_test_add_func ("/core/line-index/every-offset", test_every_offset);
  return g_test_run ();
}
