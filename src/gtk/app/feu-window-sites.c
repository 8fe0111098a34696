/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs about sites: which there are, and the posts on them.
 */
#include "config.h"

#include "feu-window-private.h"

#include "feu-sites-dialog.h"

void
feu_window_show_sites (FeuWindow *self)
{
  gtk_window_present (GTK_WINDOW (feu_sites_dialog_new (
      GTK_WINDOW (self), feu_outbox_get_publishing (feu_window_get_outbox (self)))));
}
