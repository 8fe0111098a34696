/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collects tokens first, since how an emphasis can be written depends on the characters
 * on both sides of both its ends. Invariants of the tokens: no two spaces follow each
 * other, none stands at the inner side of an emphasis' end, and each OPEN knows its
 * CLOSE and the other way round.
 */
#include "config.h"

#include "feu-inline-markdown.h"

#include "feu-image-text.h"
#include "feu-markdown-escape.h"

#include <string.h>

typedef enum
{
  TOKEN_TEXT,
  TOKEN_MARKUP,
  TOKEN_SPACE, /* text is " " or "\n" */
  TOKEN_BREAK,
  TOKEN_OPEN,
  TOKEN_CLOSE,
} TokenType;

typedef struct
{
  TokenType     type;
  FeuInlineKind kind;
  char         *text; /* owned (nullable): of OPEN and CLOSE what is written for it */
  guint         partner; /* of OPEN and CLOSE: index of the other */
} Token;

typedef struct
{
  FeuInlineKind kind;
  gboolean      is_written;
  guint         token; /* its OPEN, once written */
} Open;

struct _FeuInlineMarkdown
{
  FeuInlinePlace place;
  GArray        *tokens; /* (element-type Token), owned */
  GArray        *open;   /* (element-type Open), owned */
  char space; /* to be written before what comes: ' ', '\n'; '\r' for a break */
};

static void
clear_token (gpointer data)
{
  Token *token = data;
  g_free (token->text);
}

FeuInlineMarkdown *
feu_inline_markdown_new (FeuInlinePlace place)
{
  FeuInlineMarkdown *self = g_new0 (FeuInlineMarkdown, 1);
  self->place = place;
  self->tokens = g_array_new (FALSE, TRUE, sizeof (Token));
  g_array_set_clear_func (self->tokens, clear_token);
  self->open = g_array_new (FALSE, TRUE, sizeof (Open));
  return self;
}

void
feu_inline_markdown_free (FeuInlineMarkdown *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tokens);
  g_array_unref (self->open);
  g_free (self);
}

static Token *
get_token (const FeuInlineMarkdown *self, guint i)
{
  return &g_array_index (self->tokens, Token, i);
}

static guint
push_token (FeuInlineMarkdown *self, TokenType type, char *take_text)
{
  Token token = { .type = type, .text = take_text };
  g_array_append_val (self->tokens, token);
  return self->tokens->len - 1;
}

/* Writes what waits for something to stand behind it. */
static void
push_waiting (FeuInlineMarkdown *self)
{
  guint last = self->tokens->len;

  if (self->space != '\0' && last > 0 &&
      get_token (self, last - 1)->type != TOKEN_BREAK)
    {
      gboolean is_break = self->space == '\r';
      push_token (self,
                  is_break ? TOKEN_BREAK : TOKEN_SPACE,
                  is_break ? NULL : g_strndup (&self->space, 1));
    }
  self->space = '\0';
  for (guint i = 0; i < self->open->len; i++)
    {
      Open *open = &g_array_index (self->open, Open, i);
      if (open->is_written)
        continue;
      open->token = push_token (self, TOKEN_OPEN, NULL);
      get_token (self, open->token)->kind = open->kind;
      open->is_written = TRUE;
    }
}

static gboolean
is_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* What @c, white space, adds to the white space that waits. */
static void
take_space (FeuInlineMarkdown *self, char c)
{
  if (c != '\n' || self->place == FEU_INLINE_LINE || self->place == FEU_INLINE_CELL)
    self->space = self->space == '\0' ? ' ' : self->space;
  else
    self->space = self->place == FEU_INLINE_LINES ? '\r' : '\n';
}

void
feu_inline_markdown_add_text (FeuInlineMarkdown *self, const char *text)
{
  for (const char *at = text; *at != '\0';)
    {
      for (; is_space (*at); at++)
        take_space (self, *at);
      const char *word = at;
      while (*at != '\0' && !is_space (*at))
        at++;
      if (at == word)
        continue;
      push_waiting (self);
      push_token (self, TOKEN_TEXT, g_strndup (word, (gsize) (at - word)));
    }
}

void
feu_inline_markdown_add_break (FeuInlineMarkdown *self)
{
  self->space = '\0';
  push_waiting (self);
  push_token (self, TOKEN_BREAK, NULL);
}

void
feu_inline_markdown_add_markup (FeuInlineMarkdown *self, const char *markup)
{
  push_waiting (self);
  push_token (self, TOKEN_MARKUP, g_strdup (markup));
}

