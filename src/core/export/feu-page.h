/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The article's page as semantic HTML with microformats2: what the preview shows and
 * what is exported are made of the same parts.
 *
 *     <article class="h-entry" lang=…>
 *       <header>   category, h1.p-name, standfirst, lead figure, byline   (header part)
 *       <div class="e-content">   the article's blocks   </div>
 *       <footer>   tags, author box, comment state                        (footer part)
 *     </article>
 */
#pragma once

#include "feu-article.h"
#include "feu-author-store.h"

G_BEGIN_DECLS

/**
 * FeuPageImageFunc:
 * @src: an image as written in the article, or the path of an author's photo
 * @is_photo: which of the two
 *
 * Returns: (transfer full) (nullable): the address to put in the img element,
 * unescaped, optionally with "\n" and further ready attributes (`width="…"
 * height="…"`); NULL when the image cannot be shown, which leaves it out
 */
typedef char *(*FeuPageImageFunc) (const char *src,
                                   gboolean    is_photo,
                                   gpointer    user_data);

/**
 * FeuPageContext:
 * @authors: (element-type FeuAuthor): the article's authors in order, may be empty
 * @image_func: gives addresses to the lead image and the photos
 */
typedef struct
{
  const GPtrArray *authors;
  FeuPageImageFunc image_func;
  gpointer         user_data;
} FeuPageContext;

/** Inner HTML of the page's header element; "" when there is nothing to show. */
char *feu_page_dup_header (const FeuArticle *article, const FeuPageContext *context);

/** Inner HTML of the page's footer element; "" when there is nothing to show. */
char *feu_page_dup_footer (const FeuArticle *article, const FeuPageContext *context);

/** (transfer full) (element-type FeuAuthor): the profiles that @article names. */
GPtrArray *feu_page_dup_authors (const FeuArticle *article,
                                 FeuAuthorStore   *store,
                                 GFile            *article_folder);

/** Whether text in @language, a BCP 47 tag, runs from right to left (dir="rtl"). */
gboolean feu_page_is_right_to_left (const char *language);

/** The default theme's style sheet, from the program's resources. */
const char *feu_page_get_theme_css (void);

G_END_DECLS
