/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state machine over character classes. It runs at every keystroke over the whole
 * text, so ASCII is classified by table and Latin by range; GLib's Unicode tables serve
 * the rest. Pango's word breaks need a language and an array of attributes for each
 * character, and cost a hundred times as much.
 */
#include "config.h"

#include "feu-words.h"

typedef enum
{
  CLASS_NONE,      /* line ends and controls: end a word, are not counted */
  CLASS_SPACE,     /* ends a word */
  CLASS_SYMBOL,    /* ends a word */
  CLASS_LETTER,    /* makes words */
  CLASS_DIGIT,     /* makes words */
  CLASS_IDEOGRAPH, /* is a word */
  CLASS_JOIN,      /* between two letters or digits: keeps them together */
  CLASS_COMMA,     /* between two digits: keeps them together */
  CLASS_NO_BREAK,  /* a space that does the same: 1 500 */
  CLASS_EXTEND,    /* belongs to the character before */
  CLASS_JOINER,    /* the same, and takes in the next symbol: emoji of several */
  CLASS_REGIONAL,  /* two are one flag */
} Class;

/* clang-format off */
static const guint8 ascii_classes[128] = {
  ['\t'] = CLASS_SPACE, [' '] = CLASS_SPACE,
  ['!' ... '&'] = CLASS_SYMBOL, ['\''] = CLASS_JOIN, ['(' ... '+'] = CLASS_SYMBOL,
  [','] = CLASS_COMMA, ['-' ... '.'] = CLASS_JOIN, ['/'] = CLASS_SYMBOL,
  ['0' ... '9'] = CLASS_DIGIT, [':' ... '@'] = CLASS_SYMBOL,
  ['A' ... 'Z'] = CLASS_LETTER, ['[' ... '^'] = CLASS_SYMBOL,
  ['_'] = CLASS_JOIN, ['`'] = CLASS_SYMBOL,
  ['a' ... 'z'] = CLASS_LETTER, ['{' ... '~'] = CLASS_SYMBOL,
};
/* clang-format on */

typedef enum
{
  OUTSIDE,
  IN_WORD,
  AFTER_JOIN, /* in a word if the next one goes on with it */
} Place;

typedef struct
{
  Place    place;
  gboolean after_digit; /* the last letter or digit was a digit */
  Class    pending;     /* which kind of join AFTER_JOIN came over */
  gboolean joins_next;  /* a joiner was last */
  gboolean half_flag;   /* one regional indicator was last */
} Scanner;

/* Scripts written without spaces between words. */
static gboolean
is_ideograph (gunichar c)
{
  if (c < 0x3005)
    return FALSE;
  return c <= 0x3007 || (c >= 0x3021 && c <= 0x3029) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x309D && c <= 0x309F) || (c >= 0x30A1 && c <= 0x30FA) ||
         (c >= 0x30FC && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9D) ||
         (c >= 0x1AFF0 && c <= 0x1B16F) || (c >= 0x20000 && c <= 0x3FFFD);
}

static Class
classify_by_type (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
      return CLASS_LETTER;
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
      return CLASS_DIGIT;
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_FORMAT:
      return CLASS_EXTEND;
    case G_UNICODE_SPACE_SEPARATOR:
      return CLASS_SPACE;
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return CLASS_NONE;
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_OTHER_SYMBOL:
      return CLASS_SYMBOL;
    }
  return CLASS_SYMBOL;
}

static Class
classify (gunichar c)
{
  if (c >= 0xC0 && c <= 0x24F)
    return c == 0xD7 || c == 0xF7 ? CLASS_SYMBOL : CLASS_LETTER;
  switch (c)
    {
    case 0x2019: /* ’ */
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
    case 0x00B7: /* middle dot: l·l, étudiant·e */
    case 0x2027: /* hyphenation point */
    case 0x203F: /* undertie */
      return CLASS_JOIN;
    case 0x066B: /* Arabic decimal and thousands separators */
    case 0x066C:
      return CLASS_COMMA;
    case 0x00A0:
    case 0x202F:
      return CLASS_NO_BREAK;
    case 0x200B: /* zero-width space */
      return CLASS_NONE;
    case 0x200D:
      return CLASS_JOINER;
    default:
      break;
    }
  if (is_ideograph (c))
    return CLASS_IDEOGRAPH;
  if ((c >= 0x1160 && c <= 0x11FF) ||   /* vowels and finals of a Hangul syllable */
      (c >= 0x1F3FB && c <= 0x1F3FF) || /* skin tones */
      c == 0xFF9E || c == 0xFF9F)       /* half-width voiced marks */
    return CLASS_EXTEND;
  if (c >= 0x1F1E6 && c <= 0x1F1FF)
    return CLASS_REGIONAL;
  return classify_by_type (c);
}

