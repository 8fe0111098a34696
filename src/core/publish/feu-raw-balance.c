/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules are those of the HTML standard's tree construction, made simpler in one
 * direction: where it would move elements about or open copies of them, this closes
 * them.
 */
#include "config.h"

#include "feu-raw-balance.h"

#include <string.h>

/* Names between spaces; @name has none. */
static gboolean
is_one_of (const char *name, const char *names)
{
  gsize length = strlen (name);

  for (const char *at = strstr (names, name); length > 0 && at != NULL;
       at = strstr (at + 1, name))
    if ((at == names || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

/* These end an open paragraph. */
#define BLOCKS                                                                         \
  "address article aside blockquote center details dialog dir div dl fieldset "        \
  "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol " \
  "p pre search section summary table ul li dd dt"

#define HEADINGS "h1 h2 h3 h4 h5 h6"
#define TABLE_PARTS "caption colgroup col thead tbody tfoot tr td th"
#define ROW_GROUPS "thead tbody tfoot"
#define CELLS "td th caption"
#define RUBY_PARTS "rb rt rtc rp"

/* The search for an element to close stops at these. */
#define BOUNDARIES "table td th caption button object marquee select svg math"

/* Their tags mean nothing within an article, or would change how the rest is read. */
#define DROPPED                                                                        \
  "applet base basefont bgsound body frame frameset head html image isindex keygen "   \
  "listing noembed noframes plaintext template title xmp"

/* In SVG and MathML, these would begin HTML again, or something between the two. */
#define BREAKOUTS                                                                      \
  "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 " \
  "head hr i iframe img li link menu meta nobr ol p pre ruby s select small source "   \
  "span strong strike sub sup table textarea track tt u ul var video audio wbr input " \
  "button form section article aside header footer nav main figure details object"
#define FOREIGN_DROPPED "desc title foreignobject annotation-xml script style"

void
feu_raw_balance_init (FeuRawBalance *self, GString *out)
{
  self->out = out;
  self->n = 0;
}

gboolean
feu_raw_balance_is_void (const char *name)
{
  return is_one_of (name,
                    "area br col embed hr img input link meta param source track wbr");
}

static const char *
get_top (const FeuRawBalance *self)
{
  return self->n > 0 ? self->names[self->n - 1] : "";
}

static void
push (FeuRawBalance *self, const char *name)
{
  g_strlcpy (self->names[self->n++], name, sizeof self->names[0]);
}

static void
open_implied (FeuRawBalance *self, const char *name)
{
  if (self->n == FEU_RAW_BALANCE_MAX_DEPTH)
    return;
  g_string_append_printf (self->out, "<%s>", name);
  push (self, name);
}

/* Closes until @n elements are open. */
static void
close_to (FeuRawBalance *self, guint n)
{
  while (self->n > n)
    {
      g_string_append_printf (self->out, "</%s>", get_top (self));
      self->n--;
    }
}

/* Closes the innermost open element of @names, and what is in it, unless one of @stop
 * is found first. */
static gboolean
close_one_of (FeuRawBalance *self, const char *names, const char *stop)
{
  for (guint i = self->n; i > 0; i--)
    {
      if (is_one_of (self->names[i - 1], names))
        {
          close_to (self, i - 1);
          return TRUE;
        }
      if (is_one_of (self->names[i - 1], stop))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_open (const FeuRawBalance *self, const char *name)
{
  for (guint i = 0; i < self->n; i++)
    if (strcmp (self->names[i], name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
feu_raw_balance_is_foreign (const FeuRawBalance *self)
{
  return is_open (self, "svg") || is_open (self, "math");
}

/* ---- tables ---- */

/* Makes the innermost open part of a table one that takes @name, a part of a table.
 * Returns: FALSE when no table is open */
static gboolean
place_table_part (FeuRawBalance *self, const char *name)
{
  gboolean is_cell = is_one_of (name, "td th");
  gboolean is_row = strcmp (name, "tr") == 0;

  if (!is_open (self, "table"))
    return FALSE;
  for (const char *top = get_top (self); strcmp (top, "table") != 0;
       top = get_top (self))
    {
      if (strcmp (top, "tr") == 0 && is_cell)
        return TRUE;
      if (is_one_of (top, ROW_GROUPS) && (is_row || is_cell))
        break;
      if (strcmp (top, "colgroup") == 0 && strcmp (name, "col") == 0)
        return TRUE;
      close_to (self, self->n - 1);
    }
  if (strcmp (get_top (self), "table") == 0 && (is_row || is_cell))
    open_implied (self, "tbody");
  if (is_cell)
    open_implied (self, "tr");
  if (strcmp (name, "col") == 0)
    open_implied (self, "colgroup");
  return TRUE;
}

/* Text and elements that are no part of a table stand in cells. */
static void
leave_table_structure (FeuRawBalance *self)
{
  if (!is_one_of (get_top (self), "table colgroup tr " ROW_GROUPS))
    return;
  place_table_part (self, "td");
  open_implied (self, "td");
}

/* ---- all elements ---- */

static gboolean
place_foreign (FeuRawBalance *self, const char *name)
{
  if (is_one_of (name, FOREIGN_DROPPED))
    return FALSE;
  if (is_one_of (name, BREAKOUTS) || is_one_of (name, TABLE_PARTS))
    while (feu_raw_balance_is_foreign (self))
      close_to (self, self->n - 1);
  return TRUE;
}

/* Closes what @name, a block, may not be in. */
static void
place_block (FeuRawBalance *self, const char *name)
{
  if (strcmp (name, "li") == 0)
    close_one_of (
        self, "li", "ul ol menu dl " BOUNDARIES " blockquote section article");
  else if (is_one_of (name, "dd dt"))
    close_one_of (self, "dd dt", "dl ul ol menu " BOUNDARIES " blockquote section");
  close_one_of (self, "p", BOUNDARIES);
  if (is_one_of (name, HEADINGS) && is_one_of (get_top (self), HEADINGS))
    close_to (self, self->n - 1);
}

/* Returns: FALSE when there is no place for @name */
static gboolean
place (FeuRawBalance *self, const char *name)
{
  if (is_open (self, "select") && !is_one_of (name, "option optgroup"))
    return FALSE;
  if (is_one_of (name, TABLE_PARTS))
    return place_table_part (self, name);
  leave_table_structure (self);
  if (is_one_of (name, "option optgroup"))
    {
      if (strcmp (get_top (self), "option") == 0)
        close_to (self, self->n - 1);
      if (strcmp (name, "optgroup") == 0 && strcmp (get_top (self), "optgroup") == 0)
        close_to (self, self->n - 1);
      return is_open (self, "select") || is_open (self, "datalist");
    }
  if (is_one_of (name, RUBY_PARTS))
    {
      if (is_one_of (get_top (self), RUBY_PARTS))
        close_to (self, self->n - 1);
      return strcmp (get_top (self), "ruby") == 0;
    }
  if (is_one_of (name, BLOCKS))
    place_block (self, name);
  else if (is_one_of (name, "a nobr button"))
    close_one_of (self, name, strcmp (name, "button") == 0 ? "table" : BOUNDARIES);
  return strcmp (name, "form") != 0 || !is_open (self, "form");
}

/* A browser takes "<p<p>" for an element; nobody means one. */
static gboolean
is_sane (const char *name)
{
  return name[strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-_:.")] == '\0' &&
         strlen (name) < G_SIZEOF_MEMBER (FeuRawBalance, names[0]) - 1;
}

gboolean
feu_raw_balance_begin (FeuRawBalance *self, const char *name, gboolean is_empty)
{
  if (is_one_of (name, DROPPED) || !is_sane (name) ||
      self->n >= FEU_RAW_BALANCE_MAX_DEPTH - 4)
    return FALSE;
  if (feu_raw_balance_is_foreign (self) && !place_foreign (self, name))
    return FALSE;
  if (feu_raw_balance_is_foreign (self))
    {
      if (!is_empty)
        push (self, name);
      return TRUE;
    }
  if (!place (self, name))
    return FALSE;
  gboolean is_root = is_one_of (name, "svg math");
  if (!feu_raw_balance_is_void (name) && !(is_root && is_empty))
    push (self, name);
  return TRUE;
}

void
feu_raw_balance_end (FeuRawBalance *self, const char *name)
{
  gboolean is_special =
      is_one_of (name, BLOCKS) || is_one_of (name, TABLE_PARTS) ||
      is_one_of (name, "button iframe noscript object select textarea svg math");

  for (guint i = self->n; i > 0; i--)
    {
      const char *open = self->names[i - 1];
      if (strcmp (open, name) == 0)
        {
          close_to (self, i - 1);
          return;
        }
      /* The end of a table ends all in it, but the end of what is around a cell does
       * not end the cell. */
      gboolean is_within = is_one_of (name, "table " TABLE_PARTS)
                               ? strcmp (open, "table") != 0
                               : !is_one_of (open, BOUNDARIES);
      if (!is_within || (!is_special && is_one_of (open, BLOCKS)))
        return;
    }
}

void
feu_raw_balance_text (FeuRawBalance *self)
{
  leave_table_structure (self);
}

void
feu_raw_balance_finish (FeuRawBalance *self)
{
  close_to (self, 0);
}
