/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-proxy.h"

#include "test-server.h"

struct _TestProxy
{
  TestServer *server; /* owned */
};

static TestProxy *
start (const char *const *command)
{
  TestProxy *self = g_new0 (TestProxy, 1);

  self->server = test_server_new (command);
  g_assert_nonnull (self->server);
  return self;
}

TestProxy *
test_proxy_new (const char *upstream)
{
  const char *command[] = { "proxy.py", upstream, NULL };
  return start (command);
}

TestProxy *
test_proxy_new_tls (const char *upstream, const char *certificate)
{
  const char *command[] = { "proxy.py", "--certificate", certificate, upstream, NULL };
  return start (command);
}

void
test_proxy_free (TestProxy *self)
{
  g_clear_pointer (&self->server, test_server_free);
  g_free (self);
}

static const char *
get_text (TestProxy *self, const char *key)
{
  return json_object_get_string_member (test_server_get_state (self->server), key);
}

const char *
test_proxy_get_url (TestProxy *self)
{
  return get_text (self, "url");
}

void
test_proxy_set_faults (TestProxy *self, const char *faults, int pid)
{
  g_autofree char *line =
      g_strdup_printf ("{\"faults\": %s, \"pid\": %d}", faults, pid);
  test_server_obey (self->server, line);
}

void
test_proxy_settle (TestProxy *self)
{
  test_server_obey (self->server, "{}");
}

GPtrArray *
test_proxy_dup_requests (TestProxy *self)
{
  test_proxy_settle (self);
  return test_server_dup_log (self->server);
}

GPtrArray *
test_proxy_peek_requests (TestProxy *self)
{
  return test_server_dup_log (self->server);
}
