# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the window: reads it as a screen reader does, presses, types and points."""
import contextlib
import os
import shutil
import subprocess
import sys
import time
import warnings

try:
    import gi
    gi.require_version('Atspi', '2.0')
    warnings.simplefilter('ignore', DeprecationWarning)
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    print(f'1..0 # SKIP AT-SPI for Python is not installed: {error}')
    sys.exit(0)

PATIENCE = 20

# One role has other names in other versions.
ROLES = {
    'button': {'button', 'push button'},
    'toggle': {'toggle button', 'push button'},
    'group': {'grouping', 'panel'},
}


def wait(function, what, patience=PATIENCE):
    """Polls: answers of AT-SPI come later than the change on the screen."""
    end, last = time.monotonic() + patience, None
    while time.monotonic() < end:
        try:
            result = function()
            if result:
                return result
        except GLib.Error as error:  # a thing went away, or the program is busy
            last = error
        time.sleep(0.03)
    raise AssertionError(f'it does not happen: {what} {last or ""}')


# What is in these is told by them.
LEAVES = {'label', 'text', 'slider', 'scroll bar', 'list item', 'image', 'radio button'}


def walk(thing):
    yield thing
    if thing.get_role_name() in LEAVES and thing.get_child_count() < 2:
        return
    for i in range(thing.get_child_count()):
        child = thing.get_child_at_index(i)
        if child and (child.get_role_name() not in ('scroll pane', 'panel') or has_size(child)):
            yield from walk(child)


def has_size(thing):
    """A stack's page that was never shown has none; a page itself has no place at all."""
    component = thing.get_component_iface()
    if not component:
        return True
    extents = component.get_extents(Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def on_screen(thing):
    """GTK 4.8 calls only the window showing; what is hidden has no size."""
    return thing.get_component_iface() is not None and has_size(thing)


def states(thing):
    thing.clear_cache()
    return {state.value_nick for state in thing.get_state_set().get_states()}


def text_of(thing):
    return Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing))


