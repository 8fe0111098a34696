/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Options, the site with its password, and one file after the other: a site takes one
 * writer's changes at a time. Ctrl+C stops between requests; what was begun is in the
 * journal and goes on with the same command.
 */
#include "config.h"

#include "feu-cli-publish.h"

#include "feu-cli-article.h"
#include "feu-cli-publish-job.h"
#include "feu-cli-publish-print.h"
#include "feu-cli-status.h"
#include "feu-credentials.h"
#include "feu-json.h"
#include "feu-page-date.h"
#include "feu-site-store.h"
#include "feu-wordpress.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>

/* Taken out of the environment, so that it is not handed on. */
#define PASSWORD_VARIABLE "FEUILLET_PASSWORD"

typedef struct
{
  char    *site;
  char    *status;
  char    *date;
  char    *slug;
  char    *similar;
  char    *conflict;
  char   **files;
  gboolean skip_images;
  gboolean make_new;
  gboolean dry_run;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->site);
  g_free (options->status);
  g_free (options->date);
  g_free (options->slug);
  g_free (options->similar);
  g_free (options->conflict);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* (nullable): what is wrong with the word of an option */
static const char *
parse_decisions (const Options *options, FeuCliPublishing *publishing)
{
  static const struct
  {
    const char    *word;
    FeuCliDecision decision;
  } similar[] = { { "use", FEU_CLI_SIMILAR_USE },
                  { "create", FEU_CLI_SIMILAR_CREATE },
                  { "skip", FEU_CLI_SIMILAR_SKIP } },
    conflict[] = { { "mine", FEU_CLI_CONFLICT_MINE },
                   { "theirs", FEU_CLI_CONFLICT_THEIRS } };

  for (guint i = 0; i < G_N_ELEMENTS (similar); i++)
    if (g_strcmp0 (options->similar, similar[i].word) == 0)
      publishing->similar = similar[i].decision;
  for (guint i = 0; i < G_N_ELEMENTS (conflict); i++)
    if (g_strcmp0 (options->conflict, conflict[i].word) == 0)
      publishing->conflict = conflict[i].decision;
  if (options->similar != NULL && publishing->similar == FEU_CLI_ASK)
    return _ ("“--similar” takes use, create or skip.");
  if (options->conflict != NULL && publishing->conflict == FEU_CLI_ASK)
    return _ ("“--conflict” takes mine or theirs.");
  return NULL;
}

/* (nullable): what is wrong. A date without a zone is this computer's. */
static const char *
parse_wish (const Options *options, FeuPublishWish *wish)
{
  wish->slug = g_strdup (options->slug);
  if (options->status != NULL)
    {
      wish->has_status = TRUE;
      if (!feu_post_status_from_name (options->status, &wish->status) ||
          wish->status == FEU_POST_OTHER || wish->status == FEU_POST_TRASHED)
        return _ ("“--status” takes draft, pending, publish, future or private.");
    }
  if (options->date == NULL)
    return NULL;

  g_autofree char *iso = feu_page_date_parse (options->date, NULL);
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  wish->date = iso != NULL ? g_date_time_new_from_iso8601 (iso, local) : NULL;
  return wish->date == NULL ? _ ("“--date” takes a day with a time, such as "
                                 "2026-12-31T09:00 or 2026-12-31T09:00+01:00.")
                            : NULL;
}

/* (nullable): the password in the environment, which then has it no more: also not in
 * what other programs can see of it. */
static char *
take_password (void)
{
  const char *value = g_getenv (PASSWORD_VARIABLE);
  if (value == NULL || *value == '\0')
    return NULL;

  char *password = g_strdup (value);
  memset ((char *) value, '*', strlen (value));
  g_unsetenv (PASSWORD_VARIABLE);
  return password;
}

