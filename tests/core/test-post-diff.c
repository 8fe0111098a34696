/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is a change of a post, what is spelling, and what a writer is told.
 */
#include "config.h"

#include "feu-post-diff.h"
#include "feu-post-normal.h"

#include <string.h>

/* Pairs of what is the same, as WordPress's own filter changes it. */
static const char *const spellings[][2] = {
  { "<p>a<br/>b</p>", "<p>a<br />b</p>" },
  { "<p>it&#39;s</p>", "<p>it&#039;s</p>" },
  { "<p>it&#39;s</p>", "<p>it's</p>" },
  { "<p>&#91;a]</p>", "<p>&#091;a]</p>" },
  { "<p>R&amp;D</p>", "<p>R&#038;D</p>" },
  { "<p>R & D</p>", "<p>R &amp; D</p>" },
  { "<p>caf&eacute;</p>", "<p>café</p>" },
  { "<p>🎉</p>", "<p>&#x1f389;</p>" },
  { "<img src=\"a.jpg\" alt=\"\"/>", "<img src=\"a.jpg\" alt=\"\" />" },
  { "<a href='a'>b</a>", "<a href=\"a\">b</a>" },
  { "<A HREF=a>b</A>", "<a href=\"a\">b</a>" },
  { "<a href=\"?a=1&b=2\">b</a>", "<a href=\"?a=1&amp;b=2\">b</a>" },
  { "<p style=\"color: red; top:0;\">a</p>", "<p style=\"color:red;top:0\">a</p>" },
  { "<!-- wp:embed {\"url\":\"a?b\\u0026c\"} -->",
    "<!-- wp:embed {\"url\":\"a?b\\u0026amp;c\"} -->" },
  { "<p>a</p>\r\n<p>b</p>", "<p>a</p>\n<p>b</p>\n" },
  { "1 < 2", "1 &lt; 2" },
};

static const char *const changes[][2] = {
  { "<p>a</p>", "<p>b</p>" },
  { "<p>a</p>", "<div>a</div>" },
  { "<p>&lt;b&gt;</p>", "<p><b></p>" },
  { "<a href=\"a\">c</a>", "<a href=\"b\">c</a>" },
  { "<p class=\"a\">c</p>", "<p>c</p>" },
  { "<!-- wp:more -->", "<!-- wp:separator -->" },
  { "<p>a  b</p>", "<p>a b</p>" },
  { "<p>a", "" },
};

