/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formatting commands. In the tables "{" and "}" stand for the selection's ends, "|"
 * for the caret.
 */
#include "config.h"

#include "feu-formatting.h"

#include <string.h>

static char *
read_marked (const char *marked, FeuSelection *out_selection)
{
  GString *text = g_string_new (NULL);

  for (const char *at = marked; *at != '\0'; at++)
    {
      if (*at == '{' || *at == '|')
        out_selection->start_bytes = text->len;
      if (*at == '}' || *at == '|')
        out_selection->end_bytes = text->len;
      if (strchr ("{}|", *at) == NULL)
        g_string_append_c (text, *at);
    }
  return g_string_free (text, FALSE);
}

static char *
write_marked (const char *text, FeuSelection selection)
{
  GString *marked = g_string_new (text);
  gboolean is_caret = selection.start_bytes == selection.end_bytes;

  g_assert_cmpuint (selection.start_bytes, <=, selection.end_bytes);
  g_assert_cmpuint (selection.end_bytes, <=, marked->len);
  if (!is_caret)
    g_string_insert_c (marked, (gssize) selection.end_bytes, '}');
  g_string_insert_c (marked, (gssize) selection.start_bytes, is_caret ? '|' : '{');
  return g_string_free (marked, FALSE);
}

static char *
apply (const char *text, GPtrArray *edits)
{
  char *result = feu_text_edit_list_apply (edits, text, strlen (text), NULL);
  g_ptr_array_unref (edits);
  return result;
}

typedef struct
{
  const char *path;
  const char *before;
  const char *after;
} Case;

static const Case bold_cases[] = {
  { "selection", "a {b} c", "a **{b}** c" },
  { "again", "a **{b}** c", "a {b} c" },
  { "marks-selected", "a {**b**} c", "a {b} c" },
  { "word-at-caret", "a éc|ole c", "a **éc|ole** c" },
  { "word-again", "a **éc|ole** c", "a éc|ole c" },
  { "word-at-its-start", "|ab", "**|ab**" },
  { "word-at-its-end", "ab| c", "**ab|** c" },
  { "word-with-apostrophe", "aujourd’hu|i", "**aujourd’hu|i**" },
  { "word-in-quotes", "'a|b'", "'**a|b**'" },
  { "nothing-at-caret", "a | b", "a **|** b" },
  { "nothing-again", "a **|** b", "a | b" },
  { "empty-text", "|", "**|**" },
  { "space-stays-outside", "a{ b }c", "a **{b}** c" },
  { "no-break-space-stays-outside", "«{\u00A0b\u00A0}»", "«\u00A0**{b}**\u00A0»" },
  { "only-space", "a{ }b", "a**|** b" },
  { "inside-italic", "*{b}*", "***{b}***" },
  { "out-of-both", "***{b}***", "*{b}*" },
  { "lines", "{a\n\n b }\nc", "**{a**\n\n **b}** \nc" },
  { "lines-again", "**{a**\n\n **b}** \nc", "{a\n\n b} \nc" },
  { "lines-of-which-one-has-it", "{a\n**b**}", "**{a**\n**b}**" },
  { "crlf", "{a\r\nb}", "**{a**\r\n**b}**" },
  { "items", "{- a\n- [ ] b\n2. c}", "- **{a**\n- [ ] **b**\n2. **c}**" },
  { "items-again", "- **{a**\n- [ ] **b**\n2. **c}**", "- {a\n- [ ] b\n2. c}" },
  { "heading-and-quote", "{## a\n> b}", "## **{a**\n> **b}**" },
  { "bullet-of-asterisk", "{* a}", "* **{a}**" },
};

static const Case italic_cases[] = {
  { "selection", "a {b} c", "a *{b}* c" },   { "again", "a *{b}* c", "a {b} c" },
  { "inside-bold", "**{b}**", "***{b}***" }, { "out-of-both", "***{b}***", "**{b}**" },
  { "word-at-caret", "日|本", "*日|本*" },
};

static const Case heading_cases[] = {
  { "caret", "a|b", "## a|b" },
  { "again", "## a|b", "a|b" },
  { "other-level", "# a|", "## a|" },
  { "deeper-level", "##### a|b", "## a|b" },
  { "caret-in-marks", "#|# a", "|a" },
  { "empty-line", "|", "## |" },
  { "second-line", "a\nb|", "a\n## b|" },
  { "lines", "{a\n\nb}", "## {a\n\n## b}" },
  { "lines-again", "## {a\n\n## b}", "{a\n\nb}" },
  { "not-the-line-after", "{a\n}b", "## {a\n}b" },
  { "hashtag-is-no-heading", "#a|", "## #a|" },
  { "seven", "####### a|", "## ####### a|" },
  { "crlf", "a|\r\nb", "## a|\r\nb" },
};

static const Case link_cases[] = {
  { "selection", "a {b c} d", "a [b c](|) d" },
  { "word-at-caret", "a b|c", "a [bc](|)" },
  { "nothing-at-caret", "a | b", "a [|]() b" },
  { "address", "{https://a.org/b}", "[|](https://a.org/b)" },
  { "not-an-address", "{https://}", "[https://](|)" },
  { "address-with-text", "{see https://a.org}", "[see https://a.org](|)" },
};

