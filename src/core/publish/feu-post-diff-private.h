/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For feu-post-diff.c: the part of it that looks into the text.
 */
#pragma once

#include "feu-post-diff.h"

/** Adds sentences on how @got is another text than @sent to @notes. */
void feu_post_diff_describe_content (const char *sent,
                                     const char *got,
                                     FeuRights   rights,
                                     GPtrArray  *notes);
