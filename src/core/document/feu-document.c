/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The saved text is kept whole, not as a hash: a document is "clean" only if it is the
 * very text that is on the disk, and for an article the copy costs nothing that counts.
 */
#include "config.h"

#include "feu-document.h"

#include <glib/gi18n.h>
#include <string.h>

#define COMPARE_DELAY_MS 300

typedef struct
{
  GFile       *file; /* owned */
  FeuSaveFlags flags;
  GBytes      *text; /* (nullable) owned: taken when it is this save's turn */
  guint64      revision;
} SaveData;

struct _FeuDocument
{
  GObject parent_instance;

  /* owned */
  FeuTextSource *source;
  GFile         *file; /* (nullable) */
  FeuTextFormat  format;
  char          *etag;  /* (nullable) */
  GBytes        *saved; /* the text as it was loaded, saved or begun */

  guint64  load_revision; /* of the source when loading began */
  gboolean is_modified;
  gboolean is_loading;
  gboolean is_resetting; /* the change is our own */
  GTask   *saving;       /* (nullable) owned: the save under way */
  GQueue   waiting;      /* (element-type GTask), owned: saves after it */
  guint    compare_id;
};

enum
{
  PROP_FILE = 1,
  PROP_MODIFIED,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FeuDocument, feu_document, G_TYPE_OBJECT)

static void
save_data_free (SaveData *data)
{
  g_object_unref (data->file);
  g_clear_pointer (&data->text, g_bytes_unref);
  g_free (data);
}

/* The source's text; its terminating nul is not counted but is there. */
static GBytes *
take_snapshot (FeuDocument *self)
{
  gsize length = 0;
  char *text = feu_text_source_dup_text (self->source, &length);
  return g_bytes_new_take (text, length);
}

/* ---- modified ---- */

static void
set_modified (FeuDocument *self, gboolean is_modified)
{
  if (self->is_modified == is_modified)
    return;
  self->is_modified = is_modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
compare_fired_cb (gpointer user_data)
{
  FeuDocument *self = user_data;
  g_autoptr (GBytes) text = take_snapshot (self);

  self->compare_id = 0;
  set_modified (self, !g_bytes_equal (text, self->saved));
}

static void
compare_later (FeuDocument *self)
{
  if (self->compare_id == 0)
    self->compare_id = g_timeout_add_once (COMPARE_DELAY_MS, compare_fired_cb, self);
}

static void
on_source_text_changed_cb (FeuDocument *self)
{
  if (self->is_resetting)
    return;
  set_modified (self, TRUE);
  compare_later (self);
}

/* @saved is on the disk now. */
static void
set_saved (FeuDocument *self, GBytes *saved, guint64 revision)
{
  g_bytes_unref (self->saved);
  self->saved = g_bytes_ref (saved);
  if (feu_text_source_get_revision (self->source) != revision)
    {
      compare_later (self);
      return;
    }
  g_clear_handle_id (&self->compare_id, g_source_remove);
  set_modified (self, FALSE);
}

static void
bind_file (FeuDocument *self, GFile *file, char *etag)
{
  g_free (self->etag);
  self->etag = etag;
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/* ---- loading ---- */

static void
return_pending (GTask *task, const char *message)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "%s", message);
}

static void
apply_loaded (FeuDocument *self, GFile *file, FeuTextFile *loaded)
{
  self->is_resetting = TRUE;
  feu_text_source_reset (self->source, loaded->text);
  self->is_resetting = FALSE;
  self->format = loaded->format;
  bind_file (self, file, g_steal_pointer (&loaded->etag));

  gsize length = loaded->length_bytes;
  g_autoptr (GBytes) saved = g_bytes_new_take (g_steal_pointer (&loaded->text), length);
  set_saved (self, saved, feu_text_source_get_revision (self->source));
}

static void
load_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FeuDocument *self = g_task_get_source_object (task);
  GError      *error = NULL;
  g_autoptr (FeuTextFile) loaded = feu_text_file_load_finish (result, &error);
  gboolean was_changed =
      feu_text_source_get_revision (self->source) != self->load_revision;

  g_object_freeze_notify (G_OBJECT (self));
  self->is_loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (loaded != NULL && !was_changed)
    apply_loaded (self, g_task_get_task_data (task), loaded);
  g_object_thaw_notify (G_OBJECT (self));

  if (loaded == NULL)
    g_task_return_error (task, error);
  else if (was_changed)
    return_pending (
        task,
        _ ("The text was changed while the file was being opened, so it was "
           "left as it is. Open the file again."));
  else
    g_task_return_boolean (task, TRUE);
}

void
feu_document_load_async (FeuDocument        *self,
                         GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (FEU_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, feu_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  /* Once the text was replaced, that is what is to be reported. */
  g_task_set_check_cancellable (task, FALSE);
  if (feu_document_is_busy (self))
    {
      return_pending (task, _ ("The article is still being opened or saved."));
      return;
    }
  self->is_loading = TRUE;
  self->load_revision = feu_text_source_get_revision (self->source);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  feu_text_file_load_async (file, cancellable, load_cb, g_steal_pointer (&task));
}

gboolean
feu_document_load_finish (FeuDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
feu_document_restore (FeuDocument *self, const char *text, const char *etag)
{
  g_return_if_fail (FEU_IS_DOCUMENT (self));
  g_return_if_fail (text != NULL);
  gsize            length = 0;
  g_autofree char *old = feu_text_source_dup_text (self->source, &length);
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  if (g_str_equal (old, text))
    return;
  g_ptr_array_add (edits, feu_text_edit_new (0, length, text));
  feu_text_source_apply (self->source, edits);
  if (self->file == NULL || etag == NULL)
    return;
  g_free (self->etag);
  self->etag = g_strdup (etag);
}

/* ---- saving ---- */

static void run_save (FeuDocument *self, GTask *task);

static void
run_next_save (FeuDocument *self)
{
  g_autoptr (GTask) next = g_queue_pop_head (&self->waiting);

  if (next != NULL)
    run_save (self, next);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
save_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuDocument) self = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&self->saving);
  SaveData        *data = g_task_get_task_data (task);
  g_autofree char *etag = NULL;
  GError          *error = NULL;

  if (feu_text_file_save_finish (result, &etag, &error))
    {
      bind_file (self, data->file, g_steal_pointer (&etag));
      set_saved (self, data->text, data->revision);
      run_next_save (self);
      g_task_return_boolean (task, TRUE);
      return;
    }
  run_next_save (self);
  g_task_return_error (task, error);
}

