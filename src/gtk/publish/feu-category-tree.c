/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One GtkTreeStore with a column that says whether a row passes the filter; a row
 * passes too when one below it does, so that the way to what was found is seen.
 */
#include "config.h"

#include "feu-category-tree.h"

#include "feu-text-fold.h"

#include <glib/gi18n.h>
#include <string.h>

struct _FeuCategoryTree
{
  GtkBox parent_instance;

  /* template */
  GtkSearchEntry *search_entry;
  GtkTreeView    *view;
  GtkButton      *create_button;
  GtkLabel       *note;

  /* owned */
  GtkTreeStore       *store;
  GtkTreeModelFilter *filter;
  GStrv               missing; /* what the article names and cannot be had */

  gboolean can_create;
  gboolean has_terms;
};

G_DEFINE_FINAL_TYPE (FeuCategoryTree, feu_category_tree, GTK_TYPE_BOX)

enum
{
  COLUMN_ID, /* 0 for one that is to be created */
  COLUMN_NAME,
  COLUMN_FOLDED,
  COLUMN_TICKED,
  COLUMN_PASSES,
  COLUMN_STYLE,
  N_COLUMNS,
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- walking the rows ---- */

#define for_each_row(self, func, data)                                                 \
  gtk_tree_model_foreach (GTK_TREE_MODEL ((self)->store), func, data)

typedef struct
{
  gint64      id;     /* or 0 */
  const char *folded; /* or NULL */
  GtkTreeIter row;
  guint       n_found;
} Search;

static gboolean
search_row (GtkTreeModel *model, GtkTreePath *path, GtkTreeIter *row, gpointer data)
{
  Search          *search = data;
  gint64           id = 0;
  g_autofree char *folded = NULL;

  gtk_tree_model_get (model, row, COLUMN_ID, &id, COLUMN_FOLDED, &folded, -1);
  if (search->folded != NULL ? !g_str_equal (folded, search->folded) : id != search->id)
    return FALSE;
  if (search->n_found++ == 0)
    search->row = *row;
  return FALSE;
}

/* @value: a name or "#12". */
static guint
find_value (FeuCategoryTree *self, const char *value, GtkTreeIter *out_row)
{
  g_autofree char *folded = feu_text_fold (value);
  Search           search = { .folded = folded };

  if (value[0] == '#' && g_ascii_isdigit (value[1]))
    search = (Search){ .id = g_ascii_strtoll (value + 1, NULL, 10) };
  for_each_row (self, search_row, &search);
  if (search.n_found > 0 && out_row != NULL)
    *out_row = search.row;
  return search.n_found;
}

/* ---- what is ticked ---- */

typedef struct
{
  FeuCategoryTree *self;
  GStrvBuilder    *builder;
  gboolean         names_only;
} Collection;

static gboolean
collect_row (GtkTreeModel *model, GtkTreePath *path, GtkTreeIter *row, gpointer data)
{
  Collection      *collection = data;
  gint64           id = 0;
  gboolean         is_ticked = FALSE;
  g_autofree char *name = NULL;

  gtk_tree_model_get (
      model, row, COLUMN_ID, &id, COLUMN_NAME, &name, COLUMN_TICKED, &is_ticked, -1);
  if (!is_ticked)
    return FALSE;
  if (collection->names_only || id == 0 ||
      find_value (collection->self, name, NULL) == 1)
    g_strv_builder_add (collection->builder, name);
  else
    {
      g_autofree char *key = g_strdup_printf ("#%" G_GINT64_FORMAT, id);
      g_strv_builder_add (collection->builder, key);
    }
  return FALSE;
}

static GStrv
collect (FeuCategoryTree *self, gboolean names_only)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Collection collection = { self, builder, names_only };

  for_each_row (self, collect_row, &collection);
  return g_strv_builder_end (builder);
}

/* ---- the note ---- */

static void
show_note (FeuCategoryTree *self)
{
  guint n_missing = self->missing != NULL ? g_strv_length (self->missing) : 0;

  if (n_missing > 0 && self->has_terms)
    {
      g_autofree char *names = g_strjoinv ("”, “", self->missing);
      g_autofree char *text = g_strdup_printf (
          g_dngettext (
              NULL,
              "The site has no category “%s”, and this account may not create any: "
              "choose another one, or ask the site’s editor.",
              "The site has no categories “%s”, and this account may not create any: "
              "choose others, or ask the site’s editor.",
              n_missing),
          names);
      gtk_label_set_text (self->note, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->note), n_missing > 0 && self->has_terms);
}

/* ---- filling ---- */

static void
add_row (FeuCategoryTree *self,
         GtkTreeIter     *parent,
         gint64           id,
         const char      *name,
         GtkTreeIter     *out_row)
{
  g_autofree char *folded = feu_text_fold (name);
  GtkTreeIter      row;

  gtk_tree_store_insert_with_values (self->store,
                                     &row,
                                     parent,
                                     id == 0 ? 0 : -1,
                                     COLUMN_ID,
                                     id,
                                     COLUMN_NAME,
                                     name,
                                     COLUMN_FOLDED,
                                     folded,
                                     COLUMN_TICKED,
                                     id == 0,
                                     COLUMN_PASSES,
                                     TRUE,
                                     COLUMN_STYLE,
                                     id == 0 ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL,
                                     -1);
  if (out_row != NULL)
    *out_row = row;
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const FeuTerm *const *first = a;
  const FeuTerm *const *second = b;

  return g_utf8_collate ((*first)->name, (*second)->name);
}

