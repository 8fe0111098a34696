/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows are kept for as long as their image is in the article, so that an entry that is
 * being typed in stays while the list around it changes.
 */
#include "config.h"

#include "feu-images-panel.h"

#include "feu-image-edit.h"
#include "feu-image-import.h"
#include "feu-image-insertion.h"
#include "feu-image-picker.h"
#include "feu-image-row.h"
#include "feu-panel-context.h"
#include "feu-panel-notice.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FeuImagesPanel
{
  GtkBox parent_instance;

  /* template */
  FeuPanelNotice *notice;
  GtkStack       *stack;
  GtkListBox     *list;
  GtkWidget      *save_hint;
  GtkWidget      *save_button;
  GtkWidget      *add_button;

  /* owned */
  FeuPanelContext *context;
  GCancellable    *cancellable;
  GQueue           waiting; /* (element-type GFile), dropped and not yet imported */

  /* Of several files dropped at once each goes after the one before. */
  gsize    last_figure_end; /* 0 when the next one goes to the caret */
  gboolean is_importing;
};

G_DEFINE_FINAL_TYPE (FeuImagesPanel, feu_images_panel, GTK_TYPE_BOX)

enum
{
  SIGNAL_IMAGE_ACTIVATED,
  SIGNAL_INSERT_REQUESTED,
  SIGNAL_SAVE_REQUESTED,
  SIGNAL_LOCATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void import_next (FeuImagesPanel *self);

static void
refresh (FeuImagesPanel *self)
{
  FeuArticle *article =
      feu_pipeline_get_article (feu_panel_context_get_pipeline (self->context));

  if (article == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* caught up with when it is mapped */
  feu_panel_notice_show_access (self->notice, article);
  feu_panel_context_refresh_images (self->context);
}

static void
show_folder (FeuImagesPanel *self)
{
  gboolean has_folder = feu_panel_context_get_folder (self->context) != NULL;

  gtk_widget_set_visible (self->save_hint, !has_folder);
  gtk_widget_set_visible (self->save_button, !has_folder);
  gtk_widget_set_visible (self->add_button, has_folder);
}

typedef struct
{
  const char      *src;
  FeuImageRowField field;
  const char      *value;
} ImageEdit;

static gboolean
edit_image (const FeuArticle *article,
            GPtrArray        *edits,
            gpointer          user_data,
            GError          **error)
{
  const ImageEdit *edit = user_data;

  switch (edit->field)
    {
    case FEU_IMAGE_ROW_ALT:
      return feu_image_edit_alt (article, edit->src, edit->value, edits, error);
    case FEU_IMAGE_ROW_CAPTION:
      return feu_image_edit_caption (article, edit->src, edit->value, edits, error);
    case FEU_IMAGE_ROW_CREDIT:
      return feu_image_edit_credit (article, edit->src, edit->value, edits, error);
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
edit_featured (const FeuArticle *article,
               GPtrArray        *edits,
               gpointer          user_data,
               GError          **error)
{
  return feu_image_edit_featured (article, user_data, edits, error);
}

static gboolean
is_front_matter_editable (FeuImagesPanel *self)
{
  FeuArticle *article =
      feu_pipeline_get_article (feu_panel_context_get_pipeline (self->context));
  return article != NULL &&
         feu_metadata_is_editable (feu_article_get_metadata (article));
}

/* After an edit that could not be made: says why and shows what the article has. */
static void
report (FeuImagesPanel *self, FeuImageRow *row, const GError *error)
{
  if (error == NULL)
    return;
  feu_image_row_set_info (
      row, feu_image_row_get_info (row), is_front_matter_editable (self));
  feu_panel_notice_show_text (self->notice, error->message);
}

static void
on_row_edited_cb (FeuImageRow *row, guint field, const char *text, FeuImagesPanel *self)
{
  ImageEdit edit = { feu_image_row_get_info (row)->src, field, text };
  g_autoptr (GError) error = NULL;

  feu_panel_context_edit (self->context, edit_image, &edit, &error);
  report (self, row, error);
}

static void
on_row_featured_toggled_cb (FeuImageRow    *row,
                            gboolean        is_featured,
                            FeuImagesPanel *self)
{
  g_autofree char *src =
      g_strdup (is_featured ? feu_image_row_get_info (row)->src : NULL);
  g_autoptr (GError) error = NULL;

  feu_panel_context_edit (self->context, edit_featured, src, &error);
  report (self, row, error);
}

static void
on_row_located_cb (FeuImageRow *row, FeuImagesPanel *self)
{
  guint64 offset_bytes = feu_image_row_get_info (row)->start_bytes;
  g_signal_emit (self, signals[SIGNAL_IMAGE_ACTIVATED], 0, offset_bytes);
}

static FeuImageRow *
add_row (FeuImagesPanel *self, int index)
{
  GtkWidget *row = feu_image_row_new (feu_panel_context_get_thumbnails (self->context));

  gtk_list_box_insert (self->list, row, index);
  g_signal_connect_object (row, "edited", G_CALLBACK (on_row_edited_cb), self, 0);
  g_signal_connect_object (
      row, "featured-toggled", G_CALLBACK (on_row_featured_toggled_cb), self, 0);
  g_signal_connect_object (row, "located", G_CALLBACK (on_row_located_cb), self, 0);
  return FEU_IMAGE_ROW (row);
}

/* The row of the image @src at @index, taken from further down, or a new one. */
static FeuImageRow *
take_row (FeuImagesPanel *self, const char *src, int index)
{
  for (int i = index;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL)
        return add_row (self, index);
      if (strcmp (feu_image_row_get_info (FEU_IMAGE_ROW (row))->src, src) != 0)
        continue;
      if (i == index)
        return FEU_IMAGE_ROW (row);
      g_object_ref (row);
      gtk_container_remove (GTK_CONTAINER (self->list), GTK_WIDGET (row));
      gtk_list_box_insert (self->list, GTK_WIDGET (row), index);
      g_object_unref (row);
      return FEU_IMAGE_ROW (row);
    }
}

static void
show_images (FeuImagesPanel *self)
{
  const GPtrArray *images = feu_panel_context_get_images (self->context);
  gboolean         is_editable = is_front_matter_editable (self);
  GtkListBoxRow   *left_over = NULL;

  for (guint i = 0; i < images->len; i++)
    {
      FeuImageInfo *info = g_ptr_array_index (images, i);
      feu_image_row_set_info (take_row (self, info->src, (int) i), info, is_editable);
    }
  while ((left_over = gtk_list_box_get_row_at_index (self->list, (int) images->len)) !=
         NULL)
    gtk_widget_destroy (GTK_WIDGET (left_over));
  gtk_stack_set_visible_child_name (self->stack, images->len > 0 ? "images" : "empty");
}

static void
import_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuImagesPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *src = feu_image_import_finish (result, &error);

  self->is_importing = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (src != NULL)
    g_signal_emit (self, signals[SIGNAL_INSERT_REQUESTED], 0, src);
  else
    feu_panel_notice_show_text (self->notice, error->message);
  import_next (self);
}

static void
import_next (FeuImagesPanel *self)
{
  GFile *folder = feu_panel_context_get_folder (self->context);

  if (self->is_importing)
    return;
  g_autoptr (GFile) file = g_queue_pop_head (&self->waiting);
  if (file == NULL || folder == NULL)
    {
      self->last_figure_end = 0;
      return;
    }
  self->is_importing = TRUE;
  feu_image_import_file_async (
      file, folder, self->cancellable, import_cb, g_object_ref (self));
}

void
feu_images_panel_add_file (FeuImagesPanel *self, GFile *file)
{
  g_return_if_fail (FEU_IS_IMAGES_PANEL (self) && G_IS_FILE (file));
  if (feu_panel_context_get_folder (self->context) == NULL)
    {
      feu_panel_notice_show_save_first (self->notice);
      return;
    }
  g_queue_push_tail (&self->waiting, g_object_ref (file));
  import_next (self);
}

static void
pick_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuImagesPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *src = feu_image_picker_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;
  if (src != NULL)
    g_signal_emit (self, signals[SIGNAL_INSERT_REQUESTED], 0, src);
  else
    feu_panel_notice_show_text (self->notice, error->message);
}

void
feu_images_panel_add (FeuImagesPanel *self)
{
  g_return_if_fail (FEU_IS_IMAGES_PANEL (self));
  GFile *folder = feu_panel_context_get_folder (self->context);

  if (folder == NULL)
    feu_panel_notice_show_save_first (self->notice);
  else
    feu_image_picker_run_async (
        GTK_WIDGET (self), folder, self->cancellable, pick_cb, g_object_ref (self));
}

static void
on_add_clicked_cb (FeuImagesPanel *self)
{
  feu_images_panel_add (self);
}

static void
on_notice_save_requested_cb (FeuImagesPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE_REQUESTED], 0);
}

