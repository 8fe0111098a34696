/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "\r\n" is translated only where every "\r" and every "\n" is part of one, since only
 * then can encoding restore each byte.
 */
#include "config.h"

#include "feu-text-format.h"

#include "feu-line-index.h"

#include <glib/gi18n.h>
#include <string.h>

#define BOM "\xEF\xBB\xBF"
#define BOM_LENGTH 3

typedef struct
{
  gboolean has_place;
  guint    line;
  guint    column;
} FeuTextFileErrorPrivate;

static void
feu_text_file_error_private_init (FeuTextFileErrorPrivate *private)
{
}

static void
feu_text_file_error_private_copy (const FeuTextFileErrorPrivate *source,
                                  FeuTextFileErrorPrivate       *copy)
{
  memcpy (copy, source, sizeof *copy);
}

static void
feu_text_file_error_private_clear (FeuTextFileErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (FeuTextFileError, feu_text_file_error)

gboolean
feu_text_file_error_get_place (const GError *error, guint *out_line, guint *out_column)
{
  if (error == NULL || error->domain != FEU_TEXT_FILE_ERROR)
    return FALSE;
  const FeuTextFileErrorPrivate *private = feu_text_file_error_get_private (error);
  if (private == NULL || !private->has_place)
    return FALSE;
  *out_line = private->line;
  *out_column = private->column;
  return TRUE;
}

static void
set_place_error (GError **error, const char *name, const char *bytes, gsize offset)
{
  /* Only what comes before the bad byte is text. */
  g_autofree char *valid = g_strndup (bytes, offset);
  g_autoptr (FeuLineIndex) lines = feu_line_index_new (valid, offset);
  guint byte = (guchar) bytes[offset];
  guint line = 0, column = 0;

  if (error == NULL)
    return;
  feu_line_index_locate (lines, offset, &line, &column);
  if (byte == 0)
    *error = g_error_new (
        FEU_TEXT_FILE_ERROR,
        FEU_TEXT_FILE_ERROR_NUL,
        _ ("“%s” is not text: it has a NUL byte at line %u, column %u. It may be "
           "damaged, or a document of another program."),
        name,
        line + 1,
        column + 1);
  else
    *error = g_error_new (
        FEU_TEXT_FILE_ERROR,
        FEU_TEXT_FILE_ERROR_NOT_UTF8,
        _ ("“%s” is not UTF-8 text: byte 0x%02X at line %u, column %u. Save it as "
           "UTF-8 in the program that wrote it, then open it again."),
        name,
        byte,
        line + 1,
        column + 1);
  FeuTextFileErrorPrivate *private = feu_text_file_error_get_private (*error);
  g_assert (private != NULL);
  private->has_place = TRUE;
  private->line = line;
  private->column = column;
}

static FeuNewlines
find_newlines (const char *text, gsize length)
{
  const char *end = text + length;
  gboolean    has_lf = FALSE, has_crlf = FALSE;

  for (const char *at = text; (at = strpbrk (at, "\r\n")) != NULL && at < end; at++)
    if (*at == '\n')
      has_lf = TRUE;
    else if (at[1] != '\n')
      return FEU_NEWLINES_KEPT;
    else
      {
        has_crlf = TRUE;
        at++;
      }
  if (has_lf && has_crlf)
    return FEU_NEWLINES_KEPT;
  return has_crlf ? FEU_NEWLINES_CRLF : FEU_NEWLINES_LF;
}

static char *
dup_without_returns (const char *text, gsize length, gsize *out_length)
{
  char *result = g_malloc (length + 1);
  char *write = result;

  for (gsize i = 0; i < length; i++)
    if (text[i] != '\r')
      *write++ = text[i];
  *write = '\0';
  *out_length = (gsize) (write - result);
  return result;
}

gboolean
feu_text_format_check_size (const char *name, guint64 length_bytes, GError **error)
{
  if (length_bytes <= FEU_TEXT_FILE_MAX_BYTES)
    return TRUE;
  g_set_error (error,
               FEU_TEXT_FILE_ERROR,
               FEU_TEXT_FILE_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %u MiB, the most that Feuillet opens."),
               name,
               (guint) (FEU_TEXT_FILE_MAX_BYTES >> 20));
  return FALSE;
}

char *
feu_text_format_decode (const char    *name,
                        const char    *bytes,
                        gsize          length_bytes,
                        FeuTextFormat *out_format,
                        gsize         *out_length_bytes,
                        GError       **error)
{
  g_return_val_if_fail (bytes != NULL || length_bytes == 0, NULL);
  g_return_val_if_fail (out_format != NULL, NULL);
  const char   *invalid = NULL;
  FeuTextFormat format = { 0 };

  if (!feu_text_format_check_size (name, length_bytes, error))
    return NULL;
  if (length_bytes > 0 && !g_utf8_validate_len (bytes, length_bytes, &invalid))
    {
      set_place_error (error, name, bytes, (gsize) (invalid - bytes));
      return NULL;
    }
  format.has_bom = length_bytes >= BOM_LENGTH && memcmp (bytes, BOM, BOM_LENGTH) == 0;

  /* A copy, because what was read from need not end with a NUL. */
  gsize            length = length_bytes - (format.has_bom ? BOM_LENGTH : 0);
  g_autofree char *text = g_strndup (bytes + (length_bytes - length), length);
  format.newlines = find_newlines (text, length);
  if (format.newlines == FEU_NEWLINES_CRLF)
    {
      char *translated = dup_without_returns (text, length, &length);
      g_free (text);
      text = translated;
    }
  *out_format = format;
  if (out_length_bytes != NULL)
    *out_length_bytes = length;
  return g_steal_pointer (&text);
}

/* A "\r\n" that the writer pasted stays one. */
static void
append_with_returns (GString *contents, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *at = text; at < end;)
    {
      const char *newline = memchr (at, '\n', (gsize) (end - at));
      const char *stop = newline != NULL ? newline : end;
      g_string_append_len (contents, at, (gssize) (stop - at));
      if (newline == NULL)
        return;
      g_string_append (contents, newline > text && newline[-1] == '\r' ? "\n" : "\r\n");
      at = newline + 1;
    }
}

GBytes *
feu_text_format_encode (const FeuTextFormat *format,
                        const char          *text,
                        gsize                length_bytes)
{
  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (text != NULL || length_bytes == 0, NULL);
  GString *contents = g_string_sized_new (length_bytes + length_bytes / 32 + 8);

  if (format->has_bom)
    g_string_append (contents, BOM);
  if (format->newlines == FEU_NEWLINES_CRLF)
    append_with_returns (contents, text, length_bytes);
  else
    g_string_append_len (contents, text, (gssize) length_bytes);
  return g_string_free_to_bytes (contents);
}
