# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that only the compiler and the build know: who can include what, and what is built."""
import json
import os
import re
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor

# Which folder may include which others directly; what those may, it may too. The map
# (app/README.md) shows the same table, of the folders that there are.
MAY_INCLUDE = {
    'app/trace': [],
    'app/loop': ['app/trace'],
    'app/task': ['app/loop'],
    'app/sync': ['app/task'],
    'app/io': ['app/sync'],
    'app/record': ['app/io'],
    'app/player': ['app/trace'],
    'app/study': ['app/player'],
    'app/picture': ['app/player'],
    'app/lesson': ['app/study'],
    'app/session': ['app/lesson', 'app/record'],
    'app/share': ['app/session', 'app/picture'],
    'app/classroom': [],
    'app/cli': ['app/share', 'app/classroom'],
    'app/ui': ['app/share', 'app/classroom'],
    'lessons': ['app/io'],
}

# A header of each library that not everybody may see, and the folders that bring it along.
LIBRARIES = {
    'gtk/gtk.h': ['app/ui'],
    'adwaita.h': ['app/ui'],
    'gtksourceview/gtksource.h': ['app/ui'],
    'libsoup/soup.h': ['app/io', 'app/classroom'],
    'cairo.h': ['app/picture', 'app/ui'],
    'pango/pango.h': ['app/picture', 'app/ui'],
}


def within(folder):
    """FOLDER and all that it may include."""
    found, new = set(), [folder]
    while new:
        one = new.pop()
        if one not in found:
            found.add(one)
            new += MAY_INCLUDE[one]
    return found


class Compiler:
    """Calls the compiler as the build calls it for the files of a folder."""

    def __init__(self, tree):
        with open(os.path.join(tree.build, 'compile_commands.json'), encoding='utf-8') as file:
            self.commands = json.load(file)
        self.tree = tree
        self.flags = {}
        for command in self.commands:
            path = os.path.relpath(os.path.join(command['directory'], command['file']), tree.source)
            self.flags.setdefault(self.folder(path), self.kept(shlex.split(command['command'])))

    @staticmethod
    def folder(path):
        parts = path.split('/')
        return '/'.join(parts[:2]) if parts[0] == 'app' else parts[0]

    @staticmethod
    def kept(words):
        words = [word for word in words if os.path.basename(word) != 'ccache']
        return words[:1] + [word for word in words if re.match(r'-(I|D|std|isystem|pthread|W)', word)
                            and not re.match(r'-Werror', word)]

    def run(self, folder, text, *more):
        return subprocess.run(self.flags[folder] + list(more) + ['-x', 'c', '-'], input=text, text=True,
                              cwd=self.tree.build, capture_output=True)

    def finds(self, folder, header, *more):
        """Whether the header is on the include path; what it includes in turn need not be."""
        result = self.run(folder, f'#include <{header}>\n', '-E', '-o', os.devnull, *more)
        return not re.search(rf"{re.escape(header)}: No such file|'{re.escape(header)}' file not found", result.stderr)


def headers(tree, folder):
    return [path.rsplit('/', 1)[1] for path in tree.paths(rf'^{folder}/([^/]*/)*[^/]*\.h$') if not path.endswith('-private.h')]


def together(function, things):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [complaint for complaints in pool.map(function, things) for complaint in complaints]


def every_folder_stands_in_the_table(tree):
    folders = {Compiler.folder(path) for path in tree.paths(r'^(app/[^/]+/|lessons/).*\.[ch]$')}
    return [f'{folder}: what it may include is not written down' for folder in sorted(folders - set(MAY_INCLUDE))]


def forbidden_include_does_not_compile(tree):
    """Tries one header of each folder that a folder may not see, and one that it may."""
    compiler = Compiler(tree)

    def try_folder(folder):
        complaints = []
        for other in sorted(MAY_INCLUDE):
            sample = next(iter(headers(tree, other)), None)
            if sample and other != folder and other not in within(folder) and compiler.finds(folder, sample):
                complaints.append(f'{folder} can include {sample} of {other}')
            if sample and other != folder and other in within(folder) and not compiler.finds(folder, sample):
                complaints.append(f'{folder} cannot include {sample} of {other}, though it may')
        return complaints
    return together(try_folder, [folder for folder in MAY_INCLUDE if folder in compiler.flags])


def forbidden_include_is_found_when_it_leaks(tree):
    """The proof that the rule above can fail: one folder more on the include path, and it compiles."""
    compiler = Compiler(tree)
    for folder in compiler.flags:
        for other in sorted(set(MAY_INCLUDE) - within(folder) if folder in MAY_INCLUDE else ()):
            for sample in headers(tree, other)[:1]:
                leak = '-I' + os.path.join(tree.source, other)
                more = [flag for flag in compiler.flags.get(other, []) if flag.startswith('-I')]
                if not compiler.finds(folder, sample, leak, *more):
                    return [f'{folder}: {sample} is not found even with {leak}']
    return []


