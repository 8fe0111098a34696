/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page for all ends, so that each says the same things in the same places.
 */
#include "config.h"

#include "feu-publish-result.h"

#include "feu-publish-error.h"

#include <glib/gi18n.h>

struct _FeuPublishResult
{
  GtkBox parent_instance;

  /* template */
  GtkImage  *icon;
  GtkLabel  *heading;
  GtkLabel  *message;
  GtkWidget *link_button;
  GtkWidget *on_site_box;
  GtkLabel  *on_site;
  GtkWidget *advice_box;
  GtkLabel  *advice;
  GtkWidget *notes_box;
  GtkBox    *notes;
  GtkWidget *open_button;
  GtkButton *edit_button;
  GtkWidget *report_button;

  /* owned */
  FeuPublishOutcome *outcome;
  char              *site_name;
};

G_DEFINE_FINAL_TYPE (FeuPublishResult, feu_publish_result, GTK_TYPE_BOX)

static const char *
describe_done (const FeuPublishOutcome *outcome)
{
  if (outcome->is_unchanged)
    return _ ("Nothing to send: the site has this version");
  switch (outcome->post != NULL ? outcome->post->status : FEU_POST_OTHER)
    {
    case FEU_POST_DRAFT:
      return _ ("Saved as a draft");
    case FEU_POST_PENDING:
      return _ ("Submitted for review");
    case FEU_POST_PUBLISHED:
      return _ ("Published");
    case FEU_POST_SCHEDULED:
      return _ ("Scheduled");
    case FEU_POST_PRIVATE:
      return _ ("Published privately");
    case FEU_POST_TRASHED:
    case FEU_POST_OTHER:
      return _ ("Sent");
    }
  g_return_val_if_reached (NULL);
}

static const char *
describe_question (FeuPublishQuestion question)
{
  switch (question)
    {
    case FEU_QUESTION_SIGN_IN:
      return _ ("The site does not accept the sign-in any more");
    case FEU_QUESTION_PERMISSION:
      return _ ("This account may not do that");
    case FEU_QUESTION_GONE:
      return _ ("The post is not on the site any more");
    case FEU_QUESTION_NONE:
    case FEU_QUESTION_IMAGES:
    case FEU_QUESTION_TERMS:
    case FEU_QUESTION_CONFLICT:
      return _ ("There is a question first");
    }
  g_return_val_if_reached (NULL);
}

static const char *
describe (const FeuPublishOutcome *outcome)
{
  switch (outcome->kind)
    {
    case FEU_OUTCOME_DONE:
      return describe_done (outcome);
    case FEU_OUTCOME_NEEDS_USER:
      return describe_question (outcome->question);
    case FEU_OUTCOME_WAITING:
      return _ ("Waiting in the outbox");
    case FEU_OUTCOME_FAILED:
      return _ ("It could not be sent");
    case FEU_OUTCOME_CANCELLED:
      return _ ("Stopped");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_icon (const FeuPublishOutcome *outcome)
{
  switch (outcome->kind)
    {
    case FEU_OUTCOME_DONE:
      return "emblem-ok-symbolic";
    case FEU_OUTCOME_WAITING:
      return "preferences-system-time-symbolic";
    case FEU_OUTCOME_CANCELLED:
      return "media-playback-stop-symbolic";
    case FEU_OUTCOME_NEEDS_USER:
      return "dialog-question-symbolic";
    case FEU_OUTCOME_FAILED:
      return "dialog-warning-symbolic";
    }
  g_return_val_if_reached (NULL);
}

/* What to do about a failure, by its kind. */
static const char *
advise_about_error (int code)
{
  switch (code)
    {
    case FEU_PUBLISH_ERROR_AUTH:
      return _ ("Sign in again under “Sites” in the menu, then retry.");
    case FEU_PUBLISH_ERROR_TLS:
      return _ ("Do not sign in to this site before its certificate is in order: tell "
                "its owner. Then retry.");
    case FEU_PUBLISH_ERROR_PERMISSION:
      return _ ("Ask the site’s owner for the right, or send it as something that your "
                "account may do.");
    case FEU_PUBLISH_ERROR_FIREWALL:
      return _ ("Something before the site refused it. Ask the site’s owner to let "
                "requests to its interface (REST API) pass, then retry.");
    case FEU_PUBLISH_ERROR_REDIRECT:
      return _ ("The site has moved. Test it under “Sites” in the menu, then retry.");
    case FEU_PUBLISH_ERROR_TOO_LARGE:
      return _ ("Set a smaller weight for images under “Sites” in the menu, then "
                "retry.");
    case FEU_PUBLISH_ERROR_LOCAL:
    case FEU_PUBLISH_ERROR_REFUSED_FILE:
      return _ (
          "Replace the image, or take it out of the article, then publish again.");
    case FEU_PUBLISH_ERROR_RUNNING:
      return _ ("Wait until it is done there.");
    case FEU_PUBLISH_ERROR_JOURNAL:
      return _ ("See that there is room on the disk, then retry. Without its journal "
                "Feuillet sends nothing, as it could not tell what was sent.");
    default:
      return _ ("Retry. What is on the site already is used, not sent twice.");
    }
}

static const char *
advise (const FeuPublishOutcome *outcome)
{
  switch (outcome->kind)
    {
    case FEU_OUTCOME_DONE:
      return NULL;
    case FEU_OUTCOME_WAITING:
      return _ ("Nothing: it goes by itself as soon as it can, while Feuillet is "
                "open. You may close this and go on writing.");
    case FEU_OUTCOME_CANCELLED:
      return _ ("Go on now, or later from the outbox in the menu.");
    case FEU_OUTCOME_NEEDS_USER:
      return outcome->question == FEU_QUESTION_SIGN_IN
                 ? advise_about_error (FEU_PUBLISH_ERROR_AUTH)
             : outcome->question == FEU_QUESTION_PERMISSION
                 ? _ ("It can be submitted for review instead: an editor of the site "
                      "then publishes it.")
             : outcome->question == FEU_QUESTION_GONE
                 ? _ ("Make a new post of it, or leave it at that.")
                 : NULL;
    case FEU_OUTCOME_FAILED:
      return advise_about_error (outcome->code);
    }
  g_return_val_if_reached (NULL);
}

static void
remove_child (GtkWidget *child, gpointer unused)
{
  gtk_widget_destroy (child);
}

static void
show_notes (FeuPublishResult *self)
{
  GPtrArray *notes = self->outcome->notes;

  gtk_container_foreach (GTK_CONTAINER (self->notes), remove_child, NULL);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("• %s", (const char *) g_ptr_array_index (notes, i));
      GtkWidget *label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 54);
      gtk_widget_show (label);
      gtk_container_add (GTK_CONTAINER (self->notes), label);
    }
  gtk_widget_set_visible (self->notes_box, notes != NULL && notes->len > 0);
}

