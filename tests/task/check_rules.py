#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every rule of scheduling has a test of its name: check_rules.py TESTS-FOLDER.

A rule's test is called s41-what-it-says, in a C file of the folder or in a file of scenes.
A rule without one stands in a table of tests/task/README.md, with the reason. Speaks TAP.
"""
import pathlib
import re
import sys

RULES = range(1, 57)    # of the loop, of tasks and of what they wait for; not of input and output


def find_tested(folder):
    """The rules that a test is named after."""
    tested = set()
    for path in sorted(folder.rglob('*.c')):
        for name in re.findall(r'"[^"\n]*\bs(\d+)-[a-z]', path.read_text(encoding='utf-8')):
            tested.add(int(name))
    for path in sorted(folder.rglob('*.scenes')):
        for name in re.findall(r'^== s(\d+)-', path.read_text(encoding='utf-8'), re.MULTILINE):
            tested.add(int(name))
    return tested


def find_excused(folder):
    """The rules that have no test, by their reason."""
    text = (folder / 'task' / 'README.md').read_text(encoding='utf-8')
    return {int(number): reason for number, reason
            in re.findall(r'^\| S(\d+) \| (.+?) \|$', text, re.MULTILINE)}


def main(folder):
    tested, excused = find_tested(folder), find_excused(folder)
    checks = [
        ('every-rule-has-a-test-or-a-reason',
         [f'S{rule} has neither' for rule in RULES if rule not in tested and rule not in excused]),
        ('no-rule-has-a-reason-and-a-test',
         [f'S{rule} has both' for rule in sorted(excused) if rule in tested]),
    ]
    print(f'1..{len(checks)}')
    for number, (name, complaints) in enumerate(checks, 1):
        for complaint in complaints:
            print(f'# {complaint}')
        print(f'{"not ok" if complaints else "ok"} {number} {name}')
    return 1 if any(complaints for _, complaints in checks) else 0


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(sys.argv[1])))
