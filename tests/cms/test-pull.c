/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Posts that WordPress itself made are brought in and sent back: unchanged they keep
 * their bytes; of a changed one, the block that was changed differs and no other.
 */
#include "config.h"

#include "feu-post-import.h"
#include "feu-publish-job.h"
#include "feu-publish-record.h"
#include "feu-wordpress.h"
#include "test-folder.h"
#include "test-wordpress.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

typedef struct
{
  TestWordPress *wordpress;
  char          *folder;
  FeuHttp       *http;
  FeuSite       *site;
  FeuPublisher  *publisher;
  FeuJournal    *journal;
} Writer;

static gboolean
writer_begin (Writer *self, const char *version, const char *user)
{
  g_autoptr (GError) error = NULL;

  self->wordpress = test_wordpress_new (version);
  if (self->wordpress == NULL)
    return FALSE;
  const char      *url = test_wordpress_get_url (self->wordpress);
  g_autofree char *root = g_strconcat (url, "/wp-json/", NULL);
  g_autoptr (FeuHttpLogin) login = feu_http_login_new (
      root, user, test_wordpress_get_password (self->wordpress, user));
  FeuSite values = { .id = "test",
                     .address = url,
                     .api_root = root,
                     .user = user,
                     .allows_plain_http = TRUE };
  self->folder = test_folder_new ();
  g_autofree char *path = g_build_filename (self->folder, "publish.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  self->site = feu_site_new (&values);
  self->http = feu_http_new (NULL);
  self->publisher =
      FEU_PUBLISHER (feu_wordpress_new (self->http, root, login, FEU_WORDPRESS_BLOCKS));
  self->journal = feu_journal_new (file, &error);
  g_assert_no_error (error);
  return TRUE;
}

static void
writer_end (Writer *self)
{
  g_clear_object (&self->journal);
  g_clear_object (&self->publisher);
  g_clear_object (&self->http);
  g_clear_pointer (&self->site, feu_site_unref);
  g_clear_pointer (&self->wordpress, test_wordpress_free);
  g_clear_pointer (&self->folder, test_folder_remove);
}

/* ---- on the site ---- */

static void
add_string (JsonObject *object, const char *name, const char *value)
{
  json_object_set_string_member (object, name, value);
}

/* A post that somebody made there. Returns: its number */
static gint64
add_post (Writer     *self,
          const char *title,
          const char *content,
          const char *footnotes,
          gint64      featured)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *post = json_object_new ();
  guint       status = 0;

  add_string (post, "title", title);
  add_string (post, "content", content);
  add_string (post, "excerpt", "Two & three &amp; <em>four</em>");
  add_string (post, "status", "publish");
  add_string (post, "comment_status", "closed");
  if (featured != 0)
    json_object_set_int_member (post, "featured_media", featured);
  if (footnotes != NULL)
    {
      JsonObject *meta = json_object_new ();
      add_string (meta, "footnotes", footnotes);
      json_object_set_object_member (post, "meta", meta);
    }
  json_node_take_object (root, post);
  g_autofree char *body = json_to_string (root, FALSE);
  g_autoptr (JsonNode) answer = test_wordpress_call (
      self->wordpress, "admin", "POST", "/wp/v2/posts", body, &status);
  g_assert_cmpuint (status, ==, 201);
  return json_object_get_int_member (json_node_get_object (answer), "id");
}

static FeuPost *
get_post (Writer *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FeuPost *post = feu_publisher_get_post (self->publisher, id, NULL, &error);

  g_assert_no_error (error);
  return post;
}

static FeuRemoteImage *
add_image (Writer *self, const char *name, guint32 color)
{
  g_autoptr (GdkPixbuf) picture =
      gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1600, 1200);
  g_autoptr (GError) error = NULL;
  g_autofree char *png = NULL;
  gsize            length = 0;

  gdk_pixbuf_fill (picture, color);
  gdk_pixbuf_save_to_buffer (picture, &png, &length, "png", &error, NULL);
  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = g_bytes_new (png, length);
  FeuImageUpload upload = {
    .bytes = bytes, .file_name = name, .mime_type = "image/png", .alt = "In the library"
  };
  FeuRemoteImage *image =
      feu_publisher_upload_image (self->publisher, &upload, NULL, &error);
  g_assert_no_error (error);
  return image;
}

/* ---- here ---- */

