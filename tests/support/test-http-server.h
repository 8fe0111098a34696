/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A web server within the test, on a free port of this computer, in a thread of its
 * own: what is tested may block. Tells what it was asked.
 */
#pragma once

#include <libsoup/soup.h>
#include <string.h>

typedef struct _TestHttpServer TestHttpServer;

/** Answers one request, in the server's thread. @path has no query. */
typedef void (*TestHttpHandler) (TestHttpServer    *server,
                                 SoupServerMessage *message,
                                 const char        *path,
                                 gpointer           user_data);

struct _TestHttpServer
{
  /* owned */
  GMainContext    *context;
  GMainLoop       *loop;
  GThread         *thread;
  SoupServer      *soup;
  char            *url; /* with a slash at its end */
  GTlsCertificate *certificate;
  GPtrArray       *log; /* (element-type utf8): "METHOD /path?query", guarded */
  GMutex           mutex;
  GCond            is_ready;

  TestHttpHandler handler;
  gpointer        user_data;
};

static inline void
test_http_server_handle_cb (SoupServer        *soup,
                            SoupServerMessage *message,
                            const char        *path,
                            GHashTable        *query,
                            gpointer           user_data)
{
  TestHttpServer  *server = user_data;
  GUri            *uri = soup_server_message_get_uri (message);
  g_autofree char *target =
      g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT | G_URI_HIDE_USERINFO);
  const char *at = strstr (target, "://");
  at = strchr (at + 3, '/');

  g_mutex_lock (&server->mutex);
  g_ptr_array_add (
      server->log,
      g_strdup_printf ("%s %s", soup_server_message_get_method (message), at));
  g_mutex_unlock (&server->mutex);
  server->handler (server, message, path, server->user_data);
}

static inline gpointer
test_http_server_run_cb (gpointer user_data)
{
  TestHttpServer *server = user_data;
  GError         *error = NULL;

  g_main_context_push_thread_default (server->context);
  server->soup = soup_server_new (NULL, NULL);
  if (server->certificate != NULL)
    soup_server_set_tls_certificate (server->soup, server->certificate);
  soup_server_add_handler (
      server->soup, NULL, test_http_server_handle_cb, server, NULL);
  soup_server_listen_local (
      server->soup,
      0,
      (server->certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0) |
          SOUP_SERVER_LISTEN_IPV4_ONLY,
      &error);
  g_assert_no_error (error);

  GSList *uris = soup_server_get_uris (server->soup);
  g_mutex_lock (&server->mutex);
  server->url = g_uri_to_string (uris->data);
  g_cond_signal (&server->is_ready);
  g_mutex_unlock (&server->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (server->loop);
  soup_server_disconnect (server->soup);
  g_clear_object (&server->soup);
  while (g_main_context_iteration (server->context, FALSE))
    ;
  g_main_context_pop_thread_default (server->context);
  return NULL;
}

/** @certificate: (nullable): for https */
static inline TestHttpServer *
test_http_server_new (GTlsCertificate *certificate,
                      TestHttpHandler  handler,
                      gpointer         user_data)
{
  TestHttpServer *server = g_new0 (TestHttpServer, 1);

  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  server->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  server->log = g_ptr_array_new_with_free_func (g_free);
  server->handler = handler;
  server->user_data = user_data;
  g_mutex_init (&server->mutex);
  g_cond_init (&server->is_ready);
  g_mutex_lock (&server->mutex);
  server->thread = g_thread_new ("test-server", test_http_server_run_cb, server);
  while (server->url == NULL)
    g_cond_wait (&server->is_ready, &server->mutex);
  g_mutex_unlock (&server->mutex);
  return server;
}

static inline gboolean
test_http_server_quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static inline void
test_http_server_free (TestHttpServer *server)
{
  g_main_context_invoke (server->context, test_http_server_quit_cb, server->loop);
  g_thread_join (server->thread);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_clear_object (&server->certificate);
  g_ptr_array_unref (server->log);
  g_mutex_clear (&server->mutex);
  g_cond_clear (&server->is_ready);
  g_free (server->url);
  g_free (server);
}

/** (transfer full): the address of @path, which has no slash at its beginning. */
static inline char *
test_http_server_dup_url (TestHttpServer *server, const char *path)
{
  return g_strconcat (server->url, path, NULL);
}

/** (transfer full): what was asked so far, a line each. */
static inline char *
test_http_server_dup_log (TestHttpServer *server)
{
  g_mutex_lock (&server->mutex);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < server->log->len; i++)
    g_string_append_printf (
        text, "%s\n", (const char *) g_ptr_array_index (server->log, i));
  g_mutex_unlock (&server->mutex);
  return g_string_free (text, FALSE);
}

static inline void
test_http_server_answer (SoupServerMessage *message,
                         guint              status,
                         const char        *type,
                         const char        *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (
      message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

static inline void
test_http_server_set_header (SoupServerMessage *message,
                             const char        *name,
                             const char        *value)
{
  soup_message_headers_append (
      soup_server_message_get_response_headers (message), name, value);
}

/** (nullable): a header of the request. */
static inline const char *
test_http_server_get_header (SoupServerMessage *message, const char *name)
{
  return soup_message_headers_get_one (
      soup_server_message_get_request_headers (message), name);
}

/** Sends @bytes as they are, and closes the connection. */
static inline void
test_http_server_cut (SoupServerMessage *message, const char *bytes)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (
      g_io_stream_get_output_stream (stream), bytes, strlen (bytes), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}
