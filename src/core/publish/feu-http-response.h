/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a server answered, whole and read.
 */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * FeuHttpResponse:
 *
 * Immutable, reference-counted, usable from any thread.
 */
#define FEU_TYPE_HTTP_RESPONSE (feu_http_response_get_type ())
typedef struct _FeuHttpResponse FeuHttpResponse;

GType feu_http_response_get_type (void);

/** @headers and @body are referenced. Made by FeuHttp, and by tests. */
FeuHttpResponse *feu_http_response_new (GUri               *uri,
                                        guint               status,
                                        SoupMessageHeaders *headers,
                                        GBytes             *body);
FeuHttpResponse *feu_http_response_ref (FeuHttpResponse *self);
void             feu_http_response_unref (FeuHttpResponse *self);

guint feu_http_response_get_status (const FeuHttpResponse *self);

/** Status 200 to 299. */
gboolean feu_http_response_is_success (const FeuHttpResponse *self);

/** (transfer none): where the request went. */
GUri *feu_http_response_get_uri (const FeuHttpResponse *self);

/** (transfer none): without any transfer or content encoding. */
GBytes *feu_http_response_get_body (const FeuHttpResponse *self);

/** (nullable): several of one name are joined by commas. */
const char *feu_http_response_get_header (const FeuHttpResponse *self,
                                          const char            *name);

/** Whether the media type is @type, as "text/html"; parameters do not count. */
gboolean feu_http_response_has_media_type (const FeuHttpResponse *self,
                                           const char            *type);

/** Seconds that the server asks to wait, 0 to one day; -1 where it does not. */
int feu_http_response_get_retry_after_s (const FeuHttpResponse *self);

/** (transfer full) (nullable): target of the header Link with relation @rel, absolute.
 */
char *feu_http_response_dup_link (const FeuHttpResponse *self, const char *rel);

/** (transfer full) (nullable): where a status of 300 to 399 sends us, absolute. */
GUri *feu_http_response_dup_redirect (const FeuHttpResponse *self);

/**
 * feu_http_response_parse_json:
 *
 * Reads the body as JSON, whatever the media type says. A byte order mark, and notices
 * that a server's scripts printed before or after an object or array, are passed over.
 *
 * Returns: (transfer full) (nullable): NULL where there is no JSON, or such that nests
 * deeper than any real answer
 */
JsonNode *feu_http_response_parse_json (const FeuHttpResponse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuHttpResponse, feu_http_response_unref)

G_END_DECLS
