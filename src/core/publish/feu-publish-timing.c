/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PHP goes on working when its client is gone: what was sent may appear up to two
 * minutes later, so that long the site is asked before anything is sent again.
 */
#include "config.h"

#include "feu-publish-timing.h"

const FeuPublishTiming *
feu_publish_timing_get_usual (void)
{
  static const guint            retry_ms[] = { 1000, 2000, 4000, 8000, 16000, 0 };
  static const guint            look_up_ms[] = { 2000, 10000, 30000, 60000, 120000, 0 };
  static const FeuPublishTiming usual = {
    .retry_ms = retry_ms,
    .look_up_ms = look_up_ms,
    .max_wait_ms = 60000,
  };
  return &usual;
}

gboolean
feu_publish_wait (guint wait_ms, GCancellable *cancellable, GError **error)
{
  GPollFD poll = { .fd = -1 };

  if (cancellable == NULL || !g_cancellable_make_pollfd (cancellable, &poll))
    {
      g_usleep ((gulong) wait_ms * 1000);
      return !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  g_poll (&poll, 1, (int) MIN (wait_ms, G_MAXINT));
  g_cancellable_release_fd (cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