def forbidden_library_does_not_compile(tree):
    compiler = Compiler(tree)

    def try_folder(folder):
        return [f'{folder} can include <{header}>' for header, owners in LIBRARIES.items()
                if not within(folder) & set(owners) and compiler.finds(folder, header)]
    return together(try_folder, [folder for folder in MAY_INCLUDE if folder in compiler.flags])


def header_compiles_alone(tree):
    compiler = Compiler(tree)

    def try_header(path):
        folder = Compiler.folder(path)
        if folder not in compiler.flags:
            return [f'{path}: no file of {folder} is built']
        name = path.rsplit('/', 1)[1]
        result = compiler.run(folder, f'#include "{name}"\n', '-fsyntax-only', '-Werror')
        return [f'{path}: {result.stderr.splitlines()[0]}'] if result.returncode else []
    return together(try_header, tree.paths(r'^app/.*\.h$'))


def the_map_is_true(tree):
    """app/README.md has a row and a paragraph for each folder, allows what is allowed, and names files that exist."""
    text = tree.text('app/README.md')
    folders = {path.split('/')[1] for path in tree.paths(r'^app/[^/]+/.*\.[ch]$')}
    rows = {name: {f'app/{word}' for word in re.findall(r'\w+', words) if f'app/{word}' in MAY_INCLUDE}
            for name, words in re.findall(r'^\| `(\w+)/` \|[^|]*\|([^|]*)\|$', text, re.MULTILINE)}

    def reached(names):
        return {other for name in names for other in within(name)}
    complaints = [f'app/README.md: no row for {folder}/' for folder in sorted(folders - set(rows))]
    complaints += [f'app/README.md: no paragraph on {folder}/' for folder in sorted(folders) if f'\n**`{folder}/`**' not in text]
    for name, words in rows.items():
        there = {f'app/{folder}' for folder in rows}
        if f'app/{name}' in MAY_INCLUDE and reached(words) & there != (within(f'app/{name}') - {f'app/{name}'}) & there:
            complaints.append(f'app/README.md: the row of {name}/ differs from what tests/style lets it include')
    names = {path.rsplit('/', 1)[1] for path in tree.paths(r'^app/')}
    return complaints + [f'app/README.md: there is no {name}' for name in sorted(set(re.findall(r'`(jug-[\w-]+\.\w+)`', text)) - names)]


def every_source_is_built(tree):
    built = set()
    for command in Compiler(tree).commands:
        built.add(os.path.relpath(os.path.join(command['directory'], command['file']), tree.source))
    # Fuzz targets need clang, and other processors have switches of their own.
    return [f'{path}: in no meson.build' for path in tree.paths(r'^(app|lessons|tests)/.*\.c$')
            if path not in built and not path.startswith('tests/fuzz/') and tree.text(path)]


def every_test_program_is_a_test(tree):
    def introspect(name):
        with open(os.path.join(tree.build, 'meson-info', f'intro-{name}.json'), encoding='utf-8') as file:
            return json.load(file)
    # What a wrapper is given to call may be named as the build folder sees it.
    called = {os.path.join(tree.build, word) for kind in ('tests', 'benchmarks') for test in introspect(kind)
              for word in test['cmd']}
    return [f'{target["name"]}: built, but no test calls it' for target in introspect('targets')
            if target['type'] == 'executable' and os.path.relpath(target['defined_in'], tree.source).startswith('tests/')
            and target['name'].startswith('test-') and not called & set(target['filename'])]


def public_names_are_documented(tree):
    """Each function, type and error domain of a header has a comment with its name."""
    complaints = []
    paths = tree.paths(r'^app/(?!main).*(?<!-private)\.h$')
    # A type may be announced in one header and told about in another.
    told = {name for path in paths for name in re.findall(r'^ \* (Jug\w+):', tree.text(path), re.MULTILINE)}
    for path in paths:
        text = tree.text(path)
        text_of_c = tree.text(path[:-1] + 'c') if path[:-1] + 'c' in tree.paths(r'\.c$') else ''
        names = re.findall(r'^(?!static|typedef|#| |/).*?\b(jug_\w+) \((?!\*)', text, re.MULTILINE)
        names += re.findall(r'^typedef (?:struct|enum) _?\w+ (Jug\w+);', text, re.MULTILINE)
        names += re.findall(r'^} (Jug\w+);', text, re.MULTILINE)
        for name in names:
            if name not in told and not re.search(r'_(get_type|quark)$', name) and not re.search(rf'^ \* {name}:', text + text_of_c, re.MULTILINE):
                complaints.append(f'{path}: {name} has no comment of its own')
    return complaints


RULES = [
    every_folder_stands_in_the_table,
    forbidden_include_does_not_compile,
    forbidden_include_is_found_when_it_leaks,
    forbidden_library_does_not_compile,
    header_compiles_alone,
    every_source_is_built,
    every_test_program_is_a_test,
    public_names_are_documented,
    the_map_is_true,
]
