/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button that shows the article's language and opens a list to search and choose
 * from.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FEU_TYPE_LANGUAGE_BUTTON (feu_language_button_get_type ())
G_DECLARE_FINAL_TYPE (FeuLanguageButton,
                      feu_language_button,
                      FEU,
                      LANGUAGE_BUTTON,
                      GtkMenuButton)

/**
 * FeuLanguageButton:
 *
 * Any BCP 47 tag can be typed in the search field and chosen.
 *
 * Signal `edited` (const char *tag): the writer chose; "" for none.
 */

GtkWidget *feu_language_button_new (void);

/** @tag: (nullable): what the article says now. */
void feu_language_button_set_tag (FeuLanguageButton *self, const char *tag);

G_END_DECLS
