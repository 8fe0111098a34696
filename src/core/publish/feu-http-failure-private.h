/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the errors of libsoup, GIO and GnuTLS to one error that says what it means.
 */
#pragma once

#include "feu-http-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuHttpAttempt:
 * @host: whom it was sent to; borrowed
 * @is_sent: the server may have got the whole request line and headers
 * @is_encrypting: the failure came while the encryption was agreed on
 * @certificate: (nullable): the one refused; owned
 * @flaws: why it was refused
 * @timeout_s: how long the server was given
 *
 * What was seen of one request, up to its failure.
 */
typedef struct
{
  const char          *host;
  gboolean             is_sent;
  gboolean             is_encrypting;
  GTlsCertificate     *certificate;
  GTlsCertificateFlags flaws;
  guint                timeout_s;
} FeuHttpAttempt;

void feu_http_attempt_clear (FeuHttpAttempt *attempt);

/** Turns @cause into a FEU_HTTP_ERROR; cancellation stays what it is. Takes @cause. */
void feu_http_attempt_fail (const FeuHttpAttempt *attempt,
                            GError               *cause,
                            GError              **error);

G_END_DECLS
