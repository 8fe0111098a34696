/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values in a front matter as a tree, each with its place in the text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
