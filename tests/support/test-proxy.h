/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands between Feuillet and a server: a network that fails on order
 * (tests/cms/proxy.py lists the faults), and a site with a certificate. A WordPress
 * behind it calls itself by the proxy's address.
 */
#pragma once

#include <json-glib/json-glib.h>

typedef struct _TestProxy TestProxy;

/** (transfer full): a proxy for the site at @upstream. */
TestProxy *test_proxy_new (const char *upstream);

/** (transfer full): the same by TLS; @certificate: file of test-certificates.h. */
TestProxy *test_proxy_new_tls (const char *upstream, const char *certificate);

void test_proxy_free (TestProxy *self);

/** (transfer none): "http://127.0.0.1:PORT" or "https:…". */
const char *test_proxy_get_url (TestProxy *self);

/**
 * test_proxy_set_faults:
 * @faults: a JSON array: [{"what": "cut-after", "method": "POST", "path": "/media"}]
 * @pid: who is killed by "kill-before" and "kill-after"; 0 for nobody
 *
 * Replaces the faults; requests are counted and remembered from now on.
 */
void test_proxy_set_faults (TestProxy *self, const char *faults, int pid);

/** Waits until no request is under way, those included that arrive late. */
void test_proxy_settle (TestProxy *self);

/**
 * test_proxy_dup_requests:
 *
 * Settles first.
 *
 * Returns: (transfer full) (element-type JsonObject): in the order of their ends, each
 * with number, method, target, bytes, signed, busy, fault, upstream, status and ms
 */
GPtrArray *test_proxy_dup_requests (TestProxy *self);

/** As test_proxy_dup_requests(), of those that are over already. */
GPtrArray *test_proxy_peek_requests (TestProxy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestProxy, test_proxy_free)
