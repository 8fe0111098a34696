/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The memory of one Markdown parse: cmark's tree is tens of thousands of small blocks
 * that all die together, so they come from a few large ones.
 */
#pragma once

#include <cmark-gfm.h>

/**
 * FeuCmarkArena:
 *
 * cmark's allocator has no argument for a context, so the arena in use is one of the
 * calling thread: it serves all cmark calls of that thread between begin and end, and
 * what they allocated is used in that thread only. Freed small blocks are used again,
 * large ones go back at once, so hostile text needs no more memory than with malloc().
 */
typedef struct _FeuCmarkArena FeuCmarkArena;

/** Makes a new arena that of the thread, which must have none. */
FeuCmarkArena *feu_cmark_arena_begin (void);

/** The functions for cmark_parser_new_with_mem(). */
cmark_mem *feu_cmark_arena_get_mem (void);

/** Frees everything that came from @self: trees, parsers, rendered text. */
void feu_cmark_arena_end (FeuCmarkArena *self);
