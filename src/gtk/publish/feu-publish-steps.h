/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of a job on its way, each with its state.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-publish-outcome.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISH_STEPS (feu_publish_steps_get_type ())
G_DECLARE_FINAL_TYPE (FeuPublishSteps, feu_publish_steps, FEU, PUBLISH_STEPS, GtkBox)

GtkWidget *feu_publish_steps_new (void);

/** @heading: what is going where. All steps are to do again. */
void feu_publish_steps_start (FeuPublishSteps *self, const char *heading);

/** @step: copied. */
void feu_publish_steps_set_step (FeuPublishSteps      *self,
                                 FeuPublishStepKind    kind,
                                 const FeuPublishStep *step);

/** @hint: (nullable): a sentence below the steps. */
void feu_publish_steps_set_hint (FeuPublishSteps *self, const char *hint);

G_END_DECLS
