/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists the account's posts, or brings some of them in.
 */
#include "config.h"

#include "feu-cli-fetch.h"

#include "feu-cli-article.h"
#include "feu-cli-session.h"
#include "feu-cli-status.h"
#include "feu-json.h"
#include "feu-post-front.h"
#include "feu-post-import.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#define POSTS_PER_PAGE 20

typedef struct
{
  char    *site;
  char    *folder;
  char    *search;
  char    *status;
  int      page;
  gboolean is_list;
  gboolean mine_only;
  gboolean is_json;
  char   **posts;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->site);
  g_free (options->folder);
  g_free (options->search);
  g_free (options->status);
  g_strfreev (options->posts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- list ---- */

static char *
format_date (GDateTime *date)
{
  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
}

static void
print_posts (const GPtrArray *posts, guint page, guint n_pages)
{
  for (guint i = 0; i < posts->len; i++)
    {
      const FeuPost   *post = g_ptr_array_index (posts, i);
      g_autofree char *title = feu_post_front_dup_title (post);
      g_autofree char *date = format_date (post->modified);
      g_print ("%8" G_GINT64_FORMAT "  %-10s  %-7s  %s\n",
               post->id,
               date,
               feu_post_status_get_name (post->status),
               title);
    }
  if (n_pages > 1)
    g_printerr (_ ("Page %u of %u.\n"), page, n_pages);
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
print_root (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = feu_json_to_text (root);
  g_print ("%s\n", text);
}

static void
add_post (JsonBuilder *builder, const FeuPost *post)
{
  g_autofree char *title = feu_post_front_dup_title (post);

  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, post->id);
  add_member (builder, "title", title);
  add_member (builder, "status", feu_post_status_get_name (post->status));
  add_member (builder, "link", post->link);
}

static void
print_posts_json (const GPtrArray *posts, guint page, guint n_pages)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "page");
  json_builder_add_int_value (builder, page);
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, n_pages);
  json_builder_set_member_name (builder, "posts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < posts->len; i++)
    {
      const FeuPost   *post = g_ptr_array_index (posts, i);
      g_autofree char *modified =
          post->modified != NULL ? g_date_time_format_iso8601 (post->modified) : NULL;
      json_builder_begin_object (builder);
      add_post (builder, post);
      add_member (builder, "modified", modified != NULL ? modified : "");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  print_root (builder);
}

static gboolean
list_posts (const Options       *options,
            const FeuCliSession *session,
            GCancellable        *cancellable,
            GError             **error)
{
  guint        n_pages = 0;
  FeuPostQuery query = {
    .search = options->search,
    .has_status = options->status != NULL,
    .mine_only = options->mine_only,
    .page = (guint) MAX (options->page, 1),
    .per_page = POSTS_PER_PAGE,
  };

  if (options->status != NULL)
    feu_post_status_from_name (options->status, &query.status);
  g_autoptr (GPtrArray) posts = feu_publisher_list_posts (
      session->publisher, &query, &n_pages, cancellable, error);
  if (posts == NULL)
    return FALSE;
  if (options->is_json)
    print_posts_json (posts, query.page, n_pages);
  else
    print_posts (posts, query.page, n_pages);
  return TRUE;
}

/* ---- fetch ---- */

static void
on_progress (guint n_done, guint n_images, gpointer user_data)
{
  g_printerr (_ ("Images: %u of %u\n"), n_done, n_images);
}

static void
print_import (const Options *options, const FeuPostImport *import)
{
  g_autofree char *path = g_file_get_path (import->file);
  g_autofree char *name = g_filename_display_name (path);

  for (guint i = 0; i < import->notes->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (import->notes, i));
  if (!options->is_json)
    {
      g_print ("%s\n", name);
      return;
    }
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_post (builder, import->post);
  add_member (builder, "file", name);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (import->notes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  print_root (builder);
}

static gboolean
fetch_posts (const Options       *options,
             const FeuCliSession *session,
             GCancellable        *cancellable,
             GError             **error)
{
  g_autoptr (GFile) folder =
      g_file_new_for_commandline_arg (options->folder != NULL ? options->folder : ".");

  for (guint i = 0; options->posts[i] != NULL; i++)
    {
      FeuPostImportOrder order = {
        .publisher = session->publisher,
        .http = session->http,
        .site = session->site,
        .journal = session->journal,
        .folder = folder,
        .post_id = g_ascii_strtoll (options->posts[i], NULL, 10),
        .progress = on_progress,
      };
      g_autoptr (FeuPostImport) import = feu_post_import (&order, cancellable, error);
      if (import == NULL)
        {
          g_prefix_error (error, "%s: ", options->posts[i]);
          return FALSE;
        }
      print_import (options, import);
    }
  return TRUE;
}

/* ---- command ---- */

/* (nullable): what is wrong with them. */
static const char *
check_options (const Options *options)
{
  FeuPostStatus status = FEU_POST_DRAFT;
  guint64       id = 0;

  if (options->is_list == (options->posts != NULL))
    return _ ("Give the number of a post, or “--list” to see which there are.");
  if (options->status != NULL &&
      (!feu_post_status_from_name (options->status, &status) ||
       status == FEU_POST_OTHER))
    return _ ("“--status” takes draft, pending, publish, future, private or trash.");
  for (guint i = 0; options->posts != NULL && options->posts[i] != NULL; i++)
    if (!g_ascii_string_to_unsigned (options->posts[i], 10, 1, G_MAXINT64, &id, NULL))
      return _ ("A post is named by its number. “--list” shows them.");
  return NULL;
}

static gboolean
on_signal (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

static int
run (const Options *options)
{
  g_auto (FeuCliSession) session = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  if (!feu_cli_session_open (&session, options->site, &error))
    {
      g_printerr ("feuillet fetch: %s\n", error->message);
      return FEU_CLI_BAD_FILE;
    }
  guint    interrupt = g_unix_signal_add (SIGINT, on_signal, cancellable);
  guint    terminate = g_unix_signal_add (SIGTERM, on_signal, cancellable);
  gboolean is_done = (options->is_list ? list_posts : fetch_posts) (
      options, &session, cancellable, &error);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (!is_done)
    g_printerr ("feuillet fetch: %s\n", error->message);
  return is_done ? FEU_CLI_OK : FEU_CLI_BAD_FILE;
}

/* One option; long ones only. */
#define OPTION(name, kind, place, help, value)                                         \
  {                                                                                    \
    name, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_##kind, place, help, value               \
  }

int
feu_cli_fetch (int argc, char **argv)
{
  g_auto (Options) options = { .page = 1 };
  const char *const  states = "draft|pending|publish|future|private|trash";
  const GOptionEntry entries[] = {
    OPTION ("site",
            STRING,
            &options.site,
            N_ ("The site, by its id; may be left out when there is only one"),
            N_ ("ID")),
    OPTION ("folder",
            FILENAME,
            &options.folder,
            N_ ("Where the article’s folder is made; default: here"),
            N_ ("FOLDER")),
    OPTION ("list",
            NONE,
            &options.is_list,
            N_ ("Show which posts there are, newest change first"),
            NULL),
    OPTION ("search",
            STRING,
            &options.search,
            N_ ("With --list: those with these words"),
            N_ ("WORDS")),
    OPTION ("status",
            STRING,
            &options.status,
            N_ ("With --list: those in this state"),
            states),
    OPTION ("mine",
            NONE,
            &options.mine_only,
            N_ ("With --list: only those of your account"),
            NULL),
    OPTION ("page",
            INT,
            &options.page,
            N_ ("With --list: which page of the list"),
            N_ ("N")),
    OPTION ("json", NONE, &options.is_json, N_ ("Print the result as JSON"), NULL),
    OPTION (G_OPTION_REMAINING, STRING_ARRAY, &options.posts, NULL, NULL),
    G_OPTION_ENTRY_NULL,
  };
  const char *summary = _ ("Brings posts of a site in as articles, with their images.");

  if (!feu_cli_parse_options (argc, argv, summary, _ ("[POST…]"), entries))
    return FEU_CLI_BAD_USAGE;
  const char *mistake = check_options (&options);
  return mistake != NULL ? feu_cli_usage_error ("fetch", mistake) : run (&options);
}
