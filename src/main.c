/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses between the command line and the window.
 */
#include "config.h"

#include "feu-application.h"
#include "feu-cli.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (feu_cli_wants (argc, argv))
    return feu_cli_run (argc, argv);
  g_autoptr (GtkApplication) application = feu_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
