/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures one thing and prints it as "KEY VALUE" lines; bench/run makes a table of
 * them.
 *
 *     feu-bench text BYTES SEED     an article on standard output
 *     feu-bench core FILE           a keystroke's parse, render and diff, without a
 * window feu-bench paint FILE          an edit in the real window until it is painted
 *     feu-bench start FILE SINCE    from SINCE, in ns of CLOCK_MONOTONIC, until the
 * article is painted; then memory, and the processor time used in ten idle seconds
 */
#include "config.h"

#include "feu-application.h"
#include "feu-article-view-private.h"
#include "feu-bench-text.h"
#include "feu-bench-tree.h"
#include "feu-block-diff.h"
#include "feu-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_KEYSTROKES 60
#define N_EDITS 100
#define N_WARM_UP 10
#define IDLE_SECONDS 10
/* The caret stops blinking, and what starting left to do is done. */
#define SETTLE_SECONDS 15

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;
  return (left > right) - (left < right);
}

static void
print_times (double *times_ms, guint n_times)
{
  qsort (times_ms, n_times, sizeof (double), compare_doubles);
  printf ("median_ms %.2f\np95_ms %.2f\nmin_ms %.2f\n",
          times_ms[n_times / 2],
          times_ms[n_times * 95 / 100],
          times_ms[0]);
}

/* ---- core ---- */

static int
bench_core (const char *path)
{
  g_autofree char *text = NULL;
  gsize            length = 0;
  double           times_ms[N_KEYSTROKES];

  if (!g_file_get_contents (path, &text, &length, NULL))
    return 1;
  const char *middle = strstr (text + length / 2, "\n\n");
  gsize       at = middle != NULL ? (gsize) (middle - text) : length;
  GString    *edited = g_string_new_len (text, (gssize) length);
  FeuArticle *shown = feu_article_new (g_strdup (text), length, 1);
  for (guint i = 0; i < N_KEYSTROKES; i++)
    {
      g_string_insert_c (edited, (gssize) at, 'x');
      char        *copy = g_strdup (edited->str);
      gint64       start_us = g_get_monotonic_time ();
      FeuArticle  *next = feu_article_new (copy, edited->len, i + 2);
      FeuBlockDiff diff = feu_block_diff (feu_article_get_blocks (shown),
                                          feu_article_get_blocks (next));
      times_ms[i] = (double) (g_get_monotonic_time () - start_us) / 1000.0;
      g_assert (diff.n_inserted == 1);
      feu_article_unref (shown);
      shown = next;
    }
  feu_article_unref (shown);
  g_string_free (edited, TRUE);
  print_times (times_ms, N_KEYSTROKES);
  printf ("peak_kib %" G_GUINT64_FORMAT "\n", bench_tree_get_peak_kib ());
  return 0;
}

/* ---- window ---- */

typedef struct
{
  GtkApplication *application;
  FeuArticleView *view;
  GFile          *file;
  gint64          since_ns; /* 0 for the paint benchmark */
  gint64          edit_us;
  guint           n_edits;
  double          times_ms[N_EDITS + N_WARM_UP];
  guint64         cpu_before_idle_ms;
} Window;

static FeuTextSource *
get_source (Window *window)
{
  return FEU_TEXT_SOURCE (feu_article_view_get_buffer (window->view));
}

static void
print_tree (void)
{
  printf ("pss_mib %.0f\nprocesses %u\n",
          (double) bench_tree_get_pss_kib () / 1024.0,
          bench_tree_count ());
}

static void edit_once (Window *window);

static void
edit_painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Window *window = user_data;
  g_autoptr (GError) error = NULL;

  if (!feu_preview_painted_finish (FEU_PREVIEW (object), result, &error))
    g_error ("%s", error->message);
  window->times_ms[window->n_edits++] =
      (double) (g_get_monotonic_time () - window->edit_us) / 1000.0;
  if (window->n_edits < N_EDITS + N_WARM_UP)
    {
      edit_once (window);
      return;
    }
  print_times (window->times_ms + N_WARM_UP, N_EDITS);
  print_tree ();
  g_application_quit (G_APPLICATION (window->application));
}

