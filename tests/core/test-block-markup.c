/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The exact spelling of each block; the real editor's opinion of it is asked by
 * tests/cms/test-blocks.c. And what pieces, footnotes and notes tell.
 */
#include "config.h"

#include "feu-block-markup.h"

#include <string.h>

typedef struct
{
  FeuRemoteImage  *small;
  FeuRemoteImage  *large;
  FeuMarkupOptions options;
} Fixture;

static const FeuRemoteImage *
find_image (const char *src, gpointer user_data)
{
  const Fixture *fixture = user_data;

  return strcmp (src, "a b.jpg") == 0     ? fixture->small
         : strcmp (src, "large.jpg") == 0 ? fixture->large
                                          : NULL;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->small = feu_remote_image_new (7, "https://e.org/a-b.jpg");
  fixture->large = feu_remote_image_new (8, "https://e.org/large.jpg");
  fixture->large->large_url = g_strdup ("https://e.org/large-1024x768.jpg");
  fixture->options = (FeuMarkupOptions){
    .rights = FEU_RIGHT_RAW_HTML,
    .has_footnotes = TRUE,
    .find_image = find_image,
    .image_data = fixture,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  feu_remote_image_unref (fixture->small);
  feu_remote_image_unref (fixture->large);
}

static FeuMarkup *
write_blocks (const Fixture *fixture, const char *text)
{
  g_autoptr (FeuArticle) article = feu_article_new (g_strdup (text), strlen (text), 1);
  return feu_block_markup_new (article, &fixture->options);
}

#define P(text) "<!-- wp:paragraph -->\n<p>" text "</p>\n<!-- /wp:paragraph -->"
#define ITEM(text) "<!-- wp:list-item -->\n<li>" text "</li>\n<!-- /wp:list-item -->"
#define UL(items)                                                                      \
  "<!-- wp:list -->\n<ul class=\"wp-block-list\">" items "</ul>\n<!-- /wp:list -->"
#define HTML(text) "<!-- wp:html -->\n" text "\n<!-- /wp:html -->"
#define IMAGE(id, size, file, alt)                                                     \
  "<!-- wp:image {\"id\":" id ",\"sizeSlug\":\"" size                                  \
  "\",\"linkDestination\":\"none\"} -->\n<figure class=\"wp-block-image size-" size    \
  "\"><img src=\"https://e.org/" file "\" alt=\"" alt "\" class=\"wp-image-" id "\"/>"
#define IMAGE_END "</figure>\n<!-- /wp:image -->"
#define NEXT "\n\n"

static const struct
{
  const char *path;
  const char *text;
  const char *body;
} cases[] = {
  { "empty", "", "" },
  { "paragraphs",
    "a *b* **c** ~~d~~ `e`\nf  \ng\n\nh",
    P ("a <em>b</em> <strong>c</strong> <s>d</s> <code>e</code>\nf<br>g")
        NEXT P ("h") },
  { "special-characters",
    "a & b < c > \"d\" 'e' -- \\\\ \\0 😀",
    P ("a &amp; b &lt; c &gt; \"d\" 'e' -- \\ \\0 😀") },
  { "controls-are-left-out", "a&#1;b&#13;c&#127;d", P ("abcd") },
  { "shortcodes-are-text",
    "[gallery ids=\"1\"] [1] [ x] `[a]`",
    P ("&#91;gallery ids=\"1\"] [1] [ x] <code>[a]</code>") },
  { "addresses-are-no-embeds",
    "http\\://e.org\nhttp\\://e.org b",
    P ("http:&#47;&#47;e.org\nhttp:&#47;&#47;e.org b") },
  { "block-comments-are-text",
    "\\<!-- wp:html --> `<!-- /wp:paragraph -->`",
    P ("&lt;!-- wp:html --&gt; <code>&lt;!-- /wp:paragraph --&gt;</code>") },
  { "links",
    "[a](u?x=1&y=2 \"T\") [b](javascript:x) [c](<x\"y>)",
    P ("<a href=\"u?x=1&amp;y=2\" title=\"T\">a</a> b <a href=\"x%22y\">c</a>") },
  { "headings",
    "# T\n\n## A\n\n# B\n\n[x](#a)",
    "<!-- wp:heading {\"level\":3,\"anchor\":\"a\"} -->\n<h3 "
    "class=\"wp-block-heading\" id=\"a\">A</h3>\n<!-- /wp:heading -->" NEXT
    "<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">B</h2>\n<!-- "
    "/wp:heading -->" NEXT P ("<a href=\"#a\">x</a>") },
  { "nested-lists",
    "- a\n  - b\n- c\n\n  d",
    UL (ITEM ("a" UL (ITEM ("b"))) NEXT ITEM ("c" P ("d"))) },
  { "ordered-lists",
    "3. a\n\n<!-- -->\n\n1. b",
    "<!-- wp:list {\"ordered\":true,\"start\":3} -->\n<ol start=\"3\" "
    "class=\"wp-block-list\">" ITEM (
        "a") "</ol>\n<!-- /wp:list -->" NEXT
             "<!-- wp:list {\"ordered\":true} -->\n<ol class=\"wp-block-list\">" ITEM (
                 "b") "</ol>\n<!-- /wp:list -->" },
  { "task-lists", "- [x] a\n- [ ] b", UL (ITEM ("☑ a") NEXT ITEM ("☐ b")) },
  { "blocks-in-lists",
    "-     a\n- > b",
    UL (ITEM (
        "<!-- wp:code -->\n<pre class=\"wp-block-code\"><code>a</code></pre>\n<!-- "
        "/wp:code -->")
            NEXT ITEM ("<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\">" P (
                "b") "</blockquote>\n<!-- /wp:quote -->")) },
  { "quote-with-citation",
    "> a\n>\n> — B *c*",
    "<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\">" P (
        "a") "<cite>B <em>c</em></cite></blockquote>\n<!-- /wp:quote -->" },
  { "citation-after-a-break",
    "> a  \n> -- B",
    "<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\">" P (
        "a") "<cite>B</cite></blockquote>\n<!-- /wp:quote -->" },
  { "conversation-is-no-citation",
    "> — a\n>\n> — b",
    "<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\">" P ("— a")
        NEXT P ("— b") "</blockquote>\n<!-- /wp:quote -->" },
  { "empty-quote", ">", "" },
  { "code",
    "```c x\na[0] < \"b\" && c\n\nhttp://e.org\n```",
    "<!-- wp:code {\"className\":\"language-c\"} -->\n<pre class=\"wp-block-code "
    "language-c\"><code>a&#91;0] &lt; \"b\" &amp;&amp; "
    "c\n\nhttp:&#47;&#47;e.org</code></pre>\n<!-- /wp:code -->" },
  { "code-without-a-sane-language",
    "```a\"b\nc\n```",
    "<!-- wp:code -->\n<pre class=\"wp-block-code\"><code>c</code></pre>\n<!-- "
    "/wp:code -->" },
  { "table",
    "| a | b |\n|:-:|---|\n| *c* | d |\n\n: e *f*\n\ng",
    "<!-- wp:table {\"hasFixedLayout\":false} -->\n<figure "
    "class=\"wp-block-table\"><table><thead><tr><th class=\"has-text-align-center\" "
    "data-align=\"center\">a</th><th>b</th></tr></thead><tbody><tr><td "
    "class=\"has-text-align-center\" "
    "data-align=\"center\"><em>c</em></td><td>d</td></tr></tbody></table><figcaption "
    "class=\"wp-element-caption\">e <em>f</em></figcaption></figure>\n<!-- "
    "/wp:table -->" NEXT P ("g") },
  { "image",
    "![A \"b\"](a%20b.jpg \"C & d\")",
    IMAGE ("7",
           "full",
           "a-b.jpg",
           "A &quot;b&quot;") "<figcaption class=\"wp-element-caption\">C &amp; "
                              "d</figcaption>" IMAGE_END },
  { "large-image",
    "![](large.jpg)",
    IMAGE ("8", "large", "large-1024x768.jpg", "") IMAGE_END },
  { "linked-image",
    "[![A](a%20b.jpg)](https://e.org/?x=1&y=2)",
    "<!-- wp:image {\"id\":7,\"sizeSlug\":\"full\",\"linkDestination\":\"custom\"} "
    "-->\n<figure class=\"wp-block-image size-full\"><a "
    "href=\"https://e.org/?x=1&amp;y=2\"><img src=\"https://e.org/a-b.jpg\" alt=\"A\" "
    "class=\"wp-image-7\"/></a>" IMAGE_END },
  { "remote-image",
    "![A](https://f.org/x.jpg?a=1&b=2)",
    "<!-- wp:image -->\n<figure class=\"wp-block-image\"><img "
    "src=\"https://f.org/x.jpg?a=1&amp;b=2\" alt=\"A\"/>" IMAGE_END },
  { "missing-image",
    "![A](x.jpg \"C\")",
    "<!-- wp:image -->\n<figure class=\"wp-block-image\"><img "
    "alt=\"A\"/><figcaption class=\"wp-element-caption\">C</figcaption>" IMAGE_END },
  { "image-text-of-the-front-matter",
    "---\nresources:\n  - src: a b.jpg\n    params: { alt: A, caption: C, credit: D & "
    "E "
    "}\n---\n![](a%20b.jpg)",
    IMAGE ("7", "full", "a-b.jpg", "A") "<figcaption class=\"wp-element-caption\">C "
                                        "<small class=\"credit\">D &amp; "
                                        "E</small></figcaption>" IMAGE_END },
  { "image-in-text",
    "a ![b](a%20b.jpg)",
    P ("a <img class=\"wp-image-7\" src=\"https://e.org/a-b.jpg\" alt=\"b\">") },
  { "gallery",
    "![A](a%20b.jpg)\n![B](large.jpg \"C\")",
    "<!-- wp:gallery {\"linkTo\":\"none\"} -->\n<figure class=\"wp-block-gallery "
    "has-nested-images columns-default is-cropped\">" IMAGE ("7",
                                                             "full",
                                                             "a-b.jpg",
                                                             "A") IMAGE_END NEXT
        IMAGE ("8",
               "large",
               "large-1024x768.jpg",
               "B") "<figcaption class=\"wp-element-caption\">C</figcaption>" IMAGE_END
                    "</figure>\n<!-- /wp:gallery -->" },
  { "separator",
    "---",
    "<!-- wp:separator -->\n<hr class=\"wp-block-separator "
    "has-alpha-channel-opacity\"/>\n<!-- /wp:separator -->" },
  { "embed",
    "https://www.youtube.com/watch?v=a_B-1&t=3s",
    "<!-- wp:embed "
    "{\"url\":\"https://youtu.be/"
    "a_B-1?t=3s\",\"type\":\"video\",\"providerNameSlug\":\"youtube\",\"responsive\":"
    "true,"
    "\"className\":\"wp-embed-aspect-16-9 wp-has-aspect-ratio\"} -->\n<figure "
    "class=\"wp-block-embed is-type-video is-provider-youtube wp-block-embed-youtube "
    "wp-embed-aspect-16-9 wp-has-aspect-ratio\"><div "
    "class=\"wp-block-embed__wrapper\">\nhttps://youtu.be/a_B-1?t=3s\n</div></figure>\n"
    "<!-- /wp:embed -->" },
  { "embed-with-an-ampersand",
    "https://soundcloud.com/a/b?c=1&d=2",
    "<!-- wp:embed "
    "{\"url\":\"https://soundcloud.com/a/"
    "b?c=1\\u0026d=2\",\"type\":\"rich\",\"providerNameSlug\":\"soundcloud\","
    "\"responsive\":true} -->\n<figure class=\"wp-block-embed is-type-rich "
    "is-provider-soundcloud wp-block-embed-soundcloud\"><div "
    "class=\"wp-block-embed__wrapper\">\nhttps://soundcloud.com/a/"
    "b?c=1&amp;d=2\n</div></figure>\n<!-- /wp:embed -->" },
  { "address-of-no-service",
    "https://e.org/",
    P ("<a href=\"https://e.org/\">https://e.org/</a>") },
  { "more",
    "a\n\n<!--more-->\n\n<!--nextpage-->",
    P ("a") NEXT "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->" NEXT
                 "<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->" },
  { "more-with-a-text",
    "<!--more Go on-->",
    "<!-- wp:more {\"customText\":\"Go on\"} -->\n<!--more Go on-->\n<!-- /wp:more "
    "-->" },
  { "more-with-controls", "<!--more G\001o-->", "" },
  { "only-one-more",
    "<!--more-->\n\n<!-- more -->",
    "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->" },
  { "remarks-stay-here", "<!-- more to say -->\n\na <!-- b --> c", P ("a  c") },
  { "raw-html",
    "<div class=\"a\" data-b>\n<p>c &amp; d</p>\n</div>",
    HTML ("<div class=\"a\" data-b>\n<p>c &amp; d</p>\n</div>") },
  { "raw-html-around-markdown",
    "<div>\n\na *b*\n\n</div>",
    HTML ("<div>\n<p>a <em>b</em></p>\n</div>") },
  { "raw-html-is-closed",
    "<table><tr><td>a",
    HTML ("<table><tbody><tr><td>a</td></tr></tbody></table>") },
  { "raw-html-of-no-element", "<div>\n<p<b>a\n</div>", HTML ("<div>\na\n</div>") },
  { "raw-images",
    "<p><img src=\"a%20b.jpg\" srcset=\"x 2x\" alt=\"c\"></p>",
    HTML ("<p><img src=\"https://e.org/a-b.jpg\" alt=\"c\"></p>") },
  { "raw-inline",
    "<kbd class=x>a</kbd> H<sub>2</sub>",
    P ("<kbd class=\"x\">a</kbd> H<sub>2</sub>") },
  { "raw-inline-that-is-not-nested",
    "*a <b>b* c</b>",
    HTML ("<p><em>a <b>b</b></em> c</p>") },
  { "forged-blocks",
    "<!-- wp:html -->\n<p title=\"<!-- wp:x -->\">a</p>",
    HTML ("<p title=\"&lt;!-- wp:x --&gt;\">a</p>") },
  { "scripts",
    "<script>x(\"<!-- wp:html -->\") < 1</script>",
    HTML ("<script>x(\"\\u003c!-- wp:html -->\") < 1</script>") },
};

static void
test_case (Fixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FeuMarkup) markup = write_blocks (fixture, cases[i].text);
  g_autofree char *body = feu_markup_dup_body (markup);

  g_assert_cmpstr (body, ==, cases[i].body);
}

