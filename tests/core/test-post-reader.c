/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-post-reader.h"

#include <string.h>

#define BLOCK(name, html) "<!-- wp:" name " -->\n" html "\n<!-- /wp:" name " -->"
#define PARAGRAPH(html) BLOCK ("paragraph", "<p>" html "</p>")
#define ITEM(html) BLOCK ("list-item", "<li>" html "</li>")

static const struct
{
  const char *name;
  const char *content;
  const char *markdown; /* (nullable): the content itself */
} cases[] = {
  { "empty", "", "" },
  { "paragraphs", PARAGRAPH ("a") "\n\n" PARAGRAPH ("b"), "a\n\nb\n" },
  { "attributes",
    "<!-- wp:paragraph {\"align\":\"center\"} -->\n<p class=\"has-text-align-center\">"
    "a</p>\n<!-- /wp:paragraph -->",
    "a\n" },
  { "empty-paragraph",
    PARAGRAPH ("a") "\n\n" PARAGRAPH ("") "\n\n" PARAGRAPH ("b"),
    "a\n\nb\n" },
  { "inline",
    PARAGRAPH ("a <strong>b</strong> <em>c</em> <s>d</s> <code>e`</code> <kbd>f</kbd> "
               "<a href=\"https://x.y/?a=1&amp;b=2\" title=\"T\">g</a>"),
    "a **b** *c* ~~d~~ `` e` `` <kbd>f</kbd> [g](https://x.y/?a=1&b=2 \"T\")\n" },
  { "break", PARAGRAPH ("a<br>b<br />c\nd<br>"), "a\\\nb\\\nc\nd\n" },
  { "space-in-emphasis",
    PARAGRAPH ("a<strong> b </strong>c <em></em>d"),
    "a **b** c d\n" },
  { "emphasis-in-word",
    PARAGRAPH ("a<strong>b</strong>c<em>(d)</em>e"),
    "a**b**c<em>(d)</em>e\n" },
  { "emphasis-beside-emphasis",
    PARAGRAPH ("<em>a</em><strong>b</strong> <strong><em>c</em></strong>"),
    "*a*__b__ **_c_**\n" },
  { "punctuation-stays",
    PARAGRAPH ("Attention ! [sic] C# 5 * 6 ~100 snake_case 1 &lt; 2 &amp; 3 (x)"),
    "Attention ! [sic] C# 5 * 6 ~100 snake_case 1 < 2 & 3 (x)\n" },
  { "markup-is-escaped",
    PARAGRAPH ("*a* _b_ `c` [d](e) ![f](g) &lt;h&gt; &amp;amp; \\*"),
    "\\*a\\* \\_b\\_ \\`c\\` [d\\](e) \\![f\\](g) \\<h> \\&amp; \\\\\\*\n" },
  { "line-starts",
    PARAGRAPH ("1. a") "\n\n" PARAGRAPH ("- b") "\n\n" PARAGRAPH (
        "# c") "\n\n" PARAGRAPH ("&gt; d") "\n\n" PARAGRAPH ("2024. e") "\n"
                                                                        "\n" PARAGRAPH (
                                                                            "a\n---"),
    "1\\. a\n\n\\- b\n\n\\# c\n\n\\> d\n\n2024\\. e\n\na\n\\---\n" },
  { "link-text", PARAGRAPH ("!<a href=\"a b(\">[c]</a>"), "\\![\\[c\\]](a%20b%28)\n" },
  { "autolink",
    PARAGRAPH ("<a href=\"https://x.y/z\">https://x.y/z</a>"),
    "<https://x.y/z>\n" },
  { "address-is-no-embed", PARAGRAPH ("https://x.y/z"), "<https://x.y/z>\n" },
  { "heading", BLOCK ("heading", "<h2 class=\"x\">a\nb #</h2>"), "## a b \\#\n" },
  { "list",
    BLOCK ("list",
           "<ul>" ITEM ("a")
               ITEM ("b" BLOCK ("list", "<ol start=\"3\">" ITEM ("c") "</ol>"))
                   ITEM ("☑ d") "</ul>"),
    "- a\n- b\n\n  3. c\n- [x] d\n" },
  { "list-nested",
    BLOCK ("list",
           "<ol><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ol>"),
    "1. a\n   - b\n     - c\n2. d\n" },
  { "list-loose",
    BLOCK ("list", "<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>"),
    "- a\n\n- b\n\n  c\n" },
  { "lists-stay-two",
    BLOCK ("list", "<ul><li>a</li></ul>") "\n\n" BLOCK (
        "list",
        "<ul><li>b</li></ul>") "\n\n" BLOCK ("list", "<ul><li>c</li></ul>"),
    "- a\n\n* b\n\n- c\n" },
  { "list-backwards", BLOCK ("list", "<ol reversed><li>a</li></ol>"), NULL },
  { "quote",
    BLOCK ("quote",
           "<blockquote>" PARAGRAPH ("a") "\n\n" PARAGRAPH (
               "b") "<cite>c</cite></blockquote>"),
    "> a\n>\n> b\n>\n> — c\n" },
  { "quote-with-columns",
    BLOCK ("quote", "<blockquote>" BLOCK ("columns", "<p>a</p>") "</blockquote>"),
    NULL },
  { "code",
    "<!-- wp:code {\"className\":\"language-c\"} -->\n<pre class=\"wp-block-code "
    "language-c\"><code>a &lt; b;\n\n&#91;c]\n```</code></pre>\n<!-- /wp:code -->",
    "````c\na < b;\n\n[c]\n```\n````\n" },
  { "code-with-markup", BLOCK ("code", "<pre><code>a <b>b</b></code></pre>"), NULL },
  { "image",
    BLOCK ("image",
           "<figure><a href=\"https://z.z\"><img src=\"https://x.y/a b.jpg\" alt=\"A "
           "&quot;b&quot; [c]\" class=\"wp-image-5\"/></a><figcaption>D <em>e</em>"
           "</figcaption></figure>"),
    "[![A \"b\" \\[c\\]](https://x.y/a%20b.jpg \"D e\")](https://z.z)\n" },
  { "gallery",
    BLOCK ("gallery",
           "<figure>" BLOCK ("image", "<figure><img src=\"a.jpg\" alt=\"\"/></figure>")
               BLOCK ("image",
                      "<figure><img src=\"b.jpg\" alt=\"B\"/></figure>") "</figure>"),
    "![](a.jpg)\n![B](b.jpg)\n" },
  { "table",
    BLOCK ("table",
           "<figure><table><thead><tr><th>a</th><th data-align=\"right\">b|c</th></tr>"
           "</thead><tbody><tr><td>1<br>2</td><td></td></tr></tbody></table></figure>"),
    "| a | b\\|c |\n| --- | ---: |\n| 1<br>2 | |\n" },
  { "table-without-head",
    BLOCK ("table",
           "<figure><table><tbody><tr><td>a</td></tr></tbody></table></figure>"),
    "| |\n| --- |\n| a |\n" },
  { "table-with-spans",
    BLOCK ("table",
           "<figure><table><tbody><tr><td colspan=\"2\">a</td></tr></tbody></table>"
           "</figure>"),
    NULL },
  { "embed",
    BLOCK ("embed",
           "<figure><div class=\"wp-block-embed__wrapper\">\nhttps://x.y/?a=1&amp;b\n"
           "</div></figure>"),
    "https://x.y/?a=1&b\n" },
  { "separator", BLOCK ("separator", "<hr class=\"wp-block-separator\"/>"), "---\n" },
  { "more", BLOCK ("more", "<!--more-->"), "<!--more-->\n" },
  { "more-with-text", BLOCK ("more", "<!--more Suite-->"), NULL },
  { "html", BLOCK ("html", "<div>\n<b>a</b>\n</div>"), "<div>\n<b>a</b>\n</div>\n" },
  { "html-with-gaps", BLOCK ("html", "<div>\n\n<b>a</b>\n</div>"), NULL },
  { "html-without-element", BLOCK ("html", "a *b*"), NULL },
  { "columns", BLOCK ("columns", "<div>\n\n<p>*a*</p></div>"), NULL },
  { "unknown", "<!-- wp:my/box {\"a\":\"\\u003cb\"} /-->", NULL },
  { "unclosed", "<!-- wp:paragraph -->\n<p>a</p>", NULL },
  { "old-shape", BLOCK ("paragraph", "a<div>b</div>"), NULL },
  { "classic",
    "a\nb <strong>c</strong>\n\n<!--more-->\n\n<ul>\n <li>d</li>\n</ul>\n[gallery "
    "ids=\"1\"]\n\nhttps://x.y/z",
    "a\\\nb **c**\n\n<!--more-->\n\n- d\n\n[gallery ids=\"1\"]\n\nhttps://x.y/z\n" },
  { "classic-caption",
    "[caption id=\"a_1\" width=\"9\"]<a href=\"b.html\"><img src=\"b.jpg\" alt=\"B\" "
    "/></a> C <em>d</em>[/caption]",
    "[![B](b.jpg \"C d\")](b.html)\n" },
  { "classic-div",
    "a\n\n<div class=\"b\">\n\nc\n\n</div>\nd",
    "a\n\n<div class=\"b\">\n\nc\n\n</div>\n\nd\n" },
  { "classic-and-blocks", "a\n" PARAGRAPH ("b") "\nc", "a\n\nb\n\nc\n" },
};

