/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2's tree. Its depth is bounded by libxml2 itself (256), so walking it may
 * recurse; where that bound was met the document is thrown away, for its end is
 * missing.
 */
#include "config.h"

#include "feu-post-html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* Attributes of one tag are compared with each other, end tags with all open elements;
 * what is longer than this is shown as it is instead. */
#define MAX_BYTES (512 * 1024)
#define MAX_TAG_BYTES (16 * 1024)

#define BODY_START "<html><body>"

static gboolean
has_long_tag (const char *html, gsize length_bytes)
{
  const char *end = html + length_bytes;

  for (const char *tag = memchr (html, '<', length_bytes); tag != NULL;
       tag = memchr (tag + 1, '<', (gsize) (end - tag - 1)))
    {
      gsize left = MIN ((gsize) (end - tag), MAX_TAG_BYTES + 1);
      if (left > MAX_TAG_BYTES && memchr (tag, '>', left) == NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_clean (const char *html, gsize length_bytes)
{
  for (gsize i = 0; i < length_bytes; i++)
    if (((guchar) html[i] < ' ' && strchr ("\t\n\r", html[i]) == NULL) ||
        html[i] == '\0' || html[i] == 0x7f)
      return FALSE;
  return g_utf8_validate_len (html, length_bytes, NULL);
}

static void
ensure_libxml (void)
{
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }
}

xmlDoc *
feu_post_html_parse (const char *html, gsize length_bytes)
{
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOWARNING | HTML_PARSE_NOERROR |
                      HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC;

  if (length_bytes > MAX_BYTES || !is_clean (html, length_bytes) ||
      has_long_tag (html, length_bytes))
    return NULL;
  ensure_libxml ();
  g_autofree char *source =
      g_strdup_printf (BODY_START "%.*s", (int) length_bytes, html);
  htmlParserCtxt *parser = htmlNewParserCtxt ();
  xmlDoc         *document = htmlCtxtReadMemory (
      parser, source, (int) strlen (source), NULL, "UTF-8", options);
  if (parser->disableSAX != 0)
    g_clear_pointer (&document, xmlFreeDoc);
  htmlFreeParserCtxt (parser);
  return document;
}

xmlNode *
feu_post_html_get_first (xmlDoc *document)
{
  xmlNode *root = xmlDocGetRootElement (document);

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL;
       node = node->next)
    if (feu_post_html_is (node, "body"))
      return node->children;
  return NULL;
}

gboolean
feu_post_html_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         strcmp ((const char *) node->name, name) == 0;
}

gboolean
feu_post_html_is_nothing (const xmlNode *node)
{
  if (node->type == XML_COMMENT_NODE)
    return !g_str_has_prefix ((const char *) node->content, "more");
  return node->type == XML_TEXT_NODE &&
         strspn ((const char *) node->content, " \t\r\n") ==
             strlen ((const char *) node->content);
}

xmlNode *
feu_post_html_skip_nothing (xmlNode *node)
{
  while (node != NULL && feu_post_html_is_nothing (node))
    node = node->next;
  return node;
}

xmlNode *
feu_post_html_get_only_child (const xmlNode *node)
{
  xmlNode *child = feu_post_html_skip_nothing (node->children);
  return child != NULL && feu_post_html_skip_nothing (child->next) == NULL ? child
                                                                           : NULL;
}

static char *
take_string (xmlChar *text)
{
  char *copy = g_strdup ((const char *) text);
  if (text != NULL)
    xmlFree (text);
  return copy;
}

char *
feu_post_html_dup_attribute (const xmlNode *node, const char *name)
{
  return take_string (xmlGetProp ((xmlNode *) node, (const xmlChar *) name));
}

char *
feu_post_html_dup_class_after (const xmlNode *node, const char *prefix)
{
  g_autofree char *value = feu_post_html_dup_attribute (node, "class");
  g_auto (GStrv) names = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], prefix))
      return g_strdup (names[i] + strlen (prefix));
  return NULL;
}

gboolean
feu_post_html_has_class (const xmlNode *node, const char *name)
{
  g_autofree char *value = feu_post_html_dup_attribute (node, "class");
  g_auto (GStrv) names = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);
  return g_strv_contains ((const char *const *) names, name);
}

char *
feu_post_html_dup_text (const xmlNode *node)
{
  char *text = take_string (xmlNodeGetContent (node));
  return text != NULL ? text : g_strdup ("");
}

char *
feu_post_html_dup_start_tag (const xmlNode *node)
{
  GString *tag = g_string_new ("<");

  g_string_append (tag, (const char *) node->name);
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next)
    {
      g_autofree char *value =
          feu_post_html_dup_attribute (node, (const char *) at->name);
      g_string_append_printf (tag, " %s", (const char *) at->name);
      if (value == NULL)
        continue;
      g_string_append (tag, "=\"");
      for (const char *c = value; *c != '\0'; c++)
        if (*c == '"')
          g_string_append (tag, "&quot;");
        else if (*c == '&')
          g_string_append (tag, "&amp;");
        else if (*c == '<')
          g_string_append (tag, "&lt;");
        else
          g_string_append_c (tag, *c == '\n' || *c == '\r' ? ' ' : *c);
      g_string_append_c (tag, '"');
    }
  g_string_append_c (tag, '>');
  return g_string_free (tag, FALSE);
}
