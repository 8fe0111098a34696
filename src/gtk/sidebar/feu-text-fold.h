/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as people search for it: without regard to case and accents.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** (transfer full): @text, UTF-8, in one case and without accents, for comparing. */
char *feu_text_fold (const char *text);

/** Whether a word of @text begins with @folded_query, itself made by feu_text_fold().
 */
gboolean feu_text_has_word_prefix (const char *text, const char *folded_query);

G_END_DECLS