static void
run_save (FeuDocument *self, GTask *task)
{
  SaveData *data = g_task_get_task_data (task);
  gboolean  is_own = self->file != NULL && g_file_equal (self->file, data->file);
  gboolean  may_replace_any = (data->flags & FEU_SAVE_OVERWRITE_FOREIGN) != 0;

  self->saving = g_object_ref (task);
  data->text = take_snapshot (self);
  data->revision = feu_text_source_get_revision (self->source);
  feu_text_file_save_async (data->file,
                            data->text,
                            &self->format,
                            is_own && !may_replace_any ? self->etag : NULL,
                            g_task_get_cancellable (task),
                            save_cb,
                            g_object_ref (self));
}

static void
start_save (FeuDocument        *self,
            GFile              *file,
            FeuSaveFlags        flags,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SaveData *data = g_new0 (SaveData, 1);

  data->file = g_object_ref (file);
  data->flags = flags;
  g_task_set_source_tag (task, feu_document_save_async);
  g_task_set_task_data (task, data, (GDestroyNotify) save_data_free);
  g_task_set_check_cancellable (task, FALSE);
  if (self->is_loading)
    return_pending (task, _ ("The article is still being opened."));
  else if (self->saving != NULL)
    g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  else
    {
      run_save (self, task);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
    }
}

void
feu_document_save_async (FeuDocument        *self,
                         FeuSaveFlags        flags,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (FEU_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);
  start_save (self, self->file, flags, cancellable, callback, user_data);
}

void
feu_document_save_as_async (FeuDocument        *self,
                            GFile              *file,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (FEU_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));
  start_save (self, file, FEU_SAVE_OVERWRITE_FOREIGN, cancellable, callback, user_data);
}

gboolean
feu_document_save_finish (FeuDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- object ---- */

static void
feu_document_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  FeuDocument *self = FEU_DOCUMENT (object);

  if (property_id == PROP_FILE)
    g_value_set_object (value, self->file);
  else if (property_id == PROP_MODIFIED)
    g_value_set_boolean (value, self->is_modified);
  else if (property_id == PROP_BUSY)
    g_value_set_boolean (value, feu_document_is_busy (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
feu_document_dispose (GObject *object)
{
  FeuDocument *self = FEU_DOCUMENT (object);

  g_clear_handle_id (&self->compare_id, g_source_remove);
  g_clear_object (&self->source);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (feu_document_parent_class)->dispose (object);
}

static void
feu_document_finalize (GObject *object)
{
  FeuDocument *self = FEU_DOCUMENT (object);

  g_free (self->etag);
  g_clear_pointer (&self->saved, g_bytes_unref);
  G_OBJECT_CLASS (feu_document_parent_class)->finalize (object);
}

static void
feu_document_class_init (FeuDocumentClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = feu_document_get_property;
  object_class->dispose = feu_document_dispose;
  object_class->finalize = feu_document_finalize;
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_MODIFIED] =
      g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
feu_document_init (FeuDocument *self)
{
  g_queue_init (&self->waiting);
}

FeuDocument *
feu_document_new (FeuTextSource *source)
{
  g_return_val_if_fail (FEU_IS_TEXT_SOURCE (source), NULL);
  FeuDocument *self = g_object_new (FEU_TYPE_DOCUMENT, NULL);

  self->source = g_object_ref (source);
  self->saved = take_snapshot (self);
  g_signal_connect_object (source,
                           "text-changed",
                           G_CALLBACK (on_source_text_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

FeuTextSource *
feu_document_get_source (FeuDocument *self)
{
  g_return_val_if_fail (FEU_IS_DOCUMENT (self), NULL);
  return self->source;
}

GFile *
feu_document_get_file (FeuDocument *self)
{
  g_return_val_if_fail (FEU_IS_DOCUMENT (self), NULL);
  return self->file;
}

const char *
feu_document_get_etag (FeuDocument *self)
{
  g_return_val_if_fail (FEU_IS_DOCUMENT (self), NULL);
  return self->etag;
}

FeuTextFormat
feu_document_get_format (FeuDocument *self)
{
  g_return_val_if_fail (FEU_IS_DOCUMENT (self), (FeuTextFormat){ 0 });
  return self->format;
}

gboolean
feu_document_is_modified (FeuDocument *self)
{
  g_return_val_if_fail (FEU_IS_DOCUMENT (self), FALSE);
  return self->is_modified;
}

gboolean
feu_document_is_busy (FeuDocument *self)
{
  g_return_val_if_fail (FEU_IS_DOCUMENT (self), FALSE);
  return self->is_loading || self->saving != NULL;
}

char *
feu_document_dup_display_name (FeuDocument *self)
{
  g_return_val_if_fail (FEU_IS_DOCUMENT (self), NULL);
  return self->file != NULL ? feu_text_file_dup_name (self->file)
                            : g_strdup (_ ("New article"));
}
