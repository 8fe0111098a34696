/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When the pipeline parses, what it tells, and that it leaves nothing behind.
 */
#include "config.h"

#include "feu-pipeline.h"
#include "feu-string-source.h"

#include <string.h>

/* Large enough to be parsed in a thread when it is new. */
#define LARGE_BYTES (200 * 1024)

typedef struct
{
  FeuStringSource *source;      /* owned */
  FeuPipeline     *pipeline;    /* owned; NULL when the case let it go */
  guint            n_changed;   /* article-changed */
  guint64          revision;    /* of the last article that was told */
  gpointer         weak_source; /* NULL once it is gone */
  gpointer         weak_pipeline;
} Fixture;

static void
on_article_changed_cb (FeuPipeline *pipeline, Fixture *fixture)
{
  FeuArticle *article = feu_pipeline_get_article (pipeline);
  guint64     revision = feu_article_get_revision (article);

  g_assert_cmpuint (revision, >, fixture->revision);
  fixture->revision = revision;
  fixture->n_changed++;
}

static void
run_until_idle (void)
{
  while (g_main_context_iteration (NULL, /* may_block= */ FALSE))
    ;
}

static void
run_until_current (Fixture *fixture)
{
  while (!feu_pipeline_is_current (fixture->pipeline))
    g_main_context_iteration (NULL, /* may_block= */ TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->source = feu_string_source_new (data);
  fixture->pipeline = feu_pipeline_new (FEU_TEXT_SOURCE (fixture->source));
  g_signal_connect (fixture->pipeline,
                    "article-changed",
                    G_CALLBACK (on_article_changed_cb),
                    fixture);
  g_set_weak_pointer (&fixture->weak_source, (gpointer) fixture->source);
  g_set_weak_pointer (&fixture->weak_pipeline, (gpointer) fixture->pipeline);
}

/* A run in a thread holds the pipeline until it has ended; nothing else may. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->pipeline);
  g_clear_object (&fixture->source);
  while (fixture->weak_pipeline != NULL)
    g_main_context_iteration (NULL, /* may_block= */ TRUE);
  g_assert_null (fixture->weak_source);
  g_assert_false (g_main_context_pending (NULL));
}

static char *
dup_large_text (void)
{
  GString *text = g_string_new (NULL);

  while (text->len < LARGE_BYTES)
    g_string_append (text, "Some *words* of a paragraph.\n\n");
  return g_string_free (text, FALSE);
}

/* Starts a run in a thread, and waits for it to have begun. */
static void
start_large_run (Fixture *fixture)
{
  g_autofree char *text = dup_large_text ();

  run_until_current (fixture);
  feu_string_source_set_text (fixture->source, text);
  g_assert_true (g_main_context_iteration (NULL, /* may_block= */ FALSE));
  g_assert_false (feu_pipeline_is_current (fixture->pipeline));
}

static void
test_parses_at_first_idle (Fixture *fixture, gconstpointer data)
{
  g_assert_null (feu_pipeline_get_article (fixture->pipeline));
  g_assert_false (feu_pipeline_is_current (fixture->pipeline));
  run_until_idle ();
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (feu_pipeline_is_current (fixture->pipeline));
  FeuArticle *article = feu_pipeline_get_article (fixture->pipeline);
  g_assert_cmpstr (feu_article_get_text (article, NULL), ==, data);
}

static void
test_one_article_per_burst (Fixture *fixture, gconstpointer data)
{
  run_until_idle ();
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);
      feu_string_source_set_text (fixture->source, text);
    }
  g_assert_false (feu_pipeline_is_current (fixture->pipeline));
  run_until_idle ();
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  FeuArticle *article = feu_pipeline_get_article (fixture->pipeline);
  g_assert_cmpstr (feu_article_get_text (article, NULL), ==, "text 9");
}

