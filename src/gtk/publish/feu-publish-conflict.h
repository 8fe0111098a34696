/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The post was changed on the site and here: what is to stay, field by field.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-publish-job.h"
#include "feu-site-profile.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISH_CONFLICT (feu_publish_conflict_get_type ())
G_DECLARE_FINAL_TYPE (FeuPublishConflict,
                      feu_publish_conflict,
                      FEU,
                      PUBLISH_CONFLICT,
                      GtkBox)

/**
 * FeuPublishConflict:
 *
 * Mine and theirs side by side, with a choice for each difference. Mine is chosen where
 * only I changed something, theirs where only they did; where both did, mine.
 */
GtkWidget *feu_publish_conflict_new (void);

/**
 * feu_publish_conflict_show:
 * @outcome: with FEU_QUESTION_CONFLICT
 * @profile: (nullable): to name categories, tags and authors
 */
void feu_publish_conflict_show (FeuPublishConflict *self,
                                FeuPublishOutcome  *outcome,
                                FeuSiteProfile     *profile);

/** Gives the choices to @job, which is then to be run again. */
gboolean feu_publish_conflict_apply (FeuPublishConflict *self,
                                     FeuPublishJob      *job,
                                     GError            **error);

G_END_DECLS
