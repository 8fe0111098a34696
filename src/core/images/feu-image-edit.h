/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes to what an article says of its images, as text edits: only the description,
 * the caption or the one key concerned change; every other byte stays.
 */
#pragma once

#include "feu-article.h"
#include "feu-text-edit.h"

G_BEGIN_DECLS

/*
 * All append FeuTextEdits for the text of @article to @edits, and nothing if
 * nothing changes. @src: an image of it, as FeuImageInfo has it. Line breaks in @value
 * become spaces; it is escaped where Markdown would read it as markup. On failure
 * nothing is appended, with the errors of feu-front-matter-edit.h or
 * FEU_IMAGE_ERROR_NOT_EDITABLE: the image stands in raw HTML or by reference only.
 */

/**
 * feu_image_edit_alt:
 * @value: (nullable): what the image shows, for those who do not see it
 *
 * In the text, at each use of the image in the body; in the front matter's resources
 * for an image that is the lead only.
 */
gboolean feu_image_edit_alt (const FeuArticle *article,
                             const char       *src,
                             const char       *value,
                             GPtrArray        *edits,
                             GError          **error);

/** As feu_image_edit_alt(), for the caption: the Markdown title. */
gboolean feu_image_edit_caption (const FeuArticle *article,
                                 const char       *src,
                                 const char       *value,
                                 GPtrArray        *edits,
                                 GError          **error);

/** Who made the image: in the front matter's resources. */
gboolean feu_image_edit_credit (const FeuArticle *article,
                                const char       *src,
                                const char       *value,
                                GPtrArray        *edits,
                                GError          **error);

/** @src: (nullable): the image for the front matter to feature; NULL for none. */
gboolean feu_image_edit_featured (const FeuArticle *article,
                                  const char       *src,
                                  GPtrArray        *edits,
                                  GError          **error);

G_END_DECLS
