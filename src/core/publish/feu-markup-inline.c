/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inline nodes as the rich text of the block editor, which is HTML with a few elements
 * of its own.
 */
#include "config.h"

#include "feu-markup-writer-private.h"

#include "feu-raw-token.h"

#include <string.h>

/* ---- raw HTML among them ---- */

#define MAX_RAW_DEPTH 24

static gboolean
is_void (const char *name)
{
  static const char *const names[] = { "br", "img", "wbr", NULL };
  return g_strv_contains (names, name);
}

/* Elements that may stand in a line and have no rules of their own about what is around
 * them. */
static gboolean
is_phrasing (const char *name)
{
  static const char *const names[] = {
    "a",   "abbr", "b",    "bdi",  "bdo",  "big",   "br",   "cite",   "code",   "data",
    "del", "dfn",  "em",   "font", "i",    "img",   "ins",  "kbd",    "mark",   "q",
    "rp",  "rt",   "ruby", "s",    "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt",   "u",    "var",  "wbr",   NULL,
  };
  return g_strv_contains (names, name);
}

/* The raw elements that are open, innermost last. */
typedef struct
{
  char  names[MAX_RAW_DEPTH][32];
  guint n;
  guint n_anchors; /* raw ones */
  guint n_links;   /* Markdown's */
} OpenElements;

/* Whether @token may come where @open is open; then it is. */
static gboolean
follow_token (OpenElements *open, guint base, const FeuRawToken *token)
{
  const char *top = open->n > base ? open->names[open->n - 1] : "";
  gboolean    is_anchor = strcmp (token->name, "a") == 0;

  if (token->kind == FEU_RAW_HIDDEN)
    return TRUE;
  if (!token->is_closed || !is_phrasing (token->name))
    return FALSE;
  if (token->kind == FEU_RAW_END_TAG)
    {
      if (strcmp (top, token->name) != 0)
        return FALSE;
      open->n--;
      open->n_anchors -= is_anchor ? 1 : 0;
      return TRUE;
    }
  if (is_void (token->name))
    return TRUE;
  gboolean is_ruby_part =
      strcmp (token->name, "rt") == 0 || strcmp (token->name, "rp") == 0;
  if (open->n == MAX_RAW_DEPTH || (is_anchor && open->n_anchors + open->n_links > 0) ||
      (is_ruby_part && strcmp (top, "ruby") != 0))
    return FALSE;
  g_strlcpy (open->names[open->n++], token->name, sizeof open->names[0]);
  open->n_anchors += is_anchor ? 1 : 0;
  return TRUE;
}

static gboolean
follow_children (OpenElements *open, const FeuNode *node)
{
  guint       base = open->n;
  FeuRawToken token;

  for (const FeuNode *at = node->first_child; at != NULL; at = at->next)
    {
      gboolean is_link = at->type == FEU_NODE_LINK;
      if (at->type == FEU_NODE_RAW && (!feu_raw_token_read (at->text, &token) ||
                                       token.end != at->text + strlen (at->text) ||
                                       !follow_token (open, base, &token)))
        return FALSE;
      if (open->n_anchors > 0 && (is_link || at->type == FEU_NODE_NOTE_REFERENCE))
        return FALSE;
      /* A link writes the references in it behind itself. */
      gboolean is_simple = TRUE;
      if (at->first_child != NULL)
        {
          OpenElements inside = *open;
          inside.n_links += is_link ? 1 : 0;
          is_simple = follow_children (&inside, at);
        }
      if (!is_simple)
        return FALSE;
    }
  return open->n == base;
}

gboolean
feu_markup_has_simple_inline (const FeuNode *node)
{
  OpenElements open = { .n = 0 };
  return follow_children (&open, node);
}

/* ---- notes ---- */

