/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The front matter of one text: where it is, what it says, and where each value stands.
 * YAML is read with libyaml, TOML's common keys with a small reader. Changing it is
 * feu-front-matter-edit.h; what the keys mean to an article is feu-metadata.h.
 */
#pragma once

#include "feu-front-matter-error.h"
#include "feu-meta-node.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  FEU_FRONT_MATTER_NONE,    /* the text begins with the body */
  FEU_FRONT_MATTER_YAML,    /* between "---" lines; can be edited */
  FEU_FRONT_MATTER_TOML,    /* between "+++" lines; read only */
  FEU_FRONT_MATTER_INVALID, /* has an error; kept byte for byte, read only */
} FeuFrontMatterKind;

/**
 * FeuFrontMatter:
 *
 * Immutable, reference-counted, may be shared between threads.
 */
#define FEU_TYPE_FRONT_MATTER (feu_front_matter_get_type ())
typedef struct _FeuFrontMatter FeuFrontMatter;
GType                          feu_front_matter_get_type (void);

/**
 * feu_front_matter_parse:
 * @text: a whole article, UTF-8 without BOM; "\n" or "\r\n"
 *
 * Never fails: what cannot be parsed gives the kind FEU_FRONT_MATTER_INVALID with its
 * error. An unclosed "---" on the first line counts as front matter only if the next
 * line looks like "key:"; its body then begins at the first blank line. Otherwise it is
 * a thematic break and there is none; so it is when a blank line follows it and what
 * comes before the next such line does not begin like YAML.
 * The closing fence may also be "...".
 */
FeuFrontMatter *feu_front_matter_parse (const char *text, gsize length_bytes);
FeuFrontMatter *feu_front_matter_ref (FeuFrontMatter *self);
void            feu_front_matter_unref (FeuFrontMatter *self);

FeuFrontMatterKind feu_front_matter_get_kind (const FeuFrontMatter *self);

/** Where the body begins: after the closing fence's newline; 0 without front matter. */
gsize feu_front_matter_get_body_start (const FeuFrontMatter *self);

/** Where the keys are: between the fences' lines. Both 0 without front matter. */
void feu_front_matter_get_content (const FeuFrontMatter *self,
                                   gsize                *out_start_bytes,
                                   gsize                *out_end_bytes);

/**
 * feu_front_matter_get_error:
 * @out_line: (out) (optional): 0-based line in the whole text
 * @out_column: (out) (optional): 0-based column in characters
 *
 * Returns: (nullable): what is wrong, in FEU_FRONT_MATTER_ERROR; NULL unless invalid
 */
const GError *feu_front_matter_get_error (const FeuFrontMatter *self,
                                          guint                *out_line,
                                          guint                *out_column);

/** The mapping at the top; NULL without front matter or when invalid. May be empty. */
const FeuMetaNode *feu_front_matter_get_root (const FeuFrontMatter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuFrontMatter, feu_front_matter_unref)

G_END_DECLS
