/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What counts as the site's answer is for feu-site-approval.h to say.
 */
#include "config.h"

#include "feu-approval-view.h"

#include "feu-http-login.h"
#include "feu-installation.h"
#include "feu-site-approval.h"

#include <glib/gi18n.h>
#include <webkit2/webkit2.h>

struct _FeuApprovalView
{
  GtkBox parent_instance;

  /* owned */
  FeuSiteApproval *approval;

  /* children */
  WebKitWebView *view;

  /* template */
  GtkImage  *lock_image;
  GtkLabel  *address_label;
  GtkWidget *spinner;
  GtkBox    *holder;
};

G_DEFINE_FINAL_TYPE (FeuApprovalView, feu_approval_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_APPROVED,
  SIGNAL_REFUSED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- the page ---- */

/* Returns: whether @uri is an answer, which is not to be loaded */
static gboolean
take_answer (FeuApprovalView *self, const char *uri)
{
  g_autofree char *user = NULL;
  char            *password = NULL;

  switch (feu_site_approval_read (self->approval, uri, &user, &password))
    {
    case FEU_SITE_APPROVAL_NONE:
      return FALSE;
    case FEU_SITE_APPROVAL_GRANTED:
      g_signal_emit (self, signals[SIGNAL_APPROVED], 0, user, password);
      feu_http_secret_free (password);
      return TRUE;
    case FEU_SITE_APPROVAL_REJECTED:
      g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
      return TRUE;
    case FEU_SITE_APPROVAL_FORGED:
      g_signal_emit (self,
                     signals[SIGNAL_FAILED],
                     0,
                     _ ("The site’s answer is not to this question. Try again."));
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
on_decide_policy_cb (FeuApprovalView         *self,
                     WebKitPolicyDecision    *decision,
                     WebKitPolicyDecisionType type)
{
  if (type != WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION &&
      type != WEBKIT_POLICY_DECISION_TYPE_NEW_WINDOW_ACTION)
    return FALSE;
  WebKitNavigationAction *action =
      webkit_navigation_policy_decision_get_navigation_action (
          WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  const char *uri =
      webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));
  g_autofree char *scheme = g_uri_parse_scheme (uri);
  gboolean         is_web = g_strcmp0 (scheme, "https") == 0 ||
                    g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "about") == 0;

  if (is_web && type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION)
    return FALSE;
  webkit_policy_decision_ignore (decision);
  take_answer (self, uri);
  return TRUE;
}

static void
on_uri_changed_cb (FeuApprovalView *self)
{
  const char *uri = webkit_web_view_get_uri (self->view);
  g_autoptr (GUri) parsed =
      uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;
  gboolean is_safe = parsed != NULL && g_str_equal (g_uri_get_scheme (parsed), "https");

  gtk_label_set_text (
      self->address_label,
      parsed != NULL && g_uri_get_host (parsed) != NULL ? g_uri_get_host (parsed) : "");
  gtk_image_set_from_icon_name (self->lock_image,
                                is_safe ? "channel-secure-symbolic"
                                        : "channel-insecure-symbolic",
                                GTK_ICON_SIZE_MENU);
}

static void
on_loading_changed_cb (FeuApprovalView *self)
{
  g_object_set (self->spinner, "active", webkit_web_view_is_loading (self->view), NULL);
}

static gboolean
on_load_failed_cb (FeuApprovalView *self,
                   WebKitLoadEvent  event,
                   const char      *uri,
                   const GError    *error)
{
  /* What we stop ourselves, the way back, is no failure. */
  if (g_error_matches (error,
                       WEBKIT_POLICY_ERROR,
                       WEBKIT_POLICY_ERROR_FRAME_LOAD_INTERRUPTED_BY_POLICY_CHANGE) ||
      g_error_matches (error, WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_CANCELLED))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
  return TRUE;
}

static gboolean
on_tls_failed_cb (FeuApprovalView *self)
{
  g_signal_emit (self,
                 signals[SIGNAL_FAILED],
                 0,
                 _ ("The site’s certificate is not to be trusted, so its sign-in page "
                    "was not opened. Tell the site’s owner."));
  return TRUE;
}

static void
connect (FeuApprovalView *self, const char *signal, GCallback callback)
{
  g_signal_connect_object (self->view, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
add_view (FeuApprovalView *self)
{
  g_autoptr (WebKitWebContext) context = webkit_web_context_new_ephemeral ();

  webkit_web_context_set_sandbox_enabled (context, TRUE);
  self->view = WEBKIT_WEB_VIEW (webkit_web_view_new_with_context (context));
  webkit_settings_set_hardware_acceleration_policy (
      webkit_web_view_get_settings (self->view),
      WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER);
  connect (self, "decide-policy", G_CALLBACK (on_decide_policy_cb));
  connect (self, "notify::uri", G_CALLBACK (on_uri_changed_cb));
  connect (self, "notify::is-loading", G_CALLBACK (on_loading_changed_cb));
  connect (self, "load-failed", G_CALLBACK (on_load_failed_cb));
  connect (self, "load-failed-with-tls-errors", G_CALLBACK (on_tls_failed_cb));
  gtk_widget_show (GTK_WIDGET (self->view));
  gtk_box_pack_start (self->holder, GTK_WIDGET (self->view), TRUE, TRUE, 0);
}

/* ---- the class ---- */

static void
feu_approval_view_finalize (GObject *object)
{
  g_clear_pointer (&FEU_APPROVAL_VIEW (object)->approval, feu_site_approval_free);
  G_OBJECT_CLASS (feu_approval_view_parent_class)->finalize (object);
}

static guint
new_signal (GType type, const char *name, guint n_arguments)
{
  return g_signal_new (name,
                       type,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_arguments,
                       G_TYPE_STRING,
                       G_TYPE_STRING);
}

static void
feu_approval_view_class_init (FeuApprovalViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_approval_view_finalize;
  signals[SIGNAL_APPROVED] = new_signal (type, "approved", 2);
  signals[SIGNAL_REFUSED] = new_signal (type, "refused", 0);
  signals[SIGNAL_FAILED] = new_signal (type, "failed", 1);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-approval-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuApprovalView, lock_image);
  gtk_widget_class_bind_template_child (widget_class, FeuApprovalView, address_label);
  gtk_widget_class_bind_template_child (widget_class, FeuApprovalView, spinner);
  gtk_widget_class_bind_template_child (widget_class, FeuApprovalView, holder);
}

static void
feu_approval_view_init (FeuApprovalView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_view (self);
}

static FeuSiteApproval *
new_approval (FeuFoundSite *found)
{
  g_autoptr (GFile) folder =
      g_file_new_build_filename (g_get_user_data_dir (), "feuillet", NULL);
  g_autofree char *id = feu_installation_dup_id (folder);

  return feu_site_approval_new (found, id);
}

GtkWidget *
feu_approval_view_new (FeuFoundSite *found)
{
  g_return_val_if_fail (found != NULL && found->authorization != NULL, NULL);
  FeuApprovalView *self = g_object_new (FEU_TYPE_APPROVAL_VIEW, NULL);

  self->approval = new_approval (found);
  webkit_web_view_load_uri (self->view, feu_site_approval_get_address (self->approval));
  return GTK_WIDGET (self);
}

char *
feu_approval_view_dup_browser_address (FeuFoundSite *found)
{
  g_return_val_if_fail (found != NULL && found->authorization != NULL, NULL);
  g_autoptr (FeuSiteApproval) approval = new_approval (found);

  return feu_site_approval_dup_browser_address (approval);
}
