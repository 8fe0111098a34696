/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The form of the publish dialog: what it offers to whom, and what it asks for.
 */
#include "config.h"

#include "fake-publisher.h"
#include "feu-category-tree.h"
#include "feu-publish-form.h"

#include "test-wait.h"
#include "test-widgets.h"

#include <handy.h>
#include <string.h>

#define CONTRIBUTOR FEU_RIGHT_WRITE
#define AUTHOR                                                                         \
  (FEU_RIGHT_WRITE | FEU_RIGHT_PUBLISH | FEU_RIGHT_UPLOAD | FEU_RIGHT_EDIT_PUBLISHED | \
   FEU_RIGHT_CREATE_TAGS)
#define EDITOR                                                                         \
  (AUTHOR | FEU_RIGHT_EDIT_OTHERS | FEU_RIGHT_CHOOSE_AUTHOR |                          \
   FEU_RIGHT_CREATE_CATEGORIES | FEU_RIGHT_RAW_HTML | FEU_RIGHT_STICKY)

#define ARTICLE                                                                        \
  "---\ntitle: The night train comes back\nslug: night-train\ncategories: [travel]\n"  \
  "tags: [night trains, coast]\ndescription: Sleep.\ncomments: false\n---\n\nBody.\n"

typedef struct
{
  FeuPublisher   *publisher;
  FeuSiteProfile *profile;
  FeuPublishForm *form;
  GtkWidget      *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer rights)
{
  g_autoptr (FeuArticle) article =
      feu_article_new (g_strdup (ARTICLE), strlen (ARTICLE), 1);
  g_autoptr (GPtrArray) images = g_ptr_array_new ();
  g_autoptr (FeuThumbnails) thumbnails = feu_thumbnails_new ();
  g_autoptr (GError) error = NULL;

  fixture->publisher = fake_publisher_new (GPOINTER_TO_UINT (rights));
  fixture->profile = feu_site_profile_fetch (fixture->publisher, NULL, &error);
  g_assert_no_error (error);
  fixture->form = FEU_PUBLISH_FORM (feu_publish_form_new ());
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_container_add (GTK_CONTAINER (fixture->window), GTK_WIDGET (fixture->form));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 820, 600);
  gtk_widget_show (fixture->window);
  feu_publish_form_set_article (fixture->form, article, images, thumbnails);
  feu_publish_form_set_site (fixture->form, fixture->profile, NULL);
  test_wait_idle ();
}

static void
tear_down (Fixture *fixture, gconstpointer rights)
{
  FeuPublishForm *form = fixture->form;

  g_object_add_weak_pointer (G_OBJECT (form), (gpointer *) &form);
  gtk_widget_destroy (fixture->window);
  test_wait_idle ();
  g_assert_null (form);
  feu_site_profile_unref (fixture->profile);
  g_assert_finalize_object (fixture->publisher);
}

static GtkWidget *
get (Fixture *fixture, const char *id)
{
  return test_widgets_get (GTK_WIDGET (fixture->form), id);
}

static gboolean
is_offered (Fixture *fixture, const char *id)
{
  return gtk_widget_get_visible (get (fixture, id));
}

static void
choose (Fixture *fixture, const char *id)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get (fixture, id)), TRUE);
}

static void
test_contributor (Fixture *fixture, gconstpointer rights)
{
  g_assert_false (is_offered (fixture, "status_publish"));
  g_assert_false (is_offered (fixture, "status_schedule"));
  g_assert_false (is_offered (fixture, "status_private"));
  g_assert_true (is_offered (fixture, "status_pending"));
  g_assert_false (is_offered (fixture, "author_child"));
  g_assert_false (is_offered (fixture, "sticky_child"));
  g_assert_cmpint (feu_publish_form_get_status (fixture->form), ==, FEU_POST_PENDING);
}

static void
test_author (Fixture *fixture, gconstpointer rights)
{
  g_assert_true (is_offered (fixture, "status_publish"));
  g_assert_true (is_offered (fixture, "status_schedule"));
  g_assert_false (is_offered (fixture, "author_child"));
  g_assert_cmpint (feu_publish_form_get_status (fixture->form), ==, FEU_POST_PUBLISHED);
}

static void
test_editor (Fixture *fixture, gconstpointer rights)
{
  g_assert_true (is_offered (fixture, "author_child"));
  g_assert_true (is_offered (fixture, "sticky_child"));
  g_autoptr (FeuPublishWish) wish = feu_publish_form_dup_wish (fixture->form);
  g_assert_cmpint (wish->author, ==, 7);
  g_assert_cmpint (wish->sticky, ==, -1);
}

