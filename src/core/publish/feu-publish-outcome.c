/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outcomes as reference-counted boxes, and the names of steps and questions.
 */
#include "config.h"

#include "feu-publish-outcome.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *title;
} steps[] = {
  [FEU_PUBLISH_STEP_SIGN_IN] = { "sign-in", N_ ("Sign in") },
  [FEU_PUBLISH_STEP_IMAGES] = { "images", N_ ("Images") },
  [FEU_PUBLISH_STEP_TERMS] = { "terms", N_ ("Categories and tags") },
  [FEU_PUBLISH_STEP_DRAFT] = { "draft", N_ ("Draft") },
  [FEU_PUBLISH_STEP_CONTENT] = { "content", N_ ("Text and fields") },
  [FEU_PUBLISH_STEP_STATUS] = { "status", N_ ("Status") },
  [FEU_PUBLISH_STEP_VERIFY] = { "verify", N_ ("Check") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (steps) == FEU_N_PUBLISH_STEPS);

static const char *const kind_names[] = {
  [FEU_OUTCOME_DONE] = "done",           [FEU_OUTCOME_NEEDS_USER] = "needs-user",
  [FEU_OUTCOME_WAITING] = "waiting",     [FEU_OUTCOME_FAILED] = "failed",
  [FEU_OUTCOME_CANCELLED] = "cancelled",
};

static const char *const question_names[] = {
  [FEU_QUESTION_NONE] = "none",
  [FEU_QUESTION_SIGN_IN] = "sign-in",
  [FEU_QUESTION_PERMISSION] = "permission",
  [FEU_QUESTION_IMAGES] = "images",
  [FEU_QUESTION_TERMS] = "terms",
  [FEU_QUESTION_CONFLICT] = "conflict",
  [FEU_QUESTION_GONE] = "gone",
};

G_DEFINE_BOXED_TYPE (FeuPublishOutcome,
                     feu_publish_outcome,
                     feu_publish_outcome_ref,
                     feu_publish_outcome_unref)

const char *
feu_publish_step_get_title (FeuPublishStepKind kind)
{
  g_return_val_if_fail (kind < FEU_N_PUBLISH_STEPS, "");

  return _ (steps[kind].title);
}

const char *
feu_publish_step_get_name (FeuPublishStepKind kind)
{
  g_return_val_if_fail (kind < FEU_N_PUBLISH_STEPS, "");

  return steps[kind].name;
}

void
feu_publish_step_clear (FeuPublishStep *step)
{
  g_clear_pointer (&step->detail, g_free);
}

static void
image_question_free (gpointer data)
{
  FeuImageQuestion *question = data;
  g_free (question->src);
  g_free (question->reason);
  g_free (question);
}

static void
term_question_free (gpointer data)
{
  FeuTermQuestion *question = data;
  g_free (question->name);
  g_ptr_array_unref (question->candidates);
  g_free (question);
}

FeuPublishOutcome *
feu_publish_outcome_new (FeuPublishOutcomeKind kind, const char *message)
{
  FeuPublishOutcome *self = g_atomic_rc_box_new0 (FeuPublishOutcome);
  self->kind = kind;
  self->message = g_strdup (message != NULL ? message : "");
  self->code = -1;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->images = g_ptr_array_new_with_free_func (image_question_free);
  self->terms = g_ptr_array_new_with_free_func (term_question_free);
  return self;
}

FeuPublishOutcome *
feu_publish_outcome_ref (FeuPublishOutcome *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_outcome (gpointer data)
{
  FeuPublishOutcome *self = data;
  g_free (self->message);
  g_free (self->on_site);
  g_clear_pointer (&self->post, feu_post_unref);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->images);
  g_ptr_array_unref (self->terms);
  g_clear_pointer (&self->time_zone, g_time_zone_unref);
  g_clear_pointer (&self->sent, feu_post_unref);
  g_clear_pointer (&self->baseline, feu_post_unref);
  g_clear_pointer (&self->mine, feu_post_unref);
  g_clear_pointer (&self->theirs, feu_post_unref);
}

void
feu_publish_outcome_unref (FeuPublishOutcome *self)
{
  g_atomic_rc_box_release_full (self, clear_outcome);
}

const char *
feu_publish_outcome_get_kind_name (const FeuPublishOutcome *self)
{
  g_return_val_if_fail (self != NULL, "");

  return kind_names[self->kind];
}

const char *
feu_publish_question_get_name (FeuPublishQuestion question)
{
  g_return_val_if_fail (question < G_N_ELEMENTS (question_names), "");

  return question_names[question];
}

void
feu_publish_outcome_add_image (FeuPublishOutcome *self,
                               const char        *src,
                               const char        *reason)
{
  g_return_if_fail (self != NULL && src != NULL);

  FeuImageQuestion *question = g_new0 (FeuImageQuestion, 1);
  question->src = g_strdup (src);
  question->reason = g_strdup (reason);
  g_ptr_array_add (self->images, question);
}

FeuTermQuestion *
feu_publish_outcome_add_term (FeuPublishOutcome *self,
                              FeuTaxonomy        taxonomy,
                              const char        *name,
                              gboolean           can_create)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  FeuTermQuestion *question = g_new0 (FeuTermQuestion, 1);
  question->taxonomy = taxonomy;
  question->name = g_strdup (name);
  question->candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
  question->can_create = can_create;
  g_ptr_array_add (self->terms, question);
  return question;
}
