#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks one set of rules and speaks TAP: style.py RULES SOURCE-FOLDER BUILD-FOLDER.

RULES is a module beside this one; its RULES is a list of functions that take a Tree and
return what they complain about, one string each. They raise Skip if they cannot look.
"""
import importlib
import sys

from tree import Skip, Tree


def describe(rule):
    return rule.__name__.replace('_', '-')


def main(module, source, build):
    rules = importlib.import_module(module).RULES
    tree = Tree(source, build)
    print(f'1..{len(rules)}')
    failed = False
    for number, rule in enumerate(rules, 1):
        try:
            complaints = rule(tree)
        except Skip as problem:
            print(f'ok {number} {describe(rule)} # SKIP {problem}')
            continue
        for complaint in complaints:
            print(f'# {complaint}')
        print(f'{"not ok" if complaints else "ok"} {number} {describe(rule)}', flush=True)
        failed = failed or bool(complaints)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