/* Adds the terms below @parent_id. @placed keeps a hostile site's circles from turning
 * for ever. */
static void
add_terms (FeuCategoryTree *self,
           const GPtrArray *terms,
           GtkTreeIter     *parent,
           gint64           parent_id,
           GHashTable      *placed)
{
  for (guint i = 0; i < terms->len; i++)
    {
      FeuTerm    *term = g_ptr_array_index (terms, i);
      GtkTreeIter row;
      if (term->parent != parent_id || !g_hash_table_add (placed, &term->id))
        continue;
      add_row (self, parent, term->id, term->name, &row);
      if (gtk_tree_store_iter_depth (self->store, &row) < 20)
        add_terms (self, terms, &row, term->id, placed);
    }
}

/* Those whose parent is not among the terms go to the top. */
static void
add_orphans (FeuCategoryTree *self, const GPtrArray *terms, GHashTable *placed)
{
  for (guint i = 0; i < terms->len; i++)
    {
      FeuTerm *term = g_ptr_array_index (terms, i);
      if (g_hash_table_add (placed, &term->id))
        add_row (self, NULL, term->id, term->name, NULL);
    }
}

void
feu_category_tree_set_terms (FeuCategoryTree *self,
                             const GPtrArray *terms,
                             gboolean         can_create)
{
  g_return_if_fail (FEU_IS_CATEGORY_TREE (self) && terms != NULL);
  g_auto (GStrv) values = feu_category_tree_dup_values (self);
  g_auto (GStrv) missing = g_steal_pointer (&self->missing);
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (terms->len);
  g_autoptr (GHashTable) placed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GStrvBuilder) wanted = g_strv_builder_new ();

  g_strv_builder_addv (wanted, (const char **) values);
  if (missing != NULL)
    g_strv_builder_addv (wanted, (const char **) missing);
  for (guint i = 0; i < terms->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (terms, i));
  g_ptr_array_sort (sorted, compare_terms);
  gtk_tree_store_clear (self->store);
  add_terms (self, sorted, NULL, 0, placed);
  add_orphans (self, sorted, placed);
  self->can_create = can_create;
  self->has_terms = TRUE;
  gtk_tree_view_expand_all (self->view);
  g_auto (GStrv) all = g_strv_builder_end (wanted);
  feu_category_tree_set_values (self, (const char *const *) all);
}

static gboolean
untick_row (GtkTreeModel *model, GtkTreePath *path, GtkTreeIter *row, gpointer data)
{
  gtk_tree_store_set (GTK_TREE_STORE (model), row, COLUMN_TICKED, FALSE, -1);
  return FALSE;
}

void
feu_category_tree_set_values (FeuCategoryTree *self, const char *const *values)
{
  g_return_if_fail (FEU_IS_CATEGORY_TREE (self) && values != NULL);
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  GtkTreeIter row;

  for_each_row (self, untick_row, NULL);
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (find_value (self, values[i], &row) > 0)
        gtk_tree_store_set (self->store, &row, COLUMN_TICKED, TRUE, -1);
      else if (self->can_create && values[i][0] != '#')
        add_row (self, NULL, 0, values[i], NULL);
      else
        g_strv_builder_add (missing, values[i]);
    }
  g_strfreev (self->missing);
  self->missing = g_strv_builder_end (missing);
  show_note (self);
}

GStrv
feu_category_tree_dup_values (FeuCategoryTree *self)
{
  g_return_val_if_fail (FEU_IS_CATEGORY_TREE (self), NULL);
  return collect (self, FALSE);
}

GStrv
feu_category_tree_dup_names (FeuCategoryTree *self)
{
  g_return_val_if_fail (FEU_IS_CATEGORY_TREE (self), NULL);
  return collect (self, TRUE);
}

/* ---- what the writer does ---- */

typedef struct
{
  const char *folded;
  gboolean    is_exact; /* out: one has this very name */
} Query;

static gboolean
filter_row (GtkTreeModel *model, GtkTreePath *path, GtkTreeIter *row, gpointer data)
{
  Query           *query = data;
  g_autofree char *folded = NULL;
  GtkTreeIter      at = *row;
  GtkTreeIter      parent;

  gtk_tree_model_get (model, row, COLUMN_FOLDED, &folded, -1);
  gboolean passes = feu_text_has_word_prefix (folded, query->folded);
  query->is_exact = query->is_exact || g_str_equal (folded, query->folded);
  gtk_tree_store_set (GTK_TREE_STORE (model), row, COLUMN_PASSES, passes, -1);
  while (passes && gtk_tree_model_iter_parent (model, &parent, &at))
    {
      gtk_tree_store_set (GTK_TREE_STORE (model), &parent, COLUMN_PASSES, TRUE, -1);
      at = parent;
    }
  return FALSE;
}