static void
show_text (GtkWidget *box, GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (box, text != NULL);
}

static void
show_links (FeuPublishResult *self, gboolean is_wordpress)
{
  const FeuPost *post = self->outcome->post;
  gboolean       has_edit = post != NULL && *post->edit_link != '\0';
  gboolean       is_seen = self->outcome->kind == FEU_OUTCOME_DONE && post != NULL &&
                     *post->link != '\0' && post->status == FEU_POST_PUBLISHED;

  gtk_widget_set_visible (self->link_button, is_seen);
  if (is_seen)
    {
      gtk_link_button_set_uri (GTK_LINK_BUTTON (self->link_button), post->link);
      gtk_button_set_label (GTK_BUTTON (self->link_button), post->link);
    }
  gtk_widget_set_visible (self->open_button, is_seen);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), has_edit);
  gtk_button_set_label (self->edit_button,
                        is_wordpress ? _ ("Open in _WordPress")
                                     : _ ("Open in the Site’s _Editor"));
}

void
feu_publish_result_show (FeuPublishResult  *self,
                         FeuPublishOutcome *outcome,
                         const char        *site_name,
                         gboolean           is_wordpress)
{
  g_return_if_fail (FEU_IS_PUBLISH_RESULT (self) && outcome != NULL);
  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  g_free (self->site_name);
  self->outcome = feu_publish_outcome_ref (outcome);
  self->site_name = g_strdup (site_name);
  gtk_image_set_from_icon_name (self->icon, get_icon (outcome), GTK_ICON_SIZE_DIALOG);
  gtk_image_set_pixel_size (self->icon, 64);
  gtk_label_set_text (self->heading, describe (outcome));
  gtk_label_set_text (self->message, outcome->message);
  show_text (self->on_site_box, self->on_site, outcome->on_site);
  show_text (self->advice_box, self->advice, advise (outcome));
  show_links (self, is_wordpress);
  show_notes (self);
  gtk_widget_set_visible (self->report_button, outcome->kind == FEU_OUTCOME_FAILED);
}

/* ---- what the writer does ---- */

static void
open_uri (FeuPublishResult *self, const char *uri)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_on_window (GTK_WINDOW (window), uri, GDK_CURRENT_TIME, &error))
    gtk_label_set_text (self->message, error->message);
}

static void
on_open_clicked_cb (FeuPublishResult *self)
{
  open_uri (self, self->outcome->post->link);
}

static void
on_edit_clicked_cb (FeuPublishResult *self)
{
  open_uri (self, self->outcome->post->edit_link);
}

/* For whoever is asked for help: what the page says. It holds no secret, as messages
 * never do. */
static void
on_report_clicked_cb (FeuPublishResult *self)
{
  GtkClipboard *clipboard =
      gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD);
  GString *text = g_string_new ("Feuillet " PACKAGE_VERSION "\n");

  g_string_append_printf (text, "%s: %s\n", self->site_name, describe (self->outcome));
  g_string_append_printf (text, "%s\n", self->outcome->message);
  if (self->outcome->on_site != NULL)
    g_string_append_printf (text, "%s\n", self->outcome->on_site);
  if (self->outcome->post != NULL)
    g_string_append_printf (text, "%s\n", self->outcome->post->edit_link);
  gtk_clipboard_set_text (clipboard, text->str, (int) text->len);
  g_string_free (text, TRUE);
}

/* ---- the class ---- */

static void
feu_publish_result_finalize (GObject *object)
{
  FeuPublishResult *self = FEU_PUBLISH_RESULT (object);

  g_clear_pointer (&self->outcome, feu_publish_outcome_unref);
  g_free (self->site_name);
  G_OBJECT_CLASS (feu_publish_result_parent_class)->finalize (object);
}

static void
feu_publish_result_class_init (FeuPublishResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = feu_publish_result_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/feuillet/Feuillet/ui/feu-publish-result.ui");
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, icon);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, heading);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, message);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, link_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, on_site_box);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, on_site);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, advice_box);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, advice);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, notes_box);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, notes);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, open_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, edit_button);
  gtk_widget_class_bind_template_child (widget_class, FeuPublishResult, report_button);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_report_clicked_cb);
}

static void
feu_publish_result_init (FeuPublishResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
feu_publish_result_new (void)
{
  return g_object_new (FEU_TYPE_PUBLISH_RESULT, NULL);
}
