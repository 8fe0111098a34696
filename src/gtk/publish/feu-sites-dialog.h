/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writer's sites: adding, changing, testing and removing them.
 */
#pragma once

#include <handy.h>

#include "feu-publishing.h"

G_BEGIN_DECLS

#define FEU_TYPE_SITES_DIALOG (feu_sites_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FeuSitesDialog, feu_sites_dialog, FEU, SITES_DIALOG, HdyWindow)

GtkWidget *feu_sites_dialog_new (GtkWindow *parent, FeuPublishing *publishing);

G_END_DECLS
