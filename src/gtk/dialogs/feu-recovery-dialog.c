/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two pages: the list, and one article compared with its file. Discarding needs two
 * clicks on the same button, which says so after the first.
 */
#include "config.h"

#include "feu-recovery-dialog.h"

#include "feu-text-diff.h"
#include "feu-text-file.h"

#include <glib/gi18n.h>
#include <handy.h>

#define FEU_TYPE_RECOVERY_DIALOG (feu_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FeuRecoveryDialog,
                      feu_recovery_dialog,
                      FEU,
                      RECOVERY_DIALOG,
                      HdyWindow)

struct _FeuRecoveryDialog
{
  HdyWindow parent_instance;

  GPtrArray      *left; /* (element-type FeuLeftDraft), owned */
  FeuRecoveryFunc restore;
  gpointer        user_data;

  /* template */
  GtkButton   *back_button;
  GtkStack    *stack;
  GtkWidget   *list_page;
  GtkListBox  *list;
  GtkWidget   *compare_page;
  GtkTextView *compare_view;
};

G_DEFINE_FINAL_TYPE (FeuRecoveryDialog, feu_recovery_dialog, HDY_TYPE_WINDOW)

/* ---- rows ---- */

static FeuLeftDraft *
get_left (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "feu-left");
}

static void
remove_row (FeuRecoveryDialog *self, GtkWidget *button)
{
  FeuLeftDraft *left = get_left (button);
  GtkWidget    *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_destroy (row);
  g_ptr_array_remove (self->left, left);
  if (self->left->len == 0)
    gtk_widget_destroy (GTK_WIDGET (self));
}

static void
on_restore_clicked_cb (FeuRecoveryDialog *self, GtkButton *button)
{
  self->restore (get_left (GTK_WIDGET (button)), self->user_data);
  remove_row (self, GTK_WIDGET (button));
}

static void
on_discard_clicked_cb (FeuRecoveryDialog *self, GtkButton *button)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (button));

  if (!gtk_style_context_has_class (style, GTK_STYLE_CLASS_DESTRUCTIVE_ACTION))
    {
      gtk_style_context_add_class (style, GTK_STYLE_CLASS_DESTRUCTIVE_ACTION);
      gtk_button_set_label (button, _ ("_Discard for Good"));
      return;
    }
  feu_draft_discard (get_left (GTK_WIDGET (button))->draft);
  remove_row (self, GTK_WIDGET (button));
}

static void
show_difference (FeuRecoveryDialog *self, const char *old_text, const char *new_text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->compare_view);
  g_autoptr (GArray) parts = feu_text_diff (old_text, new_text);
  static const char *const tags[] = { NULL, "removed", "added" };
  GtkTextIter              end;

  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < parts->len; i++)
    {
      FeuTextDiffPart *part = &g_array_index (parts, FeuTextDiffPart, i);
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert_with_tags_by_name (
          buffer, &end, part->start, (int) part->length_bytes, tags[part->kind], NULL);
    }
}

static void
on_compare_clicked_cb (FeuRecoveryDialog *self, GtkButton *button)
{
  FeuLeftDraft    *left = get_left (GTK_WIDGET (button));
  gsize            length = 0;
  const char      *data = g_bytes_get_data (left->text, &length);
  g_autofree char *text = g_strndup (data, length);

  show_difference (self, left->file_text != NULL ? left->file_text : "", text);
  gtk_stack_set_visible_child (self->stack, self->compare_page);
  gtk_widget_show (GTK_WIDGET (self->back_button));
}

static void
on_back_clicked_cb (FeuRecoveryDialog *self)
{
  gtk_stack_set_visible_child (self->stack, self->list_page);
  gtk_widget_hide (GTK_WIDGET (self->back_button));
}

static char *
dup_title (const FeuLeftDraft *left)
{
  if (left->title != NULL)
    return g_markup_escape_text (left->title, -1);
  g_autofree char *name = left->info->file != NULL
                              ? feu_text_file_dup_name (left->info->file)
                              : g_strdup (_ ("New article"));
  return g_markup_escape_text (name, -1);
}

