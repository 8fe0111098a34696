/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A GtkMessageDialog, run by its response signal.
 */
#include "config.h"

#include "feu-unsaved-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  FeuUnsavedFunc callback;
  gpointer       user_data;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_response_cb (GtkDialog *dialog, int response, Question *question)
{
  FeuUnsavedFunc callback = question->callback;
  gpointer       user_data = question->user_data;

  gtk_widget_destroy (GTK_WIDGET (dialog));
  callback (response == GTK_RESPONSE_ACCEPT   ? FEU_UNSAVED_SAVE
            : response == GTK_RESPONSE_REJECT ? FEU_UNSAVED_DISCARD
                                              : FEU_UNSAVED_CANCEL,
            user_data);
}

void
feu_unsaved_dialog_show (GtkWindow     *parent,
                         const char    *name,
                         FeuUnsavedFunc callback,
                         gpointer       user_data)
{
  Question  *question = g_new0 (Question, 1);
  GtkWidget *dialog =
      gtk_message_dialog_new (parent,
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION,
                              GTK_BUTTONS_NONE,
                              _ ("Save changes to “%s”?"),
                              name);

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog),
      _ ("What you wrote since the last save would be lost."));
  GtkWidget *discard =
      gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Discard"), GTK_RESPONSE_REJECT);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  GtkWidget *save =
      gtk_dialog_add_button (GTK_DIALOG (dialog), _ ("_Save"), GTK_RESPONSE_ACCEPT);
  gtk_style_context_add_class (gtk_widget_get_style_context (discard),
                               GTK_STYLE_CLASS_DESTRUCTIVE_ACTION);
  gtk_style_context_add_class (gtk_widget_get_style_context (save),
                               GTK_STYLE_CLASS_SUGGESTED_ACTION);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  question->callback = callback;
  question->user_data = user_data;
  g_signal_connect_data (
      dialog, "response", G_CALLBACK (on_response_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
