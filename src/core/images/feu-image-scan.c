/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells kinds apart by how files begin, never by their names, and reads the sizes of
 * those kinds that are decoded in any case.
 */
#include "config.h"

#include "feu-image-scan-private.h"

#include <string.h>

#define SVG_SEARCH_BYTES 8192
#define HEIF_SEARCH_BYTES (1024 * 1024)
#define HEIF_MAX_BRANDS 32

#define TAG_SUBFILE_TYPE 0x00fe
#define TAG_WIDTH 0x0100
#define TAG_HEIGHT 0x0101

void
feu_image_walk_put (FeuImageWalk *self, const guchar *data, gsize length)
{
  if (self->copy == NULL)
    {
      self->copy = g_byte_array_sized_new ((guint) MIN (self->length, G_MAXUINT / 2));
      g_byte_array_append (self->copy, self->data, (guint) self->kept_until);
    }
  g_byte_array_append (self->copy, data, (guint) length);
}

void
feu_image_walk_keep (FeuImageWalk *self, gsize start, gsize end)
{
  if (self->copy == NULL && start == self->kept_until)
    self->kept_until = end;
  else if (start < end)
    feu_image_walk_put (self, self->data + start, end - start);
}

static gboolean
begins_with (const guchar *data, gsize length, gsize at, const char *magic)
{
  gsize magic_length = strlen (magic);
  return length >= at + magic_length && memcmp (data + at, magic, magic_length) == 0;
}

/* The main brand may be a general one; then those it is compatible with tell. */
static FeuImageKind
find_heif_kind (const guchar *data, gsize length)
{
  FeuImageKind kind = FEU_IMAGE_KIND_UNKNOWN;
  gsize        box_length = (gsize) data[2] << 8 | data[3];

  for (gsize at = 8; at + 4 <= MIN (length, box_length) && at < 8 + 4 * HEIF_MAX_BRANDS;
       at += 4)
    {
      const char *brand = (const char *) data + at;
      if (memcmp (brand, "avif", 4) == 0 || memcmp (brand, "avis", 4) == 0)
        return FEU_IMAGE_KIND_AVIF;
      if (memcmp (brand, "he", 2) == 0 || memcmp (brand, "mif1", 4) == 0 ||
          memcmp (brand, "msf1", 4) == 0)
        kind = FEU_IMAGE_KIND_HEIF;
    }
  return kind;
}

static gboolean
is_svg (const guchar *data, gsize length)
{
  gsize at = begins_with (data, length, 0, "\xef\xbb\xbf") ? 3 : 0;

  while (at < length && g_ascii_isspace (data[at]))
    at++;
  return at < length && data[at] == '<' &&
         g_strstr_len ((const char *) data,
                       (gssize) MIN (length, SVG_SEARCH_BYTES),
                       "<svg") != NULL;
}

static FeuImageKind
find_kind (const guchar *data, gsize length)
{
  if (length < 12)
    return FEU_IMAGE_KIND_UNKNOWN;
  if (begins_with (data, length, 0, "\xff\xd8\xff"))
    return FEU_IMAGE_KIND_JPEG;
  if (begins_with (data, length, 0, "\x89PNG\r\n\x1a\n"))
    return FEU_IMAGE_KIND_PNG;
  if (begins_with (data, length, 0, "GIF87a") ||
      begins_with (data, length, 0, "GIF89a"))
    return FEU_IMAGE_KIND_GIF;
  if (begins_with (data, length, 0, "RIFF") && begins_with (data, length, 8, "WEBP"))
    return FEU_IMAGE_KIND_WEBP;
  if (begins_with (data, length, 4, "ftyp"))
    return find_heif_kind (data, length);
  if (memcmp (data, "II*\0", 4) == 0 || memcmp (data, "MM\0*", 4) == 0)
    return FEU_IMAGE_KIND_TIFF;
  if (begins_with (data, length, 0, "BM") && memcmp (data + 6, "\0\0\0\0", 4) == 0)
    return FEU_IMAGE_KIND_BMP;
  return is_svg (data, length) ? FEU_IMAGE_KIND_SVG : FEU_IMAGE_KIND_UNKNOWN;
}

static void
read_tiff (const guchar *data, gsize length, FeuImageScan *scan)
{
  guint32 width = 0;
  guint32 height = 0;
  guint32 value = 0;

  feu_image_exif_find (data, length, TAG_WIDTH, &width);
  feu_image_exif_find (data, length, TAG_HEIGHT, &height);
  scan->width = (int) MIN (width, G_MAXINT);
  scan->height = (int) MIN (height, G_MAXINT);
  /* Raw files are TIFF files whose first picture is a small one to look at. */
  scan->is_raw = begins_with (data, length, 8, "CR") ||
                 (feu_image_exif_find (data, length, TAG_SUBFILE_TYPE, &value) &&
                  (value & 1) != 0);
}

