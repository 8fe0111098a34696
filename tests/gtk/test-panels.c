/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side panel and the text as two views of one thing, and the keys of the tag entry.
 * Widgets are found by their template names, driven as a writer would.
 */
#include "config.h"

#include "feu-article-panel.h"
#include "feu-date-entry.h"
#include "feu-date-text.h"
#include "feu-images-panel.h"
#include "feu-language-button.h"
#include "feu-languages.h"
#include "feu-status-bar.h"
#include "feu-string-source.h"
#include "feu-tag-chip.h"
#include "feu-tag-entry.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <handy.h>
#include <string.h>

#define ARTICLE                                                                        \
  "---\ntitle: One\n# kept\ntags: [a, b]\nlang: fr\ndate: 2026-08-03T09:00:00+02:00\n" \
  "---\n\nBody.\n\n![Alt](images/a.png \"Cap\")\n"

typedef struct
{
  FeuTextSource  *source;
  FeuPipeline    *pipeline;
  FeuAuthorStore *authors;
  FeuTermStore   *terms;
  GtkWidget      *window;
  GtkWidget      *widget;
  char           *folder;
  guint           n_changes;
} Fixture;

static void
on_text_changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

/* Lets everything happen that is due, for as long as the pause of a field and more. */
static gboolean
time_is_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean is_over = FALSE;
  g_timeout_add (ms, time_is_up_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  run_for (60);
}

static void
wait_for_article (Fixture *fixture)
{
  while (!feu_pipeline_is_current (fixture->pipeline))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static GFile *
file_in (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  return g_file_new_for_path (path);
}

static void
set_up (Fixture *fixture, const char *text)
{
  fixture->folder = g_dir_make_tmp ("feuillet-XXXXXX", NULL);
  g_autoptr (GFile) authors = file_in (fixture, "authors");
  g_autoptr (GFile) terms = file_in (fixture, "terms");
  fixture->source = FEU_TEXT_SOURCE (feu_string_source_new (text));
  fixture->pipeline = feu_pipeline_new (fixture->source);
  fixture->authors = feu_author_store_new (authors);
  fixture->terms = feu_term_store_new (terms);
  g_signal_connect_swapped (
      fixture->source, "text-changed", G_CALLBACK (on_text_changed_cb), fixture);
}

static void
show (Fixture *fixture, GtkWidget *widget)
{
  fixture->widget = widget;
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 700);
  gtk_widget_show (widget);
  gtk_container_add (GTK_CONTAINER (fixture->window), widget);
  gtk_widget_show (fixture->window);
  wait_for_article (fixture);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture)
{
  GtkWidget *widget = fixture->widget;
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  gtk_widget_destroy (fixture->window);
  g_clear_object (&fixture->pipeline);
  settle ();
  g_assert_null (widget);
  g_signal_handlers_disconnect_by_data (fixture->source, fixture);
  g_clear_object (&fixture->source);
  g_clear_object (&fixture->authors);
  g_clear_object (&fixture->terms);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static void
set_up_article (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  show (fixture,
        feu_article_panel_new (
            fixture->pipeline, fixture->source, fixture->authors, fixture->terms));
}

static void
tear_down_article (Fixture *fixture, gconstpointer data)
{
  tear_down (fixture);
}

typedef struct
{
  const char *id;
  GtkWidget  *found;
} Search;

static void
search_widget (GtkWidget *widget, gpointer user_data)
{
  Search     *search = user_data;
  const char *id = gtk_buildable_get_name (GTK_BUILDABLE (widget));

  if (search->found != NULL)
    return;
  if (g_strcmp0 (id, search->id) == 0)
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), search_widget, search);
}

static GtkWidget *
find (Fixture *fixture, const char *id)
{
  Search search = { .id = id };
  search_widget (fixture->widget, &search);
  g_assert_nonnull (search.found);
  return search.found;
}

static void
assert_text (Fixture *fixture, const char *expected)
{
  g_autofree char *text = feu_text_source_dup_text (fixture->source, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static char *
replaced (const char *text, const char *old, const char *new_text)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);
  return g_strjoinv (new_text, parts);
}

/* One change, and the text is @text but for @old, which became @new_text. */
static void
assert_one_change (Fixture *fixture, const char *old, const char *new_text)
{
  g_autofree char *expected = replaced (ARTICLE, old, new_text);
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_text (fixture, expected);
}

