/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   ID/lock       held with flock(), which ends with the process whatever ends it
 *   ID/draft      key file: version, file, etag, format, caret, title, time
 *   ID/text.md    the text, to be read with any program if need be
 *   ID/article/   the folder of an article that was never saved: images/…
 *
 * "draft" is written before "text.md": after a crash between the two an older text has
 * a newer caret and title, and a base that is never older than it says.
 */
#include "config.h"

#include "feu-draft.h"

#include "feu-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define GROUP "Draft"
/* Raised when an older Feuillet would misunderstand what is written. */
#define VERSION 1

struct _FeuDraft
{
  GObject parent_instance;

  char    *path;    /* owned */
  GFile   *article; /* owned */
  int      lock;    /* owned: file descriptor */
  GMutex   mutex;   /* of what follows, and of the folder */
  gboolean is_discarded;
};

G_DEFINE_FINAL_TYPE (FeuDraft, feu_draft, G_TYPE_OBJECT)

FeuDraftInfo *
feu_draft_info_new (void)
{
  return g_new0 (FeuDraftInfo, 1);
}

void
feu_draft_info_free (FeuDraftInfo *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->file);
  g_free (self->etag);
  g_free (self->title);
  g_free (self);
}

static char *
dup_path (FeuDraft *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

static gboolean
exists (FeuDraft *self, const char *name)
{
  g_autofree char *path = dup_path (self, name);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* ---- removing ---- */

/* Never follows a symbolic link. */
static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir =
      g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  /* What cannot be removed is offered again at the next start. */
  g_remove (path);
}

/* With the lock last, so that nobody takes a folder that is half gone. */
static void
remove_folder (FeuDraft *self)
{
  static const char *const parts[] = { "text.md", "draft", "article", "lock" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = dup_path (self, parts[i]);
      remove_tree (path);
    }
  remove_tree (self->path);
}

static gboolean
is_empty (FeuDraft *self)
{
  g_autofree char *images = g_build_filename (self->path, "article", "images", NULL);

  return !exists (self, "text.md") && !g_file_test (images, G_FILE_TEST_EXISTS);
}

void
feu_draft_discard (FeuDraft *self)
{
  g_return_if_fail (FEU_IS_DRAFT (self));

  g_mutex_lock (&self->mutex);
  if (!self->is_discarded)
    remove_folder (self);
  self->is_discarded = TRUE;
  g_mutex_unlock (&self->mutex);
}

gboolean
feu_draft_clear (FeuDraft *self, GError **error)
{
  g_return_val_if_fail (FEU_IS_DRAFT (self), FALSE);
  g_autofree char *text = dup_path (self, "text.md");
  g_autofree char *info = dup_path (self, "draft");
  gboolean         ok = TRUE;

  g_mutex_lock (&self->mutex);
  if (!self->is_discarded)
    {
      ok = g_unlink (text) == 0 || errno == ENOENT;
      if (!ok)
        feu_safe_file_set_error (error, errno);
      else
        g_unlink (info);
    }
  g_mutex_unlock (&self->mutex);
  return ok;
}

/* ---- writing ---- */

static GBytes *
info_to_bytes (const FeuDraftInfo *info)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  gsize length = 0;

  g_key_file_set_integer (keys, GROUP, "Version", VERSION);
  if (info->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (info->file);
      g_key_file_set_string (keys, GROUP, "File", uri);
    }
  if (info->etag != NULL)
    g_key_file_set_string (keys, GROUP, "Etag", info->etag);
  g_key_file_set_boolean (keys, GROUP, "ByteOrderMark", info->format.has_bom);
  g_key_file_set_boolean (
      keys, GROUP, "Crlf", info->format.newlines == FEU_NEWLINES_CRLF);
  g_key_file_set_uint64 (keys, GROUP, "Caret", info->caret_bytes);
  if (info->title != NULL)
    g_key_file_set_string (keys, GROUP, "Title", info->title);
  g_key_file_set_int64 (keys, GROUP, "Time", info->time_s);
  char *data = g_key_file_to_data (keys, &length, NULL);
  return g_bytes_new_take (data, length);
}

static gboolean
write_bytes (FeuDraft *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = dup_path (self, name);
  gsize            length = 0;
  const char      *data = g_bytes_get_data (bytes, &length);

  return feu_safe_file_write (path, data, length, NULL, NULL, error);
}

