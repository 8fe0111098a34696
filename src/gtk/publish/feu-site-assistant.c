/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of a stack. The password goes from the page where it comes from straight to the
 * sign-in, and is in no widget but the one it was pasted into.
 */
#include "config.h"

#include "feu-site-assistant-private.h"

#include "feu-approval-view.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (FeuSiteAssistant, feu_site_assistant, HDY_TYPE_WINDOW)

void
feu_site_assistant_set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static gboolean
is_page (FeuSiteAssistant *self, const char *page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), page);
}

static void
remove_child (GtkWidget *child, gpointer unused)
{
  gtk_widget_destroy (child);
}

/* @action: (nullable): what the button in the header bar says. */
void
feu_site_assistant_show_page (FeuSiteAssistant *self,
                              const char       *page,
                              const char       *action)
{
  gboolean is_between = g_str_equal (page, "choose") || g_str_equal (page, "web") ||
                        g_str_equal (page, "paste");

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->action_button), action != NULL);
  if (action != NULL)
    {
      gtk_button_set_label (self->action_button, action);
      gtk_widget_grab_default (GTK_WIDGET (self->action_button));
    }
  gtk_widget_set_visible (self->back_button, is_between);
  if (!g_str_equal (page, "web"))
    gtk_container_foreach (GTK_CONTAINER (self->web_box), remove_child, NULL);
}

void
feu_site_assistant_show_busy (FeuSiteAssistant *self, const char *text)
{
  gtk_label_set_text (self->busy_label, text);
  feu_site_assistant_show_page (self, "busy", NULL);
}

/* ---- the address ---- */

static void
update_ways (FeuSiteAssistant *self)
{
  gtk_widget_set_visible (self->web_button, self->found->authorization != NULL);
  gtk_widget_set_visible (self->browser_button, self->found->authorization != NULL);
}

void
feu_site_assistant_show_choice (FeuSiteAssistant *self, const char *message)
{
  feu_site_assistant_set_label (self->choose_message, message);
  feu_site_assistant_show_page (self, "choose", NULL);
}

/* The site shows itself to those who are signed in only: name and password first. */
static void
ask_for_login (FeuSiteAssistant *self, const char *message)
{
  gtk_label_set_text (self->paste_intro, message);
  feu_site_assistant_set_label (self->paste_message, NULL);
  feu_site_assistant_show_page (self, "paste", _ ("_Sign In"));
  gtk_widget_grab_focus (GTK_WIDGET (self->user_entry));
}

static void
take_failure (FeuSiteAssistant *self, const GError *error)
{
  if (g_error_matches (
          error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_LOGIN_NEEDED))
    {
      ask_for_login (self, error->message);
      return;
    }
  if (g_error_matches (error, FEU_SITE_FINDER_ERROR, FEU_SITE_FINDER_ERROR_UNSAFE))
    gtk_widget_show (self->plain_check);
  feu_site_assistant_set_label (self->address_message, error->message);
  feu_site_assistant_show_page (self, "address", _ ("_Continue"));
  gtk_widget_grab_focus (GTK_WIDGET (self->address_entry));
}

static void
find_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuSiteAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  FeuFoundSite *found = feu_site_sign_in_find_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      take_failure (self, error);
      return;
    }
  g_clear_pointer (&self->found, feu_found_site_unref);
  self->found = found;
  gtk_label_set_text (self->found_name, found->name);
  gtk_label_set_text (self->found_address, found->home);
  update_ways (self);
  if (*gtk_entry_get_text (self->password_entry) != '\0')
    feu_site_assistant_sign_in_with_pasted (self);
  else
    feu_site_assistant_show_choice (
        self,
        found->authorization != NULL
            ? NULL
            : _ ("The site offers no application passwords: its owner can "
                 "turn them on. "
                 "If you have one all the same, enter it."));
}

void
feu_site_assistant_find (FeuSiteAssistant *self)
{
  g_autofree char *address =
      g_strstrip (g_strdup (gtk_entry_get_text (self->address_entry)));

  if (*address == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->address_entry));
      return;
    }
  feu_site_assistant_set_label (self->address_message, NULL);
  feu_site_assistant_show_busy (self, _ ("Looking for the site…"));
  const char *user = gtk_entry_get_text (self->user_entry);
  const char *password = gtk_entry_get_text (self->password_entry);
  feu_site_sign_in_find_async (
      self->publishing,
      address,
      *password != '\0' ? user : NULL,
      *password != '\0' ? password : NULL,
      gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->plain_check))
          ? FEU_SITE_FINDER_ALLOW_PLAIN_HTTP
          : FEU_SITE_FINDER_DEFAULT,
      self->cancellable,
      find_cb,
      g_object_ref (self));
}

/* ---- the three ways ---- */

static void
on_approved_cb (FeuSiteAssistant *self, const char *user, const char *password)
{
  feu_site_assistant_sign_in (self, user, password);
}

static void
on_refused_cb (FeuSiteAssistant *self)
{
  feu_site_assistant_show_choice (
      self, _ ("You did not approve Feuillet on the site: nothing was changed."));
}

static void
on_failed_cb (FeuSiteAssistant *self, const char *message)
{
  feu_site_assistant_show_choice (self, message);
}