void
feu_inline_markdown_add_code (FeuInlineMarkdown *self, const char *text)
{
  gsize    longest = 0;
  GString *code = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      gsize ticks = strspn (at, "`");
      longest = MAX (longest, ticks);
      g_string_append_c (code, g_ascii_isspace (*at) ? ' ' : *at);
    }
  gboolean has_edge = code->len > 0 && (code->str[0] == '`' || code->str[0] == ' ' ||
                                        code->str[code->len - 1] == '`' ||
                                        code->str[code->len - 1] == ' ');
  gboolean is_blank = strspn (code->str, " ") == code->len;
  /* One space on each side is taken away again, unless all is spaces. */
  g_autofree char *pad = g_strdup (has_edge && !is_blank ? " " : "");
  /* The shortest fence that is not in the text would do, but longer than the longest is
   * what people write. */
  g_autofree char *fence = g_strnfill (longest + 1, '`');
  g_autofree char *markup = g_strconcat (fence, pad, code->str, pad, fence, NULL);
  if (code->len > 0)
    feu_inline_markdown_add_markup (self, markup);
  g_string_free (code, TRUE);
}

void
feu_inline_markdown_open (FeuInlineMarkdown *self, FeuInlineKind kind)
{
  Open open = { .kind = kind };
  g_array_append_val (self->open, open);
}

static char *
dup_link_end (const char *address, const char *title)
{
  g_autofree char *target = feu_markdown_dup_address (address);
  g_autofree char *quoted =
      title != NULL && *title != '\0' ? feu_image_text_dup_title (title) : NULL;
  return g_strconcat (
      "](", target, quoted != NULL ? " " : "", quoted != NULL ? quoted : "", ")", NULL);
}

void
feu_inline_markdown_close (FeuInlineMarkdown *self,
                           const char        *address,
                           const char        *title)
{
  g_return_if_fail (self->open->len > 0);
  Open open = g_array_index (self->open, Open, self->open->len - 1);

  g_array_set_size (self->open, self->open->len - 1);
  if (!open.is_written)
    return;
  guint close = push_token (self, TOKEN_CLOSE, NULL);
  get_token (self, close)->kind = open.kind;
  get_token (self, close)->partner = open.token;
  get_token (self, open.token)->partner = close;
  if (open.kind == FEU_INLINE_LINK)
    get_token (self, close)->text =
        dup_link_end (address != NULL ? address : "", title);
}

/* The first character that the tokens from @i on are written with, as far as it is
 * known yet: '.' stands for some mark, ' ' for white space, 0 for the end. */
static gunichar
get_first (const FeuInlineMarkdown *self, guint i)
{
  if (i >= self->tokens->len)
    return 0;
  const Token *token = get_token (self, i);
  switch (token->type)
    {
    case TOKEN_TEXT:
    case TOKEN_MARKUP:
      return g_utf8_get_char (token->text);
    case TOKEN_SPACE:
    case TOKEN_BREAK:
      return ' ';
    case TOKEN_OPEN:
      return token->kind == FEU_INLINE_LINK ? '[' : '.';
    case TOKEN_CLOSE:
      return token->text != NULL ? (gunichar) token->text[0] : '.';
    }
  return 0;
}

/* As get_first(), for the last character of token @i. */
static gunichar
get_last (const FeuInlineMarkdown *self, guint i)
{
  const Token *token = get_token (self, i);

  if (token->type == TOKEN_SPACE || token->type == TOKEN_BREAK)
    return ' ';
  if (token->text == NULL || *token->text == '\0')
    return '.';
  return g_utf8_get_char (
      g_utf8_find_prev_char (token->text, token->text + strlen (token->text)));
}

/* Whether @mark can stand at both ends of the emphasis that begins at token @i, behind
 * what @out ends with. */
static gboolean
can_mark (const FeuInlineMarkdown *self, guint i, const GString *out, char mark)
{
  const Token *token = get_token (self, i);
  gunichar     before =
      out->len > 0
              ? g_utf8_get_char (g_utf8_find_prev_char (out->str, out->str + out->len))
              : 0;
  gunichar first = get_first (self, i + 1);
  gunichar last = get_last (self, token->partner - 1);
  gunichar after = get_first (self, token->partner + 1);
  gunichar own = (gunichar) mark;

  if (before == own || first == own || last == own || after == own)
    return FALSE;
  if (mark == '_' &&
      (!(feu_markdown_is_gap (before) || feu_markdown_is_punctuation (before)) ||
       !(feu_markdown_is_gap (after) || feu_markdown_is_punctuation (after))))
    return FALSE;
  return feu_markdown_is_edge (before, first) && feu_markdown_is_edge (after, last);
}