/* Words, when, and where it belongs. */
static char *
dup_subtitle (const FeuLeftDraft *left)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (left->info->time_s);
  g_autofree char *when = g_date_time_format (time, "%x %H:%M");
  g_autofree char *words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", left->n_words),
      left->n_words);
  g_autofree char *file =
      left->info->file != NULL ? g_file_get_parse_name (left->info->file) : NULL;
  const char      *place = file == NULL          ? _ ("never saved")
                           : left->is_newer_file ? _ ("its file changed since")
                                                 : file;
  g_autofree char *all = g_strdup_printf ("%s · %s · %s", when, words, place);

  return g_markup_escape_text (all, -1);
}

static void
add_button (FeuRecoveryDialog *self,
            HdyActionRow      *row,
            FeuLeftDraft      *left,
            const char        *label,
            void (*clicked) (FeuRecoveryDialog *, GtkButton *))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "feu-left", left);
  gtk_container_add (GTK_CONTAINER (row), button);
  g_signal_connect_object (
      button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
}

static void
add_row (FeuRecoveryDialog *self, FeuLeftDraft *left)
{
  GtkWidget       *row = hdy_action_row_new ();
  g_autofree char *title = dup_title (left);
  g_autofree char *subtitle = dup_subtitle (left);

  hdy_preferences_row_set_title (HDY_PREFERENCES_ROW (row), title);
  hdy_action_row_set_subtitle (HDY_ACTION_ROW (row), subtitle);
  hdy_action_row_set_title_lines (HDY_ACTION_ROW (row), 2);
  add_button (self, HDY_ACTION_ROW (row), left, _ ("_Compare"), on_compare_clicked_cb);
  add_button (self, HDY_ACTION_ROW (row), left, _ ("_Discard"), on_discard_clicked_cb);
  add_button (self, HDY_ACTION_ROW (row), left, _ ("_Restore"), on_restore_clicked_cb);
  gtk_container_add (GTK_CONTAINER (self->list), row);
  gtk_widget_show_all (row);
}

/* ---- object ---- */

static void
feu_recovery_dialog_finalize (GObject *object)
{
  FeuRecoveryDialog *self = FEU_RECOVERY_DIALOG (object);

  g_clear_pointer (&self->left, g_ptr_array_unref);
  G_OBJECT_CLASS (feu_recovery_dialog_parent_class)->finalize (object);
}

static void
feu_recovery_dialog_class_init (FeuRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_recovery_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuRecoveryDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, FeuRecoveryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FeuRecoveryDialog, list_page);
  gtk_widget_class_bind_template_child (widget_class, FeuRecoveryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, FeuRecoveryDialog, compare_page);
  gtk_widget_class_bind_template_child (widget_class, FeuRecoveryDialog, compare_view);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
}

static void
feu_recovery_dialog_init (FeuRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->compare_view);

  /* Translucent, so that they do on a light and on a dark page. */
  gtk_text_buffer_create_tag (buffer,
                              "removed",
                              "background",
                              "rgba(224,27,36,0.28)",
                              "strikethrough",
                              TRUE,
                              NULL);
  gtk_text_buffer_create_tag (buffer,
                              "added",
                              "background",
                              "rgba(38,162,105,0.32)",
                              "underline",
                              PANGO_UNDERLINE_SINGLE,
                              NULL);
}

void
feu_recovery_dialog_show (GtkWindow      *parent,
                          GPtrArray      *left,
                          FeuRecoveryFunc restore,
                          gpointer        user_data)
{
  FeuRecoveryDialog *self = g_object_new (FEU_TYPE_RECOVERY_DIALOG,
                                          "transient-for",
                                          parent,
                                          "destroy-with-parent",
                                          TRUE,
                                          NULL);

  self->left = left;
  self->restore = restore;
  self->user_data = user_data;
  for (guint i = 0; i < left->len; i++)
    add_row (self, g_ptr_array_index (left, i));
  gtk_window_present (GTK_WINDOW (self));
}
