/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the writer for an image file and brings it beside the article.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * feu_image_picker_run_async:
 * @parent: (nullable): the widget whose window the dialog belongs to
 * @article_folder: where the article is
 */
void feu_image_picker_run_async (GtkWidget          *parent,
                                 GFile              *article_folder,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);

/** Returns: (transfer full): the image's address; NULL with G_IO_ERROR_CANCELLED when
 * the writer chose none, or with the errors of feu_image_import_finish() */
char *feu_image_picker_run_finish (GAsyncResult *result, GError **error);

/** A file dialog for one image. */
GtkFileChooserNative *feu_image_picker_new_dialog (GtkWidget *parent);

G_END_DECLS
