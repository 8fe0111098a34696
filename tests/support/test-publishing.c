/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-publishing.h"

#include "feu-wordpress.h"

#include "test-folder.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include <string.h>

static const guint retry_ms[] = { 20, 40, 80, 0 };
static const guint look_up_ms[] = { 50, 200, 600, 1500, 0 };

static const FeuPublishTiming timing = { retry_ms, look_up_ms, 3000 };

#define ARTICLE                                                                        \
  "---\n"                                                                              \
  "title: " TEST_PUBLISHING_TITLE "\n"                                                 \
  "slug: " TEST_PUBLISHING_SLUG "\n"                                                   \
  "description: " TEST_PUBLISHING_EXCERPT "\n"                                         \
  "categories: [Actualités, Culture & loisirs]\n"                                     \
  "tags: [noël, marché, R&D]\n"                                                      \
  "image: images/lead.png\n"                                                           \
  "comments: false\n"                                                                  \
  "---\n\n"                                                                            \
  "Trente chalets, *deux* allées et **un** sapin.\n\n"                                \
  "![Un chalet](images/one.png \"Le premier chalet\")\n\n"                             \
  "## Au programme\n\n"                                                                \
  "- chants\n- vin chaud\n\n"                                                          \
  "| Jour | Heure |\n|---|---|\n| samedi | 10 h |\n\n"                                 \
  "![Le sapin](images/two.png)\n\n"                                                    \
  "> C'est demain.\n"

const FeuPublishTiming *
test_publishing_get_timing (void)
{
  return &timing;
}

void
test_publishing_draw (const char *folder,
                      const char *name,
                      int         width,
                      int         height,
                      guint32     seed)
{
  g_autofree char *file = g_build_filename ("images", name, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GdkPixbuf) picture =
      gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guchar          *pixels = gdk_pixbuf_get_pixels (picture);
  gsize            length = gdk_pixbuf_get_byte_length (picture);
  g_autofree char *data = NULL;
  gsize            size = 0;
  GError          *error = NULL;

  for (gsize i = 0; i < length; i++)
    pixels[i] = (guchar) g_rand_int (rand);
  gdk_pixbuf_save_to_buffer (picture,
                             &data,
                             &size,
                             g_str_has_suffix (name, ".jpg") ? "jpeg" : "png",
                             &error,
                             NULL);
  g_assert_no_error (error);
  test_folder_write (folder, file, data, (gssize) size);
}

void
test_publishing_write_article (const char *folder)
{
  test_folder_write (folder, "article.md", ARTICLE, -1);
  test_publishing_draw (folder, "lead.png", 48, 32, 1);
  test_publishing_draw (folder, "one.png", 32, 48, 2);
  test_publishing_draw (folder, "two.png", 40, 40, 3);
}

void
test_publishing_edit_article (const char *folder, const char *old, const char *new)
{
  g_autofree char *text = test_folder_read (folder, "article.md");
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_autofree char *edited = g_strjoinv (new, parts);
  test_folder_write (folder, "article.md", edited, -1);
}

TestPublishing *
test_publishing_new (const char *folder,
                     const char *site,
                     const char *user,
                     const char *password,
                     guint       timeout_s)
{
  TestPublishing  *self = g_new0 (TestPublishing, 1);
  GError          *error = NULL;
  g_autofree char *path = g_build_filename (folder, "journal", "publish.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  g_autoptr (FeuHttpLogin) login = feu_http_login_new (site, user, password);

  if (timeout_s > 0)
    feu_http_set_timeout_s (http, timeout_s);
  self->folder = g_strdup (folder);
  self->root = g_strconcat (site, "/wp-json/", NULL);
  self->journal = feu_journal_new (file, &error);
  g_assert_no_error (error);
  self->publisher =
      FEU_PUBLISHER (feu_wordpress_new (http, self->root, login, FEU_WORDPRESS_BLOCKS));
  return self;
}

void
test_publishing_free (TestPublishing *self)
{
  g_clear_object (&self->publisher);
  g_clear_object (&self->journal);
  g_free (self->root);
  g_free (self->folder);
  g_free (self);
}

FeuPublishJob *
test_publishing_new_job (TestPublishing *self, const FeuPublishWish *wish)
{
  GError          *error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "article.md", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *text = test_folder_read (self->folder, "article.md");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  FeuPublishOrder order = {
    .site_id = "test",
    .root = self->root,
    .article = uri,
    .text = bytes,
    .folder = folder,
    .wish = wish,
    .max_image_px = 2560,
    .jpeg_quality = 85,
    .parallel_uploads = 3,
  };
  FeuPublishJob *job =
      feu_publish_job_new (self->journal, self->publisher, &order, &error);

  g_assert_no_error (error);
  feu_publish_job_set_timing (job, &timing);
  return job;
}

FeuPublishOutcome *
test_publishing_run (TestPublishing *self, const FeuPublishWish *wish)
{
  g_autoptr (FeuPublishJob) job = test_publishing_new_job (self, wish);
  return feu_publish_job_run (job, NULL);
}

FeuPublishWish *
test_publishing_wish (FeuPostStatus status)
{
  FeuPublishWish *wish = feu_publish_wish_new ();

  wish->has_status = TRUE;
  wish->status = status;
  return wish;
}
