/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-block-markup.h"
#include "feu-classic-html.h"

#include "feu-post-reader.h"
#include "feu-post-restore.h"

#include <string.h>

#define BLOCK(name, html) "<!-- wp:" name " -->\n" html "\n<!-- /wp:" name " -->"
#define PARAGRAPH(html) BLOCK ("paragraph", "<p>" html "</p>")
#define COLUMNS(html)                                                                  \
  "<!-- wp:columns {\"a\":1} -->\n<div class=\"wp-block-columns\">" html               \
  "\n\n<p>*x*</p></div>\n<!-- /wp:columns -->"
#define CENTERED(html)                                                                 \
  "<!-- wp:paragraph {\"align\":\"center\"} -->\n<p class=\"c\">" html                 \
  "</p>\n<!-- /wp:paragraph -->"
#define IMAGE(alt, caption)                                                            \
  "<!-- wp:image {\"align\":\"left\",\"width\":90} -->\n<figure class=\"alignleft\">"  \
  "<img src=\"https://x.y/a.jpg\" alt=\"" alt "\" style=\"width:90px\"/>" caption      \
  "</figure>\n<!-- /wp:image -->"
#define EMPTY PARAGRAPH ("")

/* What is sent for the body @body of an article that was @source. */
static char *
restore (const FeuPostSource *source, const char *body, char **out_footnotes)
{
  g_autofree char *text = g_strconcat ("---\ntitle: T\n---\n\n", body, NULL);
  gsize            length = strlen (text);
  FeuMarkupOptions options = {
    .rights = FEU_RIGHT_RAW_HTML,
    .has_footnotes = TRUE,
    .find_note_id = feu_post_restore_get_note_id,
    .note_data = (gpointer) source,
  };
  g_autoptr (FeuArticle) article = feu_article_new (g_steal_pointer (&text), length, 1);
  g_autoptr (FeuMarkup) markup = source->is_classic
                                     ? feu_classic_html_new (article, &options)
                                     : feu_block_markup_new (article, &options);
  return feu_post_restore (source, article, markup, out_footnotes);
}

