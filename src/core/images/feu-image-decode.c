/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few bytes can claim to be gigabytes of pixels, so what a file says of its size is
 * judged before a loader sees it, and the size that the loader finds is judged again.
 */
#include "config.h"

#include "feu-image-decode.h"

#include "feu-image-import.h"
#include "feu-image-png-profile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK_BYTES (256 * 1024)
#define SVG_MAX_BYTES (20 * 1000 * 1000)
#define SVG_MAX_PX 4096
#define SVG_SCALE 2

/* 4 bytes a pixel at most. */
#define MAX_PIXELS ((gint64) 100 * 1000 * 1000)
/* Of a JPEG that is made smaller while it is read, never the whole is in memory. */
#define MAX_PIXELS_SCALED ((gint64) 400 * 1000 * 1000)

typedef struct
{
  FeuImageKind kind;
  int          max_px;
  gint64       max_pixels;
  gboolean     is_too_large;
} SizeRules;

static const char *
get_mime_type (FeuImageKind kind)
{
  switch (kind)
    {
    case FEU_IMAGE_KIND_JPEG:
      return "image/jpeg";
    case FEU_IMAGE_KIND_PNG:
      return "image/png";
    case FEU_IMAGE_KIND_GIF:
      return "image/gif";
    case FEU_IMAGE_KIND_WEBP:
      return "image/webp";
    case FEU_IMAGE_KIND_AVIF:
      return "image/avif";
    case FEU_IMAGE_KIND_HEIF:
      return "image/heic";
    case FEU_IMAGE_KIND_TIFF:
      return "image/tiff";
    case FEU_IMAGE_KIND_BMP:
      return "image/bmp";
    case FEU_IMAGE_KIND_SVG:
      return "image/svg+xml";
    case FEU_IMAGE_KIND_UNKNOWN:
      break;
    }
  g_return_val_if_reached ("");
}

static void
fit (int *width, int *height, int max_px)
{
  int longest = MAX (*width, *height);

  if (max_px <= 0 || longest <= max_px)
    return;
  double factor = (double) max_px / longest;
  *width = MAX (1, (int) (*width * factor + 0.5));
  *height = MAX (1, (int) (*height * factor + 0.5));
}

static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer user_data)
{
  SizeRules *rules = user_data;
  int        wanted_width = width;
  int        wanted_height = height;

  if (rules->kind == FEU_IMAGE_KIND_SVG)
    {
      wanted_width = MIN (MAX (width, 1), G_MAXINT / SVG_SCALE) * SVG_SCALE;
      wanted_height = MIN (MAX (height, 1), G_MAXINT / SVG_SCALE) * SVG_SCALE;
      fit (&wanted_width, &wanted_height, SVG_MAX_PX);
    }
  else if ((gint64) width * height > rules->max_pixels)
    {
      rules->is_too_large = TRUE;
      wanted_width = 0; /* makes loaders stop here */
      wanted_height = 0;
    }
  else if (rules->kind != FEU_IMAGE_KIND_JPEG)
    return;
  fit (&wanted_width, &wanted_height, rules->max_px);
  if (wanted_width != width || wanted_height != height)
    gdk_pixbuf_loader_set_size (loader, wanted_width, wanted_height);
}

static gboolean
feed (GdkPixbufLoader *loader,
      const SizeRules *rules,
      GBytes          *bytes,
      GCancellable    *cancellable,
      GError         **error)
{
  gsize         length = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at < length && !rules->is_too_large; at += CHUNK_BYTES)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !gdk_pixbuf_loader_write (
            loader, data + at, MIN (CHUNK_BYTES, length - at), error))
      {
        gdk_pixbuf_loader_close (loader, NULL);
        return FALSE;
      }
  return gdk_pixbuf_loader_close (loader, error);
}

static gint64
get_max_pixels (const FeuImageScan *scan, int max_px)
{
  gboolean is_scaled =
      scan->kind == FEU_IMAGE_KIND_JPEG && !scan->is_progressive && max_px > 0;
  return is_scaled ? MAX_PIXELS_SCALED : MAX_PIXELS;
}

gboolean
feu_image_scan_is_too_large (const FeuImageScan *scan, int max_px)
{
  g_return_val_if_fail (scan != NULL, TRUE);
  return (gint64) scan->width * scan->height > get_max_pixels (scan, max_px);
}

