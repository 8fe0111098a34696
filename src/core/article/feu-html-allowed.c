/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables. Not listed, hence replaced by their children: font, big, button, noscript
 * (no script will ever run here, so what stands in for it shows), picture …
 */
#include "config.h"

#include "feu-html-allowed.h"

#include <stdlib.h>
#include <string.h>

#define RENAMED(source_name, new_name, its_kind, its_content, ...)                     \
  {                                                                                    \
    .name = source_name, .written_as = new_name, .kind = FEU_HTML_KIND_##its_kind,     \
    .content = FEU_HTML_CONTENT_##its_content, __VA_ARGS__                             \
  }
#define ELEMENT(its_name, its_kind, its_content, ...)                                  \
  RENAMED (its_name, its_name, its_kind, its_content, __VA_ARGS__)

/* Sorted by name, for bsearch(). */
static const FeuHtmlElement elements[] = {
  ELEMENT ("a",
           PHRASING,
           TRANSPARENT,
           .not_in_itself = TRUE,
           .attributes = { { "href", FEU_HTML_ATTRIBUTE_URL },
                           { "hreflang", FEU_HTML_ATTRIBUTE_LANG },
                           { "rel", FEU_HTML_ATTRIBUTE_REL },
                           { "role", FEU_HTML_ATTRIBUTE_NOTE_ROLE },
                           { "aria-label", FEU_HTML_ATTRIBUTE_TEXT } }),
  ELEMENT ("abbr", PHRASING, PHRASING),
  RENAMED ("acronym", "abbr", PHRASING, PHRASING),
  ELEMENT ("address", FLOW, FLOW, .not_in_itself = TRUE),
  ELEMENT ("applet", FLOW, FLOW, .fate = FEU_HTML_FATE_EMBED),
  ELEMENT ("article", FLOW, FLOW),
  ELEMENT ("aside", FLOW, FLOW),
  ELEMENT ("audio", FLOW, FLOW, .fate = FEU_HTML_FATE_EMBED),
  ELEMENT ("b", PHRASING, PHRASING),
  ELEMENT ("bdi", PHRASING, PHRASING),
  ELEMENT ("bdo",
           PHRASING,
           PHRASING,
           .needs_own = TRUE,
           .attributes = { { "dir", FEU_HTML_ATTRIBUTE_DIR } }),
  ELEMENT ("blockquote",
           FLOW,
           FLOW,
           .attributes = { { "cite", FEU_HTML_ATTRIBUTE_URL } }),
  ELEMENT ("br", PHRASING, NOTHING),
  ELEMENT ("canvas", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("caption", TABLE_PART, FLOW),
  RENAMED ("center", "div", FLOW, FLOW),
  ELEMENT ("cite", PHRASING, PHRASING),
  ELEMENT ("code", PHRASING, PHRASING),
  ELEMENT ("col",
           COLUMN,
           NOTHING,
           .attributes = { { "span", FEU_HTML_ATTRIBUTE_SIZE } }),
  ELEMENT ("colgroup", TABLE_PART, COLUMNS),
  ELEMENT ("data",
           PHRASING,
           PHRASING,
           .needs_own = TRUE,
           .attributes = { { "value", FEU_HTML_ATTRIBUTE_TEXT } }),
  ELEMENT ("datalist", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("dd", TERM, FLOW),
  ELEMENT ("del",
           PHRASING,
           TRANSPARENT,
           .attributes = { { "cite", FEU_HTML_ATTRIBUTE_URL },
                           { "datetime", FEU_HTML_ATTRIBUTE_DATETIME } }),
  ELEMENT ("details",
           FLOW,
           DETAILS,
           .attributes = { { "open", FEU_HTML_ATTRIBUTE_FLAG } }),
  ELEMENT ("dfn", PHRASING, PHRASING, .not_in_itself = TRUE),
  RENAMED ("dialog", "div", FLOW, FLOW),
  RENAMED ("dir", "ul", FLOW, ITEMS),
  ELEMENT ("div", FLOW, FLOW),
  ELEMENT ("dl", FLOW, TERMS),
  ELEMENT ("dt", TERM, PHRASING),
  ELEMENT ("em", PHRASING, PHRASING),
  ELEMENT ("embed", FLOW, NOTHING, .fate = FEU_HTML_FATE_EMBED),
  RENAMED ("fieldset", "div", FLOW, FLOW),
  ELEMENT ("figcaption", FIGCAPTION, FLOW),
  ELEMENT ("figure", FLOW, FIGURE),
  ELEMENT ("footer", FLOW, FLOW, .not_in_itself = TRUE),
  RENAMED ("form", "div", FLOW, FLOW),
  ELEMENT ("frameset", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("h1", FLOW, PHRASING),
  ELEMENT ("h2", FLOW, PHRASING),
  ELEMENT ("h3", FLOW, PHRASING),
  ELEMENT ("h4", FLOW, PHRASING),
  ELEMENT ("h5", FLOW, PHRASING),
  ELEMENT ("h6", FLOW, PHRASING),
  RENAMED ("header", "div", FLOW, FLOW),
  RENAMED ("hgroup", "div", FLOW, FLOW),
  ELEMENT ("hr", FLOW, NOTHING),
  ELEMENT ("i", PHRASING, PHRASING),
  ELEMENT ("iframe", FLOW, FLOW, .fate = FEU_HTML_FATE_EMBED),
  RENAMED ("image", "img", PHRASING, NOTHING, .fate = FEU_HTML_FATE_IMAGE),
  ELEMENT ("img", PHRASING, NOTHING, .fate = FEU_HTML_FATE_IMAGE),
  ELEMENT ("input", PHRASING, NOTHING, .fate = FEU_HTML_FATE_CHECKBOX),
  ELEMENT ("ins",
           PHRASING,
           TRANSPARENT,
           .attributes = { { "cite", FEU_HTML_ATTRIBUTE_URL },
                           { "datetime", FEU_HTML_ATTRIBUTE_DATETIME } }),
  ELEMENT ("kbd", PHRASING, PHRASING),
  ELEMENT ("label", PHRASING, PHRASING, .not_in_itself = TRUE),
  ELEMENT ("li", ITEM, FLOW, .attributes = { { "value", FEU_HTML_ATTRIBUTE_INTEGER } }),
  RENAMED ("listing", "pre", FLOW, PHRASING),
  RENAMED ("main", "div", FLOW, FLOW),
  ELEMENT ("mark", PHRASING, PHRASING),
  ELEMENT ("math", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  RENAMED ("menu", "ul", FLOW, ITEMS),
  ELEMENT ("nav", FLOW, FLOW),
  ELEMENT ("noembed", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("noframes", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("object", FLOW, FLOW, .fate = FEU_HTML_FATE_EMBED),
  ELEMENT ("ol",
           FLOW,
           ITEMS,
           .attributes = { { "start", FEU_HTML_ATTRIBUTE_INTEGER },
                           { "reversed", FEU_HTML_ATTRIBUTE_FLAG },
                           { "type", FEU_HTML_ATTRIBUTE_LIST_TYPE } }),
  ELEMENT ("p", FLOW, PHRASING),
  ELEMENT ("pre", FLOW, PHRASING),
  ELEMENT ("q",
           PHRASING,
           PHRASING,
           .attributes = { { "cite", FEU_HTML_ATTRIBUTE_URL } }),
  ELEMENT ("rp", RUBY_PART, PHRASING),
  ELEMENT ("rt", RUBY_PART, PHRASING),
  ELEMENT ("ruby", PHRASING, RUBY),
  ELEMENT ("s", PHRASING, PHRASING),
  ELEMENT ("samp", PHRASING, PHRASING),
  ELEMENT ("script", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  RENAMED ("search", "div", FLOW, FLOW),
  ELEMENT ("section",
           FLOW,
           FLOW,
           .attributes = { { "role", FEU_HTML_ATTRIBUTE_NOTE_ROLE } }),
  ELEMENT ("select", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("small", PHRASING, PHRASING),
  ELEMENT ("span", PHRASING, PHRASING),
  RENAMED ("strike", "s", PHRASING, PHRASING),
  ELEMENT ("strong", PHRASING, PHRASING),
  ELEMENT ("style", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("sub", PHRASING, PHRASING),
  ELEMENT ("summary", SUMMARY, PHRASING),
  ELEMENT ("sup", PHRASING, PHRASING),
  ELEMENT ("svg", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("table", FLOW, TABLE),
  ELEMENT ("tbody", TABLE_PART, ROWS),
  ELEMENT ("td",
           CELL,
           FLOW,
           .attributes = { { "colspan", FEU_HTML_ATTRIBUTE_SIZE },
                           { "rowspan", FEU_HTML_ATTRIBUTE_SIZE },
                           { "style", FEU_HTML_ATTRIBUTE_CELL_STYLE } }),
  ELEMENT ("template", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("textarea", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("tfoot", TABLE_PART, ROWS),
  ELEMENT ("th",
           CELL,
           FLOW,
           .attributes = { { "colspan", FEU_HTML_ATTRIBUTE_SIZE },
                           { "rowspan", FEU_HTML_ATTRIBUTE_SIZE },
                           { "scope", FEU_HTML_ATTRIBUTE_SCOPE },
                           { "abbr", FEU_HTML_ATTRIBUTE_TEXT },
                           { "style", FEU_HTML_ATTRIBUTE_CELL_STYLE } }),
  ELEMENT ("thead", TABLE_PART, ROWS),
  ELEMENT ("time",
           PHRASING,
           PHRASING,
           .needs_own = TRUE,
           .attributes = { { "datetime", FEU_HTML_ATTRIBUTE_DATETIME } }),
  ELEMENT ("title", FLOW, FLOW, .fate = FEU_HTML_FATE_VANISH),
  ELEMENT ("tr", ROW, CELLS),
  RENAMED ("tt", "code", PHRASING, PHRASING),
  ELEMENT ("u", PHRASING, PHRASING),
  ELEMENT ("ul", FLOW, ITEMS),
  ELEMENT ("var", PHRASING, PHRASING),
  ELEMENT ("video", FLOW, FLOW, .fate = FEU_HTML_FATE_EMBED),
  ELEMENT ("wbr", PHRASING, NOTHING),
  RENAMED ("xmp", "pre", FLOW, PHRASING),
};

static const FeuHtmlAttribute global_attributes[] = {
  { "id", FEU_HTML_ATTRIBUTE_ID },      { "class", FEU_HTML_ATTRIBUTE_TEXT },
  { "lang", FEU_HTML_ATTRIBUTE_LANG },  { "dir", FEU_HTML_ATTRIBUTE_DIR },
  { "title", FEU_HTML_ATTRIBUTE_TEXT }, { NULL, FEU_HTML_ATTRIBUTE_TEXT },
};

static int
compare_name (gconstpointer name, gconstpointer element)
{
  return strcmp (name, ((const FeuHtmlElement *) element)->name);
}

const FeuHtmlElement *
feu_html_element_find (const char *name)
{
  return bsearch (
      name, elements, G_N_ELEMENTS (elements), sizeof (FeuHtmlElement), compare_name);
}

const FeuHtmlAttribute *
feu_html_get_global_attributes (void)
{
  return global_attributes;
}

gboolean
feu_html_content_accepts (FeuHtmlContent content, FeuHtmlKind kind)
{
  gboolean is_text = kind == FEU_HTML_KIND_PHRASING;
  gboolean is_flow = is_text || kind == FEU_HTML_KIND_FLOW;

  switch (content)
    {
    case FEU_HTML_CONTENT_NOTHING:
    case FEU_HTML_CONTENT_TRANSPARENT:
      return FALSE;
    case FEU_HTML_CONTENT_PHRASING:
      return is_text;
    case FEU_HTML_CONTENT_FLOW:
      return is_flow;
    case FEU_HTML_CONTENT_ITEMS:
      return kind == FEU_HTML_KIND_ITEM;
    case FEU_HTML_CONTENT_TERMS:
      return kind == FEU_HTML_KIND_TERM;
    case FEU_HTML_CONTENT_TABLE:
      return kind == FEU_HTML_KIND_TABLE_PART;
    case FEU_HTML_CONTENT_ROWS:
      return kind == FEU_HTML_KIND_ROW;
    case FEU_HTML_CONTENT_CELLS:
      return kind == FEU_HTML_KIND_CELL;
    case FEU_HTML_CONTENT_COLUMNS:
      return kind == FEU_HTML_KIND_COLUMN;
    case FEU_HTML_CONTENT_FIGURE:
      return is_flow || kind == FEU_HTML_KIND_FIGCAPTION;
    case FEU_HTML_CONTENT_DETAILS:
      return is_flow || kind == FEU_HTML_KIND_SUMMARY;
    case FEU_HTML_CONTENT_RUBY:
      return is_text || kind == FEU_HTML_KIND_RUBY_PART;
    }
  return FALSE;
}

const FeuHtmlElement *
feu_html_content_get_implied_child (FeuHtmlContent content)
{
  switch (content)
    {
    case FEU_HTML_CONTENT_ITEMS:
      return feu_html_element_find ("li");
    case FEU_HTML_CONTENT_TERMS:
      return feu_html_element_find ("dd");
    case FEU_HTML_CONTENT_TABLE:
      return feu_html_element_find ("tbody");
    case FEU_HTML_CONTENT_ROWS:
      return feu_html_element_find ("tr");
    case FEU_HTML_CONTENT_CELLS:
      return feu_html_element_find ("td");
    case FEU_HTML_CONTENT_NOTHING:
    case FEU_HTML_CONTENT_PHRASING:
    case FEU_HTML_CONTENT_FLOW:
    case FEU_HTML_CONTENT_TRANSPARENT:
    case FEU_HTML_CONTENT_COLUMNS:
    case FEU_HTML_CONTENT_FIGURE:
    case FEU_HTML_CONTENT_DETAILS:
    case FEU_HTML_CONTENT_RUBY:
      return NULL;
    }
  return NULL;
}

const FeuHtmlElement *
feu_html_kind_get_implied_parent (FeuHtmlKind kind)
{
  switch (kind)
    {
    case FEU_HTML_KIND_ITEM:
      return feu_html_element_find ("ul");
    case FEU_HTML_KIND_TERM:
      return feu_html_element_find ("dl");
    case FEU_HTML_KIND_TABLE_PART:
      return feu_html_element_find ("table");
    case FEU_HTML_KIND_ROW:
      return feu_html_element_find ("tbody");
    case FEU_HTML_KIND_CELL:
      return feu_html_element_find ("tr");
    case FEU_HTML_KIND_COLUMN:
      return feu_html_element_find ("colgroup");
    case FEU_HTML_KIND_PHRASING:
    case FEU_HTML_KIND_FLOW:
    case FEU_HTML_KIND_FIGCAPTION:
    case FEU_HTML_KIND_SUMMARY:
    case FEU_HTML_KIND_RUBY_PART:
      return NULL;
    }
  return NULL;
}
