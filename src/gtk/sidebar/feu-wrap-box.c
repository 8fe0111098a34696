/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same pass computes the height for a width and the places of all children; only
 * the latter keeps them.
 */
#include "config.h"

#include "feu-wrap-box.h"

#define SPACING 4
/* The last child, an entry, goes to a new line when less than this is left. */
#define MIN_LAST_WIDTH 48

struct _FeuWrapBox
{
  GtkContainer parent_instance;

  GList *children; /* (element-type GtkWidget), owned by being their parent */
};

G_DEFINE_FINAL_TYPE (FeuWrapBox, feu_wrap_box, GTK_TYPE_CONTAINER)

/* Border and padding of the frame. */
static void
get_frame (FeuWrapBox *self, GtkBorder *out_frame)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GtkStateFlags    state = gtk_style_context_get_state (context);
  GtkBorder        padding = { 0 };

  gtk_style_context_get_border (context, state, out_frame);
  gtk_style_context_get_padding (context, state, &padding);
  out_frame->left = (gint16) (out_frame->left + padding.left);
  out_frame->right = (gint16) (out_frame->right + padding.right);
  out_frame->top = (gint16) (out_frame->top + padding.top);
  out_frame->bottom = (gint16) (out_frame->bottom + padding.bottom);
}

static int
get_min_height (FeuWrapBox *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  int              height = 0;
  gtk_style_context_get (
      context, gtk_style_context_get_state (context), "min-height", &height, NULL);
  return height;
}

typedef struct
{
  GtkWidget    *child;
  GtkAllocation place; /* within the frame, left to right */
} Placement;

/* Centres the children of a finished line on it. */
static void
close_line (GArray *placements, guint first, int height)
{
  for (guint i = first; i < placements->len; i++)
    {
      Placement *placement = &g_array_index (placements, Placement, i);
      placement->place.y += (height - placement->place.height) / 2;
    }
}

static void
measure_child (GtkWidget *child, gboolean is_last, int width, GtkAllocation *out_size)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_get_preferred_width (child, &minimum, &natural);
  out_size->width =
      CLAMP (is_last ? MIN_LAST_WIDTH : natural, minimum, MAX (width, minimum));
  gtk_widget_get_preferred_height_for_width (
      child, out_size->width, &minimum, &natural);
  out_size->height = natural;
}

/* Returns: the height of all lines; @placements gets one item a visible child */
static int
lay_out (FeuWrapBox *self, int width, GArray *placements)
{
  int   x = 0;
  int   y = 0;
  int   line_height = 0;
  guint line_first = 0;

  for (GList *item = self->children; item != NULL; item = item->next)
    {
      Placement placement = { .child = item->data };
      if (!gtk_widget_get_visible (item->data))
        continue;
      measure_child (item->data, item->next == NULL, width, &placement.place);
      if (x > 0 && x + placement.place.width > width)
        {
          close_line (placements, line_first, line_height);
          line_first = placements->len;
          y += line_height + SPACING;
          x = 0;
          line_height = 0;
        }
      if (item->next == NULL)
        placement.place.width = MAX (placement.place.width, width - x);
      placement.place.x = x;
      placement.place.y = y;
      x += placement.place.width + SPACING;
      line_height = MAX (line_height, placement.place.height);
      g_array_append_val (placements, placement);
    }
  close_line (placements, line_first, line_height);
  return y + line_height;
}

static GtkSizeRequestMode
feu_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
feu_wrap_box_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  FeuWrapBox *self = FEU_WRAP_BOX (widget);
  GtkBorder   frame = { 0 };

  *minimum = MIN_LAST_WIDTH;
  *natural = 0;
  for (GList *item = self->children; item != NULL; item = item->next)
    {
      int child_minimum = 0;
      int child_natural = 0;
      if (!gtk_widget_get_visible (item->data))
        continue;
      gtk_widget_get_preferred_width (item->data, &child_minimum, &child_natural);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + SPACING;
    }
  get_frame (self, &frame);
  *minimum += frame.left + frame.right;
  *natural = MAX (*minimum, *natural + frame.left + frame.right);
}

static void
feu_wrap_box_get_preferred_height_for_width (GtkWidget *widget,
                                             int        width,
                                             int       *minimum,
                                             int       *natural)
{
  FeuWrapBox *self = FEU_WRAP_BOX (widget);
  GtkBorder   frame = { 0 };
  g_autoptr (GArray) placements = g_array_new (FALSE, FALSE, sizeof (Placement));

  get_frame (self, &frame);
  int content = lay_out (self, width - frame.left - frame.right, placements);
  *minimum = *natural = MAX (content, get_min_height (self)) + frame.top + frame.bottom;
}

