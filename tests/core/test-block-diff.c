/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The patch between two lists of blocks: small, and always right.
 */
#include "config.h"

#include "feu-article.h"
#include "feu-block-diff.h"

#include <string.h>

/* One block for each letter. */
static GPtrArray *
make_blocks (const char *letters)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_block_free);

  for (const char *at = letters; *at != '\0'; at++)
    {
      FeuBlock *block = g_new0 (FeuBlock, 1);
      block->html = g_strdup_printf ("<p>%c</p>\n", *at);
      block->html_length = strlen (block->html);
      block->start_line = (guint) (at - letters);
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}

/* What a page that shows @old_letters shows after the patch. */
static char *
apply (FeuBlockDiff diff, const char *old_letters, const char *new_letters)
{
  GString *shown = g_string_new (old_letters);

  g_assert_cmpuint (diff.first + diff.n_removed, <=, strlen (old_letters));
  g_assert_cmpuint (diff.first + diff.n_inserted, <=, strlen (new_letters));
  g_string_erase (shown, diff.first, diff.n_removed);
  g_string_insert_len (
      shown, diff.first, new_letters + diff.first, (gssize) diff.n_inserted);
  return g_string_free (shown, FALSE);
}

static const struct
{
  const char  *path;
  const char  *old_letters;
  const char  *new_letters;
  FeuBlockDiff diff;
} cases[] = {
  { "both-empty", "", "", { 0, 0, 0 } },   { "same", "abc", "abc", { 3, 0, 0 } },
  { "from-empty", "", "ab", { 0, 0, 2 } }, { "to-empty", "ab", "", { 0, 2, 0 } },
  { "change", "abc", "axc", { 1, 1, 1 } }, { "insert", "abc", "abxc", { 2, 0, 1 } },
  { "remove", "abc", "ac", { 1, 1, 0 } },  { "append", "ab", "abc", { 2, 0, 1 } },
  { "prepend", "ab", "cab", { 0, 0, 1 } }, { "double", "aa", "aaa", { 2, 0, 1 } },
  { "move", "abcd", "acbd", { 1, 2, 2 } },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) old_blocks = make_blocks (cases[i].old_letters);
  g_autoptr (GPtrArray) new_blocks = make_blocks (cases[i].new_letters);
  FeuBlockDiff diff = feu_block_diff (old_blocks, new_blocks);

  g_assert_cmpuint (diff.first, ==, cases[i].diff.first);
  g_assert_cmpuint (diff.n_removed, ==, cases[i].diff.n_removed);
  g_assert_cmpuint (diff.n_inserted, ==, cases[i].diff.n_inserted);
}

static void
test_nothing_shown_yet (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ("ab");
  FeuBlockDiff diff = feu_block_diff (NULL, blocks);

  g_assert_cmpuint (diff.n_removed, ==, 0);
  g_assert_cmpuint (diff.n_inserted, ==, 2);
}

/* Few letters, so that much is alike. */
static char *
dup_random_letters (void)
{
  GString *letters = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    g_string_append_c (letters, (char) ('a' + g_test_rand_int_range (0, 3)));
  return g_string_free (letters, FALSE);
}

static void
test_applying_gives_the_new (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *old_letters = dup_random_letters ();
      g_autofree char *new_letters = dup_random_letters ();
      g_autoptr (GPtrArray) old_blocks = make_blocks (old_letters);
      g_autoptr (GPtrArray) new_blocks = make_blocks (new_letters);
      FeuBlockDiff     diff = feu_block_diff (old_blocks, new_blocks);
      g_autofree char *shown = apply (diff, old_letters, new_letters);
      g_assert_cmpstr (shown, ==, new_letters);
      g_assert_true (strcmp (old_letters, new_letters) != 0 ||
                     (diff.n_removed == 0 && diff.n_inserted == 0));
    }
}

static FeuBlockDiff
diff_texts (const char *old_text, const char *new_text)
{
  g_autoptr (FeuArticle) old_article =
      feu_article_new (g_strdup (old_text), strlen (old_text), 1);
  g_autoptr (FeuArticle) new_article =
      feu_article_new (g_strdup (new_text), strlen (new_text), 2);
  return feu_block_diff (feu_article_get_blocks (old_article),
                         feu_article_get_blocks (new_article));
}

static void
test_sees_distant_reference (void)
{
  FeuBlockDiff diff = diff_texts ("[a]\n\nb\n\n[a]: x\n", "[a]\n\nb\n\n[a]: y\n");

  g_assert_cmpuint (diff.first, ==, 0);
  g_assert_cmpuint (diff.n_removed, ==, 1);
  g_assert_cmpuint (diff.n_inserted, ==, 1);
}

static void
test_moved_lines_change_nothing (void)
{
  FeuBlockDiff diff = diff_texts ("a\n\nb\n\nc\n", "\n\na\n\n\nb\n\n\nc\n");

  g_assert_cmpuint (diff.n_removed, ==, 0);
  g_assert_cmpuint (diff.n_inserted, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/block-diff/", cases[i].path, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/core/block-diff/nothing-shown-yet", test_nothing_shown_yet);
  g_test_add_func ("/core/block-diff/applying-gives-the-new",
                   test_applying_gives_the_new);
  g_test_add_func ("/core/block-diff/sees-distant-reference",
                   test_sees_distant_reference);
  g_test_add_func ("/core/block-diff/moved-lines-change-nothing",
                   test_moved_lines_change_nothing);
  return g_test_run ();
}
