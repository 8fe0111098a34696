/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * gdk_pixbuf_get_file_info() gives the stored size. Cameras store a photo as the sensor
 * lay and note the turn beside it; only a loader tells that note, so a JPEG is fed to
 * one until the note is known, with the smallest output asked for.
 */
#include "config.h"

#include "feu-image-header.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <string.h>

/* The note comes in the first segment, at most 64 KiB behind others as large. */
#define MAX_JPEG_HEADER_BYTES (512 * 1024)
#define CHUNK_BYTES 8192

static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  gdk_pixbuf_loader_set_size (loader, 1, 1);
}

/* EXIF orientations 5 to 8 swap width and height. */
static gboolean
is_turned (GdkPixbuf *pixbuf)
{
  const char *orientation = gdk_pixbuf_get_option (pixbuf, "orientation");
  return orientation != NULL && *orientation >= '5' && *orientation <= '8';
}

static gboolean
jpeg_is_turned (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  if (stream == NULL)
    return FALSE;
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), NULL);

  guchar chunk[CHUNK_BYTES];
  gsize  n_fed = 0;
  while (n_fed < MAX_JPEG_HEADER_BYTES && gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    {
      gssize n_read = g_input_stream_read (
          G_INPUT_STREAM (stream), chunk, sizeof chunk, NULL, NULL);
      if (n_read <= 0 || !gdk_pixbuf_loader_write (loader, chunk, (gsize) n_read, NULL))
        break;
      n_fed += (gsize) n_read;
    }
  /* Small files are only looked at when closing. For others the rest was not wanted:
   * that the data ends early is no error here. */
  gdk_pixbuf_loader_close (loader, NULL);
  GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL && is_turned (pixbuf);
}

/* Formats for which gdk-pixbuf has loaders of others only, so that theirs missing does
 * not make a good image look broken. */
static gboolean
is_web_format (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char  start[16] = { 0 };
  gsize n_read = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (
          G_INPUT_STREAM (stream), start, sizeof start, &n_read, NULL, NULL) ||
      n_read < sizeof start)
    return FALSE;
  return (memcmp (start, "RIFF", 4) == 0 && memcmp (start + 8, "WEBP", 4) == 0) ||
         memcmp (start + 4, "ftypavif", 8) == 0;
}

gboolean
feu_image_header_read (const char *path, FeuImageHeader *out_header)
{
  g_return_val_if_fail (path != NULL && out_header != NULL, FALSE);
  int              width = 0;
  int              height = 0;
  GdkPixbufFormat *format = gdk_pixbuf_get_file_info (path, &width, &height);

  if (format == NULL && is_web_format (path))
    {
      *out_header = (FeuImageHeader){ 0 };
      return TRUE;
    }
  if (format == NULL || width <= 0 || height <= 0)
    return FALSE;
  g_autofree char *name = gdk_pixbuf_format_get_name (format);
  gboolean         turned = g_str_equal (name, "jpeg") && jpeg_is_turned (path);
  out_header->width = turned ? height : width;
  out_header->height = turned ? width : height;
  return TRUE;
}
