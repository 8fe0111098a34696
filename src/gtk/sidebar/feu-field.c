/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * @shown is the article's value that the widget stands for. The field is dirty from the
 * first typed character until it is committed; only then the two may differ.
 */
#include "config.h"

#include "feu-field.h"

#include <string.h>

#define PAUSE_MS 600

struct _FeuField
{
  GObject parent_instance;

  GtkWidget     *widget; /* borrowed, NULL once destroyed */
  GtkTextBuffer *buffer; /* borrowed, of a text view */
  char          *shown;  /* owned */
  guint          pause_source;
  gboolean       is_dirty;
  gboolean       is_setting; /* the widget is changed by us */
};

G_DEFINE_FINAL_TYPE (FeuField, feu_field, G_TYPE_OBJECT)

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

char *
feu_field_dup_text (FeuField *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (FEU_IS_FIELD (self), NULL);
  if (self->widget == NULL)
    return g_strdup (self->shown);
  if (self->buffer == NULL)
    return g_strdup (gtk_entry_get_text (GTK_ENTRY (self->widget)));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static char *
dup_trimmed (FeuField *self)
{
  return g_strstrip (feu_field_dup_text (self));
}

static void
show_in_entry (GtkEntry *entry, const char *text)
{
  int position = gtk_editable_get_position (GTK_EDITABLE (entry));
  gtk_entry_set_text (entry, text);
  gtk_editable_set_position (GTK_EDITABLE (entry), position);
}

static void
show_in_buffer (GtkTextBuffer *buffer, const char *text)
{
  GtkTextIter caret;
  int         offset = 0;

  gtk_text_buffer_get_iter_at_mark (
      buffer, &caret, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&caret);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &caret, offset);
  gtk_text_buffer_place_cursor (buffer, &caret);
}

static void
show (FeuField *self)
{
  g_autofree char *present = feu_field_dup_text (self);
  if (self->widget == NULL || strcmp (present, self->shown) == 0)
    return;
  self->is_setting = TRUE;
  if (self->buffer != NULL)
    show_in_buffer (self->buffer, self->shown);
  else
    show_in_entry (GTK_ENTRY (self->widget), self->shown);
  self->is_setting = FALSE;
}

void
feu_field_set_text (FeuField *self, const char *text)
{
  g_return_if_fail (FEU_IS_FIELD (self));
  const char *wanted = text != NULL ? text : "";

  if (self->is_dirty)
    return;
  if (strcmp (self->shown, wanted) != 0)
    {
      g_free (self->shown);
      self->shown = g_strdup (wanted);
    }
  /* Right after a commit the typed text differs by blanks at its ends only; to take
   * them away now would be felt in the next key. */
  g_autofree char *trimmed = dup_trimmed (self);
  if (self->widget != NULL && gtk_widget_has_focus (self->widget) &&
      strcmp (trimmed, self->shown) == 0)
    return;
  show (self);
}

void
feu_field_flush (FeuField *self)
{
  g_return_if_fail (FEU_IS_FIELD (self));
  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (!self->is_dirty)
    return;
  self->is_dirty = FALSE;
  g_autofree char *text = dup_trimmed (self);
  if (strcmp (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, text);
}

void
feu_field_revert (FeuField *self)
{
  g_return_if_fail (FEU_IS_FIELD (self));
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->is_dirty = FALSE;
  show (self);
}

static gboolean
pause_fired_cb (gpointer user_data)
{
  FeuField *self = user_data;
  self->pause_source = 0;
  feu_field_flush (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (FeuField *self)
{
  if (self->is_setting)
    return;
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MS, pause_fired_cb, self);
}

static gboolean
on_focus_out_cb (FeuField *self)
{
  feu_field_flush (self);
  show (self);
  return GDK_EVENT_PROPAGATE;
}

static void
on_destroy_cb (FeuField *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->is_dirty = FALSE;
  self->widget = NULL;
  self->buffer = NULL;
}

static void
feu_field_dispose (GObject *object)
{
  FeuField *self = FEU_FIELD (object);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  G_OBJECT_CLASS (feu_field_parent_class)->dispose (object);
}

static void
feu_field_finalize (GObject *object)
{
  FeuField *self = FEU_FIELD (object);
  g_free (self->shown);
  G_OBJECT_CLASS (feu_field_parent_class)->finalize (object);
}

static void
feu_field_class_init (FeuFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = feu_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = feu_field_finalize;
  signals[SIGNAL_COMMITTED] = g_signal_new ("committed",
                                            FEU_TYPE_FIELD,
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            1,
                                            G_TYPE_STRING);
}

static void
feu_field_init (FeuField *self)
{
  self->shown = g_strdup ("");
}

FeuField *
feu_field_new (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget), NULL);
  FeuField *self = g_object_new (FEU_TYPE_FIELD, NULL);
  GObject  *changing = G_OBJECT (widget);

  self->widget = widget;
  if (GTK_IS_TEXT_VIEW (widget))
    {
      self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      changing = G_OBJECT (self->buffer);
    }
  else
    g_signal_connect_object (
        widget, "activate", G_CALLBACK (feu_field_flush), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      changing, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      widget, "focus-out-event", G_CALLBACK (on_focus_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      widget, "destroy", G_CALLBACK (on_destroy_cb), self, G_CONNECT_SWAPPED);
  return self;
}
