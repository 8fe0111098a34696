/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts with an empty front matter and makes the edits that panels and publishing
 * make, so that the result is what they expect to find.
 */
#include "config.h"

#include "feu-post-front.h"

#include "feu-html-decode.h"
#include "feu-publish-record.h"
#include "feu-slug.h"
#include "feu-text-edit.h"

#include <string.h>

#define MAX_NAME_CHARACTERS 60

static FeuMetadata *
read_metadata (const char *text)
{
  g_autoptr (FeuFrontMatter) front_matter =
      feu_front_matter_parse (text, strlen (text));
  return feu_metadata_new (front_matter);
}

static void
apply (char **text, const GPtrArray *edits)
{
  char *changed = feu_text_edit_list_apply (edits, *text, strlen (*text), NULL);
  g_free (*text);
  *text = changed;
}

static gboolean
set_string (char **text, FeuMetaField field, const char *value, GError **error)
{
  g_autoptr (FeuMetadata) metadata = read_metadata (*text);
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  if (value == NULL || *value == '\0')
    return TRUE;
  if (!feu_metadata_edit_string (
          metadata, *text, strlen (*text), field, value, edits, error))
    return FALSE;
  apply (text, edits);
  return TRUE;
}

static gboolean
set_image_param (char        **text,
                 const char   *src,
                 FeuImageParam param,
                 const char   *value,
                 GError      **error)
{
  g_autoptr (FeuMetadata) metadata = read_metadata (*text);
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  if (value == NULL || *value == '\0')
    return TRUE;
  if (!feu_metadata_edit_image_param (
          metadata, *text, strlen (*text), src, param, value, edits, error))
    return FALSE;
  apply (text, edits);
  return TRUE;
}

static FeuArticle *
make_article (const char *text)
{
  return feu_article_new (g_strdup (text), strlen (text), 0);
}

/* What the form of publishing would hold. */
static gboolean
set_wish (char **text, const FeuPostFacts *facts, GError **error)
{
  const FeuPost *post = facts->post;
  g_autoptr (FeuArticle) article = make_article (*text);
  g_autofree char *excerpt = feu_html_decode_references (post->excerpt);
  gboolean         is_dated = post->status == FEU_POST_PUBLISHED ||
                      post->status == FEU_POST_SCHEDULED ||
                      post->status == FEU_POST_PRIVATE;
  FeuPublishWish wish = {
    .slug = *post->slug != '\0' ? post->slug : NULL,
    .excerpt = *excerpt != '\0' ? excerpt : NULL,
    .categories = (GStrv) facts->categories,
    .tags = (GStrv) facts->tags,
    .featured = (char *) facts->image,
    /* Open is what sites do unless told otherwise. */
    .comments = post->comments == FEU_COMMENTS_CLOSED ? FEU_COMMENTS_CLOSED
                                                      : FEU_COMMENTS_UNSET,
    .date = is_dated ? post->date : NULL,
  };
  char *changed = feu_publish_record_wish (
      article, &wish, NULL, facts->site_id, facts->time_zone, error);

  if (changed == NULL)
    return FALSE;
  g_free (*text);
  *text = changed;
  return TRUE;
}

static gboolean
set_post (char **text, const FeuPostFacts *facts, GError **error)
{
  const char *const addresses[] = { facts->address, NULL };
  g_autoptr (FeuArticle) article = make_article (*text);
  char *changed = feu_publish_record_post (
      article, facts->address, addresses, facts->post, facts->time_zone, error);

  if (changed == NULL)
    return FALSE;
  g_free (*text);
  *text = changed;
  return TRUE;
}

/* Texts of an image that the body does not show. */
static gboolean
set_image (char **text, const FeuPostFacts *facts, GError **error)
{
  const FeuRemoteImage *info = facts->image_info;

  if (facts->image == NULL || info == NULL)
    return TRUE;
  return set_image_param (text, facts->image, FEU_IMAGE_PARAM_ALT, info->alt, error) &&
         set_image_param (
             text, facts->image, FEU_IMAGE_PARAM_CAPTION, info->caption, error);
}

static gboolean
shows_image (const char *text, const char *src)
{
  g_autoptr (FeuArticle) article = make_article (text);
  const GPtrArray *images = feu_article_get_images (article);

  for (guint i = 0; i < images->len; i++)
    {
      const FeuImageRef *image = g_ptr_array_index (images, i);
      if (g_strcmp0 (image->src, src) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
feu_post_front_dup_text (const FeuPostFacts *facts, const char *body, GError **error)
{
  g_return_val_if_fail (facts != NULL && body != NULL, NULL);
  g_autofree char *title = feu_post_front_dup_title (facts->post);
  /* With a front matter that is there, all edits are of the same kind. */
  g_autofree char *text = g_strconcat ("---\n---\n\n", body, NULL);

  if (!set_string (&text, FEU_FIELD_TITLE, title, error) ||
      !set_string (&text, FEU_FIELD_AUTHORS, facts->author, error) ||
      !set_wish (&text, facts, error) || !set_post (&text, facts, error))
    return NULL;
  if (facts->image != NULL && !shows_image (text, facts->image) &&
      !set_image (&text, facts, error))
    return NULL;
  return g_steal_pointer (&text);
}

char *
feu_post_front_dup_title (const FeuPost *post)
{
  return strchr (post->title, '<') != NULL ? feu_html_decode_text (post->title)
                                           : feu_html_decode_references (post->title);
}

static void
keep (char **mine, const char *live, const char *plain)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (plain));

  if (*mine == NULL || strcmp (*mine, trimmed) != 0)
    return;
  g_free (*mine);
  *mine = g_strdup (live);
}

void
feu_post_front_keep_spelling (FeuPost *mine, const FeuPost *live)
{
  g_autofree char *title = feu_post_front_dup_title (live);
  g_autofree char *excerpt = feu_html_decode_references (live->excerpt);

  keep (&mine->title, live->title, title);
  keep (&mine->excerpt, live->excerpt, excerpt);
}

char *
feu_post_front_dup_name (const FeuPost *post)
{
  const char      *slug = *post->slug != '\0' ? post->slug : post->generated_slug;
  g_autofree char *decoded = slug != NULL ? g_uri_unescape_string (slug, "/") : NULL;
  g_autofree char *title = feu_post_front_dup_title (post);
  gboolean         is_named =
      decoded != NULL && *decoded != '\0' && g_utf8_validate (decoded, -1, NULL);
  g_autofree char *name =
      feu_slug_new (is_named ? decoded : title, MAX_NAME_CHARACTERS);

  return *name != '\0' ? g_steal_pointer (&name)
                       : g_strdup_printf ("post-%" G_GINT64_FORMAT, post->id);
}
