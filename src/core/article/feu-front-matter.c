/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the fences and hands what is between them to the reader of its language.
 */
#include "config.h"

#include "feu-front-matter.h"

#include "feu-line-index.h"
#include "feu-meta-node-private.h"
#include "feu-toml-reader.h"
#include "feu-yaml-reader.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FeuFrontMatter
{
  gatomicrefcount ref_count;

  FeuFrontMatterKind kind;
  gsize              content_start;
  gsize              content_end;
  gsize              body_start;
  FeuMetaNode       *root; /* owned (nullable) */

  GError *error; /* owned (nullable) */
  guint   error_line;
  guint   error_column;
};

G_DEFINE_BOXED_TYPE (FeuFrontMatter,
                     feu_front_matter,
                     feu_front_matter_ref,
                     feu_front_matter_unref)

typedef struct
{
  const char *text;
  gsize       length;
} Text;

/* Where the line at @at ends, without its newline. */
static gsize
find_line_end (const Text *text, gsize at)
{
  while (at < text->length && text->text[at] != '\n' && text->text[at] != '\r')
    at++;
  return at;
}

static gsize
find_next_line (const Text *text, gsize at)
{
  at = find_line_end (text, at);
  if (at + 1 < text->length && text->text[at] == '\r' && text->text[at + 1] == '\n')
    return at + 2;
  return MIN (at + 1, text->length);
}

/* Whether the line at @at is @fence, perhaps with spaces after it. */
static gboolean
is_fence (const Text *text, gsize at, const char *fence)
{
  if (text->length - at < 3 || memcmp (text->text + at, fence, 3) != 0)
    return FALSE;
  for (at += 3; at < text->length; at++)
    if (text->text[at] == '\n' || text->text[at] == '\r')
      return TRUE;
    else if (text->text[at] != ' ' && text->text[at] != '\t')
      return FALSE;
  return TRUE;
}

static gboolean
is_blank_line (const Text *text, gsize at)
{
  gsize end = find_line_end (text, at);
  while (at < end && (text->text[at] == ' ' || text->text[at] == '\t'))
    at++;
  return at == end;
}

/* The next line from @at on that is blank, or not blank; the text's end if none is. */
static gsize
find_line (const Text *text, gsize at, gsize end, gboolean is_blank)
{
  while (at < end && is_blank_line (text, at) != is_blank)
    at = find_next_line (text, at);
  return MIN (at, end);
}

/* Whether the line at @at begins "key:" or, for TOML, "key =". */
static gboolean
looks_like_key (const Text *text, gsize at, char separator)
{
  gsize end = find_line_end (text, at);
  gsize start = at;

  while (at < end &&
         (g_ascii_isalnum (text->text[at]) || (text->text[at] & 0x80) != 0 ||
          strchr ("_-.'\"", text->text[at]) != NULL))
    at++;
  if (at == start)
    return FALSE;
  while (at < end && text->text[at] == ' ')
    at++;
  if (at >= end || text->text[at] != separator)
    return FALSE;
  return separator == '=' || at + 1 == end ||
         strchr (" \t", text->text[at + 1]) != NULL;
}

/* Whether the first line with anything on it could begin YAML that has keys. */
static gboolean
begins_like_yaml (const FeuFrontMatter *self, const Text *text)
{
  gsize at =
      find_line (text, self->content_start, self->content_end, /* is_blank= */ FALSE);
  return at >= self->content_end || looks_like_key (text, at, ':') ||
         strchr (" #{&!?%\"'", text->text[at]) != NULL;
}

static gboolean
find_close (FeuFrontMatter *self, const Text *text, FeuFrontMatterKind kind)
{
  for (gsize at = self->content_start; at < text->length;
       at = find_next_line (text, at))
    if (kind == FEU_FRONT_MATTER_YAML
            ? is_fence (text, at, "---") || is_fence (text, at, "...")
            : is_fence (text, at, "+++"))
      {
        self->content_end = at;
        self->body_start = find_next_line (text, at);
        return TRUE;
      }
  return FALSE;
}

