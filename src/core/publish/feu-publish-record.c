/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of several keys cannot always be made on one parse, as a key that is created
 * moves the others; so each is applied to the text before, and in the end the caller
 * gets one replacement for all.
 */
#include "config.h"

#include "feu-publish-record.h"

#include "feu-front-matter-edit.h"
#include "feu-meta-node.h"
#include "feu-text-edit.h"

#include <string.h>

/* ---- reading ---- */

/* What counts of an address: "Example.org/blog/" and "https://www.example.org/blog". */
static char *
fold_address (const char *address)
{
  const char      *start = strstr (address, "://");
  g_autofree char *folded =
      g_ascii_strdown (start != NULL ? start + strlen ("://") : address, -1);
  char *bare = folded + (g_str_has_prefix (folded, "www.") ? strlen ("www.") : 0);
  gsize length = strlen (bare);

  while (length > 0 && bare[length - 1] == '/')
    bare[--length] = '\0';
  return g_strdup (bare);
}

static gboolean
is_address_of (const char *text, const char *const *addresses)
{
  g_autofree char *folded = fold_address (text);

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      g_autofree char *other = fold_address (addresses[i]);
      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

static const char *
get_text (const FeuMetaNode *node, const char *key)
{
  const FeuMetaNode *child = feu_meta_node_get (node, key);

  return child != NULL ? child->text : NULL;
}

/* The item of `remote` that is of the site. */
static const FeuMetaNode *
find_item (const FeuMetaNode *root, const char *const *addresses)
{
  const FeuMetaNode *list = root != NULL ? feu_meta_node_get (root, "remote") : NULL;

  if (list == NULL || list->type != FEU_META_SEQUENCE)
    return NULL;
  for (guint i = 0; list->children != NULL && i < list->children->len; i++)
    {
      const FeuMetaNode *item = g_ptr_array_index (list->children, i);
      const char        *site =
          item->type == FEU_META_MAPPING ? get_text (item, "site") : NULL;
      if (site != NULL && is_address_of (site, addresses))
        return item;
    }
  return NULL;
}

gint64
feu_publish_record_find (const FeuMetadata *metadata,
                         const char *const *addresses,
                         char             **out_url)
{
  g_return_val_if_fail (metadata != NULL && addresses != NULL, 0);
  FeuFrontMatter    *front = feu_metadata_get_front_matter (metadata);
  const FeuMetaNode *item = find_item (feu_front_matter_get_root (front), addresses);
  const char        *id = item != NULL ? get_text (item, "id") : NULL;
  gint64             value = 0;

  if (id == NULL || !g_ascii_string_to_signed (id, 10, 1, G_MAXINT64, &value, NULL))
    return 0;
  if (out_url != NULL)
    *out_url = g_strdup (get_text (item, "url"));
  return value;
}

/* ---- writing ---- */

/* A text on its way from one edit to the next. */
typedef struct
{
  char        *text; /* owned */
  FeuMetadata *metadata;
  gboolean     failed;
  GError     **error;
} Chain;

static void
read_again (Chain *chain)
{
  g_autoptr (FeuFrontMatter) front =
      feu_front_matter_parse (chain->text, strlen (chain->text));

  g_clear_pointer (&chain->metadata, feu_metadata_unref);
  chain->metadata = feu_metadata_new (front);
}

static void
begin (Chain *chain, const FeuArticle *article, GError **error)
{
  *chain = (Chain){ .text = g_strdup (feu_article_get_text (article, NULL)),
                    .error = error };
  read_again (chain);
}

static char *
end (Chain *chain)
{
  g_clear_pointer (&chain->metadata, feu_metadata_unref);
  if (chain->failed)
    g_clear_pointer (&chain->text, g_free);
  return chain->text;
}

/* Applies @edits, unless the edit failed. */
static void
take (Chain *chain, gboolean ok, GPtrArray *edits)
{
  chain->failed = chain->failed || !ok;
  if (chain->failed || edits->len == 0)
    return;
  char *text =
      feu_text_edit_list_apply (edits, chain->text, strlen (chain->text), NULL);
  g_free (chain->text);
  chain->text = text;
  read_again (chain);
}

static void
set_string (Chain *chain, FeuMetaField field, const char *value)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  const char *old = feu_metadata_get_string (chain->metadata, field);

  if (chain->failed || value == NULL || g_strcmp0 (old != NULL ? old : "", value) == 0)
    return;
  take (chain,
        feu_metadata_edit_string (chain->metadata,
                                  chain->text,
                                  strlen (chain->text),
                                  field,
                                  value,
                                  edits,
                                  chain->error),
        edits);
}

static void
set_list (Chain *chain, FeuMetaField field, const char *const *values)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  if (chain->failed || values == NULL ||
      g_strv_equal (feu_metadata_get_list (chain->metadata, field), values))
    return;
  take (chain,
        feu_metadata_edit_list (chain->metadata,
                                chain->text,
                                strlen (chain->text),
                                field,
                                values,
                                edits,
                                chain->error),
        edits);
}

