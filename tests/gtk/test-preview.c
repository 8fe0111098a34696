/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The preview in a window: the page is asked what it shows, and that must be the
 * article.
 */
#include "config.h"

#include "feu-preview-context.h"
#include "feu-preview.h"
#include "feu-string-source.h"

#include "test-folder.h"
#include "test-page.h"

#include <handy.h>
#include <string.h>

#define N_EDITS 150
/* Stands in no article here, and is no character that HTML changes. */
#define BLOCK_SEPARATOR "\xe2\x9b\x94"

typedef struct
{
  FeuStringSource  *source;
  FeuPipeline      *pipeline;
  FeuAuthorStore   *authors;
  WebKitWebContext *context;
  GtkWidget        *window;
  FeuPreview       *preview;
  char             *folder;
  guint             n_image_requests;
  guint             n_loads;
} Fixture;

static void
on_resource_cb (WebKitWebView     *view,
                WebKitWebResource *resource,
                WebKitURIRequest  *request,
                Fixture           *fixture)
{
  if (g_str_has_suffix (webkit_uri_request_get_uri (request), ".png"))
    fixture->n_image_requests++;
}

static void
on_load_changed_cb (WebKitWebView *view, WebKitLoadEvent event, Fixture *fixture)
{
  if (event == WEBKIT_LOAD_FINISHED)
    fixture->n_loads++;
}

static void
write_image (const char *folder, const char *name, int width)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GdkPixbuf) pixbuf =
      gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, 20);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
}

static GFile *
get_folder (Fixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer text)
{
  fixture->folder = test_folder_new ();
  write_image (fixture->folder, "one/a.png", 30);
  write_image (fixture->folder, "one/images/b.png", 40);
  write_image (fixture->folder, "two/a.png", 50);
  g_autoptr (GFile) folder = get_folder (fixture, "one");
  g_autoptr (GFile) authors = get_folder (fixture, "authors");
  fixture->source = feu_string_source_new (text);
  fixture->pipeline = feu_pipeline_new (FEU_TEXT_SOURCE (fixture->source));
  fixture->authors = feu_author_store_new (authors);
  fixture->context = feu_preview_context_new ();
  fixture->preview = FEU_PREVIEW (feu_preview_new (fixture->context));
  g_signal_connect (
      fixture->preview, "resource-load-started", G_CALLBACK (on_resource_cb), fixture);
  g_signal_connect (
      fixture->preview, "load-changed", G_CALLBACK (on_load_changed_cb), fixture);
  feu_preview_follow (fixture->preview, fixture->pipeline, fixture->authors);
  feu_preview_set_article_folder (fixture->preview, folder);
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_container_add (GTK_CONTAINER (fixture->window), GTK_WIDGET (fixture->preview));
  gtk_widget_show_all (fixture->window);
  TEST_WAIT_UNTIL (fixture->n_loads > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer text)
{
  FeuPreview *preview = fixture->preview;

  g_object_add_weak_pointer (G_OBJECT (preview), (gpointer *) &preview);
  gtk_widget_destroy (fixture->window);
  TEST_WAIT_UNTIL (preview == NULL);
  g_clear_object (&fixture->pipeline);
  g_clear_object (&fixture->source);
  g_clear_object (&fixture->authors);
  g_clear_object (&fixture->context);
  test_folder_remove (fixture->folder);
}

typedef enum
{
  PAINTING,
  PAINTED,
  NOT_PAINTED,
} Painted;

static void
painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean is_painted = feu_preview_painted_finish (FEU_PREVIEW (object), result, NULL);
  *(Painted *) user_data = is_painted ? PAINTED : NOT_PAINTED;
}

/* Waits until the page shows the text as it is now. A page that is being loaded cannot
 * tell: then it is asked again. */
static void
wait_painted (Fixture *fixture)
{
  Painted painted = NOT_PAINTED;
  guint64 revision = feu_text_source_get_revision (FEU_TEXT_SOURCE (fixture->source));

  while (painted != PAINTED)
    {
      painted = PAINTING;
      feu_preview_painted_async (
          fixture->preview, revision, NULL, painted_cb, &painted);
      TEST_WAIT_UNTIL (painted != PAINTING);
    }
}

static void
set_text (Fixture *fixture, const char *text)
{
  feu_string_source_set_text (fixture->source, text);
  wait_painted (fixture);
}

