/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs about sites: which there are, and the posts on them.
 */
#include "config.h"

#include "feu-window-private.h"

#include "feu-remote-posts-dialog.h"
#include "feu-sites-dialog.h"

void
feu_window_show_sites (FeuWindow *self)
{
  gtk_window_present (GTK_WINDOW (feu_sites_dialog_new (
      GTK_WINDOW (self), feu_outbox_get_publishing (feu_window_get_outbox (self)))));
}

static void
on_post_opened_cb (FeuWindow *self, GFile *file)
{
  GFile *files[] = { file };

  g_application_open (
      G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), files, 1, "");
}

void
feu_window_open_from_site (FeuWindow *self)
{
  GtkWidget *dialog = feu_remote_posts_dialog_new (
      GTK_WINDOW (self), feu_outbox_get_publishing (feu_window_get_outbox (self)));

  g_signal_connect_object (
      dialog, "opened", G_CALLBACK (on_post_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog,
                           "sites-requested",
                           G_CALLBACK (feu_window_show_sites),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
