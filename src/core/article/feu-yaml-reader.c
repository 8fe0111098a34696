/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks libyaml's events. Its marks count characters, so each is turned into bytes by a
 * cursor that moves along. An alias shows what its anchor has: children are shared, and
 * what is shown in all is weighed, so that "a billion laughs" end early.
 */
#include "config.h"

#include "feu-yaml-reader.h"

#include "feu-front-matter-error.h"
#include "feu-meta-node-private.h"
#include "feu-yaml-problem.h"

#include <glib/gi18n.h>
#include <string.h>
#include <yaml.h>

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (yaml_event_t, yaml_event_delete)

/* What an anchor stands for. Within its own value, where it cannot be used, @node is
 * NULL. */
typedef struct
{
  const FeuMetaNode *node; /* borrowed from the tree */
  gsize              weight;
  guint              height;
} Anchor;

typedef struct
{
  yaml_parser_t parser;
  const char   *text; /* borrowed */
  gsize         start;
  gsize         end;

  /* The same place, as libyaml counts and in bytes of @text. */
  gsize cursor_index;
  gsize cursor_bytes;

  GHashTable *anchors; /* (element-type utf8 Anchor), owned */
  GPtrArray  *keys;    /* (element-type FeuMetaNode), owned: aliases may show them */
  gsize       weight;

  GError *error; /* owned until returned */
  gsize   error_bytes;
} Reader;

static FeuMetaNode *read_value (Reader       *self,
                                yaml_event_t *event,
                                guint         depth,
                                guint        *out_height);

/* The offset of character @index of the YAML. Everything that libyaml has marked is
 * valid UTF-8, so stepping over it is safe in both directions. */
static gsize
to_bytes (Reader *self, gsize index)
{
  while (self->cursor_index < index && self->cursor_bytes < self->end)
    {
      const char *at = self->text + self->cursor_bytes;
      self->cursor_bytes += (gsize) (g_utf8_next_char (at) - at);
      self->cursor_index++;
    }
  while (self->cursor_index > index && self->cursor_bytes > self->start)
    {
      do
        self->cursor_bytes--;
      while ((self->text[self->cursor_bytes] & 0xC0) == 0x80);
      self->cursor_index--;
    }
  return MIN (self->cursor_bytes, self->end);
}

static void
fail (Reader *self, FeuFrontMatterError code, gsize at_bytes, const char *message)
{
  if (self->error != NULL)
    return;
  self->error = g_error_new_literal (FEU_FRONT_MATTER_ERROR, (int) code, message);
  self->error_bytes = at_bytes;
}

static void
fail_as_parser (Reader *self)
{
  const yaml_parser_t *parser = &self->parser;
  gsize                at = self->end;

  if (parser->error == YAML_READER_ERROR)
    at = MIN (self->start + parser->problem_offset, self->end);
  else if (parser->error != YAML_MEMORY_ERROR)
    at = to_bytes (self,
                   feu_yaml_problem_is_at_context (parser->problem, parser->context)
                       ? parser->context_mark.index
                       : parser->problem_mark.index);
  fail (self,
        FEU_FRONT_MATTER_ERROR_SYNTAX,
        at,
        feu_yaml_problem_get_message (parser->problem, parser->context));
}

/* Returns FALSE, with the error set, when there is no next event. */
static gboolean
next_event (Reader *self, yaml_event_t *out_event)
{
  if (self->error != NULL)
    return FALSE;
  if (yaml_parser_parse (&self->parser, out_event) != 0)
    return TRUE;
  fail_as_parser (self);
  return FALSE;
}

static gboolean
add_weight (Reader *self, gsize weight, gsize at_bytes)
{
  self->weight += weight;
  if (self->weight <= FEU_META_MAX_WEIGHT)
    return TRUE;
  fail (self,
        FEU_FRONT_MATTER_ERROR_TOO_DEEP,
        at_bytes,
        _ ("There is more here than an article’s front matter can hold"));
  return FALSE;
}

