/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry for several terms: tags, categories, authors.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FEU_TYPE_TAG_ENTRY (feu_tag_entry_get_type ())
G_DECLARE_FINAL_TYPE (FeuTagEntry, feu_tag_entry, FEU, TAG_ENTRY, GtkEventBox)

/**
 * FeuTagEntry:
 *
 * Chips and a text entry in one frame. Enter or a comma adds what was typed, a pasted
 * "a, b" adds both; leaving the entry adds what is left in it. Backspace in the empty
 * entry removes the last chip. The arrow keys and clicks move among the chips, Delete
 * or Backspace removes the one with the focus. A term that is there already, but for
 * case and accents, is not added: its chip flashes. What was used before is offered
 * while typing.
 *
 * Property `values` (GStrv). Property `placeholder-text`: shown while there is none.
 * Property `label`: the accessible name of the entry.
 *
 * Signal `edited`: the writer changed the values; not emitted by
 * feu_tag_entry_set_values().
 */

GtkWidget *feu_tag_entry_new (void);

/** (transfer full) (array zero-terminated=1) */
GStrv feu_tag_entry_dup_values (FeuTagEntry *self);

/** Shows @values; text that is being typed stays. */
void feu_tag_entry_set_values (FeuTagEntry *self, const char *const *values);

/** @terms: (array zero-terminated=1): what to offer, best first. */
void feu_tag_entry_set_completions (FeuTagEntry *self, const char *const *terms);

G_END_DECLS
