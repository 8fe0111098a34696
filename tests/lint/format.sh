#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: format.sh CLANG_FORMAT ROOT
#
# Every C file is as clang-format 14 writes it; other versions differ in small things.
set -eu
formatter=$1
cd "$2"
find src tests bench -name '*.[ch]' -not -path '*/node_modules/*' -print0 |
  xargs -0 "$formatter" --dry-run -Werror
