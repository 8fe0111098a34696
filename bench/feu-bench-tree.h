/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a process and all its descendants use, read from /proc.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BenchTree:
 * @n_processes: including the process itself
 * @pss_kib: proportional set size, shared pages divided among those who share them
 * @cpu_ms: processor time used since each began
 */
typedef struct
{
  guint   n_processes;
  guint64 pss_kib;
  guint64 cpu_ms;
} BenchTree;

/** Sums over this process and its descendants. */
BenchTree bench_tree_measure (void);

/** This process's own peak resident size. */
guint64 bench_tree_get_peak_kib (void);

G_END_DECLS