static void
test_footnotes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FeuMarkup) markup =
      write_blocks (fixture, "# T\n\na[^x] b[^x]\n\n[^x]: c \"*d*\"\n\n    e\n");
  g_autofree char *body = feu_markup_dup_body (markup);

  g_assert_cmpstr (
      body,
      ==,
      P ("a<sup data-fn=\"fn-f88a6430b8d9124a\" class=\"fn\"><a "
         "href=\"#fn-f88a6430b8d9124a\" id=\"fn-f88a6430b8d9124a-link\">1</a></sup> "
         "b<sup><a href=\"#fn-f88a6430b8d9124a\">1</a></sup>") NEXT
      "<!-- wp:footnotes /-->");
  g_assert_cmpstr (markup->footnotes,
                   ==,
                   "[{\"content\":\"c \\\"<em>d</em>\\\"<br><br>e\",\"id\":\"fn-"
                   "f88a6430b8d9124a\"}]");
}

static const char *
find_note_id (const char *label, gpointer unused)
{
  return strcmp (label, "x") == 0 ? "4f-uuid" : "not <an> id";
}

static void
test_footnotes_with_ids (Fixture *fixture, gconstpointer unused)
{
  fixture->options.find_note_id = find_note_id;
  g_autoptr (FeuMarkup) markup =
      write_blocks (fixture, "a[^x] b[^y]\n\n[^x]: c\n[^y]: d\n");
  g_autofree char *body = feu_markup_dup_body (markup);

  g_assert_nonnull (strstr (body, "<sup data-fn=\"4f-uuid\" class=\"fn\">"));
  g_assert_nonnull (strstr (body, "<sup data-fn=\"fn-"));
  g_assert_nonnull (strstr (markup->footnotes, "\"id\":\"4f-uuid\""));
}

