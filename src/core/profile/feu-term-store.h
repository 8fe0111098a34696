/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tags and categories used before, so that a writer's articles share their spelling.
 */
#pragma once

#include "feu-metadata.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define FEU_TYPE_TERM_STORE (feu_term_store_get_type ())
G_DECLARE_FINAL_TYPE (FeuTermStore, feu_term_store, FEU, TERM_STORE, GObject)

/**
 * FeuTermStore:
 *
 * At most 500 terms of each kind, with how often and when they were used, in one key
 * file. When there are more, the least used, oldest ones go. Main thread only. A
 * convenience: a file that cannot be read counts as empty, and is written anew.
 *
 * Signal `changed`: feu_term_store_list() gives another list than before.
 */

/** @file: need not exist yet; normally $XDG_DATA_HOME/feuillet/terms. */
FeuTermStore *feu_term_store_new (GFile *file);

/**
 * feu_term_store_remember:
 * @metadata: of an article that was just saved
 *
 * A term counts once a day, however often its articles are saved; so most calls change
 * and write nothing. Emits `changed`.
 *
 * Returns: FALSE when the file could not be written; the terms are known all the same
 */
gboolean feu_term_store_remember (FeuTermStore      *self,
                                  const FeuMetadata *metadata,
                                  GError           **error);

/**
 * feu_term_store_list:
 * @field: FEU_FIELD_TAGS or FEU_FIELD_CATEGORIES
 *
 * Returns: (transfer full) (array zero-terminated=1): most used first
 */
GStrv feu_term_store_list (FeuTermStore *self, FeuMetaField field);

G_END_DECLS
