# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors in threads: threading.excepthook's own words, then an own hook."""
import asyncio
import sys
import threading


def fail(number):
    raise ValueError(f"in thread {number}")


def in_thread(number):
    thread = threading.Thread(target=fail, args=(number,), name=f"failing-{number}")
    thread.start()
    thread.join()


async def main():
    in_thread(1)
    await asyncio.to_thread(in_thread, 2)
    print(threading.excepthook is threading.__excepthook__)
    threading.excepthook = lambda args: print("hook", args.exc_type.__name__,
                                              args.thread.name)
    in_thread(3)


asyncio.run(main())
threading.Thread(target=sys.exit, args=(5,)).start()
