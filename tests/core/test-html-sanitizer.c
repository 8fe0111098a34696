/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What raw HTML becomes; attacks; and the properties that hold for any input: nothing
 * that runs, well nested, unchanged by a second pass, bounded time.
 */
#include "config.h"

#include "feu-html-sanitizer.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *html;
  const char *clean;
} cases[] = {
  { "empty", "", "" },
  { "text", "a &amp; b &lt; c é", "a &amp; b &lt; c é" },
  { "paragraphs", "<p>a <b>b</b></p><p>c", "<p>a <b>b</b></p><p>c</p>" },
  { "unbalanced", "<b>x</i></b></p>y", "<b>x</b>y" },
  { "script", "<script>alert(1)</script>x", "x" },
  { "script-in-case", "<ScRiPt>alert(1)</sCrIpT >x", "x" },
  { "script-nested", "<scr<script>ipt>alert(1)</script>x", "ipt&gt;alert(1)x" },
  { "svg", "<svg onload=alert(1)><script>alert(1)</script></svg>x", "x" },
  { "math", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", "" },
  { "mxss-math-style",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
    "onerror=alert(1)&gt;\">",
    "" },
  { "mxss-noscript",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">x",
    "<p title=\"&lt;/noscript&gt;&lt;img src=x onerror=alert(1)&gt;\">x</p>" },
  { "handler-after-slash",
    "<img/onerror=alert(1) src=x>",
    "<img src=\"x\" alt=\"\" />" },
  { "handler", "<p onclick='x' ONMOUSEOVER=y>a</p>", "<p>a</p>" },
  { "style", "<style>*{}</style><p style='color:red'>a</p>", "<p>a</p>" },
  { "javascript-link", "<a href='javascript:alert(1)'>x</a>", "<a>x</a>" },
  { "javascript-with-tab", "<a href='java\tscript:alert(1)'>x</a>", "<a>x</a>" },
  { "javascript-with-entities",
    "<a href='&#x20;jav&#x0A;ascript&#58;alert(1)'>x</a>",
    "<a>x</a>" },
  { "data-link", "<a href='data:text/html,x'>x</a>", "<a>x</a>" },
  { "vbscript-image", "<img src=vbscript:x>", "<img src=\"\" alt=\"\" />" },
  { "good-links",
    "<a href='#n'>a</a><a href='mailto:a@b.fr'>b</a><a "
    "href='HTTPS://x.fr/?a=1&amp;b'>c",
    "<a href=\"#n\">a</a><a href=\"mailto:a@b.fr\">b</a>"
    "<a href=\"HTTPS://x.fr/?a=1&amp;b\">c</a>" },
  { "base-and-meta",
    "<base href=//evil><meta http-equiv=refresh content='0;url=//evil'>t",
    "t" },
  { "meta-charset", "<meta charset=utf-16><p>é", "<p>é</p>" },
  { "form",
    "<form action=//evil><input name=a><button>Go</button></form>",
    "<div>Go</div>" },
  { "checkbox",
    "<input type=checkbox checked onclick=x> x",
    "<input type=\"checkbox\" disabled=\"\" checked=\"\" /> x" },
  { "task",
    "<label for=a><input type=\"checkbox\" name=b disabled /> c</label>",
    "<label><input type=\"checkbox\" disabled=\"\" /> c</label>" },
  { "label-in-label",
    "<label>a<label>b</label></label>",
    "<label>a</label><label>b</label>\n" },
  { "cell-style",
    "<table><tr><th scope=\"col\" style=\"text-align: left\">a</th>"
    "<td style=\"text-align: center\">b</td><td style='text-align: right'>c</td></tr>"
    "</table>",
    "<table><tbody><tr><th scope=\"col\" style=\"text-align: left\">a</th>"
    "<td style=\"text-align: center\">b</td><td style=\"text-align: right\">c</td></tr>"
    "</tbody></table>" },
  { "cell-other-style",
    "<table><tr><td style=\"text-align: right;color:red\">a</td>"
    "<td style=\"text-align:right\">b</td><td style=\"background:url(//e)\">c</td></tr>"
    "<tr style=\"text-align: left\"></tr></table>",
    "<table><tbody><tr><td>a</td><td>b</td><td>c</td></tr><tr></tr></tbody></table>" },
  { "note-roles",
    "<section role=\"doc-endnotes\"><a href=\"#a\" role=\"doc-backlink\" "
    "aria-label=\"↩ &quot;\">b</a><a role=\"doc-noteref\">c</a></section>",
    "<section role=\"doc-endnotes\"><a href=\"#a\" role=\"doc-backlink\" "
    "aria-label=\"↩ &quot;\">b</a><a role=\"doc-noteref\">c</a></section>" },
  { "other-roles",
    "<section role=\"alert\"><a role=\"button\">b</a><p role=\"doc-endnotes\" "
    "aria-label=x>c</p></section>",
    "<section><a>b</a><p>c</p></section>" },
  { "conditional-comment", "<!--[if IE]><script>x</script><![endif]-->z", "z" },
  { "odd-comment", "<!--><script>x</script>-->z", "z" },
  { "processing-instruction", "<?php echo 1 ?>z", "z" },
  { "srcset",
    "<img src=a.jpg srcset='//evil 2x' alt='&quot;x&quot;' width=100% height=20 "
    "title=T>",
    "<img src=\"a.jpg\" alt=\"&quot;x&quot;\" title=\"T\" height=\"20\" />" },
  { "picture",
    "<picture><source srcset=//evil><img src=a></picture>",
    "<img src=\"a\" alt=\"\" />" },
  { "image-address-is-encoded",
    "<img src='mes photos\\été.jpg'>",
    "<img src=\"mes%20photos%5Cété.jpg\" alt=\"\" />" },
  { "obsolete",
    "<center><font color=red>a <big>b</big> <tt>c</tt> <strike>d</strike></font>"
    "</center>",
    "<div>a b <code>c</code> <s>d</s></div>" },
  { "obsolete-attributes", "<p align=center>a<br clear=all>b", "<p>a<br />b</p>" },
  { "ids",
    "<p id=a>x</p><p id='a b'>y</p><p id=''>z</p>",
    "<p id=\"a\">x</p><p>y</p><p>z</p>" },
  { "void", "a<wbr>b<br>c<hr>d", "a<wbr />b<br />c<hr />d" },
  { "figure-in-paragraph",
    "<p>one<figure><img src=a><figcaption>c</figcaption></figure></p>",
    "<p>one</p><figure><img src=\"a\" alt=\"\" "
    "/><figcaption>c</figcaption></figure>\n" },
  { "details",
    "<details open><summary>S</summary>t</details>",
    "<details open=\"\"><summary>S</summary>t</details>" },
  { "orphan-items", "<li>a<li>b</li>t", "<ul><li>a</li><li>b</li></ul>t" },
  { "text-in-list", "<ul>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>" },
  { "orphan-cell", "<td>x", "<table><tbody><tr><td>x</td></tr></tbody></table>" },
  { "orphan-caption", "<figcaption>x</figcaption>", "<div>x</div>" },
  { "definitions", "<dl>x<dt>t<dd>d</dl>", "<dl><dd>x</dd><dt>t</dt><dd>d</dd></dl>" },
  { "iframe",
    "<iframe src='https://v.example/e/1' title=Film srcdoc='<script>x</script>'>"
    "</iframe>z",
    "<p class=\"embed\"><a href=\"https://v.example/e/1\">Film</a></p>z" },
  { "video",
    "<video><source src=a.mp4><source src=b.webm>old</video>z",
    "<p class=\"embed\"><a href=\"a.mp4\">a.mp4</a></p>z" },
  { "embed",
    "<embed src=a.swf>z",
    "<p class=\"embed\"><a href=\"a.swf\">a.swf</a></p>z" },
  { "bad-embed", "<object data='javascript:x'><embed src=x></object>z", "z" },
  { "link-in-link",
    "<a href=1>a<a href=2>b</a></a>",
    "<a href=\"1\">a</a><a href=\"2\">b</a>" },
  { "block-in-link", "<a href=x><div>b</div></a>", "<a href=\"x\"><div>b</div></a>" },
  { "time",
    "<time>hier</time> <time datetime=2026-01-02>le 2</time>",
    "hier <time datetime=\"2026-01-02\">le 2</time>" },
  { "whole-page",
    "<!DOCTYPE html><html lang=fr><head><title>t</title></head><body onload=x>z"
    "</body></html>",
    "z" },
  { "forbidden-characters", "a&#1;&#x80;&#xFFFE;&nbsp;b", "a\u00A0b" },
  { "windows-newlines", "a\r\nb\rc", "a\nb\nc" },
};

static char *
sanitize (const char *html)
{
  return feu_html_sanitize (html, strlen (html));
}

static void
test_case (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  g_autofree char *clean = sanitize (cases[i].html);
  g_autofree char *again = sanitize (clean);

  g_assert_cmpstr (clean, ==, cases[i].clean);
  g_assert_cmpstr (again, ==, clean);
}

static void
test_nul_bytes_and_invalid_utf8 (void)
{
  g_autofree char *nul = feu_html_sanitize ("<p>a\0b<scr\0ipt>x", 18);
  g_autofree char *invalid = feu_html_sanitize ("a\xE9<b>\xFF", 6);

  g_assert_true (g_str_has_prefix (nul, "<p>a"));
  g_assert_null (strstr (nul, "<scr"));
  g_assert_true (g_utf8_validate (invalid, -1, NULL));
  g_assert_nonnull (strstr (invalid, "</b>"));
}

static void
test_urls (void)
{
  static const char *const safe[] = {
    "",          "a.html",      "#x",      "?a=b:c", "/a:b", "http://x",
    "HTTPS://x", " mailto:a@b", "tel:+33", "./a:b",  "été",  "javascript"
  };
  static const char *const unsafe[] = { "javascript:x",
                                        "JaVaScRiPt:x",
                                        "java\nscript:x",
                                        " \tjavascript:x",
                                        "\x01javascript:",
                                        "vbscript:x",
                                        "data:text/html,",
                                        "file:///etc/passwd",
                                        "blob:x",
                                        "view-source:x",
                                        "verylongschemename-of-nothing:x" };

  for (guint i = 0; i < G_N_ELEMENTS (safe); i++)
    g_assert_true (feu_html_url_is_safe (safe[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    g_assert_false (feu_html_url_is_safe (unsafe[i]));
  g_assert_true (feu_html_url_is_safe_image ("data:image/png;base64,AA"));
  g_assert_false (feu_html_url_is_safe_image ("data:text/html,AA"));
}

/* Every tag in @html, to be compared with what may be there. */
static void
assert_well_nested (const char *html)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *limit = html + strlen (html);

  /* memchr(), because strict checks make each strchr() measure all that follows. */
  for (const char *at = html; (at = memchr (at, '<', (gsize) (limit - at))) != NULL;
       at++)
    {
      const char *end = memchr (at, '>', (gsize) (limit - at));
      g_assert_nonnull (end);
      gboolean    is_end = at[1] == '/';
      const char *name_end = at + 1 + is_end;
      while (*name_end != ' ' && *name_end != '>')
        name_end++;
      g_autofree char *name =
          g_strndup (at + 1 + is_end, (gsize) (name_end - at) - 1 - (gsize) is_end);
      g_assert_cmpuint (
          strspn (name, "abcdefghijklmnopqrstuvwxyz123456"), ==, strlen (name));
      if (is_end)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpstr (name, ==, g_ptr_array_index (open, open->len - 1));
          g_ptr_array_set_size (open, (int) open->len - 1);
        }
      else if (end[-1] != '/')
        g_ptr_array_add (open, g_steal_pointer (&name));
      g_assert_cmpuint (open->len, <=, 264);
    }
  g_assert_cmpuint (open->len, ==, 0);
}

static char *
make_tag_soup (void)
{
  static const char *const names[] = {
    "p",
    "b",
    "i",
    "a href=x",
    "div",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "thead",
    "caption",
    "colgroup",
    "col",
    "figure",
    "figcaption",
    "details",
    "summary",
    "h1",
    "h2",
    "pre",
    "span",
    "section",
    "center",
    "font",
    "tt",
    "strike",
    "br",
    "hr",
    "img src=a",
    "wbr",
    "ruby",
    "rt",
    "time",
    "iframe src=x",
    "video",
    "source src=v",
    "script",
    "style",
    "svg",
    "title",
    "form",
    "button",
    "noscript",
    "blockquote",
    "ins",
    "dfn",
    "footer",
    "address",
    "input type=checkbox",
    "html",
    "body",
    "head",
    "option",
    "select",
    "textarea",
    "xmp",
    "code",
    "article",
    "bdo dir=ltr",
    "label",
    "fieldset",
    "legend",
    "frameset",
    "plaintext",
    "isindex",
    "embed src=x",
    "object data=d",
    "meta charset=utf-16",
    "base href=x",
    "menu",
    "applet",
    "x-y",
    "math",
    "template",
    "a",
  };
  static const char *const texts[] = {
    "x", "y z", " ", "\n", "&amp;", "<!-- c -->", "&lt;script&gt;", "<", "é", "\"'>",
  };
  GString *soup = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 40); n > 0; n--)
    {
      const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
      int         choice = g_test_rand_int_range (0, 10);
      if (choice < 4)
        g_string_append_printf (soup, "<%s>", name);
      else if (choice < 7)
        g_string_append_printf (soup, "</%.*s>", (int) strcspn (name, " "), name);
      else
        g_string_append (soup, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
    }
  return g_string_free (soup, FALSE);
}

static void
test_tag_soup (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *soup = make_tag_soup ();
      g_autofree char *clean = sanitize (soup);
      g_autofree char *again = sanitize (clean);
      if (strcmp (clean, again) != 0)
        g_test_message ("%s", soup);
      g_assert_cmpstr (again, ==, clean);
      assert_well_nested (clean);
      g_assert_null (strstr (clean, "<script"));
    }
}

