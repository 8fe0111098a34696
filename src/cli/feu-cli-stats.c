/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table with the file's name last, as wc has it; or a JSON array for scripts.
 */
#include "config.h"

#include "feu-cli-stats.h"

#include "feu-cli-article.h"
#include "feu-cli-status.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#define N_COLUMNS 5

/* The numbers of one line of the table. */
typedef struct
{
  guint  words;
  guint  signs;
  guint  signs_no_spaces;
  double feuillets;
  guint  minutes;
} Row;

static Row
make_row (const FeuStatistics *statistics)
{
  return (Row){
    .words = statistics->count.words,
    .signs = statistics->count.characters,
    .signs_no_spaces = statistics->count.characters_no_spaces,
    .feuillets = feu_statistics_get_feuillets (statistics),
    .minutes = feu_statistics_get_reading_minutes (statistics),
  };
}

static void
add_row (Row *total, const Row *row)
{
  total->words += row->words;
  total->signs += row->signs;
  total->signs_no_spaces += row->signs_no_spaces;
  total->feuillets += row->feuillets;
  total->minutes += row->minutes;
}

static const char *
get_column_title (guint column)
{
  const char *const titles[N_COLUMNS] = {
    C_ ("column", "words"),     C_ ("column", "signs"),   C_ ("column", "no spaces"),
    C_ ("column", "feuillets"), C_ ("column", "minutes"),
  };
  return titles[column];
}

static void
print_cell (guint column, const char *text)
{
  glong width = MAX (g_utf8_strlen (get_column_title (column), -1), 7);
  glong padding = MAX (width - g_utf8_strlen (text, -1), 0);

  g_print ("%*s%s  ", (int) padding, "", text);
}

static void
print_titles (void)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    print_cell (i, get_column_title (i));
  g_print ("%s\n", C_ ("column", "file"));
}

static void
print_row (const Row *row, const char *name)
{
  char *cells[N_COLUMNS] = {
    g_strdup_printf ("%u", row->words),
    g_strdup_printf ("%u", row->signs),
    g_strdup_printf ("%u", row->signs_no_spaces),
    g_strdup_printf ("%.1f", row->feuillets),
    g_strdup_printf ("%u", row->minutes),
  };
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      print_cell (i, cells[i]);
      g_free (cells[i]);
    }
  g_print ("%s\n", name);
}

static void
add_number (JsonBuilder *json, const char *name, guint value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_text (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_object (JsonBuilder *json, const FeuArticle *article, const char *name)
{
  const FeuStatistics *statistics = feu_article_get_statistics (article);
  Row                  row = make_row (statistics);

  json_builder_begin_object (json);
  add_text (json, "file", name);
  add_text (json, "title", feu_article_get_title (article));
  add_text (json, "language", feu_article_get_language (article));
  add_number (json, "words", row.words);
  add_number (json, "signs", row.signs);
  add_number (json, "signs_no_spaces", row.signs_no_spaces);
  json_builder_set_member_name (json, "feuillets");
  json_builder_add_double_value (json, row.feuillets);
  add_number (json, "reading_minutes", row.minutes);
  add_number (json, "paragraphs", statistics->paragraphs);
  add_number (json, "headings", statistics->headings);
  add_number (json, "images", statistics->images);
  json_builder_end_object (json);
}

static void
print_json (JsonBuilder *json)
{
  json_builder_end_array (json);
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = json_to_string (root, /* pretty= */ TRUE);
  g_print ("%s\n", text);
}

/* @json: (nullable): NULL prints a table */
static FeuCliStatus
count_files (char **files, JsonBuilder *json)
{
  FeuCliStatus status = FEU_CLI_OK;
  Row          total = { 0 };
  guint        n_rows = 0;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (FeuCliReport) report = feu_cli_report_new (files[i]);
      g_autoptr (FeuArticle) article = feu_cli_article_load (files[i], report);
      g_autofree char *name = g_filename_display_name (files[i]);
      feu_cli_report_print (report);
      if (article == NULL)
        {
          status = FEU_CLI_BAD_FILE;
          continue;
        }
      if (json != NULL)
        {
          add_object (json, article, name);
          continue;
        }
      if (n_rows++ == 0)
        print_titles ();
      Row row = make_row (feu_article_get_statistics (article));
      print_row (&row, name);
      add_row (&total, &row);
    }
  if (n_rows > 1)
    print_row (&total, _ ("total"));
  return status;
}

int
feu_cli_stats (int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  gboolean           is_json = FALSE;
  const GOptionEntry entries[] = {
    { "json",
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_NONE,
      &is_json,
      N_ ("Print a JSON array"),
      NULL },
    { G_OPTION_REMAINING,
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_FILENAME_ARRAY,
      &files,
      NULL,
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!feu_cli_parse_options (
          argc,
          argv,
          _ ("Counts words and signs of articles: the body, without "
             "markup."),
          _ ("FILE…"),
          entries))
    return FEU_CLI_BAD_USAGE;
  if (files == NULL)
    return feu_cli_usage_error (argv[0], _ ("No file was named."));
  if (!is_json)
    return (int) count_files (files, NULL);

  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  FeuCliStatus status = count_files (files, json);
  print_json (json);
  return (int) status;
}
