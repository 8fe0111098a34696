#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: translations.sh XGETTEXT ROOT
#
# Each language of po/LINGUAS translates every message that the sources have now, none
# fuzzy, with sound format strings.
set -eu
extractor=$1
cd "$2"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

sed -e 's/#.*//' -e '/^ *$/d' po/POTFILES.in >"$scratch/files"
"$extractor" --from-code=UTF-8 --add-comments --package-name=feuillet \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 --keyword=ngettext:1,2 --keyword=g_dcgettext:2 \
  --keyword=g_dpgettext2:2c,3 --flag=g_strdup_printf:1:c-format \
  --flag=g_set_error:4:c-format --flag=g_prefix_error:2:c-format \
  -f "$scratch/files" -o "$scratch/feuillet.pot"

sed -e 's/#.*//' -e '/^ *$/d' po/LINGUAS >"$scratch/languages"
status=0
while read -r language; do
  msgfmt --check -o /dev/null "po/$language.po" || status=1
  # Without fuzzy matching, what is new or changed stays empty.
  msgmerge -q --no-fuzzy-matching -o "$scratch/$language.po" "po/$language.po" "$scratch/feuillet.pot"
  for kind in --untranslated --only-fuzzy; do
    msgattrib "$kind" --no-obsolete "$scratch/$language.po" >"$scratch/left"
    if [ -s "$scratch/left" ]; then
      echo "po/$language.po is not whole (${kind#--}):"
      cat "$scratch/left"
      status=1
    fi
  done
done <"$scratch/languages"
exit "$status"
