/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each in a thread. The password is copied once, and the copy overwritten.
 */
#include "config.h"

#include "feu-site-sign-in.h"

#include "feu-site-account.h"

typedef struct
{
  FeuPublishing     *publishing; /* owned: only for what any thread may use */
  FeuHttp           *http;
  FeuCredentials    *credentials;
  char              *address;
  char              *user;
  char              *password;
  FeuSiteFinderFlags flags;
  FeuFoundSite      *found;
  FeuSite           *site;
} Work;

static Work *
new_work (FeuPublishing *publishing, const char *user, const char *password)
{
  Work *work = g_new0 (Work, 1);

  work->publishing = g_object_ref (publishing);
  work->http = g_object_ref (feu_publishing_get_http (publishing));
  work->credentials = g_object_ref (feu_publishing_get_credentials (publishing));
  work->user = g_strdup (user);
  work->password = g_strdup (password);
  return work;
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->publishing);
  g_object_unref (work->http);
  g_object_unref (work->credentials);
  g_free (work->address);
  g_free (work->user);
  feu_http_secret_free (work->password);
  g_clear_pointer (&work->found, feu_found_site_unref);
  g_clear_pointer (&work->site, feu_site_unref);
  g_free (work);
}

/* Takes @result, or else @error. */
static void
return_result (GTask *task, gpointer result, GDestroyNotify free_func, GError *error)
{
  if (result != NULL)
    g_task_return_pointer (task, result, free_func);
  else
    g_task_return_error (task, error);
}

/* ---- finding ---- */

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work         *work = task_data;
  GError       *error = NULL;
  FeuFoundSite *found = feu_site_finder_find (work->http,
                                              work->address,
                                              work->user,
                                              work->password,
                                              work->flags,
                                              cancellable,
                                              &error);

  return_result (task, found, (GDestroyNotify) feu_found_site_unref, error);
}

void
feu_site_sign_in_find_async (FeuPublishing      *publishing,
                             const char         *address,
                             const char         *user,
                             const char         *password,
                             FeuSiteFinderFlags  flags,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (FEU_IS_PUBLISHING (publishing) && address != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = new_work (publishing, user, password);

  work->address = g_strdup (address);
  work->flags = flags;
  g_task_set_source_tag (task, feu_site_sign_in_find_async);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, find_in_thread);
}

FeuFoundSite *
feu_site_sign_in_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- signing in ---- */

void
feu_signed_in_free (FeuSignedIn *self)
{
  feu_site_unref (self->site);
  feu_account_unref (self->account);
  g_free (self);
}

/* What the account may do, for the last page: not worth failing for. */
static FeuAccount *
ask_account (Work         *work,
             FeuHttpLogin *login,
             gint64        id,
             const char   *name,
             GCancellable *cancellable)
{
  g_autoptr (FeuPublisher) publisher =
      feu_publishing_make_publisher (work->publishing, work->http, work->site, login);
  FeuAccount *account = feu_publisher_get_account (publisher, cancellable, NULL);

  return account != NULL ? account : feu_account_new (id, name);
}

static FeuSignedIn *
sign_in_now (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (FeuHttpLogin) login =
      feu_http_login_new (work->found->api_root, work->user, work->password);
  gint64           id = 0;
  g_autofree char *name = NULL;

  if (!feu_site_account_check (
          work->http, work->found, login, &id, &name, cancellable, error))
    return NULL;
  FeuSite values = *work->site;
  values.user = work->user;
  values.user_id = id;
  FeuSignedIn *signed_in = g_new0 (FeuSignedIn, 1);
  signed_in->site = feu_site_new (&values);
  signed_in->account =
      ask_account (work, login, id, name != NULL ? name : work->user, cancellable);
  signed_in->kept = feu_credentials_store (
      work->credentials, signed_in->site, work->password, cancellable);
  return signed_in;
}

static void
sign_in_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError      *error = NULL;
  FeuSignedIn *signed_in = sign_in_now (task_data, cancellable, &error);

  return_result (task, signed_in, (GDestroyNotify) feu_signed_in_free, error);
}

void
feu_site_sign_in_async (FeuPublishing      *publishing,
                        FeuFoundSite       *found,
                        FeuSite            *site,
                        const char         *user,
                        const char         *password,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (FEU_IS_PUBLISHING (publishing) && found != NULL && site != NULL);
  g_return_if_fail (user != NULL && password != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = new_work (publishing, user, password);

  work->found = feu_found_site_ref (found);
  work->site = feu_site_ref (site);
  g_task_set_source_tag (task, feu_site_sign_in_async);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, sign_in_in_thread);
}

FeuSignedIn *
feu_site_sign_in_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- signing out ---- */

static void
sign_out_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  Work   *work = task_data;
  GError *error = NULL;
  g_autoptr (FeuHttpLogin) login =
      work->site->api_root != NULL
          ? feu_credentials_lookup (work->credentials, work->site, cancellable, NULL)
          : NULL;
  FeuSiteRevoke revoked = FEU_SITE_REVOKE_DONE;

  /* Without a password here there is none to revoke. */
  if (login != NULL)
    revoked = feu_site_account_revoke (
        work->http, work->site->api_root, login, cancellable, &error);
  feu_credentials_clear (work->credentials, work->site, cancellable);
  if (revoked == FEU_SITE_REVOKE_FAILED && error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
feu_site_sign_out_async (FeuPublishing      *publishing,
                         FeuSite            *site,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (FEU_IS_PUBLISHING (publishing) && site != NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = new_work (publishing, NULL, NULL);

  work->site = feu_site_ref (site);
  g_task_set_source_tag (task, feu_site_sign_out_async);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, sign_out_in_thread);
}

gboolean
feu_site_sign_out_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
