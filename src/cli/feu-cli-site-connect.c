/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The finder and the sign-in, one after the other, in the calling thread.
 */
#include "config.h"

#include "feu-cli-site-connect.h"

#include "feu-cli-password.h"
#include "feu-site-account.h"
#include "feu-site-finder.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static FeuCliStatus
refuse (const GError *error)
{
  g_printerr ("%s: %s\n", _ ("error"), error->message);
  return FEU_CLI_BAD_FILE;
}

/* Returns: (transfer full) (nullable): with @out_user_id, when it can be signed in to
 */
static FeuFoundSite *
find_and_check (const char   *address,
                FeuHttpLogin *given,
                gboolean      allows_plain_http,
                gint64       *out_user_id,
                GError      **error)
{
  const char *user = feu_http_login_get_user (given);
  const char *password = feu_http_login_get_password (given);
  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  g_autoptr (FeuFoundSite) found = feu_site_finder_find (
      http,
      address,
      user,
      password,
      allows_plain_http ? FEU_SITE_FINDER_ALLOW_PLAIN_HTTP : FEU_SITE_FINDER_DEFAULT,
      NULL,
      error);
  if (found == NULL)
    return NULL;
  g_autoptr (FeuHttpLogin) login = feu_http_login_new (found->api_root, user, password);
  return feu_site_account_check (http, found, login, out_user_id, NULL, NULL, error)
             ? g_steal_pointer (&found)
             : NULL;
}

static void
keep_password (FeuSite *site, FeuHttpLogin *login)
{
  g_autoptr (FeuCredentials) credentials = feu_credentials_new ();
  FeuCredentialsKept kept = feu_credentials_store (
      credentials, site, feu_http_login_get_password (login), NULL);

  if (kept != FEU_CREDENTIALS_KEPT)
    g_printerr ("%s: %s\n",
                _ ("warning"),
                _ ("no keyring keeps the password: give it in FEUILLET_PASSWORD each "
                   "time."));
}

FeuCliStatus
feu_cli_site_connect (FeuSiteStore *store, const FeuSite *values)
{
  g_return_val_if_fail (FEU_IS_SITE_STORE (store), FEU_CLI_BAD_USAGE);
  g_return_val_if_fail (values->address != NULL && values->user != NULL,
                        FEU_CLI_BAD_USAGE);

  g_autoptr (GError) error = NULL;
  gint64 user_id = 0;
  char  *password = feu_cli_password_read ();
  if (password == NULL)
    {
      g_printerr ("%s: %s\n",
                  _ ("error"),
                  _ ("no password: give it in FEUILLET_PASSWORD or as a line of the "
                     "standard input."));
      return FEU_CLI_BAD_USAGE;
    }
  /* Only a pair of name and password so far: where it may go is the finder's to say. */
  g_autoptr (FeuHttpLogin) given =
      feu_http_login_new ("https://unknown.invalid", values->user, password);
  feu_http_secret_free (password);
  g_autoptr (FeuFoundSite) found = find_and_check (
      values->address, given, values->allows_plain_http, &user_id, &error);
  if (found == NULL)
    return refuse (error);

  FeuSite          full = *values;
  const char      *name = values->name != NULL ? values->name : found->name;
  g_autofree char *id = values->id != NULL ? g_strdup (values->id)
                                           : feu_site_store_dup_free_id (store, name);
  full.id = id;
  full.name = name;
  full.address = found->home;
  full.api_root = found->api_root;
  full.user_id = user_id;
  g_autoptr (FeuSite) site = feu_site_new (&full);
  if (!feu_site_store_save (store, site, &error))
    return refuse (error);
  keep_password (site, given);
  g_print ("%s\n", site->id);
  return FEU_CLI_OK;
}

static void
add_text (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

/* @error: (nullable): NULL for a site that works */
static void
print_result (const FeuSite *site, const GError *error)
{
  gboolean is_diagnosis = error != NULL && error->domain == FEU_SITE_FINDER_ERROR;
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_text (json, "site", site->id);
  json_builder_set_member_name (json, "ok");
  json_builder_add_boolean_value (json, error == NULL);
  add_text (json, "api_root", site->api_root);
  add_text (json, "user", site->user);
  add_text (json,
            "error",
            is_diagnosis
                ? feu_site_finder_error_get_nick ((FeuSiteFinderError) error->code)
            : error != NULL ? "no-password"
                            : NULL);
  add_text (json, "message", error != NULL ? error->message : NULL);
  json_builder_end_object (json);
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = json_to_string (root, /* pretty= */ TRUE);
  g_print ("%s\n", text);
}

FeuCliStatus
feu_cli_site_test (FeuSite *site, gboolean is_json)
{
  g_return_val_if_fail (site != NULL, FEU_CLI_BAD_USAGE);

  g_autoptr (GError) error = NULL;
  g_autoptr (FeuHttpLogin) login = feu_cli_password_dup_login (site, &error);
  g_autoptr (FeuFoundSite) found =
      login != NULL ? find_and_check (
                          site->api_root, login, site->allows_plain_http, NULL, &error)
                    : NULL;
  if (is_json)
    print_result (site, error);
  else if (found != NULL)
    g_print (_ ("%s: “%s” at %s accepts %s.\n"),
             site->id,
             found->name,
             found->home,
             site->user);
  return found != NULL ? FEU_CLI_OK : is_json ? FEU_CLI_BAD_FILE : refuse (error);
}

/* Returns: FALSE with @error where the password stays valid on the site */
static gboolean
revoke_password (FeuSite *site, GError **error)
{
  if (site->api_root == NULL || site->user == NULL)
    return TRUE;
  g_autoptr (FeuHttpLogin) login = feu_cli_password_dup_login (site, error);
  if (login == NULL)
    return FALSE;

  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  switch (feu_site_account_revoke (http, site->api_root, login, NULL, error))
    {
    case FEU_SITE_REVOKE_FAILED:
      return FALSE;
    case FEU_SITE_REVOKE_DONE:
      g_printerr (_ ("The application password was revoked on the site.\n"));
      return TRUE;
    case FEU_SITE_REVOKE_INVALID:
      g_printerr (_ ("The site had revoked the application password already.\n"));
      return TRUE;
    case FEU_SITE_REVOKE_NOT_ONE:
      return TRUE;
    }
  return TRUE;
}

FeuCliStatus
feu_cli_site_remove (FeuSiteStore *store, FeuSite *site, gboolean is_forced)
{
  g_return_val_if_fail (FEU_IS_SITE_STORE (store), FEU_CLI_BAD_USAGE);
  g_return_val_if_fail (site != NULL, FEU_CLI_BAD_USAGE);

  g_autoptr (GError) error = NULL;
  if (!revoke_password (site, &error))
    {
      if (!is_forced)
        {
          refuse (error);
          g_printerr (
              _ ("The site was kept. With --force it is forgotten here, and its "
                 "password stays valid there.\n"));
          return FEU_CLI_BAD_FILE;
        }
      g_printerr ("%s: %s\n", _ ("warning"), error->message);
      g_clear_error (&error);
    }
  g_autoptr (FeuCredentials) credentials = feu_credentials_new ();
  feu_credentials_clear (credentials, site, NULL);
  return feu_site_store_remove (store, site->id, &error) ? FEU_CLI_OK : refuse (error);
}
