/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML of a post as a tree, and the questions its readers ask of it. The HTML is
 * anybody's: what would take libxml2 long, or be cut short by it, is refused.
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * feu_post_html_parse:
 * @html: a fragment
 *
 * Returns: (transfer full) (nullable): a document whose body has it; NULL for HTML that
 * is not looked into
 */
xmlDoc *feu_post_html_parse (const char *html, gsize length_bytes);

/** (nullable): the body's first child. */
xmlNode *feu_post_html_get_first (xmlDoc *document);

/** Whether @node is an element called @name. */
gboolean feu_post_html_is (const xmlNode *node, const char *name);

/** Whether @node is white space or a comment, other than the one that says "more". */
gboolean feu_post_html_is_nothing (const xmlNode *node);

/** The next sibling from @node on, itself included, that is something. (nullable) */
xmlNode *feu_post_html_skip_nothing (xmlNode *node);

/** (nullable): the only child of @node that is something; NULL for none or several. */
xmlNode *feu_post_html_get_only_child (const xmlNode *node);

/** (nullable) (transfer full): the value of attribute @name. */
char *feu_post_html_dup_attribute (const xmlNode *node, const char *name);

gboolean feu_post_html_has_class (const xmlNode *node, const char *name);

/** (nullable) (transfer full): what follows @prefix in the first class that has it. */
char *feu_post_html_dup_class_after (const xmlNode *node, const char *prefix);

/** All text in @node, as it is. */
char *feu_post_html_dup_text (const xmlNode *node);

/** The start tag of @node, on one line. */
char *feu_post_html_dup_start_tag (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
