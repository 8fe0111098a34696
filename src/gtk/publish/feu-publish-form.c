/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The class, and what the form says.
 */
#include "config.h"

#include "feu-publish-form-private.h"

#include "feu-slug.h"

#include <glib/gi18n.h>

/* How long an excerpt may be before search engines cut it. */
#define GOOD_EXCERPT_CHARS 160

G_DEFINE_FINAL_TYPE (FeuPublishForm, feu_publish_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_IMAGES_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

FeuRights
feu_publish_form_get_rights (FeuPublishForm *self)
{
  if (self->post != NULL)
    {
      /* The post tells more of itself; uploading is the account's alone. */
      return self->post->rights | (self->profile->account->rights & FEU_RIGHT_UPLOAD);
    }
  return self->profile != NULL ? self->profile->account->rights : 0;
}

char *
feu_publish_form_dup_excerpt (FeuPublishForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->excerpt_view);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
emit_changed (FeuPublishForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- what the writer does ---- */

/* The date that is offered when none is set: tomorrow at nine, by the site's clock. */
static GDateTime *
propose_date (FeuPublishForm *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now (self->profile->info->time_zone);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) nine = g_date_time_new (self->profile->info->time_zone,
                                                g_date_time_get_year (tomorrow),
                                                g_date_time_get_month (tomorrow),
                                                g_date_time_get_day_of_month (tomorrow),
                                                9,
                                                0,
                                                0);

  return g_date_time_to_utc (nine);
}

static void
show_date (FeuPublishForm *self)
{
  g_autoptr (GDateTime) local =
      g_date_time_to_timezone (self->date, self->profile->info->time_zone);
  g_autofree char *iso = g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z");

  feu_date_entry_set_iso (self->date_entry, iso);
  feu_publish_form_show_clocks (self);
}

static void
on_status_toggled_cb (FeuPublishForm *self, GtkToggleButton *button)
{
  gboolean is_scheduled = gtk_toggle_button_get_active (self->status_schedule);

  if (!gtk_toggle_button_get_active (button))
    return;
  if (!self->is_filling)
    self->status_chosen = TRUE;
  gtk_widget_set_visible (self->date_box, is_scheduled);
  if (is_scheduled && self->profile != NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
      if (self->date == NULL || g_date_time_compare (self->date, now) <= 0)
        {
          g_clear_pointer (&self->date, g_date_time_unref);
          self->date = propose_date (self);
        }
      show_date (self);
    }
  feu_publish_form_show_permalink (self);
  emit_changed (self);
}

/* The entry keeps the offset that it had; a day in the other half of the year has
 * another one on the site, so the time typed is read again by the site's clock. */
static void
on_date_edited_cb (FeuPublishForm *self, const char *iso)
{
  GTimeZone *zone = self->profile->info->time_zone;
  g_autoptr (GDateTime) typed = g_date_time_new_from_iso8601 (iso, zone);

  g_clear_pointer (&self->date, g_date_time_unref);
  if (typed != NULL)
    {
      g_autoptr (GDateTime) local =
          g_date_time_new (zone,
                           g_date_time_get_year (typed),
                           g_date_time_get_month (typed),
                           g_date_time_get_day_of_month (typed),
                           g_date_time_get_hour (typed),
                           g_date_time_get_minute (typed),
                           g_date_time_get_seconds (typed));
      self->date = local != NULL ? g_date_time_to_utc (local) : NULL;
    }
  if (self->date != NULL)
    show_date (self);
  else
    feu_publish_form_show_clocks (self);
  feu_publish_form_show_permalink (self);
  emit_changed (self);
}

static void
on_slug_changed_cb (FeuPublishForm *self)
{
  feu_publish_form_show_permalink (self);
}

static void
on_excerpt_changed_cb (FeuPublishForm *self)
{
  g_autofree char *text = feu_publish_form_dup_excerpt (self);
  glong            n_chars = g_utf8_strlen (text, -1);
  GtkStyleContext *context =
      gtk_widget_get_style_context (GTK_WIDGET (self->excerpt_count));
  g_autofree char *label = g_strdup_printf (
      /* Translators: %1$ld characters are written, about %2$d are shown elsewhere. */
      _ ("%1$ld of %2$d characters"),
      n_chars,
      GOOD_EXCERPT_CHARS);

  gtk_label_set_text (self->excerpt_count, label);
  if (n_chars > GOOD_EXCERPT_CHARS)
    gtk_style_context_add_class (context, "feu-over");
  else
    gtk_style_context_remove_class (context, "feu-over");
}

static void
on_featured_changed_cb (FeuPublishForm *self)
{
  GtkComboBox *combo = GTK_COMBO_BOX (self->featured_combo);
  const char  *id = gtk_combo_box_get_active_id (combo);

  if (self->is_filling || id == NULL)
    return;
  if (g_str_equal (id, FEU_PUBLISH_FORM_FEATURED_CHOOSE))
    {
      /* What was chosen stays until something is chosen there. */
      gtk_combo_box_set_active_id (combo, self->featured_id);
      g_signal_emit (self, signals[SIGNAL_IMAGES_REQUESTED], 0);
      return;
    }
  g_free (self->featured_id);
  self->featured_id = g_strdup (id);
  feu_publish_form_show_thumbnail (self);
}

/* ---- what the form says ---- */

gboolean
feu_publish_form_keeps_status (FeuPublishForm *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_FORM (self), FALSE);
  return self->post != NULL && gtk_toggle_button_get_active (self->status_keep);
}

