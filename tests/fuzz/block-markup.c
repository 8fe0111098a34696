/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever an article says, the blocks made of it open and close as nested, are of
 * types that Feuillet writes, and have nothing between them; no tag is left open. The
 * markup is read here as WordPress reads it: "<!--", white space, "wp:" anywhere begins
 * a comment of a block.
 */
#include "config.h"

#include <stdint.h>

#include "feu-block-markup.h"
#include "feu-classic-html.h"

#include <json-glib/json-glib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define SPACES " \t\n\v\f\r"

static const FeuRemoteImage *
find_image (const char *src, gpointer image)
{
  return *src != '\0' && strlen (src) % 3 == 0 ? image : NULL;
}

/* ---- comments of blocks ---- */

typedef struct
{
  const char *end;
  char        name[16];
  gboolean    is_closer;
  gboolean    is_void;
} Delimiter;

static const char *
find_delimiter (const char *at)
{
  for (at = strstr (at, "<!--"); at != NULL; at = strstr (at + 4, "<!--"))
    {
      const char *word = at + 4 + strspn (at + 4, SPACES);
      if (word > at + 4 &&
          (g_str_has_prefix (word, "wp:") || g_str_has_prefix (word, "/wp:")))
        return at;
    }
  return NULL;
}

static void
check_attributes (const char *json, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = g_strndup (json, length);

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)));
  g_assert_null (strstr (text, "--"));
  g_assert_null (strpbrk (text, "<>&\n"));
}

static Delimiter
read_delimiter (const char *start)
{
  static const char *const names[] = {
    "code",  "embed",     "footnotes", "gallery", "heading",  "html",
    "image", "list",      "list-item", "more",    "nextpage", "paragraph",
    "quote", "separator", "table",     NULL,
  };
  Delimiter   delimiter = { 0 };
  const char *at = start + strlen ("<!-- ");

  delimiter.is_closer = *at == '/';
  at += strlen (delimiter.is_closer ? "/wp:" : "wp:");
  gsize length = strspn (at, "abcdefghijklmnopqrstuvwxyz-");
  g_assert_cmpuint (length, <, sizeof delimiter.name);
  memcpy (delimiter.name, at, length);
  g_assert_true (g_strv_contains (names, delimiter.name));
  const char *end = strstr (at, "-->");
  g_assert_nonnull (end);
  at += length + 1;
  delimiter.is_void = end[-1] == '/';
  if (*at == '{')
    check_attributes (at, (gsize) (end - at) - (delimiter.is_void ? 2 : 1));
  delimiter.end = end + 3;
  return delimiter;
}

static gboolean
is_blank (const char *from, const char *to)
{
  while (from < to && g_ascii_isspace (*from))
    from++;
  return from == to;
}

static void
check_blocks (const char *markup)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *after = markup;

  for (const char *at = find_delimiter (markup); at != NULL;
       at = find_delimiter (after))
    {
      Delimiter delimiter = read_delimiter (at);
      if (open->len == 0)
        g_assert_true (is_blank (after, at));
      if (delimiter.is_closer)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpstr (g_ptr_array_index (open, open->len - 1), ==, delimiter.name);
          g_ptr_array_set_size (open, (int) open->len - 1);
        }
      else if (!delimiter.is_void)
        {
          /* An HTML block holds no other, so what is in it wrote none. */
          if (open->len > 0)
            g_assert_cmpstr (g_ptr_array_index (open, open->len - 1), !=, "html");
          g_ptr_array_add (open, g_strdup (delimiter.name));
        }
      after = delimiter.end;
    }
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_true (is_blank (after, after + strlen (after)));
}

/* ---- tags ---- */

static gboolean
is_start_of (const char *at, const char *tag)
{
  gsize length = strlen (tag);
  return g_ascii_strncasecmp (at, tag, length) == 0 &&
         (at[length] == '>' || g_ascii_isspace (at[length]));
}

/* Each "<" has its ">" before the next one, but in scripts and styles. */
static void
check_tags (const char *markup)
{
  for (const char *at = strchr (markup, '<'); at != NULL; at = strchr (at, '<'))
    {
      gsize length = strcspn (at + 1, "<>");
      g_assert_cmpint (at[1 + length], ==, '>');
      gboolean is_script = is_start_of (at, "<script");
      gboolean is_style = is_start_of (at, "<style");
      at += length + 1;
      if (is_script || is_style)
        {
          at = strstr (at, is_script ? "</script>" : "</style>");
          g_assert_nonnull (at);
        }
    }
}

/* ---- all ---- */

static void
check_pieces (const FeuMarkup *markup, guint n_lines)
{
  guint line = 0;

  for (guint i = 0; i < markup->pieces->len; i++)
    {
      const FeuMarkupPiece *piece = g_ptr_array_index (markup->pieces, i);
      g_assert_true (g_utf8_validate (piece->markup, -1, NULL));
      g_assert_cmpuint (piece->start_line, <=, piece->end_line);
      g_assert_cmpuint (piece->end_line, <=, n_lines);
      if (i + 1 < markup->pieces->len)
        g_assert_cmpuint (line, <=, piece->start_line);
      line = piece->start_line;
    }
}

static void
check_footnotes (const char *footnotes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (*footnotes == '\0')
    return;
  g_assert_true (json_parser_load_from_data (parser, footnotes, -1, NULL));
  g_assert_true (JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)));
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n' || *text == '\r' ? 1 : 0;
  return n;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  guint n_lines = count_lines (text);
  g_autoptr (FeuArticle) article = feu_article_new (text, strlen (text), 1);
  g_autoptr (FeuRemoteImage) image =
      feu_remote_image_new (7, "http://example.org/a.jpg?b=\"<&[c]\\");
  FeuMarkupOptions options = { .find_image = find_image, .image_data = image };

  for (guint i = 0; i < 4; i++)
    {
      options.rights = (i & 1) != 0 ? FEU_RIGHT_RAW_HTML : 0;
      options.has_footnotes = (i & 2) != 0;
      g_autoptr (FeuMarkup) blocks = feu_block_markup_new (article, &options);
      g_autofree char *body = feu_markup_dup_body (blocks);
      check_blocks (body);
      check_tags (body);
      check_pieces (blocks, n_lines);
      check_footnotes (blocks->footnotes);
    }
  g_autoptr (FeuMarkup) classic = feu_classic_html_new (article, &options);
  g_autofree char *html = feu_markup_dup_body (classic);
  g_assert_null (find_delimiter (html));
  check_tags (html);
  check_pieces (classic, n_lines);
  return 0;
}
