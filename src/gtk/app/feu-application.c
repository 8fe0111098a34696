/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Start-up and the application's own actions.
 */
#include "config.h"

#include "feu-application.h"

#include "feu-graphics.h"
#include "feu-recovery-dialog.h"
#include "feu-services.h"
#include "feu-window.h"

#include <glib/gi18n.h>
#include <handy.h>

/* What is left to do before the first article is opened. */
typedef enum
{
  STEP_LOOK,
  STEP_WINDOW,
  STEP_OPEN,
} Step;

struct _FeuApplication
{
  GtkApplication parent_instance;

  FeuServices *services; /* owned, from startup on */
  GPtrArray   *waiting;  /* (element-type GFile), owned: to be opened */
  Step         next_step;
  guint        idle_id;
};

G_DEFINE_FINAL_TYPE (FeuApplication, feu_application, GTK_TYPE_APPLICATION)

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window asks about its own article; the last one to close ends the program. */
  for (GList *at = windows; at != NULL; at = at->next)
    gtk_window_close (at->data);
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_show_about_dialog (parent,
                         "program-name",
                         _ ("Feuillet"),
                         "logo-icon-name",
                         APP_ID,
                         "version",
                         PACKAGE_VERSION,
                         "comments",
                         _ ("Write articles, see them as they will be published"),
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         "copyright",
                         _ ("© 2026 The Feuillet authors"),
                         /* Translators: your name, one line for each translator. */
                         "translator-credits",
                         _ ("translator-credits"),
                         NULL);
}

static const GActionEntry entries[] = {
  { .name = "quit", .activate = quit_activated },
  { .name = "about", .activate = about_activated },
};

static void
update_color_scheme (GSettings *settings, const char *key, gpointer unused)
{
  g_autofree char *scheme = g_settings_get_string (settings, key);
  HdyStyleManager *manager = hdy_style_manager_get_default ();

  hdy_style_manager_set_color_scheme (
      manager,
      g_str_equal (scheme, "light")  ? HDY_COLOR_SCHEME_FORCE_LIGHT
      : g_str_equal (scheme, "dark") ? HDY_COLOR_SCHEME_FORCE_DARK
                                     : HDY_COLOR_SCHEME_PREFER_LIGHT);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/feuillet/Feuillet/ui/style.css");
  gtk_style_context_add_provider_for_screen (gdk_screen_get_default (),
                                             GTK_STYLE_PROVIDER (provider),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
prepare_look (FeuApplication *self)
{
  hdy_init ();
  gtk_window_set_default_icon_name (APP_ID);
  g_signal_connect_object (self->services->settings,
                           "changed::color-scheme",
                           G_CALLBACK (update_color_scheme),
                           self,
                           0);
  update_color_scheme (self->services->settings, "color-scheme", NULL);
  load_style ();
}

static void
feu_application_startup (GApplication *application)
{
  FeuApplication *self = FEU_APPLICATION (application);

  G_APPLICATION_CLASS (feu_application_parent_class)->startup (application);
  self->services = feu_services_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_autoptr (GAction) color_scheme =
      g_settings_create_action (self->services->settings, "color-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  feu_window_set_accels (GTK_APPLICATION (self));
}

static FeuWindow *
add_window (FeuApplication *self)
{
  return FEU_WINDOW (feu_window_new (GTK_APPLICATION (self), self->services));
}

/* The window that has @file open already, or else one whose article is pristine. */
static FeuWindow *
find_window (FeuApplication *self, GFile *file)
{
  GList     *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  FeuWindow *pristine = NULL;

  for (GList *at = windows; at != NULL; at = at->next)
    {
      if (!FEU_IS_WINDOW (at->data))
        continue;
      FeuArticleView *view = feu_window_get_article_view (at->data);
      FeuDocument    *document = feu_article_view_get_document (view);
      GFile          *open = feu_document_get_file (document);
      if (open != NULL && g_file_equal (open, file))
        return at->data;
      if (feu_article_view_is_pristine (view) && !feu_document_is_busy (document))
        pristine = at->data;
    }
  return pristine;
}

static void
open_file (FeuApplication *self, GFile *file)
{
  FeuWindow *window = find_window (self, file);

  if (window == NULL)
    window = add_window (self);
  if (feu_article_view_is_pristine (feu_window_get_article_view (window)))
    feu_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- what a crash left ---- */

static void
restore_draft (FeuLeftDraft *left, gpointer user_data)
{
  FeuApplication *self = user_data;
  GList          *at = gtk_application_get_windows (GTK_APPLICATION (self));
  FeuWindow      *window = NULL;

  for (; at != NULL && window == NULL; at = at->next)
    if (FEU_IS_WINDOW (at->data))
      {
        FeuArticleView *view = feu_window_get_article_view (at->data);
        if (feu_article_view_is_pristine (view) &&
            !feu_document_is_busy (feu_article_view_get_document (view)))
          window = at->data;
      }
  if (window == NULL)
    window = add_window (self);
  feu_article_view_restore (feu_window_get_article_view (window), left);
  gtk_window_present (GTK_WINDOW (window));
}

static void
take_left_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FeuApplication) self = user_data;
  /* Not cancellable: it cannot fail. */
  GPtrArray *left =
      feu_draft_store_take_left_finish (FEU_DRAFT_STORE (object), result, NULL);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL && left->len > 0)
    feu_recovery_dialog_show (window, left, restore_draft, self);
  else
    g_ptr_array_unref (left);
}

static void
open_waiting (FeuApplication *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting);
  GtkWindow *window;

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    open_file (self, g_ptr_array_index (files, i));
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window == NULL)
    window = GTK_WINDOW (add_window (self));
  if (files->len == 0)
    gtk_window_present (window);
}

