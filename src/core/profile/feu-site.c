/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The site as a value, and as the text of a key file. Files are feu-site-store.c.
 */
#include "config.h"

#include "feu-site.h"

#include "feu-slug.h"

#include <string.h>

#define GROUP "Site"
#define MAX_ID_CHARACTERS 60
#define MAX_CATEGORIES 100

#define DEFAULT_IMAGE_PX 2560
#define DEFAULT_JPEG_QUALITY 85
#define DEFAULT_PARALLEL_UPLOADS 3

G_DEFINE_BOXED_TYPE (FeuSite, feu_site, feu_site_ref, feu_site_unref)

static char *
dup_trimmed (const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  return trimmed != NULL && *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

/* (transfer full) (nullable): an address that a request could go to */
static char *
dup_address (const char *text)
{
  g_autofree char *trimmed = dup_trimmed (text);
  g_autoptr (GUri) uri =
      trimmed != NULL
          ? g_uri_parse (trimmed, G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD, NULL)
          : NULL;
  if (uri == NULL || g_uri_get_userinfo (uri) != NULL || g_uri_get_host (uri) == NULL ||
      *g_uri_get_host (uri) == '\0')
    return NULL;

  const char *scheme = g_uri_get_scheme (uri);
  return g_str_equal (scheme, "https") || g_str_equal (scheme, "http")
             ? g_steal_pointer (&trimmed)
             : NULL;
}

static char *
dup_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  return g_strdup (g_uri_get_host (uri));
}

static char *
dup_color (const char *text)
{
  g_autofree char *color = dup_trimmed (text);
  if (color == NULL || *color != '#' || strlen (color) != 7 ||
      strspn (color + 1, "0123456789abcdefABCDEF") != 6)
    return NULL;
  return g_ascii_strdown (color, -1);
}

static char *
dup_id (const char *id, const char *name)
{
  if (id != NULL && feu_site_is_id (id))
    return g_strdup (id);
  g_autofree char *slug = feu_slug_new (name, MAX_ID_CHARACTERS);
  return feu_site_is_id (slug) ? g_steal_pointer (&slug)
                               : g_strdup_printf ("site-%08x", g_str_hash (name));
}

static GStrv
dup_list (const char *const *list)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gsize n_items = 0;

  for (guint i = 0; list != NULL && list[i] != NULL && n_items < MAX_CATEGORIES; i++)
    {
      g_autofree char *item = dup_trimmed (list[i]);
      if (item == NULL)
        continue;
      g_strv_builder_add (builder, item);
      n_items++;
    }
  return n_items > 0 ? g_strv_builder_end (builder) : NULL;
}

static guint
clamp_or (guint value, guint fallback, guint max)
{
  return value == 0 ? fallback : MIN (value, max);
}

