/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One group of radio buttons for each term or image. The first choice is the one that
 * cannot do harm: the term that is there already; the image left out is never chosen by
 * itself, as nothing is to be dropped in silence.
 */
#include "config.h"

#include "feu-publish-questions.h"

#include <glib/gi18n.h>

typedef struct
{
  /* What is asked about: one of the two, borrowed from the outcome. */
  const FeuTermQuestion  *term;
  const FeuImageQuestion *image;

  GPtrArray      *choices; /* (element-type GtkToggleButton), borrowed children */
  GArray         *answers; /* (element-type Answer): of each choice */
  GtkEntry       *url_entry;
  GtkLabel       *library_label;
  FeuRemoteImage *library; /* owned, (nullable) */
} Group;

typedef struct
{
  int    answer; /* FeuTermAnswer or FeuImageAnswer */
  gint64 id;
} Answer;

struct _FeuPublishQuestions
{
  GtkBox parent_instance;

  /* template */
  GtkLabel  *heading;
  GtkLabel  *intro;
  GtkBox    *list;
  GtkWidget *package_box;

  /* owned */
  FeuPublishOutcome *outcome;
  GPtrArray         *groups; /* (element-type Group) */
};

G_DEFINE_FINAL_TYPE (FeuPublishQuestions, feu_publish_questions, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_IMAGE_REQUESTED,
  SIGNAL_PACKAGE_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define SRC_KEY "feu-src"

static void
free_group (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->choices);
  g_array_unref (group->answers);
  g_clear_pointer (&group->library, feu_remote_image_unref);
  g_free (group);
}

static void
emit_changed (FeuPublishQuestions *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The chosen answer of @group, or NULL. */
static const Answer *
get_answer (const Group *group)
{
  for (guint i = 0; i < group->choices->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (group->choices, i)))
      return &g_array_index (group->answers, Answer, i);
  return NULL;
}

/* ---- making the groups ---- */

static GtkWidget *
add_choice (FeuPublishQuestions *self,
            Group               *group,
            GtkWidget           *box,
            const char          *label,
            int                  answer,
            gint64               id)
{
  GtkRadioButton *first =
      group->choices->len > 0 ? g_ptr_array_index (group->choices, 0) : NULL;
  GtkWidget *button = gtk_radio_button_new_with_label_from_widget (first, label);
  GtkWidget *child = gtk_bin_get_child (GTK_BIN (button));
  Answer     value = { answer, id };

  gtk_label_set_line_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (child), 50);
  gtk_label_set_xalign (GTK_LABEL (child), 0);
  g_ptr_array_add (group->choices, button);
  g_array_append_val (group->answers, value);
  g_signal_connect_object (
      button, "toggled", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  gtk_widget_show (button);
  gtk_container_add (GTK_CONTAINER (box), button);
  return button;
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 54);
  gtk_style_context_add_class (gtk_widget_get_style_context (label), style);
  gtk_widget_show (label);
  gtk_container_add (GTK_CONTAINER (box), label);
  return label;
}

static Group *
add_group (FeuPublishQuestions *self, GtkWidget **out_box)
{
  Group     *group = g_new0 (Group, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  group->choices = g_ptr_array_new ();
  group->answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  g_ptr_array_add (self->groups, group);
  gtk_widget_show (box);
  gtk_container_add (GTK_CONTAINER (self->list), box);
  *out_box = box;
  return group;
}

static void
add_term_group (FeuPublishQuestions *self, const FeuTermQuestion *question)
{
  GtkWidget       *box = NULL;
  Group           *group = add_group (self, &box);
  gboolean         is_tag = question->taxonomy == FEU_TAXONOMY_TAG;
  g_autofree char *title =
      g_strdup_printf (is_tag ? _ ("Tag “%s”") : _ ("Category “%s”"), question->name);

  group->term = question;
  add_label (box, title, "feu-field-label");
  for (guint i = 0; i < question->candidates->len; i++)
    {
      const FeuTerm   *term = g_ptr_array_index (question->candidates, i);
      g_autofree char *label =
          g_strdup_printf (g_dngettext (NULL,
                                        "Use “%s”, which is on the site (%u post)",
                                        "Use “%s”, which is on the site (%u posts)",
                                        term->count),
                           term->name,
                           term->count);
      add_choice (self, group, box, label, FEU_TERM_USE, term->id);
    }
  if (question->can_create)
    {
      g_autofree char *label = g_strdup_printf (_ ("Create “%s”"), question->name);
      add_choice (self, group, box, label, FEU_TERM_CREATE, 0);
    }
  else if (question->candidates->len == 0)
    add_label (box,
               is_tag ? _ ("The site has no such tag, and this account may not create "
                           "any.")
                      : _ ("The site has no such category, and this account may not "
                           "create any."),
               GTK_STYLE_CLASS_DIM_LABEL);
  add_choice (self,
              group,
              box,
              is_tag ? _ ("Send the article without this tag")
                     : _ ("Send the article without this category"),
              FEU_TERM_LEAVE_OUT,
              0);
}

static void
on_choose_clicked_cb (FeuPublishQuestions *self, GtkWidget *button)
{
  g_signal_emit (self,
                 signals[SIGNAL_IMAGE_REQUESTED],
                 0,
                 (const char *) g_object_get_data (G_OBJECT (button), SRC_KEY));
}

static void
on_url_changed_cb (FeuPublishQuestions *self, GtkEntry *entry)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      for (guint j = 0; group->url_entry == entry && j < group->choices->len; j++)
        if (g_array_index (group->answers, Answer, j).answer == FEU_IMAGE_USE_URL)
          gtk_toggle_button_set_active (g_ptr_array_index (group->choices, j), TRUE);
    }
  emit_changed (self);
}

