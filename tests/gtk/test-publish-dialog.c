/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the form to the post, with a site in memory and the real job: what is said when
 * it goes well, when there is a question, when it fails, and what the front matter
 * gets.
 */
#include "config.h"

#include "fake-publisher.h"
#include "feu-outbox-dialog.h"
#include "feu-publish-dialog.h"
#include "feu-publish-form.h"
#include "feu-remote-images-dialog.h"
#include "feu-remote-posts-dialog.h"
#include "feu-string-source.h"

#include "test-folder.h"
#include "test-wait.h"
#include "test-widgets.h"

#include <handy.h>
#include <string.h>

#define EDITOR ((FeuRights) 0x3ff)

#define ARTICLE                                                                        \
  "---\ntitle: The night train comes back\nslug: night-train\ncategories: [Travel]\n"  \
  "tags: [night trains]\ndescription: Sleep.\n---\n\nBody.\n"

typedef struct
{
  char          *folder;
  FeuPublisher  *publisher;
  FeuPublishing *publishing;
  FeuOutbox     *outbox;
  FeuTextSource *source;
  FeuDocument   *document;
  FeuPipeline   *pipeline;
  GtkWidget     *dialog;
  guint          n_changes;
  guint          n_saves;
} Fixture;

static FeuPublisher *
get_publisher (FeuHttp *http, FeuSite *site, FeuHttpLogin *login, gpointer user_data)
{
  return g_object_ref (user_data);
}

static FeuPublishing *
new_publishing (const char *folder, FeuPublisher *publisher)
{
  g_autoptr (GFile) sites_folder = g_file_new_build_filename (folder, "sites", NULL);
  g_autoptr (GFile) journal = g_file_new_build_filename (folder, "publish.db", NULL);
  g_autoptr (FeuSiteStore) sites = feu_site_store_new (sites_folder);
  g_autoptr (FeuCredentials) credentials = feu_credentials_new_in_memory ();
  g_autoptr (GError) error = NULL;
  FeuSite values = {
    .id = "coast",
    .name = "The Coast Review",
    .address = "https://coast.example/",
    .api_root = "https://coast.example/wp-json/",
    .kind = FEU_SITE_WORDPRESS,
    .user = "ines",
    .user_id = 7,
  };
  g_autoptr (FeuSite) site = feu_site_new (&values);

  g_assert_true (feu_site_store_save (sites, site, &error));
  g_assert_no_error (error);
  feu_credentials_store (credentials, site, "abcd EFGH", NULL);
  FeuPublishing *publishing = feu_publishing_new (sites, credentials, journal);
  feu_publishing_set_publisher_func (publishing, get_publisher, publisher);
  return publishing;
}

static void
on_text_changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
on_save_requested_cb (Fixture *fixture)
{
  fixture->n_saves++;
}

static void
load_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  feu_document_load_finish (FEU_DOCUMENT (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = feu_publish_dialog_new (
      NULL, fixture->outbox, fixture->pipeline, fixture->document);
  g_signal_connect_swapped (
      fixture->dialog, "save-requested", G_CALLBACK (on_save_requested_cb), fixture);
  gtk_widget_show (fixture->dialog);
}

static void
set_up (Fixture *fixture, gconstpointer rights)
{
  gboolean is_loaded = FALSE;

  fixture->folder = test_folder_new ();
  test_folder_write (fixture->folder, "one.md", ARTICLE, -1);
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "one.md", NULL);
  fixture->publisher = fake_publisher_new (GPOINTER_TO_UINT (rights));
  fixture->publishing = new_publishing (fixture->folder, fixture->publisher);
  fixture->outbox = feu_outbox_new (fixture->publishing);
  fixture->source = FEU_TEXT_SOURCE (feu_string_source_new (""));
  fixture->document = feu_document_new (fixture->source);
  fixture->pipeline = feu_pipeline_new (fixture->source);
  feu_document_load_async (fixture->document, file, NULL, load_cb, &is_loaded);
  TEST_WAIT_UNTIL (is_loaded);
  g_signal_connect_swapped (
      fixture->source, "text-changed", G_CALLBACK (on_text_changed_cb), fixture);
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer rights)
{
  GtkWidget *dialog = fixture->dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_destroy (fixture->dialog);
  g_signal_handlers_disconnect_by_data (fixture->source, fixture);
  TEST_WAIT_UNTIL (dialog == NULL);
  g_clear_object (&fixture->pipeline);
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->source);
  g_assert_finalize_object (fixture->outbox);
  g_assert_finalize_object (fixture->publishing);
  test_wait_idle ();
  g_assert_finalize_object (fixture->publisher);
  test_folder_remove (fixture->folder);
}

