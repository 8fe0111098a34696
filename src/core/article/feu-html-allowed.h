/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The allow-list: which HTML elements an article may hold, where each may stand, what
 * it may contain, and which attributes it may carry.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where an element may stand: in what accepts its kind. */
typedef enum
{
  FEU_HTML_KIND_PHRASING, /* wherever text may */
  FEU_HTML_KIND_FLOW,     /* wherever paragraphs may */
  FEU_HTML_KIND_ITEM,
  FEU_HTML_KIND_TERM,
  FEU_HTML_KIND_TABLE_PART,
  FEU_HTML_KIND_ROW,
  FEU_HTML_KIND_CELL,
  FEU_HTML_KIND_COLUMN,
  FEU_HTML_KIND_FIGCAPTION,
  FEU_HTML_KIND_SUMMARY,
  FEU_HTML_KIND_RUBY_PART,
} FeuHtmlKind;

/* What an element may contain. */
typedef enum
{
  FEU_HTML_CONTENT_NOTHING,
  FEU_HTML_CONTENT_PHRASING,
  FEU_HTML_CONTENT_FLOW,
  FEU_HTML_CONTENT_TRANSPARENT, /* what its parent may */
  FEU_HTML_CONTENT_ITEMS,
  FEU_HTML_CONTENT_TERMS,
  FEU_HTML_CONTENT_TABLE,
  FEU_HTML_CONTENT_ROWS,
  FEU_HTML_CONTENT_CELLS,
  FEU_HTML_CONTENT_COLUMNS,
  FEU_HTML_CONTENT_FIGURE,
  FEU_HTML_CONTENT_DETAILS,
  FEU_HTML_CONTENT_RUBY,
} FeuHtmlContent;

typedef enum
{
  FEU_HTML_FATE_KEEP,
  FEU_HTML_FATE_VANISH,   /* with all that is inside */
  FEU_HTML_FATE_EMBED,    /* becomes a link to its address */
  FEU_HTML_FATE_IMAGE,    /* written in the one form of feu_html_sanitize() */
  FEU_HTML_FATE_CHECKBOX, /* kept as an inert checkbox, else vanishes */
} FeuHtmlFate;

typedef enum
{
  FEU_HTML_ATTRIBUTE_TEXT,
  FEU_HTML_ATTRIBUTE_ID,
  FEU_HTML_ATTRIBUTE_URL,
  FEU_HTML_ATTRIBUTE_FLAG,
  FEU_HTML_ATTRIBUTE_SIZE,    /* 1 to 99999 */
  FEU_HTML_ATTRIBUTE_INTEGER, /* may be negative */
  FEU_HTML_ATTRIBUTE_DATETIME,
  FEU_HTML_ATTRIBUTE_LANG,
  FEU_HTML_ATTRIBUTE_DIR,
  FEU_HTML_ATTRIBUTE_REL,
  FEU_HTML_ATTRIBUTE_LIST_TYPE,
  FEU_HTML_ATTRIBUTE_SCOPE,
  FEU_HTML_ATTRIBUTE_CELL_STYLE, /* text-align, as Markdown tables have it */
  FEU_HTML_ATTRIBUTE_NOTE_ROLE,  /* those of footnotes */
} FeuHtmlAttributeType;

typedef struct
{
  const char          *name;
  FeuHtmlAttributeType type;
} FeuHtmlAttribute;

/**
 * FeuHtmlElement:
 * @name: as found in the source
 * @written_as: as it goes into the result; the modern name of an obsolete element
 * @needs_own: means nothing without the first of @attributes and is then left out
 * @not_in_itself: may have none of its name around it
 * @attributes: its own, ended by one without name; those of all elements come besides
 */
typedef struct
{
  const char      *name;
  const char      *written_as;
  FeuHtmlFate      fate;
  FeuHtmlKind      kind;
  FeuHtmlContent   content;
  gboolean         needs_own;
  gboolean         not_in_itself;
  FeuHtmlAttribute attributes[6];
} FeuHtmlElement;

/** Returns: (nullable): NULL for an element that is replaced by its children. */
const FeuHtmlElement *feu_html_element_find (const char *name);

/** Attributes that every kept element may carry, ended by one without name. */
const FeuHtmlAttribute *feu_html_get_global_attributes (void);

gboolean feu_html_content_accepts (FeuHtmlContent content, FeuHtmlKind kind);

/** The element that must stand between @content and text: li in a list. (nullable) */
const FeuHtmlElement *feu_html_content_get_implied_child (FeuHtmlContent content);

/** The element that must stand around @kind: ul around li. (nullable) */
const FeuHtmlElement *feu_html_kind_get_implied_parent (FeuHtmlKind kind);

G_END_DECLS