static void
add_library_choice (FeuPublishQuestions *self, Group *group, GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose…"));
  GtkWidget *choice = add_choice (self,
                                  group,
                                  row,
                                  _ ("Use an image that is on the site"),
                                  FEU_IMAGE_USE_LIBRARY,
                                  0);

  gtk_widget_set_hexpand (choice, TRUE);
  group->library_label = GTK_LABEL (gtk_bin_get_child (GTK_BIN (choice)));
  g_object_set_data_full (
      G_OBJECT (button), SRC_KEY, g_strdup (group->image->src), g_free);
  g_signal_connect_object (
      button, "clicked", G_CALLBACK (on_choose_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_pack_end (GTK_BOX (row), button, FALSE, FALSE, 0);
  gtk_widget_show_all (row);
  gtk_container_add (GTK_CONTAINER (box), row);
}

static void
add_url_choice (FeuPublishQuestions *self, Group *group, GtkWidget *box)
{
  GtkWidget *entry = gtk_entry_new ();

  add_choice (self,
              group,
              box,
              _ ("Use the web address at which it can be seen"),
              FEU_IMAGE_USE_URL,
              0);
  group->url_entry = GTK_ENTRY (entry);
  gtk_entry_set_placeholder_text (group->url_entry, "https://");
  gtk_entry_set_input_purpose (group->url_entry, GTK_INPUT_PURPOSE_URL);
  gtk_widget_set_margin_start (entry, 28);
  atk_object_set_name (gtk_widget_get_accessible (entry), _ ("Web address"));
  g_signal_connect_object (
      entry, "changed", G_CALLBACK (on_url_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_show (entry);
  gtk_container_add (GTK_CONTAINER (box), entry);
}

static void
add_image_group (FeuPublishQuestions *self, const FeuImageQuestion *question)
{
  GtkWidget       *box = NULL;
  Group           *group = add_group (self, &box);
  g_autofree char *name = g_path_get_basename (question->src);

  group->image = question;
  add_label (box, name, "feu-field-label");
  add_label (box, question->reason, GTK_STYLE_CLASS_DIM_LABEL);
  add_library_choice (self, group, box);
  add_url_choice (self, group, box);
  add_choice (self,
              group,
              box,
              _ ("Send the article without it: its description stays in its place"),
              FEU_IMAGE_LEAVE_OUT,
              0);
}

static void
remove_child (GtkWidget *child, gpointer unused)
{
  gtk_widget_destroy (child);
}

void
feu_publish_questions_show (FeuPublishQuestions *self, FeuPublishOutcome *outcome)
{
  g_return_if_fail (FEU_IS_PUBLISH_QUESTIONS (self) && outcome != NULL);
  gboolean is_images = outcome->question == FEU_QUESTION_IMAGES;

  g_ptr_array_set_size (self->groups, 0);
  gtk_container_foreach (GTK_CONTAINER (self->list), remove_child, NULL);
  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  self->outcome = feu_publish_outcome_ref (outcome);
  gtk_label_set_text (self->heading,
                      is_images ? _ ("What about these images?")
                                : _ ("Are these the same?"));
  gtk_label_set_text (self->intro, outcome->message);
  gtk_widget_set_visible (self->package_box, is_images);
  for (guint i = 0; !is_images && i < outcome->terms->len; i++)
    add_term_group (self, g_ptr_array_index (outcome->terms, i));
  for (guint i = 0; is_images && i < outcome->images->len; i++)
    add_image_group (self, g_ptr_array_index (outcome->images, i));
  /* The first radio button is active from the start; of images it is one that cannot
   * go without a choice of its own. */
  emit_changed (self);
}

void
feu_publish_questions_set_image (FeuPublishQuestions *self,
                                 const char          *src,
                                 FeuRemoteImage      *image)
{
  g_return_if_fail (FEU_IS_PUBLISH_QUESTIONS (self) && image != NULL);
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      if (group->image == NULL || !g_str_equal (group->image->src, src))
        continue;
      g_autofree char *name = g_path_get_basename (image->url);
      g_autofree char *label = g_strdup_printf (_ ("Use “%s” of the site"), name);
      g_clear_pointer (&group->library, feu_remote_image_unref);
      group->library = feu_remote_image_ref (image);
      gtk_label_set_text (group->library_label, label);
      gtk_toggle_button_set_active (g_ptr_array_index (group->choices, 0), TRUE);
    }
  emit_changed (self);
}

/* ---- the answers ---- */

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http"));
}

static gboolean
is_complete (const Group *group)
{
  const Answer *answer = get_answer (group);

  if (answer == NULL)
    return FALSE;
  if (group->image == NULL)
    return TRUE;
  switch ((FeuImageAnswer) answer->answer)
    {
    case FEU_IMAGE_LEAVE_OUT:
      return TRUE;
    case FEU_IMAGE_USE_LIBRARY:
      return group->library != NULL;
    case FEU_IMAGE_USE_URL:
      return is_web_address (gtk_entry_get_text (group->url_entry));
    }
  g_return_val_if_reached (FALSE);
}

gboolean
feu_publish_questions_is_answered (FeuPublishQuestions *self)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_QUESTIONS (self), FALSE);
  for (guint i = 0; i < self->groups->len; i++)
    if (!is_complete (g_ptr_array_index (self->groups, i)))
      return FALSE;
  return TRUE;
}

