/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Feuillets and minutes from counts.
 */
#include "config.h"

#include "feu-statistics.h"

static void
test_feuillets (void)
{
  FeuStatistics none = { 0 };
  FeuStatistics some = { .count.characters = 4800 };

  g_assert_cmpfloat (feu_statistics_get_feuillets (&none), ==, 0.0);
  g_assert_cmpfloat_with_epsilon (feu_statistics_get_feuillets (&some), 3.2, 0.0001);
}

static void
test_minutes (void)
{
  static const struct
  {
    guint words;
    guint minutes;
  } cases[] = {
    { 0, 0 }, { 1, 1 }, { 230, 1 }, { 344, 1 }, { 345, 2 }, { 2300, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FeuStatistics statistics = {
        .count = { .words = cases[i].words, .characters_no_spaces = cases[i].words }
      };
      g_assert_cmpuint (
          feu_statistics_get_reading_minutes (&statistics), ==, cases[i].minutes);
    }
}

static void
test_text_without_words_takes_a_minute (void)
{
  FeuStatistics statistics = { .count = { .characters = 1,
                                          .characters_no_spaces = 1 } };
  FeuStatistics spaces = { .count = { .characters = 3 } };

  g_assert_cmpuint (feu_statistics_get_reading_minutes (&statistics), ==, 1);
  g_assert_cmpuint (feu_statistics_get_reading_minutes (&spaces), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/statistics/feuillets", test_feuillets);
  g_test_add_func ("/core/statistics/minutes", test_minutes);
  g_test_add_func ("/core/statistics/text-without-words-takes-a-minute",
                   test_text_without_words_takes_a_minute);
  return g_test_run ();
}
