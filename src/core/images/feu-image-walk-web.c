/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PNG, GIF and WebP are rows of chunks that say what they are and how long: those are
 * kept that pixels, colours or the animation need.
 */
#include "config.h"

#include "feu-image-scan-private.h"

#include <string.h>

#define PNG_SIGNATURE_BYTES 8
#define PNG_CHUNK_EXTRA_BYTES 12 /* length, name, checksum */
#define GIF_HEADER_BYTES 13
#define GIF_IMAGE_BYTES 10
#define WEBP_HEADER_BYTES 12
#define WEBP_CHUNK_BYTES 8
#define WEBP_FLAG_ANIMATION 0x02
#define WEBP_FLAGS_METADATA 0x0c

static guint32
read_32_be (const guchar *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static guint32
read_le (const guchar *at, int n_bytes)
{
  guint32 value = 0;

  for (int i = n_bytes - 1; i >= 0; i--)
    value = value << 8 | at[i];
  return value;
}

static gboolean
is_one_of (const guchar *name, const char *const *names)
{
  for (; *names != NULL; names++)
    if (memcmp (name, *names, 4) == 0)
      return TRUE;
  return FALSE;
}

/* Chunks that decoding needs have a capital first letter. */
static gboolean
is_kept_in_png (const guchar *name)
{
  static const char *const kept[] = { "tRNS", "gAMA", "cHRM", "sRGB", "iCCP",
                                      "sBIT", "bKGD", "pHYs", "cICP", "mDCV",
                                      "cLLI", "acTL", "fcTL", "fdAT", NULL };

  return (name[0] & 0x20) == 0 || is_one_of (name, kept);
}

gboolean
feu_image_walk_png (FeuImageWalk *self, FeuImageScan *scan)
{
  gsize at = PNG_SIGNATURE_BYTES;

  feu_image_walk_keep (self, 0, at);
  while (self->length - at >= PNG_CHUNK_EXTRA_BYTES)
    {
      const guchar *chunk = self->data + at;
      const guchar *name = chunk + 4;
      gsize         length = read_32_be (chunk);
      if (length > self->length - at - PNG_CHUNK_EXTRA_BYTES)
        return FALSE;
      gsize end = at + length + PNG_CHUNK_EXTRA_BYTES;
      if (is_kept_in_png (name))
        feu_image_walk_keep (self, at, end);
      if (memcmp (name, "IEND", 4) == 0)
        return scan->width > 0 && scan->height > 0;
      if (memcmp (name, "IHDR", 4) == 0 && length >= 13)
        {
          scan->width = (int) MIN (read_32_be (chunk + 8), G_MAXINT);
          scan->height = (int) MIN (read_32_be (chunk + 12), G_MAXINT);
        }
      else if (memcmp (name, "acTL", 4) == 0)
        scan->is_animated = TRUE;
      else if (memcmp (name, "eXIf", 4) == 0)
        scan->orientation = feu_image_exif_get_orientation (chunk + 8, length);
      at = end;
    }
  return FALSE;
}

/* Returns: where the sub-blocks from @at are over, or 0 */
static gsize
skip_sub_blocks (const FeuImageWalk *walk, gsize at)
{
  while (at < walk->length)
    {
      guchar length = walk->data[at];
      at += 1 + (gsize) length;
      if (length == 0)
        return at;
    }
  return 0;
}

/* The colour table that the flags @flags announce. */
static gsize
get_gif_table_bytes (guchar flags)
{
  return (flags & 0x80) != 0 ? (gsize) 3 << ((flags & 0x07) + 1) : 0;
}

static gboolean
is_kept_in_gif (const guchar *extension, gsize length)
{
  static const char *const kept[] = { "NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012" };

  if (extension[1] == 0xf9 || extension[1] == 0x01)
    return TRUE;
  if (extension[1] != 0xff || length < 14)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (memcmp (extension + 3, kept[i], 11) == 0)
      return TRUE;
  return FALSE;
}

gboolean
feu_image_walk_gif (FeuImageWalk *self, FeuImageScan *scan)
{
  if (self->length < GIF_HEADER_BYTES)
    return FALSE;
  guint n_pictures = 0;
  gsize at = GIF_HEADER_BYTES + get_gif_table_bytes (self->data[10]);
  scan->width = (int) read_le (self->data + 6, 2);
  scan->height = (int) read_le (self->data + 8, 2);
  if (at > self->length)
    return FALSE;
  feu_image_walk_keep (self, 0, at);
  while (at < self->length)
    {
      const guchar *block = self->data + at;
      gsize         rest = self->length - at;
      gsize         end = 0;
      if (block[0] == 0x3b)
        {
          feu_image_walk_keep (self, at, at + 1);
          return n_pictures > 0 && scan->width > 0 && scan->height > 0;
        }
      if (block[0] == 0x2c && rest >= GIF_IMAGE_BYTES)
        end = skip_sub_blocks (
            self, at + GIF_IMAGE_BYTES + get_gif_table_bytes (block[9]) + 1);
      else if (block[0] == 0x21 && rest >= 2)
        end = skip_sub_blocks (self, at + 2);
      if (end == 0 || end > self->length)
        return FALSE;
      if (block[0] == 0x2c)
        scan->is_animated = ++n_pictures > 1;
      if (block[0] == 0x2c || is_kept_in_gif (block, end - at))
        feu_image_walk_keep (self, at, end);
      at = end;
    }
  return FALSE;
}

static void
read_webp_size (const guchar *name,
                const guchar *payload,
                gsize         length,
                FeuImageScan *scan)
{
  if (memcmp (name, "VP8X", 4) == 0 && length >= 10)
    {
      scan->width = 1 + (int) read_le (payload + 4, 3);
      scan->height = 1 + (int) read_le (payload + 7, 3);
      scan->is_animated = (payload[0] & WEBP_FLAG_ANIMATION) != 0;
    }
  else if (scan->width > 0)
    return;
  else if (memcmp (name, "VP8 ", 4) == 0 && length >= 10)
    {
      scan->width = (int) (read_le (payload + 6, 2) & 0x3fff);
      scan->height = (int) (read_le (payload + 8, 2) & 0x3fff);
    }
  else if (memcmp (name, "VP8L", 4) == 0 && length >= 5)
    {
      guint32 bits = read_le (payload + 1, 4);
      scan->width = 1 + (int) (bits & 0x3fff);
      scan->height = 1 + (int) (bits >> 14 & 0x3fff);
    }
}

static void
keep_webp_chunk (FeuImageWalk *walk, gsize start, gsize end)
{
  const guchar *chunk = walk->data + start;

  if (memcmp (chunk, "VP8X", 4) == 0 && end - start > WEBP_CHUNK_BYTES &&
      (chunk[WEBP_CHUNK_BYTES] & WEBP_FLAGS_METADATA) != 0)
    {
      guchar flags = (guchar) (chunk[WEBP_CHUNK_BYTES] & ~WEBP_FLAGS_METADATA);
      feu_image_walk_put (walk, chunk, WEBP_CHUNK_BYTES);
      feu_image_walk_put (walk, &flags, 1);
      start += WEBP_CHUNK_BYTES + 1;
    }
  feu_image_walk_keep (walk, start, end);
}

/* The header tells the size of the whole, so it is set right last. */
static void
set_webp_size (FeuImageWalk *walk)
{
  if (walk->copy == NULL)
    return;
  guint32 size = (guint32) walk->copy->len - 8;
  for (int i = 0; i < 4; i++)
    walk->copy->data[4 + i] = (guchar) (size >> (8 * i));
}

gboolean
feu_image_walk_webp (FeuImageWalk *self, FeuImageScan *scan)
{
  static const char *const kept[] = { "VP8X", "VP8 ", "VP8L", "ALPH",
                                      "ANIM", "ANMF", "ICCP", NULL };

  gsize end_of_file = 8 + (gsize) read_le (self->data + 4, 4);
  gsize at = WEBP_HEADER_BYTES;
  if (end_of_file > self->length)
    return FALSE;
  feu_image_walk_keep (self, 0, at);
  while (end_of_file > at && end_of_file - at >= WEBP_CHUNK_BYTES)
    {
      const guchar *chunk = self->data + at;
      gsize         length = read_le (chunk + 4, 4);
      if (length > end_of_file - at - WEBP_CHUNK_BYTES)
        return FALSE;
      gsize end = MIN (at + WEBP_CHUNK_BYTES + length + (length & 1), end_of_file);
      if (is_one_of (chunk, kept))
        keep_webp_chunk (self, at, end);
      read_webp_size (chunk, chunk + WEBP_CHUNK_BYTES, length, scan);
      if (memcmp (chunk, "EXIF", 4) == 0)
        {
          const guchar *exif = chunk + WEBP_CHUNK_BYTES;
          gsize skipped = length >= 6 && memcmp (exif, "Exif\0", 6) == 0 ? 6 : 0;
          scan->orientation =
              feu_image_exif_get_orientation (exif + skipped, length - skipped);
        }
      at = end;
    }
  set_webp_size (self);
  return scan->width > 0 && scan->height > 0;
}
