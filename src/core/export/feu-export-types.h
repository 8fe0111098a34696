/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes into an export and what it has to say; the export itself is feu-export.h.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuExportFormat:
 * @FEU_EXPORT_PAGE: one file with style and images inside
 * @FEU_EXPORT_PAGE_FOLDER: a folder with index.html, style.css and images/
 * @FEU_EXPORT_FRAGMENT: the body only, for a CMS: local images keep their relative
 * address, remote ones are shown
 */
typedef enum
{
  FEU_EXPORT_PAGE,
  FEU_EXPORT_PAGE_FOLDER,
  FEU_EXPORT_FRAGMENT,
} FeuExportFormat;

/**
 * FeuExportOptions:
 * @authors: (element-type FeuAuthor) (nullable): see feu_page_dup_authors(); profiles
 * rather than their store, because exporting may happen in another thread
 * @article_folder: (nullable): where relative image addresses start; without it no
 * local image is found
 * @fallback_title: (nullable): the document's title when the article has none
 *
 * A fragment uses none of them.
 */
typedef struct
{
  const GPtrArray *authors;
  GFile           *article_folder;
  const char      *fallback_title;
} FeuExportOptions;

/** What the writer should know: @message is a sentence, @line the 0-based line of the
 * article that it is about, -1 when that is not known. */
typedef struct
{
  char *message;
  int   line;
} FeuExportWarning;

G_END_DECLS
