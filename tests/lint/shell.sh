#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: shell.sh SHELLCHECK ROOT
#
# Nothing is found in any shell script of the project.
set -eu
shellcheck=$1
cd "$2"
find . \( -name '.git' -o -name .cache -o -name 'build*' -o -name node_modules \) -prune \
  -o -type f -size -64k -print |
  while read -r file; do
    case $(head -n 1 "$file" | tr -d '\0') in
    '#!'*sh | '# shellcheck shell='*) echo "$file" ;;
    esac
  done |
  xargs -d '\n' "$shellcheck" --external-sources