static gboolean
apply_group (const Group *group, FeuPublishJob *job, GError **error)
{
  const Answer *answer = get_answer (group);

  g_return_val_if_fail (answer != NULL, FALSE);
  if (group->term != NULL)
    return feu_publish_job_answer_term (job,
                                        group->term->taxonomy,
                                        group->term->name,
                                        (FeuTermAnswer) answer->answer,
                                        answer->id,
                                        error);
  return feu_publish_job_answer_image (job,
                                       group->image->src,
                                       (FeuImageAnswer) answer->answer,
                                       group->library != NULL ? group->library->id : 0,
                                       gtk_entry_get_text (group->url_entry),
                                       error);
}

gboolean
feu_publish_questions_apply (FeuPublishQuestions *self,
                             FeuPublishJob       *job,
                             GError             **error)
{
  g_return_val_if_fail (FEU_IS_PUBLISH_QUESTIONS (self), FALSE);
  for (guint i = 0; i < self->groups->len; i++)
    if (!apply_group (g_ptr_array_index (self->groups, i), job, error))
      return FALSE;
  return TRUE;
}

/* ---- the class ---- */

static void
on_package_clicked_cb (FeuPublishQuestions *self)
{
  g_signal_emit (self, signals[SIGNAL_PACKAGE_REQUESTED], 0);
}

static void
feu_publish_questions_finalize (GObject *object)
{
  FeuPublishQuestions *self = FEU_PUBLISH_QUESTIONS (object);

  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  G_OBJECT_CLASS (feu_publish_questions_parent_class)->finalize (object);
}

static guint
new_signal (GType type, const char *name, guint n_arguments)
{
  return g_signal_new (name,
                       type,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_arguments,
                       G_TYPE_STRING);
}

static void
feu_publish_questions_class_init (FeuPublishQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_publish_questions_finalize;
  signals[SIGNAL_CHANGED] = new_signal (type, "changed", 0);
  signals[SIGNAL_IMAGE_REQUESTED] = new_signal (type, "image-requested", 1);
  signals[SIGNAL_PACKAGE_REQUESTED] = new_signal (type, "package-requested", 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-publish-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuPublishQuestions, heading);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishQuestions, intro);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishQuestions, list);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishQuestions, package_box);
  gtk_widget_class_bind_template_callback (widget_class, on_package_clicked_cb);
}

static void
feu_publish_questions_init (FeuPublishQuestions *self)
{
  self->groups = g_ptr_array_new_with_free_func (free_group);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
feu_publish_questions_new (void)
{
  return g_object_new (FEU_TYPE_PUBLISH_QUESTIONS, NULL);
}
