# SPDX-License-Identifier: GPL-3.0-or-later
"""How C files are laid out: by clang-format 14, whose taste other versions do not share."""
import os
import shutil
import subprocess

from tree import Skip

LONG = 500


def clang_format():
    for name in ('clang-format-14', 'clang-format'):
        tool = shutil.which(name)
        if tool and ' version 14.' in subprocess.run([tool, '--version'], capture_output=True, text=True).stdout:
            return tool
    raise Skip('clang-format 14 is not installed')


def laid_out_by_clang_format(tree):
    tool = clang_format()
    complaints = []
    for path in tree.paths(r'^(app|lessons|tests)/.*\.[ch]$'):
        wanted = subprocess.run([tool, '--style=file', os.path.join(tree.source, path)],
                                cwd=tree.source, capture_output=True, text=True, check=True).stdout
        if wanted != tree.text(path):
            pairs = zip(wanted.splitlines(), tree.text(path).splitlines())
            line = next((number for number, (a, b) in enumerate(pairs, 1) if a != b), 1)
            complaints.append(f'{path}:{line}: not as ./dev format lays it out')
    return complaints


def files_are_of_readable_length(tree):
    """Only reports: at this length one looks for the second noun in a file."""
    for path in tree.paths(r'^(app|lessons)/.*\.[ch]$'):
        length = tree.text(path).count('\n')
        if length > LONG:
            print(f'# {path}: {length} lines; is there a second noun in it?')
    return []


RULES = [laid_out_by_clang_format, files_are_of_readable_length]
