/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of an image goes to a site: the pixels kept or made smaller, and nothing
 * personal.
 */
#include "config.h"

#include "feu-image-derivative.h"
#include "feu-image-import.h"

#include "test-image.h"

typedef struct
{
  char *folder;
} Fixture;

static const FeuImageLimits usual_limits = { .max_px = 2560 };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_folder_remove (fixture->folder);
}

static GBytes *
read_file (const char *path)
{
  char    *data = NULL;
  gsize    length = 0;
  gboolean is_read = g_file_get_contents (path, &data, &length, NULL);

  g_assert_true (is_read);
  return g_bytes_new_take (data, length);
}

static FeuImageDerivative *
derive (const char *path, const FeuImageLimits *limits)
{
  g_autoptr (GBytes) before = read_file (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError             *error = NULL;
  FeuImageDerivative *self = feu_image_derivative_new (file, limits, NULL, &error);

  g_assert_no_error (error);
  g_autoptr (GBytes) after = read_file (path);
  g_assert_true (g_bytes_equal (before, after));
  g_autofree char *sha256 =
      g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  g_assert_cmpstr (self->sha256, ==, sha256);
  return self;
}

static void
assert_refused (const char *path, const FeuImageLimits *limits, FeuImageError code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuImageDerivative) self =
      feu_image_derivative_new (file, limits, NULL, &error);
  g_autofree char *name = g_path_get_basename (path);

  g_assert_error (error, FEU_IMAGE_ERROR, (int) code);
  g_assert_null (self);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_null (strstr (error->message, g_get_tmp_dir ()));
}

static GdkPixbuf *
decode (FeuImageDerivative *self)
{
  g_autoptr (GdkPixbufLoader) loader =
      gdk_pixbuf_loader_new_with_mime_type (self->content_type, NULL);
  GError *error = NULL;

  g_assert_nonnull (loader);
  gdk_pixbuf_loader_write_bytes (loader, self->bytes, &error);
  g_assert_no_error (error);
  gdk_pixbuf_loader_close (loader, &error);
  g_assert_no_error (error);
  GdkPixbuf *pixbuf = g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, self->width);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, self->height);
  return pixbuf;
}

static char *
save (Fixture    *fixture,
      const char *name,
      const char *type,
      int         width,
      int         height,
      gboolean    has_alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = test_image_new (width, height, has_alpha);
  return test_image_save (pixbuf, fixture->folder, name, type);
}

static char *
path_of_data (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "images", name, NULL);
}

static void
assert_whole (GdkPixbuf *pixbuf)
{
  for (int place = 0; place < 4; place++)
    g_assert_cmpint (
        test_image_get_quarter (pixbuf, (TestQuarter) place), ==, (TestQuarter) place);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const types[][2] = { { "jpeg", "a.jpg" }, { "png", "a.png" } };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = save (fixture, types[i][1], types[i][0], 120, 80, FALSE);
      g_autoptr (GBytes) original = read_file (path);
      g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);

      g_assert_true (g_bytes_equal (self->bytes, original));
      g_assert_false (self->is_reencoded);
      g_assert_cmpstr (self->sha256, ==, self->source_sha256);
      g_assert_cmpint (self->width, ==, 120);
      g_assert_cmpint (self->height, ==, 80);
    }
}