static void
feu_wrap_box_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  int width = 0;
  int unused = 0;
  feu_wrap_box_get_preferred_width (widget, &width, &unused);
  feu_wrap_box_get_preferred_height_for_width (widget, width, minimum, natural);
}

static void
feu_wrap_box_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  FeuWrapBox *self = FEU_WRAP_BOX (widget);
  gboolean    is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkBorder   frame = { 0 };
  g_autoptr (GArray) placements = g_array_new (FALSE, FALSE, sizeof (Placement));

  gtk_widget_set_allocation (widget, allocation);
  get_frame (self, &frame);
  int width = allocation->width - frame.left - frame.right;
  int height = lay_out (self, width, placements);
  int slack = MAX (0, allocation->height - frame.top - frame.bottom - height) / 2;
  for (guint i = 0; i < placements->len; i++)
    {
      Placement    *placement = &g_array_index (placements, Placement, i);
      GtkAllocation place = placement->place;
      if (is_rtl)
        place.x = width - place.x - place.width;
      place.x += allocation->x + frame.left;
      place.y += allocation->y + frame.top + slack;
      gtk_widget_size_allocate (placement->child, &place);
    }
}

static gboolean
feu_wrap_box_draw (GtkWidget *widget, cairo_t *cr)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  int              width = gtk_widget_get_allocated_width (widget);
  int              height = gtk_widget_get_allocated_height (widget);

  gtk_render_background (context, cr, 0, 0, width, height);
  gtk_render_frame (context, cr, 0, 0, width, height);
  return GTK_WIDGET_CLASS (feu_wrap_box_parent_class)->draw (widget, cr);
}

static void
feu_wrap_box_add (GtkContainer *container, GtkWidget *child)
{
  FeuWrapBox *self = FEU_WRAP_BOX (container);
  self->children = g_list_append (self->children, child);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
feu_wrap_box_remove (GtkContainer *container, GtkWidget *child)
{
  FeuWrapBox *self = FEU_WRAP_BOX (container);
  GList      *item = g_list_find (self->children, child);
  if (item == NULL)
    return;
  self->children = g_list_delete_link (self->children, item);
  gtk_widget_unparent (child);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
feu_wrap_box_forall (GtkContainer *container,
                     gboolean      include_internals,
                     GtkCallback   callback,
                     gpointer      callback_data)
{
  GList *item = FEU_WRAP_BOX (container)->children;
  while (item != NULL)
    {
      GtkWidget *child = item->data;
      item = item->next; /* the callback may remove the child */
      callback (child, callback_data);
    }
}

static GType
feu_wrap_box_child_type (GtkContainer *container)
{
  return GTK_TYPE_WIDGET;
}

void
feu_wrap_box_reorder (FeuWrapBox *self, GtkWidget *child, int index)
{
  g_return_if_fail (FEU_IS_WRAP_BOX (self));
  GList *item = g_list_find (self->children, child);
  g_return_if_fail (item != NULL);
  self->children = g_list_delete_link (self->children, item);
  self->children = g_list_insert (self->children, child, index);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
feu_wrap_box_class_init (FeuWrapBoxClass *klass)
{
  GtkWidgetClass    *widget_class = GTK_WIDGET_CLASS (klass);
  GtkContainerClass *container_class = GTK_CONTAINER_CLASS (klass);

  widget_class->get_request_mode = feu_wrap_box_get_request_mode;
  widget_class->get_preferred_width = feu_wrap_box_get_preferred_width;
  widget_class->get_preferred_height = feu_wrap_box_get_preferred_height;
  widget_class->get_preferred_height_for_width =
      feu_wrap_box_get_preferred_height_for_width;
  widget_class->size_allocate = feu_wrap_box_size_allocate;
  widget_class->draw = feu_wrap_box_draw;
  container_class->add = feu_wrap_box_add;
  container_class->remove = feu_wrap_box_remove;
  container_class->forall = feu_wrap_box_forall;
  container_class->child_type = feu_wrap_box_child_type;
  gtk_widget_class_set_css_name (widget_class, "entry");
}

static void
feu_wrap_box_init (FeuWrapBox *self)
{
  gtk_widget_set_has_window (GTK_WIDGET (self), FALSE);
}
