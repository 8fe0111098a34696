/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "feu-sequence.h"

#define MAX_CELLS ((gsize) 2000 * 2000)

/* lengths[i * (n_b + 1) + j]: the longest that a from i on and b from j on share. */
static void
match_middle (const guint *a,
              gsize        n_a,
              const guint *b,
              gsize        n_b,
              int          b_offset,
              int         *b_of_a)
{
  if (n_a == 0 || n_b == 0 || n_a > MAX_CELLS / n_b)
    return;
  gsize               width = n_b + 1;
  g_autofree guint16 *lengths = g_new0 (guint16, (n_a + 1) * width);
  for (gsize i = n_a; i-- > 0;)
    for (gsize j = n_b; j-- > 0;)
      {
        guint16 below = lengths[(i + 1) * width + j];
        guint16 right = lengths[i * width + j + 1];
        lengths[i * width + j] = a[i] == b[j]
                                     ? (guint16) (lengths[(i + 1) * width + j + 1] + 1)
                                     : MAX (below, right);
      }
  for (gsize i = 0, j = 0; i < n_a && j < n_b;)
    {
      if (a[i] == b[j])
        b_of_a[i++] = b_offset + (int) j++;
      else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
        i++;
      else
        j++;
    }
}

void
feu_sequence_match (const guint *a,
                    gsize        n_a,
                    const guint *b,
                    gsize        n_b,
                    int         *out_b_of_a)
{
  g_return_if_fail (n_a == 0 || out_b_of_a != NULL);
  gsize start = 0;
  gsize end = 0;

  for (gsize i = 0; i < n_a; i++)
    out_b_of_a[i] = -1;
  while (start < n_a && start < n_b && a[start] == b[start])
    {
      out_b_of_a[start] = (int) start;
      start++;
    }
  while (start + end < n_a && start + end < n_b && a[n_a - 1 - end] == b[n_b - 1 - end])
    {
      out_b_of_a[n_a - 1 - end] = (int) (n_b - 1 - end);
      end++;
    }
  match_middle (a + start,
                n_a - start - end,
                b + start,
                n_b - start - end,
                (int) start,
                out_b_of_a + start);
}
