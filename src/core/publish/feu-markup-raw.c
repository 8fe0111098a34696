/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Raw HTML goes out as it is written, but for what this file changes. After it, each
 * "<" begins a tag that is complete, or is within a script or style; no tag has another
 * angle bracket inside. So neither the block parser, which looks for "<!-- wp:"
 * anywhere, nor the filter for authors, which cuts at the next ">" whatever quotes say,
 * finds anything else in it than a browser does.
 */
#include "config.h"

#include "feu-markup-writer-private.h"

#include "feu-raw-balance.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  char *name;
  guint count;
  guint line;
} Filtered;

static void
free_filtered (gpointer data)
{
  Filtered *filtered = data;
  g_free (filtered->name);
  g_free (filtered);
}

/* What WordPress lets everybody write (wp_kses_allowed_html), by name. */
static gboolean
is_allowed (const char *name)
{
  static const char *const allowed[] = {
    "a",          "abbr",    "acronym", "address", "area",       "article", "aside",
    "audio",      "b",       "bdo",     "big",     "blockquote", "br",      "button",
    "caption",    "cite",    "code",    "col",     "colgroup",   "dd",      "del",
    "details",    "dfn",     "div",     "dl",      "dt",         "em",      "fieldset",
    "figcaption", "figure",  "font",    "footer",  "h1",         "h2",      "h3",
    "h4",         "h5",      "h6",      "header",  "hgroup",     "hr",      "i",
    "img",        "ins",     "kbd",     "label",   "legend",     "li",      "main",
    "map",        "mark",    "menu",    "nav",     "object",     "ol",      "p",
    "pre",        "q",       "rb",      "rp",      "rt",         "rtc",     "ruby",
    "s",          "samp",    "section", "small",   "span",       "strike",  "strong",
    "sub",        "summary", "sup",     "table",   "tbody",      "td",      "textarea",
    "tfoot",      "th",      "thead",   "title",   "tr",         "track",   "tt",
    "u",          "ul",      "var",     "video",   NULL,
  };
  return g_strv_contains (allowed, name);
}

gboolean
feu_markup_may_send_all (const FeuMarkupWriter *self)
{
  return (self->options->rights & FEU_RIGHT_RAW_HTML) != 0;
}

void
feu_markup_count_filtered (FeuMarkupWriter *self, const FeuRawToken *token)
{
  if (token->kind != FEU_RAW_START_TAG || feu_markup_may_send_all (self) ||
      is_allowed (token->name))
    return;
  if (self->filtered == NULL)
    self->filtered = g_ptr_array_new_with_free_func (free_filtered);
  for (guint i = 0; i < self->filtered->len; i++)
    {
      Filtered *filtered = g_ptr_array_index (self->filtered, i);
      if (strcmp (filtered->name, token->name) == 0)
        {
          filtered->count++;
          return;
        }
    }
  /* A hostile text has a thousand names. */
  if (self->filtered->len >= 20)
    return;
  Filtered *filtered = g_new0 (Filtered, 1);
  filtered->name = g_strdup (token->name);
  filtered->count = 1;
  filtered->line = self->line;
  g_ptr_array_add (self->filtered, filtered);
}

void
feu_markup_add_filtered_notes (FeuMarkupWriter *self)
{
  for (guint i = 0; self->filtered != NULL && i < self->filtered->len; i++)
    {
      const Filtered *filtered = g_ptr_array_index (self->filtered, i);
      feu_markup_take_note (
          self->result,
          g_strdup_printf (
              ngettext ("Your account may not use all of HTML on this site: %u <%s> "
                        "will be left out.",
                        "Your account may not use all of HTML on this site: %u <%s> "
                        "will be left out.",
                        filtered->count),
              filtered->count,
              filtered->name),
          filtered->line);
    }
}

/* ---- tags ---- */

/* Writes a start tag again, with the image's address on the site if @src is one. */
static void
put_tag (FeuMarkupWriter   *self,
         const FeuRawToken *token,
         const GPtrArray   *attributes,
         const char        *src)
{
  feu_markup_put_format (self, "<%s", token->name);
  for (guint i = 0; i < attributes->len; i++)
    {
      const FeuRawAttribute *attribute = g_ptr_array_index (attributes, i);
      gboolean               is_src = strcmp (attribute->name, "src") == 0;
      /* Other sizes would be looked for beside the article. */
      if (src != NULL && strcmp (attribute->name, "srcset") == 0)
        continue;
      if (strpbrk (attribute->name, "<>\"'&") != NULL)
        continue;
      feu_markup_put_format (self, " %s", attribute->name);
      if (!attribute->has_value)
        continue;
      g_string_append (self->out, "=\"");
      feu_markup_put_value (self, is_src && src != NULL ? src : attribute->value);
      g_string_append_c (self->out, '"');
    }
  g_string_append (self->out, token->is_self_closing ? "/>" : ">");
}

