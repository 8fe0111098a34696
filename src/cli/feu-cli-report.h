/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a command has to say about one file, in the form that editors and scripts know:
 * `FILE:LINE:COLUMN: error: message`.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuCliReport:
 *
 * Errors and warnings of one file, gathered so that those of files that are worked on
 * at the same time do not mix. Used by one thread at a time.
 */
typedef struct _FeuCliReport FeuCliReport;

/** @file: as the user wrote it */
FeuCliReport *feu_cli_report_new (const char *file);
void          feu_cli_report_free (FeuCliReport *self);

/** @line, @column: 0-based; -1 when not known. */
void feu_cli_report_error (FeuCliReport *self,
                           int           line,
                           int           column,
                           const char   *message);
void feu_cli_report_warning (FeuCliReport *self,
                             int           line,
                             int           column,
                             const char   *message);

gboolean feu_cli_report_has_errors (const FeuCliReport *self);

/** All of it so far, as it is printed. */
const char *feu_cli_report_get_text (const FeuCliReport *self);

/** Writes all of it to the standard error output, in the order of the calls. */
void feu_cli_report_print (const FeuCliReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuCliReport, feu_cli_report_free)

G_END_DECLS
