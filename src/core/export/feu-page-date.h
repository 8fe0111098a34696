/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates as front matter has them, read with tolerance and written for machines.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint year;
  guint month;
  guint day;
} FeuPageDay;

/**
 * feu_page_date_parse:
 * @text: (nullable): "2026-08-03", with or without a time and a zone after it, in the
 * manners of ISO 8601 and of Jekyll ("2026-08-03 09:00:00 +0200")
 * @out_day: (out) (optional): the day it names, in its own zone
 *
 * Returns: (transfer full) (nullable): the same as a valid datetime attribute and ISO
 * 8601 date, without a time that could not be understood; NULL if there is no day in it
 */
char *feu_page_date_parse (const char *text, FeuPageDay *out_day);

G_END_DECLS
