/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A container that looks like a text entry and sets its children like words of a
 * paragraph: left to right (or right to left), going to the next line when one is full.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FEU_TYPE_WRAP_BOX (feu_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (FeuWrapBox, feu_wrap_box, FEU, WRAP_BOX, GtkContainer)

/**
 * FeuWrapBox:
 *
 * Its CSS node is "entry", so that themes draw the frame. The last child gets the rest
 * of its line. GtkFlowBox was tried: it sets children in columns of one width, which is
 * not how words of different length look right.
 */

/** Moves @child to @index among the children; negative or too large: to the end. */
void feu_wrap_box_reorder (FeuWrapBox *self, GtkWidget *child, int index);

G_END_DECLS
