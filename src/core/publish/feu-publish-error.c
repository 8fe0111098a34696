/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error domain of publishing, with the two numbers that the job acts on.
 */
#include "config.h"

#include "feu-publish-error.h"

typedef struct
{
  guint  retry_after_s;
  gint64 id;
} FeuPublishErrorPrivate;

static void
feu_publish_error_private_init (FeuPublishErrorPrivate *details)
{
}

static void
feu_publish_error_private_copy (const FeuPublishErrorPrivate *from,
                                FeuPublishErrorPrivate       *to)
{
  /* Never NULL; GLib's own getter looks to the compiler as if they could be. */
  if (from != NULL && to != NULL)
    *to = *from;
}

static void
feu_publish_error_private_clear (FeuPublishErrorPrivate *details)
{
}

G_DEFINE_EXTENDED_ERROR (FeuPublishError, feu_publish_error)

void
feu_publish_error_set (GError        **error,
                       FeuPublishError code,
                       guint           retry_after_s,
                       gint64          id,
                       const char     *format,
                       ...)
{
  va_list args;

  va_start (args, format);
  GError *made = g_error_new_valist (FEU_PUBLISH_ERROR, (int) code, format, args);
  va_end (args);
  FeuPublishErrorPrivate *details = feu_publish_error_get_private (made);
  if (details != NULL)
    *details = (FeuPublishErrorPrivate){ .retry_after_s = retry_after_s, .id = id };
  g_propagate_error (error, made);
}

guint
feu_publish_error_get_retry_after (const GError *error)
{
  if (error == NULL || error->domain != FEU_PUBLISH_ERROR)
    return 0;
  const FeuPublishErrorPrivate *details = feu_publish_error_get_private (error);
  return details != NULL ? details->retry_after_s : 0;
}

gint64
feu_publish_error_get_id (const GError *error)
{
  if (error == NULL || error->domain != FEU_PUBLISH_ERROR)
    return 0;
  const FeuPublishErrorPrivate *details = feu_publish_error_get_private (error);
  return details != NULL ? details->id : 0;
}

gboolean
feu_publish_error_is_uncertain (const GError *error)
{
  return g_error_matches (
             error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_UNKNOWN_OUTCOME) ||
         g_error_matches (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_SERVER) ||
         g_error_matches (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_NOT_UNDERSTOOD) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

gboolean
feu_publish_error_is_passing (const GError *error)
{
  return g_error_matches (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_OFFLINE) ||
         g_error_matches (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_BUSY) ||
         g_error_matches (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_SERVER) ||
         g_error_matches (error, FEU_PUBLISH_ERROR, FEU_PUBLISH_ERROR_UNKNOWN_OUTCOME);
}
