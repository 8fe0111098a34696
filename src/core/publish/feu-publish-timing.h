/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How patient a publishing job is.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuPublishTiming:
 * @retry_ms: (array zero-terminated=1): pauses between attempts of what may be repeated
 * @look_up_ms: (array zero-terminated=1): when, after a request that creates something
 * and got no answer, the site is asked for it; only after the last may it be sent
 * again. From the time of the request, also across runs
 * @max_wait_ms: longest pause that a site may ask for within a run; beyond, the outcome
 * is FEU_OUTCOME_WAITING
 */
typedef struct
{
  const guint *retry_ms;
  const guint *look_up_ms;
  guint        max_wait_ms;
} FeuPublishTiming;

/** The usual: attempts for half a minute, two minutes until something is sent again. */
const FeuPublishTiming *feu_publish_timing_get_usual (void);

/** Sleeps; wakes up when cancelled. Returns: FALSE with G_IO_ERROR_CANCELLED */
gboolean feu_publish_wait (guint wait_ms, GCancellable *cancellable, GError **error);

G_END_DECLS
