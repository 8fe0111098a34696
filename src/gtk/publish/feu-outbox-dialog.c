/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row for each job of the journal, made anew when the outbox changes.
 */
#include "config.h"

#include "feu-outbox-dialog.h"

#include <glib/gi18n.h>

struct _FeuOutboxDialog
{
  HdyWindow parent_instance;

  /* owned */
  FeuOutbox    *outbox;
  GPtrArray    *jobs; /* (element-type FeuJobInfo) */
  GCancellable *cancellable;

  /* template */
  GtkStack   *stack;
  GtkListBox *list;
  GtkLabel   *error_label;
};

G_DEFINE_FINAL_TYPE (FeuOutboxDialog, feu_outbox_dialog, HDY_TYPE_WINDOW)

enum
{
  SIGNAL_RUN_RESUMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define INDEX_KEY "feu-index"

static void
show_error (FeuOutboxDialog *self, const char *text)
{
  gtk_label_set_text (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), text != NULL);
}

static const FeuJobInfo *
get_job (FeuOutboxDialog *self, GtkWidget *button)
{
  return g_ptr_array_index (
      self->jobs, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), INDEX_KEY)));
}

/* ---- what the writer does ---- */

typedef struct
{
  FeuOutboxDialog *dialog; /* owned */
  char            *title;
} Resumption;

static void
resume_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Resumption *resumption = user_data;
  g_autoptr (FeuOutboxDialog) self = resumption->dialog;
  g_autofree char *title = resumption->title;
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuOutboxRun) run =
      feu_outbox_resume_finish (FEU_OUTBOX (object), result, &error);

  g_free (resumption);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (run == NULL)
    show_error (self, error->message);
  else
    g_signal_emit (self, signals[SIGNAL_RUN_RESUMED], 0, run, title);
}

static void
on_resume_clicked_cb (FeuOutboxDialog *self, GtkWidget *button)
{
  const FeuJobInfo *job = get_job (self, button);
  Resumption       *resumption = g_new0 (Resumption, 1);

  show_error (self, NULL);
  resumption->dialog = g_object_ref (self);
  resumption->title = g_strdup (job->title);
  feu_outbox_resume_async (self->outbox, job, self->cancellable, resume_cb, resumption);
}

static void
on_link_clicked_cb (FeuOutboxDialog *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_on_window (
          GTK_WINDOW (self), get_job (self, button)->link, GDK_CURRENT_TIME, &error))
    show_error (self, error->message);
}

static void
on_abandon_response_cb (GtkDialog *question, int response, FeuOutboxDialog *self)
{
  g_autoptr (GError) error = NULL;
  const char *id = g_object_get_data (G_OBJECT (question), INDEX_KEY);

  if (response == GTK_RESPONSE_ACCEPT && !feu_outbox_abandon (self->outbox, id, &error))
    show_error (self, error->message);
  gtk_widget_destroy (GTK_WIDGET (question));
}

