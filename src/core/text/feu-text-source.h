/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the article's text lives, as seen by everything that has no display: the
 * editor's buffer implements it with GtkSourceView, FeuStringSource with plain memory.
 */
#pragma once

#include <glib-object.h>

#include "feu-text-edit.h"

G_BEGIN_DECLS

#define FEU_TYPE_TEXT_SOURCE (feu_text_source_get_type ())
G_DECLARE_INTERFACE (FeuTextSource, feu_text_source, FEU, TEXT_SOURCE, GObject)

/**
 * FeuTextSource:
 *
 * A mutable UTF-8 text with a revision. Main thread only. Offsets are in bytes.
 *
 * Signal `text-changed`: the text differs from before; emitted once for each change,
 * after the revision was raised. Handlers must be cheap: they run within the keystroke.
 */
struct _FeuTextSourceInterface
{
  GTypeInterface parent_iface;

  char *(*dup_text) (FeuTextSource *self, gsize *out_length_bytes);
  guint64 (*get_revision) (FeuTextSource *self);
  void (*apply) (FeuTextSource *self, const GPtrArray *edits);
  void (*reset) (FeuTextSource *self, const char *text);
};

/** A copy of the whole text, nul-terminated; contains no nul inside. */
char *feu_text_source_dup_text (FeuTextSource *self, gsize *out_length_bytes);

/** A number that is higher after every change, never 0. */
guint64 feu_text_source_get_revision (FeuTextSource *self);

/**
 * feu_text_source_apply:
 * @edits: (element-type FeuTextEdit): non-overlapping ranges of the current text
 *
 * Makes all @edits as one undoable step. An empty list changes nothing and emits
 * nothing.
 */
void feu_text_source_apply (FeuTextSource *self, const GPtrArray *edits);

/**
 * feu_text_source_reset:
 * @text: valid UTF-8
 *
 * Replaces the whole text by another one, as when a file was opened: there is nothing
 * to undo afterwards. Raises the revision and emits `text-changed` like any change.
 */
void feu_text_source_reset (FeuTextSource *self, const char *text);

/** For implementations: emits `text-changed`. */
void feu_text_source_emit_changed (FeuTextSource *self);

G_END_DECLS
