/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Name, password, and the origin as an address with nothing but scheme, host and port.
 */
#include "config.h"

#include "feu-http-login.h"

#include "feu-http-address.h"

#include <string.h>

struct _FeuHttpLogin
{
  gatomicrefcount ref_count;

  /* owned */
  GUri *address;
  char *user;
  char *password;
};

G_DEFINE_BOXED_TYPE (FeuHttpLogin,
                     feu_http_login,
                     feu_http_login_ref,
                     feu_http_login_unref)

FeuHttpLogin *
feu_http_login_new (const char *address, const char *user, const char *password)
{
  g_return_val_if_fail (address != NULL && user != NULL && password != NULL, NULL);

  g_autoptr (GUri) uri = feu_http_address_parse (address, NULL);
  if (uri == NULL)
    return NULL;
  FeuHttpLogin *self = g_new0 (FeuHttpLogin, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->address = g_steal_pointer (&uri);
  self->user = g_strdup (user);
  self->password = g_strdup (password);
  return self;
}

FeuHttpLogin *
feu_http_login_ref (FeuHttpLogin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
feu_http_login_unref (FeuHttpLogin *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_uri_unref (self->address);
  g_free (self->user);
  feu_http_secret_free (self->password);
  g_free (self);
}

const char *
feu_http_login_get_user (const FeuHttpLogin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->user;
}

const char *
feu_http_login_get_password (const FeuHttpLogin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->password;
}

gboolean
feu_http_login_is_for (const FeuHttpLogin *self, GUri *uri)
{
  g_return_val_if_fail (self != NULL && uri != NULL, FALSE);

  return feu_http_address_is_same_origin (self->address, uri);
}

char *
feu_http_login_dup_header (const FeuHttpLogin *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  char *pair = g_strconcat (self->user, ":", self->password, NULL);
  char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
  char *header = g_strconcat ("Basic ", encoded, NULL);
  feu_http_secret_free (encoded);
  feu_http_secret_free (pair);
  return header;
}

void
feu_http_secret_free (char *secret)
{
  if (secret == NULL)
    return;
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}
