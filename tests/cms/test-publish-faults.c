/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: test-cms-publish-faults [SHARD N_SHARDS] …
 *
 * Every request of a job meets every fault, and the process is killed before and after
 * each record of the journal. However often it has to be run again: in the end there is
 * exactly one post, each image once, no term twice, and the journal says what the site
 * says. Each run is a process of its own: this program, called with "--job".
 */
#include "config.h"

#include "feu-journal-private.h"
#include "test-folder.h"
#include "test-proxy.h"
#include "test-publishing.h"
#include "test-wordpress.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define USER "editor"
#define TIMEOUT_S 2
#define MAX_RUNS 6

/* --- the process that is ended ------------------------------------------------- */

typedef struct
{
  int n_records; /* seen so far; each counts twice, before and after */
  int die_at;    /* 0: lives on */
} Death;

static void
journal_hook (const char *record, gboolean is_after, gpointer data)
{
  Death *death = data;

  if (g_atomic_int_add (&death->n_records, 1) + 1 == death->die_at)
    kill (getpid (), SIGKILL);
}

/** Publishes the article in @folder; what came of it is one line of JSON. */
static int
run_job (const char *site, const char *folder, int die_at)
{
  Death death = { 0, die_at };
  char  password[200];

  /* The password is the sign to start, too. */
  if (fgets (password, sizeof password, stdin) == NULL)
    return 2;
  g_autoptr (TestPublishing) publishing =
      test_publishing_new (folder, site, USER, g_strchomp (password), TIMEOUT_S);
  feu_journal_set_hook (publishing->journal, journal_hook, &death);
  g_autoptr (FeuPublishWish) wish = test_publishing_wish (FEU_POST_PUBLISHED);
  g_autoptr (FeuPublishOutcome) outcome = test_publishing_run (publishing, wish);

  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "kind");
  json_builder_add_string_value (builder, feu_publish_outcome_get_kind_name (outcome));
  json_builder_set_member_name (builder, "question");
  json_builder_add_string_value (builder,
                                 feu_publish_question_get_name (outcome->question));
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, outcome->message);
  json_builder_set_member_name (builder, "on_site");
  json_builder_add_string_value (builder, outcome->on_site);
  json_builder_set_member_name (builder, "post");
  json_builder_add_int_value (builder, outcome->post != NULL ? outcome->post->id : 0);
  json_builder_set_member_name (builder, "records");
  json_builder_add_int_value (builder, death.n_records);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) node = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (node, FALSE);
  puts (line);
  return 0;
}

/* --- the cases ----------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *fault; /* with %d for the number of its request */
  gboolean    on_updates;
} Fault;

/* What a redirect leads to must not be followed: nobody listens there. */
#define ELSEWHERE "http://127.0.0.1:9/"

static const Fault faults[] = {
  { "refuse", "\"what\":\"refuse\",\"ms\":60,\"after\":%d", TRUE },
  { "cut-before", "\"what\":\"cut-before\",\"nth\":%d", FALSE },
  { "cut-body", "\"what\":\"cut-body\",\"nth\":%d", FALSE },
  { "cut-after", "\"what\":\"cut-after\",\"nth\":%d", TRUE },
  { "cut-answer", "\"what\":\"cut-answer\",\"nth\":%d", FALSE },
  { "late", "\"what\":\"late\",\"ms\":400,\"nth\":%d", FALSE },
  { "500-after", "\"what\":\"status-after\",\"status\":500,\"nth\":%d", TRUE },
  { "502-before", "\"what\":\"status\",\"status\":502,\"nth\":%d", FALSE },
  { "503", "\"what\":\"status\",\"status\":503,\"nth\":%d,\"times\":2", TRUE },
  { "html-200", "\"what\":\"status\",\"status\":200,\"nth\":%d", FALSE },
  { "html-after", "\"what\":\"status-after\",\"status\":200,\"nth\":%d", FALSE },
  { "401", "\"what\":\"status\",\"status\":401,\"nth\":%d", FALSE },
  { "403-firewall", "\"what\":\"status\",\"status\":403,\"nth\":%d", FALSE },
  { "413", "\"what\":\"status\",\"status\":413,\"nth\":%d", FALSE },
  { "429",
    "\"what\":\"status\",\"status\":429,\"headers\":{\"Retry-After\":\"1\"},\"nth\":%d",
    TRUE },
  { "redirect",
    "\"what\":\"status\",\"status\":302,\"headers\":{\"Location\":\"" ELSEWHERE
    "\"},\"nth\":%d",
    FALSE },
  { "garbage", "\"what\":\"garbage\",\"nth\":%d", FALSE },
  { "slow", "\"what\":\"slow-answer\",\"ms\":2300,\"nth\":%d", FALSE },
  { "kill-before", "\"what\":\"kill-before\",\"nth\":%d", TRUE },
  { "kill-after", "\"what\":\"kill-after\",\"nth\":%d", TRUE },
};

