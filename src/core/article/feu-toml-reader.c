/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recursive descent over the text, one statement at a time. A library would do, but
 * none in Debian gives TOML to C with places, and reading the common keys is little.
 */
#include "config.h"

#include "feu-toml-reader.h"

#include "feu-front-matter-error.h"
#include "feu-meta-node-private.h"
#include "feu-toml-string.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *text; /* borrowed */
  const char *at;
  const char *end;

  FeuMetaNode *root;  /* owned until returned */
  FeuMetaNode *table; /* borrowed: what "key = value" lines are for */
  gsize        weight;

  GError     *error; /* owned until returned */
  const char *error_at;
} Reader;

static FeuMetaNode *read_value (Reader *self, guint depth);

static gboolean
fail (Reader *self, FeuFrontMatterError code, const char *message)
{
  if (self->error == NULL)
    {
      self->error = g_error_new_literal (FEU_FRONT_MATTER_ERROR, (int) code, message);
      self->error_at = self->at;
    }
  return FALSE;
}

static gsize
offset (const Reader *self)
{
  return (gsize) (self->at - self->text);
}

static gboolean
is_at (const Reader *self, const char *token)
{
  gsize length = strlen (token);
  return (gsize) (self->end - self->at) >= length &&
         strncmp (self->at, token, length) == 0;
}

static gboolean
accept (Reader *self, const char *token)
{
  if (!is_at (self, token))
    return FALSE;
  self->at += strlen (token);
  return TRUE;
}

static void
skip_spaces (Reader *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t'))
    self->at++;
}

/* Spaces, comments and line ends. */
static void
skip_blank (Reader *self)
{
  while (self->at < self->end)
    if (strchr (" \t\r\n", *self->at) != NULL)
      self->at++;
    else if (*self->at == '#')
      while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
        self->at++;
    else
      return;
}

static gboolean
count_value (Reader *self, const char *text, guint depth)
{
  self->weight += feu_meta_weigh (text);
  if (self->weight <= FEU_META_MAX_WEIGHT && depth <= FEU_META_MAX_DEPTH)
    return TRUE;
  return fail (self,
               FEU_FRONT_MATTER_ERROR_TOO_DEEP,
               _ ("There is more here than an article’s front matter can hold"));
}

static char *
read_string (Reader *self)
{
  const char *message = NULL;
  const char *at = self->at;
  char       *string = feu_toml_string_read (&at, self->end, &message);

  if (string == NULL)
    fail (self, FEU_FRONT_MATTER_ERROR_SYNTAX, message);
  else
    self->at = at;
  return string;
}

static gboolean
is_bare (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-';
}

static char *
read_key_part (Reader *self)
{
  skip_spaces (self);
  if (self->at < self->end && (*self->at == '"' || *self->at == '\''))
    return read_string (self);
  const char *start = self->at;
  while (self->at < self->end && is_bare (*self->at))
    self->at++;
  if (self->at > start)
    return g_strndup (start, (gsize) (self->at - start));
  fail (self, FEU_FRONT_MATTER_ERROR_SYNTAX, _ ("A key is missing here"));
  return NULL;
}

/* Returns: (nullable) (transfer full): the parts of a dotted key */
static GStrv
read_key (Reader *self)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  do
    {
      g_autofree char *part = read_key_part (self);
      if (part == NULL)
        return NULL;
      g_strv_builder_add (parts, part);
      skip_spaces (self);
    }
  while (accept (self, "."));
  return g_strv_builder_end (parts);
}

static void
add_child (FeuMetaNode *table, const char *key, FeuMetaNode *child, gsize key_start)
{
  child->key = g_strdup (key);
  child->key_start_bytes = key_start;
  feu_meta_node_add (table, child);
}

/* The table called @key in @table, made if it is not there; of an array of tables, the
 * last. */
