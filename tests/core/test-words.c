/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words and characters as a newsroom counts them.
 */
#include "config.h"

#include "feu-words.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
  guint       words;
  guint       characters;
  guint       characters_no_spaces;
} cases[] = {
  { "empty", "", 0, 0, 0 },
  { "one-byte", "a", 1, 1, 1 },
  { "one-space", " ", 0, 1, 0 },
  { "english", "The quick brown fox.", 4, 20, 17 },
  { "contraction", "It isn't O'Neill's", 3, 18, 16 },
  { "typographic-apostrophe", "aujourd’hui l’homme", 2, 19, 18 },
  { "hyphens", "peut-être, est-il vingt\u2011deux", 3, 28, 26 },
  { "french-punctuation", "« Quoi\u202F? » dit-elle\u00A0!", 2, 21, 16 },
  { "dashes-are-no-words", "un — deux – trois -- quatre", 4, 27, 21 },
  { "dashes-separate", "Paris–Lyon un—deux a--b", 6, 23, 21 },
  { "slash-separates", "et/ou", 2, 5, 5 },
  { "decimal-comma", "3,5 et 1.5", 3, 10, 8 },
  { "comma-without-space", "un,deux", 2, 7, 7 },
  { "thousands", "1\u202F500 et 10\u00A0000", 3, 15, 11 },
  { "no-break-space-between-words", "M.\u00A0Dupont", 2, 9, 8 },
  { "abbreviation", "e.g. p.ex.", 2, 10, 9 },
  { "inclusive", "étudiant·e·s", 1, 12, 12 },
  { "snake-case", "foo_bar", 1, 7, 7 },
  { "symbols-are-no-words", "a & b + c % …", 3, 13, 7 },
  { "quotes-around", "'mot' \"mot\"", 2, 11, 10 },
  { "combining-marks", "e\u0301te\u0301", 1, 3, 3 },
  { "soft-hyphen", "extra\u00ADordinaire", 1, 14, 14 },
  { "zero-width-space", "a\u200Bb", 2, 2, 2 },
  { "line-ends", "a\nb\r\nc\rd", 4, 4, 4 },
  { "line-separator", "a\u2028b", 2, 2, 2 },
  { "tab", "a\tb", 2, 3, 2 },
  { "chinese", "我爱北京。", 4, 5, 5 },
  { "japanese", "コーヒーがすき", 7, 7, 7 },
  { "half-width-kana", "ｶﾞ", 1, 1, 1 },
  { "mixed-scripts", "Linux内核 2024年", 5, 13, 12 },
  { "hangul-by-spaces", "한국어 말", 2, 5, 4 },
  { "hangul-in-parts", "\u1112\u1161\u11ab", 1, 1, 1 },
  { "rare-ideograph", "𠮷", 1, 1, 1 },
  { "arabic", "مرحبا بالعالم", 2, 13, 12 },
  { "hindi", "हिन्दी में", 2, 5, 4 },
  { "greek", "Αθήνα είναι", 2, 11, 10 },
  { "emoji", "🎉 🎉", 0, 3, 2 },
  { "emoji-family", "👨‍👩‍👧", 0, 1, 1 },
  { "emoji-skin-tone", "👍🏽", 0, 1, 1 },
  { "emoji-variation", "❤️", 0, 1, 1 },
  { "flags", "🇫🇷🇩🇪", 0, 2, 2 },
  { "flag-and-a-half", "🇫🇷🇩x", 1, 3, 3 },
  { "joiner-in-word", "क्‍ष", 1, 2, 2 },
};

static void
test_case (gconstpointer data)
{
  gsize        i = GPOINTER_TO_SIZE (data);
  FeuTextCount count = { 0 };

  feu_text_count_add (&count, cases[i].text, strlen (cases[i].text));
  g_assert_cmpuint (count.words, ==, cases[i].words);
  g_assert_cmpuint (count.characters, ==, cases[i].characters);
  g_assert_cmpuint (count.characters_no_spaces, ==, cases[i].characters_no_spaces);
}

static void
test_adds_up (void)
{
  FeuTextCount count = { 0 };

  feu_text_count_add (&count, "un mot", 6);
  feu_text_count_add (&count, "deux", 4);
  g_assert_cmpuint (count.words, ==, 3);
  g_assert_cmpuint (count.characters, ==, 10);
}

static void
test_stops_at_length (void)
{
  FeuTextCount count = { 0 };

  feu_text_count_add (&count, "été x", strlen ("été"));
  g_assert_cmpuint (count.words, ==, 1);
  g_assert_cmpuint (count.characters, ==, 3);
}

static void
test_very_long_line (void)
{
  g_autofree char *text = g_strnfill (1000000, 'a');
  FeuTextCount     count = { 0 };

  feu_text_count_add (&count, text, 1000000);
  g_assert_cmpuint (count.words, ==, 1);
  g_assert_cmpuint (count.characters, ==, 1000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/words/", cases[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/core/words/adds-up", test_adds_up);
  g_test_add_func ("/core/words/stops-at-length", test_stops_at_length);
  g_test_add_func ("/core/words/very-long-line", test_very_long_line);
  return g_test_run ();
}