static void
test_name (Fixture *fixture, gconstpointer data)
{
  static const char *const names[][2] = {
    { "Été à la Mer!.PNG", "ete-a-la-mer" },
    { "…!.jpeg", "image" },
    { "Москва 2.jpg", "image" },
    { "日本.jpg", "image" },
    { ".jpg", "jpg" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = save (fixture, names[i][0], "png", 8, 8, FALSE);
      g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
      g_autofree char *expected =
          g_strdup_printf ("%s-%.10s.png", names[i][1], self->sha256);
      g_assert_cmpstr (self->name, ==, expected);
      g_assert_cmpstr (self->content_type, ==, "image/png");
    }
}

static GBytes *
get_coded_pixels (GBytes *bytes)
{
  gsize         length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const guint8 *scan = memmem (data, length, "\xff\xda", 2);

  g_assert_nonnull (scan);
  return g_bytes_new (scan, length - (gsize) (scan - data));
}

/* The main picture's: the thumbnail's comes before and is gone in what is derived. */
static void
test_metadata_jpeg (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, "a.jpg", "jpeg", 120, 80, FALSE);
  g_autoptr (GBytes) plain = read_file (path);
  test_image_add_metadata (path, 1);
  g_autoptr (GBytes) personal = read_file (path);
  g_assert_cmpuint (g_bytes_get_size (personal), >, g_bytes_get_size (plain));

  g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
  test_image_assert_clean (self->bytes);
  g_assert_false (self->is_reencoded);
  g_assert_cmpstr (self->sha256, !=, self->source_sha256);
  g_autoptr (GBytes) coded = get_coded_pixels (plain);
  g_autoptr (GBytes) kept = get_coded_pixels (self->bytes);
  g_assert_true (g_bytes_equal (coded, kept));
}

static void
test_metadata_png (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.png", NULL);
  g_autoptr (GdkPixbuf) pixbuf = test_image_new (30, 20, TRUE);
  GError *error = NULL;
  gdk_pixbuf_save (pixbuf,
                   path,
                   "png",
                   &error,
                   "tEXt::Comment",
                   TEST_IMAGE_SECRET,
                   "tEXt::Author",
                   TEST_IMAGE_SECRET " ж",
                   NULL);
  g_assert_no_error (error);
  test_image_add_metadata (path, 1);

  g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
  test_image_assert_clean (self->bytes);
  g_assert_false (self->is_reencoded);
  g_autoptr (GdkPixbuf) shown = decode (self);
  assert_whole (shown);
}

static void
test_metadata_webp (Fixture *fixture, gconstpointer data)
{
  g_autofree char *original = path_of_data ("photo.webp");
  g_autofree char *path = g_build_filename (fixture->folder, "a.webp", NULL);
  g_autoptr (GBytes) plain = read_file (original);
  gsize       length = 0;
  const char *bytes = g_bytes_get_data (plain, &length);
  test_folder_write (fixture->folder, "a.webp", bytes, (gssize) length);
  test_image_add_metadata (path, 1);

  g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
  test_image_assert_clean (self->bytes);
  g_assert_cmpint (self->width, ==, 64);
  g_assert_cmpint (self->height, ==, 48);
  const guint8 *clean = g_bytes_get_data (self->bytes, &length);
  g_assert_cmpuint (clean[4] + 256u * clean[5] + 8, ==, length);
  g_autoptr (FeuImageDerivative) again = feu_image_derivative_new_for_bytes (
      self->bytes, "b.webp", &usual_limits, NULL, NULL);
  g_assert_true (g_bytes_equal (again->bytes, self->bytes));
}

/* What phones append to a photo: a second one, or a film, with places of their own. */
static void
test_appended (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, "a.jpg", "jpeg", 120, 80, FALSE);
  g_autoptr (GBytes) plain = read_file (path);
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_byte_array_append (
      longer, g_bytes_get_data (plain, NULL), (guint) g_bytes_get_size (plain));
  g_byte_array_append (longer, (const guint8 *) "film " TEST_IMAGE_SECRET, 14);
  test_folder_write (
      fixture->folder, "a.jpg", (const char *) longer->data, (gssize) longer->len);

  g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
  g_assert_true (g_bytes_equal (self->bytes, plain));
}

