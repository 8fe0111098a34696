/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads one line without stdio: its buffers would keep the password.
 */
#include "config.h"

#include "feu-cli-password.h"

#include <glib/gi18n.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define VARIABLE "FEUILLET_PASSWORD"
#define MAX_PASSWORD_BYTES 1024

static char *
take_from_environment (void)
{
  const char *value = g_getenv (VARIABLE);
  if (value == NULL || *value == '\0')
    return NULL;
  char *password = g_strdup (value);
  g_unsetenv (VARIABLE);
  return password;
}

/* Returns: number of bytes of the line, without its end */
static gsize
read_line (char *line, gsize size)
{
  gsize length = 0;

  while (length < size - 1 && read (STDIN_FILENO, &line[length], 1) == 1 &&
         line[length] != '\n')
    length++;
  line[length] = '\0';
  return length;
}

char *
feu_cli_password_read (void)
{
  char           line[MAX_PASSWORD_BYTES] = { 0 };
  struct termios shown;
  char          *password = take_from_environment ();
  if (password != NULL)
    return password;

  gboolean is_terminal = tcgetattr (STDIN_FILENO, &shown) == 0;
  if (is_terminal)
    {
      struct termios hidden = shown;
      hidden.c_lflag &= ~(tcflag_t) ECHO;
      g_printerr ("%s", _ ("Application password: "));
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
    }
  gsize length = read_line (line, sizeof line);
  if (is_terminal)
    {
      tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
      g_printerr ("\n");
    }
  if (length > 0 && g_utf8_validate (line, (gssize) length, NULL))
    password = g_strdup (g_strstrip (line));
  explicit_bzero (line, sizeof line);
  return password != NULL && *password != '\0' ? password : NULL;
}

FeuHttpLogin *
feu_cli_password_dup_login (FeuSite *site, GError **error)
{
  g_return_val_if_fail (site != NULL, NULL);

  char *password = take_from_environment ();
  if (password != NULL && site->api_root != NULL && site->user != NULL)
    {
      FeuHttpLogin *login = feu_http_login_new (site->api_root, site->user, password);
      feu_http_secret_free (password);
      return login;
    }
  feu_http_secret_free (password);
  g_autoptr (FeuCredentials) credentials = feu_credentials_new ();
  return feu_credentials_lookup (credentials, site, NULL, error);
}
