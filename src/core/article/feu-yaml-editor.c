/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values replaced and removed where they stand.
 */
#include "config.h"

#include "feu-yaml-edit-private.h"

#include "feu-text-edit.h"
#include "feu-yaml-scalar.h"

#include <string.h>

void
feu_yaml_editor_replace (FeuYamlEditor *self, gsize start, gsize end, const char *text)
{
  g_ptr_array_add (self->edits, feu_text_edit_new (start, end, text));
}

gsize
feu_yaml_editor_find_line_start (const FeuYamlEditor *self, gsize at)
{
  while (at > self->content_start && strchr ("\r\n", self->text[at - 1]) == NULL)
    at--;
  return at;
}

static gsize
find_line_end (const FeuYamlEditor *self, gsize at)
{
  while (at < self->content_end && strchr ("\r\n", self->text[at]) == NULL)
    at++;
  return at;
}

gsize
feu_yaml_editor_find_next_line (const FeuYamlEditor *self, gsize at)
{
  at = find_line_end (self, at);
  if (at + 1 < self->content_end && self->text[at] == '\r' &&
      self->text[at + 1] == '\n')
    return at + 2;
  return MIN (at + 1, self->content_end);
}

gsize
feu_yaml_editor_get_column (const FeuYamlEditor *self, gsize at)
{
  return at - feu_yaml_editor_find_line_start (self, at);
}

gboolean
feu_yaml_editor_is_first_on_line (const FeuYamlEditor *self, gsize at)
{
  gsize start = feu_yaml_editor_find_line_start (self, at);
  while (start < at && self->text[start] == ' ')
    start++;
  return start == at;
}

void
feu_yaml_value_append (const FeuYamlValue *value,
                       GString            *out,
                       gboolean            in_flow,
                       gsize               indent,
                       const char         *newline)
{
  if (value->items == NULL)
    {
      if (!in_flow && !value->is_bare && feu_yaml_can_be_literal (value->text))
        {
          g_string_append (out, " |-");
          feu_yaml_append_lines (out, value->text, indent, newline);
          return;
        }
      gboolean is_plain =
          value->is_bare && feu_yaml_can_be_plain (value->text, in_flow);
      g_autofree char *inside = is_plain ? g_strdup (value->text)
                                         : feu_yaml_dup_inline (value->text, in_flow);
      g_string_append_printf (out, " %s", inside);
      return;
    }
  for (guint i = 0; value->items[i] != NULL; i++)
    {
      g_autofree char *item =
          feu_yaml_dup_inline (value->items[i], /* in_flow= */ TRUE);
      g_string_append_printf (out, "%s%s", i == 0 ? " [" : ", ", item);
    }
  g_string_append_c (out, ']');
}

static gboolean
is_block_scalar (const FeuYamlEditor *self, const FeuMetaNode *node)
{
  return node->type == FEU_META_SCALAR && !node->is_alias && !node->is_plain &&
         node->end_bytes > node->start_bytes &&
         strchr ("|>", self->text[node->start_bytes]) != NULL;
}

/* Where the lines of a block below the key or dash of @node are to begin. */
static gsize
get_block_indent (const FeuYamlEditor *self, const FeuMetaNode *node)
{
  return feu_yaml_editor_get_column (self, node->key_start_bytes) + 2;
}

/* As before in the block scalar @node; otherwise the usual. */
static gsize
find_body_indent (const FeuYamlEditor *self, const FeuMetaNode *node)
{
  for (gsize at = feu_yaml_editor_find_next_line (self, node->start_bytes);
       at < node->end_bytes;
       at = feu_yaml_editor_find_next_line (self, at))
    {
      gsize n_spaces = strspn (self->text + at, " ");
      if (strchr ("\r\n", self->text[at + n_spaces]) == NULL)
        return n_spaces;
    }
  return get_block_indent (self, node);
}

/* A block scalar stays one, literal or folded, and keeps the comment after its sign. */
static void
set_block_scalar (FeuYamlEditor *self, const FeuMetaNode *node, const char *text)
{
  gsize    header_end = find_line_end (self, node->start_bytes);
  gsize    comment = node->start_bytes;
  gboolean is_folded =
      self->text[node->start_bytes] == '>' && strchr (text, '\n') == NULL;
  g_autoptr (GString) out = g_string_new (is_folded ? ">-" : "|-");

  while (comment < header_end && strchr ("|>+-0123456789", self->text[comment]) != NULL)
    comment++;
  g_string_append_len (out, self->text + comment, (gssize) (header_end - comment));
  feu_yaml_append_lines (out, text, find_body_indent (self, node), self->newline);
  feu_yaml_editor_replace (self, node->start_bytes, node->end_bytes, out->str);
}

/* What stands on one line becomes a literal block: its lines go after the end of that
 * line, which may have a comment. */
static void
set_literal (FeuYamlEditor *self, const FeuMetaNode *node, const char *text)
{
  gsize line_end = find_line_end (self, node->end_bytes);
  g_autoptr (GString) out = g_string_new (NULL);

  if (strchr (" \t", self->text[node->start_bytes - 1]) == NULL)
    g_string_append_c (out, ' ');
  g_string_append (out, "|-");
  g_string_append_len (
      out, self->text + node->end_bytes, (gssize) (line_end - node->end_bytes));
  feu_yaml_append_lines (out, text, get_block_indent (self, node), self->newline);
  feu_yaml_editor_replace (self, node->start_bytes, line_end, out->str);
}

