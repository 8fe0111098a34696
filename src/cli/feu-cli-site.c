/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verbs of `feuillet site`, and those that only concern files.
 */
#include "config.h"

#include "feu-cli-site.h"

#include "feu-cli-article.h"
#include "feu-cli-site-connect.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char    *user;
  char    *name;
  char    *id;
  char    *color;
  char    *output;
  GStrv    words; /* the verb and what it is about */
  gboolean is_json;
  gboolean is_classic;
  gboolean is_forced;
  gboolean allows_plain_http;
} Options;

typedef struct
{
  const char *name;
  gboolean    needs_word;
  FeuCliStatus (*run) (FeuSiteStore *store, const Options *options);
} Verb;

static void
clear_options (Options *self)
{
  g_free (self->user);
  g_free (self->name);
  g_free (self->id);
  g_free (self->color);
  g_free (self->output);
  g_strfreev (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static FeuCliStatus
fail (const char *message)
{
  g_printerr ("%s: %s\n", _ ("error"), message);
  return FEU_CLI_BAD_FILE;
}

/* (transfer full) (nullable): the site named on the command line; says if there is none
 */
static FeuSite *
dup_named_site (FeuSiteStore *store, const Options *options)
{
  FeuSite *site = feu_site_store_dup_site (store, options->words[1]);
  if (site == NULL)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("there is no site “%s”; “feuillet site list” shows them."),
          options->words[1]);
      fail (message);
    }
  return site;
}

static FeuCliStatus
run_add (FeuSiteStore *store, const Options *options)
{
  FeuSite values = {
    .id = options->id,
    .name = options->name,
    .color = options->color,
    .address = options->words[1],
    .user = options->user,
    .format = options->is_classic ? FEU_SITE_CLASSIC : FEU_SITE_BLOCKS,
    .allows_plain_http = options->allows_plain_http,
  };

  if (options->user == NULL)
    return (FeuCliStatus) feu_cli_usage_error ("site",
                                               _ ("--user says whose account it is."));
  if (options->id != NULL && !feu_site_is_id (options->id))
    return (FeuCliStatus) feu_cli_usage_error (
        "site", _ ("An id has only letters, digits and hyphens."));
  g_autoptr (FeuSite) other =
      options->id != NULL ? feu_site_store_dup_site (store, options->id) : NULL;
  if (other != NULL && g_str_equal (other->id, options->id))
    return fail (_ ("there is a site with this id already; remove it first."));
  return feu_cli_site_connect (store, &values);
}

static FeuCliStatus
run_sign_in (FeuSiteStore *store, const Options *options)
{
  g_autoptr (FeuSite) site = dup_named_site (store, options);
  if (site == NULL)
    return FEU_CLI_BAD_FILE;

  FeuSite values = *site;
  if (options->user != NULL)
    values.user = options->user;
  values.allows_plain_http |= options->allows_plain_http;
  if (values.user == NULL)
    return (FeuCliStatus) feu_cli_usage_error ("site",
                                               _ ("--user says whose account it is."));
  return feu_cli_site_connect (store, &values);
}

static void
add_site (JsonBuilder *json, const FeuSite *site)
{
  const char *const members[] = { "id",    site->id,   "name",     site->name,
                                  "kind",  site->kind, "address",  site->address,
                                  "user",  site->user, "api_root", site->api_root,
                                  "color", site->color };

  json_builder_begin_object (json);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i += 2)
    {
      json_builder_set_member_name (json, members[i]);
      if (members[i + 1] != NULL)
        json_builder_add_string_value (json, members[i + 1]);
      else
        json_builder_add_null_value (json);
    }
  json_builder_end_object (json);
}

static FeuCliStatus
run_list (FeuSiteStore *store, const Options *options)
{
  g_autoptr (GPtrArray) sites = feu_site_store_list (store);
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < sites->len; i++)
    {
      const FeuSite *site = g_ptr_array_index (sites, i);
      if (options->is_json)
        add_site (json, site);
      else
        g_print ("%s\t%s\t%s\t%s\n",
                 site->id,
                 site->name,
                 site->user != NULL ? site->user : "-",
                 site->address);
    }
  json_builder_end_array (json);
  if (options->is_json)
    {
      g_autoptr (JsonNode) root = json_builder_get_root (json);
      g_autofree char *text = json_to_string (root, /* pretty= */ TRUE);
      g_print ("%s\n", text);
    }
  return FEU_CLI_OK;
}