static void
test_orientation (Fixture *fixture, gconstpointer data)
{
  /* Which quarter is shown top left and which top right. */
  static const TestQuarter shown[8][2] = {
    { TEST_QUARTER_TOP_LEFT, TEST_QUARTER_TOP_RIGHT },
    { TEST_QUARTER_TOP_RIGHT, TEST_QUARTER_TOP_LEFT },
    { TEST_QUARTER_BOTTOM_RIGHT, TEST_QUARTER_BOTTOM_LEFT },
    { TEST_QUARTER_BOTTOM_LEFT, TEST_QUARTER_BOTTOM_RIGHT },
    { TEST_QUARTER_TOP_LEFT, TEST_QUARTER_BOTTOM_LEFT },
    { TEST_QUARTER_BOTTOM_LEFT, TEST_QUARTER_TOP_LEFT },
    { TEST_QUARTER_BOTTOM_RIGHT, TEST_QUARTER_TOP_RIGHT },
    { TEST_QUARTER_TOP_RIGHT, TEST_QUARTER_BOTTOM_RIGHT },
  };
  const FeuImageLimits small = { .max_px = 60 };

  for (int i = 0; i < 16; i++)
    {
      int              orientation = i % 8 + 1;
      g_autofree char *path = save (fixture, "a.jpg", "jpeg", 120, 80, FALSE);
      test_image_add_metadata (path, orientation);
      g_autoptr (FeuImageDerivative) self =
          derive (path, i < 8 ? &usual_limits : &small);
      test_image_assert_clean (self->bytes);
      g_autoptr (GdkPixbuf) pixbuf = decode (self);
      g_assert_cmpint (self->width, ==, (orientation < 5 ? 120 : 80) / (i < 8 ? 1 : 2));
      g_assert_cmpint (test_image_get_quarter (pixbuf, TEST_QUARTER_TOP_LEFT),
                       ==,
                       shown[orientation - 1][0]);
      g_assert_cmpint (test_image_get_quarter (pixbuf, TEST_QUARTER_TOP_RIGHT),
                       ==,
                       shown[orientation - 1][1]);
      g_assert_cmpint (self->is_reencoded, ==, orientation != 1 || i >= 8);
    }
}

static char *
make_profile (const char *colour_space)
{
  guint8 profile[400] = { 0 };

  for (gsize i = 156; i < sizeof profile; i++) /* libpng wants more than a few bytes */
    profile[i] = (guint8) (i * i * 31 >> 3);
  profile[2] = sizeof profile >> 8;
  profile[3] = sizeof profile & 0xff;
  memcpy (profile + 12, "mntr", 4);
  memcpy (profile + 16, colour_space, 4);
  memcpy (profile + 20, "XYZ ", 4);
  memcpy (profile + 36, "acsp", 4);
  memcpy (profile + 68, "\0\0\xf6\xd6\0\1\0\0\0\0\xd3\x2d", 12);    /* D50 */
  memcpy (profile + 128, "\0\0\0\1cprt\0\0\0\x90\0\0\1\0text", 20); /* one tag */
  return g_base64_encode (profile, sizeof profile);
}

static void
test_profile (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *type;
    const char *colour_space;
    gboolean    stays_when_scaled;
  } profiles[] = {
    { "jpeg", "RGB ", TRUE },
    { "jpeg", "GRAY", FALSE }, /* pixels that were grey are RGB when decoded */
  };
  const FeuImageLimits small = { .max_px = 60 };

  for (gsize i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, "a", NULL);
      g_autofree char *profile = make_profile (profiles[i].colour_space);
      g_autoptr (GdkPixbuf) pixbuf = test_image_new (120, 80, FALSE);
      GError *error = NULL;
      gdk_pixbuf_save (
          pixbuf, path, profiles[i].type, &error, "icc-profile", profile, NULL);
      g_assert_no_error (error);
      g_autoptr (FeuImageDerivative) kept = derive (path, &usual_limits);
      g_autoptr (FeuImageDerivative) scaled = derive (path, &small);
      g_autoptr (GdkPixbuf) kept_pixbuf = decode (kept);
      g_autoptr (GdkPixbuf) scaled_pixbuf = decode (scaled);
      g_assert_false (kept->is_reencoded);
      g_assert_cmpstr (gdk_pixbuf_get_option (kept_pixbuf, "icc-profile"), ==, profile);
      g_assert_cmpstr (gdk_pixbuf_get_option (scaled_pixbuf, "icc-profile"),
                       ==,
                       profiles[i].stays_when_scaled ? profile : NULL);
    }
}

