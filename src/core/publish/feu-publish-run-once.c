/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Repeating what may be repeated, and making what must be made exactly once.
 */
#include "config.h"

#include "feu-publish-run.h"

#include <glib/gi18n.h>

/* A site that keeps failing after this many creations needs a person. */
#define MAX_CREATIONS 3

/* Without a network, the job had better wait than the writer. */
#define MAX_OFFLINE_PAUSES 2

static guint
count (const guint *list)
{
  guint n = 0;
  while (list[n] != 0)
    n++;
  return n;
}

/* What the site asked for wins; a little randomness keeps many clients apart. */
static guint
get_pause_ms (FeuPublishRun *run, guint attempt, const GError *error)
{
  guint pause_ms = run->timing->retry_ms[attempt];
  guint asked_s = feu_publish_error_get_retry_after (error);

  if (asked_s > 0)
    return asked_s < G_MAXUINT / 1000 ? asked_s * 1000 : G_MAXUINT;
  return (guint) g_random_int_range ((gint32) (pause_ms * 7 / 10),
                                     (gint32) (pause_ms * 13 / 10 + 1));
}

/* Waits before attempt number @attempt + 1. FALSE when patience is over (@error is left
 * unset) or the job was cancelled. */
static gboolean
pause_run (FeuPublishRun *run, guint attempt, const GError *reason, GError **error)
{
  gboolean is_offline =
      g_error_matches (reason, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_OFFLINE);
  if (attempt >= count (run->timing->retry_ms) ||
      (is_offline && attempt >= MAX_OFFLINE_PAUSES))
    return FALSE;
  guint pause_ms = get_pause_ms (run, attempt, reason);
  if (pause_ms > run->timing->max_wait_ms)
    return FALSE;
  feu_publish_run_tell_state (run, FEU_STEP_WAITING, reason->message);
  if (!feu_publish_wait (pause_ms, run->cancellable, error))
    return FALSE;
  feu_publish_run_tell_state (run, FEU_STEP_RUNNING, NULL);
  return TRUE;
}

/* An answer that makes no sense may be a page of a server that is just being mended. */
static gboolean
is_worth_repeating (const GError *error, guint attempt)
{
  return feu_publish_error_is_passing (error) ||
         (attempt == 0 &&
          g_error_matches (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_NOT_UNDERSTOOD));
}

