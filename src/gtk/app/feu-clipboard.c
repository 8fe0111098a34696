/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain HTML is offered as text only, so that a site's field gets the markup; formatted
 * text is offered as text/html, with the article's Markdown for what takes only text.
 */
#include "config.h"

#include "feu-clipboard.h"

#include "feu-export.h"

typedef struct
{
  char *html;
  char *text;
} Contents;

enum
{
  INFO_HTML,
  INFO_TEXT,
};

static void
get_contents_cb (GtkClipboard     *clipboard,
                 GtkSelectionData *selection,
                 guint             info,
                 gpointer          user_data)
{
  Contents *contents = user_data;

  if (info == INFO_HTML)
    gtk_selection_data_set (selection,
                            gtk_selection_data_get_target (selection),
                            8,
                            (const guchar *) contents->html,
                            (int) strlen (contents->html));
  else
    gtk_selection_data_set_text (selection, contents->text, -1);
}

static void
clear_contents_cb (GtkClipboard *clipboard, gpointer user_data)
{
  Contents *contents = user_data;

  g_free (contents->html);
  g_free (contents->text);
  g_free (contents);
}

static void
copy_rich_text (GtkClipboard     *clipboard,
                const FeuArticle *article,
                const char       *fragment)
{
  Contents      *contents = g_new0 (Contents, 1);
  GtkTargetList *list = gtk_target_list_new (NULL, 0);
  int            n_targets = 0;

  /* Without the charset some programs read the bytes as Latin-1. */
  contents->html = g_strconcat ("<meta charset=\"utf-8\">\n", fragment, NULL);
  contents->text = g_strdup (feu_article_get_text (article, NULL));
  gtk_target_list_add (list, gdk_atom_intern_static_string ("text/html"), 0, INFO_HTML);
  gtk_target_list_add_text_targets (list, INFO_TEXT);
  GtkTargetEntry *targets = gtk_target_table_new_from_list (list, &n_targets);
  if (gtk_clipboard_set_with_data (clipboard,
                                   targets,
                                   (guint) n_targets,
                                   get_contents_cb,
                                   clear_contents_cb,
                                   contents))
    gtk_clipboard_set_can_store (clipboard, NULL, 0);
  else
    clear_contents_cb (clipboard, contents);
  gtk_target_table_free (targets, n_targets);
  gtk_target_list_unref (list);
}

void
feu_clipboard_copy_article (GtkWidget         *widget,
                            const FeuArticle  *article,
                            FeuClipboardFormat format)
{
  GtkClipboard *clipboard = gtk_widget_get_clipboard (widget, GDK_SELECTION_CLIPBOARD);
  g_autofree char *fragment = feu_export_dup_fragment (article);

  switch (format)
    {
    case FEU_CLIPBOARD_HTML:
      gtk_clipboard_set_text (clipboard, fragment, -1);
      gtk_clipboard_set_can_store (clipboard, NULL, 0);
      return;
    case FEU_CLIPBOARD_RICH_TEXT:
      copy_rich_text (clipboard, article, fragment);
      return;
    }
}
