/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row per language. Patterns hold {d}, {m}, {y} and {n}; adding a language is
 * adding a row.
 */
#include "config.h"

#include "feu-page-words.h"

#include <string.h>

static const FeuPageWords english = {
  .language = "en",
  .by = "By",
  .and = "and",
  .tags = "Tags",
  .comments_open = "Comments are open.",
  .comments_closed = "Comments are closed.",
  .reading_time = "{n} min read",
  .date = "{d} {m} {y}",
  .months = { "January",
              "February",
              "March",
              "April",
              "May",
              "June",
              "July",
              "August",
              "September",
              "October",
              "November",
              "December" },
};

static const FeuPageWords others[] = {
  {
      .language = "fr",
      .by = "Par",
      .and = "et",
      .tags = "Mots-clés",
      .comments_open = "Les commentaires sont ouverts.",
      .comments_closed = "Les commentaires sont fermés.",
      .reading_time = "{n} min de lecture",
      .date = "{d} {m} {y}",
      .first_day = "1er",
      .months = { "janvier",
                  "février",
                  "mars",
                  "avril",
                  "mai",
                  "juin",
                  "juillet",
                  "août",
                  "septembre",
                  "octobre",
                  "novembre",
                  "décembre" },
  },
  {
      .language = "de",
      .by = "Von",
      .and = "und",
      .tags = "Schlagwörter",
      .comments_open = "Kommentare sind möglich.",
      .comments_closed = "Die Kommentare sind geschlossen.",
      .reading_time = "{n} Min. Lesezeit",
      .date = "{d}. {m} {y}",
      .months = { "Januar",
                  "Februar",
                  "März",
                  "April",
                  "Mai",
                  "Juni",
                  "Juli",
                  "August",
                  "September",
                  "Oktober",
                  "November",
                  "Dezember" },
  },
  {
      .language = "es",
      .by = "Por",
      .and = "y",
      .tags = "Etiquetas",
      .comments_open = "Los comentarios están abiertos.",
      .comments_closed = "Los comentarios están cerrados.",
      .reading_time = "{n} min de lectura",
      .date = "{d} de {m} de {y}",
      .months = { "enero",
                  "febrero",
                  "marzo",
                  "abril",
                  "mayo",
                  "junio",
                  "julio",
                  "agosto",
                  "septiembre",
                  "octubre",
                  "noviembre",
                  "diciembre" },
  },
  {
      .language = "it",
      .by = "Di",
      .and = "e",
      .tags = "Argomenti",
      .comments_open = "I commenti sono aperti.",
      .comments_closed = "I commenti sono chiusi.",
      .reading_time = "{n} min di lettura",
      .date = "{d} {m} {y}",
      .first_day = "1º",
      .months = { "gennaio",
                  "febbraio",
                  "marzo",
                  "aprile",
                  "maggio",
                  "giugno",
                  "luglio",
                  "agosto",
                  "settembre",
                  "ottobre",
                  "novembre",
                  "dicembre" },
  },
};

static gboolean
has_primary_subtag (const char *language, const char *subtag)
{
  gsize length = strlen (subtag);
  return g_ascii_strncasecmp (language, subtag, length) == 0 &&
         !g_ascii_isalnum (language[length]);
}

const FeuPageWords *
feu_page_words_get (const char *language)
{
  g_return_val_if_fail (language != NULL, &english);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (has_primary_subtag (language, others[i].language))
      return &others[i];
  return &english;
}

char *
feu_page_words_dup_reading_time (const FeuPageWords *self, guint minutes)
{
  g_autofree char *number = g_strdup_printf ("%u", minutes);
  g_autoptr (GString) text = g_string_new (self->reading_time);
  g_string_replace (text, "{n}", number, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
feu_page_words_dup_date (const FeuPageWords *self, guint year, guint month, guint day)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  g_autofree char *year_text = g_strdup_printf ("%u", year);
  g_autofree char *day_text = day == 1 && self->first_day != NULL
                                  ? g_strdup (self->first_day)
                                  : g_strdup_printf ("%u", day);
  g_autoptr (GString) text = g_string_new (self->date);
  g_string_replace (text, "{d}", day_text, 1);
  g_string_replace (text, "{m}", self->months[month - 1], 1);
  g_string_replace (text, "{y}", year_text, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
