/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Certificates that make-certificates makes, good and bad, and whom they are signed by.
 */
#pragma once

#include "test-folder.h"

typedef struct
{
  char         *folder;    /* owned */
  GTlsDatabase *authority; /* owned: trusts the test's own authority and nobody else */
} TestCertificates;

static inline void
test_certificates_set_up (TestCertificates *certificates)
{
  g_autofree char *tool =
      g_test_build_filename (G_TEST_DIST, "support", "make-certificates", NULL);
  certificates->folder = test_folder_new ();
  const char *const argv[] = { tool, certificates->folder, NULL };
  GError           *error = NULL;
  int               status = 0;

  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_DEFAULT,
                NULL,
                NULL,
                NULL,
                NULL,
                &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_autofree char *path =
      g_build_filename (certificates->folder, "authority.pem", NULL);
  certificates->authority = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
}

static inline void
test_certificates_tear_down (TestCertificates *certificates)
{
  g_clear_object (&certificates->authority);
  test_folder_remove (g_steal_pointer (&certificates->folder));
}

/** (transfer full): "good", "expired", "not-yet", "wrong-host", "unknown-issuer",
 * "self-signed" */
static inline GTlsCertificate *
test_certificates_load (const TestCertificates *certificates, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".pem", NULL);
  g_autofree char *path = g_build_filename (certificates->folder, file, NULL);
  GError          *error = NULL;
  GTlsCertificate *certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  return certificate;
}
