/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By hand rather than with GDateTime, which wants a time of day and would turn the
 * writer's zone into another one.
 */
#include "config.h"

#include "feu-page-date.h"

#include <stdio.h>
#include <string.h>

/* Returns: (nullable): "Z", "+02:00" or "" for @text; NULL if it is none of these */
static char *
dup_zone (const char *text)
{
  guint hours = 0;
  guint minutes = 0;
  char  sign = '\0';
  int   n_read = 0;

  while (*text == ' ')
    text++;
  if (*text == '\0')
    return g_strdup ("");
  if ((*text == 'Z' || *text == 'z') && text[1] == '\0')
    return g_strdup ("Z");
  if (sscanf (text, "%1c%2u:%2u%n", &sign, &hours, &minutes, &n_read) != 3 &&
      sscanf (text, "%1c%2u%2u%n", &sign, &hours, &minutes, &n_read) != 3)
    return NULL;
  if ((sign != '+' && sign != '-') || hours > 23 || minutes > 59 ||
      text[n_read] != '\0')
    return NULL;
  return g_strdup_printf ("%c%02u:%02u", sign, hours, minutes);
}

/* Returns: (nullable): "T09:00:00+02:00" for the time in @text; NULL if it has none */
static char *
dup_time (const char *text)
{
  guint hours = 0;
  guint minutes = 0;
  guint seconds = 0;
  int   n_read = 0;

  if (*text != 'T' && *text != 't' && *text != ' ')
    return NULL;
  if (sscanf (text + 1, "%2u:%2u%n", &hours, &minutes, &n_read) != 2)
    return NULL;
  text += 1 + n_read;
  if (sscanf (text, ":%2u%n", &seconds, &n_read) == 1)
    text += n_read;
  if (*text == '.')
    text += 1 + strspn (text + 1, "0123456789");
  g_autofree char *zone = dup_zone (text);
  if (hours > 23 || minutes > 59 || seconds > 59 || zone == NULL)
    return NULL;
  return g_strdup_printf ("T%02u:%02u:%02u%s", hours, minutes, seconds, zone);
}

char *
feu_page_date_parse (const char *text, FeuPageDay *out_day)
{
  guint year = 0;
  guint month = 0;
  guint day = 0;
  int   n_read = 0;

  if (text == NULL || !g_ascii_isdigit (*text) ||
      sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &n_read) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year) ||
      g_ascii_isdigit (text[n_read]))
    return NULL;

  if (out_day != NULL)
    *out_day = (FeuPageDay){ year, month, day };
  g_autofree char *time = dup_time (text + n_read);
  return g_strdup_printf (
      "%04u-%02u-%02u%s", year, month, day, time != NULL ? time : "");
}
