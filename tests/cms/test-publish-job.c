/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Articles on their way to a real WordPress: all that is wished arrives, a second time
 * sends nothing, what others changed is not overwritten.
 */
#include "config.h"

#include "feu-json.h"
#include "test-publish.h"

#define ARTICLE                                                                        \
  "---\n"                                                                              \
  "title: La mer & l’hiver\n"                                                        \
  "slug: la-mer\n"                                                                     \
  "description: Un résumé.\n"                                                        \
  "tags: [Mer, R&D]\n"                                                                 \
  "image: images/one.jpg\n"                                                            \
  "comments: false\n"                                                                  \
  "---\n\n"                                                                            \
  "Un paragraphe.\n\n"                                                                 \
  "![Une](images/one.jpg \"Légende\")\n\n"                                            \
  "![Deux](images/two.jpg)\n\n"                                                        \
  "![Trois](images/three.png)\n"

static gint64
ask_int (TestWordPress *site, const char *sql)
{
  return test_wordpress_query_int (site, sql);
}

static void
test_publishes (gconstpointer data)
{
  const char *version = data;
  g_autoptr (TestWordPress) site = test_wordpress_new (version);
  if (site == NULL)
    return;
  g_autoptr (TestDesk) desk =
      test_desk_new (site, test_wordpress_get_url (site), "admin");
  test_desk_set_status (desk, FEU_POST_PUBLISHED);

  g_autoptr (FeuPublishOutcome) outcome = test_desk_publish (desk, ARTICLE);
  g_assert_cmpint (outcome->kind, ==, FEU_OUTCOME_DONE);
  g_assert_cmpint (outcome->post->status, ==, FEU_POST_PUBLISHED);
  g_assert_cmpstr (outcome->post->slug, ==, "la-mer");
  g_assert_cmpstr (outcome->post->excerpt, ==, "Un résumé.");
  g_assert_cmpint (outcome->post->comments, ==, FEU_COMMENTS_CLOSED);
  g_assert_cmpuint (outcome->post->tags->len, ==, 2);
  g_assert_cmpint (outcome->post->featured, >, 0);
  g_assert_cmpuint (outcome->notes->len, ==, 0);
  g_assert_cmpuint (test_wordpress_count_posts (site), ==, 1);
  g_assert_cmpuint (test_wordpress_count_media (site), ==, 3);
  g_assert_cmpuint (test_wordpress_count_terms (site, "post_tag"), ==, 2);
  g_assert_cmpint (ask_int (site,
                            "SELECT count(*) FROM wp_postmeta WHERE meta_key = "
                            "'_wp_attachment_image_alt' AND meta_value = 'Une'"),
                   ==,
                   1);
  g_assert_cmpint (ask_int (site,
                            "SELECT count(*) FROM wp_posts WHERE post_excerpt = "
                            "'Légende' AND post_type = 'attachment'"),
                   ==,
                   1);
  g_autoptr (GPtrArray) jobs = feu_journal_list_jobs (desk->journal, NULL);
  g_assert_cmpuint (jobs->len, ==, 0);

  /* Once more: nothing is sent, and little is asked. */
  test_wordpress_forget_requests (site);
  g_autoptr (FeuPublishOutcome) again = test_desk_publish (desk, ARTICLE);
  g_assert_cmpint (again->kind, ==, FEU_OUTCOME_DONE);
  g_assert_true (again->is_unchanged);
  g_assert_cmpuint (test_wordpress_count_requests (site, "POST", NULL), ==, 0);
  g_assert_cmpuint (test_wordpress_count_requests (site, NULL, NULL), <=, 4);
  g_assert_cmpint (again->post->id, ==, outcome->post->id);
}

#define ADD(name, function, data)                                                      \
  g_test_add_data_func ("/cms/publish-job/" name, data, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("publishes/6.1", test_publishes, "61");
  ADD ("publishes/6.8", test_publishes, "68");
  ADD ("publishes/7.1", test_publishes, "71");
  return g_test_run ();
}