static void
test_profile_png (Fixture *fixture, gconstpointer data)
{
  const FeuImageLimits small = { .max_px = 60 };
  g_autofree char     *profile = make_profile ("RGB ");
  g_autofree char     *path = g_build_filename (fixture->folder, "a.tif", NULL);
  g_autoptr (GdkPixbuf) pixbuf = test_image_new (120, 80, FALSE);
  GError *error = NULL;
  gdk_pixbuf_save (pixbuf, path, "tiff", &error, "icc-profile", profile, NULL);
  g_assert_no_error (error);

  g_autoptr (FeuImageDerivative) first = derive (path, &usual_limits);
  g_autoptr (FeuImageDerivative) kept = feu_image_derivative_new_for_bytes (
      first->bytes, "a.png", &usual_limits, NULL, NULL);
  g_autoptr (FeuImageDerivative) scaled =
      feu_image_derivative_new_for_bytes (first->bytes, "a.png", &small, NULL, NULL);
  g_autoptr (GdkPixbuf) first_pixbuf = decode (first);
  g_autoptr (GdkPixbuf) scaled_pixbuf = decode (scaled);
  g_assert_cmpstr (first->content_type, ==, "image/png");
  g_assert_true (g_bytes_equal (first->bytes, kept->bytes));
  g_assert_cmpstr (gdk_pixbuf_get_option (first_pixbuf, "icc-profile"), ==, profile);
  g_assert_cmpstr (gdk_pixbuf_get_option (scaled_pixbuf, "icc-profile"), ==, profile);
  assert_whole (scaled_pixbuf);
}

static void
test_alpha (Fixture *fixture, gconstpointer data)
{
  const FeuImageLimits small = { .max_px = 50 };
  g_autoptr (GdkPixbuf) pixbuf = test_image_new (100, 60, TRUE);
  g_autoptr (GdkPixbuf) quarter = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, 50, 30);
  gdk_pixbuf_fill (quarter, 0x00000000);
  g_autofree char *path = test_image_save (pixbuf, fixture->folder, "a.png", "png");

  g_autoptr (FeuImageDerivative) self = derive (path, &small);
  g_autoptr (GdkPixbuf) scaled = decode (self);
  g_assert_cmpstr (self->content_type, ==, "image/png");
  g_assert_true (gdk_pixbuf_get_has_alpha (scaled));
  g_assert_cmpint (gdk_pixbuf_read_pixels (scaled)[3], ==, 0);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *type;
    const char *name;
    gboolean    has_alpha;
    const char *content_type;
  } kinds[] = {
    { "tiff", "a.tif", FALSE, "image/png" },
    { "tiff", "b.tif", TRUE, "image/png" },
    { "bmp", "a.bmp", FALSE, "image/png" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path =
          save (fixture, kinds[i].name, kinds[i].type, 120, 80, kinds[i].has_alpha);
      g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
      g_autoptr (GdkPixbuf) pixbuf = decode (self);
      g_assert_cmpstr (self->content_type, ==, kinds[i].content_type);
      assert_whole (pixbuf);
    }
  g_autoptr (GdkPixbuf) noise = test_image_new_noise (120, 80, FALSE);
  g_autofree char *path = test_image_save (noise, fixture->folder, "c.tif", "tiff");
  g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
  g_assert_cmpstr (self->content_type, ==, "image/jpeg");
  g_assert_true (g_str_has_suffix (self->name, ".jpg"));
}

