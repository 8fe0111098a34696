/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing here is of one command.
 */
#include "config.h"

#include "feu-cli-article.h"

#include "feu-cli-status.h"
#include "feu-front-matter.h"
#include "feu-text-file.h"

#include <glib/gi18n.h>

static void
report_front_matter (const FeuArticle *article, FeuCliReport *report)
{
  FeuFrontMatter *front_matter =
      feu_metadata_get_front_matter (feu_article_get_metadata (article));
  guint         line = 0;
  guint         column = 0;
  const GError *error = feu_front_matter_get_error (front_matter, &line, &column);

  if (error != NULL)
    feu_cli_report_warning (report, (int) line, (int) column, error->message);
}

static void
report_load_error (FeuCliReport *report, const GError *error)
{
  guint line = 0;
  guint column = 0;

  if (feu_text_file_error_get_place (error, &line, &column))
    feu_cli_report_error (report, (int) line, (int) column, error->message);
  else
    feu_cli_report_error (report, -1, -1, error->message);
}

FeuArticle *
feu_cli_article_load (const char *path, FeuCliReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (FeuTextFile) content = feu_text_file_load (file, NULL, &error);

  if (content == NULL)
    {
      report_load_error (report, error);
      return NULL;
    }
  FeuArticle *article =
      feu_article_new (g_steal_pointer (&content->text), content->length_bytes, 1);
  report_front_matter (article, report);
  return article;
}

gboolean
feu_cli_parse_options (int                 argc,
                       char              **argv,
                       const char         *summary,
                       const char         *parameters,
                       const GOptionEntry *entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *name = g_strconcat ("feuillet ", argv[0], NULL);
  const char      *command = argv[0];

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  /* The usage line of --help begins with it. */
  g_set_prgname (name);
  if (g_option_context_parse (context, &argc, &argv, &error))
    return TRUE;
  feu_cli_usage_error (command, error->message);
  return FALSE;
}

int
feu_cli_usage_error (const char *command, const char *message)
{
  g_printerr ("feuillet %s: %s\n", command, message);
  g_printerr (_ ("Try “feuillet %s --help”.\n"), command);
  return FEU_CLI_BAD_USAGE;
}
