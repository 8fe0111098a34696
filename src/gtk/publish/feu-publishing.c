/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever may block, the keyring and the network, happens in a thread.
 */
#include "config.h"

#include "feu-publishing.h"

#include "feu-wordpress.h"

#include <glib/gi18n.h>

struct _FeuPublishing
{
  GObject parent_instance;

  /* owned */
  FeuSiteStore   *sites;
  FeuCredentials *credentials;
  GFile          *journal_file;
  FeuJournal     *journal; /* (nullable): until it is needed */
  FeuHttp        *http;    /* (nullable): until it is needed */

  FeuPublisherFunc publisher_func;
  gpointer         publisher_data;
};

G_DEFINE_FINAL_TYPE (FeuPublishing, feu_publishing, G_TYPE_OBJECT)
G_DEFINE_BOXED_TYPE (FeuSiteSession,
                     feu_site_session,
                     feu_site_session_ref,
                     feu_site_session_unref)

FeuSiteSession *
feu_site_session_ref (FeuSiteSession *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_site_session_unref (FeuSiteSession *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->site, feu_site_unref);
  g_clear_object (&self->publisher);
  g_clear_pointer (&self->profile, feu_site_profile_unref);
  g_clear_pointer (&self->post, feu_post_unref);
  g_free (self);
}

static FeuPublisher *
make_publisher (FeuHttp *http, FeuSite *site, FeuHttpLogin *login, gpointer unused)
{
  return FEU_PUBLISHER (feu_wordpress_new (
      http,
      site->api_root,
      login,
      site->format == FEU_SITE_CLASSIC ? FEU_WORDPRESS_CLASSIC : FEU_WORDPRESS_BLOCKS));
}

/* ---- in a thread ---- */

typedef struct
{
  FeuCredentials  *credentials;
  FeuHttp         *http;
  FeuSite         *site;
  gint64           post_id;
  FeuPublisherFunc func;
  gpointer         data;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->credentials);
  g_object_unref (opening->http);
  feu_site_unref (opening->site);
  g_free (opening);
}

static FeuPublisher *
connect_now (Opening *opening, GCancellable *cancellable, GError **error)
{
  g_autoptr (FeuHttpLogin) login =
      feu_credentials_lookup (opening->credentials, opening->site, cancellable, error);

  if (login == NULL)
    return NULL;
  return opening->func (opening->http, opening->site, login, opening->data);
}

static FeuSiteSession *
open_now (Opening *opening, GCancellable *cancellable, GError **error)
{
  g_autoptr (FeuSiteSession) session = g_new0 (FeuSiteSession, 1);
  g_autoptr (GError) failure = NULL;

  g_atomic_ref_count_init (&session->ref_count);
  session->site = feu_site_ref (opening->site);
  session->publisher = connect_now (opening, cancellable, error);
  if (session->publisher == NULL)
    return NULL;
  session->profile = feu_site_profile_fetch (session->publisher, cancellable, &failure);
  if (session->profile != NULL && opening->post_id != 0)
    session->post = feu_publisher_get_post (
        session->publisher, opening->post_id, cancellable, &failure);
  /* A post that is gone is the job's to ask about. */
  if (g_error_matches (failure, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_GONE))
    g_clear_error (&failure);
  if (g_error_matches (failure, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_OFFLINE))
    {
      session->is_offline = TRUE;
      if (session->profile == NULL)
        session->profile = feu_site_profile_new_offline (
            opening->site->name, opening->site->address, opening->site->user_id);
    }
  else if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&session);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError         *error = NULL;
  FeuSiteSession *session = open_now (task_data, cancellable, &error);

  if (session != NULL)
    g_task_return_pointer (task, session, (GDestroyNotify) feu_site_session_unref);
  else
    g_task_return_error (task, error);
}

static void
connect_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  GError       *error = NULL;
  FeuPublisher *publisher = connect_now (task_data, cancellable, &error);

  if (publisher != NULL)
    g_task_return_pointer (task, publisher, g_object_unref);
  else
    g_task_return_error (task, error);
}

