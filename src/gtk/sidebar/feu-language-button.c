/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list is built when it is opened for the first time: most articles never need it.
 */
#include "config.h"

#include "feu-language-button.h"

#include "feu-languages.h"
#include "feu-text-fold.h"

#include <glib/gi18n.h>
#include <string.h>

#define TAG_KEY "feu-tag"

struct _FeuLanguageButton
{
  GtkMenuButton parent_instance;

  /* template */
  GtkLabel       *label;
  GtkPopover     *popover;
  GtkSearchEntry *search;
  GtkListBox     *list;

  GtkWidget *typed_row;   /* borrowed from the list: offers the tag being typed */
  GtkLabel  *typed_label; /* borrowed from that row */
  char      *tag;         /* owned, "" when there is none */
};

G_DEFINE_FINAL_TYPE (FeuLanguageButton, feu_language_button, GTK_TYPE_MENU_BUTTON)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_row_tag (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), TAG_KEY);
}

static GtkWidget *
add_row (FeuLanguageButton *self, const char *tag, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *tag_label = gtk_label_new (tag);

  gtk_container_set_border_width (GTK_CONTAINER (box), 6);
  gtk_label_set_xalign (GTK_LABEL (name_label), 0.0f);
  gtk_style_context_add_class (gtk_widget_get_style_context (tag_label),
                               GTK_STYLE_CLASS_DIM_LABEL);
  gtk_box_pack_start (GTK_BOX (box), name_label, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), tag_label, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (row), box);
  g_object_set_data_full (G_OBJECT (row), TAG_KEY, g_strdup (tag), g_free);
  gtk_widget_show_all (row);
  gtk_container_add (GTK_CONTAINER (self->list), row);
  return name_label;
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  FeuLanguageButton *self = user_data;
  const char        *query = gtk_entry_get_text (GTK_ENTRY (self->search));
  const char        *tag = get_row_tag (row);

  if (GTK_WIDGET (row) == self->typed_row)
    return *tag != '\0';
  if (*query == '\0')
    return TRUE;
  g_autofree char *name = feu_languages_dup_name (tag);
  g_autofree char *folded = feu_text_fold (query);
  return *tag != '\0' && (feu_text_has_word_prefix (name, folded) ||
                          g_ascii_strncasecmp (tag, query, strlen (query)) == 0);
}

static void
fill_list (FeuLanguageButton *self)
{
  gsize              n_languages = 0;
  const FeuLanguage *languages = feu_languages_get_all (&n_languages);

  if (self->typed_row != NULL)
    return;
  add_row (self, "", _ ("Not set"));
  for (gsize i = 0; i < n_languages; i++)
    add_row (self, languages[i].tag, languages[i].name);
  self->typed_label = GTK_LABEL (add_row (self, "", ""));
  self->typed_row =
      gtk_widget_get_ancestor (GTK_WIDGET (self->typed_label), GTK_TYPE_LIST_BOX_ROW);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
}

/* The typed text itself is offered when it is a tag that no row has. */
static void
on_search_changed_cb (FeuLanguageButton *self)
{
  const char        *query = gtk_entry_get_text (GTK_ENTRY (self->search));
  gsize              n_languages = 0;
  const FeuLanguage *languages = feu_languages_get_all (&n_languages);
  gboolean           is_new = feu_languages_is_tag (query);

  for (gsize i = 0; is_new && i < n_languages; i++)
    is_new = g_ascii_strcasecmp (languages[i].tag, query) != 0;
  g_autofree char *label =
      is_new ? g_strdup_printf (_ ("Use “%s”"), query) : g_strdup ("");
  gtk_label_set_text (self->typed_label, label);
  g_object_set_data_full (
      G_OBJECT (self->typed_row), TAG_KEY, g_strdup (is_new ? query : ""), g_free);
  gtk_list_box_invalidate_filter (self->list);
}

static void
choose (FeuLanguageButton *self, GtkListBoxRow *row)
{
  g_autofree char *tag = g_strdup (get_row_tag (row));

  gtk_popover_popdown (self->popover);
  if (g_str_equal (tag, self->tag))
    return;
  feu_language_button_set_tag (self, tag);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, tag);
}

static void
on_row_activated_cb (FeuLanguageButton *self, GtkListBoxRow *row)
{
  choose (self, row);
}

/* Enter in the search field takes the first row that is shown. */
static void
on_search_activate_cb (FeuLanguageButton *self)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL)
        return;
      if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
        continue;
      choose (self, row);
      return;
    }
}

static void
on_popover_show_cb (FeuLanguageButton *self)
{
  fill_list (self);
  gtk_entry_set_text (GTK_ENTRY (self->search), "");
  on_search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
feu_language_button_finalize (GObject *object)
{
  FeuLanguageButton *self = FEU_LANGUAGE_BUTTON (object);
  g_free (self->tag);
  G_OBJECT_CLASS (feu_language_button_parent_class)->finalize (object);
}

static void
feu_language_button_class_init (FeuLanguageButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_language_button_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         FEU_TYPE_LANGUAGE_BUTTON,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-language-button.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuLanguageButton, label);
  gtk_widget_class_bind_template_child (widget_class, FeuLanguageButton, popover);
  gtk_widget_class_bind_template_child (widget_class, FeuLanguageButton, search);
  gtk_widget_class_bind_template_child (widget_class, FeuLanguageButton, list);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
}

static void
feu_language_button_init (FeuLanguageButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  feu_language_button_set_tag (self, NULL);
}

GtkWidget *
feu_language_button_new (void)
{
  return g_object_new (FEU_TYPE_LANGUAGE_BUTTON, NULL);
}

void
feu_language_button_set_tag (FeuLanguageButton *self, const char *tag)
{
  g_return_if_fail (FEU_IS_LANGUAGE_BUTTON (self));
  char *wanted = g_strdup (tag != NULL ? tag : "");

  g_free (self->tag);
  self->tag = wanted;
  g_autofree char *name =
      *wanted != '\0' ? feu_languages_dup_name (wanted) : g_strdup (_ ("Not set"));
  gtk_label_set_text (self->label, name);
  g_autofree char *accessible = g_strdup_printf (_ ("Language: %s"), name);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), accessible);
}
