/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The life of a post by each role and in each version: draft, review, publish, update,
 * schedule, unpublish. After each step every field is read back from the site.
 */
#include "config.h"

#include "test-folder.h"
#include "test-publishing.h"
#include "test-wordpress.h"

#include <string.h>

#define ELSEWHERE "https://example.test/2.png"

typedef struct
{
  const char *version;
  const char *user;
  gboolean    may_publish;
  gboolean    may_upload;
} Case;

typedef struct
{
  const Case     *one;
  TestWordPress  *site;
  TestPublishing *publishing;
  char           *folder;
  FeuRemoteImage *lead;  /* in the library, for the featured one; NULL: uploads */
  FeuRemoteImage *other; /* likewise, for one of the text */
} Life;

/* --- the site ------------------------------------------------------------------ */

static void
add_category (TestWordPress *site, const char *name)
{
  g_autofree char *body = g_strdup_printf ("{\"name\": \"%s\"}", name);
  guint            status = 0;
  g_autoptr (JsonNode) term =
      test_wordpress_call (site, "admin", "POST", "/wp/v2/categories", body, &status);

  g_assert_cmpuint (status, ==, 201);
}

/** (transfer full): what an editor has put into the library. */
static FeuRemoteImage *
add_library_image (Life *life, const char *name)
{
  g_autofree char *folder = test_folder_new ();
  g_autoptr (TestPublishing) editor =
      test_publishing_new (folder,
                           test_wordpress_get_url (life->site),
                           "editor",
                           test_wordpress_get_password (life->site, "editor"),
                           0);
  GError          *error = NULL;
  g_autofree char *path = g_build_filename (life->folder, "images", name, NULL);
  char            *data = NULL;
  gsize            size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  FeuImageUpload upload = {
    .bytes = bytes, .file_name = name, .mime_type = "image/png", .alt = "Réserve"
  };
  FeuRemoteImage *image =
      feu_publisher_upload_image (editor->publisher, &upload, NULL, &error);
  g_assert_no_error (error);
  test_folder_remove (g_steal_pointer (&folder));
  return image;
}

/* --- publishing ---------------------------------------------------------------- */

/** Without the right to upload: images of the library, and one elsewhere on the web. */
static void
answer_images (Life *life, FeuPublishJob *job, const FeuPublishOutcome *outcome)
{
  g_assert_cmpuint (outcome->images->len, ==, TEST_PUBLISHING_N_IMAGES);
  for (guint i = 0; i < outcome->images->len; i++)
    {
      const FeuImageQuestion *question = outcome->images->pdata[i];
      gboolean                is_url = g_str_equal (question->src, "images/two.png");
      FeuRemoteImage         *image =
          g_str_equal (question->src, "images/lead.png") ? life->lead : life->other;
      g_assert_cmpstr (question->reason, !=, "");
      g_assert_true (feu_publish_job_answer_image (job,
                                                   question->src,
                                                   is_url ? FEU_IMAGE_USE_URL
                                                          : FEU_IMAGE_USE_LIBRARY,
                                                   is_url ? 0 : image->id,
                                                   is_url ? ELSEWHERE : image->url,
                                                   NULL));
    }
}

/** (transfer full): the post that came of it, as the site gives it. */
static JsonObject *
publish (Life *life, FeuPostStatus status, GDateTime *date)
{
  g_autoptr (FeuPublishWish) wish = test_publishing_wish (status);
  if (date != NULL)
    wish->date = g_date_time_ref (date);
  g_autoptr (FeuPublishJob) job = test_publishing_new_job (life->publishing, wish);
  g_autoptr (FeuPublishOutcome) outcome = feu_publish_job_run (job, NULL);

  for (int i = 0; i < 3 && outcome->kind == FEU_OUTCOME_NEEDS_USER; i++)
    {
      if (outcome->question == FEU_QUESTION_PERMISSION)
        {
          g_assert_false (life->one->may_publish);
          g_assert_true (feu_post_status_needs_publishing (status));
          g_assert_true (feu_publish_job_answer_status (job, FEU_POST_PENDING, NULL));
        }
      else if (outcome->question == FEU_QUESTION_IMAGES)
        {
          g_assert_false (life->one->may_upload);
          answer_images (life, job, outcome);
        }
      else
        break;
      feu_publish_outcome_unref (outcome);
      outcome = feu_publish_job_run (job, NULL);
    }
  if (outcome->kind != FEU_OUTCOME_DONE)
    g_error ("%s as %s: %s, %s: %s",
             feu_post_status_get_name (status),
             life->one->user,
             feu_publish_outcome_get_kind_name (outcome),
             feu_publish_question_get_name (outcome->question),
             outcome->message);

  g_autofree char *route = g_strdup_printf (
      "/wp/v2/posts/%" G_GINT64_FORMAT "?context=edit", outcome->post->id);
  guint http_status = 0;
  g_autoptr (JsonNode) node =
      test_wordpress_call (life->site, "admin", "GET", route, NULL, &http_status);
  g_assert_cmpuint (http_status, ==, 200);
  return json_node_dup_object (node);
}

