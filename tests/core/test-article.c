/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The snapshot as a whole: what it says of a text, and that hostile texts neither hang
 * nor break it, in one thread or in several.
 */
#include "config.h"

#include "feu-article.h"

#include <string.h>

static FeuArticle *
parse (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 1);
}

static void
test_keeps_text_and_revision (void)
{
  const char *text = "\n---\né\n";
  gsize       length = 0;
  g_autoptr (FeuArticle) article = feu_article_new (g_strdup (text), strlen (text), 7);
  g_autoptr (FeuArticle) same = feu_article_ref (article);

  g_assert_cmpuint (feu_article_get_revision (same), ==, 7);
  g_assert_cmpstr (feu_article_get_text (same, &length), ==, text);
  g_assert_cmpuint (length, ==, strlen (text));
}

static const struct
{
  const char *path;
  const char *text;
  const char *title; /* (nullable) */
  const char *lead;  /* (nullable) */
  const char *language;
} fact_cases[] = {
  { "empty", "", NULL, NULL, "und" },
  { "no-front-matter", "# A", "A", NULL, "und" },
  { "only-front-matter", "---\ntitle: A\nlang: fr\n---\n", "A", NULL, "fr" },
  { "title-folds-space", "#  A \t  b", "A b", NULL, "und" },
  { "lead", "---\nimage: a.png\n---\nb", NULL, "a.png", "und" },
  { "lead-begins-body", "---\nimage: a.png\n---\n![](a.png)", NULL, NULL, "und" },
  { "lead-begins-body-after-title",
    "---\nimage: a.png\n---\n# B\n\n![](a.png)",
    "B",
    NULL,
    "und" },
  { "lead-later-in-body",
    "---\nimage: a.png\n---\nb\n\n![](a.png)",
    NULL,
    "a.png",
    "und" },
  { "lead-in-text", "---\nimage: a.png\n---\nb ![](a.png)", NULL, "a.png", "und" },
  { "other-image-begins-body",
    "---\nimage: a.png\n---\n![](b.png)",
    NULL,
    "a.png",
    "und" },
  { "broken-front-matter", "---\ntitle: \"A\n---\n# B", "B", NULL, "und" },
};

static void
test_facts (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FeuArticle) article = parse (fact_cases[i].text);

  g_assert_cmpstr (feu_article_get_title (article), ==, fact_cases[i].title);
  g_assert_cmpstr (feu_article_get_lead_image (article), ==, fact_cases[i].lead);
  g_assert_cmpstr (feu_article_get_language (article), ==, fact_cases[i].language);
}

/* ---- hostile texts ---- */

static const struct
{
  const char *path;
  const char *before;
  const char *unit;
  const char *after;
  guint       n;
} hostile_cases[] = {
  { "quotes", "", "> ", "a", 10000 },
  { "quotes-on-each-line", "", "> > > > a\n", "", 10000 },
  { "brackets", "", "[", "", 10000 },
  { "brackets-both", "", "[", "]", 10000 },
  { "images", "", "![[]()", "", 10000 },
  { "images-in-one-paragraph", "", "![a](b.png) ", "", 10000 },
  { "images-by-reference", "[r]: b.png\n\n", "![a][r] ", "", 10000 },
  { "images-in-raw-block", "<div>\n", "<img src=a>", "\n</div>", 10000 },
  { "images-unclosed", "", "![", "", 10000 },
  { "pipes", "", "|", "", 10000 },
  { "table-columns", "|a|\n", "|-", "|", 2000 },
  { "table-rows", "|a|b|\n|-|-|\n", "|c|d|\n", "", 10000 },
  { "delimiter-rows", "", "|-|\n", "", 10000 },
  { "lists", "", "- ", "a", 10000 },
  { "deep-list", "", "1. - * ", "a", 3000 },
  { "emphasis", "", "*a_ ", "", 10000 },
  { "stars", "", "*", "a", 100000 },
  { "backticks", "", "`a``", "", 10000 },
  { "footnote-references", "[^1]: a\n\n", "[^1] ", "", 10000 },
  { "footnote-definitions", "", "[^1]: a\n", "[^1]", 10000 },
  { "same-headings", "", "# a\n", "", 10000 },
  { "reference-definitions", "", "[a]: b\n", "[a]", 10000 },
  { "raw-open", "", "<div>\n\n", "", 10000 },
  { "raw-open-inline", "a ", "<b>", "", 10000 },
  { "raw-closed", "", "</div>\n\n", "", 10000 },
  { "raw-comments", "", "<!--\n\n", "", 10000 },
  { "autolinks", "", "www.a.b ", "", 10000 },
  { "entities", "", "&#0;&amp;&x;", "", 10000 },
  { "line-ends", "", "\r\n\r", "", 100000 },
  { "long-line", "a", "é", "", 1000000 },
};

static void
check_whole (const FeuArticle *article)
{
  const GPtrArray *blocks = feu_article_get_blocks (article);
  const GPtrArray *images = feu_article_get_images (article);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, i);
      g_assert_true (g_utf8_validate (block->html, (gssize) block->html_length, NULL));
    }
  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageRef *image = g_ptr_array_index (images, i);
      const FeuBlock    *block = g_ptr_array_index (blocks, image->block);
      g_assert_cmpuint (image->html_end, <=, block->html_length);
    }
}

static void
test_hostile (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) text = g_string_new (hostile_cases[i].before);
  gint64 start_us = g_get_monotonic_time ();

  for (guint j = 0; j < hostile_cases[i].n; j++)
    g_string_append (text, hostile_cases[i].unit);
  g_string_append (text, hostile_cases[i].after);
  g_autoptr (FeuArticle) article = parse (text->str);
  check_whole (article);
  g_test_message ("%.0f ms", (double) (g_get_monotonic_time () - start_us) / 1000);
  /* Far above what it takes even with sanitizers on a busy machine; what is quadratic
   * in our code takes longer. */
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 30 * G_USEC_PER_SEC);
}

/* ---- threads ---- */

static gpointer
parse_many (gpointer text)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (FeuArticle) article = parse (text);
      const GPtrArray *blocks = feu_article_get_blocks (article);
      const FeuBlock  *block = g_ptr_array_index (blocks, 0);
      g_assert_cmpstr (
          block->html,
          ==,
          "<p><del>a</del> <a href=\"http://www.b.org\">www.b.org</a></p>\n");
    }
  return NULL;
}

static void
test_threads (void)
{
  static char text[] = "~~a~~ www.b.org\n\n|c|\n|-|\n\n- [ ] d[^1]\n\n[^1]: e\n";
  GThread    *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("parse", parse_many, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/article/keeps-text-and-revision",
                   test_keeps_text_and_revision);
  for (guint i = 0; i < G_N_ELEMENTS (fact_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/article/facts/", fact_cases[i].path, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_facts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/article/hostile/", hostile_cases[i].path, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hostile);
    }
  g_test_add_func ("/core/article/threads", test_threads);
  return g_test_run ();
}
