/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuArticlePanel share: feu-article-panel.c shows the article in the
 * widgets, feu-article-panel-edit.c puts into the text what the writer does there.
 */
#pragma once

#include "feu-article-panel.h"

#include "feu-date-entry.h"
#include "feu-featured-image.h"
#include "feu-field.h"
#include "feu-language-button.h"
#include "feu-panel-context.h"
#include "feu-panel-notice.h"
#include "feu-tag-entry.h"

G_BEGIN_DECLS

#define FEU_ARTICLE_PANEL_N_TEXTS 4
#define FEU_ARTICLE_PANEL_N_LISTS 3

struct _FeuArticlePanel
{
  GtkBox parent_instance;

  /* template */
  FeuPanelNotice    *notice;
  GtkWidget         *form;
  GtkEntry          *title_entry;
  GtkEntry          *subtitle_entry;
  GtkTextView       *description_view;
  GtkLabel          *description_count;
  FeuTagEntry       *authors_entry;
  GtkBox            *author_buttons;
  FeuTagEntry       *categories_entry;
  FeuTagEntry       *tags_entry;
  FeuLanguageButton *language_button;
  GtkEntry          *slug_entry;
  FeuDateEntry      *date_entry;
  FeuFeaturedImage  *featured_image;
  GtkComboBox       *comments_combo;

  /* owned */
  FeuPanelContext *context;
  FeuAuthorStore  *authors;
  FeuTermStore    *terms;
  FeuField        *fields[FEU_ARTICLE_PANEL_N_TEXTS];
  GCancellable    *cancellable;  /* of the choosing of a file */
  GStrv            author_names; /* for which there are buttons */

  gboolean is_showing; /* the combo box is set by us */
};

/* feu-article-panel.c */

/** What the fields hold, and the tag entries, in their order. */
extern const FeuMetaField feu_article_panel_texts[FEU_ARTICLE_PANEL_N_TEXTS];
extern const FeuMetaField feu_article_panel_lists[FEU_ARTICLE_PANEL_N_LISTS];

FeuTagEntry *feu_article_panel_get_list_entry (FeuArticlePanel *self, gsize index);

/** Shows what the newest article has. */
void feu_article_panel_refresh (FeuArticlePanel *self);

/* feu-article-panel-edit.c */

/** Binds the template's signals of widgets that edit. */
void feu_article_panel_bind_edits (GtkWidgetClass *klass);

/** Makes the fields of the entries. */
void feu_article_panel_add_fields (FeuArticlePanel *self);

G_END_DECLS
