/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: test-cms-secrets FEUILLET …
 *
 * The application password is looked for, in each of its spellings, wherever the
 * program leaves something: files, the journal, what it prints with all debugging on,
 * and what the system shows of it and of other processes. Also when it fails, and when
 * it is killed.
 */
#include "config.h"

#include "test-folder.h"
#include "test-proxy.h"
#include "test-publishing.h"
#include "test-wordpress.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define USER "editor"
#define SITE_FILE                                                                      \
  "[Site]\nId=test\nName=Test\nKind=wordpress\nAddress=%s/\nApiRoot=%s/wp-json/\n"     \
  "User=" USER "\nUserId=2\nAllowsPlainHttp=true\n"

/* One for all cases: each makes the site new. */
static const char    *feuillet;
static TestWordPress *site;
static TestProxy     *proxy;

typedef struct
{
  char      *home;
  GPtrArray *spellings; /* (element-type utf8), owned */
  GString   *printed;   /* of all runs */
  guint      n_looks;   /* at the process after its first request */
} Fixture;

/* --- looking ------------------------------------------------------------------- */

static void
add_spellings (GPtrArray *spellings, const char *password)
{
  g_auto (GStrv) groups = g_strsplit (password, " ", -1);
  g_autofree char *plain = g_strjoinv ("", groups);
  g_autofree char *login = g_strconcat (USER ":", password, NULL);
  g_autofree char *plain_login = g_strconcat (USER ":", plain, NULL);

  g_ptr_array_add (spellings, g_strdup (password));
  g_ptr_array_add (spellings, g_strjoinv ("+", groups));
  g_ptr_array_add (spellings, g_strjoinv ("%20", groups));
  g_ptr_array_add (spellings, g_base64_encode ((const guchar *) login, strlen (login)));
  g_ptr_array_add (
      spellings, g_base64_encode ((const guchar *) plain_login, strlen (plain_login)));
  g_ptr_array_add (spellings, g_steal_pointer (&plain));
}

static void
expect_clean (Fixture *fixture, const char *where, const char *data, gsize length)
{
  for (guint i = 0; i < fixture->spellings->len; i++)
    {
      const char *spelling = fixture->spellings->pdata[i];
      if (memmem (data, length, spelling, strlen (spelling)) != NULL)
        g_test_fail_printf ("the password (spelling %u) is in %s", i, where);
    }
}

static void
look_at_file (Fixture *fixture, const char *path)
{
  g_autofree char *data = NULL;
  gsize            length = 0;

  if (g_file_get_contents (path, &data, &length, NULL))
    expect_clean (fixture, path, data, length);
}

/** Returns: the number of files */
static guint
look_at_folder (Fixture *fixture, const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  if (dir == NULL)
    {
      look_at_file (fixture, path);
      return 1;
    }
  for (const char *name = g_dir_read_name (dir); name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      n_files += look_at_folder (fixture, child);
    }
  return n_files;
}

/* The command lines of all processes are for everybody to see. */
static void
look_at_processes (Fixture *fixture, const char *pid)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  g_autoptr (GPtrArray) requests = test_proxy_peek_requests (proxy);

  for (const char *name = g_dir_read_name (dir); name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *command = g_strdup_printf ("/proc/%s/cmdline", name);
      if (g_ascii_isdigit (*name))
        look_at_file (fixture, command);
    }
  if (requests->len == 0)
    return;
  g_autofree char *environment = g_strdup_printf ("/proc/%s/environ", pid);
  look_at_file (fixture, environment);
  fixture->n_looks++;
}

/* --- running ------------------------------------------------------------------- */

static gboolean
look_fired_cb (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

static void
communicated_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GString         *printed = user_data;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_subprocess_communicate_utf8_finish (
      G_SUBPROCESS (object), result, &output, &errors, NULL);
  g_string_append_printf (printed, "%s%s\n", output, errors);
}

