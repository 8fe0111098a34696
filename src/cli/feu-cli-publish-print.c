/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outcome in words and as JSON.
 */
#include "config.h"

#include "feu-cli-publish-print.h"

#include <glib/gi18n.h>

static const char *
get_advice (FeuPublishQuestion question)
{
  switch (question)
    {
    case FEU_QUESTION_IMAGES:
      return _ ("Mend them, or leave them out with “--skip-images”.");
    case FEU_QUESTION_TERMS:
      return _ ("Decide with “--similar”: use, create or skip.");
    case FEU_QUESTION_CONFLICT:
      return _ ("Decide with “--conflict”: mine or theirs; or compare in the window.");
    case FEU_QUESTION_GONE:
      return _ ("Make a new post with “--new”.");
    case FEU_QUESTION_PERMISSION:
      return _ ("Submit it for review with “--status pending”.");
    case FEU_QUESTION_SIGN_IN:
      return _ ("Sign in again with “feuillet site add”.");
    case FEU_QUESTION_NONE:
      break;
    }
  return NULL;
}

static void
print_questions (const FeuPublishOutcome *outcome)
{
  for (guint i = 0; i < outcome->images->len; i++)
    {
      const FeuImageQuestion *image = g_ptr_array_index (outcome->images, i);
      g_print ("  %s: %s\n", image->src, image->reason);
    }
  for (guint i = 0; i < outcome->terms->len; i++)
    {
      const FeuTermQuestion *term = g_ptr_array_index (outcome->terms, i);
      g_print ("  %s:", term->name);
      for (guint k = 0; k < term->candidates->len; k++)
        {
          const FeuTerm *candidate = g_ptr_array_index (term->candidates, k);
          g_print (" “%s”", candidate->name);
        }
      g_print ("\n");
    }
}

void
feu_cli_publish_print (const char *path, const FeuPublishOutcome *outcome)
{
  const char *advice =
      outcome->kind == FEU_OUTCOME_NEEDS_USER ? get_advice (outcome->question) : NULL;

  g_print ("%s: %s\n", path, outcome->message);
  print_questions (outcome);
  if (advice != NULL)
    g_print ("  %s\n", advice);
  if (outcome->on_site != NULL)
    g_print ("  %s\n", outcome->on_site);
  if (outcome->kind == FEU_OUTCOME_WAITING || outcome->kind == FEU_OUTCOME_CANCELLED)
    g_print ("  %s\n", _ ("The same command goes on from there."));
  if (outcome->kind == FEU_OUTCOME_DONE && outcome->post != NULL)
    g_print ("  %s\n", outcome->post->link);
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
add_post (JsonObject *object, const FeuPost *post)
{
  if (post == NULL)
    return;
  json_object_set_int_member (object, "id", post->id);
  add_text (object, "status", feu_post_status_get_name (post->status));
  add_text (object, "link", post->link);
  add_text (object, "edit_link", post->edit_link);
  add_text (object, "slug", post->slug);
  g_autofree char *date =
      post->date != NULL && feu_post_status_needs_publishing (post->status)
          ? g_date_time_format_iso8601 (post->date)
          : NULL;
  add_text (object, "date", date);
}

static void
add_notes (JsonObject *object, const GPtrArray *notes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < notes->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (notes, i));
  json_object_set_array_member (object, "notes", array);
}

static void
add_questions (JsonObject *object, const FeuPublishOutcome *outcome)
{
  JsonArray *images = json_array_new ();
  JsonArray *terms = json_array_new ();

  for (guint i = 0; i < outcome->images->len; i++)
    {
      const FeuImageQuestion *image = g_ptr_array_index (outcome->images, i);
      JsonObject             *item = json_object_new ();
      add_text (item, "src", image->src);
      add_text (item, "reason", image->reason);
      json_array_add_object_element (images, item);
    }
  for (guint i = 0; i < outcome->terms->len; i++)
    {
      const FeuTermQuestion *term = g_ptr_array_index (outcome->terms, i);
      JsonObject            *item = json_object_new ();
      JsonArray             *similar = json_array_new ();
      for (guint k = 0; k < term->candidates->len; k++)
        {
          const FeuTerm *candidate = g_ptr_array_index (term->candidates, k);
          json_array_add_string_element (similar, candidate->name);
        }
      add_text (item, "name", term->name);
      json_object_set_array_member (item, "similar", similar);
      json_array_add_object_element (terms, item);
    }
  json_object_set_array_member (object, "images", images);
  json_object_set_array_member (object, "terms", terms);
}

void
feu_cli_publish_add_json (JsonArray               *array,
                          const char              *path,
                          const char              *error,
                          const FeuPublishOutcome *outcome)
{
  JsonObject      *object = json_object_new ();
  g_autofree char *name = g_filename_display_name (path);

  add_text (object, "file", name);
  if (outcome == NULL)
    {
      add_text (object, "outcome", "failed");
      add_text (object, "message", error);
    }
  else
    {
      add_text (object, "outcome", feu_publish_outcome_get_kind_name (outcome));
      add_text (object, "message", outcome->message);
      add_text (object, "on_site", outcome->on_site);
      json_object_set_boolean_member (object, "unchanged", outcome->is_unchanged);
      if (outcome->retry_after_s > 0)
        json_object_set_int_member (object, "retry_after", outcome->retry_after_s);
      add_post (object, outcome->post);
      add_notes (object, outcome->notes);
    }
  if (outcome != NULL && outcome->question != FEU_QUESTION_NONE)
    {
      add_text (object, "question", feu_publish_question_get_name (outcome->question));
      add_questions (object, outcome);
    }
  json_array_add_object_element (array, object);
}
