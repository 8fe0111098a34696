#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ceilings for what one person reads at a time.

usage: sizes.py SRC_DIR

An error: a .c file over 500 lines, a function over 60. Only told: a header over 200.
"""
import pathlib
import sys

FILE_LINES, HEADER_LINES, FUNCTION_LINES = 500, 200, 60


def long_functions(lines):
    """Line and length of each function body that is too long ("{" and "}" at column 0)."""
    start = None
    for number, line in enumerate(lines):
        if line == '{':
            start = number
        elif line == '}' and start is not None:
            if number - start - 1 > FUNCTION_LINES:
                yield start + 1, number - start - 1
            start = None


def main():
    errors = 0
    for path in sorted(pathlib.Path(sys.argv[1]).rglob('*.[ch]')):
        lines = path.read_text().splitlines()
        if path.suffix == '.h':
            if len(lines) > HEADER_LINES:
                print(f'{path}: note: a header of {len(lines)} lines')
            continue
        if len(lines) > FILE_LINES:
            print(f'{path}: {len(lines)} lines, more than {FILE_LINES}')
            errors += 1
        for line, length in long_functions(lines):
            print(f'{path}:{line}: a function of {length} lines, more than {FUNCTION_LINES}')
            errors += 1
    return 1 if errors else 0


if __name__ == '__main__':
    sys.exit(main())
