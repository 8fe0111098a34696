/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What came of a job: where the post is, or what happened, what is on the site already
 * and what to do.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-publish-outcome.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISH_RESULT (feu_publish_result_get_type ())
G_DECLARE_FINAL_TYPE (FeuPublishResult, feu_publish_result, FEU, PUBLISH_RESULT, GtkBox)

GtkWidget *feu_publish_result_new (void);

/**
 * feu_publish_result_show:
 * @outcome: of any kind but one with a question that is asked elsewhere
 * @site_name: to be named
 * @is_wordpress: whether to name WordPress on the button
 */
void feu_publish_result_show (FeuPublishResult  *self,
                              FeuPublishOutcome *outcome,
                              const char        *site_name,
                              gboolean           is_wordpress);

G_END_DECLS