FeuPostStatus
feu_publish_form_get_status (FeuPublishForm *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_FORM (self), FEU_POST_DRAFT);
  if (feu_publish_form_keeps_status (self))
    return self->post->status;
  if (gtk_toggle_button_get_active (self->status_publish))
    return FEU_POST_PUBLISHED;
  if (gtk_toggle_button_get_active (self->status_schedule))
    return FEU_POST_SCHEDULED;
  if (gtk_toggle_button_get_active (self->status_pending))
    return FEU_POST_PENDING;
  if (gtk_toggle_button_get_active (self->status_private))
    return FEU_POST_PRIVATE;
  return FEU_POST_DRAFT;
}

char *
feu_publish_form_check (FeuPublishForm *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_FORM (self), NULL);
  const char *title =
      self->article != NULL ? feu_article_get_title (self->article) : NULL;
  FeuRights rights = feu_publish_form_get_rights (self);

  if (title == NULL)
    return g_strdup (_ ("The article has no title yet: give it one first."));
  if (self->profile != NULL && (rights & FEU_RIGHT_WRITE) == 0 && self->post == NULL)
    return g_strdup (_ ("This account may only read this site. Ask its owner for the "
                        "role of a contributor or author."));
  if (self->post != NULL && self->post->status == FEU_POST_PUBLISHED &&
      (rights & (FEU_RIGHT_EDIT_PUBLISHED | FEU_RIGHT_PUBLISH)) == 0)
    return g_strdup (_ ("The post is published, and from then on only the site’s "
                        "editors may change it. Send them your changes."));
  if (feu_publish_form_keeps_status (self) ||
      feu_publish_form_get_status (self) != FEU_POST_SCHEDULED)
    return NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  if (self->date == NULL)
    return g_strdup (_ ("Choose the day and time to publish it."));
  if (g_date_time_difference (self->date, now) < 2 * G_TIME_SPAN_MINUTE)
    return g_strdup (_ ("Choose a time that is at least two minutes ahead: sites "
                        "publish at once what is due sooner."));
  return NULL;
}

static GStrv
dup_or_leave (GStrv values, gboolean was_filled)
{
  if (values[0] != NULL || was_filled)
    return values;
  g_strfreev (values);
  return NULL;
}

