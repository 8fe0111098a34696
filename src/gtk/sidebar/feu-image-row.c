/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card made from a template; the rule for its entries is FeuField's.
 */
#include "config.h"

#include "feu-image-row.h"

#include "feu-field.h"
#include "feu-thumbnail.h"

#include <glib/gi18n.h>

#define THUMBNAIL_SIZE 96
#define N_FIELDS (FEU_IMAGE_ROW_CREDIT + 1)

struct _FeuImageRow
{
  GtkListBoxRow parent_instance;

  /* template */
  FeuThumbnail    *thumbnail;
  GtkWidget       *thumbnail_button;
  GtkLabel        *name;
  GtkLabel        *details;
  GtkWidget       *problem_box;
  GtkLabel        *problem;
  GtkEntry        *alt_entry;
  GtkWidget       *alt_hint;
  GtkEntry        *caption_entry;
  GtkEntry        *credit_entry;
  GtkToggleButton *featured_button;

  /* owned */
  FeuThumbnails *thumbnails;
  FeuImageInfo  *info;
  FeuField      *fields[N_FIELDS]; /* by FeuImageRowField */

  gboolean is_showing; /* the toggle is set by us */
};

G_DEFINE_FINAL_TYPE (FeuImageRow, feu_image_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_EDITED,
  SIGNAL_FEATURED_TOGGLED,
  SIGNAL_LOCATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* "1600 × 1000 · 214 kB" */
static char *
dup_details (const FeuImageInfo *info)
{
  if (info->file == NULL)
    return g_strdup ("");
  g_autofree char *weight = g_format_size (info->bytes);
  if (info->width == 0)
    return g_steal_pointer (&weight);
  /* Translators: width and height in pixels, then the file's size. */
  return g_strdup_printf (_ ("%d × %d · %s"), info->width, info->height, weight);
}

/* What is wrong with the image and what to do; NULL when nothing is. */
static char *
dup_problem (const FeuImageInfo *info)
{
  switch (info->state)
    {
    case FEU_IMAGE_OK:
      return NULL;
    case FEU_IMAGE_MISSING:
      return g_strdup_printf (
          _ ("There is no file “%s” beside the article. Put it back, or "
             "add the image again."),
          info->src);
    case FEU_IMAGE_OUTSIDE:
      return g_strdup (_ ("The file is outside the article’s folder, so it is neither "
                          "shown nor exported. Add it again with “Add Image…”."));
    case FEU_IMAGE_REMOTE:
      return g_strdup (_ ("On another site. The page shows a link to it; add a copy to "
                          "show the image itself."));
    case FEU_IMAGE_BROKEN:
      return g_strdup (
          _ ("The file cannot be read as an image. Save it again as JPEG or "
             "PNG."));
    }
  g_return_val_if_reached (NULL);
}

static void
show_problem (FeuImageRow *self)
{
  g_autofree char *problem = dup_problem (self->info);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}

static void
show_alt_hint (FeuImageRow *self)
{
  gboolean is_missing = *gtk_entry_get_text (self->alt_entry) == '\0';
  gtk_widget_set_visible (self->alt_hint, is_missing);
}

static void
show_editable (FeuImageRow *self, gboolean is_editable)
{
  gboolean    in_text = self->info->n_uses > 0;
  gboolean    can_describe = self->info->is_editable && (in_text || is_editable);
  const char *reason =
      can_describe ? NULL : _ ("This one can only be changed in the text itself");

  gtk_widget_set_sensitive (GTK_WIDGET (self->alt_entry), can_describe);
  gtk_widget_set_sensitive (GTK_WIDGET (self->caption_entry), can_describe);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->alt_entry), reason);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption_entry), reason);
  gtk_widget_set_sensitive (GTK_WIDGET (self->credit_entry), is_editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->featured_button), is_editable);
}

