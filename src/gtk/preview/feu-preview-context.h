/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The web engine, set up once for all previews: sandboxed, without cache, cookies or
 * storage, and with the address scheme "feuillet:" as the only thing that it can load.
 */
#pragma once

#include <webkit2/webkit2.h>

G_BEGIN_DECLS

/**
 * feu_preview_context_new:
 *
 * Requests of a web view in the context go to feu_preview_request(), see there. Call
 * before the first web view; one for the application.
 *
 * Returns: (transfer full)
 */
WebKitWebContext *feu_preview_context_new (void);

/**
 * feu_preview_context_new_settings:
 *
 * Settings for a web view that shows articles: markup cannot run scripts, nothing is
 * stored, media and network features are off; drawn by the processor where the machine
 * has no graphics device, which is faster than emulating one.
 *
 * Returns: (transfer full)
 */
WebKitSettings *feu_preview_context_new_settings (void);

G_END_DECLS
