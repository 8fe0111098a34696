/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON as servers really send it.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * feu_json_text_parse:
 * @text: (nullable): any bytes
 *
 * Finds the one object or array in @text. A byte order mark is passed over, and so are
 * lines that a script printed before or after it (PHP's notices and warnings). Parsing
 * is refused where values nest deeper than 200 levels: the parser is recursive.
 *
 * Returns: (transfer full) (nullable): the object or array; NULL where there is none
 */
JsonNode *feu_json_text_parse (const char *text, gsize length);

G_END_DECLS
