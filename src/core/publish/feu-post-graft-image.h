/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An image of which only the texts were changed: see feu-post-graft.h.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_post_graft_image:
 * @raw: an image block as the site had it
 * @markup: an image block to be sent in its place
 *
 * Returns: (transfer full) (nullable): @raw with the description and the caption of
 * @markup where those read otherwise; NULL when it is another image, or linked
 * elsewhere
 */
char *feu_post_graft_image (const char *raw, const char *markup);

G_END_DECLS