void
feu_image_set_too_large (const char *name, GError **error)
{
  g_set_error (error,
               FEU_IMAGE_ERROR,
               FEU_IMAGE_ERROR_TOO_LARGE,
               _ ("“%s” has more pixels than can be handled (100 million). Save a "
                  "smaller version and use that one."),
               name);
}

void
feu_image_set_damaged (const char *name, GError **error)
{
  g_set_error (error,
               FEU_IMAGE_ERROR,
               FEU_IMAGE_ERROR_DAMAGED,
               _ ("“%s” is damaged: part of the picture is missing. Copy or export it "
                  "again from where it came from."),
               name);
}

static GdkPixbufLoader *
new_loader (FeuImageKind kind, const char *name, GError **error)
{
  GdkPixbufLoader *loader =
      gdk_pixbuf_loader_new_with_mime_type (get_mime_type (kind), NULL);

  if (loader == NULL)
    g_set_error (error,
                 FEU_IMAGE_ERROR,
                 FEU_IMAGE_ERROR_UNSUPPORTED,
                 _ ("“%s” is of a kind (%s) that this computer cannot read. Save it as "
                    "JPEG or PNG and use that one."),
                 name,
                 get_mime_type (kind));
  return loader;
}

/* Only a profile for what the pixels now are would not make colours wrong. */
static gboolean
is_rgb_profile (const char *base64)
{
  gsize              length = 0;
  g_autofree guchar *profile = g_base64_decode (base64, &length);

  return length >= 128 && memcmp (profile + 16, "RGB ", 4) == 0 &&
         memcmp (profile + 36, "acsp", 4) == 0;
}

static void
copy_profile (GdkPixbuf *from, GdkPixbuf *to)
{
  const char *profile = gdk_pixbuf_get_option (from, "icc-profile");

  if (profile != NULL && is_rgb_profile (profile))
    gdk_pixbuf_set_option (to, "icc-profile", profile);
}

static void
copy_options (GdkPixbuf *from, GdkPixbuf *to)
{
  const char *orientation = gdk_pixbuf_get_option (from, "orientation");

  copy_profile (from, to);
  if (orientation != NULL)
    gdk_pixbuf_set_option (to, "orientation", orientation);
}

static gboolean
is_opaque (GdkPixbuf *pixbuf)
{
  int           width = gdk_pixbuf_get_width (pixbuf);
  int           height = gdk_pixbuf_get_height (pixbuf);
  gsize         stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return TRUE;
  for (int y = 0; y < height; y++)
    {
      const guint8 *row = pixels + (gsize) y * stride;
      for (int x = 0; x < width; x++)
        if (row[4 * x + 3] != 0xff)
          return FALSE;
    }
  return TRUE;
}

/* In place of a pixbuf without its unused alpha, as libraries offer no such call. */
static GdkPixbuf *
dup_without_alpha (GdkPixbuf *pixbuf)
{
  int           width = gdk_pixbuf_get_width (pixbuf);
  int           height = gdk_pixbuf_get_height (pixbuf);
  GdkPixbuf    *plain = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  const guint8 *from = gdk_pixbuf_read_pixels (pixbuf);

  if (plain == NULL)
    return NULL;
  guint8 *to = gdk_pixbuf_get_pixels (plain);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      memcpy (to + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (plain) + 3 * (gsize) x,
              from + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf) +
                  4 * (gsize) x,
              3);
  return plain;
}

GdkPixbuf *
feu_image_scale_down (GdkPixbuf *pixbuf, int max_px)
{
  g_return_val_if_fail (GDK_IS_PIXBUF (pixbuf), NULL);
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);

  fit (&width, &height, max_px);
  if (width == gdk_pixbuf_get_width (pixbuf) &&
      height == gdk_pixbuf_get_height (pixbuf))
    return g_object_ref (pixbuf);
  GdkPixbuf *scaled =
      gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR);
  if (scaled != NULL)
    copy_options (pixbuf, scaled);
  return scaled;
}

/* Loaders of JPEG and TIFF tell how to turn; those of HEIF and AVIF have turned; for
 * the others the scan tells. */
static GdkPixbuf *
turn (GdkPixbuf *pixbuf, const FeuImageScan *scan)
{
  char orientation[] = { (char) ('0' + scan->orientation), '\0' };

  if (scan->kind == FEU_IMAGE_KIND_HEIF || scan->kind == FEU_IMAGE_KIND_AVIF)
    return g_object_ref (pixbuf);
  if (scan->kind != FEU_IMAGE_KIND_TIFF)
    {
      gdk_pixbuf_remove_option (pixbuf, "orientation");
      gdk_pixbuf_set_option (pixbuf, "orientation", orientation);
    }
  GdkPixbuf *turned = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (turned != NULL && turned != pixbuf)
    {
      gdk_pixbuf_remove_option (turned, "icc-profile");
      copy_profile (pixbuf, turned);
    }
  return turned;
}

