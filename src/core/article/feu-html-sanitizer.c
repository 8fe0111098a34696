/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 reads, FeuHtmlWriter writes. The parser's events are used, not its tree: no
 * tree needs no recursion, and libxml2's own stops at 256 levels.
 *
 * libxml2 reads HTML 4, browsers read HTML 5. That is safe because a browser never sees
 * what libxml2 saw, only what is written here: plain elements without foreign content
 * (svg, math) and without raw text (style, noscript, xmp …), so nothing in it can be
 * taken for markup in one reading and for text in another.
 */
#include "config.h"

#include "feu-html-sanitizer.h"

#include "feu-html-allowed.h"
#include "feu-html-attributes.h"
#include "feu-html-writer.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* libxml2 compares each attribute of a tag with all others, and each end tag that
 * closes nothing with all open elements. Both bounds are far from anything a person
 * writes. */
#define MAX_ATTRIBUTES 512
#define MAX_COMPARISONS (20 * 1000 * 1000)

#define BODY_START "<html><body>"

/* One element open in libxml2's view. */
typedef struct
{
  const char *name;   /* borrowed from libxml2's dictionary */
  guint       number; /* of FeuHtmlWriter; 0 when its tags were left out */
} SourceElement;

typedef struct
{
  htmlParserCtxt *parser; /* owned */
  FeuHtmlWriter  *writer; /* owned */
  GArray         *open;   /* (element-type SourceElement), owned */
  guint           hidden; /* how many of @open stand around what shows; 0: all shown */
  gboolean        wants_source; /* hidden is a video or audio that has shown no link */
  gsize           comparisons;
} Sanitizer;

static void
open_embed (Sanitizer *self, const FeuHtmlElement *element, const char *const *pairs)
{
  const char *url = feu_html_attributes_find (pairs, "src");
  const char *label = feu_html_attributes_find (pairs, "title");

  if (url == NULL)
    url = feu_html_attributes_find (pairs, "data");
  if (url != NULL)
    feu_html_writer_add_embed (self->writer, url, label);
  if (element->content == FEU_HTML_CONTENT_NOTHING)
    return;
  self->wants_source = url == NULL;
  self->hidden = self->open->len;
}

/* Inside an embed only the address is wanted that some have in a source element. */
static void
look_for_source (Sanitizer *self, const char *name, const char *const *pairs)
{
  const char *url = feu_html_attributes_find (pairs, "src");

  if (!self->wants_source || strcmp (name, "source") != 0 || url == NULL)
    return;
  feu_html_writer_add_embed (self->writer, url, NULL);
  self->wants_source = FALSE;
}

static void
on_start_element_cb (void *user_data, const xmlChar *name, const xmlChar **attributes)
{
  Sanitizer            *self = user_data;
  const char *const    *pairs = (const char *const *) attributes;
  SourceElement         entry = { .name = (const char *) name };
  const FeuHtmlElement *element = feu_html_element_find (entry.name);

  g_array_append_val (self->open, entry);
  if (self->hidden > 0)
    {
      look_for_source (self, entry.name, pairs);
      return;
    }
  if (element == NULL)
    return;
  switch (element->fate)
    {
    case FEU_HTML_FATE_KEEP:
    case FEU_HTML_FATE_IMAGE:
    case FEU_HTML_FATE_CHECKBOX:
      g_array_index (self->open, SourceElement, self->open->len - 1).number =
          feu_html_writer_open (self->writer, element, pairs);
      return;
    case FEU_HTML_FATE_VANISH:
      self->wants_source = FALSE;
      self->hidden = self->open->len;
      return;
    case FEU_HTML_FATE_EMBED:
      open_embed (self, element, pairs);
      return;
    }
}

static void
on_end_element_cb (void *user_data, const xmlChar *name)
{
  Sanitizer *self = user_data;

  if (self->open->len == 0)
    return;
  const SourceElement *top =
      &g_array_index (self->open, SourceElement, self->open->len - 1);
  if (strcmp (top->name, (const char *) name) != 0)
    return;
  if (top->number > 0)
    feu_html_writer_close (self->writer, top->number);
  g_array_set_size (self->open, self->open->len - 1);
  if (self->open->len < self->hidden)
    self->hidden = 0;
}

static void
on_characters_cb (void *user_data, const xmlChar *text, int length)
{
  Sanitizer *self = user_data;

  if (self->hidden == 0 && length > 0)
    feu_html_writer_add_text (self->writer, (const char *) text, (gsize) length);
}

