/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text in memory: revisions, the signal, edits as values.
 */
#include "config.h"

#include "feu-string-source.h"

#include <string.h>

static void
on_text_changed_cb (FeuTextSource *source, gpointer user_data)
{
  guint *n_changes = user_data;
  ++*n_changes;
}

static void
assert_text (FeuTextSource *source, const char *expected)
{
  gsize            length = 0;
  g_autofree char *text = feu_text_source_dup_text (source, &length);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
test_changes (void)
{
  FeuTextSource *source = FEU_TEXT_SOURCE (feu_string_source_new ("un deux trois"));
  guint          n_changes = 0;
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  g_object_add_weak_pointer (G_OBJECT (source), (gpointer *) &source);
  g_signal_connect (
      source, "text-changed", G_CALLBACK (on_text_changed_cb), &n_changes);
  g_assert_cmpuint (feu_text_source_get_revision (source), ==, 1);

  feu_text_source_apply (source, edits);
  g_assert_cmpuint (n_changes, ==, 0);

  g_ptr_array_add (edits, feu_text_edit_new (8, 13, "quatre"));
  g_ptr_array_add (edits, feu_text_edit_new (0, 2, "1"));
  g_ptr_array_add (edits, feu_text_edit_new (3, 3, "et "));
  feu_text_source_apply (source, edits);
  assert_text (source, "1 et deux quatre");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (feu_text_source_get_revision (source), ==, 2);

  feu_text_source_reset (source, "neuf");
  assert_text (source, "neuf");
  feu_string_source_set_text (FEU_STRING_SOURCE (source), "");
  assert_text (source, "");
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_cmpuint (feu_text_source_get_revision (source), ==, 4);

  g_object_unref (source);
  g_assert_null (source);
}

static void
test_edits_at_one_place_keep_their_order (void)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  gsize length = 0;

  g_ptr_array_add (edits, feu_text_edit_new (1, 1, "x"));
  g_ptr_array_add (edits, feu_text_edit_new (1, 1, "y"));
  g_autofree char *text = feu_text_edit_list_apply (edits, "ab", 2, &length);
  g_assert_cmpstr (text, ==, "axyb");
  g_assert_cmpuint (length, ==, 4);
}

static void
test_edit_is_a_value (void)
{
  g_autoptr (FeuTextEdit) edit = feu_text_edit_new (1, 2, "x");
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, FEU_TYPE_TEXT_EDIT);
  g_value_set_boxed (&value, edit);
  const FeuTextEdit *copy = g_value_get_boxed (&value);
  g_assert_true (copy != edit);
  g_assert_cmpuint (copy->start_bytes, ==, 1);
  g_assert_cmpuint (copy->end_bytes, ==, 2);
  g_assert_cmpstr (copy->text, ==, "x");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text-source/changes", test_changes);
  g_test_add_func ("/core/text-source/edits-at-one-place-keep-their-order",
                   test_edits_at_one_place_keep_their_order);
  g_test_add_func ("/core/text-source/edit-is-a-value", test_edit_is_a_value);
  return g_test_run ();
}