static void
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_KEY_PRESS);
  GdkKeymapKey *keys = NULL;
  int           n_keys = 0;
  GdkKeymap    *keymap = gdk_keymap_get_for_display (gdk_display_get_default ());

  event->key.window = g_object_ref (gtk_widget_get_window (widget));
  event->key.keyval = keyval;
  if (gdk_keymap_get_entries_for_keyval (keymap, keyval, &keys, &n_keys))
    event->key.hardware_keycode = (guint16) keys[0].keycode;
  g_free (keys);
  gdk_event_set_device (event,
                        gdk_seat_get_keyboard (
                            gdk_display_get_default_seat (gdk_display_get_default ())));
  gboolean handled = FALSE;
  g_signal_emit_by_name (widget, "key-press-event", event, &handled);
}

static void
test_shows_article (Fixture *fixture, gconstpointer data)
{
  GtkEntry *title = GTK_ENTRY (find (fixture, "title_entry"));
  g_auto (GStrv) tags =
      feu_tag_entry_dup_values (FEU_TAG_ENTRY (find (fixture, "tags_entry")));

  g_assert_cmpstr (gtk_entry_get_text (title), ==, "One");
  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (
      gtk_entry_get_placeholder_text (GTK_ENTRY (find (fixture, "slug_entry"))),
      ==,
      "one");
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_text_to_panel (Fixture *fixture, gconstpointer data)
{
  GtkEntry        *title = GTK_ENTRY (find (fixture, "title_entry"));
  g_autofree char *text = replaced (ARTICLE, "title: One", "title: Two");

  feu_string_source_set_text (FEU_STRING_SOURCE (fixture->source), text);
  run_for (800);
  g_assert_cmpstr (gtk_entry_get_text (title), ==, "Two");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_pause_commits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *title = find (fixture, "title_entry");

  gtk_widget_grab_focus (title);
  gtk_entry_set_text (GTK_ENTRY (title), "Two ");
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  run_for (800);
  assert_one_change (fixture, "title: One", "title: Two");
  /* The blank under the caret stays while the writer is there. */
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (title)), ==, "Two ");
}

static void
test_enter_commits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *title = find (fixture, "title_entry");

  gtk_entry_set_text (GTK_ENTRY (title), "Two");
  g_signal_emit_by_name (title, "activate");
  assert_one_change (fixture, "title: One", "title: Two");
  run_for (800);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

static void
test_leaving_commits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *title = find (fixture, "title_entry");
  gboolean   handled = FALSE;
  g_autoptr (GdkEvent) event = gdk_event_new (GDK_FOCUS_CHANGE);

  gtk_entry_set_text (GTK_ENTRY (title), "Two");
  event->focus_change.window = g_object_ref (gtk_widget_get_window (title));
  g_signal_emit_by_name (title, "focus-out-event", event, &handled);
  assert_one_change (fixture, "title: One", "title: Two");
}

static void
test_typing_is_not_overwritten (Fixture *fixture, gconstpointer data)
{
  GtkWidget       *title = find (fixture, "title_entry");
  g_autofree char *text = replaced (ARTICLE, "title: One", "title: Other");

  gtk_entry_set_text (GTK_ENTRY (title), "Typing");
  feu_string_source_set_text (FEU_STRING_SOURCE (fixture->source), text);
  wait_for_article (fixture);
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (title)), ==, "Typing");
  feu_article_panel_flush (FEU_ARTICLE_PANEL (fixture->widget));
  g_autofree char *expected = replaced (ARTICLE, "title: One", "title: Typing");
  assert_text (fixture, expected);
}

static void
test_description (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer =
      gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, "description_view")));

  gtk_text_buffer_set_text (buffer, "What it says", -1);
  feu_article_panel_flush (FEU_ARTICLE_PANEL (fixture->widget));
  assert_one_change (fixture,
                     "date: 2026-08-03T09:00:00+02:00\n",
                     "date: 2026-08-03T09:00:00+02:00\ndescription: What it says\n");
}

static void
test_tags_edit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tags = find (fixture, "tags_entry");
  Search     search = { .id = "entry" };

  search_widget (tags, &search);
  gtk_entry_set_text (GTK_ENTRY (search.found), "c");
  g_signal_emit_by_name (search.found, "activate");
  assert_one_change (fixture, "tags: [a, b]", "tags: [a, b, c]");
}

