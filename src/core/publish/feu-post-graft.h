/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps of a block what Markdown does not say when its text was changed: colours,
 * alignment, classes, where links open.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_post_graft:
 * @raw: a block as the site had it
 * @old_text: the Markdown it became
 * @new_text: the Markdown in its place now
 * @markup: what @new_text is to be sent as
 *
 * Where both are blocks of the same kind, the opening comment and the outer element's
 * tag of @raw are kept with the content of @markup; links that lead where one of @raw
 * does keep its attributes. An image keeps all but the text that changed.
 *
 * Returns: (transfer full): the block to send; @markup where nothing is to be kept
 */
char *feu_post_graft (const char *raw,
                      const char *old_text,
                      const char *new_text,
                      const char *markup);

G_END_DECLS
