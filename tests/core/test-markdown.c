/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each construct of Markdown and its HTML, headings and their ids, the title, what raw
 * HTML holds together, counts. Images are test-markdown-images.c.
 */
#include "config.h"

#include "feu-article.h"

#include <string.h>

static FeuArticle *
parse (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 1);
}

static char *
dup_html (const FeuArticle *article)
{
  const GPtrArray *blocks = feu_article_get_blocks (article);
  GString         *html = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, i);
      g_assert_cmpuint (block->html_length, ==, strlen (block->html));
      g_string_append (html, block->html);
    }
  return g_string_free (html, FALSE);
}

typedef struct
{
  const char *path;
  const char *markdown;
  const char *html;
} HtmlCase;

static const HtmlCase html_cases[] = {
  { "empty", "", "" },
  { "blank", "\n  \n", "" },
  { "one-byte", "a", "<p>a</p>\n" },
  { "crlf", "a\r\n\r\nb\r\n", "<p>a</p>\n<p>b</p>\n" },
  { "emphasis",
    "*a* **b** ***c*** `d` ~~e~~",
    "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <code>d</code> "
    "<del>e</del></p>\n" },
  { "escapes", "1 < 2 & \"3\"", "<p>1 &lt; 2 &amp; &quot;3&quot;</p>\n" },
  { "hard-break", "a  \nb", "<p>a<br />\nb</p>\n" },
  { "thematic-break", "a\n\n***", "<p>a</p>\n<hr />\n" },
  { "quote", "> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n" },
  { "code-block",
    "```c\nint <a>;\n```",
    "<pre><code class=\"language-c\">int &lt;a&gt;;\n</code></pre>\n" },
  { "tight-list", "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n" },
  { "loose-list",
    "3. a\n\n4. b",
    "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n" },
  { "tasks-tight",
    "- [ ] a\n- [x] *b*\n- c",
    "<ul>\n"
    "<li class=\"task\"><label><input type=\"checkbox\" disabled /> a</label></li>\n"
    "<li class=\"task\"><label><input type=\"checkbox\" checked disabled /> "
    "<em>b</em></label></li>\n"
    "<li>c</li>\n</ul>\n" },
  { "tasks-loose",
    "- [x] a\n\n  b\n\n- [ ] c",
    "<ul>\n<li class=\"task\">\n"
    "<p><label><input type=\"checkbox\" checked disabled /> a</label></p>\n"
    "<p>b</p>\n</li>\n<li class=\"task\">\n"
    "<p><label><input type=\"checkbox\" disabled /> c</label></p>\n</li>\n</ul>\n" },
  { "tasks-nested",
    "- [ ] a\n  - [x] b",
    "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled /> a</label>\n"
    "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" checked disabled /> "
    "b</label></li>\n</ul>\n</li>\n</ul>\n" },
  { "task-of-an-image",
    "- [ ] ![a](b.png)",
    "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled /> "
    "<img src=\"b.png\" alt=\"a\" /></label></li>\n</ul>\n" },
  { "table",
    "a | b | c | d\n--- | :-- | :-: | --:\n1 | 2 | 3 | *4*",
    "<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n"
    "<th scope=\"col\" style=\"text-align: left\">b</th>\n"
    "<th scope=\"col\" style=\"text-align: center\">c</th>\n"
    "<th scope=\"col\" style=\"text-align: right\">d</th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr>\n<td>1</td>\n<td style=\"text-align: left\">2</td>\n"
    "<td style=\"text-align: center\">3</td>\n"
    "<td style=\"text-align: right\"><em>4</em></td>\n</tr>\n</tbody>\n</table>\n" },
  { "table-short-row",
    "|a|b|\n|:-:|-|\n|1|",
    "<table>\n<thead>\n<tr>\n"
    "<th scope=\"col\" style=\"text-align: center\">a</th>\n"
    "<th scope=\"col\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
    "<td style=\"text-align: center\">1</td>\n<td></td>\n</tr>\n</tbody>\n"
    "</table>\n" },
  { "autolink",
    "<https://a.org/b> www.c.org",
    "<p><a href=\"https://a.org/b\">https://a.org/b</a> "
    "<a href=\"http://www.c.org\">www.c.org</a></p>\n" },
  { "link",
    "[a](b.html \"c\") [d]\n\n[d]: /e",
    "<p><a href=\"b.html\" title=\"c\">a</a> <a href=\"/e\">d</a></p>\n" },
  { "footnotes",
    "a[^x] b[^y]\n\n[^y]: Y.\n[^x]: X.",
    "<p>a<sup id=\"fnref-1\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup> "
    "b<sup id=\"fnref-2\"><a href=\"#fn-2\" role=\"doc-noteref\">2</a></sup></p>\n"
    "<section class=\"footnotes\" role=\"doc-endnotes\">\n<hr />\n<ol>\n"
    "<li id=\"fn-1\">\n<p>X. <a href=\"#fnref-1\" role=\"doc-backlink\" "
    "aria-label=\"↩ 1\">↩</a></p>\n</li>\n"
    "<li id=\"fn-2\">\n<p>Y. <a href=\"#fnref-2\" role=\"doc-backlink\" "
    "aria-label=\"↩ 2\">↩</a></p>\n</li>\n</ol>\n</section>\n" },
  { "footnote-twice",
    "[^a]: N.\n\na[^a] b[^a]",
    "<p>a<sup id=\"fnref-1\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup> "
    "b<sup id=\"fnref-1-2\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup></p>\n"
    "<section class=\"footnotes\" role=\"doc-endnotes\">\n<hr />\n<ol>\n"
    "<li id=\"fn-1\">\n<p>N. <a href=\"#fnref-1\" role=\"doc-backlink\" "
    "aria-label=\"↩ 1\">↩</a> <a href=\"#fnref-1-2\" role=\"doc-backlink\" "
    "aria-label=\"↩ 1-2\">↩</a></p>\n</li>\n</ol>\n</section>\n" },
  { "footnote-ends-with-code",
    "a[^1]\n\n[^1]:\n        b",
    "<p>a<sup id=\"fnref-1\"><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup></p>\n"
    "<section class=\"footnotes\" role=\"doc-endnotes\">\n<hr />\n<ol>\n"
    "<li id=\"fn-1\">\n<pre><code>b\n</code></pre>\n<p> <a href=\"#fnref-1\" "
    "role=\"doc-backlink\" aria-label=\"↩ 1\">↩</a></p>\n</li>\n</ol>\n"
    "</section>\n" },
  { "footnote-unused", "a\n\n[^1]: never", "<p>a</p>\n" },
  { "footnote-unknown", "a[^1]", "<p>a[^1]</p>\n" },
  { "figure",
    "![a](b.png \"c & d\")",
    "<figure>\n<img src=\"b.png\" alt=\"a\" />\n"
    "<figcaption>c &amp; d</figcaption>\n</figure>\n" },
  { "figure-bare",
    "![](b.png)",
    "<figure>\n<img src=\"b.png\" alt=\"\" />\n</figure>\n" },
  { "figure-linked",
    "[![a](b.png)](c.html)",
    "<figure>\n<a href=\"c.html\"><img src=\"b.png\" alt=\"a\" /></a>\n</figure>\n" },
  { "figure-in-quote",
    "> ![a](b.png)",
    "<blockquote>\n<figure>\n<img src=\"b.png\" alt=\"a\" />\n</figure>\n"
    "</blockquote>\n" },
  { "two-images-are-no-figure",
    "![a](b.png) ![c](d.png \"e\")",
    "<p><img src=\"b.png\" alt=\"a\" /> "
    "<img src=\"d.png\" alt=\"c\" title=\"e\" /></p>\n" },
  { "alt-is-plain-text",
    "x ![*a* `b` [c](d) \\\"](e.png)",
    "<p>x <img src=\"e.png\" alt=\"a b c &quot;\" /></p>\n" },
  { "remote-image",
    "x ![a](https://b.org/c.png)",
    "<p>x <a class=\"remote-image\" href=\"https://b.org/c.png\">a</a></p>\n" },
  { "remote-image-without-scheme",
    "x ![](//b.org/c.png)",
    "<p>x <a class=\"remote-image\" href=\"//b.org/c.png\">//b.org/c.png</a></p>\n" },
  { "remote-image-in-link",
    "x [![a](https://b.org/c.png)](d)",
    "<p>x <a href=\"d\"><span class=\"remote-image\">a</span></a></p>\n" },
  { "inline-image-data",
    "x ![a](data:image/png;base64,AAAA)",
    "<p>x <img src=\"data:image/png;base64,AAAA\" alt=\"a\" /></p>\n" },
};

