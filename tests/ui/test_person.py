# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person can do with the window, done as a person does it."""
import itertools
import os
import re
import subprocess
import sys
import tempfile

from person import Atspi, Person, run, states, text_of, wait, walk, window_manager

program = sys.argv[1]
FIRST = 'One after the other, or together'


def open_first():
    return Person(program, 'coroutines/together', title=FIRST)


def playhead(person):
    return person.find('slider', 'Playhead')


def value(person):
    return playhead(person).get_value_iface().get_current_value()


def output(person):
    thing = person.look('text', 'Output of the program')
    return text_of(thing) if thing else ''


def test_opens_on_a_lesson_with_its_run():
    with open_first() as person:
        person.sees('Three greetings')
        person.is_told('Nothing has happened yet')
        assert value(person) == 0
        wait(lambda: person.focus_name() == 'Playhead', 'the keys that step work at once')


def test_steps_by_buttons_and_back():
    with open_first() as person:
        person.press('button', lambda name: name == 'Step forward')
        wait(lambda: value(person) > 0, 'the playhead is at the first event')
        person.is_told('creates main')
        wait(lambda: 'one after the other' in output(person) or person.press('button', 'Step forward'),
             'a few events later the first line is printed')
        person.press('button', 'To the start')
        wait(lambda: value(person) == 0, 'the playhead is at the start')
        wait(lambda: output(person) == '', 'what was printed is gone')


def test_steps_by_keys():
    with open_first() as person:
        person.key('Right', 'Right')
        wait(lambda: value(person) > 1, 'two events')
        after_two = value(person)
        person.key('Right', 'Left')
        wait(lambda: value(person) == after_two, 'forward and back again')
        person.key('End')
        wait(lambda: output(person).endswith('everybody was greeted'), 'all is printed')
        person.sees('t = 7.000 s')
        person.key('Home')
        wait(lambda: value(person) == 0, 'at the start')
        person.key('shift+Right')
        person.sees('iteration 1 ')
        person.key('shift+Right')
        person.sees('iteration 2 ')
        person.key('Page_Down')
        wait(lambda: value(person) > 20, 'a tenth further on')


def test_scrubs_the_scale():
    with open_first() as person:
        scale = playhead(person)
        last = scale.get_value_iface().get_maximum_value()
        scale.get_value_iface().set_current_value(last / 2)
        wait(lambda: abs(value(person) - last / 2) < last / 10, 'the playhead is in the middle')
        middle = value(person)
        wait(lambda: f'event {int(middle)} of {int(last)}' in (playhead(person).clear_cache() or playhead(person).get_description()),
             'the scale says where it is')
        wait(lambda: 'Hello, Ada!' in output(person), 'and the console goes along')
        scale.get_value_iface().set_current_value(0)
        person.is_told('Nothing has happened yet')


def test_reads_what_happened():
    with open_first() as person:
        person.press('toggle', 'What Happened')
        rows = wait(lambda: [row.get_name() for row in person.all('list item') if (row.get_name() or '').startswith('0.000 ')],
                    'there are sentences')
        assert 'asyncio.run() creates main' in rows[0], rows[0]
        person.key('Right', 'Right', 'Right')
        person.is_told('main begins')
        sentence = person.told()
        wait(lambda: any(sentence in (row.get_name() or '') and 'selected' in states(row) for row in person.all('list item')),
             'the same sentence is selected in the list')


def test_goes_where_something_happened():
    with open_first() as person:
        person.press('toggle', 'What Happened')
        row = person.find('list item', lambda name: 'asyncio.run() creates main' in name)
        person.click(row)
        person.is_told('asyncio.run() creates main')
        wait(lambda: 'selected' in states(row), 'the row is selected')
        person.key('Down', 'Down', 'Return')
        person.is_told('main begins')
        person.press('button', lambda name: name.startswith('Grace waits: sleep(1)'), 'item.choose')
        person.press('toggle', 'Only Grace')
        wait(lambda: not any(re.match(r'[0-9.]+ (Ada|main) ', name) for name in happenings(person)[1:]), 'nobody else is told of')
        assert len(happenings(person)) > 2


def happenings(person):
    names = [row.get_name() or '' for row in person.all('list item')]
    return [name for name in names if re.match(r'[0-9]+[.]', name)]


