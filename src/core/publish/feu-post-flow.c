/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each block is written by itself; what stands in a list or quote is then moved behind
 * its mark, line by line.
 */
#include "config.h"

#include "feu-post-flow.h"

#include "feu-post-figure.h"
#include "feu-post-table.h"

#include <string.h>

/* What is written so far of a row of siblings. */
typedef struct
{
  const FeuPostContext *context;  /* borrowed */
  GString              *out;      /* owned */
  gboolean              is_tight; /* no blank line before a list */
  char last_mark; /* of the list just written; '\0' after anything else */
} Flow;

/* Appends @lines with @mark before the first and @indent before all others. */
static void
append_indented (GString *out, const char *lines, const char *mark, const char *indent)
{
  for (const char *at = lines;; at++)
    {
      gsize       length = strcspn (at, "\n");
      const char *prefix = at == lines ? mark : indent;
      gsize       width = strlen (prefix);
      while (length == 0 && width > 0 && prefix[width - 1] == ' ')
        width--;
      g_string_append_len (out, prefix, (gssize) width);
      g_string_append_len (out, at, (gssize) length);
      at += length;
      if (*at == '\0')
        return;
      g_string_append_c (out, '\n');
    }
}

static void
add_block (Flow *self, const char *lines)
{
  if (*lines == '\0')
    return;
  if (self->out->len > 0)
    g_string_append (self->out, "\n\n");
  g_string_append (self->out, lines);
  self->last_mark = '\0';
}

/* A paragraph that is nothing but an address would be shown as what is there. */
static void
add_paragraph (Flow *self, char *take_text, gboolean may_embed)
{
  g_autofree char *text = take_text;

  if (!may_embed && g_str_has_prefix (text, "http") && strpbrk (text, " \n") == NULL &&
      strstr (text, "://") != NULL)
    {
      g_autofree char *link = g_strconcat ("<", text, ">", NULL);
      add_block (self, link);
    }
  else
    add_block (self, text);
}

static FeuInlinePlace
get_place (const Flow *self)
{
  return self->context->keeps_lines ? FEU_INLINE_LINES : FEU_INLINE_PARAGRAPH;
}

static gboolean
add_heading (Flow *self, const xmlNode *node)
{
  g_autofree char *text = feu_post_inline_dup (node, FEU_INLINE_LINE, self->context);

  if (text == NULL)
    return FALSE;
  g_autofree char *marks = g_strnfill ((gsize) (node->name[1] - '0'), '#');
  g_autofree char *line = g_strconcat (marks, " ", text, NULL);
  if (*text != '\0')
    add_block (self, line);
  return TRUE;
}

/* The text of a list item, with boxes for what is to be done. */
static char *
dup_item (const Flow *self, const xmlNode *item, gboolean *out_is_tight)
{
  gboolean is_tight = TRUE;

  for (const xmlNode *child = feu_post_html_skip_nothing (item->children);
       child != NULL;
       child = feu_post_html_skip_nothing (child->next))
    is_tight &= feu_post_inline_is (child) || feu_post_html_is (child, "ul") ||
                feu_post_html_is (child, "ol");
  *out_is_tight = is_tight;

  FeuPostContext context = *self->context;
  context.uses_other_marks = FALSE;
  g_autofree char *lines = feu_post_flow_dup (item->children, NULL, &context);
  if (lines == NULL)
    return NULL;
  if (g_str_has_prefix (lines, "☐ "))
    return g_strconcat ("[ ] ", lines + strlen ("☐ "), NULL);
  if (g_str_has_prefix (lines, "☑ "))
    return g_strconcat ("[x] ", lines + strlen ("☑ "), NULL);
  return g_steal_pointer (&lines);
}

/* Two lists of the same mark would be one. */
static char
choose_mark (const Flow *self, gboolean is_ordered)
{
  char     mark = is_ordered ? '.' : '-';
  char     other = is_ordered ? ')' : '*';
  gboolean is_taken = self->last_mark == mark ||
                      (self->context->uses_other_marks && self->out->len == 0);
  return is_taken ? other : mark;
}

static GPtrArray *
read_items (const Flow *self, const xmlNode *list, gboolean *out_is_tight)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (const xmlNode *item = feu_post_html_skip_nothing (list->children); item != NULL;
       item = feu_post_html_skip_nothing (item->next))
    {
      gboolean is_tight = TRUE;
      char    *lines =
          feu_post_html_is (item, "li") ? dup_item (self, item, &is_tight) : NULL;
      if (lines == NULL)
        return NULL;
      g_ptr_array_add (items, lines);
      *out_is_tight &= is_tight;
    }
  return g_steal_pointer (&items);
}

/* Numbers that Markdown cannot count: backwards, in letters, below zero. */
static gboolean
read_start (const xmlNode *list, guint *out_start)
{
  g_autofree char *start = feu_post_html_dup_attribute (list, "start");
  g_autofree char *type = feu_post_html_dup_attribute (list, "type");
  g_autofree char *reversed = feu_post_html_dup_attribute (list, "reversed");
  guint64          value = 1;

  if (type != NULL || reversed != NULL ||
      (start != NULL &&
       !g_ascii_string_to_unsigned (start, 10, 0, 99999999, &value, NULL)))
    return FALSE;
  *out_start = (guint) value;
  return TRUE;
}

