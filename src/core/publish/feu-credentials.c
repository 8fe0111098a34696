/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsecret's blocking calls, one at a time: two threads that need the same locked
 * keyring would ask the writer twice. What the keyring does not take is in a table.
 *
 * Attributes are not encrypted by the service, so they only say whose password it is.
 */
#include "config.h"

#include "feu-credentials.h"

#include "feu-http-address.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>

struct _FeuCredentials
{
  GObject parent_instance;

  GMutex      mutex;
  GHashTable *memory; /* owned, guarded: key (utf8) → password (utf8) */
  gboolean    has_service;
};

/* Whose password it is; strings are owned. */
typedef struct
{
  char *site_id;
  char *origin;
  char *user;
  char *label;
} Owner;

typedef struct
{
  FeuSite *site;
  char    *password;
} StoreData;

static const SecretSchema schema = {
  "org.feuillet.Feuillet.Site",
  SECRET_SCHEMA_NONE,
  {
      { "site", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "origin", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
  0,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
};

G_DEFINE_QUARK (feu_credentials_error, feu_credentials_error)
G_DEFINE_FINAL_TYPE (FeuCredentials, feu_credentials, G_TYPE_OBJECT)

static void
owner_free (Owner *owner)
{
  g_free (owner->site_id);
  g_free (owner->origin);
  g_free (owner->user);
  g_free (owner->label);
  g_free (owner);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Owner, owner_free)

/* Returns: (transfer full) (nullable): NULL for a site that nobody signed in to yet */
static Owner *
make_owner (const FeuSite *site)
{
  g_autoptr (GUri) uri =
      site->api_root != NULL ? feu_http_address_parse (site->api_root, NULL) : NULL;
  if (uri == NULL || site->user == NULL)
    return NULL;

  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  Owner           *owner = g_new0 (Owner, 1);
  owner->site_id = g_strdup (site->id);
  owner->origin = g_strdup_printf (
      "%s://%s:%d", g_uri_get_scheme (uri), host, feu_http_address_get_port (uri));
  owner->user = g_strdup (site->user);
  owner->label =
      g_strdup_printf (_ ("Feuillet: %s on %s"), site->user, g_uri_get_host (uri));
  return owner;
}

static char *
dup_key (const Owner *owner)
{
  return g_strjoin ("\n", owner->site_id, owner->origin, owner->user, NULL);
}

static void
remember (FeuCredentials *self, const Owner *owner, const char *password)
{
  g_hash_table_replace (self->memory, dup_key (owner), g_strdup (password));
}

static void
forget (FeuCredentials *self, const Owner *owner)
{
  g_autofree char *key = dup_key (owner);
  g_hash_table_remove (self->memory, key);
}

static gboolean
store_in_service (const Owner  *owner,
                  const char   *password,
                  GCancellable *cancellable,
                  GError      **error)
{
  return secret_password_store_sync (&schema,
                                     SECRET_COLLECTION_DEFAULT,
                                     owner->label,
                                     password,
                                     cancellable,
                                     error,
                                     "site",
                                     owner->site_id,
                                     "origin",
                                     owner->origin,
                                     "user",
                                     owner->user,
                                     NULL);
}

/* Returns: (transfer full) (nullable): in memory that is not written to swap */
static char *
look_up_in_service (const Owner *owner, GCancellable *cancellable, GError **error)
{
  return secret_password_lookup_nonpageable_sync (&schema,
                                                  cancellable,
                                                  error,
                                                  "site",
                                                  owner->site_id,
                                                  "origin",
                                                  owner->origin,
                                                  "user",
                                                  owner->user,
                                                  NULL);
}

/* @cause: (nullable): why the service could not be asked */
static FeuHttpLogin *
fail_lookup (const FeuSite *site, const GError *cause, GError **error)
{
  if (cause == NULL)
    g_set_error (error,
                 FEU_CREDENTIALS_ERROR,
                 FEU_CREDENTIALS_ERROR_UNKNOWN,
                 _ ("No password for “%s” is kept on this computer: sign in again."),
                 site->name);
  else
    g_set_error (error,
                 FEU_CREDENTIALS_ERROR,
                 FEU_CREDENTIALS_ERROR_NO_SERVICE,
                 _ ("The password for “%s” cannot be had from the keyring: %s"),
                 site->name,
                 cause->message);
  return NULL;
}

static void
feu_credentials_finalize (GObject *object)
{
  FeuCredentials *self = FEU_CREDENTIALS (object);

  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->memory, g_hash_table_unref);
  G_OBJECT_CLASS (feu_credentials_parent_class)->finalize (object);
}

static void
feu_credentials_class_init (FeuCredentialsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feu_credentials_finalize;
}

static void
feu_credentials_init (FeuCredentials *self)
{
  g_mutex_init (&self->mutex);
  self->memory = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) feu_http_secret_free);
  self->has_service = TRUE;
}

