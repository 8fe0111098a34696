/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the front matter says of images: Hugo's resources, one by one; and beside the
 * featured image, as Ghost (feature_image_alt), Chirpy (image.alt) and others have it.
 */
#include "config.h"

#include "feu-metadata.h"

#include "feu-front-matter-edit.h"
#include "feu-metadata-private.h"

#include <string.h>

/* The first is written. */
static const char *const param_names[FEU_N_IMAGE_PARAMS][4] = {
  [FEU_IMAGE_PARAM_ALT] = { "alt" },
  [FEU_IMAGE_PARAM_CAPTION] = { "caption" },
  [FEU_IMAGE_PARAM_CREDIT] = { "credit", "attribution" },
  [FEU_IMAGE_PARAM_LICENSE] = { "license", "licence" },
  [FEU_IMAGE_PARAM_SOURCE] = { "source" },
};

void
feu_meta_image_free (FeuMetaImage *self)
{
  g_free (self->src);
  for (guint i = 0; i < FEU_N_IMAGE_PARAMS; i++)
    g_free (self->params[i]);
  g_free (self);
}

static const char *
skip_here (const char *src)
{
  return g_str_has_prefix (src, "./") ? src + 2 : src;
}

/* Where in a resource @param is, as steps from it; NULL where it is not. */
static const char *const *
find_in_resource (const FeuMetaNode *resource, FeuImageParam param)
{
  /* Hugo's own title of a resource is what a gallery shows below it. */
  static const char *const places[FEU_N_IMAGE_PARAMS][5][3] = {
    [FEU_IMAGE_PARAM_ALT] = { { "params", "alt" }, { "alt" } },
    [FEU_IMAGE_PARAM_CAPTION] = { { "params", "caption" }, { "caption" }, { "title" } },
    [FEU_IMAGE_PARAM_CREDIT] = { { "params", "credit" },
                                 { "params", "attribution" },
                                 { "credit" } },
    [FEU_IMAGE_PARAM_LICENSE] = { { "params", "license" },
                                  { "params", "licence" },
                                  { "license" } },
    [FEU_IMAGE_PARAM_SOURCE] = { { "params", "source" }, { "source" } },
  };

  for (guint i = 0; places[param][i][0] != NULL; i++)
    {
      const FeuMetaNode *node = feu_meta_node_find (resource, places[param][i]);
      if (node != NULL && node->type == FEU_META_SCALAR)
        return places[param][i];
    }
  return NULL;
}

static gboolean
names_param (const char *word, FeuImageParam param)
{
  for (guint i = 0; param_names[param][i] != NULL; i++)
    if (g_ascii_tolower (word[0]) == param_names[param][i][0] &&
        strcmp (word + 1, param_names[param][i] + 1) == 0)
      return TRUE;
  return FALSE;
}

/* The value beside the featured image's own that is its @param: for "cover.image" that
 * is "cover.alt", for "image" one of "image_alt", "imageAlt" and "image-alt". The
 * dotted name of the mapping it is in goes to @out_parent, "" for the top. */
static const FeuMetaNode *
find_beside_lead (const FeuMetadata *self, FeuImageParam param, char **out_parent)
{
  const FeuMetaNode *node = feu_front_matter_get_root (self->front_matter);
  const char        *lead = self->fields[FEU_FIELD_IMAGE].name;
  const char        *dot = lead != NULL ? strrchr (lead, '.') : NULL;
  gsize              n_skipped = dot == NULL && lead != NULL ? strlen (lead) : 0;
  g_autofree char *parent = dot != NULL ? g_strndup (lead, (gsize) (dot - lead)) : NULL;

  if (dot != NULL && node != NULL)
    node = feu_meta_node_find_dotted (node, parent);
  if (node == NULL || lead == NULL || node->type != FEU_META_MAPPING)
    return NULL;
  for (guint i = node->children->len; i > 0; i--)
    {
      const FeuMetaNode *child = g_ptr_array_index (node->children, i - 1);
      if (child->type != FEU_META_SCALAR || strncmp (child->key, lead, n_skipped) != 0)
        continue;
      const char *word = child->key + n_skipped;
      if (n_skipped > 0 && (word[0] == '_' || word[0] == '-'))
        word++;
      if (word[0] == '\0' || !names_param (word, param))
        continue;
      if (out_parent != NULL)
        *out_parent = parent != NULL ? g_steal_pointer (&parent) : g_strdup ("");
      return child;
    }
  return NULL;
}

static char *
dup_value (const FeuMetaNode *node)
{
  if (node == NULL || node->type != FEU_META_SCALAR || feu_meta_node_is_null (node))
    return NULL;
  char *value = g_strstrip (g_strdup (node->text));
  if (value[0] == '\0')
    g_clear_pointer (&value, g_free);
  return value;
}

