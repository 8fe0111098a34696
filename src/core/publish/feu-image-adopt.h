/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Images that are on a site without having been sent from here.
 */
#pragma once

#include "feu-article.h"
#include "feu-journal.h"
#include "feu-site.h"

G_BEGIN_DECLS

/**
 * feu_image_adopt:
 * @article: shows the image, or features it
 * @src: the image, as FeuImageRef has it
 * @file: that image
 * @image: what it is on @site
 *
 * Notes in @journal that @file is there, with the texts that @article has for it: so it
 * is neither uploaded again nor are its texts changed until they change here. Reads the
 * file.
 */
gboolean feu_image_adopt (FeuJournal           *journal,
                          const FeuSite        *site,
                          const FeuArticle     *article,
                          const char           *src,
                          GFile                *file,
                          const FeuRemoteImage *image,
                          GError              **error);

G_END_DECLS
