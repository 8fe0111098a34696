/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the page of a preview, in the script world of its own, what it shows.
 */
#pragma once

#include "test-wait.h"

#include <webkit2/webkit2.h>

#define TEST_PAGE_WORLD "feuillet"

typedef struct
{
  JSCValue *value;
  GError   *error;
  gboolean  is_done;
} TestPageCall;

static inline void
test_page_called_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  TestPageCall *call = user_data;

  call->value = webkit_web_view_call_async_javascript_function_finish (
      WEBKIT_WEB_VIEW (object), result, &call->error);
  call->is_done = TRUE;
}

/**
 * test_page_call:
 * @world: (nullable): NULL for the page's own
 * @body: of a function; may await
 * @arguments: (nullable) (transfer floating): of type a{sv}
 *
 * Returns: (transfer full): what it returned
 */
static inline JSCValue *
test_page_call (gpointer view, const char *world, const char *body, GVariant *arguments)
{
  TestPageCall call = { NULL, NULL, FALSE };

  webkit_web_view_call_async_javascript_function (WEBKIT_WEB_VIEW (view),
                                                  body,
                                                  -1,
                                                  arguments,
                                                  world,
                                                  NULL,
                                                  NULL,
                                                  test_page_called_cb,
                                                  &call);
  TEST_WAIT_UNTIL (call.is_done);
  g_assert_no_error (call.error);
  return call.value;
}

/** (transfer full): what @body returns, as text. */
static inline char *
test_page_dup_string (gpointer view, const char *body)
{
  g_autoptr (JSCValue) value = test_page_call (view, TEST_PAGE_WORLD, body, NULL);
  return jsc_value_to_string (value);
}

static inline double
test_page_get_number (gpointer view, const char *body)
{
  g_autoptr (JSCValue) value = test_page_call (view, TEST_PAGE_WORLD, body, NULL);
  return jsc_value_to_double (value);
}

static inline gboolean
test_page_is_true (gpointer view, const char *body)
{
  g_autoptr (JSCValue) value = test_page_call (view, TEST_PAGE_WORLD, body, NULL);
  return jsc_value_to_boolean (value);
}
