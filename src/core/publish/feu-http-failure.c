/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A certificate can be wrong in several ways at once. The error has one code, the
 * gravest for the writer, and its sentence tells all of them.
 */
#include "config.h"

#include "feu-http-failure-private.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

void
feu_http_attempt_clear (FeuHttpAttempt *attempt)
{
  g_clear_object (&attempt->certificate);
}

static gboolean
is_self_signed (GTlsCertificate *certificate)
{
  g_autofree char *issuer = g_tls_certificate_get_issuer_name (certificate);
  g_autofree char *subject = g_tls_certificate_get_subject_name (certificate);
  return g_strcmp0 (issuer, subject) == 0;
}

static char *
dup_day (GDateTime *moment)
{
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;
  return local != NULL ? g_date_time_format (local, "%x") : g_strdup ("?");
}

static char *
describe_expired (GTlsCertificate *certificate)
{
  g_autoptr (GDateTime) end = g_tls_certificate_get_not_valid_after (certificate);
  g_autofree char *day = dup_day (end);
  return g_strdup_printf (_ ("it expired on %s"), day);
}

static char *
describe_early (GTlsCertificate *certificate)
{
  g_autoptr (GDateTime) start = g_tls_certificate_get_not_valid_before (certificate);
  g_autofree char *day = dup_day (start);
  return g_strdup_printf (_ ("it is valid from %s only (is the clock of this computer "
                             "right?)"),
                          day);
}

/* (transfer full) (element-type utf8): one clause for each flaw, the gravest last so
 * that its code stays. */
static GPtrArray *
list_flaws (const FeuHttpAttempt *attempt, FeuHttpError *out_code)
{
  GPtrArray           *clauses = g_ptr_array_new_with_free_func (g_free);
  GTlsCertificateFlags flaws = attempt->flaws;
  FeuHttpError         code = FEU_HTTP_ERROR_TLS;

  if ((flaws & G_TLS_CERTIFICATE_REVOKED) != 0)
    g_ptr_array_add (clauses, g_strdup (_ ("it was revoked")));
  if ((flaws & G_TLS_CERTIFICATE_INSECURE) != 0)
    g_ptr_array_add (clauses, g_strdup (_ ("its encryption is too weak")));
  if ((flaws & G_TLS_CERTIFICATE_UNKNOWN_CA) != 0)
    {
      gboolean is_own = is_self_signed (attempt->certificate);
      code = is_own ? FEU_HTTP_ERROR_TLS_SELF_SIGNED : FEU_HTTP_ERROR_TLS_UNKNOWN_CA;
      g_ptr_array_add (clauses,
                       g_strdup (is_own ? _ ("it is self-signed: nobody vouches for it")
                                        : _ ("its issuer is not one that this computer "
                                             "trusts")));
    }
  if ((flaws & G_TLS_CERTIFICATE_NOT_ACTIVATED) != 0)
    {
      code = FEU_HTTP_ERROR_TLS_EXPIRED;
      g_ptr_array_add (clauses, describe_early (attempt->certificate));
    }
  if ((flaws & G_TLS_CERTIFICATE_EXPIRED) != 0)
    {
      code = FEU_HTTP_ERROR_TLS_EXPIRED;
      g_ptr_array_add (clauses, describe_expired (attempt->certificate));
    }
  if ((flaws & G_TLS_CERTIFICATE_BAD_IDENTITY) != 0)
    {
      code = FEU_HTTP_ERROR_TLS_WRONG_HOST;
      g_ptr_array_add (clauses,
                       g_strdup_printf (_ ("it was not made for “%s”"), attempt->host));
    }
  *out_code = code;
  return clauses;
}

static GError *
describe_certificate (const FeuHttpAttempt *attempt)
{
  FeuHttpError code = FEU_HTTP_ERROR_TLS;
  g_autoptr (GPtrArray) clauses = list_flaws (attempt, &code);

  if (clauses->len == 0)
    g_ptr_array_add (clauses, g_strdup (_ ("it cannot be checked")));
  g_ptr_array_add (clauses, NULL);
  /* Translators: stands between the reasons why a certificate is not accepted */
  g_autofree char *reasons = g_strjoinv (_ ("; "), (char **) clauses->pdata);
  return g_error_new (FEU_HTTP_ERROR,
                      (int) code,
                      _ ("The certificate of “%s” was refused: %s. Nothing was sent."),
                      attempt->host,
                      reasons);
}

static gboolean
is_network_gone (const GError *cause)
{
  return g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
         g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE);
}

static GError *
describe_unsent (const FeuHttpAttempt *attempt, const GError *cause)
{
  if (attempt->certificate != NULL)
    return describe_certificate (attempt);
  if (is_network_gone (cause))
    return g_error_new (FEU_HTTP_ERROR,
                        FEU_HTTP_ERROR_OFFLINE,
                        _ ("“%s” cannot be reached: there seems to be no network."),
                        attempt->host);
  if (cause->domain == G_RESOLVER_ERROR)
    return g_error_new (FEU_HTTP_ERROR,
                        FEU_HTTP_ERROR_HOST_NOT_FOUND,
                        _ ("There is no server called “%s”. Check the address."),
                        attempt->host);
  if (cause->domain == G_TLS_ERROR || attempt->is_encrypting)
    return g_error_new (FEU_HTTP_ERROR,
                        FEU_HTTP_ERROR_TLS,
                        _ ("No safe connection to “%s” came about: %s"),
                        attempt->host,
                        cause->message);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new (FEU_HTTP_ERROR,
                        FEU_HTTP_ERROR_CONNECT,
                        _ ("“%s” does not answer."),
                        attempt->host);
  return g_error_new (FEU_HTTP_ERROR,
                      FEU_HTTP_ERROR_CONNECT,
                      _ ("“%s” cannot be reached: %s"),
                      attempt->host,
                      cause->message);
}

static GError *
describe_sent (const FeuHttpAttempt *attempt, const GError *cause)
{
  if (cause->domain == SOUP_SESSION_ERROR)
    return g_error_new (FEU_HTTP_ERROR,
                        FEU_HTTP_ERROR_BAD_ANSWER,
                        _ ("The answer of “%s” is not that of a web server."),
                        attempt->host);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_error_new (FEU_HTTP_ERROR,
                        FEU_HTTP_ERROR_UNKNOWN_OUTCOME,
                        ngettext ("“%s” did not answer within %u second.",
                                  "“%s” did not answer within %u seconds.",
                                  attempt->timeout_s),
                        attempt->host,
                        attempt->timeout_s);
  return g_error_new (FEU_HTTP_ERROR,
                      FEU_HTTP_ERROR_UNKNOWN_OUTCOME,
                      _ ("The connection to “%s” broke before its answer was there."),
                      attempt->host);
}

void
feu_http_attempt_fail (const FeuHttpAttempt *attempt, GError *cause, GError **error)
{
  if (cause->domain != FEU_HTTP_ERROR &&
      !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      GError *told = attempt->is_sent ? describe_sent (attempt, cause)
                                      : describe_unsent (attempt, cause);
      g_error_free (cause);
      cause = told;
    }
  g_propagate_error (error, cause);
}
