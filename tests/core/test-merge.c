/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two changes of one post put together.
 */
#include "config.h"

#include "feu-merge.h"
#include "feu-sequence.h"

#include <string.h>

/* A post of one paragraph for each letter; a capital is a letter changed. */
static char *
dup_content (const char *letters)
{
  GString *content = g_string_new (NULL);

  for (const char *at = letters; *at != '\0'; at++)
    g_string_append_printf (
        content,
        "%s<!-- wp:paragraph -->\n<p>%c</p>\n<!-- /wp:paragraph -->",
        content->len > 0 ? "\n\n" : "",
        *at);
  return g_string_free (content, FALSE);
}

static FeuPost *
new_post (char *take_content)
{
  FeuPost *post = feu_post_new ();

  g_free (post->content);
  post->content = take_content;
  return post;
}

static FeuMerge *
new_merge (const char *sent, const char *baseline, const char *mine, const char *theirs)
{
  g_autoptr (FeuPost) sent_post = sent != NULL ? new_post (dup_content (sent)) : NULL;
  g_autoptr (FeuPost) baseline_post =
      baseline != NULL ? new_post (dup_content (baseline)) : NULL;
  g_autoptr (FeuPost) mine_post = new_post (dup_content (mine));
  g_autoptr (FeuPost) theirs_post = new_post (dup_content (theirs));

  return feu_merge_new (
      sent_post, baseline_post, mine_post, FEU_POST_FIELD_CONTENT, theirs_post);
}

/* "a= b> c< d! e&": unchanged, mine, theirs, conflict, both; passages by their texts.
 */
static char *
dup_summary (const FeuMerge *merge)
{
  static const char signs[] = {
    [FEU_MERGE_UNCHANGED] = '=', [FEU_MERGE_MINE] = '>',     [FEU_MERGE_THEIRS] = '<',
    [FEU_MERGE_BOTH] = '&',      [FEU_MERGE_CONFLICT] = '!',
  };
  const GPtrArray *passages = feu_merge_get_passages (merge);
  GString         *summary = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const FeuMergePassage *passage = g_ptr_array_index (passages, i);
      g_string_append_printf (summary, "%s%c", i > 0 ? " " : "", signs[passage->state]);
      const char *texts[] = { passage->baseline, passage->mine, passage->theirs };
      for (int text = 0; text < 3; text++)
        {
          g_string_append (summary, text > 0 ? "/" : "");
          for (const char *at = texts[text]; *at != '\0'; at++)
            if (*at != '\n')
              g_string_append_c (summary, *at);
        }
    }
  return g_string_free (summary, FALSE);
}

typedef struct
{
  const char *baseline;
  const char *mine;
  const char *theirs;
  const char *summary;
  const char *merged; /* NULL for a conflict */
} Case;

