/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The images of a block with raw HTML, found again after the sanitizer rewrote it.
 */
#pragma once

#include "feu-block.h"

G_BEGIN_DECLS

/**
 * feu_raw_images_place:
 * @html: what feu_html_sanitize() gave: each image is `<img src="…" alt="…"… />`
 * @known: (element-type FeuImageRef): the images that the block's Markdown has, in
 * order
 * @out_images: (out) (transfer full) (element-type FeuImageRef): all images of the
 * block in order, with their places in the result; those of @known with its other
 * fields
 *
 * Turns remote images into the links that stand for them.
 *
 * Returns: (transfer full): the block's HTML
 */
char *feu_raw_images_place (const char      *html,
                            const GPtrArray *known,
                            GPtrArray      **out_images);

G_END_DECLS