static void
add_rest (FeuPublishForm *self, FeuPublishWish *wish)
{
  const char *author = gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->author_combo));
  const char *format = gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->format_combo));
  const char *comments = gtk_combo_box_get_active_id (self->comments_combo);

  wish->comments = g_strcmp0 (comments, "open") == 0     ? FEU_COMMENTS_OPEN
                   : g_strcmp0 (comments, "closed") == 0 ? FEU_COMMENTS_CLOSED
                                                         : FEU_COMMENTS_UNSET;
  if (author != NULL && gtk_widget_get_visible (self->author_child))
    wish->author = g_ascii_strtoll (author, NULL, 10);
  if (format != NULL && gtk_widget_get_visible (self->format_child))
    wish->format = g_strdup (format);
  gboolean is_sticky = gtk_toggle_button_get_active (self->sticky_check);
  gboolean was_sticky = self->post != NULL && self->post->sticky;
  wish->sticky = gtk_widget_get_visible (self->sticky_child) && is_sticky != was_sticky
                     ? is_sticky
                     : -1;
  if (g_strcmp0 (self->featured_id, FEU_PUBLISH_FORM_FEATURED_REMOTE) == 0)
    wish->featured_id = self->remote_featured->id;
  else if (self->featured_id != NULL &&
           (*self->featured_id != '\0' ||
            (self->post != NULL && self->post->featured != 0)))
    wish->featured = g_strdup (self->featured_id);
}

FeuPublishWish *
feu_publish_form_dup_wish (FeuPublishForm *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_FORM (self), NULL);
  FeuPublishWish  *wish = feu_publish_wish_new ();
  g_autofree char *slug = feu_slug_new (gtk_entry_get_text (self->slug_entry), 200);
  g_autofree char *excerpt = feu_publish_form_dup_excerpt (self);
  gboolean         had_excerpt =
      self->had_excerpt || (self->post != NULL && *self->post->excerpt != '\0');

  wish->has_status = !feu_publish_form_keeps_status (self);
  wish->status = feu_publish_form_get_status (self);
  if (wish->has_status && wish->status == FEU_POST_SCHEDULED && self->date != NULL)
    wish->date = g_date_time_ref (self->date);
  if (*slug != '\0')
    wish->slug = g_steal_pointer (&slug);
  if (*excerpt != '\0' || had_excerpt)
    wish->excerpt = g_steal_pointer (&excerpt);
  wish->categories = dup_or_leave (
      feu_category_tree_dup_values (self->category_tree),
      self->had_categories || (self->post != NULL && self->post->categories->len > 0));
  wish->tags = dup_or_leave (feu_tag_entry_dup_values (self->tags_entry),
                             self->had_tags ||
                                 (self->post != NULL && self->post->tags->len > 0));
  add_rest (self, wish);
  return wish;
}

GStrv
feu_publish_form_dup_category_names (FeuPublishForm *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_FORM (self), NULL);
  return feu_category_tree_dup_names (self->category_tree);
}

/* ---- filling ---- */

void
feu_publish_form_set_article (FeuPublishForm  *self,
                              FeuArticle      *article,
                              const GPtrArray *images,
                              FeuThumbnails   *thumbnails)
{
  g_return_if_fail (FEU_IS_PUBLISH_FORM (self) && article != NULL && images != NULL);
  g_clear_pointer (&self->article, feu_article_unref);
  self->article = feu_article_ref (article);
  g_set_object (&self->thumbnails, thumbnails);
  g_ptr_array_set_size (self->images, 0);
  for (guint i = 0; i < images->len; i++)
    g_ptr_array_add (self->images, feu_image_info_ref (g_ptr_array_index (images, i)));
  self->is_filling = TRUE;
  feu_publish_form_fill_from_article (self);
  self->is_filling = FALSE;
  feu_publish_form_show_permalink (self);
  emit_changed (self);
}

