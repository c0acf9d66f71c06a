# SPDX-License-Identifier: GPL-3.0-or-later
"""The project's files as the style rules see them."""
import os
import re

SKIPPED_FOLDERS = re.compile(r'^(\..*|_build.*|build.*|__pycache__)$')
TEXT = re.compile(r'(\.(c|h|py|sh|ui|xml|in|css|svg|js|html|json|md|its|loc|build|txt|po|yml)|'
                  r'/(dev|run|debian|packages|sum-up|check|meson_options\.txt|POTFILES|LINGUAS|\.gitignore))$')


class Skip(Exception):
    """A rule cannot be checked here; says why."""


class Tree:
    """Text files below a folder, by their path in it; a build folder to ask about them."""

    def __init__(self, source, build=None):
        self.source = os.path.abspath(source)
        self.build = build and os.path.abspath(build)
        self._texts = {}
        self._paths = sorted(self._find())

    def _find(self):
        for folder, folders, names in os.walk(self.source):
            at_top = folder == self.source
            folders[:] = [name for name in folders
                          if (at_top and name == '.ci') or not SKIPPED_FOLDERS.match(name)]
            for name in names:
                path = os.path.relpath(os.path.join(folder, name), self.source)
                if TEXT.search('/' + path):
                    yield path

    def paths(self, pattern=''):
        """Paths that the regular expression PATTERN is found in."""
        return [path for path in self._paths if re.search(pattern, path)]

    def text(self, path):
        if path not in self._texts:
            with open(os.path.join(self.source, path), encoding='utf-8', errors='replace') as file:
                self._texts[path] = file.read()
        return self._texts[path]

    def lines(self, path):
        """(number, line) pairs, numbers from 1."""
        return enumerate(self.text(path).splitlines(), 1)

    def search(self, paths, pattern, complaint):
        """One complaint for each line of PATHS that the regular expression is found in."""
        wanted = re.compile(pattern)
        return [f'{path}:{number}: {complaint}: {line.strip()}'
                for path in paths for number, line in self.lines(path) if wanted.search(line)]
