/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-wordpress.h"

#include "test-server.h"

#include <libsoup/soup.h>
#include <sqlite3.h>

struct _TestWordPress
{
  /* owned */
  TestServer  *server;
  SoupSession *session;
};

/* --- life ---------------------------------------------------------------------- */

static TestWordPress *
start (const char *version, const char *database)
{
  const char *command[] = { "wordpress/run.py", "--version", version,
                            "--database",       database,    NULL };
  TestServer *server = test_server_new (command);

  if (server == NULL)
    return NULL;
  TestWordPress *self = g_new0 (TestWordPress, 1);
  self->server = server;
  self->session = soup_session_new_with_options ("timeout", 60, NULL);
  return self;
}

TestWordPress *
test_wordpress_new (const char *version)
{
  return start (version, "sqlite");
}

TestWordPress *
test_wordpress_new_on_mariadb (const char *version)
{
  return start (version, "mariadb");
}

void
test_wordpress_free (TestWordPress *self)
{
  g_clear_object (&self->session);
  g_clear_pointer (&self->server, test_server_free);
  g_free (self);
}

void
test_wordpress_reset (TestWordPress *self)
{
  test_server_obey (self->server, "reset");
}

void
test_wordpress_switch (TestWordPress *self, const char *switches)
{
  g_autofree char *line = g_strconcat ("switch ", switches, NULL);
  test_server_obey (self->server, line);
}

/* --- what it is ---------------------------------------------------------------- */

static const char *
get_text (TestWordPress *self, const char *key)
{
  return json_object_get_string_member (test_server_get_state (self->server), key);
}

static JsonObject *
get_user (TestWordPress *self, const char *user)
{
  JsonObject *state = test_server_get_state (self->server);
  JsonObject *users = json_object_get_object_member (state, "users");

  g_assert_true (json_object_has_member (users, user));
  return json_object_get_object_member (users, user);
}

const char *
test_wordpress_get_url (TestWordPress *self)
{
  return get_text (self, "url");
}

const char *
test_wordpress_get_folder (TestWordPress *self)
{
  return get_text (self, "folder");
}

const char *
test_wordpress_get_password (TestWordPress *self, const char *user)
{
  return json_object_get_string_member (get_user (self, user), "application_password");
}

gint64
test_wordpress_get_user_id (TestWordPress *self, const char *user)
{
  return json_object_get_int_member (get_user (self, user), "id");
}

/* --- what it holds ------------------------------------------------------------- */

char *
test_wordpress_query_text (TestWordPress *self, const char *sql)
{
  const char   *path = get_text (self, "database");
  sqlite3      *database = NULL;
  sqlite3_stmt *statement = NULL;
  GString      *text = g_string_new (NULL);
  int           result;

  g_assert_nonnull (path);
  result = sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL);
  g_assert_cmpint (result, ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 10000);
  result = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);
  if (result != SQLITE_OK)
    g_error ("“%s”: %s", sql, sqlite3_errmsg (database));
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *value = (const char *) sqlite3_column_text (statement, i);
          g_string_append (text, i > 0 ? "\t" : "");
          g_string_append (text, value != NULL ? value : "");
        }
    }
  g_assert_cmpint (result, ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return g_string_free (text, FALSE);
}

gint64
test_wordpress_query_int (TestWordPress *self, const char *sql)
{
  g_autofree char *text = test_wordpress_query_text (self, sql);
  return g_ascii_strtoll (text, NULL, 10);
}

guint
test_wordpress_count_posts (TestWordPress *self)
{
  return (guint) test_wordpress_query_int (
      self,
      "SELECT count(*) FROM wp_posts WHERE post_type = 'post'"
      " AND post_status <> 'auto-draft'");
}

guint
test_wordpress_count_media (TestWordPress *self)
{
  return (guint) test_wordpress_query_int (
      self, "SELECT count(*) FROM wp_posts WHERE post_type = 'attachment'");
}

guint
test_wordpress_count_terms (TestWordPress *self, const char *taxonomy)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM wp_term_taxonomy WHERE taxonomy = '%s'", taxonomy);
  return (guint) test_wordpress_query_int (self, sql);
}

/* --- asking it ----------------------------------------------------------------- */

static void
sign (TestWordPress *self, SoupMessage *message, const char *user)
{
  g_autofree char *both =
      g_strconcat (user, ":", test_wordpress_get_password (self, user), NULL);
  g_autofree char *coded = g_base64_encode ((const guchar *) both, strlen (both));
  g_autofree char *value = g_strconcat ("Basic ", coded, NULL);

  soup_message_headers_replace (
      soup_message_get_request_headers (message), "Authorization", value);
}

/** (transfer full): the answer's body. */
static GBytes *
send_message (TestWordPress *self, SoupMessage *message)
{
  GError *error = NULL;
  GBytes *answer = soup_session_send_and_read (self->session, message, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

JsonNode *
test_wordpress_call (TestWordPress *self,
                     const char    *user,
                     const char    *method,
                     const char    *route,
                     const char    *body,
                     guint         *out_status)
{
  GError *error = NULL;
  g_auto (GStrv) parts = g_strsplit (route, "?", 2);
  g_autofree char *url = g_strconcat (test_wordpress_get_url (self),
                                      "/?rest_route=",
                                      parts[0],
                                      parts[1] != NULL ? "&" : NULL,
                                      parts[1],
                                      NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);

  if (user != NULL)
    sign (self, message, user);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  g_autoptr (GBytes) answer = send_message (self, message);
  if (out_status != NULL)
    *out_status = soup_message_get_status (message);

  g_autoptr (JsonParser) parser = json_parser_new ();
  json_parser_load_from_data (parser,
                              g_bytes_get_data (answer, NULL),
                              (gssize) g_bytes_get_size (answer),
                              &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

void
test_wordpress_run_cron (TestWordPress *self)
{
  g_autofree char *url =
      g_strconcat (test_wordpress_get_url (self), "/wp-cron.php", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GBytes) answer = send_message (self, message);
}

/* --- what reached it ----------------------------------------------------------- */

GPtrArray *
test_wordpress_dup_requests (TestWordPress *self)
{
  return test_server_dup_log (self->server);
}

guint
test_wordpress_count_requests (TestWordPress *self,
                               const char    *method,
                               const char    *pattern)
{
  g_autoptr (GPtrArray) requests = test_wordpress_dup_requests (self);
  guint count = 0;

  for (guint i = 0; i < requests->len; i++)
    {
      JsonObject      *request = requests->pdata[i];
      const char      *query = json_object_get_string_member (request, "query");
      g_autofree char *target =
          g_strconcat (json_object_get_string_member (request, "path"),
                       *query != '\0' ? "?" : "",
                       query,
                       NULL);
      if (method != NULL &&
          g_strcmp0 (method, json_object_get_string_member (request, "method")) != 0)
        continue;
      if (pattern == NULL || g_regex_match_simple (pattern, target, 0, 0))
        count++;
    }
  return count;
}

void
test_wordpress_forget_requests (TestWordPress *self)
{
  g_file_set_contents (get_text (self, "requests"), "", 0, NULL);
}
