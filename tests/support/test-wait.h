/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Waiting without sleeping: the main loop runs until something is so, or the test
 * fails.
 */
#pragma once

#include <glib.h>

/* Ends a test that would hang; generous, as sanitizers and busy machines are slow. */
#define TEST_WAIT_SECONDS 90

/* What a web page does in its own process wakes nobody here: so look now and then. */
#define TEST_WAIT_LOOK_MS 20

static inline gboolean
test_wait_look_cb (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

/** Runs the main loop until @condition, or fails. */
#define TEST_WAIT_UNTIL(condition)                                                     \
  G_STMT_START                                                                         \
  {                                                                                    \
    gint64 wait_end_us_ =                                                              \
        g_get_monotonic_time () + TEST_WAIT_SECONDS * G_USEC_PER_SEC;                  \
    guint wait_id_ = g_timeout_add (TEST_WAIT_LOOK_MS, test_wait_look_cb, NULL);       \
    while (!(condition))                                                               \
      {                                                                                \
        if (g_get_monotonic_time () > wait_end_us_)                                    \
          g_error ("%s: waited in vain until %s", G_STRLOC, #condition);               \
        g_main_context_iteration (NULL, TRUE);                                         \
      }                                                                                \
    g_source_remove (wait_id_);                                                        \
  }                                                                                    \
  G_STMT_END

static inline gboolean
test_wait_set_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/** Runs the main loop until nothing is due, idle work included. */
static inline void
test_wait_idle (void)
{
  gboolean is_idle = FALSE;

  g_idle_add_full (G_PRIORITY_LOW + 100, test_wait_set_cb, &is_idle, NULL);
  TEST_WAIT_UNTIL (is_idle);
}

/** Runs the main loop for a while: only to see that something does not happen. */
static inline void
test_wait_for_ms (guint ms)
{
  gboolean is_over = FALSE;

  g_timeout_add (ms, test_wait_set_cb, &is_over);
  TEST_WAIT_UNTIL (is_over);
}
