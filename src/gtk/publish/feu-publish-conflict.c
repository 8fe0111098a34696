/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of fields: how each is named, shown, and compared.
 */
#include "config.h"

#include "feu-publish-conflict.h"

#include "feu-merge.h"
#include "feu-post-fields.h"
#include "feu-post-text.h"

#include <glib/gi18n.h>

typedef struct
{
  FeuPostFields    field;
  int              passage; /* of the text; -1 for all of the field */
  GtkToggleButton *mine;    /* child */
  GtkToggleButton *theirs;  /* child */
} Choice;

struct _FeuPublishConflict
{
  GtkBox parent_instance;

  /* template */
  GtkLabel *intro;
  GtkBox   *list;

  /* owned */
  FeuPublishOutcome *outcome;
  FeuSiteProfile    *profile; /* (nullable) */
  FeuMerge          *merge;   /* (nullable) */
  GArray            *choices; /* (element-type Choice) */
};

G_DEFINE_FINAL_TYPE (FeuPublishConflict, feu_publish_conflict, GTK_TYPE_BOX)

static const struct
{
  FeuPostFields field;
  const char   *label;
} fields[] = {
  { FEU_POST_FIELD_TITLE, N_ ("Title") },
  { FEU_POST_FIELD_CONTENT, N_ ("Text") },
  { FEU_POST_FIELD_EXCERPT, N_ ("Excerpt") },
  { FEU_POST_FIELD_SLUG, N_ ("Address") },
  { FEU_POST_FIELD_STATUS, N_ ("State") },
  { FEU_POST_FIELD_DATE, N_ ("Date") },
  { FEU_POST_FIELD_AUTHOR, N_ ("Author") },
  { FEU_POST_FIELD_CATEGORIES, N_ ("Categories") },
  { FEU_POST_FIELD_TAGS, N_ ("Tags") },
  { FEU_POST_FIELD_FEATURED, N_ ("Featured image") },
  { FEU_POST_FIELD_COMMENTS, N_ ("Comments") },
  { FEU_POST_FIELD_STICKY, N_ ("Sticks to the front page") },
  { FEU_POST_FIELD_FORMAT, N_ ("Format") },
};

/* ---- showing ---- */

static void
set_column (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), *text != '\0' ? text : "—");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
}

/* One side: the choice, and below it what would be there. */
static GtkWidget *
new_side (const char *label, const char *text, GtkRadioButton *group, GtkWidget **out)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *shown = gtk_label_new (NULL);

  *out = gtk_radio_button_new_with_label_from_widget (group, label);
  set_column (shown, text);
  gtk_widget_set_margin_start (shown, 28);
  gtk_container_add (GTK_CONTAINER (box), *out);
  gtk_container_add (GTK_CONTAINER (box), shown);
  return box;
}

static void
add_difference (FeuPublishConflict *self,
                FeuPostFields       field,
                int                 passage,
                const char         *title,
                const char         *mine,
                const char         *theirs,
                gboolean            take_theirs)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *first = NULL;
  GtkWidget *second = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), "feu-field-label");
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_container_add (GTK_CONTAINER (sides),
                     new_side (_ ("Keep mine"), mine, NULL, &first));
  gtk_container_add (
      GTK_CONTAINER (sides),
      new_side (_ ("Take theirs"), theirs, GTK_RADIO_BUTTON (first), &second));
  gtk_container_add (GTK_CONTAINER (box), label);
  gtk_container_add (GTK_CONTAINER (box), sides);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (take_theirs ? second : first), TRUE);
  gtk_widget_show_all (box);
  gtk_container_add (GTK_CONTAINER (self->list), box);
  Choice choice = {
    field, passage, GTK_TOGGLE_BUTTON (first), GTK_TOGGLE_BUTTON (second)
  };
  g_array_append_val (self->choices, choice);
}

static gboolean
is_same (FeuPostFields field, const FeuPost *a, const FeuPost *b)
{
  return a == NULL || b == NULL || feu_post_text_is_same (field, a, b);
}

/* Each passage that is not the same on both sides is chosen by itself. */
static void
add_passages (FeuPublishConflict *self)
{
  const GPtrArray *passages = feu_merge_get_passages (self->merge);
  guint            number = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      const FeuMergePassage *passage = g_ptr_array_index (passages, i);
      if (passage->state == FEU_MERGE_UNCHANGED || passage->state == FEU_MERGE_BOTH)
        continue;
      g_autofree char *title = g_strdup_printf (_ ("Text, difference %u"), ++number);
      add_difference (self,
                      FEU_POST_FIELD_CONTENT,
                      (int) i,
                      title,
                      passage->mine,
                      passage->theirs,
                      passage->choice == FEU_MERGE_TAKE_THEIRS);
    }
}