/* (nullable): the site named, or the only one there is */
static FeuSite *
find_site (const char *name, GError **error)
{
  g_autoptr (GFile) folder = feu_site_store_dup_default_folder ();
  g_autoptr (FeuSiteStore) store = feu_site_store_new (folder);
  g_autoptr (GPtrArray) all = feu_site_store_list (store);
  g_autoptr (FeuSite) site = NULL;

  if (name != NULL)
    site = feu_site_store_dup_site (store, name);
  else if (all->len == 1)
    site = feu_site_ref (g_ptr_array_index (all, 0));
  if (site != NULL && site->api_root != NULL)
    return g_steal_pointer (&site);
  g_set_error_literal (
      error,
      G_IO_ERROR,
      G_IO_ERROR_NOT_FOUND,
      site != NULL ? _ ("You have not signed in to this site yet.")
      : name != NULL
          ? _ ("There is no such site. “feuillet site list” shows those there "
               "are, “feuillet site add” adds one.")
      : all->len == 0 ? _ ("There is no site yet. Add one with “feuillet site add”.")
                      : _ ("There are several sites: name one with “--site”."));
  return NULL;
}

static FeuHttpLogin *
find_login (FeuSite *site, const char *password, GError **error)
{
  if (password == NULL)
    {
      g_autoptr (FeuCredentials) credentials = feu_credentials_new ();
      return feu_credentials_lookup (credentials, site, NULL, error);
    }

  FeuHttpLogin *login = feu_http_login_new (site->api_root, site->user, password);
  if (login == NULL)
    g_set_error_literal (error,
                         G_IO_ERROR,
                         G_IO_ERROR_INVALID_ARGUMENT,
                         _ ("You have not signed in to this site yet."));
  return login;
}

static FeuJournal *
open_journal (gboolean is_copy, GError **error)
{
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "feuillet", "publish.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FeuJournal) journal = feu_journal_new (file, error);

  if (journal == NULL || !is_copy)
    return g_steal_pointer (&journal);
  return feu_journal_new_copy (journal, error);
}

static gboolean
prepare (const Options    *options,
         const char       *password,
         FeuCliPublishing *publishing,
         GError          **error)
{
  publishing->site = find_site (options->site, error);
  if (publishing->site == NULL)
    return FALSE;
  g_autoptr (FeuHttpLogin) login = find_login (publishing->site, password, error);
  if (login == NULL)
    return FALSE;
  publishing->journal = open_journal (options->dry_run, error);
  if (publishing->journal == NULL)
    return FALSE;
  g_autoptr (FeuHttp) http = feu_http_new (NULL);
  publishing->publisher = FEU_PUBLISHER (feu_wordpress_new (
      http,
      publishing->site->api_root,
      login,
      publishing->site->format == FEU_SITE_CLASSIC ? FEU_WORDPRESS_CLASSIC
                                                   : FEU_WORDPRESS_BLOCKS));
  return TRUE;
}

static int
get_status (const FeuPublishOutcome *outcome)
{
  if (outcome == NULL)
    return FEU_CLI_BAD_FILE;
  switch (outcome->kind)
    {
    case FEU_OUTCOME_DONE:
      return FEU_CLI_OK;
    case FEU_OUTCOME_NEEDS_USER:
    case FEU_OUTCOME_FAILED:
      return FEU_CLI_BAD_FILE;
    case FEU_OUTCOME_WAITING:
    case FEU_OUTCOME_CANCELLED:
      return FEU_CLI_WAITING;
    }
  return FEU_CLI_BAD_FILE;
}

/* Refused is worse than waiting, waiting worse than done. */
static int
get_worse (int a, int b)
{
  if (a == FEU_CLI_BAD_FILE || b == FEU_CLI_BAD_FILE)
    return FEU_CLI_BAD_FILE;
  return MAX (a, b);
}

static gboolean
on_signal (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

static int
publish_file (const FeuCliPublishing *publishing, const char *path, JsonArray *results)
{
  g_autoptr (FeuCliReport) report = feu_cli_report_new (path);
  g_printerr ("%s → %s\n", path, publishing->site->name);
  g_autoptr (FeuPublishOutcome) outcome =
      feu_cli_publish_job_run (publishing, path, report);

  feu_cli_report_print (report);
  if (results != NULL)
    feu_cli_publish_add_json (results, path, feu_cli_report_get_text (report), outcome);
  else if (outcome != NULL)
    feu_cli_publish_print (path, outcome);
  return get_status (outcome);
}

static void
print_json (JsonArray *results)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (root, results);
  g_autofree char *text = feu_json_to_text (root);
  g_print ("%s\n", text);
}

