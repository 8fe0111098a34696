/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the front matter means to an article: the vocabulary that static-site generators
 * share, in all the spellings that are read, and changed in the spelling found.
 */
#pragma once

#include "feu-front-matter.h"

G_BEGIN_DECLS

/* Which spellings stand for a field is a table in feu-metadata.c; the first is written
 * where none is there yet. */
typedef enum
{
  FEU_FIELD_TITLE,
  FEU_FIELD_SUBTITLE,
  FEU_FIELD_DESCRIPTION, /* excerpt, summary: standfirst and meta description */
  FEU_FIELD_SLUG,
  FEU_FIELD_LANG,
  FEU_FIELD_DATE,
  FEU_FIELD_IMAGE,
  FEU_FIELD_CANONICAL,
  FEU_FIELD_SITE,
  FEU_FIELD_COMMENTS, /* a boolean */
  FEU_FIELD_AUTHORS,  /* from here on: lists */
  FEU_FIELD_CATEGORIES,
  FEU_FIELD_TAGS,
} FeuMetaField;

#define FEU_N_FIELDS (FEU_FIELD_TAGS + 1)

typedef enum
{
  FEU_COMMENTS_UNSET,
  FEU_COMMENTS_OPEN,
  FEU_COMMENTS_CLOSED,
} FeuComments;

/** Per-image text, under resources: [{ src, params: { … } }]. */
typedef enum
{
  FEU_IMAGE_PARAM_ALT,
  FEU_IMAGE_PARAM_CAPTION,
  FEU_IMAGE_PARAM_CREDIT,
  FEU_IMAGE_PARAM_LICENSE,
  FEU_IMAGE_PARAM_SOURCE,
} FeuImageParam;

/**
 * FeuMetadata:
 *
 * A reading of one FeuFrontMatter, which it keeps. Immutable, reference-counted, may be
 * shared between threads. Strings are trimmed; empty ones count as absent.
 */
#define FEU_TYPE_METADATA (feu_metadata_get_type ())
typedef struct _FeuMetadata FeuMetadata;
GType                       feu_metadata_get_type (void);

FeuMetadata *feu_metadata_new (FeuFrontMatter *front_matter);
FeuMetadata *feu_metadata_ref (FeuMetadata *self);
void         feu_metadata_unref (FeuMetadata *self);

FeuFrontMatter *feu_metadata_get_front_matter (const FeuMetadata *self);

/** Whether edits are possible: YAML, or no front matter yet. */
gboolean feu_metadata_is_editable (const FeuMetadata *self);

/** (nullable): the value of @field; the first item for a list. */
const char *feu_metadata_get_string (const FeuMetadata *self, FeuMetaField field);

/**
 * feu_metadata_get_list:
 *
 * A single text under a key that is a plural ("tags", "categories", "keywords",
 * "authors") is divided at commas. Jekyll divides `tags` and `categories` also at
 * spaces, others do not, and a person may well write `tags: réseaux sociaux`. So a text
 * without quotes or commas is divided at spaces in these two if the front matter names
 * a `layout` without extension, as Jekyll's posts do, or if it is three words or more
 * of nothing but a-z, 0-9, "-" and "_"; otherwise it is one item. Edits keep such a
 * text a text, as long as it is then divided into the wanted items.
 *
 * Returns: (array zero-terminated=1): never NULL; one item for a field that is no list
 */
const char *const *feu_metadata_get_list (const FeuMetadata *self, FeuMetaField field);

FeuComments feu_metadata_get_comments (const FeuMetadata *self);

/** (nullable): the key, perhaps dotted, that @field is read from and changed at; also
 * if it is there without a value. */
const char *feu_metadata_get_spelling (const FeuMetadata *self, FeuMetaField field);

/** (nullable): what the front matter says of the image written as @src in the text. */
const char *feu_metadata_get_image_param (const FeuMetadata *self,
                                          const char        *src,
                                          FeuImageParam      param);

/** "title", "tags" …: the first spelling of @field. */
const char *feu_meta_field_get_name (FeuMetaField field);

/** The field that @name spells, any known spelling. Returns: FALSE if there is none */
gboolean feu_meta_field_from_name (const char *name, FeuMetaField *out_field);

gboolean feu_meta_field_is_list (FeuMetaField field);

/*
 * Changes. Each appends FeuTextEdits for @text, the text that @self was read from, to
 * @edits; errors are those of feu-front-matter-edit.h.
 */

/** @value: (nullable): NULL or "" removes the key. */
gboolean feu_metadata_edit_string (const FeuMetadata *self,
                                   const char        *text,
                                   gsize              length_bytes,
                                   FeuMetaField       field,
                                   const char        *value,
                                   GPtrArray         *edits,
                                   GError           **error);

gboolean feu_metadata_edit_list (const FeuMetadata *self,
                                 const char        *text,
                                 gsize              length_bytes,
                                 FeuMetaField       field,
                                 const char *const *values,
                                 GPtrArray         *edits,
                                 GError           **error);

gboolean feu_metadata_edit_comments (const FeuMetadata *self,
                                     const char        *text,
                                     gsize              length_bytes,
                                     FeuComments        value,
                                     GPtrArray         *edits,
                                     GError           **error);

gboolean feu_metadata_edit_image_param (const FeuMetadata *self,
                                        const char        *text,
                                        gsize              length_bytes,
                                        const char        *src,
                                        FeuImageParam      param,
                                        const char        *value,
                                        GPtrArray         *edits,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuMetadata, feu_metadata_unref)

G_END_DECLS
