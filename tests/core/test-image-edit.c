/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of images, changed in the text; and where new figures go.
 */
#include "config.h"

#include "feu-image-edit.h"
#include "feu-image-import.h"
#include "feu-image-insertion.h"

#include <string.h>

typedef gboolean (*EditFunc) (const FeuArticle *article,
                              const char       *src,
                              const char       *value,
                              GPtrArray        *edits,
                              GError          **error);

static FeuArticle *
new_article (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 1);
}

static char *
apply (const FeuArticle *article, const GPtrArray *edits)
{
  gsize       length = 0;
  const char *text = feu_article_get_text (article, &length);
  return feu_text_edit_list_apply (edits, text, length, NULL);
}

typedef struct
{
  const char *text;
  const char *src;
  const char *value;
  const char *expected;
} Case;

static void
check_cases (EditFunc edit, const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (FeuArticle) article = new_article (cases[i].text);
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      g_autoptr (GError) error = NULL;
      g_test_message ("%s", cases[i].text);
      gboolean done = edit (article, cases[i].src, cases[i].value, edits, &error);
      g_assert_no_error (error);
      g_assert_true (done);
      g_autofree char *result = apply (article, edits);
      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
test_alt (void)
{
  static const Case cases[] = {
    { "![](a.jpg)", "a.jpg", "A sea", "![A sea](a.jpg)" },
    { "![old](a.jpg \"Cap\")", "a.jpg", "new", "![new](a.jpg \"Cap\")" },
    { "![old](a.jpg)", "a.jpg", "", "![](a.jpg)" },
    { "![old](a.jpg)", "a.jpg", NULL, "![](a.jpg)" },
    { "![same](a.jpg)", "a.jpg", "same", "![same](a.jpg)" },
    { "![x](a.jpg) ![y](b.jpg)", "b.jpg", "z", "![x](a.jpg) ![z](b.jpg)" },
    { "![x](a.jpg)\n\n![y](a.jpg)", "a.jpg", "z", "![z](a.jpg)\n\n![z](a.jpg)" },
    { "![x](<a b.jpg> 'Cap')", "a b.jpg", "z", "![z](<a b.jpg> 'Cap')" },
    { "![x](a%20b.jpg)", "a b.jpg", "z", "![z](a%20b.jpg)" },
    { "![a [nested] one](a.jpg)", "a.jpg", "z", "![z](a.jpg)" },
    { "![x](a.jpg)", "a.jpg", "two\r\n lines ", "![two lines](a.jpg)" },
    { "![x](a.jpg)", "a.jpg", "[b] *c*", "![\\[b\\] \\*c\\*](a.jpg)" },
    { "![x](a.jpg)", "a.jpg", "snake_case & co", "![snake_case & co](a.jpg)" },
    { "a\r\n\r\n![x](a.jpg)\r\n", "a.jpg", "é", "a\r\n\r\n![é](a.jpg)\r\n" },
    { "[![x](a.jpg)](https://example.org)",
      "a.jpg",
      "z",
      "[![z](a.jpg)](https://example.org)" },
  };
  check_cases (feu_image_edit_alt, cases, G_N_ELEMENTS (cases));
}

static void
test_caption (void)
{
  static const Case cases[] = {
    { "![x](a.jpg)", "a.jpg", "Cap", "![x](a.jpg \"Cap\")" },
    { "![x](a.jpg \"Old\")", "a.jpg", "New", "![x](a.jpg \"New\")" },
    { "![x](a.jpg  'Old' )", "a.jpg", "New", "![x](a.jpg  \"New\" )" },
    { "![x](a.jpg \"Old\")", "a.jpg", "", "![x](a.jpg)" },
    { "![x](a.jpg)", "a.jpg", "", "![x](a.jpg)" },
    { "![x](a.jpg)", "a.jpg", "say \"hi\"", "![x](a.jpg 'say \"hi\"')" },
    { "![x](a.jpg)", "a.jpg", "l'\"a\"", "![x](a.jpg \"l'\\\"a\\\"\")" },
    { "![x](<a b.jpg>)", "a b.jpg", "C", "![x](<a b.jpg> \"C\")" },
    { "![x](a_(1).jpg)", "a_(1).jpg", "C", "![x](a_(1).jpg \"C\")" },
  };
  check_cases (feu_image_edit_caption, cases, G_N_ELEMENTS (cases));
}

static const FeuImageRef *
get_only_image (const FeuArticle *article)
{
  const GPtrArray *images = feu_article_get_images (article);
  g_assert_cmpuint (images->len, ==, 1);
  return g_ptr_array_index (images, 0);
}

/* Whatever is typed into the panel is what Markdown then reads. */
static void
test_survives_markdown (void)
{
  static const char *const pieces[] = {
    "a", "é", " ",   "\\", "`", "*",  "_",     "[", "]",
    "(", ")", "<b>", "<",  ">", "&",  "#1",    ";", "!",
    "|", "~", "^",   "\"", "'", "\\", "&amp;", "{", "www.a.org",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GRegex) spaces = g_regex_new (" +", 0, 0, NULL);

  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) typed = g_string_new ("x");
      int n_pieces = g_rand_int_range (random, 0, 9);
      for (int i = 0; i < n_pieces; i++)
        g_string_append (typed,
                         pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      g_string_append_c (typed, 'x');
      g_autofree char *spaced =
          g_regex_replace_literal (spaces, typed->str, -1, 0, " ", 0, NULL);

      g_autoptr (FeuArticle) before = new_article (
          round % 2 == 0 ? "![old](a.jpg)\n" : "|a|\n|-|\n|![old](a.jpg)|\n");
      g_autoptr (GPtrArray) alt_edits = feu_text_edit_list_new ();
      g_assert_true (feu_image_edit_alt (before, "a.jpg", spaced, alt_edits, NULL));
      g_assert_true (feu_image_edit_caption (before, "a.jpg", spaced, alt_edits, NULL));
      g_autofree char *text = apply (before, alt_edits);
      g_autoptr (FeuArticle) after = new_article (text);
      const FeuImageRef *image = get_only_image (after);
      g_test_message ("%s", text);
      g_assert_cmpstr (image->alt, ==, spaced);
      g_assert_cmpstr (image->caption, ==, spaced);
      g_assert_cmpuint (image->end_bytes, >, image->start_bytes);
    }
}

