/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Header bar, title and the small message that comes and goes.
 */
#include "config.h"

#include "feu-window-private.h"

#include <glib/gi18n.h>

#define TOAST_SECONDS 4

G_DEFINE_FINAL_TYPE (FeuWindow, feu_window, HDY_TYPE_APPLICATION_WINDOW)

static char *
dup_title (FeuWindow *self)
{
  FeuArticle *article =
      feu_pipeline_get_article (feu_article_view_get_pipeline (self->view));
  FeuDocument *document = feu_article_view_get_document (self->view);
  const char  *title = article != NULL ? feu_article_get_title (article) : NULL;

  return title != NULL ? g_strdup (title) : feu_document_dup_display_name (document);
}

static char *
dup_subtitle (FeuWindow *self)
{
  FeuDocument *document = feu_article_view_get_document (self->view);
  GFile       *file = feu_document_get_file (document);

  if (feu_document_is_busy (document))
    return g_strdup (file != NULL ? _ ("Saving…") : _ ("Opening…"));
  if (file == NULL)
    return feu_article_view_is_pristine (self->view) ? NULL
                                                     : g_strdup (_ ("Not saved yet"));
  g_autofree char *name = feu_document_dup_display_name (document);
  return feu_document_is_modified (document)
             ? g_strdup_printf (_ ("%s — not saved"), name)
             : g_strdup_printf (_ ("%s — saved"), name);
}

void
feu_window_update_title (FeuWindow *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *subtitle = dup_subtitle (self);

  if (g_strcmp0 (hdy_header_bar_get_title (self->header_bar), title) != 0)
    {
      hdy_header_bar_set_title (self->header_bar, title);
      gtk_window_set_title (GTK_WINDOW (self), title);
    }
  if (g_strcmp0 (hdy_header_bar_get_subtitle (self->header_bar), subtitle) != 0)
    hdy_header_bar_set_subtitle (self->header_bar, subtitle);
}

static gboolean
toast_fired_cb (gpointer user_data)
{
  FeuWindow *self = user_data;

  self->toast_timeout_id = 0;
  gtk_revealer_set_reveal_child (self->toast, FALSE);
  return G_SOURCE_REMOVE;
}

void
feu_window_show_toast (FeuWindow *self, const char *text)
{
  gtk_label_set_text (self->toast_label, text);
  gtk_revealer_set_reveal_child (self->toast, TRUE);
  g_clear_handle_id (&self->toast_timeout_id, g_source_remove);
  self->toast_timeout_id = g_timeout_add_seconds (TOAST_SECONDS, toast_fired_cb, self);
}

static void
on_title_changed_cb (FeuWindow *self)
{
  feu_window_update_title (self);
}

static void
on_link_activated_cb (FeuWindow *self, const char *uri)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_on_window (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, &error))
    feu_window_show_toast (self, error->message);
}

static void
on_save_requested_cb (FeuWindow *self)
{
  feu_window_save (self);
}

static void
connect_view (FeuWindow *self)
{
  FeuDocument             *document = feu_article_view_get_document (self->view);
  FeuPipeline             *pipeline = feu_article_view_get_pipeline (self->view);
  static const char *const properties[] = { "notify::file",
                                            "notify::modified",
                                            "notify::busy" };

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_object (document,
                             properties[i],
                             G_CALLBACK (on_title_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (pipeline,
                           "article-changed",
                           G_CALLBACK (on_title_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view,
                           "link-activated",
                           G_CALLBACK (on_link_activated_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view,
                           "save-requested",
                           G_CALLBACK (on_save_requested_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
on_maximized_changed_cb (FeuWindow *self)
{
  g_settings_set_boolean (self->services->settings,
                          "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
feu_window_delete_event (GtkWidget *widget, GdkEventAny *event)
{
  FeuWindow *self = FEU_WINDOW (widget);

  if (feu_window_hold_close (self))
    return GDK_EVENT_STOP;
  feu_article_view_discard_draft (self->view);
  return GDK_EVENT_PROPAGATE;
}

/* Remembers the size of a window that is neither maximized nor tiled. */
static void
feu_window_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  FeuWindow *self = FEU_WINDOW (widget);
  int        width, height;

  GTK_WIDGET_CLASS (feu_window_parent_class)->size_allocate (widget, allocation);
  if (!gtk_widget_get_mapped (widget) || gtk_window_is_maximized (GTK_WINDOW (self)))
    return;
  gtk_window_get_size (GTK_WINDOW (self), &width, &height);
  if (width != g_settings_get_int (self->services->settings, "window-width"))
    g_settings_set_int (self->services->settings, "window-width", width);
  if (height != g_settings_get_int (self->services->settings, "window-height"))
    g_settings_set_int (self->services->settings, "window-height", height);
}

static void
feu_window_dispose (GObject *object)
{
  FeuWindow *self = FEU_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->toast_timeout_id, g_source_remove);
  g_clear_handle_id (&self->offer_id, g_source_remove);
  g_clear_weak_pointer (&self->publish_dialog);
  G_OBJECT_CLASS (feu_window_parent_class)->dispose (object);
}

static void
feu_window_class_init (FeuWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_window_dispose;
  widget_class->delete_event = feu_window_delete_event;
  widget_class->size_allocate = feu_window_size_allocate;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FeuWindow, content);
  gtk_widget_class_bind_template_child (widget_class, FeuWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FeuWindow, toast);
  gtk_widget_class_bind_template_child (widget_class, FeuWindow, toast_label);
}

static void
feu_window_init (FeuWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
feu_window_new (GtkApplication *application, FeuServices *services)
{
  FeuWindow *self = g_object_new (FEU_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = services->settings;

  self->services = services;
  self->view = FEU_ARTICLE_VIEW (feu_article_view_new (services));
  gtk_box_pack_start (self->content, GTK_WIDGET (self->view), TRUE, TRUE, 0);
  gtk_widget_show (GTK_WIDGET (self->view));
  g_settings_bind (
      settings, "view-mode", self->view, "view-mode", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (
      settings, "side-panel", self->view, "side-panel", G_SETTINGS_BIND_DEFAULT);
  connect_view (self);
  feu_window_add_actions (self);
  feu_window_plan_offer (self);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect (
      self, "notify::is-maximized", G_CALLBACK (on_maximized_changed_cb), NULL);
  feu_window_update_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (feu_article_view_get_editor (self->view)));
  return GTK_WIDGET (self);
}

FeuArticleView *
feu_window_get_article_view (FeuWindow *self)
{
  g_return_val_if_fail (FEU_IS_WINDOW (self), NULL);
  return self->view;
}
