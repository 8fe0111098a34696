/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the article to the site: the form, the steps, the questions, the result.
 */
#pragma once

#include <handy.h>

#include "feu-document.h"
#include "feu-outbox.h"
#include "feu-pipeline.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISH_DIALOG (feu_publish_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FeuPublishDialog,
                      feu_publish_dialog,
                      FEU,
                      PUBLISH_DIALOG,
                      HdyWindow)

/**
 * FeuPublishDialog:
 *
 * Not modal: the writer can go on writing. What is sent is the text as it is when they
 * say so. Closing the dialog stops nothing: the job goes on in the outbox.
 *
 * Signal `save-requested`: the article has to be saved (first, or with what the form
 * changed in its front matter).
 * Signal `sites-requested`: the writer wants to add a site or sign in again.
 * Signal `package-requested`: the writer wants to export the article with its images.
 */
GtkWidget *feu_publish_dialog_new (GtkWindow   *parent,
                                   FeuOutbox   *outbox,
                                   FeuPipeline *pipeline,
                                   FeuDocument *document);

/** For a job that was taken up from the outbox: shows how @run goes, and nothing else.
 * @title: the article's */
GtkWidget *feu_publish_dialog_new_for_run (GtkWindow    *parent,
                                           FeuOutbox    *outbox,
                                           FeuOutboxRun *run,
                                           const char   *title);

G_END_DECLS
