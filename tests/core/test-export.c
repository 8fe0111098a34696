/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exported files: complete, the same every time, and closed to the outside.
 */
#include "config.h"

#include "feu-export.h"
#include "feu-page.h"
#include "test-folder.h"

#include <json-glib/json-glib.h>
#include <libxml/HTMLparser.h>
#include <string.h>
#include <unistd.h>

static char *
dup_data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "export", name, NULL);
}

static FeuArticle *
parse (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 1);
}

static FeuArticle *
load (const char *name)
{
  g_autofree char *path = dup_data_path (name);
  GError          *error = NULL;
  char            *text = NULL;
  gsize            length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return feu_article_new (text, length, 1);
}

/* An article in a folder of the test's own, or (NULL) of the test data. */
static char *
export_page (FeuArticle *article, const char *folder, GPtrArray *warnings)
{
  g_autofree char *data_folder = dup_data_path (".");
  g_autoptr (GFile) article_folder =
      g_file_new_for_path (folder != NULL ? folder : data_folder);
  g_autoptr (GFile) profiles = g_file_new_for_path ("/nonexistent");
  g_autoptr (FeuAuthorStore) store = feu_author_store_new (profiles);
  g_autoptr (GPtrArray) authors = feu_page_dup_authors (article, store, article_folder);
  FeuExportOptions options = { authors, article_folder, "file name" };

  return feu_export_dup_page (article, &options, warnings);
}

static gboolean
is_harmless_url (const char *element, const char *attribute, const char *url)
{
  gboolean is_link = strcmp (attribute, "href") == 0 && strcmp (element, "a") == 0;

  if (is_link)
    return !g_str_has_prefix (url, "javascript:") && !g_str_has_prefix (url, "data:");
  if (strcmp (element, "link") == 0)
    return g_str_equal (url, "style.css") || g_str_has_prefix (url, "https://");
  return g_str_has_prefix (url, "data:image/") || g_str_has_prefix (url, "images/");
}

/* Every element and attribute that could load or run something. */
static void
assert_harmless (const xmlNode *node)
{
  static const char *const attributes[] = { "src",  "href",   "srcset",    "poster",
                                            "data", "action", "background" };
  static const char *const elements[] = { "iframe", "object", "embed", "base",
                                          "form",   "video",  "audio", "svg" };
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE)
        {
          const char *name = (const char *) node->name;
          for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
            g_assert_cmpstr (name, !=, elements[i]);
          for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
            {
              xmlChar *url = xmlGetProp (node, (const xmlChar *) attributes[i]);
              if (url != NULL && !is_harmless_url (name, attributes[i], (char *) url))
                g_error ("<%s %s=\"%s\">", name, attributes[i], (char *) url);
              xmlFree (url);
            }
          for (const xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
            g_assert_false (g_str_has_prefix ((const char *) attr->name, "on"));
          if (strcmp (name, "script") == 0)
            {
              xmlChar *type = xmlGetProp (node, (const xmlChar *) "type");
              g_assert_cmpstr ((char *) type, ==, "application/ld+json");
              xmlFree (type);
            }
        }
      assert_harmless (node->children);
    }
}

static void
assert_page_is_harmless (const char *html)
{
  htmlDocPtr document =
      htmlReadMemory (html,
                      (int) strlen (html),
                      NULL,
                      "UTF-8",
                      HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | (int) XML_PARSE_HUGE);
  g_assert_nonnull (document);
  assert_harmless (xmlDocGetRootElement (document));
  xmlFreeDoc (document);
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

static guint
count (const char *text, const char *part)
{
  g_auto (GStrv) pieces = g_strsplit (text, part, -1);

  return g_strv_length (pieces) - 1;
}

static gboolean
has_warning (const GPtrArray *warnings, const char *part)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const FeuExportWarning *warning = g_ptr_array_index (warnings, i);
      if (strstr (warning->message, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_pages_are_closed (void)
{
  const char *const names[] = { "torture.md",  "plain.md",
                                "empty.md",    "only-front-matter.md",
                                "arabic.md",   "hostile-title.md",
                                "japanese.md", "broken-front-matter.md" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FeuArticle) article = load (names[i]);
      g_autofree char *page = export_page (article, NULL, NULL);
      g_autofree char *again = export_page (article, NULL, NULL);
      assert_page_is_harmless (page);
      g_assert_cmpstr (page, ==, again);
      g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>\n<html lang=\""));
      g_assert_cmpuint (count (page, "<title>"), ==, 1);
      assert_lacks (page, "<title></title>");
      assert_contains (page, "http-equiv=\"Content-Security-Policy\"");
    }
}

