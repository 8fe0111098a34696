/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rights come from capabilities, for a post from the links that say what may be done.
 * Times are read as UTC: "date" without "_gmt" has the site's zone and no word of it.
 */
#include "config.h"

#include "feu-wordpress-json.h"

#include "feu-html-decode.h"
#include "feu-json.h"

#include <string.h>

static const struct
{
  const char *capability;
  FeuRights   right;
} capabilities[] = {
  { "edit_posts", FEU_RIGHT_WRITE | FEU_RIGHT_CREATE_TAGS },
  { "publish_posts", FEU_RIGHT_PUBLISH },
  { "edit_published_posts", FEU_RIGHT_EDIT_PUBLISHED },
  { "edit_others_posts", FEU_RIGHT_EDIT_OTHERS | FEU_RIGHT_CHOOSE_AUTHOR },
  { "upload_files", FEU_RIGHT_UPLOAD },
  { "manage_categories", FEU_RIGHT_CREATE_CATEGORIES },
  { "unfiltered_html", FEU_RIGHT_RAW_HTML },
};

static const struct
{
  const char *link;
  FeuRights   right;
} actions[] = {
  { "https://api.w.org/action-publish", FEU_RIGHT_PUBLISH },
  { "https://api.w.org/action-unfiltered-html", FEU_RIGHT_RAW_HTML },
  { "https://api.w.org/action-sticky", FEU_RIGHT_STICKY },
  { "https://api.w.org/action-assign-author", FEU_RIGHT_CHOOSE_AUTHOR },
  { "https://api.w.org/action-create-tags", FEU_RIGHT_CREATE_TAGS },
  { "https://api.w.org/action-create-categories", FEU_RIGHT_CREATE_CATEGORIES },
};

FeuAccount *
feu_wordpress_read_account (JsonObject *object)
{
  gint64 id = feu_json_get_int (object, "id");
  if (id <= 0)
    return NULL;

  FeuAccount *account = feu_account_new (id, NULL);
  const char *name = feu_json_get_string (object, "name");
  JsonObject *can = feu_json_get_object (object, "capabilities");
  if (name != NULL)
    {
      g_free (account->name);
      account->name = feu_html_decode_text (name);
    }
  account->login = g_strdup (feu_json_get_string (object, "slug"));
  for (guint i = 0; i < G_N_ELEMENTS (capabilities); i++)
    if (feu_json_get_boolean (can, capabilities[i].capability))
      account->rights |= capabilities[i].right;
  if ((account->rights & FEU_RIGHT_PUBLISH) != 0 &&
      (account->rights & FEU_RIGHT_EDIT_OTHERS) != 0)
    account->rights |= FEU_RIGHT_STICKY;
  return account;
}

FeuTerm *
feu_wordpress_read_term (JsonObject *object, FeuTaxonomy taxonomy)
{
  gint64      id = feu_json_get_int (object, "id");
  const char *name = feu_json_get_string (object, "name");
  if (id <= 0 || name == NULL)
    return NULL;

  g_autofree char *plain = feu_html_decode_references (name);
  FeuTerm         *term =
      feu_term_new (taxonomy, id, plain, feu_json_get_string (object, "slug"));
  term->parent = feu_json_get_int (object, "parent");
  term->count = (guint) MAX (feu_json_get_int (object, "count"), 0);
  return term;
}

/* The raw text of a field; what is shown of it where the account may not see that. */
static char *
dup_plain (JsonObject *object, const char *name)
{
  JsonObject *field = feu_json_get_object (object, name);
  const char *text = feu_json_get_string (field, "raw");

  if (text == NULL)
    text = feu_json_get_string (field, "rendered");
  g_autofree char *plain = text != NULL ? feu_html_decode_text (text) : NULL;
  return plain != NULL && *plain != '\0' ? g_steal_pointer (&plain) : NULL;
}

FeuRemoteImage *
feu_wordpress_read_image (JsonObject *object)
{
  gint64      id = feu_json_get_int (object, "id");
  const char *url = feu_json_get_string (object, "source_url");
  if (id <= 0 || url == NULL)
    return NULL;

  FeuRemoteImage *image = feu_remote_image_new (id, url);
  JsonObject     *details = feu_json_get_object (object, "media_details");
  JsonObject     *sizes = feu_json_get_object (details, "sizes");
  JsonObject     *large = feu_json_get_object (sizes, "large");
  const char     *alt = feu_json_get_string (object, "alt_text");
  image->large_url = g_strdup (feu_json_get_string (large, "source_url"));
  image->width = (guint) CLAMP (feu_json_get_int (details, "width"), 0, G_MAXINT);
  image->height = (guint) CLAMP (feu_json_get_int (details, "height"), 0, G_MAXINT);
  if (alt != NULL)
    {
      g_free (image->alt);
      image->alt = feu_html_decode_references (alt);
    }
  image->caption = dup_plain (object, "caption");
  image->title = dup_plain (object, "title");
  image->mime_type = g_strdup (feu_json_get_string (object, "mime_type"));
  return image;
}

const char *
feu_wordpress_get_image_file (JsonObject *object)
{
  JsonObject *details = feu_json_get_object (object, "media_details");
  const char *path = feu_json_get_string (details, "original_image");

  if (path == NULL)
    path = feu_json_get_string (details, "file");
  if (path == NULL)
    path = feu_json_get_string (object, "source_url");
  const char *slash = path != NULL ? strrchr (path, '/') : NULL;
  return slash != NULL ? slash + 1 : path;
}

static FeuPostStatus
read_status (JsonObject *object)
{
  FeuPostStatus status = FEU_POST_OTHER;

  /* The names in our files are WordPress's; only "other" is none of its. */
  feu_post_status_from_name (feu_json_get_string (object, "status"), &status);
  return status;
}

