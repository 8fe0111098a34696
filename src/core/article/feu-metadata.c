/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads every field once, when made: it is made at each keystroke and read more often.
 */
#include "config.h"

#include "feu-metadata.h"

#include "feu-metadata-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (FeuMetadata, feu_metadata, feu_metadata_ref, feu_metadata_unref)

static void
add_trimmed (GStrvBuilder *values, const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (trimmed[0] != '\0')
    g_strv_builder_add (values, trimmed);
}

static void
add_scalar (GStrvBuilder      *values,
            const FeuMetaNode *root,
            FeuMetaField       field,
            const char        *name,
            const FeuMetaNode *node)
{
  FeuListSplit split =
      feu_meta_field_is_list (field)
          ? feu_meta_list_get_split (root, name, node->text, node->is_plain)
          : FEU_LIST_SPLIT_NOT;
  if (split == FEU_LIST_SPLIT_NOT)
    {
      add_trimmed (values, node->text);
      return;
    }
  g_auto (GStrv) items = feu_meta_list_split (node->text, split);
  g_strv_builder_addv (values, (const char **) items);
}

/* What @node says for @field: nothing, one text or several. */
static GStrv
read_values (const FeuMetaNode *root,
             FeuMetaField       field,
             const char        *name,
             const FeuMetaNode *node)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  switch (node->type)
    {
    case FEU_META_SCALAR:
      if (!feu_meta_node_is_null (node))
        add_scalar (values, root, field, name, node);
      break;
    case FEU_META_SEQUENCE:
      for (guint i = 0; i < node->children->len; i++)
        add_trimmed (values,
                     feu_meta_node_get_name (g_ptr_array_index (node->children, i)));
      break;
    case FEU_META_MAPPING:
      if (feu_meta_field_is_list (field))
        add_trimmed (values, feu_meta_node_get_name (node));
      break;
    }
  return g_strv_builder_end (values);
}

static void
keep_first (GStrv values)
{
  for (guint i = 1; values[i] != NULL; i++)
    g_clear_pointer (&values[i], g_free);
}

/* Whether @node, which has no value for a field, is where one would be written. */
static gboolean
is_place_for_value (const FeuMetaNode *node)
{
  return node->type == FEU_META_SCALAR || node->children->len == 0;
}

static void
read_field (FeuMetadata *self, const FeuMetaNode *root, FeuMetaField field)
{
  FeuMetaFieldValue *value = &self->fields[field];
  const char *const *names = feu_meta_field_get_spellings (field);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const FeuMetaNode *node = feu_meta_node_find_dotted (root, names[i]);
      if (node == NULL)
        continue;
      g_auto (GStrv) values = read_values (root, field, names[i], node);
      if (values[0] != NULL)
        {
          if (!feu_meta_field_is_list (field))
            keep_first (values);
          value->name = names[i];
          value->values = g_steal_pointer (&values);
          return;
        }
      if (value->name == NULL && is_place_for_value (node))
        value->name = names[i];
    }
}

static FeuComments
read_comments (const FeuMetaFieldValue *value)
{
  static const char *const open[] = { "true", "yes",  "on",      "y",
                                      "1",    "open", "enabled", NULL };
  static const char *const closed[] = { "false", "no",     "off",      "n",
                                        "0",     "closed", "disabled", NULL };
  if (value->values == NULL)
    return FEU_COMMENTS_UNSET;
  g_autofree char *word = g_ascii_strdown (value->values[0], -1);
  gboolean         is_inverted = feu_meta_comments_is_inverted (value->name);

  if (g_strv_contains (open, word))
    return is_inverted ? FEU_COMMENTS_CLOSED : FEU_COMMENTS_OPEN;
  if (g_strv_contains (closed, word))
    return is_inverted ? FEU_COMMENTS_OPEN : FEU_COMMENTS_CLOSED;
  return FEU_COMMENTS_UNSET;
}

FeuMetadata *
feu_metadata_new (FeuFrontMatter *front_matter)
{
  FeuMetadata       *self = g_new0 (FeuMetadata, 1);
  const FeuMetaNode *root = feu_front_matter_get_root (front_matter);

  g_atomic_ref_count_init (&self->ref_count);
  self->front_matter = feu_front_matter_ref (front_matter);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_meta_image_free);
  if (root == NULL)
    return self;
  for (guint field = 0; field < FEU_N_FIELDS; field++)
    read_field (self, root, (FeuMetaField) field);
  self->comments = read_comments (&self->fields[FEU_FIELD_COMMENTS]);
  feu_metadata_read_images (self);
  return self;
}

FeuMetadata *
feu_metadata_ref (FeuMetadata *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_metadata_unref (FeuMetadata *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  feu_front_matter_unref (self->front_matter);
  for (guint field = 0; field < FEU_N_FIELDS; field++)
    g_strfreev (self->fields[field].values);
  g_ptr_array_unref (self->images);
  g_free (self);
}

FeuFrontMatter *
feu_metadata_get_front_matter (const FeuMetadata *self)
{
  return self->front_matter;
}

gboolean
feu_metadata_is_editable (const FeuMetadata *self)
{
  FeuFrontMatterKind kind = feu_front_matter_get_kind (self->front_matter);
  return kind == FEU_FRONT_MATTER_YAML || kind == FEU_FRONT_MATTER_NONE;
}

const char *
feu_metadata_get_string (const FeuMetadata *self, FeuMetaField field)
{
  return self->fields[field].values != NULL ? self->fields[field].values[0] : NULL;
}

const char *const *
feu_metadata_get_list (const FeuMetadata *self, FeuMetaField field)
{
  static const char *const nothing[] = { NULL };
  const FeuMetaFieldValue *value = &self->fields[field];
  return value->values != NULL ? (const char *const *) value->values : nothing;
}

FeuComments
feu_metadata_get_comments (const FeuMetadata *self)
{
  return self->comments;
}

const char *
feu_metadata_get_spelling (const FeuMetadata *self, FeuMetaField field)
{
  return self->fields[field].name;
}
