/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the application makes once and hands down: settings, profiles, the web engine.
 */
#pragma once

#include <webkit2/webkit2.h>

#include "feu-author-store.h"
#include "feu-draft-store.h"
#include "feu-outbox.h"
#include "feu-term-store.h"

G_BEGIN_DECLS

/**
 * FeuServices:
 * @settings: of the schema org.feuillet.Feuillet
 * @authors: the writer's author profiles
 * @terms: tags and categories used before
 * @drafts: copies of what is being written
 * @web: the context of all previews
 * @spare_preview: (nullable): made with the first services and given to the first
 * window
 * @outbox: (nullable): made by the first window that publishes
 * @has_offered_jobs: a window told, or is going to tell, of jobs from the last time
 *
 * Lives as long as the application.
 */
typedef struct
{
  GSettings        *settings;      /* owned */
  FeuAuthorStore   *authors;       /* owned */
  FeuTermStore     *terms;         /* owned */
  FeuDraftStore    *drafts;        /* owned */
  WebKitWebContext *web;           /* owned */
  GtkWidget        *spare_preview; /* owned */
  FeuOutbox        *outbox;        /* owned */
  gboolean          has_offered_jobs;
} FeuServices;

FeuServices *feu_services_new (void);
void         feu_services_free (FeuServices *self);

/** (transfer full): with sites, passwords and journal where they normally are. */
FeuOutbox *feu_services_new_outbox (void);

/** Whether anything was ever published from here; asks the disk, cheaply. */
gboolean feu_services_has_journal (void);

/** A new preview, already loading. Returns: (transfer full), not floating */
GtkWidget *feu_services_take_preview (FeuServices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuServices, feu_services_free)

G_END_DECLS
