/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads one file, makes the changes asked for in memory, and writes it only if all of
 * them could be made and one of them changed something.
 */
#include "config.h"

#include "feu-cli-meta.h"

#include "feu-cli-article.h"
#include "feu-cli-meta-edit.h"
#include "feu-cli-meta-print.h"
#include "feu-cli-status.h"
#include "feu-line-index.h"
#include "feu-text-file.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gboolean is_json;
  GStrv    keys;
  GStrv    changes[FEU_CLI_META_REMOVE + 1];
  GStrv    files;
} Options;

static void
clear_options (Options *self)
{
  g_strfreev (self->keys);
  for (guint i = 0; i < G_N_ELEMENTS (self->changes); i++)
    g_strfreev (self->changes[i]);
  g_strfreev (self->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
report_error (FeuCliReport *report, const GError *error)
{
  guint line = 0;
  guint column = 0;
  if (feu_text_file_error_get_place (error, &line, &column))
    feu_cli_report_error (report, (int) line, (int) column, error->message);
  else
    feu_cli_report_error (report, -1, -1, error->message);
}

/* Returns FALSE, with a report, for a front matter with an error. */
static gboolean
check_front_matter (const FeuMetadata *metadata, FeuCliReport *report)
{
  guint         line = 0;
  guint         column = 0;
  const GError *error = feu_front_matter_get_error (
      feu_metadata_get_front_matter (metadata), &line, &column);

  if (error == NULL)
    return TRUE;
  feu_cli_report_error (report, (int) line, (int) column, error->message);
  return FALSE;
}

static FeuMetadata *
read_metadata (const FeuTextFile *content)
{
  g_autoptr (FeuFrontMatter) front_matter =
      feu_front_matter_parse (content->text, content->length_bytes);
  return feu_metadata_new (front_matter);
}

/* In the order set, add, remove. */
static gboolean
make_changes (const Options *options,
              FeuTextFile   *content,
              gsize         *out_error_bytes,
              GError       **error)
{
  for (guint action = 0; action < G_N_ELEMENTS (options->changes); action++)
    for (guint i = 0;
         options->changes[action] != NULL && options->changes[action][i] != NULL;
         i++)
      if (!feu_cli_meta_edit (&content->text,
                              &content->length_bytes,
                              (FeuCliMetaAction) action,
                              options->changes[action][i],
                              out_error_bytes,
                              error))
        return FALSE;
  return TRUE;
}

static gboolean
wants_changes (const Options *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (options->changes); i++)
    if (options->changes[i] != NULL)
      return TRUE;
  return FALSE;
}

static void
print_values (const Options *options, const FeuMetadata *metadata)
{
  for (guint i = 0; options->keys != NULL && options->keys[i] != NULL; i++)
    if (options->is_json)
      feu_cli_meta_print_key_json (metadata, options->keys[i]);
    else
      feu_cli_meta_print_key (metadata, options->keys[i]);
  if (options->keys != NULL)
    return;
  if (options->is_json)
    feu_cli_meta_print_json (metadata);
  else if (!wants_changes (options))
    feu_cli_meta_print (metadata);
}

/* A change that could not be made: the user's fault, or that of the file at @at. */
static int
report_change_error (FeuCliReport      *report,
                     const FeuTextFile *content,
                     gsize              at,
                     const GError      *error)
{
  guint line = 0;
  guint column = 0;

  if (error->domain == G_OPTION_ERROR)
    return feu_cli_usage_error ("meta", error->message);
  g_autoptr (FeuLineIndex) lines =
      feu_line_index_new (content->text, content->length_bytes);
  feu_line_index_locate (lines, at, &line, &column);
  feu_cli_report_error (report, (int) line, (int) column, error->message);
  return FEU_CLI_BAD_FILE;
}

static int
change_file (const Options *options,
             FeuTextFile   *content,
             GFile         *file,
             FeuCliReport  *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = g_strdup (content->text);
  gsize            at = 0;

  if (!make_changes (options, content, &at, &error))
    return report_change_error (report, content, at, error);
  if (strcmp (before, content->text) == 0 || feu_text_file_save (file,
                                                                 content->text,
                                                                 content->length_bytes,
                                                                 &content->format,
                                                                 content->etag,
                                                                 NULL,
                                                                 NULL,
                                                                 &error))
    return FEU_CLI_OK;
  report_error (report, error);
  return FEU_CLI_BAD_FILE;
}

static int
run (const Options *options, FeuCliReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->files[0]);
  g_autoptr (FeuTextFile) content = feu_text_file_load (file, NULL, &error);

  if (content == NULL)
    {
      report_error (report, error);
      return FEU_CLI_BAD_FILE;
    }
  g_autoptr (FeuMetadata) metadata = read_metadata (content);
  if (!check_front_matter (metadata, report))
    return FEU_CLI_BAD_FILE;
  if (wants_changes (options))
    {
      int status = change_file (options, content, file, report);
      if (status != FEU_CLI_OK)
        return status;
    }
  g_autoptr (FeuMetadata) changed = read_metadata (content);
  print_values (options, changed);
  return FEU_CLI_OK;
}

