#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""GtkBuilder files agree with the C that uses them.

usage: ui_files.py ROOT

gtk-builder-tool cannot validate templates of our own classes, so this looks for what
breaks at run time: ill-formed XML, an id given twice, a template child, callback, action
or icon that is not there, and files that the resources forgot or name in vain.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

BIND_CHILD = re.compile(
    r'gtk_widget_class_bind_template_child(?:_private|_internal|_full)?\s*\('
    r'\s*[^,]+,\s*(?:\w+\s*,\s*)?"?(\w+)"?\s*[,)]')
BIND_CALLBACK = re.compile(r'gtk_widget_class_bind_template_callback(?:_full)?\s*\('
                           r'\s*[^,]+,\s*"?(\w+)"?')
TEMPLATE = re.compile(r'gtk_widget_class_set_template_from_resource\s*\(\s*[^,]+,'
                      r'((?:\s*[A-Z_]*\s*"[^"]*")+)')
ICON_PROPERTIES = {'icon-name', 'icon_name', 'primary-icon-name', 'secondary-icon-name',
                   'primary_icon_name', 'secondary_icon_name'}
ICON_FOLDERS = ('/usr/share/icons/Adwaita', '/usr/share/icons/hicolor')


class UiFile:
    def __init__(self, path):
        self.path = path
        root = ET.parse(path).getroot()
        self.ids = [node.get('id') for node in root.iter() if node.get('id')]
        self.handlers = {node.get('handler') for node in root.iter('signal')}
        properties = [(node.get('name'), (node.text or '').strip())
                      for node in root.iter('property')]
        properties += [(node.get('name'), (node.text or '').strip())
                       for node in root.iter('attribute')]
        self.icons = {text for name, text in properties if name in ICON_PROPERTIES and text}
        self.actions = {text.split('::')[0].split('(')[0] for name, text in properties
                        if name in ('action-name', 'action_name', 'action') and text}
        template = root.find('template')
        self.template = template.get('class') if template is not None else None


def resource_files(root, problems):
    """Every file named by a *.gresource.xml, which must be there."""
    named = set()
    for listing in root.glob('ui/**/*.gresource.xml'):
        for node in ET.parse(listing).getroot().iter('file'):
            path = listing.parent / node.text.strip()
            named.add(path)
            if not path.exists():
                problems.append(f'{listing}: names {node.text.strip()}, which is not there')
    return named


def icon_names(root):
    names = set()
    for folder in (*map(pathlib.Path, ICON_FOLDERS), root / 'data/icons', root / 'ui'):
        names |= {path.stem.removesuffix('.symbolic')
                  for suffix in ('svg', 'png') for path in folder.rglob(f'*.{suffix}')}
    return names


def check_template(ui, sources, problems):
    """What the class binds is in its template, and what the template calls is bound."""
    for path, text in sources.items():
        match = TEMPLATE.search(text)
        if not match or not match.group(1).rstrip().endswith(f'{ui.path.name}"'):
            continue
        # A class may be spread over several files: feu-tag-entry.c, feu-tag-entry-typing.c.
        text = ''.join(other for its, other in sources.items()
                       if its == path or its.stem.startswith(f'{path.stem}-'))
        for name in BIND_CHILD.findall(text):
            if name not in ui.ids:
                problems.append(f'{path}: binds {name}, which {ui.path.name} has not')
        for handler in ui.handlers - set(BIND_CALLBACK.findall(text)):
            problems.append(f'{ui.path}: calls {handler}, which {path.name} does not bind')
        return
    problems.append(f'{ui.path}: no class uses this template')


def check_file(ui, sources, icons, problems):
    for name in sorted({name for name in ui.ids if ui.ids.count(name) > 1}):
        problems.append(f'{ui.path}: the id {name} is there twice')
    for name in sorted(ui.icons - icons):
        problems.append(f'{ui.path}: there is no icon {name}')
    for action in sorted(ui.actions):
        name = action.partition('.')[2]
        if not any(f'"{name}"' in text or f'"{action}"' in text for text in sources.values()):
            problems.append(f'{ui.path}: there is no action {action}')
    if ui.template:
        check_template(ui, sources, problems)


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    sources = {path: path.read_text() for path in (root / 'src').rglob('*.c')}
    icons = icon_names(root)
    named = resource_files(root, problems)
    paths = sorted((root / 'ui').rglob('*.ui'))
    for path in paths:
        if path not in named:
            problems.append(f'{path}: is in no gresource.xml')
        try:
            ui = UiFile(path)
        except ET.ParseError as error:
            problems.append(f'{path}: {error}')
            continue
        check_file(ui, sources, icons, problems)
    print('\n'.join(problems) or f'{len(paths)} files ok')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
