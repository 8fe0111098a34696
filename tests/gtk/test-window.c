/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application and its window, used as a writer would: opening, saving, closing,
 * what goes wrong with files, exporting, copying, and names for those who do not see
 * it.
 */
#include "config.h"

#include "test-app.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define ARTICLE "---\ntitle: One\nlang: en\n---\n\nBody é.\n\nMore *text*.\n"

static GtkApplication *app;

typedef struct
{
  char *folder;
  char *path; /* of an article in it */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "one.md", NULL);
  test_folder_write (fixture->folder, "one.md", ARTICLE, -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_app_close_windows (app);
  g_free (fixture->path);
  test_folder_remove (fixture->folder);
}

static HdyHeaderBar *
get_header (FeuWindow *window)
{
  return HDY_HEADER_BAR (test_widgets_get (GTK_WIDGET (window), "header_bar"));
}

static void
assert_title (FeuWindow *window, const char *title, const char *subtitle)
{
  HdyHeaderBar *header = get_header (window);

  g_assert_cmpstr (hdy_header_bar_get_title (header), ==, title);
  g_assert_cmpstr (hdy_header_bar_get_subtitle (header), ==, subtitle);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, title);
}

/* Types at the beginning of the body's first line. */
static void
type_text (FeuWindow *window, const char *text)
{
  g_signal_emit_by_name (
      feu_article_view_get_editor (feu_window_get_article_view (window)),
      "insert-at-cursor",
      text);
}

static gboolean
shows_message (FeuWindow *window)
{
  return gtk_info_bar_get_revealed (
      GTK_INFO_BAR (test_widgets_get (GTK_WIDGET (window), "message_bar")));
}

static const char *
get_message (FeuWindow *window)
{
  return gtk_label_get_text (
      GTK_LABEL (test_widgets_get (GTK_WIDGET (window), "message_text")));
}

static GtkDialog *
wait_dialog (GType type)
{
  TEST_WAIT_UNTIL (test_widgets_find_window (type, NULL) != NULL);
  return GTK_DIALOG (test_widgets_find_window (type, NULL));
}

static void
save (FeuWindow *window)
{
  test_app_activate (window, "save");
  test_app_settle (window);
}

/* ---- opening, editing, saving ---- */

static void
test_new (Fixture *fixture, gconstpointer data)
{
  FeuWindow *window = test_app_new_window (app);

  assert_title (window, "New article", NULL);
  type_text (window, "# Hello");
  test_app_settle (window);
  assert_title (window, "Hello", "Not saved yet");
}

static void
test_open_edit_undo (Fixture *fixture, gconstpointer data)
{
  FeuWindow   *window = test_app_open (app, fixture->path);
  FeuDocument *document = test_app_get_document (window);

  test_app_assert_text (window, ARTICLE);
  assert_title (window, "One", "one.md — saved");
  type_text (window, "x");
  g_assert_true (feu_document_is_modified (document));
  assert_title (window, "One", "one.md — not saved");
  test_app_activate (window, "undo");
  TEST_WAIT_UNTIL (!feu_document_is_modified (document));
  assert_title (window, "One", "one.md — saved");
  test_app_activate (window, "undo");
  test_app_assert_text (window, ARTICLE);
}

static const struct
{
  const char *name;
  const char *before;
  const char *after;
} files[] = {
  { "plain", "Body é.\n", "xBody é.\n" },
  { "crlf",
    "---\r\ntitle: A\r\n---\r\nBody\r\n",
    "---\r\ntitle: A\r\n---\r\nxBody\r\n" },
  { "bom",
    "\xef\xbb\xbf"
    "Body",
    "\xef\xbb\xbf"
    "xBody" },
  { "mixed", "One\r\ntwo\nthree\rfour", "xOne\r\ntwo\nthree\rfour" },
  { "separators",
    "One\xe2\x80\xa9two\xe2\x80\xa8three\n",
    "xOne\xe2\x80\xa9two\xe2\x80\xa8three\n" },
  { "empty", "", "x" },
};

static void
test_save (Fixture *fixture, gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);

  test_folder_write (fixture->folder, "one.md", files[index].before, -1);
  FeuWindow *window = test_app_open (app, fixture->path);
  save (window);
  g_autofree char *same = test_folder_read (fixture->folder, "one.md");
  g_assert_cmpstr (same, ==, files[index].before);
  type_text (window, "x");
  save (window);
  g_autofree char *saved = test_folder_read (fixture->folder, "one.md");
  g_assert_cmpstr (saved, ==, files[index].after);
  g_assert_false (feu_document_is_modified (test_app_get_document (window)));
  g_assert_false (shows_message (window));
}

