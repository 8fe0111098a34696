/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn from a list of words by a seeded generator.
 */
#include "config.h"

#include "feu-bench-text.h"

static const char *const words[] = {
  "le",          "la",           "des",           "une",
  "article",     "contributeur", "journal",       "marché",
  "rivière",     "quartier",     "l’association", "qu’elle",
  "aujourd’hui", "travaille",    "pendant",       "longtemps",
  "avec",        "beaucoup",     "d’habitants",   "depuis",
  "l’année",     "dernière",     "très",          "important",
  "selon",       "plusieurs",    "sources",       "proches",
  "du",          "dossier",
};

static const char *
draw_word (GRand *random)
{
  return words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
}

static void
append_words (GString *text, GRand *random, int n_words)
{
  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", draw_word (random));
}

static void
append_paragraph (GString *text, GRand *random)
{
  int n_words = g_rand_int_range (random, 40, 90);

  for (int i = 0; i < n_words; i++)
    {
      double      chance = g_rand_double (random);
      const char *word = draw_word (random);
      const char *space = i > 0 ? " " : "";
      if (chance < 0.02)
        g_string_append_printf (text, "%s**%s**", space, word);
      else if (chance < 0.04)
        g_string_append_printf (text, "%s*%s*", space, word);
      else if (chance < 0.05)
        g_string_append_printf (text, "%s[%s](https://example.org/%d)", space, word, i);
      else
        g_string_append_printf (text, "%s%s", space, word);
    }
  g_string_append (text, ".\n\n");
}

static void
append_block (GString *text, GRand *random)
{
  double chance = g_rand_double (random);

  if (chance < 0.1)
    {
      g_string_append (text, "## ");
      append_words (text, random, 5);
      g_string_append (text, "\n\n");
    }
  else if (chance < 0.16)
    {
      for (int i = 0; i < 5; i++)
        {
          g_string_append (text, "- ");
          append_words (text, random, 9);
          g_string_append_c (text, '\n');
        }
      g_string_append_c (text, '\n');
    }
  else if (chance < 0.2)
    {
      g_string_append (text, "> ");
      append_paragraph (text, random);
    }
  else if (chance < 0.22)
    g_string_append (text,
                     "| Année | Stands | Visiteurs |\n|---|--:|--:|\n"
                     "| 2024 | 32 | 1 200 |\n| 2025 | 38 | 1 750 |\n\n");
  else
    append_paragraph (text, random);
}

char *
bench_text_new (gsize size_bytes, guint32 seed)
{
  GRand   *random = g_rand_new_with_seed (seed);
  GString *text = g_string_new ("---\n"
                                "title: Le marché de la rivière\n"
                                "description: Un article de mesure.\n"
                                "author: Camille Mesure\n"
                                "tags: [marché, rivière]\n"
                                "lang: fr\n"
                                "date: 2026-08-03T09:00:00+02:00\n"
                                "---\n\n");

  g_string_append (text, "Premier paragraphe avec une note[^1].\n\n");
  while (text->len + 40 < size_bytes)
    append_block (text, random);
  g_string_append (text, "[^1]: La note.\n");
  g_rand_free (random);
  return g_string_free (text, FALSE);
}