static void
test_html (gconstpointer data)
{
  const HtmlCase *test = data;
  g_autoptr (FeuArticle) article = parse (test->markdown);
  g_autofree char *html = dup_html (article);

  g_assert_cmpstr (html, ==, test->html);
}

static void
test_figcaption_from_front_matter (void)
{
  g_autoptr (FeuArticle) article =
      parse ("---\nresources:\n"
             "  - src: a.png\n    params: { credit: \"Zoé <z>\", caption: Légende }\n"
             "  - src: b.png\n    params: { credit: Max }\n---\n"
             "![](a.png)\n\n![](a.png \"Ici\")\n\n![](b.png)\n\nx ![](a.png)\n");
  g_autofree char *html = dup_html (article);

  g_assert_cmpstr (
      html,
      ==,
      "<figure>\n<img src=\"a.png\" alt=\"\" />\n<figcaption>Légende "
      "<small class=\"credit\">Zoé &lt;z&gt;</small></figcaption>\n</figure>\n"
      "<figure>\n<img src=\"a.png\" alt=\"\" />\n<figcaption>Ici "
      "<small class=\"credit\">Zoé &lt;z&gt;</small></figcaption>\n</figure>\n"
      "<figure>\n<img src=\"b.png\" alt=\"\" />\n<figcaption>"
      "<small class=\"credit\">Max</small></figcaption>\n</figure>\n"
      "<p>x <img src=\"a.png\" alt=\"\" /></p>\n");
}