static char *
dup_typed (FeuCategoryTree *self)
{
  return g_strstrip (g_strdup (gtk_entry_get_text (GTK_ENTRY (self->search_entry))));
}

static void
on_search_changed_cb (FeuCategoryTree *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *folded = feu_text_fold (typed);
  Query            query = { folded, FALSE };

  for_each_row (self, filter_row, &query);
  gtk_tree_view_expand_all (self->view);
  gboolean can_create = self->can_create && *typed != '\0' && !query.is_exact;
  if (can_create)
    {
      g_autofree char *label = g_strdup_printf (_ ("Create “%s”"), typed);
      gtk_button_set_label (self->create_button, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->create_button), can_create);
}

static void
on_create_clicked_cb (FeuCategoryTree *self)
{
  g_autofree char *typed = dup_typed (self);

  if (*typed == '\0' || find_value (self, typed, NULL) > 0)
    return;
  add_row (self, NULL, 0, typed, NULL);
  gtk_entry_set_text (GTK_ENTRY (self->search_entry), "");
  on_search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
toggle (FeuCategoryTree *self, GtkTreePath *filter_path)
{
  g_autoptr (GtkTreePath) path =
      gtk_tree_model_filter_convert_path_to_child_path (self->filter, filter_path);
  GtkTreeIter row;
  gboolean    is_ticked = FALSE;

  if (path == NULL ||
      !gtk_tree_model_get_iter (GTK_TREE_MODEL (self->store), &row, path))
    return;
  gtk_tree_model_get (
      GTK_TREE_MODEL (self->store), &row, COLUMN_TICKED, &is_ticked, -1);
  gtk_tree_store_set (self->store, &row, COLUMN_TICKED, !is_ticked, -1);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* Enter in the filter ticks what is found when that is one, or creates it. */
static void
on_search_activate_cb (FeuCategoryTree *self)
{
  g_autofree char *typed = dup_typed (self);
  GtkTreeIter      row;

  if (*typed == '\0')
    return;
  if (find_value (self, typed, &row) == 1)
    {
      gtk_tree_store_set (self->store, &row, COLUMN_TICKED, TRUE, -1);
      gtk_entry_set_text (GTK_ENTRY (self->search_entry), "");
      g_signal_emit (self, signals[SIGNAL_EDITED], 0);
    }
  else if (self->can_create)
    on_create_clicked_cb (self);
}

static void
on_row_activated_cb (FeuCategoryTree *self, GtkTreePath *path)
{
  toggle (self, path);
}

/* ---- the class ---- */

static void
add_column (FeuCategoryTree *self)
{
  GtkTreeViewColumn *column = gtk_tree_view_column_new ();
  GtkCellRenderer   *tick = gtk_cell_renderer_toggle_new ();
  GtkCellRenderer   *name = gtk_cell_renderer_text_new ();

  /* A click anywhere in a row is one activation; the box would make it two. */
  g_object_set (tick, "activatable", FALSE, NULL);
  g_object_set (name, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_tree_view_column_pack_start (column, tick, FALSE);
  gtk_tree_view_column_pack_start (column, name, TRUE);
  gtk_tree_view_column_add_attribute (column, tick, "active", COLUMN_TICKED);
  gtk_tree_view_column_add_attribute (column, name, "text", COLUMN_NAME);
  gtk_tree_view_column_add_attribute (column, name, "style", COLUMN_STYLE);
  gtk_tree_view_append_column (self->view, column);
}

static void
feu_category_tree_dispose (GObject *object)
{
  FeuCategoryTree *self = FEU_CATEGORY_TREE (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->store);
  g_clear_pointer (&self->missing, g_strfreev);
  G_OBJECT_CLASS (feu_category_tree_parent_class)->dispose (object);
}

static void
feu_category_tree_class_init (FeuCategoryTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = feu_category_tree_dispose;
  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-category-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuCategoryTree, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FeuCategoryTree, view);
  gtk_widget_class_bind_template_child (widget_class, FeuCategoryTree, create_button);
  gtk_widget_class_bind_template_child (widget_class, FeuCategoryTree, note);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
feu_category_tree_init (FeuCategoryTree *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = gtk_tree_store_new (N_COLUMNS,
                                    G_TYPE_INT64,
                                    G_TYPE_STRING,
                                    G_TYPE_STRING,
                                    G_TYPE_BOOLEAN,
                                    G_TYPE_BOOLEAN,
                                    PANGO_TYPE_STYLE);
  self->filter = GTK_TREE_MODEL_FILTER (
      gtk_tree_model_filter_new (GTK_TREE_MODEL (self->store), NULL));
  gtk_tree_model_filter_set_visible_column (self->filter, COLUMN_PASSES);
  gtk_tree_view_set_model (self->view, GTK_TREE_MODEL (self->filter));
  add_column (self);
}

GtkWidget *
feu_category_tree_new (void)
{
  return g_object_new (FEU_TYPE_CATEGORY_TREE, NULL);
}
