/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readable identifiers from any text: heading ids, file names, slugs.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_slug_new:
 * @text: UTF-8, any script
 * @max_characters: longest result; cut at a hyphen where one is near. 0 for no limit
 *
 * Lower case; accents removed and Latin ligatures and other letters spelled out where
 * Unicode decomposes or custom has it (é e, œ oe, ß ss, ø o, ł l); letters of other
 * scripts kept as they are; apostrophes and everything else that is no letter or digit
 * becomes one hyphen, none at the ends.
 *
 * Returns: (transfer full): the slug; "" when nothing is left (only punctuation, emoji)
 */
char *feu_slug_new (const char *text, gsize max_characters);

G_END_DECLS