/* The loader makes up the pixels that are missing, so here is where it is found. */
static gboolean
bmp_is_whole (const guchar *data, gsize length, gint64 width, gint64 height)
{
  guint   depth = data[28] | (guint) data[29] << 8;
  guint32 compression = 0;
  guint32 start = 0;

  memcpy (&compression, data + 30, sizeof compression);
  memcpy (&start, data + 10, sizeof start);
  compression = GUINT32_FROM_LE (compression);
  if (compression != 0 && compression != 3)
    return TRUE;
  gint64 row = (width * MIN (depth, 32) + 31) / 32 * 4;
  return height <= (gint64) length &&
         GUINT32_FROM_LE (start) + row * height <= (gint64) length;
}

static void
read_bmp (const guchar *data, gsize length, FeuImageScan *scan)
{
  gint32 width = 0;
  gint32 height = 0;

  if (length < 34)
    return;
  if (data[14] == 12) /* the header of OS/2 has short numbers */
    {
      scan->width = data[18] | data[19] << 8;
      scan->height = data[20] | data[21] << 8;
      return;
    }
  memcpy (&width, data + 18, sizeof width);
  memcpy (&height, data + 22, sizeof height);
  width = GINT32_FROM_LE (width);
  height = GINT32_FROM_LE (height);
  height = height == G_MININT32 ? G_MAXINT : ABS (height);
  if (width <= 0 || !bmp_is_whole (data, length, width, height))
    return;
  scan->width = width;
  scan->height = height;
}

/* The largest of the pictures in it (tiles, thumbnail, the whole), each of which has a
 * box of its own for its size. */
static void
read_heif (const guchar *data, gsize length, FeuImageScan *scan)
{
  const guchar *end = data + MIN (length, HEIF_SEARCH_BYTES);
  gint64        largest = 0;

  for (const guchar *at = data;
       (at = memmem (at, (gsize) (end - at), "ispe", 4)) != NULL && end - at >= 16;
       at += 4)
    {
      gint64 width = (gint64) at[8] << 24 | at[9] << 16 | at[10] << 8 | at[11];
      gint64 height = (gint64) at[12] << 24 | at[13] << 16 | at[14] << 8 | at[15];
      if (width > G_MAXINT || height > G_MAXINT || width * height <= largest)
        continue;
      largest = width * height;
      scan->width = (int) width;
      scan->height = (int) height;
    }
}

static GBytes *
take_clean (FeuImageWalk *walk, GBytes *bytes)
{
  if (walk->copy != NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&walk->copy));
  if (walk->kept_until == walk->length)
    return g_bytes_ref (bytes);
  return g_bytes_new_from_bytes (bytes, 0, walk->kept_until);
}

FeuImageScan
feu_image_scan (GBytes *bytes)
{
  FeuImageScan scan = { .orientation = 1 };
  FeuImageWalk walk = { 0 };
  gboolean     is_whole = FALSE;

  g_return_val_if_fail (bytes != NULL, scan);
  walk.data = g_bytes_get_data (bytes, &walk.length);
  scan.kind = find_kind (walk.data, walk.length);
  switch (scan.kind)
    {
    case FEU_IMAGE_KIND_JPEG:
      is_whole = feu_image_walk_jpeg (&walk, &scan);
      break;
    case FEU_IMAGE_KIND_PNG:
      is_whole = feu_image_walk_png (&walk, &scan);
      break;
    case FEU_IMAGE_KIND_GIF:
      is_whole = feu_image_walk_gif (&walk, &scan);
      break;
    case FEU_IMAGE_KIND_WEBP:
      is_whole = feu_image_walk_webp (&walk, &scan);
      break;
    case FEU_IMAGE_KIND_AVIF:
    case FEU_IMAGE_KIND_HEIF:
      read_heif (walk.data, walk.length, &scan);
      break;
    case FEU_IMAGE_KIND_TIFF:
      read_tiff (walk.data, walk.length, &scan);
      break;
    case FEU_IMAGE_KIND_BMP:
      read_bmp (walk.data, walk.length, &scan);
      break;
    case FEU_IMAGE_KIND_SVG:
    case FEU_IMAGE_KIND_UNKNOWN:
      break;
    }
  if (is_whole)
    scan.clean = take_clean (&walk, bytes);
  g_clear_pointer (&walk.copy, g_byte_array_unref);
  return scan;
}

void
feu_image_scan_clear (FeuImageScan *self)
{
  g_clear_pointer (&self->clean, g_bytes_unref);
}
