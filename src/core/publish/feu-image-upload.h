/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The uploads of one run of a publishing job.
 */
#pragma once

#include "feu-publish-run.h"

G_BEGIN_DECLS

/**
 * feu_image_upload_get_key:
 * @row: of which the limits count
 * @out_key: (out) (optional) (transfer full): hash of the file's content, and limits
 *
 * Returns: FALSE with FEU_PUBLISH_ERROR_LOCAL when the file cannot be read
 */
gboolean feu_image_upload_get_key (GFile           *file,
                                   const FeuJobRow *row,
                                   char           **out_key,
                                   GError         **error);

/** Uploads the new images of @run, and texts of old ones that changed; sets their
 * @remote. Ends at the first failure, when those that are under way have ended. */
gboolean feu_image_upload_all (FeuPublishRun *run, GError **error);

G_END_DECLS
