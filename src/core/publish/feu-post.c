/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A post as a reference-counted box, and its form in the journal.
 */
#include "config.h"

#include "feu-post.h"

#include "feu-json.h"

#include <string.h>

static const char *const status_names[] = {
  [FEU_POST_DRAFT] = "draft",       [FEU_POST_PENDING] = "pending",
  [FEU_POST_PUBLISHED] = "publish", [FEU_POST_SCHEDULED] = "future",
  [FEU_POST_PRIVATE] = "private",   [FEU_POST_TRASHED] = "trash",
  [FEU_POST_OTHER] = "other",
};
G_STATIC_ASSERT (G_N_ELEMENTS (status_names) == FEU_N_POST_STATUSES);

G_DEFINE_BOXED_TYPE (FeuPost, feu_post, feu_post_ref, feu_post_unref)

const char *
feu_post_status_get_name (FeuPostStatus status)
{
  g_return_val_if_fail (status < FEU_N_POST_STATUSES, "other");

  return status_names[status];
}

gboolean
feu_post_status_from_name (const char *name, FeuPostStatus *out_status)
{
  for (guint i = 0; i < FEU_N_POST_STATUSES; i++)
    if (g_strcmp0 (name, status_names[i]) == 0)
      {
        *out_status = (FeuPostStatus) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
feu_post_status_needs_publishing (FeuPostStatus status)
{
  return status == FEU_POST_PUBLISHED || status == FEU_POST_SCHEDULED ||
         status == FEU_POST_PRIVATE;
}

FeuPost *
feu_post_new (void)
{
  FeuPost *self = g_atomic_rc_box_new0 (FeuPost);
  self->title = g_strdup ("");
  self->content = g_strdup ("");
  self->excerpt = g_strdup ("");
  self->footnotes = g_strdup ("");
  self->slug = g_strdup ("");
  self->link = g_strdup ("");
  self->edit_link = g_strdup ("");
  self->format = g_strdup ("");
  self->categories = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->tags = g_array_new (FALSE, TRUE, sizeof (gint64));
  return self;
}

FeuPost *
feu_post_ref (FeuPost *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_post (gpointer data)
{
  FeuPost *self = data;
  g_free (self->title);
  g_free (self->content);
  g_free (self->excerpt);
  g_free (self->footnotes);
  g_free (self->slug);
  g_free (self->generated_slug);
  g_free (self->permalink_template);
  g_free (self->link);
  g_free (self->edit_link);
  g_clear_pointer (&self->date, g_date_time_unref);
  g_clear_pointer (&self->modified, g_date_time_unref);
  g_array_unref (self->categories);
  g_array_unref (self->tags);
  g_free (self->format);
}

void
feu_post_unref (FeuPost *self)
{
  g_atomic_rc_box_release_full (self, clear_post);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;
  return (first > second) - (first < second);
}

GArray *
feu_post_get_terms (const FeuPost *self, FeuTaxonomy taxonomy)
{
  return taxonomy == FEU_TAXONOMY_CATEGORY ? self->categories : self->tags;
}

void
feu_post_set_terms (FeuPost *self, FeuTaxonomy taxonomy, const gint64 *ids, gsize n_ids)
{
  GArray *terms = feu_post_get_terms (self, taxonomy);

  g_array_set_size (terms, 0);
  g_array_append_vals (terms, ids, (guint) n_ids);
  g_array_sort (terms, compare_ids);
  for (guint i = terms->len; i > 1; i--)
    if (g_array_index (terms, gint64, i - 1) == g_array_index (terms, gint64, i - 2))
      g_array_remove_index (terms, i - 1);
}

gboolean
feu_post_has_same_terms (const FeuPost *a, const FeuPost *b, FeuTaxonomy taxonomy)
{
  const GArray *first = feu_post_get_terms (a, taxonomy);
  const GArray *second = feu_post_get_terms (b, taxonomy);

  return first->len == second->len &&
         (first->len == 0 ||
          memcmp (first->data, second->data, first->len * sizeof (gint64)) == 0);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_date (JsonBuilder *builder, const char *name, GDateTime *date)
{
  if (date != NULL)
    add_number (builder, name, g_date_time_to_unix (date));
}

static void
add_ids (JsonBuilder *builder, const char *name, const GArray *ids)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_int_value (builder, g_array_index (ids, gint64, i));
  json_builder_end_array (builder);
}

char *
feu_post_to_json (const FeuPost *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_number (builder, "id", self->id);
  add_text (builder, "status", feu_post_status_get_name (self->status));
  add_text (builder, "title", self->title);
  add_text (builder, "content", self->content);
  add_text (builder, "excerpt", self->excerpt);
  add_text (builder, "footnotes", self->footnotes);
  add_text (builder, "slug", self->slug);
  add_text (builder, "generated_slug", self->generated_slug);
  add_text (builder, "permalink_template", self->permalink_template);
  add_text (builder, "link", self->link);
  add_text (builder, "edit_link", self->edit_link);
  add_date (builder, "date", self->date);
  add_date (builder, "modified", self->modified);
  add_number (builder, "author", self->author);
  add_ids (builder, "categories", self->categories);
  add_ids (builder, "tags", self->tags);
  add_number (builder, "featured", self->featured);
  add_number (builder, "comments", self->comments);
  add_number (builder, "sticky", self->sticky);
  add_text (builder, "format", self->format);
  add_number (builder, "rights", self->rights);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return feu_json_to_text (root);
}

static void
read_text (JsonObject *object, const char *name, char **place)
{
  const char *text = feu_json_get_string (object, name);

  if (text == NULL)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

static GDateTime *
read_date (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name)
             ? g_date_time_new_from_unix_utc (feu_json_get_int (object, name))
             : NULL;
}

static void
read_ids (JsonObject *object, const char *name, FeuPost *post, FeuTaxonomy taxonomy)
{
  JsonArray *array = feu_json_get_array (object, name);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gint64 id = feu_json_get_element_int (array, i);
      g_array_append_val (ids, id);
    }
  feu_post_set_terms (post, taxonomy, (const gint64 *) ids->data, ids->len);
}

FeuPost *
feu_post_from_json (const char *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  g_autoptr (JsonNode) root = feu_json_parse (json, strlen (json));
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  JsonObject *object = json_node_get_object (root);
  FeuPost    *self = feu_post_new ();
  self->id = feu_json_get_int (object, "id");
  if (!feu_post_status_from_name (feu_json_get_string (object, "status"),
                                  &self->status))
    self->status = FEU_POST_OTHER;
  read_text (object, "title", &self->title);
  read_text (object, "content", &self->content);
  read_text (object, "excerpt", &self->excerpt);
  read_text (object, "footnotes", &self->footnotes);
  read_text (object, "slug", &self->slug);
  read_text (object, "generated_slug", &self->generated_slug);
  read_text (object, "permalink_template", &self->permalink_template);
  read_text (object, "link", &self->link);
  read_text (object, "edit_link", &self->edit_link);
  self->date = read_date (object, "date");
  self->modified = read_date (object, "modified");
  self->author = feu_json_get_int (object, "author");
  read_ids (object, "categories", self, FEU_TAXONOMY_CATEGORY);
  read_ids (object, "tags", self, FEU_TAXONOMY_TAG);
  self->featured = feu_json_get_int (object, "featured");
  self->comments = (FeuComments) feu_json_get_int (object, "comments");
  self->sticky = feu_json_get_int (object, "sticky") != 0;
  read_text (object, "format", &self->format);
  self->rights = (FeuRights) feu_json_get_int (object, "rights");
  return self;
}