static void
on_abandon_clicked_cb (FeuOutboxDialog *self, GtkWidget *button)
{
  const FeuJobInfo *job = get_job (self, button);
  GtkWidget        *question =
      gtk_message_dialog_new (GTK_WINDOW (self),
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION,
                              GTK_BUTTONS_NONE,
                              _ ("Do not send “%s”?"),
                              job->title);

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (question),
      "%s",
      job->post_id != 0
          ? _ ("What is on the site already stays there: a post, perhaps without its "
               "latest text. Your article here stays as it is.")
          : _ ("Nothing of it is a post on the site yet. Your article here stays as it "
               "is."));
  gtk_dialog_add_button (GTK_DIALOG (question), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  GtkWidget *abandon = gtk_dialog_add_button (
      GTK_DIALOG (question), _ ("_Do Not Send"), GTK_RESPONSE_ACCEPT);
  gtk_style_context_add_class (gtk_widget_get_style_context (abandon),
                               GTK_STYLE_CLASS_DESTRUCTIVE_ACTION);
  g_object_set_data_full (G_OBJECT (question), INDEX_KEY, g_strdup (job->id), g_free);
  g_signal_connect_object (
      question, "response", G_CALLBACK (on_abandon_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

/* ---- the rows ---- */

static char *
describe_state (const FeuJobInfo *job)
{
  if (job->is_running)
    return g_strdup (_ ("On its way"));
  if (g_str_equal (job->kind, "interrupted") || g_str_equal (job->kind, "new"))
    return g_strdup (_ ("Interrupted: Feuillet or the computer was stopped meanwhile"));
  if (job->message != NULL)
    return g_strdup (job->message);
  return g_strdup (_ ("Waiting"));
}

static char *
dup_site_name (FeuOutboxDialog *self, const FeuJobInfo *job)
{
  FeuPublishing *publishing = feu_outbox_get_publishing (self->outbox);
  g_autoptr (FeuSite) site =
      feu_site_store_dup_site (feu_publishing_get_sites (publishing), job->site_id);

  return g_strdup (site != NULL ? site->name : job->root);
}

static void
add_button (FeuOutboxDialog *self,
            GtkWidget       *box,
            guint            index,
            const char      *label,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data (G_OBJECT (button), INDEX_KEY, GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_container_add (GTK_CONTAINER (box), button);
}

static void
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  gtk_container_add (GTK_CONTAINER (box), label);
}

static void
add_row (FeuOutboxDialog *self, guint index)
{
  const FeuJobInfo *job = g_ptr_array_index (self->jobs, index);
  GtkWidget        *row = gtk_list_box_row_new ();
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget        *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char  *site = dup_site_name (self, job);
  g_autofree char  *state = describe_state (job);
  g_autofree char  *when = g_date_time_format (job->changed, _ ("%-d %B, %H:%M"));
  g_autofree char  *line = g_strdup_printf ("%s · %s", site, when);

  g_object_set (box, "margin", 12, NULL);
  add_label (box, job->title, "feu-field-label");
  add_label (box, line, GTK_STYLE_CLASS_DIM_LABEL);
  add_label (box, state, "feu-small");
  add_button (self,
              buttons,
              index,
              job->is_running ? _ ("_Show") : _ ("_Go On"),
              G_CALLBACK (on_resume_clicked_cb));
  if (job->link != NULL)
    add_button (
        self, buttons, index, _ ("_Open on the Site"), G_CALLBACK (on_link_clicked_cb));
  if (!job->is_running)
    add_button (
        self, buttons, index, _ ("_Do Not Send…"), G_CALLBACK (on_abandon_clicked_cb));
  gtk_container_add (GTK_CONTAINER (box), buttons);
  gtk_container_add (GTK_CONTAINER (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_can_focus (row, FALSE);
  gtk_widget_show_all (row);
  gtk_container_add (GTK_CONTAINER (self->list), row);
}

static void
remove_child (GtkWidget *child, gpointer unused)
{
  gtk_widget_destroy (child);
}

static void
refresh (FeuOutboxDialog *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *jobs = feu_outbox_list (self->outbox, &error);

  show_error (self, error != NULL ? error->message : NULL);
  gtk_container_foreach (GTK_CONTAINER (self->list), remove_child, NULL);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
  self->jobs = jobs != NULL ? jobs : g_ptr_array_new ();
  for (guint i = 0; i < self->jobs->len; i++)
    add_row (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->jobs->len > 0);
  gtk_stack_set_visible_child_name (
      self->stack, self->jobs->len > 0 || error != NULL ? "list" : "empty");
}

/* ---- the class ---- */

static gboolean
on_key_press_cb (FeuOutboxDialog *self, GdkEventKey *event)
{
  if (event->keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

static void
feu_outbox_dialog_destroy (GtkWidget *widget)
{
  g_cancellable_cancel (FEU_OUTBOX_DIALOG (widget)->cancellable);
  GTK_WIDGET_CLASS (feu_outbox_dialog_parent_class)->destroy (widget);
}

static void
feu_outbox_dialog_finalize (GObject *object)
{
  FeuOutboxDialog *self = FEU_OUTBOX_DIALOG (object);

  g_clear_object (&self->outbox);
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (feu_outbox_dialog_parent_class)->finalize (object);
}

static void
feu_outbox_dialog_class_init (FeuOutboxDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_outbox_dialog_finalize;
  widget_class->destroy = feu_outbox_dialog_destroy;
  signals[SIGNAL_RUN_RESUMED] = g_signal_new ("run-resumed",
                                              G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST,
                                              0,
                                              NULL,
                                              NULL,
                                              NULL,
                                              G_TYPE_NONE,
                                              2,
                                              FEU_TYPE_OUTBOX_RUN,
                                              G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-outbox-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuOutboxDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FeuOutboxDialog, list);
  gtk_widget_class_bind_template_child (widget_class, FeuOutboxDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, on_key_press_cb);
}

static void
feu_outbox_dialog_init (FeuOutboxDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
feu_outbox_dialog_new (GtkWindow *parent, FeuOutbox *outbox)
{
  FeuOutboxDialog *self =
      g_object_new (FEU_TYPE_OUTBOX_DIALOG, "transient-for", parent, NULL);

  self->outbox = g_object_ref (outbox);
  g_signal_connect_object (
      outbox, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