static void
set_comments (Chain *chain, FeuComments comments)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  if (chain->failed || feu_metadata_get_comments (chain->metadata) == comments)
    return;
  take (chain,
        feu_metadata_edit_comments (chain->metadata,
                                    chain->text,
                                    strlen (chain->text),
                                    comments,
                                    edits,
                                    chain->error),
        edits);
}

static char *
format_date (GDateTime *date, GTimeZone *zone)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (date, zone);

  return g_date_time_format (local, "%Y-%m-%dT%H:%M:%S%:z");
}

/* The front matter's date is left alone when it is that very moment. */
static void
set_date (Chain *chain, GDateTime *date, GTimeZone *zone)
{
  const char *old = feu_metadata_get_string (chain->metadata, FEU_FIELD_DATE);
  g_autoptr (GDateTime) old_date =
      old != NULL ? g_date_time_new_from_iso8601 (old, zone) : NULL;
  g_autofree char *text = format_date (date, zone);

  if (old_date == NULL || g_date_time_compare (old_date, date) != 0)
    set_string (chain, FEU_FIELD_DATE, text);
}

char *
feu_publish_record_wish (const FeuArticle     *article,
                         const FeuPublishWish *wish,
                         const char *const    *category_names,
                         const char           *site_id,
                         GTimeZone            *time_zone,
                         GError              **error)
{
  g_return_val_if_fail (article != NULL && wish != NULL && time_zone != NULL, NULL);
  Chain chain;

  begin (&chain, article, error);
  set_string (&chain, FEU_FIELD_SLUG, wish->slug);
  set_string (&chain, FEU_FIELD_DESCRIPTION, wish->excerpt);
  if (wish->categories != NULL)
    set_list (&chain,
              FEU_FIELD_CATEGORIES,
              category_names != NULL ? category_names
                                     : (const char *const *) wish->categories);
  set_list (&chain, FEU_FIELD_TAGS, (const char *const *) wish->tags);
  set_string (&chain, FEU_FIELD_IMAGE, wish->featured);
  set_comments (&chain, wish->comments);
  if (wish->date != NULL)
    set_date (&chain, wish->date, time_zone);
  set_string (&chain, FEU_FIELD_SITE, site_id);
  return end (&chain);
}

/* Sets one key of the site's item in `remote`; the item is made when there is none. */
static void
set_remote (Chain             *chain,
            const char        *address,
            const char *const *addresses,
            const char        *key,
            const char        *value)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();

  if (chain->failed)
    return;
  FeuFrontMatter    *front = feu_metadata_get_front_matter (chain->metadata);
  const FeuMetaNode *item = find_item (feu_front_matter_get_root (front), addresses);
  const char        *named = item != NULL ? get_text (item, "site") : address;
  g_autofree char   *step = g_strdup_printf ("[site=%s]", named);
  const char *const  path[] = { "remote", step, key, NULL };
  take (chain,
        feu_front_matter_edit_bare (
            front, chain->text, strlen (chain->text), path, value, edits, chain->error),
        edits);
}

char *
feu_publish_record_post (const FeuArticle  *article,
                         const char        *address,
                         const char *const *addresses,
                         const FeuPost     *post,
                         GTimeZone         *time_zone,
                         GError           **error)
{
  g_return_val_if_fail (article != NULL && address != NULL && post != NULL, NULL);
  Chain            chain;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, post->id);
  gboolean         has_date = post->date != NULL && post->status != FEU_POST_DRAFT &&
                      post->status != FEU_POST_PENDING;

  begin (&chain, article, error);
  set_remote (&chain, address, addresses, "id", id);
  if (*post->link != '\0')
    set_remote (&chain, address, addresses, "url", post->link);
  if (*post->slug != '\0')
    set_string (&chain, FEU_FIELD_SLUG, post->slug);
  if (has_date && feu_metadata_get_string (chain.metadata, FEU_FIELD_DATE) == NULL)
    set_date (&chain, post->date, time_zone);
  return end (&chain);
}

FeuTextEdit *
feu_publish_record_get_edit (const char *text, const char *new_text)
{
  g_return_val_if_fail (text != NULL && new_text != NULL, NULL);
  gsize start = 0;
  gsize end_old = strlen (text);
  gsize end_new = strlen (new_text);

  if (g_str_equal (text, new_text))
    return NULL;
  while (text[start] != '\0' && text[start] == new_text[start])
    start++;
  while (end_old > start && end_new > start &&
         text[end_old - 1] == new_text[end_new - 1])
    {
      end_old--;
      end_new--;
    }
  /* Not within a character. */
  while (start > 0 && (text[start] & 0xc0) == 0x80)
    start--;
  while ((text[end_old] & 0xc0) == 0x80)
    {
      end_old++;
      end_new++;
    }
  g_autofree char *inserted = g_strndup (new_text + start, end_new - start);
  return feu_text_edit_new (start, end_old, inserted);
}