static gboolean
check_depth (Reader *self, guint depth, gsize at_bytes)
{
  if (depth <= FEU_META_MAX_DEPTH)
    return TRUE;
  fail (self,
        FEU_FRONT_MATTER_ERROR_TOO_DEEP,
        at_bytes,
        _ ("Lists and keys are nested too deep here"));
  return FALSE;
}

/* Opens (@node NULL) or completes the anchor of a value. */
static void
set_anchor (Reader            *self,
            const char        *name,
            const FeuMetaNode *node,
            gsize              weight_before,
            guint              height)
{
  if (name == NULL)
    return;
  Anchor *anchor = g_new (Anchor, 1);
  anchor->node = node;
  anchor->weight = self->weight - weight_before;
  anchor->height = height;
  g_hash_table_replace (self->anchors, g_strdup (name), anchor);
}

/* The first byte from @at on that is no space, line end or comment. */
static gsize
skip_blank (const Reader *self, gsize at, gsize end)
{
  while (at < end)
    if (self->text[at] == '#')
      at += strcspn (self->text + at, "\r\n");
    else if (strchr (" \t\r\n", self->text[at]) != NULL)
      at++;
    else
      break;
  return MIN (at, end);
}

/* Where the value's own text begins after its anchor and tag, which its event's mark
 * includes. */
static gsize
skip_properties (const Reader *self, gsize at, gsize end)
{
  while (at < end && (self->text[at] == '&' || self->text[at] == '!'))
    {
      at += strcspn (self->text + at, " \t\r\n");
      if (at >= end)
        return end;
      at = skip_blank (self, at, end);
    }
  return at;
}

static FeuMetaNode *
read_alias (Reader *self, const yaml_event_t *event, guint depth, guint *out_height)
{
  const char   *name = (const char *) event->data.alias.anchor;
  gsize         start = to_bytes (self, event->start_mark.index);
  const Anchor *anchor = g_hash_table_lookup (self->anchors, name);

  if (anchor == NULL || anchor->node == NULL)
    {
      g_autofree char *message =
          anchor == NULL
              ? g_strdup_printf (
                    _ ("“*%s” refers to “&%s”, which is not above it"), name, name)
              : g_strdup_printf (_ ("“*%s” refers to itself"), name);
      fail (self, FEU_FRONT_MATTER_ERROR_SYNTAX, start, message);
      return NULL;
    }
  if (!add_weight (self, anchor->weight, start) ||
      !check_depth (self, depth + anchor->height, start))
    return NULL;
  FeuMetaNode *node = feu_meta_node_new_alias (anchor->node);
  node->start_bytes = start;
  node->end_bytes = to_bytes (self, event->end_mark.index);
  *out_height = anchor->height;
  return node;
}

static FeuMetaNode *
read_scalar (Reader *self, const yaml_event_t *event)
{
  yaml_scalar_style_t style = event->data.scalar.style;
  char               *value =
      g_strndup ((const char *) event->data.scalar.value, event->data.scalar.length);
  gsize start = to_bytes (self, event->start_mark.index);
  gsize end = to_bytes (self, event->end_mark.index);
  gsize weight_before = self->weight;
  g_autoptr (FeuMetaNode) node = feu_meta_node_new (FEU_META_SCALAR, value, start);

  if (!add_weight (self, feu_meta_weigh (value), start))
    return NULL;
  if (event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL)
    node->start_bytes = skip_properties (self, start, end);
  /* A block scalar's mark includes the blank lines after it. */
  while (end > node->start_bytes && strchr (" \t\r\n", self->text[end - 1]) != NULL)
    end--;
  node->end_bytes = end;
  node->is_plain = style == YAML_PLAIN_SCALAR_STYLE;
  set_anchor (self, (const char *) event->data.scalar.anchor, node, weight_before, 0);
  return g_steal_pointer (&node);
}

