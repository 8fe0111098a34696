/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stores of the application, used once.
 */
#include "config.h"

#include "feu-cli-session.h"

#include "feu-credentials.h"
#include "feu-site-store.h"
#include "feu-wordpress.h"

#include <glib/gi18n.h>
#include <string.h>

#define PASSWORD_VARIABLE "FEUILLET_PASSWORD"

/* (nullable): what the environment says, and then says no more. */
static char *
take_password (void)
{
  const char *value = g_getenv (PASSWORD_VARIABLE);

  if (value == NULL || *value == '\0')
    return NULL;
  char *password = g_strdup (value);
  memset ((char *) value, '*', strlen (value));
  g_unsetenv (PASSWORD_VARIABLE);
  return password;
}

static FeuSite *
find_site (const char *name, GError **error)
{
  g_autoptr (GFile) folder = feu_site_store_dup_default_folder ();
  g_autoptr (FeuSiteStore) store = feu_site_store_new (folder);
  g_autoptr (GPtrArray) all = feu_site_store_list (store);
  g_autoptr (FeuSite) site = NULL;

  if (name != NULL)
    site = feu_site_store_dup_site (store, name);
  else if (all->len == 1)
    site = feu_site_ref (g_ptr_array_index (all, 0));
  if (site != NULL && site->api_root != NULL)
    return g_steal_pointer (&site);
  g_set_error_literal (
      error,
      G_IO_ERROR,
      G_IO_ERROR_NOT_FOUND,
      site != NULL ? _ ("You have not signed in to this site yet.")
      : name != NULL
          ? _ ("There is no such site. “feuillet site list” shows those there "
               "are, “feuillet site add” adds one.")
      : all->len == 0 ? _ ("There is no site yet. Add one with “feuillet site add”.")
                      : _ ("There are several sites: name one with “--site”."));
  return NULL;
}

static FeuHttpLogin *
find_login (FeuSite *site, GError **error)
{
  char *password = take_password ();

  if (password == NULL)
    {
      g_autoptr (FeuCredentials) credentials = feu_credentials_new ();
      return feu_credentials_lookup (credentials, site, NULL, error);
    }
  FeuHttpLogin *login = feu_http_login_new (site->api_root, site->user, password);
  feu_http_secret_free (password);
  if (login == NULL)
    g_set_error_literal (error,
                         G_IO_ERROR,
                         G_IO_ERROR_INVALID_ARGUMENT,
                         _ ("You have not signed in to this site yet."));
  return login;
}

static FeuJournal *
open_journal (GError **error)
{
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "feuillet", "publish.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  return feu_journal_new (file, error);
}

gboolean
feu_cli_session_open (FeuCliSession *self, const char *site_name, GError **error)
{
  self->site = find_site (site_name, error);
  if (self->site == NULL)
    return FALSE;
  g_autoptr (FeuHttpLogin) login = find_login (self->site, error);
  if (login == NULL)
    return FALSE;
  self->journal = open_journal (error);
  if (self->journal == NULL)
    return FALSE;
  self->http = feu_http_new (NULL);
  self->publisher = FEU_PUBLISHER (feu_wordpress_new (
      self->http,
      self->site->api_root,
      login,
      self->site->format == FEU_SITE_CLASSIC ? FEU_WORDPRESS_CLASSIC
                                             : FEU_WORDPRESS_BLOCKS));
  return TRUE;
}

void
feu_cli_session_clear (FeuCliSession *self)
{
  g_clear_pointer (&self->site, feu_site_unref);
  g_clear_object (&self->publisher);
  g_clear_object (&self->http);
  g_clear_object (&self->journal);
}