static GTask *
new_task (FeuPublishing      *self,
          FeuSite            *site,
          gint64              post_id,
          GCancellable       *cancellable,
          GAsyncReadyCallback callback,
          gpointer            user_data)
{
  GTask   *task = g_task_new (self, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->credentials = g_object_ref (self->credentials);
  opening->http = g_object_ref (feu_publishing_get_http (self));
  opening->site = feu_site_ref (site);
  opening->post_id = post_id;
  opening->func = self->publisher_func;
  opening->data = self->publisher_data;
  g_task_set_task_data (task, opening, free_opening);
  return task;
}

/* Without an address of the interface there is nothing to ask: say what helps. */
static gboolean
return_if_not_found_yet (GTask *task, FeuSite *site)
{
  if (site->api_root != NULL)
    return FALSE;
  g_task_return_new_error (task,
                           FEU_CREDENTIALS_ERROR,
                           FEU_CREDENTIALS_ERROR_UNKNOWN,
                           "%s",
                           _ ("Sign in to this site first, under “Sites” in "
                              "the menu."));
  return TRUE;
}

/* ---- public ---- */

void
feu_publishing_open_site_async (FeuPublishing      *self,
                                FeuSite            *site,
                                gint64              post_id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (FEU_IS_PUBLISHING (self) && site != NULL);
  g_autoptr (GTask) task =
      new_task (self, site, post_id, cancellable, callback, user_data);

  g_task_set_source_tag (task, feu_publishing_open_site_async);
  if (!return_if_not_found_yet (task, site))
    g_task_run_in_thread (task, open_in_thread);
}

FeuSiteSession *
feu_publishing_open_site_finish (FeuPublishing *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
feu_publishing_connect_async (FeuPublishing      *self,
                              FeuSite            *site,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (FEU_IS_PUBLISHING (self) && site != NULL);
  g_autoptr (GTask) task = new_task (self, site, 0, cancellable, callback, user_data);

  g_task_set_source_tag (task, feu_publishing_connect_async);
  if (!return_if_not_found_yet (task, site))
    g_task_run_in_thread (task, connect_in_thread);
}

FeuPublisher *
feu_publishing_connect_finish (FeuPublishing *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

FeuPublisher *
feu_publishing_make_publisher (FeuPublishing *self,
                               FeuHttp       *http,
                               FeuSite       *site,
                               FeuHttpLogin  *login)
{
  g_return_val_if_fail (FEU_IS_PUBLISHING (self) && site != NULL, NULL);
  return self->publisher_func (http, site, login, self->publisher_data);
}

FeuSiteStore *
feu_publishing_get_sites (FeuPublishing *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISHING (self), NULL);
  return self->sites;
}

FeuCredentials *
feu_publishing_get_credentials (FeuPublishing *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISHING (self), NULL);
  return self->credentials;
}

FeuHttp *
feu_publishing_get_http (FeuPublishing *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISHING (self), NULL);
  if (self->http == NULL)
    self->http = feu_http_new (NULL);
  return self->http;
}

gboolean
feu_publishing_has_journal (FeuPublishing *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISHING (self), FALSE);
  return self->journal != NULL || g_file_query_exists (self->journal_file, NULL);
}

FeuJournal *
feu_publishing_get_journal (FeuPublishing *self, GError **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISHING (self), NULL);
  if (self->journal == NULL)
    self->journal = feu_journal_new (self->journal_file, error);
  return self->journal;
}

void
feu_publishing_set_publisher_func (FeuPublishing   *self,
                                   FeuPublisherFunc func,
                                   gpointer         user_data)
{
  g_return_if_fail (FEU_IS_PUBLISHING (self) && func != NULL);
  self->publisher_func = func;
  self->publisher_data = user_data;
}

static void
feu_publishing_dispose (GObject *object)
{
  FeuPublishing *self = FEU_PUBLISHING (object);

  g_clear_object (&self->sites);
  g_clear_object (&self->credentials);
  g_clear_object (&self->journal_file);
  g_clear_object (&self->journal);
  g_clear_object (&self->http);
  G_OBJECT_CLASS (feu_publishing_parent_class)->dispose (object);
}

static void
feu_publishing_class_init (FeuPublishingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = feu_publishing_dispose;
}

static void
feu_publishing_init (FeuPublishing *self)
{
  self->publisher_func = make_publisher;
}

FeuPublishing *
feu_publishing_new (FeuSiteStore   *sites,
                    FeuCredentials *credentials,
                    GFile          *journal_file)
{
  FeuPublishing *self = g_object_new (FEU_TYPE_PUBLISHING, NULL);

  self->sites = g_object_ref (sites);
  self->credentials = g_object_ref (credentials);
  self->journal_file = g_object_ref (journal_file);
  return self;
}

FeuPublishing *
feu_publishing_new_default (void)
{
  g_autoptr (GFile) folder = feu_site_store_dup_default_folder ();
  g_autoptr (GFile) journal = g_file_new_build_filename (
      g_get_user_data_dir (), "feuillet", "publish.db", NULL);
  g_autoptr (FeuSiteStore) sites = feu_site_store_new (folder);
  g_autoptr (FeuCredentials) credentials = feu_credentials_new ();

  return feu_publishing_new (sites, credentials, journal);
}
