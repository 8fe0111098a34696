/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two or three numbers of a TIFF directory are all that is asked for, in threads, of
 * files of any origin; exiv2 wants to be initialised for that and reads everything.
 */
#include "config.h"

#include "feu-image-scan-private.h"

#include <string.h>

#define HEADER_BYTES 8
#define ENTRY_BYTES 12
#define TYPE_SHORT 3
#define TYPE_LONG 4
#define TAG_ORIENTATION 0x0112

static guint
read_16 (const guchar *at, gboolean is_big_endian)
{
  return is_big_endian ? (guint) at[0] << 8 | at[1] : (guint) at[1] << 8 | at[0];
}

static guint32
read_32 (const guchar *at, gboolean is_big_endian)
{
  guint32 first = read_16 (at, is_big_endian);
  guint32 second = read_16 (at + 2, is_big_endian);
  return is_big_endian ? first << 16 | second : second << 16 | first;
}

gboolean
feu_image_exif_find (const guchar *tiff, gsize length, guint tag, guint32 *out_value)
{
  if (length < HEADER_BYTES ||
      (memcmp (tiff, "II*\0", 4) != 0 && memcmp (tiff, "MM\0*", 4) != 0))
    return FALSE;
  gboolean is_big_endian = tiff[0] == 'M';
  gsize    directory = read_32 (tiff + 4, is_big_endian);
  if (directory > length - 2)
    return FALSE;
  guint         n_entries = read_16 (tiff + directory, is_big_endian);
  const guchar *end = tiff + length;
  const guchar *entry = tiff + directory + 2;
  for (guint i = 0; i < n_entries && end - entry >= ENTRY_BYTES; i++)
    {
      guint type = read_16 (entry + 2, is_big_endian);
      if (read_16 (entry, is_big_endian) == tag &&
          (type == TYPE_SHORT || type == TYPE_LONG))
        {
          *out_value = type == TYPE_SHORT ? read_16 (entry + 8, is_big_endian)
                                          : read_32 (entry + 8, is_big_endian);
          return TRUE;
        }
      entry += ENTRY_BYTES;
    }
  return FALSE;
}

int
feu_image_exif_get_orientation (const guchar *tiff, gsize length)
{
  guint32 value = 0;

  if (!feu_image_exif_find (tiff, length, TAG_ORIENTATION, &value) || value < 1 ||
      value > 8)
    return 1;
  return (int) value;
}
