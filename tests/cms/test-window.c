/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A writer and a real WordPress: signing in with the assistant, by the site's own page
 * and by a pasted password, and publishing with the dialog.
 */
#include "config.h"

#include "feu-publish-dialog.h"
#include "feu-site-assistant.h"
#include "feu-string-source.h"

#include "test-folder.h"
#include "test-wait.h"
#include "test-widgets.h"
#include "test-wordpress.h"

#include <handy.h>
#include <string.h>
#include <webkit2/webkit2.h>

#define ARTICLE                                                                        \
  "---\ntitle: Le train de nuit\ndescription: Il revient.\ntags: [mer]\n"              \
  "comments: false\n---\n\nUn *paragraphe*.\n"

typedef struct
{
  char          *folder;
  TestWordPress *server;
  FeuSiteStore  *sites;
  FeuPublishing *publishing;
  FeuOutbox     *outbox;
  GtkWidget     *dialog;
} Fixture;

static gboolean
set_up (Fixture *fixture)
{
  g_autoptr (FeuCredentials) credentials = feu_credentials_new_in_memory ();

  fixture->server = test_wordpress_new ("61");
  if (fixture->server == NULL)
    return FALSE;
  fixture->folder = test_folder_new ();
  g_autoptr (GFile) folder = g_file_new_build_filename (fixture->folder, "sites", NULL);
  g_autoptr (GFile) journal = g_file_new_build_filename (fixture->folder, "db", NULL);
  fixture->sites = feu_site_store_new (folder);
  fixture->publishing = feu_publishing_new (fixture->sites, credentials, journal);
  fixture->outbox = feu_outbox_new (fixture->publishing);
  return TRUE;
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->dialog, gtk_widget_destroy);
  test_wait_idle ();
  g_clear_object (&fixture->outbox);
  g_clear_object (&fixture->publishing);
  g_clear_object (&fixture->sites);
  test_wordpress_free (fixture->server);
  test_folder_remove (fixture->folder);
}

static GtkWidget *
get (Fixture *fixture, const char *id)
{
  return test_widgets_get (fixture->dialog, id);
}

static gboolean
is_page (Fixture *fixture, const char *page)
{
  GtkStack *stack = GTK_STACK (get (fixture, "stack"));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), page);
}

static void
click (Fixture *fixture, const char *id)
{
  g_assert_true (gtk_widget_get_visible (get (fixture, id)));
  gtk_button_clicked (GTK_BUTTON (get (fixture, id)));
}

static void
find_site (Fixture *fixture)
{
  fixture->dialog = feu_site_assistant_new (NULL, fixture->publishing, NULL);
  gtk_widget_show (fixture->dialog);
  gtk_entry_set_text (GTK_ENTRY (get (fixture, "address_entry")),
                      test_wordpress_get_url (fixture->server));
  click (fixture, "action_button");
  TEST_WAIT_UNTIL (is_page (fixture, "choose"));
}

static FeuSite *
finish (Fixture *fixture)
{
  TEST_WAIT_UNTIL (is_page (fixture, "done"));
  click (fixture, "action_button");
  fixture->dialog = NULL;
  test_wait_idle ();
  g_autoptr (GPtrArray) sites = feu_site_store_list (fixture->sites);
  g_assert_cmpuint (sites->len, ==, 1);
  return feu_site_ref (g_ptr_array_index (sites, 0));
}

static FeuSite *
sign_in (Fixture *fixture, const char *user)
{
  find_site (fixture);
  click (fixture, "paste_button");
  gtk_entry_set_text (GTK_ENTRY (get (fixture, "user_entry")), user);
  gtk_entry_set_text (GTK_ENTRY (get (fixture, "password_entry")), "abcd efgh");
  click (fixture, "action_button");
  TEST_WAIT_UNTIL (is_page (fixture, "paste"));
  g_assert_true (gtk_widget_get_visible (get (fixture, "paste_message")));
  gtk_entry_set_text (GTK_ENTRY (get (fixture, "password_entry")),
                      test_wordpress_get_password (fixture->server, user));
  click (fixture, "action_button");
  return finish (fixture);
}

/* ---- the site's own page ---- */

static void
run_script (Fixture *fixture, const char *script)
{
  GType      type = WEBKIT_TYPE_WEB_VIEW;
  GtkWidget *view = test_widgets_search (fixture->dialog, test_widgets_has_type, &type);

  if (view != NULL)
    webkit_web_view_evaluate_javascript (
        WEBKIT_WEB_VIEW (view), script, -1, NULL, NULL, NULL, NULL, NULL);
}

