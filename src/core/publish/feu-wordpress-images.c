/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An upload is one multipart request with file and texts, so that there is no moment in
 * which the image is there without its description. It is found again by its file name:
 * the search for attachments also looks at names of files, and WordPress changes a name
 * only by putting something behind it ("-1", "-scaled").
 */
#include "config.h"

#include "feu-wordpress-images.h"

#include "feu-json.h"
#include "feu-wordpress-json.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#define MEDIA_ROUTE "wp/v2/media"
#define MAX_IDS_A_REQUEST 100

static FeuRemoteImage *
read_one (JsonNode *answer, GError **error)
{
  FeuRemoteImage *image = answer != NULL && JSON_NODE_HOLDS_OBJECT (answer)
                              ? feu_wordpress_read_image (json_node_get_object (answer))
                              : NULL;
  if (image == NULL && answer != NULL)
    feu_publish_error_set (error,
                           FEU_PUBLISH_ERROR_NOT_UNDERSTOOD,
                           0,
                           0,
                           _ ("The site does not say what became of the image."));
  return image;
}

typedef struct
{
  FeuByteProgress progress;
  gpointer        data;
} Progress;

static void
tell_progress (gsize sent, gsize total, gpointer data)
{
  const Progress *progress = data;
  progress->progress (sent, total, progress->data);
}

static void
append_text (SoupMultipart *parts, const char *name, const char *text)
{
  if (text != NULL)
    soup_multipart_append_form_string (parts, name, text);
}

FeuRemoteImage *
feu_wordpress_images_upload (const FeuWordPressSite *site,
                             const FeuImageUpload   *upload,
                             GCancellable           *cancellable,
                             GError                **error)
{
  static const char *const query[] = { "_fields", FEU_WORDPRESS_IMAGE_FIELDS, NULL };
  SoupMultipart           *parts = soup_multipart_new (SOUP_FORM_MIME_TYPE_MULTIPART);
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  g_autoptr (GBytes) body = NULL;
  Progress progress = { upload->progress, upload->progress_data };

  append_text (parts, "alt_text", upload->alt);
  append_text (parts, "caption", upload->caption);
  append_text (parts, "title", upload->title);
  soup_multipart_append_form_file (
      parts, "file", upload->file_name, upload->mime_type, upload->bytes);
  soup_multipart_to_message (parts, headers, &body);
  g_autofree char *content_type =
      g_strdup (soup_message_headers_get_one (headers, "Content-Type"));
  soup_message_headers_unref (headers);
  soup_multipart_free (parts);

  FeuWordPressCall call = {
    .route = MEDIA_ROUTE,
    .query = query,
    .body = body,
    .content_type = content_type,
    .progress = upload->progress != NULL ? tell_progress : NULL,
    .progress_data = &progress,
  };
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (site, &call, NULL, cancellable, error);
  return read_one (answer, error);
}

FeuRemoteImage *
feu_wordpress_images_update (const FeuWordPressSite *site,
                             const FeuRemoteImage   *image,
                             GCancellable           *cancellable,
                             GError                **error)
{
  static const char *const query[] = { "_fields", FEU_WORDPRESS_IMAGE_FIELDS, NULL };
  g_autofree char         *route =
      g_strdup_printf (MEDIA_ROUTE "/%" G_GINT64_FORMAT, image->id);
  g_autoptr (JsonObject) json = json_object_new ();
  json_object_set_string_member (json, "alt_text", image->alt);
  json_object_set_string_member (
      json, "caption", image->caption != NULL ? image->caption : "");
  if (image->title != NULL)
    json_object_set_string_member (json, "title", image->title);

  FeuWordPressCall call = { .route = route, .query = query, .json = json };
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (site, &call, NULL, cancellable, error);
  return read_one (answer, error);
}

/* Whether WordPress can have made the name @stored of @wanted. */
static gboolean
is_made_of (const char *stored, const char *wanted)
{
  const char *dot = strrchr (wanted, '.');
  gsize       length = dot != NULL ? (gsize) (dot - wanted) : strlen (wanted);

  if (stored == NULL || g_ascii_strncasecmp (stored, wanted, length) != 0)
    return FALSE;
  const char *rest = stored + length;
  rest += strspn (rest, "-0123456789");
  if (g_str_has_prefix (rest, "scaled"))
    rest += strlen ("scaled");
  return *rest == '.' || *rest == '\0';
}

