/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuPublishForm share: feu-publish-form.c is the class and what the
 * form says, feu-publish-form-fill.c shows article and site in the widgets.
 */
#pragma once

#include "feu-publish-form.h"

#include "feu-category-tree.h"
#include "feu-date-entry.h"
#include "feu-tag-entry.h"
#include "feu-thumbnail.h"

G_BEGIN_DECLS

#define FEU_PUBLISH_FORM_N_STATUSES 6

struct _FeuPublishForm
{
  GtkBox parent_instance;

  /* owned */
  FeuArticle     *article; /* (nullable) */
  GPtrArray      *images;  /* (element-type FeuImageInfo) */
  FeuThumbnails  *thumbnails;
  FeuSiteProfile *profile;         /* (nullable) */
  FeuPost        *post;            /* (nullable) */
  FeuRemoteImage *remote_featured; /* (nullable): chosen on the site */
  GDateTime      *date;            /* (nullable) */
  char           *featured_id;     /* what the combo box showed last */

  /* Which fields were empty when filled: an empty one says "as it is" then. */
  gboolean had_excerpt;
  gboolean had_categories;
  gboolean had_tags;
  gboolean status_chosen; /* by the writer: not to be chosen again for them */
  gboolean is_filling;

  /* template */
  GtkToggleButton *status_keep;
  GtkToggleButton *status_publish;
  GtkToggleButton *status_schedule;
  GtkToggleButton *status_pending;
  GtkToggleButton *status_draft;
  GtkToggleButton *status_private;
  GtkLabel        *status_keep_label;
  GtkLabel        *status_draft_label;
  GtkWidget       *date_box;
  FeuDateEntry    *date_entry;
  GtkLabel        *clocks_label;
  GtkEntry        *slug_entry;
  GtkLabel        *permalink_label;
  GtkTextView     *excerpt_view;
  GtkLabel        *excerpt_count;
  FeuCategoryTree *category_tree;
  FeuTagEntry     *tags_entry;
  FeuThumbnail    *featured_thumbnail;
  GtkComboBoxText *featured_combo;
  GtkWidget       *images_box;
  GtkLabel        *images_note;
  GtkWidget       *author_child;
  GtkComboBoxText *author_combo;
  GtkComboBox     *comments_combo;
  GtkWidget       *format_child;
  GtkComboBoxText *format_combo;
  GtkWidget       *sticky_child;
  GtkToggleButton *sticky_check;
};

/** The ids of the featured combo box that are no src. */
#define FEU_PUBLISH_FORM_FEATURED_REMOTE "\001remote"
#define FEU_PUBLISH_FORM_FEATURED_CHOOSE "\001choose"

/* feu-publish-form.c */
FeuRights feu_publish_form_get_rights (FeuPublishForm *self);
char     *feu_publish_form_dup_excerpt (FeuPublishForm *self);

/* feu-publish-form-fill.c */
void feu_publish_form_fill_from_article (FeuPublishForm *self);
void feu_publish_form_fill_from_site (FeuPublishForm *self);
void feu_publish_form_fill_featured (FeuPublishForm *self);
void feu_publish_form_show_clocks (FeuPublishForm *self);
void feu_publish_form_show_permalink (FeuPublishForm *self);
void feu_publish_form_show_thumbnail (FeuPublishForm *self);

G_END_DECLS
