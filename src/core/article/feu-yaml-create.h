/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * New keys, with the parents they need.
 */
#pragma once

#include "feu-yaml-edit-private.h"

G_BEGIN_DECLS

/**
 * feu_yaml_create:
 * @parent: the deepest value of the path that is there
 * @path: (array zero-terminated=1): the steps that are not
 *
 * Returns: FALSE if @parent can have no such child
 */
gboolean feu_yaml_create (FeuYamlEditor      *editor,
                          const FeuMetaNode  *parent,
                          const char *const  *path,
                          const FeuYamlValue *value);

/** A front matter at the beginning of a text of @length bytes that has none. */
gboolean feu_yaml_create_front_matter (FeuYamlEditor      *editor,
                                       gsize               length,
                                       const char *const  *path,
                                       const FeuYamlValue *value);

G_END_DECLS
