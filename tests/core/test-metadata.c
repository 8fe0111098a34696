/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields in the spellings of others, read and changed. Real-looking front matters and
 * what is read from each are in tests/data/front-matter.
 */
#include "config.h"

#include "feu-metadata.h"
#include "feu-text-edit.h"

#include <string.h>

static FeuMetadata *
read_metadata (const char *text)
{
  g_autoptr (FeuFrontMatter) front_matter =
      feu_front_matter_parse (text, strlen (text));
  return feu_metadata_new (front_matter);
}

static void
dump_image (GString *out, const FeuMetadata *metadata, const char *src)
{
  static const char *const names[] = {
    "alt", "caption", "credit", "license", "source"
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value =
          feu_metadata_get_image_param (metadata, src, (FeuImageParam) i);
      if (value != NULL)
        g_string_append_printf (out, "%s %s: %s\n", names[i], src, value);
    }
}

static char *
dump (const FeuMetadata *metadata)
{
  static const char *const kinds[] = { "none", "yaml", "toml", "invalid" };
  static const char *const comments[] = { NULL, "open", "closed" };
  GString                 *out = g_string_new (NULL);
  g_string_append_printf (
      out,
      "kind: %s\n",
      kinds[feu_front_matter_get_kind (feu_metadata_get_front_matter (metadata))]);
  for (guint i = 0; i < FEU_N_FIELDS; i++)
    {
      g_autofree char *joined = g_strjoinv (
          " | ", (GStrv) feu_metadata_get_list (metadata, (FeuMetaField) i));
      const char *text = i == FEU_FIELD_COMMENTS
                             ? comments[feu_metadata_get_comments (metadata)]
                             : joined;
      if (text != NULL && text[0] != '\0')
        g_string_append_printf (
            out, "%s: %s\n", feu_meta_field_get_name ((FeuMetaField) i), text);
    }
  const char *image = feu_metadata_get_string (metadata, FEU_FIELD_IMAGE);
  if (image != NULL)
    dump_image (out, metadata, image);
  return g_string_free (out, FALSE);
}

static void
test_golden (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("%s.md", (const char *) data);
  g_autofree char *wanted_name = g_strdup_printf ("%s.txt", (const char *) data);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "data", "front-matter", name, NULL);
  g_autofree char *wanted_path =
      g_test_build_filename (G_TEST_DIST, "data", "front-matter", wanted_name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *wanted = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (wanted_path, &wanted, NULL, NULL));
  g_autoptr (FeuMetadata) metadata = read_metadata (text);
  g_autofree char *got = dump (metadata);
  g_assert_cmpstr (got, ==, wanted);
}

static void
test_every_spelling (void)
{
  static const char *const names[] = {
    "title",         "subtitle",      "standfirst",      "excerpt",
    "summary",       "slug",          "language",        "locale",
    "publishDate",   "published",     "featured_image",  "feature_image",
    "featuredImage", "featuredimage", "featured-image",  "thumbnail",
    "cover",         "cover.image",   "banner",          "og_image",
    "header.image",  "canonical_url", "canonicalURL",    "site",
    "author",        "authors",       "category",        "section",
    "tag",           "keywords",      "taxonomies.tags", "taxonomies.categories",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      FeuMetaField     field = FEU_FIELD_TITLE;
      const char      *dot = strchr (names[i], '.');
      g_autofree char *text = dot != NULL
                                  ? g_strdup_printf ("---\n%.*s:\n  %s: x\n---\n",
                                                     (int) (dot - names[i]),
                                                     names[i],
                                                     dot + 1)
                                  : g_strdup_printf ("---\n%s: x\n---\n", names[i]);
      g_assert_true (feu_meta_field_from_name (names[i], &field));
      g_autoptr (FeuMetadata) metadata = read_metadata (text);
      g_assert_cmpstr (feu_metadata_get_string (metadata, field), ==, "x");
      g_assert_cmpstr (feu_metadata_get_spelling (metadata, field), ==, names[i]);
    }
}

typedef struct
{
  const char  *name;
  const char  *before;
  FeuMetaField field;
  const char  *values; /* with "|" between */
  const char  *after;
} EditCase;

#define FENCED(content) "---\n" content "---\nBody\n"

