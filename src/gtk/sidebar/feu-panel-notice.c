/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One message at a time; the newest is the one that matters.
 */
#include "config.h"

#include "feu-panel-notice.h"

#include <glib/gi18n.h>

struct _FeuPanelNotice
{
  GtkBox parent_instance;

  /* template */
  GtkLabel  *label;
  GtkWidget *locate_button;
  GtkWidget *save_button;
  GtkWidget *close_button;

  guint error_line;
  guint error_column;
};

G_DEFINE_FINAL_TYPE (FeuPanelNotice, feu_panel_notice, GTK_TYPE_BOX)

enum
{
  SIGNAL_SAVE_REQUESTED,
  SIGNAL_LOCATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show (FeuPanelNotice *self, const char *text, GtkWidget *button)
{
  GtkWidget *buttons[] = { self->locate_button, self->save_button, self->close_button };

  gtk_label_set_text (self->label, text);
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_visible (buttons[i], buttons[i] == button);
  gtk_widget_show (GTK_WIDGET (self));
}

static void
on_locate_clicked_cb (FeuPanelNotice *self)
{
  g_signal_emit (self, signals[SIGNAL_LOCATE], 0, self->error_line, self->error_column);
}

static void
on_save_clicked_cb (FeuPanelNotice *self)
{
  gtk_widget_hide (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_SAVE_REQUESTED], 0);
}

static void
on_close_clicked_cb (FeuPanelNotice *self)
{
  gtk_widget_hide (GTK_WIDGET (self));
}

static void
feu_panel_notice_class_init (FeuPanelNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_SAVE_REQUESTED] = g_signal_new ("save-requested",
                                                 FEU_TYPE_PANEL_NOTICE,
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 0);
  signals[SIGNAL_LOCATE] = g_signal_new ("locate",
                                         FEU_TYPE_PANEL_NOTICE,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         G_TYPE_UINT,
                                         G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-panel-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuPanelNotice, label);
  gtk_widget_class_bind_template_child (widget_class, FeuPanelNotice, locate_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPanelNotice, save_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPanelNotice, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_locate_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
feu_panel_notice_init (FeuPanelNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
feu_panel_notice_new (void)
{
  return g_object_new (FEU_TYPE_PANEL_NOTICE, NULL);
}

gboolean
feu_panel_notice_show_access (FeuPanelNotice *self, const FeuArticle *article)
{
  g_return_val_if_fail (FEU_IS_PANEL_NOTICE (self) && article != NULL, FALSE);
  const FeuMetadata *metadata = feu_article_get_metadata (article);

  gtk_widget_hide (GTK_WIDGET (self));
  if (feu_metadata_is_editable (metadata))
    return TRUE;
  const GError *error = feu_front_matter_get_error (
      feu_metadata_get_front_matter (metadata), &self->error_line, &self->error_column);
  if (error == NULL)
    {
      show (self,
            _ ("The details of this article are written in TOML, between “+++” lines. "
               "They can be read here, and changed in the text."),
            NULL);
      return FALSE;
    }
  g_autofree char *text = g_strdup_printf (_ ("The details at the top of the text have "
                                              "a mistake, at line %u, column %u: %s. "
                                              "Once it is corrected there, they can be "
                                              "changed here again. Nothing is lost."),
                                           self->error_line + 1,
                                           self->error_column + 1,
                                           error->message);
  show (self, text, self->locate_button);
  return FALSE;
}

void
feu_panel_notice_show_text (FeuPanelNotice *self, const char *text)
{
  g_return_if_fail (FEU_IS_PANEL_NOTICE (self) && text != NULL);
  show (self, text, self->close_button);
}

void
feu_panel_notice_show_save_first (FeuPanelNotice *self)
{
  g_return_if_fail (FEU_IS_PANEL_NOTICE (self));
  show (self,
        _ ("Save the article first, so that images have a folder."),
        self->save_button);
}
