/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies the article to the clipboard, ready to paste elsewhere.
 */
#pragma once

#include <gtk/gtk.h>

#include "feu-article.h"

G_BEGIN_DECLS

typedef enum
{
  FEU_CLIPBOARD_HTML,      /* the fragment as text, for a CMS field */
  FEU_CLIPBOARD_RICH_TEXT, /* as formatted text, for a mail or a document */
} FeuClipboardFormat;

/** @widget: one on the screen whose clipboard is meant. */
void feu_clipboard_copy_article (GtkWidget         *widget,
                                 const FeuArticle  *article,
                                 FeuClipboardFormat format);

G_END_DECLS