/* --- reading back -------------------------------------------------------------- */

static const char *
get_raw (JsonObject *post, const char *field)
{
  return json_object_get_string_member (json_object_get_object_member (post, field),
                                        "raw");
}

/** (transfer full): names of the terms with the ids of @field, sorted. */
static char *
dup_term_names (Life *life, JsonObject *post, const char *field)
{
  JsonArray *ids = json_object_get_array_member (post, field);
  GString   *list = g_string_new ("0");

  for (guint i = 0; i < json_array_get_length (ids); i++)
    g_string_append_printf (
        list, ",%" G_GINT64_FORMAT, json_array_get_int_element (ids, i));
  g_autofree char *sql = g_strdup_printf (
      "SELECT group_concat(name, '|') FROM (SELECT name FROM wp_terms WHERE term_id IN"
      " (%s) ORDER BY name)",
      list->str);
  g_string_free (list, TRUE);
  return test_wordpress_query_text (life->site, sql);
}

static void
check_images (Life *life, JsonObject *post)
{
  const char *content = get_raw (post, "content");
  gint64      featured = json_object_get_int_member (post, "featured_media");

  g_assert_null (strstr (content, "images/one.png"));
  g_assert_null (strstr (content, life->folder));
  g_assert_nonnull (strstr (content, "alt=\"Un chalet\""));
  g_assert_nonnull (strstr (content, "Le premier chalet"));
  if (!life->one->may_upload)
    {
      g_assert_cmpint (featured, ==, life->lead->id);
      g_assert_nonnull (strstr (content, ELSEWHERE));
      return;
    }
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM wp_posts WHERE post_type = 'attachment' AND ID ="
      " %" G_GINT64_FORMAT " AND post_name LIKE 'lead%%'",
      featured);
  g_assert_cmpint (test_wordpress_query_int (life->site, sql), ==, 1);
  g_autofree char *alt = test_wordpress_query_text (
      life->site,
      "SELECT meta_value FROM wp_postmeta JOIN wp_posts ON ID = post_id WHERE"
      " meta_key = '_wp_attachment_image_alt' AND post_name LIKE 'one%'");
  g_assert_cmpstr (alt, ==, "Un chalet");
  g_autofree char *caption = test_wordpress_query_text (
      life->site,
      "SELECT post_excerpt FROM wp_posts WHERE post_type = 'attachment' AND"
      " post_name LIKE 'one%'");
  g_assert_cmpstr (caption, ==, "Le premier chalet");
}

static void
check_post (Life *life, JsonObject *post, const char *status, const char *text)
{
  g_assert_cmpstr (json_object_get_string_member (post, "status"), ==, status);
  /* Those who may not write HTML get their titles stored as HTML. */
  g_assert_true (g_str_has_prefix (get_raw (post, "title"), "Le marché de Noël &"));
  g_assert_true (g_str_has_suffix (get_raw (post, "title"), " ses secrets"));
  g_assert_cmpstr (get_raw (post, "excerpt"), ==, TEST_PUBLISHING_EXCERPT);
  g_assert_nonnull (strstr (get_raw (post, "content"), text));
  g_assert_cmpint (json_object_get_int_member (post, "author"),
                   ==,
                   test_wordpress_get_user_id (life->site, life->one->user));
  g_assert_cmpstr (
      json_object_get_string_member (post, "comment_status"), ==, "closed");
  g_assert_false (json_object_get_boolean_member (post, "sticky"));
  /* WordPress takes the slug of what waits for review from who may not publish. */
  if (life->one->may_publish)
    g_assert_cmpstr (
        json_object_get_string_member (post, "slug"), ==, TEST_PUBLISHING_SLUG);
  g_autofree char *categories = dup_term_names (life, post, "categories");
  g_assert_cmpstr (categories, ==, "Actualités|Culture &amp; loisirs");
  g_autofree char *tags = dup_term_names (life, post, "tags");
  g_assert_cmpstr (tags, ==, "marché|noël|R&amp;D");
  check_images (life, post);

  g_assert_cmpuint (test_wordpress_count_posts (life->site), ==, 1);
  g_assert_cmpuint (test_wordpress_count_media (life->site),
                    ==,
                    life->one->may_upload ? TEST_PUBLISHING_N_IMAGES : 2);
  g_assert_cmpuint (test_wordpress_count_terms (life->site, "category"), ==, 3);
  g_assert_cmpuint (test_wordpress_count_terms (life->site, "post_tag"), ==, 3);
}

