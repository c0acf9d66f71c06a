# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that reading the text of a file decides."""
import re

C_FILES = r'^(app|lessons|tests)/.*\.[ch]$'

# What may stand before the licence: the lines that must be first in a file of their kind.
BEFORE_LICENCE = re.compile(r'(#!.*|<\?xml .*|<!DOCTYPE .*)\n')
NEEDS_LICENCE = r'\.(c|h|py|sh|ui|css|svg|js|html|its|loc|build)$|^dev$|^\.ci/|meson_options\.txt$|\.(xml|xml\.in|desktop\.in)$'
# What the learner reads, line by line, carries no line that is not about asyncio.
SHOWN_TO_LEARNERS = r'^lessons/.*/program\.py$|^tests/conformance/programs/'

# Library headers and the folders that alone may name them (design: "The house").
LIBRARIES = {
    r'gtk/|gdk/|gsk/|adwaita\.h|gtksourceview/': ('app/ui/',),
    r'libsoup/': ('app/io/', 'app/classroom/', 'lessons/'),
    r'(cairo|pango)': ('app/picture/', 'app/ui/'),
}

# Hosts of package registries, in pieces so that this file is no hit itself.
REGISTRIES = [('pypi', 'org'), ('pythonhosted', 'org'), ('npmjs', 'org'), ('npmjs', 'com'), ('crates', 'io'),
              ('proxy.golang', 'org'), ('rubygems', 'org'), ('deb.debian', 'org'), ('docker', 'io'), ('ghcr', 'io')]


def licence_stands_first(tree):
    complaints = []
    for path in tree.paths(NEEDS_LICENCE):
        if re.search(SHOWN_TO_LEARNERS, path):
            continue
        rest = tree.text(path)
        while match := BEFORE_LICENCE.match(rest):
            rest = rest[match.end():]
        if not rest:
            continue
        if 'SPDX-License-Identifier: ' not in rest.split('\n', 1)[0]:
            complaints.append(f'{path}:1: the first line names no licence (SPDX-License-Identifier)')
    return complaints


def c_file_says_what_it_is_for(tree):
    complaints = []
    for path in tree.paths(C_FILES):
        lines = tree.text(path).split('\n')
        if lines != [''] and (len(lines) < 2 or not re.match(r'/\*.*\w', lines[1])):
            complaints.append(f'{path}:2: no comment that says what the file is for')
    return complaints


def header_is_guarded(tree):
    return [f'{path}: no "#pragma once"' for path in tree.paths(r'^(app|lessons|tests)/.*\.h$')
            if tree.text(path) and not re.search(r'^#pragma once$', tree.text(path), re.MULTILINE)]


def no_include_climbs(tree):
    return tree.search(tree.paths(C_FILES), r'^\s*#\s*include\s+["<][^">]*\.\./', 'an include by "../"')


def no_include_of_another_folder_s_private_header(tree):
    complaints = []
    own = {path.rsplit('/', 1)[1]: path.rsplit('/', 1)[0] for path in tree.paths(r'^app/.*-private\.h$')}
    for path in tree.paths(r'^(app|lessons)/.*\.[ch]$'):
        for number, line in tree.lines(path):
            match = re.match(r'\s*#\s*include\s+"([^"]*-private\.h)"', line)
            if match and own.get(match[1]) not in (None, path.rsplit('/', 1)[0]):
                complaints.append(f'{path}:{number}: {match[1]} is private to {own[match[1]]}')
    return complaints


def library_stays_in_its_folder(tree):
    complaints = []
    for headers, folders in LIBRARIES.items():
        paths = [path for path in tree.paths(r'^(app|lessons)/.*\.[ch]$') if not path.startswith(folders)]
        complaints += tree.search(paths, rf'^\s*#\s*include\s+[<"]({headers})', f'only in {", ".join(folders)}')
    return complaints