static gboolean
edit_fired_cb (gpointer user_data)
{
  Window *window = user_data;

  window->edit_us = g_get_monotonic_time ();
  feu_buffer_insert_at_caret (feu_article_view_get_buffer (window->view), "x");
  feu_preview_painted_async (feu_article_view_get_preview (window->view),
                             feu_text_source_get_revision (get_source (window)),
                             NULL,
                             edit_painted_cb,
                             window);
  return G_SOURCE_REMOVE;
}

/* As a person types: not in step with frames. */
static void
edit_once (Window *window)
{
  g_timeout_add (30 + window->n_edits * 7 % 23, edit_fired_cb, window);
}

static gboolean
idle_fired_cb (gpointer user_data)
{
  Window *window = user_data;

  printf ("idle_cpu_ms %" G_GUINT64_FORMAT "\n",
          bench_tree_get_cpu_ms () - window->cpu_before_idle_ms);
  g_application_quit (G_APPLICATION (window->application));
  return G_SOURCE_REMOVE;
}

static gboolean
settled_fired_cb (gpointer user_data)
{
  Window *window = user_data;

  print_tree ();
  window->cpu_before_idle_ms = bench_tree_get_cpu_ms ();
  g_timeout_add_seconds (IDLE_SECONDS, idle_fired_cb, window);
  return G_SOURCE_REMOVE;
}

static void
start_painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Window *window = user_data;
  g_autoptr (GError) error = NULL;

  if (!feu_preview_painted_finish (FEU_PREVIEW (object), result, &error))
    g_error ("%s", error->message);
  if (window->since_ns > 0)
    {
      gint64 now_ns = g_get_monotonic_time () * 1000;
      printf ("start_ms %.0f\n", (double) (now_ns - window->since_ns) / 1e6);
      fflush (stdout);
      g_timeout_add_seconds (SETTLE_SECONDS, settled_fired_cb, window);
      return;
    }
  /* The caret to the middle of the text, where it is seen. */
  gsize            length = 0;
  g_autofree char *text = feu_text_source_dup_text (get_source (window), &length);
  const char      *middle = strstr (text + length / 2, "\n\n");
  feu_editor_go_to (feu_article_view_get_editor (window->view),
                    middle != NULL ? (gsize) (middle - text) : length);
  edit_once (window);
}

static void
on_load_finished_cb (WebKitWebView *view, WebKitLoadEvent event, Window *window)
{
  if (event == WEBKIT_LOAD_FINISHED)
    feu_preview_painted_async (FEU_PREVIEW (view), 2, NULL, start_painted_cb, window);
}

static gboolean
window_fired_cb (gpointer user_data)
{
  Window    *window = user_data;
  GtkWindow *active = gtk_application_get_active_window (window->application);

  window->view = feu_window_get_article_view (FEU_WINDOW (active));
  g_signal_connect (feu_article_view_get_preview (window->view),
                    "load-changed",
                    G_CALLBACK (on_load_finished_cb),
                    window);
  return G_SOURCE_REMOVE;
}

/* The window is not complete yet when it is added. */
static void
on_window_added_cb (GtkApplication *application, GtkWindow *added, Window *window)
{
  if (FEU_IS_WINDOW (added))
    g_idle_add_full (G_PRIORITY_HIGH, window_fired_cb, window, NULL);
}

static int
bench_window (const char *path, gint64 since_ns)
{
  g_autoptr (GtkApplication) application = feu_application_new ();
  Window window = { .application = application, .since_ns = since_ns };
  char  *arguments[] = { (char *) "feuillet", (char *) path, NULL };

  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (
      application, "window-added", G_CALLBACK (on_window_added_cb), &window);
  return g_application_run (G_APPLICATION (application), 2, arguments);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "text") == 0)
    {
      g_autofree char *text =
          bench_text_new ((gsize) atol (argv[2]), (guint32) atol (argv[3]));
      fputs (text, stdout);
      return 0;
    }
  if (argc == 3 && strcmp (argv[1], "core") == 0)
    return bench_core (argv[2]);
  if (argc == 3 && strcmp (argv[1], "paint") == 0)
    return bench_window (argv[2], 0);
  if (argc == 4 && strcmp (argv[1], "start") == 0)
    return bench_window (argv[2], g_ascii_strtoll (argv[3], NULL, 10));
  fputs ("usage: see the top of feu-bench.c\n", stderr);
  return 2;
}