static void
replace (Fixture *fixture, const char *old, const char *new_text)
{
  FeuTextSource   *source = FEU_TEXT_SOURCE (fixture->source);
  g_autofree char *text = feu_text_source_dup_text (source, NULL);
  g_auto (GStrv) parts = g_strsplit (text, old, 2);
  g_autofree char *replaced = g_strjoinv (new_text, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  set_text (fixture, replaced);
}

/* Compares the page's blocks with those that the article has once an engine has read
 * them. What the page marks in images that it could not load is not of the article.
 * Copies are made in a document that loads nothing. */
static const char compare_blocks[] =
    "const plain = (element) => {"
    "  element.querySelectorAll('.feu-missing').forEach((image) => {"
    "    image.classList.remove('feu-missing');"
    "    if (image.getAttribute('class') === '') image.removeAttribute('class');"
    "  });"
    "  return element.innerHTML;"
    "};"
    "const read = (html) => {"
    "  const template = document.createElement('template');"
    "  template.innerHTML = html;"
    "  return template.innerHTML;"
    "};"
    "const inert = document.createElement('template').content.ownerDocument;"
    "const shown = [];"
    "for (const node of document.querySelector('.e-content').childNodes) {"
    "  if (node.nodeType === Node.COMMENT_NODE)"
    "    shown.push(inert.createElement('div'));"
    "  else if (shown.length === 0)"
    "    return 'something before the first block';"
    "  else"
    "    shown[shown.length - 1].append(inert.importNode(node, true));"
    "}"
    "const actual = shown.map(plain);"
    "const expected = blocks.split('" BLOCK_SEPARATOR "').slice(1).map(read);"
    "if (actual.length !== expected.length)"
    "  return `${actual.length} blocks instead of ${expected.length}`;"
    "for (let i = 0; i < actual.length; i++)"
    "  if (actual[i] !== expected[i])"
    "    return `block ${i}: ${actual[i]}\\ninstead of: ${expected[i]}`;"
    /* A document's title has its white space folded, says HTML. */
    "if (document.title !== title.replace(/[\\t\\n\\f\\r ]+/g, ' ').trim ())"
    "  return `title: ${document.title}`;"
    "if (document.documentElement.lang !== lang) return 'language';"
    "return '';";

static void
assert_page_is_article (Fixture *fixture)
{
  FeuArticle      *article = feu_pipeline_get_article (fixture->pipeline);
  const GPtrArray *blocks = feu_article_get_blocks (article);
  const char      *title = feu_article_get_title (article);
  GString         *html = g_string_new (NULL);
  GVariantDict     arguments;

  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, i);
      g_string_append (html, BLOCK_SEPARATOR);
      g_string_append (html, block->html);
    }
  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert_value (
      &arguments, "blocks", g_variant_new_take_string (g_string_free (html, FALSE)));
  g_variant_dict_insert (&arguments, "title", "s", title != NULL ? title : "");
  g_variant_dict_insert (&arguments, "lang", "s", feu_article_get_language (article));
  g_autoptr (JSCValue) value = test_page_call (fixture->preview,
                                               TEST_PAGE_WORLD,
                                               compare_blocks,
                                               g_variant_dict_end (&arguments));
  g_autofree char *difference = jsc_value_to_string (value);
  g_assert_cmpstr (difference, ==, "");
}

#define ARTICLE                                                                          \
  "---\ntitle: A “title” & <more>\nlang: fr\nauthor: Ada Roy\n---\n\nFirst one.\n\n" \
  "![Alt](a.png \"Caption\")\n\nSecond **one**.\n\n![Other](images/b.png)\n\nThird.\n"

static void
test_shows_article (Fixture *fixture, gconstpointer data)
{
  wait_painted (fixture);
  assert_page_is_article (fixture);
  g_autofree char *title = test_page_dup_string (
      fixture->preview, "return document.querySelector('h1').textContent");
  g_assert_cmpstr (title, ==, "A “title” & <more>");
}

static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  wait_painted (fixture);
  replace (fixture, "Second **one**.", "Second *one*,\n\n> changed.");
  assert_page_is_article (fixture);
  replace (fixture, "First one.\n\n", "");
  assert_page_is_article (fixture);
  replace (fixture, "lang: fr", "lang: ar");
  g_assert_true (test_page_is_true (fixture->preview,
                                    "return document.documentElement.dir === 'rtl'"));
  set_text (fixture, "");
  assert_page_is_article (fixture);
  set_text (fixture, ARTICLE);
  assert_page_is_article (fixture);
  g_assert_cmpuint (fixture->n_loads, ==, 1);
}