def toolkit_versions_stay_in_compat(tree):
    paths = [path for path in tree.paths(r'^app/.*\.[ch]$') if not re.match(r'app/ui/jug-compat\.[ch]$', path)]
    return tree.search(paths, r'\b(GTK|ADW|GLIB|SOUP|GTK_SOURCE)_CHECK_VERSION\b', 'a version is asked for outside jug-compat')


def nothing_hides_a_warning(tree):
    return tree.search(tree.paths(C_FILES), r'IGNORE_DEPRECATIONS|#\s*pragma\s+(GCC|clang)\s+diagnostic',
                       'a warning is switched off')


def tests_do_not_wait(tree):
    return tree.search(tree.paths(r'^tests/.*\.[ch]$'), r'\b(g_usleep|usleep|nanosleep)\b|(?<![\w"])sleep \(',
                       'a test that waits for real time')


def tests_assert_what_is_never_compiled_out(tree):
    return tree.search(tree.paths(r'^tests/.*/test-[^/]*\.c$'), r'(?<!\w)(g_assert|assert) \(',
                       'g_assert may be compiled out; use g_assert_true or g_assert_cmp…')


def test_paths_follow_the_folder(tree):
    complaints = []
    for path in tree.paths(r'^tests/.*\.c$'):
        folder = path.split('/')[1]
        for match in re.finditer(r'g_test_add(?:_func|_data_func|_data_func_full|_vtable)?\s*\(\s*"([^"%]*)"\s*,', tree.text(path)):
            if not re.fullmatch(rf'/juggler/{re.escape(folder)}(/[a-z0-9]+(-[a-z0-9]+)*){{1,3}}', match[1]):
                number = tree.text(path).count('\n', 0, match.start()) + 1
                complaints.append(f'{path}:{number}: "{match[1]}" is not /juggler/{folder}/FILE/WHAT-IT-DOES')
    return complaints


def no_left_over_without_an_issue(tree):
    return tree.search([path for path in tree.paths() if not path.startswith('tests/style/')],
                       r'''(?<!['"|])\b(TODO|FIXME|XXX|HACK)\b(?!['"|)]| ?\(#\d+\))''', 'name an issue: TODO (#12)')


def no_registry_address(tree):
    hosts = '|'.join(re.escape('.'.join(parts)) for parts in REGISTRIES)
    return tree.search(tree.paths(), rf'(?<![\w.-])([\w-]+\.)*({hosts})\b', 'the address of a package registry')


def no_path_of_one_machine(tree):
    here = '|'.join(map(re.escape, {'/' + 'work' + '/', tree.source + '/'} - {'//'}))
    return tree.search(tree.paths(), rf'{here}|(?<![\w.])/home/\w+/', 'a path of somebody\'s machine')


def no_blanks_at_the_end(tree):
    complaints = tree.search(tree.paths(r'(?<!\.po)(?<!\.txt)(?<!\.py)$'), r'[ \t]+$', 'blanks at the end of the line')
    return complaints + [f'{path}: no newline at the end' for path in tree.paths()
                         if tree.text(path) and not tree.text(path).endswith('\n')]


def every_setting_is_read(tree):
    texts = [tree.text(path) for path in tree.paths(r'^app/.*\.c$')]
    return [f'{path}: nobody reads the setting {key}' for path in tree.paths(r'\.gschema\.xml$')
            for key in re.findall(r'<key name="([^"]+)"', tree.text(path))
            if not any(f'"{key}"' in text for text in texts)]


RULES = [
    licence_stands_first,
    c_file_says_what_it_is_for,
    header_is_guarded,
    no_include_climbs,
    no_include_of_another_folder_s_private_header,
    library_stays_in_its_folder,
    toolkit_versions_stay_in_compat,
    nothing_hides_a_warning,
    tests_do_not_wait,
    tests_assert_what_is_never_compiled_out,
    test_paths_follow_the_folder,
    no_left_over_without_an_issue,
    no_registry_address,
    no_path_of_one_machine,
    no_blanks_at_the_end,
    every_setting_is_read,
]
