/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A FeuTextSource in plain memory: for tests, the command line and fuzzing.
 */
#pragma once

#include "feu-text-source.h"

G_BEGIN_DECLS

#define FEU_TYPE_STRING_SOURCE (feu_string_source_get_type ())
G_DECLARE_FINAL_TYPE (FeuStringSource, feu_string_source, FEU, STRING_SOURCE, GObject)

/** @text: valid UTF-8; copied. The first revision is 1. */
FeuStringSource *feu_string_source_new (const char *text);

/** Replaces the whole text and emits `text-changed`. */
void feu_string_source_set_text (FeuStringSource *self, const char *text);

G_END_DECLS
