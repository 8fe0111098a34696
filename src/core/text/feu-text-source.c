/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The interface's dispatch and its signal.
 */
#include "config.h"

#include "feu-text-source.h"

G_DEFINE_INTERFACE (FeuTextSource, feu_text_source, G_TYPE_OBJECT)

static guint changed_signal;

static void
feu_text_source_default_init (FeuTextSourceInterface *iface)
{
  /* Named apart from GtkTextBuffer's own "changed", which an implementation may have.
   */
  changed_signal = g_signal_new ("text-changed",
                                 G_TYPE_FROM_INTERFACE (iface),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

char *
feu_text_source_dup_text (FeuTextSource *self, gsize *out_length_bytes)
{
  g_return_val_if_fail (FEU_IS_TEXT_SOURCE (self), NULL);
  return FEU_TEXT_SOURCE_GET_IFACE (self)->dup_text (self, out_length_bytes);
}

guint64
feu_text_source_get_revision (FeuTextSource *self)
{
  g_return_val_if_fail (FEU_IS_TEXT_SOURCE (self), 0);
  return FEU_TEXT_SOURCE_GET_IFACE (self)->get_revision (self);
}

void
feu_text_source_apply (FeuTextSource *self, const GPtrArray *edits)
{
  g_return_if_fail (FEU_IS_TEXT_SOURCE (self));
  if (edits->len == 0)
    return;
  FEU_TEXT_SOURCE_GET_IFACE (self)->apply (self, edits);
}

void
feu_text_source_reset (FeuTextSource *self, const char *text)
{
  g_return_if_fail (FEU_IS_TEXT_SOURCE (self));
  g_return_if_fail (text != NULL);
  FEU_TEXT_SOURCE_GET_IFACE (self)->reset (self, text);
}

void
feu_text_source_emit_changed (FeuTextSource *self)
{
  g_signal_emit (self, changed_signal, 0);
}
