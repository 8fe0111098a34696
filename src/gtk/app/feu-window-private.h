/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuWindow share: feu-window.c has the widgets, feu-window-actions.c
 * the action table, feu-window-files.c opening, saving, exporting and closing.
 */
#pragma once

#include "feu-window.h"

G_BEGIN_DECLS

struct _FeuWindow
{
  HdyApplicationWindow parent_instance;

  FeuServices    *services;    /* borrowed: the application's */
  FeuArticleView *view;        /* child */
  GCancellable   *cancellable; /* owned: of the load or save under way */
  gboolean        closing;     /* the question was answered: close without asking */
  gboolean        close_after_save;

  /* template */
  HdyHeaderBar  *header_bar;
  GtkBox        *content;
  GtkMenuButton *menu_button;
  GtkRevealer   *toast;
  GtkLabel      *toast_label;
  guint          toast_timeout_id;
};

/* feu-window.c */
void feu_window_update_title (FeuWindow *self);
void feu_window_show_toast (FeuWindow *self, const char *text);

/* feu-window-actions.c */
void feu_window_add_actions (FeuWindow *self);

/* feu-window-files.c: what the actions call. */
void feu_window_choose_open (FeuWindow *self);
void feu_window_save (FeuWindow *self);
void feu_window_choose_save_as (FeuWindow *self);
/** Returns: TRUE if the window is to stay, because the writer is asked */
gboolean feu_window_hold_close (FeuWindow *self);

G_END_DECLS
