/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One string that grows line by line.
 */
#include "config.h"

#include "feu-cli-report.h"

#include <glib/gi18n.h>

struct _FeuCliReport
{
  char    *file; /* owned, for display */
  GString *text; /* owned */
  gboolean has_errors;
};

FeuCliReport *
feu_cli_report_new (const char *file)
{
  g_return_val_if_fail (file != NULL, NULL);

  FeuCliReport *self = g_new0 (FeuCliReport, 1);
  self->file = g_filename_display_name (file);
  self->text = g_string_new (NULL);
  return self;
}

void
feu_cli_report_free (FeuCliReport *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append (FeuCliReport *self, int line, int column, const char *kind, const char *message)
{
  g_string_append (self->text, self->file);
  if (line >= 0)
    g_string_append_printf (self->text, ":%d:%d", line + 1, MAX (column, 0) + 1);
  g_string_append_printf (self->text, ": %s: %s\n", kind, message);
}

void
feu_cli_report_error (FeuCliReport *self, int line, int column, const char *message)
{
  g_return_if_fail (self != NULL && message != NULL);

  self->has_errors = TRUE;
  append (self, line, column, _ ("error"), message);
}

void
feu_cli_report_warning (FeuCliReport *self, int line, int column, const char *message)
{
  g_return_if_fail (self != NULL && message != NULL);

  append (self, line, column, _ ("warning"), message);
}

gboolean
feu_cli_report_has_errors (const FeuCliReport *self)
{
  return self->has_errors;
}

const char *
feu_cli_report_get_text (const FeuCliReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text->str;
}

void
feu_cli_report_print (const FeuCliReport *self)
{
  g_return_if_fail (self != NULL);

  if (self->text->len > 0)
    g_printerr ("%s", self->text->str);
}
