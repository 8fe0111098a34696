/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pixels in and out by gdk-pixbuf's loaders, within bounds.
 */
#pragma once

#include "feu-image-scan.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/** Whether the picture has more pixels than are decoded here, for a result of @max_px.
 */
gboolean feu_image_scan_is_too_large (const FeuImageScan *scan, int max_px);

/** Sets FEU_IMAGE_ERROR_TOO_LARGE: more pixels than can be handled. */
void feu_image_set_too_large (const char *name, GError **error);

/** Sets FEU_IMAGE_ERROR_DAMAGED. */
void feu_image_set_damaged (const char *name, GError **error);

/**
 * feu_image_decode:
 * @bytes: what @scan is of
 * @name: for messages
 * @max_px: longest side of the result; 0 for no limit. JPEGs are made smaller while
 * they are read
 *
 * Decodes, turns the right way up and makes smaller. A colour profile for RGB is kept
 * as the option "icc-profile", others are dropped; no alpha channel is kept that
 * nothing is transparent in.
 *
 * Returns: (transfer full): NULL with FEU_IMAGE_ERROR_UNSUPPORTED, _DAMAGED,
 * _TOO_LARGE, or G_IO_ERROR_CANCELLED
 */
GdkPixbuf *feu_image_decode (GBytes             *bytes,
                             const FeuImageScan *scan,
                             const char         *name,
                             int                 max_px,
                             GCancellable       *cancellable,
                             GError            **error);

/** (transfer full): @pixbuf with its longest side at most @max_px, options kept. */
GdkPixbuf *feu_image_scale_down (GdkPixbuf *pixbuf, int max_px);

/** (transfer full): @pixbuf as the bytes of a file, without metadata; @quality: 1 to
 * 100 for a JPEG, 0 for a PNG. */
GBytes *feu_image_encode (GdkPixbuf *pixbuf, int quality, GError **error);

G_END_DECLS
