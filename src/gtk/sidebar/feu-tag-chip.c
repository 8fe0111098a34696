/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The button is for the pointer and for assistive technology; the keyboard removes the
 * focused chip with Delete, which the tag entry handles.
 */
#include "config.h"

#include "feu-tag-chip.h"

#include <glib/gi18n.h>

#define FLASH_MS 700
#define MAX_CHARACTERS 26

struct _FeuTagChip
{
  GtkEventBox parent_instance;

  char *text;         /* owned */
  guint flash_source; /* ends the flash */
};

G_DEFINE_FINAL_TYPE (FeuTagChip, feu_tag_chip, GTK_TYPE_EVENT_BOX)

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
flash_fired_cb (gpointer user_data)
{
  FeuTagChip *self = user_data;
  self->flash_source = 0;
  gtk_style_context_remove_class (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  "feu-flash");
  return G_SOURCE_REMOVE;
}

void
feu_tag_chip_flash (FeuTagChip *self)
{
  g_return_if_fail (FEU_IS_TAG_CHIP (self));
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)),
                               "feu-flash");
  g_clear_handle_id (&self->flash_source, g_source_remove);
  self->flash_source = g_timeout_add (FLASH_MS, flash_fired_cb, self);
}

static void
on_button_clicked_cb (FeuTagChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static gboolean
on_button_press_cb (FeuTagChip *self, GdkEventButton *event)
{
  if (event->button != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static GtkWidget *
build_button (FeuTagChip *self)
{
  GtkWidget *button =
      gtk_button_new_from_icon_name ("window-close-symbolic", GTK_ICON_SIZE_MENU);
  g_autofree char *name = g_strdup_printf (_ ("Remove “%s”"), self->text);

  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_style_context_add_class (gtk_widget_get_style_context (button), "flat");
  atk_object_set_name (gtk_widget_get_accessible (button), name);
  g_signal_connect_object (
      button, "clicked", G_CALLBACK (on_button_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
build (FeuTagChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (self->text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARACTERS);
  if (g_utf8_strlen (self->text, -1) > MAX_CHARACTERS)
    gtk_widget_set_tooltip_text (label, self->text);
  gtk_box_pack_start (GTK_BOX (box), label, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), build_button (self), FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (self), box);
  gtk_widget_show_all (box);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), self->text);
}

static void
feu_tag_chip_dispose (GObject *object)
{
  FeuTagChip *self = FEU_TAG_CHIP (object);
  g_clear_handle_id (&self->flash_source, g_source_remove);
  G_OBJECT_CLASS (feu_tag_chip_parent_class)->dispose (object);
}

static void
feu_tag_chip_finalize (GObject *object)
{
  FeuTagChip *self = FEU_TAG_CHIP (object);
  g_free (self->text);
  G_OBJECT_CLASS (feu_tag_chip_parent_class)->finalize (object);
}

static void
feu_tag_chip_class_init (FeuTagChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = feu_tag_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = feu_tag_chip_finalize;
  signals[SIGNAL_REMOVED] = g_signal_new ("removed",
                                          FEU_TYPE_TAG_CHIP,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
feu_tag_chip_init (FeuTagChip *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_can_focus (widget, TRUE);
  gtk_style_context_add_class (gtk_widget_get_style_context (widget), "feu-chip");
  g_signal_connect (self, "button-press-event", G_CALLBACK (on_button_press_cb), NULL);
}

GtkWidget *
feu_tag_chip_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  FeuTagChip *self = g_object_new (FEU_TYPE_TAG_CHIP, "visible", TRUE, NULL);
  self->text = g_strdup (text);
  build (self);
  return GTK_WIDGET (self);
}

const char *
feu_tag_chip_get_text (FeuTagChip *self)
{
  g_return_val_if_fail (FEU_IS_TAG_CHIP (self), NULL);
  return self->text;
}
