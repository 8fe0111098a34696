/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a command needs to speak to a site: which one, its password, the journal.
 */
#pragma once

#include "feu-http.h"
#include "feu-journal.h"
#include "feu-publisher.h"
#include "feu-site.h"

G_BEGIN_DECLS

/**
 * FeuCliSession:
 *
 * Plain data, all owned; clear with feu_cli_session_clear().
 */
typedef struct
{
  FeuSite      *site;
  FeuHttp      *http;
  FeuPublisher *publisher;
  FeuJournal   *journal;
} FeuCliSession;

/**
 * feu_cli_session_open:
 * @site_name: (nullable): id, name or address of a site; NULL for the only one there is
 *
 * The password comes from FEUILLET_PASSWORD, which is taken out of the environment, or
 * from the secret service. Nothing is asked of the site yet.
 */
gboolean feu_cli_session_open (FeuCliSession *self,
                               const char    *site_name,
                               GError       **error);
void     feu_cli_session_clear (FeuCliSession *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FeuCliSession, feu_cli_session_clear)

G_END_DECLS
