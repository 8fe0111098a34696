/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One SoupSession, stripped of everything that acts by itself. What happens on the way
 * is noted in a FeuHttpAttempt by the message's signals, which come in this thread.
 *
 * HTTP/2 is not offered: with it several requests share a connection, and the failure
 * of one tells little about whether another arrived.
 */
#include "config.h"

#include "feu-http.h"

#include "feu-http-address.h"
#include "feu-http-failure-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_TIMEOUT_S 60
#define IDLE_TIMEOUT_S 30
#define DEFAULT_MAX_ANSWER_BYTES (32 * 1024 * 1024)
#define MAX_CONNECTIONS_PER_HOST 8
#define MAX_CONNECTIONS 24
#define READ_BYTES (64 * 1024)

/* A server that sends a byte now and then is never silent; this ends it. */
#define MAX_READ_S (10 * 60)

struct _FeuHttp
{
  GObject parent_instance;

  /* owned */
  SoupSession *session;
};

G_DEFINE_FINAL_TYPE (FeuHttp, feu_http, G_TYPE_OBJECT)

/* One request under way: what the handlers of its message need. */
typedef struct
{
  const FeuHttpRequest *request;
  FeuHttpAttempt        attempt;
  gsize                 sent_bytes;
} Flight;

static void
on_message_wrote_headers_cb (SoupMessage *message, Flight *flight)
{
  flight->attempt.is_sent = TRUE;
}

static void
on_message_wrote_body_data_cb (SoupMessage *message, guint n_bytes, Flight *flight)
{
  const FeuHttpRequest *request = flight->request;

  flight->sent_bytes += n_bytes;
  if (request->progress != NULL && request->body != NULL)
    request->progress (
        flight->sent_bytes, g_bytes_get_size (request->body), request->progress_data);
}

static gboolean
on_message_accept_certificate_cb (SoupMessage         *message,
                                  GTlsCertificate     *certificate,
                                  GTlsCertificateFlags flaws,
                                  Flight              *flight)
{
  g_set_object (&flight->attempt.certificate, certificate);
  flight->attempt.flaws = flaws;
  return FALSE;
}

static void
on_message_network_event_cb (SoupMessage       *message,
                             GSocketClientEvent event,
                             GIOStream         *connection,
                             Flight            *flight)
{
  const char *const protocols[] = { "http/1.1", NULL };

  flight->attempt.is_encrypting = event == G_SOCKET_CLIENT_TLS_HANDSHAKING;
  if (event == G_SOCKET_CLIENT_TLS_HANDSHAKING && G_IS_TLS_CONNECTION (connection))
    g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (connection),
                                               protocols);
}

static void
watch (SoupMessage *message, Flight *flight)
{
  g_signal_connect (
      message, "wrote-headers", G_CALLBACK (on_message_wrote_headers_cb), flight);
  g_signal_connect (
      message, "wrote-body-data", G_CALLBACK (on_message_wrote_body_data_cb), flight);
  g_signal_connect (message,
                    "accept-certificate",
                    G_CALLBACK (on_message_accept_certificate_cb),
                    flight);
  g_signal_connect (
      message, "network-event", G_CALLBACK (on_message_network_event_cb), flight);
}

static gboolean
is_safe_method (const char *method)
{
  return g_str_equal (method, "GET") || g_str_equal (method, "HEAD");
}

