/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an image file is, told from its bytes alone, and the same file without what it
 * tells of the person who made it: place, camera, names, comments, thumbnails. No pixel
 * is decoded or changed; colour profiles stay, as colours would be wrong without them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FEU_IMAGE_KIND_UNKNOWN,
  FEU_IMAGE_KIND_JPEG,
  FEU_IMAGE_KIND_PNG,
  FEU_IMAGE_KIND_GIF,
  FEU_IMAGE_KIND_WEBP,
  FEU_IMAGE_KIND_AVIF,
  FEU_IMAGE_KIND_HEIF,
  FEU_IMAGE_KIND_TIFF,
  FEU_IMAGE_KIND_BMP,
  FEU_IMAGE_KIND_SVG,
} FeuImageKind;

/**
 * FeuImageScan:
 * @width: stored pixels; 0 when the file does not say (damaged, or an SVG)
 * @orientation: 1 to 8 as EXIF numbers them: how the stored pixels are to be turned; 1
 * for kinds whose decoders turn them
 * @is_animated: has several pictures, one after the other
 * @is_progressive: a decoder must hold the whole of it, even to make it smaller
 * @is_cmyk: made for print
 * @is_raw: a camera's raw data of which only a thumbnail could be shown
 * @clean: (nullable): the file without metadata, the scanned bytes themselves when
 * there was none. NULL when the end of the file is missing, or the kind is none that is
 * kept as it is (AVIF, HEIF, TIFF, BMP, SVG)
 */
typedef struct
{
  FeuImageKind kind;
  int          width;
  int          height;
  int          orientation;
  gboolean     is_animated;
  gboolean     is_progressive;
  gboolean     is_cmyk;
  gboolean     is_raw;
  GBytes      *clean; /* owned */
} FeuImageScan;

/**
 * feu_image_scan:
 *
 * Reads @bytes, of whatever origin, once. O(size), callable from any thread.
 *
 * Returns: by value; to be cleared with feu_image_scan_clear()
 */
FeuImageScan feu_image_scan (GBytes *bytes);

void feu_image_scan_clear (FeuImageScan *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FeuImageScan, feu_image_scan_clear)

G_END_DECLS
