/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all windows share for publishing: sites, passwords, the journal, connections.
 */
#pragma once

#include "feu-credentials.h"
#include "feu-http.h"
#include "feu-journal.h"
#include "feu-site-profile.h"
#include "feu-site-store.h"

G_BEGIN_DECLS

#define FEU_TYPE_PUBLISHING (feu_publishing_get_type ())
G_DECLARE_FINAL_TYPE (FeuPublishing, feu_publishing, FEU, PUBLISHING, GObject)

/**
 * FeuPublishing:
 *
 * Cheap to make: the journal is opened, and the network set up, when first needed. Main
 * thread only.
 */
FeuPublishing *feu_publishing_new (FeuSiteStore   *sites,
                                   FeuCredentials *credentials,
                                   GFile          *journal_file);

/** With the places where they normally are. */
FeuPublishing *feu_publishing_new_default (void);

/** Makes the publisher of a site; called in any thread. (transfer full) */
typedef FeuPublisher *(*FeuPublisherFunc) (FeuHttp      *http,
                                           FeuSite      *site,
                                           FeuHttpLogin *login,
                                           gpointer      user_data);

/** Instead of what FeuSite's kind says. */
void feu_publishing_set_publisher_func (FeuPublishing   *self,
                                        FeuPublisherFunc func,
                                        gpointer         user_data);

/** (transfer full): a connection that asks the site nothing yet; any thread. */
FeuPublisher *feu_publishing_make_publisher (FeuPublishing *self,
                                             FeuHttp       *http,
                                             FeuSite       *site,
                                             FeuHttpLogin  *login);

FeuSiteStore   *feu_publishing_get_sites (FeuPublishing *self);
FeuCredentials *feu_publishing_get_credentials (FeuPublishing *self);
FeuHttp        *feu_publishing_get_http (FeuPublishing *self);

/** Whether there is a journal file: without one there can be no jobs. */
gboolean feu_publishing_has_journal (FeuPublishing *self);

/** (transfer none) (nullable): NULL with FEU_PUBLISH_ERROR_JOURNAL. */
FeuJournal *feu_publishing_get_journal (FeuPublishing *self, GError **error);

/**
 * FeuSiteSession:
 * @profile: what is known of site and account
 * @post: (nullable): the post that was asked for, when it is there
 * @is_offline: the site could not be reached: the profile is made of guesses
 *
 * A site that was signed in to. Immutable, reference-counted.
 */
#define FEU_TYPE_SITE_SESSION (feu_site_session_get_type ())
typedef struct
{
  gatomicrefcount ref_count;
  FeuSite        *site;
  FeuPublisher   *publisher;
  FeuSiteProfile *profile;
  FeuPost        *post;
  gboolean        is_offline;
} FeuSiteSession;

GType           feu_site_session_get_type (void);
FeuSiteSession *feu_site_session_ref (FeuSiteSession *self);
void            feu_site_session_unref (FeuSiteSession *self);

/**
 * feu_publishing_open_site_async:
 * @post_id: a post that is wanted too; 0 for none
 *
 * Signs in and asks the site. A site that cannot be reached gives a session that is
 * offline.
 */
void feu_publishing_open_site_async (FeuPublishing      *self,
                                     FeuSite            *site,
                                     gint64              post_id,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);

/** (transfer full): NULL with the errors of FeuCredentials and FeuPublisher. */
FeuSiteSession *feu_publishing_open_site_finish (FeuPublishing *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);

/** Makes the connection alone and asks the site nothing. */
void          feu_publishing_connect_async (FeuPublishing      *self,
                                            FeuSite            *site,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
FeuPublisher *feu_publishing_connect_finish (FeuPublishing *self,
                                             GAsyncResult  *result,
                                             GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuSiteSession, feu_site_session_unref)

G_END_DECLS