static void
read_resource (FeuMetadata *self, const FeuMetaNode *resource)
{
  const FeuMetaNode *src = feu_meta_node_get (resource, "src");
  if (src == NULL || src->type != FEU_META_SCALAR)
    return;
  FeuMetaImage *image = g_new0 (FeuMetaImage, 1);
  image->src = g_strdup (skip_here (src->text));
  for (guint i = 0; i < FEU_N_IMAGE_PARAMS; i++)
    {
      const char *const *place = find_in_resource (resource, (FeuImageParam) i);
      if (place != NULL)
        image->params[i] = dup_value (feu_meta_node_find (resource, place));
    }
  g_ptr_array_add (self->images, image);
}

static void
read_lead (FeuMetadata *self)
{
  const char *src = feu_metadata_get_string (self, FEU_FIELD_IMAGE);
  if (src == NULL)
    return;
  FeuMetaImage *image = g_new0 (FeuMetaImage, 1);
  image->src = g_strdup (skip_here (src));
  for (guint i = 0; i < FEU_N_IMAGE_PARAMS; i++)
    image->params[i] = dup_value (find_beside_lead (self, (FeuImageParam) i, NULL));
  g_ptr_array_add (self->images, image);
}

void
feu_metadata_read_images (FeuMetadata *self)
{
  const FeuMetaNode *root = feu_front_matter_get_root (self->front_matter);
  const FeuMetaNode *resources = feu_meta_node_get (root, "resources");

  if (resources != NULL && resources->type == FEU_META_SEQUENCE)
    for (guint i = 0; i < resources->children->len; i++)
      read_resource (self, g_ptr_array_index (resources->children, i));
  read_lead (self);
}

const char *
feu_metadata_get_image_param (const FeuMetadata *self,
                              const char        *src,
                              FeuImageParam      param)
{
  for (guint i = 0; i < self->images->len; i++)
    {
      const FeuMetaImage *image = g_ptr_array_index (self->images, i);
      if (image->params[param] != NULL && strcmp (image->src, skip_here (src)) == 0)
        return image->params[param];
    }
  return NULL;
}

/* The resource whose src is @src, whichever way it is written. (nullable) */
static const FeuMetaNode *
find_resource (const FeuMetadata *self, const char *src)
{
  const FeuMetaNode *root = feu_front_matter_get_root (self->front_matter);
  const FeuMetaNode *resources =
      root != NULL ? feu_meta_node_get (root, "resources") : NULL;

  if (resources == NULL || resources->type != FEU_META_SEQUENCE)
    return NULL;
  for (guint i = 0; i < resources->children->len; i++)
    {
      const FeuMetaNode *resource = g_ptr_array_index (resources->children, i);
      const FeuMetaNode *own = feu_meta_node_get (resource, "src");
      if (own != NULL && own->type == FEU_META_SCALAR &&
          strcmp (skip_here (own->text), skip_here (src)) == 0)
        return resource;
    }
  return NULL;
}

/* The steps to @key of the mapping with the dotted name @parent. */
static GStrv
dup_path_below (const FeuMetadata *self, const char *parent, const char *key)
{
  const FeuMetaNode *root = feu_front_matter_get_root (self->front_matter);
  g_auto (GStrv) steps = feu_meta_node_split_dotted (root, parent);
  g_autoptr (GStrvBuilder) path = g_strv_builder_new ();

  g_strv_builder_addv (path, (const char **) steps);
  g_strv_builder_add (path, key);
  return g_strv_builder_end (path);
}

/* The steps to where @param of @src stands or is to be written. */
static GStrv
dup_param_path (const FeuMetadata *self, const char *src, FeuImageParam param)
{
  const FeuMetaNode *resource = find_resource (self, src);
  const char *const *place =
      resource != NULL ? find_in_resource (resource, param) : NULL;
  const char *lead = feu_metadata_get_string (self, FEU_FIELD_IMAGE);

  if (place == NULL && lead != NULL && strcmp (skip_here (lead), skip_here (src)) == 0)
    {
      g_autofree char   *parent = NULL;
      const FeuMetaNode *beside = find_beside_lead (self, param, &parent);
      if (beside != NULL)
        return dup_path_below (self, parent, beside->key);
    }
  const char *own = resource != NULL ? feu_meta_node_get (resource, "src")->text : src;
  const char *const  usual[] = { "params", param_names[param][0], NULL };
  const char *const *last = place != NULL ? place : usual;
  g_autofree char   *item = g_strdup_printf ("[src=%s]", own);
  const char *const  path[] = { "resources", item, last[0], last[1], NULL };
  return g_strdupv ((GStrv) path);
}

gboolean
feu_metadata_edit_image_param (const FeuMetadata *self,
                               const char        *text,
                               gsize              length_bytes,
                               const char        *src,
                               FeuImageParam      param,
                               const char        *value,
                               GPtrArray         *edits,
                               GError           **error)
{
  const char      *old = feu_metadata_get_image_param (self, src, param);
  g_autofree char *wanted = g_strstrip (g_strdup (value != NULL ? value : ""));

  if (strcmp (wanted, old != NULL ? old : "") == 0)
    return TRUE;
  g_auto (GStrv) path = dup_param_path (self, src, param);
  return feu_front_matter_edit_string (self->front_matter,
                                       text,
                                       length_bytes,
                                       (const char *const *) path,
                                       wanted[0] != '\0' ? wanted : NULL,
                                       edits,
                                       error);
}
