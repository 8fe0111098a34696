/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Margins from the width at hand, and the label drawn for folded front matter.
 */
#include "config.h"

#include "feu-editor.h"

#include "feu-editor-style.h"

#include <glib/gi18n.h>

#define MIN_SIDE_MARGIN 24
#define TOP_MARGIN 28
#define LABEL_PADDING 8
#define LINE_SPACING 7
#define BOTTOM_MARGIN_MAX_CHARACTERS 20000

struct _FeuEditor
{
  GtkSourceView parent_instance;

  FeuBuffer   *buffer;     /* owned */
  FeuFold     *fold;       /* owned */
  PangoLayout *label;      /* owned: what is drawn for the front matter */
  GdkRectangle label_area; /* in buffer coordinates; empty while none is drawn */
};

G_DEFINE_FINAL_TYPE (FeuEditor, feu_editor, GTK_SOURCE_TYPE_VIEW)

/* Room below the last line, so that it need not be written at the window's edge. Not in
 * a long text: GTK 3 then draws, at first, all lines that were not laid out yet. */
static void
update_bottom_margin (FeuEditor *self, int height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int n_characters = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view));
  int bottom = n_characters > BOTTOM_MARGIN_MAX_CHARACTERS ? 0 : height * 2 / 5;

  if (gtk_text_view_get_bottom_margin (view) != bottom)
    gtk_text_view_set_bottom_margin (view, bottom);
}

static void
on_buffer_changed_cb (FeuEditor *self)
{
  update_bottom_margin (self, gtk_widget_get_allocated_height (GTK_WIDGET (self)));
}

static void
feu_editor_size_allocate (GtkWidget *widget, GtkAllocation *allocation)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int          measure = feu_editor_style_get_measure (widget);
  int          margin = MAX (MIN_SIDE_MARGIN, (allocation->width - measure) / 2);

  if (gtk_text_view_get_left_margin (view) != margin)
    {
      gtk_text_view_set_left_margin (view, margin);
      gtk_text_view_set_right_margin (view, margin);
    }
  update_bottom_margin (FEU_EDITOR (widget), allocation->height);
  GTK_WIDGET_CLASS (feu_editor_parent_class)->size_allocate (widget, allocation);
}

/* The label stands on the empty line that folding leaves, or after the opening fence.
 */
static void
place_label (FeuEditor *self)
{
  GtkTextIter  iter;
  GdkRectangle line;
  int          width, height;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self->buffer), &iter);
  if (!feu_fold_get_folded (self->fold))
    gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &line);
  pango_layout_get_pixel_size (self->label, &width, &height);
  /* The folded line is empty and says nothing of the margin. */
  self->label_area.x = feu_fold_get_folded (self->fold)
                           ? gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self))
                           : line.x + LABEL_PADDING;
  self->label_area.y = line.y + (line.height - height) / 2 - 1;
  self->label_area.width = width + 2 * LABEL_PADDING;
  self->label_area.height = height + 2;
}

static void
draw_label (FeuEditor *self, cairo_t *cr)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA          color;
  const double     radius = 6.0;

  place_label (self);
  double x = self->label_area.x, y = self->label_area.y;
  double width = self->label_area.width, height = self->label_area.height;
  gtk_style_context_get_color (style, gtk_style_context_get_state (style), &color);
  cairo_save (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.07);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.66);
  cairo_move_to (cr, x + LABEL_PADDING, y + 1);
  pango_cairo_show_layout (cr, self->label);
  cairo_restore (cr);
}

/* What an empty page says. */
static void
draw_placeholder (FeuEditor *self, cairo_t *cr)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  GtkTextView     *view = GTK_TEXT_VIEW (self);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA          color;
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (widget,
                                      _ ("Write your article here.\n\n"
                                         "## A line like this is a heading\n"
                                         "**bold**, *italic*, [link](https://…)\n"
                                         "- an item of a list"));
  int margin = gtk_text_view_get_left_margin (view);
  int width = gtk_widget_get_allocated_width (widget) - 2 * margin;

  gtk_style_context_get_color (style, gtk_style_context_get_state (style), &color);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, LINE_SPACING * PANGO_SCALE);
  cairo_save (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.5);
  cairo_move_to (cr, margin, 0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
feu_editor_draw_layer (GtkTextView *view, GtkTextViewLayer layer, cairo_t *cr)
{
  FeuEditor *self = FEU_EDITOR (view);

  GTK_TEXT_VIEW_CLASS (feu_editor_parent_class)->draw_layer (view, layer, cr);
  if (layer != GTK_TEXT_VIEW_LAYER_ABOVE_TEXT)
    return;
  self->label_area.width = 0;
  if (feu_fold_is_available (self->fold))
    draw_label (self, cr);
  if (gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self->buffer)) == 0)
    draw_placeholder (self, cr);
}

static gboolean
is_on_label (FeuEditor *self, GdkEventButton *event)
{
  int x, y;

  if (event->window !=
      gtk_text_view_get_window (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_TEXT))
    return FALSE;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self),
                                         GTK_TEXT_WINDOW_TEXT,
                                         (int) event->x,
                                         (int) event->y,
                                         &x,
                                         &y);
  return self->label_area.width > 0 && x >= self->label_area.x &&
         x < self->label_area.x + self->label_area.width && y >= self->label_area.y &&
         y < self->label_area.y + self->label_area.height;
}

