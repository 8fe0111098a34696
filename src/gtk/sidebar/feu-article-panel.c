/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two directions that never feed each other: here the article is shown, by setters that
 * never emit; feu-article-panel-edit.c has the other one, to the text, from which the
 * next article comes.
 */
#include "config.h"

#include "feu-article-panel-private.h"

#include "feu-slug.h"

#include <glib/gi18n.h>

/* What search engines show of a description. */
#define DESCRIPTION_CHARACTERS 160

const FeuMetaField feu_article_panel_texts[FEU_ARTICLE_PANEL_N_TEXTS] = {
  FEU_FIELD_TITLE,
  FEU_FIELD_SUBTITLE,
  FEU_FIELD_DESCRIPTION,
  FEU_FIELD_SLUG,
};

const FeuMetaField feu_article_panel_lists[FEU_ARTICLE_PANEL_N_LISTS] = {
  FEU_FIELD_AUTHORS,
  FEU_FIELD_CATEGORIES,
  FEU_FIELD_TAGS,
};

G_DEFINE_FINAL_TYPE (FeuArticlePanel, feu_article_panel, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDIT_AUTHOR,
  SIGNAL_SAVE_REQUESTED,
  SIGNAL_LOCATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

FeuTagEntry *
feu_article_panel_get_list_entry (FeuArticlePanel *self, gsize index)
{
  FeuTagEntry *entries[] = { self->authors_entry,
                             self->categories_entry,
                             self->tags_entry };
  return entries[index];
}

static void
on_author_button_clicked_cb (GtkWidget *button, FeuArticlePanel *self)
{
  g_signal_emit (self, signals[SIGNAL_EDIT_AUTHOR], 0, gtk_widget_get_name (button));
}

static void
show_author_buttons (FeuArticlePanel *self, const char *const *names)
{
  if (self->author_names != NULL &&
      g_strv_equal ((const char *const *) self->author_names, names))
    return;
  g_strfreev (self->author_names);
  self->author_names = g_strdupv ((char **) names);
  gtk_container_foreach (
      GTK_CONTAINER (self->author_buttons), (GtkCallback) gtk_widget_destroy, NULL);
  for (; *names != NULL; names++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Profile of %s…"), *names);
      GtkWidget       *button = gtk_button_new_with_label (label);
      GtkWidget       *child = gtk_bin_get_child (GTK_BIN (button));

      gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
      gtk_widget_set_name (button, *names);
      gtk_widget_set_tooltip_text (button, _ ("Edit the photo, role and biography"));
      gtk_widget_show (button);
      gtk_container_add (GTK_CONTAINER (self->author_buttons), button);
      g_signal_connect_object (
          button, "clicked", G_CALLBACK (on_author_button_clicked_cb), self, 0);
    }
}

static void
show_title (FeuArticlePanel *self, FeuArticle *article)
{
  const char      *title = feu_article_get_title (article);
  g_autofree char *slug = title != NULL ? feu_slug_new (title, 80) : g_strdup ("");

  gtk_entry_set_placeholder_text (self->title_entry,
                                  title != NULL ? title : _ ("What it is about"));
  gtk_entry_set_placeholder_text (
      self->slug_entry, *slug != '\0' ? slug : _ ("last-part-of-the-address"));
}

static void
show_comments (FeuArticlePanel *self, const FeuMetadata *metadata)
{
  static const char *const ids[] = { "unset", "open", "closed" };

  self->is_showing = TRUE;
  gtk_combo_box_set_active_id (self->comments_combo,
                               ids[feu_metadata_get_comments (metadata)]);
  self->is_showing = FALSE;
}

void
feu_article_panel_refresh (FeuArticlePanel *self)
{
  FeuArticle *article =
      feu_pipeline_get_article (feu_panel_context_get_pipeline (self->context));
  if (article == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* caught up with when it is mapped */
  const FeuMetadata *metadata = feu_article_get_metadata (article);

  for (gsize i = 0; i < FEU_ARTICLE_PANEL_N_TEXTS; i++)
    feu_field_set_text (self->fields[i],
                        feu_metadata_get_string (metadata, feu_article_panel_texts[i]));
  for (gsize i = 0; i < FEU_ARTICLE_PANEL_N_LISTS; i++)
    feu_tag_entry_set_values (
        feu_article_panel_get_list_entry (self, i),
        feu_metadata_get_list (metadata, feu_article_panel_lists[i]));
  show_title (self, article);
  show_author_buttons (self, feu_metadata_get_list (metadata, FEU_FIELD_AUTHORS));
  feu_language_button_set_tag (self->language_button,
                               feu_metadata_get_string (metadata, FEU_FIELD_LANG));
  feu_date_entry_set_iso (self->date_entry,
                          feu_metadata_get_string (metadata, FEU_FIELD_DATE));
  show_comments (self, metadata);
  gtk_widget_set_sensitive (self->form,
                            feu_panel_notice_show_access (self->notice, article));
  feu_panel_context_refresh_images (self->context);
}

static void
on_description_changed_cb (FeuArticlePanel *self)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (self->description_view);
  int              n_characters = gtk_text_buffer_get_char_count (buffer);
  GtkStyleContext *context =
      gtk_widget_get_style_context (GTK_WIDGET (self->description_count));
  /* Translators: how many characters the description has, of how many that are shown.
   */
  g_autofree char *text =
      g_strdup_printf (_ ("%d of %d characters"), n_characters, DESCRIPTION_CHARACTERS);

  gtk_label_set_text (self->description_count, text);
  if (n_characters > DESCRIPTION_CHARACTERS)
    gtk_style_context_add_class (context, "feu-over");
  else
    gtk_style_context_remove_class (context, "feu-over");
}

static void
on_notice_locate_cb (FeuArticlePanel *self, guint line, guint column)
{
  g_signal_emit (self, signals[SIGNAL_LOCATE], 0, line, column);
}

static void
on_notice_save_requested_cb (FeuArticlePanel *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE_REQUESTED], 0);
}