static FeuMetaNode *
enter_table (Reader *self, FeuMetaNode *table, const char *key)
{
  FeuMetaNode *child = (FeuMetaNode *) feu_meta_node_get (table, key);
  if (child != NULL && child->type == FEU_META_SEQUENCE && child->children->len > 0)
    child = g_ptr_array_index (child->children, child->children->len - 1);
  if (child != NULL && child->type == FEU_META_MAPPING)
    return child;
  if (child != NULL)
    {
      fail (self,
            FEU_FRONT_MATTER_ERROR_SYNTAX,
            _ ("This name has a value already and cannot have keys of its own"));
      return NULL;
    }
  child = feu_meta_node_new (FEU_META_MAPPING, NULL, offset (self));
  add_child (table, key, child, offset (self));
  return child;
}

/* All of @key but its last part. */
static FeuMetaNode *
enter_parents (Reader *self, FeuMetaNode *table, GStrv key)
{
  if (!count_value (self, NULL, g_strv_length (key)))
    return NULL;
  for (guint i = 0; table != NULL && key[i + 1] != NULL; i++)
    {
      table = enter_table (self, table, key[i]);
      if (!count_value (self, NULL, 0))
        return NULL;
    }
  return table;
}

static gboolean
read_pair (Reader *self, FeuMetaNode *table, guint depth)
{
  gsize key_start = offset (self);
  g_auto (GStrv) key = read_key (self);

  if (key == NULL)
    return FALSE;
  if (!accept (self, "="))
    return fail (
        self, FEU_FRONT_MATTER_ERROR_SYNTAX, _ ("After the key, “=” is missing"));
  skip_spaces (self);
  FeuMetaNode *parent = enter_parents (self, table, key);
  if (parent == NULL)
    return FALSE;
  FeuMetaNode *value = read_value (self, depth + g_strv_length (key));
  if (value == NULL)
    return FALSE;
  add_child (parent, key[g_strv_length (key) - 1], value, key_start);
  return TRUE;
}

static gboolean
read_items (Reader *self, FeuMetaNode *array, guint depth)
{
  for (;;)
    {
      skip_blank (self);
      if (accept (self, "]"))
        return TRUE;
      FeuMetaNode *item = read_value (self, depth + 1);
      if (item == NULL)
        return FALSE;
      feu_meta_node_add (array, item);
      skip_blank (self);
      if (!accept (self, ",") && !is_at (self, "]"))
        return fail (
            self,
            FEU_FRONT_MATTER_ERROR_SYNTAX,
            _ ("This list is not closed with “]”, or a comma is missing in it"));
    }
}

static gboolean
read_pairs (Reader *self, FeuMetaNode *table, guint depth)
{
  for (;;)
    {
      skip_blank (self);
      if (accept (self, "}"))
        return TRUE;
      if (!read_pair (self, table, depth + 1))
        return FALSE;
      skip_blank (self);
      if (!accept (self, ",") && !is_at (self, "}"))
        return fail (self,
                     FEU_FRONT_MATTER_ERROR_SYNTAX,
                     _ ("This is not closed with “}”, or a comma is missing in it"));
    }
}

/* A boolean, number, date or time; "2026-08-03 09:00" has a space inside. */
static char *
read_bare_value (Reader *self)
{
  const char *start = self->at;
  while (self->at < self->end &&
         (is_bare (*self->at) || strchr ("+.:", *self->at) != NULL))
    {
      self->at++;
      if (self->at - start == 10 && self->at + 1 < self->end && start[4] == '-' &&
          *self->at == ' ' && g_ascii_isdigit (self->at[1]))
        self->at++;
    }
  if (self->at > start)
    return g_strndup (start, (gsize) (self->at - start));
  fail (self,
        FEU_FRONT_MATTER_ERROR_SYNTAX,
        _ ("A value is missing here, or text without quotes around it"));
  return NULL;
}

