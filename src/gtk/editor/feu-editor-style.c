/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A CSS provider for the font, a GtkSourceStyleScheme for the colours.
 */
#include "config.h"

#include "feu-editor-style.h"

#include <handy.h>

/* Faces of one or two widths made for long reading, then what a desktop is sure to
 * have. */
#define DEFAULT_FONT_CSS                                                               \
  "font-family: 'iA Writer Duo S', 'iA Writer Duospace', 'JetBrains Mono', "           \
  "'IBM Plex Mono', monospace; font-size: 12pt;"

static void
update_scheme (HdyStyleManager *manager, GParamSpec *pspec, GtkSourceView *view)
{
  GtkSourceBuffer *buffer =
      GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();
  const char                  *name =
      hdy_style_manager_get_dark (manager) ? "feuillet-dark" : "feuillet-light";
  GtkSourceStyleScheme *scheme =
      gtk_source_style_scheme_manager_get_scheme (schemes, name);

  if (scheme != NULL)
    gtk_source_buffer_set_style_scheme (buffer, scheme);
}

static char *
dup_font_css (const char *font)
{
  PangoFontDescription *description = pango_font_description_from_string (font);
  const char           *family = pango_font_description_get_family (description);
  int                   size = pango_font_description_get_size (description);
  GString              *css = g_string_new (NULL);

  if (family != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (family, "'", -1);
      g_autofree char *plain = g_strjoinv ("", parts);
      g_string_append_printf (css, "font-family: '%s';", plain);
    }
  if (size > 0)
    g_string_append_printf (css, "font-size: %dpt;", size / PANGO_SCALE);
  pango_font_description_free (description);
  return g_string_free (css, FALSE);
}

static void
update_font (GSettings *settings, const char *key, GtkCssProvider *provider)
{
  g_autofree char *font = g_settings_get_string (settings, key);
  g_autofree char *declarations =
      *font != '\0' ? dup_font_css (font) : g_strdup (DEFAULT_FONT_CSS);
  /* Ligatures made for programs would draw "##" and "--" as one sign. */
  g_autofree char *css = g_strdup_printf (
      "textview { %s font-feature-settings: \"calt=0, liga=0\"; }", declarations);

  /* Only a font's name can be wrong in it; then the text keeps the desktop's font. */
  gtk_css_provider_load_from_data (provider, css, -1, NULL);
}

void
feu_editor_style_attach (GtkSourceView *view, GSettings *settings)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  HdyStyleManager *manager = hdy_style_manager_get_default ();

  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (view)),
                                  GTK_STYLE_PROVIDER (provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (
      settings, "changed::editor-font", G_CALLBACK (update_font), provider, 0);
  update_font (settings, "editor-font", provider);
  g_signal_connect_object (
      manager, "notify::dark", G_CALLBACK (update_scheme), view, 0);
  update_scheme (manager, NULL, view);
}

int
feu_editor_style_get_measure (GtkWidget *view)
{
  PangoContext     *context = gtk_widget_get_pango_context (view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (width * FEU_EDITOR_MEASURE_CHARACTERS);
}
