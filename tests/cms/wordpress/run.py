#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run a real WordPress on the loopback interface until standard input ends.

usage: run.py [--version 61|68|71] [--database sqlite|mariadb] [--workers N] [FOLDER]

Prints one JSON object when the site answers: url, folder, version, wordpress, database
(the SQLite file), requests (a log, one JSON object per line) and users: admin, editor,
author, contributor, subscriber, each with id, login, password and application_password.

Then it obeys lines of standard input and answers each by a line: "reset" makes the site new
again; "switch NAME=VALUE…" sets the switches of plugin.php, without any turns all off. Data
is kept in FOLDER, if one is given. Exit status 77: this version cannot be had here.
"""
import argparse
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import fetch

HERE = pathlib.Path(__file__).resolve().parent
START_SECONDS = 60
PHP = ['php', '-d', 'memory_limit=512M', '-d', 'display_errors=0', '-d', 'date.timezone=UTC']
SERVER_OPTIONS = {
    'upload_max_filesize': '64M', 'post_max_size': '80M', 'max_execution_time': '120',
    'opcache.enable_cli': '1', 'opcache.revalidate_freq': '0', 'expose_php': '0',
    'log_errors': '1', 'sendmail_path': '/bin/true',
}


class Site:
    """One WordPress: its files, its database, its processes."""

    def __init__(self, folder, version, database):
        self.folder = folder
        self.version = version
        self.database = database
        self.web = folder / 'www'
        self.data = folder / 'database'
        self.processes = []
        self.url = None
        setup = hashlib.sha256((HERE / 'setup.php').read_bytes()).hexdigest()[:10]
        self.template = fetch.CACHE / f'template-{version}-{database}-{setup}'
        # A socket's path holds 107 characters.
        self.socket = tempfile.mktemp(prefix='feu-', suffix='.sock')
        self.environment = {
            **os.environ, 'FEU_FOLDER': str(folder), 'FEU_DATABASE_FOLDER': str(self.data),
            'FEU_DATABASE_SOCKET': self.socket,
        }

    def lay_out(self):
        """The code by hard links where the file system allows it: nobody edits it."""
        if self.web.exists():
            return
        source = fetch.CACHE / f'wordpress-{self.version}'
        if subprocess.run(['cp', '-al', source, self.web], stderr=subprocess.DEVNULL,
                          check=False).returncode != 0:
            shutil.rmtree(self.web, ignore_errors=True)
            shutil.copytree(source, self.web)
        content = self.web / 'wp-content'
        (content / 'mu-plugins').mkdir(exist_ok=True)
        shutil.copy(HERE / 'plugin.php', content / 'mu-plugins')
        shutil.copy(HERE / 'config.php', self.web / 'wp-config.php')
        if self.database == 'sqlite':
            drop_in = fetch.CACHE / fetch.DROP_IN
            shutil.copytree(drop_in, content / 'plugins' / fetch.DROP_IN)
            shutil.copy(drop_in / 'db.copy', content / 'db.php')

    def start_mariadb(self):
        """Without grant tables it needs no installation: the socket is the only way in."""
        (self.folder / 'mariadb').mkdir(exist_ok=True)
        user = subprocess.run(['id', '-un'], capture_output=True, text=True, check=True)
        self.spawn(['mariadbd', '--no-defaults', f'--user={user.stdout.strip()}',
                    f'--datadir={self.folder}/mariadb', f'--socket={self.socket}',
                    '--skip-networking', '--skip-grant-tables', '--performance-schema=0',
                    '--innodb-log-file-size=4M', '--innodb-buffer-pool-size=32M',
                    '--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0',
                    '--character-set-server=utf8mb4',
                    '--collation-server=utf8mb4_unicode_520_ci'], 'mariadb.log')
        create = ('mysqli_report(0); $m = mysqli_init(); exit($m->real_connect(null, "root", "",'
                  ' "", 0, $argv[1]) && $m->query("CREATE DATABASE IF NOT EXISTS wordpress'
                  ' CHARACTER SET utf8mb4") ? 0 : 1);')
        self.wait_for(lambda: subprocess.run(['php', '-r', create, self.socket], check=False,
                                             stderr=subprocess.DEVNULL).returncode == 0)

    def install(self):
        """Fills the database: from the template, which the first installation leaves."""
        users = self.folder / 'users.json'
        if users.exists():
            return
        self.data.mkdir(exist_ok=True)
        if self.database == 'sqlite' and self.template.exists():
            self.restore()
            return
        made = subprocess.run([*PHP, HERE / 'setup.php', self.web], stdout=subprocess.PIPE,
                              env=self.environment, check=True)
        users.write_bytes(made.stdout)
        if self.database == 'sqlite':
            self.keep_template()

    def keep_template(self):
        work = pathlib.Path(tempfile.mkdtemp(dir=fetch.CACHE, prefix='template-'))
        shutil.copy(self.folder / 'users.json', work)
        code = ('$d = new PDO("sqlite:$argv[1]"); $d->exec("PRAGMA wal_checkpoint(TRUNCATE)");'
                ' $d->exec("VACUUM INTO " . $d->quote($argv[2]));')
        subprocess.run(['php', '-r', code, self.data / 'wp.sqlite', work / 'wp.sqlite'], check=True)
        try:
            work.rename(self.template)
        except OSError:  # somebody else was faster; theirs has other passwords, so use it here too
            shutil.rmtree(work)
            self.restore()

    def restore(self):
        for name in ('wp.sqlite-wal', 'wp.sqlite-shm'):
            (self.data / name).unlink(missing_ok=True)
        shutil.copy(self.template / 'wp.sqlite', self.data / 'new.sqlite')
        os.replace(self.data / 'new.sqlite', self.data / 'wp.sqlite')
        shutil.copy(self.template / 'users.json', self.folder)

    def reset(self):
        if self.database != 'sqlite':
            raise RuntimeError('only a site in SQLite can be reset')
        self.restore()
        uploads = self.web / 'wp-content/uploads'
        shutil.rmtree(uploads)
        uploads.mkdir()
        self.switch([])
        (self.folder / 'requests.log').write_text('')

    def switch(self, switches):
        new = self.folder / 'switches.new'
        new.write_text(json.dumps(dict(switch.split('=', 1) for switch in switches)))
        os.replace(new, self.folder / 'switches.json')

    def serve(self, workers):
        """On a free port. Ready is when our own mark is served: another may hold the port."""
        mark = os.urandom(8).hex()
        (self.web / 'ready.txt').write_text(mark)
        environment = {**self.environment, 'PHP_CLI_SERVER_WORKERS': str(workers)}
        options = [word for item in SERVER_OPTIONS.items() for word in ('-d', '='.join(item))]
        for _ in range(5):
            with socket.socket() as probe:
                probe.bind(('127.0.0.1', 0))
                address = f'127.0.0.1:{probe.getsockname()[1]}'
            self.url = f'http://{address}'
            server = self.spawn([*PHP, *options, '-S', address, '-t', self.web,
                                 HERE / 'router.php'], 'php.log', environment, self.web)
            if self.wait_for(lambda: self.read('/ready.txt') == mark, server):
                self.wait_for(lambda: '"namespaces"' in self.read('/index.php?rest_route=/'))
                (self.folder / 'requests.log').write_text('')
                return
        raise RuntimeError('no port was free for PHP')

    def read(self, path):
        try:
            with urllib.request.urlopen(self.url + path, timeout=30) as answer:
                return answer.read().decode(errors='replace')
        except (OSError, urllib.error.HTTPError):
            return ''

    def wait_for(self, condition, process=None):
        end = time.monotonic() + START_SECONDS
        while not condition():
            if process is not None and process.poll() is not None:
                return False
            if time.monotonic() > end:
                raise RuntimeError(f'nothing answered within {START_SECONDS} s; '
                                   f'see the logs in {self.folder}')
            time.sleep(0.01)
        return True

    def spawn(self, command, log, environment=None, folder=None):
        """In a group of its own: PHP's workers outlive it, and keep its port."""
        with open(self.folder / log, 'ab') as output:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output,
                                       stderr=output, start_new_session=True, cwd=folder,
                                       env=environment)
        self.processes.append(process)
        return process

    def stop(self):
        for process in self.processes:
            for number in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(process.pid, number)
                    process.wait(5)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    pass
        pathlib.Path(self.socket).unlink(missing_ok=True)

    def describe(self):
        return {
            'url': self.url, 'folder': str(self.folder), 'version': self.version,
            'database': str(self.data / 'wp.sqlite') if self.database == 'sqlite' else None,
            'requests': str(self.folder / 'requests.log'),
            **json.loads((self.folder / 'users.json').read_text()),
        }