/* The key of the next entry, in @out_key; leaves nothing there at the mapping's end. */
static gboolean
read_key (Reader *self, guint depth, char **out_key, gsize *out_start, gsize *out_end)
{
  g_auto (yaml_event_t) event = { 0 };
  guint height = 0;

  if (!next_event (self, &event))
    return FALSE;
  *out_end = to_bytes (self, event.end_mark.index);
  if (event.type == YAML_MAPPING_END_EVENT)
    return TRUE;
  *out_start = to_bytes (self, event.start_mark.index);
  g_autoptr (FeuMetaNode) key = read_value (self, &event, depth, &height);
  if (key == NULL)
    return FALSE;
  *out_key = g_strdup (key->type == FEU_META_SCALAR ? key->text : "");
  g_ptr_array_add (self->keys, g_steal_pointer (&key));
  return TRUE;
}

static gboolean
read_entries (Reader *self, FeuMetaNode *mapping, guint depth, guint *out_height)
{
  for (;;)
    {
      g_autofree char *key = NULL;
      gsize            key_start = 0;
      guint            height = 0;
      g_auto (yaml_event_t) event = { 0 };

      if (!read_key (self, depth + 1, &key, &key_start, &mapping->end_bytes))
        return FALSE;
      if (key == NULL)
        return TRUE;
      if (!next_event (self, &event))
        return FALSE;
      FeuMetaNode *value = read_value (self, &event, depth + 1, &height);
      if (value == NULL)
        return FALSE;
      value->key = g_steal_pointer (&key);
      value->key_start_bytes = key_start;
      value->is_flow |= mapping->is_flow;
      feu_meta_node_add (mapping, value);
      *out_height = MAX (*out_height, height + 1);
    }
}

static gboolean
read_items (Reader *self, FeuMetaNode *sequence, guint depth, guint *out_height)
{
  gsize after_previous = sequence->start_bytes;

  for (;;)
    {
      guint height = 0;
      g_auto (yaml_event_t) event = { 0 };

      if (!next_event (self, &event))
        return FALSE;
      sequence->end_bytes = to_bytes (self, event.end_mark.index);
      if (event.type == YAML_SEQUENCE_END_EVENT)
        return TRUE;
      gsize        start = to_bytes (self, event.start_mark.index);
      FeuMetaNode *value = read_value (self, &event, depth + 1, &height);
      if (value == NULL)
        return FALSE;
      value->key_start_bytes =
          sequence->is_flow ? start : skip_blank (self, after_previous, start);
      value->is_flow |= sequence->is_flow;
      after_previous = value->end_bytes;
      feu_meta_node_add (sequence, value);
      *out_height = MAX (*out_height, height + 1);
    }
}

/* The end event of a collection without brackets stands at the next token; what is its
 * own ends with its last child. */
static void
trim_collection (const Reader *self, FeuMetaNode *node)
{
  char first = self->text[node->start_bytes];
  if (node->is_flow && (first == '[' || first == '{'))
    return;
  node->end_bytes = node->start_bytes;
  for (guint i = 0; i < node->children->len; i++)
    {
      const FeuMetaNode *child = g_ptr_array_index (node->children, i);
      node->end_bytes = MAX (node->end_bytes, child->end_bytes);
    }
}

static FeuMetaNode *
read_collection (Reader             *self,
                 const yaml_event_t *event,
                 guint               depth,
                 guint              *out_height)
{
  gboolean    is_mapping = event->type == YAML_MAPPING_START_EVENT;
  const char *anchor = (const char *) (is_mapping ? event->data.mapping_start.anchor
                                                  : event->data.sequence_start.anchor);
  gsize       start =
      skip_properties (self, to_bytes (self, event->start_mark.index), self->end);
  gsize weight_before = self->weight;
  g_autoptr (FeuMetaNode) node = feu_meta_node_new (
      is_mapping ? FEU_META_MAPPING : FEU_META_SEQUENCE, NULL, start);

  node->is_flow = is_mapping
                      ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                      : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
  if (!check_depth (self, depth, start) || !add_weight (self, 1, start))
    return NULL;
  set_anchor (self, anchor, NULL, weight_before, 0);
  if (!(is_mapping ? read_entries (self, node, depth, out_height)
                   : read_items (self, node, depth, out_height)))
    return NULL;
  trim_collection (self, node);
  set_anchor (self, anchor, node, weight_before, *out_height);
  return g_steal_pointer (&node);
}

