# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person can do with programs, their own and those of lessons, in Python."""
import contextlib
import os
import subprocess
import sys
import tempfile

from person import Person, run, states, text_of, wait

program = sys.argv[1]

HELLO = '''import asyncio


async def main():
    await asyncio.sleep(0.01)
    print("hello")


asyncio.run(main())
'''

ASKING = '''import asyncio
import sys

name = input("Who? ")
print("rest:", repr(sys.stdin.read()))


async def main():
    print("Hello,", name)


asyncio.run(main())
'''

FAILING = '''import asyncio


async def main():
    await asyncio.sleep(0)
    raise ValueError("on purpose")


asyncio.run(main())
'''

FOR_EVER = '''import asyncio


async def main():
    print("begun")
    while True:
        await asyncio.sleep(0.05)


asyncio.run(main())
'''


@contextlib.contextmanager
def folder(**files):
    with tempfile.TemporaryDirectory() as path:
        for name, text in files.items():
            with open(os.path.join(path, name + '.py'), 'w', encoding='utf-8') as file:
                file.write(text)
        yield path


def open_program(path, name):
    return Person(program, os.path.join(path, name + '.py'))


def code(person):
    return text_of(person.find('text', 'Program, to be edited'))


def output(person):
    thing = person.look('text', 'Output of the program')
    return text_of(thing) if thing else ''


def type_words(words):
    subprocess.run(['xdotool', 'type', '--clearmodifiers', '--delay', '20', words], check=True)


def test_asks_before_a_program_runs():
    with folder(hello=HELLO) as path, open_program(path, 'hello') as person:
        person.sees('it may do all that you may')
        person.answer('Cancel')
        person.sees('Watch asyncio Work')
    with folder(hello=HELLO) as path, open_program(path, 'hello') as person:
        person.answer('Run')
        wait(lambda: 'hello' in output(person), 'it runs')
        assert 'hello.py' in person.title_of_window()
        assert code(person) == HELLO
        assert not person.unnamed(), person.unnamed()


def test_a_file_that_is_neither_changes_nothing():
    with tempfile.NamedTemporaryFile(suffix='.txt') as file, Person(program, file.name) as person:
        person.sees('is neither a Python program nor a trace')
        person.sees('Watch asyncio Work')


def test_edits_runs_and_saves():
    with folder(hello=HELLO) as path, open_program(path, 'hello') as person:
        person.answer('Run')
        wait(lambda: 'hello' in output(person), 'it runs')
        person.key('ctrl+e', 'ctrl+End')
        type_words('print(1 + 1)')
        person.sees('Changed since it ran')
        wait(lambda: 'not saved' in person.title_of_window(), 'the title says that it is not saved')
        person.key('Escape', 'ctrl+Return')
        wait(lambda: output(person).endswith(' 2'), 'what was written runs')
        with open(os.path.join(path, 'hello.py'), encoding='utf-8') as file:
            assert file.read() == HELLO + 'print(1 + 1)'
        wait(lambda: 'not saved' not in person.title_of_window(), 'it is saved')


def test_asks_before_changes_are_lost():
    with folder(hello=HELLO) as path, open_program(path, 'hello') as person:
        person.answer('Run')
        wait(lambda: 'hello' in output(person), 'it runs')
        person.key('ctrl+e', 'ctrl+End')
        type_words('1')
        person.sees('Changed since it ran')
        person.key('ctrl+q')
        person.sees('is not saved')
        person.answer('Cancel')
        wait(lambda: code(person) == HELLO + '1', 'nothing is lost')
        person.key('ctrl+w')
        person.sees('is not saved')
        person.answer('Save', stays=False)
        wait(lambda: person.process.poll() is not None, 'the program has ended')
        assert person.process.returncode == 0
        with open(os.path.join(path, 'hello.py'), encoding='utf-8') as file:
            assert file.read() == HELLO + '1'


def test_asks_before_a_file_that_has_changed_is_overwritten():
    with folder(hello=HELLO) as path, open_program(path, 'hello') as person:
        hello, copy = os.path.join(path, 'hello.py'), os.path.join(path, 'copy.py')
        person.answer('Run')
        wait(lambda: 'hello' in output(person), 'it runs')
        person.key('ctrl+e', 'ctrl+End')
        type_words('print(1 + 1)')
        person.sees('Changed since it ran')
        with open(hello, 'w', encoding='utf-8') as file:
            file.write('# by somebody else')
        os.utime(hello, (1000, 1000))
        person.key('Escape', 'ctrl+s')
        person.sees('The File Has Changed on Disk')
        person.answer('Cancel')
        person.key('ctrl+s')
        person.sees('The File Has Changed on Disk')
        person.answer('Save', stays=False)
        person.save_as(copy)
        wait(lambda: output(person).endswith(' 2'), 'the copy is open, and runs')
        wait(lambda: person.title_of_window() == 'copy.py', 'it is saved')
        with open(hello, encoding='utf-8') as file:
            assert file.read() == '# by somebody else'
        with open(copy, encoding='utf-8') as file:
            assert file.read() == HELLO + 'print(1 + 1)'