/* Options are taken as bytes: GLib would turn them from the locale's encoding, which in
 * the C locale has no accents. */
static gboolean
are_utf8 (const Options *options)
{
  for (guint i = 0; options->keys != NULL && options->keys[i] != NULL; i++)
    if (!g_utf8_validate (options->keys[i], -1, NULL))
      return FALSE;
  for (guint action = 0; action < G_N_ELEMENTS (options->changes); action++)
    for (guint i = 0;
         options->changes[action] != NULL && options->changes[action][i] != NULL;
         i++)
      if (!g_utf8_validate (options->changes[action][i], -1, NULL))
        return FALSE;
  return TRUE;
}

static gboolean
parse_options (int argc, char **argv, Options *options)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->is_json, N_ ("Print JSON"), NULL },
    { "get",
      0,
      0,
      G_OPTION_ARG_FILENAME_ARRAY,
      &options->keys,
      N_ ("Print the value of one key, such as title or cover.image"),
      N_ ("KEY") },
    { "set",
      0,
      0,
      G_OPTION_ARG_FILENAME_ARRAY,
      &options->changes[FEU_CLI_META_SET],
      N_ ("Give a key a value; none removes the key; commas divide a list"),
      N_ ("KEY=VALUE") },
    { "add",
      0,
      0,
      G_OPTION_ARG_FILENAME_ARRAY,
      &options->changes[FEU_CLI_META_ADD],
      N_ ("Add one item to a list, such as tags"),
      N_ ("KEY=VALUE") },
    { "remove",
      0,
      0,
      G_OPTION_ARG_FILENAME_ARRAY,
      &options->changes[FEU_CLI_META_REMOVE],
      N_ ("Remove one item from a list"),
      N_ ("KEY=VALUE") },
    { G_OPTION_REMAINING,
      0,
      0,
      G_OPTION_ARG_FILENAME_ARRAY,
      &options->files,
      NULL,
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  return feu_cli_parse_options (
      argc,
      argv,
      _ ("Prints what the front matter of an article says, or changes it in place: "
         "every other byte of the file stays as it is."),
      _ ("FILE"),
      entries);
}

int
feu_cli_meta (int argc, char **argv)
{
  g_auto (Options) options = { 0 };

  if (!parse_options (argc, argv, &options))
    return FEU_CLI_BAD_USAGE;
  if (options.files == NULL)
    return feu_cli_usage_error (argv[0], _ ("No file was named."));
  if (options.files[1] != NULL)
    return feu_cli_usage_error (argv[0], _ ("Only one file can be named."));
  if (!are_utf8 (&options))
    return feu_cli_usage_error (argv[0], _ ("Keys and values have to be UTF-8 text."));
  g_autoptr (FeuCliReport) report = feu_cli_report_new (options.files[0]);
  int status = run (&options, report);
  feu_cli_report_print (report);
  return status;
}