static gboolean
add_list (Flow *self, const xmlNode *list)
{
  gboolean is_ordered = feu_post_html_is (list, "ol");
  char     mark = choose_mark (self, is_ordered);
  gboolean is_tight = TRUE;
  guint    start = 1;
  g_autoptr (GPtrArray) items = read_items (self, list, &is_tight);

  if (items == NULL || (is_ordered && !read_start (list, &start)))
    return FALSE;
  if (items->len == 0)
    return TRUE;
  if (self->out->len > 0)
    /* Only a list that begins with 1 can follow a line of text. */
    g_string_append (self->out,
                     self->is_tight && start == 1 && self->last_mark == '\0' ? "\n"
                                                                             : "\n\n");
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *before = is_ordered ? g_strdup_printf ("%u%c ", start + i, mark)
                                           : g_strdup_printf ("%c ", mark);
      g_autofree char *indent = g_strnfill (strlen (before), ' ');
      if (i > 0)
        g_string_append (self->out, is_tight ? "\n" : "\n\n");
      append_indented (self->out, g_ptr_array_index (items, i), before, indent);
    }
  self->last_mark = mark;
  return TRUE;
}

/* Who is quoted stands in the quote's last paragraph, behind a dash. */
static gboolean
add_quote (Flow *self, const xmlNode *quote)
{
  const xmlNode *cite = quote->last;
  FeuPostContext context = *self->context;

  context.uses_other_marks = FALSE;
  while (cite != NULL && feu_post_html_is_nothing (cite))
    cite = cite->prev;
  if (!feu_post_html_is (cite, "cite") || cite == quote->children)
    cite = NULL;
  g_autofree char *lines = feu_post_flow_dup (quote->children, cite, &context);
  if (lines == NULL)
    return FALSE;
  Flow             inner = { .context = &context, .out = g_string_new (lines) };
  g_autofree char *who = cite != NULL
                             ? feu_post_inline_dup (cite, FEU_INLINE_LINE, &context)
                             : g_strdup ("");
  g_autofree char *line =
      who != NULL && *who != '\0' ? g_strconcat ("— ", who, NULL) : g_strdup ("");
  add_block (&inner, line);
  g_autoptr (GString) quoted = g_string_new (NULL);
  append_indented (quoted, inner.out->str, "> ", "> ");
  add_block (self, inner.out->len > 0 ? quoted->str : "");
  g_string_free (inner.out, TRUE);
  return who != NULL;
}

static gboolean
add_markup (Flow *self, char *take_markup)
{
  if (take_markup == NULL)
    return FALSE;
  add_block (self, take_markup);
  g_free (take_markup);
  return TRUE;
}

static gboolean
add_element (Flow *self, const xmlNode *node)
{
  const FeuPostContext *context = self->context;
  const char           *name = (const char *) node->name;

  if (node->type == XML_COMMENT_NODE)
    return strcmp ((const char *) node->content, "more") == 0 &&
           add_markup (self, g_strdup ("<!--more-->"));
  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (strcmp (name, "p") == 0)
    {
      char *text = feu_post_inline_dup (node, get_place (self), context);
      if (text != NULL)
        add_paragraph (self, text, context->keeps_lines);
      return text != NULL;
    }
  if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
    return add_heading (self, node);
  if (strcmp (name, "ul") == 0 || strcmp (name, "ol") == 0)
    return add_list (self, node);
  if (strcmp (name, "blockquote") == 0)
    return add_quote (self, node);
  if (strcmp (name, "hr") == 0)
    return add_markup (self, g_strdup ("---"));
  if (strcmp (name, "pre") == 0)
    return add_markup (self, feu_post_figure_dup_code (node));
  if (strcmp (name, "figure") == 0)
    return add_markup (self, feu_post_figure_dup (node, context));
  if (strcmp (name, "table") == 0)
    return add_markup (self, feu_post_table_dup (node, context));
  return FALSE;
}

/* The text from @node to the next block. Returns that, or NULL at the end. */
static xmlNode *
add_text (Flow *self, xmlNode *node, const xmlNode *end, gboolean *out_is_said)
{
  FeuInlineMarkdown *text = feu_inline_markdown_new (get_place (self));
  xmlNode           *behind = node;

  while (behind != NULL && behind != end &&
         (feu_post_inline_is (behind) || feu_post_html_is_nothing (behind)))
    behind = behind->next;
  *out_is_said = feu_post_inline_append (text, node, behind, self->context);
  if (*out_is_said)
    add_paragraph (self, feu_inline_markdown_finish (text), TRUE);
  else
    feu_inline_markdown_free (text);
  return behind;
}

char *
feu_post_flow_dup (xmlNode *first, const xmlNode *end, const FeuPostContext *context)
{
  Flow     self = { .context = context, .out = g_string_new (NULL) };
  gboolean is_said = TRUE;

  self.is_tight = first != NULL && feu_post_html_is (first->parent, "li");
  for (xmlNode *node = first; node != NULL && node != end && is_said;)
    {
      if (feu_post_html_is_nothing (node))
        node = node->next;
      else if (feu_post_inline_is (node))
        node = add_text (&self, node, end, &is_said);
      else
        {
          is_said = add_element (&self, node);
          node = node->next;
        }
    }
  return g_string_free (self.out, !is_said);
}
