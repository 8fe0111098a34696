#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stand between Feuillet and a server, and make what goes wrong on the way go wrong.

usage: proxy.py [--certificate FILE] UPSTREAM_URL     (the file holds the key, too)

Listens on a free port of the loopback interface and prints one JSON object: url, requests
(the log, one JSON object per line: number, method, target, bytes, signed, busy, fault,
upstream, status, ms; `busy` is how many requests were under way, this one included). A line
of standard input is a JSON object, answered by "done": {"faults": […], "pid": N} replaces
the faults, sets who is killed by some of them, and starts counting and logging anew; {} only
waits until no request is under way.

A fault is {"what": …} with, to choose its requests, "method", "path" (a regular expression
for path and query), "nth" (1: the first such request) and "times" (1; 0: all that follow):

  cut-before    the connection breaks before the server knows of the request
  cut-body      it breaks while the request is being sent
  cut-after     the server does its work, its answer is lost
  cut-answer    the server does its work, half of its answer arrives
  late          as cut-before, but the request reaches the server "ms" later
  status        "status" with "body" (a web page) and "headers"; the server knows nothing
  status-after  the same after the server has done its work
  garbage       the server's answer with a PHP warning before it
  delay         "ms" pass before the server knows of it
  slow-answer   the server's answer arrives "ms" later
  kill-before   "pid" is killed before the server knows of the request
  kill-after    "pid" is killed when the server has done its work

