/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the page: what is there, what is not, and that words stay words.
 */
#include "config.h"

#include "feu-html-text.h"
#include "feu-page-date.h"
#include "feu-page-words.h"
#include "feu-page.h"

#include <libxml/HTMLparser.h>
#include <string.h>

static FeuArticle *
parse (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 1);
}

static char *
show_image (const char *src, gboolean is_photo, gpointer user_data)
{
  return g_strdup_printf ("%s?x&y\nwidth=\"1\"", src);
}

static char *
hide_image (const char *src, gboolean is_photo, gpointer user_data)
{
  return NULL;
}

static char *
dup_header (const char *text, FeuPageImageFunc image_func)
{
  g_autoptr (FeuArticle) article = parse (text);
  g_autoptr (GPtrArray) authors = g_ptr_array_new ();
  FeuPageContext context = { authors, image_func, NULL };
  return feu_page_dup_header (article, &context);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in:\n%s", part, text);
}

static void
test_full_header (void)
{
  g_autofree char *header = dup_header (
      "---\ntitle: Le titre\nsubtitle: Le sous-titre\ndescription: Le chapô\n"
      "lang: fr\ndate: 2026-08-01\ncategories: [Une, Deux]\nimage: images/a.jpg\n"
      "canonical: https://example.org/a\n"
      "resources:\n  - src: images/a.jpg\n"
      "    params: { alt: Alt, caption: Légende, credit: Crédit }\n---\nTexte.\n",
      show_image);
  const char *const parts[] = {
    "<p class=\"category\"><span class=\"p-category\">Une</span> "
    "<span class=\"p-category\">Deux</span></p>",
    "<h1 class=\"p-name\">Le titre</h1>",
    "<p class=\"subtitle\">Le sous-titre</p>",
    "<p class=\"p-summary\">Le chapô</p>",
    "<img class=\"u-featured\" src=\"images/a.jpg?x&amp;y\" alt=\"Alt\" width=\"1\">",
    "<figcaption>Légende <small class=\"credit\">Crédit</small></figcaption>",
    "<a class=\"u-url\" href=\"https://example.org/a\"><time class=\"dt-published\" "
    "datetime=\"2026-08-01\">1er août 2026</time></a>",
    "<span class=\"reading-time\">1 min de lecture</span>",
  };
  const char *at = header;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      assert_contains (at, parts[i]);
      at = strstr (at, parts[i]);
    }
}

static void
test_empty (void)
{
  const char *const texts[] = {
    "", "\n", "---\n---\n", "---\ntags: []\ntitle: ''\n---\n"
  };
  g_autoptr (GPtrArray) authors = g_ptr_array_new ();
  FeuPageContext context = { authors, show_image, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FeuArticle) article = parse (texts[i]);
      g_autofree char *header = feu_page_dup_header (article, &context);
      g_autofree char *footer = feu_page_dup_footer (article, &context);
      g_assert_cmpstr (header, ==, "");
      g_assert_cmpstr (footer, ==, "");
    }
}

static void
test_hidden_lead_leaves_nothing (void)
{
  g_autofree char *header = dup_header ("---\nimage: a.jpg\n---\n", hide_image);

  g_assert_cmpstr (header, ==, "");
}

static void
test_unknown_language_says_so (void)
{
  g_autofree char *header =
      dup_header ("---\nlang: ja\ndate: 2026-02-01\n---\nテキスト\n", show_image);

  assert_contains (header, "lang=\"en\">1 February 2026</time>");
  assert_contains (header,
                   "<span class=\"reading-time\" lang=\"en\">1 min read</span>");
}

static void
test_words_run_their_own_way (void)
{
  g_autofree char *header =
      dup_header ("---\nlang: ar\ndate: 2026-02-01\n---\nنص\n", show_image);

  assert_contains (header, "lang=\"en\" dir=\"ltr\">1 February 2026</time>");
}

static void
test_footer (void)
{
  g_autoptr (FeuArticle) article =
      parse ("---\ntags: [un, deux]\ncomments: true\nlang: fr\n---\n");
  g_autoptr (GFile) photo = g_file_new_for_path ("/p/a.jpg");
  g_autoptr (FeuAuthor) known =
      feu_author_new ("A & B", "R<", "Bio", "https://example.org/?a&b", photo);
  g_autoptr (FeuAuthor) unsafe =
      feu_author_new ("C", "Role", NULL, "javascript:alert(1)", NULL);
  g_autoptr (FeuAuthor) only_name = feu_author_new ("Nobody", NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) authors = g_ptr_array_new ();
  g_ptr_array_add (authors, known);
  g_ptr_array_add (authors, unsafe);
  g_ptr_array_add (authors, only_name);
  FeuPageContext   context = { authors, show_image, NULL };
  g_autofree char *footer = feu_page_dup_footer (article, &context);
  g_autofree char *header = feu_page_dup_header (article, &context);

  assert_contains (footer, "<ul class=\"tags\" aria-label=\"Mots-clés\">");
  assert_contains (footer, "<li><span class=\"p-category\">deux</span></li>");
  assert_contains (footer, "<img class=\"u-photo\" src=\"/p/a.jpg?x&amp;y\" alt=\"\"");
  assert_contains (footer, "<p class=\"p-job-title\">R&lt;</p>");
  assert_contains (footer, "Les commentaires sont ouverts.");
  assert_contains (footer, "href=\"https://example.org/?a&amp;b\">A &amp; B</a>");
  assert_lacks (footer, "javascript");
  assert_lacks (footer, "Nobody");
  assert_contains (header, "<span class=\"by\">Par</span> ");
  assert_contains (header, "</a> et <span class=\"p-author h-card\">Nobody</span>");
}

