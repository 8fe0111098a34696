/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application: makes the services, opens windows for files, and ends.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FEU_TYPE_APPLICATION (feu_application_get_type ())
G_DECLARE_FINAL_TYPE (FeuApplication, feu_application, FEU, APPLICATION, GtkApplication)

GtkApplication *feu_application_new (void);

G_END_DECLS
