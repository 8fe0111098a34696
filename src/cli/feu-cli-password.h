/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How commands are given a password: never as an argument, which others could read in
 * the list of processes.
 */
#pragma once

#include "feu-credentials.h"

G_BEGIN_DECLS

/**
 * feu_cli_password_read:
 *
 * FEUILLET_PASSWORD, which is taken out of the environment; else a line of the standard
 * input, which a terminal does not show.
 *
 * Returns: (transfer full) (nullable): free with feu_http_secret_free()
 */
char *feu_cli_password_read (void);

/** (transfer full): what @site takes: with FEUILLET_PASSWORD, else from the keyring. */
FeuHttpLogin *feu_cli_password_dup_login (FeuSite *site, GError **error);

G_END_DECLS
