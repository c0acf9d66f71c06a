# SPDX-License-Identifier: GPL-3.0-or-later
"""Forks that end in other ways: os._exit, an exception, a replaced program."""
import asyncio
import os
import sys


def wait(child):
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


async def main():
    print("start", flush=True)
    child = os.fork()
    if child == 0:
        print("lost with the buffer")
        os._exit(9)
    print(wait(child), flush=True)
    child = os.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-c", "print('replaced')"])
    print(wait(child), flush=True)
    child = os.fork()
    if child == 0:
        raise RuntimeError("in the child")
    print(wait(child))


asyncio.run(main())
