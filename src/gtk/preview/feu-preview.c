/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small state machine: the page is loading or ready; a patch is in flight or not.
 * What the page shows is known (self->shown) once the patch that makes it so was
 * answered.
 */
#include "config.h"

#include "feu-preview.h"

#include "feu-html-sanitizer.h"
#include "feu-image-path.h"
#include "feu-preview-context.h"
#include "feu-preview-patch.h"
#include "feu-preview-request.h"

#include <handy.h>

#define SCRIPT_WORLD "feuillet"
#define SCRIPT_RESOURCE "/org/feuillet/Feuillet/ui/preview/shell.js"
/* After so many lost processes in a row the article itself is to blame. */
#define MAX_RESTARTS 3

struct _FeuPreview
{
  WebKitWebView parent_instance;

  FeuPipeline    *pipeline;      /* owned */
  FeuAuthorStore *authors;       /* owned */
  GFile          *folder;        /* owned, (nullable) */
  GCancellable   *cancellable;   /* owned: of the patch in flight */
  GPtrArray      *shown_authors; /* (element-type FeuAuthor), owned, (nullable) */
  FeuPreviewState shown;         /* what the page shows */
  FeuPreviewState sent;          /* what the patch in flight makes it show */
  guint           n_restarts;
  gboolean        page_ready;
  gboolean        in_flight;
  gboolean        authors_changed;
};

static guint link_activated_signal;

static void send_patch (FeuPreview *self);

static GFile *
preview_dup_image (FeuPreviewFiles *files, const char *src)
{
  FeuPreview *self = FEU_PREVIEW (files);
  GFile      *file = NULL;

  return feu_image_resolve (self->folder, src, &file) == FEU_IMAGE_OK ? file : NULL;
}

static GFile *
preview_dup_photo (FeuPreviewFiles *files, guint index)
{
  FeuPreview *self = FEU_PREVIEW (files);

  if (self->shown_authors == NULL || index >= self->shown_authors->len)
    return NULL;
  FeuAuthor *author = g_ptr_array_index (self->shown_authors, index);
  return author->photo != NULL ? g_object_ref (author->photo) : NULL;
}

static void
preview_files_iface_init (FeuPreviewFilesInterface *iface)
{
  iface->dup_image = preview_dup_image;
  iface->dup_photo = preview_dup_photo;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FeuPreview,
                               feu_preview,
                               WEBKIT_TYPE_WEB_VIEW,
                               G_IMPLEMENT_INTERFACE (FEU_TYPE_PREVIEW_FILES,
                                                      preview_files_iface_init))

/* A photo's address carries its file's name, so that a new photo is a new address. */
static char *
dup_photo_uri (FeuPreview *self, const char *path)
{
  for (guint i = 0; i < self->shown_authors->len; i++)
    {
      FeuAuthor *author = g_ptr_array_index (self->shown_authors, i);
      if (author->photo != NULL &&
          g_strcmp0 (g_file_peek_path (author->photo), path) == 0)
        {
          g_autofree char *query = g_uri_escape_string (path, NULL, FALSE);
          return g_strdup_printf (FEU_PREVIEW_AUTHOR_URI "%u?%s", i, query);
        }
    }
  return NULL;
}

static char *
image_for_page (const char *src, gboolean is_photo, gpointer user_data)
{
  FeuPreview *self = user_data;

  if (is_photo)
    return dup_photo_uri (self, src);
  if (feu_image_resolve (self->folder, src, NULL) == FEU_IMAGE_REMOTE)
    return NULL;
  return g_uri_escape_string (src, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, TRUE);
}

static void
load_page (FeuPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->page_ready = FALSE;
  self->in_flight = FALSE;
  feu_preview_state_clear (&self->shown);
  feu_preview_state_clear (&self->sent);
  webkit_web_view_load_uri (WEBKIT_WEB_VIEW (self), FEU_PREVIEW_PAGE_URI);
}

static void
patched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (
      WEBKIT_WEB_VIEW (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->in_flight)
    return;
  self->in_flight = FALSE;
  if (error != NULL)
    {
      /* A lost process is answered in on_process_terminated_cb(). Anything else leaves
       * the page in a state not known: begin again, but not for ever. */
      g_debug ("Preview: %s", error->message);
      if (self->page_ready && self->n_restarts++ < MAX_RESTARTS)
        load_page (self);
      return;
    }
  self->n_restarts = 0;
  feu_preview_state_clear (&self->shown);
  self->shown = self->sent;
  self->sent = (FeuPreviewState){ 0 };
  send_patch (self);
}

