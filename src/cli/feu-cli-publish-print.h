/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What `feuillet publish` says in the end: a line for each file, or JSON.
 */
#pragma once

#include "feu-publish-outcome.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** Prints what became of @path, and what is to be done where something is missing. */
void feu_cli_publish_print (const char *path, const FeuPublishOutcome *outcome);

/** Adds it to @array. @error: (nullable): where there is no @outcome. */
void feu_cli_publish_add_json (JsonArray               *array,
                               const char              *path,
                               const char              *error,
                               const FeuPublishOutcome *outcome);

G_END_DECLS
