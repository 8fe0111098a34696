/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hostile articles in the preview: nothing of them runs, no request leaves the machine,
 * nothing outside the article's folder is read, and the page stays where it is.
 *
 * A server of the test's own listens, and its address is in every place of the article
 * that an engine could ask; it must never be asked.
 */
#include "config.h"

#include "feu-preview-context.h"
#include "feu-preview.h"
#include "feu-string-source.h"

#include "test-folder.h"
#include "test-page.h"

#include <handy.h>
#include <string.h>

#define SERVER_MARK "@SERVER@"
/* Long enough for a request to a server on this machine, many times over. */
#define QUIET_MS 700

typedef struct
{
  FeuStringSource  *source;
  FeuPipeline      *pipeline;
  FeuAuthorStore   *authors;
  WebKitWebContext *context;
  GtkWidget        *window;
  FeuPreview       *preview;
  char             *folder;
  GSocketService   *server;
  char             *server_address; /* "127.0.0.1:PORT" */
  GPtrArray        *requests;       /* (element-type utf8), owned */
  GPtrArray        *links;          /* (element-type utf8), owned: activated */
  guint             n_connections;
  guint             n_loads;
  guint             n_dialogs;
} Fixture;

static gboolean
on_incoming_cb (GSocketService    *server,
                GSocketConnection *connection,
                GObject           *source,
                Fixture           *fixture)
{
  fixture->n_connections++;
  return TRUE;
}

static void
on_resource_cb (WebKitWebView     *view,
                WebKitWebResource *resource,
                WebKitURIRequest  *request,
                Fixture           *fixture)
{
  g_ptr_array_add (fixture->requests, g_strdup (webkit_uri_request_get_uri (request)));
}

static void
on_link_cb (FeuPreview *preview, const char *uri, Fixture *fixture)
{
  g_ptr_array_add (fixture->links, g_strdup (uri));
}

static void
on_load_changed_cb (WebKitWebView *view, WebKitLoadEvent event, Fixture *fixture)
{
  if (event == WEBKIT_LOAD_FINISHED)
    fixture->n_loads++;
}

static gboolean
on_dialog_cb (WebKitWebView *view, WebKitScriptDialog *dialog, Fixture *fixture)
{
  fixture->n_dialogs++;
  return TRUE;
}

static void
start_server (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInetAddress) loopback = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) actual = NULL;

  fixture->server = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (fixture->server),
                                 wanted,
                                 G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP,
                                 NULL,
                                 &actual,
                                 &error);
  g_assert_no_error (error);
  fixture->server_address = g_strdup_printf (
      "127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (actual)));
  g_signal_connect (fixture->server, "incoming", G_CALLBACK (on_incoming_cb), fixture);
}

