/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding widgets on the screen by what a writer, or a template, calls them.
 */
#pragma once

#include <gtk/gtk.h>

typedef gboolean (*TestWidgetMatch) (GtkWidget *widget, gconstpointer data);

typedef struct
{
  TestWidgetMatch match;
  gconstpointer   data;
  GtkWidget      *found;
} TestWidgetSearch;

static inline void
test_widgets_search_cb (GtkWidget *widget, gpointer user_data)
{
  TestWidgetSearch *search = user_data;

  if (search->found != NULL)
    return;
  if (search->match (widget, search->data))
    search->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), test_widgets_search_cb, search);
}

/** (nullable): the first widget in @root, template children included, that matches. */
static inline GtkWidget *
test_widgets_search (GtkWidget *root, TestWidgetMatch match, gconstpointer data)
{
  TestWidgetSearch search = { match, data, NULL };

  test_widgets_search_cb (root, &search);
  return search.found;
}

static inline gboolean
test_widgets_has_id (GtkWidget *widget, gconstpointer id)
{
  return g_strcmp0 (gtk_buildable_get_name (GTK_BUILDABLE (widget)), id) == 0;
}

/** The widget in @root that its template calls @id; there must be one. */
static inline GtkWidget *
test_widgets_get (GtkWidget *root, const char *id)
{
  GtkWidget *found = test_widgets_search (root, test_widgets_has_id, id);

  g_assert_nonnull (found);
  return found;
}

static inline gboolean
test_widgets_has_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

/** (nullable): the visible top level window of @type other than @other. */
static inline GtkWidget *
test_widgets_find_window (GType type, GtkWidget *other)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (g_type_is_a (G_OBJECT_TYPE (at->data), type) && at->data != other &&
        gtk_widget_get_mapped (at->data))
      return at->data;
  return NULL;
}
