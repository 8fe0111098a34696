/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What raw HTML leaves open, and the text in it.
 */
#include "config.h"

#include "feu-raw-html.h"

static const struct
{
  const char *path;
  const char *html;
  int         depth;
  const char *text;
} cases[] = {
  { "empty", "", 0, "" },
  { "text", "a < b", 0, "a < b" },
  { "open", "<div class=\"x\">a", 1, "a" },
  { "close", "</div>", -1, "" },
  { "balanced", "<div><b>a</b></div>", 0, "a" },
  { "several", "<div><ul><li>a", 2, "a" },
  { "upper-case", "<DIV></Div>", 0, "" },
  { "longer-name", "<divider>", 0, "" },
  { "custom-element", "<div-x>", 0, "" },
  { "self-closed", "<div/>a", 0, "a" },
  { "unfinished-tag", "a<div", 1, "a" },
  { "comment", "<!-- <div> -->a", 0, "a" },
  { "unfinished-comment", "<!-- <div>", 0, "" },
  { "script", "<script>\"<div>\"</script>a", 0, "a" },
  { "unfinished-script", "<script><div>a", 0, "" },
  { "style", "<style>b</style><div>a", 1, "a" },
  { "doctype-and-php", "<!DOCTYPE html><?php ?>a", 0, "a" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) text = g_string_new (NULL);

  feu_raw_html_append_text (cases[i].html, text);
  g_assert_cmpstr (text->str, ==, cases[i].text);
  g_assert_cmpint (feu_raw_html_get_depth (cases[i].html), ==, cases[i].depth);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/raw-html/", cases[i].path, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
