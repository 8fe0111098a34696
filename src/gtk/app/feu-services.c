/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where each service keeps its files.
 */
#include "config.h"

#include "feu-services.h"

#include "feu-preview-context.h"
#include "feu-preview.h"

static GFile *
get_folder (const char *base, const char *name)
{
  return g_file_new_build_filename (base, "feuillet", name, NULL);
}

FeuServices *
feu_services_new (void)
{
  FeuServices *self = g_new0 (FeuServices, 1);
  g_autoptr (GFile) authors = get_folder (g_get_user_config_dir (), "authors");
  g_autoptr (GFile) terms = get_folder (g_get_user_data_dir (), "terms");
  g_autoptr (GFile) drafts = get_folder (g_get_user_data_dir (), "drafts");

  /* First: the web process starts while all the rest is made. */
  self->web = feu_preview_context_new ();
  self->spare_preview = g_object_ref_sink (feu_preview_new (self->web));
  self->settings = g_settings_new (APP_ID);
  self->authors = feu_author_store_new (authors);
  self->terms = feu_term_store_new (terms);
  self->drafts = feu_draft_store_new (drafts);
  return self;
}

void
feu_services_free (FeuServices *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->outbox);
  g_clear_object (&self->spare_preview);
  g_clear_object (&self->settings);
  g_clear_object (&self->authors);
  g_clear_object (&self->terms);
  g_clear_object (&self->drafts);
  g_clear_object (&self->web);
  g_free (self);
}

FeuOutbox *
feu_services_new_outbox (void)
{
  g_autoptr (FeuPublishing) publishing = feu_publishing_new_default ();

  return feu_outbox_new (publishing);
}

gboolean
feu_services_has_journal (void)
{
  g_autoptr (GFile) journal = get_folder (g_get_user_data_dir (), "publish.db");

  return g_file_query_exists (journal, NULL);
}

GtkWidget *
feu_services_take_preview (FeuServices *self)
{
  if (self->spare_preview != NULL)
    return g_steal_pointer (&self->spare_preview);
  return g_object_ref_sink (feu_preview_new (self->web));
}
