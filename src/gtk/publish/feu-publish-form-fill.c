/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the article's front matter and the site's answers to the widgets.
 */
#include "config.h"

#include "feu-publish-form-private.h"

#include "feu-slug.h"

#include <glib/gi18n.h>
#include <string.h>

#define THUMBNAIL_SIZE 48

static const struct
{
  const char *id;
  const char *label;
} format_names[] = {
  { "standard", N_ ("Standard") },
  { "aside", NC_ ("post format", "Aside") },
  { "chat", NC_ ("post format", "Chat") },
  { "gallery", NC_ ("post format", "Gallery") },
  { "link", NC_ ("post format", "Link") },
  { "image", NC_ ("post format", "Image") },
  { "quote", NC_ ("post format", "Quote") },
  { "status", NC_ ("post format", "Status") },
  { "video", NC_ ("post format", "Video") },
  { "audio", NC_ ("post format", "Audio") },
};

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* ---- date and address ---- */

static char *
dup_clock (GDateTime *date, GTimeZone *zone)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (date, zone);

  /* Translators: a date and time as strftime() writes it: "Tuesday 3 August 2026,
   * 09:00".
   */
  return g_date_time_format (local, _ ("%A %-d %B %Y, %H:%M"));
}

void
feu_publish_form_show_clocks (FeuPublishForm *self)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();

  if (self->date == NULL || self->profile == NULL)
    {
      set_label (self->clocks_label, NULL);
      return;
    }
  GTimeZone       *zone = self->profile->info->time_zone;
  g_autofree char *there = dup_clock (self->date, zone);
  g_autofree char *mine = dup_clock (self->date, here);
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  if (g_date_time_compare (self->date, now) <= 0)
    text = g_strdup (_ ("This is in the past: choose a later time."));
  else
    {
      /* Translators: %s are a time zone and a date. */
      text = g_strdup_printf (_ ("On the site (%s): %s\nHere: %s"),
                              g_time_zone_get_identifier (zone),
                              there,
                              mine);
    }
  set_label (self->clocks_label, text);
}

static char *
dup_generated_slug (FeuPublishForm *self)
{
  const char *title =
      self->article != NULL ? feu_article_get_title (self->article) : NULL;

  if (self->post != NULL && *self->post->slug != '\0')
    return g_strdup (self->post->slug);
  return feu_slug_new (title != NULL ? title : "", 60);
}

/* The address that the post is going to have, or NULL. */
static char *
dup_permalink (FeuPublishForm *self, const char *slug)
{
  if (self->post != NULL && self->post->permalink_template != NULL &&
      strstr (self->post->permalink_template, "%postname%") != NULL)
    {
      GString *text = g_string_new (self->post->permalink_template);
      g_string_replace (text, "%postname%", slug, 0);
      return g_string_free (text, FALSE);
    }
  return self->profile != NULL
             ? feu_site_profile_dup_permalink (
                   self->profile,
                   slug,
                   gtk_toggle_button_get_active (self->status_schedule) ? self->date
                                                                        : NULL)
             : NULL;
}

void
feu_publish_form_show_permalink (FeuPublishForm *self)
{
  g_autofree char *generated = dup_generated_slug (self);
  const char      *typed = gtk_entry_get_text (self->slug_entry);
  g_autofree char *slug = feu_slug_new (*typed != '\0' ? typed : generated, 200);
  g_autofree char *address = dup_permalink (self, slug);
  FeuRights        rights = feu_publish_form_get_rights (self);

  gtk_entry_set_placeholder_text (self->slug_entry, generated);
  if (self->profile != NULL && (rights & FEU_RIGHT_PUBLISH) == 0)
    {
      set_label (self->permalink_label,
                 _ ("The address is the editor’s to set: sites forget the one that is "
                    "sent with a text for review."));
      return;
    }
  set_label (self->permalink_label, address);
}

/* ---- featured image ---- */

void
feu_publish_form_show_thumbnail (FeuPublishForm *self)
{
  const char *id = gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->featured_combo));
  const FeuImageInfo *found = NULL;

  for (guint i = 0; id != NULL && i < self->images->len; i++)
    {
      const FeuImageInfo *info = g_ptr_array_index (self->images, i);
      if (g_str_equal (info->src, id))
        found = info;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->featured_thumbnail), found != NULL);
  if (found != NULL)
    feu_thumbnail_show_image (
        self->featured_thumbnail, self->thumbnails, found, THUMBNAIL_SIZE);
}

