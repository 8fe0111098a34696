/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * cmark-gfm keeps its table of special characters in a global that each parse changes,
 * so one parse runs at a time.
 */
#include "config.h"

#include "feu-cmark-parse-private.h"

#include "feu-cmark-arena.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

/* Exported by libcmark-gfm-extensions, declared in none of its installed headers. */
extern cmark_node_type CMARK_NODE_TABLE;

static gpointer
register_extensions (gpointer unused)
{
  cmark_gfm_core_extensions_ensure_registered ();
  return NULL;
}

/* The paragraph that cmark cuts off before a table has no lines, and the table has its
 * lines besides its own. */
static void
repair_lines (cmark_node *paragraph)
{
  cmark_node *table = paragraph->next;
  int         n_lines = 1;

  for (int i = 0; i < paragraph->content.size - 1; i++)
    n_lines += paragraph->content.ptr[i] == '\n' ? 1 : 0;
  paragraph->start_line = table->start_line;
  paragraph->end_line = table->start_line + n_lines - 1;
  table->start_line += n_lines;
}

static void
repair_lines_below (cmark_node *document)
{
  cmark_node *node = document;

  while (node != NULL)
    {
      if (node->start_line == 0 && node->type == CMARK_NODE_PARAGRAPH &&
          node->next != NULL && node->next->type == CMARK_NODE_TABLE)
        repair_lines (node);
      if (node->first_child != NULL && CMARK_NODE_BLOCK_P (node->first_child))
        {
          node = node->first_child;
          continue;
        }
      while (node != NULL && node->next == NULL)
        node = node->parent;
      node = node != NULL ? node->next : NULL;
    }
}

cmark_node *
feu_cmark_parse (const char *body, gsize length_bytes)
{
  static const char *const names[] = {
    "table", "strikethrough", "autolink", "tasklist"
  };
  static GOnce  once = G_ONCE_INIT;
  static GMutex special_characters_lock;

  g_once (&once, register_extensions, NULL);
  cmark_parser *parser =
      cmark_parser_new_with_mem (FEU_CMARK_OPTIONS, feu_cmark_arena_get_mem ());
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cmark_parser_attach_syntax_extension (parser,
                                          cmark_find_syntax_extension (names[i]));
  g_mutex_lock (&special_characters_lock);
  cmark_parser_feed (parser, body, length_bytes);
  cmark_node *document = cmark_parser_finish (parser);
  g_mutex_unlock (&special_characters_lock);
  repair_lines_below (document);
  return document;
}

int
feu_cmark_get_end_line (cmark_node *node)
{
  while ((node->type == CMARK_NODE_LIST || node->type == CMARK_NODE_ITEM) &&
         node->last_child != NULL)
    node = node->last_child;
  if (node->type != CMARK_NODE_HTML_BLOCK)
    return node->end_line;
  int end_line = node->start_line - 1;
  for (const char *at = cmark_node_get_literal (node); *at != '\0'; at++)
    end_line += *at == '\n' ? 1 : 0;
  return end_line;
}