/* @out_height: how many levels are below the value. */
static FeuMetaNode *
read_value (Reader *self, yaml_event_t *event, guint depth, guint *out_height)
{
  if (event->type == YAML_ALIAS_EVENT)
    return read_alias (self, event, depth, out_height);
  if (event->type == YAML_SCALAR_EVENT)
    return read_scalar (self, event);
  return read_collection (self, event, depth, out_height);
}

/* A front matter without any key, only blank lines and comments, is an empty mapping.
 */
static FeuMetaNode *
read_root (Reader *self, yaml_event_t *event)
{
  gsize start = to_bytes (self, event->start_mark.index);
  guint height = 0;

  if (event->type == YAML_STREAM_END_EVENT)
    return feu_meta_node_new (FEU_META_MAPPING, NULL, self->end);
  g_autoptr (FeuMetaNode) root = read_value (self, event, 0, &height);
  if (root != NULL && root->type != FEU_META_MAPPING)
    fail (self,
          FEU_FRONT_MATTER_ERROR_NOT_A_MAPPING,
          start,
          _ ("The front matter has to be lines of the form “key: value”"));
  return self->error == NULL ? g_steal_pointer (&root) : NULL;
}

/* Nothing may follow the one document. */
static void
check_end (Reader *self)
{
  for (;;)
    {
      g_auto (yaml_event_t) event = { 0 };
      if (!next_event (self, &event) || event.type == YAML_STREAM_END_EVENT)
        return;
      if (event.type == YAML_DOCUMENT_START_EVENT)
        fail (self,
              FEU_FRONT_MATTER_ERROR_SYNTAX,
              to_bytes (self, event.start_mark.index),
              _ ("Only one set of keys is possible; a second begins here"));
    }
}

static FeuMetaNode *
read_document (Reader *self)
{
  for (;;)
    {
      g_auto (yaml_event_t) event = { 0 };
      if (!next_event (self, &event))
        return NULL;
      if (event.type == YAML_STREAM_START_EVENT ||
          event.type == YAML_DOCUMENT_START_EVENT)
        continue;
      g_autoptr (FeuMetaNode) root = read_root (self, &event);
      if (root != NULL && event.type != YAML_STREAM_END_EVENT)
        check_end (self);
      return self->error == NULL ? g_steal_pointer (&root) : NULL;
    }
}

FeuMetaNode *
feu_yaml_read (const char *text,
               gsize       start_bytes,
               gsize       end_bytes,
               gsize      *out_error_bytes,
               GError    **error)
{
  Reader self = {
    .text = text,
    .start = start_bytes,
    .end = end_bytes,
    .cursor_bytes = start_bytes,
  };
  FeuMetaNode *root = NULL;

  self.anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.keys = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_meta_node_free);
  if (end_bytes - start_bytes > FEU_META_MAX_BYTES)
    add_weight (&self, FEU_META_MAX_WEIGHT + 1, start_bytes);
  else if (yaml_parser_initialize (&self.parser) != 0)
    {
      yaml_parser_set_encoding (&self.parser, YAML_UTF8_ENCODING);
      yaml_parser_set_input_string (&self.parser,
                                    (const unsigned char *) text + start_bytes,
                                    end_bytes - start_bytes);
      root = read_document (&self);
      yaml_parser_delete (&self.parser);
    }
  else
    fail_as_parser (&self);
  g_hash_table_unref (self.anchors);
  g_ptr_array_unref (self.keys);
  if (self.error != NULL)
    {
      *out_error_bytes = self.error_bytes;
      g_propagate_error (error, self.error);
    }
  return root;
}