/* Nothing that runs or leads astray. */
static const HtmlCase unsafe_cases[] = {
  { "javascript", "[a](javascript:alert(1))", "<p>a</p>\n" },
  { "javascript-entity", "[a](java&#115;cript&colon;alert(1))", "<p>a</p>\n" },
  { "javascript-tab", "[a](java&#9;script:alert(1))", "<p>a</p>\n" },
  { "javascript-reference", "[*a*]\n\n[*a*]: JavaScript:x", "<p><em>a</em></p>\n" },
  { "javascript-autolink", "<javascript:x>", "<p>javascript:x</p>\n" },
  { "vbscript", "[a](vbscript:x)", "<p>a</p>\n" },
  { "data", "[a](data:text/html,x)", "<p>a</p>\n" },
  { "file", "[a](file:///etc/passwd)", "<p>a</p>\n" },
  { "unknown-scheme", "[a](ms-settings:x)", "<p>a</p>\n" },
  { "image-javascript",
    "x ![a](javascript:x)",
    "<p>x <img src=\"\" alt=\"a\" /></p>\n" },
  { "image-file",
    "x ![a](file://host/a.png)",
    "<p>x <img src=\"\" alt=\"a\" /></p>\n" },
  { "image-svg-data",
    "x ![a](data:image/svg+xml,y)",
    "<p>x <img src=\"\" alt=\"a\" /></p>\n" },
  { "raw-image-file",
    "x <img src=\"file://host/a.png\" alt=\"a\">",
    "<p>x <img src=\"\" alt=\"a\" /></p>\n" },
  { "raw-image-remote",
    "x <img src=\"https://b.org/c.png\" alt=\"a\">",
    "<p>x <a class=\"remote-image\" href=\"https://b.org/c.png\">a</a></p>\n" },
  { "script", "<script>alert(1)</script>", "\n" },
  { "script-inline", "a<script>alert(1)</script>b", "<p>ab</p>\n" },
  { "handler", "<b onclick=\"x\">a</b>", "<p><b>a</b></p>\n" },
  { "unclosed", "<div><b>a", "<div><b>a\n</b></div>" },
  { "attribute-in-alt",
    "x ![\" onerror=\"y](z.png)",
    "<p>x <img src=\"z.png\" alt=\"&quot; onerror=&quot;y\" /></p>\n" },
};

/* ---- headings ---- */

