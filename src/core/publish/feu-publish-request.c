/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making and freeing the content of a post.
 */
#include "config.h"

#include "feu-publish-request.h"

FeuContent *
feu_content_new (char *take_body, char *take_footnotes)
{
  FeuContent *self = g_new0 (FeuContent, 1);
  self->body = take_body;
  self->footnotes = take_footnotes;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
feu_content_free (FeuContent *self)
{
  if (self == NULL)
    return;
  g_free (self->body);
  g_free (self->footnotes);
  g_ptr_array_unref (self->notes);
  g_free (self);
}