/* Fills the combo box and shows what was shown before. */
void
feu_publish_form_fill_featured (FeuPublishForm *self)
{
  GtkComboBoxText *combo = self->featured_combo;
  gboolean         was_filling = self->is_filling;

  self->is_filling = TRUE;
  gtk_combo_box_text_remove_all (combo);
  gtk_combo_box_text_append (combo, "", C_ ("featured image", "None"));
  for (guint i = 0; i < self->images->len; i++)
    {
      const FeuImageInfo *info = g_ptr_array_index (self->images, i);
      g_autofree char    *name = g_path_get_basename (info->src);
      if (info->state == FEU_IMAGE_OK)
        gtk_combo_box_text_append (combo, info->src, name);
    }
  if (self->remote_featured != NULL)
    {
      g_autofree char *name = g_path_get_basename (self->remote_featured->url);
      g_autofree char *label = g_strdup_printf (_ ("%s (on the site)"), name);
      gtk_combo_box_text_append (combo, FEU_PUBLISH_FORM_FEATURED_REMOTE, label);
    }
  if (self->profile != NULL)
    gtk_combo_box_text_append (
        combo, FEU_PUBLISH_FORM_FEATURED_CHOOSE, _ ("Choose on the site…"));
  if (!gtk_combo_box_set_active_id (GTK_COMBO_BOX (combo),
                                    self->featured_id != NULL ? self->featured_id : ""))
    gtk_combo_box_set_active_id (GTK_COMBO_BOX (combo), "");
  feu_publish_form_show_thumbnail (self);
  self->is_filling = was_filling;
}

/* ---- the article ---- */

void
feu_publish_form_fill_from_article (FeuPublishForm *self)
{
  static const char *const none[] = { NULL };
  GTimeZone *zone = self->profile != NULL ? self->profile->info->time_zone : NULL;
  g_autoptr (FeuPublishWish) wish =
      feu_publish_wish_new_from_article (self->article, zone);
  GtkTextBuffer *excerpt = gtk_text_view_get_buffer (self->excerpt_view);

  self->had_excerpt = wish->excerpt != NULL && *wish->excerpt != '\0';
  self->had_categories = wish->categories != NULL && wish->categories[0] != NULL;
  self->had_tags = wish->tags != NULL && wish->tags[0] != NULL;
  gtk_entry_set_text (self->slug_entry, wish->slug != NULL ? wish->slug : "");
  gtk_text_buffer_set_text (excerpt, self->had_excerpt ? wish->excerpt : "", -1);
  feu_category_tree_set_values (
      self->category_tree,
      wish->categories != NULL ? (const char *const *) wish->categories : none);
  feu_tag_entry_set_values (
      self->tags_entry, wish->tags != NULL ? (const char *const *) wish->tags : none);
  gtk_combo_box_set_active_id (self->comments_combo,
                               wish->comments == FEU_COMMENTS_OPEN     ? "open"
                               : wish->comments == FEU_COMMENTS_CLOSED ? "closed"
                                                                       : "unset");
  g_clear_pointer (&self->date, g_date_time_unref);
  if (wish->date != NULL)
    self->date = g_date_time_ref (wish->date);
  g_free (self->featured_id);
  self->featured_id = g_strdup (wish->featured != NULL ? wish->featured : "");
  feu_publish_form_fill_featured (self);
}

/* ---- the site ---- */

static const char *
describe_keeping (FeuPostStatus status)
{
  switch (status)
    {
    case FEU_POST_DRAFT:
      return _ ("Leave it a draft");
    case FEU_POST_PENDING:
      return _ ("Leave it waiting for review");
    case FEU_POST_PUBLISHED:
      return _ ("Leave it published");
    case FEU_POST_SCHEDULED:
      return _ ("Leave it scheduled as it is");
    case FEU_POST_PRIVATE:
      return _ ("Leave it private");
    case FEU_POST_TRASHED:
    case FEU_POST_OTHER:
      return _ ("Leave its state as it is");
    }
  g_return_val_if_reached (NULL);
}

/* Shows the states that can be had, and chooses the likely one. */
static void
fill_statuses (FeuPublishForm *self)
{
  FeuRights     rights = feu_publish_form_get_rights (self);
  gboolean      can_publish = (rights & FEU_RIGHT_PUBLISH) != 0;
  gboolean      has_post = self->post != NULL;
  FeuPostStatus status = has_post ? self->post->status : FEU_POST_OTHER;
  gboolean      is_public = has_post && feu_post_status_needs_publishing (status);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gboolean is_future = self->date != NULL && g_date_time_compare (self->date, now) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->status_keep), has_post);
  gtk_widget_set_visible (GTK_WIDGET (self->status_publish),
                          can_publish && status != FEU_POST_PUBLISHED);
  gtk_widget_set_visible (GTK_WIDGET (self->status_schedule), can_publish);
  gtk_widget_set_visible (GTK_WIDGET (self->status_private),
                          can_publish && status != FEU_POST_PRIVATE);
  gtk_widget_set_visible (GTK_WIDGET (self->status_pending),
                          status != FEU_POST_PENDING);
  gtk_widget_set_visible (GTK_WIDGET (self->status_draft), status != FEU_POST_DRAFT);
  gtk_label_set_text (self->status_keep_label, describe_keeping (status));
  gtk_label_set_text (self->status_draft_label,
                      is_public ? _ ("Take it back: a draft again")
                                : _ ("Save as a draft"));
  if (self->status_chosen)
    return;
  gtk_toggle_button_set_active (has_post       ? self->status_keep
                                : !can_publish ? self->status_pending
                                : is_future    ? self->status_schedule
                                               : self->status_publish,
                                TRUE);
}