/* A letter or digit: the first of a word, or one more of it. */
static gboolean
starts_word (const Scanner *scanner, gboolean is_digit)
{
  switch (scanner->place)
    {
    case OUTSIDE:
      return TRUE;
    case IN_WORD:
      return FALSE;
    case AFTER_JOIN:
      return scanner->pending != CLASS_JOIN && !(scanner->after_digit && is_digit);
    }
  return TRUE;
}

static void
take_word_character (Scanner *scanner, FeuTextCount *count, gboolean is_digit)
{
  if (starts_word (scanner, is_digit))
    count->words++;
  scanner->place = IN_WORD;
  scanner->after_digit = is_digit;
}

/* A symbol counts unless it is the second half of a flag or was joined to the last. */
static gboolean
counts_symbol (Scanner *scanner, Class class)
{
  gboolean is_half = scanner->half_flag;

  scanner->half_flag = class == CLASS_REGIONAL && !is_half;
  return class == CLASS_REGIONAL ? !is_half : !scanner->joins_next;
}

/* "inline", because gcc left to itself calls it, at twice the time. */
static inline void
take_character (Scanner *scanner, FeuTextCount *count, Class class)
{
  gboolean is_counted = TRUE, is_space = FALSE;
  Place    place = OUTSIDE;

  switch (class)
    {
    case CLASS_EXTEND:
    case CLASS_JOINER:
      scanner->joins_next = class == CLASS_JOINER;
      return;
    case CLASS_LETTER:
    case CLASS_DIGIT:
      take_word_character (scanner, count, class == CLASS_DIGIT);
      place = IN_WORD;
      break;
    case CLASS_IDEOGRAPH:
      count->words++;
      break;
    case CLASS_NO_BREAK:
    case CLASS_JOIN:
    case CLASS_COMMA:
      is_space = class == CLASS_NO_BREAK;
      place = scanner->place == IN_WORD ? AFTER_JOIN : OUTSIDE;
      scanner->pending = class;
      break;
    case CLASS_SPACE:
      is_space = TRUE;
      break;
    case CLASS_SYMBOL:
    case CLASS_REGIONAL:
      is_counted = counts_symbol (scanner, class);
      break;
    case CLASS_NONE:
      is_counted = FALSE;
      break;
    }
  scanner->place = place;
  scanner->joins_next = FALSE;
  scanner->half_flag = scanner->half_flag && class == CLASS_REGIONAL;
  count->characters += is_counted ? 1 : 0;
  count->characters_no_spaces += is_counted && !is_space ? 1 : 0;
}

/* The rest of a word's run of letters in ASCII and two-byte Latin, after its first
 * letter: most of any text, so it skips the state machine, which it leaves as it is. */
static const char *
take_letters (FeuTextCount *count, const char *at, const char *end)
{
  guint n_letters = 0;

  while (at < end)
    {
      guchar byte = (guchar) *at;
      if (byte < 128 && ascii_classes[byte] == CLASS_LETTER)
        at++;
      else if (byte >= 0xC3 && byte <= 0xC8 && end - at >= 2 &&
               !(byte == 0xC3 && ((guchar) at[1] == 0x97 || (guchar) at[1] == 0xB7)))
        at += 2;
      else
        break;
      n_letters++;
    }
  count->characters += n_letters;
  count->characters_no_spaces += n_letters;
  return at;
}

void
feu_text_count_add (FeuTextCount *count, const char *text, gsize length_bytes)
{
  g_return_if_fail (count != NULL && (text != NULL || length_bytes == 0));
  Scanner scanner = { .place = OUTSIDE };

  for (const char *at = text, *end = text + length_bytes; at < end;)
    {
      guchar byte = (guchar) *at;
      Class class = byte < 128 ? ascii_classes[byte] : classify (g_utf8_get_char (at));
      take_character (&scanner, count, class);
      at = byte < 128 ? at + 1 : g_utf8_next_char (at);
      if (class == CLASS_LETTER)
        at = take_letters (count, at, end);
    }
}
