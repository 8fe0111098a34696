#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header compiles alone, with the flags that the sources of its folder have.

usage: headers.py ROOT BUILD_DIR
"""
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys

DROPPED_WITH_VALUE = {'-o', '-MF', '-MQ', '-c'}
DROPPED = {'-MD'}


def flags_by_folder(build_dir):
    """Compiler and flags of one source of each folder, without input and output."""
    commands = json.loads((build_dir / 'compile_commands.json').read_text())
    flags = {}
    for entry in commands:
        source = pathlib.Path(entry['directory'], entry['file']).resolve()
        words = iter(shlex.split(entry['command']))
        kept = []
        for word in words:
            if word in DROPPED_WITH_VALUE:
                next(words)
            elif word not in DROPPED and word != entry['file']:
                kept.append(word)
        flags.setdefault(source.parent, kept)
    return flags


def flags_for(header, flags):
    """Those of the header's folder, or of the nearest one above or beside it."""
    for folder in header.parents:
        for known in sorted(flags):
            if known == folder or folder in known.parents:
                return flags[known]
    raise SystemExit(f'no source near {header}')


def compile_alone(header, command, build_dir):
    result = subprocess.run(
        [*command, '-Werror', '-fsyntax-only', '-x', 'c', '-'],
        input=f'#include "{header}"\n', cwd=build_dir, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode == 0, result.stdout


def main():
    root, build_dir = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    flags = flags_by_folder(build_dir)
    headers = sorted((root / 'src').rglob('*.h'))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [pool.submit(compile_alone, header, flags_for(header, flags), build_dir)
                for header in headers]
        for header, run in zip(headers, runs):
            ok, output = run.result()
            if not ok:
                failed += 1
                print(f'{header.relative_to(root)} does not compile alone:\n{output}')
    print(f'{len(headers) - failed} of {len(headers)} headers compile alone')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
