/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A colour profile for a PNG: gdk-pixbuf hands it to libpng before the kind of colours,
 * which then refuses those for RGB.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_image_png_add_profile:
 * @png: a PNG without a profile
 * @base64: an ICC profile
 *
 * Returns: (transfer full): @png with it, or @png itself if it cannot be added
 */
GBytes *feu_image_png_add_profile (GBytes *png, const char *base64);

G_END_DECLS
