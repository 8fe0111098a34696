/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers what a preview asks for. There are three hosts:
 *
 *     feuillet://article/        the shell page; images/x.jpg … below it: files below
 * the article's folder, images only, symbolic links resolved feuillet://page/NAME the
 * theme and the preview's own style sheet feuillet://author/N        the photo of the
 * article's Nth author
 *
 * Everything else is refused.
 */
#pragma once

#include <webkit2/webkit2.h>

G_BEGIN_DECLS

#define FEU_PREVIEW_SCHEME "feuillet"
#define FEU_PREVIEW_PAGE_URI FEU_PREVIEW_SCHEME "://article/"
#define FEU_PREVIEW_AUTHOR_URI FEU_PREVIEW_SCHEME "://author/"

/**
 * FeuPreviewFiles:
 *
 * What a web view implements so that its page can show the article's files.
 */
#define FEU_TYPE_PREVIEW_FILES (feu_preview_files_get_type ())
G_DECLARE_INTERFACE (FeuPreviewFiles,
                     feu_preview_files,
                     FEU,
                     PREVIEW_FILES,
                     WebKitWebView)

struct _FeuPreviewFilesInterface
{
  GTypeInterface parent_iface;

  /* (transfer full) (nullable): the file that @src, percent-decoded, may show. */
  GFile *(*dup_image) (FeuPreviewFiles *self, const char *src);

  /* (transfer full) (nullable): the photo of author number @index. */
  GFile *(*dup_photo) (FeuPreviewFiles *self, guint index);
};

/** Finishes @request, now or when the file has been opened. */
void feu_preview_request_answer (WebKitURISchemeRequest *request);

G_END_DECLS
