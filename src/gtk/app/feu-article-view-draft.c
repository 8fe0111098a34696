/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The copy of the article that survives a crash, and getting it back.
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

/* ---- restoring ---- */

typedef struct
{
  FeuArticleView *view;  /* owned */
  FeuDraft       *draft; /* owned */
  char           *text;  /* owned */
  char           *etag;  /* (nullable) owned */
  gsize           caret_bytes;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_object_unref (restoring->view);
  g_object_unref (restoring->draft);
  g_free (restoring->text);
  g_free (restoring->etag);
  g_free (restoring);
}

/* Takes @restoring. The old draft goes on being this article's: there is no moment
 * without one. */
static void
finish_restoring (Restoring *restoring)
{
  FeuArticleView *self = restoring->view;

  feu_document_restore (self->document, restoring->text, restoring->etag);
  feu_draft_writer_adopt (self->draft_writer, restoring->draft);
  feu_editor_go_to (self->editor,
                    MIN (restoring->caret_bytes, strlen (restoring->text)));
  restoring_free (restoring);
}

static void
restore_load_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Restoring *restoring = user_data;
  g_autoptr (GError) error = NULL;

  if (!feu_document_load_finish (FEU_DOCUMENT (object), result, &error))
    {
      g_autofree char *text = g_strdup_printf (
          _ ("%s The text is here as a new article: save it where you like."),
          error->message);
      feu_article_view_show_message (
          restoring->view,
          _ ("The recovered article’s file could not be opened"),
          text);
    }
  finish_restoring (restoring);
}

void
feu_article_view_restore (FeuArticleView *self, const FeuLeftDraft *left)
{
  Restoring  *restoring = g_new0 (Restoring, 1);
  gsize       length = 0;
  const char *text = g_bytes_get_data (left->text, &length);

  restoring->view = g_object_ref (self);
  restoring->draft = g_object_ref (left->draft);
  restoring->text = g_strndup (text, length);
  restoring->etag = g_strdup (left->info->etag);
  restoring->caret_bytes = left->info->caret_bytes;
  if (left->info->file == NULL)
    finish_restoring (restoring);
  else
    feu_document_load_async (
        self->document, left->info->file, NULL, restore_load_cb, restoring);
}
