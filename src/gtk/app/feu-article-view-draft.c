/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The copy of the article that survives a crash.
 */
#include "config.h"

#include "feu-article-view-private.h"

#include <glib/gi18n.h>

static void
describe_draft (FeuDraftInfo *info, gpointer user_data)
{
  FeuArticleView *self = user_data;
  FeuArticle     *article = feu_pipeline_get_article (self->pipeline);

  info->caret_bytes = feu_article_view_get_caret_bytes (self);
  info->title = article != NULL ? g_strdup (feu_article_get_title (article)) : NULL;
}

/* Said once, not at each try. */
static void
on_draft_problem_cb (FeuArticleView *self)
{
  const char *problem = feu_draft_writer_get_problem (self->draft_writer);

  if (problem == NULL)
    {
      gtk_info_bar_set_revealed (self->message_bar, FALSE);
      return;
    }
  g_autofree char *text = g_strdup_printf (
      _ ("%s. Your text is safe in this window as long as it is open. Save the article "
         "now and then; Feuillet keeps trying to protect it against a crash."),
      problem);
  feu_article_view_show_message (
      self, _ ("No safety copy of the article can be written"), text);
}

void
feu_article_view_add_draft (FeuArticleView *self)
{
  self->draft_writer =
      feu_draft_writer_new (self->document, self->services->drafts, FEU_DRAFT_DELAY_MS);
  feu_draft_writer_set_describe (self->draft_writer, describe_draft, self);
  g_signal_connect_object (self->draft_writer,
                           "notify::problem",
                           G_CALLBACK (on_draft_problem_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
feu_article_view_discard_draft (FeuArticleView *self)
{
  feu_draft_writer_discard (self->draft_writer);
}
