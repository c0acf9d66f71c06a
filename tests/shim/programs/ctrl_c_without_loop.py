# SPDX-License-Identifier: GPL-3.0-or-later
# signal: SIGINT
# loop: none
"""Ctrl+C in a program without a loop: a traceback, and death by the signal."""
import time


def wait():
    print("ready", flush=True)
    time.sleep(30)


try:
    wait()
finally:
    print("finally")
