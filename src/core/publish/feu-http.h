/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Requests to sites: one answer or one honest error for each.
 */
#pragma once

#include "feu-http-error.h"
#include "feu-http-login.h"
#include "feu-http-response.h"

G_BEGIN_DECLS

#define FEU_TYPE_HTTP (feu_http_get_type ())
G_DECLARE_FINAL_TYPE (FeuHttp, feu_http, FEU, HTTP, GObject)

/**
 * FeuHttp:
 *
 * Blocks the calling thread; any thread may call, several at once. Keeps no cookies and
 * no cache, follows no redirect, answers no challenge, and never sends a request twice
 * by itself unless it is safe (GET, HEAD). Each other request gets a connection of its
 * own. HTTP/1.1 is spoken, so that "sent" and "not sent" can be told apart.
 */

/** Called in the thread of the request, while its body is sent. */
typedef void (*FeuHttpProgress) (gsize    sent_bytes,
                                 gsize    total_bytes,
                                 gpointer user_data);

/**
 * FeuHttpRequest:
 * @method: "GET", "POST" …
 * @uri: absolute, http or https
 * @login: (nullable): must be for the origin of @uri
 * @headers: (nullable) (array zero-terminated=1): name, value, name, value …, NULL
 * @body: (nullable)
 * @content_type: (nullable): of @body
 * @max_answer_bytes: longer answers are an error; 0 for 32 MiB
 * @progress: (nullable)
 *
 * Lives as long as the call; nothing is kept.
 */
typedef struct
{
  const char        *method;
  const char        *uri;
  FeuHttpLogin      *login;
  const char *const *headers;
  GBytes            *body;
  const char        *content_type;
  gsize              max_answer_bytes;
  FeuHttpProgress    progress;
  gpointer           progress_data;
} FeuHttpRequest;

/**
 * feu_http_new:
 * @tls_database: (nullable): whom to trust; NULL for those whom the computer trusts
 */
FeuHttp *feu_http_new (GTlsDatabase *tls_database);

/** How long a server may be silent, 60 s unless set. Before the first request. */
void feu_http_set_timeout_s (FeuHttp *self, guint timeout_s);

/**
 * feu_http_send:
 *
 * Returns: (transfer full): the answer, with any status; NULL with a FEU_HTTP_ERROR, or
 * with G_IO_ERROR_CANCELLED, after which nobody knows whether it was carried out
 */
FeuHttpResponse *feu_http_send (FeuHttp              *self,
                                const FeuHttpRequest *request,
                                GCancellable         *cancellable,
                                GError              **error);

/** A GET without anything but a login: (nullable). */
FeuHttpResponse *feu_http_get (FeuHttp      *self,
                               const char   *uri,
                               FeuHttpLogin *login,
                               GCancellable *cancellable,
                               GError      **error);

G_END_DECLS
