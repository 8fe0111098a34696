/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The notes on the way back: see feu-post-restore.h.
 */
#pragma once

#include "feu-markup.h"
#include "feu-post-source.h"

G_BEGIN_DECLS

/**
 * feu_post_restore_notes:
 *
 * Notes whose text is unchanged keep what the site had; those that only blocks without
 * Markdown refer to stay.
 *
 * Returns: (transfer full): JSON; what @source has when nothing changed; "" for no
 * notes
 */
char *feu_post_restore_notes (const FeuPostSource *source,
                              const FeuArticle    *article,
                              const FeuMarkup     *markup);

G_END_DECLS
