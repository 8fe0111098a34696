/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the parts together and passes between them; each part knows only the pipeline.
 */
#include "config.h"

#include "feu-article-view-private.h"

enum
{
  PROP_VIEW_MODE = 1,
  PROP_SIDE_PANEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint       save_requested_signal;
static guint       link_activated_signal;

G_DEFINE_FINAL_TYPE (FeuArticleView, feu_article_view, GTK_TYPE_BOX)

static void
set_view_mode (FeuArticleView *self, const char *mode)
{
  gboolean had_focus = gtk_widget_has_focus (GTK_WIDGET (self->editor));

  if (g_strcmp0 (self->view_mode, mode) == 0)
    return;
  g_free (self->view_mode);
  self->view_mode = g_strdup (mode);
  gtk_widget_set_visible (GTK_WIDGET (self->editor_box),
                          !g_str_equal (mode, "preview"));
  gtk_widget_set_visible (GTK_WIDGET (self->preview_box), !g_str_equal (mode, "write"));
  if (g_str_equal (mode, "preview"))
    gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  else if (!had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW_MODE]);
}

/* Not during the allocation itself, where a new position would be forgotten. */
static gboolean
place_split (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FeuArticleView *self = user_data;
  double share = g_settings_get_double (self->services->settings, "split-position");

  self->split_placed = TRUE;
  gtk_paned_set_position (self->paned, (int) (self->paned_width * share));
  return G_SOURCE_REMOVE;
}

/* From the first width on, GtkPaned keeps the share of both sides by itself. */
static void
on_paned_size_allocate_cb (FeuArticleView *self, GtkAllocation *allocation)
{
  if (self->paned_width == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->paned), place_split, self, NULL);
  self->paned_width = allocation->width;
}

/* A position that changed without the width is one that the writer chose. */
static void
on_paned_position_cb (FeuArticleView *self)
{
  int    width = gtk_widget_get_allocated_width (GTK_WIDGET (self->paned));
  double share = (double) gtk_paned_get_position (self->paned) / MAX (width, 1);

  if (self->split_placed && width == self->paned_width && share > 0.1 && share < 0.9 &&
      g_str_equal (self->view_mode, "both"))
    g_settings_set_double (self->services->settings, "split-position", share);
}

static void
on_document_file_cb (FeuArticleView *self)
{
  GFile *file = feu_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  feu_preview_set_article_folder (self->preview, folder);
  feu_article_panel_set_article_folder (self->article_panel, folder);
  feu_images_panel_set_article_folder (self->images_panel, folder);
}

static void
on_preview_link_cb (FeuArticleView *self, const char *uri)
{
  g_signal_emit (self, link_activated_signal, 0, uri);
}

static void
on_message_response_cb (FeuArticleView *self)
{
  gtk_info_bar_set_revealed (self->message_bar, FALSE);
}

static void
add_editor (FeuArticleView *self)
{
  self->editor = FEU_EDITOR (
      feu_editor_new (self->buffer, self->pipeline, self->services->settings));
  self->find_bar = FEU_FIND_BAR (feu_find_bar_new (self->editor));
  gtk_box_pack_start (self->editor_box, GTK_WIDGET (self->find_bar), FALSE, FALSE, 0);
  gtk_box_reorder_child (self->editor_box, GTK_WIDGET (self->find_bar), 0);
  gtk_container_add (GTK_CONTAINER (self->editor_scroll), GTK_WIDGET (self->editor));
  gtk_widget_show (GTK_WIDGET (self->editor));
  gtk_widget_show (GTK_WIDGET (self->find_bar));
}