char *
feu_markup_dup_note_id (FeuMarkupWriter *self, const char *label)
{
  const FeuMarkupOptions *options = self->options;
  const char             *known = options->find_note_id != NULL
                                      ? options->find_note_id (label, options->note_data)
                                      : NULL;

  if (known != NULL && *known != '\0' &&
      strspn (known, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen (known))
    return g_strdup (known);
  /* On a page with several posts two must not have the same. */
  const char      *title = feu_article_get_title (self->article);
  g_autofree char *seed = g_strdup_printf ("%s\n%s", title != NULL ? title : "", label);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
  return g_strdup_printf ("fn-%.16s", hash);
}

/* The editor counts the first reference to a note in the text as its place in the list,
 * and each further one as a further note. So those are links. */
static void
put_reference (FeuMarkupWriter *self, const FeuNode *node)
{
  g_autofree char *id = feu_markup_dup_note_id (self, node->text);
  gboolean         is_first =
      !self->in_note &&
      g_hash_table_add (self->notes_written, GUINT_TO_POINTER (node->number));

  if (!is_first)
    feu_markup_put_format (self, "<sup><a href=\"#%s\">%u</a></sup>", id, node->number);
  else if (self->options->has_footnotes && !self->is_classic)
    feu_markup_put_format (self,
                           "<sup data-fn=\"%s\" class=\"fn\"><a href=\"#%s\" "
                           "id=\"%s-link\">%u</a></sup>",
                           id,
                           id,
                           id,
                           node->number);
  else
    feu_markup_put_format (
        self, "<sup><a href=\"#%s\" id=\"%s-link\">%u</a></sup>", id, id, node->number);
}

/* ---- nodes ---- */

static void
put_inside (FeuMarkupWriter *self, const char *element, const FeuNode *node)
{
  feu_markup_put_format (self, "<%s>", element);
  feu_markup_put_inline (self, node->first_child, NULL, 0);
  feu_markup_put_format (self, "</%s>", element);
}

static void
put_references_in (FeuMarkupWriter *self, const FeuNode *node)
{
  for (const FeuNode *at = node->first_child; at != NULL; at = at->next)
    if (at->type == FEU_NODE_NOTE_REFERENCE)
      put_reference (self, at);
    else
      put_references_in (self, at);
}

static void
put_link (FeuMarkupWriter *self, const FeuNode *node)
{
  const char *address = feu_markup_find_address (self, node);

  if (address == NULL || self->in_link)
    {
      feu_markup_put_inline (self, node->first_child, NULL, 0);
      return;
    }
  g_string_append (self->out, "<a href=\"");
  feu_markup_put_address (self, address);
  if (node->title != NULL)
    {
      g_string_append (self->out, "\" title=\"");
      feu_markup_put_value (self, node->title);
    }
  g_string_append (self->out, "\">");
  self->in_link = TRUE;
  feu_markup_put_inline (self, node->first_child, NULL, 0);
  self->in_link = FALSE;
  g_string_append (self->out, "</a>");
  put_references_in (self, node);
}

static void
put_image (FeuMarkupWriter *self, const FeuNode *node)
{
  FeuMarkupImage image = feu_markup_find_image (self, node);

  if (image.url == NULL)
    {
      feu_markup_put_text (self, image.alt);
      return;
    }
  g_string_append (self->out, "<img");
  if (image.remote != NULL && image.remote->id > 0)
    feu_markup_put_format (
        self, " class=\"wp-image-%" G_GINT64_FORMAT "\"", image.remote->id);
  g_string_append (self->out, " src=\"");
  feu_markup_put_address (self, image.url);
  g_string_append (self->out, "\" alt=\"");
  feu_markup_put_value (self, image.alt);
  g_string_append (self->out, "\">");
}

static void
put_node (FeuMarkupWriter *self, const FeuNode *node)
{
  switch ((int) node->type)
    {
    case FEU_NODE_TEXT:
      feu_markup_put_text (self, node->text);
      break;
    case FEU_NODE_CODE:
      g_string_append (self->out, "<code>");
      feu_markup_put_text (self, node->text);
      g_string_append (self->out, "</code>");
      break;
    case FEU_NODE_EMPHASIS:
      put_inside (self, "em", node);
      break;
    case FEU_NODE_STRONG:
      put_inside (self, "strong", node);
      break;
    case FEU_NODE_STRIKE:
      put_inside (self, self->is_classic ? "del" : "s", node);
      break;
    case FEU_NODE_LINK:
      put_link (self, node);
      break;
    case FEU_NODE_IMAGE:
      put_image (self, node);
      break;
    case FEU_NODE_RAW:
      if (self->keeps_raw)
        g_string_append (self->out, node->text);
      else if (!self->drops_raw)
        feu_markup_put_raw_inline (self, node->text);
      break;
    case FEU_NODE_SOFT_BREAK:
      g_string_append_c (self->out, self->is_classic ? ' ' : '\n');
      break;
    case FEU_NODE_HARD_BREAK:
      g_string_append (self->out, self->is_classic ? "<br />" : "<br>");
      break;
    case FEU_NODE_NOTE_REFERENCE:
      if (!self->in_link)
        put_reference (self, node);
      break;
    }
}

void
feu_markup_put_inline (FeuMarkupWriter *self,
                       const FeuNode   *first,
                       const FeuNode   *limit,
                       gsize            skip_bytes)
{
  for (const FeuNode *at = first; at != limit && at != NULL; at = at->next)
    if (at == first && skip_bytes > 0)
      feu_markup_put_text (self, at->text + skip_bytes);
    else
      put_node (self, at);
}