static void
take_authors (FeuPreview *self, FeuArticle *article)
{
  g_clear_pointer (&self->shown_authors, g_ptr_array_unref);
  self->shown_authors = feu_page_dup_authors (article, self->authors, self->folder);
  self->authors_changed = FALSE;
}

static void
send_patch (FeuPreview *self)
{
  FeuArticle *article =
      self->pipeline != NULL ? feu_pipeline_get_article (self->pipeline) : NULL;

  if (!self->page_ready || self->in_flight || article == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      (feu_preview_state_is_whole (&self->shown, article) && !self->authors_changed))
    return;
  take_authors (self, article);
  FeuPageContext context = { self->shown_authors, image_for_page, self };
  feu_preview_state_init (&self->sent, &self->shown, article, &context);
  GVariantDict arguments;
  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert_value (
      &arguments, "change", feu_preview_patch_new (&self->shown, &self->sent));
  self->in_flight = TRUE;
  webkit_web_view_call_async_javascript_function (WEBKIT_WEB_VIEW (self),
                                                  "feuillet.patch (change)",
                                                  -1,
                                                  g_variant_dict_end (&arguments),
                                                  SCRIPT_WORLD,
                                                  NULL,
                                                  self->cancellable,
                                                  patched_cb,
                                                  g_object_ref (self));
}

static void
on_article_changed_cb (FeuPipeline *pipeline, FeuPreview *self)
{
  send_patch (self);
}

static void
on_authors_changed_cb (FeuAuthorStore *authors, FeuPreview *self)
{
  self->authors_changed = TRUE;
  send_patch (self);
}

static void
feu_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (feu_preview_parent_class)->map (widget);
  send_patch (FEU_PREVIEW (widget));
}

static void
feu_preview_load_changed (WebKitWebView *view, WebKitLoadEvent event)
{
  FeuPreview *self = FEU_PREVIEW (view);

  if (event != WEBKIT_LOAD_FINISHED)
    return;
  self->page_ready = TRUE;
  send_patch (self);
}

static void
feu_preview_web_process_terminated (WebKitWebView                    *view,
                                    WebKitWebProcessTerminationReason reason)
{
  FeuPreview *self = FEU_PREVIEW (view);

  self->page_ready = FALSE;
  if (self->n_restarts++ < MAX_RESTARTS)
    load_page (self);
}

/* Whether @uri is a place within the page: the page itself or one of its anchors. */
static gboolean
is_own_uri (const char *uri)
{
  gsize length = strlen (FEU_PREVIEW_PAGE_URI);

  return strncmp (uri, FEU_PREVIEW_PAGE_URI, length) == 0 &&
         (uri[length] == '\0' || uri[length] == '#');
}

static gboolean
feu_preview_decide_policy (WebKitWebView           *view,
                           WebKitPolicyDecision    *decision,
                           WebKitPolicyDecisionType type)
{
  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    return FALSE;
  WebKitNavigationPolicyDecision *navigation =
      WEBKIT_NAVIGATION_POLICY_DECISION (decision);
  WebKitNavigationAction *action =
      webkit_navigation_policy_decision_get_navigation_action (navigation);
  const char *uri =
      webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));

  if (type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION && is_own_uri (uri))
    {
      webkit_policy_decision_use (decision);
      return TRUE;
    }
  webkit_policy_decision_ignore (decision);
  if (webkit_navigation_action_is_user_gesture (action) &&
      !g_str_has_prefix (uri, FEU_PREVIEW_SCHEME ":") && feu_html_url_is_safe (uri))
    g_signal_emit (view, link_activated_signal, 0, uri);
  return TRUE;
}

/* The engine's menu has "reload" and "open in new window"; of use here is only copying.
 */
static gboolean
feu_preview_context_menu (WebKitWebView       *view,
                          WebKitContextMenu   *menu,
                          GdkEvent            *event,
                          WebKitHitTestResult *hit)
{
  static const WebKitContextMenuAction wanted[] = {
    WEBKIT_CONTEXT_MENU_ACTION_COPY,
    WEBKIT_CONTEXT_MENU_ACTION_COPY_LINK_TO_CLIPBOARD,
    WEBKIT_CONTEXT_MENU_ACTION_COPY_IMAGE_TO_CLIPBOARD,
  };

  webkit_context_menu_remove_all (menu);
  if (webkit_hit_test_result_context_is_selection (hit))
    webkit_context_menu_append (
        menu, webkit_context_menu_item_new_from_stock_action (wanted[0]));
  if (webkit_hit_test_result_context_is_link (hit))
    webkit_context_menu_append (
        menu, webkit_context_menu_item_new_from_stock_action (wanted[1]));
  if (webkit_hit_test_result_context_is_image (hit))
    webkit_context_menu_append (
        menu, webkit_context_menu_item_new_from_stock_action (wanted[2]));
  return webkit_context_menu_get_n_items (menu) == 0;
}

