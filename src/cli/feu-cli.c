/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of subcommands.
 */
#include "config.h"

#include "feu-cli.h"

#include <string.h>

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { NULL, NULL, NULL },
};

static const Command *
find_command (int argc, char **argv)
{
  if (argc < 2)
    return NULL;
  for (const Command *command = commands; command->name != NULL; command++)
    if (strcmp (command->name, argv[1]) == 0)
      return command;
  return NULL;
}

gboolean
feu_cli_wants (int argc, char **argv)
{
  return find_command (argc, argv) != NULL;
}

int
feu_cli_run (int argc, char **argv)
{
  const Command *command = find_command (argc, argv);
  g_return_val_if_fail (command != NULL, FEU_CLI_BAD_USAGE);
  return command->run (argc - 1, argv + 1);
}