static void
check_round (const FeuPostSource *source, const char *content)
{
  g_autofree char *again = feu_post_source_dup_content (source);
  g_autofree char *json = feu_post_source_to_json (source);
  g_autofree char *body = feu_post_source_dup_body (source);
  g_autoptr (FeuPostSource) kept = feu_post_source_new_from_json (json);

  g_assert_cmpstr (again, ==, content);
  g_assert_nonnull (kept);
  g_autofree char *kept_content = feu_post_source_dup_content (kept);
  g_autofree char *kept_body = feu_post_source_dup_body (kept);
  g_assert_cmpstr (kept_content, ==, content);
  g_assert_cmpstr (kept_body, ==, body);
  g_assert_cmpint (kept->is_classic, ==, source->is_classic);
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (FeuPostSource) source = feu_post_read (cases[i].content, "", NULL, NULL);
  g_autofree char *body = feu_post_source_dup_body (source);
  g_autofree char *same = g_strconcat (cases[i].content, "\n", NULL);

  g_assert_cmpstr (body, ==, cases[i].markdown != NULL ? cases[i].markdown : same);
  check_round (source, cases[i].content);
}

static void
test_gaps (void)
{
  const char *content =
      "\n" PARAGRAPH ("a") PARAGRAPH ("") "\r\n\t" PARAGRAPH ("b") " ";
  g_autoptr (FeuPostSource) source = feu_post_read (content, "", NULL, NULL);
  const FeuPostPiece *first = g_ptr_array_index (source->pieces, 0);
  const FeuPostPiece *last = g_ptr_array_index (source->pieces, 1);

  g_assert_cmpuint (source->pieces->len, ==, 2);
  g_assert_cmpstr (source->lead, ==, "\n");
  g_assert_cmpstr (first->after, ==, PARAGRAPH ("") "\r\n\t");
  g_assert_cmpstr (last->after, ==, " ");
  g_assert_false (source->is_classic);
  check_round (source, content);
}