static FeuPostImport *
bring_in (Writer *self, gint64 id)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GError) error = NULL;
  FeuPostImportOrder order = {
    .publisher = self->publisher,
    .http = self->http,
    .site = self->site,
    .journal = self->journal,
    .folder = folder,
    .post_id = id,
  };
  FeuPostImport *import = feu_post_import (&order, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

static char *
read_article (const FeuPostImport *import)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (import->file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Publishes @text as the article. Returns: whether nothing had to be sent */
static gboolean
send_back (Writer *self, const FeuPostImport *import, const char *text)
{
  static const guint     no_pauses[] = { 1, 0 };
  const FeuPublishTiming timing = { .retry_ms = no_pauses,
                                    .look_up_ms = no_pauses,
                                    .max_wait_ms = 1 };
  const char *const      addresses[] = { self->site->address, NULL };
  g_autoptr (FeuPublishWish) wish = feu_publish_wish_new ();
  g_autoptr (GFile) folder = g_file_get_parent (import->file);
  g_autoptr (FeuArticle) article = feu_article_new (g_strdup (text), strlen (text), 1);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_file_get_uri (import->file);
  FeuPublishOrder  order = {
     .site_id = self->site->id,
     .root = self->site->api_root,
     .article = uri,
     .text = bytes,
     .folder = folder,
     .wish = wish,
     .remote_id =
         feu_publish_record_find (feu_article_get_metadata (article), addresses, NULL),
     .max_image_px = self->site->max_image_px,
     .max_image_bytes = self->site->max_image_bytes,
     .jpeg_quality = self->site->jpeg_quality,
     .parallel_uploads = 1,
  };

  g_assert_cmpint (order.remote_id, ==, import->post->id);
  g_autoptr (FeuPublishJob) job =
      feu_publish_job_new (self->journal, self->publisher, &order, &error);
  g_assert_no_error (error);
  feu_publish_job_set_timing (job, &timing);
  g_autoptr (FeuPublishOutcome) outcome = feu_publish_job_run (job, NULL);
  g_assert_cmpstr (outcome->kind == FEU_OUTCOME_DONE ? "" : outcome->message, ==, "");
  return outcome->is_unchanged;
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, old, new, 1), ==, 1);
  return g_strdup (changed->str);
}

static void
assert_same (const FeuPost *a, const FeuPost *b)
{
  g_assert_cmpstr (a->content, ==, b->content);
  g_assert_cmpstr (a->footnotes, ==, b->footnotes);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->excerpt, ==, b->excerpt);
  g_assert_cmpstr (a->slug, ==, b->slug);
  g_assert_cmpint (a->status, ==, b->status);
  g_assert_cmpint (a->featured, ==, b->featured);
  g_assert_cmpint (a->comments, ==, b->comments);
  g_assert_cmpint (a->author, ==, b->author);
  g_assert_true (g_date_time_equal (a->date, b->date));
  g_assert_true (feu_post_has_same_terms (a, b, FEU_TAXONOMY_CATEGORY));
  g_assert_true (feu_post_has_same_terms (a, b, FEU_TAXONOMY_TAG));
}

/* Brings post @id in and sends it back as it is. */
static FeuPostImport *
check_unchanged (Writer *self, gint64 id)
{
  g_autoptr (FeuPost) before = get_post (self, id);
  FeuPostImport   *import = bring_in (self, id);
  g_autofree char *text = read_article (import);
  guint            n_media = test_wordpress_count_media (self->wordpress);

  test_wordpress_forget_requests (self->wordpress);
  gboolean is_unchanged = send_back (self, import, text);
  guint    n_sent = test_wordpress_count_requests (self->wordpress, "POST", NULL);
  g_autoptr (FeuPost) after = get_post (self, id);
  assert_same (before, after);
  g_assert_true (is_unchanged);
  g_assert_cmpuint (n_sent, ==, 0);
  g_assert_cmpuint (test_wordpress_count_media (self->wordpress), ==, n_media);
  return import;
}

/* ---- cases ---- */

/* What the site's own editor made of every type of block that it has. */
static void
test_all_blocks (gconstpointer version)
{
  Writer           self = { 0 };
  g_autofree char *name = g_strdup_printf ("all-%s.html", (const char *) version);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "posts", name, NULL);
  g_autofree char *content = NULL;

  if (!writer_begin (&self, version, "admin"))
    return;
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  gint64 id = add_post (&self, "All", content, NULL, 0);
  g_autoptr (FeuPostImport) import = check_unchanged (&self, id);
  g_autoptr (FeuPost) before = get_post (&self, id);
  g_autofree char *text = read_article (import);
  g_autofree char *changed = replace (text, "In a village of La Mancha", "In *a* town");
  g_assert_false (send_back (&self, import, changed));
  g_autoptr (FeuPost) after = get_post (&self, id);
  g_autofree char *wanted =
      replace (before->content, "In a village of La Mancha", "In <em>a</em> town");
  g_assert_cmpstr (after->content, ==, wanted);
  writer_end (&self);
}

/* The patterns that come with WordPress and its theme, one post for each. */
static void
test_patterns (gconstpointer version)
{
  Writer self = { 0 };
  guint  status = 0;

  if (!writer_begin (&self, version, "admin"))
    return;
  g_autoptr (JsonNode) answer = test_wordpress_call (
      self.wordpress, "admin", "GET", "/wp/v2/block-patterns/patterns", NULL, &status);
  g_assert_cmpuint (status, ==, 200);
  JsonArray *patterns = json_node_get_array (answer);
  guint      n_patterns = json_array_get_length (patterns);
  g_assert_cmpuint (n_patterns, >, 10);
  for (guint i = 0; i < n_patterns; i++)
    {
      JsonObject *pattern = json_array_get_object_element (patterns, i);
      const char *name = json_object_get_string_member (pattern, "name");
      g_test_message ("%s", name);
      gint64 id = add_post (
          &self, name, json_object_get_string_member (pattern, "content"), NULL, 0);
      g_autoptr (FeuPostImport) import = check_unchanged (&self, id);
    }
  writer_end (&self);
}

