/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule by which a text field of a panel and the article keep each other up to date.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FEU_TYPE_FIELD (feu_field_get_type ())
G_DECLARE_FINAL_TYPE (FeuField, feu_field, FEU, FIELD, GObject)

/**
 * FeuField:
 *
 * Watches a GtkEntry or a GtkTextView. What the writer types is committed when they
 * leave the field, press Enter (entries), or pause for 600 ms. What the article says is
 * shown by feu_field_set_text(), which commits nothing and changes nothing under the
 * caret of someone who is typing.
 *
 * Signal `committed` (const char *text): the writer's text, trimmed, differs from what
 * the field showed of the article.
 */

/** @widget: the entry or text view; the field lives no longer than both. */
FeuField *feu_field_new (GtkWidget *widget);

/** @text: (nullable): what the article says now; NULL is "". */
void feu_field_set_text (FeuField *self, const char *text);

/** Commits what was typed, if anything, without waiting for the pause. */
void feu_field_flush (FeuField *self);

/** Forgets what was typed and not committed, and shows the article's text again. */
void feu_field_revert (FeuField *self);

/** The widget's text, as it is. */
char *feu_field_dup_text (FeuField *self);

G_END_DECLS