typedef struct
{
  const Fault *fault; /* NULL: die at record @number */
  int          number;
  gboolean     is_update;
} Case;

/* One for all cases: each makes the site new. */
static const char    *program;
static TestWordPress *site;
static TestProxy     *proxy;

/** (nullable) (transfer full): what the run said; NULL when it was killed. */
static JsonObject *
spawn_job (const char *folder, const char *fault, int die_at)
{
  GError          *error = NULL;
  g_autofree char *number = g_strdup_printf ("%d", die_at);
  g_autofree char *output = NULL;
  g_autofree char *password =
      g_strconcat (test_wordpress_get_password (site, USER), "\n", NULL);
  g_autoptr (GSubprocess) job =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                        &error,
                        program,
                        "--job",
                        test_proxy_get_url (proxy),
                        folder,
                        number,
                        NULL);
  g_assert_no_error (error);
  if (fault != NULL)
    test_proxy_set_faults (proxy, fault, atoi (g_subprocess_get_identifier (job)));

  g_subprocess_communicate_utf8 (job, password, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  if (g_subprocess_get_if_signaled (job))
    {
      g_assert_cmpint (g_subprocess_get_term_sig (job), ==, SIGKILL);
      return NULL;
    }
  g_assert_cmpint (g_subprocess_get_exit_status (job), ==, 0);
  g_autoptr (JsonNode) node = json_from_string (output, &error);
  g_assert_no_error (error);
  return json_node_dup_object (node);
}

/* An outcome says something to the writer, in words fit to be read. */
static void
check_sentence (JsonObject *outcome)
{
  const char *message = json_object_get_string_member (outcome, "message");
  const char *on_site =
      json_object_get_string_member_with_default (outcome, "on_site", "");
  g_autofree char *all = g_strconcat (message, " ", on_site, NULL);

  g_assert_cmpstr (message, !=, "");
  g_assert_null (strstr (all, test_wordpress_get_password (site, USER)));
  g_assert_null (strstr (all, "<h1>"));
}

/** Runs until it is done. Returns: the number of runs. */
static int
run_until_done (const char *folder, const char *fault, int die_at)
{
  for (int i = 1; i <= MAX_RUNS; i++)
    {
      g_autoptr (JsonObject) outcome =
          spawn_job (folder, i == 1 ? fault : NULL, i == 1 ? die_at : 0);
      if (outcome == NULL)
        continue;
      check_sentence (outcome);
      if (g_str_equal (json_object_get_string_member (outcome, "kind"), "done"))
        return i;
      g_test_message (
          "run %d: %s (%s): %s %s",
          i,
          json_object_get_string_member (outcome, "kind"),
          json_object_get_string_member (outcome, "question"),
          json_object_get_string_member (outcome, "message"),
          json_object_get_string_member_with_default (outcome, "on_site", ""));
    }
  g_test_fail_printf ("not done after %d runs", MAX_RUNS);
  return MAX_RUNS;
}

/* --- what is there in the end -------------------------------------------------- */

