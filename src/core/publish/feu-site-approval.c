/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * WordPress accepts any scheme for the answer if a host follows it, and adds site_url,
 * user_login and password to the query that is there.
 */
#include "config.h"

#include "feu-site-approval.h"

#include "feu-http-address.h"
#include "feu-http-login.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define HOST_GRANTED "approved"
#define HOST_REJECTED "rejected"
#define MAX_ADDRESS_BYTES 4096

struct _FeuSiteApproval
{
  /* owned */
  char *page; /* without query of ours */
  char *app_name;
  char *app_id;
  char *state;
  char *address;
  GUri *api_root;
  GUri *url;
};

/* Nobody may guess it: so from the system, not from GLib's generator. */
static char *
make_state (void)
{
  guint8 random[16] = { 0 };

  g_assert (getentropy (random, sizeof random) == 0);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, random, sizeof random);
}

static char *
make_answer_address (const char *host, const char *state)
{
  return g_strconcat (FEU_SITE_APPROVAL_SCHEME, "://", host, "/?state=", state, NULL);
}

static void
add_parameter (GString *address, const char *name, const char *value)
{
  g_string_append_c (address, strchr (address->str, '?') != NULL ? '&' : '?');
  g_string_append (address, name);
  g_string_append_c (address, '=');
  g_string_append_uri_escaped (address, value, NULL, FALSE);
}

static GString *
begin_address (const FeuSiteApproval *self)
{
  GString *address = g_string_new (self->page);

  add_parameter (address, "app_name", self->app_name);
  add_parameter (address, "app_id", self->app_id);
  return address;
}

FeuSiteApproval *
feu_site_approval_new (FeuFoundSite *found, const char *app_id)
{
  g_return_val_if_fail (found != NULL && found->authorization != NULL, NULL);
  g_return_val_if_fail (app_id != NULL, NULL);

  FeuSiteApproval *self = g_new0 (FeuSiteApproval, 1);
  self->page = g_strdup (found->authorization);
  /* Translators: what the password is called in the list on the site; %s is this
   * computer's name */
  self->app_name = g_strdup_printf (_ ("Feuillet on %s"), g_get_host_name ());
  self->app_id = g_strdup (app_id);
  self->state = make_state ();
  self->api_root = feu_http_address_parse (found->api_root, NULL);
  self->url = feu_http_address_parse (found->url, NULL);

  g_autofree char *granted = make_answer_address (HOST_GRANTED, self->state);
  g_autofree char *rejected = make_answer_address (HOST_REJECTED, self->state);
  GString         *address = begin_address (self);
  add_parameter (address, "success_url", granted);
  add_parameter (address, "reject_url", rejected);
  self->address = g_string_free (address, FALSE);
  return self;
}

void
feu_site_approval_free (FeuSiteApproval *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->page);
  g_free (self->app_name);
  g_free (self->app_id);
  g_free (self->state);
  g_free (self->address);
  g_clear_pointer (&self->api_root, g_uri_unref);
  g_clear_pointer (&self->url, g_uri_unref);
  g_free (self);
}

const char *
feu_site_approval_get_address (const FeuSiteApproval *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->address;
}

char *
feu_site_approval_dup_browser_address (const FeuSiteApproval *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_string_free (begin_address (self), FALSE);
}

/* Whether the answer speaks of the site that was asked, by its origin. */
static gboolean
is_of_site (const FeuSiteApproval *self, const char *site_url)
{
  g_autoptr (GUri) uri =
      site_url != NULL ? feu_http_address_parse (site_url, NULL) : NULL;
  if (uri == NULL)
    return FALSE;
  return (self->api_root != NULL &&
          feu_http_address_is_same_origin (uri, self->api_root)) ||
         (self->url != NULL && feu_http_address_is_same_origin (uri, self->url));
}

static gboolean
has_text (GHashTable *query, const char *name)
{
  const char *value = g_hash_table_lookup (query, name);
  return value != NULL && *value != '\0';
}

FeuSiteApprovalAnswer
feu_site_approval_read (const FeuSiteApproval *self,
                        const char            *address,
                        char                 **out_user,
                        char                 **out_password)
{
  g_return_val_if_fail (self != NULL && address != NULL, FEU_SITE_APPROVAL_NONE);
  g_return_val_if_fail (out_user != NULL && out_password != NULL,
                        FEU_SITE_APPROVAL_NONE);

  if (g_ascii_strncasecmp (address,
                           FEU_SITE_APPROVAL_SCHEME ":",
                           strlen (FEU_SITE_APPROVAL_SCHEME ":")) != 0)
    return FEU_SITE_APPROVAL_NONE;
  g_autoptr (GUri) uri = strlen (address) <= MAX_ADDRESS_BYTES
                             ? g_uri_parse (address, G_URI_FLAGS_ENCODED_QUERY, NULL)
                             : NULL;
  const char *text = uri != NULL ? g_uri_get_query (uri) : NULL;
  g_autoptr (GHashTable) query =
      text != NULL ? g_uri_parse_params (text, -1, "&", G_URI_PARAMS_WWW_FORM, NULL)
                   : NULL;
  if (query == NULL ||
      g_strcmp0 (g_hash_table_lookup (query, "state"), self->state) != 0)
    return FEU_SITE_APPROVAL_FORGED;

  const char *host = g_uri_get_host (uri);
  if (g_strcmp0 (host, HOST_REJECTED) == 0 ||
      g_strcmp0 (g_hash_table_lookup (query, "success"), "false") == 0)
    return FEU_SITE_APPROVAL_REJECTED;
  if (g_strcmp0 (host, HOST_GRANTED) != 0 || !has_text (query, "user_login") ||
      !has_text (query, "password") ||
      !is_of_site (self, g_hash_table_lookup (query, "site_url")))
    return FEU_SITE_APPROVAL_FORGED;
  *out_user = g_strdup (g_hash_table_lookup (query, "user_login"));
  *out_password = g_strdup (g_hash_table_lookup (query, "password"));
  return FEU_SITE_APPROVAL_GRANTED;
}
