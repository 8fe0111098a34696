/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sites as key files, in the manner of feu-author-store.c.
 */
#include "config.h"

#include "feu-site-store.h"

#include "feu-slug.h"

#include <glib/gi18n.h>
#include <string.h>

#define SITE_SUFFIX ".site"
#define MAX_SITE_BYTES (64 * 1024)

struct _FeuSiteStore
{
  GObject parent_instance;

  /* owned */
  GFile     *folder;
  GPtrArray *sites; /* (element-type FeuSite), sorted by name */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_QUARK (feu_site_error, feu_site_error)
G_DEFINE_FINAL_TYPE (FeuSiteStore, feu_site_store, G_TYPE_OBJECT)

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const FeuSite *const *first = a;
  const FeuSite *const *second = b;
  int                   order = g_utf8_collate ((*first)->name, (*second)->name);
  return order != 0 ? order : strcmp ((*first)->id, (*second)->id);
}

/* Returns: (transfer full) (nullable): NULL where it is no site, or too long for one */
static FeuSite *
load_site (const char *path, const char *id)
{
  g_autoptr (GMappedFile) file = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL || g_mapped_file_get_length (file) > MAX_SITE_BYTES)
    return NULL;
  return feu_site_new_from_text (
      g_mapped_file_get_contents (file), g_mapped_file_get_length (file), id);
}

static GPtrArray *
load_folder (GFile *folder)
{
  GPtrArray *sites = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_site_unref);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GDir) dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  if (dir == NULL)
    return sites;

  for (const char *name = g_dir_read_name (dir); name != NULL;
       name = g_dir_read_name (dir))
    {
      if (!g_str_has_suffix (name, SITE_SUFFIX))
        continue;
      g_autofree char *id = g_strndup (name, strlen (name) - strlen (SITE_SUFFIX));
      g_autofree char *file = g_build_filename (path, name, NULL);
      FeuSite         *site = feu_site_is_id (id) ? load_site (file, id) : NULL;
      if (site != NULL)
        g_ptr_array_add (sites, site);
    }
  g_ptr_array_sort (sites, compare_names);
  return sites;
}

static GFile *
get_file (FeuSiteStore *self, const char *id)
{
  g_autofree char *name = g_strconcat (id, SITE_SUFFIX, NULL);
  return g_file_get_child (self->folder, name);
}

/* Returns: index of the site with this id, or -1 */
static int
find_id (FeuSiteStore *self, const char *id)
{
  for (guint i = 0; i < self->sites->len; i++)
    {
      FeuSite *site = g_ptr_array_index (self->sites, i);
      if (g_str_equal (site->id, id))
        return (int) i;
    }
  return -1;
}

/* Addresses are the same with and without a slash at their end, and with either
 * scheme. */
static char *
dup_comparable_address (const char *address)
{
  const char      *at = strstr (address, "://");
  g_autofree char *text = g_ascii_strdown (at != NULL ? at + 3 : address, -1);
  for (gsize length = strlen (text); length > 0 && text[length - 1] == '/'; length--)
    text[length - 1] = '\0';
  return g_steal_pointer (&text);
}

