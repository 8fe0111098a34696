/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side panel: pages with a switcher, as wide as it has to be and no wider.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FEU_TYPE_SIDE_PANEL (feu_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (FeuSidePanel, feu_side_panel, FEU, SIDE_PANEL, GtkBox)

/**
 * FeuSidePanel:
 *
 * Its natural width is its minimum width: long values in the pages are cut or wrapped,
 * they do not take room from the text.
 */

/** @title: shown on the switcher, translated. */
void feu_side_panel_add_page (FeuSidePanel *self,
                              GtkWidget    *page,
                              const char   *name,
                              const char   *title);

G_END_DECLS