static void
count_elements (const xmlNode *node, const char *name, guint *n_found)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE &&
          strcmp ((const char *) node->name, name) == 0)
        *n_found += 1;
      count_elements (node->children, name, n_found);
    }
}

static void
test_hostile_words (void)
{
  const char *const hostile[] = {
    "\\\"><script>x</script>", "'><script>x</script>", "</h1><script>x",
    "<script>x</script>",      "&lt;script>",          "\\u0001\\u0085",
  };
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "---\ntitle: \"%1$s\"\nsubtitle: \"%1$s\"\ndescription: \"%1$s\"\n"
          "categories: [\"%1$s\"]\ndate: \"%1$s\"\nlang: \"%1$s\"\nimage: \"%1$s\"\n"
          "canonical: \"%1$s\"\nresources:\n  - src: \"%1$s\"\n"
          "    params: { alt: \"%1$s\", caption: \"%1$s\", credit: \"%1$s\" }\n---\n",
          hostile[i]);
      g_autofree char *header = dup_header (text, show_image);
      g_autofree char *page = g_strconcat ("<div>", header, "</div>", NULL);
      htmlDocPtr       document = htmlReadMemory (page,
                                            (int) strlen (page),
                                            NULL,
                                            "UTF-8",
                                            HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
      guint            n_scripts = 0;
      guint            n_titles = 0;
      count_elements (xmlDocGetRootElement (document), "script", &n_scripts);
      count_elements (xmlDocGetRootElement (document), "h1", &n_titles);
      g_assert_cmpuint (n_scripts, ==, 0);
      g_assert_cmpuint (n_titles, ==, 1);
      xmlFreeDoc (document);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    const char *machine;
  } cases[] = {
    { "2026-08-03", "2026-08-03" },
    { "2026-8-3", "2026-08-03" },
    { "2026-08-03T09:00:00+02:00", "2026-08-03T09:00:00+02:00" },
    { "2026-08-03T09:00:00Z", "2026-08-03T09:00:00Z" },
    { "2026-08-03t09:00", "2026-08-03T09:00:00" },
    { "2026-08-03 09:00:00 +0200", "2026-08-03T09:00:00+02:00" },
    { "2026-08-03 09:00:00.123 -05:30", "2026-08-03T09:00:00-05:30" },
    { "2026-08-03 noon", "2026-08-03" },
    { "2026-08-03T25:00", "2026-08-03" },
    { "2026-02-30", NULL },
    { "2026-13-01", NULL },
    { "2026-08-031", NULL },
    { "3 August 2026", NULL },
    { "", NULL },
    { "-1-1-1", NULL },
    { "2026-08", NULL },
    { "0000-01-01", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *machine = feu_page_date_parse (cases[i].text, NULL);
      g_assert_cmpstr (machine, ==, cases[i].machine);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *language;
    const char *date;
  } cases[] = {
    { "fr", "1er mars 2026" },      { "fr-CA", "1er mars 2026" },
    { "en", "1 March 2026" },       { "de-AT", "1. März 2026" },
    { "es", "1 de marzo de 2026" }, { "it", "1º marzo 2026" },
    { "fro", "1 March 2026" },      { "und", "1 March 2026" },
    { "", "1 March 2026" },         { "FR", "1er mars 2026" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FeuPageWords *words = feu_page_words_get (cases[i].language);
      g_autofree char    *date = feu_page_words_dup_date (words, 2026, 3, 1);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
  g_autofree char *time =
      feu_page_words_dup_reading_time (feu_page_words_get ("de"), 12);
  g_assert_cmpstr (time, ==, "12 Min. Lesezeit");
}

static void
test_escapes (void)
{
  static const struct
  {
    const char *text;
    const char *html;
  } cases[] = {
    { "", "" },
    { "été 🐈", "été 🐈" },
    { "<a b=\"c\" d='e'>&", "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;" },
    { "a\x01"
      "b\x7f\xc2\x85\tc\n",
      "a�b��\tc\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      feu_html_append_text (html, cases[i].text);
      g_assert_cmpstr (html->str, ==, cases[i].html);
    }
}

static void
test_directions (void)
{
  g_assert_true (feu_page_is_right_to_left ("ar"));
  g_assert_true (feu_page_is_right_to_left ("HE-IL"));
  g_assert_false (feu_page_is_right_to_left ("fr"));
  g_assert_false (feu_page_is_right_to_left ("art"));
  g_assert_false (feu_page_is_right_to_left (""));
}

static void
test_theme_is_self_contained (void)
{
  const char *css = feu_page_get_theme_css ();

  g_assert_cmpuint (strlen (css), >, 1000);
  assert_contains (css, ".h-entry");
  assert_lacks (css, "url(");
  assert_lacks (css, "@import");
  assert_lacks (css, "</");
  assert_lacks (css, "position: fixed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/page/full-header", test_full_header);
  g_test_add_func ("/core/page/empty", test_empty);
  g_test_add_func ("/core/page/hidden-lead-leaves-nothing",
                   test_hidden_lead_leaves_nothing);
  g_test_add_func ("/core/page/unknown-language-says-so",
                   test_unknown_language_says_so);
  g_test_add_func ("/core/page/words-run-their-own-way", test_words_run_their_own_way);
  g_test_add_func ("/core/page/footer", test_footer);
  g_test_add_func ("/core/page/hostile-words", test_hostile_words);
  g_test_add_func ("/core/page/dates", test_dates);
  g_test_add_func ("/core/page/words", test_words);
  g_test_add_func ("/core/page/escapes", test_escapes);
  g_test_add_func ("/core/page/directions", test_directions);
  g_test_add_func ("/core/page/theme-is-self-contained", test_theme_is_self_contained);
  return g_test_run ();
}