/* The colour behind the page while it loads, so that nothing flashes at night. */
static void
update_background (HdyStyleManager *manager, GParamSpec *pspec, FeuPreview *self)
{
  GdkRGBA color;

  gdk_rgba_parse (&color, hdy_style_manager_get_dark (manager) ? "#1f1e1d" : "#fdfcfa");
  webkit_web_view_set_background_color (WEBKIT_WEB_VIEW (self), &color);
}

static void
add_script (FeuPreview *self)
{
  WebKitUserContentManager *manager =
      webkit_web_view_get_user_content_manager (WEBKIT_WEB_VIEW (self));
  g_autoptr (GBytes) source =
      g_resources_lookup_data (SCRIPT_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  WebKitUserScript *script =
      webkit_user_script_new_for_world (g_bytes_get_data (source, NULL),
                                        WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                        WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END,
                                        SCRIPT_WORLD,
                                        NULL,
                                        NULL);

  webkit_user_content_manager_add_script (manager, script);
  webkit_user_script_unref (script);
}

static void
feu_preview_dispose (GObject *object)
{
  FeuPreview *self = FEU_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->pipeline);
  g_clear_object (&self->authors);
  g_clear_object (&self->folder);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown_authors, g_ptr_array_unref);
  feu_preview_state_clear (&self->shown);
  feu_preview_state_clear (&self->sent);
  G_OBJECT_CLASS (feu_preview_parent_class)->dispose (object);
}

static void
feu_preview_class_init (FeuPreviewClass *klass)
{
  WebKitWebViewClass *view_class = WEBKIT_WEB_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_preview_dispose;
  GTK_WIDGET_CLASS (klass)->map = feu_preview_map;
  view_class->load_changed = feu_preview_load_changed;
  view_class->web_process_terminated = feu_preview_web_process_terminated;
  view_class->decide_policy = feu_preview_decide_policy;
  view_class->context_menu = feu_preview_context_menu;
  link_activated_signal = g_signal_new ("link-activated",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        G_TYPE_STRING);
}

static void
feu_preview_init (FeuPreview *self)
{
}

GtkWidget *
feu_preview_new (WebKitWebContext *context)
{
  g_autoptr (WebKitSettings) settings = feu_preview_context_new_settings ();
  FeuPreview *self = g_object_new (
      FEU_TYPE_PREVIEW, "web-context", context, "settings", settings, NULL);

  add_script (self);
  load_page (self);
  return GTK_WIDGET (self);
}

void
feu_preview_follow (FeuPreview *self, FeuPipeline *pipeline, FeuAuthorStore *authors)
{
  HdyStyleManager *manager = hdy_style_manager_get_default ();

  g_return_if_fail (FEU_IS_PREVIEW (self) && self->pipeline == NULL);
  self->pipeline = g_object_ref (pipeline);
  self->authors = g_object_ref (authors);
  g_signal_connect_object (
      pipeline, "article-changed", G_CALLBACK (on_article_changed_cb), self, 0);
  g_signal_connect_object (
      authors, "changed", G_CALLBACK (on_authors_changed_cb), self, 0);
  g_signal_connect_object (
      manager, "notify::dark", G_CALLBACK (update_background), self, 0);
  update_background (manager, NULL, self);
  send_patch (self);
}

void
feu_preview_set_article_folder (FeuPreview *self, GFile *folder)
{
  g_return_if_fail (FEU_IS_PREVIEW (self));
  if (self->folder == folder ||
      (self->folder != NULL && folder != NULL && g_file_equal (self->folder, folder)))
    return;
  gboolean had_folder = self->folder != NULL;
  g_set_object (&self->folder, folder);
  if (had_folder || self->shown.article != NULL)
    load_page (self);
}

static void
painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (
      WEBKIT_WEB_VIEW (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
feu_preview_painted_async (FeuPreview         *self,
                           guint64             revision,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GVariantDict arguments;
  GTask       *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, feu_preview_painted_async);
  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "revision", "d", (double) revision);
  webkit_web_view_call_async_javascript_function (
      WEBKIT_WEB_VIEW (self),
      "return await feuillet.painted (revision)",
      -1,
      g_variant_dict_end (&arguments),
      SCRIPT_WORLD,
      NULL,
      cancellable,
      painted_cb,
      task);
}

gboolean
feu_preview_painted_finish (FeuPreview *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