def test_error_is_told_with_its_line():
    with folder(failing=FAILING) as path, open_program(path, 'failing') as person:
        person.answer('Run')
        person.sees('Line 6: ValueError: on purpose')
        person.press('button', 'Go There')
        wait(lambda: person.focus_name() == 'Program, to be edited', 'the text has the focus')


def test_no_loop_is_told():
    with folder(plain='print("plain")\n') as path, open_program(path, 'plain') as person:
        person.answer('Run')
        person.sees('never started an event loop')
        wait(lambda: 'plain' in output(person), 'what it printed is shown')


def test_reads_what_is_typed():
    with folder(asking=ASKING) as path, open_program(path, 'asking') as person:
        person.answer('Run')
        person.sees('Who? ')
        person.click(person.find('text', 'Who? '))
        type_words('Ada')
        person.key('Return')
        person.find('text', 'Input for the program')
        type_words('more')
        person.key('Return', 'ctrl+d')
        wait(lambda: 'Hello, Ada' in output(person), 'it has read a name')
        assert "rest: 'more\\n'" in output(person), output(person)


def test_stops_and_keeps_what_was_recorded():
    with folder(forever=FOR_EVER) as path, open_program(path, 'forever') as person:
        person.answer('Run')
        wait(lambda: 'begun' in output(person), 'it runs')
        person.press('button', 'Stop')
        wait(lambda: person.look('button', 'Stop') is None, 'it has stopped')
        assert 'begun' in output(person)


def test_a_live_run_with_notes_is_stopped_and_saved():
    with folder(forever=FOR_EVER) as path, open_program(path, 'forever') as person:
        person.answer('Run')
        wait(lambda: 'begun' in output(person), 'it runs')
        person.click(person.find('slider', 'Playhead'))
        wait(lambda: person.focus_name() == 'Playhead', 'the playhead has the focus')
        person.key('m')
        person.sees('notes not saved')
        person.key('F9')
        person.click(person.find('list item', lambda name: name.startswith('One after the other')))
        person.sees('Save the Notes?')
        person.answer('Save', stays=False)
        person.save_as(os.path.join(path, 'noted.jug'))
        wait(lambda: 'One after the other' in person.title_of_window(), 'the lesson is open')
        assert os.path.getsize(os.path.join(path, 'noted.jug')) > 0


def test_arguments_are_given():
    with folder(arguments='import sys\nprint(sys.argv[1:])\n') as path, open_program(path, 'arguments') as person:
        person.answer('Run')
        wait(lambda: '[]' in output(person), 'it runs without')
        person.press('button', 'Run options')
        wait(lambda: 'rguments' in (person.focus_name() or ''), 'the arguments can be written')
        type_words("a 'b c")
        person.sees('A quotation mark')
        type_words("'")
        person.key('Return')
        wait(lambda: "['a', 'b c']" in output(person), 'it runs with arguments')


def test_makes_a_version_of_a_lesson():
    with Person(program, 'coroutines/together') as person:
        person.find('text', 'Program in Python')
        person.press('button', 'Edit')
        wait(lambda: 'async def' in code(person), 'there is a version')
        assert 'pressed' in states(person.find('toggle', 'Yours')) or 'checked' in states(person.find('toggle', 'Yours'))
        person.key('ctrl+End')
        type_words('print(6 * 7)')
        person.sees('Not run yet')
        person.key('Escape', 'ctrl+Return')
        wait(lambda: person.press('button', 'To the end') or output(person).endswith(' 42'), 'the version runs', patience=40)
        person.press('toggle', 'Python')
        assert 'print(6 * 7)' not in text_of(person.find('text', 'Program in Python'))
        person.sees('What you see is the run of your version')
        person.press('toggle', 'Yours')
        person.key('ctrl+shift+d')
        person.sees('Original')
        assert not person.unnamed(), person.unnamed()


run([test for name, test in list(globals().items()) if name.startswith('test_')])
