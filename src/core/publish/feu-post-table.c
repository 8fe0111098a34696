/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All cells are made first, so that columns can be counted and aligned.
 */
#include "config.h"

#include "feu-post-table.h"

#include <string.h>

#define MAX_COLUMNS 64

typedef struct
{
  const FeuPostContext *context; /* borrowed */
  GPtrArray *rows; /* (element-type GPtrArray), of texts, owned; heading first */
  char       alignments[MAX_COLUMNS]; /* 'l', 'c', 'r' or '\0' */
} Table;

static char
get_alignment (const xmlNode *cell)
{
  g_autofree char *data = feu_post_html_dup_attribute (cell, "data-align");
  g_autofree char *old = feu_post_html_dup_attribute (cell, "align");
  g_autofree char *name = feu_post_html_dup_class_after (cell, "has-text-align-");
  const char      *value = data != NULL ? data : name != NULL ? name : old;

  if (g_strcmp0 (value, "left") == 0 || g_strcmp0 (value, "center") == 0 ||
      g_strcmp0 (value, "right") == 0)
    return value[0];
  return '\0';
}

static gboolean
has_attribute (const xmlNode *cell, const char *name)
{
  g_autofree char *value = feu_post_html_dup_attribute (cell, name);
  return value != NULL && strcmp (value, "1") != 0;
}

static gboolean
add_row (Table *self, const xmlNode *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (self->rows, cells);
  for (const xmlNode *cell = feu_post_html_skip_nothing (row->children); cell != NULL;
       cell = feu_post_html_skip_nothing (cell->next))
    {
      if (!(feu_post_html_is (cell, "td") || feu_post_html_is (cell, "th")) ||
          cells->len == MAX_COLUMNS || has_attribute (cell, "colspan") ||
          has_attribute (cell, "rowspan"))
        return FALSE;
      char *text = feu_post_inline_dup (cell, FEU_INLINE_CELL, self->context);
      if (text == NULL)
        return FALSE;
      if (self->alignments[cells->len] == '\0')
        self->alignments[cells->len] = get_alignment (cell);
      g_ptr_array_add (cells, text);
    }
  return TRUE;
}

static gboolean
add_rows (Table *self, const xmlNode *section)
{
  for (const xmlNode *row = feu_post_html_skip_nothing (section->children); row != NULL;
       row = feu_post_html_skip_nothing (row->next))
    if (!feu_post_html_is (row, "tr") || !add_row (self, row))
      return FALSE;
  return TRUE;
}

static gboolean
read_table (Table *self, const xmlNode *node)
{
  gboolean has_head = FALSE;

  for (const xmlNode *part = feu_post_html_skip_nothing (node->children); part != NULL;
       part = feu_post_html_skip_nothing (part->next))
    {
      gboolean is_head = feu_post_html_is (part, "thead");
      if (is_head && (has_head || self->rows->len > 0))
        return FALSE;
      if (!has_head && !is_head && self->rows->len == 0)
        g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
      has_head |= is_head;
      if (feu_post_html_is (part, "tr")                 ? !add_row (self, part)
          : is_head || feu_post_html_is (part, "tbody") ? !add_rows (self, part)
                                                        : TRUE)
        return FALSE;
      if (is_head && self->rows->len != 1)
        return FALSE;
    }
  return self->rows->len > 0;
}

static guint
count_columns (const Table *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n = MAX (n, ((const GPtrArray *) g_ptr_array_index (self->rows, i))->len);
  return n;
}

static void
write_row (GString *out, const GPtrArray *cells, guint n_columns)
{
  g_string_append_c (out, '|');
  for (guint i = 0; i < n_columns; i++)
    {
      const char *text = i < cells->len ? g_ptr_array_index (cells, i) : "";
      g_string_append_printf (out, " %s%s|", text, *text != '\0' ? " " : "");
    }
}

static void
write_rule (GString *out, const char *alignments, guint n_columns)
{
  g_string_append (out, "\n|");
  for (guint i = 0; i < n_columns; i++)
    {
      char c = alignments[i];
      g_string_append (out, c == 'l' || c == 'c' ? " :-" : " --");
      g_string_append (out, c == 'r' || c == 'c' ? "-: |" : "- |");
    }
}

char *
feu_post_table_dup (const xmlNode *node, const FeuPostContext *context)
{
  Table self = { .context = context };
  self.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gboolean is_read = read_table (&self, node);
  guint    n_columns = count_columns (&self);
  GString *out = g_string_new (NULL);

  for (guint i = 0; is_read && i < self.rows->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      write_row (out, g_ptr_array_index (self.rows, i), n_columns);
      if (i == 0)
        write_rule (out, self.alignments, n_columns);
    }
  g_ptr_array_unref (self.rows);
  return g_string_free (out, !is_read || n_columns == 0);
}
