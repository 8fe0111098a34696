/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From names of categories and tags to their ids on the site. What is nearly the same
 * as one that is there is asked about; what is new is made where the account may.
 */
#include "config.h"

#include "feu-publish-run.h"

#include "feu-json.h"
#include "feu-term-match.h"

#include <glib/gi18n.h>
#include <string.h>

/* Also "#12", an id. (transfer full) (nullable) */
static FeuTerm *
find_exact (const GPtrArray *terms,
            FeuTaxonomy      taxonomy,
            const char      *name,
            GPtrArray      **out_near)
{
  char  *end = NULL;
  gint64 id = *name == '#' ? g_ascii_strtoll (name + 1, &end, 10) : 0;

  if (id <= 0 || *end != '\0')
    return feu_term_match_find (name, taxonomy, terms, out_near);
  if (out_near != NULL)
    *out_near = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
  for (guint i = 0; i < terms->len; i++)
    {
      FeuTerm *term = g_ptr_array_index (terms, i);
      if (term->id == id)
        return feu_term_ref (term);
    }
  return NULL;
}

static const char *
get_taxonomy_name (FeuTaxonomy taxonomy)
{
  return taxonomy == FEU_TAXONOMY_CATEGORY ? "category" : "tag";
}

static char *
dup_cache_name (FeuPublishRun *run, FeuTaxonomy taxonomy)
{
  return g_strconcat (run->row->root, "#", get_taxonomy_name (taxonomy), NULL);
}

typedef struct
{
  FeuTaxonomy taxonomy;
  const char *name;
} TermData;

static gpointer
ask_terms (FeuPublishRun *run, gpointer data, GError **error)
{
  const TermData *term = data;
  return feu_publisher_list_terms (
      run->publisher, term->taxonomy, run->cancellable, error);
}

/* A name that is there is as good as one that was made: so this may be repeated. */
static gpointer
make_term (FeuPublishRun *run, gpointer data, GError **error)
{
  const TermData *term = data;
  g_autoptr (GError) failure = NULL;
  FeuTerm *made = feu_publisher_create_term (
      run->publisher, term->taxonomy, term->name, 0, run->cancellable, &failure);

  if (made != NULL)
    return made;
  gint64 id = feu_publish_error_get_id (failure);
  if (g_error_matches (failure, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_EXISTS) && id > 0)
    return feu_term_new (term->taxonomy, id, term->name, "");
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static FeuTerm *
make_term_once (FeuPublishRun *run,
                FeuTaxonomy    taxonomy,
                const char    *name,
                GError       **error)
{
  TermData         data = { taxonomy, name };
  g_autofree char *key = g_strdup_printf ("%s %s", get_taxonomy_name (taxonomy), name);

  if (!feu_journal_add_intent (run->journal, run->row, "term", key, name, error))
    return NULL;
  g_autoptr (FeuTerm) term = feu_publish_run_try (run, make_term, &data, error);
  if (term == NULL)
    return NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, term->id);
  if (!feu_journal_add_result (
          run->journal, run->row, "term", key, FEU_JOURNAL_DONE, id, error))
    return NULL;
  run->has_sent = TRUE;
  return g_steal_pointer (&term);
}

static gboolean
can_create (const FeuPublishRun *run, FeuTaxonomy taxonomy)
{
  FeuRights right = taxonomy == FEU_TAXONOMY_CATEGORY ? FEU_RIGHT_CREATE_CATEGORIES
                                                      : FEU_RIGHT_CREATE_TAGS;
  return (run->account->rights & right) != 0;
}

/* The writer's answer: "create", "leave", or an id. (nullable) */
static const char *
get_answer (FeuPublishRun *run, FeuTaxonomy taxonomy, const char *name)
{
  JsonObject *answers = feu_json_get_object (run->row->answers, "terms");
  return feu_json_get_string (
      feu_json_get_object (answers, get_taxonomy_name (taxonomy)), name);
}

/* Adds the id of @name to @ids, or the name to what is to be created, or a question. */
static void
resolve (FeuPublishRun   *run,
         FeuTaxonomy      taxonomy,
         const char      *name,
         const GPtrArray *terms,
         GArray          *ids,
         GPtrArray       *to_create)
{
  const char *answer = get_answer (run, taxonomy, name);
  g_autoptr (GPtrArray) near = NULL;
  g_autoptr (FeuTerm) exact = find_exact (terms, taxonomy, name, &near);
  gint64 id = answer != NULL ? g_ascii_strtoll (answer, NULL, 10) : 0;

  if (id == 0 && exact != NULL)
    id = exact->id;
  if (id != 0)
    {
      g_array_append_val (ids, id);
      return;
    }
  if (g_strcmp0 (answer, "leave") == 0)
    return;
  gboolean may_create = can_create (run, taxonomy) && *name != '#';
  if (may_create && (near->len == 0 || g_strcmp0 (answer, "create") == 0))
    {
      g_ptr_array_add (to_create, g_strdup (name));
      return;
    }
  if (run->outcome == NULL)
    feu_publish_run_ask (run, FEU_QUESTION_TERMS, "");
  FeuTermQuestion *question =
      feu_publish_outcome_add_term (run->outcome, taxonomy, name, may_create);
  g_ptr_array_extend_and_steal (question->candidates, g_steal_pointer (&near));
}

static char *
terms_to_text (const GPtrArray *terms)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < terms->len; i++)
    {
      const FeuTerm *term = g_ptr_array_index (terms, i);
      JsonObject    *object = json_object_new ();
      json_object_set_int_member (object, "id", term->id);
      json_object_set_string_member (object, "name", term->name);
      json_array_add_object_element (array, object);
    }
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (root, array);
  return feu_json_to_text (root);
}

