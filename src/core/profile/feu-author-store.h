/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The author profiles of this writer: key files in a folder, with their photos beside.
 */
#pragma once

#include "feu-author.h"

G_BEGIN_DECLS

#define FEU_TYPE_AUTHOR_STORE (feu_author_store_get_type ())
G_DECLARE_FINAL_TYPE (FeuAuthorStore, feu_author_store, FEU, AUTHOR_STORE, GObject)

/**
 * FeuAuthorStore:
 *
 * Reads `ID.author` files (GKeyFile: group Author; Name, Role, Bio, Url, Photo, the
 * photo being a file name in the same folder). A broken file is skipped. Main thread,
 * except that a store nobody changes may be looked up from several threads.
 *
 * Signal `changed`: a profile was saved or removed here.
 */

/** @folder: need not exist yet; normally $XDG_CONFIG_HOME/feuillet/authors. */
FeuAuthorStore *feu_author_store_new (GFile *folder);

/**
 * feu_author_store_dup_author:
 * @name: the name or id in the article's front matter; compared without case and
 * accents
 * @article_folder: (nullable): its sub-folder "authors" is tried after the store, so
 * that an article can travel with its author
 *
 * Returns: (transfer full): the profile; one with only a name where none is known
 */
FeuAuthor *feu_author_store_dup_author (FeuAuthorStore *self,
                                        const char     *name,
                                        GFile          *article_folder);

/** (transfer container) (element-type FeuAuthor): by name. */
GPtrArray *feu_author_store_list (FeuAuthorStore *self);

/**
 * feu_author_store_save:
 * @author: its photo, when not yet in the folder, is copied there as ID.ext
 *
 * Creates or replaces the profile with this id, atomically. Emits `changed`.
 */
gboolean feu_author_store_save (FeuAuthorStore *self,
                                FeuAuthor      *author,
                                GError        **error);

G_END_DECLS
