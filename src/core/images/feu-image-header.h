/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How large an image file is, from as little of it as its format allows.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Pixels as displayed: a photo that a camera marked as turned is measured turned. Both
 * are 0 for what browsers show but this system's loaders may not read (WebP, AVIF). */
typedef struct
{
  int width;
  int height;
} FeuImageHeader;

/**
 * feu_image_header_read:
 * @path: a local file
 *
 * Blocks; callable from any thread. Decodes no pixels (SVG is parsed whole).
 *
 * Returns: FALSE when the file is no image that can be read
 */
gboolean feu_image_header_read (const char *path, FeuImageHeader *out_header);

G_END_DECLS
