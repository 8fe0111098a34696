/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scan over the tags of sanitized HTML, whose form is known.
 */
#include "config.h"

#include "feu-raw-images-private.h"

#include <string.h>

static char *
dup_unescaped (const char *start, const char *end)
{
  static const struct
  {
    const char *entity;
    char        byte;
  } entities[] = {
    { "&amp;", '&' },  { "&lt;", '<' },   { "&gt;", '>' },
    { "&quot;", '"' }, { "&#39;", '\'' },
  };
  GString *text = g_string_new (NULL);

  while (start < end)
    {
      gsize n = 1;
      char  byte = *start;
      for (guint i = 0; byte == '&' && i < G_N_ELEMENTS (entities); i++)
        if (g_str_has_prefix (start, entities[i].entity))
          {
            byte = entities[i].byte;
            n = strlen (entities[i].entity);
          }
      g_string_append_c (text, byte);
      start += n;
    }
  return g_string_free (text, FALSE);
}

/* The value of an attribute of the tag that goes from @tag to @end, or "". */
static char *
dup_attribute (const char *tag, const char *end, const char *name)
{
  g_autofree char *opening = g_strdup_printf (" %s=\"", name);
  const char      *found = g_strstr_len (tag, end - tag, opening);

  if (found == NULL)
    return g_strdup ("");
  const char *start = found + strlen (opening);
  const char *close = memchr (start, '"', (gsize) (end - start));
  return dup_unescaped (start, close != NULL ? close : end);
}

static FeuImageRef *
copy_known (const FeuImageRef *known)
{
  FeuImageRef *copy = g_memdup2 (known, sizeof *known);
  copy->src = g_strdup (known->src);
  copy->alt = g_strdup (known->alt);
  copy->caption = g_strdup (known->caption);
  return copy;
}

typedef struct
{
  GString         *html;   /* owned */
  GPtrArray       *images; /* (element-type FeuImageRef), owned */
  const GPtrArray *known;  /* borrowed */
  guint            next_known;
  gboolean         in_link;
} Placer;

static void
append_placeholder (Placer *self, const char *url, const FeuImageRef *image)
{
  const char      *label = *image->alt != '\0' ? image->alt : image->src;
  g_autofree char *text = g_markup_escape_text (label, -1);
  g_autofree char *href = g_markup_escape_text (url, -1);

  if (self->in_link)
    g_string_append_printf (self->html, "<span class=\"remote-image\">%s</span>", text);
  else
    g_string_append_printf (
        self->html, "<a class=\"remote-image\" href=\"%s\">%s</a>", href, text);
}

/* The next of the Markdown's images, if that is what @url and @alt say; else one that
 * the raw HTML has. */
static FeuImageRef *
identify (Placer *self, const char *url, const char *alt)
{
  FeuImageRef *image = feu_image_ref_new (url, alt);

  if (self->next_known == self->known->len)
    return image;
  const FeuImageRef *known = g_ptr_array_index (self->known, self->next_known);
  if (strcmp (known->src, image->src) != 0 || strcmp (known->alt, image->alt) != 0)
    return image;
  feu_image_ref_free (image);
  self->next_known++;
  return copy_known (known);
}

static void
place_image (Placer *self, const char *tag, const char *end)
{
  g_autofree char *url = dup_attribute (tag, end, "src");
  g_autofree char *alt = dup_attribute (tag, end, "alt");
  FeuImageRef     *image = identify (self, url, alt);

  image->html_start = self->html->len;
  if (image->is_remote)
    append_placeholder (self, url, image);
  else if (feu_image_ref_is_showable (url))
    g_string_append_len (self->html, tag, end - tag);
  else
    {
      g_autofree char *text = g_markup_escape_text (alt, -1);
      g_string_append_printf (self->html, "<img src=\"\" alt=\"%s\" />", text);
    }
  image->html_end = self->html->len;
  g_ptr_array_add (self->images, image);
}

char *
feu_raw_images_place (const char *html, const GPtrArray *known, GPtrArray **out_images)
{
  Placer      self = { .known = known };
  const char *at = html;

  self.html = g_string_sized_new (strlen (html) + 64);
  self.images = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_image_ref_free);
  for (const char *tag = strchr (at, '<'); tag != NULL; tag = strchr (at, '<'))
    {
      const char *close = strchr (tag, '>');
      const char *end = close != NULL ? close + 1 : tag + strlen (tag);
      g_string_append_len (self.html, at, tag - at);
      at = end;
      if (g_str_has_prefix (tag, "<img "))
        {
          place_image (&self, tag, end);
          continue;
        }
      if (g_str_has_prefix (tag, "<a ") || g_str_has_prefix (tag, "<a>"))
        self.in_link = TRUE;
      else if (g_str_has_prefix (tag, "</a>"))
        self.in_link = FALSE;
      g_string_append_len (self.html, tag, end - tag);
    }
  g_string_append (self.html, at);
  *out_images = self.images;
  return g_string_free (self.html, FALSE);
}
