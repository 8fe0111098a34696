/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exit statuses. A header of their own, so that a command need not know of the table
 * that it is in.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses of every command. */
typedef enum
{
  FEU_CLI_OK = 0,
  FEU_CLI_BAD_FILE = 1,
  FEU_CLI_BAD_USAGE = 2,
  FEU_CLI_WAITING = 3, /* not done yet; the same command goes on */
} FeuCliStatus;

G_END_DECLS