static FeuMetaNode *
read_scalar (Reader *self, guint depth)
{
  gsize    start = offset (self);
  gboolean is_quoted = *self->at == '"' || *self->at == '\'';
  char    *text = is_quoted ? read_string (self) : read_bare_value (self);

  if (text == NULL)
    return NULL;
  FeuMetaNode *node = feu_meta_node_new (FEU_META_SCALAR, text, start);
  node->is_plain = !is_quoted;
  return node;
}

static FeuMetaNode *
read_value (Reader *self, guint depth)
{
  g_autoptr (FeuMetaNode) node = NULL;
  gsize start = offset (self);

  if (!count_value (self, NULL, depth))
    return NULL;
  if (self->at < self->end && (*self->at == '[' || *self->at == '{'))
    {
      gboolean is_array = *self->at++ == '[';
      node = feu_meta_node_new (
          is_array ? FEU_META_SEQUENCE : FEU_META_MAPPING, NULL, start);
      node->is_flow = TRUE;
      if (!(is_array ? read_items (self, node, depth) : read_pairs (self, node, depth)))
        return NULL;
    }
  else if (self->at < self->end)
    node = read_scalar (self, depth);
  else
    fail (self, FEU_FRONT_MATTER_ERROR_SYNTAX, _ ("A value is missing here"));
  if (node == NULL || !count_value (self, node->text, depth))
    return NULL;
  node->end_bytes = offset (self);
  return g_steal_pointer (&node);
}

/* "[a.b]", or "[[a.b]]", which begins another table of that array. */
static gboolean
read_header (Reader *self)
{
  gboolean    is_array = accept (self, "[[");
  const char *close = is_array ? "]]" : "]";

  if (!is_array)
    accept (self, "[");
  g_auto (GStrv) key = read_key (self);
  if (key == NULL)
    return FALSE;
  FeuMetaNode *parent = enter_parents (self, self->root, key);
  if (parent == NULL)
    return FALSE;
  const char *last = key[g_strv_length (key) - 1];
  if (is_array)
    {
      FeuMetaNode *array = (FeuMetaNode *) feu_meta_node_get (parent, last);
      if (array == NULL || array->type != FEU_META_SEQUENCE)
        {
          array = feu_meta_node_new (FEU_META_SEQUENCE, NULL, offset (self));
          add_child (parent, last, array, offset (self));
        }
      feu_meta_node_add (array,
                         feu_meta_node_new (FEU_META_MAPPING, NULL, offset (self)));
    }
  self->table = enter_table (self, parent, last);
  if (self->table == NULL)
    return FALSE;
  return accept (self, close) ||
         fail (self, FEU_FRONT_MATTER_ERROR_SYNTAX, _ ("This is not closed with “]”"));
}

static gboolean
read_statement (Reader *self)
{
  if (!(is_at (self, "[") ? read_header (self) : read_pair (self, self->table, 0)))
    return FALSE;
  skip_spaces (self);
  return self->at >= self->end || strchr ("\r\n#", *self->at) != NULL ||
         fail (self,
               FEU_FRONT_MATTER_ERROR_SYNTAX,
               _ ("Nothing more was expected on this line"));
}

FeuMetaNode *
feu_toml_read (const char *text,
               gsize       start_bytes,
               gsize       end_bytes,
               gsize      *out_error_bytes,
               GError    **error)
{
  Reader self = {
    .text = text,
    .at = text + start_bytes,
    .end = text + end_bytes,
    .root = feu_meta_node_new (FEU_META_MAPPING, NULL, start_bytes),
  };
  gboolean goes_on = TRUE;

  self.table = self.root;
  if (end_bytes - start_bytes > FEU_META_MAX_BYTES)
    goes_on = count_value (&self, NULL, FEU_META_MAX_DEPTH + 1);
  while (goes_on)
    {
      skip_blank (&self);
      goes_on = self.at < self.end && read_statement (&self);
    }
  if (self.error == NULL)
    return self.root;
  feu_meta_node_free (self.root);
  *out_error_bytes = (gsize) (self.error_at - text);
  g_propagate_error (error, self.error);
  return NULL;
}
