/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A newer image cancels the loading of the older; the icon stands until one is there,
 * but a picture is not taken away while its successor loads.
 */
#include "config.h"

#include "feu-thumbnail.h"

struct _FeuThumbnail
{
  GtkImage parent_instance;

  GCancellable *cancellable; /* owned, of the load in flight */
};

G_DEFINE_FINAL_TYPE (FeuThumbnail, feu_thumbnail, GTK_TYPE_IMAGE)

static void
show_icon (FeuThumbnail *self, const char *name)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self), name, GTK_ICON_SIZE_DND);
}

static void
show_pixbuf (FeuThumbnail *self, GdkPixbuf *pixbuf)
{
  int              scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = gdk_cairo_surface_create_from_pixbuf (pixbuf, scale, NULL);
  gtk_image_set_from_surface (GTK_IMAGE (self), surface);
  cairo_surface_destroy (surface);
}

static void
load_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuThumbnail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf =
      feu_thumbnails_load_finish (FEU_THUMBNAILS (source_object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (pixbuf != NULL)
    show_pixbuf (self, pixbuf);
  else
    show_icon (self, "image-x-generic-symbolic");
}

static void
cancel (FeuThumbnail *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static const char *
get_icon (const FeuImageInfo *info)
{
  if (info == NULL)
    return "image-x-generic-symbolic";
  switch (info->state)
    {
    case FEU_IMAGE_OK:
      return "image-x-generic-symbolic";
    case FEU_IMAGE_REMOTE:
      return "network-server-symbolic";
    case FEU_IMAGE_MISSING:
    case FEU_IMAGE_OUTSIDE:
    case FEU_IMAGE_BROKEN:
      return "image-missing-symbolic";
    }
  g_return_val_if_reached ("image-missing-symbolic");
}

void
feu_thumbnail_show_image (FeuThumbnail       *self,
                          FeuThumbnails      *thumbnails,
                          const FeuImageInfo *info,
                          int                 size)
{
  g_return_if_fail (FEU_IS_THUMBNAIL (self) && FEU_IS_THUMBNAILS (thumbnails));
  int pixels = size * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  cancel (self);
  if (info == NULL || info->state != FEU_IMAGE_OK)
    {
      show_icon (self, get_icon (info));
      return;
    }
  g_autoptr (GdkPixbuf) kept = feu_thumbnails_peek (thumbnails, info, pixels);
  if (kept != NULL)
    {
      show_pixbuf (self, kept);
      return;
    }
  if (gtk_image_get_storage_type (GTK_IMAGE (self)) != GTK_IMAGE_SURFACE)
    show_icon (self, get_icon (info));
  self->cancellable = g_cancellable_new ();
  feu_thumbnails_load_async (
      thumbnails, info, pixels, self->cancellable, load_cb, g_object_ref (self));
}

static void
feu_thumbnail_dispose (GObject *object)
{
  cancel (FEU_THUMBNAIL (object));
  G_OBJECT_CLASS (feu_thumbnail_parent_class)->dispose (object);
}

static void
feu_thumbnail_class_init (FeuThumbnailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = feu_thumbnail_dispose;
}

static void
feu_thumbnail_init (FeuThumbnail *self)
{
  show_icon (self, "image-x-generic-symbolic");
}

GtkWidget *
feu_thumbnail_new (void)
{
  return g_object_new (FEU_TYPE_THUMBNAIL, "visible", TRUE, NULL);
}
