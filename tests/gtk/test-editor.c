/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writing pane in the real window: folding, finding, formatting.
 */
#include "config.h"

#include "test-app.h"

#define DETAILS "---\ntitle: One\ntags: [a, b]\n---\n"
#define ARTICLE DETAILS "\nBody é one.\n\nBody two.\n"

static GtkApplication *app;

typedef struct
{
  FeuWindow *window;
  FeuEditor *editor;
  FeuFold   *fold;
  char      *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer text)
{
  fixture->folder = test_folder_new ();
  if (text == NULL)
    fixture->window = test_app_new_window (app);
  else
    {
      g_autofree char *path = g_build_filename (fixture->folder, "a.md", NULL);
      test_folder_write (fixture->folder, "a.md", text, -1);
      fixture->window = test_app_open (app, path);
    }
  fixture->editor =
      feu_article_view_get_editor (feu_window_get_article_view (fixture->window));
  fixture->fold = feu_editor_get_fold (fixture->editor);
}

static void
tear_down (Fixture *fixture, gconstpointer text)
{
  test_app_close_windows (app);
  test_folder_remove (fixture->folder);
}

static gsize
get_caret (Fixture *fixture)
{
  GtkTextBuffer *buffer = test_app_get_buffer (fixture->window);
  GtkTextIter    caret;

  gtk_text_buffer_get_iter_at_mark (
      buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return feu_buffer_get_offset_bytes (FEU_BUFFER (buffer), &caret);
}

static void
set_caret (Fixture *fixture, gsize offset_bytes)
{
  GtkTextBuffer *buffer = test_app_get_buffer (fixture->window);
  GtkTextIter    caret;

  feu_buffer_get_iter_at_bytes (FEU_BUFFER (buffer), offset_bytes, &caret);
  gtk_text_buffer_place_cursor (buffer, &caret);
}

/* What the writer sees of the text. */
static char *
dup_visible_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = test_app_get_buffer (fixture->window);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
assert_visible (Fixture *fixture, const char *expected)
{
  g_autofree char *visible = dup_visible_text (fixture);
  g_assert_cmpstr (visible, ==, expected);
}

static void
replace (Fixture *fixture, const char *old, const char *new_text)
{
  FeuTextSource   *source = FEU_TEXT_SOURCE (test_app_get_buffer (fixture->window));
  g_autofree char *text = feu_text_source_dup_text (source, NULL);
  gsize            start = (gsize) (strstr (text, old) - text);
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  g_ptr_array_add (edits, feu_text_edit_new (start, start + strlen (old), new_text));
  feu_text_source_apply (source, edits);
}

static void
type_text (Fixture *fixture, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *typed = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      g_signal_emit_by_name (fixture->editor, "insert-at-cursor", typed);
      test_app_settle (fixture->window);
    }
}

/* ---- folding ---- */

static void
test_folds_on_load (Fixture *fixture, gconstpointer data)
{
  g_assert_true (feu_fold_is_available (fixture->fold));
  g_assert_true (feu_fold_get_folded (fixture->fold));
  g_assert_cmpuint (feu_fold_get_n_lines (fixture->fold), ==, 4);
  assert_visible (fixture, ARTICLE + strlen (DETAILS) - 1);
  test_app_assert_text (fixture->window, ARTICLE);
  g_assert_cmpuint (get_caret (fixture), ==, strlen (DETAILS) + 1);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (fixture->editor)));
}

static void
test_opens_for_caret (Fixture *fixture, gconstpointer data)
{
  set_caret (fixture, 6);
  g_assert_false (feu_fold_get_folded (fixture->fold));
  assert_visible (fixture, ARTICLE);
  g_assert_cmpuint (get_caret (fixture), ==, 6);

  feu_fold_set_folded (fixture->fold, TRUE);
  g_assert_cmpuint (get_caret (fixture), ==, strlen (DETAILS) + 1);
  assert_visible (fixture, ARTICLE + strlen (DETAILS) - 1);
}

