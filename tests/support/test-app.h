/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application within the test: started without a main loop of its own, driven by
 * actions, events and responses as a writer would.
 */
#pragma once

#include "feu-application.h"
#include "feu-article-view-private.h"
#include "feu-window.h"

#include "test-folder.h"
#include "test-wait.h"
#include "test-widgets.h"

#include <string.h>

/** (transfer full): the application, started, without windows; once in a process. */
static inline GtkApplication *
test_app_start (void)
{
  GtkApplication *app = feu_application_new ();
  GError         *error = NULL;

  g_application_set_flags (G_APPLICATION (app),
                           g_application_get_flags (G_APPLICATION (app)) |
                               G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, &error));
  g_assert_no_error (error);
  /* libhandy turns animations on again a moment after its start, by changing the style
   * of the screen; the toolkit complains if a window goes in that very moment. */
  test_wait_for_ms (500);
  return app;
}

/** Closes all windows, text or not, with their dialogs, and sees that they are gone. */
static inline void
test_app_close_windows (GtkApplication *app)
{
  while (gtk_application_get_windows (app) != NULL)
    {
      GtkWidget *window = gtk_application_get_windows (app)->data;
      g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
      gtk_widget_destroy (window);
      TEST_WAIT_UNTIL (window == NULL);
    }
  test_wait_idle ();
}

static inline FeuWindow *
test_app_get_window (GtkApplication *app)
{
  return FEU_WINDOW (gtk_application_get_active_window (app));
}

static inline FeuDocument *
test_app_get_document (FeuWindow *window)
{
  return feu_article_view_get_document (feu_window_get_article_view (window));
}

static inline GtkTextBuffer *
test_app_get_buffer (FeuWindow *window)
{
  return GTK_TEXT_BUFFER (
      feu_article_view_get_buffer (feu_window_get_article_view (window)));
}

static inline gboolean
test_app_is_settled (FeuWindow *window)
{
  FeuArticleView *view = feu_window_get_article_view (window);

  return !feu_document_is_busy (feu_article_view_get_document (view)) &&
         feu_pipeline_is_current (feu_article_view_get_pipeline (view));
}

static inline void
test_app_settle (FeuWindow *window)
{
  TEST_WAIT_UNTIL (test_app_is_settled (window));
  test_wait_idle ();
}

/** (transfer none): a window with a new article. */
static inline FeuWindow *
test_app_new_window (GtkApplication *app)
{
  g_application_activate (G_APPLICATION (app));
  TEST_WAIT_UNTIL (gtk_application_get_active_window (app) != NULL);
  FeuWindow *window = test_app_get_window (app);
  test_app_settle (window);
  return window;
}

/** (transfer none): the window that shows @path, or why it cannot. */
static inline FeuWindow *
test_app_open (GtkApplication *app, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFile *files[] = { file };

  g_application_open (G_APPLICATION (app), files, 1, "");
  TEST_WAIT_UNTIL (gtk_application_get_active_window (app) != NULL);
  FeuWindow *window = test_app_get_window (app);
  test_app_settle (window);
  return window;
}

static inline void
test_app_activate (FeuWindow *window, const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_action, &name, &target, NULL));
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), name));
  g_action_group_activate_action (G_ACTION_GROUP (window), name, target);
}

static inline char *
test_app_dup_text (FeuWindow *window)
{
  return feu_text_source_dup_text (FEU_TEXT_SOURCE (test_app_get_buffer (window)),
                                   NULL);
}

static inline void
test_app_assert_text (FeuWindow *window, const char *expected)
{
  g_autofree char *text = test_app_dup_text (window);
  g_assert_cmpstr (text, ==, expected);
}

/** Selects the first @needle of the text; the caret is at its end. */
static inline void
test_app_select (FeuWindow *window, const char *needle)
{
  GtkTextBuffer   *buffer = test_app_get_buffer (window);
  g_autofree char *text = test_app_dup_text (window);
  const char      *found = strstr (text, needle);
  GtkTextIter      start, end;

  g_assert_nonnull (found);
  gsize at = (gsize) (found - text);
  feu_buffer_get_iter_at_bytes (FEU_BUFFER (buffer), at, &start);
  feu_buffer_get_iter_at_bytes (FEU_BUFFER (buffer), at + strlen (needle), &end);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static inline char *
test_app_dup_selection (FeuWindow *window)
{
  GtkTextBuffer *buffer = test_app_get_buffer (window);
  GtkTextIter    start, end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}
