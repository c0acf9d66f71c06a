# SPDX-License-Identifier: GPL-3.0-or-later
"""Threads that go on when the program's own code has ended; a daemon that is cut off."""
import asyncio
import atexit
import threading
import time


def late():
    while threading.main_thread().is_alive():
        time.sleep(0.001)
    print("late", threading.main_thread().is_alive())
    asyncio.run(asyncio.sleep(0.01))
    print("later")


def daemon():
    threading.Event().wait()


atexit.register(print, "exit function")
threading.Thread(target=late).start()
threading.Thread(target=daemon, daemon=True).start()
print(threading.active_count(), [thread.name for thread in threading.enumerate()])
asyncio.run(asyncio.sleep(0))
print("end of the program's code")
raise SystemExit("its last words")
