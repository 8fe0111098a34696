/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chips are the state: the values are read from them. Chips stand before the entry
 * in the wrap box, in the order of the values. How typing makes chips is in
 * feu-tag-entry-typing.c.
 */
#include "config.h"

#include "feu-tag-entry-private.h"

#include "feu-text-fold.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (FeuTagEntry, feu_tag_entry, GTK_TYPE_EVENT_BOX)

enum
{
  PROP_VALUES = 1,
  PROP_PLACEHOLDER_TEXT,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

FeuTagChip *
feu_tag_entry_find_chip (FeuTagEntry *self, const char *text)
{
  g_autofree char *wanted = feu_text_fold (text);

  for (guint i = 0; i < self->chips->len; i++)
    {
      FeuTagChip      *chip = g_ptr_array_index (self->chips, i);
      g_autofree char *folded = feu_text_fold (feu_tag_chip_get_text (chip));
      if (strcmp (folded, wanted) == 0)
        return chip;
    }
  return NULL;
}

static void
update_placeholder (FeuTagEntry *self)
{
  const char *shown = self->chips->len == 0 ? self->placeholder : NULL;
  gtk_entry_set_placeholder_text (self->entry, shown);
}

void
feu_tag_entry_changed_by_user (FeuTagEntry *self)
{
  update_placeholder (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUES]);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

void
feu_tag_entry_focus_index (FeuTagEntry *self, int index)
{
  if (index >= 0 && index < (int) self->chips->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->chips, index));
  else if (index >= 0)
    gtk_entry_grab_focus_without_selecting (self->entry);
}

void
feu_tag_entry_remove_chip (FeuTagEntry *self, FeuTagChip *chip)
{
  guint index = 0;
  if (!g_ptr_array_find (self->chips, chip, &index))
    return;
  gboolean had_focus = gtk_widget_has_focus (GTK_WIDGET (chip));
  g_ptr_array_remove_index (self->chips, index);
  gtk_widget_destroy (GTK_WIDGET (chip));
  if (had_focus)
    feu_tag_entry_focus_index (self, (int) index);
  feu_tag_entry_changed_by_user (self);
}

static int
index_of (FeuTagEntry *self, FeuTagChip *chip)
{
  guint index = self->chips->len;
  g_ptr_array_find (self->chips, chip, &index);
  return (int) index;
}