def test_bar_takes_the_playhead_there():
    with open_first() as person:
        person.press('button', lambda name: name.startswith('Grace waits: sleep(1)'), 'item.choose')
        person.sees('t = 5.000 s')
        person.is_told('Grace')
        wait(lambda: 'Grace' in (person.find('text', 'Program in Python').get_description() or ''), 'the code tells where Grace is')


def test_moves_through_the_timeline_by_keys():
    with open_first() as person:
        wait(lambda: person.focus_name() == 'Playhead', 'the ruler has the focus')
        person.key('Down')
        wait(lambda: person.focus_name() == 'event loop', "the loop's lane is selected")
        person.key('Down')
        wait(lambda: (person.focus_name() or '').startswith('main, '), "main's lane is selected")
        person.key('period', 'period')
        wait(lambda: (person.focus_name() or '').startswith('main '), 'a bar of main is selected')
        person.key('t')
        steps = person.find('toggle', 'Steps')
        wait(lambda: states(steps) & {'pressed', 'checked'}, 'the axis goes by steps')
        person.key('t', 'Escape', 'w')
        person.press('button', 'Zoom out')
        wait(lambda: not states(steps) & {'pressed', 'checked'}, 'the axis goes by time')


def test_looks_at_a_part_through_the_overview():
    with open_first() as person:
        overview = person.find('slider', 'Overview')
        told = lambda: overview.clear_cache() or overview.get_description()
        wait(lambda: told().startswith('0.000 s to 7.000 s of 7.000 s'), 'all of the run is shown at first')
        place = person.place(overview)
        window = person.x_window()
        # The frame's right edge, to the middle.
        subprocess.run(['xdotool', 'mousemove', '--window', window, str(place.x + place.width - 2), str(place.y + 15),
                        'mousedown', '1', 'mousemove', '--window', window, str(place.x + place.width // 2), str(place.y + 15),
                        'mousemove', '--window', window, str(place.x + place.width // 2 + 5), str(place.y + 15), 'mouseup', '1'], check=True)
        wait(lambda: re.match(r'0\.000 s to [1-6]\.\d+ s of 7\.000 s', told()), 'the first half is shown')
        person.key('shift+Tab')
        wait(lambda: person.focus_name() == 'Overview', 'it stands before the timeline')
        person.key('End')
        wait(lambda: re.match(r'[0-6]\.[1-9]\d* s to 7\.000 s of 7\.000 s', told()), 'the second half is shown')
        person.key('Left', 'Left')
        wait(lambda: not re.match(r'.* to 7\.000 s of 7\.000 s', told()), 'a bit before')
        person.key('0')
        wait(lambda: told().startswith('0.000 s to 7.000 s of 7.000 s'), 'all of it again')
        person.key('ctrl+z')
        wait(lambda: not told().startswith('0.000 s to 7.000 s of 7.000 s'), 'a part again')
        person.key('ctrl+shift+z')
        wait(lambda: told().startswith('0.000 s to 7.000 s of 7.000 s'), 'and all of it')
        assert value(person) == 0, 'the playhead stayed'


def test_looks_around_by_keys():
    with open_first() as person:
        overview = person.find('slider', 'Overview')
        shown = lambda: (overview.clear_cache() or overview.get_description()).split(' of ')[0]
        all_of_it = shown()

        def changes(key, what):
            before = shown()
            person.key(key)
            return wait(lambda: shown() != before and shown(), what)

        changes('w', 'W is nearer')
        changes('w', 'and nearer')
        left = changes('plus', 'and so is +')
        changes('d', 'D is to the right')
        assert changes('a', 'A is to the left') == left
        changes('s', 'S is farther away')
        person.key('0')
        wait(lambda: shown() == all_of_it, '0 is all of it')
        person.key('period', 'period')
        changes('f', 'F fits the bar')
        person.key('r')
        person.find('button', 'Mark nothing')
        changes('ctrl+z', 'and back')


def test_is_told_about_what_the_pointer_rests_on():
    with open_first() as person:
        bar = person.find('button', lambda name: name.startswith('main waits: sleep(2)'))
        place = person.place(bar)
        x, y = place.x + place.width // 2, place.y + place.height // 2 + 5
        for step in (0, 2):
            subprocess.run(['xdotool', 'mousemove', '--window', person.x_window(), str(x + step), str(y)], check=True)
        person.sees('main waits: sleep(2), from 0.000 s to 2.000 s')
        person.sees('2.0 s for sleep(2)')
        wait(lambda: person.focus_name() == 'Playhead', 'the focus has not moved')


def test_marks_a_range_by_dragging():
    with open_first() as person:
        bar = person.find('button', lambda name: name.startswith('main waits: sleep(2)'))
        place = person.place(bar)
        window, y = person.x_window(), str(place.y + place.height // 2 + 5)
        moves = [word for x in (40, 80, 120) for word in ('mousemove', '--window', window, str(place.x + x), y)]
        subprocess.run(['xdotool', 'mousemove', '--window', window, str(place.x + 20), y, 'mousedown', '1', *moves,
                        'mouseup', '1'], check=True)
        person.sees(' s, from 0.')
        person.press('toggle', 'By Task')
        person.sees('Waited')
        # What is typed while the popover closes is lost, so its end is waited for.
        person.key('Escape')
        wait(lambda: person.focus_name() == 'By Task', 'the table is closed')
        person.key('Escape')
        wait(lambda: not person.look('button', 'Mark nothing'), 'nothing is marked any more')


def test_a_line_under_the_pointer_lights_its_bars():
    with open_first() as person:
        person.key('End')
        person.sees('t = 7.000 s')
        place = person.find('button', lambda name: name.startswith('main waits: sleep(2)'))
        place = person.place(place)
        beside = f'1x12+{place.x + place.width // 2}+{place.y - 4}'
        code = person.place(person.find('text', 'Program in Python'))

        def is_lit():
            """Whether there is something of the outline's light blue; neither the bar nor a veil has that."""
            pixels = subprocess.run(['import', '-window', person.x_window(), '-crop', beside, '-depth', '8', 'rgb:'],
                                    capture_output=True, check=True).stdout
            return any(blue - red > 60 and green > 140 for red, green, blue in zip(*[iter(pixels)] * 3))

        def point(y):
            subprocess.run(['xdotool', 'mousemove', '--window', person.x_window(), str(code.x + code.width // 2),
                            str(y)], check=True)
        # Wherever the pointer was left, perhaps on that very bar.
        point(code.y - 20)
        wait(lambda: not is_lit(), 'nothing has an outline')
        # The fifth of its 21 lines, await asyncio.sleep(seconds), is somewhere there.
        lines = itertools.cycle(range(code.y + 70, code.y + 140, 6))
        wait(lambda: point(next(lines)) or is_lit(), 'the bar has an outline')
        point(code.y - 20)
        wait(lambda: not is_lit(), 'the outline has gone')


def test_finds_what_is_printed():
    with open_first() as person:
        wait(lambda: person.focus_name() == 'Playhead', 'the ruler has the focus')
        person.key('ctrl+f')
        wait(lambda: person.focus_name() == 'Find in the timeline', 'one can type what to find')
        person.type('hello, ada')
        person.sees('2 found')
        person.key('Return')
        person.sees('1 of 2')
        person.is_told('prints “Hello, Ada!”')
        person.sees('t = 2.000 s')
        person.key('shift+Return')
        person.sees('2 of 2')
        person.sees('t = 7.000 s')
        person.type('zzz')
        person.sees('Not found')
        person.key('Escape')
        wait(lambda: person.focus_name() == 'Playhead', 'the focus is back where it was')


def test_notes_something_and_is_asked_to_save_it():
    with open_first() as person:
        wait(lambda: person.focus_name() == 'Playhead', 'the ruler has the focus')
        person.key('Right', 'Right', 'm')
        person.sees('notes not saved')
        person.key('m', 'End', 'shift+m')
        wait(lambda: (person.focus_name() or '').startswith('Note at 7'), 'a note is written')
        person.type('over')
        person.key('Return')
        wait(lambda: person.focus_name() == 'Playhead', 'the focus is back where it was')
        person.key('Home', 'ctrl+m')
        person.sees('t = 7.000 s')
        person.key('ctrl+w')
        person.sees('Save the Notes?')
        person.press('button', lambda name: name.endswith('Cancel'))
        # Until it has gone, it takes the keys.
        wait(lambda: all('Save the Notes?' not in (label.get_name() or '') for label in person.all('label')),
             'nothing is asked any more')
        person.press('button', 'Step back')
        person.key('ctrl+q')
        person.press('button', lambda name: name.endswith('Discard'))
        wait(lambda: person.process.poll() is not None, 'the window is closed')


def test_notes_are_saved_before_another_lesson_is_opened():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'noted.jug')
        with open_first() as person:
            wait(lambda: person.focus_name() == 'Playhead', 'the ruler has the focus')
            person.key('Right', 'Right', 'm')
            person.sees('notes not saved')
            noted = value(person)
            person.key('F5')
            person.sees('Save the Notes?')
            person.answer('Cancel')
            person.sees('notes not saved')
            person.press('button', 'Next lesson')
            person.sees('Save the Notes?')
            person.answer('Save', stays=False)
            person.save_as(path)
            wait(lambda: FIRST not in person.title_of_window(), 'the next lesson is open')
        with Person(program, path) as person:
            wait(lambda: person.focus_name() == 'Playhead', 'the trace is open')
            person.key('ctrl+m')
            wait(lambda: value(person) == noted, 'the bookmark is there')


def lanes(person):
    names = [(thing.get_name() or '').split(',')[0] for thing in person.all('button')]
    return [name for name in names if name in ('main', 'Ada', 'Grace', 'Alan')]


def test_arranges_the_lanes():
    with open_first() as person:
        wait(lambda: lanes(person) == ['main', 'Ada', 'Grace', 'Alan'], 'all lanes are there')
        person.key('Down', 'Down', 'Down', 'Down')
        wait(lambda: (person.focus_name() or '').startswith('Grace, '), "Grace's lane is selected")
        person.key('p')
        wait(lambda: lanes(person) == ['Grace', 'main', 'Ada', 'Alan'], 'it is pinned to the top')
        person.key('p', 'alt+shift+Up')
        wait(lambda: lanes(person) == ['main', 'Grace', 'Ada', 'Alan'], 'it is moved up')
        person.key('h')
        wait(lambda: lanes(person) == ['main', 'Ada', 'Alan'], 'it is hidden')
        person.find('button', '1 lane hidden: show it')
        # What is found is shown.
        person.key('ctrl+f')
        wait(lambda: person.focus_name() == 'Find in the timeline', 'one can type what to find')
        person.type('hello, grace')
        person.key('Return', 'Return', 'Escape')
        person.sees('t = 6.000 s')
        wait(lambda: 'Grace' in lanes(person), 'the lane is back')
        wait(lambda: not person.look('button', '1 lane hidden: show it'), 'nothing is hidden')
        # The playhead is still in it: that is told, and can be mended.
        told = 'What happens here is hidden with the lane of Grace: show it'
        person.key('h')
        person.find('button', told)
        person.press('button', told)
        wait(lambda: 'Grace' in lanes(person), 'the lane is back')


def test_asks_the_menu_of_a_lane():
    with open_first() as person:
        person.key('Down', 'Down', 'Down')
        wait(lambda: (person.focus_name() or '').startswith('Ada, '), "Ada's lane is selected")
        person.key('shift+F10')
        person.find('menu item', lambda name: name.endswith('Hide'))
        person.key('Escape')
        wait(lambda: (person.focus_name() or '').startswith('Ada, '), 'the focus is back')
        person.key('shift+F10')
        person.press('menu item', lambda name: name.endswith('Hide'))
        wait(lambda: 'Ada' not in lanes(person), 'it is hidden')
        person.press('button', '1 lane hidden: show it')
        wait(lambda: 'Ada' in lanes(person), 'it is back')


def round_trip(person, key):
    """All that a key goes to from the playhead, until it is back or stays where it is."""
    stops = [person.focus()]
    while len(stops) < 60:
        before = stops[-1]
        person.key(key)
        stops.append(wait(lambda: (here := person.focus()) != before and here, f'{key} goes on from {before.get_name()}', patience=5))
        if stops[-1] in stops[:-1]:
            break
    assert stops[-1] == stops[0], f'{key} is caught in a circle: {[thing.get_name() for thing in stops]}'
    return stops


def test_tab_goes_round():
    with open_first() as person:
        wait(lambda: person.focus_name() == 'Playhead', 'the playhead has the focus')
        forward = round_trip(person, 'Tab')
        assert len(forward) > 20, forward
        back = round_trip(person, 'shift+Tab')
        assert back == forward[::-1], [[thing.get_name() for thing in stops] for stops in (forward, back)]
        assert 3 < len(round_trip(person, 'F6')) < 10


def test_plays_and_pauses():
    with open_first() as person:
        person.key('space')
        person.find('button', 'Pause')
        wait(lambda: value(person) > 3, 'it plays')
        person.key('space')
        person.find('button', 'Play')


def test_turns_pages():
    with open_first() as person:
        person.sees('page 1 of ')
        person.press('button', 'Next')
        person.sees('page 2 of ')
        person.key('alt+Left')
        person.sees('page 1 of ')


def test_shows_the_program_in_c():
    with open_first() as person:
        assert 'async def hello' in text_of(person.find('text', 'Program in Python'))
        person.press('toggle', 'C')
        assert 'asyncio_sleep' in text_of(person.find('text', 'Program in C'))


def test_changes_the_lesson():
    with open_first() as person:
        person.press('button', 'Next lesson')
        wait(lambda: FIRST not in person.title_of_window(), 'the next lesson is open')
        person.key('F9')
        row = wait(lambda: next((row for row in person.all('list item') if row.get_name() == FIRST), None), 'the list has the first lesson')
        wait(lambda: row.get_component_iface().get_extents(1).x >= 0, 'the sidebar has come')
        person.click(row)
        wait(lambda: person.title_of_window() == FIRST, 'the first lesson is open again')


def test_runs_with_other_values():
    with open_first() as person:
        person.press('button', lambda name: name.startswith('Values'))
        spin = wait(lambda: next(iter(person.all('spin button')), None), 'there is a value')
        spin.get_value_iface().set_current_value(4)
        person.press('button', lambda name: name.endswith('Run'))
        wait(lambda: 'hello("Ada", 4)' in text_of(person.find('text', 'Program in Python')), 'the program has the new value')
        wait(lambda: person.key('End') or '11.000 everybody was greeted' in output(person), 'and so has its run')


def test_works_through_menus():
    with open_first() as person:
        for button in 'A step goes by', 'Speed', 'Main menu':
            person.press('button', lambda name: name.startswith(button))
            person.find('menu', lambda name: True)
            assert not person.unnamed(), person.unnamed()
            person.key('Escape')
            wait(lambda: person.look('menu', lambda name: True) is None, f'the menu of {button} is closed')
        for speed in '2×', '4×':  # after the first, GTK has named the items anew
            person.press('button', lambda name: name.startswith('Speed'))
            person.press('radio menu item', speed)
            person.find('button', lambda name: name == f'Speed: {speed[0]} times')
            person.key('Escape')
        person.press('button', 'Main menu')
        person.press('menu item', 'Keyboard Shortcuts')
        person.find('frame', 'Keyboard Shortcuts')


def test_says_when_the_program_is_another_one():
    with Person(program, 'tasks/turns') as person:
        notice = 'This text is about the program as written.'
        person.sees('page 1 of ')
        assert not person.look('label', notice)
        person.press('button', lambda name: name.startswith('Values'))
        for spin in wait(lambda: person.all('spin button'), 'there are values'):
            spin.get_value_iface().set_current_value(0)
        person.press('button', 'Run')
        person.find('label', notice)
        code = person.find('text', 'Program in Python')
        wait(lambda: 'juggle("Ada", 0)' in text_of(code), 'the program is another one')
        person.press('button', 'As Written')
        wait(lambda: notice not in [label.get_name() for label in person.all('label')], 'the notice is gone')
        wait(lambda: 'juggle("Ada", 3)' in text_of(code), 'the program is as written')


def test_lists_the_keys():
    with open_first() as person:
        person.key('ctrl+question')
        person.find('frame', 'Keyboard Shortcuts')
        names = [row.get_name() for row in person.all('list item')]
        assert any(name.startswith('Play or pause, ') for name in names), names
        assert any(name.startswith('Zoom in, W') for name in names), names
        person.key('Escape')
        wait(lambda: person.look('frame', 'Keyboard Shortcuts') is None, 'the help is closed')


def names_told_twice(person):
    """What says its name and then says it again, or says how its key is marked."""
    person.app.clear_cache()
    bad = []
    for thing in walk(person.app):
        name, description = thing.get_name() or '', thing.get_description() or ''
        half = name[:len(name) // 2]
        if re.search(r'(^|\s)_\w', name) or half and name == f'{half} {half}' or description and description == name:
            bad.append((thing.get_role_name(), name, description))
    return bad


def test_says_a_name_once():
    with tempfile.NamedTemporaryFile(suffix='.jug') as file, Person(program, file.name) as person:
        person.find('button', 'Open Another File…')
        assert not names_told_twice(person), names_told_twice(person)
    with Person(program, 'tasks/turns') as person:
        person.sees('page 1 of ')
        person.press('button', lambda name: name.startswith('Values'))
        person.find('spin button', 'How many balls Ada throws')
        person.find('button', 'Run')
        person.find('button', 'As Written')
        person.key('Escape')
        # A key that comes before the grab of the popover is over belongs to neither it nor the window.
        wait(lambda: (person.focus_name() or '').startswith('Values'), 'the values are closed')
        person.key('Right')
        person.is_told('creates main')
        assert not names_told_twice(person), names_told_twice(person)


def test_lists_lessons_below_their_unit():
    with open_first() as person:
        person.key('F9')
        row = person.find('list item', FIRST)
        assert row.get_description().startswith('Coroutines. '), row.get_description()
        listed = [thing.get_name() for thing in walk(row.get_parent()) if thing.get_role_name() in ('heading', 'list item')]
        assert listed[0] == 'Coroutines' and listed[1] == FIRST, listed
        assert listed.index('Taking turns') == listed.index('Tasks') + 1, listed


def test_everything_has_a_name():
    for lesson in ('coroutines/together', 'tasks/turns', 'web/pages'):
        with Person(program, lesson) as person:
            person.sees('page 1 of ')
            person.key('F9')
            person.find('list item', FIRST)
            assert not person.unnamed(), person.unnamed()


def test_follows_a_live_run():
    with Person(program, 'web/pages') as person:
        wait(lambda: person.focus_name() == 'Playhead', 'the keys that step work at once')
        wait(lambda: 'together: ' in output(person), 'the pages are downloaded')
        wait(lambda: person.look('button', 'Stop') is None, 'the run is over')
        assert '404' in output(person)


def test_stands_one_at_a_time_when_narrow():
    with open_first() as person:
        person.resize(360, 740)
        code = wait(lambda: next((tab for tab in walk_tabs(person) if 'Code' in (tab.get_name() or '')), None), 'there is a switch')
        person.click(code)
        place = person.find('text', 'Program in Python').get_component_iface()
        wait(lambda: place.get_extents(1).width <= 360, 'the code takes the place of the text')
        person.key('End')
        person.is_told('The loop')
        assert not person.unnamed(), person.unnamed()


def walk_tabs(person):
    return [thing for role in ('radio button', 'toggle', 'page tab') for thing in person.all(role)]


def test_says_what_is_wrong_with_a_file():
    with tempfile.NamedTemporaryFile(suffix='.jug') as file:
        file.write(b'this is no trace')
        file.flush()
        with Person(program, file.name) as person:
            person.sees('This Trace Cannot Be Opened')
            person.sees(os.path.basename(file.name))
            assert not person.unnamed(), person.unnamed()
            person.key('F9')
            person.click(person.find('list item', FIRST))
            wait(lambda: person.title_of_window() == FIRST, 'a lesson can be opened after that')


def test_keeps_what_is_open_when_a_file_is_broken():
    with tempfile.TemporaryDirectory() as folder, open_first() as person:
        path = os.path.join(folder, 'zero & one.jug')
        open(path, 'w').close()
        person.key('Right', 'Right')
        wait(lambda: value(person) > 1, 'two events')
        place = value(person)
        subprocess.run([program, path], check=True, env=person.environment)
        person.sees('zero & one.jug')
        person.sees('Three greetings')
        assert person.title_of_window() == FIRST and value(person) == place


def test_opens_a_saved_trace():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'saved.jug')
        subprocess.run([program, 'run', 'tasks/turns', '--format', 'trace', '-o', path], check=True)
        with Person(program, path) as person:
            person.sees('saved trace')
            person.key('End')
            wait(lambda: 'the show is over' in output(person), 'it can be stepped through')


def test_fills_the_screen_and_leaves_it():
    with window_manager(), open_first() as person:
        def width():
            return person.window.get_component_iface().get_extents(1).width
        before = width()
        person.key('F11')
        wait(lambda: width() > before, 'the window fills the screen')
        person.key('Escape')
        wait(lambda: width() == before, 'the window is as it was')


run([function for name, function in list(globals().items()) if name.startswith('test_')])
