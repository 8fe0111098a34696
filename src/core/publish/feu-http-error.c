/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three questions that callers ask of a failure.
 */
#include "config.h"

#include "feu-http-error.h"

G_DEFINE_QUARK (feu_http_error, feu_http_error)

gboolean
feu_http_error_is_not_sent (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return error->domain == FEU_HTTP_ERROR &&
         error->code < (int) FEU_HTTP_ERROR_UNKNOWN_OUTCOME;
}

gboolean
feu_http_error_is_offline (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return error->domain == FEU_HTTP_ERROR &&
         error->code >= (int) FEU_HTTP_ERROR_OFFLINE &&
         error->code <= (int) FEU_HTTP_ERROR_CONNECT;
}

gboolean
feu_http_error_is_tls (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return error->domain == FEU_HTTP_ERROR && error->code >= (int) FEU_HTTP_ERROR_TLS &&
         error->code <= (int) FEU_HTTP_ERROR_TLS_UNKNOWN_CA;
}