FeuCredentials *
feu_credentials_new (void)
{
  return g_object_new (FEU_TYPE_CREDENTIALS, NULL);
}

FeuCredentials *
feu_credentials_new_in_memory (void)
{
  FeuCredentials *self = feu_credentials_new ();
  self->has_service = FALSE;
  return self;
}

FeuCredentialsKept
feu_credentials_store (FeuCredentials *self,
                       FeuSite        *site,
                       const char     *password,
                       GCancellable   *cancellable)
{
  g_return_val_if_fail (FEU_IS_CREDENTIALS (self), FEU_CREDENTIALS_NOT_KEPT);
  g_return_val_if_fail (site != NULL && password != NULL, FEU_CREDENTIALS_NOT_KEPT);

  g_autoptr (GError) error = NULL;
  g_autoptr (Owner) owner = make_owner (site);
  if (owner == NULL)
    return FEU_CREDENTIALS_NOT_KEPT;

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  if (self->has_service && store_in_service (owner, password, cancellable, &error))
    {
      forget (self, owner);
      return FEU_CREDENTIALS_KEPT;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FEU_CREDENTIALS_NOT_KEPT;
  remember (self, owner, password);
  return FEU_CREDENTIALS_KEPT_FOR_THIS_RUN;
}

void
feu_credentials_clear (FeuCredentials *self, FeuSite *site, GCancellable *cancellable)
{
  g_return_if_fail (FEU_IS_CREDENTIALS (self));
  g_return_if_fail (site != NULL);

  g_autoptr (Owner) owner = make_owner (site);
  if (owner == NULL)
    return;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  forget (self, owner);
  /* Without a service there is nothing to clear. */
  if (self->has_service)
    secret_password_clear_sync (&schema,
                                cancellable,
                                NULL,
                                "site",
                                owner->site_id,
                                "origin",
                                owner->origin,
                                "user",
                                owner->user,
                                NULL);
}

FeuHttpLogin *
feu_credentials_lookup (FeuCredentials *self,
                        FeuSite        *site,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_return_val_if_fail (FEU_IS_CREDENTIALS (self), NULL);
  g_return_val_if_fail (site != NULL, NULL);

  g_autoptr (GError) cause = NULL;
  g_autoptr (Owner) owner = make_owner (site);
  if (owner == NULL)
    return fail_lookup (site, NULL, error);

  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *key = dup_key (owner);
  const char      *known = g_hash_table_lookup (self->memory, key);
  if (known != NULL)
    return feu_http_login_new (site->api_root, site->user, known);
  if (!self->has_service)
    return fail_lookup (site, NULL, error);

  char *password = look_up_in_service (owner, cancellable, &cause);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  if (password == NULL)
    return fail_lookup (site, cause, error);
  FeuHttpLogin *login = feu_http_login_new (site->api_root, site->user, password);
  secret_password_free (password);
  return login;
}

static void
store_data_free (gpointer user_data)
{
  StoreData *data = user_data;

  feu_site_unref (data->site);
  feu_http_secret_free (data->password);
  g_free (data);
}

static void
store_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  StoreData *data = task_data;

  g_task_return_int (
      task, feu_credentials_store (source, data->site, data->password, cancellable));
}

void
feu_credentials_store_async (FeuCredentials     *self,
                             FeuSite            *site,
                             const char         *password,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (FEU_IS_CREDENTIALS (self));
  g_return_if_fail (site != NULL && password != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  StoreData *data = g_new0 (StoreData, 1);
  data->site = feu_site_ref (site);
  data->password = g_strdup (password);
  g_task_set_source_tag (task, feu_credentials_store_async);
  g_task_set_task_data (task, data, store_data_free);
  g_task_run_in_thread (task, store_in_thread);
}

FeuCredentialsKept
feu_credentials_store_finish (FeuCredentials *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FEU_CREDENTIALS_NOT_KEPT);

  g_autoptr (GError) cause = NULL;
  gssize kept = g_task_propagate_int (G_TASK (result), &cause);
  if (cause == NULL)
    return (FeuCredentialsKept) kept;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FEU_CREDENTIALS_NOT_KEPT;
}

static void
look_up_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError       *error = NULL;
  FeuHttpLogin *login = feu_credentials_lookup (source, task_data, cancellable, &error);

  if (login != NULL)
    g_task_return_pointer (task, login, (GDestroyNotify) feu_http_login_unref);
  else
    g_task_return_error (task, error);
}

void
feu_credentials_lookup_async (FeuCredentials     *self,
                              FeuSite            *site,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (FEU_IS_CREDENTIALS (self));
  g_return_if_fail (site != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, feu_credentials_lookup_async);
  g_task_set_task_data (task, feu_site_ref (site), (GDestroyNotify) feu_site_unref);
  g_task_run_in_thread (task, look_up_in_thread);
}

FeuHttpLogin *
feu_credentials_lookup_finish (FeuCredentials *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