/* --- a life -------------------------------------------------------------------- */

static void
live (Life *life)
{
  gboolean may_publish = life->one->may_publish;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 2);
  g_autofree char *later_text = g_date_time_format (later, "%Y-%m-%dT%H:%M:%S");

  g_autoptr (JsonObject) draft = publish (life, FEU_POST_DRAFT, NULL);
  check_post (life, draft, "draft", "C'est demain.");

  g_autoptr (JsonObject) review = publish (life, FEU_POST_PENDING, NULL);
  check_post (life, review, "pending", "C'est demain.");

  g_autoptr (JsonObject) published = publish (life, FEU_POST_PUBLISHED, NULL);
  check_post (life, published, may_publish ? "publish" : "pending", "C'est demain.");

  test_publishing_edit_article (life->folder, "C'est demain.", "C'est ce soir.");
  g_autoptr (JsonObject) updated =
      publish (life, may_publish ? FEU_POST_PUBLISHED : FEU_POST_PENDING, NULL);
  check_post (life, updated, may_publish ? "publish" : "pending", "C'est ce soir.");
  g_assert_cmpint (json_object_get_int_member (draft, "id"),
                   ==,
                   json_object_get_int_member (updated, "id"));

  g_autoptr (JsonObject) scheduled = publish (life, FEU_POST_SCHEDULED, later);
  check_post (life, scheduled, may_publish ? "future" : "pending", "C'est ce soir.");
  if (may_publish)
    g_assert_cmpstr (
        json_object_get_string_member (scheduled, "date_gmt"), ==, later_text);

  g_autoptr (JsonObject) unpublished = publish (life, FEU_POST_DRAFT, NULL);
  check_post (life, unpublished, "draft", "C'est ce soir.");
}

static void
test_life (gconstpointer data)
{
  const Case *one = data;
  Life        life = { .one = one, .site = test_wordpress_new (one->version) };

  if (life.site == NULL)
    return;
  life.folder = test_folder_new ();
  test_publishing_write_article (life.folder);
  add_category (life.site, "Actualités");
  add_category (life.site, "Culture & loisirs");
  if (!one->may_upload)
    {
      life.lead = add_library_image (&life, "lead.png");
      life.other = add_library_image (&life, "one.png");
    }
  life.publishing =
      test_publishing_new (life.folder,
                           test_wordpress_get_url (life.site),
                           one->user,
                           test_wordpress_get_password (life.site, one->user),
                           0);
  live (&life);
  test_publishing_free (life.publishing);
  g_clear_pointer (&life.lead, feu_remote_image_unref);
  g_clear_pointer (&life.other, feu_remote_image_unref);
  test_folder_remove (life.folder);
  test_wordpress_free (life.site);
}

int
main (int argc, char *argv[])
{
  static const char *const versions[] = { "61", "68", "71" };
  static const Case        roles[] = {
           { NULL, "admin", TRUE, TRUE },
           { NULL, "editor", TRUE, TRUE },
           { NULL, "author", TRUE, TRUE },
           { NULL, "contributor", FALSE, FALSE },
  };
  Case cases[G_N_ELEMENTS (versions) * G_N_ELEMENTS (roles)];
  int  n_cases = 0;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    for (guint j = 0; j < G_N_ELEMENTS (roles); j++)
      {
        Case            *one = &cases[n_cases++];
        g_autofree char *path =
            g_strdup_printf ("/cms/publish-roles/%s/%s", versions[i], roles[j].user);
        *one = roles[j];
        one->version = versions[i];
        g_test_add_data_func (path, one, test_life);
      }
  return g_test_run ();
}
