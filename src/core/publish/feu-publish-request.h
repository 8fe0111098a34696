/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is handed to a publisher and comes back from it, where a few arguments would not
 * do: an image to upload, the content of a post, a search for posts.
 */
#pragma once

#include "feu-post.h"

G_BEGIN_DECLS

/** @sent: bytes so far. Called in the thread that called the function it was given to.
 */
typedef void (*FeuByteProgress) (guint64 sent, guint64 total, gpointer user_data);

/**
 * FeuImageUpload:
 * @bytes: what to upload
 * @file_name: ASCII; the job makes it tell the content ("stem-0123456789.jpg"), so that
 * an upload whose answer was lost can be found again
 * @caption: (nullable)
 * @title: (nullable)
 */
typedef struct
{
  GBytes         *bytes;
  const char     *file_name;
  const char     *mime_type;
  const char     *alt;
  const char     *caption;
  const char     *title;
  FeuByteProgress progress;
  gpointer        progress_data;
} FeuImageUpload;

/**
 * FeuContent:
 * @body: what goes into the post
 * @footnotes: what goes beside it; "" when nothing
 * @notes: (element-type utf8): sentences on what will be shown otherwise than written
 */
typedef struct
{
  char      *body;
  char      *footnotes;
  GPtrArray *notes;
} FeuContent;

FeuContent *feu_content_new (char *take_body, char *take_footnotes);
void        feu_content_free (FeuContent *self);

/**
 * FeuPostQuery:
 * @search: (nullable): words
 * @has_status: only those of @status; otherwise all but the trash
 * @page: from 1
 */
typedef struct
{
  const char   *search;
  gboolean      has_status;
  FeuPostStatus status;
  gboolean      mine_only;
  guint         page;
  guint         per_page;
} FeuPostQuery;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuContent, feu_content_free)

G_END_DECLS