static char *
dup_term_name (const GPtrArray *terms, gint64 id)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const FeuTerm *term = g_ptr_array_index (terms, i);
      if (term->id == id)
        return g_strdup (term->name);
    }
  return NULL;
}

/* What the article does not say, as the post has it. */
static void
fill_from_post (FeuPublishForm *self)
{
  g_autoptr (GStrvBuilder) categories = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  for (guint i = 0; i < self->post->categories->len; i++)
    {
      g_autofree char *key = g_strdup_printf (
          "#%" G_GINT64_FORMAT, g_array_index (self->post->categories, gint64, i));
      g_strv_builder_add (categories, key);
    }
  for (guint i = 0; i < self->post->tags->len; i++)
    {
      g_autofree char *name = dup_term_name (
          self->profile->tags, g_array_index (self->post->tags, gint64, i));
      if (name != NULL)
        g_strv_builder_add (tags, name);
    }
  g_auto (GStrv) category_keys = g_strv_builder_end (categories);
  g_auto (GStrv) tag_names = g_strv_builder_end (tags);
  if (!self->had_categories)
    feu_category_tree_set_values (self->category_tree,
                                  (const char *const *) category_keys);
  if (!self->had_tags)
    feu_tag_entry_set_values (self->tags_entry, (const char *const *) tag_names);
  gtk_toggle_button_set_active (self->sticky_check, self->post->sticky);
}

static void
fill_authors (FeuPublishForm *self)
{
  const GPtrArray *authors = self->profile->authors;
  gint64 chosen = self->post != NULL ? self->post->author : self->profile->account->id;

  gtk_combo_box_text_remove_all (self->author_combo);
  for (guint i = 0; i < authors->len; i++)
    {
      const FeuAccount *author = g_ptr_array_index (authors, i);
      g_autofree char  *id = g_strdup_printf ("%" G_GINT64_FORMAT, author->id);
      gtk_combo_box_text_append (self->author_combo, id, author->name);
      if (author->id == chosen)
        gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->author_combo), id);
    }
  gtk_widget_set_visible (self->author_child, authors->len > 1);
}

static const char *
get_format_name (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (format_names); i++)
    if (g_str_equal (format_names[i].id, id))
      return i == 0 ? _ ("Standard")
                    : g_dpgettext2 (NULL, "post format", format_names[i].label);
  return id;
}

static void
fill_formats (FeuPublishForm *self)
{
  GStrv       formats = self->profile->info->formats;
  const char *chosen = self->post != NULL && *self->post->format != '\0'
                           ? self->post->format
                           : "standard";
  guint       n_formats = 0;

  gtk_combo_box_text_remove_all (self->format_combo);
  for (guint i = 0; formats != NULL && formats[i] != NULL; i++)
    if (*formats[i] != '\0')
      {
        gtk_combo_box_text_append (
            self->format_combo, formats[i], get_format_name (formats[i]));
        n_formats++;
      }
  gtk_combo_box_set_active_id (GTK_COMBO_BOX (self->format_combo), chosen);
  gtk_widget_set_visible (self->format_child, n_formats > 1);
}

static void
fill_tag_completions (FeuPublishForm *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->profile->tags->len; i++)
    {
      const FeuTerm *term = g_ptr_array_index (self->profile->tags, i);
      g_strv_builder_add (builder, term->name);
    }
  g_auto (GStrv) names = g_strv_builder_end (builder);
  feu_tag_entry_set_completions (self->tags_entry, (const char *const *) names);
}

static void
show_images_note (FeuPublishForm *self)
{
  FeuRights        rights = feu_publish_form_get_rights (self);
  g_autofree char *text = NULL;
  guint            n_local = 0;

  for (guint i = 0; i < self->images->len; i++)
    {
      const FeuImageInfo *info = g_ptr_array_index (self->images, i);
      n_local += info->state != FEU_IMAGE_REMOTE ? 1 : 0;
    }
  gboolean is_needed = n_local > 0 && (rights & FEU_RIGHT_UPLOAD) == 0;
  if (is_needed)
    text = g_strdup_printf (
        g_dngettext (NULL,
                     "This account may not upload images, and the article has %u on "
                     "this computer. You will be asked what to do with it before "
                     "anything is sent.",
                     "This account may not upload images, and the article has %u on "
                     "this computer. You will be asked what to do with them before "
                     "anything is sent.",
                     n_local),
        n_local);
  gtk_label_set_text (self->images_note, text != NULL ? text : "");
  gtk_widget_set_visible (self->images_box, is_needed);
}

void
feu_publish_form_fill_from_site (FeuPublishForm *self)
{
  FeuRights rights = feu_publish_form_get_rights (self);

  feu_category_tree_set_terms (self->category_tree,
                               self->profile->categories,
                               (rights & FEU_RIGHT_CREATE_CATEGORIES) != 0);
  fill_tag_completions (self);
  if (self->post != NULL)
    fill_from_post (self);
  fill_statuses (self);
  fill_authors (self);
  fill_formats (self);
  gtk_widget_set_visible (self->sticky_child, (rights & FEU_RIGHT_STICKY) != 0);
  feu_publish_form_fill_featured (self);
  show_images_note (self);
}
