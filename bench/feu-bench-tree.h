/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a process and all its descendants use, read from /proc.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Number of processes: this one and its descendants. */
guint bench_tree_count (void);

/** Proportional set size: shared pages are divided among those who share them. */
guint64 bench_tree_get_pss_kib (void);

/** Processor time used since each began. Cheap, so that measuring is not measured. */
guint64 bench_tree_get_cpu_ms (void);

/** This process's own peak resident size. */
guint64 bench_tree_get_peak_kib (void);

G_END_DECLS