/* The address on the site of the image that an img element shows. */
static const char *
find_source (FeuMarkupWriter *self, const GPtrArray *attributes)
{
  const char *src = feu_raw_attributes_get (attributes, "src");

  if (src == NULL || self->options->find_image == NULL)
    return NULL;
  FeuImageRef          *image = feu_image_ref_new (src, "");
  const FeuRemoteImage *remote =
      self->options->find_image (image->src, self->options->image_data);
  feu_image_ref_free (image);
  return remote != NULL ? remote->url : NULL;
}

/* Length of the character reference at @at, which is an ampersand; 0 if it is none. */
static gsize
get_reference_length (const char *at)
{
  gsize length = 1 + (at[1] == '#' ? 1 : 0);

  while (g_ascii_isalnum (at[length]) && length < 40)
    length++;
  return at[length] == ';' && g_ascii_isalnum (at[length - 1]) ? length + 1 : 0;
}

/* The byte after the plain attribute at @at: a name, alone or with a value in double
 * quotes that needs no other spelling. NULL for another. */
static const char *
skip_plain_attribute (const char *at)
{
  gsize n_name = strspn (at, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_:");

  if (!g_ascii_isalpha (*at))
    return NULL;
  at += n_name;
  if (*at != '=')
    return at;
  if (at[1] != '"')
    return NULL;
  for (at += 2; *at != '"'; at++)
    if (*at == '<' || *at == '>' || (guchar) *at < 0x20 ||
        (*at == '&' && get_reference_length (at) == 0))
      return NULL;
  return at + 1;
}

/* Whether the tag can stay as it is. Two attributes of one name cannot. */
static gboolean
is_plain_tag (const FeuRawToken *token, const GPtrArray *attributes)
{
  const char *end = token->end - (token->is_self_closing ? 2 : 1);
  const char *at = token->attributes;
  guint       n = 0;

  while (at < end)
    {
      gsize n_spaces = strspn (at, " \n\t");
      at += n_spaces;
      if (at >= end)
        break;
      at = n_spaces > 0 ? skip_plain_attribute (at) : NULL;
      if (at == NULL)
        return FALSE;
      n++;
    }
  return n == attributes->len;
}

void
feu_markup_put_start_tag (FeuMarkupWriter *self,
                          FeuRawToken     *token,
                          gboolean         is_foreign)
{
  const char *src = NULL;
  g_autoptr (GPtrArray) attributes = feu_raw_token_read_attributes (token);
  gboolean is_plain = is_plain_tag (token, attributes);

  /* Browsers take "<div/>" for "<div>". */
  if (token->is_self_closing && !is_foreign && !feu_raw_balance_is_void (token->name))
    {
      token->is_self_closing = FALSE;
      is_plain = FALSE;
    }
  if (strcmp (token->name, "img") == 0)
    src = find_source (self, attributes);
  if (is_plain && src == NULL)
    g_string_append_len (self->out, token->start, token->end - token->start);
  else
    put_tag (self, token, attributes, src);
}

void
feu_markup_put_raw_text (FeuMarkupWriter *self, const char *at, const char *end)
{
  for (; at < end; at++)
    if (*at == '<')
      g_string_append (self->out, "&lt;");
    else if (*at == '&' && get_reference_length (at) == 0)
      g_string_append (self->out, "&amp;");
    else if ((guchar) *at >= 0x20 || *at == '\n' || *at == '\t')
      g_string_append_c (self->out, *at);
}

void
feu_markup_put_raw_inline (FeuMarkupWriter *self, const char *html)
{
  FeuRawToken token;

  if (!feu_raw_token_read (html, &token) || token.kind == FEU_RAW_HIDDEN ||
      !token.is_closed)
    return;
  if (token.kind == FEU_RAW_END_TAG)
    {
      feu_markup_put_format (self, "</%s>", token.name);
      return;
    }
  feu_markup_count_filtered (self, &token);
  /* The editor writes "<br>". */
  token.is_self_closing = FALSE;
  feu_markup_put_start_tag (self, &token, /* is_foreign= */ FALSE);
}