static void
test_opens_for_selection (Fixture *fixture, gconstpointer data)
{
  test_app_select (fixture->window, "tags");
  g_assert_false (feu_fold_get_folded (fixture->fold));
}

static void
test_selects_all_folded (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (fixture->editor, "select-all", TRUE);
  g_autofree char *selected = test_app_dup_selection (fixture->window);
  g_assert_cmpstr (selected, ==, ARTICLE);
  g_assert_true (feu_fold_get_folded (fixture->fold));
}

static void
test_panel_edits_stay_hidden (Fixture *fixture, gconstpointer data)
{
  gsize caret = get_caret (fixture);

  replace (fixture, "title: One\n", "title: Another title\nsubtitle: And more\n");
  assert_visible (fixture, ARTICLE + strlen (DETAILS) - 1);
  test_app_settle (fixture->window);
  assert_visible (fixture, ARTICLE + strlen (DETAILS) - 1);
  g_assert_true (feu_fold_get_folded (fixture->fold));
  g_assert_cmpuint (feu_fold_get_n_lines (fixture->fold), ==, 5);
  g_assert_cmpuint (get_caret (fixture),
                    ==,
                    caret + strlen ("title: Another title\nsubtitle: And more\n") -
                        strlen ("title: One\n"));
}

static void
test_error_is_not_folded (Fixture *fixture, gconstpointer text)
{
  g_assert_false (feu_fold_is_available (fixture->fold));
  assert_visible (fixture, text);
}

/* Hidden under the caret, the writer would type blindly. */
static void
test_typed_fence_stays_open (Fixture *fixture, gconstpointer data)
{
  type_text (fixture, "---\ntitle: A\n---");
  g_assert_true (feu_fold_is_available (fixture->fold));
  assert_visible (fixture, "---\ntitle: A\n---");
  type_text (fixture, "\nBody");
  assert_visible (fixture, "---\ntitle: A\n---\nBody");
}

static void
test_fence_removed_and_typed (Fixture *fixture, gconstpointer data)
{
  set_caret (fixture, strlen (DETAILS) - 2);
  g_signal_emit_by_name (fixture->editor, "backspace");
  test_app_settle (fixture->window);
  g_assert_false (feu_fold_is_available (fixture->fold));
  type_text (fixture, "-");
  g_assert_true (feu_fold_is_available (fixture->fold));
  assert_visible (fixture, ARTICLE);
}

/* Front matter that a panel begins is folded at once, the caret stays with the text. */
static void
test_panel_begins_details (Fixture *fixture, gconstpointer data)
{
  FeuTextSource *source = FEU_TEXT_SOURCE (test_app_get_buffer (fixture->window));
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  type_text (fixture, "Body");
  set_caret (fixture, 0);
  g_ptr_array_add (edits, feu_text_edit_new (0, 0, "---\ntitle: A\n---\n\n"));
  feu_text_source_apply (source, edits);
  test_app_settle (fixture->window);
  g_assert_true (feu_fold_get_folded (fixture->fold));
  assert_visible (fixture, "\n\nBody");
  g_assert_cmpuint (get_caret (fixture), ==, strlen ("---\ntitle: A\n---\n\n"));
}

static void
test_ctrl_home (Fixture *fixture, gconstpointer data)
{
  set_caret (fixture, strlen (ARTICLE));
  g_signal_emit_by_name (
      fixture->editor, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, -1, FALSE);
  g_assert_cmpuint (get_caret (fixture), ==, strlen (DETAILS) + 1);
  g_assert_true (feu_fold_get_folded (fixture->fold));

  feu_fold_set_folded (fixture->fold, FALSE);
  g_signal_emit_by_name (
      fixture->editor, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, -1, FALSE);
  g_assert_cmpuint (get_caret (fixture), ==, 0);
}

