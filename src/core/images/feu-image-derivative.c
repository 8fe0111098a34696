/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pixels are written anew only where that is needed: each time costs quality, and a
 * site makes its own sizes from what it gets.
 */
#include "config.h"

#include "feu-image-derivative.h"

#include "feu-image-decode.h"
#include "feu-image-import.h"
#include "feu-slug.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILE_BYTES ((gsize) 100 * 1000 * 1000)
#define MAX_STEM_CHARACTERS 50
#define NAME_DIGITS 10

#define USUAL_QUALITY 85
#define LOWEST_QUALITY 60
#define QUALITY_STEP 8
#define SIZE_STEP 0.8
#define SMALLEST_PX 320

typedef struct
{
  FeuImageDerivative public;
  gatomicrefcount ref_count;
} RealDerivative;

/* What to make of one file. */
typedef struct
{
  GBytes               *bytes; /* borrowed */
  const char           *name;
  FeuImageScan          scan;
  const FeuImageLimits *limits;
  GCancellable         *cancellable;
} Task;

static GBytes *
set_too_heavy (const Task *task, GError **error)
{
  g_autofree char *limit = g_format_size (task->limits->max_bytes);

  g_set_error (error,
               FEU_IMAGE_ERROR,
               FEU_IMAGE_ERROR_TOO_LARGE,
               task->scan.is_animated
                   ? _ ("“%s” is an animation larger than the site takes (%s). Make it "
                        "shorter or smaller, or use a video.")
                   : _ ("“%s” cannot be made small enough for the site (%s). Save a "
                        "smaller version and use that one."),
               task->name,
               limit);
  return NULL;
}

static gboolean
fits (const Task *task, GBytes *bytes)
{
  return task->limits->max_bytes == 0 ||
         g_bytes_get_size (bytes) <= task->limits->max_bytes;
}

static gboolean
is_within_px (const Task *task)
{
  return task->limits->max_px <= 0 ||
         MAX (task->scan.width, task->scan.height) <= task->limits->max_px;
}

/* The one encoding of @pixbuf that its kind asks for, without regard to weight. */
static GBytes *
encode_as_usual (const Task *task, GdkPixbuf *pixbuf, int quality, GError **error)
{
  FeuImageKind kind = task->scan.kind;

  if (gdk_pixbuf_get_has_alpha (pixbuf) || kind == FEU_IMAGE_KIND_PNG ||
      kind == FEU_IMAGE_KIND_GIF || kind == FEU_IMAGE_KIND_SVG)
    return feu_image_encode (pixbuf, 0, error);
  g_autoptr (GBytes) lossy = feu_image_encode (pixbuf, quality, error);
  if (lossy == NULL || kind == FEU_IMAGE_KIND_JPEG || kind == FEU_IMAGE_KIND_HEIF ||
      kind == FEU_IMAGE_KIND_AVIF)
    return g_steal_pointer (&lossy);
  /* A drawing or a picture of a screen is smaller without loss. */
  g_autoptr (GBytes) lossless = feu_image_encode (pixbuf, 0, error);
  if (lossless == NULL)
    return NULL;
  return g_bytes_get_size (lossless) <= g_bytes_get_size (lossy)
             ? g_steal_pointer (&lossless)
             : g_steal_pointer (&lossy);
}

/* The first that fits of: @pixbuf at lower and lower quality, then the same smaller. */
static GBytes *
encode_to_fit (const Task *task,
               GdkPixbuf  *pixbuf,
               int         quality,
               GdkPixbuf **out_pixbuf,
               GError    **error)
{
  int longest = MAX (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  int smallest = MIN (longest, SMALLEST_PX);
  gboolean has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);

  for (double px = longest; px >= smallest; px *= SIZE_STEP)
    {
      g_autoptr (GdkPixbuf) scaled = feu_image_scale_down (pixbuf, (int) px);
      int lowest = has_alpha ? quality : MIN (quality, LOWEST_QUALITY);
      for (int step = quality; scaled != NULL && step >= lowest; step -= QUALITY_STEP)
        {
          if (g_cancellable_set_error_if_cancelled (task->cancellable, error))
            return NULL;
          g_autoptr (GBytes) bytes =
              feu_image_encode (scaled, has_alpha ? 0 : step, error);
          if (bytes == NULL)
            return NULL;
          if (!fits (task, bytes))
            continue;
          *out_pixbuf = g_steal_pointer (&scaled);
          return g_steal_pointer (&bytes);
        }
    }
  return set_too_heavy (task, error);
}