#define NOTE_ID "8f2c1f5e-1111-4222-8333-444455556666"

static char *
make_article (const FeuRemoteImage *a, const FeuRemoteImage *b)
{
  return g_strdup_printf (
      "<!-- wp:paragraph {\"align\":\"center\"} -->\n<p "
      "class=\"has-text-align-center\">"
      "One<sup data-fn=\"" NOTE_ID "\" class=\"fn\"><a href=\"#" NOTE_ID
      "\" id=\"" NOTE_ID "-link\">1</a></sup></p>\n<!-- /wp:paragraph -->\n\n\n"
      "<!-- wp:image {\"id\":%" G_GINT64_FORMAT ",\"align\":\"left\"} -->\n<figure "
      "class=\"wp-block-image alignleft\"><img src=\"%s\" alt=\"A\" "
      "class=\"wp-image-%" G_GINT64_FORMAT
      "\"/><figcaption class=\"wp-element-caption\">B <a "
      "href=\"https://example.org\">c</a></figcaption></figure>\n<!-- /wp:image -->\n\n"
      "<!-- wp:gallery {\"linkTo\":\"none\"} -->\n<figure class=\"wp-block-gallery "
      "has-nested-images columns-default is-cropped\"><!-- wp:image "
      "{\"id\":%" G_GINT64_FORMAT
      "} -->\n<figure class=\"wp-block-image\"><img src=\"%s\" alt=\"\" "
      "class=\"wp-image-%" G_GINT64_FORMAT "\"/></figure>\n<!-- /wp:image -->\n\n<!-- "
      "wp:image {\"id\":%" G_GINT64_FORMAT
      "} -->\n<figure class=\"wp-block-image\"><img "
      "src=\"%s\" alt=\"\" class=\"wp-image-%" G_GINT64_FORMAT "\"/></figure>\n<!-- "
      "/wp:image --></figure>\n<!-- /wp:gallery -->\n\nClassic\ntext [gallery]\n\n"
      "<!-- wp:paragraph -->\n<p>Last</p>\n<!-- /wp:paragraph -->\n\n"
      "<!-- wp:footnotes /-->\n",
      a->id,
      a->large_url != NULL ? a->large_url : a->url,
      a->id,
      a->id,
      a->url,
      a->id,
      b->id,
      b->url,
      b->id);
}

/* Images, notes, classic parts; by an author, whose HTML WordPress filters. */
static void
test_article (gconstpointer version)
{
  Writer self = { 0 };

  if (!writer_begin (&self, version, "admin"))
    return;
  g_autoptr (FeuRemoteImage) a = add_image (&self, "lake.png", 0x204080ff);
  g_autoptr (FeuRemoteImage) b = add_image (&self, "hill.png", 0x802040ff);
  g_autofree char *content = make_article (a, b);
  gboolean         has_notes = strcmp (version, "61") != 0;
  gint64           id = add_post (
      &self,
      "A &amp; <em>b</em>",
      content,
      has_notes ? "[{\"content\":\"Note  <b>x</b>\",\"id\":\"" NOTE_ID "\"}]" : NULL,
      b->id);
  g_autoptr (FeuPostImport) import = check_unchanged (&self, id);
  g_autofree char *text = read_article (import);
  g_assert_cmpuint (import->notes->len, ==, 0);
  g_assert_nonnull (strstr (text, "![A](images/lake.png \"B c\")"));
  g_assert_nonnull (strstr (text, "![](images/lake.png)\n![](images/hill.png)"));
  g_assert_nonnull (strstr (text, "image: images/hill.png"));

  /* One paragraph: no upload, and all else stays. */
  g_autofree char *changed = replace (text, "Last", "Last **word**");
  guint            n_media = test_wordpress_count_media (self.wordpress);
  g_assert_false (send_back (&self, import, changed));
  g_autoptr (FeuPost) after = get_post (&self, id);
  g_autofree char *wanted =
      replace (content, "<p>Last</p>", "<p>Last <strong>word</strong></p>");
  g_assert_cmpstr (after->content, ==, wanted);
  g_assert_cmpuint (test_wordpress_count_media (self.wordpress), ==, n_media);
  g_assert_true (send_back (&self, import, changed));
  writer_end (&self);
}

static void
add_cases (const char *version)
{
  static const struct
  {
    const char *name;
    void (*test) (gconstpointer version);
  } tests[] = {
    { "all-blocks", test_all_blocks },
    { "patterns", test_patterns },
    { "article", test_article },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/cms/pull/%s/%s", version, tests[i].name);
      g_test_add_data_func (path, version, tests[i].test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("61");
  add_cases ("68");
  add_cases ("71");
  return g_test_run ();
}
