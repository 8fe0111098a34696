/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Raw HTML cut into tags and what is between them, as a browser cuts it. It keeps every
 * byte, for those who change only what they must.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FEU_RAW_TEXT,
  FEU_RAW_START_TAG,
  FEU_RAW_END_TAG,
  FEU_RAW_HIDDEN, /* comments, declarations, instructions: nothing a reader sees */
} FeuRawKind;

/**
 * FeuRawToken:
 * @name: of a tag, in lower case; "" for what is none. Long names are cut
 * @attributes: where they begin in a start tag
 * @end: the byte after the token
 * @is_closed: whether it has its end; what has none reaches to the end of the text.
 * TEXT is always closed
 * @is_self_closing: "/>"
 *
 * A part of a text, which has to outlive it.
 */
typedef struct
{
  FeuRawKind  kind;
  const char *start;
  const char *end;
  const char *attributes;
  char        name[32];
  gboolean    is_closed;
  gboolean    is_self_closing;
} FeuRawToken;

/** Reads what begins at @at. Returns: FALSE at the end of the text */
gboolean feu_raw_token_read (const char *at, FeuRawToken *out_token);

/**
 * FeuRawAttribute:
 * @name: (transfer full): in lower case
 * @value: (transfer full): decoded; "" when there is none
 * @has_value: whether there is one
 */
typedef struct
{
  char    *name;
  char    *value;
  gboolean has_value;
} FeuRawAttribute;

/** (transfer full) (element-type FeuRawAttribute): those of a start tag, each name
 * once. */
GPtrArray *feu_raw_token_read_attributes (const FeuRawToken *token);

/** (nullable): the value of the attribute @name among @attributes. */
const char *feu_raw_attributes_get (const GPtrArray *attributes, const char *name);

/** Whether @token is the tag @name, start or end. */
gboolean feu_raw_token_is (const FeuRawToken *token, const char *name);

G_END_DECLS