static void
show_term_completions (FeuArticlePanel *self)
{
  g_auto (GStrv) categories = feu_term_store_list (self->terms, FEU_FIELD_CATEGORIES);
  g_auto (GStrv) tags = feu_term_store_list (self->terms, FEU_FIELD_TAGS);

  feu_tag_entry_set_completions (self->categories_entry,
                                 (const char *const *) categories);
  feu_tag_entry_set_completions (self->tags_entry, (const char *const *) tags);
}

static void
show_author_completions (FeuArticlePanel *self)
{
  g_autoptr (GPtrArray) authors = feu_author_store_list (self->authors);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < authors->len; i++)
    {
      const FeuAuthor *author = g_ptr_array_index (authors, i);
      g_strv_builder_add (names, author->name);
    }
  g_auto (GStrv) list = g_strv_builder_end (names);
  feu_tag_entry_set_completions (self->authors_entry, (const char *const *) list);
}

static void
feu_article_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (feu_article_panel_parent_class)->map (widget);
  feu_article_panel_refresh (FEU_ARTICLE_PANEL (widget));
}

static void
feu_article_panel_dispose (GObject *object)
{
  FeuArticlePanel *self = FEU_ARTICLE_PANEL (object);
  g_cancellable_cancel (self->cancellable);
  for (gsize i = 0; i < FEU_ARTICLE_PANEL_N_TEXTS; i++)
    g_clear_object (&self->fields[i]);
  g_clear_object (&self->context);
  g_clear_object (&self->authors);
  g_clear_object (&self->terms);
  G_OBJECT_CLASS (feu_article_panel_parent_class)->dispose (object);
}

