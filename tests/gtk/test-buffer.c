/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor's buffer as a text source: undo, revisions, and offsets in bytes.
 */
#include "config.h"

#include "feu-buffer.h"

#include <string.h>

#define LONG_TEXT_BYTES (1024 * 1024)

static FeuBuffer *
new_buffer (const char *text)
{
  FeuBuffer *buffer = feu_buffer_new ();

  feu_text_source_reset (FEU_TEXT_SOURCE (buffer), text);
  return buffer;
}

static void
assert_text (FeuBuffer *buffer, const char *expected)
{
  gsize            length = 0;
  g_autofree char *text = feu_text_source_dup_text (FEU_TEXT_SOURCE (buffer), &length);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

static void
apply (FeuBuffer *buffer, const FeuTextEdit *edits, guint n_edits)
{
  g_autoptr (GPtrArray) list = feu_text_edit_list_new ();

  for (guint i = 0; i < n_edits; i++)
    g_ptr_array_add (list, feu_text_edit_copy (&edits[i]));
  feu_text_source_apply (FEU_TEXT_SOURCE (buffer), list);
}

static void
on_text_changed_cb (FeuTextSource *source, guint64 *last_revision)
{
  guint64 revision = feu_text_source_get_revision (source);

  g_assert_cmpuint (revision, >, *last_revision);
  *last_revision = revision;
}

static void
test_revision (void)
{
  g_autoptr (FeuBuffer) buffer = feu_buffer_new ();
  FeuTextSource *source = FEU_TEXT_SOURCE (buffer);
  guint64        revision = feu_text_source_get_revision (source);
  guint64        last = revision;

  g_assert_cmpuint (revision, >, 0);
  g_signal_connect (source, "text-changed", G_CALLBACK (on_text_changed_cb), &last);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "a", -1);
  g_assert_cmpuint (last, >, revision);
  g_assert_cmpuint (last, ==, feu_text_source_get_revision (source));

  revision = last;
  apply (buffer, NULL, 0);
  g_assert_cmpuint (feu_text_source_get_revision (source), ==, revision);
  gtk_source_buffer_undo (GTK_SOURCE_BUFFER (buffer));
  g_assert_cmpuint (last, >, revision);
}

static void
test_apply_is_one_step (void)
{
  g_autoptr (FeuBuffer) buffer = new_buffer ("one two three");
  GtkSourceBuffer  *source_buffer = GTK_SOURCE_BUFFER (buffer);
  const FeuTextEdit edits[] = { { 8, 13, (char *) "3" },
                                { 0, 3, (char *) "un" },
                                { 4, 4, (char *) "et " } };

  apply (buffer, edits, G_N_ELEMENTS (edits));
  assert_text (buffer, "un et two 3");
  gtk_source_buffer_undo (source_buffer);
  assert_text (buffer, "one two three");
  g_assert_false (gtk_source_buffer_can_undo (source_buffer));
  gtk_source_buffer_redo (source_buffer);
  assert_text (buffer, "un et two 3");
}

/* What one list of edits makes is told by the function that core tests. */
static void
test_apply_agrees_with_core (void)
{
  static const char *const pieces[] = { "",  "é",  "\n",           "\r\n", "\r",
                                        "😀", "ab", "\xe2\x80\xa9", "\t" };
  /* One for all rounds: reading the language takes longer than the rounds. */
  g_autoptr (FeuBuffer) buffer = feu_buffer_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      const char *at = text->str;
      feu_text_source_reset (FEU_TEXT_SOURCE (buffer), text->str);
      while (*at != '\0' && edits->len < 4)
        {
          const char *end = at;
          for (int i = g_test_rand_int_range (0, 4); i > 0 && *end != '\0'; i--)
            end = g_utf8_next_char (end);
          const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];
          g_ptr_array_add (edits,
                           feu_text_edit_new ((gsize) (at - text->str),
                                              (gsize) (end - text->str),
                                              piece));
          at = end;
          for (int i = g_test_rand_int_range (1, 9); i > 0 && *at != '\0'; i--)
            at = g_utf8_next_char (at);
        }
      gsize            length = 0;
      g_autofree char *expected =
          feu_text_edit_list_apply (edits, text->str, text->len, &length);
      feu_text_source_apply (FEU_TEXT_SOURCE (buffer), edits);
      assert_text (buffer, expected);
    }
  g_string_free (text, TRUE);
}

static void
test_selection_stays (void)
{
  g_autoptr (FeuBuffer) buffer = new_buffer ("---\ntitle: é\n---\n\nSelected words");
  GtkTextBuffer    *text_buffer = GTK_TEXT_BUFFER (buffer);
  const FeuTextEdit edit = { 11, 13, (char *) "A much longer title" };
  GtkTextIter       start, end;

  feu_buffer_get_iter_at_bytes (buffer, 19, &start);
  feu_buffer_get_iter_at_bytes (buffer, 27, &end);
  gtk_text_buffer_select_range (text_buffer, &start, &end);
  apply (buffer, &edit, 1);
  g_assert_true (gtk_text_buffer_get_selection_bounds (text_buffer, &start, &end));
  g_autofree char *selected =
      gtk_text_buffer_get_text (text_buffer, &start, &end, TRUE);
  g_assert_cmpstr (selected, ==, "Selected");
}

