/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wish: filled from front matter, completed, kept in the journal.
 */
#include "config.h"

#include "feu-publish-wish.h"

#include "feu-json.h"
#include "feu-page-date.h"

#include <string.h>

#define STICKY_AS_IT_IS (-1)

FeuPublishWish *
feu_publish_wish_new (void)
{
  FeuPublishWish *self = g_new0 (FeuPublishWish, 1);
  self->status = FEU_POST_DRAFT;
  self->sticky = STICKY_AS_IT_IS;
  return self;
}

FeuPublishWish *
feu_publish_wish_copy (const FeuPublishWish *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  FeuPublishWish *copy = g_memdup2 (self, sizeof *self);
  copy->date = self->date != NULL ? g_date_time_ref (self->date) : NULL;
  copy->title = g_strdup (self->title);
  copy->slug = g_strdup (self->slug);
  copy->excerpt = g_strdup (self->excerpt);
  copy->categories = g_strdupv (self->categories);
  copy->tags = g_strdupv (self->tags);
  copy->featured = g_strdup (self->featured);
  copy->format = g_strdup (self->format);
  return copy;
}

void
feu_publish_wish_free (FeuPublishWish *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->date, g_date_time_unref);
  g_free (self->title);
  g_free (self->slug);
  g_free (self->excerpt);
  g_strfreev (self->categories);
  g_strfreev (self->tags);
  g_free (self->featured);
  g_free (self->format);
  g_free (self);
}

/* A day alone is its beginning; what has no zone is in @time_zone. */
static GDateTime *
parse_date (const char *text, GTimeZone *time_zone)
{
  FeuPageDay       day;
  g_autofree char *iso = feu_page_date_parse (text, &day);
  g_autoptr (GTimeZone) local =
      time_zone != NULL ? g_time_zone_ref (time_zone) : g_time_zone_new_local ();
  if (iso == NULL)
    return NULL;

  GDateTime *date = g_date_time_new_from_iso8601 (iso, local);
  if (date != NULL)
    return date;
  return g_date_time_new (
      local, (int) day.year, (int) day.month, (int) day.day, 0, 0, 0);
}

static GStrv
dup_list (const FeuMetadata *metadata, FeuMetaField field)
{
  if (feu_metadata_get_spelling (metadata, field) == NULL)
    return NULL;
  return g_strdupv ((char **) feu_metadata_get_list (metadata, field));
}

FeuPublishWish *
feu_publish_wish_new_from_article (const FeuArticle *article, GTimeZone *time_zone)
{
  g_return_val_if_fail (article != NULL, NULL);

  const FeuMetadata *metadata = feu_article_get_metadata (article);
  FeuPublishWish    *self = feu_publish_wish_new ();
  self->date =
      parse_date (feu_metadata_get_string (metadata, FEU_FIELD_DATE), time_zone);
  self->title = g_strdup (feu_article_get_title (article));
  self->slug = g_strdup (feu_metadata_get_string (metadata, FEU_FIELD_SLUG));
  self->excerpt = g_strdup (feu_metadata_get_string (metadata, FEU_FIELD_DESCRIPTION));
  self->categories = dup_list (metadata, FEU_FIELD_CATEGORIES);
  self->tags = dup_list (metadata, FEU_FIELD_TAGS);
  self->featured = g_strdup (feu_metadata_get_string (metadata, FEU_FIELD_IMAGE));
  self->comments = feu_metadata_get_comments (metadata);
  return self;
}

static void
complete_text (char **place, const char *text)
{
  if (*place == NULL)
    *place = g_strdup (text);
}

static void
complete_list (GStrv *place, GStrv list)
{
  if (*place == NULL)
    *place = g_strdupv (list);
}

void
feu_publish_wish_complete (FeuPublishWish *self, const FeuPublishWish *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  if (!self->has_status && other->has_status)
    {
      self->has_status = TRUE;
      self->status = other->status;
    }
  if (self->date == NULL && other->date != NULL)
    self->date = g_date_time_ref (other->date);
  complete_text (&self->title, other->title);
  complete_text (&self->slug, other->slug);
  complete_text (&self->excerpt, other->excerpt);
  complete_list (&self->categories, other->categories);
  complete_list (&self->tags, other->tags);
  if (self->author == 0)
    self->author = other->author;
  if (self->featured == NULL && self->featured_id == 0)
    {
      self->featured = g_strdup (other->featured);
      self->featured_id = other->featured_id;
    }
  if (self->comments == FEU_COMMENTS_UNSET)
    self->comments = other->comments;
  if (self->sticky == STICKY_AS_IT_IS)
    self->sticky = other->sticky;
  complete_text (&self->format, other->format);
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
add_list (JsonObject *object, const char *name, GStrv list)
{
  if (list == NULL)
    return;
  JsonArray *array = json_array_new ();
  for (guint i = 0; list[i] != NULL; i++)
    json_array_add_string_element (array, list[i]);
  json_object_set_array_member (object, name, array);
}

char *
feu_publish_wish_to_json (const FeuPublishWish *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (JsonObject) object = json_object_new ();
  if (self->has_status)
    add_text (object, "status", feu_post_status_get_name (self->status));
  if (self->date != NULL)
    json_object_set_int_member (object, "date", g_date_time_to_unix (self->date));
  add_text (object, "title", self->title);
  add_text (object, "slug", self->slug);
  add_text (object, "excerpt", self->excerpt);
  add_list (object, "categories", self->categories);
  add_list (object, "tags", self->tags);
  json_object_set_int_member (object, "author", self->author);
  add_text (object, "featured", self->featured);
  json_object_set_int_member (object, "featured_id", self->featured_id);
  json_object_set_int_member (object, "comments", self->comments);
  json_object_set_int_member (object, "sticky", self->sticky);
  add_text (object, "format", self->format);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (root, object);
  return feu_json_to_text (root);
}

static GStrv
read_list (JsonObject *object, const char *name)
{
  JsonArray *array = feu_json_get_array (object, name);
  if (array == NULL)
    return NULL;

  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = feu_json_get_element_string (array, i);
      if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

FeuPublishWish *
feu_publish_wish_from_json (const char *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  g_autoptr (JsonNode) root = feu_json_parse (json, strlen (json));
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  JsonObject     *object = json_node_get_object (root);
  FeuPublishWish *self = feu_publish_wish_new ();
  self->has_status =
      feu_post_status_from_name (feu_json_get_string (object, "status"), &self->status);
  if (json_object_has_member (object, "date"))
    self->date = g_date_time_new_from_unix_utc (feu_json_get_int (object, "date"));
  self->title = g_strdup (feu_json_get_string (object, "title"));
  self->slug = g_strdup (feu_json_get_string (object, "slug"));
  self->excerpt = g_strdup (feu_json_get_string (object, "excerpt"));
  self->categories = read_list (object, "categories");
  self->tags = read_list (object, "tags");
  self->author = feu_json_get_int (object, "author");
  self->featured = g_strdup (feu_json_get_string (object, "featured"));
  self->featured_id = feu_json_get_int (object, "featured_id");
  self->comments = (FeuComments) feu_json_get_int (object, "comments");
  self->sticky = (int) feu_json_get_int (object, "sticky");
  self->format = g_strdup (feu_json_get_string (object, "format"));
  return self;
}
