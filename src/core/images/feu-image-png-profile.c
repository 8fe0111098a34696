/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-image-png-profile.h"

#include <gio/gio.h>
#include <string.h>

#define HEADER_END 33 /* the signature and the first chunk, IHDR */
#define COMPRESSION_LEVEL 9

static const char profile_name[] = "ICC profile";

/* The checksum of PNG's chunks, bit by bit: profiles are small. */
static guint32
get_crc (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  return ~crc;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big_endian = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

static GBytes *
compress (const guint8 *data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL);
  g_autoptr (GInputStream) plain =
      g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) compressed =
      g_converter_input_stream_new (plain, G_CONVERTER (compressor));
  g_autoptr (GOutputStream) collected = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (
          collected, compressed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (collected));
}

GBytes *
feu_image_png_add_profile (GBytes *png, const char *base64)
{
  g_return_val_if_fail (png != NULL && base64 != NULL, NULL);
  gsize              length = 0;
  gsize              profile_length = 0;
  const guint8      *data = g_bytes_get_data (png, &length);
  g_autofree guint8 *profile = g_base64_decode (base64, &profile_length);
  g_autoptr (GBytes) compressed = compress (profile, profile_length);
  g_autoptr (GByteArray) chunk = g_byte_array_new ();

  if (compressed == NULL || length < HEADER_END)
    return g_bytes_ref (png);
  g_byte_array_append (chunk, (const guint8 *) "iCCP", 4);
  g_byte_array_append (chunk, (const guint8 *) profile_name, sizeof profile_name);
  g_byte_array_append (chunk, (const guint8 *) "", 1); /* how it is compressed */
  g_byte_array_append (chunk,
                       g_bytes_get_data (compressed, NULL),
                       (guint) g_bytes_get_size (compressed));

  GByteArray *whole = g_byte_array_sized_new ((guint) length + chunk->len + 8);
  g_byte_array_append (whole, data, HEADER_END);
  append_number (whole, chunk->len - 4);
  g_byte_array_append (whole, chunk->data, chunk->len);
  append_number (whole, get_crc (chunk->data, chunk->len));
  g_byte_array_append (whole, data + HEADER_END, (guint) (length - HEADER_END));
  return g_byte_array_free_to_bytes (whole);
}