static void
test_save_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "sub", NULL);
  g_autofree char *path = g_build_filename (folder, "two.md", NULL);

  test_folder_write (fixture->folder, "sub/two.md", "Body\n", -1);
  FeuWindow *window = test_app_open (app, path);
  test_folder_remove (g_strdup (folder));
  type_text (window, "x");
  save (window);
  TEST_WAIT_UNTIL (shows_message (window) ||
                   test_widgets_find_window (GTK_TYPE_MESSAGE_DIALOG, NULL) != NULL);
  g_assert_true (shows_message (window));
  g_assert_nonnull (strstr (get_message (window), "Your text is safe"));
  test_app_assert_text (window, "xBody\n");
  g_assert_true (feu_document_is_modified (test_app_get_document (window)));
}

static void
test_foreign_change (Fixture *fixture, gconstpointer data)
{
  FeuWindow *window = test_app_open (app, fixture->path);

  test_folder_write (fixture->folder, "one.md", "By somebody else, longer\n", -1);
  type_text (window, "x");
  save (window);
  GtkDialog       *dialog = wait_dialog (GTK_TYPE_MESSAGE_DIALOG);
  g_autofree char *kept = test_folder_read (fixture->folder, "one.md");
  g_assert_cmpstr (kept, ==, "By somebody else, longer\n");
  gtk_dialog_response (dialog, GTK_RESPONSE_CANCEL);
  test_app_settle (window);
  g_assert_true (feu_document_is_modified (test_app_get_document (window)));

  save (window);
  gtk_dialog_response (wait_dialog (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  TEST_WAIT_UNTIL (!feu_document_is_modified (test_app_get_document (window)));
  g_autofree char *replaced = test_folder_read (fixture->folder, "one.md");
  g_assert_nonnull (strstr (replaced, "xBody é."));
}

static void
test_opens_once (Fixture *fixture, gconstpointer data)
{
  FeuWindow *first = test_app_open (app, fixture->path);
  FeuWindow *again = test_app_open (app, fixture->path);
  g_assert_true (first == again);
  g_autofree char *other = g_build_filename (fixture->folder, "two.md", NULL);
  test_folder_write (fixture->folder, "two.md", "Two\n", -1);
  g_autoptr (GFile) file = g_file_new_for_path (other);
  GFile *list[] = { file };
  g_application_open (G_APPLICATION (app), list, 1, "");
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (app)), ==, 2);
}

/* ---- what is no article ---- */

static void
write_wrong_file (Fixture *fixture, const char *name)
{
  if (g_str_equal (name, "folder"))
    g_assert_cmpint (g_mkdir (fixture->path, 0755), ==, 0);
  else if (g_str_equal (name, "invalid-utf8"))
    test_folder_write (fixture->folder, "one.md", "One\nab\xff\n", -1);
  else if (g_str_equal (name, "nul"))
    test_folder_write (fixture->folder, "one.md", "One\0two\n", 8);
  else if (g_str_equal (name, "too-large"))
    {
      test_folder_write (fixture->folder, "one.md", "One\n", -1);
      g_assert_cmpint (
          truncate (fixture->path, (off_t) FEU_TEXT_FILE_MAX_BYTES + 1), ==, 0);
    }
  else if (g_str_equal (name, "pipe"))
    g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
}

static void
test_wrong_file (Fixture *fixture, gconstpointer name)
{
  g_remove (fixture->path);
  write_wrong_file (fixture, name);
  FeuWindow *window = test_app_open (app, fixture->path);
  TEST_WAIT_UNTIL (shows_message (window));
  g_test_message ("%s", get_message (window));
  g_assert_cmpstr (get_message (window), !=, "");
  g_assert_true (feu_article_view_is_pristine (feu_window_get_article_view (window)));
  g_assert_null (feu_document_get_file (test_app_get_document (window)));
  /* The window is as good as new. */
  g_autofree char *good = g_build_filename (fixture->folder, "good.md", NULL);
  test_folder_write (fixture->folder, "good.md", "Good\n", -1);
  g_assert_true (test_app_open (app, good) == window);
  test_app_assert_text (window, "Good\n");
}

/* ---- closing ---- */

static guint
count_windows (void)
{
  guint  n_windows = 0;
  GList *windows = gtk_application_get_windows (app);

  for (GList *at = windows; at != NULL; at = at->next)
    if (FEU_IS_WINDOW (at->data))
      n_windows++;
  return n_windows;
}

static void
test_close_clean (Fixture *fixture, gconstpointer data)
{
  test_app_activate (test_app_open (app, fixture->path), "close");
  TEST_WAIT_UNTIL (count_windows () == 0);
}

