#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that each style rule can fail: a small project that breaks just that rule.

test_rules.py SOURCE-FOLDER; speaks TAP. A rule without a sample here fails too.
"""
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile

import build_rules
import layout_rules
import text_rules
import translation_rules
from style import describe
from tree import Skip, Tree

SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
HEAD = SPDX + '/* Tells what is for whom. */\n'
HEADER = HEAD + '#pragma once\n'

# A project that every rule is content with.
GOOD = {
    '.clang-format': 'BasedOnStyle: GNU\n',
    'app/trace/jug-event.c': HEAD + '#include "jug-event.h"\n',
    'app/trace/jug-event.h': HEADER + '/**\n * jug_event:\n *\n * Returns: a number\n */\nint jug_event (void);\n',
    'app/loop/jug-loop.c': HEAD + '#include "jug-loop.h"\n\n#include "jug-event.h"\n',
    'app/loop/jug-loop.h': HEADER,
    'tests/loop/test-loop.c': HEAD + 'void\ntests (void)\n{\n  g_test_add_func ("/juggler/loop/loop/runs", runs);\n}\n',
    'app/README.md': '| `trace/` | what | GLib |\n| `loop/` | who | trace |\n\n**`trace/`** x\n\n**`loop/`** x\n',
    'po/POTFILES': '# Files.\n',
    'po/LINGUAS': '',
}
MEMBERS = ('app/trace/jug-event.c', 'app/loop/jug-loop.c', 'tests/loop/test-loop.c')
INCLUDES = {'app/trace': ['app/trace'], 'app/loop': ['app/loop', 'app/trace'], 'tests': ['app/loop', 'app/trace']}
GERMAN = ('msgid ""\nmsgstr ""\n"Language: de\\n"\n"MIME-Version: 1.0\\n"\n'
          '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n')

# Rule: what to write over the good project so that it must complain.
BREAKS = {
    'licence-stands-first': {'app/loop/jug-x.c': '/* Nobody says which licence. */\n'},
    'c-file-says-what-it-is-for': {'app/loop/jug-x.c': SPDX + 'int x;\n'},
    'header-is-guarded': {'app/loop/jug-x.h': HEAD},
    'no-include-climbs': {'app/loop/jug-x.c': HEAD + '#include "../trace/jug-event.h"\n'},
    'no-include-of-another-folder-s-private-header': {
        'app/trace/jug-event-private.h': HEADER, 'app/loop/jug-x.c': HEAD + '#include "jug-event-private.h"\n'},
    'library-stays-in-its-folder': {'app/loop/jug-x.c': HEAD + '#include <gtk/gtk.h>\n'},
    'toolkit-versions-stay-in-compat': {'app/ui/jug-x.c': HEAD + '#if GTK_CHECK_VERSION (4, 10, 0)\n#endif\n'},
    'nothing-hides-a-warning': {'app/ui/jug-x.c': HEAD + 'G_GNUC_BEGIN_IGNORE_DEPRECATIONS\n'},
    'tests-do-not-wait': {'tests/loop/test-x.c': HEAD + 'g_usleep (10);\n'},
    'tests-assert-what-is-never-compiled-out': {'tests/loop/test-x.c': HEAD + 'g_assert (x);\n'},
    'test-paths-follow-the-folder': {'tests/loop/test-x.c': HEAD + 'g_test_add_func ("/Loop/x_y", x);\n'},
    'no-left-over-without-an-issue': {'app/loop/jug-x.c': HEAD + '/* ' + 'TO' + 'DO: later */\n'},
    'no-registry-address': {'README.md': 'See https://' + 'pypi' + '.org/project/x\n'},
    'no-path-of-one-machine': {'README.md': 'It lies in /home/' + 'somebody/juggler.\n'},
    'every-setting-is-read': {'data/x.gschema.xml': f'<?xml version="1.0"?>\n<!-- {SPDX[3:-4]} -->\n<key name="colour"/>\n'},
    'no-blanks-at-the-end': {'README.md': 'Two blanks  \n'},
    'laid-out-by-clang-format': {'app/loop/jug-x.c': HEAD + 'int  x;\n'},
    'files-are-of-readable-length': {'app/loop/jug-x.c': HEAD + 'int x;\n' * 600},
    'potfiles-names-every-file-with-text': {'app/loop/jug-x.c': HEAD + 'const char *x = _ ("Text");\n'},
    'potfiles-names-nothing-else': {'po/POTFILES': 'app/loop/gone.c\n'},
    'every-translation-is-listed-and-correct': {
        'po/LINGUAS': 'de\n', 'po/de.po': GERMAN + '#, c-format\nmsgid "%d tasks"\nmsgstr "%s Aufgaben"\n'},
    'marks-survive-translation': {
        'po/LINGUAS': 'de\n', 'po/de.po': GERMAN + 'msgid "See `await`"\nmsgstr "Siehe await"\n'},
    'every-folder-stands-in-the-table': {'app/tools/jug-x.h': HEADER},
    'forbidden-include-does-not-compile': {'includes': {'app/trace': ['app/trace', 'app/loop']}},
    'forbidden-include-is-found-when-it-leaks': {'app/loop/jug-loop.h': None, 'app/loop/sub/jug-loop.h': HEADER},
    'forbidden-library-does-not-compile': {'includes': {'app/trace': ['app/trace', 'fake']}, 'fake/cairo.h': HEADER},
    'header-compiles-alone': {'app/loop/jug-loop.h': HEADER + 'gint64 jug_now (void);\n'},
    'every-source-is-built': {'app/loop/jug-x.c': HEAD},
    'every-test-program-is-a-test': {'tests': []},
    'the-map-is-true': {'app/README.md': GOOD['app/README.md'].replace('| trace |', '| GLib |')},
    'public-names-are-documented': {'app/loop/jug-loop.h': HEADER + 'int jug_loop_run (void);\n'},
}


def project(folder, changes):
    """Writes the good project with CHANGES to FOLDER; returns it as a Tree."""
    changes = dict(changes)
    includes = {**INCLUDES, **changes.pop('includes', {})}
    program = os.path.join(folder, 'build', 'test-loop')
    tests = changes.pop('tests', [{'cmd': [program]}])
    for path, text in {**GOOD, **changes}.items():
        if text is None:
            continue
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), 'w', encoding='utf-8') as file:
            file.write(text)
    info = os.path.join(folder, 'build', 'meson-info')
    os.makedirs(info)
    commands = [{'directory': folder, 'file': path, 'command': ' '.join(
        ['cc', *(f'-I{folder}/{each}' for each in includes[build_rules.Compiler.folder(path)]), '-c', path])}
        for path in MEMBERS]
    targets = [{'name': 'test-loop', 'type': 'executable', 'filename': [program],
                'defined_in': os.path.join(folder, 'tests/loop/meson.build')}]
    for name, content in (('../compile_commands', commands), ('intro-tests', tests),
                          ('intro-benchmarks', []), ('intro-targets', targets)):
        with open(os.path.join(info, name + '.json'), 'w', encoding='utf-8') as file:
            json.dump(content, file)
    return Tree(folder, os.path.join(folder, 'build'))


def complaints(rule, changes):
    """What RULE says, and what it prints, about the good project with CHANGES."""
    printed = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(printed):
        found = list(rule(project(folder, changes)))
    return found + printed.getvalue().splitlines()


def prove(rule):
    if describe(rule) not in BREAKS:
        return 'no sample that breaks this rule'
    if found := complaints(rule, {}):
        return f'complains about a good project: {found}'
    if not complaints(rule, BREAKS[describe(rule)]):
        return 'does not complain about its sample'
    return None


def counting_tells_failures(source):
    """The script that counts results calls a failed case, a crash and an empty run failures."""
    samples = [
        ('1..2\nok 1 /a\nnot ok 2 /b\n', 'FAIL', '1 passed, 1 failed'),
        ('1..1\nnot ok 1 /a\n# because of /b\n', 'FAIL', '0 passed, 1 failed'),
        ('1..2\nok 1 /a\n', 'ERROR', '1 passed, 1 failed'),
        ('1..2\nok 1 /a\nok 2 /b # SKIP no display\n', 'OK', '1 passed, 0 failed'),
        ('# Subtest: x\n    ok 1 /x/a\n    not ok 2 /x/b\n    1..2\nnot ok 1 x\n1..1\n', 'FAIL', '1 passed, 1 failed'),
        ('# Subtest: x\n    ok 1 /x/a\n    ok 2 /x/b\n    1..2\nok 1 x\n1..1\n', 'OK', '2 passed, 0 failed'),
        ('1..2\nok 1 /a\nnot ok 2 /b # TODO a known limit\n', 'OK', '1 passed, 0 failed'),
        ('1..0 # SKIP nothing to do\n', 'SKIP', '0 passed, 0 failed'),
        ('no TAP', 'OK', '1 passed, 0 failed'),
        ('no TAP', 'TIMEOUT', '0 passed, 1 failed'),
        (None, None, '0 passed, 1 failed'),
    ]
    for text, result, wanted in samples:
        with tempfile.TemporaryDirectory() as folder:
            log, checks = os.path.join(folder, 'testlog.json'), os.path.join(folder, 'checks')
            open(checks, 'w', encoding='utf-8').close()
            with open(log, 'w', encoding='utf-8') as file:
                if result:
                    file.write(json.dumps({'name': 'x', 'stdout': text, 'result': result}) + '\n')
            ended = subprocess.run([sys.executable, os.path.join(source, '.ci', 'sum-up'), checks, 'gcc=' + log],
                                   capture_output=True, text=True)
        if ended.stdout.splitlines()[-1:] != [wanted]:
            return f'{text!r}, {result}: "{ended.stdout}{ended.stderr}", not "{wanted}"'
        if '# because of' in (text or '') and 'because of' not in ended.stdout:
            return f'{text!r}: the reason is not told: "{ended.stdout}"'
        if (ended.returncode == 0) != (wanted.endswith(' 0 failed') and not wanted.startswith('0 ')):
            return f'{text!r}, {result}: ends with status {ended.returncode}'
    return None


def main(source):
    rules = [rule for module in (text_rules, layout_rules, translation_rules, build_rules) for rule in module.RULES]
    proofs = [(f'{describe(rule)} can fail', lambda rule=rule: prove(rule)) for rule in rules]
    proofs.append(('counting tells failures', lambda: counting_tells_failures(source)))
    print(f'1..{len(proofs)}')
    failed = False
    for number, (name, proof) in enumerate(proofs, 1):
        try:
            problem = proof()
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}')
            continue
        if problem:
            print(f'# {problem}')
        print(f'{"not ok" if problem else "ok"} {number} {name}', flush=True)
        failed = failed or bool(problem)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
