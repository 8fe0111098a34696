/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether this machine draws with a graphics device or with its processor.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Whether there is a device to render with; without one OpenGL would be emulated. */
gboolean feu_graphics_has_device (void);

/**
 * feu_graphics_prepare:
 *
 * Without a device, tells GTK and WebKit not to set up OpenGL at all: loading the
 * emulation takes a twelfth of the time until the first page is seen, and memory, for
 * nothing. What the user has put into the environment stays. Call before the display is
 * opened and before there are other threads, as it changes the environment.
 */
void feu_graphics_prepare (void);

G_END_DECLS