static gboolean
can_read (const char *mime_type)
{
  g_autoptr (GSList) formats = gdk_pixbuf_get_formats ();
  gboolean is_found = FALSE;

  for (GSList *at = formats; at != NULL && !is_found; at = at->next)
    {
      g_auto (GStrv) types = gdk_pixbuf_format_get_mime_types (at->data);
      is_found = g_strv_contains ((const char *const *) types, mime_type);
    }
  return is_found;
}

static void
test_other_loaders (Fixture *fixture, gconstpointer data)
{
  static const char *const files[][2] = { { "photo.heic", "image/heic" },
                                          { "photo.avif", "image/avif" } };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = path_of_data (files[i][0]);
      if (!can_read (files[i][1]))
        {
          assert_refused (path, &usual_limits, FEU_IMAGE_ERROR_UNSUPPORTED);
          continue;
        }
      g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
      g_autoptr (GdkPixbuf) pixbuf = decode (self);
      g_assert_cmpstr (self->content_type, ==, "image/jpeg");
      g_assert_cmpint (self->width, ==, 64);
      assert_whole (pixbuf);
    }
  g_autofree char     *webp = path_of_data ("photo.webp");
  const FeuImageLimits small = { .max_px = 32 };
  if (!can_read ("image/webp"))
    assert_refused (webp, &small, FEU_IMAGE_ERROR_UNSUPPORTED);
}

static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cmyk = path_of_data ("cmyk.jpg");
  g_autofree char *progressive = path_of_data ("progressive.jpg");
  g_autoptr (FeuImageDerivative) self = derive (cmyk, &usual_limits);
  g_autoptr (FeuImageDerivative) kept = derive (progressive, &usual_limits);
  g_autoptr (GdkPixbuf) pixbuf = decode (self);
  gsize         length = 0;
  const guint8 *bytes = g_bytes_get_data (self->bytes, &length);
  const guint8 *frame = memmem (bytes, length, "\xff\xc0", 2);

  assert_whole (pixbuf);
  g_assert_nonnull (frame);
  g_assert_cmpint (frame[9], ==, 3); /* components */
  g_assert_false (kept->is_reencoded);
}

static void
test_svg (Fixture *fixture, gconstpointer data)
{
  static const char svg[] =
      "<?xml version=\"1.0\"?>\n<!-- " TEST_IMAGE_SECRET " -->\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\">"
      "<rect width=\"30\" height=\"20\" fill=\"#f00\"/></svg>\n";
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  test_folder_write (fixture->folder, "a.svg", svg, -1);

  if (!can_read ("image/svg+xml"))
    {
      assert_refused (path, &usual_limits, FEU_IMAGE_ERROR_UNSUPPORTED);
      return;
    }
  g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
  g_autoptr (GdkPixbuf) pixbuf = decode (self);
  g_assert_cmpstr (self->content_type, ==, "image/png");
  g_assert_cmpint (self->width, ==, 120);
  g_assert_cmpint (gdk_pixbuf_read_pixels (pixbuf)[0], ==, 255);
  test_image_assert_clean (self->bytes);
}

static const guint8 gif_frame[] = { 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0 };

static void
write_gif (Fixture *fixture, int n_pictures)
{
  static const char header[] = "GIF89a\1\0\1\0\x80\0\0\xff\0\0\0\0\xff";
  static const char loop[] = "\x21\xff\x0bNETSCAPE2.0\3\1\0\0";
  static const char comment[] = "\x21\xfe\x09" TEST_IMAGE_SECRET;
  g_autoptr (GByteArray) gif = g_byte_array_new ();

  g_byte_array_append (gif, (const guint8 *) header, sizeof header - 1);
  g_byte_array_append (gif, (const guint8 *) loop, sizeof loop);
  g_byte_array_append (gif, (const guint8 *) comment, sizeof comment);
  for (int i = 0; i < n_pictures; i++)
    g_byte_array_append (gif, gif_frame, sizeof gif_frame);
  g_byte_array_append (gif, (const guint8 *) ";after", 6);
  test_folder_write (
      fixture->folder, "a.gif", (const char *) gif->data, (gssize) gif->len);
}

