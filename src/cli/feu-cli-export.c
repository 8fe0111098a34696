/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places are chosen first, one after the other, so that they do not depend on threads;
 * then the files are exported by a thread pool; then each file's messages are printed,
 * in the order of the command line.
 */
#include "config.h"

#include "feu-cli-export.h"

#include "feu-cli-article.h"
#include "feu-cli-status.h"
#include "feu-cli-target.h"
#include "feu-export.h"
#include "feu-page.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* One file; a thread has it to itself. */
typedef struct
{
  const char   *input;  /* borrowed */
  char         *target; /* owned, (nullable): NULL when refused */
  char         *html;   /* owned, (nullable): for the standard output */
  FeuCliReport *report; /* owned */
} Job;

/* What all jobs share and none changes. */
typedef struct
{
  FeuExportFormat format;
  FeuAuthorStore *authors; /* owned */
} Run;

static void
job_free (Job *job)
{
  g_free (job->target);
  g_free (job->html);
  feu_cli_report_free (job->report);
  g_free (job);
}

static void
report_warnings (FeuCliReport *report, const GPtrArray *warnings)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const FeuExportWarning *warning = g_ptr_array_index (warnings, i);
      feu_cli_report_warning (report, warning->line, -1, warning->message);
    }
}

static void
write_target (Job                    *job,
              const Run              *run,
              const FeuArticle       *article,
              const FeuExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuExportResult) result =
      feu_export_write (article, run->format, options, job->target, NULL, &error);

  if (result == NULL)
    {
      feu_cli_report_error (job->report, -1, -1, error->message);
      return;
    }
  report_warnings (job->report, result->warnings);
}

static void
make_html (Job                    *job,
           const Run              *run,
           const FeuArticle       *article,
           const FeuExportOptions *options)
{
  g_autoptr (GPtrArray) warnings = feu_export_warnings_new ();

  job->html = run->format == FEU_EXPORT_FRAGMENT
                  ? feu_export_dup_fragment (article)
                  : feu_export_dup_page (article, options, warnings);
  report_warnings (job->report, warnings);
}

/* Without a target the HTML is made for the standard output. */
static void
export_file (gpointer data, gpointer user_data)
{
  Job       *job = data;
  const Run *run = user_data;
  g_autoptr (FeuArticle) article = feu_cli_article_load (job->input, job->report);
  if (article == NULL)
    return;

  g_autoptr (GFile) file = g_file_new_for_commandline_arg (job->input);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GPtrArray) authors = feu_page_dup_authors (article, run->authors, folder);
  g_autofree char *stem = feu_cli_target_dup_stem (job->input);
  g_autofree char *title = g_filename_display_name (stem);
  FeuExportOptions options = {
    .authors = authors,
    .article_folder = folder,
    .fallback_title = title,
  };
  if (job->target != NULL)
    write_target (job, run, article, &options);
  else
    make_html (job, run, article, &options);
}

static GPtrArray *
make_jobs (char **files)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);

  for (guint i = 0; files[i] != NULL; i++)
    {
      Job *job = g_new0 (Job, 1);
      job->input = files[i];
      job->report = feu_cli_report_new (files[i]);
      g_ptr_array_add (jobs, job);
    }
  return jobs;
}

static void
run_jobs (const GPtrArray *jobs, Run *run)
{
  g_autoptr (GError) error = NULL;
  GThreadPool *pool = g_thread_pool_new (
      export_file, run, (int) g_get_num_processors (), /* exclusive= */ FALSE, &error);

  /* A pool that is not exclusive cannot fail to be made. */
  g_assert_no_error (error);
  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);
      if (!feu_cli_report_has_errors (job->report))
        g_thread_pool_push (pool, job, NULL);
    }
  g_thread_pool_free (pool, /* immediate= */ FALSE, /* wait= */ TRUE);
}

