/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A real WordPress that a test has to itself, and what the server itself knows: counts
 * and fields from its database, the requests that reached it. It starts in half a
 * second; tests of one program share one and reset it. There is a user of each role,
 * named "admin", "editor", "author", "contributor" and "subscriber", with ids 1 to 5.
 * The site's time zone is Europe/Stockholm. Calls block.
 */
#pragma once

#include <json-glib/json-glib.h>

typedef struct _TestWordPress TestWordPress;

/* --- life ---------------------------------------------------------------------- */

/**
 * test_wordpress_new:
 * @version: "61", "68" or "71", the last of which may be missing
 *
 * Returns: (transfer full) (nullable): a running WordPress without content; %NULL if it
 *   cannot be had here, and then the test is marked as skipped
 */
TestWordPress *test_wordpress_new (const char *version);

/** As test_wordpress_new(), on MariaDB: no counts, no queries, no reset. */
TestWordPress *test_wordpress_new_on_mariadb (const char *version);

void test_wordpress_free (TestWordPress *self);

/** Makes the site new: no content, no files, switches off, no requests remembered. */
void test_wordpress_reset (TestWordPress *self);

/**
 * test_wordpress_switch:
 * @switches: "name=value …", none of which turns all off;
 * tests/cms/wordpress/plugin.php lists them: "permalinks=plain", "app_passwords=off",
 * "drop_auth=on" …
 */
void test_wordpress_switch (TestWordPress *self, const char *switches);

/* --- what it is ---------------------------------------------------------------- */

/** (transfer none): "http://127.0.0.1:PORT", without a slash at its end. */
const char *test_wordpress_get_url (TestWordPress *self);

/** (transfer none): where its files and logs are. */
const char *test_wordpress_get_folder (TestWordPress *self);

/** (transfer none): an application password, in groups of four. */
const char *test_wordpress_get_password (TestWordPress *self, const char *user);

gint64 test_wordpress_get_user_id (TestWordPress *self, const char *user);

/* --- what it holds, from its database ------------------------------------------ */

/** Posts of any status but "auto-draft", those in the trash included. */
guint test_wordpress_count_posts (TestWordPress *self);

guint test_wordpress_count_media (TestWordPress *self);

/** @taxonomy: "category" (a new site has one) or "post_tag". */
guint test_wordpress_count_terms (TestWordPress *self, const char *taxonomy);

/** The first column of the first row as a number; 0 without rows. */
gint64 test_wordpress_query_int (TestWordPress *self, const char *sql);

/** (transfer full) (nullable): all rows and columns, parted by newlines and tabs. */
char *test_wordpress_query_text (TestWordPress *self, const char *sql);

/* --- asking it ----------------------------------------------------------------- */

/**
 * test_wordpress_call:
 * @user: (nullable): who asks; %NULL for nobody
 * @route: such as "/wp/v2/posts/3?context=edit"
 * @body: (nullable): JSON
 * @out_status: (out) (optional): the HTTP status
 *
 * Returns: (transfer full): the answer
 */
JsonNode *test_wordpress_call (TestWordPress *self,
                               const char    *user,
                               const char    *method,
                               const char    *route,
                               const char    *body,
                               guint         *out_status);

/** Lets WordPress publish what is due. */
void test_wordpress_run_cron (TestWordPress *self);

/* --- what reached it ----------------------------------------------------------- */

/**
 * test_wordpress_count_requests:
 * @method: (nullable): only these
 * @pattern: (nullable): a regular expression that the path with the query matches
 *
 * Counts since the start, the last reset or test_wordpress_forget_requests().
 */
guint test_wordpress_count_requests (TestWordPress *self,
                                     const char    *method,
                                     const char    *pattern);

/**
 * test_wordpress_dup_requests:
 *
 * Returns: (transfer full) (element-type JsonObject): each with method, path, query,
 * status, bytes, agent, cookie, signed and ms
 */
GPtrArray *test_wordpress_dup_requests (TestWordPress *self);

void test_wordpress_forget_requests (TestWordPress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestWordPress, test_wordpress_free)