static void
test_language_and_comments (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (find (fixture, "language_button"), "edited", "en");
  assert_one_change (fixture, "lang: fr", "lang: en");
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (find (fixture, "comments_combo")),
                               "open");
  settle ();
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_autofree char *text = feu_text_source_dup_text (fixture->source, NULL);
  g_assert_nonnull (strstr (text, "\ncomments: true\n"));
}

static void
test_invalid_date (Fixture *fixture, gconstpointer data)
{
  GtkWidget *date = find (fixture, "date_entry");
  Search     search = { .id = "entry" };

  search_widget (date, &search);
  gtk_entry_set_text (GTK_ENTRY (search.found), "2026-13-40");
  g_signal_emit_by_name (search.found, "activate");
  run_for (800);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_true (gtk_style_context_has_class (
      gtk_widget_get_style_context (search.found), GTK_STYLE_CLASS_ERROR));

  gtk_entry_set_text (GTK_ENTRY (search.found), "2026-08-04 9:30");
  g_signal_emit_by_name (search.found, "activate");
  assert_one_change (fixture, "2026-08-03T09:00:00+02:00", "2026-08-04T09:30:00+02:00");
  g_assert_false (gtk_style_context_has_class (
      gtk_widget_get_style_context (search.found), GTK_STYLE_CLASS_ERROR));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "form")));
  g_assert_true (gtk_widget_get_visible (find (fixture, "notice")));
  feu_string_source_set_text (FEU_STRING_SOURCE (fixture->source), ARTICLE);
  wait_for_article (fixture);
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "form")));
  g_assert_false (gtk_widget_get_visible (find (fixture, "notice")));
}