static void
test_footnotes_as_a_list (Fixture *fixture, gconstpointer unused)
{
  fixture->options.has_footnotes = FALSE;
  g_autoptr (FeuMarkup) markup = write_blocks (fixture, "a[^x]\n\n[^x]: c\n");
  g_autofree char *body = feu_markup_dup_body (markup);

  g_assert_cmpstr (markup->footnotes, ==, "");
  g_assert_null (strstr (body, "data-fn"));
  g_assert_nonnull (strstr (body, "<!-- wp:list {\"ordered\":true} -->"));
  g_assert_nonnull (strstr (body, "<span id=\"fn-"));
}

static void
test_pieces (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *start;
    guint       first, last;
  } pieces[] = {
    { "", 3, 3 },
    { "<!-- wp:paragraph", 5, 6 },
    { "<!-- wp:list", 8, 11 },
    { "<!-- wp:table", 13, 16 },
    { "", 18, 18 },
    { "<!-- wp:html", 20, 24 },
    { "<!-- wp:footnotes", 28, 28 },
  };
  g_autoptr (FeuMarkup) markup =
      write_blocks (fixture,
                    "---\ntitle: T\n---\n# T\n\na\nb\n\n- c\n- d\n\n  e\n\n"
                    "| f |\n|---|\n\n: g\n\n<!-- h -->\n\n<div>\n\ni[^1]\n\n</div>\n"
                    "\n\n\n[^1]: j\n");

  g_assert_cmpuint (markup->pieces->len, ==, G_N_ELEMENTS (pieces));
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const FeuMarkupPiece *piece = g_ptr_array_index (markup->pieces, i);
      if (*pieces[i].start == '\0')
        g_assert_cmpstr (piece->markup, ==, "");
      g_assert_true (g_str_has_prefix (piece->markup, pieces[i].start));
      g_assert_cmpuint (piece->start_line, ==, pieces[i].first);
      g_assert_cmpuint (piece->end_line, ==, pieces[i].last);
    }
}

