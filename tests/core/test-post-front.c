/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-http-reach.h"
#include "feu-post-front.h"

#include <string.h>

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static FeuPost *
make_post (void)
{
  FeuPost *post = feu_post_new ();

  post->id = 12;
  post->status = FEU_POST_PUBLISHED;
  set_text (&post->title, "L’été &amp; <em>l’hiver</em>: essai");
  set_text (&post->excerpt, "A &lt;b&gt;\n");
  set_text (&post->slug, "l-%c3%a9t%c3%a9");
  set_text (&post->link, "https://example.org/l-ete/");
  post->date = g_date_time_new_utc (2026, 8, 3, 7, 0, 0);
  post->comments = FEU_COMMENTS_CLOSED;
  return post;
}

static void
test_text (void)
{
  g_autoptr (FeuPost) post = make_post ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Paris");
  g_autoptr (FeuRemoteImage) image =
      feu_remote_image_new (5, "https://example.org/a.jpg");
  g_autoptr (GError) error = NULL;
  const char *const  categories[] = { "Actualités", "R&D", NULL };
  const char *const  tags[] = { "a: b", NULL };
  const FeuPostFacts facts = {
    .post = post,
    .author = "Zoé",
    .categories = categories,
    .tags = tags,
    .image = "images/a.jpg",
    .image_info = image,
    .site_id = "example",
    .address = "https://example.org/",
    .time_zone = zone,
  };
  g_free (image->alt);
  image->alt = g_strdup ("A \"b\"");
  image->caption = g_strdup ("C");

  g_autofree char *text = feu_post_front_dup_text (&facts, "Body\n", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text,
                   ==,
                   "---\n"
                   "title: \"L’été & l’hiver: essai\"\n"
                   "author: Zoé\n"
                   "slug: l-%c3%a9t%c3%a9\n"
                   "description: A <b>\n"
                   "categories: [Actualités, R&D]\n"
                   "tags: [\"a: b\"]\n"
                   "image: images/a.jpg\n"
                   "comments: false\n"
                   "date: 2026-08-03T09:00:00+02:00\n"
                   "site: example\n"
                   "remote:\n"
                   "  - site: https://example.org/\n"
                   "    id: 12\n"
                   "    url: https://example.org/l-ete/\n"
                   "resources:\n"
                   "  - src: images/a.jpg\n"
                   "    params:\n"
                   "      alt: A \"b\"\n"
                   "      caption: C\n"
                   "---\n\nBody\n");
}

/* An image that the body shows has its texts there. */
static void
test_image_in_body (void)
{
  g_autoptr (FeuPost) post = make_post ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (FeuRemoteImage) image =
      feu_remote_image_new (5, "https://example.org/a.jpg");
  const char *const  none[] = { NULL };
  const FeuPostFacts facts = {
    .post = post,
    .categories = none,
    .tags = none,
    .image = "images/a.jpg",
    .image_info = image,
    .site_id = "example",
    .address = "https://example.org/",
    .time_zone = zone,
  };
  g_free (image->alt);
  image->alt = g_strdup ("Other");

  g_autofree char *text =
      feu_post_front_dup_text (&facts, "![Own](images/a.jpg)\n", NULL);
  g_assert_nonnull (text);
  g_assert_null (strstr (text, "Other"));
  g_assert_null (strstr (text, "categories"));
}

static void
test_spelling (void)
{
  g_autoptr (FeuPost) live = make_post ();
  g_autoptr (FeuPost) mine = make_post ();

  set_text (&mine->title, "L’été & l’hiver: essai");
  set_text (&mine->excerpt, "A <b>");
  feu_post_front_keep_spelling (mine, live);
  g_assert_cmpstr (mine->title, ==, live->title);
  g_assert_cmpstr (mine->excerpt, ==, live->excerpt);
  set_text (&mine->title, "L’été");
  feu_post_front_keep_spelling (mine, live);
  g_assert_cmpstr (mine->title, ==, "L’été");
}

static void
test_name (void)
{
  g_autoptr (FeuPost) post = make_post ();
  g_autofree char *from_slug = feu_post_front_dup_name (post);

  g_assert_cmpstr (from_slug, ==, "l-ete");
  set_text (&post->slug, "../..%2f..%00/x");
  g_autofree char *hostile = feu_post_front_dup_name (post);
  g_assert_null (strpbrk (hostile, "./%"));
  set_text (&post->slug, "");
  g_autofree char *from_title = feu_post_front_dup_name (post);
  g_assert_cmpstr (from_title, ==, "l-ete-l-hiver-essai");
  set_text (&post->title, "…");
  g_autofree char *from_id = feu_post_front_dup_name (post);
  g_assert_cmpstr (from_id, ==, "post-12");
}

static const struct
{
  const char *url;
  gboolean    may;
} reaches[] = {
  { "http://127.0.0.1/a.jpg", FALSE },
  { "https://127.1.2.3:8080/", FALSE },
  { "http://10.0.0.1/", FALSE },
  { "http://172.31.0.1/", FALSE },
  { "http://172.32.0.1/", TRUE },
  { "http://192.168.1.1/", FALSE },
  { "http://169.254.169.254/latest/", FALSE },
  { "http://100.64.0.1/", FALSE },
  { "http://0.0.0.0/", FALSE },
  { "http://224.0.0.1/", FALSE },
  { "http://[::1]/", FALSE },
  { "http://[::ffff:127.0.0.1]/", FALSE },
  { "http://[64:ff9b::10.0.0.1]/", FALSE },
  { "http://[fe80::1]/", FALSE },
  { "http://[fd00::1]/", FALSE },
  { "http://[2001:db8::1]/", TRUE },
  { "http://203.0.113.9/", TRUE },
  { "http://localhost/", FALSE },
  { "http://a:b@203.0.113.9/", FALSE },
  { "ftp://203.0.113.9/", FALSE },
  { "file:///etc/passwd", FALSE },
  { "data:image/png;base64,AA==", FALSE },
};

static void
test_reach (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      g_autoptr (GUri) uri = g_uri_parse (reaches[i].url, G_URI_FLAGS_NONE, NULL);
      g_test_message ("%s", reaches[i].url);
      g_assert_nonnull (uri);
      g_assert_cmpint (
          feu_http_may_reach (uri, "example.org", NULL), ==, reaches[i].may);
    }
  g_autoptr (GUri) own = g_uri_parse ("http://127.0.0.1:1/", G_URI_FLAGS_NONE, NULL);
  g_assert_true (feu_http_may_reach (own, "127.0.0.1", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/post-front/text", test_text);
  g_test_add_func ("/core/post-front/image-in-body", test_image_in_body);
  g_test_add_func ("/core/post-front/spelling", test_spelling);
  g_test_add_func ("/core/post-front/name", test_name);
  g_test_add_func ("/core/http-reach", test_reach);
  return g_test_run ();
}
