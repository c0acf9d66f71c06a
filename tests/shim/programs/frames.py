# SPDX-License-Identifier: GPL-3.0-or-later
"""inspect.stack, sys._getframe: names and lines of all frames down to the first."""
import asyncio
import inspect
import sys


def names():
    return [(entry.function, entry.lineno) for entry in inspect.stack(0)][1:]


def depth():
    frame, count = sys._getframe(), 0
    while frame is not None:
        frame, count = frame.f_back, count + 1
    return count


async def main():
    print(names(), depth())
    await asyncio.sleep(0)
    frame = inspect.currentframe()
    print(frame.f_code.co_name, frame.f_back.f_code.co_name, sorted(frame.f_locals))
    print(depth(), sys._getframe(0).f_lineno)


print(names(), depth())
try:
    sys._getframe(1)
except ValueError as error:
    print(error)
asyncio.run(main())
print(inspect.currentframe().f_back, sys._current_frames().keys() == {__import__(
    "threading").get_ident()})