static GtkWidget *
get (Fixture *fixture, const char *id)
{
  return test_widgets_get (fixture->dialog, id);
}

static FakePublisher *
get_fake (Fixture *fixture)
{
  return FAKE_PUBLISHER (fixture->publisher);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get (fixture, "stack")));
}

static void
wait_page (Fixture *fixture, const char *page)
{
  TEST_WAIT_UNTIL (g_str_equal (get_page (fixture), page));
}

static void
act (Fixture *fixture)
{
  GtkWidget *button = get (fixture, "action_button");

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_button_clicked (GTK_BUTTON (button));
}

static GtkWidget *
get_result (Fixture *fixture, const char *id)
{
  return test_widgets_get (get (fixture, "result"), id);
}

static const char *
get_heading (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (get_result (fixture, "heading")));
}

static void
test_publish (Fixture *fixture, gconstpointer rights)
{
  wait_page (fixture, "form");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get (fixture, "action_button"))),
                   ==,
                   "_Publish");
  act (fixture);
  wait_page (fixture, "result");
  g_assert_cmpstr (get_heading (fixture), ==, "Published");
  g_assert_true (gtk_widget_get_visible (get_result (fixture, "link_button")));
  g_assert_false (gtk_widget_get_visible (get (fixture, "action_button")));
  g_assert_cmpuint (fake_publisher_count_posts (get_fake (fixture)), ==, 1);
  g_assert_cmpuint (fake_publisher_count (get_fake (fixture), "create_draft"), ==, 1);
  g_autoptr (GPtrArray) jobs = feu_outbox_list (fixture->outbox, NULL);
  g_assert_cmpuint (jobs->len, ==, 0);
}

/* What the form changed is one change of the text, and the site is named. */
static void
test_front_matter (Fixture *fixture, gconstpointer rights)
{
  wait_page (fixture, "form");
  gtk_entry_set_text (GTK_ENTRY (get (fixture, "slug_entry")), "the-night-train");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get (fixture, "status_draft")),
                                TRUE);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  act (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (fixture->n_saves, ==, 1);
  g_autofree char *text = feu_text_source_dup_text (fixture->source, NULL);
  g_assert_nonnull (strstr (text, "\nslug: the-night-train\n"));
  g_assert_nonnull (strstr (text, "\nsite: coast\n"));
  wait_page (fixture, "result");
  g_assert_cmpstr (get_heading (fixture), ==, "Saved as a draft");
}

static void
test_fails_and_retries (Fixture *fixture, gconstpointer rights)
{
  wait_page (fixture, "form");
  fake_publisher_fail (get_fake (fixture),
                       "update_post",
                       1,
                       FEU_PUBLISH_ERROR_PERMISSION,
                       "You may not do that.");
  act (fixture);
  wait_page (fixture, "result");
  g_assert_cmpstr (get_heading (fixture), !=, "Published");
  act (fixture);
  TEST_WAIT_UNTIL (g_str_equal (get_page (fixture), "result") &&
                   g_str_equal (get_heading (fixture), "Published"));
  g_assert_cmpuint (fake_publisher_count_posts (get_fake (fixture)), ==, 1);
}

static void
test_stop (Fixture *fixture, gconstpointer rights)
{
  wait_page (fixture, "form");
  fake_publisher_hold (get_fake (fixture), "update_post");
  act (fixture);
  TEST_WAIT_UNTIL (fake_publisher_count (get_fake (fixture), "update_post") > 0);
  g_assert_cmpstr (get_page (fixture), ==, "steps");
  gtk_button_clicked (GTK_BUTTON (get (fixture, "stop_button")));
  wait_page (fixture, "result");
  g_assert_cmpstr (get_heading (fixture), ==, "Stopped");
  fake_publisher_release (get_fake (fixture));
  g_autoptr (GPtrArray) jobs = feu_outbox_list (fixture->outbox, NULL);
  g_assert_cmpuint (jobs->len, ==, 1);
  act (fixture);
  TEST_WAIT_UNTIL (g_str_equal (get_heading (fixture), "Published"));
  g_assert_cmpuint (fake_publisher_count_posts (get_fake (fixture)), ==, 1);
}

