/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ISO 8601 as people and other programs write it: "T" or a blank between date and time,
 * seconds or none, a blank before the zone, the zone with or without a colon.
 */
#include "config.h"

#include "feu-date-text.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  int  year;
  int  month;
  int  day;
  int  hour;
  int  minute;
  int  second;
  char zone[8]; /* "+02:00", "Z", "" when not given */
} DateParts;

static gboolean
parse_zone (const char *text, char *out_zone)
{
  int hours = 0;
  int minutes = 0;
  int used = 0;

  while (*text == ' ')
    text++;
  if (*text == '\0')
    return TRUE;
  if (g_ascii_strcasecmp (text, "z") == 0)
    return strcpy (out_zone, "Z"), TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;
  if ((sscanf (text + 1, "%2d:%2d%n", &hours, &minutes, &used) < 2 &&
       sscanf (text + 1, "%2d%2d%n", &hours, &minutes, &used) < 2) ||
      text[1 + used] != '\0' || hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
    return FALSE;
  g_snprintf (out_zone, 8, "%c%02d:%02d", *text, hours % 100, minutes % 100);
  return TRUE;
}

/* Seconds and their fraction, both optional. Returns: what follows */
static const char *
parse_seconds (const char *text, int *out_second)
{
  int used = 0;

  if (sscanf (text, ":%2d%n", out_second, &used) < 1)
    return text;
  text += used;
  if (*text == '.')
    for (text++; g_ascii_isdigit (*text);)
      text++;
  return text;
}

static gboolean
parse (const char *text, DateParts *out_parts)
{
  DateParts parts = { 0 };
  int       used = 0;

  if (text == NULL ||
      sscanf (text, "%4d-%2d-%2d%n", &parts.year, &parts.month, &parts.day, &used) <
          3 ||
      !g_date_valid_dmy ((GDateDay) parts.day, parts.month, (GDateYear) parts.year))
    return FALSE;
  text += used;
  if (*text != '\0')
    {
      if (*text != 'T' && *text != 't' && *text != ' ')
        return FALSE;
      while (*text == ' ' || *text == 'T' || *text == 't')
        text++;
      if (sscanf (text, "%2d:%2d%n", &parts.hour, &parts.minute, &used) < 2 ||
          parts.hour < 0 || parts.hour > 23 || parts.minute < 0 || parts.minute > 59)
        return FALSE;
      text = parse_seconds (text + used, &parts.second);
      if (parts.second < 0 || parts.second > 59 || !parse_zone (text, parts.zone))
        return FALSE;
    }
  *out_parts = parts;
  return TRUE;
}

static gboolean
is_same (const DateParts *a, const DateParts *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day &&
         a->hour == b->hour && a->minute == b->minute;
}

static void
fill_zone (DateParts *parts)
{
  g_autoptr (GDateTime) local = g_date_time_new_local (
      parts->year, parts->month, parts->day, parts->hour, parts->minute, parts->second);
  g_autofree char *zone = local != NULL ? g_date_time_format (local, "%:z") : NULL;
  g_strlcpy (parts->zone, zone != NULL ? zone : "+00:00", sizeof parts->zone);
}

char *
feu_date_text_dup_display (const char *iso)
{
  DateParts parts;

  if (!parse (iso, &parts))
    return NULL;
  if (parts.hour == 0 && parts.minute == 0)
    return g_strdup_printf ("%04d-%02d-%02d", parts.year, parts.month, parts.day);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d",
                          parts.year,
                          parts.month,
                          parts.day,
                          parts.hour,
                          parts.minute);
}

char *
feu_date_text_dup_iso (const char *typed, const char *previous)
{
  g_return_val_if_fail (typed != NULL, NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  DateParts        parts;
  DateParts        old;
  gboolean         has_old = parse (previous, &old);

  if (!parse (trimmed, &parts))
    return NULL;
  if (has_old && is_same (&parts, &old) &&
      (*parts.zone == '\0' || strcmp (parts.zone, old.zone) == 0))
    return g_strdup (previous);
  if (*parts.zone == '\0' && has_old)
    strcpy (parts.zone, old.zone);
  if (*parts.zone == '\0')
    fill_zone (&parts);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s",
                          parts.year,
                          parts.month,
                          parts.day,
                          parts.hour,
                          parts.minute,
                          parts.second,
                          parts.zone);
}

gboolean
feu_date_text_get_day (const char *iso, int *out_year, int *out_month, int *out_day)
{
  DateParts parts;

  if (!parse (iso, &parts))
    return FALSE;
  *out_year = parts.year;
  *out_month = parts.month;
  *out_day = parts.day;
  return TRUE;
}
