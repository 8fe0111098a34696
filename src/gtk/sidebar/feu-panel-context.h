/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a panel works with: the article it shows, the text it changes, and the images.
 */
#pragma once

#include "feu-image-inventory.h"
#include "feu-pipeline.h"
#include "feu-thumbnails.h"

G_BEGIN_DECLS

#define FEU_TYPE_PANEL_CONTEXT (feu_panel_context_get_type ())
G_DECLARE_FINAL_TYPE (FeuPanelContext, feu_panel_context, FEU, PANEL_CONTEXT, GObject)

/**
 * FeuPanelContext:
 *
 * Signal `images-changed`: feu_panel_context_get_images() says something else than
 * before.
 */

FeuPanelContext *feu_panel_context_new (FeuPipeline *pipeline, FeuTextSource *source);

FeuPipeline   *feu_panel_context_get_pipeline (FeuPanelContext *self);
FeuThumbnails *feu_panel_context_get_thumbnails (FeuPanelContext *self);

/** (nullable): where the article is; NULL for one that was never saved. */
GFile *feu_panel_context_get_folder (FeuPanelContext *self);
void   feu_panel_context_set_folder (FeuPanelContext *self, GFile *folder);

/** (element-type FeuImageInfo): as they were at the last look; may be empty. */
const GPtrArray *feu_panel_context_get_images (FeuPanelContext *self);

/** Looks at the images of the newest article, in a thread; one look at a time. */
void feu_panel_context_refresh_images (FeuPanelContext *self);

/**
 * FeuPanelEditFunc:
 * @article: of the current text
 * @edits: (element-type FeuTextEdit): gets the edits
 *
 * Returns: FALSE with an error when it cannot be done
 */
typedef gboolean (*FeuPanelEditFunc) (const FeuArticle *article,
                                      GPtrArray        *edits,
                                      gpointer          user_data,
                                      GError          **error);

/**
 * feu_panel_context_edit:
 * @func: called once, now
 *
 * Changes the text by what @func asks for, as one undo step; not at all when it asks
 * for nothing or fails.
 */
gboolean feu_panel_context_edit (FeuPanelContext *self,
                                 FeuPanelEditFunc func,
                                 gpointer         user_data,
                                 GError         **error);

/** One field of the front matter; see feu-metadata.h. */
gboolean feu_panel_context_set_string (FeuPanelContext *self,
                                       FeuMetaField     field,
                                       const char      *value,
                                       GError         **error);
gboolean feu_panel_context_set_list (FeuPanelContext   *self,
                                     FeuMetaField       field,
                                     const char *const *values,
                                     GError           **error);
gboolean feu_panel_context_set_comments (FeuPanelContext *self,
                                         FeuComments      value,
                                         GError         **error);

G_END_DECLS
