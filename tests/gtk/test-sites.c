/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of sites, the page of one, and the assistant up to where it needs a site.
 */
#include "config.h"

#include "feu-site-assistant.h"
#include "feu-sites-dialog.h"

#include "test-folder.h"
#include "test-wait.h"
#include "test-widgets.h"

#include <handy.h>
#include <string.h>

typedef struct
{
  char          *folder;
  FeuSiteStore  *sites;
  FeuPublishing *publishing;
  GtkWidget     *dialog;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = test_folder_new ();
  g_autoptr (GFile) folder = g_file_new_build_filename (fixture->folder, "sites", NULL);
  g_autoptr (GFile) journal = g_file_new_build_filename (fixture->folder, "db", NULL);
  g_autoptr (FeuCredentials) credentials = feu_credentials_new_in_memory ();
  FeuSite values = { .id = "coast",
                     .name = "The Coast Review",
                     .address = "https://coast.example/",
                     .kind = FEU_SITE_WORDPRESS };
  g_autoptr (FeuSite) site = feu_site_new (&values);

  fixture->sites = feu_site_store_new (folder);
  g_assert_true (feu_site_store_save (fixture->sites, site, NULL));
  fixture->publishing = feu_publishing_new (fixture->sites, credentials, journal);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *dialog = fixture->dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_widget_destroy (fixture->dialog);
  TEST_WAIT_UNTIL (dialog == NULL);
  g_assert_finalize_object (fixture->publishing);
  g_assert_finalize_object (fixture->sites);
  test_folder_remove (fixture->folder);
}

static GtkWidget *
get (Fixture *fixture, const char *id)
{
  return test_widgets_get (fixture->dialog, id);
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get (fixture, "stack")));
}

static void
test_edit (Fixture *fixture, gconstpointer unused)
{
  fixture->dialog = feu_sites_dialog_new (NULL, fixture->publishing);
  gtk_widget_show (fixture->dialog);
  g_assert_cmpstr (get_page (fixture), ==, "list");
  GtkListBox *list = GTK_LIST_BOX (get (fixture, "list"));
  g_signal_emit_by_name (
      list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (get_page (fixture), ==, "edit");
  gtk_entry_set_text (GTK_ENTRY (get (fixture, "name_entry")), "Coast");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get (fixture, "px_spin")), 1200);
  gtk_button_clicked (GTK_BUTTON (get (fixture, "save_button")));
  g_assert_cmpstr (get_page (fixture), ==, "list");
  g_autoptr (FeuSite) site = feu_site_store_dup_site (fixture->sites, "coast");
  g_assert_cmpstr (site->name, ==, "Coast");
  g_assert_cmpuint (site->max_image_px, ==, 1200);
}

/* A site that was never signed in to says so when it is tested. */
static void
test_not_signed_in (Fixture *fixture, gconstpointer unused)
{
  GtkLabel *message = NULL;

  fixture->dialog = feu_sites_dialog_new (NULL, fixture->publishing);
  gtk_widget_show (fixture->dialog);
  GtkListBox *list = GTK_LIST_BOX (get (fixture, "list"));
  g_signal_emit_by_name (
      list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  gtk_button_clicked (GTK_BUTTON (get (fixture, "test_button")));
  message = GTK_LABEL (get (fixture, "edit_message"));
  TEST_WAIT_UNTIL (gtk_widget_get_sensitive (get (fixture, "test_button")));
  g_assert_nonnull (strstr (gtk_label_get_text (message), "Sign in"));
}

static void
test_bad_address (Fixture *fixture, gconstpointer unused)
{
  fixture->dialog = feu_site_assistant_new (NULL, fixture->publishing, NULL);
  gtk_widget_show (fixture->dialog);
  g_assert_cmpstr (get_page (fixture), ==, "address");
  gtk_entry_set_text (GTK_ENTRY (get (fixture, "address_entry")), "not an address");
  gtk_button_clicked (GTK_BUTTON (get (fixture, "action_button")));
  TEST_WAIT_UNTIL (g_str_equal (get_page (fixture), "address"));
  TEST_WAIT_UNTIL (gtk_widget_get_visible (get (fixture, "address_message")));
}

#define CASE(name, func)                                                               \
  g_test_add ("/gtk/sites/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  hdy_init ();
  CASE ("edit", test_edit);
  CASE ("not-signed-in", test_not_signed_in);
  CASE ("bad-address", test_bad_address);
  return g_test_run ();
}
