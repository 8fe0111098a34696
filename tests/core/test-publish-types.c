/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain data of publishing: posts and wishes survive the journal, JSON that is none of
 * ours is read with tolerance, errors carry what the job acts on.
 */
#include "config.h"

#include "feu-json.h"
#include "feu-publish-error.h"
#include "feu-publish-wish.h"

#include <string.h>

static void
test_post_round_trip (void)
{
  const gint64 tags[] = { 9, 3, 9, 5 };
  g_autoptr (FeuPost) post = feu_post_new ();
  post->id = 12;
  post->status = FEU_POST_SCHEDULED;
  g_free (post->content);
  post->content = g_strdup ("<p>é \"x\"\\ </p>\r\n😀");
  post->date = g_date_time_new_utc (2031, 5, 6, 7, 8, 9);
  feu_post_set_terms (post, FEU_TAXONOMY_TAG, tags, G_N_ELEMENTS (tags));
  post->comments = FEU_COMMENTS_CLOSED;
  post->sticky = TRUE;
  post->rights = FEU_RIGHT_PUBLISH | FEU_RIGHT_STICKY;

  g_autofree char *json = feu_post_to_json (post);
  g_autoptr (FeuPost) copy = feu_post_from_json (json);
  g_assert_cmpint (copy->id, ==, 12);
  g_assert_cmpint (copy->status, ==, FEU_POST_SCHEDULED);
  g_assert_cmpstr (copy->content, ==, post->content);
  g_assert_true (g_date_time_equal (copy->date, post->date));
  g_assert_null (copy->modified);
  g_assert_true (feu_post_has_same_terms (copy, post, FEU_TAXONOMY_TAG));
  g_assert_cmpint (copy->tags->len, ==, 3);
  g_assert_cmpint (g_array_index (copy->tags, gint64, 0), ==, 3);
  g_assert_cmpint (copy->comments, ==, FEU_COMMENTS_CLOSED);
  g_assert_true (copy->sticky);
  g_assert_cmpint (copy->rights, ==, post->rights);
  g_assert_null (feu_post_from_json ("no json"));
}

static FeuArticle *
make_article (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 1);
}

static void
test_wish_from_front_matter (void)
{
  g_autoptr (FeuArticle) article =
      make_article ("---\ntitle: T\nslug: s\ndate: 2031-01-02 10:00\n"
                    "description: D\ntags: [a, b c]\nimage: images/x.jpg\n"
                    "comments: false\n---\nText\n");
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7200);
  g_autoptr (FeuPublishWish) wish = feu_publish_wish_new_from_article (article, zone);

  g_assert_false (wish->has_status);
  g_assert_cmpstr (wish->title, ==, "T");
  g_assert_cmpstr (wish->slug, ==, "s");
  g_assert_cmpstr (wish->excerpt, ==, "D");
  g_assert_null (wish->categories);
  g_assert_cmpint (g_strv_length (wish->tags), ==, 2);
  g_assert_cmpstr (wish->tags[1], ==, "b c");
  g_assert_cmpstr (wish->featured, ==, "images/x.jpg");
  g_assert_cmpint (wish->comments, ==, FEU_COMMENTS_CLOSED);
  g_autoptr (GDateTime) expected = g_date_time_new_utc (2031, 1, 2, 8, 0, 0);
  g_assert_cmpint (g_date_time_compare (wish->date, expected), ==, 0);
}

static void
test_wish_round_trip (void)
{
  g_autoptr (FeuPublishWish) wish = feu_publish_wish_new ();
  wish->has_status = TRUE;
  wish->status = FEU_POST_PENDING;
  wish->excerpt = g_strdup ("");
  wish->tags = g_strsplit ("a,b", ",", 0);
  wish->categories = g_new0 (char *, 1);

  g_autofree char *json = feu_publish_wish_to_json (wish);
  g_autoptr (FeuPublishWish) copy = feu_publish_wish_from_json (json);
  g_assert_true (copy->has_status);
  g_assert_cmpint (copy->status, ==, FEU_POST_PENDING);
  g_assert_cmpstr (copy->excerpt, ==, "");
  g_assert_null (copy->slug);
  g_assert_cmpint (g_strv_length (copy->tags), ==, 2);
  g_assert_nonnull (copy->categories);
  g_assert_cmpint (g_strv_length (copy->categories), ==, 0);
  g_assert_cmpint (copy->sticky, ==, -1);
}

static void
test_wish_completes (void)
{
  g_autoptr (FeuPublishWish) wish = feu_publish_wish_new ();
  g_autoptr (FeuPublishWish) other = feu_publish_wish_new ();
  wish->slug = g_strdup ("mine");
  wish->featured_id = 7;
  other->slug = g_strdup ("theirs");
  other->excerpt = g_strdup ("E");
  other->featured = g_strdup ("x.jpg");

  feu_publish_wish_complete (wish, other);
  g_assert_cmpstr (wish->slug, ==, "mine");
  g_assert_cmpstr (wish->excerpt, ==, "E");
  g_assert_null (wish->featured);
  g_assert_cmpint (wish->featured_id, ==, 7);
}

static void
test_json_tolerates (void)
{
  static const struct
  {
    const char *text;
    gint64      id; /* -1: nothing is to be found */
  } cases[] = {
    { "{\"id\":1}", 1 },
    { "\xEF\xBB\xBF{\"id\":2}", 2 },
    { "<br />\n<b>Warning</b>: x in [a] {b}\n{\"id\":3}\n<!-- y -->", 3 },
    { "{\"id\":\"4\"}", 4 },
    { "{\"id\":{\"x\":1}}", 0 },
    { "", -1 },
    { "{", -1 },
    { "{\"id\":", -1 },
    { "{\"id\":\"\xff\"}", -1 },
    { "<html>{ color: red }</html>", -1 },
    { "[[[[[[[[[[[[[[[[[[[[", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root =
          feu_json_parse (cases[i].text, strlen (cases[i].text));
      g_assert_true ((root == NULL) == (cases[i].id == -1));
      if (root != NULL)
        g_assert_cmpint (
            feu_json_get_int (json_node_get_object (root), "id"), ==, cases[i].id);
    }
  g_assert_null (feu_json_get_object (NULL, "x"));
  g_assert_null (feu_json_get_string (NULL, "x"));
  g_assert_null (feu_json_get_element_object (NULL, 0));
}

static void
test_error_details (void)
{
  g_autoptr (GError) error = NULL;

  feu_publish_error_set (&error, FEU_PUBLISH_ERROR_BUSY, 30, 17, "%s", "Busy");
  g_autoptr (GError) copy = g_error_copy (error);
  g_assert_error (copy, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_BUSY);
  g_assert_cmpuint (feu_publish_error_get_retry_after (copy), ==, 30);
  g_assert_cmpint (feu_publish_error_get_id (copy), ==, 17);
  g_assert_true (feu_publish_error_is_passing (copy));
  g_assert_false (feu_publish_error_is_uncertain (copy));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/publish-types/post-round-trip", test_post_round_trip);
  g_test_add_func ("/core/publish-types/wish-from-front-matter",
                   test_wish_from_front_matter);
  g_test_add_func ("/core/publish-types/wish-round-trip", test_wish_round_trip);
  g_test_add_func ("/core/publish-types/wish-completes", test_wish_completes);
  g_test_add_func ("/core/publish-types/json-tolerates", test_json_tolerates);
  g_test_add_func ("/core/publish-types/error-details", test_error_details);
  return g_test_run ();
}
