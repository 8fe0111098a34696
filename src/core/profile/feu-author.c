/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The author as a value. Reading and writing profiles is feu-author-store.c.
 */
#include "config.h"

#include "feu-author.h"

#include "feu-slug.h"

#define MAX_ID_CHARACTERS 80

G_DEFINE_BOXED_TYPE (FeuAuthor, feu_author, feu_author_ref, feu_author_unref)

static char *
dup_trimmed (const char *text)
{
  if (text == NULL)
    return NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  return *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

/* A name without a single letter or digit still needs an id of its own. */
static char *
dup_id (const char *name)
{
  g_autofree char *slug = feu_slug_new (name, MAX_ID_CHARACTERS);
  return *slug != '\0' ? g_steal_pointer (&slug)
                       : g_strdup_printf ("author-%08x", g_str_hash (name));
}

FeuAuthor *
feu_author_new (const char *name,
                const char *role,
                const char *bio,
                const char *url,
                GFile      *photo)
{
  g_autofree char *trimmed_name = dup_trimmed (name);
  g_return_val_if_fail (trimmed_name != NULL, NULL);

  FeuAuthor *self = g_new0 (FeuAuthor, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = dup_id (trimmed_name);
  self->name = g_steal_pointer (&trimmed_name);
  self->role = dup_trimmed (role);
  self->bio = dup_trimmed (bio);
  self->url = dup_trimmed (url);
  g_set_object (&self->photo, photo);
  return self;
}

FeuAuthor *
feu_author_ref (FeuAuthor *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_author_unref (FeuAuthor *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->name);
  g_free (self->role);
  g_free (self->bio);
  g_free (self->url);
  g_clear_object (&self->photo);
  g_free (self);
}
