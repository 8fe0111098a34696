/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The images of an article: which there are, what the article says of them, and what
 * their files are.
 */
#pragma once

#include "feu-article.h"
#include "feu-image-path.h"

G_BEGIN_DECLS

/**
 * FeuImageInfo:
 * @src: as the text has it, see FeuImageRef; the lead image's as in the front matter
 * @file: (nullable): with FEU_IMAGE_OK and FEU_IMAGE_BROKEN
 * @width: in pixels as displayed (orientation applied), 0 when not known; @height alike
 * @bytes: the file's size
 * @mtime_us: when the file was changed, in microseconds
 * @alt: "" when there is none
 * @caption: (nullable)
 * @credit: (nullable)
 * @start_bytes: where its first use begins in the text; 0 when it is only the lead
 * @n_uses: uses in the body
 * @is_lead: the front matter names it as the featured image
 * @is_editable: alt and caption can be changed by feu-image-edit.h
 *
 * One image, however often it is used. Immutable, reference-counted.
 */
#define FEU_TYPE_IMAGE_INFO (feu_image_info_get_type ())
typedef struct
{
  gatomicrefcount ref_count;
  char           *src;
  FeuImageState   state;
  GFile          *file;
  int             width;
  int             height;
  guint64         bytes;
  guint64         mtime_us;
  char           *alt;
  char           *caption;
  char           *credit;
  gsize           start_bytes;
  guint           n_uses;
  gboolean        is_lead;
  gboolean        is_editable;
} FeuImageInfo;

GType         feu_image_info_get_type (void);
FeuImageInfo *feu_image_info_ref (FeuImageInfo *self);
void          feu_image_info_unref (FeuImageInfo *self);

/** Whether the two say the same in all fields. */
gboolean feu_image_info_equal (const FeuImageInfo *a, const FeuImageInfo *b);

/**
 * FeuImageInventory:
 *
 * Makes lists of FeuImageInfo. Remembers what it read of each file, by path, time and
 * size, so that asking again after a keystroke reads no file again. Reads in a thread.
 */
#define FEU_TYPE_IMAGE_INVENTORY (feu_image_inventory_get_type ())
G_DECLARE_FINAL_TYPE (FeuImageInventory,
                      feu_image_inventory,
                      FEU,
                      IMAGE_INVENTORY,
                      GObject)

FeuImageInventory *feu_image_inventory_new (void);

/**
 * feu_image_inventory_list_async:
 * @article: may be released while the operation runs
 * @article_folder: (nullable): see feu_image_resolve()
 */
void feu_image_inventory_list_async (FeuImageInventory  *self,
                                     FeuArticle         *article,
                                     GFile              *article_folder,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);

/**
 * feu_image_inventory_list_finish:
 *
 * Returns: (transfer full) (element-type FeuImageInfo): the lead image first, then in
 * the order of the body; NULL only when cancelled
 */
GPtrArray *feu_image_inventory_list_finish (FeuImageInventory *self,
                                            GAsyncResult      *result,
                                            GError           **error);

/** As feu_image_inventory_list_async(), on the spot. Callable from any thread. */
GPtrArray *feu_image_inventory_list (FeuImageInventory *self,
                                     const FeuArticle  *article,
                                     GFile             *article_folder);

/** How many files were opened so far to read their header. */
guint feu_image_inventory_get_n_reads (FeuImageInventory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuImageInfo, feu_image_info_unref)

G_END_DECLS
