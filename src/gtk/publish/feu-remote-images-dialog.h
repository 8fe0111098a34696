/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The images that are on a site already, to choose one.
 */
#pragma once

#include <handy.h>

#include "feu-publisher.h"

G_BEGIN_DECLS

#define FEU_TYPE_REMOTE_IMAGES_DIALOG (feu_remote_images_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FeuRemoteImagesDialog,
                      feu_remote_images_dialog,
                      FEU,
                      REMOTE_IMAGES_DIALOG,
                      HdyWindow)

/**
 * FeuRemoteImagesDialog:
 *
 * Signal `chosen` (FeuRemoteImage *image): the writer chose; the dialog closes.
 */
GtkWidget *feu_remote_images_dialog_new (GtkWindow *parent, FeuPublisher *publisher);

G_END_DECLS