/* Only counts: an end tag that closes nothing was compared with all that is open. */
static void
on_error_cb (void *user_data, xmlErrorPtr error)
{
  Sanitizer *self = user_data;

  self->comparisons += self->open->len;
  if (self->comparisons > MAX_COMPARISONS)
    xmlStopParser (self->parser);
}

/* Where the tag that begins before @at ends, at ">" or at @end; or where it is given up
 * for having too many attributes. Quotes as in HTML: a ">" inside them ends nothing. */
static const char *
find_tag_end (const char *at, const char *end, gboolean *out_is_too_long)
{
  guint n_words = 0;
  char  quote = '\0';

  for (; at < end && n_words <= MAX_ATTRIBUTES; at++)
    {
      if (quote != '\0')
        quote = *at == quote ? '\0' : quote;
      else if (*at == '>')
        break;
      else if ((*at == '"' || *at == '\'') && at[-1] == '=')
        quote = *at;
      else if (strchr (" \t\n/\"'", *at) != NULL)
        n_words++;
    }
  *out_is_too_long = n_words > MAX_ATTRIBUTES;
  return at;
}

static void
append_cleaned (GString *source, const char *html, gsize length_bytes)
{
  for (const char *at = html, *end = html + length_bytes; at < end; at++)
    if (*at == '\f')
      g_string_append_c (source, ' ');
    else if (*at == '\r' && (at + 1 == end || at[1] != '\n'))
      g_string_append_c (source, '\n');
    else if (((guchar) *at >= ' ' && *at != 0x7F) || *at == '\n' || *at == '\t')
      g_string_append_c (source, *at);
}

/* Valid UTF-8 without controls, inside a body, where libxml2 adds no paragraphs of its
 * own; tags that would take too long are turned into text. */
static GString *
prepare (const char *html, gsize length_bytes)
{
  g_autofree char *valid = g_utf8_validate_len (html, length_bytes, NULL)
                               ? NULL
                               : g_utf8_make_valid (html, (gssize) length_bytes);
  g_autoptr (GString) text = g_string_sized_new (length_bytes + 64);
  GString *source = g_string_sized_new (length_bytes + 64);

  append_cleaned (text,
                  valid != NULL ? valid : html,
                  valid != NULL ? strlen (valid) : length_bytes);
  g_string_append (source, BODY_START);
  for (const char *at = text->str, *end = text->str + text->len; at < end;)
    {
      const char *tag = memchr (at, '<', (gsize) (end - at));
      const char *from = tag != NULL ? tag : end;
      g_string_append_len (source, at, (gssize) (from - at));
      if (tag == NULL)
        break;
      gboolean    is_too_long = FALSE;
      const char *tag_end = g_ascii_isalpha (tag[1])
                                ? find_tag_end (tag + 1, end, &is_too_long)
                                : tag + 1;
      if (is_too_long)
        feu_html_append_escaped (source, tag, (gsize) (tag_end - tag));
      else
        g_string_append_len (source, tag, (gssize) (tag_end - tag));
      at = tag_end;
    }
  return source;
}

/* libxml2 2.9 sets itself up at first use, without a lock around all of it; articles
 * are made in several threads. */
static void
ensure_libxml (void)
{
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }
}

static void
parse (Sanitizer *self, const GString *source)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                      HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;
  htmlSAXHandler handler = {
    .startElement = on_start_element_cb,
    .endElement = on_end_element_cb,
    .characters = on_characters_cb,
    .ignorableWhitespace = on_characters_cb,
    .serror = on_error_cb,
    .initialized = XML_SAX2_MAGIC,
  };

  ensure_libxml ();
  self->parser = htmlNewParserCtxt ();
  *self->parser->sax = handler;
  self->parser->userData = self;
  htmlCtxtReadMemory (
      self->parser, source->str, (int) source->len, NULL, "UTF-8", options);
  g_clear_pointer (&self->parser, htmlFreeParserCtxt);
}

char *
feu_html_sanitize (const char *html, gsize length_bytes)
{
  g_return_val_if_fail (html != NULL || length_bytes == 0, NULL);
  if (length_bytes == 0 || length_bytes > G_MAXINT / 8)
    return g_strdup ("");

  GString  *source = prepare (html, length_bytes);
  Sanitizer self = { .writer = feu_html_writer_new (source->len) };
  self.open = g_array_new (FALSE, FALSE, sizeof (SourceElement));
  parse (&self, source);

  char *result = feu_html_writer_finish (self.writer);
  feu_html_writer_free (self.writer);
  g_array_unref (self.open);
  g_string_free (source, TRUE);
  return result;
}
