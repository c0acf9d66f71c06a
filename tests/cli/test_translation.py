#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Juggler in German: test_translation.py JUGGLER PO-BUILD-FOLDER; speaks TAP.

gettext translates nothing in C.UTF-8 and a machine may know no other locale, so a German one
is made for the test.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

JUGGLER, CATALOGUES = map(os.path.abspath, sys.argv[1:3])


def make_locale(folder):
    """A folder with a German locale; None, or why there is none."""
    if not shutil.which('localedef'):
        return 'localedef is not installed'
    made = subprocess.run(['localedef', '-i', 'de_DE', '-f', 'UTF-8', os.path.join(folder, 'de_DE.UTF-8')],
                          capture_output=True, text=True)
    if made.returncode > 1: # 1 is a warning
        return f'no German locale can be made: {made.stderr.strip().splitlines()[-1]}'
    return None


def call(folder, locale, *words):
    kept = {name: value for name, value in os.environ.items()
            if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE', 'LANG')}
    done = subprocess.run([JUGGLER, *words], capture_output=True, text=True, encoding='utf-8', timeout=60,
                          env={**kept, 'LOCPATH': folder, 'TEXTDOMAINDIR': CATALOGUES, 'LC_ALL': locale})
    return done.stdout, done.stderr


def lessons_are_listed_in_german(folder):
    text, _ = call(folder, 'de_DE.UTF-8', 'lessons')
    return all(words in text for words in ('Nacheinander oder zusammen', 'Abbrechen', 'coroutines/together')), text


def a_run_is_told_in_german(folder):
    text, _ = call(folder, 'de_DE.UTF-8', 'run', 'coroutines/together')
    return bool(re.search(r'wartet', text)) and 'Ausgabe' in text and 'waits' not in text, text


def what_went_wrong_is_said_in_german(folder):
    _, text = call(folder, 'de_DE.UTF-8', 'run', 'corutines/together')
    return text.startswith('juggler: es gibt keine Lektion „corutines/together“; meinst du „'), text


def events_are_the_same_in_every_language(folder):
    german, _ = call(folder, 'de_DE.UTF-8', 'run', 'coroutines/together', '--format', 'events')
    english, _ = call(folder, 'C.UTF-8', 'run', 'coroutines/together', '--format', 'events')
    return german == english and '0.000000 0 create main-1 by loop' in german, german


def other_locales_are_left_in_english(folder):
    text, _ = call(folder, 'C.UTF-8', 'lessons')
    return 'One after the other, or together' in text, text


TESTS = [lessons_are_listed_in_german, a_run_is_told_in_german, what_went_wrong_is_said_in_german,
         events_are_the_same_in_every_language, other_locales_are_left_in_english]


def main():
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        missing = make_locale(folder)
        if missing:
            print(f'1..0 # SKIP {missing}')
            return 0
        print(f'1..{len(TESTS)}')
        for number, test in enumerate(TESTS, 1):
            good, seen = test(folder)
            if not good:
                print(''.join(f'# {line}\n' for line in seen.splitlines()), end='')
            print(f'{"ok" if good else "not ok"} {number} {test.__name__.replace("_", "-")}', flush=True)
            failed = failed or not good
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
