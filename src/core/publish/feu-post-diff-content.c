/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Elements and attributes are counted: a site takes out tags of some kind, or
 * attributes with some name, wherever they are. What that does not explain is shown by
 * the first words that differ.
 */
#include "config.h"

#include "feu-post-diff-private.h"

#include "feu-post-normal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMED 6
#define QUOTE_CHARACTERS 40
#define QUOTE_BEFORE_CHARACTERS 12

/* What is in one content. */
typedef struct
{
  GHashTable *elements;   /* (element-type utf8 guint), owned: how many of each */
  GHashTable *attributes; /* (element-type utf8 guint), owned: as "element name" */
  GString    *text;       /* owned: what is between tags */
} Inventory;

static void
count_one (GHashTable *counts, char *take_name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, take_name));
  g_hash_table_replace (counts, take_name, GUINT_TO_POINTER (n + 1));
}

static guint
get_count (GHashTable *counts, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));
}

static void
count_tag (Inventory *self, const FeuPostTag *tag)
{
  if (tag->name[0] == '!' || tag->name[0] == '/')
    return;
  count_one (self->elements, g_strdup (tag->name));
  for (guint i = 0; i + 1 < tag->attributes->len; i += 2)
    {
      const char *name = g_ptr_array_index (tag->attributes, i);
      count_one (self->attributes, g_strconcat (tag->name, " ", name, NULL));
    }
}

