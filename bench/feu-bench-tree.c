/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parents from /proc/PID/stat, memory from /proc/PID/smaps_rollup.
 */
#include "config.h"

#include "feu-bench-tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  int     pid;
  int     parent;
  guint64 cpu_ms;
} Process;

static gboolean
read_process (int pid, Process *process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *contents = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    return FALSE;
  /* The name, in parentheses, may hold anything. */
  const char *rest = strrchr (contents, ')');
  if (rest == NULL)
    return FALSE;
  g_auto (GStrv) fields = g_strsplit (rest + 2, " ", -1);
  if (g_strv_length (fields) < 13)
    return FALSE;
  process->pid = pid;
  process->parent = atoi (fields[1]);
  process->cpu_ms = (g_ascii_strtoull (fields[11], NULL, 10) +
                     g_ascii_strtoull (fields[12], NULL, 10)) *
                    1000 / (guint64) sysconf (_SC_CLK_TCK);
  return TRUE;
}

static GArray *
list_processes (void)
{
  GArray *processes = g_array_new (FALSE, FALSE, sizeof (Process));
  g_autoptr (GDir) proc = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while (proc != NULL && (name = g_dir_read_name (proc)) != NULL)
    {
      Process process;
      if (g_ascii_isdigit (*name) && read_process (atoi (name), &process))
        g_array_append_val (processes, process);
    }
  return processes;
}

static guint64
read_kib (int pid, const char *file, const char *key)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, file);
  g_autofree char *contents = NULL;

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    return 0;
  const char *found = strstr (contents, key);
  return found != NULL ? g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

/* (transfer full) (element-type Process): this process and its descendants. */
static GArray *
list_tree (void)
{
  g_autoptr (GArray) processes = list_processes ();
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);
  GArray  *tree = g_array_new (FALSE, FALSE, sizeof (Process));
  gboolean grown = TRUE;

  g_hash_table_add (members, GINT_TO_POINTER (getpid ()));
  while (grown)
    {
      grown = FALSE;
      for (guint i = 0; i < processes->len; i++)
        {
          const Process *process = &g_array_index (processes, Process, i);
          if (g_hash_table_contains (members, GINT_TO_POINTER (process->parent)))
            grown |= g_hash_table_add (members, GINT_TO_POINTER (process->pid));
        }
    }
  for (guint i = 0; i < processes->len; i++)
    {
      const Process *process = &g_array_index (processes, Process, i);
      if (g_hash_table_contains (members, GINT_TO_POINTER (process->pid)))
        g_array_append_val (tree, *process);
    }
  return tree;
}

guint
bench_tree_count (void)
{
  g_autoptr (GArray) tree = list_tree ();

  return tree->len;
}

guint64
bench_tree_get_pss_kib (void)
{
  g_autoptr (GArray) tree = list_tree ();
  guint64 pss_kib = 0;

  for (guint i = 0; i < tree->len; i++)
    pss_kib +=
        read_kib (g_array_index (tree, Process, i).pid, "smaps_rollup", "\nPss:");
  return pss_kib;
}

guint64
bench_tree_get_cpu_ms (void)
{
  g_autoptr (GArray) tree = list_tree ();
  guint64 cpu_ms = 0;

  for (guint i = 0; i < tree->len; i++)
    cpu_ms += g_array_index (tree, Process, i).cpu_ms;
  return cpu_ms;
}

guint64
bench_tree_get_peak_kib (void)
{
  return read_kib (getpid (), "status", "VmHWM:");
}
