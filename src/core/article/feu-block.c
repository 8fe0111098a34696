/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making and freeing what Markdown became.
 */
#include "config.h"

#include "feu-block.h"

#include "feu-html-url.h"

#include <string.h>

void
feu_block_free (FeuBlock *self)
{
  if (self == NULL)
    return;
  g_free (self->html);
  g_free (self);
}

void
feu_heading_free (FeuHeading *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->id);
  g_free (self);
}

void
feu_image_ref_free (FeuImageRef *self)
{
  if (self == NULL)
    return;
  g_free (self->src);
  g_free (self->alt);
  g_free (self->caption);
  g_free (self);
}

gboolean
feu_image_ref_is_inline (const char *url)
{
  static const char *const kinds[] = { "png", "gif", "jpeg", "webp" };

  if (g_ascii_strncasecmp (url, "data:image/", 11) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strncasecmp (url + 11, kinds[i], strlen (kinds[i])) == 0 &&
        strchr (";,", url[11 + strlen (kinds[i])]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
feu_image_ref_is_showable (const char *url)
{
  return feu_image_ref_is_inline (url) || feu_html_url_is_safe (url);
}

static gboolean
is_remote (const char *url)
{
  if (g_str_has_prefix (url, "//"))
    return TRUE;
  g_autofree char *scheme = g_uri_parse_scheme (url);
  return scheme != NULL && (g_ascii_strcasecmp (scheme, "http") == 0 ||
                            g_ascii_strcasecmp (scheme, "https") == 0);
}

FeuImageRef *
feu_image_ref_new (const char *url, const char *alt)
{
  FeuImageRef *self = g_new0 (FeuImageRef, 1);

  /* Percent signs that are no escapes, or hide a nul or bad UTF-8, are taken literally.
   */
  self->src = g_uri_unescape_string (url, NULL);
  if (self->src != NULL && !g_utf8_validate (self->src, -1, NULL))
    g_clear_pointer (&self->src, g_free);
  if (self->src == NULL)
    self->src = g_strdup (url);
  self->alt = g_strdup (alt);
  self->is_remote = is_remote (url);
  return self;
}
