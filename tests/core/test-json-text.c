/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON among what servers print beside it.
 */
#include "config.h"

#include "feu-json-text.h"

#include <string.h>

#define NOTICE                                                                         \
  "<br />\n<b>Warning</b>: Undefined offset [0] in /x.php on line <b>3</b>\n"

static void
test_finds_value (void)
{
  static const struct
  {
    const char *text;
    const char *json; /* NULL: none is found */
  } cases[] = {
    { "{\"a\":1}", "{\"a\":1}" },
    { " \r\n[1,2]\n", "[1,2]" },
    { "\xEF\xBB\xBF{\"a\":\"é\"}", "{\"a\":\"é\"}" },
    { NOTICE "{\"a\":[1]}", "{\"a\":[1]}" },
    { "{\"a\":[1]}" NOTICE, "{\"a\":[1]}" },
    { NOTICE NOTICE "{\"a\":\"}\\\"{\"}" NOTICE, "{\"a\":\"}\\\"{\"}" },
    { "Notice: it's {broken\n{\"a\":1}", "{\"a\":1}" },
    { "", NULL },
    { "{", NULL },
    { "\"text\"", NULL },
    { "null", NULL },
    { "<!DOCTYPE html><title>No</title>", NULL },
    { "<script>window.x = {a: 1};</script>", NULL },
    { "{\"a\":\"\xff\"}", NULL },
    { "{\"a\":1", NULL },
    { "{\"a\":\"\\", NULL },
    { "}{]", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node =
          feu_json_text_parse (cases[i].text, strlen (cases[i].text));
      g_autofree char *json = node != NULL ? json_to_string (node, FALSE) : NULL;
      g_assert_cmpstr (json, ==, cases[i].json);
    }
  g_assert_null (feu_json_text_parse (NULL, 0));
}

static void
test_refuses_depth (void)
{
  const gsize depths[] = { 150, 300, 1000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      GString *text = g_string_new (NULL);
      for (gsize n = 0; n < depths[i]; n++)
        g_string_append_c (text, '[');
      for (gsize n = 0; n < depths[i]; n++)
        g_string_append_c (text, ']');
      g_autoptr (JsonNode) node = feu_json_text_parse (text->str, text->len);
      if (depths[i] < 200)
        g_assert_nonnull (node);
      g_string_free (text, TRUE);
    }
}

static void
test_keeps_numbers (void)
{
  const char text[] = "{\"id\":9007199254740993,\"nul\":\"a\\u0000b\"}";
  g_autoptr (JsonNode) node = feu_json_text_parse (text, strlen (text));

  g_assert_nonnull (node);
  JsonObject *object = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (object, "id"),
                   ==,
                   G_GINT64_CONSTANT (9007199254740993));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-text/finds-value", test_finds_value);
  g_test_add_func ("/core/json-text/refuses-depth", test_refuses_depth);
  g_test_add_func ("/core/json-text/keeps-numbers", test_keeps_numbers);
  return g_test_run ();
}
