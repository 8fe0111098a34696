/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts that feu-front-matter-edit.c makes its edits of.
 */
#pragma once

#include "feu-meta-node.h"

G_BEGIN_DECLS

/**
 * FeuYamlEditor:
 * @content_end: where the keys end; no edit reaches further
 * @newline: what ends a line that is added
 * @edits: (element-type FeuTextEdit): those made so far
 */
typedef struct
{
  const char *text; /* borrowed */
  gsize       content_start;
  gsize       content_end;
  const char *newline;
  GPtrArray  *edits; /* owned */
} FeuYamlEditor;

/**
 * FeuYamlValue:
 * @text: (nullable): a text
 * @items: (nullable): or a list of them
 * @is_bare: @text is meant as what it looks like, a date or true
 * @separator: (nullable): see feu_front_matter_edit_list()
 *
 * A wanted value. Neither text nor items: no value, the key is to go.
 */
typedef struct
{
  const char        *text;
  const char *const *items;
  gboolean           is_bare;
  const char        *separator;
} FeuYamlValue;

void feu_yaml_editor_replace (FeuYamlEditor *self,
                              gsize          start,
                              gsize          end,
                              const char    *text);

/* Places in the text. */
gsize    feu_yaml_editor_find_line_start (const FeuYamlEditor *self, gsize at);
gsize    feu_yaml_editor_find_next_line (const FeuYamlEditor *self, gsize at);
gsize    feu_yaml_editor_get_column (const FeuYamlEditor *self, gsize at);
gboolean feu_yaml_editor_is_first_on_line (const FeuYamlEditor *self, gsize at);

/** Appends " [a, b]" or " text", or " |-" and its lines at @indent, for a new key. */
void feu_yaml_value_append (const FeuYamlValue *value,
                            GString            *out,
                            gboolean            in_flow,
                            gsize               indent,
                            const char         *newline);

/** Makes the scalar @node say @text in the style that it has, if that can hold it. */
void feu_yaml_editor_set_scalar (FeuYamlEditor     *self,
                                 const FeuMetaNode *node,
                                 const char        *text,
                                 gboolean           is_bare);

/** Puts @text, on one line, in the place of @node. */
void feu_yaml_editor_set_inline (FeuYamlEditor     *self,
                                 const FeuMetaNode *node,
                                 const char        *text);

/** Takes out the children of @parent for which @removed has TRUE. */
void feu_yaml_editor_remove (FeuYamlEditor     *self,
                             const FeuMetaNode *parent,
                             const gboolean    *removed);

/** Makes the sequence @node hold @items, changing no more than has to change. */
void feu_yaml_editor_set_items (FeuYamlEditor     *self,
                                const FeuMetaNode *node,
                                const char *const *items);

G_END_DECLS