static FeuCliStatus
run_test (FeuSiteStore *store, const Options *options)
{
  g_autoptr (FeuSite) site = dup_named_site (store, options);
  return site != NULL ? feu_cli_site_test (site, options->is_json) : FEU_CLI_BAD_FILE;
}

static FeuCliStatus
run_remove (FeuSiteStore *store, const Options *options)
{
  g_autoptr (FeuSite) site = dup_named_site (store, options);
  return site != NULL ? feu_cli_site_remove (store, site, options->is_forced)
                      : FEU_CLI_BAD_FILE;
}

static FeuCliStatus
run_export (FeuSiteStore *store, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FeuSite) site = dup_named_site (store, options);
  if (site == NULL)
    return FEU_CLI_BAD_FILE;
  if (options->output == NULL || g_str_equal (options->output, "-"))
    {
      g_autofree char *text = feu_site_to_text (site);
      g_print ("%s", text);
      return FEU_CLI_OK;
    }
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);
  return feu_site_store_export (site, file, &error) ? FEU_CLI_OK
                                                    : fail (error->message);
}

static FeuCliStatus
run_import (FeuSiteStore *store, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->words[1]);
  g_autoptr (FeuSite) site = feu_site_store_import (store, file, &error);
  if (site == NULL)
    return fail (error->message);
  g_print ("%s\n", site->id);
  g_printerr (_ ("“feuillet site sign-in %s” gives it its password.\n"), site->id);
  return FEU_CLI_OK;
}

static const Verb verbs[] = {
  { "add", TRUE, run_add },       { "sign-in", TRUE, run_sign_in },
  { "list", FALSE, run_list },    { "test", TRUE, run_test },
  { "remove", TRUE, run_remove }, { "export", TRUE, run_export },
  { "import", TRUE, run_import },
};

static const Verb *
find_verb (const Options *options)
{
  for (gsize i = 0; options->words != NULL && options->words[i] != NULL; i++)
    if (!g_utf8_validate (options->words[i], -1, NULL))
      return NULL;
  for (gsize i = 0; options->words != NULL && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (options->words[0], verbs[i].name) == 0 &&
        g_strv_length (options->words) == (verbs[i].needs_word ? 2 : 1))
      return &verbs[i];
  return NULL;
}

static GOptionEntry
text_option (const char *name, char letter, char **place, const char *summary)
{
  return (GOptionEntry){ name,  letter,  0,          G_OPTION_ARG_STRING,
                         place, summary, N_ ("TEXT") };
}

static GOptionEntry
flag_option (const char *name, gboolean *place, const char *summary)
{
  return (GOptionEntry){ name, 0, 0, G_OPTION_ARG_NONE, place, summary, NULL };
}

static gboolean
parse (Options *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    text_option ("user",
                 'u',
                 &self->user,
                 N_ ("Login name or e-mail address of the account (add, sign-in)")),
    text_option ("name", 0, &self->name, N_ ("What the site is called here (add)")),
    text_option (
        "id", 0, &self->id, N_ ("What commands and front matter call it (add)")),
    text_option ("color", 0, &self->color, N_ ("Its color, as #rrggbb (add)")),
    text_option ("output", 'o', &self->output, N_ ("Where to write (export)")),
    flag_option (
        "classic", &self->is_classic, N_ ("Send HTML instead of blocks (add)")),
    flag_option ("allow-http",
                 &self->allows_plain_http,
                 N_ ("Accept a site without encryption (add, sign-in)")),
    flag_option ("force",
                 &self->is_forced,
                 N_ ("Forget it even if its password cannot be revoked (remove)")),
    flag_option ("json", &self->is_json, N_ ("Print JSON (list, test)")),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return feu_cli_parse_options (
      argc,
      argv,
      _ ("Sites to publish to. The password is read from FEUILLET_PASSWORD or the\n"
         "standard input, and kept in the keyring."),
      _ ("add ADDRESS | sign-in ID | list | test ID | remove ID | export ID | "
         "import FILE"),
      entries);
}

int
feu_cli_site (int argc, char **argv)
{
  g_auto (Options) options = { 0 };

  if (!parse (&options, argc, argv))
    return FEU_CLI_BAD_USAGE;
  const Verb *verb = find_verb (&options);
  if (verb == NULL)
    return feu_cli_usage_error (
        argv[0],
        _ ("Say what to do: add, sign-in, list, test, remove, export, import."));

  g_autoptr (GFile) folder = feu_site_store_dup_default_folder ();
  g_autoptr (FeuSiteStore) store = feu_site_store_new (folder);
  return (int) verb->run (store, &options);
}
