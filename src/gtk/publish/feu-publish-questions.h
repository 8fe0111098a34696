/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a job has to know from the writer: about terms that are nearly the same, about
 * images that cannot be uploaded.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-publish-job.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISH_QUESTIONS (feu_publish_questions_get_type ())
G_DECLARE_FINAL_TYPE (FeuPublishQuestions,
                      feu_publish_questions,
                      FEU,
                      PUBLISH_QUESTIONS,
                      GtkBox)

/**
 * FeuPublishQuestions:
 *
 * Signal `changed`: feu_publish_questions_is_answered() may say something else.
 * Signal `image-requested` (char *src): the writer wants to choose an image of the site
 * for the one written as @src; answer with feu_publish_questions_set_image().
 * Signal `package-requested`: the writer wants to export the article with its images.
 */
GtkWidget *feu_publish_questions_new (void);

/** @outcome: with FEU_QUESTION_TERMS or FEU_QUESTION_IMAGES. */
void feu_publish_questions_show (FeuPublishQuestions *self, FeuPublishOutcome *outcome);

void feu_publish_questions_set_image (FeuPublishQuestions *self,
                                      const char          *src,
                                      FeuRemoteImage      *image);

/** Whether each has an answer that is complete. */
gboolean feu_publish_questions_is_answered (FeuPublishQuestions *self);

/** Gives the answers to @job, which is then to be run again. */
gboolean feu_publish_questions_apply (FeuPublishQuestions *self,
                                      FeuPublishJob       *job,
                                      GError             **error);

G_END_DECLS
