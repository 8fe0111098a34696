/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With the password from wherever it comes: who is it, and keep it.
 */
#include "config.h"

#include "feu-site-assistant-private.h"

#include <glib/gi18n.h>

static void
show_done (FeuSiteAssistant *self, const FeuSignedIn *signed_in)
{
  FeuRights        rights = signed_in->account->rights;
  g_autofree char *title =
      g_strdup_printf (_ ("Signed in as %s"), signed_in->account->name);

  gtk_label_set_text (self->done_title, title);
  gtk_label_set_text (
      self->done_text,
      (rights & FEU_RIGHT_PUBLISH) != 0 ? _ ("This account may publish on the site.")
      : (rights & FEU_RIGHT_WRITE) != 0
          ? _ ("This account may submit texts for review; the site’s editors publish "
               "them.")
          : _ ("This account may not write on the site: ask its owner for the role of "
               "a contributor or author."));
  feu_site_assistant_set_label (
      self->done_message,
      signed_in->kept == FEU_CREDENTIALS_KEPT
          ? NULL
          : _ ("This computer has no keyring, so the password is kept only until "
               "Feuillet is closed."));
  gtk_entry_set_text (self->name_entry, self->site->name);
  feu_site_assistant_show_page (self, "done", _ ("_Done"));
}

static void
sign_in_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuSiteAssistant) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuSignedIn) signed_in = feu_site_sign_in_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (signed_in != NULL &&
      !feu_site_store_save (
          feu_publishing_get_sites (self->publishing), signed_in->site, &error))
    g_clear_pointer (&signed_in, feu_signed_in_free);
  if (signed_in == NULL)
    {
      if (*gtk_entry_get_text (self->password_entry) != '\0')
        {
          feu_site_assistant_set_label (self->paste_message, error->message);
          feu_site_assistant_show_page (self, "paste", _ ("_Sign In"));
        }
      else
        feu_site_assistant_show_choice (self, error->message);
      return;
    }
  gtk_entry_set_text (self->password_entry, "");
  g_clear_pointer (&self->site, feu_site_unref);
  self->site = feu_site_ref (signed_in->site);
  show_done (self, signed_in);
}

/* The site as it was, or a new one, with what was found. */
static FeuSite *
make_site (FeuSiteAssistant *self)
{
  FeuSite          values = self->site != NULL ? *self->site : (FeuSite){ 0 };
  g_autofree char *id = NULL;

  values.address = self->found->home;
  values.api_root = self->found->api_root;
  values.kind = FEU_SITE_WORDPRESS;
  values.allows_plain_http = self->found->is_plain_http;
  if (self->site == NULL)
    {
      values.name = self->found->name;
      id = feu_site_store_dup_free_id (feu_publishing_get_sites (self->publishing),
                                       self->found->name);
      values.id = id;
    }
  return feu_site_new (&values);
}

void
feu_site_assistant_sign_in (FeuSiteAssistant *self,
                            const char       *user,
                            const char       *password)
{
  g_autoptr (FeuSite) site = make_site (self);

  feu_site_assistant_show_busy (self, _ ("Signing in…"));
  feu_site_sign_in_async (self->publishing,
                          self->found,
                          site,
                          user,
                          password,
                          self->cancellable,
                          sign_in_cb,
                          g_object_ref (self));
}

void
feu_site_assistant_sign_in_with_pasted (FeuSiteAssistant *self)
{
  const char *user = gtk_entry_get_text (self->user_entry);
  const char *password = gtk_entry_get_text (self->password_entry);

  feu_site_assistant_set_label (self->paste_message, NULL);
  if (*user == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->user_entry));
  else if (*password == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->password_entry));
  else if (self->found == NULL)
    feu_site_assistant_find (self);
  else
    feu_site_assistant_sign_in (self, user, password);
}
