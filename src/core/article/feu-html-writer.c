/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stack of open elements. Invariant: each element on it may stand in the one below
 * it. place() makes room for the next one; it is the only function that decides.
 */
#include "config.h"

#include "feu-html-writer.h"

#include "feu-html-attributes.h"
#include "feu-html-url.h"

#include <string.h>

/* What place() opens by itself may go a little deeper than the limit. */
#define MAX_FRAMES (FEU_HTML_MAX_DEPTH + 8)

typedef struct
{
  const FeuHtmlElement *element;
  guint                 number;
  gboolean              is_wrapper; /* only there to stand around what needs it */
  gboolean              has_caption;
  gboolean              has_attributes;
  gsize                 start;   /* of its start tag in the HTML */
  gsize                 content; /* the byte after it */
} Frame;

struct _FeuHtmlWriter
{
  GString *html; /* owned */
  Frame    frames[MAX_FRAMES];
  guint    depth;
  guint    last_number;
};

FeuHtmlWriter *
feu_html_writer_new (gsize size_hint_bytes)
{
  FeuHtmlWriter *self = g_new (FeuHtmlWriter, 1);
  self->html = g_string_sized_new (size_hint_bytes);
  self->depth = 0;
  self->last_number = 0;
  return self;
}

void
feu_html_writer_free (FeuHtmlWriter *self)
{
  if (self == NULL)
    return;
  if (self->html != NULL)
    g_string_free (self->html, TRUE);
  g_free (self);
}

static gboolean
is_blank (const char *text, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if (strchr (" \t\n", text[i]) == NULL || text[i] == '\0')
      return FALSE;
  return TRUE;
}

/* What may follow with @depth elements open: that of the innermost element which is not
 * transparent. */
static FeuHtmlContent
get_content (const FeuHtmlWriter *self, guint depth)
{
  for (guint i = depth; i > 0; i--)
    if (self->frames[i - 1].element->content != FEU_HTML_CONTENT_TRANSPARENT)
      return self->frames[i - 1].element->content;
  return FEU_HTML_CONTENT_FLOW;
}

static void
pop (FeuHtmlWriter *self)
{
  const Frame *frame = &self->frames[--self->depth];
  const char  *content = self->html->str + frame->content;

  /* A paragraph that a block inside it left empty was none in the source's view. */
  if (strcmp (frame->element->written_as, "p") == 0 && !frame->has_attributes &&
      is_blank (content, self->html->len - frame->content))
    g_string_truncate (self->html, frame->start);
  else
    {
      g_string_append (self->html, "</");
      g_string_append (self->html, frame->element->written_as);
      g_string_append_c (self->html, '>');
    }
}

static gboolean
push (FeuHtmlWriter        *self,
      const FeuHtmlElement *element,
      const char *const    *pairs,
      gboolean              is_wrapper)
{
  Frame frame = { .element = element,
                  .is_wrapper = is_wrapper,
                  .start = self->html->len };

  g_assert (self->depth < MAX_FRAMES);
  g_string_append_c (self->html, '<');
  g_string_append (self->html, element->written_as);
  gsize bare = self->html->len;
  if (!feu_html_attributes_append (self->html, element, pairs))
    {
      g_string_truncate (self->html, frame.start);
      return FALSE;
    }
  frame.has_attributes = self->html->len > bare;
  g_string_append (self->html,
                   element->content == FEU_HTML_CONTENT_NOTHING ? " />" : ">");
  if (element->content == FEU_HTML_CONTENT_NOTHING)
    return FALSE;
  frame.content = self->html->len;
  frame.number = ++self->last_number;
  self->frames[self->depth++] = frame;
  return TRUE;
}

static gboolean
is_structural (FeuHtmlKind kind)
{
  return kind != FEU_HTML_KIND_PHRASING && kind != FEU_HTML_KIND_FLOW;
}

static gboolean
is_table_kind (FeuHtmlKind kind)
{
  return kind == FEU_HTML_KIND_TABLE_PART || kind == FEU_HTML_KIND_ROW ||
         kind == FEU_HTML_KIND_CELL || kind == FEU_HTML_KIND_COLUMN;
}

