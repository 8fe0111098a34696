/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner alone; with cmark beside it, it is tested in test-markdown-images.c.
 */
#include "config.h"

#include "feu-image-markup.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *text;
  const char *found; /* "start-end url" of each, joined by "; " */
} cases[] = {
  { "empty", "", "" },
  { "one-byte", "!", "" },
  { "cut-after-bracket", "![", "" },
  { "cut-after-description", "![a]", "" },
  { "cut-after-parenthesis", "![a](", "" },
  { "cut-in-address", "![a](b", "" },
  { "cut-in-angle", "![a](<b", "" },
  { "cut-in-title", "![a](b \"c", "" },
  { "cut-after-title", "![a](b \"c\"", "" },
  { "cut-after-backslash", "![a](b\\", "" },
  { "no-address", "![a]()", "0-6 " },
  { "empty-angle", "![a](<>)", "0-8 " },
  { "image", "![a](b)", "0-7 b" },
  { "two", "![a](b)![c](d)", "0-7 b; 7-14 d" },
  { "link", "[a](b)", "" },
  { "image-in-link", "[![a](b)](c)", "1-8 b" },
  { "image-in-address", "[a](![b](c))", "" },
  { "escapes", "![a](b\\)\\a)", "0-11 b)\\a" },
  { "space-around", "![a]( b  'c' )", "0-14 b" },
  { "title-needs-space", "![a](<b>'c')", "" },
  { "angle-with-newline", "![a](<b\nc>)", "" },
  { "unbalanced-parenthesis", "![a](b(c)", "" },
  { "space-in-address", "![a](b c)", "" },
};

static void
test_find (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GArray) images =
      feu_image_markup_find (cases[i].text, 0, strlen (cases[i].text));
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint j = 0; j < images->len; j++)
    {
      const FeuImageMarkup *image = &g_array_index (images, FeuImageMarkup, j);
      g_string_append_printf (found,
                              "%s%zu-%zu %s",
                              j > 0 ? "; " : "",
                              image->start_bytes,
                              image->end_bytes,
                              image->url);
    }
  g_assert_cmpstr (found->str, ==, cases[i].found);
}

static void
test_stays_in_range (void)
{
  const char *text = "![a](b) ![c](d) ![e](f)";
  g_autoptr (GArray) images = feu_image_markup_find (text, 7, strlen (text) - 1);

  g_assert_cmpuint (images->len, ==, 1);
  g_assert_cmpuint (g_array_index (images, FeuImageMarkup, 0).start_bytes, ==, 8);
}

/* Each would take minutes if what fails were tried again and again to the end. */
static void
test_linear (void)
{
  static const char *const units[] = {
    "![", "![](", "![](<", "![](a '", "![](a \"", "![](a (", "`", "``a`", "]", "![]()",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      for (guint j = 0; j < 200000; j++)
        g_string_append (text, units[i]);
      g_autoptr (GArray) images = feu_image_markup_find (text->str, 0, text->len);
      g_assert_cmpuint (images->len, ==, strcmp (units[i], "![]()") == 0 ? 200000 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/image-markup/find/", cases[i].path, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_find);
    }
  g_test_add_func ("/core/image-markup/stays-in-range", test_stays_in_range);
  g_test_add_func ("/core/image-markup/linear", test_linear);
  return g_test_run ();
}
