/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A desk to publish from: a folder with an article and images, a journal, and an
 * account on a WordPress.
 */
#pragma once

#include "feu-publish-job.h"
#include "feu-wordpress.h"
#include "test-image.h"
#include "test-wordpress.h"

typedef struct
{
  char           *folder;
  char           *root;
  FeuJournal     *journal;
  FeuPublisher   *publisher;
  FeuPublishWish *wish;
  gint64          remote_id;
} TestDesk;

/* Milliseconds instead of minutes. */
static inline const FeuPublishTiming *
test_desk_get_timing (void)
{
  static const guint            retry_ms[] = { 10, 20, 40, 80, 0 };
  static const guint            look_up_ms[] = { 20, 100, 300, 600, 0 };
  static const FeuPublishTiming timing = { retry_ms, look_up_ms, 3000 };
  return &timing;
}

static inline void
test_desk_write_images (const char *folder)
{
  static const char *const names[] = { "one.jpg", "two.jpg", "three.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GError *error = NULL;
      g_autoptr (GdkPixbuf) pixbuf = test_image_new (320 + (int) i * 16, 200, FALSE);
      g_autofree char *path = g_build_filename (folder, "images", names[i], NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      g_assert_cmpint (g_mkdir_with_parents (parent, 0777), ==, 0);
      gdk_pixbuf_save (
          pixbuf, path, g_str_has_suffix (path, "png") ? "png" : "jpeg", &error, NULL);
      g_assert_no_error (error);
    }
}

/** @address: the site's, or that of a proxy before it. Three images are in images/. */
static inline TestDesk *
test_desk_new (TestWordPress *site, const char *address, const char *user)
{
  GError   *error = NULL;
  TestDesk *desk = g_new0 (TestDesk, 1);
  desk->folder = test_folder_new ();
  desk->root = g_strconcat (address, "/wp-json/", NULL);
  g_autofree char *path = g_build_filename (desk->folder, "publish.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  desk->journal = feu_journal_new (file, &error);
  g_assert_no_error (error);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  feu_http_set_timeout_s (http, 20);
  g_autoptr (FeuHttpLogin) login =
      feu_http_login_new (desk->root, user, test_wordpress_get_password (site, user));
  desk->publisher =
      FEU_PUBLISHER (feu_wordpress_new (http, desk->root, login, FEU_WORDPRESS_BLOCKS));
  desk->wish = feu_publish_wish_new ();
  test_desk_write_images (desk->folder);
  return desk;
}

static inline void
test_desk_free (TestDesk *desk)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (desk->journal);
  g_assert_finalize_object (desk->publisher);
  feu_publish_wish_free (desk->wish);
  g_free (desk->root);
  test_folder_remove (desk->folder);
  g_free (desk);
}

static inline void
test_desk_set_status (TestDesk *desk, FeuPostStatus status)
{
  desk->wish->has_status = TRUE;
  desk->wish->status = status;
}

/** The job of article.md with the text @text. */
static inline FeuPublishJob *
test_desk_new_job (TestDesk *desk, const char *text)
{
  GError *error = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (desk->folder);
  g_autoptr (GFile) file = g_file_get_child (folder, "article.md");
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  FeuPublishOrder order = {
    .site_id = "test",
    .root = desk->root,
    .article = uri,
    .text = bytes,
    .folder = folder,
    .wish = desk->wish,
    .remote_id = desk->remote_id,
    .max_image_px = 2560,
    .parallel_uploads = 3,
  };
  FeuPublishJob *job =
      feu_publish_job_new (desk->journal, desk->publisher, &order, &error);
  g_assert_no_error (error);
  feu_publish_job_set_timing (job, test_desk_get_timing ());
  return job;
}

/** (transfer full): what comes of publishing @text. */
static inline FeuPublishOutcome *
test_desk_publish (TestDesk *desk, const char *text)
{
  g_autoptr (FeuPublishJob) job = test_desk_new_job (desk, text);
  FeuPublishOutcome *outcome = feu_publish_job_run (job, NULL);
  g_test_message ("%s: %s (%s)",
                  feu_publish_outcome_get_kind_name (outcome),
                  outcome->message,
                  outcome->on_site);
  for (guint i = 0; i < outcome->notes->len; i++)
    g_test_message ("note: %s", (char *) g_ptr_array_index (outcome->notes, i));
  return outcome;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDesk, test_desk_free)
