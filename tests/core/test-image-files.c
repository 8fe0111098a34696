/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Images as files: measured for the inventory, copied by the import.
 */
#include "config.h"

#include "feu-image-import.h"
#include "feu-image-inventory.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char  *root;
  GFile *folder;
} Fixture;

static char *
path_of (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->root, name, NULL);
}

static void
write_png (Fixture *fixture, const char *name, int width, int height)
{
  g_autofree char *path = path_of (fixture, name);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GdkPixbuf) pixbuf =
      gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  gdk_pixbuf_fill (pixbuf, (guint32) width << 16);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
}

static void
write_text (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = path_of (fixture, name);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = g_dir_make_tmp ("feuillet-XXXXXX", NULL);
  g_autofree char *folder = path_of (fixture, "article");
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  fixture->folder = g_file_new_for_path (folder);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->root);
  g_free (fixture->root);
  g_object_unref (fixture->folder);
}

static void
keep_result_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static char *
import (Fixture *fixture, const char *name, GError **error)
{
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  feu_image_import_file_async (file, fixture->folder, NULL, keep_result_cb, &result);
  return feu_image_import_finish (wait_for (&result), error);
}

static void
assert_imports (Fixture *fixture, const char *name, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *src = import (fixture, name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (src, ==, expected);
  g_assert_cmpint (feu_image_resolve (fixture->folder, src, NULL), ==, FEU_IMAGE_OK);
}

static guint
count_files (Fixture *fixture, const char *name)
{
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  write_png (fixture, "Été à la Mer!.PNG", 8, 8);
  write_png (fixture, "other/Été à la mer.png", 9, 9);
  write_png (fixture, "same as the first", 8, 8);
  write_png (fixture, "…!.jpeg", 10, 10);
  write_png (fixture, "article/here.png", 11, 11);

  assert_imports (fixture, "Été à la Mer!.PNG", "images/ete-a-la-mer.png");
  assert_imports (fixture, "Été à la Mer!.PNG", "images/ete-a-la-mer.png");
  assert_imports (fixture, "same as the first", "images/ete-a-la-mer.png");
  assert_imports (fixture, "other/Été à la mer.png", "images/ete-a-la-mer-2.png");
  assert_imports (fixture, "…!.jpeg", "images/image.png");
  assert_imports (fixture, "article/here.png", "here.png");
  g_assert_cmpuint (count_files (fixture, "article/images"), ==, 3);
}

static void
test_import_bytes (Fixture *fixture, gconstpointer data)
{
  static const char svg[] = "<?xml version=\"1.0\"?>\n<!-- a -->\n"
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" "
                            "height=\"5\"/>\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  feu_image_import_bytes_async (
      bytes, "Pasted image.svg", fixture->folder, NULL, keep_result_cb, &result);
  g_autofree char *src = feu_image_import_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (src, ==, "images/pasted-image.svg");
}

static void
test_import_refuses (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    int         code;
  } cases[] = {
    { "notes.txt", FEU_IMAGE_ERROR_NOT_AN_IMAGE },
    { "fake.jpg", FEU_IMAGE_ERROR_NOT_AN_IMAGE },
    { "empty.png", FEU_IMAGE_ERROR_NOT_AN_IMAGE },
    { "article", FEU_IMAGE_ERROR_NOT_AN_IMAGE },
  };

  write_text (fixture, "notes.txt", "Some words.");
  write_text (fixture, "fake.jpg", "Some words that are no picture.");
  write_text (fixture, "empty.png", "");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_test_message ("%s", cases[i].name);
      g_assert_null (import (fixture, cases[i].name, &error));
      g_assert_error (error, FEU_IMAGE_ERROR, cases[i].code);
    }
  g_autoptr (GError) missing = NULL;
  g_assert_null (import (fixture, "none.png", &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture, "article"), ==, 0);
}

static void
test_import_through_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = path_of (fixture, "article/images");
  g_autoptr (GError) error = NULL;

  write_png (fixture, "a.png", 8, 8);
  g_assert_cmpint (symlink ("..", link), ==, 0);
  g_assert_null (import (fixture, "a.png", &error));
  g_assert_error (error, FEU_IMAGE_ERROR, FEU_IMAGE_ERROR_OUTSIDE);
  g_assert_cmpuint (count_files (fixture, "."), ==, 2);
}

static FeuArticle *
new_article (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 1);
}