static void
test_gif (Fixture *fixture, gconstpointer data)
{
  const FeuImageLimits light = { .max_bytes = 60 };
  g_autofree char     *path = g_build_filename (fixture->folder, "a.gif", NULL);

  write_gif (fixture, 2);
  g_autoptr (FeuImageDerivative) moving = derive (path, &usual_limits);
  g_assert_cmpstr (moving->content_type, ==, "image/gif");
  g_assert_false (moving->is_reencoded);
  g_assert_cmpuint (g_bytes_get_size (moving->bytes), ==, 19 + 19 + 2 * 15 + 1);
  g_autoptr (GdkPixbuf) pixbuf = decode (moving);
  g_assert_cmpint (gdk_pixbuf_read_pixels (pixbuf)[0], ==, 255);
  assert_refused (path, &light, FEU_IMAGE_ERROR_TOO_LARGE);
  write_gif (fixture, 1);
  g_autoptr (FeuImageDerivative) still = derive (path, &usual_limits);
  g_assert_cmpstr (still->content_type, ==, "image/gif");
}

static void
test_weight (Fixture *fixture, gconstpointer data)
{
  const FeuImageLimits heavy = { .max_px = 2560, .max_bytes = 400 * 1000 };
  const FeuImageLimits light = { .max_px = 2560, .max_bytes = 60 * 1000 };
  const FeuImageLimits never = { .max_px = 2560, .max_bytes = 1000 };
  g_autoptr (GdkPixbuf) noise = test_image_new_noise (900, 600, FALSE);
  g_autofree char *jpeg = test_image_save (noise, fixture->folder, "a.jpg", "jpeg");
  g_autofree char *png = test_image_save (noise, fixture->folder, "a.png", "png");

  g_autoptr (FeuImageDerivative) first = derive (jpeg, &heavy);
  g_assert_cmpuint (g_bytes_get_size (first->bytes), <=, heavy.max_bytes);
  g_assert_cmpint (first->width, ==, 900);
  g_autoptr (FeuImageDerivative) second = derive (jpeg, &light);
  g_assert_cmpuint (g_bytes_get_size (second->bytes), <=, light.max_bytes);
  g_assert_cmpint (second->width, <, 900);
  g_autoptr (FeuImageDerivative) third = derive (png, &heavy);
  g_assert_cmpuint (g_bytes_get_size (third->bytes), <=, heavy.max_bytes);
  g_assert_cmpstr (third->content_type, ==, "image/jpeg");
  assert_refused (jpeg, &never, FEU_IMAGE_ERROR_TOO_LARGE);

  g_autoptr (GdkPixbuf) clear = test_image_new_noise (500, 400, TRUE);
  g_autofree char *glass = test_image_save (clear, fixture->folder, "b.png", "png");
  g_autoptr (FeuImageDerivative) fourth = derive (glass, &heavy);
  g_assert_cmpuint (g_bytes_get_size (fourth->bytes), <=, heavy.max_bytes);
  g_assert_cmpstr (fourth->content_type, ==, "image/png");
}

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *type;
    int         width, height;
    int         expected_width, expected_height;
  } sizes[] = {
    { "one.png", "png", 1, 1, 1, 1 },
    { "one.jpg", "jpeg", 1, 1, 1, 1 },
    { "wide.jpg", "jpeg", 20000, 40, 2560, 5 },
    { "wide.png", "png", 20000, 3, 2560, 1 },
    { "tall.jpg", "jpeg", 1000, 4000, 640, 2560 },
    { "edge.jpg", "jpeg", 2560, 2560, 2560, 2560 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = save (fixture,
                                    sizes[i].name,
                                    sizes[i].type,
                                    sizes[i].width,
                                    sizes[i].height,
                                    FALSE);
      g_autoptr (FeuImageDerivative) self = derive (path, &usual_limits);
      g_autoptr (GdkPixbuf) pixbuf = decode (self);
      g_assert_cmpint (self->width, ==, sizes[i].expected_width);
      g_assert_cmpint (self->height, ==, sizes[i].expected_height);
      g_autoptr (FeuImageDerivative) again = derive (path, &usual_limits);
      g_assert_true (g_bytes_equal (self->bytes, again->bytes));
    }
}

