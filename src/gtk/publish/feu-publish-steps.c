/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row for each step: a sign for its state, its name, and how far it is.
 */
#include "config.h"

#include "feu-publish-steps.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkStack   *signs;
  GtkSpinner *spinner;
  GtkLabel   *title;
  GtkLabel   *state;
  GtkLabel   *detail;
} Row;

struct _FeuPublishSteps
{
  GtkBox parent_instance;

  /* template */
  GtkLabel       *heading;
  GtkBox         *list;
  GtkProgressBar *progress_bar;
  GtkLabel       *hint;

  /* children */
  Row rows[FEU_N_PUBLISH_STEPS];
};

G_DEFINE_FINAL_TYPE (FeuPublishSteps, feu_publish_steps, GTK_TYPE_BOX)

static const struct
{
  FeuPublishStepState state;
  const char         *name;
  const char         *icon;
} signs[] = {
  { FEU_STEP_TO_DO, "to-do", "content-loading-symbolic" },
  { FEU_STEP_WAITING, "waiting", "preferences-system-time-symbolic" },
  { FEU_STEP_DONE, "done", "emblem-ok-symbolic" },
  { FEU_STEP_SKIPPED, "skipped", "emblem-ok-symbolic" },
  { FEU_STEP_STOPPED, "stopped", "dialog-warning-symbolic" },
};

static const char *
get_sign (FeuPublishStepState state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].state == state)
      return signs[i].name;
  return "running";
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* "2 of 7", "done" …: beside the name. */
static char *
describe (const FeuPublishStep *step)
{
  switch (step->state)
    {
    case FEU_STEP_TO_DO:
      return NULL;
    case FEU_STEP_RUNNING:
    case FEU_STEP_WAITING:
    case FEU_STEP_STOPPED:
      return step->n_total > 0
                 /* Translators: so many of the images, for example, are done. */
                 ? g_strdup_printf (_ ("%u of %u"), step->n_done, step->n_total)
                 : NULL;
    case FEU_STEP_DONE:
      return step->n_total > 0 ? g_strdup_printf ("%u", step->n_total) : NULL;
    case FEU_STEP_SKIPPED:
      return g_strdup (C_ ("step of publishing", "nothing to do"));
    }
  g_return_val_if_reached (NULL);
}

static void
show_bytes (FeuPublishSteps *self, const FeuPublishStep *step)
{
  gboolean is_shown = step->state == FEU_STEP_RUNNING && step->bytes_total > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_shown);
  if (!is_shown)
    return;
  g_autofree char *sent = g_format_size (step->bytes_sent);
  g_autofree char *total = g_format_size (step->bytes_total);
  g_autofree char *text = g_strdup_printf (_ ("%s of %s"), sent, total);
  gtk_progress_bar_set_fraction (
      self->progress_bar,
      MIN (1.0, (double) step->bytes_sent / (double) step->bytes_total));
  gtk_progress_bar_set_text (self->progress_bar, text);
  gtk_progress_bar_set_show_text (self->progress_bar, TRUE);
}

void
feu_publish_steps_set_step (FeuPublishSteps      *self,
                            FeuPublishStepKind    kind,
                            const FeuPublishStep *step)
{
  g_return_if_fail (FEU_IS_PUBLISH_STEPS (self) && step != NULL);
  Row             *row = &self->rows[kind];
  g_autofree char *state = describe (step);
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (row->title));

  gtk_stack_set_visible_child_name (row->signs, get_sign (step->state));
  g_object_set (row->spinner, "active", step->state == FEU_STEP_RUNNING, NULL);
  set_label (row->state, state);
  set_label (row->detail, step->detail);
  if (step->state == FEU_STEP_TO_DO || step->state == FEU_STEP_SKIPPED)
    gtk_style_context_add_class (context, GTK_STYLE_CLASS_DIM_LABEL);
  else
    gtk_style_context_remove_class (context, GTK_STYLE_CLASS_DIM_LABEL);
  if (kind == FEU_PUBLISH_STEP_IMAGES)
    show_bytes (self, step);
}

void
feu_publish_steps_start (FeuPublishSteps *self, const char *heading)
{
  g_return_if_fail (FEU_IS_PUBLISH_STEPS (self));
  FeuPublishStep step = { .state = FEU_STEP_TO_DO };

  gtk_label_set_text (self->heading, heading);
  for (guint i = 0; i < FEU_N_PUBLISH_STEPS; i++)
    feu_publish_steps_set_step (self, (FeuPublishStepKind) i, &step);
}

void
feu_publish_steps_set_hint (FeuPublishSteps *self, const char *hint)
{
  g_return_if_fail (FEU_IS_PUBLISH_STEPS (self));
  set_label (self->hint, hint);
}

static GtkWidget *
new_label (GtkLabel **out_label, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_show (label);
  *out_label = GTK_LABEL (label);
  return label;
}

static GtkWidget *
new_signs (Row *row)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_valign (stack, GTK_ALIGN_START);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      GtkWidget *icon =
          gtk_image_new_from_icon_name (signs[i].icon, GTK_ICON_SIZE_BUTTON);
      if (signs[i].state == FEU_STEP_TO_DO || signs[i].state == FEU_STEP_SKIPPED)
        gtk_style_context_add_class (gtk_widget_get_style_context (icon),
                                     GTK_STYLE_CLASS_DIM_LABEL);
      gtk_widget_show (icon);
      gtk_stack_add_named (GTK_STACK (stack), icon, signs[i].name);
    }
  gtk_widget_show (spinner);
  gtk_stack_add_named (GTK_STACK (stack), spinner, "running");
  gtk_widget_show (stack);
  row->signs = GTK_STACK (stack);
  row->spinner = GTK_SPINNER (spinner);
  return stack;
}

static void
add_row (FeuPublishSteps *self, FeuPublishStepKind kind)
{
  Row       *row = &self->rows[kind];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = new_label (&row->title, feu_publish_step_get_title (kind));
  GtkWidget *state = new_label (&row->state, NULL);
  GtkWidget *detail = new_label (&row->detail, NULL);

  gtk_container_add (GTK_CONTAINER (box), new_signs (row));
  gtk_box_pack_start (GTK_BOX (line), title, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (line), state, FALSE, FALSE, 0);
  gtk_label_set_line_wrap (row->detail, TRUE);
  gtk_label_set_max_width_chars (row->detail, 40);
  gtk_style_context_add_class (gtk_widget_get_style_context (state),
                               GTK_STYLE_CLASS_DIM_LABEL);
  gtk_style_context_add_class (gtk_widget_get_style_context (detail),
                               GTK_STYLE_CLASS_DIM_LABEL);
  gtk_style_context_add_class (gtk_widget_get_style_context (detail), "feu-small");
  gtk_container_add (GTK_CONTAINER (texts), line);
  gtk_container_add (GTK_CONTAINER (texts), detail);
  gtk_box_pack_start (GTK_BOX (box), texts, TRUE, TRUE, 0);
  gtk_widget_show (line);
  gtk_widget_show (texts);
  gtk_widget_show (box);
  gtk_container_add (GTK_CONTAINER (self->list), box);
}

static void
feu_publish_steps_class_init (FeuPublishStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-publish-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuPublishSteps, heading);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishSteps, list);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishSteps, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishSteps, hint);
}

static void
feu_publish_steps_init (FeuPublishSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FEU_N_PUBLISH_STEPS; i++)
    add_row (self, (FeuPublishStepKind) i);
}

GtkWidget *
feu_publish_steps_new (void)
{
  return g_object_new (FEU_TYPE_PUBLISH_STEPS, NULL);
}
