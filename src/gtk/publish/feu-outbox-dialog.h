/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The articles that wait to be sent, and those whose sending was interrupted.
 */
#pragma once

#include <handy.h>

#include "feu-outbox.h"

G_BEGIN_DECLS

#define FEU_TYPE_OUTBOX_DIALOG (feu_outbox_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FeuOutboxDialog, feu_outbox_dialog, FEU, OUTBOX_DIALOG, HdyWindow)

/**
 * FeuOutboxDialog:
 *
 * Signal `run-resumed` (FeuOutboxRun *run, char *title): the writer lets a job go on.
 */
GtkWidget *feu_outbox_dialog_new (GtkWindow *parent, FeuOutbox *outbox);

G_END_DECLS