static void
on_notice_locate_cb (FeuImagesPanel *self, guint line, guint column)
{
  g_signal_emit (self, signals[SIGNAL_LOCATE], 0, line, column);
}

typedef struct
{
  const char *src;
  gsize       caret_bytes;
  gsize       end_bytes; /* out */
} Insertion;

static gboolean
insert_figure (const FeuArticle *article,
               GPtrArray        *edits,
               gpointer          user_data,
               GError          **error)
{
  Insertion *insertion = user_data;
  g_autoptr (FeuTextEdit) edit =
      feu_image_insertion_new (article, insertion->caret_bytes, insertion->src, NULL);

  /* The line break at its end is no part of the figure. */
  insertion->end_bytes = edit->start_bytes + strcspn (edit->text, ")") + 1;
  g_ptr_array_add (edits, g_steal_pointer (&edit));
  return TRUE;
}

void
feu_images_panel_insert_figure (FeuImagesPanel *self,
                                const char     *src,
                                gsize           caret_bytes)
{
  g_return_if_fail (FEU_IS_IMAGES_PANEL (self) && src != NULL);
  Insertion insertion = {
    .src = src,
    .caret_bytes = self->last_figure_end > 0 ? self->last_figure_end - 1 : caret_bytes,
  };

  feu_panel_context_edit (self->context, insert_figure, &insertion, NULL);
  self->last_figure_end = g_queue_is_empty (&self->waiting) ? 0 : insertion.end_bytes;
}

