/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kernel's render nodes tell.
 */
#include "config.h"

#include "feu-graphics.h"

gboolean
feu_graphics_has_device (void)
{
  g_autoptr (GDir) devices = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (devices != NULL && (name = g_dir_read_name (devices)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;
  return FALSE;
}

void
feu_graphics_prepare (void)
{
  if (feu_graphics_has_device ())
    return;
  g_setenv ("GDK_GL", "disable", FALSE);
  /* Else WebKit asks GTK for OpenGL, and complains on standard error. */
  g_setenv ("WEBKIT_DISABLE_COMPOSITING_MODE", "1", FALSE);
}
