/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the writer of blocks writes, in the real block editor of each version: every
 * construct and every hostile text of tests/data/blocks and of the fuzz corpora, as an
 * administrator sends it and as it is after WordPress's filter for authors. None may be
 * invalid, classic or of an unknown type. The editor runs in Chromium, in
 * check-blocks.mjs.
 */
#include "config.h"

#include "feu-block-markup.h"
#include "test-wordpress.h"

#include <string.h>

typedef struct
{
  TestWordPress   *site;
  JsonBuilder     *cases;
  FeuMarkupOptions options;
} Run;

/* ---- articles ---- */

/* "missing.jpg" is not on the site, "large.jpg" has a size for columns. */
static const FeuRemoteImage *
find_image (const char *src, gpointer images)
{
  FeuRemoteImage *image = g_hash_table_lookup (images, src);

  if (image != NULL || !g_str_has_suffix (src, ".jpg") || strstr (src, "missing") ||
      strstr (src, "://"))
    return image;
  g_autofree char *name = g_uri_escape_string (src, NULL, FALSE);
  g_autofree char *url = g_strconcat ("http://127.0.0.1/uploads/", name, NULL);
  image = feu_remote_image_new (g_hash_table_size (images) + 7, url);
  if (strcmp (src, "large.jpg") == 0)
    image->large_url = g_strdup ("http://127.0.0.1/uploads/large-1024x768.jpg");
  g_hash_table_insert (images, g_strdup (src), image);
  return image;
}

static char *
write_blocks (Run *run, const char *path)
{
  g_autofree char *contents = NULL;
  gsize            length = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  char *text = g_utf8_make_valid (contents, (gssize) length);
  g_autoptr (FeuArticle) article = feu_article_new (text, strlen (text), 1);
  g_autoptr (FeuMarkup) markup = feu_block_markup_new (article, &run->options);
  return feu_markup_dup_body (markup);
}

/* ---- cases ---- */

static void
add_case (Run *run, const char *name, const char *suffix, const char *markup)
{
  g_autofree char *full_name = g_strconcat (name, suffix, NULL);

  json_builder_begin_object (run->cases);
  json_builder_set_member_name (run->cases, "name");
  json_builder_add_string_value (run->cases, full_name);
  json_builder_set_member_name (run->cases, "markup");
  json_builder_add_string_value (run->cases, markup);
  json_builder_end_object (run->cases);
}

/* @markup as the site has it after @user saved it. */
static char *
save_as (Run *run, const char *user, const char *markup)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint status = 0;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "title");
  json_builder_add_string_value (builder, "Blocks");
  json_builder_set_member_name (builder, "content");
  json_builder_add_string_value (builder, markup);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *body = json_to_string (root, FALSE);
  g_autoptr (JsonNode) post = test_wordpress_call (
      run->site, user, "POST", "/wp/v2/posts?context=edit", body, &status);
  g_assert_cmpuint (status, ==, 201);
  JsonObject *content =
      json_object_get_object_member (json_node_get_object (post), "content");
  return g_strdup (json_object_get_string_member (content, "raw"));
}

static void
add_article (Run *run, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  run->options.rights = FEU_RIGHT_RAW_HTML;
  g_autofree char *all = write_blocks (run, path);
  add_case (run, name, "", all);
  run->options.rights = 0;
  g_autofree char *some = write_blocks (run, path);
  g_autofree char *filtered = save_as (run, "author", some);
  add_case (run, name, " by an author", filtered);
}

static void
add_folder (Run *run, const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      add_article (run, file);
    }
}

/* ---- the editor ---- */

/* Has the cases looked at. Returns: FALSE when there is nothing here to do it with */
static gboolean
check_in_editor (Run *run)
{
  g_autofree char *script =
      g_test_build_filename (G_TEST_DIST, "cms", "check-blocks.mjs", NULL);
  g_autofree char *file =
      g_build_filename (test_wordpress_get_folder (run->site), "blocks.json", NULL);
  g_autoptr (JsonNode) root = json_builder_get_root (run->cases);
  g_autofree char *json = json_to_string (root, FALSE);
  g_autofree char *output = NULL;
  int              status = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, json, -1, &error));
  const char       *diff = g_getenv ("FEUILLET_TEST_DIFF") != NULL ? "--diff" : NULL;
  const char *const arguments[] = { "node", script, test_wordpress_get_url (run->site),
                                    file,   diff,   NULL };
  if (!g_spawn_sync (NULL,
                     (char **) arguments,
                     NULL,
                     G_SPAWN_SEARCH_PATH,
                     NULL,
                     NULL,
                     &output,
                     NULL,
                     &status,
                     NULL))
    {
      g_test_skip ("no node");
      return FALSE;
    }
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    {
      g_test_skip (output);
      return FALSE;
    }
  g_test_message ("%s", output);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return TRUE;
}

static void
test_blocks (gconstpointer version)
{
  g_autoptr (TestWordPress) site = test_wordpress_new (version);
  g_autoptr (GHashTable) images = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) feu_remote_image_unref);
  g_autoptr (JsonBuilder) cases = json_builder_new ();
  Run run = { .site = site, .cases = cases };

  if (site == NULL)
    return;
  run.options.has_footnotes = strcmp (version, "61") != 0;
  run.options.find_image = find_image;
  run.options.image_data = images;
  json_builder_begin_array (cases);
  add_folder (&run, "data/blocks");
  add_folder (&run, "fuzz/corpus/article");
  json_builder_end_array (cases);
  check_in_editor (&run);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cms/blocks/6.1", "61", test_blocks);
  g_test_add_data_func ("/cms/blocks/6.8", "68", test_blocks);
  g_test_add_data_func ("/cms/blocks/7.1", "71", test_blocks);
  return g_test_run ();
}
