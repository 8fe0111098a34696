/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry for a date and time, with a calendar.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FEU_TYPE_DATE_ENTRY (feu_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (FeuDateEntry, feu_date_entry, FEU, DATE_ENTRY, GtkBox)

/**
 * FeuDateEntry:
 *
 * What is no date is marked and not told to anyone.
 *
 * Signal `edited` (const char *iso): the writer chose a date, ISO 8601 with its zone,
 * or
 * "" for none.
 */

GtkWidget *feu_date_entry_new (void);

/** @iso: (nullable): what the article says now; shown as it is when it is no date. */
void feu_date_entry_set_iso (FeuDateEntry *self, const char *iso);

G_END_DECLS
