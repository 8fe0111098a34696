/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a crash left is offered at the next start, and comes back as it was.
 */
#include "config.h"

#include "test-app.h"

static const char left_text[] = "---\ntitle: Perdu\n---\n\nUn deux trois.\n";

/* As a process that was killed leaves it. */
static void
leave_draft (void)
{
  g_autoptr (GFile) folder =
      g_file_new_build_filename (g_get_user_data_dir (), "feuillet", "drafts", NULL);
  g_autoptr (FeuDraftStore) store = feu_draft_store_new (folder);
  g_autoptr (FeuDraft) draft = feu_draft_store_create (store, NULL);
  g_autoptr (FeuDraftInfo) info = feu_draft_info_new ();
  g_autoptr (GBytes) text = g_bytes_new_static (left_text, strlen (left_text));
  g_autoptr (GError) error = NULL;

  info->caret_bytes = 25;
  info->time_s = 1790000000;
  feu_draft_write (draft, info, text, &error);
  g_assert_no_error (error);
}

static gboolean
has_label (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static void
click (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = test_widgets_search (dialog, has_label, label);

  g_assert_nonnull (button);
  gtk_button_clicked (GTK_BUTTON (button));
}

static GtkWidget *
find_dialog (void)
{
  GType type = g_type_from_name ("FeuRecoveryDialog");
  return type != 0 ? test_widgets_find_window (type, NULL) : NULL;
}

static void
test_offered_and_restored (gconstpointer user_data)
{
  leave_draft ();
  g_autoptr (GtkApplication) app = test_app_start ();
  test_app_new_window (app);
  TEST_WAIT_UNTIL (find_dialog () != NULL);
  GtkWidget *dialog = find_dialog ();

  click (dialog, "_Compare");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (test_widgets_get (dialog, "compare_view")));
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *compared = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (compared, ==, left_text);

  click (dialog, "_Restore");
  TEST_WAIT_UNTIL (find_dialog () == NULL);
  GList *windows = gtk_application_get_windows (app);
  while (!FEU_IS_WINDOW (windows->data))
    windows = windows->next;
  FeuWindow *window = windows->data;
  test_app_settle (window);
  test_app_assert_text (window, left_text);
  g_assert_true (feu_document_is_modified (test_app_get_document (window)));

  /* Given up by the writer: nothing is left. */
  feu_article_view_discard_draft (feu_window_get_article_view (window));
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "feuillet", "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  test_app_close_windows (app);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func (
      "/gtk/recovery/offered-and-restored", NULL, test_offered_and_restored);
  return g_test_run ();
}