/* @file_name: (nullable): only images that were uploaded under it. */
static GPtrArray *
read_many (JsonNode *answer, const char *file_name)
{
  GPtrArray *images =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_remote_image_unref);
  JsonArray *array =
      JSON_NODE_HOLDS_ARRAY (answer) ? json_node_get_array (answer) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = feu_json_get_element_object (array, i);
      if (file_name != NULL &&
          !is_made_of (feu_wordpress_get_image_file (object), file_name))
        continue;
      FeuRemoteImage *image = feu_wordpress_read_image (object);
      if (image != NULL)
        g_ptr_array_add (images, image);
    }
  return images;
}

static void
append_ids (GPtrArray              *images,
            const FeuWordPressSite *site,
            const gint64           *ids,
            gsize                   n_ids,
            GCancellable           *cancellable,
            GError                **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  for (gsize i = 0; i < n_ids; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);

  const char *const query[] = { "include",  list->str,
                                "per_page", G_STRINGIFY (MAX_IDS_A_REQUEST),
                                "context",  "edit",
                                "_fields",  FEU_WORDPRESS_IMAGE_FIELDS,
                                NULL };
  FeuWordPressCall  call = { .route = MEDIA_ROUTE, .query = query };
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (site, &call, NULL, cancellable, error);
  if (answer == NULL)
    return;
  g_autoptr (GPtrArray) found = read_many (answer, NULL);
  g_ptr_array_extend_and_steal (images, g_steal_pointer (&found));
}

GPtrArray *
feu_wordpress_images_get (const FeuWordPressSite *site,
                          const gint64           *ids,
                          gsize                   n_ids,
                          GCancellable           *cancellable,
                          GError                **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) images =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_remote_image_unref);

  for (gsize i = 0; i < n_ids && local_error == NULL; i += MAX_IDS_A_REQUEST)
    append_ids (images,
                site,
                ids + i,
                MIN (n_ids - i, MAX_IDS_A_REQUEST),
                cancellable,
                &local_error);
  if (local_error == NULL)
    return g_steal_pointer (&images);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
feu_wordpress_images_find (const FeuWordPressSite *site,
                           const char             *file_name,
                           GCancellable           *cancellable,
                           GError                **error)
{
  const char      *dot = strrchr (file_name, '.');
  g_autofree char *stem = g_strndup (
      file_name, dot != NULL ? (gsize) (dot - file_name) : strlen (file_name));
  const char *const query[] = { "search", stem,      "per_page",
                                "100",    "orderby", "id",
                                "order",  "asc",     "context",
                                "edit",   "_fields", FEU_WORDPRESS_IMAGE_FIELDS,
                                NULL };
  FeuWordPressCall  call = { .route = MEDIA_ROUTE, .query = query };
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (site, &call, NULL, cancellable, error);
  return answer != NULL ? read_many (answer, file_name) : NULL;
}

GPtrArray *
feu_wordpress_images_list (const FeuWordPressSite *site,
                           const char             *search,
                           guint                   page,
                           guint                  *out_n_pages,
                           GCancellable           *cancellable,
                           GError                **error)
{
  g_autofree char  *page_text = g_strdup_printf ("%u", MAX (page, 1));
  const char *const query[] = { "media_type",
                                "image",
                                "page",
                                page_text,
                                "per_page",
                                "30",
                                "context",
                                "edit",
                                "_fields",
                                FEU_WORDPRESS_IMAGE_FIELDS,
                                search != NULL ? "search" : NULL,
                                search,
                                NULL };
  FeuWordPressCall  call = { .route = MEDIA_ROUTE, .query = query };
  g_autoptr (FeuHttpResponse) response = NULL;
  g_autoptr (JsonNode) answer =
      feu_wordpress_call (site, &call, &response, cancellable, error);
  if (answer == NULL)
    return NULL;
  if (out_n_pages != NULL)
    *out_n_pages = feu_wordpress_get_count (response, "X-WP-TotalPages");
  return read_many (answer, NULL);
}