void
feu_yaml_editor_set_inline (FeuYamlEditor     *self,
                            const FeuMetaNode *node,
                            const char        *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  if (strchr (" \t\r\n[{", self->text[node->start_bytes - 1]) == NULL)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
  if (is_block_scalar (self, node))
    {
      /* The comment after a block's sign stays on the line of its key. */
      gsize header_end = find_line_end (self, node->start_bytes);
      gsize comment = node->start_bytes;
      while (comment < header_end && self->text[comment] != ' ')
        comment++;
      g_string_append_len (out, self->text + comment, (gssize) (header_end - comment));
    }
  feu_yaml_editor_replace (self, node->start_bytes, node->end_bytes, out->str);
}

/* @text on one line, in the quotes that @node has, if they can hold it. */
static char *
dup_in_style_of (const FeuYamlEditor *self,
                 const FeuMetaNode   *node,
                 const char          *text,
                 gboolean             is_bare)
{
  char first =
      node->end_bytes > node->start_bytes ? self->text[node->start_bytes] : '\0';
  char *quoted = NULL;

  if (!node->is_plain && !node->is_alias && first == '"')
    return feu_yaml_dup_double_quoted (text);
  if (!node->is_plain && !node->is_alias && first == '\'')
    quoted = feu_yaml_dup_single_quoted (text);
  if (quoted != NULL)
    return quoted;
  if (is_bare && feu_yaml_can_be_plain (text, node->is_flow))
    return g_strdup (text);
  return feu_yaml_dup_inline (text, node->is_flow);
}

/* Whether a block scalar can hold @text: on one line, nothing that is not printed. */
static gboolean
can_be_block (const char *text)
{
  if (strchr (text, '\n') != NULL)
    return feu_yaml_can_be_literal (text);
  g_autofree char *printable = feu_yaml_dup_single_quoted (text);
  return printable != NULL && text[0] != '\0' && text[0] != ' ' &&
         !g_str_has_suffix (text, " ");
}

void
feu_yaml_editor_set_scalar (FeuYamlEditor     *self,
                            const FeuMetaNode *node,
                            const char        *text,
                            gboolean           is_bare)
{
  gboolean is_double_quoted = !node->is_plain && node->end_bytes > node->start_bytes &&
                              self->text[node->start_bytes] == '"';

  if (is_block_scalar (self, node) && can_be_block (text))
    set_block_scalar (self, node, text);
  else if (!is_block_scalar (self, node) && !node->is_flow && !is_double_quoted &&
           feu_yaml_can_be_literal (text))
    set_literal (self, node, text);
  else
    {
      g_autofree char *inside = dup_in_style_of (self, node, text, is_bare);
      feu_yaml_editor_set_inline (self, node, inside);
    }
}

static const FeuMetaNode *
get_child (const FeuMetaNode *parent, guint i)
{
  return g_ptr_array_index (parent->children, i);
}

/* Whether what is from @start to @end has its lines for itself, but for a comment after
 * the comma, which has to be there if another item follows. */
static gboolean
has_own_lines (const FeuYamlEditor *self, gsize start, gsize end, gboolean is_last)
{
  gboolean has_comma = self->text[end] == ',';
  if (has_comma)
    end++;
  end += strspn (self->text + end, " \t");
  return (has_comma || is_last) && feu_yaml_editor_is_first_on_line (self, start) &&
         strchr ("#\r\n", self->text[end]) != NULL;
}

/* Children @first to @last of a collection in brackets, with the commas between. */
static void
remove_flow_run (FeuYamlEditor     *self,
                 const FeuMetaNode *parent,
                 guint              first,
                 guint              last)
{
  gsize    start = get_child (parent, first)->key_start_bytes;
  gsize    end = get_child (parent, last)->end_bytes;
  gboolean is_last = last + 1 == parent->children->len;

  if (has_own_lines (self, start, end, is_last))
    {
      start = feu_yaml_editor_find_line_start (self, start);
      end = feu_yaml_editor_find_next_line (self, end);
    }
  else if (!is_last)
    end = get_child (parent, last + 1)->key_start_bytes;
  else if (first > 0)
    start = get_child (parent, first - 1)->end_bytes;
  feu_yaml_editor_replace (self, start, end, "");
}

/* The lines of one child; of the first one in "- a: 1", what is up to the second. */
static void
remove_block_child (FeuYamlEditor *self, const FeuMetaNode *parent, guint i)
{
  const FeuMetaNode *child = get_child (parent, i);
  gsize              start = child->key_start_bytes;

  if (feu_yaml_editor_is_first_on_line (self, start))
    feu_yaml_editor_replace (self,
                             feu_yaml_editor_find_line_start (self, start),
                             feu_yaml_editor_find_next_line (self, child->end_bytes),
                             "");
  else if (i + 1 < parent->children->len)
    feu_yaml_editor_replace (
        self, start, get_child (parent, i + 1)->key_start_bytes, "");
}

void
feu_yaml_editor_remove (FeuYamlEditor     *self,
                        const FeuMetaNode *parent,
                        const gboolean    *removed)
{
  guint n = parent->children->len;
  for (guint i = 0; i < n; i++)
    {
      if (!removed[i])
        continue;
      guint first = i;
      while (parent->is_flow && i + 1 < n && removed[i + 1])
        i++;
      if (parent->is_flow)
        remove_flow_run (self, parent, first, i);
      else
        remove_block_child (self, parent, i);
    }
}
