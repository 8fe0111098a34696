/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name and a password, tied to the one site that may see them.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuHttpLogin:
 *
 * Immutable, reference-counted, usable from any thread. The password is overwritten
 * when the last reference goes. A request with a login to any other origin (scheme,
 * host and port) is refused by FeuHttp before it is sent.
 */
#define FEU_TYPE_HTTP_LOGIN (feu_http_login_get_type ())
typedef struct _FeuHttpLogin FeuHttpLogin;

GType feu_http_login_get_type (void);

/**
 * feu_http_login_new:
 * @address: any address on the site; only its origin counts
 *
 * Returns: (transfer full) (nullable): NULL where @address is not http or https
 */
FeuHttpLogin *feu_http_login_new (const char *address,
                                  const char *user,
                                  const char *password);
FeuHttpLogin *feu_http_login_ref (FeuHttpLogin *self);
void          feu_http_login_unref (FeuHttpLogin *self);

const char *feu_http_login_get_user (const FeuHttpLogin *self);
const char *feu_http_login_get_password (const FeuHttpLogin *self);

/** Whether @uri is of the origin that this login is for. */
gboolean feu_http_login_is_for (const FeuHttpLogin *self, GUri *uri);

/** (transfer full): value of the header Authorization; wipe it after use. */
char *feu_http_login_dup_header (const FeuHttpLogin *self);

/** Overwrites and frees a secret string; NULL is allowed. */
void feu_http_secret_free (char *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuHttpLogin, feu_http_login_unref)

G_END_DECLS
