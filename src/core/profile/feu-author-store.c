/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Profiles as key files. The folder is read once, at construction, so that looking up
 * is free of I/O and of locks; the sub-folder of an article is read at each look-up.
 */
#include "config.h"

#include "feu-author-store.h"

#include "feu-slug.h"

#include <glib/gi18n.h>
#include <string.h>

#define PROFILE_SUFFIX ".author"
#define GROUP "Author"
#define ARTICLE_SUBFOLDER "authors"
#define MAX_PROFILE_BYTES (64 * 1024)

struct _FeuAuthorStore
{
  GObject parent_instance;

  /* owned */
  GFile     *folder;
  GPtrArray *authors; /* (element-type FeuAuthor), sorted by name */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FeuAuthorStore, feu_author_store, G_TYPE_OBJECT)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const FeuAuthor *const *first = a;
  const FeuAuthor *const *second = b;
  return g_utf8_collate ((*first)->name, (*second)->name);
}

/* Profiles may come with somebody else's article: neither a path nor a link may lead
 * out of the folder. */
static GFile *
find_photo (const char *folder, const char *name)
{
  if (name == NULL || *name == '\0' || strchr (name, G_DIR_SEPARATOR) != NULL)
    return NULL;

  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *real_folder = realpath (folder, NULL);
  g_autofree char *real_path = realpath (path, NULL);
  if (real_folder == NULL || real_path == NULL ||
      !g_file_test (real_path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  g_autofree char *real_parent = g_path_get_dirname (real_path);
  return g_str_equal (real_parent, real_folder) ? g_file_new_for_path (path) : NULL;
}

static GKeyFile *
load_key_file (const char *path)
{
  g_autoptr (GMappedFile) file = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL || g_mapped_file_get_length (file) == 0 ||
      g_mapped_file_get_length (file) > MAX_PROFILE_BYTES)
    return NULL;
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  return g_key_file_load_from_data (keys,
                                    g_mapped_file_get_contents (file),
                                    g_mapped_file_get_length (file),
                                    G_KEY_FILE_NONE,
                                    NULL)
             ? g_steal_pointer (&keys)
             : NULL;
}

static char *
get_key (GKeyFile *keys, const char *key)
{
  return g_key_file_get_string (keys, GROUP, key, NULL);
}

/* Returns NULL for a file that is no profile: one broken file must not hide the others.
 */
static FeuAuthor *
load_profile (const char *folder, const char *file_name)
{
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  g_autoptr (GKeyFile) keys = load_key_file (path);
  g_autofree char *name = keys != NULL ? get_key (keys, "Name") : NULL;

  if (name == NULL || *g_strstrip (name) == '\0')
    return NULL;
  g_autofree char *role = get_key (keys, "Role");
  g_autofree char *bio = get_key (keys, "Bio");
  g_autofree char *url = get_key (keys, "Url");
  g_autofree char *photo_name = get_key (keys, "Photo");
  g_autoptr (GFile) photo = find_photo (folder, photo_name);

  FeuAuthor *author = feu_author_new (name, role, bio, url, photo);
  g_free (author->id);
  author->id = g_strndup (file_name, strlen (file_name) - strlen (PROFILE_SUFFIX));
  return author;
}

static GPtrArray *
load_folder (GFile *folder)
{
  GPtrArray *authors =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_author_unref);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  if (dir == NULL)
    return authors;

  for (const char *name = g_dir_read_name (dir); name != NULL;
       name = g_dir_read_name (dir))
    {
      if (!g_str_has_suffix (name, PROFILE_SUFFIX) || !g_utf8_validate (name, -1, NULL))
        continue;
      FeuAuthor *author = load_profile (path, name);
      if (author != NULL)
        g_ptr_array_add (authors, author);
    }
  g_ptr_array_sort (authors, compare_names);
  return authors;
}

static gboolean
is_called (const FeuAuthor *author, const char *name, const char *slug)
{
  if (g_str_equal (author->name, name) || g_str_equal (author->id, name))
    return TRUE;
  if (*slug == '\0')
    return FALSE;
  g_autofree char *author_slug = feu_slug_new (author->name, 0);
  return g_str_equal (author_slug, slug) || g_str_equal (author->id, slug);
}

static FeuAuthor *
find_author (const GPtrArray *authors, const char *name, const char *slug)
{
  for (guint i = 0; i < authors->len; i++)
    {
      FeuAuthor *author = g_ptr_array_index (authors, i);
      if (is_called (author, name, slug))
        return feu_author_ref (author);
    }
  return NULL;
}

static FeuAuthor *
find_beside_article (GFile *article_folder, const char *name, const char *slug)
{
  g_autoptr (GFile) folder = g_file_get_child (article_folder, ARTICLE_SUBFOLDER);
  g_autoptr (GPtrArray) authors = load_folder (folder);
  return find_author (authors, name, slug);
}

static void
set_key (GKeyFile *keys, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (keys, GROUP, key, value);
}