static void
test_head (void)
{
  g_autoptr (FeuArticle) article = load ("torture.md");
  g_autofree char  *page = export_page (article, NULL, NULL);
  const char *const parts[] = {
    "<html lang=\"fr\">",
    "<meta name=\"description\" content=\"Ce que Markdown sait faire, dans un seul "
    "article &quot;éprouvant&quot;.\">",
    "<meta name=\"author\" content=\"Ada Lefèvre\">",
    "<link rel=\"canonical\" href=\"https://example.org/essais/tout?a=1&amp;b=2\">",
    "<meta property=\"og:type\" content=\"article\">",
    "<meta property=\"article:published_time\" content=\"2026-08-03T09:00:00+02:00\">",
    "<meta property=\"article:section\" content=\"Essais\">",
    "<meta property=\"article:tag\" content=\"&lt;/script&gt;\">",
    "<meta name=\"generator\" content=\"Feuillet " PACKAGE_VERSION "\">",
  };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (page, parts[i]);
  assert_lacks (page, "og:image");
}

static JsonObject *
parse_linked_data (const char *page, JsonParser *parser)
{
  const char *opening = "<script type=\"application/ld+json\">";
  const char *start = strstr (page, opening);
  g_assert_nonnull (start);
  start += strlen (opening);
  const char *end = strstr (start, "</script>");
  GError     *error = NULL;

  json_parser_load_from_data (parser, start, end - start, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_linked_data (void)
{
  g_autoptr (FeuArticle) article = load ("torture.md");
  g_autofree char *page = export_page (article, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *data = parse_linked_data (page, parser);

  g_assert_cmpstr (json_object_get_string_member (data, "@type"), ==, "NewsArticle");
  g_assert_cmpstr (json_object_get_string_member (data, "headline"),
                   ==,
                   feu_article_get_title (article));
  g_assert_cmpstr (json_object_get_string_member (data, "inLanguage"), ==, "fr");
  JsonArray  *authors = json_object_get_array_member (data, "author");
  JsonObject *author = json_array_get_object_element (authors, 0);
  g_assert_cmpstr (json_object_get_string_member (author, "name"), ==, "Ada Lefèvre");
  g_assert_cmpstr (json_object_get_string_member (author, "url"),
                   ==,
                   "https://example.org/ada?x=1&y=2");
  JsonArray *keywords = json_object_get_array_member (data, "keywords");
  g_assert_cmpstr (json_array_get_string_element (keywords, 2), ==, "</script>");

  g_autoptr (FeuArticle) plain = load ("plain.md");
  g_autofree char *plain_page = export_page (plain, NULL, NULL);
  data = parse_linked_data (plain_page, parser);
  g_assert_cmpstr (json_object_get_string_member (data, "@type"), ==, "BlogPosting");
  g_assert_false (json_object_has_member (data, "author"));
  g_assert_false (json_object_has_member (data, "inLanguage"));
}

static void
test_title_fallbacks (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } cases[] = {
    { "---\ntitle: T\n---\n# H\n", "<title>T</title>" },
    { "# H\n\ntext\n", "<title>H</title>" },
    { "text\n\n## H2\n", "<title>H2</title>" },
    { "text\n", "<title>file name</title>" },
    { "", "<title>file name</title>" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FeuArticle) article = parse (cases[i].text);
      g_autofree char *page = export_page (article, NULL, NULL);
      assert_contains (page, cases[i].title);
    }
}

static void
test_images (void)
{
  g_autoptr (FeuArticle) article = load ("torture.md");
  g_autoptr (GPtrArray) warnings = feu_export_warnings_new ();
  g_autofree char  *page = export_page (article, NULL, warnings);
  const char *const parts[] = {
    "<img class=\"u-featured\" src=\"data:image/png;base64,",
    "alt=\"Une deuxième image\" width=\"64\" height=\"48\">",
    "src=\"data:image/svg+xml;base64,",
    "<span class=\"missing-image\">Absente</span>",
    "<span class=\"missing-image\">Cassée</span>",
    "<span class=\"missing-image\">Dehors</span>",
    "<a class=\"remote-image\" href=\"https://example.com/i.jpg?a=%2B&amp;b=1\">",
    "width=\"100\"",
  };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (page, parts[i]);
  assert_lacks (page, "alert(");
  assert_lacks (page, "root:x:");
  g_assert_true (has_warning (warnings, "images/absente.png"));
  g_assert_true (has_warning (warnings, "images/broken.jpg"));
  g_assert_true (has_warning (warnings, "etc/passwd"));
  g_assert_true (has_warning (warnings, "example.com"));
}

static void
test_folder_stays_closed (void)
{
  const char *const sources[] = {
    "../secret.png",        "../../secret.png",
    "/etc/hostname",        "link.png",
    "dir/secret.png",       "%2e%2e/secret.png",
    "file:///etc/hostname", "sub/../../secret.png",
    "..\\secret.png",       "FIFO",
  };
  char            *top = test_folder_new ();
  g_autofree char *folder = g_build_filename (top, "article", NULL);
  g_autofree char *secret = g_build_filename (top, "secret.png", NULL);
  g_autofree char *link = g_build_filename (folder, "link.png", NULL);
  g_autofree char *dir_link = g_build_filename (folder, "dir", NULL);
  g_autofree char *good = dup_data_path ("images/lead.png");
  g_autofree char *png = NULL;
  gsize            length = 0;

  g_file_get_contents (good, &png, &length, NULL);
  test_folder_write (top, "secret.png", png, (gssize) length);
  test_folder_write (folder, "sub/x.png", png, (gssize) length);
  g_assert_cmpint (symlink (secret, link), ==, 0);
  g_assert_cmpint (symlink (top, dir_link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "---\nimage: '%1$s'\n---\n![x](<%1$s>)\n\n<img src=\"%1$s\">\n", sources[i]);
      g_autoptr (FeuArticle) article = parse (text);
      g_autoptr (GPtrArray) warnings = feu_export_warnings_new ();
      g_autofree char *page = export_page (article, folder, warnings);
      assert_lacks (page, "data:image");
      assert_page_is_harmless (page);
      g_assert_cmpuint (warnings->len, >, 0);
    }
  test_folder_remove (top);
}

static FeuExportResult *
export_to (FeuArticle     *article,
           FeuExportFormat format,
           const char     *folder,
           const char     *path)
{
  g_autoptr (GFile) article_folder = g_file_new_for_path (folder);
  FeuExportOptions options = { NULL, article_folder, NULL };
  GError          *error = NULL;
  FeuExportResult *result =
      feu_export_write (article, format, &options, path, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_test (result->path, G_FILE_TEST_IS_REGULAR));
  return result;
}

static void
write_images (const char *folder)
{
  g_autofree char *good = dup_data_path ("images/lead.png");
  g_autofree char *other = dup_data_path ("images/Deuxième image.png");
  g_autofree char *png = NULL;
  g_autofree char *other_png = NULL;
  gsize            length = 0;
  gsize            other_length = 0;

  g_file_get_contents (good, &png, &length, NULL);
  g_file_get_contents (other, &other_png, &other_length, NULL);
  test_folder_write (folder, "a/Été à la mer.png", png, (gssize) length);
  test_folder_write (folder, "b/Été à la mer.png", png, (gssize) length);
  test_folder_write (folder, "c/ete-a-la-mer.png", other_png, (gssize) other_length);
  test_folder_write (folder, "unused.png", png, (gssize) length);
}

static const char images_text[] =
    "![1](<a/Été à la mer.png>)\n\n![2](<b/Été à la mer.png>)\n\n"
    "![3](c/ete-a-la-mer.png)\n\n![4](c/ete-a-la-mer.png)\n";

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_page_folder (void)
{
  char            *top = test_folder_new ();
  g_autofree char *out = g_build_filename (top, "out", "deep", NULL);
  g_autofree char *images = g_build_filename (out, "images", NULL);
  g_autoptr (FeuArticle) article = parse (images_text);

  write_images (top);
  test_folder_write (out, "mine.txt", "mine", -1);
  test_folder_write (images, "mine.png", "mine", -1);
  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (FeuExportResult) result =
          export_to (article, FEU_EXPORT_PAGE_FOLDER, top, out);
      g_assert_cmpuint (result->files->len, ==, 4);
      g_assert_cmpuint (count_files (images), ==, 3);
      g_assert_cmpuint (count_files (out), ==, 4);
    }
  g_autofree char *page = test_folder_read (out, "index.html");
  g_autofree char *style = test_folder_read (out, "style.css");
  g_autofree char *mine = test_folder_read (out, "mine.txt");
  g_assert_cmpstr (style, ==, feu_page_get_theme_css ());
  g_assert_cmpstr (mine, ==, "mine");
  g_assert_cmpuint (count (page, "src=\"images/ete-a-la-mer.png\""), ==, 2);
  g_assert_cmpuint (count (page, "src=\"images/ete-a-la-mer-"), ==, 2);
  g_assert_cmpuint (count (page, "loading=\"lazy\""), ==, 3);
  assert_contains (page, "<link rel=\"stylesheet\" href=\"style.css\">");
  assert_page_is_harmless (page);
  test_folder_remove (top);
}

/* The folder of the article as the target: its own images are the copies. */
static void
test_page_folder_is_article_folder (void)
{
  char *top = test_folder_new ();
  g_autoptr (FeuArticle) article = parse ("![1](images/lead.png)\n");
  g_autofree char *good = dup_data_path ("images/lead.png");
  g_autofree char *png = NULL;
  gsize            length = 0;
  g_autofree char *images = g_build_filename (top, "images", NULL);

  g_file_get_contents (good, &png, &length, NULL);
  test_folder_write (top, "images/lead.png", png, (gssize) length);
  g_autoptr (FeuExportResult) result =
      export_to (article, FEU_EXPORT_PAGE_FOLDER, top, top);
  g_assert_cmpuint (result->warnings->len, ==, 0);
  g_assert_cmpuint (count_files (images), ==, 1);
  test_folder_remove (top);
}

static void
test_never_writes_through_links (void)
{
  char            *top = test_folder_new ();
  g_autofree char *out = g_build_filename (top, "out", NULL);
  g_autofree char *elsewhere = g_build_filename (top, "elsewhere", NULL);
  g_autofree char *link = g_build_filename (out, "images", NULL);
  g_autofree char *page_link = g_build_filename (out, "index.html", NULL);
  g_autofree char *victim = g_build_filename (elsewhere, "victim", NULL);
  g_autoptr (FeuArticle) article = parse (images_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (top);
  FeuExportOptions options = { NULL, folder, NULL };

  write_images (top);
  test_folder_write (elsewhere, "victim", "kept", -1);
  g_assert_cmpint (g_mkdir_with_parents (out, 0777), ==, 0);
  g_assert_cmpint (symlink (elsewhere, link), ==, 0);
  g_assert_cmpint (symlink (victim, page_link), ==, 0);
  g_assert_null (
      feu_export_write (article, FEU_EXPORT_PAGE_FOLDER, &options, out, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
  g_assert_cmpuint (count_files (elsewhere), ==, 1);

  g_assert_cmpint (g_remove (link), ==, 0);
  g_autoptr (FeuExportResult) result =
      export_to (article, FEU_EXPORT_PAGE_FOLDER, top, out);
  g_autofree char *kept = test_folder_read (elsewhere, "victim");
  g_assert_cmpstr (kept, ==, "kept");
  test_folder_remove (top);
}

static void
test_failures_are_told (void)
{
  char            *top = test_folder_new ();
  g_autofree char *below_file = g_build_filename (top, "file", "page.html", NULL);
  g_autofree char *a_folder = g_build_filename (top, "folder", NULL);
  g_autoptr (FeuArticle) article = parse ("text\n");
  FeuExportOptions options = { NULL, NULL, NULL };
  const char      *paths[] = { below_file, a_folder };

  test_folder_write (top, "file", "", -1);
  test_folder_write (a_folder, "x", "", -1);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (feu_export_write (
          article, FEU_EXPORT_PAGE, &options, paths[i], NULL, &error));
      g_assert_nonnull (error);
    }
  g_assert_cmpuint (count_files (top), ==, 2);
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  g_assert_null (feu_export_write (
      article, FEU_EXPORT_PAGE, &options, a_folder, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  test_folder_remove (top);
}

static void
test_fragment (void)
{
  g_autoptr (FeuArticle) article = load ("torture.md");
  g_autofree char  *fragment = feu_export_dup_fragment (article);
  const char *const parts[] = {
    "<img src=\"images/lead.png\" alt=\"en ligne\" />",
    "<img src=\"https://example.com/i.jpg?a=%2B&amp;b=1\" alt=\"Distante\">",
    "<h2 id=\"niveau-deux\">",
    "<figcaption>Sa légende &amp; « plus »</figcaption>",
    "<th scope=\"col\" style=\"text-align: right\">",
  };
  const char *const absent[] = { "<html",          "<h1",     "class=\"credit\"",
                                 "class=\"task\"", "<script", "onclick",
                                 "javascript:",    "p-name",  "class=\"remote-image\"",
                                 "data:image",     "tabindex" };
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (fragment, parts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    assert_lacks (fragment, absent[i]);

  g_autoptr (FeuArticle) empty = load ("empty.md");
  g_autofree char *nothing = feu_export_dup_fragment (empty);
  g_assert_cmpstr (nothing, ==, "");
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **out_result = user_data;
  *out_result = g_object_ref (result);
}

static void
test_async (void)
{
  char            *top = test_folder_new ();
  g_autofree char *path = g_build_filename (top, "page.html", NULL);
  g_autoptr (GAsyncResult) async_result = NULL;
  GError *error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (top);
  g_autoptr (FeuAuthor) author = feu_author_new ("A", "B", NULL, NULL, NULL);
  FeuArticle *article = parse ("---\ntitle: T\n---\nx\n");
  GPtrArray  *authors = g_ptr_array_new ();
  g_ptr_array_add (authors, author);
  FeuExportOptions options = { authors, folder, "t" };

  feu_export_write_async (
      article, FEU_EXPORT_PAGE, &options, path, NULL, written_cb, &async_result);
  feu_article_unref (article);
  g_ptr_array_unref (authors);
  while (async_result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (FeuExportResult) result = feu_export_write_finish (async_result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->path, ==, path);
  g_autofree char *page = test_folder_read (top, "page.html");
  assert_contains (page, "<h1 class=\"p-name\">T</h1>");
  assert_contains (page, "<p class=\"p-job-title\">B</p>");
  test_folder_remove (top);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/export/pages-are-closed", test_pages_are_closed);
  g_test_add_func ("/core/export/head", test_head);
  g_test_add_func ("/core/export/linked-data", test_linked_data);
  g_test_add_func ("/core/export/title-fallbacks", test_title_fallbacks);
  g_test_add_func ("/core/export/images", test_images);
  g_test_add_func ("/core/export/folder-stays-closed", test_folder_stays_closed);
  g_test_add_func ("/core/export/page-folder", test_page_folder);
  g_test_add_func ("/core/export/page-folder-is-article-folder",
                   test_page_folder_is_article_folder);
  g_test_add_func ("/core/export/never-writes-through-links",
                   test_never_writes_through_links);
  g_test_add_func ("/core/export/failures-are-told", test_failures_are_told);
  g_test_add_func ("/core/export/fragment", test_fragment);
  g_test_add_func ("/core/export/async", test_async);
  return g_test_run ();
}