static void
expect_number (const char *what, gint64 found, gint64 expected)
{
  if (found != expected)
    g_test_fail_printf (
        "%s: %" G_GINT64_FORMAT " instead of %" G_GINT64_FORMAT, what, found, expected);
}

static void
expect_text (const char *what, const char *sql, const char *expected)
{
  g_autofree char *found = test_wordpress_query_text (site, sql);

  if (g_strcmp0 (found, expected) != 0)
    g_test_fail_printf ("%s: “%s” instead of “%s”", what, found, expected);
}

static void
check_site (guint n_images)
{
  expect_number ("posts", test_wordpress_count_posts (site), 1);
  expect_number ("images", test_wordpress_count_media (site), n_images);
  expect_number ("categories",
                 test_wordpress_count_terms (site, "category"),
                 1 + TEST_PUBLISHING_N_CATEGORIES);
  expect_number (
      "tags", test_wordpress_count_terms (site, "post_tag"), TEST_PUBLISHING_N_TAGS);
  expect_text (
      "status", "SELECT post_status FROM wp_posts WHERE post_type='post'", "publish");
  expect_text ("slug",
               "SELECT post_name FROM wp_posts WHERE post_type='post'",
               TEST_PUBLISHING_SLUG);
  expect_text ("excerpt",
               "SELECT post_excerpt FROM wp_posts WHERE post_type='post'",
               TEST_PUBLISHING_EXCERPT);
  expect_text ("comments",
               "SELECT comment_status FROM wp_posts WHERE post_type='post'",
               "closed");
  expect_number ("terms of the post",
                 test_wordpress_query_int (
                     site,
                     "SELECT count(*) FROM wp_term_relationships JOIN wp_posts ON"
                     " ID = object_id WHERE post_type='post'"),
                 TEST_PUBLISHING_N_CATEGORIES + TEST_PUBLISHING_N_TAGS);
  expect_number (
      "featured image",
      test_wordpress_query_int (
          site,
          "SELECT count(*) FROM wp_postmeta JOIN wp_posts AS image ON"
          " image.ID = meta_value WHERE meta_key = '_thumbnail_id' AND"
          " image.post_type = 'attachment' AND image.post_name LIKE 'lead%'"),
      1);
  expect_number (
      "images in the text",
      test_wordpress_query_int (
          site,
          "SELECT count(*) FROM wp_posts AS image JOIN wp_posts AS post ON"
          " post.post_content LIKE '%wp-image-' || image.ID || '\"%'"
          " WHERE post.post_type = 'post' AND image.post_type = 'attachment'"),
      TEST_PUBLISHING_N_IMAGES - 1);
}

