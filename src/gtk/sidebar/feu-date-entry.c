/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and writing dates is feu-date-text.h; when to take what was typed, FeuField.
 */
#include "config.h"

#include "feu-date-entry.h"

#include "feu-date-text.h"
#include "feu-field.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FeuDateEntry
{
  GtkBox parent_instance;

  /* template */
  GtkEntry    *entry;
  GtkPopover  *popover;
  GtkCalendar *calendar;

  /* owned */
  FeuField *field;
  char     *iso; /* the article's, "" without */
  gboolean  is_setting_calendar;
};

G_DEFINE_FINAL_TYPE (FeuDateEntry, feu_date_entry, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
mark (FeuDateEntry *self, gboolean is_valid)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self->entry));

  if (is_valid)
    gtk_style_context_remove_class (context, GTK_STYLE_CLASS_ERROR);
  else
    gtk_style_context_add_class (context, GTK_STYLE_CLASS_ERROR);
  gtk_entry_set_icon_from_icon_name (self->entry,
                                     GTK_ENTRY_ICON_SECONDARY,
                                     is_valid ? NULL : "dialog-warning-symbolic");
  gtk_entry_set_icon_tooltip_text (
      self->entry,
      GTK_ENTRY_ICON_SECONDARY,
      is_valid
          ? NULL
          : _ ("This is not a date. Write year, month and day, and the time if you "
               "like: 2026-08-03 09:00"));
}

static gboolean
is_marked (FeuDateEntry *self)
{
  return gtk_style_context_has_class (
      gtk_widget_get_style_context (GTK_WIDGET (self->entry)), GTK_STYLE_CLASS_ERROR);
}

static void
take_date (FeuDateEntry *self, const char *typed)
{
  g_autofree char *iso =
      *typed == '\0' ? g_strdup ("") : feu_date_text_dup_iso (typed, self->iso);
  mark (self, iso != NULL);
  if (iso == NULL || g_str_equal (iso, self->iso))
    return;
  g_free (self->iso);
  self->iso = g_strdup (iso);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, iso);
}

static void
on_field_committed_cb (FeuDateEntry *self, const char *text)
{
  take_date (self, text);
}

static void
choose_day (FeuDateEntry *self, int year, int month, int day)
{
  g_autofree char *display = feu_date_text_dup_display (self->iso);
  const char      *blank = display != NULL ? strchr (display, ' ') : NULL;
  g_autofree char *typed = g_strdup_printf (
      "%04d-%02d-%02d%s", year, month, day, blank != NULL ? blank : "");

  take_date (self, typed);
  feu_field_revert (self->field);
  feu_field_set_text (self->field, typed);
}

static void
on_day_selected_cb (FeuDateEntry *self)
{
  guint year = 0;
  guint month = 0;
  guint day = 0;

  if (self->is_setting_calendar)
    return;
  gtk_calendar_get_date (self->calendar, &year, &month, &day);
  choose_day (self, (int) year, (int) month + 1, (int) day);
}

static void
on_day_double_clicked_cb (FeuDateEntry *self)
{
  gtk_popover_popdown (self->popover);
}

static void
on_today_clicked_cb (FeuDateEntry *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  choose_day (self,
              g_date_time_get_year (now),
              g_date_time_get_month (now),
              g_date_time_get_day_of_month (now));
  gtk_popover_popdown (self->popover);
}

static void
on_popover_show_cb (FeuDateEntry *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year = g_date_time_get_year (now);
  int month = g_date_time_get_month (now);
  int day = g_date_time_get_day_of_month (now);

  feu_field_flush (self->field);
  feu_date_text_get_day (self->iso, &year, &month, &day);
  self->is_setting_calendar = TRUE;
  gtk_calendar_select_day (self->calendar, 0); /* a day that the next month may lack */
  gtk_calendar_select_month (self->calendar, (guint) month - 1, (guint) year);
  gtk_calendar_select_day (self->calendar, (guint) day);
  self->is_setting_calendar = FALSE;
}

static void
feu_date_entry_dispose (GObject *object)
{
  FeuDateEntry *self = FEU_DATE_ENTRY (object);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (feu_date_entry_parent_class)->dispose (object);
}

static void
feu_date_entry_finalize (GObject *object)
{
  FeuDateEntry *self = FEU_DATE_ENTRY (object);
  g_free (self->iso);
  G_OBJECT_CLASS (feu_date_entry_parent_class)->finalize (object);
}

static void
feu_date_entry_class_init (FeuDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_date_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = feu_date_entry_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         FEU_TYPE_DATE_ENTRY,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, FeuDateEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, FeuDateEntry, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_double_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show_cb);
}

static void
feu_date_entry_init (FeuDateEntry *self)
{
  self->iso = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->field = feu_field_new (GTK_WIDGET (self->entry));
  g_signal_connect_object (self->field,
                           "committed",
                           G_CALLBACK (on_field_committed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
feu_date_entry_new (void)
{
  return g_object_new (FEU_TYPE_DATE_ENTRY, NULL);
}

void
feu_date_entry_set_iso (FeuDateEntry *self, const char *iso)
{
  g_return_if_fail (FEU_IS_DATE_ENTRY (self));
  const char      *wanted = iso != NULL ? iso : "";
  g_autofree char *display = feu_date_text_dup_display (wanted);

  /* What was typed and is no date stays there to be corrected. */
  if (is_marked (self) && g_str_equal (wanted, self->iso))
    return;
  g_free (self->iso);
  self->iso = g_strdup (wanted);
  feu_field_set_text (self->field, display != NULL ? display : wanted);
  mark (self, display != NULL || *wanted == '\0');
}
