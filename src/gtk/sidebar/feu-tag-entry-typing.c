/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entry behind the chips: commas and line ends make chips of what was typed, and
 * terms used before are offered.
 */
#include "config.h"

#include "feu-tag-entry-private.h"

#include "feu-text-fold.h"

#include <string.h>

static void
set_entry_text (FeuTagEntry *self, const char *text)
{
  self->is_splitting = TRUE;
  gtk_entry_set_text (self->entry, text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_splitting = FALSE;
}

/* Adds all that @text has between commas and line ends; @keep_last: but leaves what
 * follows the last comma in the entry, where it is being typed. */
static void
split_text (FeuTagEntry *self, const char *text, gboolean keep_last)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",\n\r", -1);
  guint    n_parts = g_strv_length (parts);
  gboolean changed = FALSE;

  for (guint i = 0; i + (keep_last ? 1 : 0) < n_parts; i++)
    if (feu_tag_entry_add_value (self, parts[i]))
      changed = TRUE;
  set_entry_text (self, keep_last && n_parts > 0 ? g_strchug (parts[n_parts - 1]) : "");
  if (changed)
    feu_tag_entry_changed_by_user (self);
}

static void
commit_typed (FeuTagEntry *self)
{
  g_autofree char *text = g_strdup (gtk_entry_get_text (self->entry));
  split_text (self, text, /* keep_last= */ FALSE);
}

static void
on_entry_insert_text_cb (GtkEditable *editable,
                         const char  *text,
                         int          length_bytes,
                         int         *position,
                         FeuTagEntry *self)
{
  self->inserted_many = g_utf8_strlen (text, length_bytes) > 1;
}

static void
on_entry_changed_cb (FeuTagEntry *self)
{
  const char *text = gtk_entry_get_text (self->entry);

  if (self->is_splitting || strpbrk (text, ",\n\r") == NULL)
    return;
  g_autofree char *copy = g_strdup (text);
  split_text (self, copy, /* keep_last= */ !self->inserted_many);
}

static gboolean
on_entry_key_press_cb (FeuTagEntry *self, GdkEventKey *event)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint    back_key = is_rtl ? GDK_KEY_Right : GDK_KEY_Left;
  gboolean at_start =
      gtk_editable_get_position (GTK_EDITABLE (self->entry)) == 0 &&
      !gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), NULL, NULL);

  if (self->chips->len == 0 || !at_start)
    return GDK_EVENT_PROPAGATE;
  if (event->keyval == GDK_KEY_BackSpace && *gtk_entry_get_text (self->entry) == '\0')
    {
      feu_tag_entry_remove_chip (self,
                                 g_ptr_array_index (self->chips, self->chips->len - 1));
      return GDK_EVENT_STOP;
    }
  if (event->keyval != back_key)
    return GDK_EVENT_PROPAGATE;
  feu_tag_entry_focus_index (self, (int) self->chips->len - 1);
  return GDK_EVENT_STOP;
}

/* That the whole window lost the focus is no reason to take half a word for a tag. */
static gboolean
on_entry_focus_out_cb (FeuTagEntry *self)
{
  GtkWidget *top = gtk_widget_get_toplevel (GTK_WIDGET (self));
  gboolean   stays = GTK_IS_WINDOW (top) &&
                   gtk_window_get_focus (GTK_WINDOW (top)) == GTK_WIDGET (self->entry);
  if (!stays)
    commit_typed (self);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_match_selected_cb (FeuTagEntry *self, GtkTreeModel *model, GtkTreeIter *iter)
{
  g_autofree char *term = NULL;
  gtk_tree_model_get (model, iter, 0, &term, -1);
  set_entry_text (self, "");
  if (feu_tag_entry_add_value (self, term))
    feu_tag_entry_changed_by_user (self);
  return GDK_EVENT_STOP;
}

/* Offers a term one of whose words begins with what was typed, unless it is there. */
static gboolean
match_term (GtkEntryCompletion *completion,
            const char         *key,
            GtkTreeIter        *iter,
            gpointer            user_data)
{
  FeuTagEntry     *self = user_data;
  g_autofree char *term = NULL;

  gtk_tree_model_get (GTK_TREE_MODEL (self->terms), iter, 0, &term, -1);
  if (term == NULL || feu_tag_entry_find_chip (self, term) != NULL)
    return FALSE;
  g_autofree char *trimmed = g_strstrip (g_strdup (key));
  g_autofree char *wanted = feu_text_fold (trimmed);
  return feu_text_has_word_prefix (term, wanted);
}

void
feu_tag_entry_bind_typing (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, commit_typed);
  gtk_widget_class_bind_template_callback (klass, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_entry_focus_out_cb);
  gtk_widget_class_bind_template_callback (klass, on_entry_insert_text_cb);
  gtk_widget_class_bind_template_callback (klass, on_entry_key_press_cb);
  gtk_widget_class_bind_template_callback (klass, on_match_selected_cb);
}

void
feu_tag_entry_set_up_completion (FeuTagEntry *self)
{
  gtk_entry_completion_set_match_func (self->completion, match_term, self, NULL);
}
