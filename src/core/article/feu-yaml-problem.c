/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table from libyaml's messages to ours. libyaml has no codes for them; what is not
 * in the table is shown as it comes.
 */
#include "config.h"

#include "feu-yaml-problem.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *problem;
  const char *context; /* (nullable): any */
  const char *message;
  gboolean    is_at_context;
} Problem;

static const Problem problems[] = {
  { "could not find expected ':'",
    NULL,
    N_ ("This line is no “key: value”; a colon and a space are missing"),
    TRUE },
  { "mapping values are not allowed in this context",
    NULL,
    N_ ("A second colon: put the value in quotes, or check the spaces before the "
        "key") },
  { "did not find expected key",
    "while parsing a block mapping",
    N_ ("No key was expected here; check the quotes and the spaces before it") },
  { "did not find expected ',' or ']'",
    NULL,
    N_ ("This list is not closed with “]”, or a comma is missing in it"),
    TRUE },
  { "did not find expected ',' or '}'",
    NULL,
    N_ ("This is not closed with “}”, or a comma is missing in it"),
    TRUE },
  { "did not find expected node content",
    NULL,
    N_ ("A value is missing or begins with a sign that needs quotes around it") },
  { "did not find expected '-' indicator",
    NULL,
    N_ ("Each item of this list has to begin with “-”, all at the same depth") },
  { "found unexpected end of stream",
    "while scanning a quoted scalar",
    N_ ("The quote that is opened here is never closed"),
    TRUE },
  { "found unexpected document indicator",
    "while scanning a quoted scalar",
    N_ ("The quote that is opened here is never closed"),
    TRUE },
  { "found unknown escape character",
    NULL,
    N_ ("Unknown escape: within double quotes, write \\\\ for a backslash") },
  { "found character that cannot start any token",
    NULL,
    N_ ("Nothing may begin with this character; put the value in quotes, and use "
        "spaces instead of a tab") },
  { "block sequence entries are not allowed in this context",
    NULL,
    N_ ("A list with “-” begins on a line of its own, below its key") },
  { "mapping keys are not allowed in this context",
    NULL,
    N_ ("No key was expected here; check the spaces before it") },
  { "control characters are not allowed",
    NULL,
    N_ ("An invisible control character is here; delete it") },
  { "found a tab character that violates indentation",
    NULL,
    N_ ("A tab is before this key; use spaces instead") },
  { "found a tab character where an indentation space is expected",
    NULL,
    N_ ("A tab is before this key; use spaces instead") },
  { "did not find expected alphabetic or numeric character",
    NULL,
    N_ ("“*” and “&” have a meaning of their own here; put the value in quotes") },
  { "did not find expected comment or line break",
    NULL,
    N_ ("“|” and “>” have a meaning of their own here; put the value in quotes") },
};

static const Problem *
find_problem (const char *problem, const char *context)
{
  for (gsize i = 0; problem != NULL && i < G_N_ELEMENTS (problems); i++)
    if (strcmp (problems[i].problem, problem) == 0 &&
        (problems[i].context == NULL || g_strcmp0 (problems[i].context, context) == 0))
      return &problems[i];
  return NULL;
}

const char *
feu_yaml_problem_get_message (const char *problem, const char *context)
{
  const Problem *found = find_problem (problem, context);
  if (found != NULL)
    return _ (found->message);
  return problem != NULL ? problem : _ ("This front matter cannot be read");
}

gboolean
feu_yaml_problem_is_at_context (const char *problem, const char *context)
{
  const Problem *found = find_problem (problem, context);
  return found != NULL && found->is_at_context && context != NULL;
}