static void
write_start (Fixture *fixture, const char *name, GBytes *bytes, gsize length)
{
  test_folder_write (
      fixture->folder, name, g_bytes_get_data (bytes, NULL), (gssize) length);
}

static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "jpeg", "png", "tiff", "bmp" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GdkPixbuf) noise = test_image_new_noise (200, 150, FALSE);
      g_autofree char *path = test_image_save (noise, fixture->folder, "a", types[i]);
      g_autoptr (GBytes) whole = read_file (path);
      gsize length = g_bytes_get_size (whole);
      for (gsize part = 1; part < 8; part++)
        {
          write_start (fixture, "a", whole, length * part / 8);
          g_test_message ("%s, part %" G_GSIZE_FORMAT, types[i], part);
          assert_refused (path, &usual_limits, FEU_IMAGE_ERROR_DAMAGED);
        }
    }
}

/* Every start of a file, and every file with one byte changed, is handled. */
static void
test_mangled (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "photo.webp", "progressive.jpg", "photo.heic" };

  /* The loader of HEIF warns of wrong files. */
  g_log_set_always_fatal ((GLogLevelFlags) (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_of_data (names[i]);
      g_autoptr (GBytes) whole = read_file (path);
      gsize              length = g_bytes_get_size (whole);
      g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      for (gsize at = 0; at < length; at++)
        {
          g_autoptr (GBytes) start = g_bytes_new (copy, at);
          g_autoptr (FeuImageDerivative) first = feu_image_derivative_new_for_bytes (
              start, "a", &usual_limits, NULL, NULL);
          copy[at] ^= 0xff;
          g_autoptr (GBytes) wrong = g_bytes_new (copy, length);
          copy[at] ^= 0xff;
          g_autoptr (FeuImageDerivative) second = feu_image_derivative_new_for_bytes (
              wrong, "a", &usual_limits, NULL, NULL);
        }
    }
}

static void
set_number (guint8 *at, guint32 number)
{
  for (int i = 0; i < 4; i++)
    at[i] = (guint8) (number >> (24 - 8 * i));
}

/* A few bytes that claim to be 50,000 pixels wide and high. */
static void
test_bombs (Fixture *fixture, gconstpointer data)
{
  g_autofree char     *png = save (fixture, "a.png", "png", 64, 64, FALSE);
  g_autofree char     *jpeg = save (fixture, "a.jpg", "jpeg", 64, 64, FALSE);
  g_autofree char     *bmp = save (fixture, "a.bmp", "bmp", 64, 64, FALSE);
  g_autofree char     *heic = path_of_data ("photo.heic");
  g_autofree char     *heic_copy = g_build_filename (fixture->folder, "a.heic", NULL);
  const FeuImageLimits none = { 0 };
  char                *bytes = NULL;
  gsize                length = 0;

  g_assert_true (g_file_get_contents (png, &bytes, &length, NULL));
  set_number ((guint8 *) bytes + 16, 50000);
  set_number ((guint8 *) bytes + 20, 50000);
  test_folder_write (fixture->folder, "a.png", bytes, (gssize) length);
  g_free (bytes);
  g_assert_true (g_file_get_contents (jpeg, &bytes, &length, NULL));
  char *frame = memmem (bytes, length, "\xff\xc0", 2);
  memcpy (frame + 5, "\xc3\x50\xc3\x50", 4);
  test_folder_write (fixture->folder, "a.jpg", bytes, (gssize) length);
  g_free (bytes);
  g_assert_true (g_file_get_contents (bmp, &bytes, &length, NULL));
  memcpy (bytes + 18, "\x50\xc3\0\0\x50\xc3\0\0", 8);
  test_folder_write (fixture->folder, "a.bmp", bytes, (gssize) length);
  g_free (bytes);
  g_assert_true (g_file_get_contents (heic, &bytes, &length, NULL));
  char *size = memmem (bytes, length, "ispe", 4);
  set_number ((guint8 *) size + 8, 50000);
  set_number ((guint8 *) size + 12, 50000);
  test_folder_write (fixture->folder, "a.heic", bytes, (gssize) length);
  g_free (bytes);

  assert_refused (png, &usual_limits, FEU_IMAGE_ERROR_TOO_LARGE);
  assert_refused (png, &none, FEU_IMAGE_ERROR_TOO_LARGE);
  assert_refused (jpeg, &usual_limits, FEU_IMAGE_ERROR_TOO_LARGE);
  assert_refused (jpeg, &none, FEU_IMAGE_ERROR_TOO_LARGE);
  assert_refused (bmp, &usual_limits, FEU_IMAGE_ERROR_DAMAGED);
  assert_refused (heic_copy, &usual_limits, FEU_IMAGE_ERROR_TOO_LARGE);
}

