/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Posts that somebody else changed on a real WordPress meanwhile, terms that it nearly
 * has, what it leaves out, and what images tell there.
 */
#include "config.h"

#include "feu-merge.h"
#include "feu-post-fields.h"
#include "test-publish.h"

#define TEXT                                                                           \
  "---\ntitle: La mer\n---\n\n"                                                        \
  "Premier paragraphe.\n\nDeuxième paragraphe.\n\nTroisième paragraphe.\n"

/* The article, published; an editor who is somebody else. */
typedef struct
{
  TestWordPress *site;
  TestDesk      *desk;
  gint64         id;
} Fixture;

static gboolean
set_up (Fixture *fixture, const char *version)
{
  fixture->site = test_wordpress_new (version);
  if (fixture->site == NULL)
    return FALSE;
  fixture->desk =
      test_desk_new (fixture->site, test_wordpress_get_url (fixture->site), "author");
  test_desk_set_status (fixture->desk, FEU_POST_PUBLISHED);
  g_autoptr (FeuPublishOutcome) outcome = test_desk_publish (fixture->desk, TEXT);
  g_assert_cmpint (outcome->kind, ==, FEU_OUTCOME_DONE);
  g_assert_cmpuint (outcome->notes->len, ==, 0);
  fixture->id = outcome->post->id;
  return TRUE;
}

/* Jobs go when they have told all of their steps. */
static void
let_jobs_go (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static FeuPublishOutcome *
publish (Fixture *fixture, const char *text)
{
  let_jobs_go ();
  FeuPublishOutcome *outcome = test_desk_publish (fixture->desk, text);
  let_jobs_go ();
  return outcome;
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->desk, test_desk_free);
  g_clear_pointer (&fixture->site, test_wordpress_free);
}

static char *
dup_content (Fixture *fixture)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT post_content FROM wp_posts WHERE ID = %" G_GINT64_FORMAT, fixture->id);
  return test_wordpress_query_text (fixture->site, sql);
}

/* What an editor does in the browser: @body, a JSON object. */
static void
edit (Fixture *fixture, const char *body)
{
  g_autofree char *route =
      g_strdup_printf ("/wp/v2/posts/%" G_GINT64_FORMAT, fixture->id);
  guint status = 0;
  g_autoptr (JsonNode) answer =
      test_wordpress_call (fixture->site, "editor", "POST", route, body, &status);
  g_assert_cmpuint (status, ==, 200);
}

static void
edit_text (Fixture *fixture, const char *old_words, const char *new_words)
{
  g_autofree char *content = dup_content (fixture);
  g_autoptr (GString) changed = g_string_new (content);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_assert_cmpuint (g_string_replace (changed, old_words, new_words, 0), ==, 1);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "content");
  json_builder_add_string_value (builder, changed->str);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *body = json_to_string (root, FALSE);
  edit (fixture, body);
}

static char *
dup_changed (const char *text, const char *old_words, const char *new_words)
{
  GString *changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, old_words, new_words, 0), ==, 1);
  return g_string_free (changed, FALSE);
}

static FeuMerge *
new_merge (const FeuPublishOutcome *outcome)
{
  return feu_merge_new (outcome->sent,
                        outcome->baseline,
                        outcome->mine,
                        FEU_POST_ALL_FIELDS,
                        outcome->theirs);
}

/* (transfer full): the outcome of a job with a conflict, answered by @choice. */
static FeuPublishOutcome *
publish_with_answer (Fixture *fixture, const char *text, FeuMergeChoice choice)
{
  g_autoptr (FeuPublishJob) job = test_desk_new_job (fixture->desk, text);
  g_autoptr (FeuPublishOutcome) asked = feu_publish_job_run (job, NULL);
  GError *error = NULL;
  g_assert_cmpint (asked->question, ==, FEU_QUESTION_CONFLICT);
  g_assert_cmpuint (asked->conflicts, ==, FEU_POST_FIELD_CONTENT);

  g_autoptr (FeuMerge) merge = new_merge (asked);
  if (choice == FEU_MERGE_UNDECIDED)
    g_assert_true (feu_merge_is_decided (merge));
  else
    feu_merge_choose_fields (merge, FEU_POST_FIELD_CONTENT, choice);
  feu_publish_job_answer_merge (job, asked->theirs, merge, &error);
  g_assert_no_error (error);
  FeuPublishOutcome *outcome = feu_publish_job_run (job, NULL);
  g_assert_cmpint (outcome->kind, ==, FEU_OUTCOME_DONE);
  g_assert_cmpint (outcome->post->id, ==, fixture->id);
  return outcome;
}

static void
assert_words (Fixture *fixture, const char *present, const char *absent)
{
  g_autofree char *content = dup_content (fixture);
  g_assert_nonnull (strstr (content, present));
  if (absent != NULL)
    g_assert_null (strstr (content, absent));
}