/* Up from the body leads into the front matter, which opens. */
static void
test_arrow_up_opens (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3 && feu_fold_get_folded (fixture->fold); i++)
    g_signal_emit_by_name (
        fixture->editor, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, -1, FALSE);
  g_assert_false (feu_fold_get_folded (fixture->fold));
}

static void
test_fold_action (Fixture *fixture, gconstpointer data)
{
  test_app_activate (fixture->window, "fold-details");
  g_assert_false (feu_fold_get_folded (fixture->fold));
  test_app_activate (fixture->window, "fold-details");
  g_assert_true (feu_fold_get_folded (fixture->fold));
}

static void
test_undo_of_panel_edit (Fixture *fixture, gconstpointer data)
{
  replace (fixture, "One", "Two");
  test_app_settle (fixture->window);
  test_app_activate (fixture->window, "undo");
  test_app_settle (fixture->window);
  test_app_assert_text (fixture->window, ARTICLE);
  test_app_activate (fixture->window, "redo");
  test_app_settle (fixture->window);
  g_autofree char *text = test_app_dup_text (fixture->window);
  g_assert_nonnull (strstr (text, "title: Two\n"));
}

/* ---- finding ---- */

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  return test_widgets_get (GTK_WIDGET (feu_article_view_get_find_bar (
                               feu_window_get_article_view (fixture->window))),
                           id);
}

static const char *
get_count (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (find (fixture, "count")));
}

/* The entry tells of typing after a pause; the test does not wait for that. */
static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *entry = find (fixture, "entry");

  gtk_entry_set_text (GTK_ENTRY (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
assert_caret (Fixture *fixture, const char *text, const char *at)
{
  const char *found = strstr (text, at);
  g_assert_nonnull (found);
  GtkTextIter    start, end;
  GtkTextBuffer *buffer = test_app_get_buffer (fixture->window);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  g_assert_cmpuint (feu_buffer_get_offset_bytes (FEU_BUFFER (buffer), &start),
                    ==,
                    (gsize) (found - text));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  test_app_activate (fixture->window, "find");
  g_assert_true (gtk_widget_is_focus (find (fixture, "entry")));
  search (fixture, "body");
  TEST_WAIT_UNTIL (g_str_equal (get_count (fixture), "1 of 2"));
  assert_caret (fixture, ARTICLE, "Body é");
  test_app_activate (fixture->window, "find-next");
  g_assert_cmpstr (get_count (fixture), ==, "2 of 2");
  assert_caret (fixture, ARTICLE, "Body two");
  test_app_activate (fixture->window, "find-next");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 2");
  test_app_activate (fixture->window, "find-previous");
  g_assert_cmpstr (get_count (fixture), ==, "2 of 2");
  g_assert_true (feu_fold_get_folded (fixture->fold));
}

static void
test_find_nothing (Fixture *fixture, gconstpointer data)
{
  GtkStyleContext *style = gtk_widget_get_style_context (find (fixture, "entry"));

  test_app_activate (fixture->window, "find");
  search (fixture, "nowhere");
  TEST_WAIT_UNTIL (g_str_equal (get_count (fixture), "Not found"));
  g_assert_true (gtk_style_context_has_class (style, GTK_STYLE_CLASS_ERROR));
  search (fixture, "");
  TEST_WAIT_UNTIL (g_str_equal (get_count (fixture), ""));
  g_assert_false (gtk_style_context_has_class (style, GTK_STYLE_CLASS_ERROR));
}

/* What is folded is not searched: a match could not be shown without opening it. */
static void
test_find_in_details (Fixture *fixture, gconstpointer data)
{
  test_app_activate (fixture->window, "find");
  search (fixture, "title:");
  TEST_WAIT_UNTIL (g_str_equal (get_count (fixture), "Not found"));
  g_assert_true (feu_fold_get_folded (fixture->fold));
  test_app_activate (fixture->window, "fold-details");
  TEST_WAIT_UNTIL (!g_str_equal (get_count (fixture), "Not found"));
  test_app_activate (fixture->window, "find-next");
  TEST_WAIT_UNTIL (g_str_equal (get_count (fixture), "1 of 1"));
}

static void
test_find_selection (Fixture *fixture, gconstpointer data)
{
  test_app_select (fixture->window, "two");
  test_app_activate (fixture->window, "find");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (find (fixture, "entry"))), ==, "two");
}