/* The tag entry alone. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *tags;
  GtkWidget *entry;
  guint      n_edits;
} TagFixture;

static void
on_edited_cb (TagFixture *fixture)
{
  fixture->n_edits++;
}

static void
set_up_tags (TagFixture *fixture, gconstpointer data)
{
  static const char *const values[] = { "un", "Été", NULL };
  Search                   search = { .id = "entry" };

  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  fixture->tags = feu_tag_entry_new ();
  gtk_container_add (GTK_CONTAINER (fixture->window), fixture->tags);
  gtk_widget_show (fixture->window);
  g_signal_connect_swapped (
      fixture->tags, "edited", G_CALLBACK (on_edited_cb), fixture);
  search_widget (fixture->tags, &search);
  fixture->entry = search.found;
  feu_tag_entry_set_values (FEU_TAG_ENTRY (fixture->tags), values);
  gtk_widget_grab_focus (fixture->tags);
  settle ();
  g_assert_cmpuint (fixture->n_edits, ==, 0);
}

static void
tear_down_tags (TagFixture *fixture, gconstpointer data)
{
  GtkWidget *tags = fixture->tags;
  g_object_add_weak_pointer (G_OBJECT (tags), (gpointer *) &tags);
  gtk_widget_destroy (fixture->window);
  g_assert_null (tags);
}

static void
assert_values (TagFixture *fixture, const char *expected)
{
  g_auto (GStrv) values = feu_tag_entry_dup_values (FEU_TAG_ENTRY (fixture->tags));
  g_autofree char *joined = g_strjoinv ("|", values);
  g_assert_cmpstr (joined, ==, expected);
}

static void
type_text (TagFixture *fixture, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *typed = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      g_signal_emit_by_name (fixture->entry, "insert-at-cursor", typed);
    }
}

static void
test_tag_typing (TagFixture *fixture, gconstpointer data)
{
  type_text (fixture, "deux,tro");
  assert_values (fixture, "un|Été|deux");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (fixture->entry)), ==, "tro");
  type_text (fixture, "is");
  g_signal_emit_by_name (fixture->entry, "activate");
  assert_values (fixture, "un|Été|deux|trois");
  g_assert_cmpuint (fixture->n_edits, ==, 2);
}

static void
test_tag_paste (TagFixture *fixture, gconstpointer data)
{
  int position = 0;
  gtk_editable_insert_text (GTK_EDITABLE (fixture->entry), "a, b, c", -1, &position);
  assert_values (fixture, "un|Été|a|b|c");
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (fixture->entry)), ==, "");
  g_assert_cmpuint (fixture->n_edits, ==, 1);
}

static void
test_tag_duplicates (TagFixture *fixture, gconstpointer data)
{
  type_text (fixture, "ETE,UN, ,");
  assert_values (fixture, "un|Été");
  g_assert_cmpuint (fixture->n_edits, ==, 0);
}

static void
test_tag_keys (TagFixture *fixture, gconstpointer data)
{
  press (fixture->entry, GDK_KEY_BackSpace);
  assert_values (fixture, "un");
  g_assert_cmpuint (fixture->n_edits, ==, 1);
  type_text (fixture, "x");
  press (fixture->entry, GDK_KEY_BackSpace);
  assert_values (fixture, "un");
  gtk_entry_set_text (GTK_ENTRY (fixture->entry), "");

  press (fixture->entry, GDK_KEY_Left);
  GtkWidget *chip = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (FEU_IS_TAG_CHIP (chip));
  press (chip, GDK_KEY_Delete);
  assert_values (fixture, "");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == fixture->entry);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *typed;
    const char *previous;
    const char *iso;
  } cases[] = {
    { "2026-08-03", "2026-08-01T09:00:00+02:00", "2026-08-03T00:00:00+02:00" },
    { "2026-08-03 09:30", "2026-08-01 10:00 +0500", "2026-08-03T09:30:00+05:00" },
    { " 2026-08-03T9:30 ", "2026-01-01Z", "2026-08-03T09:30:00+00:00" },
    { "2026-08-03 09:30Z", "2026-08-01T09:00:00+02:00", "2026-08-03T09:30:00Z" },
    { "2026-08-03", "2026-08-03", "2026-08-03" },
    { "2026-08-03 09:00", "2026-08-03T09:00:12+02:00", "2026-08-03T09:00:12+02:00" },
    { "2026-02-30", NULL, NULL },
    { "2026-08-03 25:00", NULL, NULL },
    { "2026-08-03 x", NULL, NULL },
    { "tomorrow", NULL, NULL },
    { "", NULL, NULL },
    { "-026--8--3", NULL, NULL },
    { "2026-08-03T09:00:00+99:00", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_autofree char *iso = feu_date_text_dup_iso (cases[i].typed, cases[i].previous);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_languages (void)
{
  g_autofree char *french = feu_languages_dup_name ("fr");
  g_autofree char *variety = feu_languages_dup_name ("fr-LU");
  g_autofree char *unknown = feu_languages_dup_name ("xyz");
  g_assert_cmpstr (french, ==, "français");
  g_assert_cmpstr (variety, ==, "français (LU)");
  g_assert_cmpstr (unknown, ==, "xyz");
  g_assert_true (feu_languages_is_tag ("pt-BR"));
  g_assert_false (feu_languages_is_tag ("p"));
  g_assert_false (feu_languages_is_tag ("pt--BR"));
  g_assert_false (feu_languages_is_tag ("français"));
}

static void
write_image (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 30, 20);
  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
}

static void
set_up_images (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  write_image (fixture, "images/a.png");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  GtkWidget *panel = feu_images_panel_new (fixture->pipeline, fixture->source);
  feu_images_panel_set_article_folder (FEU_IMAGES_PANEL (panel), folder);
  show (fixture, panel);
  run_for (200);
}

static void
test_images_edit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *alt = find (fixture, "alt_entry");

  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (alt)), ==, "Alt");
  g_assert_nonnull (
      strstr (gtk_label_get_text (GTK_LABEL (find (fixture, "details"))), "30 × 20"));
  gtk_entry_set_text (GTK_ENTRY (alt), "A [sea]");
  g_signal_emit_by_name (alt, "activate");
  assert_one_change (fixture, "![Alt]", "![A \\[sea\\]]");
  run_for (300);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpstr (gtk_entry_get_text (GTK_ENTRY (alt)), ==, "A [sea]");
}

static void
test_images_featured (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find (fixture, "featured_button"));

  gtk_toggle_button_set_active (button, TRUE);
  run_for (200);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_true (gtk_toggle_button_get_active (button));
  gtk_toggle_button_set_active (button, FALSE);
  run_for (200);
  assert_text (fixture, ARTICLE);
}

static void
on_insert_requested_cb (FeuImagesPanel *panel, const char *src, gpointer user_data)
{
  feu_images_panel_insert_figure (panel, src, *(gsize *) user_data);
}

static void
test_images_add (Fixture *fixture, gconstpointer data)
{
  gsize            caret = strstr (ARTICLE, "Body") - ARTICLE;
  g_autofree char *expected =
      replaced (ARTICLE, "Body.\n", "Body.\n\n![](b.png)\n\n![](c.png)\n");

  write_image (fixture, "b.png");
  write_image (fixture, "c.png");
  g_autoptr (GFile) first = file_in (fixture, "b.png");
  g_autoptr (GFile) second = file_in (fixture, "c.png");
  g_signal_connect (
      fixture->widget, "insert-requested", G_CALLBACK (on_insert_requested_cb), &caret);
  feu_images_panel_add_file (FEU_IMAGES_PANEL (fixture->widget), first);
  feu_images_panel_add_file (FEU_IMAGES_PANEL (fixture->widget), second);
  run_for (300);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  assert_text (fixture, expected);
}

static void
test_status_bar (void)
{
  Fixture fixture = { 0 };

  set_up (&fixture, "---\ntitle: [\n---\nOne two three.\n");
  show (&fixture, feu_status_bar_new (fixture.pipeline));
  g_assert_true (gtk_widget_get_visible (find (&fixture, "error_button")));
  feu_string_source_set_text (FEU_STRING_SOURCE (fixture.source), ARTICLE);
  wait_for_article (&fixture);
  g_assert_false (gtk_widget_get_visible (find (&fixture, "error_button")));
  g_assert_nonnull (
      strstr (gtk_label_get_text (GTK_LABEL (find (&fixture, "counts"))), "1 word"));
  tear_down (&fixture);
}

#define ARTICLE_CASE(name, text, func)                                                 \
  g_test_add ("/gtk/article-panel/" name,                                              \
              Fixture,                                                                 \
              text,                                                                    \
              set_up_article,                                                          \
              func,                                                                    \
              tear_down_article)
#define IMAGES_CASE(name, func)                                                        \
  g_test_add ("/gtk/images-panel/" name,                                               \
              Fixture,                                                                 \
              ARTICLE,                                                                 \
              set_up_images,                                                           \
              func,                                                                    \
              tear_down_article)
#define TAG_CASE(name, func)                                                           \
  g_test_add (                                                                         \
      "/gtk/tag-entry/" name, TagFixture, NULL, set_up_tags, func, tear_down_tags)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  hdy_init ();
  ARTICLE_CASE ("shows-article", ARTICLE, test_shows_article);
  ARTICLE_CASE ("text-to-panel", ARTICLE, test_text_to_panel);
  ARTICLE_CASE ("pause-commits", ARTICLE, test_pause_commits);
  ARTICLE_CASE ("enter-commits", ARTICLE, test_enter_commits);
  ARTICLE_CASE ("leaving-commits", ARTICLE, test_leaving_commits);
  ARTICLE_CASE ("typing-is-not-overwritten", ARTICLE, test_typing_is_not_overwritten);
  ARTICLE_CASE ("description", ARTICLE, test_description);
  ARTICLE_CASE ("tags", ARTICLE, test_tags_edit);
  ARTICLE_CASE ("language-and-comments", ARTICLE, test_language_and_comments);
  ARTICLE_CASE ("invalid-date", ARTICLE, test_invalid_date);
  ARTICLE_CASE ("invalid-is-read-only", "---\na: [\n---\nBody\n", test_read_only);
  ARTICLE_CASE ("toml-is-read-only", "+++\na = 1\n+++\nBody\n", test_read_only);
  TAG_CASE ("typing", test_tag_typing);
  TAG_CASE ("paste", test_tag_paste);
  TAG_CASE ("duplicates", test_tag_duplicates);
  TAG_CASE ("keys", test_tag_keys);
  IMAGES_CASE ("edit", test_images_edit);
  IMAGES_CASE ("featured", test_images_featured);
  IMAGES_CASE ("add", test_images_add);
  g_test_add_func ("/gtk/status-bar", test_status_bar);
  g_test_add_func ("/gtk/date-text", test_dates);
  g_test_add_func ("/gtk/languages", test_languages);
  return g_test_run ();
}
