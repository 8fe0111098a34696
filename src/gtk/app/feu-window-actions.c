/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of actions, their accelerators, and the thin verbs behind them.
 */
#include "config.h"

#include "feu-window-private.h"

#include "feu-clipboard.h"
#include "feu-export-dialog.h"
#include "feu-formatting.h"

#include <glib/gi18n.h>

static void
new_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow      *self = user_data;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  gtk_window_present (GTK_WINDOW (feu_window_new (application, self->services)));
}

static void
open_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  feu_window_choose_open (user_data);
}

static void
save_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  feu_window_save (user_data);
}

static void
save_as_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  feu_window_choose_save_as (user_data);
}

static void
close_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static void
export_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow *self = user_data;
  g_autoptr (FeuArticle) article =
      feu_pipeline_dup_current_article (feu_article_view_get_pipeline (self->view));

  feu_export_dialog_show (
      GTK_WINDOW (self),
      article,
      feu_document_get_file (feu_article_view_get_document (self->view)),
      self->services->authors);
}

static void
publish_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  feu_window_publish (user_data);
}

static void
sites_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  feu_window_show_sites (user_data);
}

static void
open_from_site_activated (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  feu_window_open_from_site (user_data);
}

static void
outbox_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  feu_window_show_outbox (user_data);
}

static void
copy_html (FeuWindow *self, FeuClipboardFormat format, const char *message)
{
  g_autoptr (FeuArticle) article =
      feu_pipeline_dup_current_article (feu_article_view_get_pipeline (self->view));

  feu_clipboard_copy_article (GTK_WIDGET (self), article, format);
  feu_window_show_toast (self, message);
}

static void
copy_html_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  copy_html (user_data,
             FEU_CLIPBOARD_HTML,
             _ ("HTML copied: paste it into the site's editor"));
}

static void
copy_rich_text_activated (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  copy_html (user_data,
             FEU_CLIPBOARD_RICH_TEXT,
             _ ("Formatted text copied: paste it into a mail or a document"));
}

static void
undo_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow       *self = user_data;
  GtkSourceBuffer *buffer =
      GTK_SOURCE_BUFFER (feu_article_view_get_buffer (self->view));

  if (gtk_source_buffer_can_undo (buffer))
    gtk_source_buffer_undo (buffer);
}

static void
redo_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow       *self = user_data;
  GtkSourceBuffer *buffer =
      GTK_SOURCE_BUFFER (feu_article_view_get_buffer (self->view));

  if (gtk_source_buffer_can_redo (buffer))
    gtk_source_buffer_redo (buffer);
}

static void
find_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow *self = user_data;

  feu_find_bar_open (feu_article_view_get_find_bar (self->view));
}

static void
find_next_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow *self = user_data;

  feu_find_bar_go (feu_article_view_get_find_bar (self->view), TRUE);
}

static void
find_previous_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow *self = user_data;

  feu_find_bar_go (feu_article_view_get_find_bar (self->view), FALSE);
}

typedef GPtrArray *(*FormatFunc) (const char   *text,
                                  gsize         length_bytes,
                                  guint         argument,
                                  FeuSelection *selection);

static GPtrArray *
format_link (const char   *text,
             gsize         length_bytes,
             guint         unused,
             FeuSelection *selection)
{
  return feu_formatting_insert_link (text, length_bytes, selection);
}

/* Applies a formatting to the selection and selects what it says. */
static void
format_selection (FeuWindow *self, FormatFunc format, guint argument)
{
  FeuBuffer       *buffer = feu_article_view_get_buffer (self->view);
  GtkTextBuffer   *text_buffer = GTK_TEXT_BUFFER (buffer);
  GtkTextIter      start, end;
  gsize            length = 0;
  g_autofree char *text = feu_text_source_dup_text (FEU_TEXT_SOURCE (buffer), &length);

  gtk_text_buffer_get_selection_bounds (text_buffer, &start, &end);
  FeuSelection selection = { feu_buffer_get_offset_bytes (buffer, &start),
                             feu_buffer_get_offset_bytes (buffer, &end) };
  g_autoptr (GPtrArray) edits = format (text, length, argument, &selection);
  feu_text_source_apply (FEU_TEXT_SOURCE (buffer), edits);
  feu_buffer_get_iter_at_bytes (buffer, selection.start_bytes, &start);
  feu_buffer_get_iter_at_bytes (buffer, selection.end_bytes, &end);
  gtk_text_buffer_select_range (text_buffer, &end, &start);
}

