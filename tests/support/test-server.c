/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-server.h"

#include <gio/gio.h>

#include <string.h>

struct _TestServer
{
  /* owned */
  GSubprocess      *process;
  GDataInputStream *answers;
  JsonNode         *state;
};

/** (nullable): NULL at the end of the server's output. */
static char *
read_line (TestServer *self)
{
  GError *error = NULL;
  char   *line = g_data_input_stream_read_line (self->answers, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

TestServer *
test_server_new (const char *const *arguments)
{
  GError          *error = NULL;
  g_autofree char *program =
      g_test_build_filename (G_TEST_DIST, "cms", arguments[0], NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  g_ptr_array_add (argv, program);
  for (guint i = 1; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  g_ptr_array_add (argv, NULL);

  TestServer *self = g_new0 (TestServer, 1);
  self->process =
      g_subprocess_newv ((const char *const *) argv->pdata,
                         G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                         &error);
  g_assert_no_error (error);
  self->answers =
      g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));

  g_autofree char *line = read_line (self);
  if (line == NULL)
    {
      g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
      g_assert_true (g_subprocess_get_if_exited (self->process));
      g_assert_cmpint (
          g_subprocess_get_exit_status (self->process), ==, TEST_SERVER_SKIPPED);
      g_test_skip (
          "This server cannot be had on this machine; standard error says why.");
      test_server_free (self);
      return NULL;
    }
  self->state = json_from_string (line, &error);
  g_assert_no_error (error);
  return self;
}

void
test_server_free (TestServer *self)
{
  GError *error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, NULL);
  g_subprocess_wait (self->process, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->answers);
  g_clear_object (&self->process);
  g_clear_pointer (&self->state, json_node_unref);
  g_free (self);
}

JsonObject *
test_server_get_state (TestServer *self)
{
  return json_node_get_object (self->state);
}

void
test_server_obey (TestServer *self, const char *line)
{
  GError          *error = NULL;
  g_autofree char *text = g_strconcat (line, "\n", NULL);

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->process),
                             text,
                             strlen (text),
                             NULL,
                             NULL,
                             &error);
  g_assert_no_error (error);
  g_autofree char *answer = read_line (self);
  g_assert_cmpstr (answer, ==, "done");
}

GPtrArray *
test_server_dup_log (TestServer *self)
{
  const char *path =
      json_object_get_string_member (test_server_get_state (self), "requests");
  GPtrArray *requests =
      g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  GError          *error = NULL;
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  /* What has no end yet is still being written. */
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], &error);
      g_assert_no_error (error);
      g_ptr_array_add (requests, json_node_dup_object (node));
    }
  return requests;
}
