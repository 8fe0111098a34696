/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Images made for a test: four quarters, so that it shows which way up they are, as
 * files that tell a lot of who made them.
 */
#pragma once

#include "test-folder.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gexiv2/gexiv2.h>
#include <string.h>

/** Where a quarter is; also its colour: red, green, blue, white. */
typedef enum
{
  TEST_QUARTER_TOP_LEFT,
  TEST_QUARTER_TOP_RIGHT,
  TEST_QUARTER_BOTTOM_LEFT,
  TEST_QUARTER_BOTTOM_RIGHT,
} TestQuarter;

/** Words that are only in the metadata of these images. */
#define TEST_IMAGE_SECRET "Geheimnis"

/** (transfer full): a picture of four quarters. */
static inline GdkPixbuf *
test_image_new (int width, int height, gboolean has_alpha)
{
  static const guint32 colours[] = { 0xff0000ff, 0x00ff00ff, 0x0000ffff, 0xffffffff };
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);

  gdk_pixbuf_fill (pixbuf, colours[TEST_QUARTER_BOTTOM_RIGHT]);
  for (int i = 0; i < 4 && width >= 2 && height >= 2; i++)
    {
      g_autoptr (GdkPixbuf) quarter =
          gdk_pixbuf_new_subpixbuf (pixbuf,
                                    (i & 1) != 0 ? width / 2 : 0,
                                    (i & 2) != 0 ? height / 2 : 0,
                                    width / 2,
                                    height / 2);
      gdk_pixbuf_fill (quarter, colours[i]);
    }
  return pixbuf;
}

/** (transfer full): a picture that does not compress, the same at each run. */
static inline GdkPixbuf *
test_image_new_noise (int width, int height, gboolean has_alpha)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);
  guint8    *pixels = gdk_pixbuf_get_pixels (pixbuf);
  gsize      length = gdk_pixbuf_get_byte_length (pixbuf);
  guint32    state = 1;

  for (gsize i = 0; i < length; i++)
    {
      state = state * 1664525 + 1013904223;
      pixels[i] = (guint8) (state >> 24);
    }
  return pixbuf;
}

/** (transfer full): path of @pixbuf as @name in @folder. */
static inline char *
test_image_save (GdkPixbuf  *pixbuf,
                 const char *folder,
                 const char *name,
                 const char *type)
{
  char   *path = g_build_filename (folder, name, NULL);
  GError *error = NULL;

  gdk_pixbuf_save (pixbuf, path, type, &error, NULL);
  g_assert_no_error (error);
  return path;
}

/** The quarter of the original that is at @place of @pixbuf. */
static inline TestQuarter
test_image_get_quarter (GdkPixbuf *pixbuf, TestQuarter place)
{
  int           x = gdk_pixbuf_get_width (pixbuf) * ((place & 1) != 0 ? 3 : 1) / 4;
  int           y = gdk_pixbuf_get_height (pixbuf) * ((place & 2) != 0 ? 3 : 1) / 4;
  const guint8 *at = gdk_pixbuf_read_pixels (pixbuf) +
                     y * gdk_pixbuf_get_rowstride (pixbuf) +
                     x * gdk_pixbuf_get_n_channels (pixbuf);

  if (at[0] > 150 && at[1] > 150)
    return TEST_QUARTER_BOTTOM_RIGHT;
  if (at[0] > at[1] && at[0] > at[2])
    return TEST_QUARTER_TOP_LEFT;
  return at[1] > at[2] ? TEST_QUARTER_TOP_RIGHT : TEST_QUARTER_BOTTOM_LEFT;
}

/** Writes a place, a name, comments in all ways and a thumbnail into the file at @path.
 */
static inline void
test_image_add_metadata (const char *path, int orientation)
{
  g_autoptr (GExiv2Metadata) metadata = gexiv2_metadata_new ();
  g_autofree char *number = g_strdup_printf ("%d", orientation);
  g_autoptr (GdkPixbuf) small = test_image_new (32, 32, FALSE);
  g_autofree char *thumbnail = NULL;
  gsize            length = 0;
  GError          *error = NULL;

  gexiv2_metadata_open_path (metadata, path, &error);
  g_assert_no_error (error);
  gexiv2_metadata_try_set_gps_info (metadata, 2.3522, 48.8566, 35, &error);
  g_assert_no_error (error);
  const char *const tags[][2] = {
    { "Exif.Image.Orientation", number },
    { "Exif.Image.Artist", TEST_IMAGE_SECRET },
    { "Exif.Photo.UserComment", TEST_IMAGE_SECRET },
    { "Exif.Photo.BodySerialNumber", TEST_IMAGE_SECRET },
    { "Xmp.dc.description", TEST_IMAGE_SECRET },
    { "Iptc.Application2.Byline", TEST_IMAGE_SECRET },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      gexiv2_metadata_try_set_tag_string (metadata, tags[i][0], tags[i][1], &error);
      g_assert_no_error (error);
    }
  gexiv2_metadata_try_set_comment (metadata, TEST_IMAGE_SECRET, NULL);
  gdk_pixbuf_save_to_buffer (small, &thumbnail, &length, "jpeg", &error, NULL);
  g_assert_no_error (error);
  gexiv2_metadata_try_set_exif_thumbnail_from_buffer (
      metadata, (const guint8 *) thumbnail, (int) length, NULL);
  gexiv2_metadata_save_file (metadata, path, &error);
  g_assert_no_error (error);
}

/** That neither exiv2 nor a search of the bytes finds anything personal. */
static inline void
test_image_assert_clean (GBytes *bytes)
{
  g_autoptr (GExiv2Metadata) metadata = gexiv2_metadata_new ();
  gsize         length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GError       *error = NULL;

  gexiv2_metadata_open_buf (metadata, data, (glong) length, &error);
  g_assert_no_error (error);
  g_assert_false (gexiv2_metadata_has_exif (metadata));
  g_assert_false (gexiv2_metadata_has_xmp (metadata));
  g_assert_false (gexiv2_metadata_has_iptc (metadata));
  g_assert_null (memmem (data, length, TEST_IMAGE_SECRET, strlen (TEST_IMAGE_SECRET)));
  g_assert_null (memmem (data, length, "Exif", 4));
  g_assert_null (memmem (data, length, "xmp", 3));
}
