/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which Feuillet this is, among those of one writer's computers.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * feu_installation_dup_id:
 * @folder: normally $XDG_DATA_HOME/feuillet
 *
 * Returns: (transfer full): a UUID in lower case, made and kept in @folder the first
 * time. Where it cannot be kept, it is another the next time: it is only by what sites
 * list the passwords they gave.
 */
char *feu_installation_dup_id (GFile *folder);

G_END_DECLS