/* How the emphasis that begins at token @i is written. */
static void
choose_marks (FeuInlineMarkdown *self, guint i, const GString *out)
{
  static const char *const marks[][3] = {
    [FEU_INLINE_STRONG] = { "**", "__", NULL },
    [FEU_INLINE_EMPHASIS] = { "*", "_", NULL },
    [FEU_INLINE_STRIKE] = { "~~", NULL, NULL },
    [FEU_INLINE_LINK] = { NULL },
  };
  static const char *const tags[][2] = {
    [FEU_INLINE_STRONG] = { "<strong>", "</strong>" },
    [FEU_INLINE_EMPHASIS] = { "<em>", "</em>" },
    [FEU_INLINE_STRIKE] = { "<del>", "</del>" },
  };
  Token *open = get_token (self, i);
  Token *close = get_token (self, open->partner);

  if (open->kind == FEU_INLINE_LINK)
    {
      open->text = g_strdup ("[");
      return;
    }
  for (guint n = 0; n < 2 && marks[open->kind][n] != NULL; n++)
    if (can_mark (self, i, out, marks[open->kind][n][0]))
      {
        open->text = g_strdup (marks[open->kind][n]);
        close->text = g_strdup (marks[open->kind][n]);
        return;
      }
  open->text = g_strdup (tags[open->kind][0]);
  close->text = g_strdup (tags[open->kind][1]);
}

static void
write_break (const FeuInlineMarkdown *self, GString *out)
{
  gboolean is_line = self->place == FEU_INLINE_LINE || self->place == FEU_INLINE_CELL;
  g_string_append (out, is_line || out->len == 0 ? "<br>" : "\\\n");
}

/* Brackets in a link's text have to balance; escaping them all is simplest. */
static void
write_text (const FeuInlineMarkdown *self, guint i, guint links, GString *out)
{
  gunichar next = get_first (self, i + 1);
  gboolean begins_block =
      self->place == FEU_INLINE_PARAGRAPH || self->place == FEU_INLINE_LINES;
  const char *text = get_token (self, i)->text;
  char        next_byte = next < 0x80 ? (char) next : 'x';

  if (links == 0 || strpbrk (text, "[]") == NULL)
    {
      feu_markdown_append_escaped (out, text, begins_block, next_byte);
      return;
    }
  for (const char *at = text; *at != '\0';)
    {
      gsize            plain = strcspn (at, "[]");
      g_autofree char *part = g_strndup (at, plain);
      feu_markdown_append_escaped (
          out, part, begins_block, at[plain] != '\0' ? 'x' : next_byte);
      at += plain;
      if (*at != '\0')
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, *at++);
        }
    }
}

static GString *
write_tokens (FeuInlineMarkdown *self)
{
  GString *out = g_string_new (NULL);
  guint    links = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const Token *token = get_token (self, i);
      switch (token->type)
        {
        case TOKEN_TEXT:
          write_text (self, i, links, out);
          break;
        case TOKEN_MARKUP:
          g_string_append (out, token->text);
          break;
        case TOKEN_SPACE:
          /* A tag alone in its line would begin raw HTML. */
          g_string_append (out, g_str_has_suffix (out->str, ">") ? " " : token->text);
          break;
        case TOKEN_BREAK:
          if (i + 1 < self->tokens->len)
            write_break (self, out);
          break;
        case TOKEN_OPEN:
          choose_marks (self, i, out);
          g_string_append (out, token->text);
          links += token->kind == FEU_INLINE_LINK ? 1 : 0;
          break;
        case TOKEN_CLOSE:
          g_string_append (out, token->text);
          links -= token->kind == FEU_INLINE_LINK ? 1 : 0;
          break;
        }
    }
  return out;
}

/* A number sign at a heading's end would be taken for the end of its markup. */
static void
protect_end (GString *out)
{
  gsize at = out->len;

  while (at > 0 && out->str[at - 1] == '#')
    at--;
  if (at < out->len && (at == 0 || out->str[at - 1] == ' '))
    g_string_insert_c (out, (gssize) at, '\\');
}

static void
protect_pipes (GString *out)
{
  g_string_replace (out, "|", "\\|", 0);
}

char *
feu_inline_markdown_finish (FeuInlineMarkdown *self)
{
  while (self->open->len > 0)
    feu_inline_markdown_close (self, NULL, NULL);
  GString *out = write_tokens (self);
  if (self->place == FEU_INLINE_LINE)
    protect_end (out);
  if (self->place == FEU_INLINE_CELL)
    protect_pipes (out);
  feu_inline_markdown_free (self);
  return g_string_free (out, FALSE);
}