void
feu_image_row_set_info (FeuImageRow *self, FeuImageInfo *info, gboolean is_editable)
{
  g_return_if_fail (FEU_IS_IMAGE_ROW (self) && info != NULL);
  g_autofree char *name = g_path_get_basename (info->src);
  g_autofree char *details = dup_details (info);

  feu_image_info_ref (info);
  feu_image_info_unref (self->info);
  self->info = info;
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), info->src);
  gtk_label_set_text (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
  feu_thumbnail_show_image (self->thumbnail, self->thumbnails, info, THUMBNAIL_SIZE);
  gtk_widget_set_sensitive (self->thumbnail_button, info->n_uses > 0);
  feu_field_set_text (self->fields[FEU_IMAGE_ROW_ALT], info->alt);
  feu_field_set_text (self->fields[FEU_IMAGE_ROW_CAPTION], info->caption);
  feu_field_set_text (self->fields[FEU_IMAGE_ROW_CREDIT], info->credit);
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (self->featured_button, info->is_lead);
  self->is_showing = FALSE;
  show_problem (self);
  show_alt_hint (self);
  show_editable (self, is_editable);
}

FeuImageInfo *
feu_image_row_get_info (FeuImageRow *self)
{
  g_return_val_if_fail (FEU_IS_IMAGE_ROW (self), NULL);
  return self->info;
}

void
feu_image_row_flush (FeuImageRow *self)
{
  g_return_if_fail (FEU_IS_IMAGE_ROW (self));
  for (guint i = 0; i < N_FIELDS; i++)
    feu_field_flush (self->fields[i]);
}

static void
on_field_committed_cb (FeuField *field, const char *text, FeuImageRow *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->fields[i] == field)
      g_signal_emit (self, signals[SIGNAL_EDITED], 0, i, text);
}

static void
on_featured_toggled_cb (FeuImageRow *self)
{
  gboolean is_featured = gtk_toggle_button_get_active (self->featured_button);
  if (!self->is_showing)
    g_signal_emit (self, signals[SIGNAL_FEATURED_TOGGLED], 0, is_featured);
}

static void
on_thumbnail_clicked_cb (FeuImageRow *self)
{
  g_signal_emit (self, signals[SIGNAL_LOCATED], 0);
}

static void
feu_image_row_dispose (GObject *object)
{
  FeuImageRow *self = FEU_IMAGE_ROW (object);
  g_clear_object (&self->thumbnails);
  g_clear_pointer (&self->info, feu_image_info_unref);
  for (guint i = 0; i < N_FIELDS; i++)
    g_clear_object (&self->fields[i]);
  G_OBJECT_CLASS (feu_image_row_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         FEU_TYPE_IMAGE_ROW,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         G_TYPE_UINT,
                                         G_TYPE_STRING);
  signals[SIGNAL_FEATURED_TOGGLED] = g_signal_new ("featured-toggled",
                                                   FEU_TYPE_IMAGE_ROW,
                                                   G_SIGNAL_RUN_LAST,
                                                   0,
                                                   NULL,
                                                   NULL,
                                                   NULL,
                                                   G_TYPE_NONE,
                                                   1,
                                                   G_TYPE_BOOLEAN);
  signals[SIGNAL_LOCATED] = g_signal_new ("located",
                                          FEU_TYPE_IMAGE_ROW,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
feu_image_row_class_init (FeuImageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_image_row_dispose;
  install_signals ();
  g_type_ensure (FEU_TYPE_THUMBNAIL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-image-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, thumbnail_button);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, name);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, details);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, problem);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, alt_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, alt_hint);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, caption_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, credit_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuImageRow, featured_button);
  gtk_widget_class_bind_template_callback (widget_class, on_featured_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_thumbnail_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_alt_hint);
}

static void
feu_image_row_init (FeuImageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields[FEU_IMAGE_ROW_ALT] = feu_field_new (GTK_WIDGET (self->alt_entry));
  self->fields[FEU_IMAGE_ROW_CAPTION] =
      feu_field_new (GTK_WIDGET (self->caption_entry));
  self->fields[FEU_IMAGE_ROW_CREDIT] = feu_field_new (GTK_WIDGET (self->credit_entry));
  for (guint i = 0; i < N_FIELDS; i++)
    g_signal_connect_object (
        self->fields[i], "committed", G_CALLBACK (on_field_committed_cb), self, 0);
}

GtkWidget *
feu_image_row_new (FeuThumbnails *thumbnails)
{
  g_return_val_if_fail (FEU_IS_THUMBNAILS (thumbnails), NULL);
  FeuImageRow *self = g_object_new (FEU_TYPE_IMAGE_ROW, "visible", TRUE, NULL);
  self->thumbnails = g_object_ref (thumbnails);
  return GTK_WIDGET (self);
}