/* Copies the photo into the folder unless it is there. Returns: its file, or NULL */
static GFile *
adopt_photo (FeuAuthorStore *self, FeuAuthor *author, GError **error)
{
  g_autoptr (GFile) parent = g_file_get_parent (author->photo);
  if (parent != NULL && g_file_equal (parent, self->folder))
    return g_object_ref (author->photo);

  g_autofree char *base = g_file_get_basename (author->photo);
  const char      *dot = strrchr (base, '.');
  g_autofree char *suffix = g_ascii_strdown (dot != NULL ? dot : "", -1);
  g_autofree char *name = g_strconcat (author->id, suffix, NULL);
  g_autoptr (GFile) copy = g_file_get_child (self->folder, name);

  if (!g_file_copy (author->photo,
                    copy,
                    G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                    NULL,
                    NULL,
                    NULL,
                    error))
    {
      g_prefix_error (error, _ ("Copying the photo “%s”: "), base);
      return NULL;
    }
  return g_steal_pointer (&copy);
}

static gboolean
write_profile (FeuAuthorStore *self, const FeuAuthor *author, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  set_key (keys, "Name", author->name);
  set_key (keys, "Role", author->role);
  set_key (keys, "Bio", author->bio);
  set_key (keys, "Url", author->url);
  if (author->photo != NULL)
    {
      g_autofree char *photo_name = g_file_get_basename (author->photo);
      set_key (keys, "Photo", photo_name);
    }

  g_autofree char *file_name = g_strconcat (author->id, PROFILE_SUFFIX, NULL);
  g_autoptr (GFile) file = g_file_get_child (self->folder, file_name);
  gsize            length = 0;
  g_autofree char *text = g_key_file_to_data (keys, &length, NULL);
  return g_file_replace_contents (
      file, text, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

static gboolean
make_folder (GFile *folder, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (g_file_make_directory_with_parents (folder, NULL, &local_error) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
replace_author (FeuAuthorStore *self, FeuAuthor *author)
{
  for (guint i = self->authors->len; i > 0; i--)
    {
      FeuAuthor *other = g_ptr_array_index (self->authors, i - 1);
      if (g_str_equal (other->id, author->id))
        g_ptr_array_remove_index (self->authors, i - 1);
    }
  g_ptr_array_add (self->authors, feu_author_ref (author));
  g_ptr_array_sort (self->authors, compare_names);
}

static void
feu_author_store_dispose (GObject *object)
{
  FeuAuthorStore *self = FEU_AUTHOR_STORE (object);

  g_clear_object (&self->folder);
  G_OBJECT_CLASS (feu_author_store_parent_class)->dispose (object);
}

static void
feu_author_store_finalize (GObject *object)
{
  FeuAuthorStore *self = FEU_AUTHOR_STORE (object);

  g_clear_pointer (&self->authors, g_ptr_array_unref);
  G_OBJECT_CLASS (feu_author_store_parent_class)->finalize (object);
}

static void
feu_author_store_class_init (FeuAuthorStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_author_store_dispose;
  object_class->finalize = feu_author_store_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          FEU_TYPE_AUTHOR_STORE,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
feu_author_store_init (FeuAuthorStore *self)
{
}

FeuAuthorStore *
feu_author_store_new (GFile *folder)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  FeuAuthorStore *self = g_object_new (FEU_TYPE_AUTHOR_STORE, NULL);
  self->folder = g_object_ref (folder);
  self->authors = load_folder (folder);
  return self;
}

FeuAuthor *
feu_author_store_dup_author (FeuAuthorStore *self,
                             const char     *name,
                             GFile          *article_folder)
{
  g_return_val_if_fail (FEU_IS_AUTHOR_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  g_autofree char *slug = feu_slug_new (name, 0);
  FeuAuthor       *author = find_author (self->authors, name, slug);
  if (author == NULL && article_folder != NULL)
    author = find_beside_article (article_folder, name, slug);
  return author != NULL ? author : feu_author_new (name, NULL, NULL, NULL, NULL);
}

GPtrArray *
feu_author_store_list (FeuAuthorStore *self)
{
  g_return_val_if_fail (FEU_IS_AUTHOR_STORE (self), NULL);

  return g_ptr_array_copy (self->authors, (GCopyFunc) feu_author_ref, NULL);
}

gboolean
feu_author_store_save (FeuAuthorStore *self, FeuAuthor *author, GError **error)
{
  g_return_val_if_fail (FEU_IS_AUTHOR_STORE (self), FALSE);
  g_return_val_if_fail (author != NULL, FALSE);

  g_autoptr (GFile) photo = NULL;
  if (!make_folder (self->folder, error))
    return FALSE;
  if (author->photo != NULL)
    {
      photo = adopt_photo (self, author, error);
      if (photo == NULL)
        return FALSE;
    }

  g_autoptr (FeuAuthor) saved =
      feu_author_new (author->name, author->role, author->bio, author->url, photo);
  g_free (saved->id);
  saved->id = g_strdup (author->id);
  if (!write_profile (self, saved, error))
    {
      g_prefix_error (error, _ ("Saving the profile of “%s”: "), author->name);
      return FALSE;
    }
  replace_author (self, saved);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}