/* Two changed different paragraphs: both are kept, and nothing is asked any more once
 * the article has both. */
static void
test_merges (gconstpointer version)
{
  Fixture fixture = { 0 };
  if (!set_up (&fixture, version))
    return;
  g_autofree char *mine = dup_changed (TEXT, "Premier", "Tout premier");
  edit_text (&fixture, "Troisième", "Dernier");

  g_autoptr (FeuPublishOutcome) outcome =
      publish_with_answer (&fixture, mine, FEU_MERGE_UNDECIDED);
  assert_words (&fixture, "Tout premier paragraphe", "Troisième");
  assert_words (&fixture, "Dernier paragraphe", "\"Premier");

  /* The article does not have their words yet: they are not overwritten in silence. */
  g_autofree char *later = dup_changed (mine, "Deuxième", "Second");
  g_autoptr (FeuPublishOutcome) asked = publish (&fixture, later);
  g_assert_cmpint (asked->question, ==, FEU_QUESTION_CONFLICT);
  assert_words (&fixture, "Dernier paragraphe", "Second");

  g_autofree char *whole = dup_changed (later, "Troisième", "Dernier");
  g_autoptr (FeuPublishOutcome) done = publish (&fixture, whole);
  g_assert_cmpint (done->kind, ==, FEU_OUTCOME_DONE);
  assert_words (&fixture, "Second paragraphe", "Deuxième");
  assert_words (&fixture, "Dernier paragraphe", "Troisième");
  tear_down (&fixture);
}

static void
test_keeps_mine (gconstpointer version)
{
  Fixture fixture = { 0 };
  if (!set_up (&fixture, version))
    return;
  g_autofree char *mine = dup_changed (TEXT, "Premier", "Tout premier");
  edit_text (&fixture, "Premier", "Le premier");

  g_autoptr (FeuPublishOutcome) outcome =
      publish_with_answer (&fixture, mine, FEU_MERGE_TAKE_MINE);
  assert_words (&fixture, "Tout premier", "Le premier");
  g_autoptr (FeuPublishOutcome) again = publish (&fixture, mine);
  g_assert_true (again->is_unchanged);
  tear_down (&fixture);
}

static void
test_takes_theirs (gconstpointer version)
{
  Fixture fixture = { 0 };
  if (!set_up (&fixture, version))
    return;
  g_autofree char *mine = dup_changed (TEXT, "Premier", "Tout premier");
  edit_text (&fixture, "Premier", "Le premier");
  g_autofree char *before = dup_content (&fixture);

  g_autoptr (FeuPublishOutcome) outcome =
      publish_with_answer (&fixture, mine, FEU_MERGE_TAKE_THEIRS);
  g_autofree char *after = dup_content (&fixture);
  g_assert_cmpstr (after, ==, before);
  g_autofree char *later = dup_changed (mine, "Deuxième", "Second");
  g_autoptr (FeuPublishOutcome) asked = publish (&fixture, later);
  g_assert_cmpint (asked->question, ==, FEU_QUESTION_CONFLICT);

  /* With their words in the article, there is nothing to ask about. */
  g_autofree char *pulled = dup_changed (TEXT, "Premier", "Le premier");
  g_autoptr (FeuPublishOutcome) done = publish (&fixture, pulled);
  g_assert_cmpint (done->kind, ==, FEU_OUTCOME_DONE);
  tear_down (&fixture);
}

/* What both made of it, and fields that only they changed, are no question. */
static void
test_agrees (gconstpointer version)
{
  Fixture fixture = { 0 };
  if (!set_up (&fixture, version))
    return;
  g_autofree char *mine = dup_changed (TEXT, "Premier", "Tout premier");
  edit_text (&fixture, "Premier", "Tout premier");
  edit (&fixture, "{\"excerpt\": \"Ajouté\", \"comment_status\": \"closed\"}");

  g_autoptr (FeuPublishOutcome) outcome = publish (&fixture, mine);
  g_assert_cmpint (outcome->kind, ==, FEU_OUTCOME_DONE);
  g_assert_cmpstr (outcome->post->excerpt, ==, "Ajouté");
  g_assert_cmpint (outcome->post->comments, ==, FEU_COMMENTS_CLOSED);
  tear_down (&fixture);
}

