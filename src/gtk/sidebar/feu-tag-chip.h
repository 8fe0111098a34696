/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One chosen term in a tag entry: its text and a button that removes it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FEU_TYPE_TAG_CHIP (feu_tag_chip_get_type ())
G_DECLARE_FINAL_TYPE (FeuTagChip, feu_tag_chip, FEU, TAG_CHIP, GtkEventBox)

/**
 * FeuTagChip:
 *
 * Takes the focus by click. Signal `removed`: its button was pressed; the owner removes
 * it.
 */

GtkWidget  *feu_tag_chip_new (const char *text);
const char *feu_tag_chip_get_text (FeuTagChip *self);

/** Draws the eye to the chip for a moment. */
void feu_tag_chip_flash (FeuTagChip *self);

G_END_DECLS
