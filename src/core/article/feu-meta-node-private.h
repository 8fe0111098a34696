/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making FeuMetaNodes: for the readers of YAML and TOML only.
 */
#pragma once

#include "feu-meta-node.h"

G_BEGIN_DECLS

/* Larger or deeper than anything that a person keeps in front matter. Weight is one for
 * each value, and more for long text; aliases weigh what they show. */
#define FEU_META_MAX_DEPTH 64
#define FEU_META_MAX_WEIGHT 20000
#define FEU_META_MAX_BYTES (1024 * 1024)

/** A value without children. @text: (transfer full) (nullable): only for a scalar */
FeuMetaNode *feu_meta_node_new (FeuMetaNodeType type, char *text, gsize start_bytes);
void         feu_meta_node_free (FeuMetaNode *self);

/** @child: (transfer full) */
void feu_meta_node_add (FeuMetaNode *self, FeuMetaNode *child);

/** What @self shows, as the value of an alias: children are shared. */
FeuMetaNode *feu_meta_node_new_alias (const FeuMetaNode *self);

/** How much one value with @text adds to the weight. */
gsize feu_meta_weigh (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuMetaNode, feu_meta_node_free)

G_END_DECLS
