/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A server that a test starts: a program which says where it is by one line of JSON,
 * obeys lines of standard input, answers each by a line, and ends with that input. So
 * it ends with the test, however the test ends.
 */
#pragma once

#include <json-glib/json-glib.h>

typedef struct _TestServer TestServer;

/** The exit status by which a server says that it cannot be had on this machine. */
#define TEST_SERVER_SKIPPED 77

/**
 * test_server_new:
 * @arguments: (array zero-terminated=1): the command, its first word below tests/cms
 *
 * Returns: (transfer full) (nullable): the running server; %NULL if it cannot be had,
 * which was said by g_test_skip(). Any other trouble is a failed test.
 */
TestServer *test_server_new (const char *const *arguments);

void test_server_free (TestServer *self);

/** (transfer none): what the server said of itself. */
JsonObject *test_server_get_state (TestServer *self);

/** Sends a line and waits until it is obeyed. */
void test_server_obey (TestServer *self, const char *line);

/** (transfer full) (element-type JsonObject): the log that its state calls "requests".
 */
GPtrArray *test_server_dup_log (TestServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestServer, test_server_free)