static void
test_wish (Fixture *fixture, gconstpointer rights)
{
  g_autoptr (FeuPublishWish) wish = feu_publish_form_dup_wish (fixture->form);

  g_assert_true (wish->has_status);
  g_assert_cmpstr (wish->slug, ==, "night-train");
  g_assert_cmpstr (wish->excerpt, ==, "Sleep.");
  g_assert_cmpuint (g_strv_length (wish->categories), ==, 1);
  g_assert_cmpstr (wish->categories[0], ==, "Travel");
  g_assert_cmpuint (g_strv_length (wish->tags), ==, 2);
  g_assert_cmpint (wish->comments, ==, FEU_COMMENTS_CLOSED);
  g_assert_null (wish->featured);
  g_assert_null (wish->date);
}

static void
test_schedule (Fixture *fixture, gconstpointer rights)
{
  GtkLabel *clocks = GTK_LABEL (get (fixture, "clocks_label"));

  choose (fixture, "status_schedule");
  g_assert_true (is_offered (fixture, "date_box"));
  g_assert_nonnull (strstr (gtk_label_get_text (clocks), "Europe/Stockholm"));
  g_autofree char *none = feu_publish_form_check (fixture->form);
  g_assert_null (none);
  /* In winter the site's clock is an hour ahead of UTC, in summer two. */
  g_signal_emit_by_name (
      get (fixture, "date_entry"), "edited", "2031-01-15T09:30:00+02:00");
  g_autoptr (FeuPublishWish) wish = feu_publish_form_dup_wish (fixture->form);
  g_autofree char *iso = g_date_time_format_iso8601 (wish->date);
  g_assert_cmpstr (iso, ==, "2031-01-15T08:30:00Z");
  g_signal_emit_by_name (get (fixture, "date_entry"), "edited", "2001-01-15T09:30:00Z");
  g_autofree char *past = feu_publish_form_check (fixture->form);
  g_assert_nonnull (past);
}

static void
test_unknown_category (Fixture *fixture, gconstpointer rights)
{
  static const char *const values[] = { "Travel", "Trains", NULL };
  FeuCategoryTree         *tree = FEU_CATEGORY_TREE (get (fixture, "category_tree"));
  gboolean can_create = (GPOINTER_TO_UINT (rights) & FEU_RIGHT_CREATE_CATEGORIES) != 0;

  feu_category_tree_set_values (tree, values);
  g_auto (GStrv) names = feu_category_tree_dup_names (tree);
  g_autofree char *joined = g_strjoinv ("|", names);
  g_assert_cmpstr (joined, ==, can_create ? "Trains|Travel" : "Travel");
  g_assert_true (gtk_widget_get_visible (get (fixture, "note")) == !can_create);
}

static void
test_existing_post (Fixture *fixture, gconstpointer rights)
{
  g_autoptr (FeuPost) post = feu_post_new ();
  post->id = 12;
  post->status = FEU_POST_PUBLISHED;
  post->rights = GPOINTER_TO_UINT (rights);
  feu_publish_form_set_site (fixture->form, fixture->profile, post);
  if ((post->rights & FEU_RIGHT_PUBLISH) == 0)
    {
      g_autofree char *reason = feu_publish_form_check (fixture->form);
      g_assert_nonnull (reason);
      return;
    }
  g_assert_true (feu_publish_form_keeps_status (fixture->form));
  g_assert_false (is_offered (fixture, "status_publish"));
  g_autoptr (FeuPublishWish) wish = feu_publish_form_dup_wish (fixture->form);
  g_assert_false (wish->has_status);
  choose (fixture, "status_draft");
  g_assert_cmpint (feu_publish_form_get_status (fixture->form), ==, FEU_POST_DRAFT);
}

#define CASE(name, rights, func)                                                       \
  g_test_add ("/gtk/publish-form/" name,                                               \
              Fixture,                                                                 \
              GUINT_TO_POINTER (rights),                                               \
              set_up,                                                                  \
              func,                                                                    \
              tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  hdy_init ();
  CASE ("contributor", CONTRIBUTOR, test_contributor);
  CASE ("author", AUTHOR, test_author);
  CASE ("editor", EDITOR, test_editor);
  CASE ("wish", EDITOR, test_wish);
  CASE ("schedule", AUTHOR, test_schedule);
  CASE ("unknown-category", EDITOR, test_unknown_category);
  CASE ("unknown-category-not-allowed", AUTHOR, test_unknown_category);
  CASE ("existing-post", EDITOR, test_existing_post);
  CASE ("existing-post-not-allowed", CONTRIBUTOR, test_existing_post);
  return g_test_run ();
}