/** Publishes with @password. Returns: the exit status; -1 when it was killed */
static int
publish (Fixture *fixture, const char *password, const char *faults)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *article = g_build_filename (fixture->home, "article.md", NULL);
  GString         *printed = g_string_new (NULL);
  GError          *error = NULL;

  /* Requests of a run that was killed are logged late. */
  test_proxy_settle (proxy);
  g_subprocess_launcher_setenv (launcher, "HOME", fixture->home, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "XDG_CONFIG_HOME");
  g_subprocess_launcher_unsetenv (launcher, "XDG_DATA_HOME");
  g_subprocess_launcher_unsetenv (launcher, "XDG_CACHE_HOME");
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  g_subprocess_launcher_setenv (launcher, "FEUILLET_PASSWORD", password, TRUE);
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawn (launcher,
                                                                 &error,
                                                                 feuillet,
                                                                 "publish",
                                                                 "--site",
                                                                 "test",
                                                                 "--status",
                                                                 "publish",
                                                                 "--json",
                                                                 article,
                                                                 NULL);
  g_assert_no_error (error);
  g_autofree char *pid = g_strdup (g_subprocess_get_identifier (process));
  test_proxy_set_faults (proxy, faults, atoi (pid));

  gsize empty = printed->len;
  guint look_id = g_timeout_add (20, look_fired_cb, NULL);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, communicated_cb, printed);
  while (printed->len == empty)
    {
      g_main_context_iteration (NULL, TRUE);
      look_at_processes (fixture, pid);
    }
  g_source_remove (look_id);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  expect_clean (fixture, "what was printed", printed->str, printed->len);
  g_string_append_len (fixture->printed, printed->str, (gssize) printed->len);
  g_string_free (printed, TRUE);
  return g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process)
                                              : -1;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char      *url = test_proxy_get_url (proxy);
  g_autofree char *file = g_strdup_printf (SITE_FILE, url, url);

  test_wordpress_reset (site);
  fixture->home = test_folder_new ();
  fixture->printed = g_string_new (NULL);
  fixture->spellings = g_ptr_array_new_with_free_func (g_free);
  test_folder_write (fixture->home, ".config/feuillet/sites/test.site", file, -1);
  test_publishing_write_article (fixture->home);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (look_at_folder (fixture, fixture->home), >, 4);
  test_folder_remove (fixture->home);
  g_ptr_array_unref (fixture->spellings);
  g_string_free (fixture->printed, TRUE);
}

/* --- cases --------------------------------------------------------------------- */

static void
test_success (Fixture *fixture, gconstpointer data)
{
  const char *password = test_wordpress_get_password (site, USER);

  add_spellings (fixture->spellings, password);
  g_assert_cmpint (publish (fixture,
                            password,
                            "[{\"what\": \"delay\", \"ms\": 500, \"method\": \"POST\","
                            " \"path\": \"/media\"}]"),
                   ==,
                   0);
  g_assert_cmpuint (test_wordpress_count_posts (site), ==, 1);
  g_assert_cmpuint (fixture->n_looks, >, 0);
}

static void
test_wrong_password (Fixture *fixture, gconstpointer data)
{
  add_spellings (fixture->spellings, "wrng pssw rdxx yyzz qqww kkjj");
  g_assert_cmpint (publish (fixture, "wrng pssw rdxx yyzz qqww kkjj", "[]"), ==, 1);
  g_assert_cmpuint (test_wordpress_count_posts (site), ==, 0);
}

static void
test_failures (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *faults;
    int         status;
  } runs[] = {
    { "[{\"what\": \"kill-after\", \"method\": \"POST\", \"path\": \"/media\"}]", -1 },
    { "[{\"what\": \"kill-before\", \"method\": \"POST\", \"path\": \"/posts\"}]", -1 },
    { "[{\"what\": \"status\", \"status\": 401}]", 1 },
    { "[{\"what\": \"status\", \"status\": 403}]", 1 },
    { "[{\"what\": \"status\", \"status\": 302, \"headers\":"
      " {\"Location\": \"http://127.0.0.1:9/\"}}]",
      1 },
  };
  const char *password = test_wordpress_get_password (site, USER);

  add_spellings (fixture->spellings, password);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_assert_cmpint (publish (fixture, password, runs[i].faults), ==, runs[i].status);
      look_at_folder (fixture, fixture->home);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  feuillet = argv[1];
  site = test_wordpress_new ("61");
  g_assert_nonnull (site);
  proxy = test_proxy_new (test_wordpress_get_url (site));
  g_test_add ("/cms/secrets/success", Fixture, NULL, set_up, test_success, tear_down);
  g_test_add ("/cms/secrets/wrong-password",
              Fixture,
              NULL,
              set_up,
              test_wrong_password,
              tear_down);
  g_test_add ("/cms/secrets/failures", Fixture, NULL, set_up, test_failures, tear_down);
  int status = g_test_run ();
  test_proxy_free (proxy);
  test_wordpress_free (site);
  return status;
}
