/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that decides which file an image address of an article means, and that
 * refuses what is not below the article's folder. The preview's URI scheme, the
 * exporters and the panels all ask here.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuImageState:
 * @FEU_IMAGE_OK: a file below the article's folder
 * @FEU_IMAGE_MISSING: no such file, or none that can be known (article without folder)
 * @FEU_IMAGE_OUTSIDE: absolute, a file: address, or leads out of the article's folder,
 * be it by "..", by percent-encoding or by a symbolic link
 * @FEU_IMAGE_REMOTE: has a scheme or a host
 * @FEU_IMAGE_BROKEN: a file whose content is no image; found by feu-image-inventory.h
 */
typedef enum
{
  FEU_IMAGE_OK,
  FEU_IMAGE_MISSING,
  FEU_IMAGE_OUTSIDE,
  FEU_IMAGE_REMOTE,
  FEU_IMAGE_BROKEN,
} FeuImageState;

/**
 * feu_image_resolve:
 * @article_folder: (nullable): where the article is; one without a local path counts as
 * none
 * @src: an image's address, as written or percent-decoded
 * @out_file: (out) (optional): (transfer full): with FEU_IMAGE_OK only, the regular
 * file; its path has no symbolic links
 *
 * Tries @src as a file name first, then percent-decoded, then without "?query" and
 * "#fragment". Touches no file that is not below the folder by name. May block on the
 * file system; callable from any thread.
 *
 * Returns: what @src is; never FEU_IMAGE_BROKEN
 */
FeuImageState feu_image_resolve (GFile      *article_folder,
                                 const char *src,
                                 GFile     **out_file);

/**
 * feu_image_dup_src:
 * @file: an existing file or folder
 *
 * The address by which an article in @article_folder can show @file, percent-decoded.
 *
 * Returns: (transfer full) (nullable): a relative path with "/"; NULL when @file is not
 * below the folder, symbolic links resolved, or does not exist
 */
char *feu_image_dup_src (GFile *article_folder, GFile *file);

/**
 * feu_image_src_equal:
 *
 * Whether two addresses, as written or percent-decoded, are the same but for encoding
 * and a leading "./". Does not look at files.
 */
gboolean feu_image_src_equal (const char *a, const char *b);

G_END_DECLS
