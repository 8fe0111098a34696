/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What commands that read articles share: from a file's name to its article.
 */
#pragma once

#include "feu-article.h"
#include "feu-cli-report.h"

G_BEGIN_DECLS

/**
 * feu_cli_article_load:
 * @path: a file name
 * @report: gets the error, if the file cannot be read as text; and a warning, if its
 *     front matter cannot be understood
 *
 * Callable from any thread.
 *
 * Returns: (transfer full) (nullable): the article
 */
FeuArticle *feu_cli_article_load (const char *path, FeuCliReport *report);

/**
 * feu_cli_parse_options:
 * @summary: what the command does, in a sentence
 * @parameters: what follows the options in its usage, e.g. "FILE…"
 * @entries: (array zero-terminated=1): its options; they should have
 *     G_OPTION_REMAINING for its files
 *
 * Reads the options of one command, whose name is in @argv[0]; says on the standard
 * error output what is wrong with them. `--help` prints the usage and ends the process.
 */
gboolean feu_cli_parse_options (int                 argc,
                                char              **argv,
                                const char         *summary,
                                const char         *parameters,
                                const GOptionEntry *entries);

/** Says what is wrong with the command line. Returns: FEU_CLI_BAD_USAGE */
int feu_cli_usage_error (const char *command, const char *message);

G_END_DECLS