/* The dialog is closed while it runs: it goes on. */
static void
test_close (Fixture *fixture, gconstpointer rights)
{
  wait_page (fixture, "form");
  fake_publisher_hold (get_fake (fixture), "update_post");
  act (fixture);
  TEST_WAIT_UNTIL (fake_publisher_count (get_fake (fixture), "update_post") > 0);
  gtk_widget_destroy (fixture->dialog);
  fake_publisher_release (get_fake (fixture));
  open_dialog (fixture);
  TEST_WAIT_UNTIL (fake_publisher_count_posts (get_fake (fixture)) == 1);
  for (guint n_jobs = 1; n_jobs > 0;)
    {
      g_autoptr (GPtrArray) jobs = feu_outbox_list (fixture->outbox, NULL);
      n_jobs = jobs->len;
      test_wait_for_ms (20);
    }
}

static void
test_near_duplicate (Fixture *fixture, gconstpointer rights)
{
  static const char *const tags[] = { "coast", NULL };

  wait_page (fixture, "form");
  g_object_set (get (fixture, "tags_entry"), "values", tags, NULL);
  act (fixture);
  wait_page (fixture, "questions");
  g_assert_true (gtk_widget_get_sensitive (get (fixture, "action_button")));
  act (fixture);
  wait_page (fixture, "result");
  g_assert_cmpstr (get_heading (fixture), ==, "Published");
  g_assert_cmpuint (fake_publisher_count (get_fake (fixture), "create_term"), ==, 0);
}

/* Somebody changed title and excerpt on the site; I changed the title, too. */
static void
test_conflict (Fixture *fixture, gconstpointer rights)
{
  g_autofree char *json = NULL;
  gint64           id = 0;

  test_publish (fixture, rights);
  gtk_widget_destroy (fixture->dialog);
  for (gint64 i = 100; id == 0 && i < 130; i++)
    if (fake_publisher_get (get_fake (fixture), i) != NULL)
      id = i;
  json = feu_post_to_json (fake_publisher_get (get_fake (fixture), id));
  FeuPost *theirs = feu_post_from_json (json);
  g_free (theirs->title);
  g_free (theirs->excerpt);
  theirs->title = g_strdup ("The sleeper comes back");
  theirs->excerpt = g_strdup ("Sleep well.");
  fake_publisher_put (get_fake (fixture), theirs);
  g_autofree char *text = feu_text_source_dup_text (fixture->source, NULL);
  g_auto (GStrv) parts = g_strsplit (text, "The night", 2);
  g_autofree char *mine = g_strjoinv ("The red night", parts);
  feu_text_source_reset (fixture->source, mine);
  open_dialog (fixture);
  wait_page (fixture, "form");
  act (fixture);
  wait_page (fixture, "conflict");
  act (fixture);
  wait_page (fixture, "result");
  FeuPost *now = fake_publisher_get (get_fake (fixture), id);
  g_assert_cmpstr (now->title, ==, "The red night train comes back");
  g_assert_cmpstr (now->excerpt, ==, "Sleep well.");
  g_assert_cmpuint (fake_publisher_count_posts (get_fake (fixture)), ==, 1);
}

/* An image that is on the site already becomes the featured one. */
static void
test_site_image (Fixture *fixture, gconstpointer rights)
{
  wait_page (fixture, "form");
  GtkComboBox  *combo = GTK_COMBO_BOX (get (fixture, "featured_combo"));
  GtkTreeModel *model = gtk_combo_box_get_model (combo);
  gtk_combo_box_set_active (combo, gtk_tree_model_iter_n_children (model, NULL) - 1);
  TEST_WAIT_UNTIL (test_widgets_find_window (FEU_TYPE_REMOTE_IMAGES_DIALOG, NULL));
  GtkWidget  *chooser = test_widgets_find_window (FEU_TYPE_REMOTE_IMAGES_DIALOG, NULL);
  GtkListBox *list = GTK_LIST_BOX (test_widgets_get (chooser, "list"));
  TEST_WAIT_UNTIL (gtk_list_box_get_row_at_index (list, 0) != NULL);
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  gtk_button_clicked (GTK_BUTTON (test_widgets_get (chooser, "choose_button")));
  test_wait_idle ();
  g_autoptr (FeuPublishWish) wish =
      feu_publish_form_dup_wish (FEU_PUBLISH_FORM (get (fixture, "form")));
  g_assert_cmpint (wish->featured_id, >, 0);
}