static void
test_not_editable (void)
{
  static const char *const texts[] = {
    "<img src=\"a.jpg\" alt=\"x\">\n",
    "![x][ref]\n\n[ref]: a.jpg\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FeuArticle) article = new_article (texts[i]);
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      g_autoptr (GError) error = NULL;
      g_assert_false (feu_image_edit_alt (article, "a.jpg", "y", edits, &error));
      g_assert_error (error, FEU_IMAGE_ERROR, FEU_IMAGE_ERROR_NOT_EDITABLE);
      g_assert_cmpuint (edits->len, ==, 0);
    }
}

static void
test_front_matter (void)
{
  g_autoptr (FeuArticle) article = new_article ("---\nimage: a.jpg\n---\nBody\n");
  g_autoptr (GPtrArray) alt = feu_text_edit_list_new ();
  g_autoptr (GPtrArray) credit = feu_text_edit_list_new ();
  g_autoptr (GPtrArray) featured = feu_text_edit_list_new ();

  g_assert_true (feu_image_edit_alt (article, "a.jpg", "A sea", alt, NULL));
  g_assert_true (feu_image_edit_credit (article, "a.jpg", "Jo", credit, NULL));
  g_assert_true (feu_image_edit_featured (article, "b.jpg", featured, NULL));
  g_autofree char *alt_text = apply (article, alt);
  g_autofree char *credit_text = apply (article, credit);
  g_autofree char *featured_text = apply (article, featured);
  g_autoptr (FeuArticle) described = new_article (alt_text);
  g_autoptr (FeuArticle) credited = new_article (credit_text);
  g_assert_cmpstr (feu_metadata_get_image_param (feu_article_get_metadata (described),
                                                 "a.jpg",
                                                 FEU_IMAGE_PARAM_ALT),
                   ==,
                   "A sea");
  g_assert_cmpstr (feu_metadata_get_image_param (feu_article_get_metadata (credited),
                                                 "a.jpg",
                                                 FEU_IMAGE_PARAM_CREDIT),
                   ==,
                   "Jo");
  g_assert_cmpstr (featured_text, ==, "---\nimage: b.jpg\n---\nBody\n");
}

