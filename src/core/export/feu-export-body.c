/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts the blocks together. Images are replaced where FeuImageRef says that they are;
 * their tags have the one form that feu-html-sanitizer.h describes.
 */
#include "config.h"

#include "feu-export-page-private.h"

#include "feu-html-text.h"

#include <string.h>

#define IMG_OPENING "<img src=\""
#define REMOTE_OPENING "<a class=\"remote-image\" href=\""
#define TABLE_OPENING "<table>"

/* What a block's images become; images is NULL for a fragment. */
typedef struct
{
  GString         *html;
  FeuExportImages *images;
  gboolean         next_is_lead; /* the next image is what a reader sees first */
} Body;

/* The attributes behind src: alt and what else there is, from its leading space on. */
static char *
dup_other_attributes (const char *tag, gsize length)
{
  if (length < strlen (IMG_OPENING) || !g_str_has_prefix (tag, IMG_OPENING))
    return NULL;
  const char *src = tag + strlen (IMG_OPENING);
  const char *end = tag + length;
  const char *quote = memchr (src, '"', (gsize) (end - src));
  if (quote == NULL)
    return NULL;
  g_autofree char *attributes = g_strndup (quote + 1, (gsize) (end - quote - 1));
  char            *close = strrchr (attributes, '>');
  if (close == NULL)
    return NULL;
  if (close > attributes && close[-1] == '/')
    close--;
  *close = '\0';
  return g_strchomp (g_steal_pointer (&attributes));
}

static void
append_missing (Body *body, const FeuImageRef *image)
{
  const char *name = strrchr (image->src, '/');

  name = name != NULL && name[1] != '\0' ? name + 1 : image->src;
  if (*image->alt != '\0')
    name = image->alt;
  g_string_append (body->html, "<span class=\"missing-image\">");
  feu_html_append_text (body->html, *name != '\0' ? name : "?");
  g_string_append (body->html, "</span>");
}

/* A size that raw HTML gives is the writer's; ours only keeps the page from jumping. */
static void
append_local (Body *body, const FeuImageRef *image, const char *tag, gsize length)
{
  const FeuExportImage *file =
      feu_export_images_get (body->images, image->src, (int) image->line);
  g_autofree char *others = dup_other_attributes (tag, length);

  if (file == NULL || others == NULL)
    {
      append_missing (body, image);
      return;
    }
  g_string_append (body->html, "<img");
  feu_html_append_attribute (body->html, "src", file->url);
  g_string_append (body->html, others);
  if (file->width > 0 && strstr (others, " width=\"") == NULL &&
      strstr (others, " height=\"") == NULL)
    g_string_append_printf (
        body->html, " width=\"%d\" height=\"%d\"", file->width, file->height);
  if (!body->next_is_lead && !g_str_has_prefix (file->url, "data:"))
    g_string_append (body->html, " loading=\"lazy\"");
  g_string_append (body->html, ">");
  body->next_is_lead = FALSE;
}

/* The exact address is in the placeholder; only a link around the image, which leaves
 * no room for one of its own, makes us encode the decoded address again. */
static void
append_remote (Body *body, const FeuImageRef *image, const char *tag, gsize length)
{
  g_string_append (body->html, "<img");
  if (length > strlen (REMOTE_OPENING) && g_str_has_prefix (tag, REMOTE_OPENING))
    {
      const char *href = tag + strlen (REMOTE_OPENING);
      g_string_append_printf (
          body->html, " src=\"%.*s\"", (int) strcspn (href, "\""), href);
    }
  else
    feu_html_append_url_attribute (body->html, "src", image->src);
  feu_html_append_attribute (body->html, "alt", image->alt);
  if (image->caption != NULL && !image->is_figure)
    feu_html_append_attribute (body->html, "title", image->caption);
  g_string_append (body->html, ">");
}

static void
append_image (Body *body, const FeuImageRef *image, const FeuBlock *block)
{
  const char *tag = block->html + image->html_start;
  gsize       length = image->html_end - image->html_start;

  if (body->images == NULL && image->is_remote)
    append_remote (body, image, tag, length);
  else if (body->images == NULL)
    g_string_append_len (body->html, tag, (gssize) length);
  else if (image->is_remote)
    {
      feu_export_images_warn_remote (body->images, image->src, (int) image->line);
      g_string_append_len (body->html, tag, (gssize) length);
    }
  else
    append_local (body, image, tag, length);
}

static void
append_blocks (Body *body, const FeuArticle *article)
{
  const GPtrArray *blocks = feu_article_get_blocks (article);
  const GPtrArray *images = feu_article_get_images (article);
  guint            next_image = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const FeuBlock *block = g_ptr_array_index (blocks, i);
      gsize           at = 0;
      /* Wider than a phone, a table scrolls: the keyboard has to get there as well. */
      if (body->images != NULL && g_str_has_prefix (block->html, TABLE_OPENING))
        {
          g_string_append (body->html, "<table tabindex=\"0\">");
          at = strlen (TABLE_OPENING);
        }
      for (; next_image < images->len; next_image++)
        {
          const FeuImageRef *image = g_ptr_array_index (images, next_image);
          if (image->block != i)
            break;
          g_string_append_len (
              body->html, block->html + at, (gssize) (image->html_start - at));
          append_image (body, image, block);
          at = image->html_end;
        }
      g_string_append_len (
          body->html, block->html + at, (gssize) (block->html_length - at));
    }
}

void
feu_export_body_append (GString          *html,
                        const FeuArticle *article,
                        FeuExportImages  *images)
{
  Body body = {
    .html = html,
    .images = images,
    .next_is_lead = feu_article_get_lead_image (article) == NULL,
  };
  append_blocks (&body, article);
}

/* The classes that only our themes know. Their exact text cannot stand outside of a
 * tag, where quotes are escaped. */
void
feu_export_body_append_fragment (GString *html, const FeuArticle *article)
{
  static const char *const classes[] = {
    " class=\"credit\"",    " class=\"embed\"",        " class=\"task\"",
    " class=\"footnotes\"", " class=\"remote-image\"",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  Body body = { .html = text };

  append_blocks (&body, article);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    g_string_replace (text, classes[i], "", 0);
  g_string_append_len (html, text->str, (gssize) text->len);
}