/* A title that was changed by both, and a text by them alone. */
static void
test_fields (gconstpointer version)
{
  Fixture fixture = { 0 };
  if (!set_up (&fixture, version))
    return;
  g_autofree char *mine = dup_changed (TEXT, "La mer", "L’océan");
  edit (&fixture, "{\"title\": \"Les mers\"}");
  edit_text (&fixture, "Premier", "Le premier");
  g_autoptr (FeuPublishJob) job = test_desk_new_job (fixture.desk, mine);
  g_autoptr (FeuPublishOutcome) asked = feu_publish_job_run (job, NULL);
  GError *error = NULL;
  g_assert_cmpint (asked->question, ==, FEU_QUESTION_CONFLICT);

  g_autoptr (FeuMerge) merge = new_merge (asked);
  g_assert_cmpuint (feu_merge_get_fields_in_state (merge, FEU_MERGE_CONFLICT),
                    ==,
                    FEU_POST_FIELD_TITLE);
  g_assert_cmpuint (feu_merge_get_fields_in_state (merge, FEU_MERGE_THEIRS),
                    ==,
                    FEU_POST_FIELD_CONTENT);
  feu_merge_choose_fields (merge, FEU_POST_FIELD_TITLE, FEU_MERGE_TAKE_MINE);
  feu_publish_job_answer_merge (job, asked->theirs, merge, &error);
  g_assert_no_error (error);
  g_autoptr (FeuPublishOutcome) outcome = feu_publish_job_run (job, NULL);
  g_assert_cmpint (outcome->kind, ==, FEU_OUTCOME_DONE);
  g_assert_cmpstr (outcome->post->title, ==, "L’océan");
  assert_words (&fixture, "Le premier paragraphe", NULL);
  g_clear_object (&job);
  tear_down (&fixture);
}

/* Between the question and the answer, they went on. */
static void
test_asks_again (gconstpointer version)
{
  Fixture fixture = { 0 };
  if (!set_up (&fixture, version))
    return;
  g_autofree char *mine = dup_changed (TEXT, "Premier", "Tout premier");
  edit_text (&fixture, "Premier", "Le premier");
  g_autoptr (FeuPublishJob) job = test_desk_new_job (fixture.desk, mine);
  g_autoptr (FeuPublishOutcome) asked = feu_publish_job_run (job, NULL);
  GError *error = NULL;
  feu_publish_job_answer_conflict (job, asked->theirs, 0, NULL, &error);
  g_assert_no_error (error);
  edit_text (&fixture, "Le premier", "Un premier");

  g_autoptr (FeuPublishOutcome) again = feu_publish_job_run (job, NULL);
  g_assert_cmpint (again->question, ==, FEU_QUESTION_CONFLICT);
  assert_words (&fixture, "Un premier", "Tout premier");
  g_clear_object (&job);
  tear_down (&fixture);
}

static gint64
add_tag (Fixture *fixture, const char *body)
{
  guint status = 0;
  g_autoptr (JsonNode) tag = test_wordpress_call (
      fixture->site, "editor", "POST", "/wp/v2/tags", body, &status);
  g_assert_cmpuint (status, ==, 201);
  return json_object_get_int_member (json_node_get_object (tag), "id");
}

static void
test_terms (gconstpointer version)
{
  Fixture fixture = { 0 };
  if (!set_up (&fixture, version))
    return;
  gint64           summer = add_tag (&fixture, "{\"name\": \"Été\"}");
  gint64           research = add_tag (&fixture, "{\"name\": \"R&D\"}");
  g_autofree char *text =
      dup_changed (TEXT, "title:", "tags: [été, r&d, ete, C++]\ntitle:");
  g_autoptr (FeuPublishJob) job = test_desk_new_job (fixture.desk, text);
  g_autoptr (FeuPublishOutcome) asked = feu_publish_job_run (job, NULL);
  GError *error = NULL;

  g_assert_cmpint (asked->question, ==, FEU_QUESTION_TERMS);
  g_assert_cmpuint (asked->terms->len, ==, 1);
  const FeuTermQuestion *question = g_ptr_array_index (asked->terms, 0);
  g_assert_cmpstr (question->name, ==, "ete");
  g_assert_cmpuint (question->candidates->len, ==, 1);
  g_assert_cmpuint (test_wordpress_count_terms (fixture.site, "post_tag"), ==, 2);
  feu_publish_job_answer_term (
      job, FEU_TAXONOMY_TAG, "ete", FEU_TERM_USE, summer, &error);
  g_assert_no_error (error);
  g_autoptr (FeuPublishOutcome) outcome = feu_publish_job_run (job, NULL);
  g_assert_cmpint (outcome->kind, ==, FEU_OUTCOME_DONE);
  g_assert_cmpuint (test_wordpress_count_terms (fixture.site, "post_tag"), ==, 3);
  g_assert_cmpuint (outcome->post->tags->len, ==, 3);
  g_assert_cmpint (g_array_index (outcome->post->tags, gint64, 0), ==, summer);
  g_assert_cmpint (g_array_index (outcome->post->tags, gint64, 1), ==, research);
  g_clear_object (&job);
  tear_down (&fixture);
}

