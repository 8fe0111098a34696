#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names each file that has messages, and no other.

usage: potfiles.py ROOT [--write]

With --write it corrects the list instead.
"""
import pathlib
import re
import sys

C_MESSAGE = re.compile(r'\b(_|N_|C_|NC_|g_dngettext|ngettext|g_dpgettext2)\s*\(\s*\S')
UI_MESSAGE = re.compile(r'translatable="(yes|true)"')
COMMENT = re.compile(r'/\*.*?\*/', re.S)
DATA = ('*.desktop.in', '*.metainfo.xml.in', '*.gschema.xml')


def files_with_messages(root):
    for path in (root / 'src').rglob('*.[ch]'):
        if C_MESSAGE.search(COMMENT.sub('', path.read_text())):
            yield path
    for path in (root / 'ui').rglob('*.ui'):
        if UI_MESSAGE.search(path.read_text()):
            yield path
    for pattern in DATA:
        yield from (root / 'data').glob(pattern)


def main():
    root = pathlib.Path(sys.argv[1])
    potfiles = root / 'po/POTFILES.in'
    lines = potfiles.read_text().splitlines()
    listed = [line.strip() for line in lines if line.strip() and not line.startswith('#')]
    wanted = {path.relative_to(root).as_posix() for path in files_with_messages(root)}
    if '--write' in sys.argv[2:]:
        comments = [line for line in lines if line.startswith('#')]
        potfiles.write_text('\n'.join([*comments, *sorted(wanted)]) + '\n')
        return 0

    problems = [f'missing: {name}' for name in sorted(wanted - set(listed))]
    problems += [f'without messages: {name}' for name in sorted(set(listed) - wanted)]
    problems += [f'named twice: {name}' for name in sorted(set(listed))
                 if listed.count(name) > 1]
    if problems:
        problems.append('(tests/lint/potfiles.py . --write corrects the list)')
    print('\n'.join(problems) or f'POTFILES.in ok: {len(listed)} files')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
