/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain text from the small HTML that sites put into names, captions and messages.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** @text with its character references decoded ("R&amp;D" → "R&D"); tags stay. */
char *feu_html_decode_references (const char *text);

/** The same without tags, and white space made single spaces. */
char *feu_html_decode_text (const char *text);

G_END_DECLS
