/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Differences read as a person would mark them, and always add up to both texts.
 */
#include "config.h"

#include "feu-text-diff.h"

#include <string.h>

/* "same [-removed-] {+added+}" */
static char *
mark (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) parts = feu_text_diff (old_text, new_text);
  GString *result = g_string_new ("");

  for (guint i = 0; i < parts->len; i++)
    {
      FeuTextDiffPart *part = &g_array_index (parts, FeuTextDiffPart, i);
      const char      *open[] = { "", "[-", "{+" }, *close[] = { "", "-]", "+}" };
      g_string_append (result, open[part->kind]);
      g_string_append_len (result, part->start, (gssize) part->length_bytes);
      g_string_append (result, close[part->kind]);
    }
  return g_string_free (result, FALSE);
}

static void
assert_adds_up (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) parts = feu_text_diff (old_text, new_text);
  g_autoptr (GString) old = g_string_new ("");
  g_autoptr (GString) new = g_string_new ("");

  for (guint i = 0; i < parts->len; i++)
    {
      FeuTextDiffPart *part = &g_array_index (parts, FeuTextDiffPart, i);
      if (part->kind != FEU_TEXT_DIFF_ADDED)
        g_string_append_len (old, part->start, (gssize) part->length_bytes);
      if (part->kind != FEU_TEXT_DIFF_REMOVED)
        g_string_append_len (new, part->start, (gssize) part->length_bytes);
    }
  g_assert_cmpstr (old->str, ==, old_text);
  g_assert_cmpstr (new->str, ==, new_text);
}

static void
test_words (void)
{
  static const struct
  {
    const char *old_text, *new_text, *expected;
  } cases[] = {
    { "", "", "" },
    { "", "un", "{+un+}" },
    { "un", "", "[-un-]" },
    { "le chat noir dort", "le chien noir dort", "le [-chat-]{+chien+} noir dort" },
    { "un\n\ndeux\n", "un\n\ndeux\ntrois\n", "un\n\ndeux\n{+trois\n+}" },
    { "l’été", "l’hiver", "l’[-été-]{+hiver+}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i].old_text, cases[i].new_text);
      g_assert_cmpstr (marked, ==, cases[i].expected);
    }
}

static char *
make_text (GRand *random, guint n_words)
{
  static const char *const words[] = { "a", "é", " ", "\n", "mot", "日", ".", "b " };
  GString                 *text = g_string_new ("");

  for (guint i = 0; i < n_words; i++)
    g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
test_adds_up (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 2000; i++)
    {
      guint            n = i < 1990 ? 30 : 4000;
      g_autofree char *a =
          make_text (random, (guint) g_rand_int_range (random, 0, (int) n));
      g_autofree char *b =
          make_text (random, (guint) g_rand_int_range (random, 0, (int) n));
      assert_adds_up (a, b);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text-diff/words", test_words);
  g_test_add_func ("/core/text-diff/adds-up", test_adds_up);
  return g_test_run ();
}
