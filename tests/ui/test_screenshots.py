# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window's main states, for people to look at; a test that none is empty."""
import os
import shutil
import subprocess
import sys
import tempfile

from person import Atspi, Person, run, wait

program, folder = sys.argv[1:3]
if not shutil.which('import'):
    print('1..0 # SKIP ImageMagick is not installed')
    sys.exit(0)
os.makedirs(folder, exist_ok=True)


def photograph(name, lesson='coroutines/together', size=(1440, 900), keys=('Page_Down',) * 5 + ('Right',) * 2,
               environment=None, then=None):
    with Person(program, lesson, environment=environment) as person:
        person.resize(*size)
        person.find('slider', 'Playhead')
        for key in keys:
            person.key(key)
        if then:
            then(person)
        if keys:
            wait(lambda: person.find('slider', 'Playhead').get_value_iface().get_current_value() > 0, 'it has been stepped through')
        keep(person, name)


def keep(person, name):
    path = os.path.join(folder, name + '.png')

    def is_drawn():
        person.photograph(path)
        colours = subprocess.run(['identify', '-format', '%k', path], capture_output=True, text=True, check=True)
        return int(colours.stdout) > 30
    wait(is_drawn, f'{path} shows something')


def test_light():
    photograph('light')


def test_dark():
    photograph('dark', environment={'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'})


def test_high_contrast():
    photograph('high-contrast', environment={'ADW_DEBUG_HIGH_CONTRAST': '1'})


def test_dark_high_contrast():
    photograph('dark-high-contrast', lesson='tasks/turns',
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
    photograph('start', keys=())


def test_steps_axis():
    photograph('steps-axis', lesson='web/pages', keys=('t', 'End'))


def test_selection():
    photograph('selection', lesson='tasks/blocking', keys=('Page_Down',) * 4 + ('Down',) * 3 + ('period',))


def test_program_in_c():
    photograph('program-in-c', lesson='tasks/turns', then=lambda person: person.press('toggle', 'C'))


def test_what_happened():
    photograph('what-happened', then=lambda person: person.press('toggle', 'What Happened'))


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
