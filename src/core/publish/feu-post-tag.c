/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tag as browsers find it. A parser would also repair the text around, and then what
 * is compared is not what the site has.
 */
#include "config.h"

#include "feu-post-normal.h"

#include "feu-html-decode.h"

#include <string.h>

static gsize
skip_space (const char *content, gsize at, gsize end)
{
  while (at < end && (g_ascii_isspace (content[at]) || content[at] == '/'))
    at++;
  return at;
}

static gsize
skip_name (const char *content, gsize at, gsize end)
{
  while (at < end && !g_ascii_isspace (content[at]) &&
         strchr ("/>=", content[at]) == NULL)
    at++;
  return at;
}

static char *
dup_decoded (const char *content, gsize start, gsize end)
{
  g_autofree char *value = g_strndup (content + start, end - start);
  return feu_html_decode_references (value);
}

/* Returns: where the value that begins at @at ends, quotes included */
static gsize
read_value (const char *content, gsize at, gsize end, char **out_value)
{
  char        quote = content[at];
  const char *closing = NULL;

  if (quote == '"' || quote == '\'')
    closing = memchr (content + at + 1, quote, end - at - 1);
  if (closing != NULL)
    {
      gsize value_end = (gsize) (closing - content);
      *out_value = dup_decoded (content, at + 1, value_end);
      return value_end + 1;
    }
  gsize start = at;
  while (at < end && !g_ascii_isspace (content[at]) && content[at] != '>')
    at++;
  *out_value = dup_decoded (content, start, at);
  return at;
}

static gsize
read_attribute (const char *content, gsize at, gsize end, GPtrArray *attributes)
{
  gsize start = at;
  char *value = NULL;

  at = skip_name (content, at + 1, end); /* at least one byte, "=" included */
  g_ptr_array_add (attributes,
                   g_ascii_strdown (content + start, (gssize) (at - start)));
  gsize after = at;
  while (after < end && g_ascii_isspace (content[after]))
    after++;
  if (after < end && content[after] == '=')
    {
      at = after + 1;
      while (at < end && g_ascii_isspace (content[at]))
        at++;
      if (at < end && content[at] != '>')
        at = read_value (content, at, end, &value);
    }
  g_ptr_array_add (attributes, value != NULL ? value : g_strdup (""));
  return at;
}

static FeuPostTag *
new_tag (char *take_name, gsize end_bytes)
{
  FeuPostTag *self = g_new0 (FeuPostTag, 1);

  self->name = take_name;
  self->attributes = g_ptr_array_new_with_free_func (g_free);
  self->end_bytes = end_bytes;
  return self;
}

FeuPostTag *
feu_post_tag_read (const char *content, gsize length_bytes, gsize start_bytes)
{
  g_return_val_if_fail (content != NULL && start_bytes < length_bytes, NULL);
  gsize       at = start_bytes + 1;
  const char *rest = content + at;
  gsize       n_left = length_bytes - at;

  if (n_left >= 3 && memcmp (rest, "!--", 3) == 0)
    {
      const char *closing = memmem (rest, n_left, "-->", 3);
      return new_tag (g_strdup ("!"),
                      closing != NULL ? (gsize) (closing - content) + 3 : length_bytes);
    }
  gsize name_start = at;
  if (n_left > 0 && content[at] == '/')
    at++;
  if (at >= length_bytes || !g_ascii_isalpha (content[at]))
    return NULL;
  at = skip_name (content, at, length_bytes);
  FeuPostTag *self = new_tag (
      g_ascii_strdown (content + name_start, (gssize) (at - name_start)), length_bytes);
  for (at = skip_space (content, at, length_bytes); at < length_bytes;
       at = skip_space (content, at, length_bytes))
    {
      if (content[at] == '>')
        {
          self->end_bytes = at + 1;
          return self;
        }
      at = read_attribute (content, at, length_bytes, self->attributes);
    }
  return self;
}

void
feu_post_tag_free (FeuPostTag *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->attributes);
  g_free (self);
}
