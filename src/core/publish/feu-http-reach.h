/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether an address that somebody else chose may be asked by this computer.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * feu_http_may_reach:
 * @uri: absolute
 * @home: (nullable): the host that the writer chose; always allowed
 *
 * http and https without a login, and not to this computer or its own network
 * (loopback, link-local, private, multicast), be it by name. Looks names up, so it
 * blocks.
 */
gboolean feu_http_may_reach (GUri *uri, const char *home, GCancellable *cancellable);

/** Whether @address is of this computer or its network. */
gboolean feu_http_is_near (GInetAddress *address);

G_END_DECLS