/* Takes @decoded: what is large and not needed any more is let go at each step. NULL
 * when there is no memory. */
static GdkPixbuf *
finish (GdkPixbuf *decoded, const FeuImageScan *scan, int max_px)
{
  g_autoptr (GdkPixbuf) pixbuf = feu_image_scale_down (decoded, max_px);
  const char *profile = gdk_pixbuf_get_option (decoded, "icc-profile");

  if (pixbuf != NULL && profile != NULL && !is_rgb_profile (profile))
    gdk_pixbuf_remove_option (pixbuf, "icc-profile");
  g_object_unref (decoded);
  g_autoptr (GdkPixbuf) turned = pixbuf != NULL ? turn (pixbuf, scan) : NULL;
  g_clear_object (&pixbuf);
  if (turned == NULL || !gdk_pixbuf_get_has_alpha (turned) || !is_opaque (turned))
    return g_steal_pointer (&turned);
  GdkPixbuf *plain = dup_without_alpha (turned);
  if (plain != NULL)
    copy_profile (turned, plain);
  return plain;
}

GdkPixbuf *
feu_image_decode (GBytes             *bytes,
                  const FeuImageScan *scan,
                  const char         *name,
                  int                 max_px,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_return_val_if_fail (bytes != NULL && scan != NULL && name != NULL, NULL);
  SizeRules rules = {
    .kind = scan->kind,
    .max_px = max_px,
    .max_pixels = get_max_pixels (scan, max_px),
  };

  if (feu_image_scan_is_too_large (scan, max_px) ||
      (scan->kind == FEU_IMAGE_KIND_SVG && g_bytes_get_size (bytes) > SVG_MAX_BYTES))
    {
      feu_image_set_too_large (name, error);
      return NULL;
    }
  if (scan->kind != FEU_IMAGE_KIND_SVG && (scan->width <= 0 || scan->height <= 0))
    {
      feu_image_set_damaged (name, error);
      return NULL;
    }
  g_autoptr (GdkPixbufLoader) loader = new_loader (scan->kind, name, error);
  if (loader == NULL)
    return NULL;
  g_autoptr (GError) load_error = NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), &rules);
  gboolean   is_fed = feed (loader, &rules, bytes, cancellable, &load_error);
  GdkPixbuf *pixbuf = is_fed ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (g_error_matches (load_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&load_error));
      return NULL;
    }
  if (pixbuf == NULL || rules.is_too_large)
    {
      if (rules.is_too_large || g_error_matches (load_error,
                                                 GDK_PIXBUF_ERROR,
                                                 GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
        feu_image_set_too_large (name, error);
      else
        feu_image_set_damaged (name, error);
      return NULL;
    }
  g_object_ref (pixbuf);
  g_clear_object (&loader);
  GdkPixbuf *finished = finish (pixbuf, scan, max_px);
  if (finished == NULL)
    feu_image_set_too_large (name, error);
  return finished;
}

GBytes *
feu_image_encode (GdkPixbuf *pixbuf, int quality, GError **error)
{
  g_return_val_if_fail (GDK_IS_PIXBUF (pixbuf), NULL);
  gboolean         is_jpeg = quality > 0;
  g_autofree char *number = g_strdup_printf ("%d", quality);
  const char      *profile = gdk_pixbuf_get_option (pixbuf, "icc-profile");
  char            *keys[] = { (char *) "quality", (char *) "icc-profile", NULL };
  char            *values[] = { number, (char *) profile, NULL };
  char            *data = NULL;
  gsize            length = 0;

  if (profile == NULL)
    keys[1] = NULL;
  if (!gdk_pixbuf_save_to_bufferv (pixbuf,
                                   &data,
                                   &length,
                                   is_jpeg ? "jpeg" : "png",
                                   is_jpeg ? keys : NULL,
                                   is_jpeg ? values : NULL,
                                   error))
    return NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
  g_auto (FeuImageScan) scan = feu_image_scan (bytes);
  g_return_val_if_fail (scan.clean != NULL, NULL);
  return is_jpeg || profile == NULL ? g_bytes_ref (scan.clean)
                                    : feu_image_png_add_profile (scan.clean, profile);
}