/* May an element of @kind end @frame without its end tag? */
static gboolean
ends (FeuHtmlKind kind, const Frame *frame)
{
  FeuHtmlKind open = frame->element->kind;

  if (open == kind || (is_table_kind (open) && is_table_kind (kind)))
    return TRUE;
  return frame->element->content == FEU_HTML_CONTENT_PHRASING ||
         frame->element->content == FEU_HTML_CONTENT_TRANSPARENT;
}

/* The number of frames down to the one that takes @kind, or 0 when there is none that
 * can be reached. */
static guint
find_acceptor (const FeuHtmlWriter *self, FeuHtmlKind kind)
{
  for (guint i = self->depth; i > 0; i--)
    {
      const Frame *frame = &self->frames[i - 1];
      if (feu_html_content_accepts (frame->element->content, kind))
        return i;
      if (!ends (kind, frame))
        return 0;
    }
  return 0;
}

static gboolean
is_free_for (const FeuHtmlWriter *self, const Frame *frame, FeuHtmlKind kind)
{
  if (kind == FEU_HTML_KIND_FIGCAPTION)
    return !frame->has_caption;
  if (kind == FEU_HTML_KIND_SUMMARY)
    return is_blank (self->html->str + frame->content,
                     self->html->len - frame->content);
  return TRUE;
}

/* libxml2 ends these before those, as HTML 4 had it. What is opened without its asking
 * must do the same, or the result would read differently the next time. */
static void
end_as_html4 (FeuHtmlWriter *self, const FeuHtmlElement *next)
{
  static const struct
  {
    const char *open;
    const char *next;
  } pairs[] = { { "a", "table" }, { "address", "dl" }, { "address", "ul" } };

  for (guint i = 0; self->depth > 0 && i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (self->frames[self->depth - 1].element->written_as, pairs[i].open) ==
            0 &&
        strcmp (next->written_as, pairs[i].next) == 0)
      pop (self);
}

static void place_text_or_flow (FeuHtmlWriter *self, FeuHtmlKind kind);

/* Makes the innermost open element one that takes @kind; FALSE if none can. */
static gboolean
place (FeuHtmlWriter *self, FeuHtmlKind kind)
{
  if (!is_structural (kind))
    {
      place_text_or_flow (self, kind);
      return TRUE;
    }
  guint acceptor = find_acceptor (self, kind);
  if (acceptor > 0 && is_free_for (self, &self->frames[acceptor - 1], kind))
    {
      while (self->depth > acceptor)
        pop (self);
      self->frames[acceptor - 1].has_caption |= kind == FEU_HTML_KIND_FIGCAPTION;
      return TRUE;
    }
  const FeuHtmlElement *parent = feu_html_kind_get_implied_parent (kind);
  if (acceptor > 0 || parent == NULL || !place (self, parent->kind))
    return FALSE;
  end_as_html4 (self, parent);
  return push (self, parent, NULL, /* is_wrapper= */ TRUE);
}

static void
place_text_or_flow (FeuHtmlWriter *self, FeuHtmlKind kind)
{
  while (!feu_html_content_accepts (get_content (self, self->depth), kind))
    {
      const Frame          *top = &self->frames[self->depth - 1];
      const FeuHtmlElement *child =
          feu_html_content_get_implied_child (top->element->content);
      if (child != NULL && !top->is_wrapper)
        push (self, child, NULL, /* is_wrapper= */ FALSE);
      else
        pop (self);
    }
}

/* Closes an element of the same name around this place, as browsers do with links.
 * Returns FALSE when it cannot be closed, so that the new one has to go. */
static gboolean
leave_itself (FeuHtmlWriter *self, const FeuHtmlElement *element)
{
  gboolean can_end = TRUE;

  for (guint i = self->depth; i > 0; i--)
    {
      const Frame *frame = &self->frames[i - 1];
      can_end = can_end && ends (FEU_HTML_KIND_PHRASING, frame);
      if (strcmp (frame->element->written_as, element->written_as) != 0)
        continue;
      if (!can_end)
        return FALSE;
      while (self->depth >= i)
        pop (self);
    }
  return TRUE;
}