static void
clear_to_none (FeuFrontMatter *self)
{
  self->kind = FEU_FRONT_MATTER_NONE;
  self->content_start = 0;
  self->content_end = 0;
  self->body_start = 0;
  g_clear_error (&self->error);
}

static void
locate_error (FeuFrontMatter *self, const Text *text, gsize at)
{
  g_autoptr (FeuLineIndex) lines =
      feu_line_index_new (text->text, MIN (find_next_line (text, at), text->length));
  feu_line_index_locate (lines, at, &self->error_line, &self->error_column);
  self->kind = FEU_FRONT_MATTER_INVALID;
}

static void
read_unclosed (FeuFrontMatter *self, const Text *text, FeuFrontMatterKind kind)
{
  gboolean is_yaml = kind == FEU_FRONT_MATTER_YAML;
  if (!looks_like_key (text, self->content_start, is_yaml ? ':' : '='))
    {
      clear_to_none (self);
      return;
    }
  self->content_end =
      find_line (text, self->content_start, text->length, /* is_blank= */ TRUE);
  self->body_start = self->content_end;
  self->error = g_error_new (
      FEU_FRONT_MATTER_ERROR,
      FEU_FRONT_MATTER_ERROR_UNCLOSED,
      _ ("The front matter that begins here is not closed; put a line “%s” after it"),
      is_yaml ? "---" : "+++");
  locate_error (self, text, 0);
}

static void
read_closed (FeuFrontMatter *self, const Text *text, FeuFrontMatterKind kind)
{
  gsize error_at = 0;
  self->kind = kind;
  self->root = kind == FEU_FRONT_MATTER_YAML ? feu_yaml_read (text->text,
                                                              self->content_start,
                                                              self->content_end,
                                                              &error_at,
                                                              &self->error)
                                             : feu_toml_read (text->text,
                                                              self->content_start,
                                                              self->content_end,
                                                              &error_at,
                                                              &self->error);
  if (self->root != NULL)
    return;
  if (kind == FEU_FRONT_MATTER_YAML && is_blank_line (text, self->content_start) &&
      !begins_like_yaml (self, text))
    clear_to_none (self);
  else
    locate_error (self, text, error_at);
}

FeuFrontMatter *
feu_front_matter_parse (const char *text, gsize length_bytes)
{
  FeuFrontMatter *self = g_new0 (FeuFrontMatter, 1);
  const Text      whole = { text, length_bytes };
  gboolean        is_yaml = is_fence (&whole, 0, "---");

  g_atomic_ref_count_init (&self->ref_count);
  self->content_start = find_next_line (&whole, 0);
  if (!is_yaml && !is_fence (&whole, 0, "+++"))
    {
      clear_to_none (self);
      return self;
    }
  FeuFrontMatterKind kind = is_yaml ? FEU_FRONT_MATTER_YAML : FEU_FRONT_MATTER_TOML;
  if (find_close (self, &whole, kind))
    read_closed (self, &whole, kind);
  else
    read_unclosed (self, &whole, kind);
  return self;
}

FeuFrontMatter *
feu_front_matter_ref (FeuFrontMatter *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_front_matter_unref (FeuFrontMatter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->root, feu_meta_node_free);
  g_clear_error (&self->error);
  g_free (self);
}

FeuFrontMatterKind
feu_front_matter_get_kind (const FeuFrontMatter *self)
{
  return self->kind;
}

gsize
feu_front_matter_get_body_start (const FeuFrontMatter *self)
{
  return self->body_start;
}

void
feu_front_matter_get_content (const FeuFrontMatter *self,
                              gsize                *out_start_bytes,
                              gsize                *out_end_bytes)
{
  *out_start_bytes = self->content_start;
  *out_end_bytes = self->content_end;
}

const GError *
feu_front_matter_get_error (const FeuFrontMatter *self,
                            guint                *out_line,
                            guint                *out_column)
{
  if (out_line != NULL)
    *out_line = self->error_line;
  if (out_column != NULL)
    *out_column = self->error_column;
  return self->error;
}

const FeuMetaNode *
feu_front_matter_get_root (const FeuFrontMatter *self)
{
  return self->root;
}
