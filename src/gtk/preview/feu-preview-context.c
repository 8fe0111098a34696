/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only set-up.
 */
#include "config.h"

#include "feu-preview-context.h"

#include "feu-graphics.h"
#include "feu-preview-request.h"

static void
on_request_cb (WebKitURISchemeRequest *request, gpointer unused)
{
  feu_preview_request_answer (request);
}

WebKitWebContext *
feu_preview_context_new (void)
{
  WebKitWebContext      *context = webkit_web_context_new_ephemeral ();
  WebKitSecurityManager *security = webkit_web_context_get_security_manager (context);

  webkit_web_context_set_sandbox_enabled (context, TRUE);
  webkit_web_context_set_cache_model (context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  webkit_web_context_set_spell_checking_enabled (context, FALSE);
  webkit_web_context_register_uri_scheme (
      context, FEU_PREVIEW_SCHEME, on_request_cb, NULL, NULL);
  webkit_security_manager_register_uri_scheme_as_display_isolated (security,
                                                                   FEU_PREVIEW_SCHEME);
  return context;
}

WebKitSettings *
feu_preview_context_new_settings (void)
{
  return g_object_new (WEBKIT_TYPE_SETTINGS,
                       "enable-javascript-markup",
                       FALSE,
                       "javascript-can-open-windows-automatically",
                       FALSE,
                       "enable-html5-database",
                       FALSE,
                       "enable-html5-local-storage",
                       FALSE,
                       "enable-page-cache",
                       FALSE,
                       "enable-media",
                       FALSE,
                       "enable-webaudio",
                       FALSE,
                       "enable-webgl",
                       FALSE,
                       "enable-back-forward-navigation-gestures",
                       FALSE,
                       "hardware-acceleration-policy",
                       feu_graphics_has_device ()
                           ? WEBKIT_HARDWARE_ACCELERATION_POLICY_ALWAYS
                           : WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER,
                       NULL);
}
