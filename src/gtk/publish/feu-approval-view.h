/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The site's own page on which the writer lets Feuillet in.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-found-site.h"

G_BEGIN_DECLS

#define FEU_TYPE_APPROVAL_VIEW (feu_approval_view_get_type ())
G_DECLARE_FINAL_TYPE (FeuApprovalView, feu_approval_view, FEU, APPROVAL_VIEW, GtkBox)

/**
 * FeuApprovalView:
 *
 * A web view that keeps nothing: no cookies, no history, no cache after it is gone. The
 * address that the site sends the writer back to is never loaded; it counts only with
 * the random state that was sent along.
 *
 * Signal `approved` (char *user, char *password): the site gave a password.
 * Signal `refused`: the writer said no there.
 * Signal `failed` (char *message): the page cannot be loaded; a sentence.
 */

GtkWidget *feu_approval_view_new (FeuFoundSite *found);

/** (transfer full): the address for a browser, in which the site then shows the
 * password, to be pasted. */
char *feu_approval_view_dup_browser_address (FeuFoundSite *found);

G_END_DECLS
