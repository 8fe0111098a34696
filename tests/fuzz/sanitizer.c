/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sanitizing any bytes gives valid UTF-8 that stays as it is when sanitized again.
 */
#include "config.h"

#include <stdint.h>

#include "feu-html-sanitizer.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *clean = feu_html_sanitize ((const char *) data, size);
  g_autofree char *again = feu_html_sanitize (clean, strlen (clean));

  g_assert_true (g_utf8_validate (clean, -1, NULL));
  g_assert_cmpstr (again, ==, clean);
  return 0;
}