static const Case cases[] = {
  { "abc", "abc", "abc", "=a/a/a =b/b/b =c/c/c", "abc" },
  { "abc", "aBc", "abc", "=a/a/a >b/B/b =c/c/c", "aBc" },
  { "abc", "abc", "aBc", "=a/a/a <b/b/B =c/c/c", "aBc" },
  { "abc", "aBc", "aBc", "=a/a/a &b/B/B =c/c/c", "aBc" },
  { "abc", "aBc", "axc", "=a/a/a !b/B/x =c/c/c", NULL },
  { "abcd", "aBcd", "abCd", "=a/a/a >b/B/b <c/c/C =d/d/d", "aBCd" },
  { "abc", "xabc", "abcy", ">/x/ =a/a/a =b/b/b =c/c/c <//y", "xabcy" },
  { "abc", "ac", "abc", "=a/a/a >b//b =c/c/c", "ac" },
  { "abc", "ac", "aBc", "=a/a/a !b//B =c/c/c", NULL },
  { "abc", "ac", "ac", "=a/a/a &b// =c/c/c", "ac" },
  { "abc", "axbc", "aybc", "=a/a/a !/x/y =b/b/b =c/c/c", NULL },
  { "abc", "axbc", "axbc", "=a/a/a &/x/x =b/b/b =c/c/c", "axbc" },
  { "", "a", "", ">/a/", "a" },
  { "a", "", "a", ">a//a", "" },
  { NULL, "abc", "abc", "=a/a/a =b/b/b =c/c/c", "abc" },
  { NULL, "aBc", "abc", "=a/a/a !/B/b =c/c/c", NULL },
  { NULL, "abcd", "abc", "=a/a/a =b/b/b =c/c/c !/d/", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (FeuMerge) merge =
      new_merge (NULL, expected->baseline, expected->mine, expected->theirs);
  g_autofree char *summary = dup_summary (merge);
  g_autofree char *wanted = g_strdup (expected->summary);
  g_autofree char *mine = dup_content (expected->mine);
  g_autofree char *theirs = dup_content (expected->theirs);

  if (expected->baseline != NULL)
    g_assert_cmpstr (summary, ==, wanted);
  g_assert_cmpint (feu_merge_is_decided (merge), ==, expected->merged != NULL);
  if (expected->merged != NULL)
    {
      g_autofree char *content = feu_merge_dup_content (merge, NULL);
      g_autofree char *merged = dup_content (expected->merged);
      g_assert_cmpstr (content, ==, merged);
    }
  feu_merge_choose_fields (merge, FEU_POST_FIELD_CONTENT, FEU_MERGE_TAKE_MINE);
  g_autofree char *all_mine = feu_merge_dup_content (merge, NULL);
  g_assert_cmpstr (all_mine, ==, mine);
  feu_merge_choose_fields (merge, FEU_POST_FIELD_CONTENT, FEU_MERGE_TAKE_THEIRS);
  g_autofree char *all_theirs = feu_merge_dup_content (merge, NULL);
  g_assert_cmpstr (all_theirs, ==, theirs);
  g_assert_true (feu_merge_is_decided (merge));
  g_assert_cmpuint (feu_merge_get_take_theirs (merge) & FEU_POST_FIELD_CONTENT, !=, 0);
}

static char *
dup_changed (GRand *rand, const char *letters)
{
  GString *changed = g_string_new (letters);

  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      gssize at = g_rand_int_range (rand, 0, (int) changed->len + 1);
      char   letter = (char) g_rand_int_range (rand, 'A', 'F');
      switch (g_rand_int_range (rand, 0, 3))
        {
        case 0:
          g_string_insert_c (changed, at, letter);
          break;
        case 1:
          if (at < (gssize) changed->len)
            g_string_erase (changed, at, 1);
          break;
        default:
          if (at < (gssize) changed->len)
            changed->str[at] = letter;
          break;
        }
    }
  return g_string_free (changed, FALSE);
}

/* Passages tell each text completely and in order. */
static void
assert_covers (const FeuMerge *merge, const char *mine, const char *theirs)
{
  const GPtrArray *passages = feu_merge_get_passages (merge);
  g_autoptr (GString) my_text = g_string_new (NULL);
  g_autoptr (GString) their_text = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const FeuMergePassage *passage = g_ptr_array_index (passages, i);
      g_string_append (my_text, passage->mine);
      g_string_append (their_text, passage->theirs);
    }
  g_string_replace (my_text, "\n", "", 0);
  g_string_replace (their_text, "\n", "", 0);
  g_assert_cmpstr (my_text->str, ==, mine);
  g_assert_cmpstr (their_text->str, ==, theirs);
}

