/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changes of fields, made at the key that the value was read from.
 */
#include "config.h"

#include "feu-metadata.h"

#include "feu-front-matter-edit.h"
#include "feu-metadata-private.h"

#include <string.h>

static char *
dup_trimmed (const char *value)
{
  return g_strstrip (g_strdup (value != NULL ? value : ""));
}

static const FeuMetaNode *
find_node (const FeuMetadata *self, const char *name)
{
  const FeuMetaNode *root = feu_front_matter_get_root (self->front_matter);
  return root != NULL && name != NULL ? feu_meta_node_find_dotted (root, name) : NULL;
}

/* The steps to where @field stands, or where it is to be written. Of a list that stands
 * for one text, that is its first item with a name. */
static GStrv
dup_path (const FeuMetadata *self, FeuMetaField field)
{
  const char        *found = self->fields[field].name;
  const FeuMetaNode *root = feu_front_matter_get_root (self->front_matter);
  const FeuMetaNode *node = find_node (self, found);
  g_auto (GStrv) path = feu_meta_node_split_dotted (
      root, found != NULL ? found : feu_meta_field_get_name (field));

  if (node == NULL || node->type != FEU_META_SEQUENCE || node->children->len == 0 ||
      feu_meta_field_is_list (field))
    return g_steal_pointer (&path);
  guint i = 0;
  while (i + 1 < node->children->len &&
         feu_meta_node_get_name (g_ptr_array_index (node->children, i)) == NULL)
    i++;
  g_autofree char *item = g_strdup_printf ("[%u]", i);
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  g_strv_builder_addv (steps, (const char **) path);
  g_strv_builder_add (steps, item);
  return g_strv_builder_end (steps);
}

gboolean
feu_metadata_edit_string (const FeuMetadata *self,
                          const char        *text,
                          gsize              length_bytes,
                          FeuMetaField       field,
                          const char        *value,
                          GPtrArray         *edits,
                          GError           **error)
{
  g_autofree char *wanted = dup_trimmed (value);
  const char      *old = feu_metadata_get_string (self, field);

  if (feu_meta_field_is_list (field))
    {
      const char *const values[] = { wanted[0] != '\0' ? wanted : NULL, NULL };
      return feu_metadata_edit_list (
          self, text, length_bytes, field, values, edits, error);
    }
  if (old != NULL && strcmp (old, wanted) == 0)
    return TRUE;
  g_auto (GStrv) path = dup_path (self, field);
  gboolean is_bare = field == FEU_FIELD_DATE || field == FEU_FIELD_COMMENTS;
  return (is_bare ? feu_front_matter_edit_bare
                  : feu_front_matter_edit_string) (self->front_matter,
                                                   text,
                                                   length_bytes,
                                                   (const char *const *) path,
                                                   wanted[0] != '\0' ? wanted : NULL,
                                                   edits,
                                                   error);
}

/* Trimmed, without empty ones and without repetitions. */
static GStrv
clean_items (const char *const *values)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *item = dup_trimmed (values[i]);
      if (item[0] != '\0' &&
          !g_ptr_array_find_with_equal_func (items, item, g_str_equal, NULL))
        g_ptr_array_add (items, g_steal_pointer (&item));
    }
  g_ptr_array_add (items, NULL);
  return (GStrv) g_ptr_array_steal (items, NULL);
}

/* How a string that is there may hold @items, see feu_front_matter_edit_list(): as it
 * was divided until now, but only if it would then be divided into those very items. */
static const char *
choose_separator (const FeuMetadata *self, FeuMetaField field, GStrv items)
{
  static const char *const separators[] = {
    [FEU_LIST_SPLIT_NOT] = "",
    [FEU_LIST_SPLIT_COMMAS] = ", ",
    [FEU_LIST_SPLIT_SPACES] = " ",
  };
  const char        *name = self->fields[field].name;
  const FeuMetaNode *root = feu_front_matter_get_root (self->front_matter);
  const FeuMetaNode *node = find_node (self, name);

  if (node == NULL || node->type != FEU_META_SCALAR)
    return NULL;
  FeuListSplit split = feu_meta_list_get_split (root, name, node->text, node->is_plain);
  g_autofree char *joined = g_strjoinv (separators[split], items);
  FeuListSplit     again = feu_meta_list_get_split (root, name, joined, node->is_plain);
  g_auto (GStrv) items_again = feu_meta_list_split (joined, again);
  gboolean is_kept =
      g_strv_equal ((const char *const *) items_again, (const char *const *) items);
  return is_kept ? separators[split] : NULL;
}