gpointer
feu_publish_run_try (FeuPublishRun *run,
                     FeuRunAttempt  attempt,
                     gpointer       data,
                     GError       **error)
{
  for (guint n = 0;; n++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (GError) cancelled = NULL;
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return NULL;
      gpointer result = attempt (run, data, &failure);
      if (failure == NULL)
        return result;
      if (!is_worth_repeating (failure, n) || !pause_run (run, n, failure, &cancelled))
        {
          if (cancelled != NULL)
            g_propagate_error (error, g_steal_pointer (&cancelled));
          else
            g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }
}

typedef enum
{
  CREATION_NOT_DONE, /* nothing reached the site, or it said so */
  CREATION_REFUSED,  /* the site said no; rarely it has done it all the same */
  CREATION_UNKNOWN,
} CreationFailure;

static CreationFailure
judge (const GError *error)
{
  if (error->domain != FEU_PUBLISH_ERROR)
    return CREATION_UNKNOWN;
  switch ((FeuPublishError) error->code)
    {
    case FEU_PUBLISH_ERROR_OFFLINE:
    case FEU_PUBLISH_ERROR_TLS:
    case FEU_PUBLISH_ERROR_REDIRECT:
    case FEU_PUBLISH_ERROR_AUTH:
    case FEU_PUBLISH_ERROR_LOCAL:
    case FEU_PUBLISH_ERROR_JOURNAL:
    case FEU_PUBLISH_ERROR_RUNNING:
      return CREATION_NOT_DONE;
    case FEU_PUBLISH_ERROR_BUSY:
    case FEU_PUBLISH_ERROR_PERMISSION:
    case FEU_PUBLISH_ERROR_FIREWALL:
    case FEU_PUBLISH_ERROR_TOO_LARGE:
    case FEU_PUBLISH_ERROR_REFUSED_FILE:
    case FEU_PUBLISH_ERROR_GONE:
    case FEU_PUBLISH_ERROR_EXISTS:
    case FEU_PUBLISH_ERROR_INVALID:
      return CREATION_REFUSED;
    case FEU_PUBLISH_ERROR_UNKNOWN_OUTCOME:
    case FEU_PUBLISH_ERROR_SERVER:
    case FEU_PUBLISH_ERROR_NOT_UNDERSTOOD:
      return CREATION_UNKNOWN;
    }
  return CREATION_UNKNOWN;
}

/* Asks for what was sent at @since_us, until it can no longer appear. Pauses that are
 * over already, as after a crash, are not made again, but one look is always taken. */
static gpointer
look_up (FeuPublishRun        *run,
         const FeuRunCreation *creation,
         gpointer              data,
         gint64                since_us,
         GError              **error)
{
  const guint *delays = run->timing->look_up_ms;

  for (guint i = 0; i == 0 || delays[i - 1] != 0; i++)
    {
      g_autoptr (GError) failure = NULL;
      gpointer result = feu_publish_run_try (run, creation->find, data, &failure);
      if (result != NULL || failure != NULL)
        {
          if (failure != NULL)
            g_propagate_error (error, g_steal_pointer (&failure));
          return result;
        }
      gint64 passed_ms = (g_get_real_time () - since_us) / 1000;
      while (delays[i] != 0 && passed_ms >= delays[i])
        i++;
      if (delays[i] == 0)
        return NULL;
      feu_publish_run_tell_state (
          run,
          FEU_STEP_WAITING,
          _ ("The site did not answer. It is asked whether it has "
             "done it all the same."));
      /* A clock that was set back must not make this wait for ever. */
      guint wait_ms = (guint) CLAMP (delays[i] - passed_ms, 1, (gint64) delays[i]);
      if (!feu_publish_wait (wait_ms, run->cancellable, error))
        return NULL;
    }
  return NULL;
}

/* One creation after its intent is on the disk. @out_again: it failed, may be repeated
 */
static gpointer
create (FeuPublishRun        *run,
        const FeuRunCreation *creation,
        gpointer              data,
        guint                 attempt,
        gboolean             *out_again,
        GError              **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) look_up_error = NULL;
  gpointer result = creation->create (run, data, &failure);
  if (result != NULL)
    return result;

  CreationFailure kind = judge (failure);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (kind == CREATION_UNKNOWN)
    result = look_up (run, creation, data, g_get_real_time (), &look_up_error);
  else if (kind == CREATION_REFUSED)
    result = feu_publish_run_try (run, creation->find, data, &look_up_error);
  if (look_up_error != NULL)
    g_propagate_error (error, g_steal_pointer (&look_up_error));
  if (result != NULL || look_up_error != NULL || (error != NULL && *error != NULL))
    return result;

  if (!feu_journal_add_result (run->journal,
                               run->row,
                               creation->kind,
                               creation->key,
                               FEU_JOURNAL_FAILED,
                               failure->message,
                               error))
    return NULL;
  *out_again =
      feu_publish_error_is_passing (failure) ||
      g_error_matches (failure, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_NOT_UNDERSTOOD);
  if (*out_again && attempt + 1 < MAX_CREATIONS &&
      (kind == CREATION_UNKNOWN || pause_run (run, attempt, failure, error)))
    return NULL;
  *out_again = FALSE;
  if (error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gpointer
feu_publish_run_create_once (FeuPublishRun        *run,
                             const FeuRunCreation *creation,
                             gpointer              data,
                             GError              **error)
{
  g_autoptr (GError) failure = NULL;
  g_auto (FeuJournalStep) step = { 0 };
  gpointer result = NULL;

  if (!feu_journal_get_step (
          run->journal, run->row, creation->kind, creation->key, &step, error))
    return NULL;
  if (step.state == FEU_JOURNAL_INTENT)
    result = look_up (run, creation, data, step.time_us, &failure);

  gboolean again = TRUE;
  for (guint n = 0; result == NULL && failure == NULL && again; n++)
    {
      again = FALSE;
      if (g_cancellable_set_error_if_cancelled (run->cancellable, &failure) ||
          !feu_journal_add_intent (run->journal,
                                   run->row,
                                   creation->kind,
                                   creation->key,
                                   creation->detail,
                                   &failure))
        break;
      result = create (run, creation, data, n, &again, &failure);
    }
  if (result != NULL && !creation->keep (run, result, data, &failure))
    g_clear_pointer (&result, creation->result_free);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return result;
}