/* Logs in where that is asked, and approves. Each page does its part once. */
static const char *const writer =
    "if (document.readyState === 'complete' && !window.feuilletDone) {"
    "  const login = document.getElementById ('loginform');"
    "  const approve = document.getElementById ('approve');"
    "  if (login) {"
    "    window.feuilletDone = true;"
    "    document.getElementById ('user_login').value = 'author';"
    "    document.getElementById ('user_pass').value = 'author-pass';"
    "    login.submit ();"
    "  } else if (approve) {"
    "    window.feuilletDone = true; approve.click ();"
    "  }"
    "}";

static void
test_approval (void)
{
  Fixture fixture = { 0 };

  if (!set_up (&fixture))
    return;
  find_site (&fixture);
  click (&fixture, "web_button");
  for (guint i = 0; !is_page (&fixture, "done") && i < 300; i++)
    {
      run_script (&fixture, writer);
      test_wait_for_ms (200);
    }
  g_autoptr (FeuSite) site = finish (&fixture);
  g_assert_cmpstr (site->user, ==, "author");
  g_assert_cmpint (
      site->user_id, ==, test_wordpress_get_user_id (fixture.server, "author"));
  tear_down (&fixture);
}

/* ---- publishing ---- */

static void
load_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (feu_document_load_finish (FEU_DOCUMENT (object), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
publish (Fixture *fixture)
{
  g_autoptr (FeuTextSource) source = FEU_TEXT_SOURCE (feu_string_source_new (""));
  g_autoptr (FeuDocument) document = feu_document_new (source);
  g_autoptr (FeuPipeline) pipeline = feu_pipeline_new (source);
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "a.md", NULL);
  gboolean is_loaded = FALSE;

  test_folder_write (fixture->folder, "a.md", ARTICLE, -1);
  feu_document_load_async (document, file, NULL, load_cb, &is_loaded);
  TEST_WAIT_UNTIL (is_loaded);
  fixture->dialog = feu_publish_dialog_new (NULL, fixture->outbox, pipeline, document);
  gtk_widget_show (fixture->dialog);
  TEST_WAIT_UNTIL (is_page (fixture, "form"));
  click (fixture, "action_button");
  TEST_WAIT_UNTIL (is_page (fixture, "result") || is_page (fixture, "questions"));
  g_assert_true (is_page (fixture, "result"));
  g_autofree char *text = feu_text_source_dup_text (source, NULL);
  g_assert_nonnull (strstr (text, "\nsite: "));
}

static void
assert_post (Fixture *fixture, const char *expected)
{
  g_autofree char *row = test_wordpress_query_text (
      fixture->server,
      "SELECT post_status, post_title, post_excerpt, comment_status FROM wp_posts "
      "WHERE post_type = 'post'");

  g_assert_cmpuint (test_wordpress_count_posts (fixture->server), ==, 1);
  g_assert_cmpstr (g_strchomp (row), ==, expected);
}

static const char *
get_heading (Fixture *fixture)
{
  return gtk_label_get_text (
      GTK_LABEL (test_widgets_get (get (fixture, "result"), "heading")));
}

static void
test_author (void)
{
  Fixture fixture = { 0 };

  if (!set_up (&fixture))
    return;
  g_autoptr (FeuSite) site = sign_in (&fixture, "author");
  publish (&fixture);
  g_assert_cmpstr (get_heading (&fixture), ==, "Published");
  assert_post (&fixture, "publish\tLe train de nuit\tIl revient.\tclosed");
  tear_down (&fixture);
}

static void
test_contributor (void)
{
  Fixture fixture = { 0 };

  if (!set_up (&fixture))
    return;
  g_autoptr (FeuSite) site = sign_in (&fixture, "contributor");
  publish (&fixture);
  g_assert_cmpstr (get_heading (&fixture), ==, "Submitted for review");
  assert_post (&fixture, "pending\tLe train de nuit\tIl revient.\tclosed");
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  hdy_init ();
  g_test_add_func ("/cms/window/approval", test_approval);
  g_test_add_func ("/cms/window/author", test_author);
  g_test_add_func ("/cms/window/contributor", test_contributor);
  return g_test_run ();
}
