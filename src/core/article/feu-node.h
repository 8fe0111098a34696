/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article as a tree, for writers of formats other than the page's HTML. The same
 * parse as the preview's: what is a heading, a note, an image there is one here.
 */
#pragma once

#include "feu-article.h"

G_BEGIN_DECLS

typedef enum
{
  FEU_NODE_DOCUMENT,
  FEU_NODE_PARAGRAPH,
  FEU_NODE_HEADING,
  FEU_NODE_QUOTE,
  FEU_NODE_LIST,
  FEU_NODE_ITEM,
  FEU_NODE_CODE_BLOCK,
  FEU_NODE_TABLE,
  FEU_NODE_ROW,
  FEU_NODE_CELL,
  FEU_NODE_RULE,
  FEU_NODE_RAW_BLOCK,
  FEU_NODE_NOTE, /* a footnote's text: last children of the document, in their order */
  FEU_NODE_TEXT, /* from here on: inline */
  FEU_NODE_CODE,
  FEU_NODE_EMPHASIS,
  FEU_NODE_STRONG,
  FEU_NODE_STRIKE,
  FEU_NODE_LINK,
  FEU_NODE_IMAGE,
  FEU_NODE_RAW,
  FEU_NODE_SOFT_BREAK,
  FEU_NODE_HARD_BREAK,
  FEU_NODE_NOTE_REFERENCE,
} FeuNodeType;

typedef enum
{
  FEU_ALIGNMENT_NONE,
  FEU_ALIGNMENT_LEFT,
  FEU_ALIGNMENT_CENTER,
  FEU_ALIGNMENT_RIGHT,
} FeuAlignment;

/** Containers in containers, and inline elements in inline elements; what the text
 * nests deeper stands in the last of them. */
#define FEU_NODE_MAX_DEPTH 24

/**
 * FeuNode:
 * @text: TEXT, CODE, CODE_BLOCK: as it reads; RAW, RAW_BLOCK: HTML as written, of any
 *     kind and unchecked; IMAGE: its description, perhaps ""; NOTE, NOTE_REFERENCE: the
 *     label. No two TEXTs follow each other
 * @address: LINK, IMAGE: as written, unchecked
 * @src: IMAGE: its name, as in FeuImageRef
 * @title: (nullable): LINK: as written; IMAGE: its caption; CODE_BLOCK: what follows
 * the fence
 * @id: HEADING: as the page has it
 * @number: HEADING: 1 to 6, as the page shows it; LIST: of the first item; NOTE,
 *     NOTE_REFERENCE: of the note; TABLE: its columns
 * @occurrence: NOTE_REFERENCE: 1 for the first to its note
 * @alignment: CELL
 * @is_title: HEADING: the page shows it above the article, not in it
 * @is_ordered: LIST
 * @is_tight: LIST: without blank lines between its items
 * @is_task: ITEM
 * @is_checked: ITEM
 * @is_header: ROW
 * @start_line: blocks: 0-based, in the whole text; the end is the last line
 *
 * Fields that a type does not name are NULL, 0 or FALSE. The types of parents and
 * children are those of CommonMark: the document, QUOTE, ITEM and NOTE hold blocks;
 * LIST holds ITEMs; TABLE holds ROWs of CELLs; PARAGRAPH, HEADING and CELL hold what is
 * inline, and so do EMPHASIS, STRONG, STRIKE and LINK; others hold nothing.
 */
typedef struct _FeuNode FeuNode;
struct _FeuNode
{
  FeuNodeType    type;
  FeuAlignment   alignment;
  const FeuNode *parent;
  const FeuNode *next;
  const FeuNode *first_child;
  const FeuNode *last_child;
  const char    *text;
  const char    *address;
  const char    *src;
  const char    *title;
  const char    *id;
  guint          number;
  guint          occurrence;
  gboolean       is_title;
  gboolean       is_ordered;
  gboolean       is_tight;
  gboolean       is_task;
  gboolean       is_checked;
  gboolean       is_header;
  guint          start_line;
  guint          end_line;
};

/**
 * FeuNodeTree:
 *
 * The nodes of one article. Immutable; may be read from any thread, and outlives the
 * article.
 */
typedef struct _FeuNodeTree FeuNodeTree;

/** Parses @article's body again: a few milliseconds, so not for each keystroke. */
FeuNodeTree *feu_node_tree_new (const FeuArticle *article);
void         feu_node_tree_free (FeuNodeTree *self);

/** The document; never NULL. */
const FeuNode *feu_node_tree_get_root (const FeuNodeTree *self);

gboolean feu_node_is_inline (const FeuNode *self);

/** Appends what a reader would see of @self and its children, without markup; breaks
 * are spaces, images their descriptions, notes and raw HTML nothing. */
void feu_node_append_text (const FeuNode *self, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuNodeTree, feu_node_tree_free)

G_END_DECLS
