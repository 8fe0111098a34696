/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of a site's terms a name means.
 */
#include "config.h"

#include "feu-term-match.h"

typedef enum
{
  SAME,
  NEAR,
  OTHER,
} Relation;

typedef struct
{
  const char *name;
  const char *term;
  Relation    relation;
} Case;

static const Case cases[] = {
  { "Été", "Été", SAME },
  { "été", "ÉTÉ", SAME },
  { "E\xcc\x81te\xcc\x81", "Été", SAME }, /* letters and accents apart */
  { "R&D", "R&D", SAME },
  { "R&amp;D", "R&D", SAME },
  { "R&D", "R&#038;D", SAME },
  { "  réseaux \t sociaux ", "Réseaux sociaux", SAME },
  { "réseaux\xc2\xa0sociaux", "réseaux sociaux", SAME },
  { "L’Île", "l'île", SAME },
  { "non\xe2\x80\x91lieu", "non-lieu", SAME },
  { "Straße", "STRASSE", SAME },
  { "zero\xe2\x80\x8bwidth", "zerowidth", SAME },
  { "été", "ete", NEAR },
  { "ile de france", "Île-de-France", NEAR },
  { "e-mail", "email", NEAR },
  { "e mail", "e-mail", NEAR },
  { "Cœur", "coeur", NEAR },
  { "U.S.A.", "USA", NEAR },
  { "l'été", "lété", NEAR },
  { "C", "C++", OTHER },
  { "C", "C#", OTHER },
  { "C", "CSS", OTHER },
  { "RD", "R&D", OTHER },
  { "chat", "chats", OTHER },
  { "new", "news", OTHER },
  { "🎉", "🎈", OTHER },
  { "…", "!", OTHER },
  { "Москва", "москва", SAME },
  { "日本", "日本語", OTHER },
};

static GPtrArray *
new_terms (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
}

static FeuTerm *
add_term (GPtrArray *terms, FeuTaxonomy taxonomy, gint64 id, const char *name)
{
  FeuTerm *term = feu_term_new (taxonomy, id, name, "slug");

  g_ptr_array_add (terms, term);
  return term;
}

static void
test_relation (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (GPtrArray) terms = new_terms ();
  g_autoptr (GPtrArray) near_terms = NULL;
  add_term (terms, FEU_TAXONOMY_TAG, 7, expected->term);

  g_autoptr (FeuTerm) found =
      feu_term_match_find (expected->name, FEU_TAXONOMY_TAG, terms, &near_terms);
  g_assert_cmpint (found != NULL, ==, expected->relation == SAME);
  g_assert_cmpuint (near_terms->len, ==, expected->relation == NEAR ? 1 : 0);
  g_assert_cmpint (feu_term_match_is_same (expected->name, expected->term),
                   ==,
                   expected->relation == SAME);
  g_assert_cmpint (feu_term_match_is_same (expected->term, expected->name),
                   ==,
                   expected->relation == SAME);
}

static void
test_several (void)
{
  g_autoptr (GPtrArray) terms = new_terms ();
  g_autoptr (GPtrArray) near_terms = NULL;
  add_term (terms, FEU_TAXONOMY_CATEGORY, 1, "Été");
  add_term (terms, FEU_TAXONOMY_TAG, 2, "ÉTÉ")->count = 1;
  add_term (terms, FEU_TAXONOMY_TAG, 3, "été")->count = 9;
  add_term (terms, FEU_TAXONOMY_TAG, 4, "ete")->count = 3;
  add_term (terms, FEU_TAXONOMY_TAG, 5, "eté")->count = 5;

  g_autoptr (FeuTerm) written =
      feu_term_match_find ("ÉTÉ", FEU_TAXONOMY_TAG, terms, NULL);
  g_assert_cmpint (written->id, ==, 2);
  g_autoptr (FeuTerm) used = feu_term_match_find ("Été", FEU_TAXONOMY_TAG, terms, NULL);
  g_assert_cmpint (used->id, ==, 3);
  g_autoptr (FeuTerm) category =
      feu_term_match_find ("été", FEU_TAXONOMY_CATEGORY, terms, NULL);
  g_assert_cmpint (category->id, ==, 1);
  g_assert_null (feu_term_match_find ("étè", FEU_TAXONOMY_TAG, terms, &near_terms));
  g_assert_cmpuint (near_terms->len, ==, 4);
  g_assert_cmpint (((FeuTerm *) g_ptr_array_index (near_terms, 0))->id, ==, 3);
  g_assert_cmpint (((FeuTerm *) g_ptr_array_index (near_terms, 3))->id, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/core/term-match/relation/%" G_GSIZE_FORMAT, i);
      g_test_add_data_func (path, &cases[i], test_relation);
    }
  g_test_add_func ("/core/term-match/several", test_several);
  return g_test_run ();
}
