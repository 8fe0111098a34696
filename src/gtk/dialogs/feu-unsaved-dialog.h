/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Save changes before closing?": the one question asked before text would be lost.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FEU_UNSAVED_CANCEL,
  FEU_UNSAVED_DISCARD,
  FEU_UNSAVED_SAVE,
} FeuUnsavedChoice;

typedef void (*FeuUnsavedFunc) (FeuUnsavedChoice choice, gpointer user_data);

/**
 * feu_unsaved_dialog_show:
 * @name: the article's name
 * @callback: called once, with the choice; closing the dialog cancels
 *
 * Shows the dialog above @parent and returns at once.
 */
void feu_unsaved_dialog_show (GtkWindow     *parent,
                              const char    *name,
                              FeuUnsavedFunc callback,
                              gpointer       user_data);

G_END_DECLS
