/* SPDX-FileCopyrightText: 2026 The Feuillet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table. The iso-codes package has names in English, and own names for none.
 */
#include "config.h"

#include "feu-languages.h"

#include <string.h>

static const FeuLanguage languages[] = {
  { "af", "Afrikaans" },
  { "id", "Bahasa Indonesia" },
  { "ms", "Bahasa Melayu" },
  { "br", "brezhoneg" },
  { "ca", "català" },
  { "cs", "čeština" },
  { "cy", "Cymraeg" },
  { "da", "dansk" },
  { "de", "Deutsch" },
  { "de-AT", "Deutsch (Österreich)" },
  { "de-CH", "Deutsch (Schweiz)" },
  { "et", "eesti" },
  { "en", "English" },
  { "en-GB", "English (United Kingdom)" },
  { "en-US", "English (United States)" },
  { "es", "español" },
  { "eo", "Esperanto" },
  { "eu", "euskara" },
  { "fr", "français" },
  { "fr-BE", "français (Belgique)" },
  { "fr-CA", "français (Canada)" },
  { "fr-CH", "français (Suisse)" },
  { "fy", "Frysk" },
  { "ga", "Gaeilge" },
  { "gl", "galego" },
  { "hr", "hrvatski" },
  { "is", "íslenska" },
  { "it", "italiano" },
  { "sw", "Kiswahili" },
  { "lv", "latviešu" },
  { "lb", "Lëtzebuergesch" },
  { "lt", "lietuvių" },
  { "hu", "magyar" },
  { "mt", "Malti" },
  { "nl", "Nederlands" },
  { "nb", "norsk bokmål" },
  { "nn", "norsk nynorsk" },
  { "oc", "occitan" },
  { "pl", "polski" },
  { "pt", "português" },
  { "pt-BR", "português (Brasil)" },
  { "ro", "română" },
  { "sq", "shqip" },
  { "sk", "slovenčina" },
  { "sl", "slovenščina" },
  { "sr-Latn", "srpski" },
  { "fi", "suomi" },
  { "sv", "svenska" },
  { "vi", "Tiếng Việt" },
  { "tr", "Türkçe" },
  { "el", "ελληνικά" },
  { "be", "беларуская" },
  { "bg", "български" },
  { "mk", "македонски" },
  { "ru", "русский" },
  { "sr", "српски" },
  { "uk", "українська" },
  { "hy", "հայերեն" },
  { "ka", "ქართული" },
  { "he", "עברית" },
  { "ar", "العربية" },
  { "fa", "فارسی" },
  { "ur", "اردو" },
  { "hi", "हिन्दी" },
  { "bn", "বাংলা" },
  { "ta", "தமிழ்" },
  { "th", "ไทย" },
  { "ko", "한국어" },
  { "ja", "日本語" },
  { "zh-Hans", "简体中文" },
  { "zh-Hant", "繁體中文" },
};

const FeuLanguage *
feu_languages_get_all (gsize *out_n_languages)
{
  g_return_val_if_fail (out_n_languages != NULL, NULL);
  *out_n_languages = G_N_ELEMENTS (languages);
  return languages;
}

static const char *
find_name (const char *tag, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].tag) == length &&
        g_ascii_strncasecmp (languages[i].tag, tag, length) == 0)
      return languages[i].name;
  return NULL;
}

char *
feu_languages_dup_name (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);
  gsize       primary = strcspn (tag, "-_");
  const char *name = find_name (tag, strlen (tag));

  if (name != NULL)
    return g_strdup (name);
  name = find_name (tag, primary);
  if (name == NULL || tag[primary] == '\0')
    return g_strdup (tag);
  return g_strdup_printf ("%s (%s)", name, tag + primary + 1);
}

gboolean
feu_languages_is_tag (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  gsize n_letters = strcspn (text, "-");
  gsize n_subtag = 0;

  if (n_letters < 2 || n_letters > 3)
    return FALSE;
  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '-')
        return FALSE;
      n_subtag = *at == '-' ? 0 : n_subtag + 1;
      if (n_subtag > 8 || (*at == '-' && (at[1] == '-' || at[1] == '\0')))
        return FALSE;
    }
  return TRUE;
}
