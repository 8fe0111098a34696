#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Feuillet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sum up meson's test logs in the line "N passed, N failed".

usage: count-tests.py BUILD_FOLDER…

A TAP test counts as many times as it has cases, any other once. A test program that ends
badly without a failed case of its own (a crash, a leak, a timeout) is one failure more.
Skipped cases and the names of failed tests are told before. A folder whose tests did not
run at all is a failure, too.
"""
import json
import pathlib
import re
import sys

TAP_CASE = re.compile(r'^(not )?ok\b(.*)$', re.M)
TAP_SKIP = re.compile(r'#\s*(skip|todo)', re.I)
GOOD = {'OK', 'EXPECTEDFAIL'}


def count_test(record):
    """Passed, failed and skipped cases of one test program."""
    result = record['result']
    passed = failed = skipped = 0
    for failure, rest in TAP_CASE.findall(record.get('stdout') or ''):
        if TAP_SKIP.search(rest):
            skipped += 1
        elif failure:
            failed += 1
        else:
            passed += 1
    if passed + failed + skipped == 0:
        return int(result in GOOD), int(result not in GOOD | {'SKIP'}), int(result == 'SKIP')
    if result not in GOOD | {'SKIP'} and failed == 0:
        failed = 1
    return passed, failed, skipped


def read_records(folder):
    log = pathlib.Path(folder, 'meson-logs', 'testlog.json')
    if not log.exists():
        return []
    return [json.loads(line) for line in log.read_text(errors='replace').splitlines()]


def main():
    total = [0, 0, 0]
    for folder in sys.argv[1:]:
        records = read_records(folder)
        if not records:
            print(f'no test ran in {folder}')
            total[1] += 1
        for record in records:
            counts = count_test(record)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1] > 0:
                print(f'failed in {folder}: {record["name"]} ({record["result"]})')
    passed, failed, skipped = total
    if skipped > 0:
        print(f'{skipped} skipped')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed > 0 else 0


if __name__ == '__main__':
    sys.exit(main())
