# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window's main states, for people to look at; a test that each shows the state that it is named after."""
import os
import shutil
import subprocess
import sys
import tempfile

from person import Atspi, Person, run, states, wait

program, folder = sys.argv[1:3]
if not shutil.which('import'):
    print('1..0 # SKIP ImageMagick is not installed')
    sys.exit(0)
os.makedirs(folder, exist_ok=True)


def photograph(name, lesson='coroutines/together', size=(1440, 900), keys=('Page_Down',) * 5 + ('Right',) * 2,
               tells='Grace runs: its', environment=None, then=None):
    """Opens the lesson, presses the keys, and keeps the picture when the window tells what it should by then."""
    with Person(program, lesson, environment=environment) as person:
        person.resize(*size)
        wait(lambda: person.focus_name() == 'Playhead', 'the timeline has the focus')
        for key in keys:
            person.key(key)
        if then:
            then(person)
        person.is_told(tells)
        keep(person, name)


def keep(person, name):
    """Keeps a picture of the window as soon as nothing moves in it any more."""
    path = os.path.join(folder, name + '.png')
    last = None

    def is_drawn():
        nonlocal last
        person.photograph(path)
        number = subprocess.run(['identify', '-format', '%k %#', path], capture_output=True, text=True, check=True).stdout
        before, last = last, number
        return int(number.split()[0]) > 30 and number == before
    wait(is_drawn, f'{path} shows something, and it stays')


def test_light():
    photograph('light')


def test_dark():
    photograph('dark', environment={'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'})


def test_high_contrast():
    photograph('high-contrast', environment={'ADW_DEBUG_HIGH_CONTRAST': '1'})


def test_dark_high_contrast():
    photograph('dark-high-contrast', lesson='tasks/turns', tells='Ben is done',
               environment={'ADW_DEBUG_HIGH_CONTRAST': '1', 'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'})


def test_narrow():
    photograph('narrow', size=(360, 740))


def test_two_columns():
    photograph('two-columns', size=(760, 900))


def test_large_text():
    with tempfile.TemporaryDirectory() as config:
        os.mkdir(os.path.join(config, 'gtk-4.0'))
        with open(os.path.join(config, 'gtk-4.0', 'settings.ini'), 'w', encoding='utf-8') as file:
            file.write('[Settings]\ngtk-font-name=Sans 20\n')
        photograph('large-text', environment={'XDG_CONFIG_HOME': config})


def test_right_to_left():
    def is_mirrored(person):
        def left(role, name):
            return person.find(role, name).get_component_iface().get_extents(Atspi.CoordType.WINDOW).x
        # The lessons and the lesson's text come first, at the right; time and keys that step go on as ever.
        assert left('toggle', 'Show the lessons') > 1300, left('toggle', 'Show the lessons')
        assert left('button', 'Next') < left('button', 'Back')
        assert left('text', 'Output of the program') < left('text', 'Program in Python') < left('button', 'Next')
        assert left('button', 'Step back') < left('button', 'Step forward')
        wait(lambda: left('button', 'main runs at 0.000 s') < left('button', 'main runs at 7.000 s'), 'time goes right')
    # No catalogue of such a language need be installed for this.
    photograph('right-to-left', environment={'GTK_DEBUG': 'invert-text-dir'}, then=is_mirrored)


def test_start():
    photograph('start', keys=(), tells='Nothing has happened yet')


def test_steps_axis():
    def is_chosen(person):
        wait(lambda: states(person.find('toggle', 'Steps')) & {'pressed', 'checked'}, 'the axis goes by steps')
    # Followed live, to the end.
    photograph('steps-axis', lesson='web/pages', keys=('t',), tells='The loop stops, because main has ended', then=is_chosen)


def test_selection():
    photograph('selection', lesson='tasks/blocking', keys=('Page_Down',) * 4 + ('Down',) * 3 + ('period',),
               tells='heart goes to the ready queue: its',
               then=lambda person: wait(lambda: person.focus_name() == 'heart is ready at 3.000 s', 'a bar is selected'))


def test_program_in_c():
    def show(person):
        person.press('toggle', 'C')
        person.find('text', 'Program in C')
    photograph('program-in-c', lesson='tasks/turns', tells='Ben is done', then=show)


def test_what_happened():
    def show(person):
        person.press('toggle', 'What Happened')
        person.find('list', 'What happened')
    photograph('what-happened', then=show)


def test_lessons():
    def show(person):
        person.key('F9')
        person.find('list item', 'Taking turns')
    photograph('lessons', then=show)


def test_error():
    with tempfile.TemporaryDirectory() as elsewhere:
        path = os.path.join(elsewhere, 'broken.jug')
        with open(path, 'wb') as file:
            file.write(b'this is no trace')
        with Person(program, path) as person:
            person.sees('This Trace Cannot Be Opened')
            keep(person, 'error')


def test_keys():
    with Person(program) as person:
        person.find('slider', 'Playhead')
        person.key('ctrl+question')
        person.find('frame', 'Keyboard Shortcuts')
        keep(person, 'keys')


run([function for name, function in list(globals().items()) if name.startswith('test_')])