static void
test_idle_when_nothing_changes (Fixture *fixture, gconstpointer data)
{
  run_until_idle ();
  g_assert_false (g_main_context_pending (NULL));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_large_text_in_thread (Fixture *fixture, gconstpointer data)
{
  start_large_run (fixture);
  run_until_current (fixture);
  run_until_idle ();
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

static void
test_one_more_run_after_thread (Fixture *fixture, gconstpointer data)
{
  start_large_run (fixture);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);
      feu_string_source_set_text (fixture->source, text);
    }
  run_until_current (fixture);
  run_until_idle ();
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  FeuArticle *article = feu_pipeline_get_article (fixture->pipeline);
  g_assert_cmpstr (feu_article_get_text (article, NULL), ==, "text 9");
}

static void
test_drops_stale_result (Fixture *fixture, gconstpointer data)
{
  start_large_run (fixture);
  feu_string_source_set_text (fixture->source, "newer");
  g_autoptr (FeuArticle) article = feu_pipeline_dup_current_article (fixture->pipeline);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  /* The thread's run holds a reference until its result was looked at. */
  while (G_OBJECT (fixture->pipeline)->ref_count > 1)
    g_main_context_iteration (NULL, /* may_block= */ TRUE);
  run_until_idle ();
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_true (feu_pipeline_get_article (fixture->pipeline) == article);
}

static void
test_dup_current (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FeuArticle) first = feu_pipeline_dup_current_article (fixture->pipeline);
  g_autoptr (FeuArticle) same = feu_pipeline_dup_current_article (fixture->pipeline);
  g_assert_true (first == same);
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  feu_string_source_set_text (fixture->source, "newer");
  g_autoptr (FeuArticle) second = feu_pipeline_dup_current_article (fixture->pipeline);
  g_assert_cmpstr (feu_article_get_text (second, NULL), ==, "newer");
  run_until_idle ();
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

static void
test_nothing_after_dispose (Fixture *fixture, gconstpointer data)
{
  g_object_run_dispose (G_OBJECT (fixture->pipeline));
  g_assert_false (g_main_context_pending (NULL));
  feu_string_source_set_text (fixture->source, "newer");
  run_until_idle ();
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
test_nothing_after_dispose_in_thread (Fixture *fixture, gconstpointer data)
{
  start_large_run (fixture);
  g_object_run_dispose (G_OBJECT (fixture->pipeline));
  while (G_OBJECT (fixture->pipeline)->ref_count > 1)
    g_main_context_iteration (NULL, /* may_block= */ TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_let_go_in_thread (Fixture *fixture, gconstpointer data)
{
  start_large_run (fixture);
  g_signal_handlers_disconnect_by_data (fixture->pipeline, fixture);
  g_clear_object (&fixture->pipeline);
}

static void
let_go_cb (FeuPipeline *pipeline, Fixture *fixture)
{
  g_clear_object (&fixture->pipeline);
}

static void
test_let_go_by_handler (Fixture *fixture, gconstpointer data)
{
  g_signal_connect (
      fixture->pipeline, "article-changed", G_CALLBACK (let_go_cb), fixture);
  run_until_idle ();
  g_assert_null (fixture->weak_pipeline);
  feu_string_source_set_text (fixture->source, "newer");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "parses-at-first-idle", test_parses_at_first_idle },
    { "one-article-per-burst", test_one_article_per_burst },
    { "idle-when-nothing-changes", test_idle_when_nothing_changes },
    { "large-text-in-thread", test_large_text_in_thread },
    { "one-more-run-after-thread", test_one_more_run_after_thread },
    { "drops-stale-result", test_drops_stale_result },
    { "dup-current", test_dup_current },
    { "nothing-after-dispose", test_nothing_after_dispose },
    { "nothing-after-dispose-in-thread", test_nothing_after_dispose_in_thread },
    { "let-go-in-thread", test_let_go_in_thread },
    { "let-go-by-handler", test_let_go_by_handler },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/core/pipeline/", tests[i].path, NULL);
      g_test_add (path, Fixture, "# a *text*", set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