static void
test_notes (void)
{
  const char *content =
      PARAGRAPH ("a<sup data-fn=\"x-2\" class=\"fn\"><a href=\"#x-2\" "
                 "id=\"x-2-link\">1"
                 "</a></sup>(b)<sup data-fn=\"gone\" "
                 "class=\"fn\">2</sup>") "\n\n" PARAGRAPH ("c<sup "
                                                           "data-fn=\"x-"
                                                           "1\" "
                                                           "class=\"fn\">"
                                                           "2</sup>") "\n"
                                                                      "\n"
                                                                      "<!"
                                                                      "--"
                                                                      " w"
                                                                      "p:"
                                                                      "fo"
                                                                      "ot"
                                                                      "no"
                                                                      "te"
                                                                      "s "
                                                                      "/-"
                                                                      "-"
                                                                      ">";
  const char *footnotes = "[{\"content\":\"One <em>x</em>\",\"id\":\"x-1\"},"
                          "{\"content\":\"Two\",\"id\":\"x-2\"},"
                          "{\"content\":\"Three\",\"id\":\"x-3\"}]";
  g_autoptr (FeuPostSource) source = feu_post_read (content, footnotes, NULL, NULL);
  g_autofree char *body = feu_post_source_dup_body (source);

  g_assert_cmpstr (body,
                   ==,
                   "a[^1]\\(b)<sup data-fn=\"gone\" class=\"fn\">2</sup>\n\nc[^2]\n\n"
                   "[^1]: Two\n[^2]: One *x*\n");
  g_assert_cmpstr (source->footnotes, ==, footnotes);
  check_round (source, content);
}

