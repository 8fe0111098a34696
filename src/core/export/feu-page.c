/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Header and footer of the page, one small function per element. Nothing is written for
 * what the article does not say, and no id at all, so that none can clash with those of
 * the body's headings.
 */
#include "config.h"

#include "feu-page.h"

#include "feu-html-text.h"
#include "feu-page-date.h"
#include "feu-page-words.h"

#include <string.h>

#define THEME_RESOURCE "/org/feuillet/Feuillet/core/magazine.css"

/* What all parts need, gathered once. */
typedef struct
{
  const FeuArticle     *article;
  const FeuMetadata    *metadata;
  const FeuPageContext *context;
  const FeuPageWords   *words;
  GString              *html;
} Page;

static Page
begin_page (const FeuArticle *article, const FeuPageContext *context)
{
  return (Page){
    .article = article,
    .metadata = feu_article_get_metadata (article),
    .context = context,
    .words = feu_page_words_get (feu_article_get_language (article)),
    .html = g_string_new (NULL),
  };
}

/* Our words may be in English within an article in a language that we do not have. */
static void
append_words_lang (const Page *page)
{
  const char *language = feu_article_get_language (page->article);

  if (g_str_has_prefix (language, page->words->language))
    return;
  feu_html_append_attribute (page->html, "lang", page->words->language);
  if (feu_page_is_right_to_left (language))
    feu_html_append_attribute (page->html, "dir", "ltr");
}

static void
append_element (const Page *page,
                const char *element,
                const char *class_name,
                const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (page->html, "<%s class=\"%s\">", element, class_name);
  feu_html_append_text (page->html, text);
  g_string_append_printf (page->html, "</%s>\n", element);
}

static void
append_words (const Page *page, const char *class_name, const char *words)
{
  g_string_append_printf (page->html, "<span class=\"%s\"", class_name);
  append_words_lang (page);
  g_string_append_printf (page->html, ">%s</span>", words);
}

static void
append_categories (const Page *page)
{
  const char *const *names =
      feu_metadata_get_list (page->metadata, FEU_FIELD_CATEGORIES);

  if (names[0] == NULL)
    return;
  g_string_append (page->html, "<p class=\"category\">");
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_string_append (page->html,
                       i > 0 ? " <span class=\"p-category\">"
                             : "<span class=\"p-category\">");
      feu_html_append_text (page->html, names[i]);
      g_string_append (page->html, "</span>");
    }
  g_string_append (page->html, "</p>\n");
}

/* Returns: FALSE, having written nothing, for an image that cannot be shown */
static gboolean
append_image (const Page *page,
              const char *src,
              gboolean    is_photo,
              const char *class_name,
              const char *alt)
{
  g_autofree char *answer =
      page->context->image_func (src, is_photo, page->context->user_data);
  if (answer == NULL)
    return FALSE;

  char *attributes = strchr (answer, '\n');
  if (attributes != NULL)
    *attributes++ = '\0';
  g_string_append_printf (page->html, "<img class=\"%s\"", class_name);
  feu_html_append_attribute (page->html, "src", answer);
  feu_html_append_attribute (page->html, "alt", alt);
  if (attributes != NULL && *attributes != '\0')
    g_string_append_printf (page->html, " %s", attributes);
  g_string_append (page->html, ">");
  return TRUE;
}

static void
append_lead_caption (const Page *page, const char *src)
{
  const char *caption =
      feu_metadata_get_image_param (page->metadata, src, FEU_IMAGE_PARAM_CAPTION);
  const char *credit =
      feu_metadata_get_image_param (page->metadata, src, FEU_IMAGE_PARAM_CREDIT);

  if (caption == NULL && credit == NULL)
    return;
  g_string_append (page->html, "<figcaption>");
  feu_html_append_text (page->html, caption);
  if (credit != NULL)
    {
      g_string_append (page->html,
                       caption != NULL ? " <small class=\"credit\">"
                                       : "<small class=\"credit\">");
      feu_html_append_text (page->html, credit);
      g_string_append (page->html, "</small>");
    }
  g_string_append (page->html, "</figcaption>\n");
}