static void
test_no_images (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "",
                                       "A",
                                       "This is a text, not a photo.\n",
                                       "<!DOCTYPE html><title>a</title><p>b</p>",
                                       "%PDF-1.7 and so on",
                                       "RIFF....WAVEfmt " };
  g_autofree char         *path = g_build_filename (fixture->folder, "a.jpg", NULL);
  g_autoptr (GFile) missing = g_file_new_build_filename (fixture->folder, "no", NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      test_folder_write (fixture->folder, "a.jpg", texts[i], -1);
      assert_refused (path, &usual_limits, FEU_IMAGE_ERROR_NOT_AN_IMAGE);
    }
  assert_refused (fixture->folder, &usual_limits, FEU_IMAGE_ERROR_NOT_AN_IMAGE);
  g_assert_null (feu_image_derivative_new (missing, &usual_limits, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_raw (Fixture *fixture, gconstpointer data)
{
  static const char raw[] =
      "II*\0\x08\0\0\0\x01\0\xfe\0\x04\0\x01\0\0\0\x01\0\0\0\0\0\0";
  g_autofree char *path = g_build_filename (fixture->folder, "a.nef", NULL);

  test_folder_write (fixture->folder, "a.nef", raw, sizeof raw);
  assert_refused (path, &usual_limits, FEU_IMAGE_ERROR_UNSUPPORTED);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const FeuImageLimits small = { .max_px = 50 };
  g_autofree char     *path = save (fixture, "a.jpg", "jpeg", 120, 80, FALSE);
  g_autoptr (GBytes) bytes = read_file (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      feu_image_derivative_new_for_bytes (bytes, "a.jpg", &small, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "kept", test_kept },
    { "name", test_name },
    { "metadata-jpeg", test_metadata_jpeg },
    { "metadata-png", test_metadata_png },
    { "metadata-webp", test_metadata_webp },
    { "appended", test_appended },
    { "orientation", test_orientation },
    { "profile", test_profile },
    { "profile-png", test_profile_png },
    { "alpha", test_alpha },
    { "kinds", test_kinds },
    { "other-loaders", test_other_loaders },
    { "print", test_print },
    { "svg", test_svg },
    { "gif", test_gif },
    { "weight", test_weight },
    { "sizes", test_sizes },
    { "truncated", test_truncated },
    { "mangled", test_mangled },
    { "bombs", test_bombs },
    { "no-images", test_no_images },
    { "raw", test_raw },
    { "cancelled", test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  gexiv2_initialize ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/image-derivative/", cases[i].name, NULL);
      g_test_add (path, Fixture, NULL, set_up, cases[i].run, tear_down);
    }
  return g_test_run ();
}
