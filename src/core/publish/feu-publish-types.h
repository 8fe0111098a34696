/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a site has and says, as plain data that knows no protocol: accounts and their
 * rights, terms, images, the site itself. Posts are in feu-post.h, what the writer
 * wants in feu-publish-wish.h.
 *
 * All are reference-counted (atomically) and filled by who makes them; from the moment
 * they are handed on nobody changes them, so they may go from thread to thread. All
 * text is plain: entities decoded, valid UTF-8. Strings said to be (nullable) are NULL
 * when the site has none, others are "".
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FeuRights:
 *
 * What an account may do, as the site says it (capabilities), never guessed from a
 * role. A post has its own: what the account may do with that one post.
 */
typedef enum
{
  FEU_RIGHT_WRITE = 1 << 0,          /* make drafts, send them for review */
  FEU_RIGHT_PUBLISH = 1 << 1,        /* publish, schedule, make private */
  FEU_RIGHT_EDIT_PUBLISHED = 1 << 2, /* change a post of one's own once published */
  FEU_RIGHT_EDIT_OTHERS = 1 << 3,    /* change posts of others */
  FEU_RIGHT_CHOOSE_AUTHOR = 1 << 4,
  FEU_RIGHT_UPLOAD = 1 << 5,
  FEU_RIGHT_CREATE_TAGS = 1 << 6,
  FEU_RIGHT_CREATE_CATEGORIES = 1 << 7,
  FEU_RIGHT_RAW_HTML = 1 << 8, /* otherwise scripts, frames, forms … are taken out */
  FEU_RIGHT_STICKY = 1 << 9,
} FeuRights;

/**
 * FeuAccount:
 * @id: the site's number for this person
 * @name: to be shown
 * @login: (nullable): only known of oneself
 * @rights: 0 for people from feu_publisher_list_authors()
 */
#define FEU_TYPE_ACCOUNT (feu_account_get_type ())
typedef struct
{
  gint64    id;
  char     *name;
  char     *login;
  FeuRights rights;
} FeuAccount;

GType       feu_account_get_type (void);
FeuAccount *feu_account_new (gint64 id, const char *name);
FeuAccount *feu_account_ref (FeuAccount *self);
void        feu_account_unref (FeuAccount *self);

/**
 * FeuSiteInfo:
 * @name: of the site
 * @home: its front page
 * @time_zone: in which the site shows times; UTC when it does not tell
 * @formats: (array zero-terminated=1): post formats, "standard" first, perhaps alone
 * @has_footnotes: whether native footnotes are known to the site
 * @clock_skew_s: the site's clock minus ours
 */
#define FEU_TYPE_SITE_INFO (feu_site_info_get_type ())
typedef struct
{
  char      *name;
  char      *home;
  GTimeZone *time_zone;
  GStrv      formats;
  gboolean   has_footnotes;
  gint64     clock_skew_s;
} FeuSiteInfo;

GType        feu_site_info_get_type (void);
FeuSiteInfo *feu_site_info_new (const char *name, const char *home);
FeuSiteInfo *feu_site_info_ref (FeuSiteInfo *self);
void         feu_site_info_unref (FeuSiteInfo *self);

typedef enum
{
  FEU_TAXONOMY_CATEGORY,
  FEU_TAXONOMY_TAG,
} FeuTaxonomy;

#define FEU_N_TAXONOMIES (FEU_TAXONOMY_TAG + 1)

/**
 * FeuTerm:
 * @parent: id of the category above; 0 at the top and for tags
 * @name: decoded: "R&D", not "R&amp;D"
 * @count: posts that have it
 */
#define FEU_TYPE_TERM (feu_term_get_type ())
typedef struct
{
  FeuTaxonomy taxonomy;
  gint64      id;
  gint64      parent;
  char       *name;
  char       *slug;
  guint       count;
} FeuTerm;

GType    feu_term_get_type (void);
FeuTerm *feu_term_new (FeuTaxonomy taxonomy,
                       gint64      id,
                       const char *name,
                       const char *slug);
FeuTerm *feu_term_ref (FeuTerm *self);
void     feu_term_unref (FeuTerm *self);

/**
 * FeuRemoteImage:
 * @id: in the site's media library; 0 for an image elsewhere, of which only @url is
 * known
 * @url: the full size
 * @large_url: (nullable): a size fit for a text column; NULL where @url is to be used
 * @width: of the full size in pixels; 0 when not known
 * @alt: "" when there is none
 * @caption: (nullable): plain text
 * @title: (nullable): in the library
 * @mime_type: (nullable)
 */
#define FEU_TYPE_REMOTE_IMAGE (feu_remote_image_get_type ())
typedef struct
{
  gint64 id;
  char  *url;
  char  *large_url;
  guint  width;
  guint  height;
  char  *alt;
  char  *caption;
  char  *title;
  char  *mime_type;
} FeuRemoteImage;

GType           feu_remote_image_get_type (void);
FeuRemoteImage *feu_remote_image_new (gint64 id, const char *url);
FeuRemoteImage *feu_remote_image_ref (FeuRemoteImage *self);
void            feu_remote_image_unref (FeuRemoteImage *self);

/**
 * FeuImageLookup:
 * @src: as in FeuImageRef
 *
 * What an image of the article is on the site. Returns: (nullable) (transfer none):
 * NULL where it has no place there
 */
typedef const FeuRemoteImage *(*FeuImageLookup) (const char *src, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuAccount, feu_account_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuSiteInfo, feu_site_info_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuTerm, feu_term_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeuRemoteImage, feu_remote_image_unref)

G_END_DECLS
