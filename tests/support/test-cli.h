/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs commands of the program within the test, and keeps what they print.
 */
#pragma once

#include "feu-cli.h"

/* The print handlers have no user data. */
static GString *test_cli_output;
static GString *test_cli_errors;

/* GLib's test framework prints its log by the same way, as comments. */
static void
test_cli_keep_output (const char *text)
{
  if (!g_str_has_prefix (text, "# "))
    g_string_append (test_cli_output, text);
}

static void
test_cli_keep_errors (const char *text)
{
  g_string_append (test_cli_errors, text);
}

/**
 * test_cli_run:
 * @arguments: (array zero-terminated=1): the command line behind the program's name
 * @out_output: (out) (transfer full): what it printed
 * @out_errors: (out) (transfer full): what it printed as errors
 *
 * Returns: the exit status
 */
static inline int
test_cli_run (const char *const *arguments, char **out_output, char **out_errors)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  g_ptr_array_add (argv, (char *) "feuillet");
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  int argc = (int) argv->len;
  g_ptr_array_add (argv, NULL);

  test_cli_output = g_string_new (NULL);
  test_cli_errors = g_string_new (NULL);
  GPrintFunc old_print = g_set_print_handler (test_cli_keep_output);
  GPrintFunc old_printerr = g_set_printerr_handler (test_cli_keep_errors);
  int        status = feu_cli_run (argc, (char **) argv->pdata);
  g_set_print_handler (old_print);
  g_set_printerr_handler (old_printerr);
  *out_output = g_string_free (g_steal_pointer (&test_cli_output), FALSE);
  *out_errors = g_string_free (g_steal_pointer (&test_cli_errors), FALSE);
  return status;
}