static void
test_notes (Fixture *fixture, gconstpointer unused)
{
  static const char *const parts[] = { "x.jpg", "doc.pdf", "2 <iframe>", NULL };
  guint                    i = 0;

  fixture->options.rights = 0;
  g_autoptr (FeuMarkup) markup =
      write_blocks (fixture,
                    "![a](x.jpg)\n\n[b](doc.pdf) [c](large.jpg)\n\n"
                    "<iframe src=\"https://e.org\"></iframe>\n\n"
                    "<p><iframe></iframe> <b>d</b></p>\n");
  g_autofree char *body = feu_markup_dup_body (markup);

  for (; parts[i] != NULL && i < markup->notes->len; i++)
    {
      const FeuMarkupNote *note = g_ptr_array_index (markup->notes, i);
      g_assert_nonnull (strstr (note->text, parts[i]));
      g_assert_cmpuint (note->line, ==, 2 * i);
    }
  g_assert_cmpuint (markup->notes->len, ==, i);
  g_assert_nonnull (strstr (body, "href=\"https://e.org/large.jpg\""));
}

/* Their tags would go and their text stay. */
static void
test_scripts_of_authors (Fixture *fixture, gconstpointer unused)
{
  fixture->options.rights = 0;
  g_autoptr (FeuMarkup) markup = write_blocks (
      fixture, "<script>a</script>\n\nb <script>c</script>\n\n<style>d</style>\n");
  g_autofree char *body = feu_markup_dup_body (markup);

  g_assert_cmpstr (body, ==, HTML ("<p>b </p>"));
  g_assert_cmpuint (markup->notes->len, ==, 2);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*function) (Fixture *, gconstpointer);
  } tests[] = {
    { "/core/block-markup/footnotes", test_footnotes },
    { "/core/block-markup/footnotes-with-ids", test_footnotes_with_ids },
    { "/core/block-markup/footnotes-as-a-list", test_footnotes_as_a_list },
    { "/core/block-markup/pieces", test_pieces },
    { "/core/block-markup/notes", test_notes },
    { "/core/block-markup/scripts-of-authors", test_scripts_of_authors },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/block-markup/", cases[i].path, NULL);
      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_case, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
