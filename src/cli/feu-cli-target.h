/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which file or folder each article is exported to, so that no two share one and none
 * replaces what is not an export.
 */
#pragma once

#include "feu-cli-report.h"
#include "feu-export.h"

G_BEGIN_DECLS

/**
 * FeuCliTargets:
 *
 * Hands out paths, each once. Asked for the inputs in order, it gives the same answers
 * each time.
 */
typedef struct _FeuCliTargets FeuCliTargets;

/**
 * feu_cli_targets_new:
 * @output: (nullable): what the user asked for; NULL for beside each input
 * @is_folder: each export gets a place in the folder @output; else @output itself is
 *     the one export's place
 */
FeuCliTargets *feu_cli_targets_new (FeuExportFormat format,
                                    const char     *output,
                                    gboolean        is_folder);
void           feu_cli_targets_free (FeuCliTargets *self);

/**
 * feu_cli_targets_take:
 * @input: an article's file name
 * @report: gets a warning when another name had to be found; an error when there is
 *     something that an export must not replace
 *
 * Returns: (transfer full) (nullable): for feu_export_write()
 */
char *feu_cli_targets_take (FeuCliTargets *self,
                            const char    *input,
                            FeuCliReport  *report);

/** The name of @input without folder and Markdown's suffix. */
char *feu_cli_target_dup_stem (const char *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuCliTargets, feu_cli_targets_free)

G_END_DECLS
