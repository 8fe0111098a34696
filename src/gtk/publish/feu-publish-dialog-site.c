/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way to the form: a file, a site, what the site says.
 */
#include "config.h"

#include "feu-publish-dialog-private.h"

#include "feu-publish-record.h"

#include <glib/gi18n.h>

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_status (FeuPublishDialog *self,
             const char       *icon,
             const char       *title,
             const char       *description,
             const char       *button)
{
  hdy_status_page_set_icon_name (self->status_page, icon);
  hdy_status_page_set_title (self->status_page, title);
  hdy_status_page_set_description (self->status_page, description);
  gtk_button_set_label (self->status_button, button);
  feu_publish_dialog_show_page (self, "status", NULL);
}

GStrv
feu_publish_dialog_dup_addresses (FeuSite *site)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, site->address);
  g_strv_builder_add (builder, site->id);
  if (site->api_root != NULL)
    g_strv_builder_add (builder, site->api_root);
  return g_strv_builder_end (builder);
}

/* ---- the form ---- */

static char *
describe_account (const FeuSiteSession *session)
{
  const FeuAccount *account = session->profile->account;
  FeuRights         rights = account->rights;

  if (session->is_offline)
    return g_strdup (session->site->user != NULL ? session->site->user : "");
  return g_strdup_printf (
      (rights & FEU_RIGHT_PUBLISH) == 0
          ? _ ("Signed in as %s, who may submit texts for review")
      : (rights & FEU_RIGHT_EDIT_OTHERS) == 0
          ? _ ("Signed in as %s, who may publish")
          : _ ("Signed in as %s, who may publish and edit what others write"),
      account->name);
}

static void
fill_form (FeuPublishDialog *self)
{
  if (!self->has_filled)
    {
      g_autoptr (FeuArticle) article =
          feu_pipeline_dup_current_article (self->pipeline);
      GFile *file = feu_document_get_file (self->document);
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autoptr (GPtrArray) images =
          feu_image_inventory_list (self->inventory, article, folder);
      g_free (self->title);
      self->title = g_strdup (feu_article_get_title (article));
      feu_publish_form_set_article (self->form, article, images, self->thumbnails);
      self->has_filled = TRUE;
    }
  feu_publish_form_set_site (self->form, self->session->profile, self->session->post);
  g_autofree char *account = describe_account (self->session);
  set_label (self->account_label, account);
  set_label (self->notice_label,
             self->session->is_offline
                 ? _ ("The site cannot be reached now. You can send all the same: the "
                      "article waits in the outbox until the network is back.")
                 : NULL);
  feu_publish_dialog_show_problem (self, NULL);
  feu_publish_dialog_show_page (self, "form", feu_publish_dialog_get_action (self));
}

/* ---- from the dialog's opening to the form ---- */

static void
open_site_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuPublishDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FeuSiteSession *session =
      feu_publishing_open_site_finish (FEU_PUBLISHING (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->session, feu_site_session_unref);
  self->session = session;
  if (session != NULL)
    {
      fill_form (self);
      return;
    }
  show_status (self,
               "dialog-warning-symbolic",
               _ ("The site cannot be used now"),
               error->message,
               _ ("_Retry"));
  gtk_widget_show (self->sites_button);
}

static gint64
find_post_id (FeuPublishDialog *self)
{
  g_autoptr (FeuArticle) article = feu_pipeline_dup_current_article (self->pipeline);
  g_auto (GStrv) addresses = feu_publish_dialog_dup_addresses (self->site);
  gint64 id = feu_publish_record_find (
      feu_article_get_metadata (article), (const char *const *) addresses, NULL);
  FeuPublishing *publishing = feu_outbox_get_publishing (self->outbox);
  FeuJournal    *journal =
      id == 0 && self->site->api_root != NULL && feu_publishing_has_journal (publishing)
             ? feu_publishing_get_journal (publishing, NULL)
             : NULL;

  if (journal == NULL)
    return id;
  /* Sent, but the window was closed before the file could be told. */
  g_autofree char *uri = g_file_get_uri (feu_document_get_file (self->document));
  g_autoptr (FeuPostRecord) record =
      feu_journal_find_post (journal, self->site->api_root, uri, NULL);
  return record != NULL ? record->post_id : 0;
}

void
feu_publish_dialog_load_site (FeuPublishDialog *self)
{
  g_autofree char *text = g_strdup_printf (_ ("Asking %s…"), self->site->name);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_text (self->loading_label, text);
  feu_publish_dialog_show_page (self, "loading", NULL);
  feu_publishing_open_site_async (feu_outbox_get_publishing (self->outbox),
                                  self->site,
                                  find_post_id (self),
                                  self->cancellable,
                                  open_site_cb,
                                  g_object_ref (self));
}

static gboolean
is_named_in (FeuPublishDialog *self, FeuSite *site, const FeuMetadata *metadata)
{
  g_auto (GStrv) addresses = feu_publish_dialog_dup_addresses (site);

  return feu_publish_record_find (metadata, (const char *const *) addresses, NULL) != 0;
}

/* The site that the article names, that it is on, or the first. */
static FeuSite *
dup_likely_site (FeuPublishDialog *self, const GPtrArray *sites)
{
  FeuSiteStore *store =
      feu_publishing_get_sites (feu_outbox_get_publishing (self->outbox));
  g_autoptr (FeuArticle) article = feu_pipeline_dup_current_article (self->pipeline);
  const FeuMetadata *metadata = feu_article_get_metadata (article);
  const char        *named = feu_metadata_get_string (metadata, FEU_FIELD_SITE);
  FeuSite *site = named != NULL ? feu_site_store_dup_site (store, named) : NULL;

  for (guint i = 0; site == NULL && i < sites->len; i++)
    if (is_named_in (self, g_ptr_array_index (sites, i), metadata))
      site = feu_site_ref (g_ptr_array_index (sites, i));
  return site != NULL ? site : feu_site_ref (g_ptr_array_index (sites, 0));
}

static void
list_sites (FeuPublishDialog *self, const GPtrArray *sites)
{
  self->is_listing = TRUE;
  gtk_combo_box_text_remove_all (self->site_combo);
  for (guint i = 0; i < sites->len; i++)
    {
      const FeuSite *site = g_ptr_array_index (sites, i);
      gtk_combo_box_text_append (self->site_combo, site->id, site->name);
    }
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->site_combo), self->site->id);
  self->is_listing = FALSE;
}

/* Goes as far as it can: asks for a file, for a site, or shows the form. */
void
feu_publish_dialog_start (FeuPublishDialog *self)
{
  FeuSiteStore *store =
      feu_publishing_get_sites (feu_outbox_get_publishing (self->outbox));
  g_autoptr (GPtrArray) sites = feu_site_store_list (store);

  if (self->run != NULL)
    return;
  if (feu_document_get_file (self->document) == NULL)
    {
      show_status (self,
                   "document-save-symbolic",
                   _ ("Save the article first"),
                   _ ("Its file remembers where it was published, and its folder has "
                      "the images."),
                   _ ("_Save…"));
      return;
    }
  if (sites->len == 0)
    {
      show_status (self,
                   "network-server-symbolic",
                   _ ("No site yet"),
                   _ ("Add the site you write for: its address is enough to begin."),
                   _ ("_Add a Site…"));
      return;
    }
  g_clear_pointer (&self->site, feu_site_unref);
  self->site = dup_likely_site (self, sites);
  list_sites (self, sites);
  feu_publish_dialog_load_site (self);
}