def make_folder():
    """One of our own in the cache; those of processes that were killed are removed."""
    runs = fetch.CACHE / 'run'
    runs.mkdir(exist_ok=True)
    for old in runs.iterdir():
        if not pathlib.Path('/proc', old.name.split('-')[0]).exists():
            shutil.rmtree(old, ignore_errors=True)
    return pathlib.Path(tempfile.mkdtemp(dir=runs, prefix=f'{os.getpid()}-'))


def obey(site, line):
    words = line.split()
    if words[:1] == ['reset']:
        site.reset()
    elif words[:1] == ['switch']:
        site.switch(words[1:])
    else:
        raise RuntimeError(f'what is “{line}”?')


def end_by_signal(_number, _frame):
    sys.exit(0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--version', default='61')
    parser.add_argument('--database', default='sqlite', choices=['sqlite', 'mariadb'])
    parser.add_argument('--workers', type=int, default=4)
    parser.add_argument('folder', nargs='?')
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, end_by_signal)
    try:
        fetch.fetch(options.version)
    except fetch.FetchError as error:
        print(f'WordPress {options.version} cannot be had: {error}', file=sys.stderr)
        return 77

    if options.folder:
        folder = pathlib.Path(options.folder).resolve()
        folder.mkdir(parents=True, exist_ok=True)
    else:
        folder = make_folder()
    site = Site(folder, options.version, options.database)
    try:
        site.lay_out()
        if options.database == 'mariadb':
            site.start_mariadb()
        site.install()
        site.serve(options.workers)
        print(json.dumps(site.describe()), flush=True)
        for line in sys.stdin:
            obey(site, line.strip())
            print('done', flush=True)
    except KeyboardInterrupt:
        pass
    finally:
        site.stop()
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == '__main__':
    sys.exit(main())