/* Pieces of Markdown and HTML that depend on each other, on what is around them, and on
 * how a browser reads what does not fit. */
static const char *const pieces[] = {
  "A paragraph.\n\n",
  "é 😀 \xe2\x80\xa9 e\xcc\x81\n",
  "# Heading\n\n",
  "Setext\n===\n",
  "- item\n- item\n\n  more\n",
  "1. one\n2. two\n",
  "- [x] done\n- [ ] not\n",
  "> quote\nlazy\n\n",
  "> - > deep\n",
  "```js\nlet a = '<!---->';\n```\n\n",
  "```\nunclosed\n",
  "    indented\n\n",
  "| a | b |\n|---|:-:|\n| 1 | 2 |\n\n",
  "note[^1] and[^n]\n\n",
  "[^1]: The note.\n\n",
  "[^n]: Other\n\n    ![in note](a.png)\n\n",
  "![alt](a.png \"caption\")\n\n",
  "![x](images/b.png) and ![y](a.png) in line\n\n",
  "![missing](none.png)\n\n",
  "![far](https://example.org/x.png)\n\n",
  "[link][ref]\n\n",
  "[ref]: https://example.org/ \"Title\"\n\n",
  "***\n\n",
  "*a **b ~~c~~** d*\n",
  "<div>\n\ntext **bold**\n\n</div>\n\n",
  "<div>unclosed\n\n",
  "</div></article></main>\n\n",
  "<table><tr><td>cell<table><td>in</table>\n\n",
  "<p><p><form><form>\n\n",
  "<!-- comment -->\n\n",
  "<!-- unclosed\n\n",
  "<details><summary>s</summary>\n\nin\n\n</details>\n\n",
  "<select><option>a</select><template><p>t</template>\n\n",
  "<svg><p>out</svg><math><mi>x</math>\n\n",
  "<a href='x'><p><a href='y'>nested</a></a>\n\n",
  "<img src='a.png' alt='raw'><br>\n\n",
  "<script>alert(1)</script>\n\n",
  "<iframe src='https://example.org/'></iframe>\n\n",
  "<textarea><!----></textarea><title>x</title>\n\n",
  "<ruby>a<rt>b</ruby> <b><i>x</b></i>\n\n",
  "https://example.org/ www.example.org\n",
  "&amp; &lt; &#0; &nbsp; \\* \n",
  "---\ntitle: Two\n---\n",
  "\n",
  " ",
  "\t",
  "]",
  "`",
  "<",
};

static char *
dup_random_edit (const char *text)
{
  GString    *edited = g_string_new (text);
  glong       n_characters = g_utf8_strlen (text, -1);
  const char *start = g_utf8_offset_to_pointer (
      text, g_test_rand_int_range (0, (gint32) n_characters + 1));
  const char *end = start;

  if (g_test_rand_int_range (0, 3) > 0)
    for (int i = g_test_rand_int_range (0, 60); i > 0 && *end != '\0'; i--)
      end = g_utf8_next_char (end);
  g_string_erase (edited, start - text, end - start);
  if (g_test_rand_int_range (0, 4) > 0)
    g_string_insert (
        edited, start - text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (edited, FALSE);
}

static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  GString *all = g_string_new (ARTICLE);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    g_string_append (all, pieces[i]);
  set_text (fixture, all->str);
  assert_page_is_article (fixture);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *old =
          feu_text_source_dup_text (FEU_TEXT_SOURCE (fixture->source), NULL);
      g_autofree char *text = dup_random_edit (i % 25 == 24 ? all->str : old);
      set_text (fixture, text);
      assert_page_is_article (fixture);
    }
  g_assert_cmpuint (fixture->n_loads, ==, 1);
  g_string_free (all, TRUE);
}

static char *
dup_long_text (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Paragraph *%u* of a long text.\n\n", i);
  return g_string_free (text, FALSE);
}

/* Remembers the first block that the reader sees, and where it is. */
static const char remember_place[] =
    "window.scrollTo(0, 800);"
    "globalThis.feuTest = [...document.querySelector('.e-content').children].find("
    "  (child) => child.getBoundingClientRect().bottom > 0);"
    "globalThis.feuTestTop = feuTest.getBoundingClientRect().top;"
    "return window.scrollY";

/* A page scrolls by whole pixels. */
static const char is_in_place[] =
    "return feuTest.isConnected &&"
    "  Math.abs(feuTest.getBoundingClientRect().top - feuTestTop) <= 1.5";

