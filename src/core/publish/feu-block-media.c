/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Images, galleries, embeds. An image that is not on the site is an image block without
 * an address: the editor shows a place to drop it, with its description and caption.
 */
#include "config.h"

#include "feu-block-markup-private.h"
#include "feu-shape.h"

static void
begin_image (FeuMarkupWriter *self, const FeuMarkupImage *image, gboolean is_linked)
{
  gboolean    has_id = image->remote != NULL && image->remote->id > 0;
  const char *destination = is_linked ? "custom" : "none";
  const char *size = image->is_large ? "large" : "full";

  if (has_id)
    {
      feu_markup_put_format (self,
                             "<!-- wp:image {\"id\":%" G_GINT64_FORMAT
                             ",\"sizeSlug\":\"%s\",\"linkDestination\":\"%s\"} -->\n"
                             "<figure class=\"wp-block-image size-%s\">",
                             image->remote->id,
                             size,
                             destination,
                             size);
      return;
    }
  g_string_append (self->out, "<!-- wp:image");
  if (is_linked)
    g_string_append (self->out, " {\"linkDestination\":\"custom\"}");
  g_string_append (self->out, " -->\n<figure class=\"wp-block-image\">");
}

static void
put_img (FeuMarkupWriter *self, const FeuMarkupImage *image)
{
  g_string_append (self->out, "<img");
  if (image->url != NULL)
    {
      g_string_append (self->out, " src=\"");
      feu_markup_put_address (self, image->url);
      g_string_append_c (self->out, '"');
    }
  g_string_append (self->out, " alt=\"");
  feu_markup_put_value (self, image->alt);
  g_string_append_c (self->out, '"');
  if (image->remote != NULL && image->remote->id > 0)
    feu_markup_put_format (
        self, " class=\"wp-image-%" G_GINT64_FORMAT "\"", image->remote->id);
  g_string_append (self->out, "/>");
}

void
feu_block_put_image (FeuMarkupWriter *self, const FeuNode *node, const FeuNode *link)
{
  FeuMarkupImage image = feu_markup_find_image (self, node);
  const char    *address = link != NULL ? feu_markup_find_address (self, link) : NULL;

  /* The editor keeps no link around an image that is not there. */
  if (image.url == NULL || (address != NULL && *address == '\0'))
    address = NULL;
  begin_image (self, &image, address != NULL);
  if (address != NULL)
    {
      g_string_append (self->out, "<a href=\"");
      feu_markup_put_address (self, address);
      g_string_append (self->out, "\">");
    }
  put_img (self, &image);
  g_string_append (self->out, address != NULL ? "</a>" : "");
  if (image.caption != NULL || image.credit != NULL)
    {
      g_string_append (self->out, "<figcaption class=\"wp-element-caption\">");
      feu_markup_put_caption (self, &image);
      g_string_append (self->out, "</figcaption>");
    }
  g_string_append (self->out, "</figure>\n<!-- /wp:image -->");
}

void
feu_block_put_gallery (FeuMarkupWriter *self, const FeuNode *paragraph)
{
  gboolean has_any = FALSE;

  g_string_append (self->out,
                   "<!-- wp:gallery {\"linkTo\":\"none\"} -->\n"
                   "<figure class=\"wp-block-gallery has-nested-images "
                   "columns-default is-cropped\">");
  for (const FeuNode *at = paragraph->first_child; at != NULL; at = at->next)
    {
      const FeuNode *link = NULL;
      const FeuNode *image = feu_shape_get_gallery_image (at, &link);
      if (image == NULL)
        continue;
      g_string_append (self->out, has_any ? "\n\n" : "");
      feu_block_put_image (self, image, link);
      has_any = TRUE;
    }
  g_string_append (self->out, "</figure>\n<!-- /wp:gallery -->");
}

void
feu_block_put_embed (FeuMarkupWriter *self, const FeuEmbed *embed)
{
  const char *wide = embed->is_wide ? "wp-embed-aspect-16-9 wp-has-aspect-ratio" : NULL;

  g_string_append (self->out, "<!-- wp:embed {\"url\":");
  feu_markup_put_json (self, embed->url);
  feu_markup_put_format (self,
                         ",\"type\":\"%s\",\"providerNameSlug\":\"%s\"",
                         embed->type,
                         embed->provider);
  g_string_append (self->out, ",\"responsive\":true");
  if (wide != NULL)
    feu_markup_put_format (self, ",\"className\":\"%s\"", wide);
  feu_markup_put_format (
      self,
      "} -->\n<figure class=\"wp-block-embed is-type-%s is-provider-%s "
      "wp-block-embed-%s%s%s\"><div "
      "class=\"wp-block-embed__wrapper\">\n",
      embed->type,
      embed->provider,
      embed->provider,
      wide != NULL ? " " : "",
      wide != NULL ? wide : "");
  feu_markup_put_value (self, embed->url);
  g_string_append (self->out, "\n</div></figure>\n<!-- /wp:embed -->");
}
