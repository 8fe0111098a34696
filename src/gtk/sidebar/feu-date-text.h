/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as writers type them and as front matter has them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_date_text_dup_display:
 * @iso: (nullable): a front matter's date: "2026-08-03", with or without a time, zone
 *
 * Returns: (nullable): "2026-08-03 09:00", without the time at midnight; NULL when @iso
 * is no date
 */
char *feu_date_text_dup_display (const char *iso);

/**
 * feu_date_text_dup_iso:
 * @typed: a date and perhaps a time, e.g. "2026-08-03 9:00"
 * @previous: (nullable): the front matter's date until now, which gives the zone
 *
 * Returns: (nullable): "2026-08-03T09:00:00+02:00", @previous itself where it means the
 * same; NULL when @typed is no date
 */
char *feu_date_text_dup_iso (const char *typed, const char *previous);

/**
 * feu_date_text_get_day:
 * @out_month: (out): 1 to 12
 *
 * Returns: FALSE when @iso is no date
 */
gboolean feu_date_text_get_day (const char *iso,
                                int        *out_year,
                                int        *out_month,
                                int        *out_day);

G_END_DECLS
