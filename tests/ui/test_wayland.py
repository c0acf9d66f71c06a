# SPDX-License-Identifier: GPL-3.0-or-later
"""The window starts on Wayland too, steps, and closes without a complaint."""
import os
import shutil
import subprocess
import sys
import tempfile
import time

if not shutil.which('weston'):
    print('1..0 # SKIP weston is not installed')
    sys.exit(0)
# With a display the helpers would look for X windows; here nothing needs them.
os.environ.pop('DISPLAY', None)
os.environ['GDK_BACKEND'] = 'wayland'

from person import Atspi, run, wait, walk  # noqa: E402

program = sys.argv[1]


def start_weston(runtime):
    """Its headless back end has been called by two names."""
    for backend in ('headless', 'headless-backend.so'):
        server = subprocess.Popen(['weston', f'--backend={backend}', '--socket=jug-test', '--idle-time=0',
                                   '--width=1280', '--height=800', f'--log={runtime}/weston.log'],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 15
        while time.monotonic() < end and server.poll() is None:
            if os.path.exists(f'{runtime}/jug-test'):
                return server
            time.sleep(0.05)
        server.kill()
        server.wait()
    return None


def find(app, role, name):
    app.clear_cache()
    return next((thing for thing in walk(app) if thing.get_role_name() in role and name in (thing.get_name() or '')), None)


def get_app(process):
    assert process.poll() is None, f'the program ended with {process.returncode}'
    desktop = Atspi.get_desktop(0)
    apps = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return next((app for app in apps if app and app.get_process_id() == process.pid and app.get_child_count()), None)


def test_starts_and_steps_on_wayland():
    runtime = os.environ['XDG_RUNTIME_DIR']
    server = start_weston(runtime)
    assert server, 'weston does not start: ' + open(f'{runtime}/weston.log', encoding='utf-8').read()[-300:]
    try:
        with tempfile.TemporaryFile('w+') as complaints:
            process = subprocess.Popen([program, 'coroutines/together'], stderr=complaints,
                                       env={**os.environ, 'WAYLAND_DISPLAY': 'jug-test', 'GTK_A11Y': 'atspi',
                                            'G_DEBUG': 'fatal-criticals'})
            try:
                app = wait(lambda: get_app(process), 'the program shows itself')
                button = wait(lambda: find(app, {'push button', 'button'}, 'Step forward'), 'there is a button')
                button.get_action_iface().do_action(0)
                wait(lambda: find(app, {'slider'}, 'Playhead').get_value_iface().get_current_value() > 0, 'it steps')
            finally:
                process.terminate()
                process.wait()
            complaints.seek(0)
            said = [line for line in complaints if 'CRITICAL' in line or 'juggler:' in line]
            assert not said, said
    finally:
        server.terminate()
        server.wait()


run([test_starts_and_steps_on_wayland])