static const EditCase edit_cases[] = {
  { "spelling-kept",
    FENCED ("featured_image: a.jpg\n"),
    FEU_FIELD_IMAGE,
    "b.jpg",
    FENCED ("featured_image: b.jpg\n") },
  { "nested-spelling-kept",
    FENCED ("cover:\n  image: a # c\n  alt: x\n"),
    FEU_FIELD_IMAGE,
    "b",
    FENCED ("cover:\n  image: b # c\n  alt: x\n") },
  { "empty-spelling-used",
    FENCED ("excerpt: \"\"\n"),
    FEU_FIELD_DESCRIPTION,
    "x",
    FENCED ("excerpt: \"x\"\n") },
  { "null-used",
    FENCED ("lang: ~ # c\n"),
    FEU_FIELD_LANG,
    "fr",
    FENCED ("lang: fr # c\n") },
  { "first-of-images",
    FENCED ("images: [a, b]\n"),
    FEU_FIELD_IMAGE,
    "c",
    FENCED ("images: [c, b]\n") },
  { "date-is-bare",
    FENCED ("title: x\n"),
    FEU_FIELD_DATE,
    "2026-08-03T09:00:00+02:00",
    FENCED ("title: x\ndate: 2026-08-03T09:00:00+02:00\n") },
  { "slug-like-date-is-quoted",
    FENCED ("title: x\n"),
    FEU_FIELD_SLUG,
    "2026-08-03",
    FENCED ("title: x\nslug: \"2026-08-03\"\n") },
  { "trimmed", FENCED ("title: x\n"), FEU_FIELD_TITLE, "  z ", FENCED ("title: z\n") },
  { "cleared",
    FENCED ("title: x\nlang: fr\n"),
    FEU_FIELD_TITLE,
    "",
    FENCED ("lang: fr\n") },
  { "one-author",
    FENCED ("title: x\n"),
    FEU_FIELD_AUTHORS,
    "Ann",
    FENCED ("title: x\nauthor: Ann\n") },
  { "two-authors",
    FENCED ("title: x\n"),
    FEU_FIELD_AUTHORS,
    "Ann|Bob",
    FENCED ("title: x\nauthors: [Ann, Bob]\n") },
  { "second-author",
    FENCED ("author: Ann # c\n"),
    FEU_FIELD_AUTHORS,
    "Ann|Bob, Jr",
    FENCED ("author: [Ann, \"Bob, Jr\"] # c\n") },
  { "author-mapping",
    FENCED ("author:\n  name: Ann\n  url: u\n"),
    FEU_FIELD_AUTHORS,
    "Bob",
    FENCED ("author:\n  name: Bob\n  url: u\n") },
  { "author-mappings",
    FENCED ("authors:\n  - name: Ann\n    url: u\n"),
    FEU_FIELD_AUTHORS,
    "Ann|Bob",
    FENCED ("authors:\n  - name: Ann\n    url: u\n  - name: Bob\n") },
  { "jekyll-tags-stay",
    FENCED ("layout: post\ntags: a b\n"),
    FEU_FIELD_TAGS,
    "a|b|c",
    FENCED ("layout: post\ntags: a b c\n") },
  { "jekyll-tag-with-space",
    FENCED ("layout: post\ntags: a b\n"),
    FEU_FIELD_TAGS,
    "a|b|c d",
    FENCED ("layout: post\ntags: [a, b, c d]\n") },
  { "slug-tags-shrink",
    FENCED ("tags: a b c\n"),
    FEU_FIELD_TAGS,
    "a|b",
    FENCED ("tags: [a, b]\n") },
  { "one-tag-with-space",
    FENCED ("tags: réseaux sociaux\n"),
    FEU_FIELD_TAGS,
    "réseaux sociaux|b",
    FENCED ("tags: [réseaux sociaux, b]\n") },
  { "comma-tags-stay",
    FENCED ("keywords: a, b\n"),
    FEU_FIELD_TAGS,
    "a|c d",
    FENCED ("keywords: a, c d\n") },
  { "comma-in-tag",
    FENCED ("keywords: a, b\n"),
    FEU_FIELD_TAGS,
    "a|c, d",
    FENCED ("keywords: [a, \"c, d\"]\n") },
  { "repeated-items-once",
    FENCED ("tags: [a]\n"),
    FEU_FIELD_TAGS,
    "a|b|b| a ",
    FENCED ("tags: [a, b]\n") },
  { "new-front-matter",
    "Body\n",
    FEU_FIELD_TITLE,
    "x",
    "---\ntitle: x\n---\n\nBody\n" },
};

