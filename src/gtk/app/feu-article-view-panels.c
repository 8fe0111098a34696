/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side panel's pages and the status bar, and what they ask for.
 */
#include "config.h"

#include "feu-article-view-private.h"

#include "feu-author-dialog.h"
#include "feu-status-bar.h"

#include <glib/gi18n.h>

static void
show_editor (FeuArticleView *self)
{
  if (g_str_equal (self->view_mode, "preview"))
    g_object_set (self, "view-mode", "both", NULL);
}

static void
on_edit_author_cb (FeuArticleView *self, const char *name)
{
  GFile *file = feu_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  feu_author_dialog_show (GTK_WINDOW (window), self->services->authors, name, folder);
}

static void
on_image_activated_cb (FeuArticleView *self, guint64 offset_bytes)
{
  show_editor (self);
  feu_editor_go_to (self->editor, (gsize) offset_bytes);
}

static void
on_locate_cb (FeuArticleView *self, guint line, guint column)
{
  show_editor (self);
  feu_editor_go_to_line (self->editor, line, column);
}

gsize
feu_article_view_get_caret_bytes (FeuArticleView *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter    caret;

  gtk_text_buffer_get_iter_at_mark (
      buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return feu_buffer_get_offset_bytes (self->buffer, &caret);
}

static void
on_image_insert_cb (FeuArticleView *self, const char *src)
{
  feu_images_panel_insert_figure (
      self->images_panel, src, feu_article_view_get_caret_bytes (self));
}

static void
add_pages (FeuArticleView *self)
{
  FeuTextSource *source = FEU_TEXT_SOURCE (self->buffer);

  self->article_panel = FEU_ARTICLE_PANEL (feu_article_panel_new (
      self->pipeline, source, self->services->authors, self->services->terms));
  self->images_panel = FEU_IMAGES_PANEL (feu_images_panel_new (self->pipeline, source));
  feu_side_panel_add_page (
      self->side_panel, GTK_WIDGET (self->article_panel), "article", _ ("Article"));
  feu_side_panel_add_page (
      self->side_panel, GTK_WIDGET (self->images_panel), "images", _ ("Images"));
  g_signal_connect_object (self->article_panel,
                           "edit-author",
                           G_CALLBACK (on_edit_author_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->article_panel,
                           "save-requested",
                           G_CALLBACK (feu_article_view_request_save),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->article_panel,
                           "locate",
                           G_CALLBACK (on_locate_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->images_panel, "locate", G_CALLBACK (on_locate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->images_panel,
                           "save-requested",
                           G_CALLBACK (feu_article_view_request_save),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->images_panel,
                           "insert-requested",
                           G_CALLBACK (on_image_insert_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->images_panel,
                           "image-activated",
                           G_CALLBACK (on_image_activated_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
add_status_bar (FeuArticleView *self)
{
  GtkWidget *bar = feu_status_bar_new (self->pipeline);

  gtk_box_pack_end (GTK_BOX (self), bar, FALSE, FALSE, 0);
  gtk_widget_show (bar);
  g_signal_connect_object (
      bar, "locate", G_CALLBACK (on_locate_cb), self, G_CONNECT_SWAPPED);
}

void
feu_article_view_add_panels (FeuArticleView *self)
{
  add_pages (self);
  add_status_bar (self);
}