static void
write_files (Fixture *fixture)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 7, 7);
  static const char *const names[] = { "article/a.png", "secret.png" };
  g_autofree char *link = g_build_filename (fixture->folder, "article/out.png", NULL);
  g_autofree char *svg =
      g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
                       "<script>fetch('http://%s/svg')</script>"
                       "<image href='http://%s/svg-image' width='9' height='9'/>"
                       "<rect width='9' height='9'/></svg>",
                       fixture->server_address,
                       fixture->server_address);

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  test_folder_write (fixture->folder, "article/text.png", "no image, a secret\n", -1);
  test_folder_write (fixture->folder, "article/picture.svg", svg, -1);
  test_folder_write (
      fixture->folder, "article/page.html", "<script>canary = 1</script>", -1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));
    }
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_assert_true (g_file_make_symbolic_link (file, "../secret.png", NULL, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->requests = g_ptr_array_new_with_free_func (g_free);
  fixture->links = g_ptr_array_new_with_free_func (g_free);
  start_server (fixture);
  write_files (fixture);
  g_autoptr (GFile) folder =
      g_file_new_build_filename (fixture->folder, "article", NULL);
  g_autoptr (GFile) authors =
      g_file_new_build_filename (fixture->folder, "authors", NULL);
  fixture->source = feu_string_source_new ("");
  fixture->pipeline = feu_pipeline_new (FEU_TEXT_SOURCE (fixture->source));
  fixture->authors = feu_author_store_new (authors);
  fixture->context = feu_preview_context_new ();
  fixture->preview = FEU_PREVIEW (feu_preview_new (fixture->context));
  g_object_connect (fixture->preview,
                    "signal::resource-load-started",
                    on_resource_cb,
                    fixture,
                    "signal::link-activated",
                    on_link_cb,
                    fixture,
                    "signal::load-changed",
                    on_load_changed_cb,
                    fixture,
                    "signal::script-dialog",
                    on_dialog_cb,
                    fixture,
                    NULL);
  feu_preview_follow (fixture->preview, fixture->pipeline, fixture->authors);
  feu_preview_set_article_folder (fixture->preview, folder);
  fixture->window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_container_add (GTK_CONTAINER (fixture->window), GTK_WIDGET (fixture->preview));
  gtk_widget_show_all (fixture->window);
  TEST_WAIT_UNTIL (fixture->n_loads > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  FeuPreview *preview = fixture->preview;

  g_object_add_weak_pointer (G_OBJECT (preview), (gpointer *) &preview);
  gtk_widget_destroy (fixture->window);
  TEST_WAIT_UNTIL (preview == NULL);
  g_socket_service_stop (fixture->server);
  g_clear_object (&fixture->server);
  g_clear_object (&fixture->pipeline);
  g_clear_object (&fixture->source);
  g_clear_object (&fixture->authors);
  g_clear_object (&fixture->context);
  g_ptr_array_unref (fixture->requests);
  g_ptr_array_unref (fixture->links);
  g_free (fixture->server_address);
  test_folder_remove (fixture->folder);
}

static void
painted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  feu_preview_painted_finish (FEU_PREVIEW (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* Shows @text, in which the mark stands for the server's address. */
static void
show (Fixture *fixture, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, SERVER_MARK, -1);
  g_autofree char *article = g_strjoinv (fixture->server_address, parts);
  gboolean         is_painted = FALSE;

  feu_string_source_set_text (fixture->source, article);
  feu_preview_painted_async (
      fixture->preview,
      feu_text_source_get_revision (FEU_TEXT_SOURCE (fixture->source)),
      NULL,
      painted_cb,
      &is_painted);
  TEST_WAIT_UNTIL (is_painted);
  test_wait_for_ms (QUIET_MS);
}

static gboolean
is_own_request (const char *uri)
{
  return g_str_has_prefix (uri, "feuillet://article/") ||
         g_str_has_prefix (uri, "feuillet://page/") ||
         g_str_has_prefix (uri, "feuillet://author/") ||
         g_str_has_prefix (uri, "data:image/");
}

static void
assert_untouched (Fixture *fixture)
{
  static const char *const worlds[] = { NULL, TEST_PAGE_WORLD };

  g_assert_cmpuint (fixture->n_connections, ==, 0);
  g_assert_cmpuint (fixture->n_dialogs, ==, 0);
  g_assert_cmpuint (fixture->n_loads, ==, 1);
  /* A place in the page is still the page. */
  g_auto (GStrv) place =
      g_strsplit (webkit_web_view_get_uri (WEBKIT_WEB_VIEW (fixture->preview)), "#", 2);
  g_assert_cmpstr (place[0], ==, "feuillet://article/");
  for (guint i = 0; i < fixture->requests->len; i++)
    {
      const char *uri = g_ptr_array_index (fixture->requests, i);
      if (!is_own_request (uri))
        g_error ("The page asked for %s", uri);
    }
  for (guint i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      g_autoptr (JSCValue) value = test_page_call (
          fixture->preview, worlds[i], "return typeof globalThis.canary", NULL);
      g_autofree char *type = jsc_value_to_string (value);
      g_assert_cmpstr (type, ==, "undefined");
    }
  const char *title =
      feu_article_get_title (feu_pipeline_get_article (fixture->pipeline));
  g_autofree char *shown =
      test_page_dup_string (fixture->preview, "return document.title");
  g_assert_cmpstr (shown, ==, title != NULL ? title : "");
}

/* The server would notice: without this, silence proves nothing. */
static void
test_server_notices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_host (client, fixture->server_address, 80, NULL, NULL);

  g_assert_nonnull (connection);
  TEST_WAIT_UNTIL (fixture->n_connections == 1);
}

static const struct
{
  const char *name;
  const char *text;
} articles[] = {
  { "scripts",
    "<script>canary = 1; document.title = 'hacked'</script>\n\n"
    "<script src=\"http://@SERVER@/script.js\"></script>\n\n"
    "<script type=module>import 'http://@SERVER@/module.js'; canary = 1</script>\n\n"
    "<SCRIPT >canary = 1</SCRIPT>\n\n<scr<script>ipt>canary = 1</script>\n\n"
    "<noscript><img src=http://@SERVER@/noscript></noscript>\n\n"
    "text <script>canary = 1</script> text\n" },
  { "handlers",
    "<img src=none.png onerror=\"canary = 1\">\n\n<img src=a.png onload='canary=1'>\n\n"
    "<div onmouseover=\"canary = 1\" style=\"position:fixed;inset:0\">x</div>\n\n"
    "<details open ontoggle=\"canary = 1\"><summary>s</summary></details>\n\n"
    "<body onload=\"canary = 1\">\n\n<input autofocus onfocus=\"canary = 1\">\n\n"
    "<a href=\"#\" onclick=\"canary = 1\" autofocus onfocus='canary = 1'>x</a>\n\n"
    "<marquee onstart='canary = 1'>x</marquee><video onerror='canary = 1'>"
    "<source src=x></video>\n" },
  { "documents",
    "<base href=\"http://@SERVER@/\">\n\n![](relative.png)\n\n"
    "<meta http-equiv=\"refresh\" content=\"0; url=http://@SERVER@/refresh\">\n\n"
    "<meta http-equiv='Content-Security-Policy' content=\"img-src *\">\n\n"
    "<link rel=stylesheet href=\"http://@SERVER@/style.css\">\n\n"
    "<link rel=prefetch href=\"http://@SERVER@/prefetch\">\n\n"
    "<link rel=dns-prefetch href=\"//@SERVER@/\"><link rel=preconnect "
    "href=\"http://@SERVER@/\">\n\n"
    "<title>hacked</title>\n\n<html manifest=\"http://@SERVER@/manifest\">\n" },
  { "frames",
    "<iframe src=\"http://@SERVER@/frame\"></iframe>\n\n"
    "<iframe srcdoc=\"<script>canary = 1</script><img src=http://@SERVER@/srcdoc>\">"
    "</iframe>\n\n<iframe src=\"page.html\"></iframe>\n\n"
    "<iframe src=\"javascript:parent.canary = 1\"></iframe>\n\n"
    "<object data=\"http://@SERVER@/object\"></object>\n\n"
    "<embed src=\"http://@SERVER@/embed\">\n\n"
    "<frameset><frame src=\"http://@SERVER@/frameset\"></frameset>\n\n"
    "<portal src=\"http://@SERVER@/portal\"></portal>\n" },
  { "forms",
    "<form action=\"http://@SERVER@/form\" id=f><input name=a value=b>"
    "<button autofocus>x</button><input type=image src=\"http://@SERVER@/i.png\">"
    "</form>\n\n<button form=f formaction=\"http://@SERVER@/b\">x</button>\n" },
  { "drawings",
    "<svg><script>canary = 1</script><image href=\"http://@SERVER@/svg.png\"/>"
    "<use href=\"http://@SERVER@/use.svg#a\"/><set onbegin='canary = 1'/>"
    "<animate onbegin='canary = 1' attributeName=x dur=1s />"
    "<a href=\"javascript:canary = 1\"><text>x</text></a>"
    "<foreignObject><iframe src=http://@SERVER@/f></iframe></foreignObject></svg>\n\n"
    "<math><mi xlink:href=\"javascript:canary = 1\">x</mi>"
    "<annotation-xml encoding='text/html'><img src=x onerror='canary = 1'>"
    "</annotation-xml></math>\n\n![svg](picture.svg)\n" },
  { "styles",
    "<style>@import url(http://@SERVER@/import.css);"
    "body { background: url(http://@SERVER@/body.png) }"
    "@font-face { font-family: x; src: url(http://@SERVER@/font) } p { font: 1em x }"
    "</style>\n\n"
    "<p style=\"background: url(http://@SERVER@/inline.png)\">x</p>\n\n"
    "<div style=\"list-style-image: url('http://@SERVER@/list')\" "
    "background=\"http://@SERVER@/background\">x</div>\n\n"
    "<table background=\"http://@SERVER@/table\"><tr><td "
    "background=\"http://@SERVER@/td\">x</table>\n\n"
    "<p style='cursor: url(http://@SERVER@/cursor), auto'>x</p>\n" },
  { "images",
    "![remote](http://@SERVER@/remote.png)\n\n![no scheme](//@SERVER@/host.png)\n\n"
    "<img src=http://@SERVER@/raw.png>\n\n"
    "<img src=a.png srcset=\"http://@SERVER@/set.png 2x\">\n\n"
    "<picture><source srcset=\"http://@SERVER@/source.png\"><img src=a.png></picture>"
    "\n\n<img lowsrc=http://@SERVER@/low dynsrc=http://@SERVER@/dyn src=a.png>\n\n"
    "<video src=http://@SERVER@/v poster=http://@SERVER@/poster autoplay></video>\n\n"
    "<audio src=http://@SERVER@/audio autoplay></audio>\n\n"
    "![control](ht\ttp://@SERVER@/tab.png) <img src=\" \x01http://@SERVER@/c.png\">\n\n"
    "![user](http://a@@SERVER@/x) ![back](http:\\\\@SERVER@/x) ![](/\\@SERVER@/x)\n" },
  { "front-matter",
    "---\ntitle: \"</title><script>canary = 1; document.title = 'hacked'</script>"
    "<img src=http://@SERVER@/title onerror=canary=1>\"\n"
    "subtitle: '\"><img src=x onerror=canary=1>'\n"
    "description: \"<img src=x onerror=canary=1>\"\n"
    "author: \"</p><img src=http://@SERVER@/author onerror=canary=1>\"\n"
    "categories: ['<img src=x onerror=canary=1>']\n"
    "tags: ['<script>canary = 1</script>', \"' onmouseover='canary=1\"]\n"
    "lang: \"fr\\\" onload=\\\"canary=1\"\n"
    "date: \"<img src=x onerror=canary=1>\"\n"
    "image: \"http://@SERVER@/lead.png\"\nslug: \"<b onclick=canary=1>\"\n"
    "resources:\n  - src: \"http://@SERVER@/lead.png\"\n    params:\n"
    "      credit: \"<img src=http://@SERVER@/credit>\"\n"
    "      alt: \"\\\" onerror=\\\"canary=1\"\n---\n\nBody\n" },
  { "markdown",
    "[a](javascript:canary=1) <javascript:canary=1> [b](JaVaScRiPt:canary=1)\n\n"
    "[c](java\tscript:canary=1) [d](&#106;avascript:canary=1) [e][r]\n\n"
    "[f](data:text/html,<script>canary=1</script>) [g](vbscript:x)\n\n"
    "![h](javascript:canary=1) ![i](data:image/svg+xml,<svg/onload=canary=1>)\n\n"
    "![j](a.png \"\\\" onerror=\\\"canary=1\") ![\" onerror=\"canary=1](a.png)\n\n"
    "```\"><script>canary=1</script>\nx\n```\n\n[r]: javascript:canary=1\n" },
};

static void
test_article (Fixture *fixture, gconstpointer data)
{
  const char *text = articles[GPOINTER_TO_UINT (data)].text;

  show (fixture, text);
  assert_untouched (fixture);
  /* And once more as a change of a page that has something already. */
  g_autofree char *more = g_strconcat ("Before.\n\n", text, "\nAfter.\n", NULL);
  show (fixture, more);
  assert_untouched (fixture);
  g_assert_cmpuint (fixture->links->len, ==, 0);
}

/* Addresses of images that must show nothing. */
static void
test_files_outside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *secret = g_build_filename (fixture->folder, "secret.png", NULL);
  g_autofree char *text = g_strdup_printf (
      "![](../secret.png)\n\n![](images/../../secret.png)\n\n![](%%2e%%2e/"
      "secret.png)\n\n"
      "![](..%%2fsecret.png)\n\n![](out.png)\n\n![](text.png)\n\n![](page.html)\n\n"
      "![](%s)\n\n![](file://%s)\n\n<img src=\"file:///etc/passwd\">\n\n"
      "<img src=\"/etc/passwd\">\n\n![](feuillet://author/0)\n\n"
      "<img src=\"feuillet://page/theme.css\">\n\n![](..\\\\secret.png)\n\n"
      "<img src=\"feuillet://article/../../secret.png\">\n\n![good](a.png)\n",
      secret,
      secret);

  show (fixture, text);
  TEST_WAIT_UNTIL (test_page_is_true (
      fixture->preview,
      "return [...document.images].every((image) => image.complete)"));
  g_autofree char *shown = test_page_dup_string (
      fixture->preview,
      "return [...document.images].filter((image) => image.naturalWidth > 0)"
      "  .map((image) => image.alt).join('|')");
  g_assert_cmpstr (shown, ==, "good");
  assert_untouched (fixture);
}

/* An SVG image is shown, but is only a picture. */
static void
test_drawing_is_a_picture (Fixture *fixture, gconstpointer data)
{
  show (fixture, "![svg](picture.svg)\n");
  TEST_WAIT_UNTIL (test_page_is_true (fixture->preview,
                                      "return document.images[0].naturalWidth === 9"));
  test_wait_for_ms (QUIET_MS);
  assert_untouched (fixture);
}

static void
test_odd_titles (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = {
    "A \\\"quoted\\\" & 'single' title",
    "</h1></header><b>x",
    "😀 é & &amp; <",
    "<!---->",
    "${1} `x` \\\\ \\u2028",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("---\ntitle: \"%s\"\n---\n\nBody\n", titles[i]);
      show (fixture, text);
      const char *title =
          feu_article_get_title (feu_pipeline_get_article (fixture->pipeline));
      g_autofree char *heading = test_page_dup_string (
          fixture->preview, "return document.querySelector('h1').textContent");
      g_assert_cmpstr (heading, ==, title);
      assert_untouched (fixture);
    }
}

/* The page's own script world is out of the article's reach. */
static void
test_worlds_are_apart (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Body\n");
  g_autoptr (JSCValue) value = test_page_call (
      fixture->preview, NULL, "return typeof globalThis.feuillet", NULL);
  g_autofree char *type = jsc_value_to_string (value);
  g_assert_cmpstr (type, ==, "undefined");
}

#define LINKS                                                                          \
  "[web](https://example.org/a?b=c&d) [mail](mailto:a@example.org)\n\n"                \
  "[script](javascript:canary=1) [file](file:///etc/passwd) [own](page.html)\n\n"      \
  "[data](data:text/html,x) [anchor](#there) <a href=\"https://example.org/blank\" "   \
  "target=_blank>blank</a>\n\n## There\n"

/* A click that no hand made is no wish to leave the page. */
static void
test_clicks_by_script (Fixture *fixture, gconstpointer data)
{
  show (fixture, LINKS);
  test_page_is_true (fixture->preview,
                     "document.querySelectorAll('a').forEach((a) => a.click())");
  test_wait_for_ms (QUIET_MS);
  assert_untouched (fixture);
}

/* Presses and releases the first button in the middle of the link that reads @text. */
static void
click_link (Fixture *fixture, const char *text)
{
  g_autofree char *script =
      g_strdup_printf ("const link = [...document.querySelectorAll('a')].find("
                       "  (a) => a.textContent.includes('%s'));"
                       "if (link === undefined) return '';"
                       "const r = link.getBoundingClientRect();"
                       "return `${Math.round(r.x + r.width / 2)} "
                       "${Math.round(r.y + r.height / 2)}`",
                       text);
  g_autofree char *place = test_page_dup_string (fixture->preview, script);
  g_auto (GStrv) parts = g_strsplit (place, " ", 2);

  if (*place == '\0')
    return; /* it is no link at all */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GdkEvent) event =
          gdk_event_new (i == 0 ? GDK_BUTTON_PRESS : GDK_BUTTON_RELEASE);
      event->button.window =
          g_object_ref (gtk_widget_get_window (GTK_WIDGET (fixture->preview)));
      event->button.time = (guint32) (g_get_monotonic_time () / 1000);
      event->button.button = GDK_BUTTON_PRIMARY;
      event->button.state = i == 0 ? 0 : GDK_BUTTON1_MASK;
      event->button.x = g_ascii_strtod (parts[0], NULL);
      event->button.y = g_ascii_strtod (parts[1], NULL);
      gdk_event_set_device (event,
                            gdk_seat_get_pointer (gdk_display_get_default_seat (
                                gdk_display_get_default ())));
      gtk_main_do_event (event);
    }
  test_wait_for_ms (QUIET_MS);
}

