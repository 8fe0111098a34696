/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What publishing writes into the front matter, and finds there again.
 */
#include "config.h"

#include "feu-publish-record.h"

#include <string.h>

static const char *const addresses[] = { "https://example.org",
                                         "https://example.org/wp-json/",
                                         NULL };

static FeuArticle *
new_article (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 1);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    gint64      id;
  } cases[] = {
    { "---\nremote:\n  - site: https://example.org/\n    id: 12\n---\n", 12 },
    { "---\nremote: [{ site: \"http://www.Example.org\", id: 7, url: u }]\n---\n", 7 },
    { "---\nremote:\n  - { site: \"https://other.org/\", id: 3 }\n---\n", 0 },
    { "---\nremote:\n  - { site: \"https://example.org/\", id: x }\n---\n", 0 },
    { "---\nremote: 12\n---\n", 0 },
    { "---\nremote: [12]\n---\n", 0 },
    { "Body\n", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FeuArticle) article = new_article (cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (
          feu_publish_record_find (feu_article_get_metadata (article), addresses, NULL),
          ==,
          cases[i].id);
    }
}

static void
test_post (void)
{
  g_autoptr (FeuArticle) article =
      new_article ("---\ntitle: \"A\" # kept\nslug: a\n---\nBody\n");
  g_autoptr (FeuPost) post = feu_post_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL;

  post->id = 123;
  post->status = FEU_POST_PUBLISHED;
  g_free (post->link);
  g_free (post->slug);
  post->link = g_strdup ("https://example.org/a-2/");
  post->slug = g_strdup ("a-2");
  post->date = g_date_time_new_utc (2026, 11, 24, 20, 0, 0);
  g_autofree char *text = feu_publish_record_post (
      article, "https://example.org/", addresses, post, zone, &error);
  g_assert_no_error (error);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "title: \"A\" # kept\nslug: a-2\n"));
  g_assert_nonnull (strstr (text, "date: 2026-11-24T20:00:00+00:00\n"));
  g_autoptr (FeuArticle) again = new_article (text);
  g_assert_cmpint (
      feu_publish_record_find (feu_article_get_metadata (again), addresses, &url),
      ==,
      123);
  g_assert_cmpstr (url, ==, "https://example.org/a-2/");
  g_autofree char *same = feu_publish_record_post (
      again, "https://example.org/", addresses, post, zone, &error);
  g_assert_cmpstr (same, ==, text);
}

static void
test_wish (void)
{
  static const char *const tags[] = { "x", "z", NULL };
  static const char *const categories[] = { "#12", NULL };
  static const char *const names[] = { "Travel", NULL };
  static const char       *text =
      "---\ntitle: é\n# kept\ntags: [x]\ndate: 2030-08-03T09:00:00+02:00\n---\nBody\n";
  g_autoptr (FeuArticle) article = new_article (text);
  g_autoptr (FeuPublishWish) wish = feu_publish_wish_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);
  g_autoptr (GError) error = NULL;

  wish->slug = g_strdup ("s");
  wish->tags = g_strdupv ((char **) tags);
  wish->categories = g_strdupv ((char **) categories);
  wish->date = g_date_time_new_utc (2030, 8, 3, 7, 0, 0);
  wish->comments = FEU_COMMENTS_CLOSED;
  g_autofree char *new_text =
      feu_publish_record_wish (article, wish, names, "site-1", zone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (new_text,
                   ==,
                   "---\ntitle: é\n# kept\ntags: [x, z]\n"
                   "date: 2030-08-03T09:00:00+02:00\nslug: s\n"
                   "categories: [Travel]\ncomments: false\nsite: site-1\n---\nBody\n");
  g_autoptr (FeuTextEdit) edit = feu_publish_record_get_edit (text, new_text);
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  g_ptr_array_add (edits, g_steal_pointer (&edit));
  g_autofree char *applied =
      feu_text_edit_list_apply (edits, text, strlen (text), NULL);
  g_assert_cmpstr (applied, ==, new_text);
  g_autoptr (FeuTextEdit) none = feu_publish_record_get_edit (text, text);
  g_assert_null (none);
}

static void
test_edit_keeps_characters (void)
{
  static const char *const cases[][2] = {
    { "é", "è" },    { "aé", "aè" }, { "éa", "èa" },
    { "", "é" },     { "é", "" },    { "\xe2\x82\xac", "\xe1\x82\xac" },
    { "aa", "aaa" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FeuTextEdit *edit = feu_publish_record_get_edit (cases[i][0], cases[i][1]);
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      g_assert_true (g_utf8_validate (edit->text, -1, NULL));
      g_ptr_array_add (edits, edit);
      g_autofree char *applied =
          feu_text_edit_list_apply (edits, cases[i][0], strlen (cases[i][0]), NULL);
      g_assert_cmpstr (applied, ==, cases[i][1]);
    }
}

static void
test_toml (void)
{
  g_autoptr (FeuArticle) article = new_article ("+++\ntitle = \"A\"\n+++\nBody\n");
  g_autoptr (FeuPublishWish) wish = feu_publish_wish_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;

  wish->slug = g_strdup ("s");
  g_assert_null (feu_publish_record_wish (article, wish, NULL, NULL, zone, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/publish-record/find", test_find);
  g_test_add_func ("/core/publish-record/post", test_post);
  g_test_add_func ("/core/publish-record/wish", test_wish);
  g_test_add_func ("/core/publish-record/edit", test_edit_keeps_characters);
  g_test_add_func ("/core/publish-record/toml", test_toml);
  return g_test_run ();
}