static gboolean
is_called (const FeuSite *site, const char *text, const char *slug)
{
  g_autofree char *name_slug = feu_slug_new (site->name, 0);
  if (g_str_equal (site->name, text) ||
      (*slug != '\0' && g_str_equal (name_slug, slug)))
    return TRUE;

  g_autofree char *wanted = dup_comparable_address (text);
  g_autofree char *address = dup_comparable_address (site->address);
  return g_str_equal (address, wanted);
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

static gboolean
write_site (GFile *file, const FeuSite *site, GFileCreateFlags flags, GError **error)
{
  g_autofree char *text = feu_site_to_text (site);
  if (g_file_replace_contents (
          file, text, strlen (text), NULL, FALSE, flags, NULL, NULL, error))
    return TRUE;
  g_prefix_error (error, _ ("Saving the site “%s”: "), site->name);
  return FALSE;
}

static void
drop_id (FeuSiteStore *self, const char *id)
{
  int index = find_id (self, id);
  if (index >= 0)
    g_ptr_array_remove_index (self->sites, (guint) index);
}

static void
feu_site_store_dispose (GObject *object)
{
  FeuSiteStore *self = FEU_SITE_STORE (object);

  g_clear_object (&self->folder);
  G_OBJECT_CLASS (feu_site_store_parent_class)->dispose (object);
}

static void
feu_site_store_finalize (GObject *object)
{
  FeuSiteStore *self = FEU_SITE_STORE (object);

  g_clear_pointer (&self->sites, g_ptr_array_unref);
  G_OBJECT_CLASS (feu_site_store_parent_class)->finalize (object);
}

static void
feu_site_store_class_init (FeuSiteStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_site_store_dispose;
  object_class->finalize = feu_site_store_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          FEU_TYPE_SITE_STORE,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
feu_site_store_init (FeuSiteStore *self)
{
}

FeuSiteStore *
feu_site_store_new (GFile *folder)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  FeuSiteStore *self = g_object_new (FEU_TYPE_SITE_STORE, NULL);
  self->folder = g_object_ref (folder);
  self->sites = load_folder (folder);
  return self;
}

GFile *
feu_site_store_dup_default_folder (void)
{
  g_autofree char *path =
      g_build_filename (g_get_user_config_dir (), "feuillet", "sites", NULL);
  return g_file_new_for_path (path);
}

GPtrArray *
feu_site_store_list (FeuSiteStore *self)
{
  g_return_val_if_fail (FEU_IS_SITE_STORE (self), NULL);

  return g_ptr_array_copy (self->sites, (GCopyFunc) feu_site_ref, NULL);
}

FeuSite *
feu_site_store_dup_site (FeuSiteStore *self, const char *text)
{
  g_return_val_if_fail (FEU_IS_SITE_STORE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  int index = find_id (self, text);
  if (index >= 0)
    return feu_site_ref (g_ptr_array_index (self->sites, (guint) index));

  g_autofree char *slug = feu_slug_new (text, 0);
  for (guint i = 0; i < self->sites->len; i++)
    {
      FeuSite *site = g_ptr_array_index (self->sites, i);
      if (is_called (site, text, slug))
        return feu_site_ref (site);
    }
  return NULL;
}

char *
feu_site_store_dup_free_id (FeuSiteStore *self, const char *name)
{
  g_return_val_if_fail (FEU_IS_SITE_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  g_autofree char *slug = feu_slug_new (name, 40);
  const char      *stem = feu_site_is_id (slug) ? slug : "site";
  g_autofree char *id = g_strdup (stem);
  for (guint i = 2; find_id (self, id) >= 0; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, i);
    }
  return g_steal_pointer (&id);
}

gboolean
feu_site_store_save (FeuSiteStore *self, FeuSite *site, GError **error)
{
  g_return_val_if_fail (FEU_IS_SITE_STORE (self), FALSE);
  g_return_val_if_fail (site != NULL, FALSE);

  g_autoptr (GFile) file = get_file (self, site->id);
  if (!make_folder (self->folder, error) ||
      !write_site (file, site, G_FILE_CREATE_PRIVATE, error))
    return FALSE;
  drop_id (self, site->id);
  g_ptr_array_add (self->sites, feu_site_ref (site));
  g_ptr_array_sort (self->sites, compare_names);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

gboolean
feu_site_store_remove (FeuSiteStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (FEU_IS_SITE_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL && feu_site_is_id (id), FALSE);

  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFile) file = get_file (self, id);
  if (!g_file_delete (file, NULL, &local_error) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  drop_id (self, id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

gboolean
feu_site_store_export (FeuSite *site, GFile *file, GError **error)
{
  g_return_val_if_fail (site != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return write_site (file, site, G_FILE_CREATE_NONE, error);
}

FeuSite *
feu_site_store_import (FeuSiteStore *self, GFile *file, GError **error)
{
  g_return_val_if_fail (FEU_IS_SITE_STORE (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  g_autofree char *path = g_file_get_path (file);
  g_autoptr (FeuSite) read = path != NULL ? load_site (path, NULL) : NULL;
  if (read == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_set_error (error,
                   FEU_SITE_ERROR,
                   FEU_SITE_ERROR_NOT_A_SITE,
                   _ ("“%s” does not hold a site that Feuillet exported."),
                   name);
      return NULL;
    }

  FeuSite          values = *read;
  g_autofree char *id = find_id (self, read->id) < 0
                            ? g_strdup (read->id)
                            : feu_site_store_dup_free_id (self, read->name);
  values.id = id;
  values.api_root = NULL;
  values.user_id = 0;
  values.allows_plain_http = FALSE;
  g_autoptr (FeuSite) site = feu_site_new (&values);
  return feu_site_store_save (self, site, error) ? g_steal_pointer (&site) : NULL;
}
