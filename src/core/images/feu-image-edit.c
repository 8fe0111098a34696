/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An image of the body is described where it stands, so that the file reads the same in
 * any editor; the front matter holds only what Markdown has no place for.
 */
#include "config.h"

#include "feu-image-edit.h"

#include "feu-image-import.h"
#include "feu-image-path.h"
#include "feu-image-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  PART_ALT,
  PART_CAPTION,
} ImagePart;

/* Replaces in place; a range and a text that are the same make no edit. */
static void
add_edit (GPtrArray  *edits,
          const char *text,
          gsize       start,
          gsize       end,
          const char *new_text)
{
  gsize length = strlen (new_text);
  if (end - start == length && memcmp (text + start, new_text, length) == 0)
    return;
  g_ptr_array_add (edits, feu_text_edit_new (start, end, new_text));
}

static void
edit_alt_at (const char          *text,
             gsize                base,
             const FeuImageParts *parts,
             const char          *value,
             GPtrArray           *edits)
{
  g_autofree char *alt = feu_image_text_dup_alt (value);
  add_edit (edits, text, base + parts->alt_start, base + parts->alt_end, alt);
}

static void
edit_caption_at (const char          *text,
                 gsize                base,
                 const FeuImageParts *parts,
                 const char          *value,
                 GPtrArray           *edits)
{
  g_autofree char *title = feu_image_text_dup_title (value);
  gboolean         has_title = parts->title_start < parts->title_end;

  if (strlen (title) == 2) /* only its quotes */
    add_edit (edits, text, base + parts->address_end, base + parts->title_end, "");
  else if (has_title)
    add_edit (edits, text, base + parts->title_start, base + parts->title_end, title);
  else
    {
      g_autofree char *added = g_strconcat (" ", title, NULL);
      gsize            at = base + parts->address_end;
      add_edit (edits, text, at, at, added);
    }
}

static gboolean
says_already (const FeuImageRef *image, ImagePart part, const char *value)
{
  return part == PART_ALT
             ? g_strcmp0 (image->alt, value) == 0
             : g_strcmp0 (image->caption != NULL ? image->caption : "", value) == 0;
}

/* Returns: how many uses in the body the image has; @out_n_editable: how many of them
 * could be changed */
static guint
edit_uses (const FeuArticle *article,
           const char       *src,
           ImagePart         part,
           const char       *value,
           GPtrArray        *edits,
           guint            *out_n_editable)
{
  const char      *text = feu_article_get_text (article, NULL);
  const GPtrArray *images = feu_article_get_images (article);
  guint            n_uses = 0;

  *out_n_editable = 0;
  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageRef *image = g_ptr_array_index (images, i);
      FeuImageParts      parts = { 0 };
      if (!feu_image_src_equal (image->src, src))
        continue;
      n_uses++;
      if (!feu_image_parts_read (
              text + image->start_bytes, image->end_bytes - image->start_bytes, &parts))
        continue;
      ++*out_n_editable;
      if (says_already (image, part, value))
        continue;
      if (part == PART_ALT)
        edit_alt_at (text, image->start_bytes, &parts, value, edits);
      else
        edit_caption_at (text, image->start_bytes, &parts, value, edits);
    }
  return n_uses;
}

static gboolean
edit_param (const FeuArticle *article,
            const char       *src,
            FeuImageParam     param,
            const char       *value,
            GPtrArray        *edits,
            GError          **error)
{
  gsize       length = 0;
  const char *text = feu_article_get_text (article, &length);
  return feu_metadata_edit_image_param (feu_article_get_metadata (article),
                                        text,
                                        length,
                                        src,
                                        param,
                                        value,
                                        edits,
                                        error);
}

static gboolean
edit_part (const FeuArticle *article,
           const char       *src,
           ImagePart         part,
           const char       *value,
           GPtrArray        *edits,
           GError          **error)
{
  const char *wanted = value != NULL ? value : "";
  guint       n_editable = 0;
  guint       n_uses = edit_uses (article, src, part, wanted, edits, &n_editable);

  if (n_uses == 0)
    return edit_param (article,
                       src,
                       part == PART_ALT ? FEU_IMAGE_PARAM_ALT : FEU_IMAGE_PARAM_CAPTION,
                       wanted,
                       edits,
                       error);
  if (n_editable > 0)
    return TRUE;
  g_set_error (error,
               FEU_IMAGE_ERROR,
               FEU_IMAGE_ERROR_NOT_EDITABLE,
               _ ("“%s” is written in a way that can only be changed in the text "
                  "itself."),
               src);
  return FALSE;
}

gboolean
feu_image_edit_alt (const FeuArticle *article,
                    const char       *src,
                    const char       *value,
                    GPtrArray        *edits,
                    GError          **error)
{
  g_return_val_if_fail (article != NULL && src != NULL && edits != NULL, FALSE);
  return edit_part (article, src, PART_ALT, value, edits, error);
}

gboolean
feu_image_edit_caption (const FeuArticle *article,
                        const char       *src,
                        const char       *value,
                        GPtrArray        *edits,
                        GError          **error)
{
  g_return_val_if_fail (article != NULL && src != NULL && edits != NULL, FALSE);
  return edit_part (article, src, PART_CAPTION, value, edits, error);
}

gboolean
feu_image_edit_credit (const FeuArticle *article,
                       const char       *src,
                       const char       *value,
                       GPtrArray        *edits,
                       GError          **error)
{
  g_return_val_if_fail (article != NULL && src != NULL && edits != NULL, FALSE);
  return edit_param (article, src, FEU_IMAGE_PARAM_CREDIT, value, edits, error);
}

gboolean
feu_image_edit_featured (const FeuArticle *article,
                         const char       *src,
                         GPtrArray        *edits,
                         GError          **error)
{
  g_return_val_if_fail (article != NULL && edits != NULL, FALSE);
  gsize       length = 0;
  const char *text = feu_article_get_text (article, &length);
  return feu_metadata_edit_string (feu_article_get_metadata (article),
                                   text,
                                   length,
                                   FEU_FIELD_IMAGE,
                                   src,
                                   edits,
                                   error);
}