static const char *
name_image (const char *url, gint64 id, gpointer user_data)
{
  GString *seen = user_data;

  g_string_append_printf (seen, "%s %" G_GINT64_FORMAT "\n", url, id);
  return id == 5 ? "images/à b.jpg" : NULL;
}

static void
test_images (void)
{
  const char *content = BLOCK (
      "image",
      "<figure><img src=\"https://x.y/a.jpg?b&amp;c\" alt=\"\" "
      "class=\"size-full wp-image-5\"/></figure>") "\n\n" BLOCK ("group",
                                                                 "<img "
                                                                 "src=\"https://x.y/"
                                                                 "b.jpg\"/>") "\n"
                                                                              "\n" PARAGRAPH (
                                                                                  "<img"
                                                                                  " src"
                                                                                  "=\"h"
                                                                                  "ttps"
                                                                                  "://"
                                                                                  "x.y/"
                                                                                  "c."
                                                                                  "jpg"
                                                                                  "\"/"
                                                                                  ">");
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (FeuPostSource) source = feu_post_read (content, "", name_image, seen);
  g_autofree char *body = feu_post_source_dup_body (source);

  g_assert_cmpstr (seen->str, ==, "https://x.y/a.jpg?b&c 5\nhttps://x.y/c.jpg 0\n");
  g_assert_true (g_str_has_prefix (body, "![](images/à%20b.jpg)\n\n<!-- wp:group -->"));
  g_assert_true (g_str_has_suffix (body, "\n\n![](https://x.y/c.jpg)\n"));
}

/* Such HTML stays as it is, in no time. */
static void
test_hostile (gconstpointer data)
{
  const char *part = data;
  g_autoptr (GString) content = g_string_new ("<!-- wp:paragraph -->\n<p>");

  for (guint i = 0; i < 100000; i++)
    g_string_append (content, part);
  g_string_append (content, "</p>\n<!-- /wp:paragraph -->");
  gint64 start = g_get_monotonic_time ();
  g_autoptr (FeuPostSource) source = feu_post_read (content->str, "", NULL, NULL);
  g_autoptr (FeuPostSource) classic = feu_post_read (content->str + 22, "", NULL, NULL);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  check_round (source, content->str);
  check_round (classic, content->str + 22);
}

static void
test_bad_json (void)
{
  static const char *const texts[] = {
    "",
    "{}",
    "[]",
    "{\"version\":2,\"lead\":\"\",\"footnotes\":\"\",\"pieces\":[],\"notes\":[]}",
    "{\"version\":1,\"lead\":\"\",\"footnotes\":\"\",\"pieces\":[[]],\"notes\":[]}",
    "{\"version\":1,\"lead\":\"\",\"footnotes\":\"\",\"pieces\":[[\"\",\"\",\"\"]],"
    "\"notes\":[]}",
    "{\"version\":1,\"lead\":\"\",\"footnotes\":\"\",\"pieces\":[],\"notes\":[1]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (feu_post_source_new_from_json (texts[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/post-reader/", cases[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/core/post-reader/gaps", test_gaps);
  g_test_add_func ("/core/post-reader/notes", test_notes);
  g_test_add_func ("/core/post-reader/images", test_images);
  g_test_add_func ("/core/post-reader/bad-json", test_bad_json);
  g_test_add_data_func ("/core/post-reader/deep", "<b>", test_hostile);
  g_test_add_data_func ("/core/post-reader/end-tags", "</i>", test_hostile);
  g_test_add_data_func ("/core/post-reader/blocks", "<div>", test_hostile);
  g_test_add_data_func ("/core/post-reader/brackets", "[caption]", test_hostile);
  g_test_add_data_func ("/core/post-reader/stars", "*a_ ", test_hostile);
  g_test_add_data_func ("/core/post-reader/tag", "<a b=c ", test_hostile);
  g_test_add_data_func (
      "/core/post-reader/quotes", "<blockquote><ul><li>", test_hostile);
  return g_test_run ();
}