static void
test_scroll_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_long_text ();

  set_text (fixture, text);
  g_assert_cmpfloat (test_page_get_number (fixture->preview, remember_place), ==, 800);
  replace (fixture, "Paragraph *0*", "New one.\n\n## New heading\n\nParagraph *0*");
  g_assert_true (test_page_is_true (fixture->preview, is_in_place));
  replace (fixture, "New one.\n\n## New heading\n\n", "");
  g_assert_true (test_page_is_true (fixture->preview, is_in_place));
  replace (fixture, "Paragraph *59*", "Other *59*");
  g_assert_true (test_page_is_true (fixture->preview, is_in_place));
}

static const char images_loaded[] =
    "return [...document.querySelectorAll('.e-content img')].every("
    "  (image) => image.complete)";

static void
mark_images (Fixture *fixture)
{
  TEST_WAIT_UNTIL (test_page_is_true (fixture->preview, images_loaded));
  test_page_is_true (fixture->preview,
                     "document.querySelectorAll('.e-content img').forEach("
                     "  (image) => { image.feuTest = image.getAttribute('src'); })");
}

static void
assert_images_marked (Fixture *fixture, const char *expected)
{
  g_autofree char *marks = test_page_dup_string (
      fixture->preview,
      "return [...document.querySelectorAll('.e-content img')].map("
      "  (image) => image.feuTest === image.getAttribute('src') ? 'same' : 'new')"
      "  .join(' ')");
  g_assert_cmpstr (marks, ==, expected);
}

static void
test_images_stay (Fixture *fixture, gconstpointer data)
{
  wait_painted (fixture);
  mark_images (fixture);
  guint n_requests = fixture->n_image_requests;

  g_assert_cmpuint (n_requests, ==, 2);
  replace (fixture, "\"Caption\"", "\"Another caption\"");
  replace (fixture, "![Alt]", "![Another alt]");
  replace (fixture, "First one.", "First.\n\nThen.");
  replace (fixture, "title: A", "title: B");
  assert_images_marked (fixture, "same same");
  assert_page_is_article (fixture);
  /* One patch that covers both, and moves one of them. */
  replace (fixture, "Second **one**.", "x");
  replace (fixture, "![Other](images/b.png)\n\nThird.\n", "Third.\n");
  assert_images_marked (fixture, "same");
  replace (fixture, "Third.", "![Other](images/b.png) ![Again](a.png)");
  assert_images_marked (fixture, "same new new");
  test_wait_idle ();
  g_assert_cmpuint (fixture->n_image_requests, <=, n_requests + 2);
  TEST_WAIT_UNTIL (test_page_is_true (fixture->preview, images_loaded));
  g_assert_true (test_page_is_true (
      fixture->preview, "return document.querySelector('.feu-missing') === null"));
}

static void
test_missing_image (Fixture *fixture, gconstpointer data)
{
  wait_painted (fixture);
  replace (fixture, "a.png", "none.png");
  TEST_WAIT_UNTIL (test_page_is_true (
      fixture->preview,
      "return document.querySelectorAll('img.feu-missing').length === 1"));
  replace (fixture, "none.png", "a.png");
  TEST_WAIT_UNTIL (test_page_is_true (
      fixture->preview, "return document.querySelector('.feu-missing') === null"));
}

static void
test_process_killed (Fixture *fixture, gconstpointer data)
{
  wait_painted (fixture);
  for (guint i = 0; i < 5; i++)
    {
      guint n_loads = fixture->n_loads;
      webkit_web_view_terminate_web_process (WEBKIT_WEB_VIEW (fixture->preview));
      TEST_WAIT_UNTIL (fixture->n_loads > n_loads);
      wait_painted (fixture);
      assert_page_is_article (fixture);
      TEST_WAIT_UNTIL (test_page_is_true (
          fixture->preview,
          "return document.querySelector('.e-content img').naturalWidth === 30"));
    }
}

/* Killed while patches are on their way. */
static void
test_process_killed_while_typing (Fixture *fixture, gconstpointer data)
{
  wait_painted (fixture);
  guint n_loads = fixture->n_loads;
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("Typed %u\n", i);
      feu_string_source_set_text (fixture->source, text);
      if (i == 5)
        webkit_web_view_terminate_web_process (WEBKIT_WEB_VIEW (fixture->preview));
      test_wait_idle ();
    }
  TEST_WAIT_UNTIL (fixture->n_loads > n_loads);
  wait_painted (fixture);
  assert_page_is_article (fixture);
}

