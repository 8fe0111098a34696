/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Articles of a wanted size, always the same ones.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bench_text_new:
 *
 * Returns: (transfer full): an article of about @size_bytes with front matter,
 * headings, paragraphs with emphasis and links, lists, quotes, tables and a footnote
 */
char *bench_text_new (gsize size_bytes, guint32 seed);

G_END_DECLS
