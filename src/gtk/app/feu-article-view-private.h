/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuArticleView share: feu-article-view.c puts editor and preview
 * together, feu-article-view-panels.c the side panel and the status bar,
 * feu-article-view-draft.c its copy on the disk. Tests and
 * benchmarks look in here at what the view otherwise keeps to itself.
 */
#pragma once

#include "feu-article-view.h"

#include "feu-article-panel.h"
#include "feu-draft-writer.h"
#include "feu-images-panel.h"
#include "feu-preview.h"
#include "feu-side-panel.h"

#include <handy.h>

G_BEGIN_DECLS

struct _FeuArticleView
{
  GtkBox parent_instance;

  FeuServices    *services;     /* borrowed: the application's */
  FeuBuffer      *buffer;       /* owned */
  FeuDocument    *document;     /* owned */
  FeuDraftWriter *draft_writer; /* owned */
  FeuPipeline    *pipeline;     /* owned */
  char           *view_mode;    /* owned */
  int             paned_width;
  gboolean        split_placed;

  /* children */
  FeuEditor       *editor;
  FeuFindBar      *find_bar;
  FeuPreview      *preview;
  FeuArticlePanel *article_panel;
  FeuImagesPanel  *images_panel;

  /* template */
  GtkInfoBar        *message_bar;
  GtkLabel          *message_title;
  GtkLabel          *message_text;
  HdyFlap           *flap;
  GtkPaned          *paned;
  GtkBox            *editor_box;
  GtkScrolledWindow *editor_scroll;
  GtkBox            *preview_box;
  FeuSidePanel      *side_panel;
};

/* feu-article-view.c */
FeuPreview *feu_article_view_get_preview (FeuArticleView *self);
void        feu_article_view_request_save (FeuArticleView *self);

/* feu-article-view-draft.c */
void feu_article_view_add_draft (FeuArticleView *self);

/* feu-article-view-panels.c */
void  feu_article_view_add_panels (FeuArticleView *self);
gsize feu_article_view_get_caret_bytes (FeuArticleView *self);

G_END_DECLS
