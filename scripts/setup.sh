# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./start and ./check share: packages, configuring and building, one line per step.
# Sourced with the root of the project as the current folder.

# run_step TITLE LOG COMMAND…: runs it quietly; if it fails, shows the log and fails, too.
run_step ()
{
  step_title=$1
  step_log=$2
  shift 2
  echo "$step_title" >&2
  if ! "$@" >"$step_log" 2>&1; then
    cat "$step_log" >&2
    echo "Failed: $step_title (the log is $step_log)" >&2
    return 1
  fi
}

# missing_packages LIST…: names the packages of these lists that are not installed.
missing_packages ()
{
  # shellcheck disable=SC2016  # dpkg-query expands these, not the shell
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
  sed -e 's/#.*//' -e '/^ *$/d' "$@" | while read -r package program; do
    if [ -n "$program" ] && command -v "$program" >/dev/null; then
      continue
    fi
    echo "$installed" | grep -qFx "$package" || echo "$package"
  done
}

# install_packages LIST…: on Debian and its family installs what is missing, after saying
# so; elsewhere it can only name what is needed, and configuring finds out.
install_packages ()
{
  if ! command -v apt-get >/dev/null; then
    echo "This system has no apt-get. Feuillet needs what Debian calls:" >&2
    sed -e 's/#.*//' -e '/^ *$/d' -e 's/ .*//' -e 's/^/  /' "$@" >&2
    return
  fi
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0

  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  echo "Installing what is missing:" >&2
  echo "  $as_root apt-get install --no-install-recommends $missing" >&2
  # shellcheck disable=SC2086  # both are lists of words
  if ! { $as_root apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends $missing; } >&2; then
    echo "The packages could not be installed; see the messages above." >&2
    exit 1
  fi
}

# configure FOLDER OPTION…: sets the build folder up, unless it was with these options.
# A folder that came from elsewhere (a moved or copied checkout) is made afresh.
configure ()
{
  build_folder=$1
  shift
  wanted="$PWD $*"
  if [ -f "$build_folder/build.ninja" ] && [ "$(cat "$build_folder/configured" 2>/dev/null)" = "$wanted" ]; then
    return
  fi
  rm -rf "$build_folder"
  mkdir -p "$build_folder"
  run_step "Configuring $build_folder" "$build_folder/configure.log" meson setup "$@" "$build_folder" . ||
    return 1
  echo "$wanted" >"$build_folder/configured"
}

# build FOLDER: compiles what changed.
build ()
{
  run_step "Building in $1" "$1/build.log" ninja -C "$1"
}
