/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The languages people write articles in, by their own names.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A BCP 47 tag and the language's name in that language. */
typedef struct
{
  const char *tag;
  const char *name;
} FeuLanguage;

/** All that are known, by name. */
const FeuLanguage *feu_languages_get_all (gsize *out_n_languages);

/** (transfer full): the own name of @tag, e.g. "français (CA)"; @tag when not known. */
char *feu_languages_dup_name (const char *tag);

/** Whether @text looks like a BCP 47 tag. */
gboolean feu_languages_is_tag (const char *text);

G_END_DECLS