static void
test_reset_is_not_undoable (void)
{
  g_autoptr (FeuBuffer) buffer = feu_buffer_new ();
  guint64 last = feu_text_source_get_revision (FEU_TEXT_SOURCE (buffer));

  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "before", -1);
  g_signal_connect (buffer, "text-changed", G_CALLBACK (on_text_changed_cb), &last);
  feu_text_source_reset (FEU_TEXT_SOURCE (buffer), "after");
  assert_text (buffer, "after");
  g_assert_cmpuint (last, ==, feu_text_source_get_revision (FEU_TEXT_SOURCE (buffer)));
  g_assert_false (gtk_source_buffer_can_undo (GTK_SOURCE_BUFFER (buffer)));
  g_assert_false (gtk_source_buffer_can_redo (GTK_SOURCE_BUFFER (buffer)));
}

static void
test_insert_at_caret (void)
{
  g_autoptr (FeuBuffer) buffer = new_buffer ("one two");
  GtkTextIter start, end;

  feu_buffer_get_iter_at_bytes (buffer, 4, &start);
  feu_buffer_get_iter_at_bytes (buffer, 7, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &end, &start);
  feu_buffer_insert_at_caret (buffer, "deux");
  assert_text (buffer, "one deux");
  gtk_source_buffer_undo (GTK_SOURCE_BUFFER (buffer));
  assert_text (buffer, "one two");
}

/* Texts whose lines end in every way that the toolkit knows, and in none. */
static const char *const offset_texts[] = {
  "",
  "\n",
  "plain",
  "no final\nend",
  "one\r\ntwo\r\n\r\nthree",
  "mixed\nof\r\nall\rkinds\n\r\r\n",
  "para\xe2\x80\xa9graph\xe2\x80\xa9",
  "line\xe2\x80\xa8separator",
  "é😀\n日本語\r\nàç\n",
  "\xef\xbf\xbc object \xef\xbb\xbf mark",
};

static void
assert_offsets (FeuBuffer *buffer, const char *text)
{
  GtkTextIter iter;
  gsize       length = strlen (text);

  for (const char *at = text; at <= text + length; at = g_utf8_next_char (at))
    {
      gsize offset = (gsize) (at - text);
      feu_buffer_get_iter_at_bytes (buffer, offset, &iter);
      g_assert_cmpuint (feu_buffer_get_offset_bytes (buffer, &iter), ==, offset);
      g_assert_cmpint (
          gtk_text_iter_get_offset (&iter), ==, g_utf8_pointer_to_offset (text, at));
    }
  feu_buffer_get_iter_at_bytes (buffer, length + 1000, &iter);
  g_assert_true (gtk_text_iter_is_end (&iter));
}

static void
test_offsets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (offset_texts); i++)
    {
      g_test_message ("text %u", i);
      g_autoptr (FeuBuffer) buffer = new_buffer (offset_texts[i]);
      assert_text (buffer, offset_texts[i]);
      assert_offsets (buffer, offset_texts[i]);
    }
}

/* A hidden range is text like any other. */
static void
test_offsets_of_hidden_text (void)
{
  static const char text[] = "---\na: é\n---\nBody\r\nend";
  g_autoptr (FeuBuffer) buffer = new_buffer (text);
  GtkTextBuffer *text_buffer = GTK_TEXT_BUFFER (buffer);
  GtkTextIter    start, end;

  gtk_text_buffer_create_tag (text_buffer, "hidden", "invisible", TRUE, NULL);
  gtk_text_buffer_get_start_iter (text_buffer, &start);
  feu_buffer_get_iter_at_bytes (buffer, 13, &end);
  gtk_text_buffer_apply_tag_by_name (text_buffer, "hidden", &start, &end);
  assert_text (buffer, text);
  assert_offsets (buffer, text);
}

static double
time_edits (FeuBuffer *buffer, gsize length)
{
  gint64 start_us = g_get_monotonic_time ();

  for (gsize i = 0; i < 200; i++)
    {
      const FeuTextEdit edit = { length / 200 * i, length / 200 * i, (char *) "x" };
      apply (buffer, &edit, 1);
    }
  return (double) (g_get_monotonic_time () - start_us);
}

static FeuBuffer *
new_long_buffer (gsize length)
{
  GString *text = g_string_sized_new (length + 80);

  while (text->len < length)
    g_string_append (text, "A line of text that is about as long as a sentence is.\n");
  FeuBuffer *buffer = new_buffer (text->str);
  g_string_free (text, TRUE);
  return buffer;
}

/* Eight times the text may cost eight times as much and some, not sixty-four times. */
static void
test_long_text (void)
{
  double ratio = 0.0;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (FeuBuffer) small = new_long_buffer (LONG_TEXT_BYTES / 8);
      g_autoptr (FeuBuffer) large = new_long_buffer (LONG_TEXT_BYTES);
      double small_us = time_edits (small, LONG_TEXT_BYTES / 8);
      double large_us = time_edits (large, LONG_TEXT_BYTES);
      ratio = large_us / MAX (small_us, 1.0);
      if (ratio < 30.0)
        break; /* a busy machine may spoil one measurement, not five */
    }
  g_assert_cmpfloat (ratio, <, 30.0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gtk/buffer/revision", test_revision);
  g_test_add_func ("/gtk/buffer/apply-is-one-step", test_apply_is_one_step);
  g_test_add_func ("/gtk/buffer/apply-agrees-with-core", test_apply_agrees_with_core);
  g_test_add_func ("/gtk/buffer/selection-stays", test_selection_stays);
  g_test_add_func ("/gtk/buffer/reset-is-not-undoable", test_reset_is_not_undoable);
  g_test_add_func ("/gtk/buffer/insert-at-caret", test_insert_at_caret);
  g_test_add_func ("/gtk/buffer/offsets", test_offsets);
  g_test_add_func ("/gtk/buffer/offsets-of-hidden-text", test_offsets_of_hidden_text);
  g_test_add_func ("/gtk/buffer/long-text", test_long_text);
  return g_test_run ();
}
