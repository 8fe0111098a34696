/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a footnote. On the site it is one line of rich text, so what is more than
 * that in the article becomes lines with breaks between.
 */
#include "config.h"

#include "feu-markup-writer-private.h"

#include "feu-raw-html.h"

#include <json-glib/json-glib.h>

/* Separates from what was written since @start. */
static void
put_break (FeuMarkupWriter *self, gsize start, const char *separator)
{
  if (self->out->len > start)
    g_string_append (self->out, separator);
}

static void put_blocks (FeuMarkupWriter *self,
                        const FeuNode   *parent,
                        const char      *separator);

static void
put_list (FeuMarkupWriter *self, const FeuNode *list)
{
  gsize start = self->out->len;
  guint number = list->number;

  for (const FeuNode *item = list->first_child; item != NULL; item = item->next)
    {
      put_break (self, start, "<br>");
      if (list->is_ordered)
        feu_markup_put_format (self, "%u. ", number++);
      else
        g_string_append (self->out, item->is_task ? "" : "• ");
      if (item->is_task)
        g_string_append (self->out, item->is_checked ? "☑ " : "☐ ");
      put_blocks (self, item, "<br>");
    }
}

static void
put_table (FeuMarkupWriter *self, const FeuNode *table)
{
  gsize start = self->out->len;

  for (const FeuNode *row = table->first_child; row != NULL; row = row->next)
    {
      put_break (self, start, "<br>");
      for (const FeuNode *cell = row->first_child; cell != NULL; cell = cell->next)
        {
          feu_markup_put_inline (self, cell->first_child, NULL, 0);
          g_string_append (self->out, cell->next != NULL ? " · " : "");
        }
    }
}

static void
put_code (FeuMarkupWriter *self, const char *code)
{
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);

  g_string_append (self->out, "<code>");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* The last one ends with a line end. */
      if (i > 0 && (lines[i + 1] != NULL || *lines[i] != '\0'))
        g_string_append (self->out, "<br>");
      feu_markup_put_text (self, lines[i]);
    }
  g_string_append (self->out, "</code>");
}

static void
put_raw_text (FeuMarkupWriter *self, const char *html)
{
  g_autoptr (GString) text = g_string_new (NULL);

  feu_raw_html_append_text (html, text);
  g_strstrip (text->str);
  feu_markup_put_text (self, text->str);
}

static void
put_block (FeuMarkupWriter *self, const FeuNode *node)
{
  switch ((int) node->type)
    {
    case FEU_NODE_PARAGRAPH:
      feu_markup_put_inline (self, node->first_child, NULL, 0);
      break;
    case FEU_NODE_HEADING:
      g_string_append (self->out, "<strong>");
      feu_markup_put_inline (self, node->first_child, NULL, 0);
      g_string_append (self->out, "</strong>");
      break;
    case FEU_NODE_QUOTE:
      put_blocks (self, node, "<br><br>");
      break;
    case FEU_NODE_LIST:
      put_list (self, node);
      break;
    case FEU_NODE_CODE_BLOCK:
      put_code (self, node->text);
      break;
    case FEU_NODE_TABLE:
      put_table (self, node);
      break;
    case FEU_NODE_RAW_BLOCK:
      put_raw_text (self, node->text);
      break;
    }
}

static void
put_blocks (FeuMarkupWriter *self, const FeuNode *parent, const char *separator)
{
  gsize start = self->out->len;

  for (const FeuNode *at = parent->first_child; at != NULL; at = at->next)
    {
      gsize before = self->out->len;
      put_break (self, start, separator);
      gsize written = self->out->len;
      put_block (self, at);
      if (self->out->len == written)
        g_string_truncate (self->out, before);
    }
}

static gboolean
is_simple (const FeuNode *node)
{
  if (node->first_child == NULL)
    return TRUE;
  if (feu_node_is_inline (node->first_child))
    return feu_markup_has_simple_inline (node);
  for (const FeuNode *at = node->first_child; at != NULL; at = at->next)
    if (!is_simple (at))
      return FALSE;
  return TRUE;
}

void
feu_markup_put_note (FeuMarkupWriter *self, const FeuNode *note)
{
  self->in_note = TRUE;
  self->drops_raw = !is_simple (note);
  self->line = note->start_line;
  put_blocks (self, note, "<br><br>");
  self->drops_raw = FALSE;
  self->in_note = FALSE;
}

char *
feu_markup_dup_footnotes (FeuMarkupWriter *self, const FeuNode *first)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (const FeuNode *note = first; note != NULL; note = note->next)
    {
      g_autofree char *id = feu_markup_dup_note_id (self, note->text);
      g_string_truncate (self->out, 0);
      feu_markup_put_note (self, note);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "content");
      json_builder_add_string_value (builder, self->out->str);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, id);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
