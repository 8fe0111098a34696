/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What libyaml complains of, in words for a writer.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * feu_yaml_problem_get_message:
 * @problem: (nullable): libyaml's own words
 * @context: (nullable): what it was doing
 *
 * Returns: (transfer none): translated: what is wrong, and what to do where that is
 * known; @problem itself for what no writer meets
 */
const char *feu_yaml_problem_get_message (const char *problem, const char *context);

/** Whether the fault is where the context began rather than where it was noticed. */
gboolean feu_yaml_problem_is_at_context (const char *problem, const char *context);

G_END_DECLS
