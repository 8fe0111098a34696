/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small blocks are cut from slabs, one after the other, and wait in a list of their
 * size when freed. Large ones are malloc()'s, in a list that frees what is left.
 */
#include "config.h"

#include "feu-cmark-arena.h"

#include <glib.h>
#include <string.h>

#define SLAB_BYTES (64 * 1024)
#define UNIT 16
#define SMALL_MAX_BYTES 512

/* Stands before the bytes that cmark gets. Aligned, and so is then what follows it. */
typedef struct Header
{
  _Alignas(UNIT) gsize size;
  struct Header *next_free;
} Header;

typedef struct Large
{
  _Alignas(UNIT) struct Large *previous;
  struct Large *next;
} Large;

typedef struct Slab
{
  _Alignas(UNIT) struct Slab *next;
} Slab;

struct _FeuCmarkArena
{
  Slab   *slabs; /* owned */
  char   *at;    /* in the first slab */
  char   *end;
  Header *free_blocks[SMALL_MAX_BYTES / UNIT + 1];
  Large   large; /* head of a ring */
};

/* Set between begin and end only. A GPrivate would cost half of what the arena saves.
 */
static _Thread_local FeuCmarkArena *current;

static Header *
get_header (void *bytes)
{
  return (Header *) bytes - 1;
}

static void
add_slab (FeuCmarkArena *self)
{
  Slab *slab = g_malloc (SLAB_BYTES);

  slab->next = self->slabs;
  self->slabs = slab;
  self->at = (char *) (slab + 1);
  self->end = (char *) slab + SLAB_BYTES;
}

static void *
allocate_small (FeuCmarkArena *self, gsize size)
{
  Header *header = self->free_blocks[size / UNIT];

  if (header != NULL)
    {
      self->free_blocks[size / UNIT] = header->next_free;
      return header + 1;
    }
  if ((gsize) (self->end - self->at) < sizeof (Header) + size)
    add_slab (self);
  header = (Header *) (gpointer) self->at;
  self->at += sizeof (Header) + size;
  header->size = size;
  return header + 1;
}

static void
link_large (FeuCmarkArena *self, Large *large)
{
  large->previous = &self->large;
  large->next = self->large.next;
  large->next->previous = large;
  self->large.next = large;
}

static void
unlink_large (Large *large)
{
  large->previous->next = large->next;
  large->next->previous = large->previous;
}

static void *
allocate_large (FeuCmarkArena *self, gsize size)
{
  Large  *large = g_malloc (sizeof (Large) + sizeof (Header) + size);
  Header *header = (Header *) (large + 1);

  link_large (self, large);
  header->size = size;
  return header + 1;
}

static void *
grow_large (FeuCmarkArena *self, Header *header, gsize size)
{
  Large *large = (Large *) header - 1;

  unlink_large (large);
  large = g_realloc (large, sizeof (Large) + sizeof (Header) + size);
  link_large (self, large);
  header = (Header *) (large + 1);
  header->size = size;
  return header + 1;
}

static void *
allocate (gsize size)
{
  gsize rounded = (size + UNIT - 1) / UNIT * UNIT;

  return rounded <= SMALL_MAX_BYTES ? allocate_small (current, rounded)
                                    : allocate_large (current, rounded);
}

static void *
arena_calloc (size_t n, size_t size)
{
  gsize total = 0;

  if (!g_size_checked_mul (&total, n, size))
    g_error ("cmark asked for %zu × %zu bytes", n, size);
  return memset (allocate (total), 0, total);
}

static void
arena_free (void *bytes)
{
  if (bytes == NULL)
    return;
  Header *header = get_header (bytes);
  if (header->size > SMALL_MAX_BYTES)
    {
      Large *large = (Large *) header - 1;
      unlink_large (large);
      g_free (large);
      return;
    }
  header->next_free = current->free_blocks[header->size / UNIT];
  current->free_blocks[header->size / UNIT] = header;
}

static void *
arena_realloc (void *bytes, size_t size)
{
  if (bytes == NULL)
    return allocate (size);
  Header *header = get_header (bytes);
  if (size <= header->size)
    return bytes;
  if (header->size > SMALL_MAX_BYTES)
    return grow_large (current, header, size);
  void *grown = memcpy (allocate (size), bytes, header->size);
  arena_free (bytes);
  return grown;
}

FeuCmarkArena *
feu_cmark_arena_begin (void)
{
  g_assert (current == NULL);
  current = g_new0 (FeuCmarkArena, 1);
  current->large.previous = current->large.next = &current->large;
  return current;
}

cmark_mem *
feu_cmark_arena_get_mem (void)
{
  static cmark_mem functions = { arena_calloc, arena_realloc, arena_free };
  return &functions;
}

void
feu_cmark_arena_end (FeuCmarkArena *self)
{
  g_assert (self == current);
  for (Slab *slab = self->slabs, *next = NULL; slab != NULL; slab = next)
    {
      next = slab->next;
      g_free (slab);
    }
  for (Large *large = self->large.next, *next = NULL; large != &self->large;
       large = next)
    {
      next = large->next;
      g_free (large);
    }
  g_free (self);
  current = NULL;
}