static void
test_properties (void)
{
  GRand *rand = g_rand_new_with_seed (1);
  guint  n_merged = 0;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *baseline = dup_changed (rand, "abcdefgh");
      g_autofree char *mine = dup_changed (rand, baseline);
      g_autofree char *theirs = dup_changed (rand, baseline);
      g_autoptr (FeuMerge) one = new_merge (NULL, baseline, mine, theirs);
      g_autoptr (FeuMerge) other = new_merge (NULL, baseline, theirs, mine);
      g_autofree char *my_content = dup_content (mine);
      g_autofree char *their_content = dup_content (theirs);

      assert_covers (one, mine, theirs);
      g_assert_cmpint (feu_merge_is_decided (one), ==, feu_merge_is_decided (other));
      if (feu_merge_is_decided (one))
        {
          g_autofree char *first = feu_merge_dup_content (one, NULL);
          g_autofree char *second = feu_merge_dup_content (other, NULL);
          g_assert_cmpstr (first, ==, second);
          n_merged++;
        }
      feu_merge_choose_fields (one, FEU_POST_FIELD_CONTENT, FEU_MERGE_TAKE_MINE);
      g_autofree char *all_mine = feu_merge_dup_content (one, NULL);
      feu_merge_choose_fields (one, FEU_POST_FIELD_CONTENT, FEU_MERGE_TAKE_THEIRS);
      g_autofree char *all_theirs = feu_merge_dup_content (one, NULL);
      g_assert_cmpstr (all_theirs, ==, their_content);
      if (strcmp (my_content, their_content) != 0)
        g_assert_cmpstr (all_mine, ==, my_content);
    }
  g_assert_cmpuint (n_merged, >, 500);
  g_rand_free (rand);
}

/* What the site made of the post when it took it is nobody's change. */
static void
test_sent (void)
{
  g_autoptr (FeuPost) sent = new_post (g_strdup (
      "<!-- wp:html -->\n<iframe src=\"a\"></iframe><b>c</b>\n<!-- /wp:html "
      "-->\n\n<!-- wp:paragraph -->\n<p>it&#39;s</p>\n<!-- /wp:paragraph -->"));
  g_autoptr (FeuPost) baseline = new_post (
      g_strdup ("<!-- wp:html -->\n<b>c</b>\n<!-- /wp:html -->\n\n<!-- wp:paragraph "
                "-->\n<p>it&#039;s</p>\n<!-- /wp:paragraph -->"));
  g_autoptr (FeuPost) theirs = new_post (
      g_strdup ("<!-- wp:html -->\n<b>c</b>\n<!-- /wp:html -->\n\n<!-- wp:paragraph "
                "-->\n<p>it&#039;s so</p>\n<!-- /wp:paragraph -->"));

  g_autoptr (FeuMerge) merge =
      feu_merge_new (sent, baseline, sent, FEU_POST_FIELD_CONTENT, theirs);
  g_autofree char *content = feu_merge_dup_content (merge, NULL);
  g_assert_cmpuint (feu_merge_get_fields_in_state (merge, FEU_MERGE_THEIRS),
                    ==,
                    FEU_POST_FIELD_CONTENT);
  g_assert_cmpstr (content, ==, theirs->content);
}

/* A block that nobody changed keeps the site's bytes. */
static void
test_bytes (void)
{
  g_autoptr (FeuPost) baseline = new_post (
      g_strdup ("<!-- wp:paragraph -->\n<p>it's</p>\n<!-- /wp:paragraph -->\n\n<!-- "
                "wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->"));
  g_autoptr (FeuPost) mine = new_post (
      g_strdup ("<!-- wp:paragraph -->\n<p>it's</p>\n<!-- /wp:paragraph -->\n\n<!-- "
                "wp:paragraph -->\n<p>b</p>\n<!-- /wp:paragraph -->"));
  g_autoptr (FeuPost) theirs = new_post (g_strdup (
      "<!-- wp:paragraph -->\n<p>it&#039;s</p>\n<!-- /wp:paragraph -->\n\n\n<!-- "
      "wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->\n\n<!-- "
      "wp:paragraph -->\n<p>c</p>\n<!-- /wp:paragraph -->"));

  g_autoptr (FeuMerge) merge =
      feu_merge_new (NULL, baseline, mine, FEU_POST_FIELD_CONTENT, theirs);
  g_autofree char *content = feu_merge_dup_content (merge, NULL);
  g_autofree char *markdown = feu_merge_dup_markdown (merge);
  g_assert_cmpstr (
      content,
      ==,
      "<!-- wp:paragraph -->\n<p>it&#039;s</p>\n<!-- /wp:paragraph -->\n\n\n<!-- "
      "wp:paragraph -->\n<p>b</p>\n<!-- /wp:paragraph -->\n\n<!-- "
      "wp:paragraph -->\n<p>c</p>\n<!-- /wp:paragraph -->");
  g_assert_cmpstr (markdown, ==, "it's\n\nb\n\nc\n");
}

