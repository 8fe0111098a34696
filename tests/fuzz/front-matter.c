/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any front matter is read without a crash, and any edit of it either is refused or
 * gives what was asked for and leaves the body alone.
 */
#include "config.h"

#include "feu-metadata.h"
#include "feu-text-edit.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

typedef struct
{
  char           *text;
  gsize           length;
  FeuFrontMatter *front_matter;
  FeuMetadata    *metadata;
} Input;

static Input
read_input (char *text, gsize length)
{
  FeuFrontMatter *front_matter = feu_front_matter_parse (text, length);
  return (Input){ text, length, front_matter, feu_metadata_new (front_matter) };
}

static void
clear_input (Input *input)
{
  feu_metadata_unref (input->metadata);
  feu_front_matter_unref (input->front_matter);
  g_free (input->text);
}

static void
check_node (const FeuMetaNode *node, gsize length)
{
  g_assert_cmpuint (node->start_bytes, <=, node->end_bytes);
  g_assert_cmpuint (node->end_bytes, <=, length);
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    check_node (g_ptr_array_index (node->children, i), length);
}

static void
check_edit (const Input *input, FeuMetaField field, const char *const *values)
{
  g_autoptr (GPtrArray) edits = feu_text_edit_list_new ();
  if (!feu_metadata_edit_list (
          input->metadata, input->text, input->length, field, values, edits, NULL))
    {
      g_assert_cmpuint (edits->len, ==, 0);
      return;
    }
  gsize length = 0;
  char *text = feu_text_edit_list_apply (edits, input->text, input->length, &length);
  Input result = read_input (text, length);
  gsize body = feu_front_matter_get_body_start (input->front_matter);
  g_assert_cmpuint (input->length - body, <=, length);
  g_assert_cmpmem (input->text + body,
                   input->length - body,
                   text + length - (input->length - body),
                   input->length - body);
  if (values[0] != NULL && field != FEU_FIELD_COMMENTS)
    g_assert_true (
        g_strv_equal (values, feu_metadata_get_list (result.metadata, field)));
  clear_input (&result);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *const none[] = { NULL };
  const char *const one[] = { "a: \"#b\"", NULL };
  const char *const two[] = { "c", "d e", NULL };

  /* A file with a NUL byte, or that is not UTF-8, is never loaded. */
  g_autofree char   *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  Input              input = read_input (g_strdup (text), strlen (text));
  const FeuMetaNode *root = feu_front_matter_get_root (input.front_matter);

  if (root != NULL)
    check_node (root, input.length);
  for (guint field = 0; field < FEU_N_FIELDS; field++)
    {
      check_edit (&input, (FeuMetaField) field, none);
      check_edit (&input, (FeuMetaField) field, one);
      if (feu_meta_field_is_list ((FeuMetaField) field))
        check_edit (&input, (FeuMetaField) field, two);
    }
  clear_input (&input);
  return 0;
}
