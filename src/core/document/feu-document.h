/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One article being edited: its text, its file, and whether the two agree.
 */
#pragma once

#include <gio/gio.h>

#include "feu-text-file.h"
#include "feu-text-source.h"

G_BEGIN_DECLS

#define FEU_TYPE_DOCUMENT (feu_document_get_type ())
G_DECLARE_FINAL_TYPE (FeuDocument, feu_document, FEU, DOCUMENT, GObject)

/**
 * FeuDocument:
 *
 * Binds a FeuTextSource to a file. Main thread; reading and writing happen in others.
 *
 * Property `file` (GFile, nullable, read-only): what it was loaded from or last saved
 * to; changes only after that succeeded.
 *
 * Property `modified` (boolean, read-only): the text differs from what was loaded or
 * saved last; for a new document, from what it began with. Becomes true with the first
 * change; going back to the saved text by undo makes it false again within half a
 * second, as the comparison is not made while typing.
 *
 * Property `busy` (boolean, read-only): a load or save is under way.
 */

typedef enum
{
  FEU_SAVE_NONE = 0,
  /* Replace the file even though somebody else changed it since. */
  FEU_SAVE_OVERWRITE_FOREIGN = 1 << 0,
} FeuSaveFlags;

/** A document without file. @source: (transfer none): its text is what it begins with.
 */
FeuDocument *feu_document_new (FeuTextSource *source);

FeuTextSource *feu_document_get_source (FeuDocument *self);

/** (nullable): as the property. */
GFile *feu_document_get_file (FeuDocument *self);

/** (nullable): the version of the file that the text began from. */
const char *feu_document_get_etag (FeuDocument *self);

/** How the file is written. */
FeuTextFormat feu_document_get_format (FeuDocument *self);

gboolean feu_document_is_modified (FeuDocument *self);
gboolean feu_document_is_busy (FeuDocument *self);

/** (transfer full): the file's name, to be shown; a word for "new" without file. */
char *feu_document_dup_display_name (FeuDocument *self);

/**
 * feu_document_load_async:
 * @file: what to open
 *
 * Replaces the text by that of @file through feu_text_source_reset(), and binds @file.
 * On failure nothing changes at all. A text that was changed while the file was being
 * read is not replaced: G_IO_ERROR_PENDING, as for a document that is busy.
 */
void     feu_document_load_async (FeuDocument        *self,
                                  GFile              *file,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean feu_document_load_finish (FeuDocument  *self,
                                   GAsyncResult *result,
                                   GError      **error);

/**
 * feu_document_restore:
 * @text: valid UTF-8: what was being written when the program ended
 * @etag: (nullable): the version of the document's file that it began from
 *
 * Makes @text the text, as one step that can be undone. If the file is another version
 * by now, saving asks before it replaces that.
 */
void feu_document_restore (FeuDocument *self, const char *text, const char *etag);

/**
 * feu_document_save_async:
 *
 * Saves the text as it is now to the document's file, which there has to be. It counts
 * as not modified only if no change came before the saving ended. While another save is
 * under way this one waits for it; while loading it fails with G_IO_ERROR_PENDING.
 *
 * Fails with the errors of feu_text_file_save(); then the document stays modified and
 * keeps its file. G_IO_ERROR_WRONG_ETAG means that somebody else changed the file.
 */
void feu_document_save_async (FeuDocument        *self,
                              FeuSaveFlags        flags,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);

/** As feu_document_save_async(), to @file, which it replaces if there is one (the
 * writer was asked) and binds on success. Ended by feu_document_save_finish(). */
void     feu_document_save_as_async (FeuDocument        *self,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean feu_document_save_finish (FeuDocument  *self,
                                   GAsyncResult *result,
                                   GError      **error);

G_END_DECLS