static void
test_insertion (void)
{
  /* The caret is at "^". */
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "^", "![](i.jpg)\n" },
    { "One^ two", "One two\n\n![](i.jpg)\n" },
    { "One^ two\n", "One two\n\n![](i.jpg)\n" },
    { "One\ntwo^\nthree\n\nFour\n", "One\ntwo\nthree\n\n![](i.jpg)\n\nFour\n" },
    { "One\n\n^\n\nTwo\n", "One\n\n![](i.jpg)\n\n\nTwo\n" },
    { "One\n^\nTwo\n", "One\n\n![](i.jpg)\n\nTwo\n" },
    { "^One\r\n\r\nTwo\r\n", "One\r\n\r\n![](i.jpg)\r\n\r\nTwo\r\n" },
    { "```\na^\n\nb\n```\nText\n", "```\na\n\nb\n```\n\n![](i.jpg)\n\nText\n" },
    { "- a^\n\n- b\n\nText\n", "- a\n\n- b\n\n![](i.jpg)\n\nText\n" },
    { "---\nti^tle: x\n---\nText\n", "---\ntitle: x\n---\nText\n\n![](i.jpg)\n" },
    { "---\ntitle: x\n---\n^", "---\ntitle: x\n---\n\n![](i.jpg)\n" },
    { "---\ntitle: x\n---\n\n^Text\n", "---\ntitle: x\n---\n\nText\n\n![](i.jpg)\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) sides = g_strsplit (cases[i].text, "^", 2);
      g_autofree char *text = g_strconcat (sides[0], sides[1], NULL);
      g_autoptr (FeuArticle) article = new_article (text);
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      g_test_message ("%s", cases[i].text);
      g_ptr_array_add (
          edits, feu_image_insertion_new (article, strlen (sides[0]), "i.jpg", NULL));
      g_autofree char *result = apply (article, edits);
      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
test_insertion_address (void)
{
  static const char *const names[] = {
    "images/a.jpg", "images/a b.jpg", "images/50% (1).jpg", "images/é#1?.jpg",
    "a:b.jpg",      "images/<x>.jpg", "images/a&amp;b.jpg", "images/[x]*_y_.jpg",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FeuArticle) empty = new_article ("");
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      g_ptr_array_add (edits, feu_image_insertion_new (empty, 0, names[i], "An *alt*"));
      g_autofree char *text = apply (empty, edits);
      g_autoptr (FeuArticle) article = new_article (text);
      const FeuImageRef *image = get_only_image (article);
      g_test_message ("%s", text);
      g_assert_cmpstr (image->alt, ==, "An *alt*");
      g_assert_true (image->is_figure);
      g_assert_false (image->is_remote);
      g_assert_true (g_str_has_suffix (image->src, names[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/image-edit/alt", test_alt);
  g_test_add_func ("/core/image-edit/caption", test_caption);
  g_test_add_func ("/core/image-edit/survives-markdown", test_survives_markdown);
  g_test_add_func ("/core/image-edit/not-editable", test_not_editable);
  g_test_add_func ("/core/image-edit/front-matter", test_front_matter);
  g_test_add_func ("/core/image-edit/insertion", test_insertion);
  g_test_add_func ("/core/image-edit/insertion-address", test_insertion_address);
  return g_test_run ();
}