static GDateTime *
read_utc (JsonObject *object, const char *name)
{
  const char *text = feu_json_get_string (object, name);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  return text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;
}

static void
read_text (const char *text, char **place)
{
  if (text == NULL)
    return;
  g_free (*place);
  *place = g_strdup (text);
}

static void
read_terms (JsonObject *object, const char *name, FeuPost *post, FeuTaxonomy taxonomy)
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

static FeuRights
read_actions (JsonObject *object)
{
  JsonObject *links = feu_json_get_object (object, "_links");
  FeuRights   rights = FEU_RIGHT_WRITE;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (links != NULL && json_object_has_member (links, actions[i].link))
      rights |= actions[i].right;
  return rights;
}

static const char *
get_raw (JsonObject *object, const char *name)
{
  return feu_json_get_string (feu_json_get_object (object, name), "raw");
}

FeuPost *
feu_wordpress_read_post (JsonObject *object, const char *admin)
{
  gint64 id = feu_json_get_int (object, "id");
  if (id <= 0)
    return NULL;

  FeuPost *post = feu_post_new ();
  post->id = id;
  post->status = read_status (object);
  read_text (get_raw (object, "title"), &post->title);
  read_text (get_raw (object, "content"), &post->content);
  read_text (get_raw (object, "excerpt"), &post->excerpt);
  read_text (feu_json_get_string (feu_json_get_object (object, "meta"), "footnotes"),
             &post->footnotes);
  read_text (feu_json_get_string (object, "slug"), &post->slug);
  read_text (feu_json_get_string (object, "generated_slug"), &post->generated_slug);
  read_text (feu_json_get_string (object, "permalink_template"),
             &post->permalink_template);
  read_text (feu_json_get_string (object, "link"), &post->link);
  g_free (post->edit_link);
  post->edit_link =
      g_strdup_printf ("%spost.php?post=%" G_GINT64_FORMAT "&action=edit", admin, id);
  post->date = read_utc (object, "date_gmt");
  post->modified = read_utc (object, "modified_gmt");
  post->author = feu_json_get_int (object, "author");
  read_terms (object, "categories", post, FEU_TAXONOMY_CATEGORY);
  read_terms (object, "tags", post, FEU_TAXONOMY_TAG);
  post->featured = feu_json_get_int (object, "featured_media");
  post->comments =
      g_strcmp0 (feu_json_get_string (object, "comment_status"), "open") == 0
          ? FEU_COMMENTS_OPEN
          : FEU_COMMENTS_CLOSED;
  post->sticky = feu_json_get_boolean (object, "sticky");
  read_text (feu_json_get_string (object, "format"), &post->format);
  post->rights = read_actions (object);
  return post;
}

static void
write_terms (JsonObject *object, const char *name, const GArray *ids)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ids->len; i++)
    json_array_add_int_element (array, g_array_index (ids, gint64, i));
  json_object_set_array_member (object, name, array);
}

static void
write_text (JsonObject   *object,
            const char   *name,
            const char   *text,
            FeuPostFields fields,
            FeuPostFields field)
{
  if ((fields & field) != 0)
    json_object_set_string_member (object, name, text);
}

static void
write_footnotes (JsonObject *object, const FeuPost *post)
{
  if (post->footnotes == NULL)
    return;
  JsonObject *meta = json_object_new ();
  json_object_set_string_member (meta, "footnotes", post->footnotes);
  json_object_set_object_member (object, "meta", meta);
}

/* An empty date would be "as it is"; a date is only sent with a time of its own. */
static void
write_date (JsonObject *object, const FeuPost *post)
{
  if (post->date == NULL)
    return;
  g_autoptr (GDateTime) utc = g_date_time_to_utc (post->date);
  g_autofree char *text = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");
  json_object_set_string_member (object, "date_gmt", text);
}

JsonObject *
feu_wordpress_write_post (const FeuPost *post, FeuPostFields fields)
{
  JsonObject *object = json_object_new ();

  write_text (object, "title", post->title, fields, FEU_POST_FIELD_TITLE);
  write_text (object, "content", post->content, fields, FEU_POST_FIELD_CONTENT);
  write_text (object, "excerpt", post->excerpt, fields, FEU_POST_FIELD_EXCERPT);
  write_text (object, "slug", post->slug, fields, FEU_POST_FIELD_SLUG);
  write_text (object,
              "status",
              feu_post_status_get_name (post->status),
              fields,
              FEU_POST_FIELD_STATUS);
  write_text (object, "format", post->format, fields, FEU_POST_FIELD_FORMAT);
  if ((fields & FEU_POST_FIELD_CONTENT) != 0)
    write_footnotes (object, post);
  if ((fields & FEU_POST_FIELD_DATE) != 0)
    write_date (object, post);
  if ((fields & FEU_POST_FIELD_AUTHOR) != 0)
    json_object_set_int_member (object, "author", post->author);
  if ((fields & FEU_POST_FIELD_CATEGORIES) != 0)
    write_terms (object, "categories", post->categories);
  if ((fields & FEU_POST_FIELD_TAGS) != 0)
    write_terms (object, "tags", post->tags);
  if ((fields & FEU_POST_FIELD_FEATURED) != 0)
    json_object_set_int_member (object, "featured_media", post->featured);
  if ((fields & FEU_POST_FIELD_COMMENTS) != 0)
    json_object_set_string_member (object,
                                   "comment_status",
                                   post->comments == FEU_COMMENTS_CLOSED ? "closed"
                                                                         : "open");
  if ((fields & FEU_POST_FIELD_STICKY) != 0)
    json_object_set_boolean_member (object, "sticky", post->sticky);
  return object;
}
