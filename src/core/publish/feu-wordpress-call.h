/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request to a WordPress and its answer as JSON, or an error that says what it
 * means.
 */
#pragma once

#include "feu-http.h"
#include "feu-publish-error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** Where requests go and as whom. All borrowed. */
typedef struct
{
  FeuHttp      *http;
  const char   *api_root;
  FeuHttpLogin *login;
} FeuWordPressSite;

/**
 * FeuWordPressCall:
 * @route: "wp/v2/posts"
 * @query: (nullable) (array zero-terminated=1): name, value, name, value …, NULL
 * @json: (nullable): body; sent as POST
 * @body: (nullable): body instead of @json, of @content_type
 * @is_delete: DELETE instead of GET
 */
typedef struct
{
  const char        *route;
  const char *const *query;
  JsonObject        *json;
  GBytes            *body;
  const char        *content_type;
  gboolean           is_delete;
  FeuHttpProgress    progress;
  gpointer           progress_data;
} FeuWordPressCall;

/**
 * feu_wordpress_call:
 * @out_response: (out) (optional) (transfer full): for its headers
 *
 * Returns: (transfer full): an object or array; NULL with FEU_PUBLISH_ERROR or
 * G_IO_ERROR_CANCELLED
 */
JsonNode *feu_wordpress_call (const FeuWordPressSite *site,
                              const FeuWordPressCall *call,
                              FeuHttpResponse       **out_response,
                              GCancellable           *cancellable,
                              GError                **error);

/** The address of @route with @query; (transfer full). */
char *feu_wordpress_dup_address (const char        *api_root,
                                 const char        *route,
                                 const char *const *query);

/** A number from the answer's headers, such as X-WP-TotalPages; 0 when it is missing.
 */
guint feu_wordpress_get_count (FeuHttpResponse *response, const char *header);

G_END_DECLS
