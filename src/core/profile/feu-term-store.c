/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key file with one group for each kind and three lists in parallel: Terms, Counts,
 * Days (days since 1970-01-01). Terms may hold any character, so they are no keys.
 */
#include "config.h"

#include "feu-term-store.h"

#include <string.h>

#define MAX_TERMS 500
#define MAX_TERM_BYTES 200
#define SECONDS_PER_DAY (24 * 60 * 60)

typedef struct
{
  char *text;
  int   count;
  int   day;
} Term;

typedef struct
{
  FeuMetaField field;
  const char  *group;
} Kind;

static const Kind kinds[] = {
  { FEU_FIELD_TAGS, "Tags" },
  { FEU_FIELD_CATEGORIES, "Categories" },
};

#define N_KINDS G_N_ELEMENTS (kinds)

struct _FeuTermStore
{
  GObject parent_instance;

  /* owned */
  GFile     *file;
  GPtrArray *terms[N_KINDS]; /* (element-type Term), most used first */
};

G_DEFINE_FINAL_TYPE (FeuTermStore, feu_term_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
term_free (Term *term)
{
  g_free (term->text);
  g_free (term);
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const Term *left = *(const Term *const *) a;
  const Term *right = *(const Term *const *) b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  if (left->day != right->day)
    return left->day > right->day ? -1 : 1;
  return g_utf8_collate (left->text, right->text);
}

static void
add_term (GPtrArray *terms, const char *text, int count, int day)
{
  Term *term = g_new0 (Term, 1);
  term->text = g_strdup (text);
  term->count = count;
  term->day = day;
  g_ptr_array_add (terms, term);
}

static Term *
find_term (const GPtrArray *terms, const char *text)
{
  for (guint i = 0; i < terms->len; i++)
    {
      Term *term = g_ptr_array_index (terms, i);
      if (strcmp (term->text, text) == 0)
        return term;
    }
  return NULL;
}

static void
sort_and_trim (GPtrArray *terms)
{
  g_ptr_array_sort (terms, compare_terms);
  if (terms->len > MAX_TERMS)
    g_ptr_array_set_size (terms, MAX_TERMS);
}

static void
load_kind (GKeyFile *key_file, const char *group, GPtrArray *terms)
{
  gsize n_terms = 0;
  gsize n_counts = 0;
  gsize n_days = 0;
  g_auto (GStrv) texts =
      g_key_file_get_string_list (key_file, group, "Terms", &n_terms, NULL);
  g_autofree int *counts =
      g_key_file_get_integer_list (key_file, group, "Counts", &n_counts, NULL);
  g_autofree int *days =
      g_key_file_get_integer_list (key_file, group, "Days", &n_days, NULL);

  for (gsize i = 0; i < n_terms; i++)
    if (*texts[i] != '\0')
      add_term (terms,
                texts[i],
                i < n_counts ? MAX (counts[i], 1) : 1,
                i < n_days ? days[i] : 0);
  sort_and_trim (terms);
}

static void
load (FeuTermStore *self)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  const char *path = g_file_peek_path (self->file);

  /* What cannot be read is forgotten: only completions depend on it. */
  if (path == NULL ||
      !g_key_file_load_from_file (key_file, path, G_KEY_FILE_NONE, NULL))
    return;
  for (gsize i = 0; i < N_KINDS; i++)
    load_kind (key_file, kinds[i].group, self->terms[i]);
}

static void
save_kind (GKeyFile *key_file, const char *group, const GPtrArray *terms)
{
  g_autofree const char **texts = g_new0 (const char *, terms->len + 1);
  g_autofree int         *counts = g_new0 (int, terms->len + 1);
  g_autofree int         *days = g_new0 (int, terms->len + 1);

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = g_ptr_array_index (terms, i);
      texts[i] = term->text;
      counts[i] = term->count;
      days[i] = term->day;
    }
  g_key_file_set_string_list (key_file, group, "Terms", texts, terms->len);
  g_key_file_set_integer_list (key_file, group, "Counts", counts, terms->len);
  g_key_file_set_integer_list (key_file, group, "Days", days, terms->len);
}

static gboolean
save (FeuTermStore *self, GError **error)
{
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  gsize length = 0;

  for (gsize i = 0; i < N_KINDS; i++)
    save_kind (key_file, kinds[i].group, self->terms[i]);
  /* That it exists already is what is wanted; other failures show when writing. */
  g_file_make_directory_with_parents (folder, NULL, NULL);
  g_autofree char *data = g_key_file_to_data (key_file, &length, NULL);
  return g_file_replace_contents (self->file,
                                  data,
                                  length,
                                  NULL,
                                  /* make_backup= */ FALSE,
                                  G_FILE_CREATE_PRIVATE,
                                  NULL,
                                  NULL,
                                  error);
}

/* Returns: whether anything changed */
static gboolean
remember_kind (GPtrArray *terms, const char *const *values, int today)
{
  gboolean changed = FALSE;

  for (; *values != NULL; values++)
    {
      Term *term = find_term (terms, *values);
      if (strlen (*values) > MAX_TERM_BYTES || (term != NULL && term->day == today))
        continue;
      changed = TRUE;
      if (term == NULL)
        add_term (terms, *values, 1, today);
      else
        {
          term->day = today;
          term->count += term->count < G_MAXINT ? 1 : 0;
        }
    }
  if (changed)
    sort_and_trim (terms);
  return changed;
}

gboolean
feu_term_store_remember (FeuTermStore      *self,
                         const FeuMetadata *metadata,
                         GError           **error)
{
  g_return_val_if_fail (FEU_IS_TERM_STORE (self) && metadata != NULL, FALSE);
  int      today = (int) (g_get_real_time () / G_USEC_PER_SEC / SECONDS_PER_DAY);
  gboolean changed = FALSE;

  for (gsize i = 0; i < N_KINDS; i++)
    if (remember_kind (
            self->terms[i], feu_metadata_get_list (metadata, kinds[i].field), today))
      changed = TRUE;
  if (!changed)
    return TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return save (self, error);
}

GStrv
feu_term_store_list (FeuTermStore *self, FeuMetaField field)
{
  g_return_val_if_fail (FEU_IS_TERM_STORE (self), NULL);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (gsize i = 0; i < N_KINDS; i++)
    for (guint j = 0; kinds[i].field == field && j < self->terms[i]->len; j++)
      {
        const Term *term = g_ptr_array_index (self->terms[i], j);
        g_strv_builder_add (list, term->text);
      }
  return g_strv_builder_end (list);
}

static void
feu_term_store_finalize (GObject *object)
{
  FeuTermStore *self = FEU_TERM_STORE (object);
  g_clear_object (&self->file);
  for (gsize i = 0; i < N_KINDS; i++)
    g_ptr_array_unref (self->terms[i]);
  G_OBJECT_CLASS (feu_term_store_parent_class)->finalize (object);
}

static void
feu_term_store_class_init (FeuTermStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = feu_term_store_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          FEU_TYPE_TERM_STORE,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
}

static void
feu_term_store_init (FeuTermStore *self)
{
  for (gsize i = 0; i < N_KINDS; i++)
    self->terms[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);
}

FeuTermStore *
feu_term_store_new (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  FeuTermStore *self = g_object_new (FEU_TYPE_TERM_STORE, NULL);
  self->file = g_object_ref (file);
  load (self);
  return self;
}