static void
append_lead (const Page *page)
{
  const char *src = feu_article_get_lead_image (page->article);

  if (src == NULL)
    return;
  const char *alt =
      feu_metadata_get_image_param (page->metadata, src, FEU_IMAGE_PARAM_ALT);
  gsize start = page->html->len;
  g_string_append (page->html, "<figure class=\"lead\">\n");
  if (!append_image (
          page, src, /* is_photo= */ FALSE, "u-featured", alt != NULL ? alt : ""))
    {
      g_string_truncate (page->html, start);
      return;
    }
  g_string_append_c (page->html, '\n');
  append_lead_caption (page, src);
  g_string_append (page->html, "</figure>\n");
}

static void
append_author_name (const Page *page, const FeuAuthor *author)
{
  gboolean is_link = author->url != NULL;

  g_string_append (page->html,
                   is_link ? "<a class=\"p-author h-card\""
                           : "<span class=\"p-author h-card\"");
  feu_html_append_url_attribute (page->html, "href", author->url);
  g_string_append_c (page->html, '>');
  feu_html_append_text (page->html, author->name);
  g_string_append (page->html, is_link ? "</a>" : "</span>");
}

/* "By A, B and C" */
static void
append_authors (const Page *page)
{
  const GPtrArray *authors = page->context->authors;

  if (authors->len == 0)
    return;
  g_string_append (page->html, "<span class=\"authors\">");
  append_words (page, "by", page->words->by);
  g_string_append_c (page->html, ' ');
  for (guint i = 0; i < authors->len; i++)
    {
      if (i > 0 && i == authors->len - 1)
        g_string_append_printf (page->html, " %s ", page->words->and);
      else if (i > 0)
        g_string_append (page->html, ", ");
      append_author_name (page, g_ptr_array_index (authors, i));
    }
  g_string_append (page->html, "</span>\n");
}

/* The date is the page's own address where the article has one (u-url). A date that is
 * not understood is shown as it was written. */
static void
append_date (const Page *page)
{
  const char      *text = feu_metadata_get_string (page->metadata, FEU_FIELD_DATE);
  FeuPageDay       day = { 0 };
  g_autofree char *machine = feu_page_date_parse (text, &day);

  if (machine == NULL)
    {
      append_element (page, "span", "date", text);
      return;
    }
  const char *url = feu_metadata_get_string (page->metadata, FEU_FIELD_CANONICAL);
  gboolean    is_link = url != NULL;
  if (is_link)
    {
      g_string_append (page->html, "<a class=\"u-url\"");
      feu_html_append_url_attribute (page->html, "href", url);
      g_string_append_c (page->html, '>');
    }
  g_autofree char *shown =
      feu_page_words_dup_date (page->words, day.year, day.month, day.day);
  g_string_append_printf (
      page->html, "<time class=\"dt-published\" datetime=\"%s\"", machine);
  append_words_lang (page);
  g_string_append_printf (page->html, ">%s</time>%s\n", shown, is_link ? "</a>" : "");
}

static void
append_reading_time (const Page *page)
{
  guint minutes =
      feu_statistics_get_reading_minutes (feu_article_get_statistics (page->article));

  if (minutes == 0)
    return;
  g_autofree char *words = feu_page_words_dup_reading_time (page->words, minutes);
  append_words (page, "reading-time", words);
  g_string_append_c (page->html, '\n');
}

static void
append_byline (const Page *page)
{
  gsize start = page->html->len;

  g_string_append (page->html, "<p class=\"byline\">\n");
  gsize inner_start = page->html->len;
  append_authors (page);
  append_date (page);
  append_reading_time (page);
  if (page->html->len == inner_start)
    g_string_truncate (page->html, start);
  else
    g_string_append (page->html, "</p>\n");
}

static void
append_tags (const Page *page)
{
  const char *const *names = feu_metadata_get_list (page->metadata, FEU_FIELD_TAGS);

  if (names[0] == NULL)
    return;
  g_string_append_printf (
      page->html, "<ul class=\"tags\" aria-label=\"%s\">\n", page->words->tags);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_string_append (page->html, "<li><span class=\"p-category\">");
      feu_html_append_text (page->html, names[i]);
      g_string_append (page->html, "</span></li>\n");
    }
  g_string_append (page->html, "</ul>\n");
}