static void
test_close_asks (Fixture *fixture, gconstpointer data)
{
  FeuWindow *window = test_app_open (app, fixture->path);

  type_text (window, "x");
  test_app_activate (window, "close");
  gtk_dialog_response (wait_dialog (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  test_wait_idle ();
  g_assert_cmpuint (count_windows (), ==, 1);
  g_autofree char *unsaved = test_folder_read (fixture->folder, "one.md");
  g_assert_cmpstr (unsaved, ==, ARTICLE);

  test_app_activate (window, "close");
  gtk_dialog_response (wait_dialog (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_REJECT);
  TEST_WAIT_UNTIL (count_windows () == 0);
  g_autofree char *discarded = test_folder_read (fixture->folder, "one.md");
  g_assert_cmpstr (discarded, ==, ARTICLE);
}

static void
test_close_saves (Fixture *fixture, gconstpointer data)
{
  FeuWindow *window = test_app_open (app, fixture->path);

  type_text (window, "x");
  test_app_activate (window, "close");
  gtk_dialog_response (wait_dialog (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  TEST_WAIT_UNTIL (count_windows () == 0);
  g_autofree char *saved = test_folder_read (fixture->folder, "one.md");
  g_assert_nonnull (strstr (saved, "xBody é."));
}

/* Closing was given up: a later save is only a save. */
static void
test_close_given_up (Fixture *fixture, gconstpointer data)
{
  FeuWindow *window = test_app_open (app, fixture->path);

  type_text (window, "x");
  test_app_activate (window, "close");
  gtk_dialog_response (wait_dialog (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  type_text (window, "y");
  gtk_dialog_response (wait_dialog (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  test_app_settle (window);
  save (window);
  test_wait_for_ms (100);
  g_assert_cmpuint (count_windows (), ==, 1);
}

/* ---- what the window offers ---- */

static void
test_view_modes (Fixture *fixture, gconstpointer data)
{
  FeuWindow *window = test_app_open (app, fixture->path);
  GtkWidget *editor = test_widgets_get (GTK_WIDGET (window), "editor_box");
  GtkWidget *preview = test_widgets_get (GTK_WIDGET (window), "preview_box");

  test_app_activate (window, "view-mode::write");
  g_assert_true (gtk_widget_get_visible (editor));
  g_assert_false (gtk_widget_get_visible (preview));
  test_app_activate (window, "view-mode::preview");
  g_assert_false (gtk_widget_get_visible (editor));
  g_assert_true (gtk_widget_get_visible (preview));
  test_app_activate (window, "view-mode::both");
  g_assert_true (gtk_widget_get_visible (editor));
  g_assert_true (gtk_widget_get_visible (preview));
}

static void
test_side_panel (Fixture *fixture, gconstpointer data)
{
  FeuWindow *window = test_app_open (app, fixture->path);
  HdyFlap   *flap = HDY_FLAP (test_widgets_get (GTK_WIDGET (window), "flap"));
  gboolean   was_open = hdy_flap_get_reveal_flap (flap);

  test_app_activate (window, "side-panel");
  g_assert_true (hdy_flap_get_reveal_flap (flap) != was_open);
  test_app_activate (window, "side-panel");
  g_assert_true (hdy_flap_get_reveal_flap (flap) == was_open);
}

static void
test_copy_html (Fixture *fixture, gconstpointer data)
{
  FeuWindow    *window = test_app_open (app, fixture->path);
  GtkClipboard *clipboard =
      gtk_widget_get_clipboard (GTK_WIDGET (window), GDK_SELECTION_CLIPBOARD);

  test_app_activate (window, "copy-html");
  g_autofree char *text = gtk_clipboard_wait_for_text (clipboard);
  g_assert_nonnull (strstr (text, "<em>text</em>"));
  test_app_activate (window, "copy-rich-text");
  GtkSelectionData *html = gtk_clipboard_wait_for_contents (
      clipboard, gdk_atom_intern_static_string ("text/html"));
  g_assert_nonnull (html);
  g_assert_nonnull (
      strstr ((const char *) gtk_selection_data_get_data (html), "<em>text</em>"));
  gtk_selection_data_free (html);
}

static GtkWidget *
wait_window (const char *type_name)
{
  TEST_WAIT_UNTIL (g_type_from_name (type_name) != 0);
  GType type = g_type_from_name (type_name);
  TEST_WAIT_UNTIL (test_widgets_find_window (type, NULL) != NULL);
  return test_widgets_find_window (type, NULL);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  FeuWindow *window = test_app_open (app, fixture->path);

  test_app_activate (window, "export");
  GtkWidget *dialog = wait_window ("FeuExportDialog");
  GtkStack  *stack = GTK_STACK (test_widgets_get (dialog, "stack"));
  gtk_button_clicked (GTK_BUTTON (test_widgets_get (dialog, "export_button")));
  GtkDialog *chooser = wait_dialog (GTK_TYPE_FILE_CHOOSER_DIALOG);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), fixture->folder);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "page.html");
  test_wait_idle ();
  gtk_dialog_response (chooser, GTK_RESPONSE_ACCEPT);
  TEST_WAIT_UNTIL (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "result") == 0);
  g_autofree char *page = test_folder_read (fixture->folder, "page.html");
  g_assert_nonnull (strstr (page, "<em>text</em>"));
  gtk_window_close (GTK_WINDOW (dialog));
  TEST_WAIT_UNTIL (
      test_widgets_find_window (g_type_from_name ("FeuExportDialog"), NULL) == NULL);
}

/* ---- names ---- */

static gboolean
needs_name (AtkRole role)
{
  return role == ATK_ROLE_PUSH_BUTTON || role == ATK_ROLE_TOGGLE_BUTTON ||
         role == ATK_ROLE_RADIO_BUTTON || role == ATK_ROLE_CHECK_BOX ||
         role == ATK_ROLE_ENTRY || role == ATK_ROLE_TEXT ||
         role == ATK_ROLE_COMBO_BOX || role == ATK_ROLE_SPIN_BUTTON;
}

static gboolean
is_labelled (AtkObject *object)
{
  g_autoptr (AtkRelationSet) relations = atk_object_ref_relation_set (object);
  const char *name = atk_object_get_name (object);

  return (name != NULL && *name != '\0') ||
         atk_relation_set_contains (relations, ATK_RELATION_LABELLED_BY);
}

/* The toolkit's own buttons to close a bar. */
static gboolean
is_toolkits (GtkWidget *widget)
{
  return test_widgets_has_id (widget, "close_button");
}

static void
collect_nameless (GtkWidget *widget, gpointer names)
{
  AtkObject *object = gtk_widget_get_accessible (widget);

  if (!gtk_widget_get_visible (widget) || is_toolkits (widget))
    return;
  if (gtk_widget_get_can_focus (widget) && needs_name (atk_object_get_role (object)) &&
      !is_labelled (object))
    g_string_append_printf (names,
                            "\n%s “%s” (%s) in %s",
                            G_OBJECT_TYPE_NAME (widget),
                            gtk_buildable_get_name (GTK_BUILDABLE (widget)),
                            atk_role_get_name (atk_object_get_role (object)),
                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  /* A combo box speaks for the button in it. */
  if (GTK_IS_CONTAINER (widget) && !GTK_IS_COMBO_BOX (widget))
    gtk_container_forall (GTK_CONTAINER (widget), collect_nameless, names);
}

static void
assert_all_named (GtkWidget *root)
{
  g_autoptr (GString) names = g_string_new (NULL);

  collect_nameless (root, names);
  g_assert_cmpstr (names->str, ==, "");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  test_folder_write (fixture->folder,
                     "one.md",
                     "---\ntitle: A\nauthor: Ada\ntags: [a, b]\n---\n\n"
                     "![alt](none.png)\n\n![](other.png \"Caption\")\n",
                     -1);
  FeuWindow *window = test_app_open (app, fixture->path);
  test_app_activate (window, "find");
  test_app_settle (window);
  assert_all_named (GTK_WIDGET (window));
  test_app_activate (window, "export");
  assert_all_named (wait_window ("FeuExportDialog"));
}

#define CASE(name, data, func)                                                         \
  g_test_add ("/gtk/window/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  static const char *const wrong_files[] = { "missing", "folder",    "invalid-utf8",
                                             "nul",     "too-large", "pipe" };

  gtk_test_init (&argc, &argv, NULL);
  app = test_app_start ();
  CASE ("new", NULL, test_new);
  CASE ("open-edit-undo", NULL, test_open_edit_undo);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/gtk/window/save/", files[i].name, NULL);
      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_save, tear_down);
    }
  CASE ("save-fails", NULL, test_save_fails);
  CASE ("foreign-change", NULL, test_foreign_change);
  CASE ("opens-once", NULL, test_opens_once);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_files); i++)
    {
      g_autofree char *path = g_strconcat ("/gtk/window/wrong/", wrong_files[i], NULL);
      g_test_add (path, Fixture, wrong_files[i], set_up, test_wrong_file, tear_down);
    }
  CASE ("close/clean", NULL, test_close_clean);
  CASE ("close/asks", NULL, test_close_asks);
  CASE ("close/saves", NULL, test_close_saves);
  CASE ("close/given-up", NULL, test_close_given_up);
  CASE ("view-modes", NULL, test_view_modes);
  CASE ("side-panel", NULL, test_side_panel);
  CASE ("copy-html", NULL, test_copy_html);
  CASE ("export", NULL, test_export);
  CASE ("names", NULL, test_names);
  return g_test_run ();
}
