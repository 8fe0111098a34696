/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishes FOLDER/article.md to a WordPress and prints "KEY VALUE" lines;
 * bench/publish makes sense of them. The application password is a line of standard
 * input.
 *
 *     feu-bench-publish photo FOLDER NAME WIDTH HEIGHT SEED    images/NAME, of noise
 *     feu-bench-publish article SITE USER FOLDER
 */
#include "config.h"

#include "test-publishing.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct
{
  GMainLoop         *loop;
  FeuPublishOutcome *outcome;
  gint64             images_start_us;
  gint64             images_end_us;
} Run;

static void
on_job_step_changed_cb (FeuPublishJob *job, int kind, gpointer user_data)
{
  Run           *run = user_data;
  FeuPublishStep step = { 0 };

  if (kind != FEU_PUBLISH_STEP_IMAGES)
    return;
  feu_publish_job_get_step (job, kind, &step);
  if (step.state == FEU_STEP_RUNNING && run->images_start_us == 0)
    run->images_start_us = g_get_monotonic_time ();
  if (step.state == FEU_STEP_DONE || step.state == FEU_STEP_SKIPPED)
    run->images_end_us = g_get_monotonic_time ();
  feu_publish_step_clear (&step);
}

static void
run_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  run->outcome = feu_publish_job_run_finish (FEU_PUBLISH_JOB (object), result);
  g_main_loop_quit (run->loop);
}

static int
publish_article (const char *site, const char *user, const char *folder)
{
  char password[200];
  Run  run = { g_main_loop_new (NULL, FALSE), NULL, 0, 0 };

  if (fgets (password, sizeof password, stdin) == NULL)
    return 2;
  g_autoptr (TestPublishing) publishing =
      test_publishing_new (folder, site, user, g_strchomp (password), 0);
  g_autoptr (FeuPublishWish) wish = test_publishing_wish (FEU_POST_PUBLISHED);
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (FeuPublishJob) job = test_publishing_new_job (publishing, wish);
  g_signal_connect (job, "step-changed", G_CALLBACK (on_job_step_changed_cb), &run);
  feu_publish_job_run_async (job, NULL, run_cb, &run);
  g_main_loop_run (run.loop);

  printf ("outcome_is_done %d\n", run.outcome->kind == FEU_OUTCOME_DONE);
  printf ("is_unchanged %d\n", run.outcome->is_unchanged);
  printf ("images_ms %.0f\n",
          (double) (run.images_end_us - run.images_start_us) / 1000);
  printf ("total_ms %.0f\n", (double) (g_get_monotonic_time () - start_us) / 1000);
  if (run.outcome->kind != FEU_OUTCOME_DONE)
    fprintf (stderr, "%s\n", run.outcome->message);
  feu_publish_outcome_unref (run.outcome);
  g_main_loop_unref (run.loop);
  return 0;
}

int
main (int argc, char *argv[])
{
  if (argc == 7 && g_str_equal (argv[1], "photo"))
    {
      test_publishing_draw (
          argv[2], argv[3], atoi (argv[4]), atoi (argv[5]), (guint32) atoi (argv[6]));
      return 0;
    }
  if (argc == 5 && g_str_equal (argv[1], "article"))
    return publish_article (argv[2], argv[3], argv[4]);
  fputs ("usage: see the top of feu-bench-publish.c\n", stderr);
  return 2;
}
