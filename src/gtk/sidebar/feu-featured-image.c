/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of the popover is filled when it opens.
 */
#include "config.h"

#include "feu-featured-image.h"

#include "feu-thumbnail.h"

#include <glib/gi18n.h>

#define PREVIEW_SIZE 240
#define ROW_SIZE 48
#define SRC_KEY "feu-src"

struct _FeuFeaturedImage
{
  GtkBox parent_instance;

  /* template */
  FeuThumbnail *thumbnail;
  GtkLabel     *name;
  GtkPopover   *popover;
  GtkWidget    *list_frame;
  GtkListBox   *list;
  GtkWidget    *remove_button;

  /* owned */
  FeuPanelContext *context;
};

G_DEFINE_FINAL_TYPE (FeuFeaturedImage, feu_featured_image, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  SIGNAL_FILE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const FeuImageInfo *
find_lead (FeuFeaturedImage *self)
{
  const GPtrArray *images = feu_panel_context_get_images (self->context);

  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageInfo *info = g_ptr_array_index (images, i);
      if (info->is_lead)
        return info;
    }
  return NULL;
}

static const char *
describe_state (FeuImageState state)
{
  switch (state)
    {
    case FEU_IMAGE_OK:
      return NULL;
    case FEU_IMAGE_MISSING:
      return _ ("The file is missing");
    case FEU_IMAGE_OUTSIDE:
      return _ ("Outside the article’s folder");
    case FEU_IMAGE_REMOTE:
      return _ ("On another site");
    case FEU_IMAGE_BROKEN:
      return _ ("The file cannot be read");
    }
  g_return_val_if_reached (NULL);
}

static void
show_lead (FeuFeaturedImage *self)
{
  const FeuImageInfo *lead = find_lead (self);
  g_autofree char    *name = lead != NULL ? g_path_get_basename (lead->src) : NULL;
  const char         *state = lead != NULL ? describe_state (lead->state) : NULL;
  g_autofree char    *text =
      lead == NULL ? g_strdup (_ ("None. Sites show it above the article and when it "
                                     "is shared."))
         : state != NULL ? g_strdup_printf ("%s\n%s", name, state)
                         : g_strdup (name);

  gtk_label_set_text (self->name, text);
  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), lead != NULL);
  gtk_widget_set_visible (self->remove_button, lead != NULL);
  feu_thumbnail_show_image (self->thumbnail,
                            feu_panel_context_get_thumbnails (self->context),
                            lead,
                            PREVIEW_SIZE);
}

static void
add_row (FeuFeaturedImage *self, const FeuImageInfo *info)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *thumbnail = feu_thumbnail_new ();
  g_autofree char *name = g_path_get_basename (info->src);
  GtkWidget       *label = gtk_label_new (name);

  gtk_container_set_border_width (GTK_CONTAINER (box), 6);
  gtk_widget_set_size_request (thumbnail, ROW_SIZE, ROW_SIZE);
  feu_thumbnail_show_image (FEU_THUMBNAIL (thumbnail),
                            feu_panel_context_get_thumbnails (self->context),
                            info,
                            ROW_SIZE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_container_add (GTK_CONTAINER (box), thumbnail);
  gtk_box_pack_start (GTK_BOX (box), label, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (row), box);
  g_object_set_data_full (G_OBJECT (row), SRC_KEY, g_strdup (info->src), g_free);
  gtk_widget_show_all (row);
  gtk_container_add (GTK_CONTAINER (self->list), row);
}

static void
on_popover_show_cb (FeuFeaturedImage *self)
{
  const GPtrArray *images = feu_panel_context_get_images (self->context);
  guint            n_rows = 0;

  gtk_container_foreach (
      GTK_CONTAINER (self->list), (GtkCallback) gtk_widget_destroy, NULL);
  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageInfo *info = g_ptr_array_index (images, i);
      if (info->state != FEU_IMAGE_OK)
        continue;
      add_row (self, info);
      n_rows++;
    }
  gtk_widget_set_visible (self->list_frame, n_rows > 0);
}

static void
on_row_activated_cb (FeuFeaturedImage *self, GtkListBoxRow *row)
{
  g_autofree char *src = g_strdup (g_object_get_data (G_OBJECT (row), SRC_KEY));
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, src);
}

static void
on_file_clicked_cb (FeuFeaturedImage *self)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_FILE_REQUESTED], 0);
}

static void
on_remove_clicked_cb (FeuFeaturedImage *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, "");
}

static void
feu_featured_image_dispose (GObject *object)
{
  FeuFeaturedImage *self = FEU_FEATURED_IMAGE (object);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (feu_featured_image_parent_class)->dispose (object);
}

static void
feu_featured_image_class_init (FeuFeaturedImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_featured_image_dispose;
  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         FEU_TYPE_FEATURED_IMAGE,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
  signals[SIGNAL_FILE_REQUESTED] = g_signal_new ("file-requested",
                                                 FEU_TYPE_FEATURED_IMAGE,
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 0);
  g_type_ensure (FEU_TYPE_THUMBNAIL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-featured-image.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuFeaturedImage, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, FeuFeaturedImage, name);
  gtk_widget_class_bind_template_child (widget_class, FeuFeaturedImage, popover);
  gtk_widget_class_bind_template_child (widget_class, FeuFeaturedImage, list_frame);
  gtk_widget_class_bind_template_child (widget_class, FeuFeaturedImage, list);
  gtk_widget_class_bind_template_child (widget_class, FeuFeaturedImage, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_file_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
feu_featured_image_init (FeuFeaturedImage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
feu_featured_image_new (void)
{
  return g_object_new (FEU_TYPE_FEATURED_IMAGE, NULL);
}

void
feu_featured_image_set_context (FeuFeaturedImage *self, FeuPanelContext *context)
{
  g_return_if_fail (FEU_IS_FEATURED_IMAGE (self) && self->context == NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (
      context, "images-changed", G_CALLBACK (show_lead), self, G_CONNECT_SWAPPED);
  show_lead (self);
}