static gboolean
step_fired_cb (gpointer user_data)
{
  FeuApplication *self = user_data;

  switch (self->next_step)
    {
    case STEP_LOOK:
      prepare_look (self);
      self->next_step = STEP_WINDOW;
      return G_SOURCE_CONTINUE;
    case STEP_WINDOW:
      add_window (self);
      self->next_step = STEP_OPEN;
      return G_SOURCE_CONTINUE;
    case STEP_OPEN:
      self->idle_id = 0;
      open_waiting (self);
      feu_draft_store_take_left_async (
          self->services->drafts, NULL, take_left_cb, g_object_ref (self));
      g_application_release (G_APPLICATION (self));
      return G_SOURCE_REMOVE;
    }
  g_return_val_if_reached (G_SOURCE_REMOVE);
}

/* What the first window needs is made in steps, with turns of the main loop between
 * them: only there does WebKit answer the web process, which starts meanwhile. */
static void
open_when_ready (FeuApplication *self)
{
  if (self->idle_id != 0)
    return;
  if (self->next_step == STEP_OPEN)
    {
      open_waiting (self);
      return;
    }
  g_application_hold (G_APPLICATION (self));
  self->idle_id = g_idle_add (step_fired_cb, self);
}

static void
feu_application_activate (GApplication *application)
{
  open_when_ready (FEU_APPLICATION (application));
}

static void
feu_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  FeuApplication *self = FEU_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->waiting, g_object_ref (files[i]));
  open_when_ready (self);
}

static void
feu_application_finalize (GObject *object)
{
  FeuApplication *self = FEU_APPLICATION (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->services, feu_services_free);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (feu_application_parent_class)->finalize (object);
}

static void
feu_application_class_init (FeuApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_application_finalize;
  application_class->startup = feu_application_startup;
  application_class->activate = feu_application_activate;
  application_class->open = feu_application_open;
}

static void
feu_application_init (FeuApplication *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkApplication *
feu_application_new (void)
{
  feu_graphics_prepare ();
  return g_object_new (FEU_TYPE_APPLICATION,
                       "application-id",
                       APP_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