static void
add_preview (FeuArticleView *self)
{
  g_autoptr (GtkWidget) preview = feu_services_take_preview (self->services);

  self->preview = FEU_PREVIEW (preview);
  feu_preview_follow (self->preview, self->pipeline, self->services->authors);
  gtk_box_pack_start (self->preview_box, GTK_WIDGET (self->preview), TRUE, TRUE, 0);
  gtk_widget_show (GTK_WIDGET (self->preview));
  g_signal_connect_object (self->preview,
                           "link-activated",
                           G_CALLBACK (on_preview_link_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
feu_article_view_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  FeuArticleView *self = FEU_ARTICLE_VIEW (object);

  if (id == PROP_VIEW_MODE)
    g_value_set_string (value, self->view_mode);
  else if (id == PROP_SIDE_PANEL)
    g_value_set_boolean (value, hdy_flap_get_reveal_flap (self->flap));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
feu_article_view_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  FeuArticleView *self = FEU_ARTICLE_VIEW (object);

  if (id == PROP_VIEW_MODE)
    set_view_mode (self, g_value_get_string (value));
  else if (id == PROP_SIDE_PANEL)
    hdy_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
on_flap_reveal_cb (FeuArticleView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_PANEL]);
}

static void
feu_article_view_dispose (GObject *object)
{
  FeuArticleView *self = FEU_ARTICLE_VIEW (object);

  g_clear_object (&self->draft_writer);
  g_clear_object (&self->document);
  g_clear_object (&self->pipeline);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (feu_article_view_parent_class)->dispose (object);
}

static void
feu_article_view_finalize (GObject *object)
{
  FeuArticleView *self = FEU_ARTICLE_VIEW (object);

  g_free (self->view_mode);
  G_OBJECT_CLASS (feu_article_view_parent_class)->finalize (object);
}

static void
install_signals (FeuArticleViewClass *klass)
{
  save_requested_signal = g_signal_new ("save-requested",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        0);
  link_activated_signal = g_signal_new ("link-activated",
                                        G_TYPE_FROM_CLASS (klass),
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
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/org/feuillet/Feuillet/ui/feu-article-view.ui");
  gtk_widget_class_bind_template_child (klass, FeuArticleView, message_bar);
  gtk_widget_class_bind_template_child (klass, FeuArticleView, message_title);
  gtk_widget_class_bind_template_child (klass, FeuArticleView, message_text);
  gtk_widget_class_bind_template_child (klass, FeuArticleView, flap);
  gtk_widget_class_bind_template_child (klass, FeuArticleView, paned);
  gtk_widget_class_bind_template_child (klass, FeuArticleView, editor_box);
  gtk_widget_class_bind_template_child (klass, FeuArticleView, editor_scroll);
  gtk_widget_class_bind_template_child (klass, FeuArticleView, preview_box);
  gtk_widget_class_bind_template_child (klass, FeuArticleView, side_panel);
  gtk_widget_class_bind_template_callback (klass, on_message_response_cb);
}

static void
feu_article_view_class_init (FeuArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_article_view_dispose;
  object_class->finalize = feu_article_view_finalize;
  object_class->get_property = feu_article_view_get_property;
  object_class->set_property = feu_article_view_set_property;
  properties[PROP_VIEW_MODE] = g_param_spec_string (
      "view-mode",
      NULL,
      NULL,
      "both",
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SIDE_PANEL] = g_param_spec_boolean (
      "side-panel",
      NULL,
      NULL,
      TRUE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (klass);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
feu_article_view_init (FeuArticleView *self)
{
  self->view_mode = g_strdup ("both");
  g_type_ensure (FEU_TYPE_SIDE_PANEL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = feu_buffer_new ();
  self->document = feu_document_new (FEU_TEXT_SOURCE (self->buffer));
  self->pipeline = feu_pipeline_new (FEU_TEXT_SOURCE (self->buffer));
}

GtkWidget *
feu_article_view_new (FeuServices *services)
{
  FeuArticleView *self = g_object_new (FEU_TYPE_ARTICLE_VIEW, NULL);

  self->services = services;
  /* The preview first: its process starts while the rest is made. */
  add_preview (self);
  add_editor (self);
  feu_article_view_add_panels (self);
  feu_article_view_add_draft (self);
  g_signal_connect_object (self->document,
                           "notify::file",
                           G_CALLBACK (on_document_file_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned,
                           "size-allocate",
                           G_CALLBACK (on_paned_size_allocate_cb),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->paned,
                           "notify::position",
                           G_CALLBACK (on_paned_position_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap,
                           "notify::reveal-flap",
                           G_CALLBACK (on_flap_reveal_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

FeuDocument *
feu_article_view_get_document (FeuArticleView *self)
{
  return self->document;
}

FeuPipeline *
feu_article_view_get_pipeline (FeuArticleView *self)
{
  return self->pipeline;
}

FeuBuffer *
feu_article_view_get_buffer (FeuArticleView *self)
{
  return self->buffer;
}

FeuEditor *
feu_article_view_get_editor (FeuArticleView *self)
{
  return self->editor;
}

FeuPreview *
feu_article_view_get_preview (FeuArticleView *self)
{
  return self->preview;
}

void
feu_article_view_request_save (FeuArticleView *self)
{
  g_signal_emit (self, save_requested_signal, 0);
}

FeuFindBar *
feu_article_view_get_find_bar (FeuArticleView *self)
{
  return self->find_bar;
}

gboolean
feu_article_view_is_pristine (FeuArticleView *self)
{
  return feu_document_get_file (self->document) == NULL &&
         gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self->buffer)) == 0;
}

void
feu_article_view_start (FeuArticleView *self)
{
  g_autoptr (FeuArticle) article = feu_pipeline_dup_current_article (self->pipeline);

  feu_fold_place_caret_on_body (feu_editor_get_fold (self->editor));
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

void
feu_article_view_flush (FeuArticleView *self)
{
  feu_article_panel_flush (self->article_panel);
  feu_images_panel_flush (self->images_panel);
}

void
feu_article_view_show_message (FeuArticleView *self,
                               const char     *title,
                               const char     *text)
{
  gtk_label_set_text (self->message_title, title);
  gtk_label_set_text (self->message_text, text);
  gtk_info_bar_set_revealed (self->message_bar, TRUE);
}