static gboolean
feu_editor_button_press_event (GtkWidget *widget, GdkEventButton *event)
{
  FeuEditor *self = FEU_EDITOR (widget);

  if (event->button == GDK_BUTTON_PRIMARY && is_on_label (self, event))
    {
      feu_fold_set_folded (self->fold, !feu_fold_get_folded (self->fold));
      gtk_widget_grab_focus (widget);
      return GDK_EVENT_STOP;
    }
  return GTK_WIDGET_CLASS (feu_editor_parent_class)->button_press_event (widget, event);
}

/* The beginning of a folded article, for the caret, is that of its body. */
static void
feu_editor_move_cursor (GtkTextView    *view,
                        GtkMovementStep step,
                        int             count,
                        gboolean        extend_selection)
{
  FeuEditor *self = FEU_EDITOR (view);

  if (step == GTK_MOVEMENT_BUFFER_ENDS && count < 0 && !extend_selection &&
      feu_fold_is_available (self->fold) && feu_fold_get_folded (self->fold))
    {
      feu_fold_place_caret_on_body (self->fold);
      gtk_text_view_scroll_to_mark (
          view,
          gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)),
          0.0,
          TRUE,
          0.0,
          0.1);
      return;
    }
  GTK_TEXT_VIEW_CLASS (feu_editor_parent_class)
      ->move_cursor (view, step, count, extend_selection);
}

static void
update_label (FeuEditor *self)
{
  guint            n_lines = feu_fold_get_n_lines (self->fold);
  g_autofree char *text =
      feu_fold_get_folded (self->fold)
          ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "▸ Article details (%u line)",
                                          "▸ Article details (%u lines)",
                                          n_lines),
                             n_lines)
          : g_strdup (_ ("▾ Hide article details"));

  if (strcmp (text, pango_layout_get_text (self->label)) == 0)
    return;
  pango_layout_set_text (self->label, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_fold_changed_cb (FeuEditor *self)
{
  update_label (self);
}

static void
feu_editor_dispose (GObject *object)
{
  FeuEditor *self = FEU_EDITOR (object);

  g_clear_object (&self->buffer);
  g_clear_object (&self->fold);
  g_clear_object (&self->label);
  G_OBJECT_CLASS (feu_editor_parent_class)->dispose (object);
}

static void
feu_editor_class_init (FeuEditorClass *klass)
{
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_editor_dispose;
  widget_class->size_allocate = feu_editor_size_allocate;
  widget_class->button_press_event = feu_editor_button_press_event;
  view_class->draw_layer = feu_editor_draw_layer;
  view_class->move_cursor = feu_editor_move_cursor;
}

static void
feu_editor_init (FeuEditor *self)
{
  GtkTextView   *view = GTK_TEXT_VIEW (self);
  PangoAttrList *attributes = pango_attr_list_new ();

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, TOP_MARGIN);
  gtk_text_view_set_left_margin (view, MIN_SIDE_MARGIN);
  gtk_text_view_set_right_margin (view, MIN_SIDE_MARGIN);
  gtk_text_view_set_pixels_inside_wrap (view, LINE_SPACING);
  gtk_text_view_set_pixels_below_lines (view, LINE_SPACING);
  gtk_source_view_set_smart_backspace (GTK_SOURCE_VIEW (self), TRUE);
  gtk_source_view_set_smart_home_end (GTK_SOURCE_VIEW (self),
                                      GTK_SOURCE_SMART_HOME_END_DISABLED);
  self->label = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_attr_list_insert (attributes, pango_attr_family_new ("Sans"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (self->label, attributes);
  pango_attr_list_unref (attributes);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)),
                       _ ("Article text"));
}

GtkWidget *
feu_editor_new (FeuBuffer *buffer, FeuPipeline *pipeline, GSettings *settings)
{
  FeuEditor *self = g_object_new (FEU_TYPE_EDITOR, "buffer", buffer, NULL);

  self->buffer = g_object_ref (buffer);
  self->fold = feu_fold_new (buffer, pipeline);
  g_signal_connect_object (self->fold,
                           "notify::folded",
                           G_CALLBACK (on_fold_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pipeline,
                           "article-changed",
                           G_CALLBACK (on_fold_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      buffer, "changed", G_CALLBACK (on_buffer_changed_cb), self, G_CONNECT_SWAPPED);
  feu_editor_style_attach (GTK_SOURCE_VIEW (self), settings);
  return GTK_WIDGET (self);
}

FeuFold *
feu_editor_get_fold (FeuEditor *self)
{
  g_return_val_if_fail (FEU_IS_EDITOR (self), NULL);
  return self->fold;
}

static void
go_to_iter (FeuEditor *self, const GtkTextIter *iter)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_place_cursor (buffer, iter);
  gtk_text_view_scroll_to_mark (
      GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.0, TRUE, 0.0, 0.4);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
feu_editor_go_to (FeuEditor *self, gsize offset_bytes)
{
  GtkTextIter iter;

  g_return_if_fail (FEU_IS_EDITOR (self));
  feu_buffer_get_iter_at_bytes (self->buffer, offset_bytes, &iter);
  go_to_iter (self, &iter);
}

void
feu_editor_go_to_line (FeuEditor *self, guint line, guint column)
{
  GtkTextIter iter;

  g_return_if_fail (FEU_IS_EDITOR (self));
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self->buffer), &iter, (int) line);
  for (guint i = 0; i < column && !gtk_text_iter_ends_line (&iter); i++)
    gtk_text_iter_forward_char (&iter);
  go_to_iter (self, &iter);
}