static FeuCliStatus
finish_jobs (const GPtrArray *jobs)
{
  FeuCliStatus status = FEU_CLI_OK;

  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);
      feu_cli_report_print (job->report);
      if (feu_cli_report_has_errors (job->report))
        status = FEU_CLI_BAD_FILE;
      else if (job->html != NULL)
        fputs (job->html, stdout);
    }
  return status;
}

static FeuCliStatus
export_files (char          **files,
              FeuExportFormat format,
              const char     *output,
              gboolean        is_folder)
{
  g_autofree char *profiles =
      g_build_filename (g_get_user_config_dir (), "feuillet", "authors", NULL);
  g_autoptr (GFile) profile_folder = g_file_new_for_path (profiles);
  g_autoptr (FeuAuthorStore) authors = feu_author_store_new (profile_folder);
  g_autoptr (FeuCliTargets) targets = feu_cli_targets_new (format, output, is_folder);
  g_autoptr (GPtrArray) jobs = make_jobs (files);
  Run run = { .format = format, .authors = authors };

  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);
      if (g_strcmp0 (output, "-") != 0)
        job->target = feu_cli_targets_take (targets, job->input, job->report);
    }
  run_jobs (jobs, &run);
  return finish_jobs (jobs);
}

static gboolean
parse_format (const char *name, FeuExportFormat *out_format)
{
  static const char *const names[] = { "page", "page-folder", "fragment" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || g_str_equal (names[i], name))
      {
        *out_format = (FeuExportFormat) i;
        return TRUE;
      }
  return FALSE;
}

/* Returns: (nullable): what is wrong with the command line */
static const char *
find_mistake (char **files, FeuExportFormat format, const char *output)
{
  if (files == NULL)
    return _ ("No file was named.");
  if (output == NULL)
    return NULL;
  gboolean is_many = files[1] != NULL;
  if (g_str_equal (output, "-") && is_many)
    return _ ("Only one file can be written to the standard output.");
  if (g_str_equal (output, "-") && format == FEU_EXPORT_PAGE_FOLDER)
    return _ ("A folder cannot be written to the standard output.");
  if ((is_many || format == FEU_EXPORT_PAGE_FOLDER) &&
      g_file_test (output, G_FILE_TEST_EXISTS) &&
      !g_file_test (output, G_FILE_TEST_IS_DIR))
    return _ ("What “-o” names has to be a folder.");
  return NULL;
}

/* Whether exports get places of their own in @output, or the one takes its name. */
static gboolean
is_parent_folder (char **files, FeuExportFormat format, const char *output)
{
  if (output == NULL || files[1] != NULL)
    return TRUE;
  return format != FEU_EXPORT_PAGE_FOLDER &&
         (g_str_has_suffix (output, "/") || g_file_test (output, G_FILE_TEST_IS_DIR));
}

int
feu_cli_export (int argc, char **argv)
{
  g_autofree char *to = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  FeuExportFormat    format = FEU_EXPORT_PAGE;
  const GOptionEntry entries[] = {
    { "to",
      't',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      &to,
      N_ ("page (default): one file with everything inside; page-folder: a folder with "
          "page, style and images; fragment: the body's HTML for a CMS"),
      "page|page-folder|fragment" },
    { "output",
      'o',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_FILENAME,
      &output,
      N_ ("Where to write: a file, a folder, or “-” for the standard output; default: "
          "beside each file"),
      N_ ("OUT") },
    { G_OPTION_REMAINING,
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_FILENAME_ARRAY,
      &files,
      NULL,
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!feu_cli_parse_options (argc,
                              argv,
                              _ ("Exports articles as HTML that loads nothing from "
                                 "elsewhere."),
                              _ ("FILE…"),
                              entries))
    return FEU_CLI_BAD_USAGE;
  if (!parse_format (to, &format))
    return feu_cli_usage_error (argv[0],
                                _ ("“--to” takes page, page-folder or fragment."));
  const char *mistake = find_mistake (files, format, output);
  if (mistake != NULL)
    return feu_cli_usage_error (argv[0], mistake);
  return (int) export_files (
      files, format, output, is_parent_folder (files, format, output));
}
