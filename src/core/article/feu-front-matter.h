/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The front matter of one text: where it is, what it says, and where each value stands.
 * YAML is read with libyaml, TOML's common keys with a small reader. Changing it is
 * feu-front-matter-edit.h; what the keys mean to an article is feu-metadata.h.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FEU_FRONT_MATTER_ERROR (feu_front_matter_error_quark ())
GQuark feu_front_matter_error_quark (void);

/**
 * FeuFrontMatterError:
 * @FEU_FRONT_MATTER_ERROR_UNCLOSED: the opening fence has no closing one
 * @FEU_FRONT_MATTER_ERROR_SYNTAX: libyaml, or the TOML reader, cannot parse it
 * @FEU_FRONT_MATTER_ERROR_NOT_A_MAPPING: valid YAML, but no keys with values
 * @FEU_FRONT_MATTER_ERROR_TOO_DEEP: nested deeper, or larger, than an article's can be
 * @FEU_FRONT_MATTER_ERROR_READ_ONLY: an edit was asked of what may only be read
 */
typedef enum
{
  FEU_FRONT_MATTER_ERROR_UNCLOSED,
  FEU_FRONT_MATTER_ERROR_SYNTAX,
  FEU_FRONT_MATTER_ERROR_NOT_A_MAPPING,
  FEU_FRONT_MATTER_ERROR_TOO_DEEP,
  FEU_FRONT_MATTER_ERROR_READ_ONLY,
} FeuFrontMatterError;

typedef enum
{
  FEU_FRONT_MATTER_NONE,    /* the text begins with the body */
  FEU_FRONT_MATTER_YAML,    /* between "---" lines; can be edited */
  FEU_FRONT_MATTER_TOML,    /* between "+++" lines; read only */
  FEU_FRONT_MATTER_INVALID, /* has an error; kept byte for byte, read only */
} FeuFrontMatterKind;

typedef enum
{
  FEU_META_SCALAR,
  FEU_META_SEQUENCE,
  FEU_META_MAPPING,
} FeuMetaNodeType;

/**
 * FeuMetaNode:
 * @start_bytes: where the value's own text begins, as an offset in the whole text (for
 * a quoted scalar the quote; for a block sequence its first dash)
 * @end_bytes: the byte after it, without trailing comment, blank lines or newline
 * @key: (nullable): the key, when the parent is a mapping; "" if it is no scalar
 * @key_start_bytes: where that key begins; in a sequence, where the item does: its dash
 * in a block one
 * @text: (nullable): the value of a scalar, unescaped and unfolded; "" for an empty one
 * @is_plain: a scalar without quotes, not a block scalar
 * @is_flow: a sequence or mapping in [] or {}, or anything inside one
 * @is_alias: stands for an anchor elsewhere; what it shows is there, not here
 *
 * A value in the front matter, with its place. Aliases are resolved (without cycles and
 * bounded in total size). Anchors and tags are kept in the text and otherwise ignored.
 */
typedef struct _FeuMetaNode FeuMetaNode;
struct _FeuMetaNode
{
  FeuMetaNodeType type;
  gsize           start_bytes;
  gsize           end_bytes;
  char           *key;
  gsize           key_start_bytes;
  char           *text;
  gboolean        is_plain;
  gboolean        is_flow;
  gboolean        is_alias;
  GPtrArray      *children; /* (element-type FeuMetaNode) (nullable) */
};

/** The child of mapping @self called @key, the last one if repeated; NULL if none. */
const FeuMetaNode *feu_meta_node_get (const FeuMetaNode *self, const char *key);

/** Whether a scalar says "nothing": empty, ~ or null, without quotes. */
gboolean feu_meta_node_is_null (const FeuMetaNode *self);

/** What an item of a list is called: a text itself, of a mapping its `name`. (nullable)
 */
const char *feu_meta_node_get_name (const FeuMetaNode *self);

/**
 * feu_meta_node_step:
 * @step: a key of a mapping; for a sequence "[0]", the item with that index, or
 * "[src=a.jpg]", the first mapping in which that key has that value
 *
 * Returns: (nullable): the child; NULL if there is none
 */
const FeuMetaNode *feu_meta_node_step (const FeuMetaNode *self, const char *step);

/** Whether @step is one into a sequence. */
gboolean feu_meta_step_is_item (const char *step);

/** @path: (array zero-terminated=1): steps from @self. Returns: (nullable) */
const FeuMetaNode *feu_meta_node_find (const FeuMetaNode *self,
                                       const char *const *path);

/**
 * feu_meta_node_find_dotted:
 * @name: steps with dots between them, "cover.image"; a key with a dot in it wins
 *
 * Returns: (nullable): what is there
 */
const FeuMetaNode *feu_meta_node_find_dotted (const FeuMetaNode *self,
                                              const char        *name);

/** The steps that @name means to feu_meta_node_find_dotted(); what is not there yet is
 * divided at each dot. @self: (nullable). Returns: (transfer full) */
GStrv feu_meta_node_split_dotted (const FeuMetaNode *self, const char *name);

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