static void
test_clicks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *uri; /* (nullable): of the signal */
  } cases[] = {
    { "web", "https://example.org/a?b=c&d" },
    { "mail", "mailto:a@example.org" },
    { "script", NULL },
    { "file", NULL },
    { "own", NULL },
    { "data", NULL },
    { "anchor", NULL },
    { "blank", "https://example.org/blank" },
  };

  show (fixture, LINKS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_ptr_array_set_size (fixture->links, 0);
      click_link (fixture, cases[i].text);
      g_assert_cmpuint (fixture->links->len, ==, cases[i].uri != NULL ? 1 : 0);
      if (cases[i].uri != NULL)
        g_assert_cmpstr (g_ptr_array_index (fixture->links, 0), ==, cases[i].uri);
    }
  g_assert_cmpuint (fixture->n_loads, ==, 1);
  g_assert_true (
      test_page_is_true (fixture->preview, "return typeof canary === 'undefined'"));
}

#define CASE(name, func)                                                               \
  g_test_add ("/gtk/preview-safety/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  hdy_init ();
  CASE ("server-notices", test_server_notices);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *path =
          g_strconcat ("/gtk/preview-safety/", articles[i].name, NULL);
      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_article, tear_down);
    }
  CASE ("files-outside", test_files_outside);
  CASE ("drawing-is-a-picture", test_drawing_is_a_picture);
  CASE ("odd-titles", test_odd_titles);
  CASE ("worlds-are-apart", test_worlds_are_apart);
  CASE ("clicks-by-script", test_clicks_by_script);
  CASE ("clicks", test_clicks);
  return g_test_run ();
}
