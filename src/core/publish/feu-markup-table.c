/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables, in the spelling of the block editor; the classic one has no other.
 */
#include "config.h"

#include "feu-markup-writer-private.h"

static const char *
get_alignment_name (FeuAlignment alignment)
{
  switch (alignment)
    {
    case FEU_ALIGNMENT_LEFT:
      return "left";
    case FEU_ALIGNMENT_CENTER:
      return "center";
    case FEU_ALIGNMENT_RIGHT:
      return "right";
    case FEU_ALIGNMENT_NONE:
      return NULL;
    }
  g_assert_not_reached ();
}

static void
put_row (FeuMarkupWriter *self, const FeuNode *row)
{
  const char *element = row->is_header ? "th" : "td";

  g_string_append (self->out, "<tr>");
  for (const FeuNode *cell = row->first_child; cell != NULL; cell = cell->next)
    {
      const char *alignment = get_alignment_name (cell->alignment);
      feu_markup_put_format (self, "<%s", element);
      if (alignment != NULL)
        feu_markup_put_format (self,
                               " class=\"has-text-align-%s\" data-align=\"%s\"",
                               alignment,
                               alignment);
      g_string_append_c (self->out, '>');
      feu_markup_put_inline (self, cell->first_child, NULL, 0);
      feu_markup_put_format (self, "</%s>", element);
    }
  g_string_append (self->out, "</tr>");
}

void
feu_markup_put_table (FeuMarkupWriter *self,
                      const FeuNode   *table,
                      const FeuNode   *caption,
                      gsize            skip_bytes)
{
  const FeuNode *row = table->first_child;

  g_string_append (self->out, "<figure class=\"wp-block-table\"><table>");
  if (row != NULL && row->is_header)
    {
      g_string_append (self->out, "<thead>");
      put_row (self, row);
      g_string_append (self->out, "</thead>");
      row = row->next;
    }
  if (row != NULL)
    {
      g_string_append (self->out, "<tbody>");
      for (; row != NULL; row = row->next)
        put_row (self, row);
      g_string_append (self->out, "</tbody>");
    }
  g_string_append (self->out, "</table>");
  if (caption != NULL)
    {
      g_string_append (self->out, "<figcaption class=\"wp-element-caption\">");
      feu_markup_put_inline (self, caption->first_child, NULL, skip_bytes);
      g_string_append (self->out, "</figcaption>");
    }
  g_string_append (self->out, "</figure>");
}

gboolean
feu_markup_has_simple_cells (const FeuNode *table)
{
  for (const FeuNode *row = table->first_child; row != NULL; row = row->next)
    for (const FeuNode *cell = row->first_child; cell != NULL; cell = cell->next)
      if (!feu_markup_has_simple_inline (cell))
        return FALSE;
  return TRUE;
}