static GPtrArray *
run (const char *command, const char *text, FeuSelection *selection)
{
  gsize length = strlen (text);

  switch (*command)
    {
    case 'b':
      return feu_formatting_toggle_emphasis (
          text, length, FEU_EMPHASIS_BOLD, selection);
    case 'i':
      return feu_formatting_toggle_emphasis (
          text, length, FEU_EMPHASIS_ITALIC, selection);
    case 'h':
      return feu_formatting_set_heading (text, length, 2, selection);
    default:
      return feu_formatting_insert_link (text, length, selection);
    }
}

static void
check_case (const char *command, const Case *test)
{
  FeuSelection     selection = { 0, 0 };
  g_autofree char *text = read_marked (test->before, &selection);
  g_autofree char *result = apply (text, run (command, text, &selection));
  g_autofree char *after = write_marked (result, selection);

  g_assert_cmpstr (after, ==, test->after);
}

static void
test_bold (gconstpointer data)
{
  check_case ("bold", data);
}

static void
test_italic (gconstpointer data)
{
  check_case ("italic", data);
}

static void
test_heading (gconstpointer data)
{
  check_case ("heading", data);
}

static void
test_link (gconstpointer data)
{
  check_case ("link", data);
}

static void
test_plain_removes_headings (void)
{
  FeuSelection     selection = { 0, 0 };
  g_autofree char *text = read_marked ("{# a\nb\n### c}", &selection);
  g_autofree char *result =
      apply (text, feu_formatting_set_heading (text, strlen (text), 0, &selection));

  g_assert_cmpstr (result, ==, "a\nb\nc");
}

/* Several lines with items and headings; or one line with marks. */
static char *
dup_random_text (gboolean with_marks)
{
  static const char *const line_units[] = { "a", "b",  "é",  "日", "🎈",
                                            " ", "\n", "\n", ".",  "\u00A0",
                                            "’", "-",  "1.", "> ", "# " };
  static const char *const mark_units[] = { "a", "é",      "日", "🎈",  ".",
                                            " ", "\u00A0", "*",  "**", "***" };
  GString                 *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
    {
      int i = g_test_rand_int_range (0, G_N_ELEMENTS (line_units));
      g_string_append (text,
                       with_marks ? mark_units[i % (int) G_N_ELEMENTS (mark_units)]
                                  : line_units[i]);
    }
  return g_string_free (text, FALSE);
}

static FeuSelection
choose_selection (const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  glong a = g_test_rand_int_range (0, (gint32) n + 1);
  glong b = g_test_rand_int_range (0, (gint32) n + 1);

  return (FeuSelection){
    (gsize) (g_utf8_offset_to_pointer (text, MIN (a, b)) - text),
    (gsize) (g_utf8_offset_to_pointer (text, MAX (a, b)) - text),
  };
}

/* Whether the selection is not just of marks and space: taking a pair of marks from
 * between two words makes them one, which is then what is at the caret. */
static gboolean
has_words (const char *text, FeuSelection selection)
{
  g_autofree char *part = g_strndup (text + selection.start_bytes,
                                     selection.end_bytes - selection.start_bytes);
  return part[strspn (part, "* \u00A0")] != '\0';
}

/* Twice gives back what was there; in several lines only where all have it or none. */
static void
check_twice (gboolean with_marks)
{
  for (guint i = 0; i < 50000; i++)
    {
      const char      *command = i % 2 == 0 ? "bold" : "italic";
      g_autofree char *text = dup_random_text (with_marks);
      FeuSelection     selection = choose_selection (text);
      if (with_marks && !has_words (text, selection))
        continue;
      g_autofree char *once = apply (text, run (command, text, &selection));
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpuint (selection.start_bytes, <=, selection.end_bytes);
      g_assert_cmpuint (selection.end_bytes, <=, strlen (once));
      g_autofree char *twice = apply (once, run (command, once, &selection));
      g_assert_cmpstr (twice, ==, text);
    }
}

static void
test_twice_is_identity (void)
{
  check_twice (/* with_marks= */ FALSE);
}

static void
test_twice_is_identity_among_marks (void)
{
  check_twice (/* with_marks= */ TRUE);
}

static void
test_any_selection_is_safe (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *text = dup_random_text (TRUE);
      FeuSelection     selection = choose_selection (text);
      g_autofree char *result =
          apply (text, run (i % 2 == 0 ? "heading" : "link", text, &selection));
      g_assert_true (g_utf8_validate (result, -1, NULL));
      g_assert_cmpuint (selection.start_bytes, <=, selection.end_bytes);
      g_assert_cmpuint (selection.end_bytes, <=, strlen (result));
    }
}

static void
add_cases (const char *prefix, const Case *cases, gsize n, GTestDataFunc function)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/core/formatting/%s/%s", prefix, cases[i].path);
      g_test_add_data_func (path, &cases[i], function);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("bold", bold_cases, G_N_ELEMENTS (bold_cases), test_bold);
  add_cases ("italic", italic_cases, G_N_ELEMENTS (italic_cases), test_italic);
  add_cases ("heading", heading_cases, G_N_ELEMENTS (heading_cases), test_heading);
  add_cases ("link", link_cases, G_N_ELEMENTS (link_cases), test_link);
  g_test_add_func ("/core/formatting/plain-removes-headings",
                   test_plain_removes_headings);
  g_test_add_func ("/core/formatting/twice-is-identity", test_twice_is_identity);
  g_test_add_func ("/core/formatting/twice-is-identity-among-marks",
                   test_twice_is_identity_among_marks);
  g_test_add_func ("/core/formatting/any-selection-is-safe",
                   test_any_selection_is_safe);
  return g_test_run ();
}
