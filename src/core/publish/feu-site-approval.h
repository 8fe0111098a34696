/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signing in on the site's own page: WordPress asks the writer whether Feuillet may
 * have an application password, and answers by sending the browser to an address.
 */
#pragma once

#include "feu-found-site.h"

G_BEGIN_DECLS

/** The scheme of the answering address, which only Feuillet's web view knows. */
#define FEU_SITE_APPROVAL_SCHEME "feuillet"

/**
 * FeuSiteApproval:
 *
 * One attempt, with a random number of its own that the answer must hold. Immutable.
 * Show feu_site_approval_get_address() in an ephemeral web view, give every address
 * that it is about to go to to feu_site_approval_read(), and load none of those that it
 * says are an answer.
 */
typedef struct _FeuSiteApproval FeuSiteApproval;

typedef enum
{
  FEU_SITE_APPROVAL_NONE, /* a page like others: let it load */
  FEU_SITE_APPROVAL_GRANTED,
  FEU_SITE_APPROVAL_REJECTED, /* the writer said no */
  FEU_SITE_APPROVAL_FORGED,   /* has our scheme and is no answer to this attempt */
} FeuSiteApprovalAnswer;

/**
 * feu_site_approval_new:
 * @found: a site with an authorization page
 * @app_id: of this installation, see feu_installation_dup_id()
 */
FeuSiteApproval *feu_site_approval_new (FeuFoundSite *found, const char *app_id);
void             feu_site_approval_free (FeuSiteApproval *self);

/** (transfer none): for the web view. */
const char *feu_site_approval_get_address (const FeuSiteApproval *self);

/** (transfer full): for a browser: the page then shows the password, to be pasted. */
char *feu_site_approval_dup_browser_address (const FeuSiteApproval *self);

/**
 * feu_site_approval_read:
 * @address: that a navigation goes to
 * @out_user: (out) (transfer full): only when granted
 * @out_password: (out) (transfer full): likewise; free with feu_http_secret_free()
 */
FeuSiteApprovalAnswer feu_site_approval_read (const FeuSiteApproval *self,
                                              const char            *address,
                                              char                 **out_user,
                                              char                 **out_password);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuSiteApproval, feu_site_approval_free)

G_END_DECLS