static char *
apply (const char        *text,
       const FeuMetadata *metadata,
       FeuMetaField       field,
       const char        *values)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) items = g_strsplit (values, "|", -1);
  gboolean is_done =
      feu_meta_field_is_list (field)
          ? feu_metadata_edit_list (metadata,
                                    text,
                                    strlen (text),
                                    field,
                                    (const char *const *) items,
                                    edits,
                                    &error)
          : feu_metadata_edit_string (
                metadata, text, strlen (text), field, values, edits, &error);
  g_assert_no_error (error);
  g_assert_true (is_done);
  return feu_text_edit_list_apply (edits, text, strlen (text), NULL);
}

static void
test_edit (gconstpointer data)
{
  const EditCase *test = data;
  g_autoptr (FeuMetadata) metadata = read_metadata (test->before);
  g_autofree char *after = apply (test->before, metadata, test->field, test->values);
  g_assert_cmpstr (after, ==, test->after);
}

typedef struct
{
  const char *text;
  const char *tags;
} TagsCase;

static void
test_division_of_tags (void)
{
  static const TagsCase cases[] = {
    { "tags: réseaux sociaux\n", "réseaux sociaux" },
    { "tags: New York\n", "New York" },
    { "tags: a b c\n", "a|b|c" },
    { "tags: Intelligence artificielle générative\n",
      "Intelligence artificielle générative" },
    { "layout: post\ntags: réseaux sociaux\n", "réseaux|sociaux" },
    { "layout: post.njk\ntags: two words\n", "two words" },
    { "layout: post\ntag: two words\n", "two words" },
    { "layout: post\ntags: \"two words\"\n", "two words" },
    { "tags: a, b c ,, d\n", "a|b c|d" },
    { "tags: ~\nkeywords: [x]\n", "x" },
    { "tags: [a, ~, '', {name: b}, [c]]\n", "a|b" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("---\n%s---\n", cases[i].text);
      g_autoptr (FeuMetadata) metadata = read_metadata (text);
      g_autofree char *tags =
          g_strjoinv ("|", (GStrv) feu_metadata_get_list (metadata, FEU_FIELD_TAGS));
      g_assert_cmpstr (tags, ==, cases[i].tags);
    }
}

typedef struct
{
  const char *before;
  FeuComments value;
  const char *after;
} CommentsCase;

static void
test_comments (void)
{
  static const CommentsCase cases[] = {
    { "comments: true\n", FEU_COMMENTS_CLOSED, "comments: false\n" },
    { "comments: Yes # c\n", FEU_COMMENTS_CLOSED, "comments: No # c\n" },
    { "comment_status: closed\n", FEU_COMMENTS_OPEN, "comment_status: open\n" },
    { "disableComments: true\n", FEU_COMMENTS_OPEN, "disableComments: false\n" },
    { "comments: true\n", FEU_COMMENTS_OPEN, "comments: true\n" },
    { "a: 1\ncomments: true\n", FEU_COMMENTS_UNSET, "a: 1\n" },
    { "a: 1\n", FEU_COMMENTS_CLOSED, "a: 1\ncomments: false\n" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = g_strdup_printf ("---\n%s---\n", cases[i].before);
      g_autofree char *wanted = g_strdup_printf ("---\n%s---\n", cases[i].after);
      g_autoptr (FeuMetadata) metadata = read_metadata (before);
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      g_assert_true (feu_metadata_edit_comments (
          metadata, before, strlen (before), cases[i].value, edits, NULL));
      g_autofree char *after =
          feu_text_edit_list_apply (edits, before, strlen (before), NULL);
      g_assert_cmpstr (after, ==, wanted);
      g_autoptr (FeuMetadata) changed = read_metadata (after);
      g_assert_cmpint (feu_metadata_get_comments (changed), ==, cases[i].value);
    }
}

typedef struct
{
  const char   *before;
  const char   *src;
  FeuImageParam param;
  const char   *value;
  const char   *after;
} ImageCase;

static void
test_image_params (void)
{
  static const ImageCase cases[] = {
    { "title: x\n",
      "a.jpg",
      FEU_IMAGE_PARAM_CREDIT,
      "Me",
      "title: x\nresources:\n  - src: a.jpg\n    params:\n      credit: Me\n" },
    { "resources:\n- src: ./a.jpg\n  title: T\n- src: b\n",
      "a.jpg",
      FEU_IMAGE_PARAM_CAPTION,
      "U",
      "resources:\n- src: ./a.jpg\n  title: U\n- src: b\n" },
    { "resources:\n- src: a.jpg\n  title: T\n- src: b\n",
      "a.jpg",
      FEU_IMAGE_PARAM_ALT,
      "A",
      "resources:\n- src: a.jpg\n  title: T\n  params:\n    alt: A\n- src: b\n" },
    { "resources: [{src: a.jpg, params: {alt: x}}]\n",
      "a.jpg",
      FEU_IMAGE_PARAM_CREDIT,
      "Me, too",
      "resources: [{src: a.jpg, params: {alt: x, credit: \"Me, too\"}}]\n" },
    { "resources: []\n",
      "a.jpg",
      FEU_IMAGE_PARAM_ALT,
      "x",
      "resources: [{src: a.jpg, params: {alt: x}}]\n" },
    { "resources:\n",
      "a.jpg",
      FEU_IMAGE_PARAM_ALT,
      "x",
      "resources:\n  - src: a.jpg\n    params:\n      alt: x\n" },
    { "a: b\nresources:\n  - src: a.jpg\n    params:\n      alt: x\n",
      "a.jpg",
      FEU_IMAGE_PARAM_ALT,
      NULL,
      "a: b\n" },
    { "resources:\n  - src: a.jpg\n    params:\n      alt: x\n  - src: b\n",
      "a.jpg",
      FEU_IMAGE_PARAM_ALT,
      "",
      "resources:\n  - src: b\n" },
    { "image: a.jpg\nimageAlt: x\n",
      "a.jpg",
      FEU_IMAGE_PARAM_ALT,
      "z",
      "image: a.jpg\nimageAlt: z\n" },
    { "cover: {image: a.jpg, alt: x}\n",
      "a.jpg",
      FEU_IMAGE_PARAM_ALT,
      "z",
      "cover: {image: a.jpg, alt: z}\n" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = g_strdup_printf ("---\n%s---\n", cases[i].before);
      g_autofree char *wanted = g_strdup_printf ("---\n%s---\n", cases[i].after);
      g_autoptr (FeuMetadata) metadata = read_metadata (before);
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      g_autoptr (GError) error = NULL;
      feu_metadata_edit_image_param (metadata,
                                     before,
                                     strlen (before),
                                     cases[i].src,
                                     cases[i].param,
                                     cases[i].value,
                                     edits,
                                     &error);
      g_assert_no_error (error);
      g_autofree char *after =
          feu_text_edit_list_apply (edits, before, strlen (before), NULL);
      g_assert_cmpstr (after, ==, wanted);
    }
}

static void
test_read_only (void)
{
  static const char *const texts[] = {
    "+++\ntitle = \"x\"\n+++\n",
    "---\ntitle: [\n---\n",
    "---\na: &a x\ntitle: *a\n---\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FeuMetadata) metadata = read_metadata (texts[i]);
      g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
      g_autoptr (GError) error = NULL;
      g_assert_false (feu_metadata_edit_string (
          metadata, texts[i], strlen (texts[i]), FEU_FIELD_TITLE, "y", edits, &error));
      g_assert_error (error, FEU_FRONT_MATTER_ERROR, FEU_FRONT_MATTER_ERROR_READ_ONLY);
      g_assert_cmpuint (edits->len, ==, 0);
      g_assert_true (feu_metadata_is_editable (metadata) == (i == 2));
    }
}

int
main (int argc, char **argv)
{
  static const char *const goldens[] = { "hugo", "jekyll", "chirpy",
                                         "zola", "ghost",  "eleventy" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/core/metadata/golden/", goldens[i], NULL);
      g_test_add_data_func (path, goldens[i], test_golden);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (edit_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/core/metadata/edit/", edit_cases[i].name, NULL);
      g_test_add_data_func (path, &edit_cases[i], test_edit);
    }
  g_test_add_func ("/core/metadata/every-spelling", test_every_spelling);
  g_test_add_func ("/core/metadata/division-of-tags", test_division_of_tags);
  g_test_add_func ("/core/metadata/comments", test_comments);
  g_test_add_func ("/core/metadata/image-params", test_image_params);
  g_test_add_func ("/core/metadata/read-only", test_read_only);
  return g_test_run ();
}
