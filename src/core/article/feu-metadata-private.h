/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What FeuMetadata holds, for the files that read and change it.
 */
#pragma once

#include "feu-metadata.h"

G_BEGIN_DECLS

#define FEU_N_IMAGE_PARAMS (FEU_IMAGE_PARAM_SOURCE + 1)

/* How the text of a list field was divided. */
typedef enum
{
  FEU_LIST_SPLIT_NOT,    /* a sequence, or a text that is one item */
  FEU_LIST_SPLIT_COMMAS, /* "a, b" */
  FEU_LIST_SPLIT_SPACES, /* "a b", Jekyll's */
} FeuListSplit;

typedef struct
{
  const char *name;   /* borrowed: the spelling found, also if its value is empty */
  GStrv       values; /* owned (nullable) */
} FeuMetaFieldValue;

/* What is said of one image, at one place. */
typedef struct
{
  char *src;                        /* owned; without "./" */
  char *params[FEU_N_IMAGE_PARAMS]; /* owned (nullable) */
} FeuMetaImage;

struct _FeuMetadata
{
  gatomicrefcount   ref_count;
  FeuFrontMatter   *front_matter; /* owned */
  FeuMetaFieldValue fields[FEU_N_FIELDS];
  FeuComments       comments;
  GPtrArray        *images; /* (element-type FeuMetaImage), owned; the first one wins */
};

/** Ended by NULL; the first is written where there is none. */
const char *const *feu_meta_field_get_spellings (FeuMetaField field);

/** Whether the comment key called @name says when comments are closed. */
gboolean feu_meta_comments_is_inverted (const char *name);

/** How the text of @node, found as @name, is divided; @root: for signs of Jekyll. */
FeuListSplit feu_meta_list_get_split (const FeuMetaNode *root,
                                      const char        *name,
                                      const char        *text,
                                      gboolean           is_plain);

/** Returns: (transfer full): @text divided, trimmed, without empty items */
GStrv feu_meta_list_split (const char *text, FeuListSplit split);

/** Reads all that is said of images into self->images. */
void feu_metadata_read_images (FeuMetadata *self);
void feu_meta_image_free (FeuMetaImage *self);

G_END_DECLS