/* @content: in the one spelling */
static void
take_inventory (Inventory *self, const char *content)
{
  gsize length = strlen (content);

  self->elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->text = g_string_new (NULL);
  for (gsize at = 0; at < length;)
    {
      g_autoptr (FeuPostTag) tag =
          content[at] == '<' ? feu_post_tag_read (content, length, at) : NULL;
      if (tag != NULL)
        {
          count_tag (self, tag);
          at = tag->end_bytes;
          continue;
        }
      if (!g_ascii_isspace (content[at]))
        g_string_append_c (self->text, content[at]);
      else if (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
        g_string_append_c (self->text, ' ');
      at++;
    }
}

static void
inventory_clear (Inventory *self)
{
  g_hash_table_unref (self->elements);
  g_hash_table_unref (self->attributes);
  g_string_free (self->text, TRUE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "iframe × 2, script × 1"; NULL when nothing is missing. */
static char *
dup_missing_elements (const Inventory *sent, const Inventory *got)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer       name = NULL;
  gpointer       count = NULL;

  g_hash_table_iter_init (&iter, sent->elements);
  while (g_hash_table_iter_next (&iter, &name, &count))
    {
      guint n_sent = GPOINTER_TO_UINT (count);
      guint n_got = get_count (got->elements, name);
      if (n_got < n_sent)
        g_ptr_array_add (parts,
                         g_strdup_printf ("%s × %u", (char *) name, n_sent - n_got));
    }
  if (parts->len == 0)
    return NULL;
  g_ptr_array_sort (parts, compare_names);
  if (parts->len > MAX_NAMED)
    {
      g_ptr_array_set_size (parts, MAX_NAMED);
      g_ptr_array_add (parts, g_strdup ("…"));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* "onclick, srcset": of elements that are there; NULL when nothing is missing. */
static char *
dup_missing_attributes (const Inventory *sent, const Inventory *got)
{
  g_autoptr (GHashTable) names =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       key = NULL;
  gpointer       count = NULL;

  g_hash_table_iter_init (&iter, sent->attributes);
  while (g_hash_table_iter_next (&iter, &key, &count))
    {
      const char      *name = strchr (key, ' ') + 1;
      g_autofree char *element = g_strndup (key, (gsize) (name - (char *) key) - 1);
      if (get_count (got->elements, element) >= get_count (sent->elements, element) &&
          get_count (got->attributes, key) < GPOINTER_TO_UINT (count))
        g_hash_table_add (names, g_strdup (name));
    }
  if (g_hash_table_size (names) == 0)
    return NULL;
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (sorted, key);
  g_ptr_array_sort (sorted, compare_names);
  if (sorted->len > MAX_NAMED)
    g_ptr_array_set_size (sorted, MAX_NAMED);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (", ", (char **) sorted->pdata);
}

/* Some words of @text around the byte @at. */
static char *
dup_quote (const char *text, gsize at)
{
  const char *start = text + at;
  const char *end = NULL;

  while (((guchar) *start & 0xc0) == 0x80)
    start--;
  end = start;
  for (int i = 0; i < QUOTE_BEFORE_CHARACTERS && start > text; i++)
    start = g_utf8_prev_char (start);
  for (int i = 0; i < QUOTE_CHARACTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  g_autofree char *quote = g_strndup (start, (gsize) (end - start));
  return g_strdup_printf (
      "%s%s%s", start > text ? "…" : "", g_strstrip (quote), *end != '\0' ? "…" : "");
}

static void
describe_text (const Inventory *sent, const Inventory *got, GPtrArray *notes)
{
  const char *before = sent->text->str;
  const char *after = got->text->str;
  gsize       at = 0;

  while (before[at] != '\0' && before[at] == after[at])
    at++;
  g_autofree char *old_words = dup_quote (before, at);
  g_autofree char *new_words = dup_quote (after, at);
  g_ptr_array_add (notes,
                   g_strdup_printf (_ ("The site changed the text: “%s” was sent, and "
                                       "it now reads “%s”."),
                                    old_words,
                                    new_words));
}

static gboolean
has_lost (const Inventory *sent, const Inventory *got, const char *element)
{
  return get_count (got->elements, element) < get_count (sent->elements, element);
}

static gboolean
describe_elements (const Inventory *sent,
                   const Inventory *got,
                   FeuRights        rights,
                   GPtrArray       *notes)
{
  g_autofree char *elements = dup_missing_elements (sent, got);
  gboolean         is_code_shown =
      has_lost (sent, got, "script") || has_lost (sent, got, "style");

  if (elements == NULL)
    return FALSE;
  g_ptr_array_add (
      notes,
      g_strdup_printf ((rights & FEU_RIGHT_RAW_HTML) == 0
                           ? _ ("Your account may not use all of HTML on this site, so "
                                "the site removed from the text: %s.")
                           : _ ("The site removed HTML from the text: %s."),
                       elements));
  if (is_code_shown && got->text->len >= sent->text->len)
    g_ptr_array_add (notes,
                     g_strdup (_ ("The code that was in a removed script or style "
                                  "element is now shown as text. Take it out of the "
                                  "article and publish again.")));
  return TRUE;
}

void
feu_post_diff_describe_content (const char *sent,
                                const char *got,
                                FeuRights   rights,
                                GPtrArray  *notes)
{
  g_autofree char *normal_sent = feu_post_normal_dup (sent, strlen (sent));
  g_autofree char *normal_got = feu_post_normal_dup (got, strlen (got));
  Inventory        in_sent = { 0 };
  Inventory        in_got = { 0 };

  if (strcmp (normal_sent, normal_got) == 0)
    return;
  if (*normal_got == '\0')
    {
      g_ptr_array_add (notes,
                       g_strdup (_ ("The site did not keep the text of the post: it is "
                                    "empty there.")));
      return;
    }
  take_inventory (&in_sent, normal_sent);
  take_inventory (&in_got, normal_got);
  gboolean         is_told = describe_elements (&in_sent, &in_got, rights, notes);
  g_autofree char *attributes = dup_missing_attributes (&in_sent, &in_got);
  if (attributes != NULL)
    g_ptr_array_add (
        notes,
        g_strdup_printf (_ ("The site removed attributes of HTML elements: %s."),
                         attributes));
  if (strcmp (in_sent.text->str, in_got.text->str) != 0 && !is_told)
    describe_text (&in_sent, &in_got, notes);
  else if (!is_told && attributes == NULL)
    g_ptr_array_add (notes,
                     g_strdup (_ ("The site stored the HTML of the text a little "
                                  "differently. Look at the post to see whether "
                                  "everything is in its place.")));
  inventory_clear (&in_sent);
  inventory_clear (&in_got);
}