/* The byline already names the author: a box that adds nothing to it is left out. */
static void
append_author_box (const Page *page, const FeuAuthor *author)
{
  if (author->role == NULL && author->bio == NULL && author->photo == NULL)
    return;

  g_string_append (page->html, "<div class=\"author h-card\">\n");
  g_autofree char *photo =
      author->photo != NULL ? g_file_get_path (author->photo) : NULL;
  if (photo != NULL && append_image (page, photo, /* is_photo= */ TRUE, "u-photo", ""))
    g_string_append_c (page->html, '\n');
  g_string_append (page->html, "<p class=\"author-name\">");
  gboolean is_link = author->url != NULL;
  g_string_append (page->html,
                   is_link ? "<a class=\"p-name u-url\"" : "<span class=\"p-name\"");
  feu_html_append_url_attribute (page->html, "href", author->url);
  g_string_append_c (page->html, '>');
  feu_html_append_text (page->html, author->name);
  g_string_append (page->html, is_link ? "</a>" : "</span>");
  g_string_append (page->html, "</p>\n");
  append_element (page, "p", "p-job-title", author->role);
  append_element (page, "p", "p-note", author->bio);
  g_string_append (page->html, "</div>\n");
}

static void
append_comments (const Page *page)
{
  FeuComments comments = feu_metadata_get_comments (page->metadata);

  if (comments == FEU_COMMENTS_UNSET)
    return;
  g_string_append (page->html, "<p class=\"comments\"");
  append_words_lang (page);
  g_string_append_printf (page->html,
                          ">%s</p>\n",
                          comments == FEU_COMMENTS_OPEN ? page->words->comments_open
                                                        : page->words->comments_closed);
}

char *
feu_page_dup_header (const FeuArticle *article, const FeuPageContext *context)
{
  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail (context != NULL && context->authors != NULL, NULL);

  Page page = begin_page (article, context);
  append_categories (&page);
  append_element (&page, "h1", "p-name", feu_article_get_title (article));
  append_element (&page,
                  "p",
                  "subtitle",
                  feu_metadata_get_string (page.metadata, FEU_FIELD_SUBTITLE));
  append_element (&page,
                  "p",
                  "p-summary",
                  feu_metadata_get_string (page.metadata, FEU_FIELD_DESCRIPTION));
  append_lead (&page);
  append_byline (&page);
  return g_string_free (page.html, FALSE);
}

char *
feu_page_dup_footer (const FeuArticle *article, const FeuPageContext *context)
{
  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail (context != NULL && context->authors != NULL, NULL);

  Page page = begin_page (article, context);
  append_tags (&page);
  for (guint i = 0; i < context->authors->len; i++)
    append_author_box (&page, g_ptr_array_index (context->authors, i));
  append_comments (&page);
  return g_string_free (page.html, FALSE);
}

GPtrArray *
feu_page_dup_authors (const FeuArticle *article,
                      FeuAuthorStore   *store,
                      GFile            *article_folder)
{
  g_return_val_if_fail (article != NULL, NULL);

  const char *const *names =
      feu_metadata_get_list (feu_article_get_metadata (article), FEU_FIELD_AUTHORS);
  GPtrArray *authors =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_author_unref);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (authors,
                     feu_author_store_dup_author (store, names[i], article_folder));
  return authors;
}

gboolean
feu_page_is_right_to_left (const char *language)
{
  static const char *const languages[] = { "ar", "arc", "ckb", "dv", "fa", "he", "nqo",
                                           "ps", "sd",  "syr", "ug", "ur", "yi", NULL };
  g_autofree char         *primary =
      g_ascii_strdown (language, (gssize) strcspn (language, "-_"));

  return g_strv_contains (languages, primary);
}

const char *
feu_page_get_theme_css (void)
{
  /* Not compressed, so that the bytes are those in the program itself, which end with a
   * nul and outlive this reference. */
  g_autoptr (GBytes) css =
      g_resources_lookup_data (THEME_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_val_if_fail (css != NULL, "");
  return g_bytes_get_data (css, NULL);
}