static GBytes *
encode (const Task *task, GdkPixbuf *pixbuf, GdkPixbuf **out_pixbuf, GError **error)
{
  int quality = task->limits->jpeg_quality > 0 ? MIN (task->limits->jpeg_quality, 100)
                                               : USUAL_QUALITY;
  g_autoptr (GError) encode_error = NULL;
  g_autoptr (GBytes) usual = encode_as_usual (task, pixbuf, quality, &encode_error);
  GBytes *bytes = NULL;

  if (usual != NULL && fits (task, usual))
    {
      *out_pixbuf = g_object_ref (pixbuf);
      return g_steal_pointer (&usual);
    }
  if (usual != NULL)
    bytes = encode_to_fit (task, pixbuf, quality, out_pixbuf, &encode_error);
  if (bytes == NULL)
    g_propagate_error (error, g_steal_pointer (&encode_error));
  return bytes;
}

static const char *
get_extension (FeuImageKind kind)
{
  switch (kind)
    {
    case FEU_IMAGE_KIND_PNG:
      return "png";
    case FEU_IMAGE_KIND_GIF:
      return "gif";
    case FEU_IMAGE_KIND_WEBP:
      return "webp";
    case FEU_IMAGE_KIND_JPEG:
    case FEU_IMAGE_KIND_AVIF:
    case FEU_IMAGE_KIND_HEIF:
    case FEU_IMAGE_KIND_TIFF:
    case FEU_IMAGE_KIND_BMP:
    case FEU_IMAGE_KIND_SVG:
    case FEU_IMAGE_KIND_UNKNOWN:
      break;
    }
  return "jpg";
}

static const char *
get_content_type (FeuImageKind kind)
{
  switch (kind)
    {
    case FEU_IMAGE_KIND_PNG:
      return "image/png";
    case FEU_IMAGE_KIND_GIF:
      return "image/gif";
    case FEU_IMAGE_KIND_WEBP:
      return "image/webp";
    case FEU_IMAGE_KIND_JPEG:
    case FEU_IMAGE_KIND_AVIF:
    case FEU_IMAGE_KIND_HEIF:
    case FEU_IMAGE_KIND_TIFF:
    case FEU_IMAGE_KIND_BMP:
    case FEU_IMAGE_KIND_SVG:
    case FEU_IMAGE_KIND_UNKNOWN:
      break;
    }
  return "image/jpeg";
}

/* WordPress reads no other names than ASCII ones. */
static char *
dup_stem (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char            *dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';
  g_autofree char *valid = g_utf8_make_valid (base, -1);
  g_autofree char *slug = feu_slug_new (valid, MAX_STEM_CHARACTERS);
  return *slug != '\0' && g_str_is_ascii (slug) ? g_steal_pointer (&slug)
                                                : g_strdup ("image");
}

static FeuImageDerivative *
make_result (const Task  *task,
             GBytes      *bytes,
             FeuImageKind kind,
             int          width,
             int          height,
             gboolean     is_reencoded)
{
  RealDerivative  *real = g_new0 (RealDerivative, 1);
  g_autofree char *stem = dup_stem (task->name);
  char            *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  char            *source_sha256 =
      bytes == task->bytes
                     ? g_strdup (sha256)
                     : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, task->bytes);

  g_atomic_ref_count_init (&real->ref_count);
  real->public = (FeuImageDerivative){
    .bytes = g_bytes_ref (bytes),
    .name =
        g_strdup_printf ("%s-%.*s.%s", stem, NAME_DIGITS, sha256, get_extension (kind)),
    .content_type = get_content_type (kind),
    .sha256 = sha256,
    .source_sha256 = source_sha256,
    .width = width,
    .height = height,
    .is_reencoded = is_reencoded,
  };
  return &real->public;
}

static FeuImageDerivative *
reencode (const Task *task, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = feu_image_decode (task->bytes,
                                                   &task->scan,
                                                   task->name,
                                                   task->limits->max_px,
                                                   task->cancellable,
                                                   error);
  if (pixbuf == NULL)
    return NULL;
  g_autoptr (GdkPixbuf) encoded = NULL;
  g_autoptr (GBytes) bytes = encode (task, pixbuf, &encoded, error);
  if (bytes == NULL)
    return NULL;
  g_auto (FeuImageScan) result = feu_image_scan (bytes);
  return make_result (task,
                      bytes,
                      result.kind,
                      gdk_pixbuf_get_width (encoded),
                      gdk_pixbuf_get_height (encoded),
                      /* is_reencoded= */ TRUE);
}

