#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever the lesson reader looks up must be in the translators' template; speaks TAP.

check_messages.py SOURCE-FOLDER LESSON-MESSAGES-PROGRAM XGETTEXT MSGCAT
"""
import json
import os
import re
import subprocess
import sys


def extracted(source, xgettext, msgcat, paths):
    """The messages that translators see of the files PATHS."""
    template = subprocess.run(
        [xgettext, '--from-code=UTF-8', '--output=-', *paths], cwd=source, check=True, capture_output=True,
        env={**os.environ, 'GETTEXTDATADIRS': os.path.join(source, 'data')}).stdout
    text = subprocess.run([msgcat, '--no-wrap', '-'], input=template, check=True, capture_output=True).stdout.decode()
    return {json.loads(f'"{message}"') for message in re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)}


def lesson_files(source):
    for folder, _, names in sorted(os.walk(os.path.join(source, 'lessons'))):
        yield from (os.path.relpath(os.path.join(folder, name), source)
                    for name in sorted(names) if name in ('lesson.xml', 'catalogue.xml'))


def main(source, program, xgettext, msgcat):
    looked_up = {json.loads(line) for line in subprocess.run(
        [program, os.path.join(source, 'lessons')], check=True, capture_output=True).stdout.decode().splitlines()}
    template = extracted(source, xgettext, msgcat, list(lesson_files(source)))
    missing = sorted(looked_up - template)
    never = sorted(template - looked_up)
    print('1..3')
    print(f'{"ok" if looked_up else "not ok"} 1 the lessons have messages')
    for message in missing:
        print(f'# looked up, not in the template: {message}')
    print(f'{"not ok" if missing else "ok"} 2 each message of a lesson is in the template')
    for message in never:
        print(f'# in the template, never looked up: {message}')
    print(f'{"not ok" if never else "ok"} 3 each message of the template is looked up')
    return 1 if missing or never or not looked_up else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
