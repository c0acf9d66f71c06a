# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about what translators get to see."""
import os
import re
import shutil
import subprocess
import tempfile

from tree import Skip

MARKED = {
    r'^(app|lessons|data)/.*\.[ch]$':
        r'(?<!\w)(_|N_|C_|NC_|Q_|ngettext|g_dgettext|g_dngettext|g_dpgettext2?) \(',
    r'^(app|data)/.*\.ui$': r'translatable="(yes|true|1)"',
    r'^lessons/(.*/lesson|catalogue)\.xml$': r'<',
    r'^data/.*\.(desktop\.in|metainfo\.xml\.in|gschema\.xml)$': r'.',
}


def listed(tree, name):
    """The lines of po/NAME that are no comments."""
    return [line.strip() for _, line in tree.lines(f'po/{name}') if line.strip() and not line.startswith('#')]


def potfiles_names_every_file_with_text(tree):
    known = set(listed(tree, 'POTFILES'))
    return [f'{path}: has text for people and is not in po/POTFILES'
            for paths, mark in MARKED.items() for path in tree.paths(paths)
            if path not in known and re.search(mark, re.sub(r'#\s*define.*', '', tree.text(path)))]


def potfiles_names_nothing_else(tree):
    names = listed(tree, 'POTFILES')
    missing = [f'po/POTFILES: {name} is not there' for name in names
               if not os.path.exists(os.path.join(tree.source, name))]
    twice = [f'po/POTFILES: {name} stands there twice' for name in sorted(set(names)) if names.count(name) > 1]
    return missing + twice


def every_translation_is_listed_and_correct(tree):
    msgfmt = shutil.which('msgfmt')
    if not msgfmt:
        raise Skip('msgfmt is not installed')
    languages = listed(tree, 'LINGUAS')
    complaints = [f'{path} is not in po/LINGUAS' for path in tree.paths(r'^po/.*\.po$')
                  if path[len('po/'):-len('.po')] not in languages]
    for language in languages:
        result = subprocess.run([msgfmt, '--check', '--check-accelerators=_', '--output-file=/dev/null', f'po/{language}.po'],
                                cwd=tree.source, capture_output=True, text=True)
        if result.returncode:
            complaints += result.stderr.strip().splitlines()
    return complaints


def marks_survive_translation(tree):
    """A translation keeps the code and the targets of links that its original has."""
    msgconv = shutil.which('msgcat')
    if not msgconv:
        raise Skip('msgcat is not installed')
    complaints = []
    for language in listed(tree, 'LINGUAS'):
        for msgid, msgstr in entries(tree, msgconv, f'po/{language}.po'):
            for what, pattern in (('code', r'`[^`]+`'), ('links', r'\]\([^)]*\)')):
                if msgstr and sorted(re.findall(pattern, msgid)) != sorted(re.findall(pattern, msgstr)):
                    complaints.append(f'po/{language}.po: other {what} than in "{msgid}"')
    return complaints


def entries(tree, msgcat, path):
    """(msgid, msgstr) of each message that is not fuzzy."""
    with tempfile.NamedTemporaryFile('r', suffix='.po', encoding='utf-8') as flat:
        subprocess.run([msgcat, '--no-wrap', '--output-file', flat.name, path], cwd=tree.source, check=True)
        text = flat.read()
    for block in text.split('\n\n'):
        if re.search(r'^#,.*fuzzy', block, re.MULTILINE):
            continue
        found = dict(re.findall(r'^(msgid|msgstr)(?:\[0\])? "(.*)"$', block, re.MULTILINE))
        if found.get('msgid'):
            yield found['msgid'], found.get('msgstr', '')


RULES = [
    potfiles_names_every_file_with_text,
    potfiles_names_nothing_else,
    every_translation_is_listed_and_correct,
    marks_survive_translation,
]