static gboolean
on_chip_key_press_cb (FeuTagEntry *self, GdkEventKey *event, FeuTagChip *chip)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int      index = index_of (self, chip);

  switch (event->keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      feu_tag_entry_remove_chip (self, chip);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      feu_tag_entry_focus_index (self, is_rtl ? index + 1 : index - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      feu_tag_entry_focus_index (self, is_rtl ? index - 1 : index + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      feu_tag_entry_focus_index (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_Escape:
      feu_tag_entry_focus_index (self, (int) self->chips->len);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
append_chip (FeuTagEntry *self, const char *text)
{
  GtkWidget *chip = feu_tag_chip_new (text);

  gtk_container_add (GTK_CONTAINER (self->box), chip);
  feu_wrap_box_reorder (self->box, chip, (int) self->chips->len);
  g_ptr_array_add (self->chips, chip);
  g_signal_connect_object (
      chip, "removed", G_CALLBACK (feu_tag_entry_remove_chip), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chip,
                           "key-press-event",
                           G_CALLBACK (on_chip_key_press_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

gboolean
feu_tag_entry_add_value (FeuTagEntry *self, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    return FALSE;
  FeuTagChip *present = feu_tag_entry_find_chip (self, trimmed);
  if (present != NULL)
    {
      feu_tag_chip_flash (present);
      return FALSE;
    }
  append_chip (self, trimmed);
  return TRUE;
}

static gboolean
feu_tag_entry_button_press_event (GtkWidget *widget, GdkEventButton *event)
{
  if (event->button != GDK_BUTTON_PRIMARY)
    return GDK_EVENT_PROPAGATE;
  gtk_entry_grab_focus_without_selecting (FEU_TAG_ENTRY (widget)->entry);
  return GDK_EVENT_STOP;
}

/* One stop for the Tab key, however many chips there are. */
static gboolean
feu_tag_entry_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_container_get_focus_child (GTK_CONTAINER (widget)) != NULL)
    return FALSE;
  gtk_entry_grab_focus_without_selecting (FEU_TAG_ENTRY (widget)->entry);
  return TRUE;
}

static void
feu_tag_entry_grab_focus (GtkWidget *widget)
{
  gtk_entry_grab_focus_without_selecting (FEU_TAG_ENTRY (widget)->entry);
}

static gboolean
feu_tag_entry_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  feu_tag_entry_grab_focus (widget);
  return TRUE;
}

/* The frame is that of an entry: it shows the focus for whatever is inside. */
static void
feu_tag_entry_set_focus_child (GtkContainer *container, GtkWidget *child)
{
  GtkWidget *frame = GTK_WIDGET (FEU_TAG_ENTRY (container)->box);

  if (child != NULL)
    gtk_widget_set_state_flags (frame, GTK_STATE_FLAG_FOCUSED, FALSE);
  else
    gtk_widget_unset_state_flags (frame, GTK_STATE_FLAG_FOCUSED);
  GTK_CONTAINER_CLASS (feu_tag_entry_parent_class)->set_focus_child (container, child);
}

static void
feu_tag_entry_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  FeuTagEntry *self = FEU_TAG_ENTRY (object);
  switch (prop_id)
    {
    case PROP_VALUES:
      g_value_take_boxed (value, feu_tag_entry_dup_values (self));
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_label (FeuTagEntry *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self->entry)),
                       label != NULL ? label : "");
}

static void
feu_tag_entry_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  FeuTagEntry *self = FEU_TAG_ENTRY (object);
  switch (prop_id)
    {
    case PROP_VALUES:
      feu_tag_entry_set_values (self, g_value_get_boxed (value));
      break;
    case PROP_PLACEHOLDER_TEXT:
      g_free (self->placeholder);
      self->placeholder = g_value_dup_string (value);
      update_placeholder (self);
      break;
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
feu_tag_entry_finalize (GObject *object)
{
  FeuTagEntry *self = FEU_TAG_ENTRY (object);
  g_ptr_array_unref (self->chips);
  g_free (self->placeholder);
  g_free (self->label);
  G_OBJECT_CLASS (feu_tag_entry_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_VALUES] = g_param_spec_boxed (
      "values", NULL, NULL, G_TYPE_STRV, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_PLACEHOLDER_TEXT] = g_param_spec_string (
      "placeholder-text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
feu_tag_entry_class_init (FeuTagEntryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = feu_tag_entry_get_property;
  object_class->set_property = feu_tag_entry_set_property;
  object_class->finalize = feu_tag_entry_finalize;
  widget_class->button_press_event = feu_tag_entry_button_press_event;
  widget_class->focus = feu_tag_entry_focus;
  widget_class->grab_focus = feu_tag_entry_grab_focus;
  widget_class->mnemonic_activate = feu_tag_entry_mnemonic_activate;
  GTK_CONTAINER_CLASS (klass)->set_focus_child = feu_tag_entry_set_focus_child;
  install_properties (object_class);
  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         FEU_TYPE_TAG_ENTRY,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);

  g_type_ensure (FEU_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-tag-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuTagEntry, box);
  gtk_widget_class_bind_template_child (widget_class, FeuTagEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, FeuTagEntry, completion);
  gtk_widget_class_bind_template_child (widget_class, FeuTagEntry, terms);
  feu_tag_entry_bind_typing (widget_class);
}

static void
feu_tag_entry_init (FeuTagEntry *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  feu_tag_entry_set_up_completion (self);
}

GtkWidget *
feu_tag_entry_new (void)
{
  return g_object_new (FEU_TYPE_TAG_ENTRY, NULL);
}

GStrv
feu_tag_entry_dup_values (FeuTagEntry *self)
{
  g_return_val_if_fail (FEU_IS_TAG_ENTRY (self), NULL);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = 0; i < self->chips->len; i++)
    g_strv_builder_add (values,
                        feu_tag_chip_get_text (g_ptr_array_index (self->chips, i)));
  return g_strv_builder_end (values);
}

void
feu_tag_entry_set_values (FeuTagEntry *self, const char *const *values)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (FEU_IS_TAG_ENTRY (self));
  const char *const *wanted = values != NULL ? values : none;
  g_auto (GStrv) present = feu_tag_entry_dup_values (self);
  if (g_strv_equal ((const char *const *) present, wanted))
    return;
  while (self->chips->len > 0)
    gtk_widget_destroy (g_ptr_array_steal_index (self->chips, self->chips->len - 1));
  for (; *wanted != NULL; wanted++)
    append_chip (self, *wanted);
  update_placeholder (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUES]);
}

void
feu_tag_entry_set_completions (FeuTagEntry *self, const char *const *terms)
{
  g_return_if_fail (FEU_IS_TAG_ENTRY (self) && terms != NULL);
  gtk_list_store_clear (self->terms);
  for (; *terms != NULL; terms++)
    gtk_list_store_insert_with_values (self->terms, NULL, -1, 0, *terms, -1);
}
