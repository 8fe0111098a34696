/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One change that `feuillet meta` was asked for, made to a text.
 */
#pragma once

#include "feu-metadata.h"

G_BEGIN_DECLS

typedef enum
{
  FEU_CLI_META_SET,
  FEU_CLI_META_ADD,
  FEU_CLI_META_REMOVE,
} FeuCliMetaAction;

/**
 * feu_cli_meta_find_field:
 * @key: what the user calls it
 * @out_field: (out): the field that it means
 *
 * A spelling that is in the file itself, beside the one its field is read from, means
 * just that key; so does another than the first of a field that the file does not have.
 *
 * Returns: FALSE if @key is the name, perhaps dotted, of a key
 */
gboolean feu_cli_meta_find_field (const FeuMetadata *metadata,
                                  const char        *key,
                                  FeuMetaField      *out_field);

/** What stands at @key. (nullable) */
const FeuMetaNode *feu_cli_meta_find_node (const FeuMetadata *metadata,
                                           const char        *key);

/**
 * feu_cli_meta_edit:
 * @text: (inout): replaced by the changed text; its length in bytes is @length_bytes
 * @assignment: KEY=VALUE, valid UTF-8
 * @out_error_bytes: (out): with FEU_FRONT_MATTER_ERROR, where in @text the key is, or
 *     else the front matter
 *
 * Returns: FALSE with FEU_FRONT_MATTER_ERROR, or G_OPTION_ERROR for what the user asked
 * wrongly
 */
gboolean feu_cli_meta_edit (char           **text,
                            gsize           *length_bytes,
                            FeuCliMetaAction action,
                            const char      *assignment,
                            gsize           *out_error_bytes,
                            GError         **error);

G_END_DECLS