static void
test_choices (void)
{
  g_autoptr (FeuMerge) merge = new_merge (NULL, "abc", "aBc", "axc");
  g_autofree char *both = dup_content ("aBxc");

  g_assert_cmpuint (feu_merge_get_fields_in_state (merge, FEU_MERGE_CONFLICT),
                    ==,
                    FEU_POST_FIELD_CONTENT);
  feu_merge_choose_passage (merge, 0, FEU_MERGE_TAKE_MINE); /* unchanged: no effect */
  g_assert_false (feu_merge_is_decided (merge));
  feu_merge_choose_passage (merge, 1, FEU_MERGE_TAKE_BOTH);
  g_assert_true (feu_merge_is_decided (merge));
  g_assert_cmpuint (feu_merge_get_take_theirs (merge) & FEU_POST_FIELD_CONTENT, ==, 0);
  g_autofree char *content = feu_merge_dup_content (merge, NULL);
  g_assert_cmpstr (content, ==, both);
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
test_fields (void)
{
  FeuPostFields fields = FEU_POST_FIELD_TITLE | FEU_POST_FIELD_EXCERPT |
                         FEU_POST_FIELD_SLUG | FEU_POST_FIELD_COMMENTS |
                         FEU_POST_FIELD_STICKY;
  g_autoptr (FeuPost) sent = new_post (g_strdup (""));
  g_autoptr (FeuPost) baseline = new_post (g_strdup (""));
  g_autoptr (FeuPost) mine = new_post (g_strdup (""));
  g_autoptr (FeuPost) theirs = new_post (g_strdup (""));
  FeuPost *posts[] = { sent, baseline, mine, theirs };
  for (gsize i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      set_text (&posts[i]->title, "R &amp; D");
      set_text (&posts[i]->slug, i == 0 || i == 2 ? "a" : "a-2");
    }
  set_text (&mine->title, "Mine");
  set_text (&theirs->title, "Theirs");
  set_text (&mine->excerpt, "Mine");
  theirs->comments = FEU_COMMENTS_CLOSED;
  mine->sticky = theirs->sticky = TRUE;
  theirs->featured = 4;

  g_autoptr (FeuMerge) merge = feu_merge_new (sent, baseline, mine, fields, theirs);
  g_assert_cmpuint (feu_merge_get_fields_in_state (merge, FEU_MERGE_CONFLICT),
                    ==,
                    FEU_POST_FIELD_TITLE);
  g_assert_cmpuint (feu_merge_get_fields_in_state (merge, FEU_MERGE_MINE),
                    ==,
                    FEU_POST_FIELD_EXCERPT);
  g_assert_cmpuint (feu_merge_get_fields_in_state (merge, FEU_MERGE_THEIRS),
                    ==,
                    FEU_POST_FIELD_COMMENTS | FEU_POST_FIELD_FEATURED);
  g_assert_cmpuint (
      feu_merge_get_fields_in_state (merge, FEU_MERGE_BOTH), ==, FEU_POST_FIELD_STICKY);
  g_assert_false (feu_merge_is_decided (merge));
  feu_merge_choose_fields (
      merge, FEU_POST_FIELD_TITLE | FEU_POST_FIELD_COMMENTS, FEU_MERGE_TAKE_MINE);
  g_assert_true (feu_merge_is_decided (merge));
  FeuPostFields theirs_taken = feu_merge_get_take_theirs (merge);
  g_assert_cmpuint (theirs_taken & (FEU_POST_FIELD_TITLE | FEU_POST_FIELD_COMMENTS |
                                    FEU_POST_FIELD_EXCERPT),
                    ==,
                    0);
  g_assert_cmpuint (theirs_taken & FEU_POST_FIELD_FEATURED, !=, 0);

  g_autoptr (FeuMerge) unknown = feu_merge_new (NULL, NULL, mine, fields, theirs);
  g_assert_cmpuint (feu_merge_get_fields_in_state (unknown, FEU_MERGE_CONFLICT),
                    ==,
                    FEU_POST_FIELD_TITLE | FEU_POST_FIELD_EXCERPT |
                        FEU_POST_FIELD_SLUG | FEU_POST_FIELD_COMMENTS);
}

static FeuPost *
new_noted (const char *first, const char *second, const char *extra)
{
  FeuPost *post = new_post (g_strdup_printf (
      "<!-- wp:paragraph -->\n<p>a<sup data-fn=\"one\" class=\"fn\"><a href=\"#one\" "
      "id=\"one-link\">1</a></sup> b<sup data-fn=\"two\" class=\"fn\"><a href=\"#two\" "
      "id=\"two-link\">2</a></sup></p>\n<!-- /wp:paragraph -->\n\n%s<!-- wp:footnotes "
      "/-->",
      extra));

  g_free (post->footnotes);
  post->footnotes =
      g_strdup_printf ("[{\"content\":\"%s\",\"id\":\"one\"},{\"content\":\"%s\","
                       "\"id\":\"two\"}]",
                       first,
                       second);
  return post;
}

static void
test_notes (void)
{
  static const char added[] =
      "<!-- wp:paragraph -->\n<p>new</p>\n<!-- /wp:paragraph -->\n\n";
  g_autoptr (FeuPost) baseline = new_noted ("first", "second", "");
  g_autoptr (FeuPost) mine = new_noted ("my first", "second", added);
  g_autoptr (FeuPost) theirs = new_noted ("first", "their second", "");
  g_autofree char *footnotes = NULL;

  g_autoptr (FeuMerge) merge =
      feu_merge_new (NULL, baseline, mine, FEU_POST_FIELD_CONTENT, theirs);
  g_assert_true (feu_merge_is_decided (merge));
  g_autofree char *content = feu_merge_dup_content (merge, &footnotes);
  g_assert_nonnull (strstr (content, "<p>new</p>"));
  g_assert_nonnull (strstr (footnotes, "my first"));
  g_assert_nonnull (strstr (footnotes, "their second"));
  g_autofree char *markdown = feu_merge_dup_markdown (merge);
  g_assert_nonnull (strstr (markdown, "[^1]: my first"));

  g_autoptr (FeuPost) other = new_noted ("their first", "second", "");
  g_autoptr (FeuMerge) conflict =
      feu_merge_new (NULL, baseline, mine, FEU_POST_FIELD_CONTENT, other);
  g_assert_false (feu_merge_is_decided (conflict));
}

/* Many changed blocks, and texts that have nothing in common. */
static void
test_large (void)
{
  g_autoptr (GArray) a = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) b = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < 50000; i++)
    {
      guint other = i + 100000;
      g_array_append_val (a, i);
      g_array_append_val (b, other);
    }
  g_autofree int *matches = g_new (int, a->len);
  feu_sequence_match (
      (guint *) (void *) a->data, a->len, (guint *) (void *) b->data, b->len, matches);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpint (matches[i], ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/merge/case/%" G_GSIZE_FORMAT, i);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/core/merge/properties", test_properties);
  g_test_add_func ("/core/merge/sent", test_sent);
  g_test_add_func ("/core/merge/bytes", test_bytes);
  g_test_add_func ("/core/merge/choices", test_choices);
  g_test_add_func ("/core/merge/fields", test_fields);
  g_test_add_func ("/core/merge/notes", test_notes);
  g_test_add_func ("/core/merge/large", test_large);
  return g_test_run ();
}
