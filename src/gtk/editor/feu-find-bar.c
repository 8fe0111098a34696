/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GtkSourceSearchContext does the finding, highlights all matches and counts them while
 * idle.
 */
#include "config.h"

#include "feu-find-bar.h"

#include <glib/gi18n.h>

struct _FeuFindBar
{
  GtkSearchBar parent_instance;

  FeuEditor               *editor;   /* borrowed: shown beside, outlives the bar */
  GtkSourceSearchSettings *settings; /* owned */
  GtkSourceSearchContext  *search;   /* owned */

  /* template */
  GtkEntry *entry;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (FeuFindBar, feu_find_bar, GTK_TYPE_SEARCH_BAR)

static GtkTextBuffer *
get_buffer (FeuFindBar *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
}

static void
update_count (FeuFindBar *self)
{
  int n_matches = gtk_source_search_context_get_occurrences_count (self->search);
  const char      *text = gtk_entry_get_text (self->entry);
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self->entry));
  GtkTextIter      start, end;
  g_autofree char *label = NULL;

  gtk_style_context_remove_class (style, GTK_STYLE_CLASS_ERROR);
  if (*text == '\0' || n_matches < 0)
    label = g_strdup ("");
  else if (n_matches == 0)
    {
      label = g_strdup (_ ("Not found"));
      gtk_style_context_add_class (style, GTK_STYLE_CLASS_ERROR);
    }
  else
    {
      gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
      int position = gtk_source_search_context_get_occurrence_position (
          self->search, &start, &end);
      label = position > 0 ? g_strdup_printf (_ ("%d of %d"), position, n_matches)
                           : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "%d match",
                                                           "%d matches",
                                                           (gulong) n_matches),
                                              n_matches);
    }
  gtk_label_set_text (self->count, label);
}

static void
show_match (FeuFindBar *self, const GtkTextIter *start, const GtkTextIter *end)
{
  gtk_text_buffer_select_range (get_buffer (self), start, end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->editor),
                                gtk_text_buffer_get_insert (get_buffer (self)),
                                0.15,
                                FALSE,
                                0.0,
                                0.0);
  update_count (self);
}

static void
on_entry_changed_cb (FeuFindBar *self)
{
  GtkTextIter start, end, match_start, match_end;
  gboolean    wrapped = FALSE;

  gtk_source_search_settings_set_search_text (self->settings,
                                              gtk_entry_get_text (self->entry));
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  if (gtk_source_search_context_forward (
          self->search, &start, &match_start, &match_end, &wrapped))
    show_match (self, &match_start, &match_end);
  update_count (self);
}

static void
on_entry_activate_cb (FeuFindBar *self)
{
  feu_find_bar_go (self, TRUE);
}

static void
on_next_clicked_cb (FeuFindBar *self)
{
  feu_find_bar_go (self, TRUE);
}

static void
on_previous_clicked_cb (FeuFindBar *self)
{
  feu_find_bar_go (self, FALSE);
}

/* What is folded is not searched, and a search remembers what it has been through. */
static void
on_fold_changed_cb (FeuFindBar *self)
{
  gtk_source_search_settings_set_search_text (self->settings, NULL);
  gtk_source_search_settings_set_search_text (self->settings,
                                              gtk_entry_get_text (self->entry));
}

static void
on_search_mode_changed_cb (FeuFindBar *self)
{
  gboolean is_open = gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self));

  gtk_source_search_context_set_highlight (self->search, is_open);
  if (!is_open)
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
feu_find_bar_dispose (GObject *object)
{
  FeuFindBar *self = FEU_FIND_BAR (object);

  g_clear_object (&self->search);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (feu_find_bar_parent_class)->dispose (object);
}

static void
feu_find_bar_class_init (FeuFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_find_bar_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, FeuFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
}

static void
feu_find_bar_init (FeuFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self), self->entry);
}

GtkWidget *
feu_find_bar_new (FeuEditor *editor)
{
  FeuFindBar *self = g_object_new (FEU_TYPE_FIND_BAR, NULL);

  self->editor = editor;
  self->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_wrap_around (self->settings, TRUE);
  self->search = gtk_source_search_context_new (GTK_SOURCE_BUFFER (get_buffer (self)),
                                                self->settings);
  gtk_source_search_context_set_highlight (self->search, FALSE);
  g_signal_connect_object (self->search,
                           "notify::occurrences-count",
                           G_CALLBACK (update_count),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (feu_editor_get_fold (editor),
                           "notify::folded",
                           G_CALLBACK (on_fold_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self,
                    "notify::search-mode-enabled",
                    G_CALLBACK (on_search_mode_changed_cb),
                    NULL);
  return GTK_WIDGET (self);
}

void
feu_find_bar_open (FeuFindBar *self)
{
  GtkTextIter start, end;

  g_return_if_fail (FEU_IS_FIND_BAR (self));
  /* The bar gives the entry the focus while it is still being revealed. */
  gtk_widget_realize (GTK_WIDGET (self->entry));
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self), TRUE);
  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) &&
      gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    {
      g_autofree char *text =
          gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
      gtk_entry_set_text (self->entry, text);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
feu_find_bar_go (FeuFindBar *self, gboolean forward)
{
  GtkTextIter start, end, match_start, match_end;
  gboolean    wrapped = FALSE, found;

  g_return_if_fail (FEU_IS_FIND_BAR (self));
  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self)))
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self), TRUE);
  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  found = forward ? gtk_source_search_context_forward (
                        self->search, &end, &match_start, &match_end, &wrapped)
                  : gtk_source_search_context_backward (
                        self->search, &start, &match_start, &match_end, &wrapped);
  if (found)
    show_match (self, &match_start, &match_end);
}
