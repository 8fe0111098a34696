/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For feu-image-scan.c and the walkers of the formats: the bytes that are walked over
 * and those of them that are kept.
 */
#pragma once

#include "feu-image-scan.h"

/* Nothing is copied before something was left out. */
typedef struct
{
  const guchar *data; /* borrowed */
  gsize         length;
  gsize         kept_until; /* while @copy is NULL, all bytes before this are kept */
  GByteArray   *copy;       /* owned, nullable */
} FeuImageWalk;

/** Keeps the bytes from @start up to @end; in ascending order only. */
void feu_image_walk_keep (FeuImageWalk *self, gsize start, gsize end);

/** Puts other bytes in the place of those that are not kept. */
void feu_image_walk_put (FeuImageWalk *self, const guchar *data, gsize length);

/* Each walks over a whole file of its kind, fills @scan but for its @clean, and keeps
 * what is to stay. Returns: FALSE when the file ends before its end or is no such file.
 */
gboolean feu_image_walk_jpeg (FeuImageWalk *self, FeuImageScan *scan);
gboolean feu_image_walk_png (FeuImageWalk *self, FeuImageScan *scan);
gboolean feu_image_walk_gif (FeuImageWalk *self, FeuImageScan *scan);
gboolean feu_image_walk_webp (FeuImageWalk *self, FeuImageScan *scan);

/**
 * feu_image_exif_find:
 * @tiff: TIFF data, which EXIF data is too
 * @out_value: (out): the first number of the field
 *
 * Looks for a field of whole numbers in the first directory.
 */
gboolean feu_image_exif_find (const guchar *tiff,
                              gsize         length,
                              guint         tag,
                              guint32      *out_value);

/** Returns: the orientation that EXIF data at @tiff tells, 1 when it tells none. */
int feu_image_exif_get_orientation (const guchar *tiff, gsize length);
