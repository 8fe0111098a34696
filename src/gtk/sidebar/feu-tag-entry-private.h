/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuTagEntry share: feu-tag-entry.c has the chips,
 * feu-tag-entry-typing.c the entry behind them.
 */
#pragma once

#include "feu-tag-entry.h"

#include "feu-tag-chip.h"
#include "feu-wrap-box.h"

G_BEGIN_DECLS

struct _FeuTagEntry
{
  GtkEventBox parent_instance;

  /* template */
  FeuWrapBox         *box;
  GtkEntry           *entry;
  GtkEntryCompletion *completion;
  GtkListStore       *terms;

  /* owned */
  GPtrArray *chips; /* (element-type FeuTagChip), borrowed from the box */
  char      *placeholder;
  char      *label;
  gboolean   is_splitting;  /* the entry's text is changed by us */
  gboolean   inserted_many; /* the last insertion was more than one character */
};

/* feu-tag-entry.c */

/** (nullable): the chip of that text, but for case and accents. */
FeuTagChip *feu_tag_entry_find_chip (FeuTagEntry *self, const char *text);

/** Returns: whether @text became a new chip; nobody is told yet */
gboolean feu_tag_entry_add_value (FeuTagEntry *self, const char *text);

/** Removes @chip for the writer. */
void feu_tag_entry_remove_chip (FeuTagEntry *self, FeuTagChip *chip);

/** Focuses chip number @index, or the entry behind the last one; nothing for -1. */
void feu_tag_entry_focus_index (FeuTagEntry *self, int index);

/** After the writer changed the chips: tells so. */
void feu_tag_entry_changed_by_user (FeuTagEntry *self);

/* feu-tag-entry-typing.c */

/** Binds the template's signals of the entry. */
void feu_tag_entry_bind_typing (GtkWidgetClass *klass);

void feu_tag_entry_set_up_completion (FeuTagEntry *self);

G_END_DECLS