/* How many elements will be open once place() has made room for text or flow. */
static guint
count_open_for_flow (const FeuHtmlWriter *self, FeuHtmlKind kind)
{
  guint depth = self->depth;

  for (; !feu_html_content_accepts (get_content (self, depth), kind); depth--)
    {
      const Frame          *top = &self->frames[depth - 1];
      const FeuHtmlElement *child =
          feu_html_content_get_implied_child (top->element->content);
      if (child == NULL || top->is_wrapper)
        continue;
      for (; child != NULL; depth++)
        child = feu_html_content_get_implied_child (child->content);
      return depth;
    }
  return depth;
}

/* The same for any @kind. */
static guint
count_open_for (const FeuHtmlWriter *self, FeuHtmlKind kind)
{
  guint acceptor = is_structural (kind) ? find_acceptor (self, kind) : 0;
  guint n_wrappers = 0;

  if (acceptor > 0)
    return acceptor;
  while (is_structural (kind))
    {
      const FeuHtmlElement *parent = feu_html_kind_get_implied_parent (kind);
      kind = parent != NULL ? parent->kind : FEU_HTML_KIND_FLOW;
      n_wrappers += parent != NULL ? 1 : 0;
      acceptor = is_structural (kind) ? find_acceptor (self, kind) : 0;
      if (acceptor > 0)
        return acceptor + n_wrappers;
    }
  return count_open_for_flow (self, kind) + n_wrappers;
}

guint
feu_html_writer_open (FeuHtmlWriter        *self,
                      const FeuHtmlElement *element,
                      const char *const    *pairs)
{
  static const char *const div_kinds[] = { "figcaption", "summary", NULL };

  /* Counted with what it brings along, so that the result is not too deep either. */
  if (element->content != FEU_HTML_CONTENT_NOTHING &&
      count_open_for (self, element->kind) >= FEU_HTML_MAX_DEPTH)
    return 0;
  if (element->not_in_itself && !leave_itself (self, element))
    return 0;
  if (!place (self, element->kind))
    {
      if (!g_strv_contains (div_kinds, element->name))
        return 0;
      element = feu_html_element_find ("div");
      place (self, element->kind);
    }
  end_as_html4 (self, element);
  if (element->fate == FEU_HTML_FATE_IMAGE)
    feu_html_append_image (self->html, pairs);
  else if (element->fate == FEU_HTML_FATE_CHECKBOX)
    feu_html_append_checkbox (self->html, pairs);
  else if (push (self, element, pairs, /* is_wrapper= */ FALSE))
    return self->last_number;
  return 0;
}

void
feu_html_writer_close (FeuHtmlWriter *self, guint number)
{
  guint depth = self->depth;

  if (number == 0)
    return;
  /* Numbers rise along the stack. */
  while (depth > 0 && self->frames[depth - 1].number > number)
    depth--;
  if (depth == 0 || self->frames[depth - 1].number != number)
    {
      /* What comes next did not touch what was inside. */
      if (self->html->len > 0 && self->html->str[self->html->len - 1] != '\n')
        g_string_append_c (self->html, '\n');
      return;
    }
  while (self->depth >= depth)
    pop (self);
}

void
feu_html_writer_add_text (FeuHtmlWriter *self, const char *text, gsize length_bytes)
{
  if (!is_blank (text, length_bytes))
    place (self, FEU_HTML_KIND_PHRASING);
  feu_html_append_escaped (self->html, text, length_bytes);
}

void
feu_html_writer_add_embed (FeuHtmlWriter *self, const char *url, const char *label)
{
  const char *const paragraph[] = { "class", "embed", NULL };
  const char *const link[] = { "href", url, NULL };
  const char       *text = label != NULL && *label != '\0' ? label : url;

  if (*url == '\0' || !feu_html_url_is_safe (url))
    return;
  guint outer = feu_html_writer_open (self, feu_html_element_find ("p"), paragraph);
  guint inner = feu_html_writer_open (self, feu_html_element_find ("a"), link);
  feu_html_writer_add_text (self, text, strlen (text));
  feu_html_writer_close (self, inner);
  feu_html_writer_close (self, outer);
}

char *
feu_html_writer_finish (FeuHtmlWriter *self)
{
  while (self->depth > 0)
    pop (self);
  return g_string_free (g_steal_pointer (&self->html), FALSE);
}