/* `authors` says more than one; one alone is the `author` of most generators. */
static GStrv
dup_list_path (const FeuMetadata *self, FeuMetaField field, GStrv items)
{
  if (field != FEU_FIELD_AUTHORS || self->fields[field].name != NULL)
    return dup_path (self, field);
  const char *const path[] = { items[0] != NULL && items[1] == NULL ? "author"
                                                                    : "authors",
                               NULL };
  return g_strdupv ((GStrv) path);
}

/* One name where there is nothing yet, or a mapping with a `name`. */
static gboolean
edit_one_author (const FeuMetadata *self,
                 const char        *text,
                 gsize              length_bytes,
                 const char        *author,
                 GPtrArray         *edits,
                 GError           **error)
{
  const char        *found = self->fields[FEU_FIELD_AUTHORS].name;
  const FeuMetaNode *node = find_node (self, found);
  gboolean           has_name = node != NULL && node->type == FEU_META_MAPPING;
  g_autofree char   *name =
      g_strconcat (found != NULL ? found : "author", has_name ? ".name" : NULL, NULL);
  g_auto (GStrv) path =
      feu_meta_node_split_dotted (feu_front_matter_get_root (self->front_matter), name);
  return feu_front_matter_edit_string (self->front_matter,
                                       text,
                                       length_bytes,
                                       (const char *const *) path,
                                       author,
                                       edits,
                                       error);
}

gboolean
feu_metadata_edit_list (const FeuMetadata *self,
                        const char        *text,
                        gsize              length_bytes,
                        FeuMetaField       field,
                        const char *const *values,
                        GPtrArray         *edits,
                        GError           **error)
{
  g_auto (GStrv) items = clean_items (values);
  if (g_strv_equal ((const char *const *) items, feu_metadata_get_list (self, field)))
    return TRUE;
  if (!feu_meta_field_is_list (field))
    return feu_metadata_edit_string (
        self, text, length_bytes, field, items[0], edits, error);

  const FeuMetaNode *node = find_node (self, self->fields[field].name);
  gboolean           is_one =
      node == NULL || node->type == FEU_META_MAPPING || feu_meta_node_is_null (node);
  if (field == FEU_FIELD_AUTHORS && is_one && items[0] != NULL && items[1] == NULL)
    return edit_one_author (self, text, length_bytes, items[0], edits, error);
  g_auto (GStrv) path = dup_list_path (self, field, items);
  return feu_front_matter_edit_list (self->front_matter,
                                     text,
                                     length_bytes,
                                     (const char *const *) path,
                                     (const char *const *) items,
                                     choose_separator (self, field, items),
                                     edits,
                                     error);
}

gboolean
feu_metadata_edit_comments (const FeuMetadata *self,
                            const char        *text,
                            gsize              length_bytes,
                            FeuComments        value,
                            GPtrArray         *edits,
                            GError           **error)
{
  const char *name = self->fields[FEU_FIELD_COMMENTS].name;
  gboolean    is_inverted = name != NULL && feu_meta_comments_is_inverted (name);

  if (value == self->comments)
    return TRUE;
  if (value == FEU_COMMENTS_UNSET)
    return feu_metadata_edit_string (
        self, text, length_bytes, FEU_FIELD_COMMENTS, NULL, edits, error);
  g_auto (GStrv) path = dup_path (self, FEU_FIELD_COMMENTS);
  return feu_front_matter_edit_boolean (self->front_matter,
                                        text,
                                        length_bytes,
                                        (const char *const *) path,
                                        (value == FEU_COMMENTS_OPEN) != is_inverted,
                                        edits,
                                        error);
}
