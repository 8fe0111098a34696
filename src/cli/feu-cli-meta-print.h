/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `feuillet meta` prints of an article's metadata.
 */
#pragma once

#include "feu-metadata.h"

G_BEGIN_DECLS

/** The fields that have a value, one on a line. */
void feu_cli_meta_print (const FeuMetadata *metadata);

/** The fields, null where there is no value; and under "front_matter" all of it as it
 * is written. */
void feu_cli_meta_print_json (const FeuMetadata *metadata);

/** The value of one @key, see feu_cli_meta_find_field(): a list an item on a line;
 * nothing where there is none. */
void feu_cli_meta_print_key (const FeuMetadata *metadata, const char *key);
void feu_cli_meta_print_key_json (const FeuMetadata *metadata, const char *key);

G_END_DECLS