static void
feu_article_panel_finalize (GObject *object)
{
  FeuArticlePanel *self = FEU_ARTICLE_PANEL (object);
  g_object_unref (self->cancellable);
  g_strfreev (self->author_names);
  G_OBJECT_CLASS (feu_article_panel_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gsize       offset;
  } children[] = {
    { "notice", G_STRUCT_OFFSET (FeuArticlePanel, notice) },
    { "form", G_STRUCT_OFFSET (FeuArticlePanel, form) },
    { "title_entry", G_STRUCT_OFFSET (FeuArticlePanel, title_entry) },
    { "subtitle_entry", G_STRUCT_OFFSET (FeuArticlePanel, subtitle_entry) },
    { "description_view", G_STRUCT_OFFSET (FeuArticlePanel, description_view) },
    { "description_count", G_STRUCT_OFFSET (FeuArticlePanel, description_count) },
    { "authors_entry", G_STRUCT_OFFSET (FeuArticlePanel, authors_entry) },
    { "author_buttons", G_STRUCT_OFFSET (FeuArticlePanel, author_buttons) },
    { "categories_entry", G_STRUCT_OFFSET (FeuArticlePanel, categories_entry) },
    { "tags_entry", G_STRUCT_OFFSET (FeuArticlePanel, tags_entry) },
    { "language_button", G_STRUCT_OFFSET (FeuArticlePanel, language_button) },
    { "slug_entry", G_STRUCT_OFFSET (FeuArticlePanel, slug_entry) },
    { "date_entry", G_STRUCT_OFFSET (FeuArticlePanel, date_entry) },
    { "featured_image", G_STRUCT_OFFSET (FeuArticlePanel, featured_image) },
    { "comments_combo", G_STRUCT_OFFSET (FeuArticlePanel, comments_combo) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, children[i].name, FALSE, (gssize) children[i].offset);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_locate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_notice_save_requested_cb);
}

static void
install_signals (void)
{
  signals[SIGNAL_EDIT_AUTHOR] = g_signal_new ("edit-author",
                                              FEU_TYPE_ARTICLE_PANEL,
                                              G_SIGNAL_RUN_LAST,
                                              0,
                                              NULL,
                                              NULL,
                                              NULL,
                                              G_TYPE_NONE,
                                              1,
                                              G_TYPE_STRING);
  signals[SIGNAL_SAVE_REQUESTED] = g_signal_new ("save-requested",
                                                 FEU_TYPE_ARTICLE_PANEL,
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 0);
  signals[SIGNAL_LOCATE] = g_signal_new ("locate",
                                         FEU_TYPE_ARTICLE_PANEL,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         G_TYPE_UINT,
                                         G_TYPE_UINT);
}

static void
feu_article_panel_class_init (FeuArticlePanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = feu_article_panel_dispose;
  object_class->finalize = feu_article_panel_finalize;
  widget_class->map = feu_article_panel_map;
  install_signals ();
  g_type_ensure (FEU_TYPE_DATE_ENTRY);
  g_type_ensure (FEU_TYPE_FEATURED_IMAGE);
  g_type_ensure (FEU_TYPE_LANGUAGE_BUTTON);
  g_type_ensure (FEU_TYPE_PANEL_NOTICE);
  g_type_ensure (FEU_TYPE_TAG_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-article-panel.ui");
  bind_template (widget_class);
  feu_article_panel_bind_edits (widget_class);
}

static void
feu_article_panel_init (FeuArticlePanel *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  feu_article_panel_add_fields (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->description_view),
                           "changed",
                           G_CALLBACK (on_description_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  on_description_changed_cb (self);
}

GtkWidget *
feu_article_panel_new (FeuPipeline    *pipeline,
                       FeuTextSource  *source,
                       FeuAuthorStore *authors,
                       FeuTermStore   *terms)
{
  g_return_val_if_fail (FEU_IS_AUTHOR_STORE (authors) && FEU_IS_TERM_STORE (terms),
                        NULL);
  FeuArticlePanel *self = g_object_new (FEU_TYPE_ARTICLE_PANEL, NULL);

  self->context = feu_panel_context_new (pipeline, source);
  self->authors = g_object_ref (authors);
  self->terms = g_object_ref (terms);
  feu_featured_image_set_context (self->featured_image, self->context);
  show_term_completions (self);
  show_author_completions (self);
  g_signal_connect_object (pipeline,
                           "article-changed",
                           G_CALLBACK (feu_article_panel_refresh),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      terms, "changed", G_CALLBACK (show_term_completions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (authors,
                           "changed",
                           G_CALLBACK (show_author_completions),
                           self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
feu_article_panel_set_article_folder (FeuArticlePanel *self, GFile *folder)
{
  g_return_if_fail (FEU_IS_ARTICLE_PANEL (self));
  feu_panel_context_set_folder (self->context, folder);
  feu_article_panel_refresh (self);
}

void
feu_article_panel_flush (FeuArticlePanel *self)
{
  g_return_if_fail (FEU_IS_ARTICLE_PANEL (self));
  for (gsize i = 0; i < FEU_ARTICLE_PANEL_N_TEXTS; i++)
    feu_field_flush (self->fields[i]);
}