gboolean
feu_site_is_id (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  gsize length = strlen (id);
  return length > 0 && length <= 2 * MAX_ID_CHARACTERS && g_ascii_isalnum (*id) &&
         strspn (id,
                 "abcdefghijklmnopqrstuvwxyz"
                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == length;
}

FeuSite *
feu_site_new (const FeuSite *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  g_autofree char *address = dup_address (values->address);
  if (address == NULL)
    return NULL;
  g_autofree char *name = dup_trimmed (values->name);
  if (name == NULL)
    name = dup_host (address);

  FeuSite *self = g_new0 (FeuSite, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = dup_id (values->id, name);
  self->name = g_steal_pointer (&name);
  self->color = dup_color (values->color);
  self->kind = g_strdup (values->kind != NULL ? values->kind : FEU_SITE_WORDPRESS);
  self->address = g_steal_pointer (&address);
  self->api_root = dup_address (values->api_root);
  self->user = dup_trimmed (values->user);
  self->user_id = MAX (values->user_id, 0);
  self->default_author = MAX (values->default_author, 0);
  self->default_categories =
      (const char *const *) dup_list (values->default_categories);
  self->theme = dup_trimmed (values->theme);
  self->format =
      values->format == FEU_SITE_CLASSIC ? FEU_SITE_CLASSIC : FEU_SITE_BLOCKS;
  self->max_image_px = clamp_or (values->max_image_px, DEFAULT_IMAGE_PX, 20000);
  self->max_image_bytes = values->max_image_bytes;
  self->jpeg_quality = clamp_or (values->jpeg_quality, DEFAULT_JPEG_QUALITY, 100);
  self->parallel_uploads =
      clamp_or (values->parallel_uploads, DEFAULT_PARALLEL_UPLOADS, 8);
  self->allows_plain_http = values->allows_plain_http != FALSE;
  return self;
}

FeuSite *
feu_site_ref (FeuSite *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_site_unref (FeuSite *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free ((char *) self->id);
  g_free ((char *) self->name);
  g_free ((char *) self->color);
  g_free ((char *) self->kind);
  g_free ((char *) self->address);
  g_free ((char *) self->api_root);
  g_free ((char *) self->user);
  g_strfreev ((char **) self->default_categories);
  g_free ((char *) self->theme);
  g_free (self);
}

static void
set_text (GKeyFile *keys, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (keys, GROUP, key, value);
}

/* What is at its default is not written, so that a better default reaches old sites. */
static void
set_number (GKeyFile *keys, const char *key, guint64 value, guint64 fallback)
{
  if (value != fallback)
    g_key_file_set_uint64 (keys, GROUP, key, value);
}

char *
feu_site_to_text (const FeuSite *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GKeyFile) keys = g_key_file_new ();
  set_text (keys, "Id", self->id);
  set_text (keys, "Name", self->name);
  set_text (keys, "Color", self->color);
  set_text (keys, "Kind", self->kind);
  set_text (keys, "Address", self->address);
  set_text (keys, "ApiRoot", self->api_root);
  set_text (keys, "User", self->user);
  set_number (keys, "UserId", (guint64) self->user_id, 0);
  set_number (keys, "DefaultAuthor", (guint64) self->default_author, 0);
  if (self->default_categories != NULL)
    g_key_file_set_string_list (keys,
                                GROUP,
                                "DefaultCategories",
                                self->default_categories,
                                g_strv_length ((char **) self->default_categories));
  set_text (keys, "Theme", self->theme);
  set_text (keys, "Format", self->format == FEU_SITE_CLASSIC ? "classic" : NULL);
  set_number (keys, "MaxImagePixels", self->max_image_px, DEFAULT_IMAGE_PX);
  set_number (keys, "MaxImageBytes", self->max_image_bytes, 0);
  set_number (keys, "JpegQuality", self->jpeg_quality, DEFAULT_JPEG_QUALITY);
  set_number (
      keys, "ParallelUploads", self->parallel_uploads, DEFAULT_PARALLEL_UPLOADS);
  if (self->allows_plain_http)
    g_key_file_set_boolean (keys, GROUP, "AllowsPlainHttp", TRUE);
  return g_key_file_to_data (keys, NULL, NULL);
}

static gint64
get_number (GKeyFile *keys, const char *key)
{
  return MAX (g_key_file_get_int64 (keys, GROUP, key, NULL), 0);
}

static guint
get_small_number (GKeyFile *keys, const char *key)
{
  return (guint) MIN (get_number (keys, key), G_MAXINT);
}

FeuSite *
feu_site_new_from_text (const char *text, gsize length, const char *id)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (text == NULL || length == 0 ||
      !g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL))
    return NULL;
  g_autofree char *own_id = g_key_file_get_string (keys, GROUP, "Id", NULL);
  g_autofree char *name = g_key_file_get_string (keys, GROUP, "Name", NULL);
  g_autofree char *color = g_key_file_get_string (keys, GROUP, "Color", NULL);
  g_autofree char *kind = g_key_file_get_string (keys, GROUP, "Kind", NULL);
  g_autofree char *address = g_key_file_get_string (keys, GROUP, "Address", NULL);
  g_autofree char *api_root = g_key_file_get_string (keys, GROUP, "ApiRoot", NULL);
  g_autofree char *user = g_key_file_get_string (keys, GROUP, "User", NULL);
  g_autofree char *theme = g_key_file_get_string (keys, GROUP, "Theme", NULL);
  g_autofree char *format = g_key_file_get_string (keys, GROUP, "Format", NULL);
  g_auto (GStrv) categories =
      g_key_file_get_string_list (keys, GROUP, "DefaultCategories", NULL, NULL);

  FeuSite values = {
    .id = id != NULL ? id : own_id,
    .name = name,
    .color = color,
    .kind = kind,
    .address = address,
    .api_root = api_root,
    .user = user,
    .user_id = get_number (keys, "UserId"),
    .default_author = get_number (keys, "DefaultAuthor"),
    .default_categories = (const char *const *) categories,
    .theme = theme,
    .format = g_strcmp0 (format, "classic") == 0 ? FEU_SITE_CLASSIC : FEU_SITE_BLOCKS,
    .max_image_px = get_small_number (keys, "MaxImagePixels"),
    .max_image_bytes = (guint64) get_number (keys, "MaxImageBytes"),
    .jpeg_quality = get_small_number (keys, "JpegQuality"),
    .parallel_uploads = get_small_number (keys, "ParallelUploads"),
    .allows_plain_http = g_key_file_get_boolean (keys, GROUP, "AllowsPlainHttp", NULL),
  };
  return feu_site_new (&values);
}
