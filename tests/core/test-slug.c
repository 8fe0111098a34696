/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Slugs from titles of many scripts.
 */
#include "config.h"

#include "feu-slug.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *text;
  gsize       max_characters;
  const char *slug;
} cases[] = {
  { "empty", "", 0, "" },
  { "one-byte", "A", 0, "a" },
  { "plain", "Hello World", 0, "hello-world" },
  { "accents", "L’été à Orléans, déjà", 0, "l-ete-a-orleans-deja" },
  { "decomposed-accents", "e\u0301te\u0301", 0, "ete" },
  { "ligatures", "Œuvre, cœur et ætite ﬁn", 0, "oeuvre-coeur-et-aetite-fin" },
  { "letters-without-decomposition",
    "Straße, Łódź, Øre, Đà",
    0,
    "strasse-lodz-ore-da" },
  { "punctuation-only", "— « ! » …", 0, "" },
  { "emoji-only", "🎉👩‍💻", 0, "" },
  { "emoji-between", "Vive 🎉 l’été", 0, "vive-l-ete" },
  { "one-hyphen", "a -- b___c", 0, "a-b-c" },
  { "no-hyphens-at-ends", "  -a b-  ", 0, "a-b" },
  { "digits", "Top 10 de 2026 : m² et ½", 0, "top-10-de-2026-m2-et-1-2" },
  { "cyrillic-keeps-its-marks", "Йод и Ёлка", 0, "йод-и-ёлка" },
  { "japanese", "東京がすき", 0, "東京がすき" },
  { "hindi", "हिन्दी में", 0, "हिन्दी-में" },
  { "greek", "Αθήνα", 0, "αθήνα" },
  { "fullwidth", "ＡＢＣ", 0, "abc" },
  { "soft-hyphen", "extra\u00ADordinaire", 0, "extraordinaire" },
  { "line-ends", "a\r\nb\tc", 0, "a-b-c" },
  { "limit-not-reached", "abc", 3, "abc" },
  { "limit-inside-word", "abcdef", 3, "abc" },
  { "limit-at-hyphen", "un deux trois quatre", 15, "un-deux-trois" },
  { "limit-far-from-hyphen", "un anticonstitutionnellement", 12, "un-anticonst" },
  { "limit-after-hyphen", "abc def", 4, "abc" },
  { "limit-before-hyphen", "abc def", 3, "abc" },
  { "limit-in-characters", "été été été", 7, "ete-ete" },
};

static void
test_case (gconstpointer data)
{
  gsize            i = GPOINTER_TO_SIZE (data);
  g_autofree char *slug = feu_slug_new (cases[i].text, cases[i].max_characters);
  g_autofree char *again = feu_slug_new (slug, 0);

  g_assert_cmpstr (slug, ==, cases[i].slug);
  g_assert_cmpstr (again, ==, slug);
}

static void
test_long_text (void)
{
  g_autofree char *text = g_strnfill (1000000, 'a');
  g_autofree char *whole = feu_slug_new (text, 0);
  g_autofree char *cut = feu_slug_new (text, 60);

  g_assert_cmpuint (strlen (whole), ==, 1000000);
  g_assert_cmpuint (strlen (cut), ==, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/slug/", cases[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/core/slug/long-text", test_long_text);
  return g_test_run ();
}
