# SPDX-License-Identifier: GPL-3.0-or-later
# loop: none
"""Functions of os, time and signal: their names, and the tracebacks of their errors."""
import os
import signal
import time
import traceback

for function in (os.write, os._exit, os.fork, os.dup2, time.sleep, time.monotonic, os.kill):
    print(function.__module__, function.__name__, function.__qualname__, function.__doc__)
for call in (lambda: os.write(1, "text"), lambda: os.write(99, b""), lambda: os.write(1),
             lambda: time.sleep("long"), lambda: time.sleep(-1), lambda: os._exit("x"),
             lambda: signal.signal(99, None)):
    try:
        call()
    except (OSError, TypeError, ValueError):
        print(traceback.format_exc())


def wait():
    time.sleep(float("nan"))


print(time.sleep(0), time.monotonic() <= time.monotonic())
wait()