static const struct
{
  const char *name;
  const char *content;
  const char *from; /* in the Markdown; "" for its beginning */
  const char *to;
  const char *wanted; /* (nullable): as @content */
} cases[] = {
  { "unchanged", "\n" PARAGRAPH ("a") "\r\n" COLUMNS ("b") EMPTY " ", "", "", NULL },
  { "paragraph",
    "\n" CENTERED ("a") EMPTY "\n" PARAGRAPH ("b") "\n\n\n" COLUMNS ("c") "\n",
    "b",
    "*d*",
    "\n" CENTERED ("a") EMPTY
    "\n" PARAGRAPH ("<em>d</em>") "\n\n\n" COLUMNS ("c") "\n" },
  { "attributes-stay",
    CENTERED ("a"),
    "a",
    "a **b**",
    CENTERED ("a <strong>b</strong>") },
  { "links-stay",
    PARAGRAPH ("<a href=\"https://a.b/?c&amp;d\" target=\"_blank\" rel=\"x\">e</a> f"),
    "f",
    "g [h](https://i.j)",
    PARAGRAPH (
        "<a href=\"https://a.b/?c&amp;d\" target=\"_blank\" rel=\"x\">e</a> g <a "
        "href=\"https://i.j\">h</a>") },
  { "heading",
    "<!-- wp:heading {\"level\":3,\"textColor\":\"red\"} -->\n<h3 class=\"x\" "
    "id=\"y\">a</h3>\n<!-- /wp:heading -->",
    "### a",
    "### b",
    "<!-- wp:heading {\"level\":3,\"textColor\":\"red\"} -->\n<h3 class=\"x\" "
    "id=\"y\">b</h3>\n<!-- /wp:heading -->" },
  { "heading-level",
    "<!-- wp:heading {\"level\":3} -->\n<h3>a</h3>\n<!-- /wp:heading -->",
    "### a",
    "## a",
    "<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">a</h2>\n<!-- /wp:heading "
    "-->" },
  { "columns-are-as-written",
    PARAGRAPH ("a") "\n" COLUMNS ("b") "\n" PARAGRAPH ("c"),
    ">b\n\n<p>*x*",
    ">d\n\n\n<p>*y*",
    PARAGRAPH (
        "a") "\n<!-- wp:columns {\"a\":1} -->\n<div class=\"wp-block-columns\">d\n"
             "\n\n<p>*y*</p></div>\n<!-- /wp:columns -->\n" PARAGRAPH ("c") },
  { "columns-without-gaps",
    COLUMNS ("a") COLUMNS ("b") PARAGRAPH ("c"),
    "-->\n\n<!--",
    "-->\n<!--",
    NULL },
  { "inserted",
    PARAGRAPH ("a") "\n\n\n" PARAGRAPH ("b") "\n",
    "b",
    "c\n\nb",
    PARAGRAPH ("a") "\n\n\n" PARAGRAPH ("c") "\n\n" PARAGRAPH ("b") "\n" },
  { "inserted-first",
    "\n" PARAGRAPH ("a") "\n",
    "",
    "b\n\n",
    "\n" PARAGRAPH ("b") "\n\n" PARAGRAPH ("a") "\n" },
  { "appended",
    PARAGRAPH ("a") "\n",
    "a\n",
    "a\n\nb\n",
    PARAGRAPH ("a") "\n\n" PARAGRAPH ("b") "\n" },
  { "removed",
    PARAGRAPH ("a") "\n" PARAGRAPH ("b") "\n\n" CENTERED ("c"),
    "b\n\n",
    "",
    PARAGRAPH ("a") "\n\n" CENTERED ("c") },
  { "moved",
    PARAGRAPH ("a") "\n\n" PARAGRAPH ("b") "\n\n" CENTERED ("c"),
    "a\n\nb\n\nc",
    "c\n\na\n\nb",
    CENTERED ("c") "\n\n" PARAGRAPH ("a") "\n\n" PARAGRAPH ("b") },
  { "all-removed", PARAGRAPH ("a") "\n", "a\n", "", "\n" },
  { "same-texts",
    "<!-- wp:separator {\"a\":1} -->\n<hr/>\n<!-- /wp:separator -->\n" PARAGRAPH (
        "a") "\n<!-- wp:separator -->\n<hr/>\n<!-- /wp:separator -->",
    "a",
    "b",
    "<!-- wp:separator {\"a\":1} -->\n<hr/>\n<!-- /wp:separator -->\n" PARAGRAPH (
        "b") "\n<!-- wp:separator -->\n<hr/>\n<!-- /wp:separator -->" },
  { "table-without-head",
    "<!-- wp:table {\"x\":1} -->\n<figure class=\"y\"><table><tbody><tr><td>a</td></tr>"
    "</tbody></table></figure>\n<!-- /wp:table -->",
    "| a |",
    "| b |",
    "<!-- wp:table {\"x\":1} -->\n<figure class=\"y\"><table><tbody><tr><td>b</td></tr>"
    "</tbody></table></figure>\n<!-- /wp:table -->" },
  { "image-alt",
    IMAGE ("Alt &#8217;x&#8217;", "<figcaption>B <a href=\"#\">c</a></figcaption>"),
    "![Alt ’x’]",
    "![\"New\"]",
    IMAGE ("&quot;New&quot;", "<figcaption>B <a href=\"#\">c</a></figcaption>") },
  { "image-caption",
    IMAGE ("Alt &#8217;x&#8217;", "<figcaption>B</figcaption>"),
    "\"B\"",
    "\"C\"",
    IMAGE ("Alt &#8217;x&#8217;",
           "<figcaption class=\"wp-element-caption\">C</figcaption>") },
  { "image-caption-removed",
    IMAGE ("A", "<figcaption>B</figcaption>"),
    " \"B\"",
    "",
    IMAGE ("A", "") },
  { "image-other",
    IMAGE ("A", ""),
    "https://x.y/a.jpg",
    "https://x.y/b.jpg",
    "<!-- wp:image -->\n<figure class=\"wp-block-image\"><img "
    "src=\"https://x.y/b.jpg\" "
    "alt=\"A\"/></figure>\n<!-- /wp:image -->" },
  { "classic",
    "a\nb\n\n\n<div class=\"x\">\n\nc</div>\nd [e]\n",
    "d [e]",
    "f [e]",
    "a\nb\n\n\n<div class=\"x\">\n\nc</div>\n<p>f [e]</p>\n" },
  { "classic-inserted",
    "<ul>\n<li>a</li>\n</ul>\nb",
    "b",
    "c\n\nb",
    "<ul>\n<li>a</li>\n</ul>\n\n<p>c</p>\n\nb" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (FeuPostSource) source = feu_post_read (cases[i].content, "", NULL, NULL);
  g_autofree char *body = feu_post_source_dup_body (source);
  g_autofree char *footnotes = NULL;
  g_autoptr (GString) text = g_string_new (body);

  if (*cases[i].from == '\0')
    g_string_prepend (text, cases[i].to);
  else
    g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
  g_autofree char *content = restore (source, text->str, &footnotes);
  g_assert_cmpstr (
      content, ==, cases[i].wanted != NULL ? cases[i].wanted : cases[i].content);
  g_assert_cmpstr (footnotes, ==, "");
}

#define MARK(id, number)                                                               \
  "<sup data-fn=\"" id "\" class=\"fn\"><a href=\"#" id "\" id=\"" id                  \
  "-link\">" number "</a></sup>"
#define NOTES "\n\n<!-- wp:footnotes /-->"

static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *content;
  const char *footnotes; /* (nullable): unchanged */
} note_cases[] = {
  { "unchanged",
    "",
    "",
    PARAGRAPH ("a" MARK ("x", "1")) "\n" PARAGRAPH ("b" MARK ("y", "2")) NOTES "\n",
    NULL },
  { "text-of-one",
    "[^1]: One",
    "[^1]: *Uno*",
    PARAGRAPH ("a" MARK ("x", "1")) "\n" PARAGRAPH ("b" MARK ("y", "2")) NOTES "\n",
    "[{\"content\":\"<em>Uno</em>\",\"id\":\"x\"},{\"content\":\"Two  "
    "<b>2</b>\",\"id\":"
    "\"y\"},{\"content\":\"Other\",\"id\":\"z\"}]" },
  { "order",
    "a[^1]\n\nb[^2]",
    "b[^2]\n\na[^1]",
    PARAGRAPH ("b" MARK ("y", "1")) "\n\n" PARAGRAPH ("a" MARK ("x", "2")) NOTES "\n",
    "[{\"content\":\"Two  <b>2</b>\",\"id\":\"y\"},{\"content\":\"One\",\"id\":\"x\"},"
    "{\"content\":\"Other\",\"id\":\"z\"}]" },
  { "all-removed",
    "a[^1]\n\nb[^2]\n\n[^1]: One\n[^2]: Two **2**",
    "a\n\nb",
    PARAGRAPH ("a") "\n" PARAGRAPH ("b") NOTES "\n",
    "[{\"content\":\"Other\",\"id\":\"z\"}]" },
};