/* Not HTML but ids, joined by spaces. */
static const HtmlCase id_cases[] = {
  { "accents", "## Été à l’œuvre", "ete-a-l-oeuvre" },
  { "same-text", "## a\n## a\n## a", "a a-2 a-3" },
  { "same-as-numbered", "## a\n## a\n## a-2\n## a", "a a-2 a-2-2 a-3" },
  { "numbered-first", "## a-2\n## a\n## a", "a-2 a a-3" },
  { "empty", "##\n## !\n## 🎈", "section section-2 section-3" },
  { "reserved",
    "## fn-1\n## fnref-1\n## Feu page",
    "section-fn-1 section-fnref-1 section-feu-page" },
  { "markup", "## *a* `b` [c](d) ![e](f)", "a-b-c" },
  { "other-script", "## Привет мир\n## 日本", "привет-мир 日本" },
  { "in-quote-and-note", "> ## a\n\nx[^1]\n\n[^1]: ## a", "a a-2" },
};

static char *
dup_ids (const FeuArticle *article)
{
  const GPtrArray *headings = feu_article_get_headings (article);
  GString         *ids = g_string_new (NULL);

  for (guint i = 0; i < headings->len; i++)
    {
      const FeuHeading *heading = g_ptr_array_index (headings, i);
      g_string_append_printf (ids, i > 0 ? " %s" : "%s", heading->id);
    }
  return g_string_free (ids, FALSE);
}

static void
test_ids (gconstpointer data)
{
  const HtmlCase *test = data;
  g_autoptr (FeuArticle) article = parse (test->markdown);
  const GPtrArray *headings = feu_article_get_headings (article);
  g_autofree char *html = dup_html (article);
  g_autofree char *ids = dup_ids (article);

  g_assert_cmpstr (ids, ==, test->html);
  for (guint i = 0; i < headings->len; i++)
    {
      const FeuHeading *heading = g_ptr_array_index (headings, i);
      g_autofree char  *attribute = g_strdup_printf (" id=\"%s\">", heading->id);
      g_assert_nonnull (strstr (html, attribute));
    }
}

static void
test_heading_lines (void)
{
  g_autoptr (FeuArticle) article =
      parse ("---\ntitle: t\n---\n\n## a\n\nb\n\nc\n---\n> ### d");
  static const FeuHeading expected[] = {
    { (char *) "a", (char *) "a", 2, 4 },
    { (char *) "c", (char *) "c", 2, 8 },
    { (char *) "d", (char *) "d", 3, 10 },
  };
  const GPtrArray *headings = feu_article_get_headings (article);

  g_assert_cmpuint (headings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < headings->len; i++)
    {
      const FeuHeading *heading = g_ptr_array_index (headings, i);
      g_assert_cmpstr (heading->text, ==, expected[i].text);
      g_assert_cmpuint (heading->level, ==, expected[i].level);
      g_assert_cmpuint (heading->line, ==, expected[i].line);
    }
}

static const struct
{
  const char *path;
  const char *markdown;
  const char *title; /* (nullable) */
  const char *html;
} title_cases[] = {
  { "hoisted", "# A *b*\n\n## c", "A b", "<h2 id=\"c\">c</h2>\n" },
  { "hoisted-then-shifted",
    "# A\n\n# b\n\n###### c",
    "A",
    "<h2 id=\"b\">b</h2>\n<h6 id=\"c\">c</h6>\n" },
  { "setext", "A\n=\n\nb", "A", "<p>b</p>\n" },
  { "not-first", "b\n\n# A", NULL, "<p>b</p>\n<h1 id=\"a\">A</h1>\n" },
  { "level-2", "## A", NULL, "<h2 id=\"a\">A</h2>\n" },
  { "of-an-image",
    "# ![a](b.png)",
    NULL,
    "<h1 id=\"section\"><img src=\"b.png\" alt=\"a\" /></h1>\n" },
  { "in-quote", "> # A", NULL, "<blockquote>\n<h1 id=\"a\">A</h1>\n</blockquote>\n" },
  { "with-image", "# A ![a](b.png)\n\nc", "A", "<p>c</p>\n" },
  { "front-matter-first", "---\ntitle: T\n---\n# A\n", "T", "<h2 id=\"a\">A</h2>\n" },
  { "front-matter-the-same",
    "---\ntitle: \"L'été & nous\"\n---\n# L'été & *nous*\n\nb\n",
    "L'été & nous",
    "<p>b</p>\n" },
  { "front-matter-no-shift",
    "---\ntitle: T\n---\n## A\n",
    "T",
    "<h2 id=\"a\">A</h2>\n" },
};