static void
test_inventory (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char   *src;
    FeuImageState state;
    int           width;
    const char   *alt;
    const char   *caption;
    const char   *credit;
    guint         n_uses;
    gboolean      is_lead;
  } expected[] = {
    { "images/lead.png", FEU_IMAGE_OK, 30, "Alone", NULL, "Jo", 0, TRUE },
    { "images/a b.png", FEU_IMAGE_OK, 20, "One", "Cap", "Al", 2, FALSE },
    { "none.png", FEU_IMAGE_MISSING, 0, "", NULL, NULL, 1, FALSE },
    { "../x.png", FEU_IMAGE_OUTSIDE, 0, "", NULL, NULL, 1, FALSE },
    { "https://example.org/x.png", FEU_IMAGE_REMOTE, 0, "", NULL, NULL, 1, FALSE },
    { "broken.png", FEU_IMAGE_BROKEN, 0, "", NULL, NULL, 1, FALSE },
    { "drawing.svg", FEU_IMAGE_OK, 4, "", NULL, NULL, 1, FALSE },
  };

  write_png (fixture, "article/images/lead.png", 30, 10);
  write_png (fixture, "article/images/a b.png", 20, 10);
  write_text (fixture, "article/broken.png", "no picture");
  write_text (fixture,
              "article/drawing.svg",
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"5\">"
              "<script>x</script></svg>");
  g_autoptr (FeuArticle) article = new_article (
      "---\nimage: images/lead.png\nresources:\n"
      "  - src: images/lead.png\n    params: { alt: Alone, credit: Jo }\n"
      "  - src: images/a b.png\n    params: { alt: Not this, credit: Al }\n---\n"
      "![One](<images/a b.png> \"Cap\")\n\n![Two](images/a%20b.png)\n\n"
      "![](none.png)\n\n![](../x.png)\n\n![](https://example.org/x.png)\n\n"
      "![](broken.png)\n\n![](drawing.svg)\n");
  g_autoptr (FeuImageInventory) inventory = feu_image_inventory_new ();
  g_autoptr (GAsyncResult) result = NULL;
  feu_image_inventory_list_async (
      inventory, article, fixture->folder, NULL, keep_result_cb, &result);
  g_autoptr (GPtrArray) images =
      feu_image_inventory_list_finish (inventory, wait_for (&result), NULL);

  g_assert_cmpuint (images->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageInfo *info = g_ptr_array_index (images, i);
      g_test_message ("%s", info->src);
      g_assert_cmpstr (info->src, ==, expected[i].src);
      g_assert_cmpint (info->state, ==, expected[i].state);
      g_assert_cmpint (info->width, ==, expected[i].width);
      g_assert_cmpstr (info->alt, ==, expected[i].alt);
      g_assert_cmpstr (info->caption, ==, expected[i].caption);
      g_assert_cmpstr (info->credit, ==, expected[i].credit);
      g_assert_cmpuint (info->n_uses, ==, expected[i].n_uses);
      g_assert_cmpint (info->is_lead, ==, expected[i].is_lead);
    }
  const FeuImageInfo *first_of_body = g_ptr_array_index (images, 1);
  g_assert_true (g_str_has_prefix (
      feu_article_get_text (article, NULL) + first_of_body->start_bytes, "![One]"));
}

/* A keystroke opens no file again; a changed file is measured again. */
static void
test_inventory_cache (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FeuArticle) article = new_article ("![](a.png)\n");
  g_autoptr (FeuImageInventory) inventory = feu_image_inventory_new ();

  write_png (fixture, "article/a.png", 20, 10);
  for (int i = 0; i < 3; i++)
    g_ptr_array_unref (feu_image_inventory_list (inventory, article, fixture->folder));
  g_assert_cmpuint (feu_image_inventory_get_n_reads (inventory), ==, 1);

  write_png (fixture, "article/a.png", 700, 10);
  g_autoptr (GPtrArray) images =
      feu_image_inventory_list (inventory, article, fixture->folder);
  const FeuImageInfo *info = g_ptr_array_index (images, 0);
  g_assert_cmpint (info->width, ==, 700);
  g_assert_cmpuint (feu_image_inventory_get_n_reads (inventory), ==, 2);
}

/* A JPEG whose EXIF says that the camera was turned, by hand: SOI, APP1, then an image.
 */
static void
test_orientation (Fixture *fixture, gconstpointer data)
{
  static const guchar exif[] = { 0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0,  'M', 'M',
                                 0,    42,   0, 0,  0,   8,   0,   1,   1, 18, 0,   3,
                                 0,    0,    0, 1,  0,   6,   0,   0,   0, 0,  0,   0 };
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 20);
  g_autofree char *jpeg = NULL;
  gsize            length = 0;
  g_autoptr (GByteArray) turned = g_byte_array_new ();
  g_autofree char *path = path_of (fixture, "article/turned.jpg");
  g_autoptr (FeuArticle) article = new_article ("![](turned.jpg)\n");
  g_autoptr (FeuImageInventory) inventory = feu_image_inventory_new ();

  gdk_pixbuf_fill (pixbuf, 0);
  g_assert_true (
      gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &length, "jpeg", NULL, NULL));
  g_byte_array_append (turned, (const guchar *) jpeg, 2);
  g_byte_array_append (turned, exif, sizeof exif);
  g_byte_array_append (turned, (const guchar *) jpeg + 2, (guint) length - 2);
  g_assert_true (
      g_file_set_contents (path, (const char *) turned->data, turned->len, NULL));
  g_autoptr (GPtrArray) images =
      feu_image_inventory_list (inventory, article, fixture->folder);
  const FeuImageInfo *info = g_ptr_array_index (images, 0);
  g_assert_cmpint (info->width, ==, 20);
  g_assert_cmpint (info->height, ==, 40);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/core/image-import/copies-once", test_import);
  ADD ("/core/image-import/bytes", test_import_bytes);
  ADD ("/core/image-import/refuses", test_import_refuses);
  ADD ("/core/image-import/folder-is-link", test_import_through_link);
  ADD ("/core/image-inventory/lists", test_inventory);
  ADD ("/core/image-inventory/reads-once", test_inventory_cache);
  ADD ("/core/image-inventory/orientation", test_orientation);
  return g_test_run ();
}