void
feu_publish_form_set_site (FeuPublishForm *self, FeuSiteProfile *profile, FeuPost *post)
{
  g_return_if_fail (FEU_IS_PUBLISH_FORM (self) && profile != NULL);
  g_clear_pointer (&self->profile, feu_site_profile_unref);
  g_clear_pointer (&self->post, feu_post_unref);
  self->profile = feu_site_profile_ref (profile);
  self->post = post != NULL ? feu_post_ref (post) : NULL;
  self->is_filling = TRUE;
  feu_publish_form_fill_from_site (self);
  self->is_filling = FALSE;
  feu_publish_form_show_clocks (self);
  feu_publish_form_show_permalink (self);
  emit_changed (self);
}

void
feu_publish_form_set_remote_featured (FeuPublishForm *self, FeuRemoteImage *image)
{
  g_return_if_fail (FEU_IS_PUBLISH_FORM (self) && image != NULL);
  g_clear_pointer (&self->remote_featured, feu_remote_image_unref);
  self->remote_featured = feu_remote_image_ref (image);
  g_free (self->featured_id);
  self->featured_id = g_strdup (FEU_PUBLISH_FORM_FEATURED_REMOTE);
  feu_publish_form_fill_featured (self);
}

/* ---- the class ---- */

static void
feu_publish_form_dispose (GObject *object)
{
  FeuPublishForm *self = FEU_PUBLISH_FORM (object);

  g_clear_pointer (&self->article, feu_article_unref);
  g_clear_object (&self->thumbnails);
  g_clear_pointer (&self->profile, feu_site_profile_unref);
  g_clear_pointer (&self->post, feu_post_unref);
  g_clear_pointer (&self->remote_featured, feu_remote_image_unref);
  g_clear_pointer (&self->date, g_date_time_unref);
  G_OBJECT_CLASS (feu_publish_form_parent_class)->dispose (object);
}

static void
feu_publish_form_finalize (GObject *object)
{
  FeuPublishForm *self = FEU_PUBLISH_FORM (object);

  g_ptr_array_unref (self->images);
  g_free (self->featured_id);
  G_OBJECT_CLASS (feu_publish_form_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, status_keep);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, status_publish);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, status_schedule);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, status_pending);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, status_draft);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, status_private);
  gtk_widget_class_bind_template_child (
      widget_class, FeuPublishForm, status_keep_label);
  gtk_widget_class_bind_template_child (
      widget_class, FeuPublishForm, status_draft_label);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, date_box);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, date_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, clocks_label);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, slug_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, permalink_label);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, excerpt_view);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, excerpt_count);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, category_tree);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, tags_entry);
  gtk_widget_class_bind_template_child (
      widget_class, FeuPublishForm, featured_thumbnail);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, featured_combo);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, images_box);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, images_note);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, author_child);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, author_combo);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, comments_combo);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, format_child);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, format_combo);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, sticky_child);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishForm, sticky_check);
}

static void
feu_publish_form_class_init (FeuPublishFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_publish_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = feu_publish_form_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
  signals[SIGNAL_IMAGES_REQUESTED] = g_signal_new ("images-requested",
                                                   G_TYPE_FROM_CLASS (klass),
                                                   G_SIGNAL_RUN_LAST,
                                                   0,
                                                   NULL,
                                                   NULL,
                                                   NULL,
                                                   G_TYPE_NONE,
                                                   0);
  g_type_ensure (FEU_TYPE_CATEGORY_TREE);
  g_type_ensure (FEU_TYPE_DATE_ENTRY);
  g_type_ensure (FEU_TYPE_TAG_ENTRY);
  g_type_ensure (FEU_TYPE_THUMBNAIL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-publish-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_status_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_date_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_slug_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_featured_changed_cb);
}

static void
feu_publish_form_init (FeuPublishForm *self)
{
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_image_info_unref);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_combo_box_set_active_id (self->comments_combo, "unset");
  g_signal_connect_object (gtk_text_view_get_buffer (self->excerpt_view),
                           "changed",
                           G_CALLBACK (on_excerpt_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  on_excerpt_changed_cb (self);
  self->is_filling = FALSE;
}

GtkWidget *
feu_publish_form_new (void)
{
  return g_object_new (FEU_TYPE_PUBLISH_FORM, NULL);
}
