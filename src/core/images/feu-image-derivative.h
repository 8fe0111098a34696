/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of an image is sent to a site: small enough for it, the right way up, and
 * without what the file tells of the person who took it. The original is only read.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuImageLimits:
 * @max_px: the longest side; 0 for none. Animations are not made smaller
 * @max_bytes: the largest file; 0 for none
 * @jpeg_quality: 1 to 100 for pictures that must be written anew; 0 for the usual (85)
 */
typedef struct
{
  int   max_px;
  gsize max_bytes;
  int   jpeg_quality;
} FeuImageLimits;

/**
 * FeuImageDerivative:
 * @bytes: what to upload; the original's own bytes when they were fit already
 * @name: "stem-0123456789.jpg": readable, ASCII, and with the first 10 digits of
 * @sha256, so that a site can be asked whether it has it
 * @content_type: "image/jpeg" and so on
 * @sha256: of @bytes, lower-case hexadecimal
 * @source_sha256: of the original file
 * @width: pixels, as displayed
 * @is_reencoded: the pixels were written anew, not only metadata left out
 *
 * Immutable, reference-counted, for any thread. The same file with the same limits
 * makes the same bytes, as long as the libraries for images stay the same.
 */
typedef struct
{
  GBytes     *bytes;
  const char *name;
  const char *content_type;
  const char *sha256;
  const char *source_sha256;
  int         width;
  int         height;
  gboolean    is_reencoded;
} FeuImageDerivative;

/**
 * feu_image_derivative_new:
 * @file: a regular file of at most 100 MB; see feu_image_resolve()
 *
 * JPEG, PNG, GIF and WebP that are within the limits and the right way up keep their
 * pixels bit by bit. What is too large, turned, or made for print (CMYK) is written
 * anew, and so are kinds that sites do not take: HEIC, AVIF, TIFF, BMP, and SVG, which
 * is drawn at twice its size. Pictures with transparency become PNG, others JPEG; for a
 * PNG, only when it would be too heavy otherwise. Too heavy JPEGs lose quality first,
 * then size. Colour profiles stay.
 *
 * Blocks; callable from any thread. Needs at most about 400 MB of memory at a time.
 *
 * Returns: (transfer full): NULL with a sentence for the writer: FEU_IMAGE_ERROR
 * (NOT_AN_IMAGE, TOO_LARGE, DAMAGED, UNSUPPORTED) or G_IO_ERROR
 */
FeuImageDerivative *feu_image_derivative_new (GFile                *file,
                                              const FeuImageLimits *limits,
                                              GCancellable         *cancellable,
                                              GError              **error);

/** As feu_image_derivative_new(), of what was read before; @name: the file's own. */
FeuImageDerivative *feu_image_derivative_new_for_bytes (GBytes               *bytes,
                                                        const char           *name,
                                                        const FeuImageLimits *limits,
                                                        GCancellable *cancellable,
                                                        GError      **error);

FeuImageDerivative *feu_image_derivative_ref (FeuImageDerivative *self);
void                feu_image_derivative_unref (FeuImageDerivative *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuImageDerivative, feu_image_derivative_unref)

G_END_DECLS
