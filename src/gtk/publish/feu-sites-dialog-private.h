/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuSitesDialog share: feu-sites-dialog.c has the list and the
 * class, feu-sites-dialog-edit.c the page of one site.
 */
#pragma once

#include "feu-sites-dialog.h"

#include "feu-tag-entry.h"

G_BEGIN_DECLS

struct _FeuSitesDialog
{
  HdyWindow parent_instance;

  /* owned */
  FeuPublishing *publishing;
  GCancellable  *cancellable;
  FeuSite       *site; /* (nullable): whose page is shown */

  /* template */
  HdyHeaderBar    *header_bar;
  GtkWidget       *back_button;
  GtkWidget       *add_button;
  GtkWidget       *import_button;
  GtkWidget       *save_button;
  GtkStack        *stack;
  GtkLabel        *list_message;
  GtkListBox      *list;
  GtkEntry        *name_entry;
  GtkColorChooser *color_button;
  GtkLabel        *address_label;
  GtkComboBox     *format_combo;
  FeuTagEntry     *categories_entry;
  GtkSpinButton   *px_spin;
  GtkSpinButton   *mb_spin;
  GtkSpinButton   *quality_spin;
  GtkSpinButton   *parallel_spin;
  GtkLabel        *edit_message;
  GtkWidget       *test_button;
};

/* feu-sites-dialog.c */
void feu_sites_dialog_show_list (FeuSitesDialog *self, const char *message);

/* feu-sites-dialog-edit.c */
void feu_sites_dialog_bind_edit (GtkWidgetClass *klass);
void feu_sites_dialog_show_site (FeuSitesDialog *self, FeuSite *site);

G_END_DECLS
