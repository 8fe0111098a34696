/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes are either refused with an error or decoded so that encoding restores them.
 */
#include "config.h"

#include <stdint.h>

#include "feu-text-format.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  FeuTextFormat format = { 0 };
  gsize         length = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = feu_text_format_decode (
      "fuzz", (const char *) data, size, &format, &length, &error);

  if (text == NULL)
    {
      g_assert_nonnull (error);
      return 0;
    }
  g_autoptr (GBytes) encoded = feu_text_format_encode (&format, text, length);
  gsize       encoded_length = 0;
  const char *bytes = g_bytes_get_data (encoded, &encoded_length);
  g_assert_cmpmem (bytes, encoded_length, data, size);
  return 0;
}
