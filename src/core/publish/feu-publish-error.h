/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can go wrong between this machine and a site, in kinds that the job acts on. The
 * messages are sentences for the writer and never hold a secret.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FEU_PUBLISH_ERROR (feu_publish_error_quark ())
GQuark feu_publish_error_quark (void);

/**
 * FeuPublishError:
 * @FEU_PUBLISH_ERROR_OFFLINE: nothing reached the site: no network, no such host,
 * connection refused; safe to repeat
 * @FEU_PUBLISH_ERROR_TLS: the site's certificate is not to be trusted; nothing was sent
 * @FEU_PUBLISH_ERROR_UNKNOWN_OUTCOME: sent, and no answer that tells what became of it
 * @FEU_PUBLISH_ERROR_BUSY: the site asks to come back later (429, 503), see
 * feu_publish_error_get_retry_after(); nothing is known to have happened
 * @FEU_PUBLISH_ERROR_SERVER: the site failed (5xx); the request may have been done
 * @FEU_PUBLISH_ERROR_AUTH: name or application password not accepted
 * @FEU_PUBLISH_ERROR_PERMISSION: the account may not do this
 * @FEU_PUBLISH_ERROR_FIREWALL: something before the site refused the request
 * @FEU_PUBLISH_ERROR_REDIRECT: the site answers at another address; nothing was done
 * @FEU_PUBLISH_ERROR_TOO_LARGE: the server takes no body of this size (413)
 * @FEU_PUBLISH_ERROR_REFUSED_FILE: the site takes no file of this type
 * @FEU_PUBLISH_ERROR_GONE: what was asked for is not there, or in the trash
 * @FEU_PUBLISH_ERROR_EXISTS: a term of this name is there; see
 * feu_publish_error_get_id()
 * @FEU_PUBLISH_ERROR_INVALID: the site finds the request wrong (400)
 * @FEU_PUBLISH_ERROR_NOT_UNDERSTOOD: the answer is not what the protocol says
 * @FEU_PUBLISH_ERROR_LOCAL: a file of the article cannot be read or is no image
 * @FEU_PUBLISH_ERROR_JOURNAL: the journal cannot be read or written: nothing is sent
 * @FEU_PUBLISH_ERROR_RUNNING: another process or window runs this job
 */
typedef enum
{
  FEU_PUBLISH_ERROR_OFFLINE,
  FEU_PUBLISH_ERROR_TLS,
  FEU_PUBLISH_ERROR_UNKNOWN_OUTCOME,
  FEU_PUBLISH_ERROR_BUSY,
  FEU_PUBLISH_ERROR_SERVER,
  FEU_PUBLISH_ERROR_AUTH,
  FEU_PUBLISH_ERROR_PERMISSION,
  FEU_PUBLISH_ERROR_FIREWALL,
  FEU_PUBLISH_ERROR_REDIRECT,
  FEU_PUBLISH_ERROR_TOO_LARGE,
  FEU_PUBLISH_ERROR_REFUSED_FILE,
  FEU_PUBLISH_ERROR_GONE,
  FEU_PUBLISH_ERROR_EXISTS,
  FEU_PUBLISH_ERROR_INVALID,
  FEU_PUBLISH_ERROR_NOT_UNDERSTOOD,
  FEU_PUBLISH_ERROR_LOCAL,
  FEU_PUBLISH_ERROR_JOURNAL,
  FEU_PUBLISH_ERROR_RUNNING,
} FeuPublishError;

/** Sets @error with the details that some kinds carry; 0 for those that are not known.
 */
void feu_publish_error_set (GError        **error,
                            FeuPublishError code,
                            guint           retry_after_s,
                            gint64          id,
                            const char     *format,
                            ...) G_GNUC_PRINTF (5, 6);

/** Seconds that the site asked to wait; 0 when it did not say, or for other errors. */
guint feu_publish_error_get_retry_after (const GError *error);

/** The id that the error is about (the existing term); 0 when there is none. */
gint64 feu_publish_error_get_id (const GError *error);

/** Whether the request may have been carried out although it failed: the site has to be
 * asked before it is sent again. FALSE for errors of other domains but time-outs. */
gboolean feu_publish_error_is_uncertain (const GError *error);

/** Whether waiting may help: OFFLINE, BUSY, SERVER, UNKNOWN_OUTCOME. */
gboolean feu_publish_error_is_passing (const GError *error);

G_END_DECLS
