#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring WordPress into the tests' cache, from Debian's packages and npm.

usage: fetch.py [VERSION…]

Versions are 61 (Debian 12), 68 (Debian 13) and 71 (unstable, which moves on: that one may be
missing, and then this says so without failing). Nothing is installed: packages are unpacked.
The database is SQLite, by WordPress's own drop-in. The cache is $CMS_CACHE, or .cache/cms
in the project.
"""
import fcntl
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[3]
CACHE = pathlib.Path(os.environ.get('CMS_CACHE') or PROJECT / '.cache' / 'cms')
KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'
COMMON = ['wordpress', 'libjs-cropper', 'libjs-underscore', 'php-getid3']
LATER = [*COMMON, 'wordpress-theme-twentytwentyfive', 'libjs-lodash']
VERSIONS = {
    '61': ('bookworm', [*COMMON, 'wordpress-theme-twentytwentythree']),
    '68': ('trixie', LATER),
    '71': ('sid', [*LATER, 'libjs-jquery', 'libjs-jquery-ui', 'libphp-phpmailer']),
}
OPTIONAL = {'71'}
DROP_IN = 'sqlite-database-integration'
DROP_IN_PACKAGE = '@wp-playground/cli@3.1.56'


class FetchError(Exception):
    """Why something could not be brought, in a sentence."""


def run(command, folder=None):
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise FetchError(f'{" ".join(map(str, command[:1]))} failed:\n{done.stdout.strip()}')
    return done.stdout


def find_mirror():
    """The mirror that this machine takes Debian's packages from."""
    try:
        targets = run(['apt-get', 'indextargets', '--format', '$(ORIGIN) $(REPO_URI)',
                       'Created-By: Packages'])
    except FileNotFoundError as error:
        raise FetchError('there is no apt-get on this system') from error
    found = [line.split()[1] for line in targets.splitlines()
             if line.startswith('Debian ') and 'security' not in line]
    if not found:
        raise FetchError('apt knows no mirror of Debian; run apt-get update')
    return found[0]


def download_packages(suite, packages, work):
    """Through an apt with its own sources and lists: those of the machine stay as they are."""
    for name in ('lists/partial', 'cache/archives/partial', 'debs'):
        (work / name).mkdir(parents=True)
    sources = work / 'sources.list'
    sources.write_text(f'deb [signed-by={KEYRING}] {find_mirror()} {suite} main\n')
    apt = ['apt-get', '-qq', '-o', f'Dir::Etc::sourcelist={sources}',
           '-o', 'Dir::Etc::sourceparts=/dev/null', '-o', f'Dir::State::lists={work}/lists',
           '-o', f'Dir::Cache={work}/cache', '-o', 'Acquire::Languages=none',
           '-o', 'Acquire::Retries=3', '-o', f'APT::Sandbox::User={os.environ.get("USER", "root")}']
    run([*apt, 'update'])
    run([*apt, 'download', *(f'{package}/{suite}' for package in packages)], work / 'debs')
    return sorted((work / 'debs').glob('*.deb'))


def fetch_wordpress(version):
    suite, packages = VERSIONS[version]
    with tempfile.TemporaryDirectory(dir=CACHE, prefix='fetch-') as name:
        work = pathlib.Path(name)
        for package in download_packages(suite, packages, work):
            run(['dpkg-deb', '-x', package, work / 'root'])
        tree = work / 'root/usr/share/wordpress'
        for unwanted in ('.htaccess', 'wp-config.php'):
            (tree / unwanted).unlink(missing_ok=True)
        shutil.rmtree(tree / 'wp-content/languages', ignore_errors=True)
        # Following links, because the package borrows libraries from others.
        run(['cp', '-aL', tree, work / 'tree'])
        (work / 'tree/wp-content/uploads').mkdir(exist_ok=True)
        os.rename(work / 'tree', CACHE / f'wordpress-{version}')


def fetch_drop_in():
    with tempfile.TemporaryDirectory(dir=CACHE, prefix='fetch-') as name:
        work = pathlib.Path(name)
        run(['npm', 'pack', '--silent', DROP_IN_PACKAGE], work)
        run(['tar', 'xzf', *(path.name for path in work.glob('*.tgz'))], work)
        shutil.unpack_archive(work / f'package/{DROP_IN}.zip', work)
        tree = work / f'plugin-{DROP_IN}'
        # Before 6.2 there is no such property, and reading it ends WordPress.
        source = tree / 'wp-includes/sqlite/class-wp-sqlite-db.php'
        read = "$this->__get( 'allow_unsafe_unquoted_parameters' )"
        source.write_text(source.read_text().replace(
            f'= {read};',
            f"= property_exists( 'wpdb', 'allow_unsafe_unquoted_parameters' ) ? {read} : true;"))
        os.rename(tree, CACHE / DROP_IN)


def fetch(version):
    """Brings what `version` needs, once; several processes may ask at the same time."""
    if version not in VERSIONS:
        raise FetchError(f'there is no version “{version}”; known are {", ".join(VERSIONS)}')
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / '.lock', 'w', encoding='utf-8') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            if not (CACHE / DROP_IN / 'load.php').exists():
                fetch_drop_in()
            if not (CACHE / f'wordpress-{version}' / 'wp-load.php').exists():
                fetch_wordpress(version)
        except OSError as error:
            raise FetchError(str(error)) from error
    return CACHE


def main():
    failed = False
    for version in sys.argv[1:] or VERSIONS:
        try:
            fetch(version)
        except FetchError as error:
            optional = version in OPTIONAL
            print(f'WordPress {version} is not to be had; its tests are '
                  f'{"skipped" if optional else "going to fail"}: {error}')
            failed = failed or not optional
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