static void
check_journal (const char *folder)
{
  GError          *error = NULL;
  g_autofree char *path = g_build_filename (folder, "article.md", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (TestPublishing) publishing =
      test_publishing_new (folder, test_proxy_get_url (proxy), USER, "unused", 0);
  g_autoptr (GPtrArray) jobs = feu_journal_list_jobs (publishing->journal, &error);
  g_assert_no_error (error);
  g_autoptr (FeuPostRecord) record =
      feu_journal_find_post (publishing->journal, publishing->root, uri, &error);
  g_assert_no_error (error);

  expect_number ("jobs left over", jobs->len, 0);
  if (record == NULL)
    {
      g_test_fail_printf ("the journal knows no post");
      return;
    }
  expect_number ("id in the journal",
                 record->post_id,
                 test_wordpress_query_int (
                     site, "SELECT ID FROM wp_posts WHERE post_type='post'"));
  expect_text ("content in the journal",
               "SELECT post_content FROM wp_posts WHERE post_type='post'",
               record->baseline->content);
  expect_text ("status in the journal",
               "SELECT post_status FROM wp_posts WHERE post_type='post'",
               feu_post_status_get_name (record->baseline->status));
  expect_number (
      "tags in the journal", record->baseline->tags->len, TEST_PUBLISHING_N_TAGS);
}

/* --- the matrix ---------------------------------------------------------------- */

/* After the first publication: other text, and another picture under the same name. */
static void
change_article (const char *folder)
{
  test_publishing_edit_article (folder, "C'est demain.", "C'est ce soir.");
  test_publishing_draw (folder, "two.png", 40, 40, 4);
}

static void
test_case (gconstpointer data)
{
  const Case      *one = data;
  char            *folder = test_folder_new ();
  g_autofree char *fault = NULL;

  if (one->fault != NULL)
    {
      int number =
          g_str_equal (one->fault->name, "refuse") ? one->number - 1 : one->number;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *rule = g_strdup_printf (one->fault->fault, number);
#pragma GCC diagnostic pop
      fault = g_strdup_printf ("[{%s}]", rule);
    }
  else
    fault = g_strdup ("[]");

  test_proxy_settle (proxy);
  test_wordpress_reset (site);
  test_publishing_write_article (folder);
  if (one->is_update)
    {
      g_assert_cmpint (run_until_done (folder, "[]", 0), ==, 1);
      change_article (folder);
    }
  run_until_done (folder, fault, one->fault == NULL ? one->number : 0);
  test_proxy_settle (proxy);
  check_site (TEST_PUBLISHING_N_IMAGES + (one->is_update ? 1 : 0));
  check_journal (folder);
  test_folder_remove (folder);
}

typedef struct
{
  int        n_cases; /* made so far, in all shards */
  int        shard;
  int        n_shards;
  GPtrArray *cases; /* (element-type Case), owned */
} Matrix;

static void
add_case (Matrix *matrix, const Fault *fault, int number, gboolean is_update)
{
  if (matrix->n_cases++ % matrix->n_shards != matrix->shard)
    return;
  Case            *one = g_new0 (Case, 1);
  g_autofree char *path = g_strdup_printf ("/cms/publish-faults/%s/%s/%02d",
                                           is_update ? "update" : "new",
                                           fault != NULL ? fault->name : "record",
                                           number);
  one->fault = fault;
  one->number = number;
  one->is_update = is_update;
  g_ptr_array_add (matrix->cases, one);
  g_test_add_data_func (path, one, test_case);
}

/* How many requests and records a job has is found out by one without faults. */
static void
add_cases (Matrix *matrix, const char *folder, gboolean is_update)
{
  g_autoptr (JsonObject) outcome = spawn_job (folder, "[]", 0);
  g_assert_nonnull (outcome);
  if (!g_str_equal (json_object_get_string_member (outcome, "kind"), "done"))
    g_error ("without a fault: %s", json_object_get_string_member (outcome, "message"));
  g_autoptr (GPtrArray) requests = test_proxy_dup_requests (proxy);
  int n_records = (int) json_object_get_int_member (outcome, "records");

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint number = 1; number <= requests->len; number++)
      if (!is_update || faults[i].on_updates)
        add_case (matrix, &faults[i], (int) number, is_update);
  for (int number = 1; number <= n_records; number++)
    add_case (matrix, NULL, number, is_update);
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--job"))
    return run_job (argv[2], argv[3], atoi (argv[4]));

  Matrix matrix = { 0, 0, 1, g_ptr_array_new_with_free_func (g_free) };
  if (argc > 2 && g_ascii_isdigit (*argv[1]))
    {
      matrix.shard = atoi (argv[1]);
      matrix.n_shards = atoi (argv[2]);
    }
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  site = test_wordpress_new ("61");
  g_assert_nonnull (site);
  proxy = test_proxy_new (test_wordpress_get_url (site));

  char *folder = test_folder_new ();
  test_publishing_write_article (folder);
  add_cases (&matrix, folder, FALSE);
  change_article (folder);
  add_cases (&matrix, folder, TRUE);
  test_folder_remove (folder);
  g_test_message ("%d cases in all", matrix.n_cases);
  int status = g_test_run ();

  test_proxy_free (proxy);
  test_wordpress_free (site);
  g_ptr_array_unref (matrix.cases);
  return status;
}
