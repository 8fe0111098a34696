/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two marks hold the range; a tag hides it. The tag is set again as soon as something
 * is inserted in the range, since new text has no tag and would flash up.
 */
#include "config.h"

#include "feu-fold.h"

struct _FeuFold
{
  GObject parent_instance;

  FeuBuffer   *buffer;   /* owned */
  FeuPipeline *pipeline; /* owned */
  GtkTextTag  *tag;      /* borrowed, of the buffer's table */
  GtkTextMark *end;      /* owned: behind the closing fence */
  gboolean     available;
  gboolean     folded;
};

enum
{
  PROP_FOLDED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FeuFold, feu_fold, G_TYPE_OBJECT)

static void
get_range (FeuFold *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_start_iter (buffer, start);
  gtk_text_buffer_get_iter_at_mark (buffer, end, self->end);
}

static void
update_tag (FeuFold *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter    start, end;

  get_range (self, &start, &end);
  if (self->available && self->folded)
    gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
  else
    {
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
    }
}

/* Moves the end mark to where @article says the front matter ends, and says whether
 * that is news: setting the tag again would lay out those lines again at every
 * keystroke. */
static gboolean
take_range (FeuFold *self, const FeuArticle *article)
{
  const FeuMetadata *metadata = feu_article_get_metadata (article);
  FeuFrontMatter    *front_matter = feu_metadata_get_front_matter (metadata);
  FeuFrontMatterKind kind = feu_front_matter_get_kind (front_matter);
  gboolean           was_available = self->available;
  GtkTextIter        start, end, old_end;

  self->available = kind == FEU_FRONT_MATTER_YAML || kind == FEU_FRONT_MATTER_TOML;
  if (!self->available)
    return was_available;
  feu_buffer_get_iter_at_bytes (
      self->buffer, feu_front_matter_get_body_start (front_matter), &end);
  /* Without a body, and no line end after the fence, there is none to leave visible. */
  if (gtk_text_iter_starts_line (&end))
    gtk_text_iter_backward_char (&end);
  get_range (self, &start, &old_end);
  gtk_text_buffer_move_mark (GTK_TEXT_BUFFER (self->buffer), self->end, &end);
  return !was_available || !gtk_text_iter_equal (&end, &old_end);
}

/* Whether the caret, or the whole selection, is within the front matter. */
static gboolean
holds_selection (FeuFold *self)
{
  GtkTextIter start, end, selection_start, selection_end;

  get_range (self, &start, &end);
  gtk_text_buffer_get_selection_bounds (
      GTK_TEXT_BUFFER (self->buffer), &selection_start, &selection_end);
  return gtk_text_iter_compare (&selection_end, &end) <= 0;
}

static void
on_article_changed_cb (FeuPipeline *pipeline, FeuFold *self)
{
  if (!feu_pipeline_is_current (pipeline))
    return;
  if (!take_range (self, feu_pipeline_get_article (pipeline)))
    return;
  /* The closing fence was just typed: the writer goes on there. */
  if (self->available && holds_selection (self))
    self->folded = FALSE;
  update_tag (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
on_buffer_insert_text_cb (GtkTextBuffer *buffer,
                          GtkTextIter   *location,
                          char          *text,
                          int            length,
                          FeuFold       *self)
{
  GtkTextIter start, end, inserted;

  if (!self->available || !self->folded)
    return;
  get_range (self, &start, &end);
  inserted = *location;
  gtk_text_iter_backward_chars (&inserted, (int) g_utf8_strlen (text, length));
  if (gtk_text_iter_compare (&inserted, &end) < 0)
    gtk_text_buffer_apply_tag (buffer, self->tag, &inserted, location);
}

/* Opens for a caret, or a selection, that is within the front matter. */
static void
on_buffer_mark_set_cb (GtkTextBuffer *buffer,
                       GtkTextIter   *location,
                       GtkTextMark   *mark,
                       FeuFold       *self)
{
  if (self->available && self->folded && mark == gtk_text_buffer_get_insert (buffer) &&
      holds_selection (self))
    feu_fold_set_folded (self, FALSE);
}

static void
feu_fold_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FeuFold *self = FEU_FOLD (object);

  if (id == PROP_FOLDED)
    g_value_set_boolean (value, self->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
feu_fold_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  FeuFold *self = FEU_FOLD (object);

  if (id == PROP_FOLDED)
    feu_fold_set_folded (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
feu_fold_dispose (GObject *object)
{
  FeuFold *self = FEU_FOLD (object);

  g_clear_object (&self->buffer);
  g_clear_object (&self->pipeline);
  g_clear_object (&self->end);
  G_OBJECT_CLASS (feu_fold_parent_class)->dispose (object);
}

static void
feu_fold_class_init (FeuFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = feu_fold_dispose;
  object_class->get_property = feu_fold_get_property;
  object_class->set_property = feu_fold_set_property;
  properties[PROP_FOLDED] = g_param_spec_boolean (
      "folded",
      NULL,
      NULL,
      TRUE,
      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
feu_fold_init (FeuFold *self)
{
  self->folded = TRUE;
}

FeuFold *
feu_fold_new (FeuBuffer *buffer, FeuPipeline *pipeline)
{
  FeuFold       *self = g_object_new (FEU_TYPE_FOLD, NULL);
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  GtkTextIter    start;

  self->buffer = g_object_ref (buffer);
  self->pipeline = g_object_ref (pipeline);
  self->tag = gtk_text_buffer_create_tag (text, NULL, "invisible", TRUE, NULL);
  gtk_text_buffer_get_start_iter (text, &start);
  self->end = g_object_ref (gtk_text_buffer_create_mark (text, NULL, &start, TRUE));
  g_signal_connect_object (
      pipeline, "article-changed", G_CALLBACK (on_article_changed_cb), self, 0);
  g_signal_connect_object (buffer,
                           "insert-text",
                           G_CALLBACK (on_buffer_insert_text_cb),
                           self,
                           G_CONNECT_AFTER);
  g_signal_connect_object (
      buffer, "mark-set", G_CALLBACK (on_buffer_mark_set_cb), self, 0);
  return self;
}

gboolean
feu_fold_is_available (FeuFold *self)
{
  return self->available;
}

gboolean
feu_fold_get_folded (FeuFold *self)
{
  return self->folded;
}

void
feu_fold_set_folded (FeuFold *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  if (folded)
    feu_fold_place_caret_on_body (self);
  self->folded = folded;
  update_tag (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

guint
feu_fold_get_n_lines (FeuFold *self)
{
  GtkTextIter start, end;

  if (!self->available)
    return 0;
  get_range (self, &start, &end);
  return (guint) gtk_text_iter_get_line (&end) + 1;
}

void
feu_fold_place_caret_on_body (FeuFold *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter    start, end;

  get_range (self, &start, &end);
  if (self->available)
    {
      gtk_text_iter_forward_line (&end);
      while (gtk_text_iter_ends_line (&end) && gtk_text_iter_forward_line (&end))
        ;
    }
  gtk_text_buffer_place_cursor (buffer, &end);
}
