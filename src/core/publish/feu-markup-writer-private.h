/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What feu-block-markup*.c and feu-classic-html.c share: the writer's state, text and
 * inline nodes as HTML, raw HTML, images, notes.
 */
#pragma once

#include "feu-embed.h"
#include "feu-markup.h"
#include "feu-raw-token.h"
#include "feu-shape.h"

G_BEGIN_DECLS

/**
 * FeuMarkupWriter:
 * @out: the piece at hand
 * @line: where the block at hand begins
 * @is_classic: writes for the classic editor: line ends in paragraphs become spaces
 * @keeps_raw: inline raw HTML is written as it is
 * @drops_raw: it is left out
 * @citation: of the quote at hand
 * @targets: (element-type utf8): fragments that links of the article lead to
 * @group_ends: (element-type FeuNode FeuNode): see feu_markup_get_group_end()
 * @grouped: (element-type FeuNode): whose children are in @group_ends
 * @notes_written: notes whose reference in the text was written
 * @filtered: elements that the account may not send, and how often they were met
 */
typedef struct
{
  const FeuArticle       *article; /* borrowed */
  const FeuMarkupOptions *options; /* borrowed */
  FeuMarkup              *result;  /* owned until finished */
  FeuNodeTree            *tree;    /* owned */
  GString                *out;     /* owned */
  guint                   line;
  gboolean                is_classic;
  gboolean                in_note;
  gboolean                in_link;
  gboolean                keeps_raw;
  gboolean                drops_raw;
  gboolean                has_more;
  FeuCitation             citation;
  GHashTable             *targets;       /* owned */
  GHashTable             *group_ends;    /* owned */
  GHashTable             *grouped;       /* owned */
  GHashTable             *notes_written; /* owned */
  GPtrArray              *filtered;      /* owned */
} FeuMarkupWriter;

void feu_markup_writer_init (FeuMarkupWriter        *self,
                             const FeuArticle       *article,
                             const FeuMarkupOptions *options);

/** Clears @self. Returns: (transfer full): the result */
FeuMarkup *feu_markup_writer_finish (FeuMarkupWriter *self);

/** (nullable): the raw HTML that closes the containers which the raw HTML @node leaves
 * open: one of the nodes that follow it. */
const FeuNode *feu_markup_get_group_end (FeuMarkupWriter *self, const FeuNode *node);

/* ---- text: feu-markup-text.c ---- */

/** Writes @text so that neither HTML, nor shortcodes, nor bare addresses are read into
 * it, and no filter of WordPress finds anything to change. */
void feu_markup_put_text (FeuMarkupWriter *self, const char *text);

/** Writes @code for a code block, spelled as the editor spells it. */
void feu_markup_put_code (FeuMarkupWriter *self, const char *code);

/** Writes @value for double quotes. */
void feu_markup_put_value (FeuMarkupWriter *self, const char *value);

/** Writes the address @url for double quotes. */
void feu_markup_put_address (FeuMarkupWriter *self, const char *url);

/** Writes @text as a JSON string with its quotes, for a block's comment. */
void feu_markup_put_json (FeuMarkupWriter *self, const char *text);

void feu_markup_put_format (FeuMarkupWriter *self, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* ---- inline nodes: feu-markup-inline.c ---- */

/**
 * feu_markup_put_inline:
 * @first: (nullable): the first node to write, with those that follow it
 * @limit: (nullable): where to stop
 * @skip_bytes: of the first node's text that are not written
 */
void feu_markup_put_inline (FeuMarkupWriter *self,
                            const FeuNode   *first,
                            const FeuNode   *limit,
                            gsize            skip_bytes);

/**
 * feu_markup_has_simple_inline:
 * @node: what holds inline nodes
 *
 * Whether raw HTML in @node is only inline elements, well nested within each Markdown
 * element: so that a browser reads it as written, which the editor insists on.
 */
gboolean feu_markup_has_simple_inline (const FeuNode *node);

/** The id of the note with @label. */
char *feu_markup_dup_note_id (FeuMarkupWriter *self, const char *label);

/** Writes a note's text on one line: paragraphs and what else is in it with breaks
 * between, because that is what a note can be on the site. */
void feu_markup_put_note (FeuMarkupWriter *self, const FeuNode *note);

/** What the site keeps of the notes from @first on, as JSON. */
char *feu_markup_dup_footnotes (FeuMarkupWriter *self, const FeuNode *first);

/* ---- blocks without comments: feu-markup-plain.c, feu-markup-table.c ---- */

/** Writes the blocks from @first on as HTML, raw HTML as it is. @limit: (nullable) */
void feu_markup_put_plain (FeuMarkupWriter *self,
                           const FeuNode   *first,
                           const FeuNode   *limit);

/** As feu_markup_put_plain(), and then what feu_markup_put_raw_block() does. */
void feu_markup_put_clean (FeuMarkupWriter *self,
                           const FeuNode   *first,
                           const FeuNode   *limit);

/** @caption: (nullable): the paragraph whose text from @skip_bytes on is the caption */
void feu_markup_put_table (FeuMarkupWriter *self,
                           const FeuNode   *table,
                           const FeuNode   *caption,
                           gsize            skip_bytes);

/** Whether feu_markup_has_simple_inline() of all cells. */
gboolean feu_markup_has_simple_cells (const FeuNode *table);

/* ---- raw HTML: feu-markup-raw.c, feu-markup-raw-block.c ---- */

/** Writes @html, whole elements of any kind, without what hides in it, with nothing
 * left open that would swallow what follows, and with its images' addresses on the
 * site. */
void feu_markup_put_raw_block (FeuMarkupWriter *self, const char *html);

/** Writes the inline tag @html. */
void feu_markup_put_raw_inline (FeuMarkupWriter *self, const char *html);

/** Writes a start tag; @is_foreign: of SVG or MathML. */
void feu_markup_put_start_tag (FeuMarkupWriter *self,
                               FeuRawToken     *token,
                               gboolean         is_foreign);

/** Writes text between tags, in which character references are meant. */
void feu_markup_put_raw_text (FeuMarkupWriter *self, const char *at, const char *end);

/** Whether the site takes all of HTML from this account. */
gboolean feu_markup_may_send_all (const FeuMarkupWriter *self);

/** Remembers the element of @token if the site will take it out. */
void feu_markup_count_filtered (FeuMarkupWriter *self, const FeuRawToken *token);

/** Says in the result what was met that the account may not send. */
void feu_markup_add_filtered_notes (FeuMarkupWriter *self);

/* ---- images: feu-markup-image.c ---- */

/**
 * FeuMarkupImage:
 * @remote: (nullable): what it is on the site
 * @url: (nullable): where it is shown from; NULL when it is nowhere, and that was noted
 * @alt: "" when there is none
 * @caption: (nullable)
 * @credit: (nullable)
 * @is_large: whether @url is of the size for text columns
 */
typedef struct
{
  const FeuRemoteImage *remote;
  const char           *url;
  const char           *alt;
  const char           *caption;
  const char           *credit;
  gboolean              is_large;
} FeuMarkupImage;

FeuMarkupImage feu_markup_find_image (FeuMarkupWriter *self, const FeuNode *node);

/** Writes the text of a caption, if there is one. */
void feu_markup_put_caption (FeuMarkupWriter *self, const FeuMarkupImage *image);

/** Where the link @node leads: an image of the article to its place on the site. NULL
 * for a link that must not be followed. */
const char *feu_markup_find_address (FeuMarkupWriter *self, const FeuNode *node);

G_END_DECLS