static void
on_web_clicked_cb (FeuSiteAssistant *self)
{
  GtkWidget *approval = feu_approval_view_new (self->found);

  g_signal_connect_object (
      approval, "approved", G_CALLBACK (on_approved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      approval, "refused", G_CALLBACK (on_refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      approval, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_show (approval);
  gtk_box_pack_start (self->web_box, approval, TRUE, TRUE, 0);
  gtk_window_resize (GTK_WINDOW (self), 560, 660);
  feu_site_assistant_show_page (self, "web", NULL);
}

static void
show_paste (FeuSiteAssistant *self, const char *intro)
{
  feu_site_assistant_set_label (self->paste_message, NULL);
  gtk_label_set_text (self->paste_intro, intro);
  feu_site_assistant_show_page (self, "paste", _ ("_Sign In"));
  gtk_widget_grab_focus (GTK_WIDGET (self->user_entry));
}

static void
on_browser_clicked_cb (FeuSiteAssistant *self)
{
  g_autofree char *address = feu_approval_view_dup_browser_address (self->found);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_on_window (GTK_WINDOW (self), address, GDK_CURRENT_TIME, &error))
    {
      feu_site_assistant_show_choice (self, error->message);
      return;
    }
  show_paste (self,
              _ ("Approve Feuillet in your browser. The site then shows a password: "
                 "copy it here, with the name you use there."));
}

static void
on_paste_clicked_cb (FeuSiteAssistant *self)
{
  show_paste (self,
              _ ("On the site, in your profile under “Application Passwords”, add one "
                 "for Feuillet, and copy it here."));
}

/* ---- buttons ---- */

static void
finish (FeuSiteAssistant *self)
{
  FeuSite          values = *self->site;
  g_autofree char *name = g_strstrip (g_strdup (gtk_entry_get_text (self->name_entry)));
  g_autoptr (GError) error = NULL;

  values.name = name;
  g_autoptr (FeuSite) site = feu_site_new (&values);
  if (*name != '\0' && !g_str_equal (name, self->site->name) &&
      !feu_site_store_save (feu_publishing_get_sites (self->publishing), site, &error))
    {
      feu_site_assistant_set_label (self->done_message, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_action_clicked_cb (FeuSiteAssistant *self)
{
  if (is_page (self, "address"))
    feu_site_assistant_find (self);
  else if (is_page (self, "paste"))
    feu_site_assistant_sign_in_with_pasted (self);
  else if (is_page (self, "done"))
    finish (self);
}

static void
on_back_clicked_cb (FeuSiteAssistant *self)
{
  gtk_entry_set_text (self->password_entry, "");
  if (is_page (self, "choose") || self->found == NULL)
    {
      g_clear_pointer (&self->found, feu_found_site_unref);
      feu_site_assistant_show_page (self, "address", _ ("_Continue"));
    }
  else
    feu_site_assistant_show_choice (self, NULL);
}

static gboolean
on_key_press_cb (FeuSiteAssistant *self, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

/* ---- the class ---- */

static void
feu_site_assistant_destroy (GtkWidget *widget)
{
  g_cancellable_cancel (FEU_SITE_ASSISTANT (widget)->cancellable);
  GTK_WIDGET_CLASS (feu_site_assistant_parent_class)->destroy (widget);
}

static void
feu_site_assistant_finalize (GObject *object)
{
  FeuSiteAssistant *self = FEU_SITE_ASSISTANT (object);

  g_clear_object (&self->publishing);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->site, feu_site_unref);
  g_clear_pointer (&self->found, feu_found_site_unref);
  G_OBJECT_CLASS (feu_site_assistant_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, action_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, address_entry);
  gtk_widget_class_bind_template_child (
      widget_class, FeuSiteAssistant, address_message);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, busy_label);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, found_name);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, found_address);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, plain_check);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, web_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, browser_button);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, choose_message);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, web_box);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, paste_intro);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, user_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, password_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, paste_message);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, done_title);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, done_text);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, done_message);
  gtk_widget_class_bind_template_child (widget_class, FeuSiteAssistant, name_entry);
}

static void
feu_site_assistant_class_init (FeuSiteAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_site_assistant_finalize;
  widget_class->destroy = feu_site_assistant_destroy;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-site-assistant.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_action_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_browser_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_press_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_web_clicked_cb);
}

static void
feu_site_assistant_init (FeuSiteAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
feu_site_assistant_new (GtkWindow *parent, FeuPublishing *publishing, FeuSite *site)
{
  FeuSiteAssistant *self = g_object_new (
      FEU_TYPE_SITE_ASSISTANT, "transient-for", parent, "modal", TRUE, NULL);

  self->publishing = g_object_ref (publishing);
  feu_site_assistant_show_page (self, "address", _ ("_Continue"));
  if (site != NULL)
    {
      self->site = feu_site_ref (site);
      gtk_entry_set_text (self->address_entry, site->address);
      gtk_entry_set_text (self->user_entry, site->user != NULL ? site->user : "");
      hdy_header_bar_set_title (self->header_bar, _ ("Sign In"));
      feu_site_assistant_find (self);
    }
  return GTK_WIDGET (self);
}

void
feu_site_assistant_show (GtkWindow *parent, FeuPublishing *publishing, FeuSite *site)
{
  gtk_window_present (GTK_WINDOW (feu_site_assistant_new (parent, publishing, site)));
}
