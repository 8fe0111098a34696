/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few words that a page adds to an article, in the article's language, which is not
 * the desktop's: "By", dates, reading time, comments.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FeuPageWords:
 * @language: primary subtag of the language that these words are in
 * @by: stands before the authors' names
 * @and: stands before the last of several names
 * @tags: names the list of tags
 *
 * Static and immutable.
 */
typedef struct
{
  const char *language;
  const char *by;
  const char *and;
  const char *tags;
  const char *comments_open;
  const char *comments_closed;
  const char *reading_time;
  const char *date;
  const char *first_day;
  const char *months[12];
} FeuPageWords;

/** @language: a BCP 47 tag. Returns: its words; English where there are none. */
const FeuPageWords *feu_page_words_get (const char *language);

/** "4 min read", in these words. */
char *feu_page_words_dup_reading_time (const FeuPageWords *self, guint minutes);

/** "3 August 2026", in these words. @month and @day count from 1. */
char *feu_page_words_dup_date (const FeuPageWords *self,
                               guint               year,
                               guint               month,
                               guint               day);

G_END_DECLS