static void
test_notes (gconstpointer data)
{
  gsize       i = GPOINTER_TO_SIZE (data);
  const char *content =
      PARAGRAPH ("a" MARK ("x", "1")) "\n" PARAGRAPH ("b" MARK ("y", "2")) NOTES "\n";
  const char *footnotes =
      "[{\"content\":\"One\",\"id\":\"x\"},{\"content\":\"Two  "
      "<b>2</b>\",\"id\":\"y\"},{\"content\":\"Other\",\"id\":\"z\"}]";
  g_autoptr (FeuPostSource) source = feu_post_read (content, footnotes, NULL, NULL);
  g_autofree char *body = feu_post_source_dup_body (source);
  g_autofree char *new_footnotes = NULL;
  g_autoptr (GString) text = g_string_new (body);

  if (*note_cases[i].from != '\0')
    g_assert_cmpuint (
        g_string_replace (text, note_cases[i].from, note_cases[i].to, 1), ==, 1);
  g_autofree char *sent = restore (source, text->str, &new_footnotes);
  g_assert_cmpstr (sent, ==, note_cases[i].content);
  g_assert_cmpstr (new_footnotes,
                   ==,
                   note_cases[i].footnotes != NULL ? note_cases[i].footnotes
                                                   : footnotes);
}

static void
test_first_note (void)
{
  g_autoptr (FeuPostSource) source =
      feu_post_read (PARAGRAPH ("a") "\n", "", NULL, NULL);
  g_autofree char *footnotes = NULL;
  g_autofree char *sent = restore (source, "a[^n]\n\n[^n]: Note\n", &footnotes);

  g_assert_nonnull (strstr (sent, "class=\"fn\""));
  g_assert_true (g_str_has_suffix (sent, NOTES "\n") || g_str_has_suffix (sent, NOTES));
  g_assert_nonnull (strstr (footnotes, "\"Note\""));
}

