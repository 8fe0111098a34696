/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files are streamed; what they are is told from their content, not from their name.
 */
#include "config.h"

#include "feu-preview-request.h"

#include "feu-page.h"

#include <stdlib.h>

#define SNIFF_BYTES 512
#define RESOURCE_PREFIX "/org/feuillet/Feuillet/ui/preview/"

G_DEFINE_INTERFACE (FeuPreviewFiles, feu_preview_files, WEBKIT_TYPE_WEB_VIEW)

static void
feu_preview_files_default_init (FeuPreviewFilesInterface *iface)
{
}

static void
refuse (WebKitURISchemeRequest *request)
{
  g_autoptr (GError) error =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "Not part of the article");
  webkit_uri_scheme_request_finish_error (request, error);
}

static void
answer_bytes (WebKitURISchemeRequest *request, GBytes *bytes, const char *type)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  webkit_uri_scheme_request_finish (
      request, stream, (gint64) g_bytes_get_size (bytes), type);
}

static void
answer_resource (WebKitURISchemeRequest *request, const char *name, const char *type)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  answer_bytes (request, bytes, type);
}

static void
sniffed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WebKitURISchemeRequest) request = user_data;
  GBufferedInputStream *stream = G_BUFFERED_INPUT_STREAM (object);

  if (g_buffered_input_stream_fill_finish (stream, result, NULL) < 0)
    {
      refuse (request);
      return;
    }
  gsize            n_bytes = 0;
  const void      *bytes = g_buffered_input_stream_peek_buffer (stream, &n_bytes);
  g_autofree char *type = g_content_type_guess (
      webkit_uri_scheme_request_get_path (request), bytes, n_bytes, NULL);
  g_autofree char *mime_type = g_content_type_get_mime_type (type);
  if (mime_type == NULL || !g_str_has_prefix (mime_type, "image/"))
    {
      refuse (request);
      return;
    }
  webkit_uri_scheme_request_finish (request, G_INPUT_STREAM (stream), -1, mime_type);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WebKitURISchemeRequest) request = user_data;
  g_autoptr (GFileInputStream) file =
      g_file_read_finish (G_FILE (object), result, NULL);

  if (file == NULL)
    {
      refuse (request);
      return;
    }
  g_autoptr (GInputStream) stream =
      g_buffered_input_stream_new_sized (G_INPUT_STREAM (file), SNIFF_BYTES);
  g_buffered_input_stream_fill_async (G_BUFFERED_INPUT_STREAM (stream),
                                      SNIFF_BYTES,
                                      G_PRIORITY_DEFAULT,
                                      NULL,
                                      sniffed_cb,
                                      g_steal_pointer (&request));
}

static void
answer_file (WebKitURISchemeRequest *request, GFile *file)
{
  if (file == NULL)
    {
      refuse (request);
      return;
    }
  g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, opened_cb, g_object_ref (request));
}

static void
answer_article (WebKitURISchemeRequest *request, FeuPreviewFiles *files)
{
  const char *path = webkit_uri_scheme_request_get_path (request);

  if (g_str_equal (path, "/") || g_str_equal (path, ""))
    {
      answer_resource (request, "shell.html", "text/html");
      return;
    }
  g_autofree char *src = g_uri_unescape_string (path + 1, NULL);
  g_autoptr (GFile) file =
      src != NULL ? FEU_PREVIEW_FILES_GET_IFACE (files)->dup_image (files, src) : NULL;
  answer_file (request, file);
}

static void
answer_page (WebKitURISchemeRequest *request)
{
  const char *path = webkit_uri_scheme_request_get_path (request);

  if (g_str_equal (path, "/theme.css"))
    {
      const char *css = feu_page_get_theme_css ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (css, strlen (css));
      answer_bytes (request, bytes, "text/css");
    }
  else if (g_str_equal (path, "/preview.css"))
    answer_resource (request, "preview.css", "text/css");
  else
    refuse (request);
}

static void
answer_author (WebKitURISchemeRequest *request, FeuPreviewFiles *files)
{
  const char *path = webkit_uri_scheme_request_get_path (request);
  guint64     index = 0;

  if (*path != '/' ||
      !g_ascii_string_to_unsigned (path + 1, 10, 0, G_MAXUINT, &index, NULL))
    {
      refuse (request);
      return;
    }
  g_autoptr (GFile) photo =
      FEU_PREVIEW_FILES_GET_IFACE (files)->dup_photo (files, (guint) index);
  answer_file (request, photo);
}

void
feu_preview_request_answer (WebKitURISchemeRequest *request)
{
  WebKitWebView *view = webkit_uri_scheme_request_get_web_view (request);
  const char    *uri_text = webkit_uri_scheme_request_get_uri (request);
  g_autoptr (GUri) uri = g_uri_parse (uri_text, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || !FEU_IS_PREVIEW_FILES (view))
    refuse (request);
  else if (g_str_equal (host, "article"))
    answer_article (request, FEU_PREVIEW_FILES (view));
  else if (g_str_equal (host, "page"))
    answer_page (request);
  else if (g_str_equal (host, "author"))
    answer_author (request, FEU_PREVIEW_FILES (view));
  else
    refuse (request);
}
