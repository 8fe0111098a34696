/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A switcher above a stack.
 */
#include "config.h"

#include "feu-side-panel.h"

#define PANEL_WIDTH 320

struct _FeuSidePanel
{
  GtkBox parent_instance;

  GtkStack *stack; /* child */
};

G_DEFINE_FINAL_TYPE (FeuSidePanel, feu_side_panel, GTK_TYPE_BOX)

static void
feu_side_panel_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  GTK_WIDGET_CLASS (feu_side_panel_parent_class)
      ->get_preferred_width (widget, minimum, natural);
  *natural = *minimum;
}

static void
feu_side_panel_class_init (FeuSidePanelClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_preferred_width = feu_side_panel_get_preferred_width;
}

static void
feu_side_panel_init (FeuSidePanel *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_box_set_homogeneous (GTK_BOX (switcher), TRUE);
  g_object_set (switcher, "margin", 12, "margin-bottom", 6, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), PANEL_WIDTH, -1);
  gtk_box_pack_start (GTK_BOX (self), switcher, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (self), GTK_WIDGET (self->stack), TRUE, TRUE, 0);
  gtk_widget_show (switcher);
  gtk_widget_show (GTK_WIDGET (self->stack));
}

void
feu_side_panel_add_page (FeuSidePanel *self,
                         GtkWidget    *page,
                         const char   *name,
                         const char   *title)
{
  gtk_stack_add_titled (self->stack, page, name, title);
  gtk_widget_show (page);
}