static GPtrArray *
terms_from_text (const char *text, FeuTaxonomy taxonomy)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);
  g_autoptr (JsonNode) root = feu_json_parse (text, strlen (text));
  JsonArray *array =
      root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = feu_json_get_element_object (array, i);
      const char *name = feu_json_get_string (object, "name");
      if (name != NULL)
        g_ptr_array_add (
            terms,
            feu_term_new (taxonomy, feu_json_get_int (object, "id"), name, NULL));
    }
  return terms;
}

/* The list that was read last is good enough when it gives just what the post has. */
static gboolean
is_as_live (FeuPublishRun *run, FeuTaxonomy taxonomy, GStrv names)
{
  g_autofree char *cache_name = dup_cache_name (run, taxonomy);
  /* Failing to read it costs a request, no more. */
  g_autofree char *text =
      feu_journal_get_site (run->journal, cache_name, G_MAXUINT32, NULL);
  if (run->live == NULL || text == NULL)
    return FALSE;

  g_autoptr (GPtrArray) terms = terms_from_text (text, taxonomy);
  g_autoptr (FeuPost) wished = feu_post_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (FeuTerm) term = find_exact (terms, taxonomy, names[i], NULL);
      if (term == NULL)
        return FALSE;
      g_array_append_val (ids, term->id);
    }
  feu_post_set_terms (wished, taxonomy, (const gint64 *) ids->data, ids->len);
  if (!feu_post_has_same_terms (wished, run->live, taxonomy))
    return FALSE;
  run->terms[taxonomy] = g_steal_pointer (&ids);
  return TRUE;
}

/* FALSE with an error only: questions are collected. */
static gboolean
match_names (FeuPublishRun *run,
             FeuTaxonomy    taxonomy,
             GStrv          names,
             GPtrArray     *to_create,
             GError       **error)
{
  TermData         data = { taxonomy, NULL };
  g_autofree char *cache_name = dup_cache_name (run, taxonomy);

  if (names == NULL || is_as_live (run, taxonomy, names))
    return TRUE;
  run->terms[taxonomy] = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (names[0] == NULL)
    return TRUE;
  g_autoptr (GPtrArray) terms = feu_publish_run_try (run, ask_terms, &data, error);
  if (terms == NULL)
    return FALSE;
  g_autofree char *text = terms_to_text (terms);
  if (!feu_journal_set_site (run->journal, cache_name, text, error))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    resolve (run, taxonomy, names[i], terms, run->terms[taxonomy], to_create);
  return TRUE;
}

GPtrArray *
feu_publish_run_dup_known_terms (FeuPublishRun *run)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) feu_term_unref);

  for (guint i = 0; i < FEU_N_TAXONOMIES; i++)
    {
      g_autofree char *cache_name = dup_cache_name (run, (FeuTaxonomy) i);
      g_autofree char *text =
          feu_journal_get_site (run->journal, cache_name, G_MAXUINT32, NULL);
      if (text != NULL)
        g_ptr_array_extend_and_steal (all, terms_from_text (text, (FeuTaxonomy) i));
    }
  return all;
}

/* So that the next run need not read the list again. */
static gboolean
remember (FeuPublishRun *run, const FeuTerm *term, GError **error)
{
  g_autofree char *cache_name = dup_cache_name (run, term->taxonomy);
  g_autofree char *text =
      feu_journal_get_site (run->journal, cache_name, G_MAXUINT32, NULL);
  g_autoptr (GPtrArray) terms =
      terms_from_text (text != NULL ? text : "[]", term->taxonomy);
  g_ptr_array_add (terms,
                   feu_term_new (term->taxonomy, term->id, term->name, term->slug));
  g_autofree char *longer = terms_to_text (terms);
  return feu_journal_set_site (run->journal, cache_name, longer, error);
}

static gboolean
create_all (FeuPublishRun *run, FeuTaxonomy taxonomy, GPtrArray *names, GError **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      if (run->is_rehearsal)
        {
          feu_publish_run_take_note (
              run,
              g_strdup_printf (taxonomy == FEU_TAXONOMY_CATEGORY
                                   ? _ ("The category “%s” would be created.")
                                   : _ ("The tag “%s” would be created."),
                               name));
          continue;
        }
      feu_publish_run_tell_state (run, FEU_STEP_RUNNING, name);
      g_autoptr (FeuTerm) term = make_term_once (run, taxonomy, name, error);
      if (term == NULL || !remember (run, term, error))
        return FALSE;
      g_array_append_val (run->terms[taxonomy], term->id);
    }
  return TRUE;
}

gboolean
feu_publish_run_terms (FeuPublishRun *run, GError **error)
{
  g_autoptr (GPtrArray) categories = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);

  if (run->wish->categories == NULL && run->wish->tags == NULL)
    {
      feu_publish_run_tell (run, FEU_STEP_SKIPPED, 0, 0, NULL);
      return TRUE;
    }
  if (!match_names (
          run, FEU_TAXONOMY_CATEGORY, run->wish->categories, categories, error) ||
      !match_names (run, FEU_TAXONOMY_TAG, run->wish->tags, tags, error))
    return FALSE;
  if (run->outcome != NULL)
    {
      g_free (run->outcome->message);
      run->outcome->message =
          g_strdup (_ ("Some categories or tags need a decision: the site has nearly "
                       "the same, or your account may not create them."));
      return FALSE;
    }
  return create_all (run, FEU_TAXONOMY_CATEGORY, categories, error) &&
         create_all (run, FEU_TAXONOMY_TAG, tags, error);
}
