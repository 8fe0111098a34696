/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the bytes of a file to text and back, exactly: what a file has besides its text
 * (byte order mark, line ends) is remembered and written again.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Larger files are refused: no article comes near, and an editor would only hang. */
#define FEU_TEXT_FILE_MAX_BYTES ((gsize) 10 * 1024 * 1024)

#define FEU_TEXT_FILE_ERROR (feu_text_file_error_quark ())
GQuark feu_text_file_error_quark (void);

/**
 * FeuTextFileError:
 * @FEU_TEXT_FILE_ERROR_NOT_UTF8: has a place, see feu_text_file_error_get_place()
 * @FEU_TEXT_FILE_ERROR_NUL: a NUL byte; has a place
 * @FEU_TEXT_FILE_ERROR_TOO_LARGE: more than FEU_TEXT_FILE_MAX_BYTES
 * @FEU_TEXT_FILE_ERROR_IS_FOLDER: where a file is wanted
 * @FEU_TEXT_FILE_ERROR_NOT_REGULAR: a device, pipe or socket; reading might never end
 * @FEU_TEXT_FILE_ERROR_MISSING: no such file; when saving, no such folder
 * @FEU_TEXT_FILE_ERROR_NOT_READABLE: no permission to read it
 * @FEU_TEXT_FILE_ERROR_NOT_WRITABLE: no permission to write it, or a read-only disk
 * @FEU_TEXT_FILE_ERROR_NO_SPACE: the disk is full, or the quota used up
 *
 * Messages are whole sentences for writers: what was tried, why not, what to do.
 */
typedef enum
{
  FEU_TEXT_FILE_ERROR_NOT_UTF8,
  FEU_TEXT_FILE_ERROR_NUL,
  FEU_TEXT_FILE_ERROR_TOO_LARGE,
  FEU_TEXT_FILE_ERROR_IS_FOLDER,
  FEU_TEXT_FILE_ERROR_NOT_REGULAR,
  FEU_TEXT_FILE_ERROR_MISSING,
  FEU_TEXT_FILE_ERROR_NOT_READABLE,
  FEU_TEXT_FILE_ERROR_NOT_WRITABLE,
  FEU_TEXT_FILE_ERROR_NO_SPACE,
} FeuTextFileError;

/**
 * feu_text_file_error_get_place:
 * @error: any error
 * @out_line: (out): 0-based line (messages count from 1)
 * @out_column: (out): 0-based column in characters
 *
 * Returns: FALSE when @error is none that has a place; the outputs are then not written
 */
gboolean feu_text_file_error_get_place (const GError *error,
                                        guint        *out_line,
                                        guint        *out_column);

typedef enum
{
  FEU_NEWLINES_LF,   /* "\n" throughout, or no line end at all */
  FEU_NEWLINES_CRLF, /* "\r\n" throughout; the text has "\n" */
  FEU_NEWLINES_KEPT, /* mixed, or with a lone "\r": the text has them as they are */
} FeuNewlines;

/**
 * FeuTextFormat:
 * @has_bom: the file begins with a UTF-8 byte order mark, which the text does not have
 * @newlines: how its lines end
 *
 * All zero is the format of a new file.
 */
typedef struct
{
  gboolean    has_bom;
  FeuNewlines newlines;
} FeuTextFormat;

/** FALSE with FEU_TEXT_FILE_ERROR_TOO_LARGE for more than FEU_TEXT_FILE_MAX_BYTES. */
gboolean feu_text_format_check_size (const char *name,
                                     guint64     length_bytes,
                                     GError    **error);

/**
 * feu_text_format_decode:
 * @name: what to call the file in an error's message
 * @bytes: the whole file
 * @out_format: (out): what to give feu_text_format_encode()
 * @out_length_bytes: (out) (optional): length of the text
 *
 * Returns: (transfer full): the text, valid UTF-8 without NUL; NULL with
 * FEU_TEXT_FILE_ERROR_NOT_UTF8, _NUL or _TOO_LARGE
 */
char *feu_text_format_decode (const char    *name,
                              const char    *bytes,
                              gsize          length_bytes,
                              FeuTextFormat *out_format,
                              gsize         *out_length_bytes,
                              GError       **error);

/**
 * feu_text_format_encode:
 * @text: UTF-8
 *
 * Encoding what was decoded, with its format, gives the same bytes again.
 *
 * Returns: (transfer full): the file's contents
 */
GBytes *feu_text_format_encode (const FeuTextFormat *format,
                                const char          *text,
                                gsize                length_bytes);

G_END_DECLS
