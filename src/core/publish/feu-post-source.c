/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain data and its JSON: { "version": 1, "classic": …, "lead": …, "footnotes": …,
 * "pieces": [[raw, after, markdown] …], "notes": [[id, label, markdown] …] }.
 */
#include "config.h"

#include "feu-post-source.h"

#include "feu-json.h"

#include <string.h>

#define VERSION 1

static void
piece_free (gpointer data)
{
  FeuPostPiece *piece = data;
  g_free (piece->raw);
  g_free (piece->after);
  g_free (piece->markdown);
  g_free (piece);
}

static void
note_free (gpointer data)
{
  FeuPostNote *note = data;
  g_free (note->id);
  g_free (note->label);
  g_free (note->markdown);
  g_free (note);
}

FeuPostSource *
feu_post_source_new (void)
{
  FeuPostSource *self = g_new0 (FeuPostSource, 1);
  self->lead = g_strdup ("");
  self->footnotes = g_strdup ("");
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->notes = g_ptr_array_new_with_free_func (note_free);
  return self;
}

void
feu_post_source_free (FeuPostSource *self)
{
  if (self == NULL)
    return;
  g_free (self->lead);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->notes);
  g_free (self->footnotes);
  g_free (self);
}

FeuPostPiece *
feu_post_source_add_piece (FeuPostSource *self, char *take_raw, char *take_markdown)
{
  FeuPostPiece *piece = g_new0 (FeuPostPiece, 1);
  piece->raw = take_raw;
  piece->after = g_strdup ("");
  piece->markdown = take_markdown;
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

FeuPostNote *
feu_post_source_add_note (FeuPostSource *self,
                          const char    *id,
                          const char    *label,
                          const char    *markdown)
{
  FeuPostNote *note = g_new0 (FeuPostNote, 1);
  note->id = g_strdup (id);
  note->label = g_strdup (label);
  note->markdown = g_strdup (markdown);
  g_ptr_array_add (self->notes, note);
  return note;
}

char *
feu_post_source_dup_body (const FeuPostSource *self)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const FeuPostPiece *piece = g_ptr_array_index (self->pieces, i);
      g_string_append_printf (body, "%s%s\n", i > 0 ? "\n" : "", piece->markdown);
    }
  for (guint i = 0; i < self->notes->len; i++)
    {
      const FeuPostNote *note = g_ptr_array_index (self->notes, i);
      g_string_append_printf (body,
                              "%s[^%s]: %s\n",
                              i == 0 && body->len > 0 ? "\n" : "",
                              note->label,
                              note->markdown);
    }
  return g_string_free (body, FALSE);
}

char *
feu_post_source_dup_content (const FeuPostSource *self)
{
  GString *content = g_string_new (self->lead);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const FeuPostPiece *piece = g_ptr_array_index (self->pieces, i);
      g_string_append (content, piece->raw);
      g_string_append (content, piece->after);
    }
  return g_string_free (content, FALSE);
}

static void
add_triple (JsonBuilder *builder, const char *a, const char *b, const char *c)
{
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, a);
  json_builder_add_string_value (builder, b);
  json_builder_add_string_value (builder, c);
  json_builder_end_array (builder);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

char *
feu_post_source_to_json (const FeuPostSource *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "classic");
  json_builder_add_boolean_value (builder, self->is_classic);
  add_string (builder, "lead", self->lead);
  add_string (builder, "footnotes", self->footnotes);
  json_builder_set_member_name (builder, "pieces");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const FeuPostPiece *piece = g_ptr_array_index (self->pieces, i);
      add_triple (builder, piece->raw, piece->after, piece->markdown);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const FeuPostNote *note = g_ptr_array_index (self->notes, i);
      add_triple (builder, note->id, note->label, note->markdown);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return feu_json_to_text (root);
}

/* (transfer full) (nullable): the three strings at @index. */
static GStrv
read_triple (JsonArray *array, guint index)
{
  JsonNode  *node = json_array_get_element (array, index);
  JsonArray *triple = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  for (guint i = 0; i < 3; i++)
    {
      const char *text = triple != NULL && json_array_get_length (triple) == 3
                             ? feu_json_get_element_string (triple, i)
                             : NULL;
      if (text == NULL)
        return NULL;
      g_strv_builder_add (strings, text);
    }
  return g_strv_builder_end (strings);
}

static gboolean
read_object (FeuPostSource *self, JsonObject *object)
{
  JsonArray  *pieces = feu_json_get_array (object, "pieces");
  JsonArray  *notes = feu_json_get_array (object, "notes");
  const char *lead = feu_json_get_string (object, "lead");
  const char *footnotes = feu_json_get_string (object, "footnotes");

  if (pieces == NULL || notes == NULL || lead == NULL || footnotes == NULL ||
      feu_json_get_int (object, "version") != VERSION)
    return FALSE;
  g_free (self->lead);
  g_free (self->footnotes);
  self->lead = g_strdup (lead);
  self->footnotes = g_strdup (footnotes);
  self->is_classic = feu_json_get_boolean (object, "classic");
  for (guint i = 0; i < json_array_get_length (pieces); i++)
    {
      g_auto (GStrv) triple = read_triple (pieces, i);
      if (triple == NULL || *triple[2] == '\0')
        return FALSE;
      FeuPostPiece *piece =
          feu_post_source_add_piece (self, g_strdup (triple[0]), g_strdup (triple[2]));
      g_free (piece->after);
      piece->after = g_strdup (triple[1]);
    }
  for (guint i = 0; i < json_array_get_length (notes); i++)
    {
      g_auto (GStrv) triple = read_triple (notes, i);
      if (triple == NULL)
        return FALSE;
      feu_post_source_add_note (self, triple[0], triple[1], triple[2]);
    }
  return TRUE;
}

FeuPostSource *
feu_post_source_new_from_json (const char *json)
{
  g_return_val_if_fail (json != NULL, NULL);
  g_autoptr (JsonNode) root = feu_json_parse (json, strlen (json));
  g_autoptr (FeuPostSource) self = feu_post_source_new ();

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) ||
      !read_object (self, json_node_get_object (root)))
    return NULL;
  return g_steal_pointer (&self);
}
