/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both blocks are written by machines and of one shape; what has not that shape is left
 * to the writer of markup.
 */
#include "config.h"

#include "feu-post-graft-image.h"

#include "feu-html-decode.h"

#include <string.h>

/* A part of a text, between two marks or with them. */
typedef struct
{
  const char *start;
  const char *end;
} Span;

/* Behind @before, up to @after. */
static gboolean
find (const char *text, const char *before, const char *after, Span *out_span)
{
  const char *start = strstr (text, before);
  const char *end = start != NULL ? strstr (start + strlen (before), after) : NULL;

  if (end == NULL)
    return FALSE;
  *out_span = (Span){ start + strlen (before), end };
  return TRUE;
}

static char *
dup_found (const char *text, const char *before, const char *after)
{
  Span span;
  return find (text, before, after, &span)
             ? g_strndup (span.start, (gsize) (span.end - span.start))
             : NULL;
}

static gboolean
has_same (const char *raw, const char *markup, const char *before, const char *after)
{
  g_autofree char *a = dup_found (raw, before, after);
  g_autofree char *b = dup_found (markup, before, after);
  return g_strcmp0 (a, b) == 0;
}

/* The number in the library; the address of an image that is not there. */
static gboolean
is_same_image (const char *raw, const char *markup)
{
  static const char mark[] = " class=\"wp-image-";
  g_autofree char  *a = dup_found (raw, mark, "\"");
  g_autofree char  *b = dup_found (markup, mark, "\"");

  if (a != NULL || b != NULL)
    return g_strcmp0 (a, b) == 0;
  return has_same (raw, markup, "<img src=\"", "\"");
}

/* Where the image leads; a link in its caption is another matter. (nullable) */
static char *
dup_link (const char *text)
{
  const char *image = strstr (text, "<img ");

  if (image == NULL)
    return NULL;
  g_autofree char *head = g_strndup (text, (gsize) (image - text));
  return dup_found (head, "<a href=\"", "\"");
}

static gboolean
has_same_link (const char *raw, const char *markup)
{
  g_autofree char *a = dup_link (raw);
  g_autofree char *b = dup_link (markup);
  return g_strcmp0 (a, b) == 0;
}

static void
replace (GString *text, const Span *span, const char *with, gsize length)
{
  gsize at = (gsize) (span->start - text->str);

  g_string_erase (text, (gssize) at, span->end - span->start);
  g_string_insert_len (text, (gssize) at, with, (gssize) length);
}

static gboolean
set_alt (GString *text, const char *markup)
{
  Span             span;
  g_autofree char *alt = dup_found (markup, " alt=\"", "\"");

  if (alt == NULL || !find (text->str, " alt=\"", "\"", &span))
    return FALSE;
  g_autofree char *old = g_strndup (span.start, (gsize) (span.end - span.start));
  g_autofree char *old_plain = feu_html_decode_text (old);
  g_autofree char *plain = feu_html_decode_text (alt);
  if (strcmp (old_plain, plain) != 0)
    replace (text, &span, alt, strlen (alt));
  return TRUE;
}

/* The caption with its tags, or where one would be. */
static gboolean
find_caption (const char *text, Span *out_span, gboolean *out_is_there)
{
  static const char end_tag[] = "</figcaption>";
  const char       *start = strstr (text, "<figcaption");
  const char       *end =
      start != NULL ? strstr (start, end_tag) : strstr (text, "</figure>");

  if (end == NULL)
    return FALSE;
  *out_is_there = start != NULL;
  *out_span =
      start != NULL ? (Span){ start, end + strlen (end_tag) } : (Span){ end, end };
  return TRUE;
}

static gboolean
set_caption (GString *text, const char *markup)
{
  Span old;
  Span new;
  gboolean has_old = FALSE;
  gboolean has_new = FALSE;

  if (!find_caption (text->str, &old, &has_old) ||
      !find_caption (markup, &new, &has_new))
    return FALSE;
  g_autofree char *old_html = g_strndup (old.start, (gsize) (old.end - old.start));
  g_autofree char *new_html = g_strndup (new.start, (gsize) (new.end - new.start));
  g_autofree char *old_plain = feu_html_decode_text (old_html);
  g_autofree char *new_plain = feu_html_decode_text (new_html);
  if (has_old != has_new || strcmp (old_plain, new_plain) != 0)
    replace (text, &old, new_html, strlen (new_html));
  return TRUE;
}

char *
feu_post_graft_image (const char *raw, const char *markup)
{
  g_autoptr (GString) text = g_string_new (raw);

  if (!is_same_image (raw, markup) || !has_same_link (raw, markup) ||
      !set_alt (text, markup) || !set_caption (text, markup))
    return NULL;
  return g_strdup (text->str);
}
