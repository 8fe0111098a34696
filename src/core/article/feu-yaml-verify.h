/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a changed front matter again before anybody gets to see the change.
 */
#pragma once

#include "feu-front-matter.h"
#include "feu-yaml-edit-private.h"

G_BEGIN_DECLS

/**
 * feu_yaml_verify:
 * @front_matter: what @text had
 * @edits: (element-type FeuTextEdit): what is to be done to it
 *
 * Returns: whether that gives @value at @path, and leaves everything else as it was.
 * What aliases show may change with their anchor
 */
gboolean feu_yaml_verify (const FeuFrontMatter *front_matter,
                          const char           *text,
                          const GPtrArray      *edits,
                          const char *const    *path,
                          const FeuYamlValue   *value);

G_END_DECLS
