/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists. The editor's items are a line of text and blocks below it, so an item's first
 * paragraph is that line; whether there are blank lines between items is not kept.
 */
#include "config.h"

#include "feu-block-markup-private.h"
#include "feu-shape.h"

/* Whether @item's first paragraph can be the text of an item. */
static gboolean
begins_with_text (const FeuNode *item)
{
  const FeuNode *first = item->first_child;
  const FeuNode *link = NULL;

  return first != NULL && first->type == FEU_NODE_PARAGRAPH &&
         feu_shape_get_figure (first, &link) == NULL && !feu_shape_is_gallery (first) &&
         feu_markup_has_simple_inline (first);
}

static void
put_item (FeuMarkupWriter *self, const FeuNode *item)
{
  const FeuNode *first = item->first_child;

  g_string_append (self->out, "<!-- wp:list-item -->\n<li>");
  /* kses would take real boxes out. */
  if (item->is_task)
    g_string_append (self->out, item->is_checked ? "☑ " : "☐ ");
  if (begins_with_text (item))
    {
      feu_markup_put_inline (self, first->first_child, NULL, 0);
      first = first->next;
    }
  /* What stands between these would be taken for text of the item. */
  feu_block_put_siblings (self, first, "");
  g_string_append (self->out, "</li>\n<!-- /wp:list-item -->");
}

static void
begin_list (FeuMarkupWriter *self, gboolean is_ordered, guint start)
{
  g_string_append (self->out, "<!-- wp:list");
  if (is_ordered && start != 1)
    feu_markup_put_format (self, " {\"ordered\":true,\"start\":%u}", start);
  else if (is_ordered)
    g_string_append (self->out, " {\"ordered\":true}");
  g_string_append (self->out, is_ordered ? " -->\n<ol" : " -->\n<ul");
  if (is_ordered && start != 1)
    feu_markup_put_format (self, " start=\"%u\"", start);
  g_string_append (self->out, " class=\"wp-block-list\">");
}

static void
end_list (FeuMarkupWriter *self, gboolean is_ordered)
{
  g_string_append (self->out, is_ordered ? "</ol>" : "</ul>");
  g_string_append (self->out, "\n<!-- /wp:list -->");
}

void
feu_block_put_list (FeuMarkupWriter *self, const FeuNode *list)
{
  begin_list (self, list->is_ordered, list->number);
  for (const FeuNode *item = list->first_child; item != NULL; item = item->next)
    {
      put_item (self, item);
      g_string_append (self->out, item->next != NULL ? "\n\n" : "");
    }
  end_list (self, list->is_ordered);
}

void
feu_block_put_note_list (FeuMarkupWriter *self, const FeuNode *first)
{
  g_string_append (self->out,
                   "<!-- wp:separator -->\n<hr class=\"wp-block-separator "
                   "has-alpha-channel-opacity\"/>\n<!-- /wp:separator -->\n\n");
  begin_list (self, TRUE, 1);
  for (const FeuNode *note = first; note != NULL; note = note->next)
    {
      g_autofree char *id = feu_markup_dup_note_id (self, note->text);
      /* The editor of 6.1 takes no id on an item. */
      feu_markup_put_format (self, "<!-- wp:list-item -->\n<li><span id=\"%s\">", id);
      feu_markup_put_note (self, note);
      feu_markup_put_format (self,
                             "</span> <a href=\"#%s-link\">↩︎</a></li>\n"
                             "<!-- /wp:list-item -->%s",
                             id,
                             note->next != NULL ? "\n\n" : "");
    }
  end_list (self, TRUE);
}
