/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 with everything off that would load or expand anything. Its trees are walked
 * with a loop: depth is the page's choice.
 */
#include "config.h"

#include "feu-site-page.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

#define HTML_OPTIONS                                                                   \
  (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET)
#define XML_OPTIONS                                                                    \
  (XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

typedef xmlDoc *(*Reader) (const char *, int, const char *, const char *, int);

static xmlDoc *
read_document (Reader read, GBytes *bytes, const char *encoding, int options)
{
  gsize       length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  return length > 0 && length <= G_MAXINT
             ? read (text, (int) length, NULL, encoding, options)
             : NULL;
}

/* The node after @node in the order of the text; NULL at the end. */
static xmlNode *
get_next (xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != NULL && node->next == NULL)
    node = node->parent != NULL && node->parent->type == XML_ELEMENT_NODE ? node->parent
                                                                          : NULL;
  return node != NULL ? node->next : NULL;
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE &&
         g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/* (transfer full) (nullable) */
static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char    *copy = g_strdup ((const char *) value);
  xmlFree (value);
  return copy;
}

static gboolean
has_word (const char *list, const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (list != NULL ? list : "", " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

char *
feu_site_page_dup_link (GBytes *html, const char *rel)
{
  g_return_val_if_fail (html != NULL && rel != NULL, NULL);

  g_autoptr (xmlDoc) document =
      read_document (htmlReadMemory, html, NULL, HTML_OPTIONS);
  xmlNode *node = document != NULL ? xmlDocGetRootElement (document) : NULL;
  for (; node != NULL; node = get_next (node))
    {
      if (!is_element (node, "link"))
        continue;
      g_autofree char *relation = dup_attribute (node, "rel");
      g_autofree char *address = dup_attribute (node, "href");
      if (address != NULL && has_word (relation, rel))
        return g_steal_pointer (&address);
    }
  return NULL;
}

char *
feu_site_page_dup_rsd_api (GBytes *xml, const char *api)
{
  g_return_val_if_fail (xml != NULL && api != NULL, NULL);

  g_autoptr (xmlDoc) document = read_document (xmlReadMemory, xml, NULL, XML_OPTIONS);
  xmlNode *node = document != NULL ? xmlDocGetRootElement (document) : NULL;
  for (; node != NULL; node = get_next (node))
    {
      if (!is_element (node, "api"))
        continue;
      g_autofree char *name = dup_attribute (node, "name");
      g_autofree char *address = dup_attribute (node, "apiLink");
      if (address != NULL && g_strcmp0 (name, api) == 0)
        return g_steal_pointer (&address);
    }
  return NULL;
}

char *
feu_site_page_dup_text (const char *html)
{
  g_return_val_if_fail (html != NULL, NULL);

  g_autofree char *page = g_strconcat ("<body>", html, "</body>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (xmlDoc) document =
      read_document (htmlReadMemory, bytes, "UTF-8", HTML_OPTIONS);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlChar *content = root != NULL ? xmlNodeGetContent (root) : NULL;
  char    *text = g_strstrip (g_strdup (content != NULL ? (char *) content : ""));
  xmlFree (content);
  return text;
}