static void
test_title (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FeuArticle) article = parse (title_cases[i].markdown);
  g_autofree char *html = dup_html (article);

  g_assert_cmpstr (feu_article_get_title (article), ==, title_cases[i].title);
  g_assert_cmpstr (html, ==, title_cases[i].html);
}

/* ---- blocks ---- */

static const struct
{
  const char *path;
  const char *markdown;
  const char *lines; /* of each block */
} line_cases[] = {
  { "paragraphs", "a\nb\n\nc", "0-1 3-3" },
  { "front-matter", "---\na: b\n---\n\nc\n", "4-4" },
  { "list-quote-code", "- a\n  b\n- c\n\n> d\n\n```\ne\n```\n", "0-2 4-4 6-8" },
  { "table", "a\n\n|b|\n|-|\n|c|\n\nd", "0-0 2-4 6-6" },
  { "footnotes", "a[^1] b[^2]\n\n[^2]: x\n\nc\n\n[^1]: y\n", "0-0 4-4 6-6" },
  { "title", "# a\n\nb", "0-0 2-2" },
  { "raw-group", "<div>\n\na\n\n</div>\n\nb", "0-4 6-6" },
  { "raw-nested-groups",
    "<section>\n\n<div>\n\na\n\n</div>\n\n</section>\n\nb",
    "0-8 10-10" },
  { "raw-two-levels-at-once", "<div><div>\n\na\n\n</div>\n\n</div>\n\nb", "0-6 8-8" },
  { "raw-unclosed", "<div>\n\na\n\nb", "0-0 2-2 4-4" },
  { "raw-unclosed-inside", "<div>\n\n<ul>\n\na\n\n</div>\n\nb", "0-0 2-6 8-8" },
  { "raw-only-closed", "</div>\n\na", "0-0 2-2" },
  { "raw-script-with-tags", "<script>\nx = \"<div>\"\n</script>\n\na", "0-2 4-4" },
  { "raw-comment-with-tags", "<!-- <div> -->\n\na\n\n</div>", "0-0 2-2 4-4" },
};

static void
test_lines (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FeuArticle) article = parse (line_cases[i].markdown);
  const GPtrArray *blocks = feu_article_get_blocks (article);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint j = 0; j < blocks->len; j++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, j);
      g_string_append_printf (
          lines, j > 0 ? " %u-%u" : "%u-%u", block->start_line, block->end_line);
    }
  g_assert_cmpstr (lines->str, ==, line_cases[i].lines);
}

static void
test_raw_group_holds_markdown (void)
{
  g_autoptr (FeuArticle) article =
      parse ("<details class=\"x\" onclick=\"y\">\n<summary>A</summary>\n\n"
             "- *b*\n\n</details>\n");
  g_autofree char *html = dup_html (article);

  g_assert_true (
      g_str_has_prefix (html, "<details class=\"x\">\n<summary>A</summary>"));
  g_assert_nonnull (strstr (html, "<li><em>b</em></li>"));
  g_assert_null (strstr (html, "onclick"));
}

/* What Markdown gives a table, a task, a footnote is there with raw HTML in it too. */
static void
test_raw_keeps_ours (void)
{
  g_autoptr (FeuArticle) article =
      parse ("a | b\n:-: | --\n1<br>2 | 3[^1]\n\n- [x] c<br>d\n\n[^1]: e<br>f\n");
  g_autofree char   *html = dup_html (article);
  static const char *parts[] = {
    "<th scope=\"col\" style=\"text-align: center\">a</th>",
    "<td style=\"text-align: center\">1<br />2</td>",
    "<li class=\"task\"><label><input type=\"checkbox\" ",
    "<a href=\"#fn-1\" role=\"doc-noteref\">1</a>",
    "<section class=\"footnotes\" role=\"doc-endnotes\">",
    "role=\"doc-backlink\" aria-label=\"↩ 1\">",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (html, parts[i]) == NULL)
      g_error ("no %s in %s", parts[i], html);
}

