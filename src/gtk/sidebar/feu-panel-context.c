/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every edit is made against the article of the text as it is now, so that the offsets
 * are right whatever was typed since the panel was last drawn.
 */
#include "config.h"

#include "feu-panel-context.h"

struct _FeuPanelContext
{
  GObject parent_instance;

  /* owned */
  FeuPipeline       *pipeline;
  FeuTextSource     *source;
  FeuImageInventory *inventory;
  FeuThumbnails     *thumbnails;
  GFile             *folder;
  GPtrArray         *images; /* (element-type FeuImageInfo) */
  GCancellable      *cancellable;
  gboolean           is_looking;
  gboolean           look_again;
};

G_DEFINE_FINAL_TYPE (FeuPanelContext, feu_panel_context, G_TYPE_OBJECT)

enum
{
  SIGNAL_IMAGES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
feu_panel_context_dispose (GObject *object)
{
  FeuPanelContext *self = FEU_PANEL_CONTEXT (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->pipeline);
  g_clear_object (&self->source);
  g_clear_object (&self->inventory);
  g_clear_object (&self->thumbnails);
  g_clear_object (&self->folder);
  G_OBJECT_CLASS (feu_panel_context_parent_class)->dispose (object);
}

static void
feu_panel_context_finalize (GObject *object)
{
  FeuPanelContext *self = FEU_PANEL_CONTEXT (object);
  g_ptr_array_unref (self->images);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (feu_panel_context_parent_class)->finalize (object);
}

static void
feu_panel_context_class_init (FeuPanelContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_panel_context_dispose;
  object_class->finalize = feu_panel_context_finalize;
  signals[SIGNAL_IMAGES_CHANGED] = g_signal_new ("images-changed",
                                                 FEU_TYPE_PANEL_CONTEXT,
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 0);
}

static void
feu_panel_context_init (FeuPanelContext *self)
{
  self->inventory = feu_image_inventory_new ();
  self->thumbnails = feu_thumbnails_new ();
  self->images = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

FeuPanelContext *
feu_panel_context_new (FeuPipeline *pipeline, FeuTextSource *source)
{
  g_return_val_if_fail (FEU_IS_PIPELINE (pipeline) && FEU_IS_TEXT_SOURCE (source),
                        NULL);
  FeuPanelContext *self = g_object_new (FEU_TYPE_PANEL_CONTEXT, NULL);
  self->pipeline = g_object_ref (pipeline);
  self->source = g_object_ref (source);
  return self;
}

FeuPipeline *
feu_panel_context_get_pipeline (FeuPanelContext *self)
{
  g_return_val_if_fail (FEU_IS_PANEL_CONTEXT (self), NULL);
  return self->pipeline;
}

FeuThumbnails *
feu_panel_context_get_thumbnails (FeuPanelContext *self)
{
  g_return_val_if_fail (FEU_IS_PANEL_CONTEXT (self), NULL);
  return self->thumbnails;
}

GFile *
feu_panel_context_get_folder (FeuPanelContext *self)
{
  g_return_val_if_fail (FEU_IS_PANEL_CONTEXT (self), NULL);
  return self->folder;
}

void
feu_panel_context_set_folder (FeuPanelContext *self, GFile *folder)
{
  g_return_if_fail (FEU_IS_PANEL_CONTEXT (self));
  g_set_object (&self->folder, folder);
}

const GPtrArray *
feu_panel_context_get_images (FeuPanelContext *self)
{
  g_return_val_if_fail (FEU_IS_PANEL_CONTEXT (self), NULL);
  return self->images;
}

static void
list_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuPanelContext) self = user_data;
  g_autoptr (GPtrArray) images = feu_image_inventory_list_finish (
      FEU_IMAGE_INVENTORY (source_object), result, NULL);

  self->is_looking = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable) || images == NULL)
    return;
  gboolean differs = images->len != self->images->len;
  for (guint i = 0; !differs && i < images->len; i++)
    differs = !feu_image_info_equal (g_ptr_array_index (images, i),
                                     g_ptr_array_index (self->images, i));
  if (differs)
    {
      g_ptr_array_unref (self->images);
      self->images = g_steal_pointer (&images);
      g_signal_emit (self, signals[SIGNAL_IMAGES_CHANGED], 0);
    }
  if (self->look_again)
    feu_panel_context_refresh_images (self);
}

void
feu_panel_context_refresh_images (FeuPanelContext *self)
{
  g_return_if_fail (FEU_IS_PANEL_CONTEXT (self));
  FeuArticle *article = feu_pipeline_get_article (self->pipeline);

  self->look_again = self->is_looking;
  if (article == NULL || self->is_looking)
    return;
  self->is_looking = TRUE;
  feu_image_inventory_list_async (self->inventory,
                                  article,
                                  self->folder,
                                  self->cancellable,
                                  list_cb,
                                  g_object_ref (self));
}

gboolean
feu_panel_context_edit (FeuPanelContext *self,
                        FeuPanelEditFunc func,
                        gpointer         user_data,
                        GError         **error)
{
  g_return_val_if_fail (FEU_IS_PANEL_CONTEXT (self) && func != NULL, FALSE);
  g_autoptr (FeuArticle) article = feu_pipeline_dup_current_article (self->pipeline);
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  if (!func (article, edits, user_data, error))
    return FALSE;
  if (edits->len > 0)
    feu_text_source_apply (self->source, edits);
  return TRUE;
}

typedef struct
{
  FeuMetaField       field;
  const char        *string;
  const char *const *list;
  FeuComments        comments;
} FieldValue;

static gboolean
edit_string (const FeuArticle *article,
             GPtrArray        *edits,
             gpointer          user_data,
             GError          **error)
{
  const FieldValue *value = user_data;
  gsize             length = 0;
  const char       *text = feu_article_get_text (article, &length);
  return feu_metadata_edit_string (feu_article_get_metadata (article),
                                   text,
                                   length,
                                   value->field,
                                   value->string,
                                   edits,
                                   error);
}

static gboolean
edit_list (const FeuArticle *article,
           GPtrArray        *edits,
           gpointer          user_data,
           GError          **error)
{
  const FieldValue *value = user_data;
  gsize             length = 0;
  const char       *text = feu_article_get_text (article, &length);
  return feu_metadata_edit_list (feu_article_get_metadata (article),
                                 text,
                                 length,
                                 value->field,
                                 value->list,
                                 edits,
                                 error);
}

static gboolean
edit_comments (const FeuArticle *article,
               GPtrArray        *edits,
               gpointer          user_data,
               GError          **error)
{
  const FieldValue *value = user_data;
  gsize             length = 0;
  const char       *text = feu_article_get_text (article, &length);
  return feu_metadata_edit_comments (
      feu_article_get_metadata (article), text, length, value->comments, edits, error);
}

gboolean
feu_panel_context_set_string (FeuPanelContext *self,
                              FeuMetaField     field,
                              const char      *value,
                              GError         **error)
{
  FieldValue wanted = { .field = field, .string = value };
  return feu_panel_context_edit (self, edit_string, &wanted, error);
}

gboolean
feu_panel_context_set_list (FeuPanelContext   *self,
                            FeuMetaField       field,
                            const char *const *values,
                            GError           **error)
{
  FieldValue wanted = { .field = field, .list = values };
  return feu_panel_context_edit (self, edit_list, &wanted, error);
}

gboolean
feu_panel_context_set_comments (FeuPanelContext *self,
                                FeuComments      value,
                                GError         **error)
{
  FieldValue wanted = { .comments = value };
  return feu_panel_context_edit (self, edit_comments, &wanted, error);
}