static char *
dup_notes (const FeuPublishOutcome *outcome)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; i < outcome->notes->len; i++)
    g_ptr_array_add (notes, g_ptr_array_index (outcome->notes, i));
  g_ptr_array_add (notes, NULL);
  return g_strjoinv ("\n", (char **) notes->pdata);
}

/* An author may not use raw HTML, and is told so; an editor may, and nothing is said.
 */
static void
test_raw_html (gconstpointer version)
{
  static const char *const users[] = { "author", "editor" };
  static const char        text[] =
      "---\ntitle: Code\nslug: code\n---\n\nIt’s <b>1 & 2</b>  \n& `a<b>`.\n\n"
      "<iframe src=\"https://example.org/\"></iframe>\n\n<p onclick=\"a()\">End</p>\n";
  g_autoptr (TestWordPress) site = test_wordpress_new (version);

  for (gsize i = 0; site != NULL && i < G_N_ELEMENTS (users); i++)
    {
      test_wordpress_reset (site);
      g_autoptr (TestDesk) desk =
          test_desk_new (site, test_wordpress_get_url (site), users[i]);
      test_desk_set_status (desk, FEU_POST_PUBLISHED);
      g_autoptr (FeuPublishOutcome) outcome = test_desk_publish (desk, text);
      g_assert_cmpint (outcome->kind, ==, FEU_OUTCOME_DONE);
      g_autofree char *notes = dup_notes (outcome);
      g_assert_cmpint (strstr (notes, "iframe") != NULL, ==, i == 0);
      if (i == 1)
        g_assert_cmpstr (notes, ==, "");
      g_autoptr (FeuPublishOutcome) again = test_desk_publish (desk, text);
      g_assert_true (again->is_unchanged);
    }
}

static void
assert_upload_is_clean (TestWordPress *site, const char *relative)
{
  g_autofree char *path = g_build_filename (
      test_wordpress_get_folder (site), "www/wp-content/uploads", relative, NULL);
  char    *data = NULL;
  gsize    length = 0;
  gboolean is_read = g_file_get_contents (path, &data, &length, NULL);
  g_assert_true (is_read);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  test_image_assert_clean (bytes);
}

/* A photo with a place, turned: what is on the server tells nothing, and is upright. */
static void
test_images (gconstpointer version)
{
  static const char text[] = "---\ntitle: Photo\n---\n\n![Un](images/one.jpg)\n\n"
                             "![Deux](images/two.jpg)\n";
  g_autoptr (TestWordPress) site = test_wordpress_new (version);
  if (site == NULL)
    return;
  g_autoptr (TestDesk) desk =
      test_desk_new (site, test_wordpress_get_url (site), "author");
  g_autofree char *first = g_build_filename (desk->folder, "images/one.jpg", NULL);
  g_autofree char *second = g_build_filename (desk->folder, "images/two.jpg", NULL);
  test_image_add_metadata (first, 1);
  test_image_add_metadata (second, 6);

  g_autoptr (FeuPublishOutcome) outcome = test_desk_publish (desk, text);
  g_assert_cmpint (outcome->kind, ==, FEU_OUTCOME_DONE);
  g_autofree char *files = test_wordpress_query_text (
      site,
      "SELECT meta_value FROM wp_postmeta WHERE meta_key = '_wp_attached_file' "
      "ORDER BY meta_value");
  g_auto (GStrv) lines = g_strsplit (g_strstrip (files), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  for (char **line = lines; *line != NULL; line++)
    assert_upload_is_clean (site, *line);
  g_assert_cmpint (
      test_wordpress_query_int (
          site,
          "SELECT count(*) FROM wp_postmeta WHERE meta_key = '_wp_attachment_metadata' "
          "AND meta_value LIKE '%\"width\";i:200;s:6:\"height\";i:336;%'"),
      ==,
      1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char   *name;
    GTestDataFunc run;
  } cases[] = {
    { "merges", test_merges },
    { "keeps-mine", test_keeps_mine },
    { "takes-theirs", test_takes_theirs },
    { "agrees", test_agrees },
    { "fields", test_fields },
    { "asks-again", test_asks_again },
    { "terms", test_terms },

    { "raw-html", test_raw_html },
    { "images", test_images },
  };
  static const char *const versions[] = { "61", "71" };

  g_test_init (&argc, &argv, NULL);
  gexiv2_initialize ();
  for (gsize v = 0; v < G_N_ELEMENTS (versions); v++)
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autofree char *path =
            g_strdup_printf ("/cms/publish-conflict/%s/%s", cases[i].name, versions[v]);
        g_test_add_data_func (path, versions[v], cases[i].run);
      }
  return g_test_run ();
}
