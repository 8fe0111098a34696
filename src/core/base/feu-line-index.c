/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Line starts in a growing array; look-ups by binary search.
 */
#include "config.h"

#include "feu-line-index.h"

#include <string.h>

struct _FeuLineIndex
{
  const char *text; /* borrowed */
  gsize       length;
  GArray     *starts; /* (element-type gsize), owned */
};

FeuLineIndex *
feu_line_index_new (const char *text, gsize length_bytes)
{
  FeuLineIndex *self = g_new0 (FeuLineIndex, 1);
  gsize         start = 0;

  self->text = text;
  self->length = length_bytes;
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (self->starts, start);
  for (const char *at = text, *end = text + length_bytes; at < end;)
    {
      gsize n = strcspn (at, "\r\n");
      at += n;
      if (at >= end)
        break;
      at += (at[0] == '\r' && at + 1 < end && at[1] == '\n') ? 2 : 1;
      start = (gsize) (at - text);
      g_array_append_val (self->starts, start);
    }
  return self;
}

void
feu_line_index_free (FeuLineIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->starts);
  g_free (self);
}

guint
feu_line_index_get_n_lines (const FeuLineIndex *self)
{
  return self->starts->len;
}

gsize
feu_line_index_get_start (const FeuLineIndex *self, guint line)
{
  return line < self->starts->len ? g_array_index (self->starts, gsize, line)
                                  : self->length;
}

void
feu_line_index_locate (const FeuLineIndex *self,
                       gsize               offset_bytes,
                       guint              *out_line,
                       guint              *out_column)
{
  gsize offset = MIN (offset_bytes, self->length);
  guint low = 0, high = self->starts->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (self->starts, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  gsize start = g_array_index (self->starts, gsize, low);
  *out_line = low;
  *out_column = (guint) g_utf8_strlen (self->text + start, (gssize) (offset - start));
}
