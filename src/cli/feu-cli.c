/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of subcommands. A file that is called like one is opened as ./export.
 */
#include "config.h"

#include "feu-cli.h"

#include "feu-cli-export.h"
#include "feu-cli-fetch.h"
#include "feu-cli-meta.h"
#include "feu-cli-publish.h"
#include "feu-cli-site.h"
#include "feu-cli-stats.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "export", feu_cli_export, N_ ("Turn articles into web pages or HTML for a CMS") },
  { "fetch", feu_cli_fetch, N_ ("Bring posts of a site in as articles") },
  { "meta", feu_cli_meta, N_ ("Print or change what the front matter says") },
  { "publish", feu_cli_publish, N_ ("Send articles to a site") },
  { "site", feu_cli_site, N_ ("Add, test or remove a site to publish to") },
  { "stats", feu_cli_stats, N_ ("Count words and signs") },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static gboolean
is_help (const char *argument)
{
  return strcmp (argument, "--help") == 0 || strcmp (argument, "-h") == 0;
}

static int
print_help (void)
{
  g_print (_ ("Usage:\n"
              "  feuillet [FILE…]                 open articles in the editor\n"
              "  feuillet COMMAND [OPTION…] …     work without a window\n"));
  g_print ("\n%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s %s\n", commands[i].name, gettext (commands[i].summary));
  g_print ("\n%s\n",
           _ ("“feuillet COMMAND --help” says more. A file that is called like "
              "a command is opened as ./NAME."));
  return FEU_CLI_OK;
}

static int
print_version (void)
{
  g_print ("Feuillet %s\n", PACKAGE_VERSION);
  return FEU_CLI_OK;
}

gboolean
feu_cli_wants (int argc, char **argv)
{
  return argc >= 2 && (find_command (argv[1]) != NULL || is_help (argv[1]) ||
                       strcmp (argv[1], "--version") == 0);
}

int
feu_cli_run (int argc, char **argv)
{
  g_return_val_if_fail (feu_cli_wants (argc, argv), FEU_CLI_BAD_USAGE);

  const Command *command = find_command (argv[1]);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  return is_help (argv[1]) ? print_help () : print_version ();
}
