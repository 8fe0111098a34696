/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A site in memory: answers at once, as scripted, and counts what it was asked.
 */
#pragma once

#include "feu-publisher.h"

#define FAKE_TYPE_PUBLISHER (fake_publisher_get_type ())
G_DECLARE_FINAL_TYPE (FakePublisher, fake_publisher, FAKE, PUBLISHER, GObject)

/** @rights: of the account; some categories, tags, authors and images are there. */
FeuPublisher *fake_publisher_new (FeuRights rights);

/** The next @times calls of @function ("update_post" …) fail with @code. */
void fake_publisher_fail (FakePublisher  *self,
                          const char     *function,
                          guint           times,
                          FeuPublishError code,
                          const char     *message);

/** Calls of @function wait until fake_publisher_release(). */
void fake_publisher_hold (FakePublisher *self, const char *function);
void fake_publisher_release (FakePublisher *self);

guint fake_publisher_count (FakePublisher *self, const char *function);

/** (transfer none) (nullable): as it is there now. */
FeuPost *fake_publisher_get (FakePublisher *self, gint64 id);

/** Somebody else changes the post. */
void fake_publisher_put (FakePublisher *self, FeuPost *take_post);

/** How many posts there are. */
guint fake_publisher_count_posts (FakePublisher *self);
