/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing an image of a site within somebody else's transaction.
 */
#pragma once

#include "feu-publish-types.h"

#include <sqlite3.h>

G_BEGIN_DECLS

gboolean feu_journal_store_image (sqlite3              *db,
                                  const char           *root,
                                  const char           *key,
                                  const char           *file_name,
                                  const FeuRemoteImage *image,
                                  GError              **error);

G_END_DECLS