static void
test_find_after_edit (Fixture *fixture, gconstpointer data)
{
  test_app_activate (fixture->window, "find");
  search (fixture, "body");
  TEST_WAIT_UNTIL (g_str_equal (get_count (fixture), "1 of 2"));
  replace (fixture, "Body two", "Nothing");
  TEST_WAIT_UNTIL (g_str_equal (get_count (fixture), "1 of 1"));
}

/* ---- formatting ---- */

static const struct
{
  const char *name;
  const char *action;
  const char *select;
  const char *expected; /* of the body */
  const char *selected;
} formats[] = {
  { "bold", "bold", "one", "\nBody é **one**.\n\nBody two.\n", "one" },
  { "italic", "italic", "é", "\nBody *é* one.\n\nBody two.\n", "é" },
  { "link", "link", "two", "\nBody é one.\n\nBody [two]().\n", "" },
  { "heading", "heading(2)", "two", "\nBody é one.\n\n## Body two.\n", "two" },
};

static void
test_format (Fixture *fixture, gconstpointer data)
{
  guint            index = GPOINTER_TO_UINT (data);
  g_autofree char *expected = g_strconcat (DETAILS, formats[index].expected, NULL);

  test_app_select (fixture->window, formats[index].select);
  test_app_activate (fixture->window, formats[index].action);
  test_app_assert_text (fixture->window, expected);
  g_autofree char *selected = test_app_dup_selection (fixture->window);
  g_assert_cmpstr (selected, ==, formats[index].selected);
  test_app_activate (fixture->window, "undo");
  test_app_assert_text (fixture->window, ARTICLE);
}

static void
set_up_article (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, ARTICLE);
}

#define CASE(name, text, func)                                                         \
  g_test_add ("/gtk/editor/" name, Fixture, text, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  app = test_app_start ();
  CASE ("folds-on-load", ARTICLE, test_folds_on_load);
  CASE ("opens-for-caret", ARTICLE, test_opens_for_caret);
  CASE ("opens-for-selection", ARTICLE, test_opens_for_selection);
  CASE ("selects-all-folded", ARTICLE, test_selects_all_folded);
  CASE ("panel-edits-stay-hidden", ARTICLE, test_panel_edits_stay_hidden);
  CASE ("error-is-not-folded", "---\na: [\n---\nBody\n", test_error_is_not_folded);
  CASE ("unclosed-is-not-folded", "---\na: b\nBody\n", test_error_is_not_folded);
  CASE ("typed-fence-stays-open", NULL, test_typed_fence_stays_open);
  CASE ("fence-removed-and-typed", ARTICLE, test_fence_removed_and_typed);
  CASE ("panel-begins-details", NULL, test_panel_begins_details);
  CASE ("ctrl-home", ARTICLE, test_ctrl_home);
  CASE ("arrow-up-opens", ARTICLE, test_arrow_up_opens);
  CASE ("fold-action", ARTICLE, test_fold_action);
  CASE ("undo-of-panel-edit", ARTICLE, test_undo_of_panel_edit);
  CASE ("find", ARTICLE, test_find);
  CASE ("find-nothing", ARTICLE, test_find_nothing);
  CASE ("find-in-details", ARTICLE, test_find_in_details);
  CASE ("find-selection", ARTICLE, test_find_selection);
  CASE ("find-after-edit", ARTICLE, test_find_after_edit);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/gtk/editor/", formats[i].name, NULL);
      g_test_add (
          path, Fixture, GUINT_TO_POINTER (i), set_up_article, test_format, tear_down);
    }
  return g_test_run ();
}
