/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document around the parts of feu-page.h. A content security policy says in the
 * page itself what the exporter promises: nothing from elsewhere, nothing that runs.
 */
#include "config.h"

#include "feu-export-page-private.h"

#include "feu-html-text.h"
#include "feu-page.h"

#include <string.h>

/* Style attributes align the cells of tables. Browsers that do not count a file as
 * 'self' need "file:" for a page opened from the disk. */
#define POLICY_INLINE                                                                  \
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; "    \
  "form-action 'none'"
#define POLICY_FOLDER                                                                  \
  "default-src 'none'; img-src 'self' data: file:; style-src 'self' 'unsafe-inline' "  \
  "file:; base-uri 'none'; form-action 'none'"

static char *
give_image (const char *src, gboolean is_photo, gpointer user_data)
{
  FeuExportImages      *images = user_data;
  const FeuExportImage *image = is_photo ? feu_export_images_get_photo (images, src)
                                         : feu_export_images_get (images, src, -1);

  if (image == NULL)
    return NULL;
  if (image->width == 0)
    return g_strdup (image->url);
  return g_strdup_printf (
      "%s\nwidth=\"%d\" height=\"%d\"", image->url, image->width, image->height);
}

/* Returns: (nullable): text of the first heading */
static const char *
get_first_heading (const FeuArticle *article)
{
  const GPtrArray *headings = feu_article_get_headings (article);

  for (guint i = 0; i < headings->len; i++)
    {
      const FeuHeading *heading = g_ptr_array_index (headings, i);
      if (*heading->text != '\0')
        return heading->text;
    }
  return NULL;
}

static const char *
get_document_title (const FeuArticle *article, const FeuExportOptions *options)
{
  const char *title = feu_article_get_title (article);

  if (title == NULL || *title == '\0')
    title = get_first_heading (article);
  if (title == NULL)
    title = options->fallback_title;
  return title != NULL && *title != '\0' ? title : "Feuillet";
}

/* The language as HTML wants it; a page must not claim one that cannot be. */
static char *
dup_language (const FeuArticle *article)
{
  g_autofree char *language = g_strdup (feu_article_get_language (article));

  g_strdelimit (language, "_", '-');
  return g_regex_match_simple (
             "^[a-z]{2,3}(-[a-z0-9]{1,8})*$", language, G_REGEX_CASELESS, 0)
             ? g_steal_pointer (&language)
             : g_strdup ("und");
}

static void
append_style (GString *html, gboolean style_is_inline)
{
  if (!style_is_inline)
    {
      g_string_append (html, "<link rel=\"stylesheet\" href=\"style.css\">\n");
      return;
    }
  /* The manual for authors of themes at its top is of no use to the page's readers. */
  const char *css = feu_page_get_theme_css ();
  const char *end_of_manual = strstr (css, "*/\n");
  g_string_append (html, "<style>\n");
  g_string_append (html, end_of_manual != NULL ? end_of_manual + 3 : css);
  g_string_append (html, "</style>\n");
}

static void
append_head (GString                *html,
             const FeuArticle       *article,
             const FeuExportOptions *options,
             gboolean                style_is_inline)
{
  g_string_append (html, "<head>\n<meta charset=\"utf-8\">\n");
  g_string_append_printf (html,
                          "<meta http-equiv=\"Content-Security-Policy\" "
                          "content=\"%s\">\n",
                          style_is_inline ? POLICY_INLINE : POLICY_FOLDER);
  g_string_append (html,
                   "<meta name=\"viewport\" "
                   "content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta name=\"generator\" content=\"Feuillet " PACKAGE_VERSION
                   "\">\n<title>");
  feu_html_append_text (html, get_document_title (article, options));
  g_string_append (html, "</title>\n");
  feu_export_head_append (html, article, options);
  append_style (html, style_is_inline);
  g_string_append (html, "</head>\n");
}

static void
append_part (GString *html, const char *element, const char *part)
{
  if (*part != '\0')
    g_string_append_printf (html, "<%s>\n%s</%s>\n", element, part, element);
}

static void
append_article (GString                *html,
                const FeuArticle       *article,
                const FeuExportOptions *options,
                FeuExportImages        *images)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  FeuPageContext context = {
    .authors = options->authors != NULL ? options->authors : nobody,
    .image_func = give_image,
    .user_data = images,
  };
  g_autofree char *header = feu_page_dup_header (article, &context);

  g_string_append (html, "<main>\n<article class=\"h-entry\">\n");
  append_part (html, "header", header);
  g_string_append (html, "<div class=\"e-content\">\n");
  feu_export_body_append (html, article, images);
  g_string_append (html, "</div>\n");
  g_autofree char *footer = feu_page_dup_footer (article, &context);
  append_part (html, "footer", footer);
  g_string_append (html, "</article>\n</main>\n");
}

char *
feu_export_page_dup (const FeuArticle       *article,
                     const FeuExportOptions *options,
                     gboolean                style_is_inline,
                     FeuExportImages        *images)
{
  g_autofree char *language = dup_language (article);
  gsize            text_length = 0;
  feu_article_get_text (article, &text_length);
  GString *html = g_string_sized_new (text_length * 2 + 16384);

  g_string_append (html, "<!DOCTYPE html>\n<html");
  feu_html_append_attribute (html, "lang", language);
  if (feu_page_is_right_to_left (language))
    feu_html_append_attribute (html, "dir", "rtl");
  g_string_append (html, ">\n");
  append_head (html, article, options, style_is_inline);
  g_string_append (html, "<body>\n");
  append_article (html, article, options, images);
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