static void
bold_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  format_selection (
      user_data, (FormatFunc) feu_formatting_toggle_emphasis, FEU_EMPHASIS_BOLD);
}

static void
italic_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  format_selection (
      user_data, (FormatFunc) feu_formatting_toggle_emphasis, FEU_EMPHASIS_ITALIC);
}

static void
link_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  format_selection (user_data, format_link, 0);
}

static void
heading_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  format_selection (
      user_data, feu_formatting_set_heading, (guint) g_variant_get_int32 (parameter));
}

static void
fold_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow *self = user_data;
  FeuFold   *fold = feu_editor_get_fold (feu_article_view_get_editor (self->view));

  feu_fold_set_folded (fold, !feu_fold_get_folded (fold));
}

static void
menu_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FeuWindow       *self = user_data;
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (self->menu_button);

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_activated },
  { .name = "open", .activate = open_activated },
  { .name = "save", .activate = save_activated },
  { .name = "save-as", .activate = save_as_activated },
  { .name = "close", .activate = close_activated },
  { .name = "export", .activate = export_activated },
  { .name = "publish", .activate = publish_activated },
  { .name = "sites", .activate = sites_activated },
  { .name = "open-from-site", .activate = open_from_site_activated },
  { .name = "outbox", .activate = outbox_activated },
  { .name = "copy-html", .activate = copy_html_activated },
  { .name = "copy-rich-text", .activate = copy_rich_text_activated },
  { .name = "undo", .activate = undo_activated },
  { .name = "redo", .activate = redo_activated },
  { .name = "find", .activate = find_activated },
  { .name = "find-next", .activate = find_next_activated },
  { .name = "find-previous", .activate = find_previous_activated },
  { .name = "bold", .activate = bold_activated },
  { .name = "italic", .activate = italic_activated },
  { .name = "link", .activate = link_activated },
  { .name = "heading", .activate = heading_activated, .parameter_type = "i" },
  { .name = "fold-details", .activate = fold_activated },
  { .name = "menu", .activate = menu_activated },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "win.new", { "<Primary>n" } },
  { "win.open", { "<Primary>o" } },
  { "win.save", { "<Primary>s" } },
  { "win.save-as", { "<Primary><Shift>s" } },
  { "win.close", { "<Primary>w" } },
  { "win.export", { "<Primary>e" } },
  { "win.publish", { "<Primary><Shift>Return", "<Primary><Shift>KP_Enter" } },
  { "win.open-from-site", { "<Primary><Shift>o" } },
  { "win.copy-html", { "<Primary><Shift>c" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.find", { "<Primary>f" } },
  { "win.find-next", { "<Primary>g" } },
  { "win.find-previous", { "<Primary><Shift>g" } },
  { "win.bold", { "<Primary>b" } },
  { "win.italic", { "<Primary>i" } },
  { "win.link", { "<Primary>k" } },
  { "win.heading(1)", { "<Primary>1" } },
  { "win.heading(2)", { "<Primary>2" } },
  { "win.heading(3)", { "<Primary>3" } },
  { "win.heading(4)", { "<Primary>4" } },
  { "win.heading(5)", { "<Primary>5" } },
  { "win.heading(6)", { "<Primary>6" } },
  { "win.view-mode::write", { "<Alt>1" } },
  { "win.view-mode::both", { "<Alt>2" } },
  { "win.view-mode::preview", { "<Alt>3" } },
  { "win.side-panel", { "F9" } },
  { "win.menu", { "F10" } },
  { "win.fold-details", { "<Primary><Shift>d" } },
  { "win.show-help-overlay", { "<Primary>question", "F1" } },
  { "app.quit", { "<Primary>q" } },
};

void
feu_window_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (
        application, accels[i].action, accels[i].accels);
}

void
feu_window_add_actions (FeuWindow *self)
{
  static const char *const states[] = { "view-mode", "side-panel" };

  g_action_map_add_action_entries (
      G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GAction) action =
          g_settings_create_action (self->services->settings, states[i]);
      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}