class Person:
    """Starts the program and uses it; to be used in a with statement."""

    def __init__(self, program, *arguments, title=None, environment=None):
        self.command = [program, *arguments]
        self.title = title
        self.known = {}
        self.environment = {**os.environ, 'GTK_A11Y': 'atspi', 'G_DEBUG': 'fatal-criticals', **(environment or {})}

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=self.environment)
        try:
            self.app = wait(self._find_app, 'the program shows itself to AT-SPI')
            self.window = wait(self._find_window, 'its window is there')
            if self.title:
                wait(lambda: self.title in self.title_of_window(), f'the title is {self.title}')
            subprocess.run(['xdotool', 'windowfocus', '--sync', self.x_window()], check=True)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        self.status = self.process.wait()

    def _find_app(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == self.process.pid and app.get_child_count():
                return app
        return None

    def _find_window(self):
        return next((thing for thing in walk(self.app) if thing.get_role_name() == 'frame'), None)

    def title_of_window(self):
        self.window.clear_cache()
        return self.window.get_name()

    def x_windows(self):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                              capture_output=True, text=True).stdout.split()

    def x_window(self):
        """The window's number in X; of several windows the one that was opened last."""
        return wait(self.x_windows, 'the window is in X')[-1]

    def answer(self, name, stays=True):
        """Answers a question.  The labels of its buttons have a mnemonic, which old versions leave in their names.
        Without a window manager nothing gives the focus back after it."""
        button = self.find('button', lambda given: given.replace('_', '').split(' ')[0].rstrip('…') == name)
        button.get_action_iface().do_action(0)
        if stays:
            # In newer versions it is in the window itself.
            wait(lambda: len(self.x_windows()) == 1 and not self.look('alert', lambda name: True),
                 'the question has gone')
            subprocess.run(['xdotool', 'windowfocus', '--sync', self.x_window()], check=True)

    # Reading

    def things(self, role, root=None):
        root = root or self.app
        root.clear_cache()
        return (thing for thing in walk(root) if thing.get_role_name() in ROLES.get(role, {role}))

    def all(self, role, root=None):
        return list(self.things(role, root))

    def look(self, role, name, root=None):
        """The thing of that role and name that is on the screen, or None."""
        matches = name if callable(name) else (lambda given: given == name)
        key = (role, name, root)
        known = self.known.get(key)
        try:
            if known and not callable(name) and name == (known.clear_cache() or known.get_name()) and on_screen(known):
                return known
        except GLib.Error:
            pass
        found = next((thing for thing in self.things(role, root) if matches(thing.get_name() or '') and on_screen(thing)), None)
        self.known[key] = found
        return found

    def find(self, role, name, root=None):
        return wait(lambda: self.look(role, name, root), f'there is a {role} {name}')

    def sees(self, text, role='label'):
        return self.find(role, lambda name: text in name)

    def told(self):
        """What the status bar tells; it is made of labels."""
        bar = self.find('status bar', lambda name: True)
        return ' '.join(label.get_name() or '' for label in self.things('label', bar) if on_screen(label))

    def is_told(self, text):
        wait(lambda: text in self.told(), f'the status bar tells {text}')

    def focus(self):
        self.app.clear_cache()
        return next((thing for thing in walk(self.app) if 'focused' in states(thing)), None)

    def focus_name(self):
        thing = self.focus()
        return thing.get_name() if thing else None

    def unnamed(self):
        """What can have the focus and has no name of its own, or one that is read out twice."""
        # While a run goes on, things may go away before their names are read: look again.
        return wait(lambda: [self._find_unnamed()], 'everything that is there has been looked at')[0]

    def _find_unnamed(self):
        self.app.clear_cache()
        bad = []
        for thing in walk(self.app):
            name = thing.get_name() or ''
            if thing.get_role_name() in ('scroll pane', 'frame') or 'focusable' not in states(thing) or not on_screen(thing):
                continue
            words = name.split()
            if not name or name.startswith(('Gtk', 'Adw', 'Jug')) or len(words) > 1 and words[:len(words) // 2] * 2 == words:
                bad.append((thing.get_role_name(), name))
        return bad

    # Acting

    def press(self, role, name, action=None):
        """Presses it, or what is in it: a menu button cannot be pressed, but the button that is all there is in it."""
        for thing in walk(self.find(role, name)):
            actions = thing.get_action_iface()
            names = [actions.get_action_name(i) for i in range(actions.get_n_actions())] if actions else []
            if names:
                actions.do_action(names.index(action) if action else 0)
                return
        raise AssertionError(f'nothing can be done with the {role} {name}')

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '5', text], check=True)

    def place(self, thing):
        """Where it is in the window, to point at it."""
        place = thing.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        window = self.window.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        # GTK 4.18 takes the window's own frame away twice.
        place.x -= 2 * window.x
        place.y -= 2 * window.y
        return place

    def click(self, thing):
        place = self.place(thing)
        subprocess.run(['xdotool', 'mousemove', '--window', self.x_window(), str(place.x + place.width // 2),
                        str(place.y + place.height // 2), 'click', '1'], check=True)

    def save_as(self, path):
        """Answers the dialog that asks for a file's name, in which the name has the focus."""
        wait(lambda: len(self.x_windows()) > 1, 'a name is asked for')
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.x_window()], check=True)
        entry = wait(lambda: next((thing for thing in self.things('text')
                                   if 'focused' in states(thing) and text_of(thing).endswith(os.path.splitext(path)[1])), None),
                     'the suggested name has the focus')
        # Key by key, the dialog would complete the names of folders meanwhile.
        Atspi.EditableText.set_text_contents(entry, path)
        wait(lambda: text_of(entry) == path, 'the name is written')
        self.key('Return')
        wait(lambda: len(self.x_windows()) == 1, 'the dialog has gone')
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.x_window()], check=True)

    def resize(self, width, height):
        subprocess.run(['xdotool', 'windowsize', '--sync', self.x_window(), str(width), str(height)], check=True)

    def photograph(self, path):
        subprocess.run(['import', '-window', self.x_window(), path], check=True)


@contextlib.contextmanager
def window_manager():
    """Without one nothing fills the screen. A window that comes before it is ready is not asked what it wants."""
    if not shutil.which('openbox'):
        raise Skip('Openbox is not installed')
    manager = subprocess.Popen(['openbox'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        # Only a window manager can answer this.
        wait(lambda: subprocess.run(['xdotool', 'get_num_desktops'], capture_output=True).returncode == 0,
             'the window manager is ready')
        yield
    finally:
        manager.terminate()
        manager.wait()


class Skip(Exception):
    """What a test needs is not there."""


def run(tests):
    """Runs functions as tests, in TAP."""
    chosen = os.environ.get('JUG_TEST_ONLY')
    tests = [test for test in tests if not chosen or chosen in test.__name__]
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        name = test.__name__.removeprefix('test_').replace('_', '-')
        try:
            test()
            print(f'ok {number} {name}', flush=True)
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}', flush=True)
        except Exception as error:  # whatever it is, the other tests go on
            failed += 1
            print(f'not ok {number} {name}\n# {type(error).__name__}: {error}'.replace('\n', '\n# ').replace('\n# # ', '\n# '), flush=True)
            if os.environ.get('JUG_TEST_TRACEBACK'):
                raise
    sys.exit(1 if failed else 0)