static gboolean
fail_request (GError **error, FeuHttpError code, const char *message)
{
  g_set_error_literal (error, FEU_HTTP_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
add_headers (SoupMessage *message, const FeuHttpRequest *request, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  const char *const  *pairs = request->headers;

  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i += 2)
    {
      if (strpbrk (pairs[i + 1], "\r\n") != NULL)
        return fail_request (error,
                             FEU_HTTP_ERROR_BAD_REQUEST,
                             _ ("A line of the request would hold a line break."));
      soup_message_headers_replace (headers, pairs[i], pairs[i + 1]);
    }
  return TRUE;
}

static gboolean
add_login (SoupMessage *message, FeuHttpLogin *login, GError **error)
{
  if (login == NULL)
    return TRUE;
  if (!feu_http_login_is_for (login, soup_message_get_uri (message)))
    return fail_request (error,
                         FEU_HTTP_ERROR_FOREIGN_ORIGIN,
                         _ ("The password of one site was not sent to another."));
  char *value = feu_http_login_dup_header (login);
  soup_message_headers_replace (
      soup_message_get_request_headers (message), "Authorization", value);
  feu_http_secret_free (value);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the message, ready to go */
static SoupMessage *
make_message (const FeuHttpRequest *request, GError **error)
{
  g_autoptr (GUri) uri = feu_http_address_parse (request->uri, error);
  if (uri == NULL)
    return NULL;

  g_autoptr (SoupMessage) message = soup_message_new_from_uri (request->method, uri);
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT;
  if (!is_safe_method (request->method))
    flags |= SOUP_MESSAGE_NEW_CONNECTION;
  soup_message_set_flags (message, flags);
  if (!add_headers (message, request, error) ||
      !add_login (message, request->login, error))
    return NULL;
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (
        message, request->content_type, request->body);
  return g_steal_pointer (&message);
}

/* Returns: (transfer full) (nullable): all of @stream, if it is not too long */
static GBytes *
read_all (GInputStream         *stream,
          const FeuHttpRequest *request,
          GCancellable         *cancellable,
          GError              **error)
{
  gsize  max_bytes = request->max_answer_bytes != 0 ? request->max_answer_bytes
                                                    : DEFAULT_MAX_ANSWER_BYTES;
  gint64 end_us = g_get_monotonic_time () + (gint64) MAX_READ_S * G_USEC_PER_SEC;
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);

  for (;;)
    {
      gssize n_bytes =
          g_input_stream_read (stream, buffer, READ_BYTES, cancellable, error);
      if (n_bytes < 0)
        return NULL;
      if (n_bytes == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&body));
      if ((gsize) n_bytes > max_bytes - body->len || g_get_monotonic_time () > end_us)
        {
          fail_request (error,
                        FEU_HTTP_ERROR_TOO_LARGE,
                        _ ("The answer of the server is too long."));
          return NULL;
        }
      g_byte_array_append (body, buffer, (guint) n_bytes);
    }
}

static void
feu_http_dispose (GObject *object)
{
  FeuHttp *self = FEU_HTTP (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (feu_http_parent_class)->dispose (object);
}

static void
feu_http_class_init (FeuHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = feu_http_dispose;
}

static void
feu_http_init (FeuHttp *self)
{
  self->session = soup_session_new_with_options ("user-agent",
                                                 "Feuillet/" PACKAGE_VERSION,
                                                 "accept-language-auto",
                                                 TRUE,
                                                 "timeout",
                                                 (guint) DEFAULT_TIMEOUT_S,
                                                 "idle-timeout",
                                                 (guint) IDLE_TIMEOUT_S,
                                                 "max-conns",
                                                 MAX_CONNECTIONS,
                                                 "max-conns-per-host",
                                                 MAX_CONNECTIONS_PER_HOST,
                                                 NULL);
  /* It would answer challenges with what it remembers. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
}

FeuHttp *
feu_http_new (GTlsDatabase *tls_database)
{
  g_return_val_if_fail (tls_database == NULL || G_IS_TLS_DATABASE (tls_database), NULL);

  FeuHttp *self = g_object_new (FEU_TYPE_HTTP, NULL);
  if (tls_database != NULL)
    soup_session_set_tls_database (self->session, tls_database);
  return self;
}

void
feu_http_set_timeout_s (FeuHttp *self, guint timeout_s)
{
  g_return_if_fail (FEU_IS_HTTP (self));

  soup_session_set_timeout (self->session, timeout_s);
}

FeuHttpResponse *
feu_http_send (FeuHttp              *self,
               const FeuHttpRequest *request,
               GCancellable         *cancellable,
               GError              **error)
{
  g_return_val_if_fail (FEU_IS_HTTP (self), NULL);
  g_return_val_if_fail (request != NULL && request->method != NULL, NULL);
  g_return_val_if_fail (request->uri != NULL, NULL);

  g_autoptr (GError) cause = NULL;
  g_autoptr (SoupMessage) message = make_message (request, error);
  if (message == NULL)
    return NULL;

  GUri  *uri = soup_message_get_uri (message);
  Flight flight = { .request = request };
  flight.attempt.host = g_uri_get_host (uri);
  flight.attempt.timeout_s = soup_session_get_timeout (self->session);
  watch (message, &flight);

  g_autoptr (GInputStream) stream =
      soup_session_send (self->session, message, cancellable, &cause);
  g_autoptr (GBytes) body =
      stream != NULL ? read_all (stream, request, cancellable, &cause) : NULL;
  g_signal_handlers_disconnect_by_data (message, &flight);
  if (body == NULL)
    feu_http_attempt_fail (&flight.attempt, g_steal_pointer (&cause), error);
  feu_http_attempt_clear (&flight.attempt);
  return body != NULL
             ? feu_http_response_new (uri,
                                      soup_message_get_status (message),
                                      soup_message_get_response_headers (message),
                                      body)
             : NULL;
}

FeuHttpResponse *
feu_http_get (FeuHttp      *self,
              const char   *uri,
              FeuHttpLogin *login,
              GCancellable *cancellable,
              GError      **error)
{
  FeuHttpRequest request = { .method = "GET", .uri = uri, .login = login };
  return feu_http_send (self, &request, cancellable, error);
}
