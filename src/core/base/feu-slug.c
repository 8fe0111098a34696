/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the composed text. Only Latin letters are decomposed: in other scripts
 * the marks belong to the letter (й, が, हि) and dropping them changes the word.
 */
#include "config.h"

#include "feu-slug.h"

#include <string.h>

/* Letters that Unicode does not decompose. */
static const struct
{
  gunichar   letter;
  const char spelling[3];
} spellings[] = {
  { 0x00DF, "ss" }, /* ß */
  { 0x00E6, "ae" }, /* æ */
  { 0x00F0, "d" },  /* ð */
  { 0x00F8, "o" },  /* ø */
  { 0x00FE, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
  { 0x0138, "k" },  /* ĸ */
  { 0x0142, "l" },  /* ł */
  { 0x014B, "n" },  /* ŋ */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x0180, "b" },  /* ƀ */
  { 0x0259, "e" },  /* ə */
};

typedef struct
{
  GString *slug;
  gsize    n_characters;
  gboolean wants_hyphen;      /* something that is no letter came since the last one */
  gboolean last_drops_accent; /* the last letter was Latin */
} SlugWriter;

static void
write_letter (SlugWriter *writer, gunichar letter)
{
  if (writer->wants_hyphen && writer->slug->len > 0)
    {
      g_string_append_c (writer->slug, '-');
      writer->n_characters++;
    }
  writer->wants_hyphen = FALSE;
  g_string_append_unichar (writer->slug, letter);
  writer->n_characters++;
}

static void
write_latin_letter (SlugWriter *writer, gunichar letter)
{
  gunichar lower = g_unichar_tolower (letter);

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (spellings[i].letter == lower)
      {
        for (const char *at = spellings[i].spelling; *at != '\0'; at++)
          write_letter (writer, (gunichar) *at);
        return;
      }
  write_letter (writer, lower);
}

/* Latin letters, and digits and signs of no script (², ½, ﬁ, Ａ), by their parts. */
static void
write_decomposed (SlugWriter *writer, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize    n_parts =
      g_unichar_fully_decompose (c, /* compat= */ TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    if (g_unichar_isalnum (parts[i]))
      write_latin_letter (writer, parts[i]);
    else if (!g_unichar_ismark (parts[i]))
      writer->wants_hyphen = TRUE;
  writer->last_drops_accent = TRUE;
}

static void
write_character (SlugWriter *writer, gunichar c)
{
  if (g_unichar_ismark (c))
    {
      if (!writer->last_drops_accent && !writer->wants_hyphen && writer->slug->len > 0)
        write_letter (writer, c);
      return;
    }
  /* Soft hyphens, joiners and direction marks are invisible inside a word. */
  if (g_unichar_type (c) == G_UNICODE_FORMAT)
    return;
  if (!g_unichar_isalnum (c))
    {
      writer->wants_hyphen = TRUE;
      return;
    }
  GUnicodeScript script = g_unichar_get_script (c);
  if (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_COMMON)
    {
      write_decomposed (writer, c);
      return;
    }
  write_letter (writer, g_unichar_tolower (c));
  writer->last_drops_accent = FALSE;
}

/* Cuts to the limit; at the last hyphen if that keeps two thirds of it. */
static void
cut_slug (GString *slug, gsize max_characters)
{
  char       *end = g_utf8_offset_to_pointer (slug->str, (glong) max_characters);
  const char *hyphen = g_strrstr_len (slug->str, end - slug->str + 1, "-");
  gsize       least = (gsize) (end - slug->str) * 2 / 3;
  gsize       length = (gsize) (end - slug->str);

  if (hyphen != NULL && (gsize) (hyphen - slug->str) >= least)
    length = (gsize) (hyphen - slug->str);
  while (length > 0 && slug->str[length - 1] == '-')
    length--;
  g_string_truncate (slug, length);
}

char *
feu_slug_new (const char *text, gsize max_characters)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  SlugWriter       writer = { .slug = g_string_new (NULL) };

  /* One letter may be written as several, so the limit is checked at the end; but text
   * far beyond it is not even read. */
  for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      if (max_characters > 0 && writer.n_characters > max_characters)
        break;
      write_character (&writer, g_utf8_get_char (at));
    }
  if (max_characters > 0 && writer.n_characters > max_characters)
    cut_slug (writer.slug, max_characters);
  return g_string_free (writer.slug, FALSE);
}
