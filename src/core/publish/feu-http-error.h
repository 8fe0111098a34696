/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a request got no answer. An answer with a status that one does not like is no
 * error here: it is a FeuHttpResponse.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FEU_HTTP_ERROR (feu_http_error_quark ())
GQuark feu_http_error_quark (void);

/**
 * FeuHttpError:
 * @FEU_HTTP_ERROR_BAD_REQUEST: not an address of the web, or a header that cannot be
 * @FEU_HTTP_ERROR_FOREIGN_ORIGIN: the login belongs to another site; nothing was sent
 * @FEU_HTTP_ERROR_OFFLINE: there is no network
 * @FEU_HTTP_ERROR_HOST_NOT_FOUND: nothing is known by that name
 * @FEU_HTTP_ERROR_CONNECT: refused, unreachable, or no answer to the first knock
 * @FEU_HTTP_ERROR_TLS: no safe connection came about
 * @FEU_HTTP_ERROR_TLS_EXPIRED: the certificate is past its time, or before it
 * @FEU_HTTP_ERROR_TLS_WRONG_HOST: the certificate is another server's
 * @FEU_HTTP_ERROR_TLS_SELF_SIGNED: the certificate vouches for itself
 * @FEU_HTTP_ERROR_TLS_UNKNOWN_CA: nobody whom this computer trusts vouches for it
 * @FEU_HTTP_ERROR_UNKNOWN_OUTCOME: the request went out and the answer did not arrive:
 *   time-out, or the connection was cut
 * @FEU_HTTP_ERROR_BAD_ANSWER: what came is not HTTP
 * @FEU_HTTP_ERROR_TOO_LARGE: the answer is longer than what was to be read
 *
 * Messages are sentences for the writer. None holds a login or a query.
 */
typedef enum
{
  FEU_HTTP_ERROR_BAD_REQUEST,
  FEU_HTTP_ERROR_FOREIGN_ORIGIN,
  FEU_HTTP_ERROR_OFFLINE,
  FEU_HTTP_ERROR_HOST_NOT_FOUND,
  FEU_HTTP_ERROR_CONNECT,
  FEU_HTTP_ERROR_TLS,
  FEU_HTTP_ERROR_TLS_EXPIRED,
  FEU_HTTP_ERROR_TLS_WRONG_HOST,
  FEU_HTTP_ERROR_TLS_SELF_SIGNED,
  FEU_HTTP_ERROR_TLS_UNKNOWN_CA,
  FEU_HTTP_ERROR_UNKNOWN_OUTCOME,
  FEU_HTTP_ERROR_BAD_ANSWER,
  FEU_HTTP_ERROR_TOO_LARGE,
} FeuHttpError;

/**
 * Whether the server certainly did not get the request, so that it may be sent again
 * whatever it asks for. FALSE also for errors of other domains: a cancelled request may
 * have been carried out.
 */
gboolean feu_http_error_is_not_sent (const GError *error);

/** Whether the same request can be expected to pass when the network is back. */
gboolean feu_http_error_is_offline (const GError *error);

/** Whether the certificate, or the safe connection, was the reason. */
gboolean feu_http_error_is_tls (const GError *error);

G_END_DECLS
