/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The state that the writers of a site's formats share, and what they ask of the
 * article that is not in its tree.
 */
#include "config.h"

#include "feu-markup-writer-private.h"

#include "feu-html-url.h"
#include "feu-raw-html.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- which headings are linked to ---- */

static void
add_target (FeuMarkupWriter *self, const char *fragment, gsize length)
{
  char *target = g_uri_unescape_segment (fragment, fragment + length, NULL);
  if (target != NULL)
    g_hash_table_add (self->targets, target);
}

/* href="#…" in raw HTML, with any quotes. */
static void
add_raw_targets (FeuMarkupWriter *self, const char *html)
{
  for (const char *at = strchr (html, '#'); at != NULL; at = strchr (at + 1, '#'))
    {
      const char *before = at;
      if (before > html && (before[-1] == '"' || before[-1] == '\''))
        before--;
      if (before - html >= 5 && g_ascii_strncasecmp (before - 5, "href=", 5) == 0)
        add_target (self, at + 1, strcspn (at + 1, "\"'> \t\n"));
    }
}

static void
find_targets (FeuMarkupWriter *self, const FeuNode *node)
{
  if (node->type == FEU_NODE_LINK && node->address[0] == '#')
    add_target (self, node->address + 1, strlen (node->address + 1));
  else if (node->type == FEU_NODE_RAW || node->type == FEU_NODE_RAW_BLOCK)
    add_raw_targets (self, node->text);
  for (const FeuNode *at = node->first_child; at != NULL; at = at->next)
    find_targets (self, at);
}

/* ---- which raw HTML belongs together ---- */

/* As for the page: each that leaves containers open, and the one that closes them. One
 * pass with a stack, whatever is left open. */
static void
find_group_ends (FeuMarkupWriter *self, const FeuNode *parent)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GArray) depths = g_array_new (FALSE, FALSE, sizeof (int));

  for (const FeuNode *at = parent->first_child; at != NULL; at = at->next)
    {
      int depth =
          at->type == FEU_NODE_RAW_BLOCK ? feu_raw_html_get_depth (at->text) : 0;
      if (depth > 0)
        {
          g_ptr_array_add (open, (gpointer) at);
          g_array_append_val (depths, depth);
        }
      while (depth < 0 && open->len > 0)
        {
          int *top_depth = &g_array_index (depths, int, depths->len - 1);
          int  closed = MIN (*top_depth, -depth);
          *top_depth -= closed;
          depth += closed;
          if (*top_depth > 0)
            continue;
          g_hash_table_insert (
              self->group_ends, g_ptr_array_index (open, open->len - 1), (gpointer) at);
          g_ptr_array_set_size (open, (int) open->len - 1);
          g_array_set_size (depths, depths->len - 1);
        }
    }
}

const FeuNode *
feu_markup_get_group_end (FeuMarkupWriter *self, const FeuNode *node)
{
  if (g_hash_table_add (self->grouped, (gpointer) node->parent))
    find_group_ends (self, node->parent);
  return g_hash_table_lookup (self->group_ends, node);
}

/* ---- life ---- */

void
feu_markup_writer_init (FeuMarkupWriter        *self,
                        const FeuArticle       *article,
                        const FeuMarkupOptions *options)
{
  *self = (FeuMarkupWriter){ .article = article, .options = options };
  self->result = feu_markup_new ();
  self->tree = feu_node_tree_new (article);
  self->out = g_string_new (NULL);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->group_ends = g_hash_table_new (NULL, NULL);
  self->grouped = g_hash_table_new (NULL, NULL);
  self->notes_written = g_hash_table_new (NULL, NULL);
  find_targets (self, feu_node_tree_get_root (self->tree));
}

FeuMarkup *
feu_markup_writer_finish (FeuMarkupWriter *self)
{
  feu_markup_add_filtered_notes (self);
  g_clear_pointer (&self->filtered, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->group_ends, g_hash_table_unref);
  g_clear_pointer (&self->grouped, g_hash_table_unref);
  g_clear_pointer (&self->notes_written, g_hash_table_unref);
  g_clear_pointer (&self->tree, feu_node_tree_free);
  g_string_free (self->out, TRUE);
  return g_steal_pointer (&self->result);
}

/* ---- images and links ---- */

static const FeuRemoteImage *
look_up (FeuMarkupWriter *self, const char *src)
{
  return self->options->find_image != NULL
             ? self->options->find_image (src, self->options->image_data)
             : NULL;
}

static gboolean
is_remote (const char *url)
{
  return g_ascii_strncasecmp (url, "http://", 7) == 0 ||
         g_ascii_strncasecmp (url, "https://", 8) == 0 || g_str_has_prefix (url, "//");
}

FeuMarkupImage
feu_markup_find_image (FeuMarkupWriter *self, const FeuNode *node)
{
  const FeuMetadata *metadata = feu_article_get_metadata (self->article);
  FeuMarkupImage     image = { .alt = node->text, .caption = node->title };

  if (*image.alt == '\0')
    image.alt = feu_metadata_get_image_param (metadata, node->src, FEU_IMAGE_PARAM_ALT);
  image.alt = image.alt != NULL ? image.alt : "";
  if (image.caption == NULL)
    image.caption =
        feu_metadata_get_image_param (metadata, node->src, FEU_IMAGE_PARAM_CAPTION);
  image.credit =
      feu_metadata_get_image_param (metadata, node->src, FEU_IMAGE_PARAM_CREDIT);

  image.remote = look_up (self, node->src);
  if (image.remote != NULL)
    {
      image.is_large = image.remote->large_url != NULL;
      image.url = image.is_large ? image.remote->large_url : image.remote->url;
    }
  else if (is_remote (node->address))
    image.url = node->address;
  else
    feu_markup_take_note (
        self->result,
        g_strdup_printf (_ ("The image “%s” is not on the site: its place is left "
                            "empty."),
                         node->src),
        self->line);
  return image;
}

void
feu_markup_put_caption (FeuMarkupWriter *self, const FeuMarkupImage *image)
{
  if (image->caption != NULL)
    feu_markup_put_text (self, image->caption);
  if (image->credit == NULL)
    return;
  g_string_append (self->out,
                   image->caption != NULL ? " <small class=\"credit\">"
                                          : "<small class=\"credit\">");
  feu_markup_put_text (self, image->credit);
  g_string_append (self->out, "</small>");
}

/* Whether @address names a file beside the article. */
static gboolean
is_local_file (const char *address)
{
  if (*address == '\0' || strchr ("#?/", *address) != NULL)
    return FALSE;
  g_autofree char *scheme = g_uri_parse_scheme (address);
  return scheme == NULL;
}

const char *
feu_markup_find_address (FeuMarkupWriter *self, const FeuNode *node)
{
  const char *address = node->address;

  if (!feu_html_url_is_safe (address))
    return NULL;
  if (!is_local_file (address))
    return address;
  FeuImageRef          *image = feu_image_ref_new (address, "");
  const FeuRemoteImage *remote = look_up (self, image->src);
  feu_image_ref_free (image);
  if (remote != NULL)
    return remote->url;
  feu_markup_take_note (
      self->result,
      g_strdup_printf (_ ("The link to “%s” leads to a file that is not on the site."),
                       address),
      self->line);
  return address;
}