static void
test_offline (Fixture *fixture, gconstpointer rights)
{
  wait_page (fixture, "form");
  gtk_widget_destroy (fixture->dialog);
  fake_publisher_fail (get_fake (fixture),
                       "get_account",
                       100,
                       FEU_PUBLISH_ERROR_OFFLINE,
                       "There is no network.");
  open_dialog (fixture);
  wait_page (fixture, "form");
  g_assert_true (gtk_widget_get_visible (get (fixture, "notice_label")));
  act (fixture);
  wait_page (fixture, "result");
  g_assert_cmpstr (get_heading (fixture), ==, "Waiting in the outbox");
  g_autoptr (GPtrArray) jobs = feu_outbox_list (fixture->outbox, NULL);
  g_assert_cmpuint (jobs->len, ==, 1);
  fake_publisher_fail (
      get_fake (fixture), "get_account", 0, FEU_PUBLISH_ERROR_OFFLINE, "");
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);
  TEST_WAIT_UNTIL (g_str_equal (get_heading (fixture), "Published"));
}

/* A job that was left: offered in the outbox, goes on from there. */
static void
test_outbox (Fixture *fixture, gconstpointer rights)
{
  test_stop (fixture, rights);
  GtkWidget *outbox = feu_outbox_dialog_new (NULL, fixture->outbox);
  gtk_widget_show (outbox);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (GTK_STACK (test_widgets_get (outbox, "stack"))),
      ==,
      "empty");
  gtk_widget_destroy (outbox);
}

/* The posts of the site, by state; one can be chosen to be opened. */
static void
test_posts (Fixture *fixture, gconstpointer rights)
{
  test_publish (fixture, rights);
  gtk_widget_destroy (fixture->dialog);
  fixture->dialog = feu_remote_posts_dialog_new (NULL, fixture->publishing);
  gtk_widget_show (fixture->dialog);
  wait_page (fixture, "list");
  GtkListBox *list = GTK_LIST_BOX (get (fixture, "list"));
  g_assert_false (gtk_widget_get_sensitive (get (fixture, "open_button")));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (gtk_widget_get_sensitive (get (fixture, "open_button")));
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (get (fixture, "status_combo")), "draft");
  wait_page (fixture, "none");
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (get (fixture, "status_combo")), "any");
  wait_page (fixture, "list");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
}

static void
test_no_file (Fixture *fixture, gconstpointer rights)
{
  g_autoptr (FeuTextSource) source = FEU_TEXT_SOURCE (feu_string_source_new ("A"));
  g_autoptr (FeuDocument) document = feu_document_new (source);
  g_autoptr (FeuPipeline) pipeline = feu_pipeline_new (source);

  gtk_widget_destroy (fixture->dialog);
  fixture->dialog = feu_publish_dialog_new (NULL, fixture->outbox, pipeline, document);
  gtk_widget_show (fixture->dialog);
  g_assert_cmpstr (get_page (fixture), ==, "status");
  test_wait_idle ();
}

#define CASE(name, func)                                                               \
  g_test_add ("/gtk/publish-dialog/" name,                                             \
              Fixture,                                                                 \
              GUINT_TO_POINTER (EDITOR),                                               \
              set_up,                                                                  \
              func,                                                                    \
              tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  hdy_init ();
  CASE ("publish", test_publish);
  CASE ("front-matter", test_front_matter);
  CASE ("fails-and-retries", test_fails_and_retries);
  CASE ("stop", test_stop);
  CASE ("close", test_close);
  CASE ("near-duplicate", test_near_duplicate);
  CASE ("conflict", test_conflict);
  CASE ("site-image", test_site_image);
  CASE ("offline", test_offline);
  CASE ("outbox", test_outbox);
  CASE ("posts", test_posts);
  CASE ("no-file", test_no_file);
  return g_test_run ();
}