/* ---- counts ---- */

static const struct
{
  const char *path;
  const char *markdown;
  guint       words;
  guint       characters;
  guint       paragraphs;
  guint       headings;
  guint       images;
} count_cases[] = {
  { "nothing", "", 0, 0, 0, 0, 0 },
  { "french", "Peut-être l’été : « oui » !", 3, 27, 1, 0, 0 },
  { "english", "It's a well-known, 3.5 m long dog.", 7, 34, 1, 0, 0 },
  { "chinese", "中文字 abc", 4, 7, 1, 0, 0 },
  { "markup", "**a** *b* [c](http://d.e/f \"g\") ~~h~~ <i>j</i>", 5, 9, 1, 0, 0 },
  { "across-markup", "l'**homme** qu*i*", 2, 11, 1, 0, 0 },
  { "line-ends", "a\nb\n\nc", 3, 4, 2, 0, 0 },
  { "raw-break", "a<br>b", 2, 3, 1, 0, 0 },
  { "code", "`a b`\n\n```\nc d\n```", 4, 6, 1, 0, 0 },
  { "raw-block", "<div class=\"x y\">a b<script>c d</script></div>", 2, 3, 0, 0, 0 },
  { "headings-without-title", "# a b\n\n## c\n\nd", 2, 2, 1, 1, 0 },
  { "no-captions", "![a b](c.png \"d e\")", 0, 0, 0, 0, 1 },
  { "image-in-text", "a ![b](c.png) d", 2, 4, 1, 0, 1 },
  { "raw-image", "<img src=\"a.png\">", 0, 0, 0, 0, 1 },
  { "table", "|a b|\n|-|\n|c|", 3, 4, 0, 0, 0 },
  { "footnote", "a[^1]\n\n[^1]: b c", 3, 4, 2, 0, 0 },
  { "footnote-unused", "a\n\n[^1]: b c", 1, 1, 1, 0, 0 },
  { "front-matter", "---\ntitle: a b c\n---\nd", 1, 1, 1, 0, 0 },
};

static void
test_counts (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FeuArticle) article = parse (count_cases[i].markdown);
  const FeuStatistics *statistics = feu_article_get_statistics (article);

  g_assert_cmpuint (statistics->count.words, ==, count_cases[i].words);
  g_assert_cmpuint (statistics->count.characters, ==, count_cases[i].characters);
  g_assert_cmpuint (statistics->paragraphs, ==, count_cases[i].paragraphs);
  g_assert_cmpuint (statistics->headings, ==, count_cases[i].headings);
  g_assert_cmpuint (statistics->images, ==, count_cases[i].images);
}

#define ADD_TABLE(prefix, cases, use_index, function)                                  \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                     \
    {                                                                                  \
      g_autofree char *path = g_strconcat (prefix, cases[i].path, NULL);               \
      g_test_add_data_func (path,                                                      \
                            use_index ? GUINT_TO_POINTER (i)                           \
                                      : (gconstpointer) &cases[i],                     \
                            function);                                                 \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("/core/markdown/html/", html_cases, FALSE, test_html);
  ADD_TABLE ("/core/markdown/unsafe/", unsafe_cases, FALSE, test_html);
  ADD_TABLE ("/core/markdown/ids/", id_cases, FALSE, test_ids);
  ADD_TABLE ("/core/markdown/title/", title_cases, TRUE, test_title);
  ADD_TABLE ("/core/markdown/lines/", line_cases, TRUE, test_lines);
  ADD_TABLE ("/core/markdown/counts/", count_cases, TRUE, test_counts);
  g_test_add_func ("/core/markdown/figcaption-from-front-matter",
                   test_figcaption_from_front_matter);
  g_test_add_func ("/core/markdown/heading-lines", test_heading_lines);
  g_test_add_func ("/core/markdown/raw-group-holds-markdown",
                   test_raw_group_holds_markdown);
  g_test_add_func ("/core/markdown/raw-keeps-ours", test_raw_keeps_ours);
  return g_test_run ();
}
