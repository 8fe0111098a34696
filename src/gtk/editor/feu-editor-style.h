/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the text looks: the style scheme for light or dark, the writing font and spacing.
 */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* The text column's width, in characters of the font. */
#define FEU_EDITOR_MEASURE_CHARACTERS 72

/**
 * feu_editor_style_attach:
 * @view: a view whose buffer is set
 * @settings: the application's settings: the key "editor-font" is followed
 *
 * Follows the desktop's light or dark style and the font setting for @view's lifetime.
 */
void feu_editor_style_attach (GtkSourceView *view, GSettings *settings);

/** The width of FEU_EDITOR_MEASURE_CHARACTERS in pixels, in @view's font. */
int feu_editor_style_get_measure (GtkWidget *view);

G_END_DECLS
