/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuPublishDialog share: feu-publish-dialog.c has the pages,
 * feu-publish-dialog-site.c the way to the form, feu-publish-dialog-run.c what happens
 * from the button on.
 */
#pragma once

#include "feu-publish-dialog.h"

#include "feu-image-inventory.h"
#include "feu-publish-conflict.h"
#include "feu-publish-form.h"
#include "feu-publish-questions.h"
#include "feu-publish-result.h"
#include "feu-publish-steps.h"

G_BEGIN_DECLS

struct _FeuPublishDialog
{
  HdyWindow parent_instance;

  /* owned */
  FeuOutbox         *outbox;
  FeuPipeline       *pipeline; /* (nullable): not for a run alone */
  FeuDocument       *document; /* (nullable): likewise */
  char              *title;
  FeuImageInventory *inventory;
  FeuThumbnails     *thumbnails;
  GCancellable      *cancellable;
  FeuSite           *site;    /* (nullable): the chosen one */
  FeuSiteSession    *session; /* (nullable): of the chosen site */
  FeuOutboxRun      *run;     /* (nullable): what was sent */

  gboolean has_filled; /* the form, from the article */
  gboolean is_listing; /* the sites are being put in the combo box */

  /* template */
  HdyHeaderBar        *header_bar;
  GtkWidget           *stop_button;
  GtkButton           *action_button;
  GtkWidget           *sites_button;
  GtkStack            *stack;
  HdyStatusPage       *status_page;
  GtkButton           *status_button;
  GtkLabel            *loading_label;
  GtkWidget           *site_box;
  GtkComboBoxText     *site_combo;
  GtkLabel            *account_label;
  GtkLabel            *notice_label;
  FeuPublishForm      *form;
  GtkLabel            *problem_label;
  FeuPublishSteps     *steps;
  FeuPublishQuestions *questions;
  FeuPublishConflict  *conflict;
  FeuPublishResult    *result;
};

/* feu-publish-dialog.c */
void feu_publish_dialog_emit_save (FeuPublishDialog *self);
void feu_publish_dialog_show_page (FeuPublishDialog *self,
                                   const char       *page,
                                   const char       *action);
void feu_publish_dialog_show_problem (FeuPublishDialog *self, const char *problem);

/** What the button says while the form is shown. */
const char *feu_publish_dialog_get_action (FeuPublishDialog *self);

/* feu-publish-dialog-site.c */

/** Goes as far as it can: asks for a file, for a site, or shows the form. */
void feu_publish_dialog_start (FeuPublishDialog *self);

/** Asks the chosen site, then shows the form. */
void feu_publish_dialog_load_site (FeuPublishDialog *self);

/** (transfer full) (array zero-terminated=1): what @site may be called in `remote`. */
GStrv feu_publish_dialog_dup_addresses (FeuSite *site);

/* feu-publish-dialog-run.c */
void feu_publish_dialog_show_run (FeuPublishDialog *self, FeuOutboxRun *run);
void feu_publish_dialog_send (FeuPublishDialog *self);
void feu_publish_dialog_act (FeuPublishDialog *self);

G_END_DECLS
