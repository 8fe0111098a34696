/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be wrong with a front matter, or with a wish to change it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FEU_FRONT_MATTER_ERROR (feu_front_matter_error_quark ())
GQuark feu_front_matter_error_quark (void);

/**
 * FeuFrontMatterError:
 * @FEU_FRONT_MATTER_ERROR_UNCLOSED: the opening fence has no closing one
 * @FEU_FRONT_MATTER_ERROR_SYNTAX: libyaml, or the TOML reader, cannot parse it
 * @FEU_FRONT_MATTER_ERROR_NOT_A_MAPPING: valid YAML, but no keys with values
 * @FEU_FRONT_MATTER_ERROR_TOO_DEEP: nested deeper, or larger, than an article's can be
 * @FEU_FRONT_MATTER_ERROR_READ_ONLY: an edit was asked of what may only be read
 */
typedef enum
{
  FEU_FRONT_MATTER_ERROR_UNCLOSED,
  FEU_FRONT_MATTER_ERROR_SYNTAX,
  FEU_FRONT_MATTER_ERROR_NOT_A_MAPPING,
  FEU_FRONT_MATTER_ERROR_TOO_DEEP,
  FEU_FRONT_MATTER_ERROR_READ_ONLY,
} FeuFrontMatterError;

G_END_DECLS
