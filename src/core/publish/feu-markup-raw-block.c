/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Raw HTML as the content of an HTML block. It goes out as it is written, but for what
 * must be changed. After that each "<" begins a tag that is complete and whose element
 * is closed, or is within a script or style; and "<!--" is nowhere. So neither the
 * block parser, which looks for "<!-- wp:" anywhere, nor the filter for authors, which
 * cuts at the next ">" whatever quotes say, nor the editor, which has the browser parse
 * it, finds anything else in it than is there.
 */
#include "config.h"

#include "feu-markup-writer-private.h"

#include "feu-raw-balance.h"

#include <string.h>

typedef struct
{
  FeuMarkupWriter *writer; /* borrowed */
  FeuRawBalance    balance;
} Cleaner;

/* ---- elements whose content is no HTML ---- */

/* Where the content of the element of @token ends; the end of the text without one. */
static const char *
find_element_end (const FeuRawToken *token)
{
  gsize length = strlen (token->name);

  for (const char *at = strstr (token->end, "</"); at != NULL;
       at = strstr (at + 2, "</"))
    if (g_ascii_strncasecmp (at + 2, token->name, length) == 0 &&
        !g_ascii_isalnum (at[2 + length]))
      return at;
  return token->end + strlen (token->end);
}

/* "<!--" in a script is one in a string, where it can be written otherwise; at the
 * beginning, as long ago, and in styles, it means nothing. */
static void
put_script (FeuMarkupWriter *writer, const char *name, const char *at, const char *end)
{
  gsize    space = strspn (at, " \t\n");
  gboolean is_script = strcmp (name, "script") == 0;

  if (g_str_has_prefix (at + space, "<!--"))
    at += space + 4;
  for (; at < end; at++)
    if (end - at < 4 || memcmp (at, "<!--", 4) != 0)
      g_string_append_c (writer->out, *at);
    else
      {
        g_string_append (writer->out, is_script ? "\\u003c!--" : "");
        at += 3;
      }
}

static gboolean
has_other_content (const char *name)
{
  static const char *const names[] = { "iframe", "script", "style", "textarea", NULL };
  return g_strv_contains (names, name);
}

/* Writes an element that holds no HTML, which was begun. */
static const char *
put_other_content (Cleaner *self, FeuRawToken *token)
{
  const char *end = find_element_end (token);
  gboolean    is_script =
      strcmp (token->name, "script") == 0 || strcmp (token->name, "style") == 0;

  feu_markup_put_start_tag (self->writer, token, FALSE);
  if (is_script)
    put_script (self->writer, token->name, token->end, end);
  else if (strcmp (token->name, "textarea") == 0)
    feu_markup_put_raw_text (self->writer, token->end, end);
  feu_raw_balance_end (&self->balance, token->name);
  FeuRawToken end_tag;
  return feu_raw_token_read (end, &end_tag) ? end_tag.end : end;
}

/* ---- tokens ---- */

static const char *
put_start (Cleaner *self, FeuRawToken *token)
{
  gboolean is_script =
      strcmp (token->name, "script") == 0 || strcmp (token->name, "style") == 0;
  gboolean is_other = has_other_content (token->name);

  feu_markup_count_filtered (self->writer, token);
  /* The filter would take the tags and leave the content as text. */
  if ((is_script && !feu_markup_may_send_all (self->writer)) ||
      !feu_raw_balance_begin (&self->balance, token->name, token->is_self_closing))
    {
      FeuRawToken end_tag;
      if (!is_other)
        return token->end;
      const char *end = find_element_end (token);
      return feu_raw_token_read (end, &end_tag) ? end_tag.end : end;
    }
  if (is_other)
    return put_other_content (self, token);
  gboolean is_foreign = feu_raw_balance_is_foreign (&self->balance) ||
                        strcmp (token->name, "svg") == 0 ||
                        strcmp (token->name, "math") == 0;
  feu_markup_put_start_tag (self->writer, token, is_foreign);
  return token->end;
}

static void
put_text (Cleaner *self, const FeuRawToken *token)
{
  for (const char *at = token->start; at < token->end; at++)
    if (!g_ascii_isspace (*at))
      {
        feu_raw_balance_text (&self->balance);
        break;
      }
  feu_markup_put_raw_text (self->writer, token->start, token->end);
}

static const char *
put_token (Cleaner *self, FeuRawToken *token)
{
  /* A tag without an end is none, and there is no other behind it. */
  if (token->kind == FEU_RAW_TEXT ||
      (token->kind != FEU_RAW_HIDDEN && !token->is_closed))
    put_text (self, token);
  else if (token->kind == FEU_RAW_START_TAG)
    return put_start (self, token);
  else if (token->kind == FEU_RAW_END_TAG)
    feu_raw_balance_end (&self->balance, token->name);
  return token->end;
}

void
feu_markup_put_raw_block (FeuMarkupWriter *self, const char *html)
{
  Cleaner     cleaner = { .writer = self };
  gsize       start = self->out->len;
  FeuRawToken token;

  feu_raw_balance_init (&cleaner.balance, self->out);
  for (const char *at = html; feu_raw_token_read (at, &token);)
    at = put_token (&cleaner, &token);
  feu_raw_balance_finish (&cleaner.balance);
  while (self->out->len > start && g_ascii_isspace (self->out->str[self->out->len - 1]))
    g_string_truncate (self->out, self->out->len - 1);
  gsize n_spaces = strspn (self->out->str + start, " \t\n");
  g_string_erase (self->out, (gssize) start, (gssize) n_spaces);
}
