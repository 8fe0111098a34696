/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers are written as the writer's language writes them.
 */
#include "config.h"

#include "feu-status-bar.h"

#include "feu-languages.h"

#include <glib/gi18n.h>

struct _FeuStatusBar
{
  GtkBox parent_instance;

  /* template */
  GtkWidget *error_button;
  GtkLabel  *error_label;
  GtkLabel  *counts;
  GtkLabel  *language;

  FeuPipeline *pipeline; /* owned */
  guint        error_line;
  guint        error_column;
};

G_DEFINE_FINAL_TYPE (FeuStatusBar, feu_status_bar, GTK_TYPE_BOX)

static guint locate_signal;

/* Digits grouped as the locale does. */
static char *
dup_number (guint number)
{
  return g_strdup_printf ("%'u", number);
}

static char *
dup_count (const char *format, guint number)
{
  g_autofree char *text = dup_number (number);
  /* The format comes from ngettext and has one %s. */
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  return g_strconcat (parts[0], text, parts[1], NULL);
}

static char *
dup_counts (const FeuStatistics *statistics)
{
  const FeuTextCount *count = &statistics->count;
  guint               minutes = feu_statistics_get_reading_minutes (statistics);
  double              feuillets = feu_statistics_get_feuillets (statistics);
  g_autofree char    *words =
      dup_count (ngettext ("%s word", "%s words", count->words), count->words);
  g_autofree char *signs = dup_count (
      ngettext ("%s sign", "%s signs", count->characters), count->characters);
  /* Translators: a feuillet is 1,500 signs, the French newsroom's page. */
  g_autofree char *pages = g_strdup_printf (
      ngettext ("%.1f feuillet", "%.1f feuillets", feuillets < 2.0 ? 1 : 2), feuillets);
  g_autofree char *time =
      dup_count (ngettext ("%s min to read", "%s min to read", minutes), minutes);
  return g_strjoin ("  ·  ", words, signs, pages, time, NULL);
}

static char *
dup_details (const FeuStatistics *statistics)
{
  const FeuTextCount *count = &statistics->count;
  g_autofree char    *bare = dup_count (ngettext ("%s sign without spaces",
                                               "%s signs without spaces",
                                               count->characters_no_spaces),
                                     count->characters_no_spaces);
  g_autofree char    *paragraphs =
      dup_count (ngettext ("%s paragraph", "%s paragraphs", statistics->paragraphs),
                 statistics->paragraphs);
  g_autofree char *headings =
      dup_count (ngettext ("%s heading", "%s headings", statistics->headings),
                 statistics->headings);
  g_autofree char *images = dup_count (
      ngettext ("%s image", "%s images", statistics->images), statistics->images);
  return g_strjoin (
      "\n",
      bare,
      paragraphs,
      headings,
      images,
      _ ("Only the body counts, without its markup. A feuillet is 1,500 signs."),
      NULL);
}

static void
show_error (FeuStatusBar *self, const FeuMetadata *metadata)
{
  const GError *error = feu_front_matter_get_error (
      feu_metadata_get_front_matter (metadata), &self->error_line, &self->error_column);
  g_autofree char *text = error == NULL ? g_strdup ("")
                                        : g_strdup_printf (_ ("Line %u, column %u: %s"),
                                                           self->error_line + 1,
                                                           self->error_column + 1,
                                                           error->message);

  gtk_label_set_text (self->error_label, text);
  gtk_widget_set_visible (self->error_button, error != NULL);
}

static void
refresh (FeuStatusBar *self)
{
  FeuArticle *article = feu_pipeline_get_article (self->pipeline);
  if (article == NULL)
    return;
  const FeuStatistics *statistics = feu_article_get_statistics (article);
  const char          *tag = feu_article_get_language (article);
  g_autofree char     *counts = dup_counts (statistics);
  g_autofree char     *details = dup_details (statistics);
  g_autofree char     *language =
      g_str_equal (tag, "und") ? g_strdup ("") : feu_languages_dup_name (tag);

  gtk_label_set_text (self->counts, counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counts), details);
  gtk_label_set_text (self->language, language);
  show_error (self, feu_article_get_metadata (article));
}

static void
on_error_clicked_cb (FeuStatusBar *self)
{
  g_signal_emit (self, locate_signal, 0, self->error_line, self->error_column);
}

static void
feu_status_bar_dispose (GObject *object)
{
  FeuStatusBar *self = FEU_STATUS_BAR (object);
  g_clear_object (&self->pipeline);
  G_OBJECT_CLASS (feu_status_bar_parent_class)->dispose (object);
}

static void
feu_status_bar_class_init (FeuStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_status_bar_dispose;
  locate_signal = g_signal_new ("locate",
                                FEU_TYPE_STATUS_BAR,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                2,
                                G_TYPE_UINT,
                                G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuStatusBar, error_button);
  gtk_widget_class_bind_template_child (widget_class, FeuStatusBar, error_label);
  gtk_widget_class_bind_template_child (widget_class, FeuStatusBar, counts);
  gtk_widget_class_bind_template_child (widget_class, FeuStatusBar, language);
  gtk_widget_class_bind_template_callback (widget_class, on_error_clicked_cb);
}

static void
feu_status_bar_init (FeuStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
feu_status_bar_new (FeuPipeline *pipeline)
{
  g_return_val_if_fail (FEU_IS_PIPELINE (pipeline), NULL);
  FeuStatusBar *self = g_object_new (FEU_TYPE_STATUS_BAR, NULL);

  self->pipeline = g_object_ref (pipeline);
  g_signal_connect_object (
      pipeline, "article-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