static void
test_hidden_sends_nothing (Fixture *fixture, gconstpointer data)
{
  static const char text_of_body[] =
      "return document.querySelector('.e-content').textContent.trim()";

  wait_painted (fixture);
  gtk_widget_hide (GTK_WIDGET (fixture->preview));
  feu_string_source_set_text (fixture->source, "While hidden");
  TEST_WAIT_UNTIL (feu_pipeline_is_current (fixture->pipeline));
  test_wait_idle ();
  g_autofree char *hidden = test_page_dup_string (fixture->preview, text_of_body);
  g_assert_null (strstr (hidden, "hidden"));
  gtk_widget_show (GTK_WIDGET (fixture->preview));
  wait_painted (fixture);
  assert_page_is_article (fixture);
  g_assert_cmpuint (fixture->n_loads, ==, 1);
}

static void
wait_image_width (Fixture *fixture, int width)
{
  g_autofree char *script =
      g_strdup_printf ("const image = document.querySelector('.e-content img');"
                       "return image !== null && image.naturalWidth === %d",
                       width);
  TEST_WAIT_UNTIL (test_page_is_true (fixture->preview, script));
}

static void
test_folder_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) one = get_folder (fixture, "one");
  g_autoptr (GFile) two = get_folder (fixture, "two");

  wait_painted (fixture);
  wait_image_width (fixture, 30);
  feu_preview_set_article_folder (fixture->preview, one);
  g_assert_cmpuint (fixture->n_loads, ==, 1);
  feu_preview_set_article_folder (fixture->preview, two);
  wait_image_width (fixture, 50);
  feu_preview_set_article_folder (fixture->preview, NULL);
  TEST_WAIT_UNTIL (test_page_is_true (
      fixture->preview,
      "return document.querySelectorAll('img.feu-missing').length === 2"));
  for (guint i = 0; i < 9; i++)
    feu_preview_set_article_folder (fixture->preview, i % 2 == 0 ? two : one);
  wait_image_width (fixture, 50);
  assert_page_is_article (fixture);
}

/* An article with images gets its folder while its first patch is on the way. */
static void
test_folder_comes_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) two = get_folder (fixture, "two");

  wait_painted (fixture);
  feu_preview_set_article_folder (fixture->preview, NULL);
  guint n_loads = fixture->n_loads;
  TEST_WAIT_UNTIL (fixture->n_loads > n_loads);
  feu_preview_set_article_folder (fixture->preview, two);
  wait_image_width (fixture, 50);
}

static void
save_author (Fixture *fixture, const char *bio)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) photo = get_folder (fixture, "one/a.png");
  g_autoptr (FeuAuthor) author =
      feu_author_new ("Ada Roy", "Reporter", bio, NULL, photo);

  g_assert_true (feu_author_store_save (fixture->authors, author, &error));
  g_assert_no_error (error);
}

static void
test_author_box (Fixture *fixture, gconstpointer data)
{
  wait_painted (fixture);
  save_author (fixture, "Writes <b>well</b>.");
  TEST_WAIT_UNTIL (test_page_is_true (
      fixture->preview,
      "const foot = document.querySelector('.h-entry > footer');"
      "const photo = foot.querySelector('img');"
      "return foot.textContent.includes('Writes <b>well</b>.') && photo !== null &&"
      "  photo.naturalWidth === 30"));
  save_author (fixture, "Writes better.");
  TEST_WAIT_UNTIL (test_page_is_true (
      fixture->preview,
      "return document.querySelector('.h-entry > footer').textContent"
      "  .includes('Writes better.')"));
}

#define CASE(name, text, func)                                                         \
  g_test_add ("/gtk/preview/" name, Fixture, text, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  hdy_init ();
  CASE ("shows-article", ARTICLE, test_shows_article);
  CASE ("follows-edits", ARTICLE, test_follows_edits);
  CASE ("random-edits", ARTICLE, test_random_edits);
  CASE ("scroll-stays", "", test_scroll_stays);
  CASE ("images-stay", ARTICLE, test_images_stay);
  CASE ("missing-image", ARTICLE, test_missing_image);
  CASE ("process-killed", ARTICLE, test_process_killed);
  CASE ("process-killed-while-typing", ARTICLE, test_process_killed_while_typing);
  CASE ("hidden-sends-nothing", ARTICLE, test_hidden_sends_nothing);
  CASE ("folder-changes", ARTICLE, test_folder_changes);
  CASE ("folder-comes-late", ARTICLE, test_folder_comes_late);
  CASE ("author-box", ARTICLE, test_author_box);
  return g_test_run ();
}