static void
feu_images_panel_drag_data_received (GtkWidget        *widget,
                                     GdkDragContext   *drag,
                                     int               x,
                                     int               y,
                                     GtkSelectionData *data,
                                     guint             info,
                                     guint             time)
{
  FeuImagesPanel *self = FEU_IMAGES_PANEL (widget);
  g_auto (GStrv) uris = gtk_selection_data_get_uris (data);

  for (gsize i = 0; uris != NULL && uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      feu_images_panel_add_file (self, file);
    }
}

static void
feu_images_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (feu_images_panel_parent_class)->map (widget);
  refresh (FEU_IMAGES_PANEL (widget));
}

static void
feu_images_panel_dispose (GObject *object)
{
  FeuImagesPanel *self = FEU_IMAGES_PANEL (object);
  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (feu_images_panel_parent_class)->dispose (object);
}

static void
feu_images_panel_finalize (GObject *object)
{
  FeuImagesPanel *self = FEU_IMAGES_PANEL (object);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (feu_images_panel_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  static const struct
  {
    const char *name;
    guint       n_params;
    GType       types[2];
  } table[N_SIGNALS] = {
    [SIGNAL_IMAGE_ACTIVATED] = { "image-activated", 1, { G_TYPE_UINT64 } },
    [SIGNAL_INSERT_REQUESTED] = { "insert-requested", 1, { G_TYPE_STRING } },
    [SIGNAL_SAVE_REQUESTED] = { "save-requested", 0, { 0 } },
    [SIGNAL_LOCATE] = { "locate", 2, { G_TYPE_UINT, G_TYPE_UINT } },
  };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_newv (table[i].name,
                                FEU_TYPE_IMAGES_PANEL,
                                G_SIGNAL_RUN_LAST,
                                NULL,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                table[i].n_params,
                                (GType *) table[i].types);
}

static void
feu_images_panel_class_init (FeuImagesPanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = feu_images_panel_dispose;
  object_class->finalize = feu_images_panel_finalize;
  widget_class->map = feu_images_panel_map;
  widget_class->drag_data_received = feu_images_panel_drag_data_received;
  install_signals ();
  g_type_ensure (FEU_TYPE_PANEL_NOTICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-images-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuImagesPanel, notice);
  gtk_widget_class_bind_template_child (widget_class, FeuImagesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, FeuImagesPanel, list);
  gtk_widget_class_bind_template_child (widget_class, FeuImagesPanel, save_hint);
  gtk_widget_class_bind_template_child (widget_class, FeuImagesPanel, save_button);
  gtk_widget_class_bind_template_child (widget_class, FeuImagesPanel, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_locate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_save_requested_cb);
}

static void
feu_images_panel_init (FeuImagesPanel *self)
{
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->waiting);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drag_dest_set (GTK_WIDGET (self), GTK_DEST_DEFAULT_ALL, NULL, 0, GDK_ACTION_COPY);
  gtk_drag_dest_add_uri_targets (GTK_WIDGET (self));
}

GtkWidget *
feu_images_panel_new (FeuPipeline *pipeline, FeuTextSource *source)
{
  FeuImagesPanel *self = g_object_new (FEU_TYPE_IMAGES_PANEL, NULL);

  self->context = feu_panel_context_new (pipeline, source);
  g_signal_connect_object (
      pipeline, "article-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context,
                           "images-changed",
                           G_CALLBACK (show_images),
                           self,
                           G_CONNECT_SWAPPED);
  show_folder (self);
  show_images (self);
  return GTK_WIDGET (self);
}

void
feu_images_panel_set_article_folder (FeuImagesPanel *self, GFile *folder)
{
  g_return_if_fail (FEU_IS_IMAGES_PANEL (self));
  feu_panel_context_set_folder (self->context, folder);
  show_folder (self);
  refresh (self);
}

static void
flush_row (GtkWidget *row, gpointer user_data)
{
  feu_image_row_flush (FEU_IMAGE_ROW (row));
}

void
feu_images_panel_flush (FeuImagesPanel *self)
{
  g_return_if_fail (FEU_IS_IMAGES_PANEL (self));
  gtk_container_foreach (GTK_CONTAINER (self->list), flush_row, NULL);
}
