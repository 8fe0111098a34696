/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table follows WordPress's own list of trusted services and the names of the embed
 * block's variations.
 */
#include "config.h"

#include "feu-embed.h"

#include <string.h>

typedef enum
{
  KIND_RICH,
  KIND_VIDEO,
  KIND_WIDE,
} Kind;

/* A host stands for its subdomains too. */
static const struct
{
  const char *host;
  const char *path; /* begins with this */
  const char *part; /* (nullable): and has this in it */
  const char *provider;
  Kind        kind;
} services[] = {
  { "youtube.com", "/watch", NULL, "youtube", KIND_WIDE },
  { "youtube.com", "/playlist", NULL, "youtube", KIND_WIDE },
  { "youtube.com", "/shorts/", NULL, "youtube", KIND_VIDEO },
  { "youtube.com", "/live/", NULL, "youtube", KIND_WIDE },
  { "youtu.be", "/", NULL, "youtube", KIND_WIDE },
  { "vimeo.com", "/", NULL, "vimeo", KIND_WIDE },
  { "dailymotion.com", "/video/", NULL, "dailymotion", KIND_WIDE },
  { "dai.ly", "/", NULL, "dailymotion", KIND_WIDE },
  { "wordpress.tv", "/", NULL, "wordpress-tv", KIND_WIDE },
  { "videopress.com", "/v/", NULL, "videopress", KIND_WIDE },
  { "ted.com", "/talks/", NULL, "ted", KIND_WIDE },
  { "animoto.com", "/play/", NULL, "animoto", KIND_VIDEO },
  { "tiktok.com", "/", "/video/", "tiktok", KIND_VIDEO },
  { "twitter.com", "/", "/status/", "twitter", KIND_RICH },
  { "x.com", "/", "/status/", "twitter", KIND_RICH },
  { "bsky.app", "/profile/", "/post/", "bluesky", KIND_RICH },
  { "reddit.com", "/r/", "/comments/", "reddit", KIND_RICH },
  { "tumblr.com", "/", "/post/", "tumblr", KIND_RICH },
  { "pinterest.com", "/pin/", NULL, "pinterest", KIND_RICH },
  { "flickr.com", "/photos/", NULL, "flickr", KIND_RICH },
  { "flic.kr", "/", NULL, "flickr", KIND_RICH },
  { "imgur.com", "/", NULL, "imgur", KIND_RICH },
  { "smugmug.com", "/", NULL, "smugmug", KIND_RICH },
  { "soundcloud.com", "/", NULL, "soundcloud", KIND_RICH },
  { "open.spotify.com", "/", NULL, "spotify", KIND_RICH },
  { "mixcloud.com", "/", NULL, "mixcloud", KIND_RICH },
  { "reverbnation.com", "/", NULL, "reverbnation", KIND_RICH },
  { "pca.st", "/", NULL, "pocket-casts", KIND_RICH },
  { "scribd.com", "/doc", NULL, "scribd", KIND_RICH },
  { "issuu.com", "/", "/docs/", "issuu", KIND_RICH },
  { "speakerdeck.com", "/", NULL, "speaker-deck", KIND_RICH },
  { "kickstarter.com", "/projects/", NULL, "kickstarter", KIND_RICH },
  { "crowdsignal.com", "/", NULL, "crowdsignal", KIND_RICH },
  { "poll.fm", "/", NULL, "crowdsignal", KIND_RICH },
  { "cloudup.com", "/", NULL, "cloudup", KIND_RICH },
};

static gboolean
is_host (const char *host, const char *wanted)
{
  gsize length = strlen (host);
  gsize wanted_length = strlen (wanted);

  if (length < wanted_length ||
      g_ascii_strcasecmp (host + length - wanted_length, wanted) != 0)
    return FALSE;
  return length == wanted_length || host[length - wanted_length - 1] == '.';
}

/* The address of a YouTube page without "&", which WordPress spoils in what authors
 * send; (nullable): when more than the video is asked for. */
static char *
dup_short_youtube (GUri *uri)
{
  const char *query = g_uri_get_query (uri);

  if (query == NULL || strcmp (g_uri_get_path (uri), "/watch") != 0)
    return NULL;
  g_autoptr (GHashTable) values =
      g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL);
  const char *video = values != NULL ? g_hash_table_lookup (values, "v") : NULL;
  if (video == NULL || g_hash_table_contains (values, "list") ||
      strspn (video, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_") != strlen (video))
    return NULL;
  const char *start = g_hash_table_lookup (values, "t");
  if (start == NULL || strspn (start, G_CSET_DIGITS "hms") != strlen (start))
    return g_strconcat ("https://youtu.be/", video, NULL);
  return g_strconcat ("https://youtu.be/", video, "?t=", start, NULL);
}

static char *
dup_known_form (const char *url, GUri *uri)
{
  if (is_host (g_uri_get_host (uri), "x.com"))
    return g_strconcat ("https://twitter.com", g_uri_get_path (uri), NULL);
  if (is_host (g_uri_get_host (uri), "youtube.com") && strchr (url, '&') != NULL)
    {
      char *shorter = dup_short_youtube (uri);
      if (shorter != NULL)
        return shorter;
    }
  return g_strdup (url);
}

static gboolean
is_written_plainly (const char *url)
{
  for (const char *at = url; *at != '\0'; at++)
    if ((guchar) *at <= ' ' || (guchar) *at >= 0x7f ||
        strchr ("\"'<>[]\\^`{|}", *at) != NULL)
      return FALSE;
  return TRUE;
}

gboolean
feu_embed_find (const char *url, FeuEmbed *out_embed)
{
  g_autoptr (GUri) uri =
      g_uri_parse (url, G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || !is_written_plainly (url) ||
      (strcmp (g_uri_get_scheme (uri), "https") != 0 &&
       strcmp (g_uri_get_scheme (uri), "http") != 0) ||
      strlen (g_uri_get_path (uri)) < 2)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (is_host (g_uri_get_host (uri), services[i].host) &&
        g_str_has_prefix (g_uri_get_path (uri), services[i].path) &&
        (services[i].part == NULL ||
         strstr (g_uri_get_path (uri), services[i].part) != NULL))
      {
        out_embed->url = dup_known_form (url, uri);
        out_embed->provider = services[i].provider;
        out_embed->type = services[i].kind == KIND_RICH ? "rich" : "video";
        out_embed->is_wide = services[i].kind == KIND_WIDE;
        return TRUE;
      }
  return FALSE;
}