static void
test_spelling (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_test_message ("%s", spellings[i][0]);
      g_assert_true (feu_post_normal_equal (spellings[i][0], spellings[i][1]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_test_message ("%s", changes[i][0]);
      g_assert_false (feu_post_normal_equal (changes[i][0], changes[i][1]));
    }
  g_assert_true (feu_post_normal_equal (NULL, ""));
}

/* What is made equal stays equal; no content is too odd or too long. */
static void
test_odd_content (void)
{
  static const char *const odd[] = {
    "<",
    "<a",
    "<a ",
    "<a b",
    "<a b=",
    "<a b=\"",
    "<a b='c\" d>",
    "<!--",
    "<!-- >",
    "</",
    "</>",
    "<a/b/c>",
    "<a =b>",
    "<a b = c>",
    "&",
    "&#",
    "&#0;",
    "&#xffffff;",
    "<a\nb\n=\n'c'\n>",
    "\xff\xfe",
    "<a \xff=\xfe>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *once = feu_post_normal_dup (odd[i], strlen (odd[i]));
      g_autofree char *twice = feu_post_normal_dup (once, strlen (once));
      g_assert_true (feu_post_normal_equal (odd[i], odd[i]));
      g_assert_cmpstr (once, ==, twice);
    }
  static const char *const parts[] = {
    "<a b=\"", "<a ", "<!--", "<a b='>' ", "&", "<"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GString *longest = g_string_new (NULL);
      while (longest->len < 2 * 1000 * 1000)
        g_string_append (longest, parts[i]);
      gint64           start_us = g_get_monotonic_time ();
      g_autofree char *normal = feu_post_normal_dup (longest->str, longest->len);
      g_assert_cmpint (g_get_monotonic_time () - start_us, <, 10 * G_USEC_PER_SEC);
      g_string_free (longest, TRUE);
    }
}

static FeuPost *
new_post (const char *content)
{
  FeuPost     *post = feu_post_new ();
  const gint64 ids[] = { 3, 5 };

  g_free (post->title);
  post->title = g_strdup ("Title");
  g_free (post->content);
  post->content = g_strdup (content);
  g_free (post->excerpt);
  post->excerpt = g_strdup ("Short");
  g_free (post->slug);
  post->slug = g_strdup ("title");
  g_free (post->format);
  post->format = g_strdup ("standard");
  post->status = FEU_POST_PUBLISHED;
  post->date = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  post->author = 2;
  post->featured = 9;
  post->comments = FEU_COMMENTS_OPEN;
  feu_post_set_terms (post, FEU_TAXONOMY_CATEGORY, ids, 1);
  feu_post_set_terms (post, FEU_TAXONOMY_TAG, ids, 2);
  return post;
}

#define ALL_FIELDS ((FeuPostFields) ((FEU_POST_FIELD_FORMAT << 1) - 1))

/* Joined by line breaks. */
static char *
describe (const FeuPost *sent, const FeuPost *got, FeuRights rights)
{
  g_autoptr (GPtrArray) terms =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
  g_ptr_array_add (terms, feu_term_new (FEU_TAXONOMY_TAG, 5, "R&D", "rd"));
  g_ptr_array_add (terms, feu_term_new (FEU_TAXONOMY_CATEGORY, 5, "Wrong", "wrong"));
  g_autoptr (GPtrArray) notes =
      feu_post_diff_describe (sent, ALL_FIELDS, got, rights, terms);
  g_ptr_array_add (notes, NULL);
  return g_strjoinv ("\n", (char **) notes->pdata);
}

static void
assert_content_note (const char *sent_content,
                     const char *got_content,
                     FeuRights   rights,
                     const char *expected)
{
  g_autoptr (FeuPost) sent = new_post (sent_content);
  g_autoptr (FeuPost) got = new_post (got_content);
  g_autofree char *notes = describe (sent, got, rights);

  g_assert_cmpstr (notes, ==, expected);
}

static void
test_content_notes (void)
{
  assert_content_note ("<p>a</p>", "<p>a</p>", 0, "");
  assert_content_note ("<p>a<br/>it&#39;s</p>", "<p>a<br />it&#039;s</p>", 0, "");
  assert_content_note (
      "<p>a</p><iframe src=\"b\"></iframe><iframe src=\"c\"></iframe>",
      "<p>a</p>",
      0,
      "Your account may not use all of HTML on this site, so the site removed from the "
      "text: iframe × 2.");
  assert_content_note ("<p>a</p><svg><g></g></svg>",
                       "<p>a</p>",
                       FEU_RIGHT_RAW_HTML,
                       "The site removed HTML from the text: g × 1, svg × 1.");
  assert_content_note (
      "<p>a</p><script>b()</script>",
      "<p>a</p>b()",
      0,
      "Your account may not use all of HTML on this site, so the site removed from the "
      "text: script × 1.\n"
      "The code that was in a removed script or style element is now shown as text. "
      "Take it out of the article and publish again.");
  assert_content_note (
      "<p onclick=\"b\" class=\"c\">a</p><img srcset=\"d\" src=\"e\"/>",
      "<p class=\"c\">a</p><img src=\"e\" />",
      0,
      "The site removed attributes of HTML elements: onclick, srcset.");
  assert_content_note ("<p>Un café noir</p>",
                       "<p>Un cafè noir</p>",
                       0,
                       "The site changed the text: “Un café noir” was sent, and it now "
                       "reads “Un cafè noir”.");
  assert_content_note (
      "<p style=\"color:rgba(1,1,1,1)\">a</p>",
      "<p style=\"\">a</p>",
      0,
      "The site stored the HTML of the text a little differently. Look "
      "at the post to see whether everything is in its place.");
  assert_content_note (
      "<p>a</p>",
      "",
      0,
      "The site did not keep the text of the post: it is empty there.");
}

static void
test_slug_notes (void)
{
  static const char *const slugs[][3] = {
    { "title",
      "title-2",
      "The address “title” is taken on this site, so the post got “title-2”." },
    { "title", "other", "The site changed the address “title” to “other”." },
    { "title", "title-page", "The site changed the address “title” to “title-page”." },
    { "title",
      "",
      "The site does not keep the address “title” while the post waits for review. "
      "Tell "
      "the editor which address you wish." },
    { "", "title", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (slugs); i++)
    {
      g_autoptr (FeuPost) sent = new_post ("a");
      g_autoptr (FeuPost) got = new_post ("a");
      g_free (sent->slug);
      sent->slug = g_strdup (slugs[i][0]);
      g_free (got->slug);
      got->slug = g_strdup (slugs[i][1]);
      g_autofree char *notes = describe (sent, got, 0);
      g_assert_cmpstr (notes, ==, slugs[i][2]);
    }
}

static void
test_status_notes (void)
{
  static const struct
  {
    FeuPostStatus sent;
    FeuPostStatus got;
    const char   *words;
  } statuses[] = {
    { FEU_POST_SCHEDULED, FEU_POST_PUBLISHED, "published at once" },
    { FEU_POST_PUBLISHED, FEU_POST_SCHEDULED, "scheduled it" },
    { FEU_POST_PUBLISHED, FEU_POST_PENDING, "keeps it for review" },
    { FEU_POST_SCHEDULED, FEU_POST_DRAFT, "keeps it as a draft" },
    { FEU_POST_DRAFT, FEU_POST_PUBLISHED, "although that was not asked for" },
    { FEU_POST_DRAFT, FEU_POST_PENDING, "another status" },
    { FEU_POST_PUBLISHED, FEU_POST_TRASHED, "trash" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (FeuPost) sent = new_post ("a");
      g_autoptr (FeuPost) got = new_post ("a");
      sent->status = statuses[i].sent;
      got->status = statuses[i].got;
      g_autofree char *notes = describe (sent, got, 0);
      g_assert_nonnull (strstr (notes, statuses[i].words));
      g_assert_null (strchr (notes, '\n'));
    }
}

static void
test_other_notes (void)
{
  const gint64 ids[] = { 1, 3 };
  g_autoptr (FeuPost) sent = new_post ("a");
  g_autoptr (FeuPost) got = new_post ("a");
  feu_post_set_terms (got, FEU_TAXONOMY_CATEGORY, ids, 1);
  feu_post_set_terms (got, FEU_TAXONOMY_TAG, ids + 1, 1);
  got->featured = 0;
  got->comments = FEU_COMMENTS_CLOSED;
  got->author = 1;
  sent->sticky = TRUE;
  g_free (sent->format);
  sent->format = g_strdup ("aside");
  g_free (got->excerpt);
  got->excerpt = g_strdup ("");

  g_autofree char *notes = describe (sent, got, 0);
  g_assert_cmpstr (
      notes,
      ==,
      "The site did not keep the excerpt.\n"
      "The site did not take these categories: #3.\n"
      "The site added categories: #1.\n"
      "The site did not take these tags: R&D.\n"
      "The site gave the post another author than was chosen.\n"
      "The site did not take the featured image.\n"
      "Comments are closed, although they were to be open.\n"
      "The post is not at the top of the front page: the site did not take "
      "that setting.\n"
      "The site did not take the post format “aside”.");
  g_autoptr (GPtrArray) none =
      feu_post_diff_describe (sent, FEU_POST_FIELD_TITLE, got, 0, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_find (void)
{
  g_autoptr (FeuPost) before = new_post ("<p>a<br/></p>");
  g_autoptr (FeuPost) after = new_post ("<p>a<br /></p>\n");
  g_assert_cmpuint (feu_post_diff_find (before, after), ==, 0);

  before->status = FEU_POST_SCHEDULED;
  g_clear_pointer (&after->date, g_date_time_unref);
  after->date = g_date_time_add_seconds (before->date, 59);
  g_assert_cmpuint (feu_post_diff_find (before, after), ==, 0);
  g_assert_cmpuint (feu_post_diff_find (after, before), ==, FEU_POST_FIELD_STATUS);

  g_clear_pointer (&after->date, g_date_time_unref);
  after->date = g_date_time_add_seconds (before->date, 61);
  after->sticky = TRUE;
  g_free (after->footnotes);
  after->footnotes = g_strdup ("[]");
  g_assert_cmpuint (feu_post_diff_find (before, after),
                    ==,
                    FEU_POST_FIELD_DATE | FEU_POST_FIELD_STICKY |
                        FEU_POST_FIELD_CONTENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/post-diff/spelling", test_spelling);
  g_test_add_func ("/core/post-diff/odd-content", test_odd_content);
  g_test_add_func ("/core/post-diff/content-notes", test_content_notes);
  g_test_add_func ("/core/post-diff/slug-notes", test_slug_notes);
  g_test_add_func ("/core/post-diff/status-notes", test_status_notes);
  g_test_add_func ("/core/post-diff/other-notes", test_other_notes);
  g_test_add_func ("/core/post-diff/find", test_find);
  return g_test_run ();
}
