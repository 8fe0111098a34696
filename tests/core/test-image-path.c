/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which file an image address means, and what is refused.
 */
#include "config.h"

#include "feu-image-path.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char  *root;
  GFile *folder;
} Fixture;

static void
write_file (const char *root, const char *name)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0755), ==, 0);
  g_assert_true (g_file_set_contents (path, name, -1, NULL));
}

static void
link_file (const char *root, const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const files[] = { "article/images/a.jpg",
                                       "article/images/été 1.jpg",
                                       "article/images/50%20.jpg",
                                       "article/images/x?y.jpg",
                                       "article/..b.jpg",
                                       "article-2/secret.jpg",
                                       "outside.jpg" };

  fixture->root = g_dir_make_tmp ("feuillet-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    write_file (fixture->root, files[i]);
  link_file (fixture->root, "article/images/in.jpg", "a.jpg");
  link_file (fixture->root, "article/images/out.jpg", "../../outside.jpg");
  link_file (fixture->root, "article/up", "..");
  link_file (fixture->root, "article/loop.jpg", "loop.jpg");
  g_autofree char *fifo = g_build_filename (fixture->root, "article/fifo.jpg", NULL);
  g_assert_cmpint (mkfifo (fifo, 0644), ==, 0);
  g_autofree char *folder = g_build_filename (fixture->root, "article", NULL);
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
test_resolves (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *src;
    const char *name;
  } cases[] = {
    { "images/a.jpg", "images/a.jpg" },
    { "./images/a.jpg", "images/a.jpg" },
    { "images/../images/a.jpg", "images/a.jpg" },
    { "images//a.jpg", "images/a.jpg" },
    { "images/in.jpg", "images/a.jpg" },
    { "up/article/images/a.jpg", "images/a.jpg" },
    { "images/été 1.jpg", "images/été 1.jpg" },
    { "images/%C3%A9t%C3%A9%201.jpg", "images/été 1.jpg" },
    { "images/50%20.jpg", "images/50%20.jpg" },
    { "images/a.jpg?v=2", "images/a.jpg" },
    { "images/a.jpg#crop", "images/a.jpg" },
    { "images/x?y.jpg", "images/x?y.jpg" },
    { "images/%61.jpg?v=2#x", "images/a.jpg" },
    { "..b.jpg", "..b.jpg" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = NULL;
      g_test_message ("%s", cases[i].src);
      g_assert_cmpint (
          feu_image_resolve (fixture->folder, cases[i].src, &file), ==, FEU_IMAGE_OK);
      g_autofree char *src = feu_image_dup_src (fixture->folder, file);
      g_assert_cmpstr (src, ==, cases[i].name);
    }
}

static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char   *src;
    FeuImageState state;
  } cases[] = {
    { "", FEU_IMAGE_MISSING },
    { ".", FEU_IMAGE_MISSING },
    { "images", FEU_IMAGE_MISSING },
    { "images/none.jpg", FEU_IMAGE_MISSING },
    { "fifo.jpg", FEU_IMAGE_MISSING },
    { "loop.jpg", FEU_IMAGE_MISSING },
    { "images/a.jpg/b", FEU_IMAGE_MISSING },
    { "..", FEU_IMAGE_OUTSIDE },
    { "../outside.jpg", FEU_IMAGE_OUTSIDE },
    { "../article/images/a.jpg", FEU_IMAGE_OUTSIDE },
    { "../article-2/secret.jpg", FEU_IMAGE_OUTSIDE },
    { "images/../../outside.jpg", FEU_IMAGE_OUTSIDE },
    { "%2e%2e/outside.jpg", FEU_IMAGE_OUTSIDE },
    { "..%2foutside.jpg", FEU_IMAGE_OUTSIDE },
    { "%2e%2e%2foutside.jpg?x", FEU_IMAGE_OUTSIDE },
    { "%2fetc%2fpasswd", FEU_IMAGE_OUTSIDE },
    { "images/out.jpg", FEU_IMAGE_OUTSIDE },
    { "up/outside.jpg", FEU_IMAGE_OUTSIDE },
    { "up/article-2/secret.jpg", FEU_IMAGE_OUTSIDE },
    { "/etc/passwd", FEU_IMAGE_OUTSIDE },
    { " /etc/passwd", FEU_IMAGE_OUTSIDE },
    { "file:///etc/passwd", FEU_IMAGE_OUTSIDE },
    { "FILE:images/a.jpg", FEU_IMAGE_OUTSIDE },
    { "c:\\a.jpg", FEU_IMAGE_OUTSIDE },
    { "\\a.jpg", FEU_IMAGE_OUTSIDE },
    { "https://example.org/a.jpg", FEU_IMAGE_REMOTE },
    { "ht\ntps://example.org/a.jpg", FEU_IMAGE_REMOTE },
    { "//example.org/a.jpg", FEU_IMAGE_REMOTE },
    { "\\\\host\\a.jpg", FEU_IMAGE_REMOTE },
    { "data:image/png;base64,AAAA", FEU_IMAGE_REMOTE },
    { "%00.jpg", FEU_IMAGE_MISSING },
    { "%ff%fe.jpg", FEU_IMAGE_MISSING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GFile *file = NULL;
      g_test_message ("%s", cases[i].src);
      g_assert_cmpint (
          feu_image_resolve (fixture->folder, cases[i].src, &file), ==, cases[i].state);
      g_assert_null (file);
    }
}

static void
test_without_folder (void)
{
  g_autoptr (GFile) elsewhere = g_file_new_for_uri ("sftp://example.org/articles");

  g_assert_cmpint (feu_image_resolve (NULL, "a.jpg", NULL), ==, FEU_IMAGE_MISSING);
  g_assert_cmpint (feu_image_resolve (NULL, "../a.jpg", NULL), ==, FEU_IMAGE_OUTSIDE);
  g_assert_cmpint (feu_image_resolve (elsewhere, "a.jpg", NULL), ==, FEU_IMAGE_MISSING);
}

static void
test_folder_behind_link (Fixture *fixture, gconstpointer data)
{
  link_file (fixture->root, "linked", "article");
  g_autofree char *path = g_build_filename (fixture->root, "linked", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) image = g_file_get_child (fixture->folder, "images/a.jpg");
  g_autofree char *src = feu_image_dup_src (folder, image);

  g_assert_cmpstr (src, ==, "images/a.jpg");
  g_assert_cmpint (feu_image_resolve (folder, src, NULL), ==, FEU_IMAGE_OK);
}

static void
test_equal (void)
{
  g_assert_true (feu_image_src_equal ("images/a b.jpg", "./images/a%20b.jpg"));
  g_assert_true (feu_image_src_equal ("a.jpg", "a.jpg"));
  g_assert_false (feu_image_src_equal ("a.jpg", "A.jpg"));
  g_assert_false (feu_image_src_equal ("", "a.jpg"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/core/image-path/resolves", test_resolves);
  ADD ("/core/image-path/refuses", test_refuses);
  ADD ("/core/image-path/folder-behind-link", test_folder_behind_link);
  g_test_add_func ("/core/image-path/without-folder", test_without_folder);
  g_test_add_func ("/core/image-path/equal", test_equal);
  return g_test_run ();
}
