/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of FeuSiteAssistant share: feu-site-assistant.c has the pages and the
 * finding, feu-site-assistant-sign-in.c the signing in.
 */
#pragma once

#include "feu-site-assistant.h"

#include "feu-site-sign-in.h"

G_BEGIN_DECLS

struct _FeuSiteAssistant
{
  HdyWindow parent_instance;

  /* owned */
  FeuPublishing *publishing;
  GCancellable  *cancellable;
  FeuSite       *site;  /* (nullable): the one to be signed in to again, then the new */
  FeuFoundSite  *found; /* (nullable) */

  /* template */
  HdyHeaderBar *header_bar;
  GtkWidget    *back_button;
  GtkButton    *action_button;
  GtkStack     *stack;
  GtkEntry     *address_entry;
  GtkLabel     *address_message;
  GtkLabel     *busy_label;
  GtkLabel     *found_name;
  GtkLabel     *found_address;
  GtkWidget    *plain_check;
  GtkWidget    *web_button;
  GtkWidget    *browser_button;
  GtkLabel     *choose_message;
  GtkBox       *web_box;
  GtkLabel     *paste_intro;
  GtkEntry     *user_entry;
  GtkEntry     *password_entry;
  GtkLabel     *paste_message;
  GtkLabel     *done_title;
  GtkLabel     *done_text;
  GtkLabel     *done_message;
  GtkEntry     *name_entry;
};

/* feu-site-assistant.c */
void feu_site_assistant_set_label (GtkLabel *label, const char *text);

/** @action: (nullable): what the button in the header bar says. */
void feu_site_assistant_show_page (FeuSiteAssistant *self,
                                   const char       *page,
                                   const char       *action);
void feu_site_assistant_show_busy (FeuSiteAssistant *self, const char *text);
void feu_site_assistant_show_choice (FeuSiteAssistant *self, const char *message);
void feu_site_assistant_find (FeuSiteAssistant *self);

/* feu-site-assistant-sign-in.c */
void feu_site_assistant_sign_in (FeuSiteAssistant *self,
                                 const char       *user,
                                 const char       *password);
void feu_site_assistant_sign_in_with_pasted (FeuSiteAssistant *self);

G_END_DECLS
