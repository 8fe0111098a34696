/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only what decoding needs is kept: so what a camera adds that nobody here has heard of
 * goes too, and with it the second picture or the film that phones append.
 */
#include "config.h"

#include "feu-image-scan-private.h"

#include <string.h>

#define MARKER_SOI 0xd8
#define MARKER_EOI 0xd9
#define MARKER_SOS 0xda
#define MARKER_APP0 0xe0
#define MARKER_APP1 0xe1
#define MARKER_APP2 0xe2
#define MARKER_APP14 0xee
#define MARKER_APP15 0xef
#define MARKER_COM 0xfe

/* With its marker and length, without the thumbnail that may follow. */
#define JFIF_BYTES 18

typedef struct
{
  gsize         start; /* of its marker */
  gsize         end;
  int           marker;
  const guchar *payload;
  gsize         length; /* of the payload */
} Segment;

static gboolean
begins_with (const Segment *segment, const char *magic, gsize length)
{
  return segment->length >= length && memcmp (segment->payload, magic, length) == 0;
}

static gboolean
stands_alone (int marker)
{
  return marker == MARKER_SOI || marker == MARKER_EOI || marker == 0x01 ||
         (marker >= 0xd0 && marker <= 0xd7);
}

/* Of the markers 0xc0 to 0xcf, three are tables. */
static gboolean
begins_frame (int marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
         marker != 0xcc;
}

static gboolean
read_segment (const FeuImageWalk *walk, gsize at, Segment *out_segment)
{
  const guchar *data = walk->data;

  out_segment->start = at;
  if (at >= walk->length || data[at] != 0xff)
    return FALSE;
  while (at < walk->length && data[at] == 0xff)
    at++;
  if (at >= walk->length)
    return FALSE;
  out_segment->marker = data[at++];
  out_segment->payload = data + at;
  out_segment->length = 0;
  out_segment->end = at;
  if (stands_alone (out_segment->marker))
    return TRUE;
  if (walk->length - at < 2)
    return FALSE;
  gsize length = (gsize) data[at] << 8 | data[at + 1];
  if (length < 2 || length > walk->length - at)
    return FALSE;
  out_segment->payload = data + at + 2;
  out_segment->length = length - 2;
  out_segment->end = at + length;
  return TRUE;
}

/* Returns: where the marker behind the coded pixels is, or the end of the file */
static gsize
skip_pixels (const FeuImageWalk *walk, gsize at)
{
  while (at + 1 < walk->length)
    {
      const guchar *found = memchr (walk->data + at, 0xff, walk->length - 1 - at);
      if (found == NULL)
        break;
      at = (gsize) (found - walk->data);
      if (found[1] != 0x00 && found[1] != 0xff && (found[1] < 0xd0 || found[1] > 0xd7))
        return at;
      at += found[1] == 0xff ? 1 : 2;
    }
  return walk->length;
}

static gboolean
is_kept (const Segment *segment)
{
  if (segment->marker == MARKER_APP2)
    return begins_with (segment, "ICC_PROFILE", sizeof "ICC_PROFILE");
  if (segment->marker == MARKER_APP14)
    return begins_with (segment, "Adobe", 5);
  return segment->marker != MARKER_COM &&
         (segment->marker < MARKER_APP0 || segment->marker > MARKER_APP15);
}

static void
keep_jfif (FeuImageWalk *walk, const Segment *segment)
{
  guchar header[JFIF_BYTES] = { 0xff, MARKER_APP0, 0, JFIF_BYTES - 2 };

  if (segment->length < JFIF_BYTES - 4)
    return;
  if (segment->length == JFIF_BYTES - 4)
    {
      feu_image_walk_keep (walk, segment->start, segment->end);
      return;
    }
  memcpy (header + 4, segment->payload, JFIF_BYTES - 4 - 2); /* its size becomes 0 */
  feu_image_walk_put (walk, header, sizeof header);
}

static void
read_frame (const Segment *segment, FeuImageScan *scan)
{
  const guchar *at = segment->payload;

  if (segment->length < 6)
    return;
  scan->height = at[1] << 8 | at[2];
  scan->width = at[3] << 8 | at[4];
  scan->is_cmyk = at[5] == 4;
  scan->is_progressive = segment->marker != 0xc0 && segment->marker != 0xc1;
}

gboolean
feu_image_walk_jpeg (FeuImageWalk *self, FeuImageScan *scan)
{
  gboolean has_exif = FALSE;
  gsize    at = 0;

  for (Segment segment = { 0 }; read_segment (self, at, &segment);)
    {
      if (segment.marker == MARKER_APP0 &&
          begins_with (&segment, "JFIF", sizeof "JFIF"))
        keep_jfif (self, &segment);
      else if (is_kept (&segment))
        feu_image_walk_keep (self, segment.start, segment.end);

      if (segment.marker == MARKER_EOI)
        return scan->width > 0 && scan->height > 0;
      if (begins_frame (segment.marker))
        read_frame (&segment, scan);
      if (segment.marker == MARKER_APP1 && !has_exif &&
          begins_with (&segment, "Exif\0", 6))
        {
          has_exif = TRUE;
          scan->orientation =
              feu_image_exif_get_orientation (segment.payload + 6, segment.length - 6);
        }
      at = segment.end;
      if (segment.marker == MARKER_SOS)
        {
          at = skip_pixels (self, segment.end);
          feu_image_walk_keep (self, segment.end, at);
        }
    }
  return FALSE;
}