static void
add_field (FeuPublishConflict *self, FeuPostFields field, const char *title)
{
  const FeuPost *baseline = self->outcome->baseline;
  const FeuPost *mine = self->outcome->mine;
  const FeuPost *theirs = self->outcome->theirs;

  if (field == FEU_POST_FIELD_CONTENT)
    add_passages (self);
  if (field == FEU_POST_FIELD_CONTENT || is_same (field, mine, theirs))
    return;
  gboolean only_they = baseline != NULL && is_same (field, baseline, mine) &&
                       !is_same (field, baseline, theirs);
  g_autofree char *mine_text = NULL;
  g_autofree char *theirs_text = NULL;
  feu_post_text_compare (field, mine, theirs, self->profile, &mine_text, &theirs_text);
  add_difference (self, field, -1, title, mine_text, theirs_text, only_they);
}

static void
remove_child (GtkWidget *child, gpointer unused)
{
  gtk_widget_destroy (child);
}

void
feu_publish_conflict_show (FeuPublishConflict *self,
                           FeuPublishOutcome  *outcome,
                           FeuSiteProfile     *profile)
{
  g_return_if_fail (FEU_IS_PUBLISH_CONFLICT (self) && outcome != NULL);
  g_return_if_fail (outcome->mine != NULL && outcome->theirs != NULL);
  g_array_set_size (self->choices, 0);
  gtk_container_foreach (GTK_CONTAINER (self->list), remove_child, NULL);
  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  g_clear_pointer (&self->profile, feu_site_profile_unref);
  self->outcome = feu_publish_outcome_ref (outcome);
  self->profile = profile != NULL ? feu_site_profile_ref (profile) : NULL;
  g_clear_pointer (&self->merge, feu_merge_free);
  self->merge = feu_merge_new (outcome->sent,
                               outcome->baseline,
                               outcome->mine,
                               FEU_POST_ALL_FIELDS,
                               outcome->theirs);
  gtk_label_set_text (self->intro, outcome->message);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (self, fields[i].field, _ (fields[i].label));
}

/* ---- choosing ---- */

static void
choose_all (FeuPublishConflict *self, gboolean take_theirs)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = &g_array_index (self->choices, Choice, i);
      gtk_toggle_button_set_active (take_theirs ? choice->theirs : choice->mine, TRUE);
    }
}

static void
on_all_mine_clicked_cb (FeuPublishConflict *self)
{
  choose_all (self, FALSE);
}

static void
on_all_theirs_clicked_cb (FeuPublishConflict *self)
{
  choose_all (self, TRUE);
}

gboolean
feu_publish_conflict_apply (FeuPublishConflict *self,
                            FeuPublishJob      *job,
                            GError            **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_CONFLICT (self), FALSE);

  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice        *choice = &g_array_index (self->choices, Choice, i);
      FeuMergeChoice taken = gtk_toggle_button_get_active (choice->theirs)
                                 ? FEU_MERGE_TAKE_THEIRS
                                 : FEU_MERGE_TAKE_MINE;
      if (choice->passage >= 0)
        feu_merge_choose_passage (self->merge, (guint) choice->passage, taken);
      else
        feu_merge_choose_fields (self->merge, choice->field, taken);
    }
  return feu_publish_job_answer_merge (job, self->outcome->theirs, self->merge, error);
}

/* ---- the class ---- */

static void
feu_publish_conflict_finalize (GObject *object)
{
  FeuPublishConflict *self = FEU_PUBLISH_CONFLICT (object);

  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  g_clear_pointer (&self->profile, feu_site_profile_unref);
  g_clear_pointer (&self->merge, feu_merge_free);
  g_array_unref (self->choices);
  G_OBJECT_CLASS (feu_publish_conflict_parent_class)->finalize (object);
}

static void
feu_publish_conflict_class_init (FeuPublishConflictClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_publish_conflict_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-publish-conflict.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuPublishConflict, intro);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishConflict, list);
  gtk_widget_class_bind_template_callback (widget_class, on_all_mine_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_theirs_clicked_cb);
}

static void
feu_publish_conflict_init (FeuPublishConflict *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
feu_publish_conflict_new (void)
{
  return g_object_new (FEU_TYPE_PUBLISH_CONFLICT, NULL);
}