static int
publish_files (const Options *options, FeuCliPublishing *publishing)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (JsonArray) results = options->json ? json_array_new () : NULL;
  guint interrupt = g_unix_signal_add (SIGINT, on_signal, cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, on_signal, cancellable);
  int   status = FEU_CLI_OK;

  publishing->cancellable = cancellable;
  for (guint i = 0; options->files[i] != NULL; i++)
    status = get_worse (status, publish_file (publishing, options->files[i], results));
  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (results != NULL)
    print_json (results);
  return status;
}

static int
publish (const Options *options, const char *password)
{
  g_autoptr (FeuPublishWish) wish = feu_publish_wish_new ();
  g_autoptr (GError) error = NULL;
  FeuCliPublishing publishing = {
    .wish = wish,
    .skip_images = options->skip_images,
    .make_new = options->make_new,
    .is_rehearsal = options->dry_run,
  };
  const char *mistake = options->files == NULL ? _ ("No file was named.") : NULL;
  int         status = FEU_CLI_BAD_FILE;

  if (mistake == NULL)
    mistake = parse_decisions (options, &publishing);
  if (mistake == NULL)
    mistake = parse_wish (options, wish);
  if (mistake != NULL)
    return feu_cli_usage_error ("publish", mistake);
  if (prepare (options, password, &publishing, &error))
    status = publish_files (options, &publishing);
  else
    g_printerr ("feuillet publish: %s\n", error->message);
  g_clear_pointer (&publishing.site, feu_site_unref);
  g_clear_object (&publishing.publisher);
  g_clear_object (&publishing.journal);
  return status;
}

/* One option; long ones only, as the table in the manual has them. */
#define TEXT(name, place, help, value)                                                 \
  {                                                                                    \
    name, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, place, help, value               \
  }
#define FLAG(name, place, help)                                                        \
  {                                                                                    \
    name, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, place, help, NULL                  \
  }

int
feu_cli_publish (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    TEXT ("site",
          &options.site,
          N_ ("The site, by its id; may be left out when there "
              "is only one"),
          N_ ("ID")),
    TEXT ("status",
          &options.status,
          N_ ("What the article becomes there; default: a "
              "draft, or what it is already"),
          "draft|pending|publish|future|private"),
    TEXT ("date", &options.date, N_ ("When it is published"), N_ ("TIME")),
    TEXT ("slug", &options.slug, N_ ("The end of its address"), N_ ("SLUG")),
    TEXT ("similar",
          &options.similar,
          N_ ("What is done about a tag or category that "
              "the site has nearly the same; default: the "
              "file is refused"),
          "use|create|skip"),
    TEXT ("conflict",
          &options.conflict,
          N_ ("Whose text counts when the post was "
              "changed on the site; default: the file is "
              "refused"),
          "mine|theirs"),
    FLAG ("skip-images",
          &options.skip_images,
          N_ ("Leave out images that cannot be "
              "uploaded")),
    FLAG ("new", &options.make_new, N_ ("Make a new post if the old one is gone")),
    FLAG ("dry-run", &options.dry_run, N_ ("Ask the site, but send nothing")),
    FLAG ("json", &options.json, N_ ("Print the result as JSON")),
    { G_OPTION_REMAINING,
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_FILENAME_ARRAY,
      &options.files,
      NULL,
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  char *password = take_password ();
  int   status = FEU_CLI_BAD_USAGE;

  if (feu_cli_parse_options (argc,
                             argv,
                             _ ("Sends articles to a site: once, however often it is "
                                "called."),
                             _ ("FILE…"),
                             entries))
    status = publish (&options, password);
  feu_http_secret_free (password);
  return status;
}