gboolean
feu_draft_write (FeuDraft *self, const FeuDraftInfo *info, GBytes *text, GError **error)
{
  g_return_val_if_fail (FEU_IS_DRAFT (self), FALSE);
  g_autoptr (GBytes) description = info_to_bytes (info);

  g_mutex_lock (&self->mutex);
  gboolean ok =
      self->is_discarded || (write_bytes (self, "draft", description, error) &&
                             write_bytes (self, "text.md", text, error));
  g_mutex_unlock (&self->mutex);
  return ok;
}

/* ---- reading ---- */

static FeuDraftInfo *
read_info (FeuDraft *self)
{
  g_autofree char *path = dup_path (self, "draft");
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (FeuDraftInfo) info = feu_draft_info_new ();

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL) ||
      g_key_file_get_integer (keys, GROUP, "Version", NULL) != VERSION)
    return g_steal_pointer (&info);
  g_autofree char *uri = g_key_file_get_string (keys, GROUP, "File", NULL);
  if (uri != NULL)
    info->file = g_file_new_for_uri (uri);
  info->etag = g_key_file_get_string (keys, GROUP, "Etag", NULL);
  info->format.has_bom = g_key_file_get_boolean (keys, GROUP, "ByteOrderMark", NULL);
  if (g_key_file_get_boolean (keys, GROUP, "Crlf", NULL))
    info->format.newlines = FEU_NEWLINES_CRLF;
  info->caret_bytes = g_key_file_get_uint64 (keys, GROUP, "Caret", NULL);
  info->title = g_key_file_get_string (keys, GROUP, "Title", NULL);
  info->time_s = g_key_file_get_int64 (keys, GROUP, "Time", NULL);
  return g_steal_pointer (&info);
}

GBytes *
feu_draft_read (FeuDraft *self, FeuDraftInfo **out_info, GError **error)
{
  g_return_val_if_fail (FEU_IS_DRAFT (self), NULL);
  g_autofree char *path = dup_path (self, "text.md");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mutex_lock (&self->mutex);
  GBytes       *text = g_file_load_bytes (file, NULL, NULL, error);
  FeuDraftInfo *info = text != NULL ? read_info (self) : NULL;
  g_mutex_unlock (&self->mutex);
  if (text != NULL && !g_utf8_validate_len (
                          g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, path);
      g_clear_pointer (&text, g_bytes_unref);
    }
  if (text != NULL && out_info != NULL)
    *out_info = g_steal_pointer (&info);
  feu_draft_info_free (info);
  return text;
}

GFile *
feu_draft_dup_text_file (FeuDraft *self)
{
  g_return_val_if_fail (FEU_IS_DRAFT (self), NULL);
  return g_file_new_build_filename (self->path, "text.md", NULL);
}

GFile *
feu_draft_get_article_folder (FeuDraft *self)
{
  g_return_val_if_fail (FEU_IS_DRAFT (self), NULL);
  /* Images say what is wrong when this failed. */
  g_mkdir (g_file_peek_path (self->article), 0700);
  return self->article;
}

/* ---- opening ---- */

/* TRUE if @lock is still what is called so: its last owner may have removed it. */
static gboolean
is_current (int lock, const char *path)
{
  GStatBuf held, named;

  return fstat (lock, &held) == 0 && g_stat (path, &named) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

FeuDraft *
feu_draft_open (const char *path, gboolean create, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autofree char *lock_path = g_build_filename (path, "lock", NULL);

  if (create && g_mkdir_with_parents (path, 0700) != 0)
    {
      feu_safe_file_set_error (error, errno);
      return NULL;
    }
  int lock = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0)
    {
      feu_safe_file_set_error (error, errno);
      return NULL;
    }
  if (flock (lock, LOCK_EX | LOCK_NB) != 0 || !is_current (lock, lock_path))
    {
      close (lock);
      return NULL;
    }
  FeuDraft *self = g_object_new (FEU_TYPE_DRAFT, NULL);
  self->path = g_strdup (path);
  self->article = g_file_new_build_filename (path, "article", NULL);
  self->lock = lock;
  return self;
}

static void
feu_draft_finalize (GObject *object)
{
  FeuDraft *self = FEU_DRAFT (object);

  if (self->path != NULL && !self->is_discarded && is_empty (self))
    remove_folder (self);
  g_free (self->path);
  g_clear_object (&self->article);
  if (self->lock >= 0)
    close (self->lock);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (feu_draft_parent_class)->finalize (object);
}

static void
feu_draft_class_init (FeuDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feu_draft_finalize;
}

static void
feu_draft_init (FeuDraft *self)
{
  self->lock = -1;
  g_mutex_init (&self->mutex);
}