static void
test_hostile_sizes (void)
{
  static const struct
  {
    const char *unit;
    guint       n;
  } inputs[] = {
    { "<div>", 10000 },       { "<div>", 1000000 },  { "<b>", 150000 },
    { "<ul>", 150000 },       { "<table>", 100000 }, { "<a x='", 150000 },
    { "<a ", 150000 },        { "<", 1000000 },      { "<!--", 150000 },
    { "</b>", 150000 },       { "&", 150000 },       { "<script>", 100000 },
    { "<svg>", 150000 },      { "<?", 150000 },      { "<td>", 100000 },
    { "<p>a</p>\n", 550000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      for (guint j = 0; j < inputs[i].n; j++)
        g_string_append (html, inputs[i].unit);
      g_autofree char *clean = feu_html_sanitize (html->str, html->len);
      assert_well_nested (clean);
    }
}

static void
test_hostile_tags (void)
{
  g_autoptr (GString) attributes = g_string_new ("<a");
  g_autoptr (GString) end_tags = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (attributes, " a%u", i);
  g_autofree char *clean = feu_html_sanitize (attributes->str, attributes->len);
  assert_well_nested (clean);

  for (guint i = 0; i < 100000; i++)
    g_string_append (end_tags, "<div>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (end_tags, "</b>");
  g_autofree char *closed = feu_html_sanitize (end_tags->str, end_tags->len);
  assert_well_nested (closed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/html-sanitizer/", cases[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/core/html-sanitizer/nul-bytes-and-invalid-utf8",
                   test_nul_bytes_and_invalid_utf8);
  g_test_add_func ("/core/html-sanitizer/urls", test_urls);
  g_test_add_func ("/core/html-sanitizer/tag-soup", test_tag_soup);
  g_test_add_func ("/core/html-sanitizer/hostile-sizes", test_hostile_sizes);
  g_test_add_func ("/core/html-sanitizer/hostile-tags", test_hostile_tags);
  return g_test_run ();
}
