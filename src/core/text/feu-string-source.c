/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text in memory; each apply replaces the string.
 */
#include "config.h"

#include "feu-string-source.h"

#include <string.h>

struct _FeuStringSource
{
  GObject parent_instance;

  char   *text; /* owned */
  gsize   length;
  guint64 revision;
};

static char *
string_source_dup_text (FeuTextSource *source, gsize *out_length_bytes)
{
  FeuStringSource *self = FEU_STRING_SOURCE (source);
  if (out_length_bytes != NULL)
    *out_length_bytes = self->length;
  return g_strdup (self->text);
}

static guint64
string_source_get_revision (FeuTextSource *source)
{
  return FEU_STRING_SOURCE (source)->revision;
}

static void
take_text (FeuStringSource *self, char *text, gsize length)
{
  g_free (self->text);
  self->text = text;
  self->length = length;
  self->revision++;
  feu_text_source_emit_changed (FEU_TEXT_SOURCE (self));
}

static void
string_source_apply (FeuTextSource *source, const GPtrArray *edits)
{
  FeuStringSource *self = FEU_STRING_SOURCE (source);
  gsize            length = 0;
  char *text = feu_text_edit_list_apply (edits, self->text, self->length, &length);
  take_text (self, text, length);
}

static void
string_source_reset (FeuTextSource *source, const char *text)
{
  take_text (FEU_STRING_SOURCE (source), g_strdup (text), strlen (text));
}

static void
text_source_iface_init (FeuTextSourceInterface *iface)
{
  iface->dup_text = string_source_dup_text;
  iface->get_revision = string_source_get_revision;
  iface->apply = string_source_apply;
  iface->reset = string_source_reset;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FeuStringSource,
                               feu_string_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FEU_TYPE_TEXT_SOURCE,
                                                      text_source_iface_init))

static void
feu_string_source_finalize (GObject *object)
{
  FeuStringSource *self = FEU_STRING_SOURCE (object);
  g_free (self->text);
  G_OBJECT_CLASS (feu_string_source_parent_class)->finalize (object);
}

static void
feu_string_source_class_init (FeuStringSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feu_string_source_finalize;
}

static void
feu_string_source_init (FeuStringSource *self)
{
  self->revision = 1;
}

FeuStringSource *
feu_string_source_new (const char *text)
{
  FeuStringSource *self = g_object_new (FEU_TYPE_STRING_SOURCE, NULL);
  self->length = strlen (text);
  self->text = g_strdup (text);
  return self;
}

void
feu_string_source_set_text (FeuStringSource *self, const char *text)
{
  g_return_if_fail (FEU_IS_STRING_SOURCE (self));
  feu_text_source_reset (FEU_TEXT_SOURCE (self), text);
}
