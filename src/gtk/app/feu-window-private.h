/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuWindow share: feu-window.c has the widgets, feu-window-actions.c
 * the action table, feu-window-files.c opening, saving, exporting and closing,
 * feu-window-publish.c publishing,
 * feu-window-sites.c the dialogs about sites.
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
  GtkWidget      *publish_dialog; /* weak: it may be closed at any time */
  guint           offer_id;

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

/* feu-window-publish.c: likewise. */

/** The outbox that all windows share. (transfer none) */
FeuOutbox *feu_window_get_outbox (FeuWindow *self);

void feu_window_publish (FeuWindow *self);
void feu_window_show_outbox (FeuWindow *self);
/** Tells, a moment after the start, of jobs that were left from the last time. */
void feu_window_plan_offer (FeuWindow *self);

/* feu-window-sites.c: likewise. */
void feu_window_show_sites (FeuWindow *self);
void feu_window_open_from_site (FeuWindow *self);

G_END_DECLS
