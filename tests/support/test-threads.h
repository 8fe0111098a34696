/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * LeakSanitizer of gcc 12 crashes on a thread in which the TLS library has variables of
 * its own; so the threads that worked for the streams have to be gone before it looks.
 */
#pragma once

#include <gio/gio.h>

static inline gboolean
test_threads_has_pool_thread (void)
{
  g_autoptr (GDir) threads = g_dir_open ("/proc/self/task", 0, NULL);
  gboolean    found = FALSE;
  const char *id;

  while (threads != NULL && !found && (id = g_dir_read_name (threads)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/task", id, "comm", NULL);
      g_autofree char *name = NULL;
      found = g_file_get_contents (path, &name, NULL, NULL) &&
              g_str_has_prefix (name, "pool-") &&
              !g_str_has_prefix (name, "pool-spawner");
    }
  return found;
}

/** Runs all tests and ends the threads of the pool. Returns: the exit status */
static inline int
test_threads_run (void)
{
  int status = g_test_run ();

  g_thread_pool_stop_unused_threads ();
  while (test_threads_has_pool_thread ())
    g_thread_yield ();
  return status;
}