{"what": "refuse", "after": N, "ms": M} is one of its own: from the Nth request until M
milliseconds after its answer nobody else is let in.
"""
import argparse
import itertools
import json
import os
import re
import signal
import socket
import ssl
import struct
import sys
import tempfile
import threading
import time
import urllib.parse

PAGE = '<!DOCTYPE html>\n<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>\n'
WARNING = b'<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/x.php</b> on line <b>3</b>\n'
SECONDS = 120


class Request:
    """One request as it came in."""

    def __init__(self, head, stream):
        lines = head.decode('latin-1').split('\r\n')
        self.method, self.target, _ = lines[0].split(' ', 2)
        self.headers = [tuple(part.strip() for part in line.split(':', 1))
                        for line in lines[1:] if ':' in line]
        self.stream = stream

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name), None)

    def read_body(self, limit=None):
        if (self.header('transfer-encoding') or '').lower() == 'chunked':
            return b''.join(self.read_chunks())
        length = int(self.header('content-length') or 0)
        return self.stream.read(length if limit is None else int(length * limit))

    def read_chunks(self):
        while size := int(self.stream.readline().split(b';')[0], 16):
            yield self.stream.read(size)
            self.stream.readline()
        while self.stream.readline().strip():
            pass

    def write(self, body, extra):
        """The request as it goes on: its own host, one request per connection."""
        own = [(key, value) for key, value in self.headers if key.lower() not in
               ('connection', 'transfer-encoding', 'content-length', 'expect')]
        if body or self.method in ('POST', 'PUT', 'PATCH'):
            own.append(('Content-Length', str(len(body))))
        lines = [f'{self.method} {self.target} HTTP/1.1',
                 *(f'{key}: {value}' for key, value in own + extra), 'Connection: close', '', '']
        return '\r\n'.join(lines).encode('latin-1') + body


class Faults:
    """Which request gets which fault."""

    def __init__(self, faults):
        self.faults = [dict(fault, seen=0) for fault in faults]
        self.lock = threading.Lock()

    def choose(self, request):
        chosen = None
        with self.lock:
            for fault in self.faults:
                if fault['what'] == 'refuse' or not self.fits(fault, request):
                    continue
                fault['seen'] += 1
                first = fault.get('nth', 1)
                times = fault.get('times', 1)
                if fault['seen'] >= first and (times == 0 or fault['seen'] < first + times):
                    chosen = chosen or fault
        return chosen or {'what': None}

    @staticmethod
    def fits(fault, request):
        target = urllib.parse.unquote(request.target)
        return (fault.get('method') in (None, request.method) and
                re.search(fault.get('path', ''), target) is not None)

    def silence_after(self, count):
        return sum(fault['ms'] for fault in self.faults
                   if fault['what'] == 'refuse' and fault.get('after', 0) == count)


class Proxy:
    """Accepts, breaks, forwards and keeps the log."""

    def __init__(self, options):
        upstream = urllib.parse.urlsplit(options.upstream)
        self.upstream = (upstream.hostname, upstream.port)
        self.context = None
        if options.certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(options.certificate)
        self.listener = self.listen(0)
        self.port = self.listener.getsockname()[1]
        self.log = tempfile.NamedTemporaryFile('w', prefix='feu-proxy-', suffix='.log')
        self.lock = threading.Condition()
        self.busy = 0
        self.begin({'faults': []})

    @staticmethod
    def listen(port):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(('127.0.0.1', port))
        listener.listen(64)
        return listener

    def describe(self):
        scheme = 'https' if self.context else 'http'
        return {'url': f'{scheme}://127.0.0.1:{self.port}', 'requests': self.log.name}

    def begin(self, orders):
        with self.lock:
            self.faults = Faults(orders.get('faults', []))
            self.pid = orders.get('pid')
            self.numbers = itertools.count(1)
            self.log.seek(0)
            self.log.truncate()
        silence = self.faults.silence_after(0)
        if silence > 0:
            self.close_port()
            threading.Timer(silence / 1000, self.open_port).start()

    def obey(self, orders):
        if orders:
            self.open_port()
            self.begin(orders)
        else:
            with self.lock:
                self.lock.wait_for(lambda: self.busy == 0 and self.listener is not None)

    def close_port(self):
        old, self.listener = self.listener, None
        old.shutdown(socket.SHUT_RDWR)
        old.close()

    def open_port(self):
        with self.lock:
            if self.listener is None:
                self.listener = self.listen(self.port)
                self.lock.notify_all()

    def accept_for_ever(self):
        while True:
            listener = self.listener
            try:
                client, _ = listener.accept()
            except (OSError, AttributeError):
                time.sleep(0.005)
                continue
            threading.Thread(target=self.serve, args=[client], daemon=True).start()

    def serve(self, client):
        client.settimeout(SECONDS)
        try:
            if self.context:
                client = self.context.wrap_socket(client, server_side=True)
            stream = client.makefile('rb')
            head = b''
            while not head.endswith(b'\r\n\r\n'):
                line = stream.readline(65536)
                if not line:
                    return
                head += line
            self.handle(client, Request(head, stream))
        except (OSError, ValueError):
            pass  # the client went away: its own business
        finally:
            client.close()

    def handle(self, client, request):
        with self.lock:
            number = next(self.numbers)
            self.busy += 1
            record = {'number': number, 'method': request.method, 'target': request.target,
                      'signed': request.header('authorization') is not None, 'busy': self.busy}
        start = time.monotonic()
        fault = self.faults.choose(request)
        silence = self.faults.silence_after(number)
        record['fault'] = 'refuse' if silence > 0 else fault['what']
        if silence > 0:
            self.close_port()
        try:
            self.act(client, request, fault, record)
        finally:
            with self.lock:
                record['ms'] = int(1000 * (time.monotonic() - start))
                self.log.write(json.dumps(record) + '\n')
                self.log.flush()
                self.busy -= 1
                self.lock.notify_all()
            if silence > 0:
                time.sleep(silence / 1000)
                self.open_port()

    def act(self, client, request, fault, record):
        what = fault['what']
        if request.header('expect'):
            client.sendall(b'HTTP/1.1 100 Continue\r\n\r\n')
        body = request.read_body(limit=0.5 if what == 'cut-body' else None)
        record['bytes'] = len(body)
        if what in ('cut-before', 'cut-body'):
            return self.cut(client)
        if what == 'kill-before':
            return self.kill(client)
        if what == 'status':
            return self.answer(client, fault, record)
        if what == 'late':
            self.cut(client)
        if what in ('delay', 'late'):
            time.sleep(fault['ms'] / 1000)

        answer = self.forward(request, body, record)
        if what == 'kill-after':
            return self.kill(client)
        if what == 'cut-after':
            return self.cut(client)
        if what == 'status-after':
            return self.answer(client, fault, record)
        if what == 'cut-answer':
            client.sendall(self.with_length(answer)[:-len(answer) // 2])
            return self.cut(client)
        if what == 'garbage':
            head, content = answer.split(b'\r\n\r\n', 1)
            answer = head + b'\r\n\r\n' + WARNING + content
        if what == 'slow-answer':
            time.sleep(fault['ms'] / 1000)
        if what != 'late':
            record['status'] = record['upstream']
            client.sendall(answer if request.method == 'HEAD' else self.with_length(answer))
        return None

    def forward(self, request, body, record):
        extra = [('X-Forwarded-Proto', 'https')] if self.context else []
        with socket.create_connection(self.upstream, SECONDS) as server:
            server.sendall(request.write(body, extra))
            parts = []
            while part := server.recv(1 << 16):
                parts.append(part)
        answer = b''.join(parts)
        record['upstream'] = int(answer.split(b' ', 2)[1])
        return answer

    @staticmethod
    def with_length(answer):
        """With a length, so that a client can tell a whole answer from a part of it."""
        head, content = answer.split(b'\r\n\r\n', 1)
        lines = [line for line in head.split(b'\r\n')
                 if not line.lower().startswith((b'content-length:', b'transfer-encoding:'))]
        if b'transfer-encoding: chunked' in head.lower():
            return answer
        lines.append(b'Content-Length: %d' % len(content))
        return b'\r\n'.join(lines) + b'\r\n\r\n' + content

    def answer(self, client, fault, record):
        status = record['status'] = fault['status']
        body = fault.get('body') or PAGE.format(status)
        kind = 'application/json' if body.startswith('{') else 'text/html; charset=UTF-8'
        headers = {'Content-Type': kind, 'Content-Length': len(body.encode()),
                   'Connection': 'close', **fault.get('headers', {})}
        lines = [f'HTTP/1.1 {status} Fault', *(f'{k}: {v}' for k, v in headers.items()), '', '']
        client.sendall('\r\n'.join(lines).encode() + body.encode())

    @staticmethod
    def cut(client):
        """Breaks the connection, as a lost network does; not the polite end."""
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        os.close(client.detach())

    def kill(self, client):
        os.kill(self.pid, signal.SIGKILL)
        self.cut(client)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--certificate')
    parser.add_argument('upstream')
    proxy = Proxy(parser.parse_args())
    threading.Thread(target=proxy.accept_for_ever, daemon=True).start()
    print(json.dumps(proxy.describe()), flush=True)
    for line in sys.stdin:
        proxy.obey(json.loads(line))
        print('done', flush=True)


if __name__ == '__main__':
    main()
