/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Built with GVariant, so that text reaches the page as data and never as script.
 */
#include "config.h"

#include "feu-preview-patch.h"

#include "feu-block-diff.h"

#include <glib/gi18n.h>

#define BLOCK_MARKER "<!---->"
/* More than a screen of text, and yet laid out within a few frames. */
#define FIRST_BLOCKS 60

void
feu_preview_state_clear (FeuPreviewState *self)
{
  g_clear_pointer (&self->article, feu_article_unref);
  g_clear_pointer (&self->head, g_free);
  g_clear_pointer (&self->foot, g_free);
  self->n_blocks = 0;
}

/* From an empty page on: the beginning, then always four times as much. */
static guint
get_next_n_blocks (const FeuPreviewState *shown, guint n_blocks)
{
  gboolean was_whole =
      shown->article != NULL && feu_preview_state_is_whole (shown, shown->article);

  if (was_whole)
    return n_blocks;
  return MIN (n_blocks, MAX (shown->n_blocks * 4, FIRST_BLOCKS));
}

void
feu_preview_state_init (FeuPreviewState       *self,
                        const FeuPreviewState *shown,
                        FeuArticle            *article,
                        const FeuPageContext  *context)
{
  self->article = feu_article_ref (article);
  self->n_blocks = get_next_n_blocks (shown, feu_article_get_blocks (article)->len);
  self->head = feu_page_dup_header (article, context);
  self->foot = feu_page_dup_footer (article, context);
}

gboolean
feu_preview_state_is_whole (const FeuPreviewState *self, FeuArticle *article)
{
  return self->article == article &&
         self->n_blocks == feu_article_get_blocks (article)->len;
}

/* (transfer container): the blocks that the page shows in @state. */
static GPtrArray *
list_blocks (const FeuPreviewState *state)
{
  GPtrArray       *blocks = g_ptr_array_sized_new (state->n_blocks);
  const GPtrArray *all =
      state->article != NULL ? feu_article_get_blocks (state->article) : NULL;

  for (guint i = 0; i < state->n_blocks; i++)
    g_ptr_array_add (blocks, g_ptr_array_index (all, i));
  return blocks;
}

static char *
dup_inserted_html (const GPtrArray *blocks, const FeuBlockDiff *diff)
{
  gsize length = 1;

  for (guint i = 0; i < diff->n_inserted; i++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, diff->first + i);
      length += block->html_length + sizeof BLOCK_MARKER;
    }
  GString *html = g_string_sized_new (length);
  for (guint i = 0; i < diff->n_inserted; i++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, diff->first + i);
      g_string_append (html, BLOCK_MARKER);
      g_string_append_len (html, block->html, (gssize) block->html_length);
    }
  return g_string_free (html, FALSE);
}

static void
insert_part (GVariantDict *patch,
             const char   *key,
             const char   *shown,
             const char   *wanted)
{
  if (g_strcmp0 (shown, wanted) != 0)
    g_variant_dict_insert (patch, key, "s", wanted);
}

static gboolean
is_empty (const FeuPreviewState *state)
{
  return feu_article_get_blocks (state->article)->len == 0 && *state->head == '\0' &&
         *state->foot == '\0';
}

GVariant *
feu_preview_patch_new (const FeuPreviewState *shown, const FeuPreviewState *wanted)
{
  GVariantDict patch;
  g_autoptr (GPtrArray) old_blocks = list_blocks (shown);
  g_autoptr (GPtrArray) blocks = list_blocks (wanted);
  FeuBlockDiff diff = feu_block_diff (old_blocks, blocks);
  const char  *title = feu_article_get_title (wanted->article);
  const char  *language = feu_article_get_language (wanted->article);
  char        *html = dup_inserted_html (blocks, &diff);

  g_variant_dict_init (&patch, NULL);
  g_variant_dict_insert (&patch, "lang", "s", language);
  g_variant_dict_insert (
      &patch, "dir", "s", feu_page_is_right_to_left (language) ? "rtl" : "ltr");
  g_variant_dict_insert (&patch, "title", "s", title != NULL ? title : "");
  g_variant_dict_insert (
      &patch, "revision", "d", (double) feu_article_get_revision (wanted->article));
  g_variant_dict_insert (&patch, "first", "u", diff.first);
  g_variant_dict_insert (&patch, "removed", "u", diff.n_removed);
  g_variant_dict_insert (&patch, "inserted", "u", diff.n_inserted);
  g_variant_dict_insert_value (&patch, "html", g_variant_new_take_string (html));
  g_variant_dict_insert (
      &patch, "hint", "s", is_empty (wanted) ? _ ("The article appears here") : "");
  insert_part (&patch, "head", shown->head, wanted->head);
  insert_part (&patch, "foot", shown->foot, wanted->foot);
  return g_variant_dict_end (&patch);
}
