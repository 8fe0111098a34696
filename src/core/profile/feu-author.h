/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who writes: the profile behind a byline and its author box.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuAuthor:
 * @id: slug of the name; also the profile's file name
 * @name: as in the byline and in the article's front matter
 * @role: (nullable): "Contributor", "Science reporter" …
 * @bio: (nullable): two sentences, plain text
 * @url: (nullable): the author's page; http or https
 * @photo: (nullable): a local image file
 *
 * Immutable by convention once made; reference-counted.
 */
#define FEU_TYPE_AUTHOR (feu_author_get_type ())
typedef struct
{
  gatomicrefcount ref_count;
  char           *id;
  char           *name;
  char           *role;
  char           *bio;
  char           *url;
  GFile          *photo;
} FeuAuthor;

GType feu_author_get_type (void);
/** All strings are copied and trimmed; empty ones count as NULL. @name must not be. */
FeuAuthor *feu_author_new (const char *name,
                           const char *role,
                           const char *bio,
                           const char *url,
                           GFile      *photo);
FeuAuthor *feu_author_ref (FeuAuthor *self);
void       feu_author_unref (FeuAuthor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuAuthor, feu_author_unref)

G_END_DECLS