static gboolean
has_clean_form (FeuImageKind kind)
{
  return kind == FEU_IMAGE_KIND_JPEG || kind == FEU_IMAGE_KIND_PNG ||
         kind == FEU_IMAGE_KIND_GIF || kind == FEU_IMAGE_KIND_WEBP;
}

static gboolean
is_acceptable (const Task *task, GError **error)
{
  const FeuImageScan *scan = &task->scan;

  if (scan->kind == FEU_IMAGE_KIND_UNKNOWN)
    g_set_error (error,
                 FEU_IMAGE_ERROR,
                 FEU_IMAGE_ERROR_NOT_AN_IMAGE,
                 _ ("“%s” is not an image that sites can show. Choose a JPEG, PNG, GIF "
                    "or WebP file."),
                 task->name);
  else if (scan->is_raw)
    g_set_error (
        error,
        FEU_IMAGE_ERROR,
        FEU_IMAGE_ERROR_UNSUPPORTED,
        _ ("“%s” is a camera’s raw file. Develop it to JPEG and use that one."),
        task->name);
  else if (has_clean_form (scan->kind) && scan->clean == NULL)
    feu_image_set_damaged (task->name, error);
  else if (feu_image_scan_is_too_large (scan, task->limits->max_px))
    feu_image_set_too_large (task->name, error);
  else if (scan->is_animated && !fits (task, scan->clean))
    set_too_heavy (task, error);
  else
    return TRUE;
  return FALSE;
}

static FeuImageDerivative *
derive (const Task *task, GError **error)
{
  const FeuImageScan *scan = &task->scan;

  if (!is_acceptable (task, error))
    return NULL;
  gboolean is_fit = scan->clean != NULL && scan->orientation == 1 && !scan->is_cmyk &&
                    is_within_px (task) && fits (task, scan->clean);
  if (!is_fit && !scan->is_animated)
    return reencode (task, error);
  return make_result (task,
                      scan->clean,
                      scan->kind,
                      scan->width,
                      scan->height,
                      /* is_reencoded= */ FALSE);
}

FeuImageDerivative *
feu_image_derivative_new_for_bytes (GBytes               *bytes,
                                    const char           *name,
                                    const FeuImageLimits *limits,
                                    GCancellable         *cancellable,
                                    GError              **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL && limits != NULL, NULL);
  Task task = {
    .bytes = bytes,
    .name = name,
    .scan = feu_image_scan (bytes),
    .limits = limits,
    .cancellable = cancellable,
  };
  FeuImageDerivative *self = derive (&task, error);

  feu_image_scan_clear (&task.scan);
  return self;
}

/* Told before it is read whether it is a file at all, and one that fits in memory. */
static gboolean
is_readable (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                  G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                  "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE,
                                                  cancellable,
                                                  error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
      (guint64) g_file_info_get_size (info) <= MAX_FILE_BYTES)
    return TRUE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    g_set_error (error,
                 FEU_IMAGE_ERROR,
                 FEU_IMAGE_ERROR_TOO_LARGE,
                 _ ("“%s” is larger than 100 MB. Save a smaller version for the web "
                    "and add that one."),
                 name);
  else
    g_set_error (error,
                 FEU_IMAGE_ERROR,
                 FEU_IMAGE_ERROR_NOT_AN_IMAGE,
                 _ ("“%s” is not a file. Choose a picture, such as a JPEG or PNG."),
                 name);
  return FALSE;
}

FeuImageDerivative *
feu_image_derivative_new (GFile                *file,
                          const FeuImageLimits *limits,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && limits != NULL, NULL);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_utf8_make_valid (base, -1);

  if (!is_readable (file, name, cancellable, error))
    return NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  if (bytes == NULL)
    return NULL;
  return feu_image_derivative_new_for_bytes (bytes, name, limits, cancellable, error);
}

FeuImageDerivative *
feu_image_derivative_ref (FeuImageDerivative *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&((RealDerivative *) self)->ref_count);
  return self;
}

void
feu_image_derivative_unref (FeuImageDerivative *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&((RealDerivative *) self)->ref_count))
    return;
  g_bytes_unref (self->bytes);
  g_free ((char *) self->name);
  g_free ((char *) self->sha256);
  g_free ((char *) self->source_sha256);
  g_free (self);
}