/* What the editors of three versions made of every type of block they have. */
static void
test_all_blocks (gconstpointer name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "posts", name, NULL);
  g_autofree char *content = NULL;
  g_autofree char *footnotes = NULL;
  const char      *old = "In a village of La Mancha";

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_autoptr (FeuPostSource) source = feu_post_read (content, "", NULL, NULL);
  g_autofree char *body = feu_post_source_dup_body (source);
  g_autofree char *same = restore (source, body, &footnotes);
  g_assert_cmpstr (same, ==, content);

  g_autoptr (GString) text = g_string_new (body);
  g_autoptr (GString) wanted = g_string_new (content);
  g_assert_cmpuint (g_string_replace (text, old, "In *a* town", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (wanted, old, "In <em>a</em> town", 1), ==, 1);
  g_clear_pointer (&footnotes, g_free);
  g_autofree char *changed = restore (source, text->str, &footnotes);
  g_assert_cmpstr (changed, ==, wanted->str);
}

static void
test_many (void)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append (content, CENTERED ("a") "\n\n" COLUMNS ("b") "\n\n");
      g_string_append_printf (content, CENTERED ("%u") "\n", i);
    }
  g_autoptr (FeuPostSource) source = feu_post_read (content->str, "", NULL, NULL);
  g_autofree char *body = feu_post_source_dup_body (source);
  g_autofree char *footnotes = NULL;
  gint64           start = g_get_monotonic_time ();
  g_autofree char *same = restore (source, body, &footnotes);
  g_assert_cmpstr (same, ==, content->str);

  /* Two changes far apart. */
  g_autoptr (GString) text = g_string_new (body);
  g_string_replace (text, "\n17\n", "\nx\n", 1);
  g_string_replace (text, "\n4711\n", "\ny\n", 1);
  g_string_assign (wanted, content->str);
  g_string_replace (wanted, ">17<", ">x<", 1);
  g_string_replace (wanted, ">4711<", ">y<", 1);
  g_clear_pointer (&footnotes, g_free);
  g_autofree char *changed = restore (source, text->str, &footnotes);
  g_assert_cmpstr (changed, ==, wanted->str);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/post-restore/", cases[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (note_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/post-restore/notes/", note_cases[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_notes);
    }
  g_test_add_func ("/core/post-restore/notes/first", test_first_note);
  g_test_add_data_func (
      "/core/post-restore/all-blocks/61", "all-61.html", test_all_blocks);
  g_test_add_data_func (
      "/core/post-restore/all-blocks/68", "all-68.html", test_all_blocks);
  g_test_add_data_func (
      "/core/post-restore/all-blocks/71", "all-71.html", test_all_blocks);
  g_test_add_func ("/core/post-restore/many", test_many);
  return g_test_run ();
}
